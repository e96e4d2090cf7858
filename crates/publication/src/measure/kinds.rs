//! How each kind of indicator is computed.

use catalogue::{
    Catalogue, Period,
    model::{Area, Group, Indicator, IndicatorKind, Quantity, Variable},
    names::MeasureKey,
};
use release::{Mark, Number, Observation};

use super::{
    Figure, Series, Shown,
    index::{Found, Index, at},
};

/// What an indicator is computed from, for one group.
pub(super) struct Inputs<'a> {
    minimum: f64,
    kind: Kind<'a>,
}

enum Kind<'a> {
    Single(Found<'a>),
    Quotient { numerator: Found<'a>, denominator: Found<'a>, times: f64 },
    Dissimilarity { index: Option<Found<'a>>, counts: [Found<'a>; 2] },
    Diversity { parts: Vec<Found<'a>> },
}

impl<'a> Inputs<'a> {
    pub(super) fn new(
        catalogue: &'a Catalogue,
        index: &'a Index<'a>,
        indicator: &Indicator,
        group: &Group,
    ) -> Inputs<'a> {
        let quotient = |numerator, denominator, times| Kind::Quotient {
            numerator: index.find(numerator, group),
            denominator: index.find(denominator, group),
            times,
        };
        let kind = match &indicator.kind {
            IndicatorKind::Count { of } | IndicatorKind::Given { of } => Kind::Single(index.find(of, group)),
            IndicatorKind::Share { numerator, denominator } => quotient(numerator, denominator, 100.0),
            IndicatorKind::Rate { numerator, denominator, per } => quotient(numerator, denominator, f64::from(*per)),
            IndicatorKind::Ratio { numerator, denominator } | IndicatorKind::Mean { numerator, denominator } => {
                quotient(numerator, denominator, 1.0)
            }
            IndicatorKind::Dissimilarity { group: one, reference, .. } => Kind::Dissimilarity {
                index: released(indicator, one).map(|of| index.find(&of, group)),
                counts: [index.find(one, group), index.find(reference, group)],
            },
            IndicatorKind::Diversity { of, by } => {
                let variable = catalogue.variables.get(by);
                let categories = variable.into_iter().flat_map(finest);
                let parts = categories.map(|code| {
                    let mut group = group.clone();
                    group.insert(by.clone(), code.clone());
                    index.find(of, &group)
                });
                Kind::Diversity { parts: parts.collect() }
            }
        };
        Inputs { minimum: f64::from(indicator.reliable_minimum), kind }
    }

    /// The figures of an area.
    pub(super) fn series(&self, area: &Area) -> Series {
        match &self.kind {
            Kind::Single(of) => of.of(&area.code).iter().map(|(period, one)| (*period, single(*one))).collect(),
            Kind::Quotient { numerator, denominator, times } => {
                let (above, below) = (numerator.of(&area.code), denominator.of(&area.code));
                let one =
                    |period| Some((period, quotient(at(above, period), at(below, period), *times, self.minimum)?));
                periods([above, below]).into_iter().filter_map(one).collect()
            }
            Kind::Dissimilarity { index, counts } => {
                let given = index.as_ref().map_or(&[][..], |index| index.of(&area.code));
                if given.is_empty() {
                    // Nobody else may compute it: the counts of the parts may be withheld, and one number is one number.
                    let withheld = single(Observation::Withheld);
                    let found = periods(counts.iter().map(|one| one.of(&area.code)));
                    return found.into_iter().map(|period| (period, withheld)).collect();
                }
                given.iter().map(|(period, one)| (*period, self::index(*one))).collect()
            }
            Kind::Diversity { parts } => {
                let found = periods(parts.iter().map(|part| part.of(&area.code)));
                let one = |period| {
                    Some((period, variety(parts.iter().map(|part| part.at(&area.code, period)), self.minimum)?))
                };
                found.into_iter().filter_map(one).collect()
            }
        }
    }
}

/// The categories that no other is a part of: those that add up to the whole without counting anyone twice.
pub(crate) fn finest(variable: &Variable) -> impl Iterator<Item = &catalogue::names::CategoryCode> {
    let is_parent = |code| variable.categories.iter().any(|other| other.parent.as_ref() == Some(code));
    variable.categories.iter().map(|category| &category.code).filter(move |code| !is_parent(*code))
}

/// All periods of some observations, in time order.
fn periods<'o>(observations: impl IntoIterator<Item = &'o [(Period, Observation)]>) -> Vec<Period> {
    let mut periods: Vec<Period> =
        observations.into_iter().flat_map(|series| series.iter().map(|(period, _)| *period)).collect();
    periods.sort_unstable();
    periods.dedup();
    periods
}

/// The measure under which production releases the index of an indicator, computed from the counts themselves.
fn released(indicator: &Indicator, group: &Quantity) -> Option<Quantity> {
    let measure = format!("index-{}", indicator.name).parse().ok()?;
    Some(Quantity { measure: MeasureKey { source: group.measure.source.clone(), measure }, of: Group::new() })
}

/// An index as it was released: with so many decimals as protect what it was computed from.
fn index(observation: Observation) -> Figure {
    let decimals = match observation {
        Observation::Value { number, .. } => Some(number.decimals),
        _ => None,
    };
    Figure { decimals, ..single(observation) }
}

/// A released number as it stands.
fn single(observation: Observation) -> Figure {
    let shown = match observation {
        Observation::Value { number, mark: Mark::Uncertain } => Shown::Unreliable { value: Some(number.to_f64()) },
        Observation::Value { number, mark } => Shown::Value { value: number.to_f64(), mark },
        Observation::Nothing => Shown::Nothing,
        Observation::Unreliable => Shown::Unreliable { value: None },
        Observation::Withheld => Shown::Withheld,
        Observation::Pending => Shown::Pending,
        Observation::Senseless => Shown::Senseless,
    };
    Figure { shown, numerator: None, denominator: None, decimals: None }
}

/// What stands behind an observation, if it is a number; nothing is zero.
fn number(observation: Observation) -> Option<(Number, Mark)> {
    match observation {
        Observation::Value { number, mark } => Some((number, mark)),
        Observation::Nothing => Some((Number { scaled: 0, decimals: 0 }, Mark::None)),
        _ => None,
    }
}

/// The sign that a figure takes over from what it is computed from; the first of this order that is among them.
fn sign(observations: impl Iterator<Item = Observation> + Clone) -> Option<Shown> {
    let has = |wanted: Observation| observations.clone().any(|one| one == wanted);
    if has(Observation::Withheld) {
        Some(Shown::Withheld)
    } else if has(Observation::Pending) {
        Some(Shown::Pending)
    } else if has(Observation::Senseless) {
        Some(Shown::Senseless)
    } else if has(Observation::Unreliable) {
        Some(Shown::Unreliable { value: None })
    } else {
        None
    }
}

/// A computed number with the marks of what it was computed from.
fn value(value: f64, marks: impl Iterator<Item = Mark> + Clone, base: f64, minimum: f64) -> Shown {
    let has = |wanted: Mark| marks.clone().any(|mark| mark == wanted);
    if has(Mark::Uncertain) || base < minimum {
        return Shown::Unreliable { value: Some(value) };
    }
    let strongest = [Mark::Provisional, Mark::Estimated, Mark::Revised].into_iter().find(|mark| has(*mark));
    Shown::Value { value, mark: strongest.unwrap_or_default() }
}

/// `times` · numerator / denominator.
pub(super) fn quotient(
    numerator: Option<Observation>,
    denominator: Option<Observation>,
    times: f64,
    minimum: f64,
) -> Option<Figure> {
    let (above, below) = (numerator.and_then(number), denominator.and_then(number));
    let given = [numerator, denominator].into_iter().flatten();
    let shown = match (above, below) {
        (Some((_, _)), Some((below, _))) if below.scaled == 0 => Shown::Senseless,
        (Some((above, one)), Some((below, other))) => {
            let (above, below) = (above.to_f64(), below.to_f64());
            value(times * above / below, [one, other].into_iter(), below, minimum)
        }
        // What is missing is missing; but if the other is withheld, so is the figure.
        _ => sign(given)?,
    };
    let [numerator, denominator] = [above, below].map(|one| one.map(|(number, _)| number));
    Some(Figure { shown, numerator, denominator, decimals: None })
}

/// 1 − Σ share², if every part is known.
pub(super) fn variety(parts: impl Iterator<Item = Option<Observation>> + Clone, minimum: f64) -> Option<Figure> {
    let signs = sign(parts.clone().flatten());
    if signs.is_none() && parts.clone().any(|one| one.is_none()) {
        return None;
    }
    let shown = signs.unwrap_or_else(|| {
        let found = parts.clone().flatten().filter_map(number);
        let numbers: Vec<f64> = found.clone().map(|(number, _)| number.to_f64()).collect();
        match diversity(&numbers) {
            Some(index) => value(index, found.map(|(_, mark)| mark), numbers.iter().sum(), minimum),
            None => Shown::Senseless,
        }
    });
    Some(Figure { shown, numerator: None, denominator: None, decimals: None })
}

/// The chance that two people are of different categories (Simpson 1949), 0 to 1; none if there is nobody.
pub(super) fn diversity(parts: &[f64]) -> Option<f64> {
    let all: f64 = parts.iter().sum();
    (all > 0.0).then(|| (1.0 - parts.iter().map(|part| (part / all).powi(2)).sum::<f64>()).clamp(0.0, 1.0))
}
