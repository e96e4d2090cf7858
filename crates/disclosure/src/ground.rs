//! What a certificate has to respect: one year's counts, what may change and what that would cost.

use crate::{Level, Policy, Program, Year, Zeros, shifts::Shifts};

/// The room of a cell that may not change.
pub(crate) const FIXED: i64 = i64::MIN;
/// The room of a cell that may fall as far as it likes.
pub(crate) const UNBOUNDED: i64 = 1 << 50;
/// Costs are whole multiples of one part in so many.
pub(crate) const UNIT: f32 = 1024.0;
/// No cell is dearer.
const DEAREST: f32 = 1e6;

/// One year of a program, ready for the search of alternative tables.
pub(crate) struct Ground<'a> {
    pub(crate) program: &'a Program,
    pub(crate) counts: &'a [i64],
    /// A sensitive cell is safe if some alternative table shows at least this count; zero where it is not sensitive.
    pub(crate) targets: &'a [i64],
    /// The largest step that makes any small count safe.
    pub(crate) most: i64,
    /// By how much a cell may fall; [`FIXED`] where it may not change at all.
    pub(crate) room: Vec<i64>,
    /// Whether some cells are not shown.
    pub(crate) hides: bool,
    pub(crate) shifts: Vec<Shifts>,
    /// What withholding a cell costs: positive multiples of one part in [`UNIT`].
    pub(crate) cost: Vec<f32>,
}

impl<'a> Ground<'a> {
    pub(crate) fn new(program: &'a Program, year: &'a Year, targets: &'a [i64], policy: &Policy) -> Ground<'a> {
        let least = if policy.level == Level::Positive { 1 } else { 0 };
        // Below a zero that is and stays published everything is known to be zero, shown or not.
        let stays = |cell: usize| program.shown[cell] && (policy.zeros == Zeros::Shown || year.given[cell]);
        let mut under_zero: Vec<i64> =
            (0..program.len()).map(|cell| i64::from(year.counts[cell] == 0 && stays(cell))).collect();
        program.hand_down(&mut under_zero);
        let room = (0..program.len())
            .map(|cell| match (program.shown[cell], year.counts[cell]) {
                (false, _) if program.is_loose(cell) => UNBOUNDED,
                (false, _) if under_zero[cell] > 0 => FIXED,
                (false, _) if program.is_free(cell) => UNBOUNDED,
                (false, count) => count,
                (true, 0) if policy.zeros == Zeros::Shown => FIXED,
                (true, _) if year.given[cell] => FIXED,
                (true, count) => count - least,
            })
            .collect();
        // One cell is one cell; but a small count is given up before a large one, and sums that stand for more than
        // about half a per cent of all persons are given up last.
        let largest = year.counts.iter().copied().max().unwrap_or(0).max(1) as f32;
        let cost = year
            .counts
            .iter()
            .map(|count| count.max(&0))
            .map(|count| 1.0 + 0.1 * (*count as f32 + 1.0).log2() + 200.0 * *count as f32 / largest)
            .zip(year.weights.iter().copied().chain(std::iter::repeat(1.0)))
            .map(|(cost, weight)| if weight.is_finite() { cost * weight } else { cost })
            .map(|cost| (cost.clamp(1.0 / UNIT, DEAREST) * UNIT).round() / UNIT)
            .collect();
        let most = i64::from(policy.minimum) - 1;
        let hides = (0..program.len()).any(|cell| !program.shown[cell] && !program.is_loose(cell));
        let shifts = program.dimensions.iter().map(Shifts::new).collect();
        Ground { program, hides, shifts, counts: &year.counts, targets, most, room, cost }
    }

    /// The cost of a cell in whole units, so that sums do not depend on their order.
    pub(crate) fn units(&self, cell: usize) -> i64 {
        (self.cost[cell] * UNIT) as i64
    }
}
