//! Sums of amounts: cells in which one or two contributors are so large that others can tell what they gave.

use super::Wrong;
use crate::{MOST_PERSONS, Program};

/// A share in whole per cent, from 1 to 100.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Percent(u8);

impl Percent {
    /// A share.
    ///
    /// # Errors
    /// Zero, or more than a hundred.
    pub fn new(percent: u8) -> Result<Percent, Wrong> {
        if (1..=100).contains(&percent) { Ok(Percent(percent)) } else { Err(Wrong::Percent) }
    }
}

/// The largest contributions to each cell, sums included.
///
/// Each contributor gives to one inner cell, as each person belongs to one; so the largest contributions to a sum are
/// among the largest of its parts, and a few per cell are enough.
pub struct Largest {
    kept: usize,
    /// For each cell its contributions, largest first.
    of: Vec<Vec<i64>>,
}

impl Largest {
    /// Keeps the `kept` largest contributions of each cell. A cell may be given several times, also with nothing but
    /// its own largest contributions.
    ///
    /// # Errors
    /// A cell that does not exist or is not inner, or a negative or too large contribution.
    pub fn new(
        program: &Program,
        kept: usize,
        contributions: impl IntoIterator<Item = (usize, i64)>,
    ) -> Result<Largest, Wrong> {
        let mut of = vec![Vec::new(); program.len()];
        for (cell, amount) in contributions {
            if cell >= program.len() || !program.is_inner(cell) {
                return Err(crate::Mistake::NotInner(cell).into());
            }
            if !(0..=MOST_PERSONS).contains(&amount) {
                return Err(Wrong::Contribution(cell));
            }
            // Zeros dominate nothing.
            if amount > 0 {
                keep(&mut of[cell], kept, amount);
            }
        }
        for (axis, dimension) in program.dimensions().iter().enumerate() {
            for relation in dimension.relations() {
                program.over_slices(axis, |base, stride| {
                    let mut sum = Vec::new();
                    for amount in relation.kids.iter().flat_map(|kid| &of[base + kid * stride]) {
                        keep(&mut sum, kept, *amount);
                    }
                    of[base + relation.parent * stride] = sum;
                });
            }
        }
        Ok(Largest { kept, of })
    }

    /// The largest contributions to a cell, largest first.
    pub fn of(&self, cell: usize) -> &[i64] {
        self.of.get(cell).map_or(&[], Vec::as_slice)
    }
}

fn keep(list: &mut Vec<i64>, kept: usize, amount: i64) {
    let at = list.partition_point(|other| *other >= amount);
    if at < kept {
        list.insert(at, amount);
        list.truncate(kept);
    }
}

/// The dominance rule (n, k): a shown sum is sensitive if its `n` largest contributions are more than `k` per cent.
///
/// Its upper protection level is 100/k · (x₁ + … + xₙ) − X (Hundepool et al. 2012, chapter 4): a sum that is larger by
/// that much would not be sensitive. The target is the sum with it, rounded up. `sums` are the amounts of all cells, as
/// [`Program::add_up`] gives them; they go into [`crate::Year::counts`], with a [`crate::Policy::minimum`] of one, which
/// asks nothing of amounts.
///
/// As all rules here, this one asks for a larger alternative only. The lower protection level, which keeps a sum from
/// being approached from above, is not proven.
///
/// # Errors
/// Sums that do not add up, contributions that exceed them, or fewer contributions kept than `n`.
pub fn dominance(program: &Program, sums: &[i64], largest: &Largest, n: usize, k: Percent) -> Result<Vec<i64>, Wrong> {
    targets(program, sums, largest, n, |sum, of| {
        let dominant: i128 = of.iter().take(n).map(|amount| i128::from(*amount)).sum();
        // The sum at which the dominant ones are exactly k per cent.
        let harmless = divided_up(100 * dominant, i128::from(k.0));
        (100 * dominant > i128::from(k.0) * sum).then_some(harmless)
    })
}

/// The p % rule: a shown sum is sensitive if its second largest contributor could estimate the largest one to within
/// `p` per cent of its contribution, by subtracting the own from the sum: X − x₁ − x₂ < p/100 · x₁.
///
/// Its upper protection level is p/100 · x₁ − (X − x₁ − x₂) (Hundepool et al. 2012, chapter 4); the target is the sum
/// with it, rounded up. A sum with a single contributor is sensitive. See [`dominance`] for what is not proven.
///
/// # Errors
/// Sums that do not add up, contributions that exceed them, or fewer than two contributions kept.
pub fn p_percent(program: &Program, sums: &[i64], largest: &Largest, p: Percent) -> Result<Vec<i64>, Wrong> {
    targets(program, sums, largest, 2, |sum, of| {
        let amount = |at: usize| of.get(at).map_or(0, |amount| i128::from(*amount));
        let (first, rest) = (amount(0), sum - amount(0) - amount(1));
        let lacking = i128::from(p.0) * first - 100 * rest;
        (lacking > 0).then(|| sum + divided_up(lacking, 100))
    })
}

/// Targets of shown cells by a rule that looks at the sum and its largest contributions.
fn targets(
    program: &Program,
    sums: &[i64],
    largest: &Largest,
    needed: usize,
    rule: impl Fn(i128, &[i64]) -> Option<i128>,
) -> Result<Vec<i64>, Wrong> {
    crate::adds_up(program, sums)?;
    crate::fits(program, largest.of.len())?;
    if largest.kept < needed {
        return Err(Wrong::TooFewKept { needed, kept: largest.kept });
    }
    let mut targets = vec![0; program.len()];
    for (cell, sum) in sums.iter().enumerate() {
        let of = largest.of(cell);
        let given: i128 = of.iter().map(|amount| i128::from(*amount)).sum();
        if given > i128::from(*sum) && !program.is_free(cell) {
            return Err(Wrong::Contribution(cell));
        }
        if program.is_shown(cell)
            && let Some(target) = rule(i128::from(*sum), of)
        {
            // At most a hundred times the largest sum.
            targets[cell] = i64::try_from(target).unwrap_or(i64::MAX);
        }
    }
    Ok(targets)
}

/// The quotient of two numbers above zero, rounded up.
fn divided_up(amount: i128, by: i128) -> i128 {
    (amount + by - 1) / by
}
