//! The index of dissimilarity, without the upward bias that small counts give it.

use crate::{
    Confidence, Estimate, Interval, Mistake, count,
    random::{Binomial, Random},
};

/// How a bootstrap is done: the same answer for the same declaration.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Bootstrap {
    /// The declared seed.
    pub seed: u64,
    /// How many samples are drawn, at least 100.
    pub samples: usize,
}

impl Default for Bootstrap {
    /// Seed 1, a thousand samples.
    fn default() -> Bootstrap {
        Bootstrap { seed: 1, samples: 1000 }
    }
}

/// The index of dissimilarity of Duncan and Duncan (1955), D = ½ Σ |a_i/A − b_i/B|: the share of either group that would
/// have to move for both to be distributed alike over the areas. Each pair holds the counts of one area.
///
/// With small counts D is above zero even where both groups live alike; see [`dissimilarity_estimate`].
///
/// # Errors
/// [`Mistake::NothingBelow`] where a group is empty, [`Mistake::TooFew`] for fewer than two areas, [`Mistake`] for counts
/// that are negative or not finite.
pub fn dissimilarity(areas: &[(f64, f64)]) -> Result<f64, Mistake> {
    if areas.len() < 2 {
        return Err(Mistake::TooFew);
    }
    for (a, b) in areas {
        count(*a)?;
        count(*b)?;
    }
    index(areas.iter().copied())
}

fn index(areas: impl Iterator<Item = (f64, f64)> + Clone) -> Result<f64, Mistake> {
    let (all_a, all_b) = areas.clone().fold((0.0, 0.0), |(x, y), (a, b)| (x + a, y + b));
    let (per_a, per_b) = (1.0 / crate::positive(all_a)?, 1.0 / crate::positive(all_b)?);
    Ok((0.5 * areas.map(|(a, b)| (a * per_a - b * per_b).abs()).sum::<f64>()).min(1.0))
}

/// The index of dissimilarity with its small-count bias corrected by parametric bootstrap, and its interval.
///
/// After Allen, Burgess, Davidson and Windmeijer (2015, Econometrics Journal 18, 40–66): in each sample each area's
/// persons belong to the first group with the area's observed share (binomial); the mean of the samples' indices shows
/// the bias, so the corrected index is 2D − mean, not below 0. The interval is the basic bootstrap interval (Davison
/// and Hinkley 1997, 5.2.1): 2D minus the quantiles of the samples. The correction removes most of the bias, not all of
/// it where areas have fewer than about five persons of a group.
///
/// Counts are rounded to whole persons for drawing. A sample in which a group is empty is drawn again, at most a hundred
/// times.
///
/// # Errors
/// As [`dissimilarity`]; [`Mistake::TooFew`] for fewer than 100 samples; [`Mistake::NoVariation`] where samples keep
/// coming out empty.
pub fn dissimilarity_estimate(
    areas: &[(f64, f64)],
    bootstrap: Bootstrap,
    confidence: Confidence,
) -> Result<Estimate, Mistake> {
    let observed = dissimilarity(areas)?;
    if bootstrap.samples < 100 {
        return Err(Mistake::TooFew);
    }
    let filled: Vec<(f64, Binomial)> = areas
        .iter()
        .map(|(a, b)| (a.round(), a.round() + b.round()))
        .filter(|(_, n)| *n > 0.0)
        .map(|(a, n)| (n, Binomial::new(n, a / n)))
        .collect();
    let mut random = Random::new(bootstrap.seed);
    let mut drawn = vec![(0.0, 0.0); filled.len()];
    let mut indices = Vec::with_capacity(bootstrap.samples);
    let mut refused = 0;
    while indices.len() < bootstrap.samples {
        for (pair, (n, binomial)) in drawn.iter_mut().zip(&filled) {
            let a = binomial.draw(&mut random);
            *pair = (a, n - a);
        }
        match index(drawn.iter().copied()) {
            Ok(value) => indices.push(value),
            Err(_) if refused < 100 => refused += 1,
            Err(_) => return Err(Mistake::NoVariation),
        }
    }
    indices.sort_by(f64::total_cmp);
    let mean = indices.iter().sum::<f64>() / indices.len() as f64;
    let tail = 0.5 * confidence.alpha();
    let mirrored = |p: f64| Ok::<_, Mistake>(2.0 * observed - quantile(&indices, p)?);
    let interval = Interval { lower: mirrored(1.0 - tail)?, upper: mirrored(tail)? }.within(0.0, 1.0);
    Estimate::settled((2.0 * observed - mean).clamp(0.0, 1.0), interval)
}

/// The value with rank p(n+1) in an ascending list, between neighbours in proportion.
fn quantile(ascending: &[f64], p: f64) -> Result<f64, Mistake> {
    let rank = (p * (ascending.len() as f64 + 1.0)).clamp(1.0, ascending.len() as f64) - 1.0;
    let whole = rank.floor();
    let value = |at: usize| ascending.get(at).copied();
    let lower = value(whole as usize).ok_or(Mistake::TooFew)?;
    let upper = value(whole as usize + 1).unwrap_or(lower);
    Ok(lower + (rank - whole) * (upper - lower))
}
