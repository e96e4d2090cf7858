//! Statistical disclosure control on plain tables of counts.

pub mod audit;
mod basis;
mod certificate;
mod dimension;
mod field;
mod ground;
mod linear;
mod local;
mod moves;
mod policy;
mod program;
mod protect;
mod search;
mod shifts;

pub use dimension::{Dimension, Relation};
pub use program::Program;
pub use protect::{Protected, Refusal, Year, protect, protect_all, prove};
pub use policy::{Level, Policy};
pub use certificate::Certificate;

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
