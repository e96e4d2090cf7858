//! Values over time.

use crate::{Mistake, finite};

/// A value at a point in time.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Point {
    /// The time in years. Years may be missing; a quarter is a quarter of a year.
    pub time: f64,
    /// The value.
    pub value: f64,
}

impl Point {
    /// A value at a point in time.
    pub fn new(time: f64, value: f64) -> Point {
        Point { time, value }
    }
}

/// All numbers finite, times ascending, and at least `least` of them.
pub(crate) fn checked(points: &[Point], least: usize) -> Result<(), Mistake> {
    for point in points {
        finite(point.time)?;
        finite(point.value)?;
    }
    ascending(points.iter().map(|point| point.time))?;
    if points.len() < least { Err(Mistake::TooFew) } else { Ok(()) }
}

pub(crate) fn ascending(times: impl Iterator<Item = f64>) -> Result<(), Mistake> {
    let mut before = f64::NEG_INFINITY;
    for time in times {
        if finite(time)? <= before {
            return Err(Mistake::Order);
        }
        before = time;
    }
    Ok(())
}

/// What of a series comes after its last break. A break is the time of the first point that was measured anew; a break
/// after the last point cuts nothing.
pub fn last_segment<'a, T>(points: &'a [T], time: impl Fn(&T) -> f64, breaks: &[f64]) -> &'a [T] {
    let Some(end) = points.last().map(&time) else { return points };
    let cut = breaks.iter().copied().filter(|cut| *cut <= end).fold(f64::NEG_INFINITY, f64::max);
    let start = points.iter().position(|point| time(point) >= cut).unwrap_or(0);
    points.get(start..).unwrap_or_default()
}

/// The median; the mean of both middle values where their number is even. Sorts in place.
pub(crate) fn median(values: &mut [f64]) -> Result<f64, Mistake> {
    values.sort_unstable_by(f64::total_cmp);
    median_of_sorted(values)
}

/// The median of values in ascending order.
pub(crate) fn median_of_sorted(values: &[f64]) -> Result<f64, Mistake> {
    let middle = values.len() / 2;
    match (values.len() % 2, values.get(middle), middle.checked_sub(1).and_then(|below| values.get(below))) {
        (1, Some(value), _) => Ok(*value),
        (0, Some(above), Some(below)) => Ok(0.5 * (below + above)),
        _ => Err(Mistake::TooFew),
    }
}
