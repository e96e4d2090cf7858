//! What may be said about a series: nine outcomes at most.

use crate::{
    Confidence, Estimate, Mistake, Model, Point, Reason,
    kendall::{least_p, running_balance},
    mann_kendall, rate_trend,
    sen::test_and_line,
    series::{ascending, checked, last_segment, median},
    share_trend,
};

/// Fewer points do not make a trend.
const LEAST: usize = 5;
/// From this p-value on, counts vary more than chance would have it.
const FLUCTUATES: f64 = 0.01;

/// A share or a rate at a point in time.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Sample {
    /// The time in years.
    pub time: f64,
    /// How many.
    pub count: f64,
    /// Of how many, or under which exposure.
    pub of: f64,
}

impl Sample {
    /// A share or a rate at a point in time.
    pub fn new(time: f64, count: f64, of: f64) -> Sample {
        Sample { time, count, of }
    }
}

/// What a series does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Outcome {
    /// Clearly rising.
    Rising,
    /// Clearly falling.
    Falling,
    /// Clearly rising up to a turn, clearly falling from there.
    RisingThenFalling,
    /// Clearly falling up to a turn, clearly rising from there.
    FallingThenRising,
    /// Surely within the agreed tolerance from the first to the last year.
    Steady,
    /// No direction, and it varies more than chance (or more than the tolerance) from year to year.
    Fluctuating,
    /// No clear direction. It may be steady or moving; the numbers do not tell.
    NoClearDirection,
    /// Fewer than five points.
    TooShort,
    /// Five points or more, but fewer than five since the last break.
    Broken,
}

/// By which rules a series is judged.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Rules {
    /// How sure a direction must be.
    pub confidence: Confidence,
    /// Which change from the first to the last year is too small to matter, in the unit of the value, if that is agreed.
    pub tolerance: Option<f64>,
}

impl Default for Rules {
    /// 95 %, no tolerance.
    fn default() -> Rules {
        Rules { confidence: Confidence::P95, tolerance: None }
    }
}

/// What a series does, and the numbers behind it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Assessed {
    /// What it does.
    pub outcome: Outcome,
    /// How many points were used: those since the last break.
    pub points: usize,
    /// The first and the last time used, if there is one.
    pub span: Option<(f64, f64)>,
    /// The change per year, in the unit of the value, where one could be estimated.
    pub per_year: Option<Estimate>,
    /// The p-value of the direction, where it could be tested.
    pub p: Option<f64>,
    /// The year of the turn, if there is one.
    pub turn: Option<f64>,
}

impl Assessed {
    /// Why nothing can be said about a direction, if so.
    pub fn reason(&self) -> Option<Reason> {
        match self.outcome {
            Outcome::TooShort => Some(Reason::TooFew),
            Outcome::Broken => Some(Reason::Break),
            _ => None,
        }
    }
}

/// What the method of a series found.
struct Found {
    per_year: Estimate,
    p: f64,
    fluctuates: bool,
}

/// Judges given values and means, which come without counts: Theil–Sen slope, Mann–Kendall test.
///
/// It fluctuates if it has no direction and half of its changes from point to point are larger than the tolerance.
///
/// # Errors
/// [`Mistake::Order`] or [`Mistake::NotFinite`] for points or breaks, [`Mistake::Negative`] for a tolerance.
pub fn assess_values(points: &[Point], breaks: &[f64], rules: Rules) -> Result<Assessed, Mistake> {
    checked(points, 0)?;
    let used = last_segment(points, |point| point.time, breaks);
    assess(points.len(), used, breaks, rules, || {
        let (kendall, slope) = test_and_line(used, rules.confidence)?;
        let fluctuates = matches!((rules.tolerance, typical_change(used)?), (Some(most), typical) if typical > most);
        Ok(Some(Found { per_year: slope.per_year, p: kendall.p, fluctuates }))
    })
}

/// Judges shares by [`share_trend`]. It fluctuates if it has no direction and Pearson's χ² around the line is too large
/// for chance (p < 0.01), and half of its changes are larger than the tolerance: with many people even the smallest
/// movement is more than chance.
///
/// # Errors
/// [`Mistake`] for samples that are no shares, times that do not ascend, or a negative tolerance.
pub fn assess_shares(samples: &[Sample], breaks: &[f64], rules: Rules) -> Result<Assessed, Mistake> {
    for sample in samples {
        crate::part_of(sample.count, sample.of)?;
    }
    assess_counts(samples, breaks, rules, share_trend)
}

/// Judges rates by [`rate_trend`], otherwise as [`assess_shares`].
///
/// # Errors
/// As [`assess_shares`].
pub fn assess_rates(samples: &[Sample], breaks: &[f64], rules: Rules) -> Result<Assessed, Mistake> {
    for sample in samples {
        crate::count(sample.count)?;
        crate::positive(sample.of)?;
    }
    assess_counts(samples, breaks, rules, rate_trend)
}

/// The median of the absolute changes from point to point.
fn typical_change(points: &[Point]) -> Result<f64, Mistake> {
    let changes = points.iter().zip(points.iter().skip(1)).map(|(before, after)| (after.value - before.value).abs());
    median(&mut changes.collect::<Vec<_>>())
}

fn assess_counts(
    samples: &[Sample],
    breaks: &[f64],
    rules: Rules,
    trend: impl Fn(&[Sample]) -> Result<Model, Mistake>,
) -> Result<Assessed, Mistake> {
    ascending(samples.iter().map(|sample| sample.time))?;
    let used = last_segment(samples, |sample| sample.time, breaks);
    let points: Vec<Point> = used.iter().map(|sample| Point::new(sample.time, sample.count / sample.of)).collect();
    assess(samples.len(), &points, breaks, rules, || match trend(used) {
        Ok(model) => {
            let matters = rules.tolerance.unwrap_or(0.0);
            let fluctuates = model.dispersion_p()? < FLUCTUATES && typical_change(&points)? > matters;
            Ok(Some(Found { per_year: model.per_year(rules.confidence)?, p: model.p(), fluctuates }))
        }
        // Nobody, or everybody, in all years, or all at once from some year on: no line fits, nothing can be said.
        Err(Mistake::NoVariation | Mistake::NotConverged) => Ok(None),
        Err(other) => Err(other),
    })
}

fn assess(
    all: usize,
    used: &[Point],
    breaks: &[f64],
    rules: Rules,
    find: impl Fn() -> Result<Option<Found>, Mistake>,
) -> Result<Assessed, Mistake> {
    for cut in breaks {
        crate::finite(*cut)?;
    }
    if let Some(tolerance) = rules.tolerance {
        crate::count(tolerance)?;
    }
    let span = used.first().zip(used.last()).map(|(first, last)| (first.time, last.time));
    let answer = |outcome, found: Option<&Found>, turn| Assessed {
        outcome,
        points: used.len(),
        span,
        per_year: found.map(|found| found.per_year),
        p: found.map(|found| found.p),
        turn,
    };
    let (Some((first, last)), true) = (span, used.len() >= LEAST) else {
        let outcome = if all >= LEAST { Outcome::Broken } else { Outcome::TooShort };
        return Ok(answer(outcome, None, None));
    };
    let found = find()?;
    if let Some((outcome, turn)) = turn(used, rules.confidence)? {
        return Ok(answer(outcome, found.as_ref(), Some(turn)));
    }
    let Some(found) = found else { return Ok(answer(Outcome::NoClearDirection, None, None)) };
    let over_all = found.per_year.interval.times(last - first);
    // Without an agreed tolerance only what does not change at all is steady.
    let tolerance = rules.tolerance.unwrap_or(0.0);
    // Test and interval nearly always agree; where they do not, nothing is clear.
    let clear = found.p <= rules.confidence.alpha() && !found.per_year.interval.contains(0.0);
    let outcome = if over_all.lower >= -tolerance && over_all.upper <= tolerance && !found.fluctuates {
        Outcome::Steady
    } else if clear && found.per_year.value > 0.0 {
        Outcome::Rising
    } else if clear && found.per_year.value < 0.0 {
        Outcome::Falling
    } else if found.fluctuates {
        Outcome::Fluctuating
    } else {
        Outcome::NoClearDirection
    };
    Ok(answer(outcome, Some(&found), None))
}

/// The turn of a series: the point at which the directions before and after, that point in both, are opposite and each clear
/// by the test of Mann and Kendall. Of several, the one with the most pairs in its favour; of equals, the first.
///
/// Both sides need five points, so the series needs nine. Without any trend, two clear opposite directions at one point
/// have a chance of about α²/2 together, which is why the search over points is not paid for.
fn turn(points: &[Point], confidence: Confidence) -> Result<Option<(Outcome, f64)>, Mistake> {
    let mut best: Option<(f64, Outcome, f64)> = None;
    // Most points are ruled out by the signs alone, without the whole test.
    let (rises, falls) = (running_balance(points.iter()), running_balance(points.iter().rev()));
    for place in LEAST - 1..(points.len() + 1).saturating_sub(LEAST) {
        let (Some(before), Some(after)) = (points.get(..=place), points.get(place..)) else { continue };
        let (Some(s_before), Some(s_after)) = (rises.get(before.len()), falls.get(after.len())) else { continue };
        let hopeless = |points, s| least_p(points, s) > confidence.alpha();
        // Read backwards, S has the opposite sign: opposite directions have the same here.
        if s_before * s_after <= 0.0 || hopeless(before, *s_before) || hopeless(after, *s_after) {
            continue;
        }
        let (left, right) = (mann_kendall(before)?, mann_kendall(after)?);
        let clear = left.p <= confidence.alpha() && right.p <= confidence.alpha();
        if !clear || left.s * right.s >= 0.0 {
            continue;
        }
        let pairs = left.s.abs() + right.s.abs();
        let outcome = if left.s > 0.0 { Outcome::RisingThenFalling } else { Outcome::FallingThenRising };
        if let (true, Some(point)) = (best.is_none_or(|(most, ..)| pairs > most), after.first()) {
            best = Some((pairs, outcome, point.time));
        }
    }
    Ok(best.map(|(_, outcome, time)| (outcome, time)))
}
