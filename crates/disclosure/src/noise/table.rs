//! The perturbation table: a distribution of the noise for each count, with whole-number thresholds.

use super::{Mistake, entropy};

/// What the noise shall be like.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Design {
    /// Largest noise, in persons, up or down (D in the literature).
    pub bound: u32,
    /// Variance of the noise of every positive count, in persons² (V).
    pub variance: f64,
    /// Results from 1 up to this do not occur (js); 0 allows all.
    pub barred: u32,
    /// At least this share of the counts above `barred` keeps its value (pstay).
    pub stay: Option<f64>,
}

/// A distribution of the noise for each count. Counts beyond the last row have the noise of the last row.
#[derive(Debug, Clone, PartialEq)]
pub struct Table {
    rows: Vec<Row>,
}

/// The noise of one count.
#[derive(Debug, Clone, PartialEq)]
struct Row {
    /// In ascending order; the last one ends with the last key.
    steps: Vec<Step>,
    mean: f64,
    variance: f64,
}

/// A noise, and the last key that leads to it.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Step {
    last: u64,
    noise: i32,
}

/// Probabilities are multiples of 2⁻⁵²: such numbers and their sums are exact in floating point, so that a written
/// table reads back as the same thresholds.
const GRAINS: f64 = (1u64 << 52) as f64;

impl Table {
    /// The largest bound of the noise that a table may have.
    pub const MOST_NOISE: u32 = 200;

    /// The table of largest entropy: of all distributions with mean 0, the variance and the bound of the design,
    /// without negative and barred results, the one that assumes least. Zero stays zero.
    ///
    /// The rows go up to the count from which on neither zero nor the barred results are in reach.
    ///
    /// Source: Giessing and Tent (2019); package `ptable`, whose share that stays is a lower limit as well, but gives
    /// way silently where it cannot be kept.
    ///
    /// # Errors
    /// A design that cannot be used, or the first count for which there is no such distribution, with the range of
    /// variances that are possible there.
    pub fn maximum_entropy(design: &Design) -> Result<Table, Mistake> {
        if !(1..=Table::MOST_NOISE).contains(&design.bound) {
            return Err(Mistake::Bound);
        }
        if !(design.variance.is_finite() && design.variance > 0.0) {
            return Err(Mistake::Variance);
        }
        if design.barred >= design.bound {
            return Err(Mistake::Barred);
        }
        let stay = design.stay.unwrap_or(0.0);
        if !(0.0..1.0).contains(&stay) {
            return Err(Mistake::Stay);
        }
        let last = design.bound + if design.barred == 0 { 0 } else { design.barred + 1 };
        let mut rows = vec![Row::new(&[(0, 1.0)])];
        for count in 1..=last {
            rows.push(Row::new(&distribution(count, design, stay)?));
        }
        Ok(Table { rows })
    }

    /// A table from probabilities of the noise for each count; every row adds up to about one, in ascending order.
    pub(super) fn from_rows(rows: &[Vec<(i32, f64)>]) -> Table {
        Table { rows: rows.iter().map(|row| Row::new(row)).collect() }
    }

    /// The noise of a count with this cell key, in persons. Whole numbers only, in logarithmic time.
    pub fn noise(&self, count: u64, key: u64) -> i64 {
        let steps = self.row(count).map_or(&[][..], |row| &row.steps);
        steps.get(steps.partition_point(|step| step.last < key)).map_or(0, |step| i64::from(step.noise))
    }

    /// The count with its noise, as it is shown.
    pub fn perturbed(&self, count: u64, key: u64) -> u64 {
        count.saturating_add_signed(self.noise(count, key))
    }

    /// The variance of the noise of a count, in persons², of the thresholds as they are.
    pub fn variance(&self, count: u64) -> f64 {
        self.row(count).map_or(0.0, |row| row.variance)
    }

    /// The mean of the noise of a count, in persons, of the thresholds as they are.
    pub fn mean(&self, count: u64) -> f64 {
        self.row(count).map_or(0.0, |row| row.mean)
    }

    /// The largest noise that any count can have, up or down, in persons.
    pub fn bound(&self) -> u32 {
        let steps = self.rows.iter().flat_map(|row| &row.steps);
        steps.map(|step| step.noise.unsigned_abs()).max().unwrap_or(0)
    }

    /// The largest count with a row of its own.
    pub fn last(&self) -> u64 {
        self.rows.len().saturating_sub(1) as u64
    }

    /// The possible noises of a count with their probabilities, in ascending order.
    pub fn distribution(&self, count: u64) -> Vec<(i64, f64)> {
        self.row(count).map_or_else(Vec::new, |row| {
            row.grains().map(|(noise, grains)| (i64::from(noise), grains as f64 / GRAINS)).collect()
        })
    }

    fn row(&self, count: u64) -> Option<&Row> {
        usize::try_from(count).ok().and_then(|count| self.rows.get(count)).or(self.rows.last())
    }
}

impl Row {
    /// Thresholds from probabilities. The last one is the end of all keys, whatever rounding has left.
    fn new(probabilities: &[(i32, f64)]) -> Row {
        let mut steps: Vec<Step> = Vec::new();
        let (mut sum, mut before) = (0.0, 0);
        for (noise, probability) in probabilities {
            sum += probability;
            // Saturates; between 0 and 2⁵².
            let grains = ((sum * GRAINS).round() as u64).min(1 << 52);
            if grains > before {
                steps.push(Step { last: ((u128::from(grains) << 12) - 1) as u64, noise: *noise });
                before = grains;
            }
        }
        if let Some(end) = steps.last_mut() {
            end.last = u64::MAX;
        }
        let mut row = Row { steps, mean: 0.0, variance: 0.0 };
        let moment = |f: fn(f64) -> f64| {
            row.grains().map(|(noise, grains)| grains as f64 / GRAINS * f(f64::from(noise))).sum::<f64>()
        };
        let (mean, square) = (moment(|v| v), moment(|v| v * v));
        (row.mean, row.variance) = (mean, (square - mean * mean).max(0.0));
        row
    }

    /// Each noise with its share of the keys, in units of 2⁻⁵².
    fn grains(&self) -> impl Iterator<Item = (i32, u64)> + '_ {
        let mut before = 0;
        self.steps.iter().map(move |step| {
            let end = (step.last >> 12) + 1;
            let grains = end - before;
            before = end;
            (step.noise, grains)
        })
    }
}

/// The noise of one positive count.
fn distribution(count: u32, design: &Design, stay: f64) -> Result<Vec<(i32, f64)>, Mistake> {
    let bound = i64::from(design.bound);
    let allowed = |noise: i64| {
        let result = i64::from(count) + noise;
        result == 0 || result > i64::from(design.barred)
    };
    // Within ±200.
    let support: Vec<i32> = (-bound..=bound).filter(|noise| allowed(*noise)).map(|noise| noise as i32).collect();
    let stays = count > design.barred && stay > 0.0;
    let (least, most) = entropy::limits(&support).unwrap_or((0.0, 0.0));
    let most = if stays { most * (1.0 - stay) } else { most };
    let wrong = || {
        let possible = (least..=most).contains(&design.variance);
        if possible {
            Mistake::NotSolved(u64::from(count))
        } else {
            Mistake::Infeasible { count: u64::from(count), least, most }
        }
    };
    let free = entropy::most_even(&support, design.variance);
    let at_zero = |p: &[f64]| support.iter().zip(p).find(|(noise, _)| **noise == 0).map_or(0.0, |(_, p)| *p);
    match free {
        Some(p) if !stays || at_zero(&p) >= stay => Ok(support.into_iter().zip(p).collect()),
        Some(_) => {
            // Entropy is concave, so the best distribution with at least this share has exactly this share; the rest
            // of the mass has largest entropy by itself.
            let others: Vec<i32> = support.iter().copied().filter(|noise| *noise != 0).collect();
            let p = entropy::most_even(&others, design.variance / (1.0 - stay)).ok_or_else(wrong)?;
            let mut row: Vec<(i32, f64)> =
                others.into_iter().zip(p).map(|(noise, p)| (noise, p * (1.0 - stay))).collect();
            row.push((0, stay));
            row.sort_by_key(|(noise, _)| *noise);
            Ok(row)
        }
        None => Err(wrong()),
    }
}
