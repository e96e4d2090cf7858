//! Intervals of shares and of rates.

use crate::{
    Confidence, Estimate, Interval, Mistake,
    distribution::{beta_quantile, gamma_quantile},
    part_of, positive,
};

/// From this count on, Byar's interval is close enough to the exact one (Public Health England, *Technical guide:
/// confidence intervals*, 2018).
const BYAR_FROM: f64 = 10.0;

/// A share `count / n` with the score interval of Wilson (1927, JASA 22, 209–212), method 3 in Newcombe (1998, Statistics
/// in Medicine 17, 857–872):
///
/// (p + z²/2n ± z √(p(1−p)/n + z²/4n²)) / (1 + z²/n)
///
/// For shares of people counted once each. `n` may be an effective number from a survey. It holds from n = 1 and at 0 and
/// 1; its coverage is near the level on average and not guaranteed for each p.
///
/// # Errors
/// [`Mistake`] unless 0 ≤ count ≤ n, n > 0 and both are finite.
pub fn wilson(count: f64, n: f64, confidence: Confidence) -> Result<Estimate, Mistake> {
    let (count, n) = part_of(count, n)?;
    Estimate::settled(count / n, wilson_z(count, n, confidence.z()))
}

/// The interval for checked numbers.
pub(crate) fn wilson_z(count: f64, n: f64, z: f64) -> Interval {
    let p = count / n;
    let zz = z * z / n;
    let centre = (p + 0.5 * zz) / (1.0 + zz);
    let half = (zz * p * (1.0 - p) + 0.25 * zz * zz).sqrt() / (1.0 + zz);
    let lower = if count == 0.0 { 0.0 } else { (centre - half).clamp(0.0, p) };
    let upper = if count == n { 1.0 } else { (centre + half).clamp(p, 1.0) };
    Interval { lower, upper }
}

/// A share with the "exact" interval of Clopper and Pearson (1934, Biometrika 26, 404–413): the quantile α/2 of
/// Beta(x, n−x+1) and the quantile 1−α/2 of Beta(x+1, n−x).
///
/// Its coverage never falls below the level; for small n it is far above, so [`wilson`] is the usual choice.
///
/// # Errors
/// As [`wilson`].
pub fn clopper_pearson(count: f64, n: f64, confidence: Confidence) -> Result<Estimate, Mistake> {
    let (count, n) = part_of(count, n)?;
    let tail = 0.5 * confidence.alpha();
    let lower = if count == 0.0 { 0.0 } else { beta_quantile(tail, count, n - count + 1.0)? };
    let upper = if count == n { 1.0 } else { beta_quantile(1.0 - tail, count + 1.0, n - count)? };
    Estimate::settled(count / n, Interval { lower, upper })
}

/// A rate `count / exposure` with the interval of Garwood (1936, Biometrika 28, 437–442) for a Poisson count:
/// half the quantile α/2 of χ² with 2x degrees of freedom, and half the quantile 1−α/2 with 2x+2.
///
/// For events that happen independently of each other. Its coverage never falls below the level.
///
/// # Errors
/// [`Mistake`] unless count ≥ 0, exposure > 0 and both are finite.
pub fn rate_exact(count: f64, exposure: f64, confidence: Confidence) -> Result<Estimate, Mistake> {
    let (count, exposure) = (crate::count(count)?, positive(exposure)?);
    let interval = garwood(count, 0.5 * confidence.alpha())?;
    Estimate::settled(count / exposure, interval.times(1.0 / exposure))
}

fn garwood(count: f64, tail: f64) -> Result<Interval, Mistake> {
    let lower = if count == 0.0 { 0.0 } else { gamma_quantile(tail, count)? };
    Ok(Interval { lower, upper: gamma_quantile(1.0 - tail, count + 1.0)? })
}

/// A rate with Byar's approximation of the exact interval (Breslow and Day 1987, *Statistical Methods in Cancer
/// Research* II, p. 69):
///
/// lower x (1 − 1/9x − z/3√x)³, upper (x+1) (1 − 1/9(x+1) + z/3√(x+1))³
///
/// # Errors
/// As [`rate_exact`].
pub fn rate_byar(count: f64, exposure: f64, confidence: Confidence) -> Result<Estimate, Mistake> {
    let (count, exposure) = (crate::count(count)?, positive(exposure)?);
    Estimate::settled(count / exposure, byar_z(count, confidence.z()).times(1.0 / exposure))
}

fn byar_z(count: f64, z: f64) -> Interval {
    let cube = |x: f64| x * x * x;
    let above = count + 1.0;
    // Cubes of what is below zero would be negative counts.
    let lower =
        if count == 0.0 { 0.0 } else { count * cube((1.0 - 1.0 / (9.0 * count) - z / (3.0 * count.sqrt())).max(0.0)) };
    let upper = above * cube(1.0 - 1.0 / (9.0 * above) + z / (3.0 * above.sqrt()));
    Interval { lower: lower.min(count), upper: upper.max(count) }
}

/// A rate with the exact interval below ten events and Byar's from ten on.
///
/// # Errors
/// As [`rate_exact`].
pub fn rate(count: f64, exposure: f64, confidence: Confidence) -> Result<Estimate, Mistake> {
    if count < BYAR_FROM { rate_exact(count, exposure, confidence) } else { rate_byar(count, exposure, confidence) }
}

/// The interval of [`rate`] around a checked count, for comparisons.
pub(crate) fn rate_z(count: f64, z: f64) -> Interval {
    if count < BYAR_FROM {
        let tail = 0.5 * libm::erfc(z * std::f64::consts::FRAC_1_SQRT_2);
        // Beyond z = 8 the upper quantile's probability rounds to one; Byar's formula has no such bound.
        if let Ok(interval) = garwood(count, tail) {
            return Interval { lower: interval.lower.min(count), upper: interval.upper.max(count) };
        }
    }
    byar_z(count, z)
}
