//! Advice: which coarser tables would lose less.
//!
//! A table that is too detailed for its people is full of holes. It is better to show fewer, fuller cells: to merge age
//! groups, to leave out a breakdown, to go up a level of areas. This part computes what each proposal would leave, by
//! protecting the coarser table; which one is right is for those who know what the table is for.

mod coarsen;
mod compact;

use std::{cmp::Reverse, collections::BTreeMap};

pub use coarsen::{Coarse, coarsen};

use crate::{Mistake, Policy, Program, Refusal, Year, protect};

/// A way to show less detail. Axes are the places of dimensions in [`Program::dimensions`].
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Coarsening {
    /// Shows a dimension only as a whole.
    Drop {
        /// The dimension.
        axis: usize,
    },
    /// Shows nothing of a tree below this depth; roots are at depth zero. Extra nodes stay as they are.
    Up {
        /// The dimension.
        axis: usize,
        /// The deepest level that is still shown.
        depth: usize,
    },
    /// Shows several parts of the same sum as one, and nothing below them.
    Merge {
        /// The dimension.
        axis: usize,
        /// The nodes that become one.
        nodes: Vec<usize>,
    },
}

/// Why a table cannot be coarsened like this.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Misfit {
    /// The table is wrong.
    #[error(transparent)]
    Mistake(#[from] Mistake),
    /// A dimension that does not exist.
    #[error("there is no dimension {0}")]
    UnknownAxis(usize),
    /// Nothing in the dimension contains everything, so it cannot be left out.
    #[error("dimension {0} has no node that is the sum of everything")]
    NoWhole(usize),
    /// Fewer than two different nodes, or such that are not parts of the same sum.
    #[error("only parts of the same sum can be merged, at least two of them")]
    NotSiblings,
}

/// What is lost to protection. Persons count once in each cell that they are in, so compare within a level.
///
/// For the office: it has no `Debug`, because persons in withheld cells are not published. [`crate::audit::Findings`]
/// has the figures that say nothing about persons.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
pub struct Loss {
    /// Shown cells.
    pub cells: usize,
    /// Of these, withheld.
    pub withheld: usize,
    /// Persons in shown cells.
    pub persons: i64,
    /// Of these, in withheld cells.
    pub persons_withheld: i64,
}

impl Loss {
    /// The share of the persons that are in withheld cells, from 0 to 1; of nobody, nobody is lost.
    pub fn share(&self) -> f64 {
        if self.persons > 0 { self.persons_withheld as f64 / self.persons as f64 } else { 0.0 }
    }

    /// Cells that are published.
    pub fn published(&self) -> usize {
        self.cells.saturating_sub(self.withheld)
    }
}

/// The loss of a table, by group of cells: `by` says for each cell to which one it belongs, such as its level of areas.
///
/// # Errors
/// Lists that do not fit the program.
pub fn losses<K: Ord>(
    program: &Program,
    year: &Year,
    withheld: &[bool],
    by: impl Fn(usize) -> K,
) -> Result<BTreeMap<K, Loss>, Mistake> {
    crate::fits(program, year.counts.len())?;
    crate::fits(program, withheld.len())?;
    let mut losses: BTreeMap<K, Loss> = BTreeMap::new();
    for (cell, (count, withheld)) in year.counts.iter().zip(withheld).enumerate() {
        if program.is_shown(cell) {
            let loss = losses.entry(by(cell)).or_default();
            loss.cells += 1;
            loss.persons = loss.persons.saturating_add(*count);
            if *withheld {
                loss.withheld += 1;
                loss.persons_withheld = loss.persons_withheld.saturating_add(*count);
            }
        }
    }
    Ok(losses)
}

/// The loss of a whole table.
///
/// # Errors
/// Lists that do not fit the program.
pub fn loss(program: &Program, year: &Year, withheld: &[bool]) -> Result<Loss, Mistake> {
    Ok(losses(program, year, withheld, |_| ())?.remove(&()).unwrap_or_default())
}

/// What a coarsening would leave. Has no `Debug`, as [`Loss`] has none.
#[derive(Clone, PartialEq, Eq)]
pub struct Advice<K> {
    /// The proposal.
    pub coarsening: Coarsening,
    /// The loss of the coarser table.
    pub loss: Loss,
    /// Its loss by group of cells.
    pub by: BTreeMap<K, Loss>,
}

/// Protects the table under each of the first `most` candidates, and says what would be lost then.
///
/// The one that loses the smallest share of its persons comes first, with equal shares the one that publishes more
/// cells; [`mildest`] picks another way. Candidates under which the table cannot be protected are left out.
///
/// `by` gets cells of `program`; a cell that is shown instead of several counts where one of them would, or where the
/// sum does if it is a cell. Rules beyond minimum frequency are carried over as far as that is possible, see
/// [`coarsen`]: the loss is what can be expected, and whoever follows the advice protects the coarser table anew.
///
/// # Errors
/// A table that is wrong, or a candidate that does not fit it.
pub fn advise<K: Ord>(
    program: &Program,
    year: &Year,
    policy: &Policy,
    candidates: &[Coarsening],
    most: usize,
    by: impl Fn(usize) -> K,
) -> Result<Vec<Advice<K>>, Misfit> {
    let mut advice = Vec::new();
    for coarsening in candidates.iter().take(most) {
        let coarse = coarsen(program, year, coarsening)?;
        match protect(&coarse.program, &coarse.year, policy) {
            Ok(protected) => advice.push(Advice {
                coarsening: coarsening.clone(),
                loss: loss(&coarse.program, &coarse.year, protected.withheld())?,
                by: losses(&coarse.program, &coarse.year, protected.withheld(), |cell| {
                    by(coarse.from.get(cell).copied().unwrap_or(0))
                })?,
            }),
            Err(Refusal::Mistake(mistake)) => return Err(mistake.into()),
            Err(Refusal::Unsafe(_)) => {}
        }
    }
    advice.sort_by(|a, b| {
        // Exact, and without dividing by a table of nobody.
        let share = |one: &Loss, other: &Loss| i128::from(one.persons_withheld) * i128::from(other.persons.max(1));
        share(&a.loss, &b.loss)
            .cmp(&share(&b.loss, &a.loss))
            .then(Reverse(a.loss.published()).cmp(&Reverse(b.loss.published())))
    });
    Ok(advice)
}

/// Of all that lose at most this share of their persons (from 0 to 1), the one that publishes most cells.
pub fn mildest<K>(advice: &[Advice<K>], share: f64) -> Option<&Advice<K>> {
    let bearable = advice.iter().filter(|advice| advice.loss.share() <= share);
    bearable.reduce(|best, next| if next.loss.published() > best.loss.published() { next } else { best })
}
