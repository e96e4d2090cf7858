//! The rank correlation of Spearman (1904).

use crate::{Mistake, finite, kendall::ranks};

/// Pearson's correlation of the ranks of two lists of the same length (Spearman 1904), from −1 to 1; equal values get
/// their mean rank.
///
/// # Errors
/// [`Mistake::Lengths`] for lists of different lengths, [`Mistake::NotFinite`] for values, [`Mistake::TooFew`] for fewer
/// than three pairs, [`Mistake::NoVariation`] if all values of a list are the same.
pub fn spearman(a: &[f64], b: &[f64]) -> Result<f64, Mistake> {
    if a.len() != b.len() {
        return Err(Mistake::Lengths);
    }
    for value in a.iter().chain(b) {
        finite(*value)?;
    }
    if a.len() < 3 {
        return Err(Mistake::TooFew);
    }
    // Ranks have the same mean in both lists.
    let mean = (a.len() as f64 + 1.0) / 2.0;
    let (a, b) = (ranks(a), ranks(b));
    let product = |a: &[f64], b: &[f64]| a.iter().zip(b).map(|(x, y)| (x - mean) * (y - mean)).sum::<f64>();
    let squares = product(&a, &a) * product(&b, &b);
    if squares == 0.0 {
        return Err(Mistake::NoVariation);
    }
    Ok((product(&a, &b) / squares.sqrt()).clamp(-1.0, 1.0))
}
