//! Measures: what the indicators say, computed from released figures only.
//!
//! Every sign of a release carries over: what is withheld stays withheld in every share, index, change and gap that
//! would need it.

mod compare;
mod index;
mod kinds;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use catalogue::{
    Catalogue, Period,
    model::{Group, Indicator, IndicatorKind, Variable},
    names::{AreaCode, IndicatorName, SourceName, VariableName},
};
use release::{DeliveryNote, Mark, Number, Protection, Release};

pub use compare::{Change, Gap, Parts, change, evenly, gap};
use index::Index;
pub(crate) use kinds::finest;

/// A figure: what an indicator says about an area, a period and a group, and what it was computed from.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Figure {
    /// What may be shown.
    pub shown: Shown,
    /// The number above the line, where it is released.
    pub numerator: Option<Number>,
    /// The number below the line, where it is released.
    pub denominator: Option<Number>,
    /// How many decimals were released, where these may be fewer than the indicator shows.
    pub decimals: Option<u8>,
}

/// What may be shown of a figure. A figure that was not delivered is not there at all.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Shown {
    /// A number with its mark.
    Value {
        /// The number, not rounded.
        value: f64,
        /// What stands beside it.
        mark: Mark,
    },
    /// Over few persons, or marked as uncertain by its source; without number if the source gave none (`/`).
    Unreliable {
        /// The number, not rounded.
        value: Option<f64>,
    },
    /// `–`: exactly nothing.
    Nothing,
    /// `.`: unknown or withheld.
    Withheld,
    /// `…`: comes later.
    Pending,
    /// `x`: makes no sense.
    Senseless,
}

impl Figure {
    /// The number, whether it is certain or not; nothing is zero.
    pub fn value(&self) -> Option<f64> {
        match self.shown {
            Shown::Value { value, .. } => Some(value),
            Shown::Unreliable { value } => value,
            Shown::Nothing => Some(0.0),
            Shown::Withheld | Shown::Pending | Shown::Senseless => None,
        }
    }

    /// The decimals with which it is shown.
    pub fn decimals(&self, indicator: &Indicator) -> u8 {
        self.decimals.map_or(indicator.decimals, |released| released.min(indicator.decimals))
    }

    /// The number, if it is certain enough to be compared.
    pub fn reliable(&self) -> Option<f64> {
        self.value().filter(|_| !matches!(self.shown, Shown::Unreliable { .. }))
    }
}

/// Figures of one area and group in time order.
pub type Series = Vec<(Period, Figure)>;

/// All figures of all indicators.
#[derive(Debug, Clone, Default)]
pub struct Measures {
    series: BTreeMap<IndicatorName, BTreeMap<AreaCode, BTreeMap<Group, Series>>>,
    /// Which deliveries stand behind the release.
    pub deliveries: Vec<DeliveryNote>,
    /// How the figures of each source were protected.
    pub protection: Vec<(SourceName, Protection)>,
    base_period: Option<Period>,
}

/// Computes every indicator for each area of its levels, each period, the whole population and each group.
pub fn measure(catalogue: &Catalogue, release: &Release) -> Measures {
    let index = Index::new(release);
    let mut measures = Measures {
        series: BTreeMap::new(),
        deliveries: release.deliveries.clone(),
        protection: release.protection.clone(),
        base_period: catalogue.monitoring.base_period,
    };
    for indicator in &catalogue.indicators {
        let mut groups = groups(catalogue, indicator);
        groups.extend(indicator.breakdowns.iter().flat_map(|breakdown| crossed_groups(catalogue, breakdown)));
        let mut of_areas: BTreeMap<AreaCode, BTreeMap<Group, Series>> = BTreeMap::new();
        for group in &groups {
            let inputs = kinds::Inputs::new(catalogue, &index, indicator, group);
            for area in catalogue.areas.iter().filter(|area| indicator.levels.contains(&area.level)) {
                let series = inputs.series(area);
                if !series.is_empty() {
                    of_areas.entry(area.code.clone()).or_default().insert(group.clone(), series);
                }
            }
        }
        measures.series.insert(indicator.name.clone(), of_areas);
    }
    measures
}

/// The whole population and every group of every breakdown of an indicator, in the order of the code lists. What
/// crosses versions of a concept tells no groups apart.
pub fn groups(catalogue: &Catalogue, indicator: &Indicator) -> Vec<Group> {
    let mut groups = vec![Group::new()];
    for breakdown in indicator.breakdowns.iter().filter(|breakdown| catalogue.crossed(breakdown).is_none()) {
        groups.extend(groups_by(catalogue, breakdown));
    }
    groups
}

/// The groups of one breakdown, in the order of the code lists.
pub fn groups_by(catalogue: &Catalogue, breakdown: &[VariableName]) -> Vec<Group> {
    let mut groups = vec![Group::new()];
    for name in breakdown {
        let categories = catalogue.variables.get(name).map_or(&[][..], |variable: &Variable| &variable.categories);
        groups = groups
            .iter()
            .flat_map(|group| {
                categories.iter().map(move |category| {
                    let mut group = group.clone();
                    group.insert(name.clone(), category.code.clone());
                    group
                })
            })
            .collect();
    }
    groups
}

/// Where a breakdown crosses versions of a concept: the groups of each version, and of each two.
fn crossed_groups(catalogue: &Catalogue, breakdown: &[VariableName]) -> Vec<Group> {
    if catalogue.crossed(breakdown).is_none() {
        return Vec::new();
    }
    let mut groups = Vec::new();
    for (place, one) in breakdown.iter().enumerate() {
        groups.extend(groups_by(catalogue, std::slice::from_ref(one)));
        let others = breakdown.iter().skip(place + 1);
        groups.extend(others.flat_map(|other| groups_by(catalogue, &[one.clone(), other.clone()])));
    }
    groups
}

impl Measures {
    /// The figures of an indicator for an area and a group, in time order; empty if there are none.
    pub fn series(&self, indicator: &IndicatorName, area: &AreaCode, group: &Group) -> &[(Period, Figure)] {
        self.series
            .get(indicator)
            .and_then(|areas| areas.get(area))
            .and_then(|groups| groups.get(group))
            .map_or(&[], Vec::as_slice)
    }

    /// One figure; none if it was not delivered.
    pub fn figure(&self, indicator: &IndicatorName, area: &AreaCode, period: Period, group: &Group) -> Option<&Figure> {
        let series = self.series(indicator, area, group);
        series.binary_search_by(|(at, _)| at.cmp(&period)).ok().map(|place| &series[place].1)
    }

    /// The latest figure that is a number; if none is, the latest sign.
    pub fn latest(&self, indicator: &IndicatorName, area: &AreaCode, group: &Group) -> Option<(Period, &Figure)> {
        let series = self.series(indicator, area, group);
        let number = series.iter().rev().find(|(_, figure)| figure.value().is_some());
        number.or(series.last()).map(|(period, figure)| (*period, figure))
    }

    /// The first figure that is a number; if none is, the first sign.
    pub fn first(&self, indicator: &IndicatorName, area: &AreaCode, group: &Group) -> Option<(Period, &Figure)> {
        let series = self.series(indicator, area, group);
        let number = series.iter().find(|(_, figure)| figure.value().is_some());
        number.or(series.first()).map(|(period, figure)| (*period, figure))
    }

    /// The figure of the base period: that of the monitoring, or of the first period with a number from then on.
    pub fn base(&self, indicator: &IndicatorName, area: &AreaCode, group: &Group) -> Option<(Period, &Figure)> {
        let from = self.base_period.map_or(i16::MIN, Period::year);
        self.series(indicator, area, group)
            .iter()
            .find(|(period, figure)| period.year() >= from && figure.value().is_some())
            .map(|(period, figure)| (*period, figure))
    }

    /// All areas, groups and series of an indicator, by area and then by group.
    pub fn all(&self, indicator: &IndicatorName) -> impl Iterator<Item = (&AreaCode, &Group, &Series)> {
        let areas = self.series.get(indicator).into_iter().flatten();
        areas.flat_map(|(area, groups)| groups.iter().map(move |(group, series)| (area, group, series)))
    }

    /// All periods for which the indicator has figures at this area or any other, in time order.
    pub fn periods(&self, indicator: &IndicatorName) -> Vec<Period> {
        let mut periods: Vec<Period> = self.all(indicator).flat_map(|(.., s)| s.iter().map(|(p, _)| *p)).collect();
        periods.sort_unstable();
        periods.dedup();
        periods
    }

    /// The deliveries that stand behind a figure of an indicator.
    pub fn provenance(&self, indicator: &Indicator, period: Period) -> Vec<&DeliveryNote> {
        let sources = sources(indicator);
        let stands_behind = |note: &&DeliveryNote| {
            sources.contains(&&note.source) && note.first.year() <= period.year() && period.year() <= note.last.year()
        };
        self.deliveries.iter().filter(stands_behind).collect()
    }
}

/// The sources of an indicator, each once, that of the numerator first.
pub fn sources(indicator: &Indicator) -> Vec<&SourceName> {
    let mut sources: Vec<&SourceName> = Vec::new();
    for quantity in indicator.quantities() {
        if !sources.contains(&&quantity.measure.source) {
            sources.push(&quantity.measure.source);
        }
    }
    sources
}

/// Whether figures of this kind add up to a whole: parts of them are said as shares, not as gaps.
pub fn adds_up(indicator: &Indicator) -> bool {
    matches!(indicator.kind, IndicatorKind::Count { .. })
}
