//! Cells as short vectors.
//!
//! The counts of the leaves are one basis of what can be known, but a total has as many entries there as there are
//! leaves. In the contrast basis a root and all but the smallest child of every node are unit vectors, and the
//! smallest child is its parent less its siblings. A cell is the tensor product of its nodes' vectors and has about
//! ten entries.

use crate::{Program, field};

/// The vectors of the nodes of one dimension.
struct Axis {
    vectors: Vec<Vec<(u32, i64)>>,
    rank: u32,
}

/// The contrast basis of a program for one set of counts.
pub(crate) struct Basis<'a> {
    program: &'a Program,
    axes: Vec<Axis>,
}

impl<'a> Basis<'a> {
    pub(crate) fn new(program: &'a Program, counts: &[i64]) -> Basis<'a> {
        let axes = (0..program.dimensions.len()).map(|axis| contrast(program, counts, axis)).collect();
        Basis { program, axes }
    }

    /// The length of the vectors.
    pub(crate) fn rank(&self) -> usize {
        self.axes.iter().map(|axis| axis.rank as usize).product()
    }

    /// The vector of a cell: rows ascending, coefficients modulo the prime, none zero.
    pub(crate) fn vector(&self, cell: usize) -> Vec<(u32, u64)> {
        let mut vector = vec![(0u32, 1i64)];
        for (axis, contrast) in self.axes.iter().enumerate() {
            let factor = &contrast.vectors[self.program.node(cell, axis)];
            vector = vector
                .iter()
                .flat_map(|(row, a)| factor.iter().map(move |(unit, b)| (row * contrast.rank + unit, a * b)))
                .collect();
        }
        vector.into_iter().map(|(row, value)| (row, field::from_small(value))).collect()
    }
}

fn contrast(program: &Program, counts: &[i64], axis: usize) -> Axis {
    let dimension = &program.dimensions[axis];
    // The size of a node: how many persons all cells with this node hold together.
    let mut size = vec![0i64; dimension.len()];
    for (cell, count) in counts.iter().enumerate() {
        let node = program.node(cell, axis);
        size[node] = size[node].saturating_add(*count);
    }
    let mut vectors: Vec<Vec<(u32, i64)>> = vec![Vec::new(); dimension.len()];
    let mut rank = 0;
    let mut unit = || {
        rank += 1;
        vec![(rank - 1, 1)]
    };
    let mut has_parent = vec![false; dimension.in_tree];
    let (tree, extras): (Vec<_>, Vec<_>) =
        dimension.relations.iter().partition(|relation| relation.parent < dimension.in_tree);
    for kid in tree.iter().flat_map(|relation| &relation.kids) {
        has_parent[*kid] = true;
    }
    for root in (0..dimension.in_tree).filter(|node| !has_parent[*node]) {
        vectors[root] = unit();
    }
    for relation in tree.iter().rev() {
        let smallest = relation.kids.iter().copied().min_by_key(|kid| size[*kid]).unwrap_or(relation.kids[0]);
        let mut rest = vectors[relation.parent].clone();
        for kid in relation.kids.iter().filter(|kid| **kid != smallest) {
            vectors[*kid] = unit();
            rest.push((vectors[*kid][0].0, -1));
        }
        rest.sort_unstable();
        vectors[smallest] = rest;
    }
    for relation in extras {
        let mut sum: Vec<(u32, i64)> = relation.kids.iter().flat_map(|kid| vectors[*kid].iter().copied()).collect();
        sum.sort_unstable();
        let mut folded: Vec<(u32, i64)> = Vec::new();
        for (row, value) in sum {
            match folded.last_mut().filter(|last| last.0 == row) {
                Some(last) => last.1 += value,
                None => folded.push((row, value)),
            }
        }
        folded.retain(|entry| entry.1 != 0);
        vectors[relation.parent] = folded;
    }
    Axis { vectors, rank }
}
