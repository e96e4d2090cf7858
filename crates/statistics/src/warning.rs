//! What early warnings are made of: small questions to a series, each answered with what is needed to explain it.

use crate::{
    Aim, Mistake, Point, finite,
    series::{checked, median},
};

/// The standard deviation of a normal distribution is 1.4826 times its median absolute deviation.
const NORMAL: f64 = 1.482_602_218_505_602;
/// The same for the mean absolute deviation, √(π/2).
const NORMAL_MEAN: f64 = 1.253_314_137_315_5;
/// So many earlier changes tell how large changes usually are.
const LEAST_CHANGES: usize = 5;

/// Which direction of a value is the adverse one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Adverse {
    /// Rising values are.
    Up,
    /// Falling values are.
    Down,
}

impl Adverse {
    fn sign(self) -> f64 {
        match self {
            Adverse::Up => 1.0,
            Adverse::Down => -1.0,
        }
    }
}

/// Whether the last value misses a threshold, and since when: the time of the first value of the unbroken run of misses that
/// ends with the last. `None` where the last value is on the right side.
///
/// # Errors
/// [`Mistake::Order`] or [`Mistake::NotFinite`] for points.
pub fn missed_since(points: &[Point], threshold: Aim) -> Result<Option<f64>, Mistake> {
    checked(points, 0)?;
    let run = points.iter().rev().take_while(|point| threshold.ahead(point.value) < 0.0);
    Ok(run.last().map(|point| point.time))
}

/// Whether the threshold was crossed with the last value: it misses it and the value before did not.
///
/// # Errors
/// As [`missed_since`].
pub fn just_crossed(points: &[Point], threshold: Aim) -> Result<bool, Mistake> {
    let since = missed_since(points, threshold)?;
    Ok(points.len() >= 2 && since.is_some() && since == points.last().map(|point| point.time))
}

/// How many changes in a row, up to the last, went in the adverse direction. A rule "adverse for n periods" holds where this
/// is n or more; in a series without any trend and without autocorrelation n changes in a row come about by chance with
/// probability 1/(n+1)!, so 0.17 for two, 0.042 for three, 0.0083 for four.
///
/// # Errors
/// As [`missed_since`].
pub fn adverse_run(points: &[Point], adverse: Adverse) -> Result<usize, Mistake> {
    checked(points, 0)?;
    let changes =
        points.iter().rev().zip(points.iter().rev().skip(1)).map(|(later, earlier)| later.value - earlier.value);
    Ok(changes.take_while(|change| change * adverse.sign() > 0.0).count())
}

/// How many times in a row, up to the last, the gap between two groups became wider, whichever is ahead.
///
/// # Errors
/// [`Mistake::Lengths`] where the times differ, otherwise as [`missed_since`].
pub fn widening_run(first: &[Point], second: &[Point]) -> Result<usize, Mistake> {
    checked(first, 0)?;
    checked(second, 0)?;
    if first.len() != second.len() || first.iter().zip(second).any(|(a, b)| a.time != b.time) {
        return Err(Mistake::Lengths);
    }
    let gap = |(a, b): (&Point, &Point)| Point::new(a.time, (a.value - b.value).abs());
    adverse_run(&first.iter().zip(second).map(gap).collect::<Vec<_>>(), Adverse::Up)
}

/// A change against what is usual in its series.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Jump {
    /// The last change, in the unit of the value.
    pub change: f64,
    /// The usual change: the median of those before.
    pub usual: f64,
    /// The distance of the last change from the usual one, in robust standard deviations; infinite where all changes
    /// before were the same and this one is not.
    pub score: f64,
    /// Whether it is a jump.
    pub sudden: bool,
}

/// Whether the last change stands out from the earlier ones: |change − median| / (1.4826 MAD) above `limit` (3.5 is
/// usual: Iglewicz and Hoaglin 1993, *How to Detect and Handle Outliers*), and by more than `matters` in the unit of the
/// value. Where at least half of the earlier changes are equal, so that the MAD is zero, 1.2533 times the mean absolute
/// deviation stands in for it. Changes over several years are taken per year. `None` with fewer than five earlier changes.
///
/// # Errors
/// As [`missed_since`]; [`Mistake::Negative`] for a limit or size below zero.
pub fn jump(points: &[Point], limit: f64, matters: f64) -> Result<Option<Jump>, Mistake> {
    checked(points, 0)?;
    let (limit, matters) = (crate::count(limit)?, crate::count(matters)?);
    let pairs = points.iter().zip(points.iter().skip(1));
    let mut changes: Vec<f64> = pairs.map(|(a, b)| (b.value - a.value) / (b.time - a.time)).collect();
    let Some(change) = changes.pop().filter(|_| changes.len() >= LEAST_CHANGES) else { return Ok(None) };
    let usual = median(&mut changes)?;
    let mut distances: Vec<f64> = changes.iter().map(|change| (change - usual).abs()).collect();
    let mean = distances.iter().sum::<f64>() / distances.len() as f64;
    let mad = NORMAL * median(&mut distances)?;
    let spread = if mad > 0.0 { mad } else { NORMAL_MEAN * mean };
    let distance = finite((change - usual).abs())?;
    let score = if distance == 0.0 { 0.0 } else { distance / spread };
    Ok(Some(Jump { change, usual, score, sudden: score > limit && distance > matters }))
}
