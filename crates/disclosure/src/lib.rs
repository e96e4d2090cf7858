//! Statistical disclosure control on plain tables of counts.

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
mod search;

pub use dimension::{Dimension, Relation};
pub use program::Program;
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
    /// A list with another length than there are cells.
    #[error("a list has {found} entries where the program has {cells} cells")]
    Length {
        /// Length of the list.
        found: usize,
        /// Cells of the program.
        cells: usize,
    },
}


/// One year of a program.
#[derive(Debug, Clone)]
pub struct Year {
    /// All counts, sums included.
    pub counts: Vec<i64>,
    /// Released earlier with this value.
    pub given: Vec<bool>,
    /// Withheld earlier.
    pub withheld: Vec<bool>,
}

#[doc(hidden)]
pub fn linear_only(program: &Program, counts: &[i64], sensitive: &[bool]) -> Vec<bool> {
    let none = vec![false; program.len()];
    linear::eliminate(program, counts, sensitive, &none, &none)
}

#[doc(hidden)]
pub fn trial(program: &Program, year: &Year, policy: &Policy) -> Vec<bool> {
    let sensitive: Vec<bool> = (0..program.len()).map(|c| policy::too_small(program.shown[c], year.counts[c], policy)).collect();
    let mut ground = ground::Ground::new(program, year, &sensitive, policy);
    let t = std::time::Instant::now();
    let mut plan = search::Plan::new(&ground, &year.withheld);
    let helpless = plan.cover(&mut ground);
    let count = |plan: &search::Plan| (0..program.len()).filter(|c| program.shown[*c] && plan.open[*c] && !sensitive[*c]).count();
    eprintln!("  cover: secondaries {} helpless {} certs {} {:?}", count(&plan), helpless.len(), plan.certificates.len(), t.elapsed());
    for _ in 0..3 {
        let t = std::time::Instant::now();
        let pruned = plan.prune(&mut ground);
        eprintln!("  prune {pruned}: secondaries {} {:?}", count(&plan), t.elapsed());
    }
    for h in helpless.iter().take(3) { eprintln!("   helpless {:?} n {}", program.nodes(*h as usize), year.counts[*h as usize]); }
    (0..program.len()).map(|c| program.shown[c] && plan.open[c]).collect()
}
