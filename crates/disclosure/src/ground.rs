//! What a certificate has to respect: one year's counts, what may change and what that would cost.

use crate::{Program, Year, policy::{Level, Policy}};

/// One year of a program, ready for the search of alternative tables.
pub(crate) struct Ground<'a> {
    pub(crate) program: &'a Program,
    pub(crate) counts: &'a [i64],
    pub(crate) sensitive: &'a [bool],
    /// A sensitive cell is safe if some alternative table shows at least this count.
    pub(crate) target: i64,
    /// By how much a cell may fall; negative where it may not change at all.
    pub(crate) room: Vec<i64>,
    /// What withholding a cell costs.
    pub(crate) cost: Vec<f32>,
}

impl<'a> Ground<'a> {
    pub(crate) fn new(program: &'a Program, year: &'a Year, sensitive: &'a [bool], policy: &Policy) -> Ground<'a> {
        let least = if policy.level == Level::Positive { 1 } else { 0 };
        let room = (0..program.len())
            .map(|cell| match (program.shown[cell], year.counts[cell]) {
                (false, count) => count,
                (true, 0) => -1,
                (true, _) if year.given[cell] => -1,
                (true, count) => count - least,
            })
            .collect();
        // One cell is one cell; among equals the smaller count is given up.
        let cost = year.counts.iter().map(|count| 1.0 + 0.04 * (*count as f32 + 1.0).log2()).collect();
        let target = i64::from(policy.minimum);
        Ground { program, counts: &year.counts, sensitive, target, room, cost }
    }
}
