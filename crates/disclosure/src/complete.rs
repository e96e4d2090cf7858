//! Deliveries with starred cells: whole counts for all inner cells that agree with everything that is known.
//!
//! An office that receives a table in which cells are withheld still has to protect what it publishes of it. For that
//! it needs *some* table that agrees with the delivered one: what is safe for one of them is told apart from no other.
//! The counts found here are such a table. They are not an estimate, and nobody should read them as one.

mod narrow;
mod solve;

use crate::{MOST_PERSONS, Mistake, Program};
use narrow::Narrow;

/// What is known of the count of a cell, in persons: it is neither smaller nor larger than this.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Span {
    /// The smallest possible count.
    pub least: i64,
    /// The largest possible count.
    pub most: i64,
}

impl Span {
    /// Nothing is known.
    pub const UNKNOWN: Span = Span { least: -MOST_PERSONS, most: MOST_PERSONS };

    /// The count is known.
    pub fn exactly(count: i64) -> Span {
        Span { least: count, most: count }
    }

    /// A cell that was withheld because it has at least one and fewer than `minimum` persons.
    pub fn below(minimum: u32) -> Span {
        Span { least: 1, most: i64::from(minimum) - 1 }
    }

    fn is_fixed(self) -> bool {
        self.least >= self.most
    }
}

/// Why there are no such counts, or none were found. Names cells, never counts.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Incomplete {
    /// The input is wrong.
    #[error(transparent)]
    Mistake(#[from] Mistake),
    /// A cell cannot have any count.
    #[error("what is said of cell {0} cannot be true of any count")]
    Impossible(usize),
    /// What is known contradicts itself: this sum does not come out, or not together with the others.
    #[error("in dimension {axis} the parts of cell {sum} cannot add up to it")]
    Contradiction {
        /// The dimension along which the parts are added up.
        axis: usize,
        /// The cell that is their sum.
        sum: usize,
    },
    /// There are counts with fractions of persons, but none in whole persons.
    #[error("no whole counts agree with everything known about cell {0} and those that hang together with it")]
    NotWhole(usize),
    /// Too many unknown cells hang together, or the search took too long.
    #[error("{cells} unknown cells hang together, too many or too entangled to fill in")]
    TooHard {
        /// How many unknown cells hang together.
        cells: usize,
    },
}

/// Fills in the cells that are not known. `known` has an entry for each cell, sums included.
///
/// Returns a count for each inner cell, by cell, so that [`Program::add_up`] gives every known count again.
///
/// # Errors
/// See [`complete_within`].
pub fn complete(program: &Program, known: &[Option<i64>]) -> Result<Vec<(usize, i64)>, Incomplete> {
    let spans: Vec<Span> = known.iter().map(|count| count.map_or(Span::UNKNOWN, Span::exactly)).collect();
    complete_within(program, &spans)
}

/// Finds a count for each inner cell, so that every cell, sums included, has a count within its span.
///
/// Counts are not negative, whatever the spans say, but for cells of free sign ([`crate::Dimension::with_free`]).
/// First every sum narrows the spans of its parts, and they its own, as long as that leads to something. What then is
/// still open falls apart into groups of cells that hang together; each is solved as an integer program by linear
/// programs (microlp) and branching. The result depends on the input only.
///
/// # Errors
/// A list that does not fit, spans that contradict each other (with a sum that does not come out), or a group that is
/// too large for the solver. The search ends: after a fixed number of steps the group counts as too hard.
pub fn complete_within(program: &Program, spans: &[Span]) -> Result<Vec<(usize, i64)>, Incomplete> {
    crate::fits(program, spans.len())?;
    let mut own = Vec::with_capacity(spans.len());
    for (cell, span) in spans.iter().enumerate() {
        let least = if program.is_free(cell) { -MOST_PERSONS } else { 0 };
        let narrowed = Span { least: span.least.max(least), most: span.most.min(MOST_PERSONS) };
        if narrowed.least > narrowed.most {
            return Err(Incomplete::Impossible(cell));
        }
        own.push(narrowed);
    }
    let mut narrow = Narrow::new(program, own);
    narrow.start()?;
    solve::all(&mut narrow)?;
    let inner: Vec<(usize, i64)> =
        (0..program.len()).filter(|cell| program.is_inner(*cell)).map(|cell| (cell, narrow.span(cell).least)).collect();
    // Nothing leaves that has not been added up: linear programs compute with fractions.
    let counts = program.add_up(inner.iter().copied())?;
    let wrong = |(cell, span): &(usize, &Span)| !(span.least..=span.most).contains(&counts[*cell]);
    match spans.iter().enumerate().find(wrong) {
        None => Ok(inner),
        Some((cell, _)) => Err(Incomplete::NotWhole(cell)),
    }
}
