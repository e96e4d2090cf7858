//! Statistical disclosure control on plain tables of counts: what must be withheld so that small counts cannot be
//! told, with a proof for each of them, and an audit that believes no proof.
//!
//! The crate knows cells, hierarchies and counts; it knows no indicator, no file, no clock and no randomness from
//! outside. The same input gives the same output.
//!
//! ```
//! use disclosure::{Dimension, Level, Policy, Program, Year, protect};
//!
//! // Three districts (1, 2, 3) of a city (0), by sex (1, 2; 0 is both).
//! let program = Program::new(vec![
//!     Dimension::new(&[None, Some(0), Some(0), Some(0)], &[])?,
//!     Dimension::new(&[None, Some(0), Some(0)], &[])?,
//! ])?;
//! let persons = [([1, 1], 2), ([1, 2], 9), ([2, 1], 8), ([2, 2], 7), ([3, 1], 30), ([3, 2], 31)];
//! let counts = program.add_up(persons.iter().filter_map(|(nodes, n)| Some((program.cell(nodes)?, *n))))?;
//!
//! let policy = Policy::new(3, Level::Positive);
//! let protected = protect(&program, &Year::first(counts), &policy)?;
//! assert_eq!(protected.findings().withheld, 4); // the 2, and a rectangle around it
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # Method
//!
//! 1. **Primary rules.** Minimum frequency: shown cells with 1 ≤ n < minimum are sensitive. Zeros are shown. Further
//!    rules are in [`primary`].
//! 2. **Secondary suppression.** At [`Level::Linear`] by linear elimination (Langsrud 2024); at the other levels by
//!    certificates: for each sensitive cell an alternative table that agrees with everything published and shows at
//!    least the minimum there. Certificates are products of shifts in the hierarchies, sums of such products, and,
//!    where there are none, solutions of a local linear program. Then every withheld cell is questioned, and
//!    published again if cheaper certificates do without it.
//! 3. **Audit** ([`audit`]), written apart: adds up every certificate, attacks linearly with another prime and other
//!    equations, and finds intervals by linear programs where a certificate is missing. [`protect`] hands out nothing
//!    that the audit has not passed.
//!
//! Around it: [`proof`] makes of the certificates a proof that a third party can check with the release alone;
//! [`complete()`] fills in the starred cells of a delivery, so that it can be protected at all;
//! [`noise`] and [`rounding`] are other methods.
//!
//! The unit of protection is everything that one audience can see: put all tables of a release into one [`Program`]
//! and say which cells are shown; say in [`Year::given`] and [`Year::withheld`] what earlier releases did.
//!
//! # What is guaranteed, and what is not
//!
//! Guaranteed against someone who knows what is published, that it adds up, and what the level says: no sensitive
//! cell is determined, and none can be shown to be below the minimum. A later release keeps this for both together.
//!
//! Not guaranteed:
//! * that as little as possible is withheld: finding that is NP-hard, and the search is a heuristic;
//! * that an interval is wide: it contains the true count and some value from the minimum on, no more is promised;
//! * anything against someone who knows which suppression program was run, and its input's order of preference;
//! * anything against someone who is alone in a withheld cell and so knows its count. The audit counts how many
//!   sensitive cells such insiders could compute ([`audit::Findings::insider_victims`]), linearly;
//! * anything across years: a year is protected by itself, so a sensitive cell that is published in a neighbouring
//!   year can be guessed from there;
//! * alternative tables in whole persons: a certificate with a denominator above one has fractions of persons, and
//!   someone who uses that persons are whole might conclude more. [`audit::Findings::fractional`] counts them.

pub mod audit;
mod basis;
mod certificate;
mod complete;
mod dimension;
mod field;
mod ground;
mod linear;
mod local;
mod moves;
pub mod noise;
mod policy;
pub mod primary;
mod program;
pub mod proof;
mod protect;
pub mod rounding;
mod search;
mod shifts;

pub use certificate::Certificate;
pub use complete::{Incomplete, Span, complete, complete_within};
pub use dimension::{Dimension, Relation};
pub use policy::{Level, Policy, Zeros};
pub use program::Program;
pub use proof::Proof;
pub use protect::{Protected, Refusal, Stage, Year, accept, protect, protect_all, protect_watched, prove};

/// What is wrong with what the crate was given.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Mistake {
    /// A dimension without nodes.
    #[error("a dimension needs between one and four thousand million nodes")]
    NoNodes,
    /// A node that is named but does not exist.
    #[error("there is no node {0}")]
    UnknownNode(usize),
    /// The tree is none.
    #[error("the nodes of a dimension do not form a tree")]
    Cycle,
    /// An extra node that counts a leaf twice, or nothing.
    #[error("the extra node {0} is empty or counts a leaf twice")]
    Overlap(usize),
    /// Too many cells, or counts too large.
    #[error("the table or its counts are too large")]
    TooLarge,
    /// A count for a cell that is not a leaf in every dimension.
    #[error("cell {0} does not exist or is not an inner cell")]
    NotInner(usize),
    /// A count that is negative, too large or not the sum of its parts.
    #[error("the count of cell {0} is negative, too large or not the sum of its parts")]
    NotASum(usize),
    /// A level that supposes zeros to be shown, and zeros that are not.
    #[error("at this level zeros must be shown")]
    ZerosNotShown,
    /// A rule that protects a zero that must be shown.
    #[error("cell {0} is zero and shown, and cannot be protected")]
    ZeroShown(usize),
    /// A list with another length than there are cells.
    #[error("a list has {found} entries where the program has {cells} cells")]
    Length {
        /// Length of the list.
        found: usize,
        /// Cells of the program.
        cells: usize,
    },
}

fn fits(program: &Program, found: usize) -> Result<(), Mistake> {
    if found == program.len() { Ok(()) } else { Err(Mistake::Length { found, cells: program.len() }) }
}

/// The largest count that is exact in every computation of this crate.
const MOST_PERSONS: i64 = 1 << 40;

fn adds_up(program: &Program, counts: &[i64]) -> Result<(), Mistake> {
    fits(program, counts.len())?;
    let possible = |cell: &usize| {
        let least = if program.is_free(*cell) { -MOST_PERSONS } else { 0 };
        (least..=MOST_PERSONS).contains(&counts[*cell])
    };
    if let Some(cell) = (0..counts.len()).find(|cell| !possible(cell)) {
        return Err(Mistake::NotASum(cell));
    }
    let mut sums = counts.to_vec();
    program.sum_up(&mut sums);
    counts.iter().zip(&sums).position(|(count, sum)| count != sum).map_or(Ok(()), |cell| Err(Mistake::NotASum(cell)))
}
