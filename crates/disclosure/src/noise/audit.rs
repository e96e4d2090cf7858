//! What the noise of a table turned out to be.

use super::Mistake;

/// Noise as found. Says something about the true counts as a whole; for use behind the wall.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Findings {
    /// Number of cells.
    pub cells: usize,
    /// Number of cells with persons; the next four are about these.
    pub positive: usize,
    /// Largest noise, up or down, in persons.
    pub largest: u64,
    /// Mean of the noise, in persons.
    pub mean: f64,
    /// Mean square of the noise around its mean, in persons².
    pub variance: f64,
    /// Share of the cells that are shown as they are, from 0 to 1.
    pub unchanged: f64,
    /// Zeros that are not shown as zero. There must be none.
    pub zeros_changed: usize,
}

/// Compares what is shown with what is counted, cell by cell.
///
/// # Errors
/// Lists of different lengths.
pub fn audit(original: &[u64], perturbed: &[u64]) -> Result<Findings, Mistake> {
    if original.len() != perturbed.len() {
        return Err(Mistake::Length(original.len(), perturbed.len()));
    }
    let zeros_changed = original.iter().zip(perturbed).filter(|(count, shown)| **count == 0 && **shown != 0).count();
    let (mut positive, mut unchanged, mut largest) = (0usize, 0usize, 0);
    let (mut sum, mut squares) = (0.0, 0.0);
    for (count, shown) in original.iter().zip(perturbed).filter(|(count, _)| **count > 0) {
        let size = count.abs_diff(*shown);
        let noise = if shown < count { -(size as f64) } else { size as f64 };
        positive += 1;
        unchanged += usize::from(size == 0);
        largest = largest.max(size);
        sum += noise;
        squares += noise * noise;
    }
    let cells = positive.max(1) as f64;
    let mean = sum / cells;
    Ok(Findings {
        cells: original.len(),
        positive,
        largest,
        mean,
        variance: (squares / cells - mean * mean).max(0.0),
        unchanged: unchanged as f64 / cells,
        zeros_changed,
    })
}
