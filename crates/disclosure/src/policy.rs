//! What is protected, and against whom.

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

/// The rules of one audience.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Policy {
    /// Counts from one up to one less than this are sensitive. Zeros are shown.
    pub minimum: u32,
    /// Against whom.
    pub level: Level,
}

/// The primary rule of minimum frequency: shown cells with 1 ≤ n ≤ minimum − 1.
pub(crate) fn too_small(shown: bool, count: i64, policy: &Policy) -> bool {
    shown && count >= 1 && count < i64::from(policy.minimum)
}
