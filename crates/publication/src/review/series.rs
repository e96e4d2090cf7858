//! What the series of an indicator say about its use: whether it moves, whether it is there, whether another says the same.

use catalogue::{
    Catalogue, Period,
    model::{Group, Indicator},
    names::IndicatorName,
};
use statistics::{Outcome, spearman};

use super::{ALIKE, COMMON_CHANGES};
use crate::{
    assess::{Answer, Assessments, Question, Rule},
    measure::{Figure, Measures, Shown, evenly},
};

/// Whether figures move beyond noise: for everyone or any group of the municipality.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Moves {
    /// A trend or a change is clear.
    Clearly,
    /// Trends could be judged, and nothing is clear.
    NotClearly,
    /// There are too few years, or the source says nothing of its uncertainty.
    Unknown,
}

/// How far the figures for everyone reach since the last break, in the unit of the indicator.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Spread {
    /// The smallest.
    pub low: f64,
    /// The largest.
    pub high: f64,
    /// The standard deviation in per cent of the mean, if all figures are above zero.
    pub variation: Option<f64>,
}

/// Which figures are there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Presence {
    /// How many periods its own rhythm has from its first to its last, for everyone in the municipality.
    pub expected: usize,
    /// In how many of them there is a number.
    pub present: usize,
    /// How many figures there are of all areas and groups, signs included.
    pub figures: usize,
    /// How many of them are withheld or unknown.
    pub withheld: usize,
    /// The newest period with a number.
    pub newest: Option<Period>,
    /// How many years the newest number lies behind the newest one of the release.
    pub behind: i16,
    /// Whether that is later than its own rhythm explains.
    pub late: bool,
}

/// Another indicator of the same field whose changes go along.
#[derive(Debug, Clone, PartialEq)]
pub struct Alike {
    /// The other indicator.
    pub other: IndicatorName,
    /// The rank correlation of Spearman of their yearly changes.
    pub correlation: f64,
    /// How many common changes it rests on.
    pub changes: usize,
}

/// Whether it moves.
pub(super) fn moves(catalogue: &Catalogue, assessments: &Assessments, indicator: &Indicator) -> Moves {
    let Some(page) = assessments.page(&indicator.name, &catalogue.whole().code) else { return Moves::Unknown };
    let outcomes = || page.trends.iter().filter_map(|trend| Some(trend.found.as_ref().ok()?.outcome));
    let directed = |outcome| {
        use Outcome::{Falling, FallingThenRising, Rising, RisingThenFalling};
        matches!(outcome, Rising | Falling | RisingThenFalling | FallingThenRising)
    };
    let over_time =
        |question: &Question| matches!(question, Question::SincePrevious { .. } | Question::SinceBase { .. });
    let changed = page.verdicts.iter().any(|one| over_time(&one.question) && one.answer == Answer::Different);
    if changed || outcomes().any(directed) {
        Moves::Clearly
    } else if outcomes().any(|outcome| !matches!(outcome, Outcome::TooShort | Outcome::Broken)) {
        Moves::NotClearly
    } else {
        Moves::Unknown
    }
}

/// How far its figures reach; none with fewer than two.
pub(super) fn spread(catalogue: &Catalogue, measures: &Measures, indicator: &Indicator) -> Option<Spread> {
    let values: Vec<f64> = since_break(catalogue, measures, indicator).into_iter().map(|(_, value)| value).collect();
    if values.len() < 2 {
        return None;
    }
    let n = values.len() as f64;
    let mean = values.iter().sum::<f64>() / n;
    let variance = values.iter().map(|value| (value - mean) * (value - mean)).sum::<f64>() / (n - 1.0);
    let low = values.iter().copied().fold(f64::INFINITY, f64::min);
    let high = values.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    Some(Spread { low, high, variation: (low > 0.0).then(|| 100.0 * variance.sqrt() / mean) })
}

/// Numbers for everyone in the municipality that are certain enough to be compared, since the last break.
fn since_break(catalogue: &Catalogue, measures: &Measures, indicator: &Indicator) -> Vec<(Period, f64)> {
    let series = measures.series(&indicator.name, &catalogue.whole().code, &Group::new());
    let last = series.last().map(|(period, _)| *period);
    let cut = indicator.breaks.iter().map(|cut| cut.period).filter(|cut| last.is_some_and(|last| *cut <= last)).max();
    let number = |(period, figure): &(Period, Figure)| Some((*period, figure.reliable()?));
    series.iter().filter(|(period, _)| cut.is_none_or(|cut| *period >= cut)).filter_map(number).collect()
}

/// Which figures are there.
pub(super) fn presence(
    catalogue: &Catalogue,
    measures: &Measures,
    assessments: &Assessments,
    indicator: &Indicator,
) -> Presence {
    let series = measures.series(&indicator.name, &catalogue.whole().code, &Group::new());
    let numbers: Vec<Period> =
        series.iter().filter(|(_, figure)| figure.value().is_some()).map(|(period, _)| *period).collect();
    let all = || measures.all(&indicator.name).flat_map(|(.., series)| series);
    let newest = numbers.last().copied();
    let of_release = measures.deliveries.iter().map(|note| note.last.year()).max();
    Presence {
        expected: evenly(series.iter().map(|(period, _)| *period).collect()).len(),
        present: numbers.len(),
        figures: all().count(),
        withheld: all().filter(|(_, figure)| figure.shown == Shown::Withheld).count(),
        newest,
        behind: newest.zip(of_release).map_or(0, |(own, of_release)| of_release.saturating_sub(own.year()).max(0)),
        late: assessments.warnings.iter().any(|one| one.rule == Rule::Overdue && one.indicator == indicator.name),
    }
}

/// Other current indicators of the field that run alike; nothing if there are others and with none of them enough
/// common changes to tell.
pub(super) fn alike(
    catalogue: &Catalogue,
    measures: &Measures,
    indicator: &Indicator,
    current: &[&Indicator],
) -> Option<Vec<Alike>> {
    let own = since_break(catalogue, measures, indicator);
    let others = || current.iter().filter(|other| other.field == indicator.field && other.name != indicator.name);
    let (mut compared, mut found) = (0, Vec::new());
    for other in others() {
        let (a, b) = common_changes(&own, &since_break(catalogue, measures, other));
        if a.len() < COMMON_CHANGES {
            continue;
        }
        compared += 1;
        // What does not change at all runs like nothing.
        if let Some(correlation) = spearman(&a, &b).ok().filter(|correlation| correlation.abs() >= ALIKE) {
            found.push(Alike { other: other.name.clone(), correlation, changes: a.len() });
        }
    }
    (compared > 0 || others().next().is_none()).then_some(found)
}

/// The changes of both from one common period to the next, a year.
fn common_changes(a: &[(Period, f64)], b: &[(Period, f64)]) -> (Vec<f64>, Vec<f64>) {
    let at = |series: &[(Period, f64)], year| series.iter().find(|(period, _)| period.year() == year).map(|one| one.1);
    let common: Vec<(i16, f64, f64)> =
        a.iter().filter_map(|(period, value)| Some((period.year(), *value, at(b, period.year())?))).collect();
    let changes = common.iter().zip(common.iter().skip(1)).filter(|(before, after)| after.0 > before.0);
    changes
        .map(|(before, after)| {
            let years = f64::from(after.0 - before.0);
            ((after.1 - before.1) / years, (after.2 - before.2) / years)
        })
        .unzip()
}
