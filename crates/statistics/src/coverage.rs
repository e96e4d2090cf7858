//! What the methods really deliver: coverage and findings summed over all counts that can come about, without simulation.

use crate::{
    Confidence, Estimate, Mistake, clopper_pearson, rate_byar, rate_exact,
    special::{binomial_term, poisson_term},
    wilson,
};

/// Masses below this are left out of double sums; all of them together stay below 1e-9.
const NEGLIGIBLE: f64 = 1e-15;
/// So many counts are summed at most.
const MOST: f64 = 1e6;

/// A method for the interval of a share.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ShareMethod {
    /// [`wilson`].
    Wilson,
    /// [`clopper_pearson`].
    ClopperPearson,
}

/// A method for the interval of a rate.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum RateMethod {
    /// [`rate_byar`].
    Byar,
    /// [`rate_exact`].
    Exact,
    /// [`crate::rate`]: exact below ten, Byar from ten on.
    Mixed,
}

/// The interval of a share by a method chosen at run time.
///
/// # Errors
/// As [`wilson`].
pub fn share_method(method: ShareMethod, count: f64, n: f64, confidence: Confidence) -> Result<Estimate, Mistake> {
    match method {
        ShareMethod::Wilson => wilson(count, n, confidence),
        ShareMethod::ClopperPearson => clopper_pearson(count, n, confidence),
    }
}

/// The interval of a rate by a method chosen at run time.
///
/// # Errors
/// As [`rate_exact`].
pub fn rate_method(method: RateMethod, count: f64, exposure: f64, confidence: Confidence) -> Result<Estimate, Mistake> {
    match method {
        RateMethod::Byar => rate_byar(count, exposure, confidence),
        RateMethod::Exact => rate_exact(count, exposure, confidence),
        RateMethod::Mixed => crate::rate(count, exposure, confidence),
    }
}

/// The probability that the interval of a share from `n` people contains the true share `p`: Σ_k P(k) [p in interval of k].
///
/// # Errors
/// [`Mistake::Probability`] for p outside [0, 1], [`Mistake`] for n, also above a million.
pub fn share_coverage(method: ShareMethod, n: u32, p: f64, confidence: Confidence) -> Result<f64, Mistake> {
    if !(0.0..=1.0).contains(&p) {
        return Err(Mistake::Probability);
    }
    let many = f64::from(n);
    if many > MOST {
        return Err(Mistake::NotFinite);
    }
    let mut covered = 0.0;
    for k in 0..=n {
        let mass = binomial_term(f64::from(k), many, p, 1.0 - p);
        if mass > NEGLIGIBLE && share_method(method, f64::from(k), many, confidence)?.interval.contains(p) {
            covered += mass;
        }
    }
    Ok(covered)
}

/// The probability that the interval of a count contains its true mean.
///
/// # Errors
/// [`Mistake`] for a mean that is not above zero, not finite, or above a million.
pub fn rate_coverage(method: RateMethod, mean: f64, confidence: Confidence) -> Result<f64, Mistake> {
    let mut covered = 0.0;
    for (k, mass) in likely(mean)? {
        if mass > NEGLIGIBLE && rate_method(method, k, 1.0, confidence)?.interval.contains(mean) {
            covered += mass;
        }
    }
    Ok(covered)
}

/// The mean width of the interval of a share from `n` people whose true share is `p`.
///
/// # Errors
/// As [`share_coverage`].
pub fn share_width(method: ShareMethod, n: u32, p: f64, confidence: Confidence) -> Result<f64, Mistake> {
    if !(0.0..=1.0).contains(&p) {
        return Err(Mistake::Probability);
    }
    let many = f64::from(n);
    if many > MOST {
        return Err(Mistake::NotFinite);
    }
    (0..=n).try_fold(0.0, |sum, k| {
        let mass = binomial_term(f64::from(k), many, p, 1.0 - p);
        Ok(sum + mass * share_method(method, f64::from(k), many, confidence)?.interval.width())
    })
}

/// The mean width of the interval of a count with this true mean.
///
/// # Errors
/// As [`rate_coverage`].
pub fn rate_width(method: RateMethod, mean: f64, confidence: Confidence) -> Result<f64, Mistake> {
    likely(mean)?
        .try_fold(0.0, |sum, (k, mass)| Ok(sum + mass * rate_method(method, k, 1.0, confidence)?.interval.width()))
}

/// The counts that come about with a mean, each with its probability.
fn likely(mean: f64) -> Result<impl Iterator<Item = (f64, f64)>, Mistake> {
    let mean = crate::positive(mean)?;
    if mean > MOST {
        return Err(Mistake::NotFinite);
    }
    let reach = 12.0 * mean.sqrt() + 40.0;
    let (first, last) = ((mean - reach).max(0.0) as u32, (mean + reach) as u32);
    Ok((first..=last).map(move |k| (f64::from(k), poisson_term(f64::from(k), mean))))
}

/// The probability that two groups with true shares `p_a` and `p_b` are found "different" at the confidence: with equal
/// shares the error, with different ones the power. `n_a · n_b` steps.
///
/// # Errors
/// [`Mistake::Probability`] for shares outside [0, 1], [`Mistake`] for an empty group, [`Mistake::NotFinite`] for more than
/// a hundred million steps.
pub fn difference_found(n_a: u32, p_a: f64, n_b: u32, p_b: f64, confidence: Confidence) -> Result<f64, Mistake> {
    if !(0.0..=1.0).contains(&p_a) || !(0.0..=1.0).contains(&p_b) {
        return Err(Mistake::Probability);
    }
    let (many_a, many_b) = (f64::from(n_a), f64::from(n_b));
    if many_a * many_b > 1e8 {
        return Err(Mistake::NotFinite);
    }
    let masses =
        |n: u32, p: f64| (0..=n).map(move |k| (f64::from(k), binomial_term(f64::from(k), f64::from(n), p, 1.0 - p)));
    let likely_b: Vec<_> = masses(n_b, p_b).filter(|(_, mass)| *mass > NEGLIGIBLE).collect();
    let mut found = 0.0;
    for (a, mass_a) in masses(n_a, p_a).filter(|(_, mass)| *mass > NEGLIGIBLE) {
        for (b, mass_b) in &likely_b {
            let interval = crate::compare::share_interval(a, many_a, *b, many_b, confidence)?;
            if !interval.contains(0.0) {
                found += mass_a * mass_b;
            }
        }
    }
    Ok(found)
}

/// As [`difference_found`], for two rates with true means of their counts and their exposures.
///
/// # Errors
/// [`Mistake`] for means or exposures that are not above zero, [`Mistake::NotFinite`] for means above ten thousand.
pub fn rate_difference_found(
    (mean_a, exposure_a): (f64, f64),
    (mean_b, exposure_b): (f64, f64),
    confidence: Confidence,
) -> Result<f64, Mistake> {
    if crate::positive(mean_a)? > 1e4 || crate::positive(mean_b)? > 1e4 {
        return Err(Mistake::NotFinite);
    }
    let intervals = |mean: f64, exposure: f64| {
        let reach = 9.0 * mean.sqrt() + 20.0;
        let counts = (mean - reach).max(0.0) as u32..=(mean + reach) as u32;
        let entry = |k: u32| Ok((poisson_term(f64::from(k), mean), crate::rate(f64::from(k), exposure, confidence)?));
        counts.map(entry).collect::<Result<Vec<_>, Mistake>>()
    };
    let of_b = intervals(mean_b, exposure_b)?;
    let mut found = 0.0;
    for (mass_a, a) in intervals(mean_a, exposure_a)? {
        for (mass_b, b) in &of_b {
            if !crate::compare::difference(a, *b, confidence)?.estimate.interval.contains(0.0) {
                found += mass_a * mass_b;
            }
        }
    }
    Ok(found)
}
