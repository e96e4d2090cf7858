//! The weighted quantile and the at-risk-of-poverty rate as Eurostat and the R package laeken define them.

use crate::{Mistake, count, finite, positive};

/// Sums of weights that differ by less than this portion of their total are taken as equal.
const EQUAL: f64 = 1e-12;

/// The weighted quantile (Alfons and Templ 2013, Journal of Statistical Software 54(15), section 2): the first value,
/// in ascending order, whose cumulated weight is above p of all weight; where a cumulated weight is exactly p of it,
/// the mean of that value and the next.
///
/// # Errors
/// [`Mistake::Probability`] unless 0 ≤ p ≤ 1, [`Mistake::Lengths`] for lists of different lengths, [`Mistake`] for
/// numbers that are not finite, weights below zero or all zero.
pub fn weighted_quantile(values: &[f64], weights: &[f64], p: f64) -> Result<f64, Mistake> {
    if !(0.0..=1.0).contains(&p) {
        return Err(Mistake::Probability);
    }
    let sorted = sorted(values, weights)?;
    let total = positive(sorted.iter().map(|(_, weight)| weight).sum())?;
    let wanted = p * total;
    let mut sum = 0.0;
    let mut carrying = sorted.iter().filter(|(_, weight)| *weight > 0.0).peekable();
    let mut last = Err(Mistake::TooFew);
    while let Some((value, weight)) = carrying.next() {
        sum += weight;
        last = Ok(*value);
        if (sum - wanted).abs() <= EQUAL * total {
            return Ok(carrying.peek().map_or(*value, |(next, _)| value + 0.5 * (next - value)));
        }
        if sum > wanted {
            return Ok(*value);
        }
    }
    last
}

/// Values with their weights in ascending order of values; equal values keep the order given.
fn sorted(values: &[f64], weights: &[f64]) -> Result<Vec<(f64, f64)>, Mistake> {
    if values.len() != weights.len() {
        return Err(Mistake::Lengths);
    }
    let pairs = values.iter().zip(weights).map(|(value, weight)| Ok((finite(*value)?, count(*weight)?)));
    let mut pairs = pairs.collect::<Result<Vec<_>, Mistake>>()?;
    pairs.sort_by(|a, b| a.0.total_cmp(&b.0));
    Ok(pairs)
}

/// The at-risk-of-poverty threshold and rate.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Poverty {
    /// The threshold, in the unit of the incomes.
    pub threshold: f64,
    /// The weighted share of people whose income is below the threshold, from 0 to 1.
    pub rate: f64,
}

/// The share of people with less than `portion` (0.6 by definition) of the median equivalised disposable income, and that
/// threshold. One entry per person, with the income of the household.
///
/// Its standard error needs replicate weights, because the threshold is estimated too: see
/// [`super::replicate`] and [`super::jackknife_weights`].
///
/// # Errors
/// As [`weighted_quantile`]; [`Mistake::Probability`] unless 0 ≤ portion ≤ 1.
pub fn at_risk_of_poverty(incomes: &[f64], weights: &[f64], portion: f64) -> Result<Poverty, Mistake> {
    if !(0.0..=1.0).contains(&portion) {
        return Err(Mistake::Probability);
    }
    let threshold = portion * weighted_quantile(incomes, weights, 0.5)?;
    let below = incomes.iter().zip(weights).filter(|(income, _)| **income < threshold);
    let below: f64 = below.map(|(_, weight)| weight).sum();
    Ok(Poverty { threshold, rate: below / weights.iter().sum::<f64>() })
}
