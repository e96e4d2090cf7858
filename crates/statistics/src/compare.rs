//! Differences between two values, with interval and p-value.
//!
//! The intervals are built from those of the two values (MOVER, *method of variance estimates recovery*: Newcombe 1998;
//! Zou and Donner 2008, Statistics in Medicine 27, 1693–1702), so they keep the asymmetry of small counts. The p-value is
//! the level at which the interval just touches zero. A verdict and the interval beside it therefore never contradict
//! each other, as a separate test (score, Fisher) would.

use libm::erfc;

use crate::{
    Confidence, Estimate, Interval, Mistake, count,
    distribution::{beyond, t_quantile},
    finite, part_of, positive,
    share::{rate_z, wilson_z},
};

/// A difference with its interval, and how likely one at least as large is if there is none.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Comparison {
    /// First minus second, with its interval.
    pub estimate: Estimate,
    /// The two-sided p-value, between 0 and 1.
    pub p: f64,
}

impl Comparison {
    /// Difference, interval and p-value times a positive number, as for a part against its whole.
    pub(crate) fn scaled(self, factor: f64) -> Comparison {
        Comparison { estimate: self.estimate.times(factor), p: if factor == 0.0 { 1.0 } else { self.p } }
    }
}

/// The bounds of a difference from the values and their bounds, with correlation `r` of the two estimates.
fn mover(a: f64, within_a: Interval, b: f64, within_b: Interval, r: f64) -> Interval {
    let (below_a, above_a) = (a - within_a.lower, within_a.upper - a);
    let (below_b, above_b) = (b - within_b.lower, within_b.upper - b);
    let margin = |x: f64, y: f64| (x * x + y * y - 2.0 * r * x * y).max(0.0).sqrt();
    Interval::around(a - b, margin(below_a, above_b), margin(above_a, below_b))
}

/// The level at which the interval around `value` touches zero. `interval` gives it for a normal quantile z.
///
/// The bound that lies towards zero moves outwards as z grows; its root is found by false position (Illinois).
pub(crate) fn p_from_intervals(value: f64, interval: impl Fn(f64) -> Interval) -> f64 {
    const FARTHEST: f64 = 37.0; // beyond, the p-value is zero in f64
    if value == 0.0 {
        return 1.0;
    }
    let bound = |z: f64| if value > 0.0 { interval(z).lower } else { -interval(z).upper };
    let (mut low, mut at_low) = (0.0, value.abs());
    let mut high = 1.0;
    let mut at_high = bound(high);
    while at_high > 0.0 {
        if high >= FARTHEST {
            return 0.0;
        }
        (low, at_low) = (high, at_high);
        high = (2.0 * high).min(FARTHEST);
        at_high = bound(high);
    }
    let mut last_side = 0;
    for _ in 0..100 {
        let z = (low * at_high - high * at_low) / (at_high - at_low);
        let at_z = bound(z);
        if at_z == 0.0 || (high - low) <= 1e-13 * high {
            return erfc(z * std::f64::consts::FRAC_1_SQRT_2);
        }
        if at_z > 0.0 {
            (low, at_low) = (z, at_z);
            if last_side == 1 {
                at_high *= 0.5;
            }
            last_side = 1;
        } else {
            (high, at_high) = (z, at_z);
            if last_side == -1 {
                at_low *= 0.5;
            }
            last_side = -1;
        }
    }
    erfc(0.5 * (low + high) * std::f64::consts::FRAC_1_SQRT_2)
}

/// The difference of two independent shares `count_a / n_a − count_b / n_b`: hybrid score interval, method 10 of
/// Newcombe (1998, Statistics in Medicine 17, 873–890).
///
/// For groups that share no person; for a part and its whole see [`crate::part_and_whole_shares`].
///
/// # Errors
/// [`Mistake`] unless both are shares as in [`crate::wilson`].
pub fn share_difference(
    count_a: f64,
    n_a: f64,
    count_b: f64,
    n_b: f64,
    confidence: Confidence,
) -> Result<Comparison, Mistake> {
    let ((count_a, n_a), (count_b, n_b)) = (part_of(count_a, n_a)?, part_of(count_b, n_b)?);
    let (a, b) = (count_a / n_a, count_b / n_b);
    compared(a - b, confidence, |z| mover(a, wilson_z(count_a, n_a, z), b, wilson_z(count_b, n_b, z), 0.0))
}

/// The interval of [`share_difference`] alone, for sums over many counts.
pub(crate) fn share_interval(x_a: f64, n_a: f64, x_b: f64, n_b: f64, sure: Confidence) -> Result<Interval, Mistake> {
    let ((x_a, n_a), (x_b, n_b), z) = (part_of(x_a, n_a)?, part_of(x_b, n_b)?, sure.z());
    Ok(mover(x_a / n_a, wilson_z(x_a, n_a, z), x_b / n_b, wilson_z(x_b, n_b, z), 0.0))
}

/// The difference of two independent rates `count / exposure`: MOVER with the intervals of [`crate::rate`].
///
/// # Errors
/// [`Mistake`] unless both are rates as in [`crate::rate`].
pub fn rate_difference(
    count_a: f64,
    exposure_a: f64,
    count_b: f64,
    exposure_b: f64,
    confidence: Confidence,
) -> Result<Comparison, Mistake> {
    let (count_a, per_a) = (count(count_a)?, 1.0 / positive(exposure_a)?);
    let (count_b, per_b) = (count(count_b)?, 1.0 / positive(exposure_b)?);
    let (a, b) = (finite(count_a * per_a)?, finite(count_b * per_b)?);
    compared(a - b, confidence, |z| mover(a, rate_z(count_a, z).times(per_a), b, rate_z(count_b, z).times(per_b), 0.0))
}

fn compared(value: f64, confidence: Confidence, interval: impl Fn(f64) -> Interval) -> Result<Comparison, Mistake> {
    let estimate = Estimate::settled(value, interval(confidence.z()))?;
    Ok(Comparison { estimate, p: p_from_intervals(value, interval) })
}

/// The difference of two independent estimates with intervals of the same confidence, whatever their method (MOVER).
///
/// The p-value takes the distances to the bounds as proportional to z, as they are for standard errors.
///
/// # Errors
/// [`Mistake`] where an interval does not contain its value, or numbers are not finite.
pub fn difference(a: Estimate, b: Estimate, confidence: Confidence) -> Result<Comparison, Mistake> {
    difference_correlated(a, b, 0.0, confidence)
}

/// As [`difference`], for two estimates with a known correlation, for example of one panel in two years (Zou 2007,
/// Psychological Methods 12, 399–413).
///
/// # Errors
/// As [`difference`]; [`Mistake::Probability`] unless −1 ≤ correlation ≤ 1.
pub fn difference_correlated(
    a: Estimate,
    b: Estimate,
    correlation: f64,
    confidence: Confidence,
) -> Result<Comparison, Mistake> {
    let a = Estimate::new(a.value, a.interval.lower, a.interval.upper)?;
    let b = Estimate::new(b.value, b.interval.lower, b.interval.upper)?;
    if !(-1.0..=1.0).contains(&correlation) {
        return Err(Mistake::Probability);
    }
    let value = finite(a.value - b.value)?;
    let interval = mover(a.value, a.interval, b.value, b.interval, correlation);
    let margin = if value > 0.0 { value - interval.lower } else { interval.upper - value };
    let p = if value == 0.0 {
        1.0
    } else {
        erfc(confidence.z() * (value.abs() / margin) * std::f64::consts::FRAC_1_SQRT_2)
    };
    Ok(Comparison { estimate: Estimate::settled(value, interval)?, p })
}

/// The difference of two independent means with the interval of Welch (1938; degrees of freedom by Satterthwaite 1946).
/// Standard deviations have n−1 below.
///
/// # Errors
/// [`Mistake::TooFew`] for n < 2; [`Mistake::NoVariation`] where both standard deviations are zero; [`Mistake`] for
/// numbers that are negative or not finite.
pub fn mean_difference(
    (mean_a, sd_a, n_a): (f64, f64, f64),
    (mean_b, sd_b, n_b): (f64, f64, f64),
    confidence: Confidence,
) -> Result<Comparison, Mistake> {
    let (n_a, n_b) = (positive(n_a)?, positive(n_b)?);
    if n_a < 2.0 || n_b < 2.0 {
        return Err(Mistake::TooFew);
    }
    let (sd_a, sd_b) = (count(sd_a)?, count(sd_b)?);
    let (of_a, of_b) = (sd_a * sd_a / n_a, sd_b * sd_b / n_b);
    let variance = finite(of_a + of_b)?;
    if variance == 0.0 {
        return Err(Mistake::NoVariation);
    }
    let (part_a, part_b) = (of_a / variance, of_b / variance);
    let degrees = 1.0 / (part_a * part_a / (n_a - 1.0) + part_b * part_b / (n_b - 1.0));
    let value = finite(finite(mean_a)? - finite(mean_b)?)?;
    let error = variance.sqrt();
    let half = t_quantile(1.0 - 0.5 * confidence.alpha(), degrees)? * error;
    let estimate = Estimate::settled(value, Interval::around(value, half, half))?;
    Ok(Comparison { estimate, p: beyond(value / error, degrees) })
}

/// The p-value of the score test of two independent shares (Pearson's χ² of the fourfold table, without correction for
/// continuity), for comparison with other programs. Verdicts use the p-value of [`share_difference`].
///
/// # Errors
/// As [`share_difference`].
pub fn share_score_p(count_a: f64, n_a: f64, count_b: f64, n_b: f64) -> Result<f64, Mistake> {
    let ((count_a, n_a), (count_b, n_b)) = (part_of(count_a, n_a)?, part_of(count_b, n_b)?);
    let pooled = (count_a + count_b) / (n_a + n_b);
    let variance = pooled * (1.0 - pooled) * (1.0 / n_a + 1.0 / n_b);
    let difference = (count_a / n_a - count_b / n_b).abs();
    Ok(if difference == 0.0 { 1.0 } else { erfc(difference / (2.0 * variance).sqrt()) })
}
