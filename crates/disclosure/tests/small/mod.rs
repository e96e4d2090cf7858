//! Small random programs with counts, for the tests of several parts.

use disclosure::{Dimension, Program};
use proptest::prelude::*;

/// A program and the counts of all its cells.
#[derive(Clone)]
pub struct Town {
    pub program: Program,
    pub counts: Vec<i64>,
}

impl std::fmt::Debug for Town {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        for dimension in self.program.dimensions() {
            write!(f, "{:?} of {}; ", dimension.relations(), dimension.len())?;
        }
        let shown: Vec<usize> = (0..self.program.len()).filter(|cell| self.program.is_shown(*cell)).collect();
        write!(f, "shown {shown:?}; counts {:?}", self.counts)
    }
}

/// A tree of up to seven nodes, sometimes with a sum across it.
pub fn dimension() -> impl Strategy<Value = Dimension> {
    (prop::collection::vec(any::<prop::sample::Index>(), 0..7), prop::collection::vec(any::<bool>(), 7)).prop_map(
        |(picks, across)| {
            let mut parents = vec![None];
            for (node, pick) in picks.iter().enumerate() {
                parents.push(Some(pick.index(node + 1)));
            }
            let leaves = (0..parents.len()).filter(|node| !parents.contains(&Some(*node)));
            let across: Vec<usize> = leaves.zip(across).filter(|(_, taken)| *taken).map(|(leaf, _)| leaf).collect();
            let extras = if across.len() > 1 { vec![across] } else { Vec::new() };
            Dimension::new(&parents, &extras).expect("a tree")
        },
    )
}

/// A program of one to three dimensions; of half of them only linked tables are shown.
pub fn town() -> impl Strategy<Value = Town> {
    let count = prop_oneof![2 => Just(0i64), 3 => 1i64..4, 3 => 4i64..30];
    let tables = prop::collection::vec(prop::collection::vec(0usize..4, 3), 0..3);
    (prop::collection::vec(dimension(), 1..4), prop::collection::vec(count, 512), tables).prop_map(
        |(dimensions, counts, tables)| {
            let mut program = Program::new(dimensions).expect("a small program");
            if !tables.is_empty() {
                program = program.showing(|nodes| {
                    tables.iter().any(|table| nodes.iter().zip(table).all(|(node, crossed)| *crossed > 0 || *node == 0))
                });
            }
            let inner: Vec<usize> = (0..program.len()).filter(|cell| program.is_inner(*cell)).collect();
            let counts = program.add_up(inner.into_iter().zip(counts)).expect("counts of inner cells");
            Town { program, counts }
        },
    )
}
