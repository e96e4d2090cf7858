//! How far rounded margins are from the true ones.

use super::{Margins, Mistake};

/// Deviations of margins. Says something about the true counts as a whole; for use behind the wall.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Deviations {
    /// Number of margins.
    pub margins: usize,
    /// Largest deviation, up or down, in persons.
    pub largest: u64,
    /// Mean of the deviations without sign, in persons.
    pub mean: f64,
    /// Mean of their squares, in persons²: the variance to hand over for intervals.
    pub mean_square: f64,
    /// Share of the margins that are exact, from 0 to 1.
    pub exact: f64,
}

/// Compares the margins of two lists of inner counts.
///
/// # Errors
/// Lists of different lengths, or a margin that names a cell that does not exist.
pub fn deviations(before: &[u64], after: &[u64], margins: &Margins) -> Result<Deviations, Mistake> {
    if before.len() != after.len() {
        return Err(Mistake::Length(before.len(), after.len()));
    }
    let (mut exact, mut largest, mut sum, mut squares) = (0usize, 0u128, 0.0, 0.0);
    for (number, margin) in margins.iter().enumerate() {
        let total = |counts: &[u64]| {
            margin.iter().try_fold(0u128, |sum, cell| Some(sum + u128::from(*counts.get(*cell as usize)?)))
        };
        let off = total(before).zip(total(after)).map(|(a, b)| a.abs_diff(b)).ok_or(Mistake::Cell(number))?;
        exact += usize::from(off == 0);
        largest = largest.max(off);
        sum += off as f64;
        squares += off as f64 * off as f64;
    }
    let number = margins.len().max(1) as f64;
    Ok(Deviations {
        margins: margins.len(),
        largest: u64::try_from(largest).unwrap_or(u64::MAX),
        mean: sum / number,
        mean_square: squares / number,
        exact: exact as f64 / number,
    })
}
