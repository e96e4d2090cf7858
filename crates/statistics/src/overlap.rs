//! A part compared with the whole that contains it.
//!
//! The two share persons, so they are not independent, and treating them so makes the interval wrong. With f the part's
//! portion of the whole (of the denominators), whole = f · part + (1−f) · rest, hence
//!
//! part − whole = (1−f) (part − rest),
//!
//! and part and rest share nobody. The interval of part against rest times 1−f is the interval of part against whole; the
//! p-value is the same.

use crate::{Comparison, Confidence, Mistake, compare, part_of};

/// A part's share minus the share of the whole that contains it.
///
/// # Errors
/// [`Mistake::PartAboveWhole`] where the part is not within the whole, in the counts or in what is left of them;
/// [`Mistake::NothingBelow`] where a denominator is zero; [`Mistake::NoVariation`] where the part is the whole.
pub fn part_and_whole_shares(
    (part_count, part_n): (f64, f64),
    (whole_count, whole_n): (f64, f64),
    confidence: Confidence,
) -> Result<Comparison, Mistake> {
    let ((part_count, part_n), (whole_count, whole_n)) = (part_of(part_count, part_n)?, part_of(whole_count, whole_n)?);
    let (rest_count, rest_n) = rest((part_count, part_n), (whole_count, whole_n))?;
    let against_rest = compare::share_difference(part_count, part_n, rest_count, rest_n, confidence)?;
    Ok(against_rest.scaled(rest_n / whole_n))
}

/// A part's rate minus the rate of the whole that contains it, each as (events, exposure).
///
/// # Errors
/// As [`part_and_whole_shares`].
pub fn part_and_whole_rates(
    (part_count, part_exposure): (f64, f64),
    (whole_count, whole_exposure): (f64, f64),
    confidence: Confidence,
) -> Result<Comparison, Mistake> {
    let (part, whole) = ((part_count, part_exposure), (whole_count, whole_exposure));
    let (rest_count, rest_exposure) = rest(part, whole)?;
    let against_rest = compare::rate_difference(part_count, part_exposure, rest_count, rest_exposure, confidence)?;
    Ok(against_rest.scaled(rest_exposure / whole_exposure))
}

/// A part's mean minus the mean of the whole that contains it, each as (mean, standard deviation, number), standard
/// deviations with n−1 below. Mean and deviation of the rest follow from the sums.
///
/// # Errors
/// As [`part_and_whole_shares`]; [`Mistake::TooFew`] where part or rest has fewer than two; [`Mistake::PartAboveWhole`]
/// where the squares of the part exceed those of the whole.
pub fn part_and_whole_means(
    part: (f64, f64, f64),
    whole: (f64, f64, f64),
    confidence: Confidence,
) -> Result<Comparison, Mistake> {
    let ((mean, sd, n), (mean_whole, sd_whole, n_whole)) = (part, whole);
    let (_, rest_n) = rest((0.0, n), (0.0, n_whole))?;
    if n < 2.0 || rest_n < 2.0 {
        return Err(Mistake::TooFew);
    }
    let rest_mean = mean_whole + (mean_whole - mean) * (n / rest_n);
    // Squares around each own mean; those of the whole hold what lies between part and rest.
    let between = (mean - rest_mean) * (mean - rest_mean) * n * rest_n / n_whole;
    let squares = sd_whole * sd_whole * (n_whole - 1.0) - sd * sd * (n - 1.0) - between;
    let tolerance = 1e-9 * sd_whole * sd_whole * n_whole;
    if squares < -tolerance {
        return Err(Mistake::PartAboveWhole);
    }
    let rest_sd = (squares.max(0.0) / (rest_n - 1.0)).sqrt();
    let against_rest = compare::mean_difference((mean, sd, n), (rest_mean, rest_sd, rest_n), confidence)?;
    Ok(against_rest.scaled(rest_n / n_whole))
}

/// What is left of the whole without the part: count and denominator.
fn rest(part: (f64, f64), whole: (f64, f64)) -> Result<(f64, f64), Mistake> {
    let (part_count, whole_count) = (crate::count(part.0)?, crate::count(whole.0)?);
    let (part_below, whole_below) = part_of(crate::positive(part.1)?, whole.1)?;
    if part_count > whole_count {
        return Err(Mistake::PartAboveWhole);
    }
    if part_below == whole_below {
        return Err(Mistake::NoVariation);
    }
    Ok((whole_count - part_count, whole_below - part_below))
}
