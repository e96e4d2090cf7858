//! Ratios of two values.

use libm::{exp, log};

use crate::{Confidence, Estimate, Interval, Mistake, part_of, positive};

/// The ratio a / b of two independent estimates with intervals of the same confidence: MOVER-R (Donner and Zou 2012,
/// Statistical Methods in Medical Research 21, 347–359). With A = ab, B = l_a(2a − l_a), C = u_b(2b − u_b):
///
/// lower = (A − √(A² − BC)) / C, written here as B / (A + √(A² − BC)), which has no pole at C = 0;
/// upper = (A + √(A² − B'C')) / C' with B' = u_a(2a − u_a), C' = l_b(2b − l_b).
///
/// For values that cannot be negative.
///
/// # Errors
/// [`Mistake::NothingBelow`] for b = 0; [`Mistake::Unbounded`] where the interval of b reaches zero;
/// [`Mistake::Negative`] for negative bounds; [`Mistake`] for numbers that are not finite or intervals that are none.
pub fn ratio(a: Estimate, b: Estimate) -> Result<Estimate, Mistake> {
    let a = Estimate::new(a.value, a.interval.lower, a.interval.upper)?;
    let b = Estimate::new(b.value, b.interval.lower, b.interval.upper)?;
    if a.interval.lower < 0.0 || b.interval.lower < 0.0 {
        return Err(Mistake::Negative);
    }
    positive(b.value)?;
    if b.interval.lower == 0.0 {
        return Err(Mistake::Unbounded);
    }
    let product = a.value * b.value;
    let turned = |bound: f64, value: f64| bound * (2.0 * value - bound);
    let radical = |above: f64, below: f64| (product * product - above * below).max(0.0).sqrt();
    let (above, below) = (turned(a.interval.lower, a.value), turned(b.interval.upper, b.value));
    let denominator = product + radical(above, below);
    let lower = if denominator == 0.0 { 0.0 } else { above / denominator };
    let (above, below) = (turned(a.interval.upper, a.value), turned(b.interval.lower, b.value));
    let upper = (product + radical(above, below)) / below;
    Estimate::settled(a.value / b.value, Interval { lower: lower.max(0.0), upper })
}

/// The ratio of two independent shares on the logarithmic scale (Katz et al. 1978, Biometrics 34, 469–474):
/// ln(a/b) ± z √(1/x_a − 1/n_a + 1/x_b − 1/n_b). For counts that are not small; [`ratio`] holds for small ones too.
///
/// # Errors
/// [`Mistake::NothingBelow`] where a count is zero; [`Mistake`] as [`crate::wilson`].
pub fn share_ratio_log(
    count_a: f64,
    n_a: f64,
    count_b: f64,
    n_b: f64,
    confidence: Confidence,
) -> Result<Estimate, Mistake> {
    let ((count_a, n_a), (count_b, n_b)) = (part_of(count_a, n_a)?, part_of(count_b, n_b)?);
    let variance = 1.0 / positive(count_a)? - 1.0 / n_a + 1.0 / positive(count_b)? - 1.0 / n_b;
    around_log((count_a / n_a) / (count_b / n_b), variance, confidence)
}

/// The ratio of two independent rates on the logarithmic scale: ln(a/b) ± z √(1/x_a + 1/x_b) (Rothman, *Modern
/// Epidemiology*). For counts that are not small; [`ratio`] holds for small ones too.
///
/// # Errors
/// [`Mistake::NothingBelow`] where a count or an exposure is zero; [`Mistake`] as [`crate::rate`].
pub fn rate_ratio_log(
    count_a: f64,
    exposure_a: f64,
    count_b: f64,
    exposure_b: f64,
    confidence: Confidence,
) -> Result<Estimate, Mistake> {
    let (count_a, count_b) = (positive(count_a)?, positive(count_b)?);
    let value = (count_a / positive(exposure_a)?) / (count_b / positive(exposure_b)?);
    around_log(value, 1.0 / count_a + 1.0 / count_b, confidence)
}

fn around_log(value: f64, variance: f64, confidence: Confidence) -> Result<Estimate, Mistake> {
    let half = confidence.z() * variance.max(0.0).sqrt();
    let centre = log(value);
    Estimate::settled(value, Interval { lower: exp(centre - half), upper: exp(centre + half) })
}
