//! Indices of diversity, from the counts of the groups of a population.

use libm::log;

use crate::{Confidence, Estimate, Interval, Mistake, count, finite};

/// The counts above zero and their sum.
fn present(counts: &[f64]) -> Result<(Vec<f64>, f64), Mistake> {
    let counts = counts.iter().map(|n| count(*n)).collect::<Result<Vec<_>, _>>()?;
    let counts: Vec<f64> = counts.into_iter().filter(|n| *n > 0.0).collect();
    let all = finite(counts.iter().sum())?;
    if all < 2.0 { Err(Mistake::TooFew) } else { Ok((counts, all)) }
}

/// The probability that two people drawn from the population belong to different groups (Simpson 1949, Nature 163, 688):
/// 1 − Σ n_i (n_i − 1) / N (N − 1), which is free of bias, with the variance of that paper in full:
/// (4N(N−1)(N−2) Σp³ + 2N(N−1) Σp² − 2N(N−1)(2N−3) (Σp²)²) / (N(N−1))², and the normal quantile.
///
/// # Errors
/// [`Mistake::TooFew`] for fewer than two people, [`Mistake`] for counts that are negative or not finite.
pub fn simpson(counts: &[f64], confidence: Confidence) -> Result<Estimate, Mistake> {
    let (counts, n) = present(counts)?;
    let value = 1.0 - counts.iter().map(|x| x * (x - 1.0).max(0.0)).sum::<f64>() / (n * (n - 1.0));
    let (squares, cubes) = counts.iter().map(|x| x / n).fold((0.0, 0.0), |(s, c), p| (s + p * p, c + p * p * p));
    let pairs = n * (n - 1.0);
    let variance = (4.0 * (n - 2.0) * cubes + 2.0 * squares - 2.0 * (2.0 * n - 3.0) * squares * squares) / pairs;
    let half = confidence.z() * variance.max(0.0).sqrt();
    let value = value.clamp(0.0, 1.0);
    Estimate::settled(value, Interval::around(value, half, half).within(0.0, 1.0))
}

/// Shannon's entropy H = −Σ p ln p in natural units, with the correction of Miller (1955) and Madow for small counts:
/// (K−1)/2N is added, with K the groups present. The variance is that of Hutcheson (1970, Journal of Theoretical Biology
/// 29, 151–154), (Σ p ln² p − H²)/N + (K−1)/2N², with the normal quantile. exp(H) is the number of equally large groups
/// that would be as diverse.
///
/// # Errors
/// As [`simpson`].
pub fn shannon(counts: &[f64], confidence: Confidence) -> Result<Estimate, Mistake> {
    let (counts, n) = present(counts)?;
    let (entropy, squares) = counts.iter().map(|x| x / n).fold((0.0, 0.0), |(h, s), p| {
        let logarithm = log(p);
        (h - p * logarithm, s + p * logarithm * logarithm)
    });
    let more = counts.len() as f64 - 1.0;
    let value = entropy + more / (2.0 * n);
    let variance = (squares - entropy * entropy).max(0.0) / n + more / (2.0 * n * n);
    let half = confidence.z() * variance.sqrt();
    Estimate::settled(value, Interval { lower: (value - half).max(0.0), upper: value + half })
}
