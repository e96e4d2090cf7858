//! Primary rules beside minimum frequency: which cells must not be told, and how far off they must be possible.
//!
//! Each rule gives for every cell the count that some alternative table must show, zero where it asks for nothing:
//! what [`crate::Year::targets`] takes. [`strictest`] joins several rules. Minimum frequency itself needs no list; it
//! is in [`crate::Policy::minimum`].
//!
//! What the rules are for, and their usual forms, is described in Hundepool, Domingo-Ferrer, Franconi, Giessing,
//! Schulte Nordholt, Spicer and de Wolf (2012), *Statistical Disclosure Control* (Wiley), chapters 4 and 5, and in the
//! handbook of the same name by the ESSnet. Where a rule goes beyond them, its function says so.

mod amounts;
mod arrived;
mod complement;
mod group;
mod population;

pub use amounts::{Largest, Percent, dominance, p_percent};
pub use arrived::suppressed;
pub use complement::{Complement, complement, missing_complements};
pub use group::group_disclosure;
pub use population::minimum_population;

/// For each cell the largest target that any of the rules asks for. Lists may be empty or of different lengths.
pub fn strictest(rules: &[Vec<i64>]) -> Vec<i64> {
    let longest = rules.iter().map(Vec::len).max().unwrap_or(0);
    let asked = |cell: usize| rules.iter().filter_map(|targets| targets.get(cell).copied()).max();
    (0..longest).map(|cell| asked(cell).unwrap_or(0)).collect()
}

/// What is wrong with the input of a rule.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Wrong {
    /// Counts that do not add up, or lists that do not fit.
    #[error(transparent)]
    Mistake(#[from] crate::Mistake),
    /// A dimension that is named but does not exist.
    #[error("there is no dimension {0}")]
    UnknownAxis(usize),
    /// A share of zero or of more than everything.
    #[error("a share must lie between 1 and 100 per cent")]
    Percent,
    /// Fewer contributions are kept per cell than the rule looks at.
    #[error("the rule looks at {needed} contributions of each cell, and {kept} are kept")]
    TooFewKept {
        /// How many the rule looks at.
        needed: usize,
        /// How many are kept.
        kept: usize,
    },
    /// Contributions that are negative, or larger together than the sum of their cell.
    #[error("the contributions to cell {0} are negative, too large or exceed its sum")]
    Contribution(usize),
}
