//! How uncertain the figures of an indicator are, and what follows for single figures and for differences.

use catalogue::{
    Catalogue, Period,
    model::{Area, Group, Indicator, IndicatorKind, MeasureKind, Quantity, Uncertainty},
    names::{AreaCode, MeasureKey},
    period::Part,
};
use release::{Protection, Release};
use statistics::{
    Comparison, Estimate, Imprecision, Mistake, Reason, difference, mean_from_error, part_and_whole_rates,
    part_and_whole_shares, rate, rate_difference, ratio, share_difference, widen_count, widen_share,
};

use super::CONFIDENCE;
use crate::measure::{Figure, Measures, Shown, groups};

/// An indicator with all that is known about the uncertainty of its figures.
pub(super) struct Model<'a> {
    pub(super) catalogue: &'a Catalogue,
    pub(super) release: &'a Release,
    pub(super) measures: &'a Measures,
    pub(super) indicator: &'a Indicator,
    pub(super) groups: Vec<Group>,
    pub(super) breaks: Vec<f64>,
    pub(super) chance: Chance,
    /// From share, rate or ratio to the unit of the indicator.
    pub(super) scale: f64,
    above: Imprecision,
    below: Imprecision,
    /// Persons asked are divided by this.
    pub(super) design_effect: f64,
}

/// By which model of chance.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Chance {
    /// Part of a whole, both counted: Wilson, Newcombe.
    Share,
    /// Events per exposure: Byar or exact, MOVER.
    Rate,
    /// Two counts: MOVER-R.
    Ratio,
    /// A count by itself: as a rate with exposure 1.
    Count,
    /// Given, with standard errors delivered as this measure.
    Given(MeasureKey),
    /// A sum over a count, the sum with standard errors delivered as this measure.
    Mean(MeasureKey),
    /// An index over areas, from their released counts: parametric bootstrap.
    Dissimilarity,
    /// Simpson's index from released counts, with its own variance.
    Diversity,
    /// The source has none, or there are no counts.
    None,
}

/// The figures of an indicator for an area.
pub(super) struct Page<'a> {
    pub(super) model: &'a Model<'a>,
    pub(super) area: &'a Area,
    /// Groups that have figures, everyone first.
    pub(super) groups: Vec<(&'a Group, &'a [(Period, Figure)])>,
}

impl<'a> Model<'a> {
    pub(super) fn new(
        catalogue: &'a Catalogue,
        release: &'a Release,
        measures: &'a Measures,
        indicator: &'a Indicator,
    ) -> Model<'a> {
        let kind_of = |quantity: &Quantity| catalogue.measure(&quantity.measure).map(|measure| measure.kind);
        let counted = |quantity: &Quantity| kind_of(quantity) == Some(MeasureKind::Count);
        let (chance, scale) = match &indicator.kind {
            IndicatorKind::Share { numerator, denominator } if counted(numerator) && counted(denominator) => {
                (Chance::Share, 100.0)
            }
            IndicatorKind::Share { .. } => (Chance::None, 100.0),
            IndicatorKind::Rate { numerator, per, .. } if counted(numerator) => (Chance::Rate, f64::from(*per)),
            IndicatorKind::Ratio { numerator, denominator } if counted(numerator) && counted(denominator) => {
                (Chance::Ratio, 1.0)
            }
            IndicatorKind::Count { of } if counted(of) => (Chance::Count, 1.0),
            IndicatorKind::Given { of } => {
                (catalogue.standard_error(&of.measure).map_or(Chance::None, Chance::Given), 1.0)
            }
            IndicatorKind::Mean { numerator, denominator } if counted(denominator) => {
                (catalogue.standard_error(&numerator.measure).map_or(Chance::None, Chance::Mean), 1.0)
            }
            IndicatorKind::Dissimilarity { group, reference, .. } if counted(group) && counted(reference) => {
                (Chance::Dissimilarity, 1.0)
            }
            IndicatorKind::Diversity { of, .. } if counted(of) => (Chance::Diversity, 1.0),
            _ => (Chance::None, 1.0),
        };
        let quantities = indicator.quantities();
        let imprecision = |place: usize| {
            quantities.get(place).map_or(Ok(Imprecision::NONE), |quantity| imprecision(catalogue, measures, quantity))
        };
        let uncertainty = |quantity: &&Quantity| {
            catalogue.sources.get(&quantity.measure.source).map_or(Uncertainty::None, |source| source.uncertainty)
        };
        let said: Vec<Uncertainty> = quantities.iter().map(uncertainty).collect();
        let design_effect = said.iter().fold(1.0_f64, |most, one| match one {
            Uncertainty::Survey { design_effect } => most.max(*design_effect),
            _ => most,
        });
        let (chance, above, below) = match (said.contains(&Uncertainty::None), imprecision(0), imprecision(1)) {
            // What rounding and noise add to these is not known.
            (false, Ok(above), Ok(below))
                if matches!(chance, Chance::Mean(_) | Chance::Dissimilarity | Chance::Diversity)
                    && (above != Imprecision::NONE || below != Imprecision::NONE) =>
            {
                (Chance::None, above, below)
            }
            (false, Ok(above), Ok(below)) => (chance, above, below),
            _ => (Chance::None, Imprecision::NONE, Imprecision::NONE),
        };
        Model {
            catalogue,
            release,
            measures,
            indicator,
            groups: groups(catalogue, indicator),
            breaks: indicator.breaks.iter().map(|cut| time(cut.period)).collect(),
            chance,
            scale,
            above,
            below,
            design_effect,
        }
    }

    /// The areas of the indicator that have figures.
    pub(super) fn pages(&'a self) -> impl Iterator<Item = Page<'a>> {
        let areas = self.catalogue.areas.iter().filter(|area| self.indicator.levels.contains(&area.level));
        areas.map(|area| self.page(area)).filter(|page| !page.groups.is_empty())
    }

    fn page(&'a self, area: &'a Area) -> Page<'a> {
        let series = |group: &'a Group| (group, self.measures.series(&self.indicator.name, &area.code, group));
        let groups = self.groups.iter().map(series).filter(|(_, series)| !series.is_empty());
        Page { model: self, area, groups: groups.collect() }
    }

    /// Numerator and denominator, as persons asked.
    pub(super) fn counts(&self, figure: &Figure) -> Option<(f64, f64)> {
        let below = match self.chance {
            Chance::Count => 1.0,
            _ => figure.denominator?.to_f64() / self.design_effect,
        };
        let above = match (&self.chance, figure.numerator) {
            (Chance::Count, _) => figure.value()?,
            (_, above) => above?.to_f64(),
        };
        Some((above / self.design_effect, below))
    }

    /// A share, rate or ratio of counts with its interval, not yet in the unit of the indicator.
    fn fraction(&self, (x, above): (f64, Imprecision), (n, below): (f64, Imprecision)) -> Result<Estimate, Mistake> {
        let counted = |count: f64, error: Imprecision, chance: bool| {
            let interval = if chance { Some(rate(count, 1.0, CONFIDENCE)?.interval) } else { None };
            Ok::<_, Mistake>(widen_count(count, error, interval, CONFIDENCE)?.estimate)
        };
        match self.chance {
            Chance::Share => Ok(widen_share((x, above), (n, below), true, CONFIDENCE)?.estimate),
            Chance::Ratio => ratio(counted(x, above, true)?, counted(n, below, true)?),
            _ if n <= 0.0 => Err(Mistake::NothingBelow),
            _ if below == Imprecision::NONE => Ok(counted(x, above, true)?.times(1.0 / n)),
            _ => ratio(counted(x, above, true)?, counted(n, below, false)?),
        }
    }

    /// A figure with its interval, in the unit of the indicator.
    pub(super) fn estimate(
        &self,
        area: &AreaCode,
        group: &Group,
        period: Period,
        figure: &Figure,
    ) -> Result<Estimate, Reason> {
        let value = figure.value().ok_or_else(|| missing(figure))?;
        let spot = (area, group, period);
        match &self.chance {
            Chance::None => Err(Reason::NoModel),
            Chance::Given(key) => {
                let IndicatorKind::Given { of } = &self.indicator.kind else { return Err(Reason::NoModel) };
                Ok(mean_from_error(value, self.standard_error(key, of, spot)?, None, CONFIDENCE)?)
            }
            Chance::Mean(key) => self.mean(key, spot, figure),
            Chance::Dissimilarity => self.dissimilarity(spot),
            Chance::Diversity => self.diversity(spot),
            _ => {
                let (x, n) = self.counts(figure).ok_or(Reason::NoModel)?;
                Ok(self.fraction((x, self.above), (n, self.below))?.times(self.scale))
            }
        }
    }

    /// One figure less another that shares nobody with it, or of another time.
    pub(super) fn apart(&self, one: &Place<'_>, other: &Place<'_>) -> Result<Comparison, Reason> {
        let exact = self.above == Imprecision::NONE && self.below == Imprecision::NONE;
        let comparison = match (&self.chance, self.counts(one.figure), self.counts(other.figure)) {
            (Chance::Share, Some((x, n)), Some((y, m))) if exact => share_difference(x, n, y, m, CONFIDENCE)?,
            (Chance::Rate | Chance::Count, Some((x, n)), Some((y, m))) if exact => {
                rate_difference(x, n, y, m, CONFIDENCE)?
            }
            _ => {
                let of = |place: &Place<'_>| self.estimate(place.area, place.group, place.period, place.figure);
                return Ok(difference(of(one)?, of(other)?, CONFIDENCE)?);
            }
        };
        Ok(times(comparison, self.scale))
    }

    /// A part less the whole that contains it.
    ///
    /// With f the portion of the part in the denominators, part − whole = (1−f) (part − rest), and part and rest share
    /// nobody. Where only figures were given, part and whole are taken as independent, which makes the interval too wide
    /// and never too narrow.
    pub(super) fn within(&self, part: &Place<'_>, whole: &Place<'_>) -> Result<Comparison, Reason> {
        let exact = self.above == Imprecision::NONE && self.below == Imprecision::NONE;
        let (Some((x, n)), Some((y, m))) = (self.counts(part.figure), self.counts(whole.figure)) else {
            return self.apart(part, whole);
        };
        let comparison = match self.chance {
            Chance::Share if exact => part_and_whole_shares((x, n), (y, m), CONFIDENCE)?,
            Chance::Rate if exact => part_and_whole_rates((x, n), (y, m), CONFIDENCE)?,
            Chance::Share | Chance::Rate | Chance::Ratio => {
                if m <= n {
                    return Err(Reason::Numbers(Mistake::NoVariation));
                }
                // Published counts may contradict each other by their errors.
                let rest = ((y - x).clamp(0.0, y.max(0.0)), m - n);
                let errors = (self.above.and(self.above), self.below.and(self.below));
                let of_part = self.fraction((x, self.above), (n, self.below))?;
                let of_rest = self.fraction((rest.0, errors.0), (rest.1, errors.1))?;
                times(difference(of_part, of_rest, CONFIDENCE)?, rest.1 / m)
            }
            Chance::Count
            | Chance::Given(_)
            | Chance::Mean(_)
            | Chance::Dissimilarity
            | Chance::Diversity
            | Chance::None => return self.apart(part, whole),
        };
        Ok(times(comparison, self.scale))
    }

    /// Whether everyone of a group belongs to another: its categories are the same or lie below.
    pub(super) fn contains(&self, wider: &Group, narrower: &Group) -> bool {
        wider.len() == narrower.len()
            && wider.iter().zip(narrower).all(|((variable, above), (same, below))| {
                let categories = self.catalogue.variables.get(variable).map_or(&[][..], |known| &known.categories);
                let parent = |code| categories.iter().find(|one| one.code == code).and_then(|one| one.parent.clone());
                // As many steps as there are categories end any circle.
                let mut at = Some(below.clone());
                for _ in 0..=categories.len() {
                    match at {
                        Some(code) if code == *above => return variable == same,
                        Some(code) => at = parent(code),
                        None => return false,
                    }
                }
                false
            })
    }
}

/// A figure and whose it is.
#[derive(Clone, Copy)]
pub(super) struct Place<'a> {
    pub(super) area: &'a AreaCode,
    pub(super) group: &'a Group,
    pub(super) period: Period,
    pub(super) figure: &'a Figure,
}

/// What the method of protection and the deliverer have done to the counts of a quantity.
fn imprecision(catalogue: &Catalogue, measures: &Measures, quantity: &Quantity) -> Result<Imprecision, Mistake> {
    let source = &quantity.measure.source;
    let own = match measures.protection.iter().find(|(name, _)| name == source).map(|(_, protection)| protection) {
        Some(Protection::CellKey { variance_thousandths, bound }) => {
            Imprecision::noise(f64::from(*variance_thousandths) / 1000.0, f64::from(*bound))?
        }
        Some(Protection::Rounding { base }) => Imprecision::rounding(f64::from(*base))?,
        _ => Imprecision::NONE,
    };
    let Some(delivered) = catalogue.sources.get(source).and_then(|source| source.delivered) else { return Ok(own) };
    let rounded = delivered.rounded_to.map_or(Ok(Imprecision::NONE), |base| Imprecision::rounding(f64::from(base)))?;
    let noise =
        delivered.noise.map_or(Ok(Imprecision::NONE), |n| Imprecision::noise(n.variance, f64::from(n.bound)))?;
    Ok(own.and(rounded).and(noise))
}

fn times(comparison: Comparison, factor: f64) -> Comparison {
    Comparison { estimate: comparison.estimate.times(factor), p: comparison.p }
}

/// Why a figure without a number has none.
pub(super) fn missing(figure: &Figure) -> Reason {
    match figure.shown {
        Shown::Withheld => Reason::Withheld,
        _ => Reason::Missing,
    }
}

/// The figure, if it is certain enough to be compared; otherwise why not.
pub(super) fn comparable(figure: Option<&Figure>) -> Result<&Figure, Reason> {
    let figure = figure.ok_or(Reason::Missing)?;
    match (figure.reliable(), figure.value()) {
        (Some(_), _) => Ok(figure),
        (None, Some(_)) => Err(Reason::TooFew),
        (None, None) => Err(missing(figure)),
    }
}

/// The figure of a period.
pub(super) fn at(series: &[(Period, Figure)], period: Period) -> Option<&Figure> {
    series
        .binary_search_by(|(at, _)| at.cmp(&period))
        .ok()
        .and_then(|place| series.get(place))
        .map(|(_, figure)| figure)
}

/// The latest figure that is a number.
pub(super) fn latest(series: &[(Period, Figure)]) -> Option<(Period, &Figure)> {
    series.iter().rev().find(|(_, figure)| figure.value().is_some()).map(|(period, figure)| (*period, figure))
}

/// Figures that are certain enough to be compared, as points in time.
pub(super) fn points(series: &[(Period, Figure)]) -> Vec<statistics::Point> {
    let point = |(period, figure): &(Period, Figure)| Some(statistics::Point::new(time(*period), figure.reliable()?));
    series.iter().filter_map(point).collect()
}

/// A period as a number of years: where it begins.
pub(super) fn time(period: Period) -> f64 {
    let within = match period.part() {
        Part::Year => 0.0,
        Part::Half(half) => (f64::from(half) - 1.0) / 2.0,
        Part::Quarter(quarter) => (f64::from(quarter) - 1.0) / 4.0,
        Part::Month(month) => (f64::from(month) - 1.0) / 12.0,
        Part::Day(month, day) => (f64::from(month) - 1.0 + (f64::from(day) - 1.0) / 31.0) / 12.0,
    };
    f64::from(period.year()) + within
}
