//! The slope that outliers do not move.

use crate::{
    Confidence, Estimate, Interval, Kendall, Mistake, Point, binomial_mass,
    kendall::tested,
    series::{checked, median, median_of_sorted},
};

/// A line through a series.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Slope {
    /// The change per year, in the unit of the values.
    pub per_year: Estimate,
    /// The middle of the times, in years.
    pub centre: f64,
    /// The line's value there.
    pub level: Estimate,
}

impl Slope {
    /// The line's value at a time.
    pub fn at(&self, time: f64) -> f64 {
        self.level.value + self.per_year.value * (time - self.centre)
    }
}

/// The slopes of all pairs, ascending.
pub(crate) fn slopes(points: &[Point]) -> Vec<f64> {
    let mut slopes = Vec::with_capacity(points.len() * points.len().saturating_sub(1) / 2);
    for (place, later) in points.iter().enumerate() {
        for earlier in points.iter().take(place) {
            slopes.push((later.value - earlier.value) / (later.time - earlier.time));
        }
    }
    slopes.sort_unstable_by(f64::total_cmp);
    slopes
}

/// The slope of Theil (1950) and Sen (1968, JASA 63, 1379–1389): the median of the slopes of all pairs, with Sen's interval
/// as in Gilbert (1987, *Statistical Methods for Environmental Pollution Monitoring*, 16.5): with C = z √Var S, the bounds
/// are the (N−C)/2-th and the (N+C)/2+1-th of the N slopes in ascending order, interpolated between neighbours.
///
/// `kendall` is the test of the same points; its corrected variance widens the interval. The level is the median of what
/// the slope leaves, at the middle time; its interval is that of a median by order statistics (the outermost values where
/// there are too few).
///
/// For values without a known error, at least three points, gaps allowed.
///
/// # Errors
/// As [`crate::mann_kendall`].
pub fn theil_sen(points: &[Point], kendall: &Kendall, confidence: Confidence) -> Result<Slope, Mistake> {
    checked(points, 3)?;
    line(points, &slopes(points), kendall, confidence)
}

/// Test and line of checked points; the slopes of all pairs are computed once.
pub(crate) fn test_and_line(points: &[Point], confidence: Confidence) -> Result<(Kendall, Slope), Mistake> {
    checked(points, 3)?;
    let slopes = slopes(points);
    let kendall = tested(points, &slopes)?;
    Ok((kendall, line(points, &slopes, &kendall, confidence)?))
}

fn line(points: &[Point], slopes: &[f64], kendall: &Kendall, confidence: Confidence) -> Result<Slope, Mistake> {
    let many = slopes.len() as f64;
    let reach = confidence.z() * (kendall.variance * kendall.correction).max(0.0).sqrt();
    let interval =
        Interval { lower: ranked(slopes, 0.5 * (many - reach))?, upper: ranked(slopes, 0.5 * (many + reach) + 1.0)? };
    let slope = median_of_sorted(slopes)?;
    let per_year = Estimate::settled(slope, interval)?;
    let centre = median(&mut points.iter().map(|point| point.time).collect::<Vec<_>>())?;
    let mut levels: Vec<f64> = points.iter().map(|point| point.value - slope * (point.time - centre)).collect();
    let level = median(&mut levels)?;
    let outer = outer_rank(levels.len(), confidence)?;
    let interval =
        Interval { lower: ranked(&levels, outer)?, upper: ranked(&levels, levels.len() as f64 + 1.0 - outer)? };
    Ok(Slope { per_year, centre, level: Estimate::settled(level, interval)? })
}

/// The largest rank r for which the r-th value and its counterpart from above enclose the median with the confidence.
fn outer_rank(n: usize, confidence: Confidence) -> Result<f64, Mistake> {
    let (mut below, mut rank) = (0.0, 0.0);
    while rank < 0.5 * n as f64 {
        below += binomial_mass(rank, n as f64, 0.5)?;
        if below > 0.5 * confidence.alpha() {
            break;
        }
        rank += 1.0;
    }
    Ok(rank.max(1.0))
}

/// The value with a rank from 1 in an ascending list, between neighbours in proportion, the outermost beyond the ends.
fn ranked(ascending: &[f64], rank: f64) -> Result<f64, Mistake> {
    let last = ascending.len() as f64;
    let rank = rank.clamp(1.0, last.max(1.0));
    let whole = rank.floor();
    let value = |rank: f64| ascending.get((rank as usize).saturating_sub(1)).copied().ok_or(Mistake::TooFew);
    let lower = value(whole)?;
    let upper = value((whole + 1.0).min(last))?;
    Ok(lower + (rank - whole) * (upper - lower))
}
