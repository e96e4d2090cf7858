//! Comparing figures: over time, between groups, between the municipality and its parts. Nobody is ranked.

use catalogue::{
    Catalogue, Period,
    model::{Group, Indicator},
    names::{AreaCode, LevelName},
    period::Part,
};

use super::{Figure, Measures};

/// A change over time.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Change {
    /// From when.
    pub from: Period,
    /// To when.
    pub to: Period,
    /// The later figure less the earlier, both as shown, in the unit of the indicator (percentage points of shares).
    pub difference: f64,
    /// Whether both figures are certain enough.
    pub reliable: bool,
}

/// A gap between two groups, or between a group and the whole.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Gap {
    /// The one less the other, both as shown.
    pub difference: f64,
    /// The one divided by the other, if both are above zero.
    pub ratio: Option<f64>,
    /// Whether both figures are certain enough.
    pub reliable: bool,
}

/// The municipality against its parts, without saying which part stands where.
#[derive(Debug, Clone, PartialEq)]
pub struct Parts {
    /// The level of the parts.
    pub level: LevelName,
    /// The lowest figure.
    pub low: f64,
    /// The highest figure.
    pub high: f64,
    /// How many parts lie above the whole.
    pub above: usize,
    /// How many show the same figure as the whole.
    pub same: usize,
    /// How many lie below.
    pub below: usize,
    /// How many have no figure that is certain enough.
    pub left_out: usize,
}

/// The change between two figures, if both are numbers and what is measured did not change in between.
pub fn change(
    indicator: &Indicator,
    (from, earlier): (Period, &Figure),
    (to, later): (Period, &Figure),
) -> Option<Change> {
    let difference = difference(indicator, later, earlier)?;
    let reliable = later.reliable().is_some() && earlier.reliable().is_some();
    (from < to && indicator.break_between(from, to).is_none()).then_some(Change { from, to, difference, reliable })
}

/// The gap between two figures, if both are numbers.
pub fn gap(indicator: &Indicator, one: &Figure, other: &Figure) -> Option<Gap> {
    let (first, second) = (one.value()?, other.value()?);
    Some(Gap {
        difference: difference(indicator, one, other)?,
        ratio: (first > 0.0 && second > 0.0).then(|| first / second),
        reliable: one.reliable().is_some() && other.reliable().is_some(),
    })
}

/// The one less the other, both as shown, and both with the decimals of the coarser one. Everyone can check such a
/// difference: 5,1 and 5,0 differ by 0,1, whatever the digits behind.
fn difference(indicator: &Indicator, one: &Figure, other: &Figure) -> Option<f64> {
    let decimals = one.decimals(indicator).min(other.decimals(indicator));
    Some(as_shown(decimals, one.value()?) - as_shown(decimals, other.value()?))
}

/// A number rounded to the decimals that are shown.
fn as_shown(decimals: u8, value: f64) -> f64 {
    let scale = 10_f64.powi(i32::from(decimals));
    // 2.675 · 100 is a hair below 267.5; the page says 2,68. Adding zero turns a negative zero into zero.
    (value * scale * (1.0 + 4.0 * f64::EPSILON)).round() / scale + 0.0
}

/// Periods in time order, each once, with the years between them that have no figures: a series that comes every year
/// but once is shown with a gap, one that comes every third year without.
pub fn evenly(mut periods: Vec<Period>) -> Vec<Period> {
    periods.sort_unstable();
    periods.dedup();
    let steps: Vec<i16> = periods.windows(2).map(|pair| pair[1].year() - pair[0].year()).collect();
    let yearly = periods.iter().all(|period| period.part() == Part::Year);
    match (periods.first(), periods.last(), steps.iter().copied().min()) {
        (Some(first), Some(last), Some(step)) if yearly && steps.iter().all(|one| one % step == 0) => {
            (first.year()..=last.year()).step_by(step.unsigned_abs().into()).map(Period::year_of).collect()
        }
        _ => periods,
    }
}

impl Measures {
    /// The change of the latest figure against the base period.
    pub fn change_since_base(&self, indicator: &Indicator, area: &AreaCode, group: &Group) -> Option<Change> {
        let latest = self.latest(&indicator.name, area, group)?;
        change(indicator, self.comparable_base(indicator, area, group)?, latest)
    }

    /// The figure of the base period, or the first since what is measured changed last.
    pub fn comparable_base(&self, indicator: &Indicator, area: &AreaCode, group: &Group) -> Option<(Period, &Figure)> {
        let base = self.base(&indicator.name, area, group)?;
        let latest = self.latest(&indicator.name, area, group)?;
        let Some(cut) = indicator.break_between(base.0, latest.0) else { return Some(base) };
        let series = self.series(&indicator.name, area, group);
        let found = series.iter().find(|(period, figure)| *period >= cut.period && figure.value().is_some())?;
        Some((found.0, &found.1))
    }

    /// The change of the latest figure against the one before it.
    pub fn change_since_previous(&self, indicator: &Indicator, area: &AreaCode, group: &Group) -> Option<Change> {
        let latest = self.latest(&indicator.name, area, group)?;
        let series = self.series(&indicator.name, area, group);
        let before = series.iter().rev().find(|(period, figure)| *period < latest.0 && figure.value().is_some())?;
        change(indicator, (before.0, &before.1), latest)
    }

    /// How far apart two groups are in a period; the empty group is the whole population.
    pub fn gap(
        &self,
        indicator: &Indicator,
        area: &AreaCode,
        period: Period,
        one: &Group,
        other: &Group,
    ) -> Option<Gap> {
        let figure = |group| self.figure(&indicator.name, area, period, group);
        gap(indicator, figure(one)?, figure(other)?)
    }

    /// The share of a group in the whole, in per cent; for counts.
    pub fn share_of_whole(&self, indicator: &Indicator, area: &AreaCode, period: Period, group: &Group) -> Option<f64> {
        let whole = self.figure(&indicator.name, area, period, &Group::new())?.value()?;
        let part = self.figure(&indicator.name, area, period, group)?.value()?;
        (whole > 0.0).then(|| 100.0 * part / whole)
    }

    /// The municipality against its parts of a level, in a period; none if fewer than two parts can be compared.
    pub fn parts(
        &self,
        catalogue: &Catalogue,
        indicator: &Indicator,
        level: &LevelName,
        period: Period,
    ) -> Option<Parts> {
        let everyone = Group::new();
        let whole = self.figure(&indicator.name, &catalogue.whole().code, period, &everyone)?.reliable()?;
        let mut parts = Parts {
            level: level.clone(),
            low: f64::INFINITY,
            high: f64::NEG_INFINITY,
            above: 0,
            same: 0,
            below: 0,
            left_out: 0,
        };
        for area in catalogue.areas_of(level).filter(|area| !area.residue) {
            let figure = self.figure(&indicator.name, &area.code, period, &everyone);
            let Some(value) = figure.and_then(Figure::reliable) else {
                parts.left_out += 1;
                continue;
            };
            parts.low = parts.low.min(value);
            parts.high = parts.high.max(value);
            match as_shown(indicator.decimals, value).total_cmp(&as_shown(indicator.decimals, whole)) {
                std::cmp::Ordering::Greater => parts.above += 1,
                std::cmp::Ordering::Equal => parts.same += 1,
                std::cmp::Ordering::Less => parts.below += 1,
            }
        }
        (parts.above + parts.same + parts.below >= 2).then_some(parts)
    }
}
