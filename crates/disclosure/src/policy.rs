//! What is protected, and against whom.

use crate::{Mistake, Program, Year};

/// What the attacker knows beside the published cells and that they add up.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    /// Nothing more (attacker L).
    Linear,
    /// That no count is negative (attacker A).
    NonNegative,
    /// That a withheld count is at least one, because zeros are always shown (attacker B).
    Positive,
}

/// Whether zeros may be withheld.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Zeros {
    /// Every zero is shown, and everybody knows that.
    Shown,
    /// A zero may be withheld like any other count. Not at [`Level::Positive`].
    Protected,
}

/// The rules of one audience.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Policy {
    /// Counts from one up to one less than this are sensitive.
    pub minimum: u32,
    /// Against whom.
    pub level: Level,
    /// Whether zeros may be withheld.
    pub zeros: Zeros,
}

impl Policy {
    /// A minimum frequency against an attacker; zeros are shown.
    pub fn new(minimum: u32, level: Level) -> Policy {
        Policy { minimum, level, zeros: Zeros::Shown }
    }

    pub(crate) fn check(&self) -> Result<(), Mistake> {
        let contradicts = self.level == Level::Positive && self.zeros == Zeros::Protected;
        if contradicts { Err(Mistake::ZerosNotShown) } else { Ok(()) }
    }
}

/// For each cell the count that some alternative table must show; zero where the cell is not sensitive.
///
/// Minimum frequency makes shown cells with 1 ≤ n < minimum sensitive; other rules come with [`Year::targets`]. What
/// was released before is public and no longer sensitive.
pub(crate) fn targets(program: &Program, year: &Year, policy: &Policy) -> Vec<i64> {
    let minimum = i64::from(policy.minimum);
    (0..program.len())
        .map(|cell| {
            let count = year.counts[cell];
            let asked = year.targets.get(cell).copied().unwrap_or(0);
            let small = program.shown[cell] && (1..minimum).contains(&count);
            let target = if small { asked.max(minimum) } else { asked };
            if year.given[cell] || target <= count || program.is_free(cell) { 0 } else { target }
        })
        .collect()
}
