//! All but one or two: what a part leaves of its whole.

use std::collections::BTreeMap;

use crate::{Dimension, Mistake, Program};

/// A node and one that contains it: together they tell what everybody else in the whole is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Complement {
    /// The dimension.
    pub axis: usize,
    /// The part.
    pub part: usize,
    /// A node that contains the part and more.
    pub whole: usize,
}

/// Where a shown cell leaves fewer than `minimum` people of a shown whole, what it leaves is sensitive.
///
/// If 19 of 20 are employed, the one who is not is told as well as by a published 1. The rule looks along one dimension
/// at a time, at every pair of shown cells of which one contains the other. What the pair leaves is protected if it is
/// a cell of the program, shown or not; its target is the minimum. [`missing_complements`] says which pairs leave
/// something that is no cell, and [`Dimension::with_others`] makes it one.
///
/// # Errors
/// Counts that do not add up.
pub fn complement(program: &Program, counts: &[i64], minimum: u32) -> Result<Vec<i64>, Mistake> {
    crate::adds_up(program, counts)?;
    let mut targets = vec![0; program.len()];
    for axis in 0..program.dimensions().len() {
        for (pair, others) in pairs(program, axis) {
            over_shown(program, pair, |part, whole, base, stride| {
                if (1..i64::from(minimum)).contains(&(counts[whole] - counts[part])) {
                    others.iter().for_each(|other| targets[base + other * stride] = i64::from(minimum));
                }
            });
        }
    }
    Ok(targets)
}

/// Pairs of nodes that are shown together somewhere, whose difference is no node of its dimension.
pub fn missing_complements(program: &Program) -> Vec<Complement> {
    let mut missing = Vec::new();
    for axis in 0..program.dimensions().len() {
        for (pair, _) in pairs(program, axis).into_iter().filter(|(_, others)| others.is_empty()) {
            let mut together = false;
            over_shown(program, pair, |_, _, _, _| together = true);
            if together {
                missing.push(pair);
            }
        }
    }
    missing
}

impl Dimension {
    /// The dimension with a further node for each pair of a part and a whole: everybody else in the whole.
    ///
    /// The new nodes are extras, numbered from [`Dimension::len`] on in the order of the pairs. A pair whose difference
    /// is a node already gets none: with two categories, each is what the other leaves. Leaves of free sign are part
    /// of what is left. All cells of the new nodes are new cells of a program; say in [`Program::showing`] that they
    /// are not shown.
    ///
    /// Choose the nodes: each new one is a new slice of the whole program.
    ///
    /// # Errors
    /// A node that does not exist, or a part that is not within its whole or leaves nothing of it.
    pub fn with_others(&self, pairs: &[(usize, usize)]) -> Result<Dimension, Mistake> {
        let mut made = self.clone();
        for (part, whole) in pairs {
            let unknown = |node: usize| self.leaves_of.get(node).ok_or(Mistake::UnknownNode(node));
            let (inner, outer) = (unknown(*part)?, unknown(*whole)?);
            let left = difference(outer, inner).filter(|left| !left.is_empty()).ok_or(Mistake::Overlap(made.len()))?;
            if made.leaves_of.contains(&left) {
                continue;
            }
            let kids = self.largest_within(*whole, &left);
            let node = made.leaves_of.len();
            left.iter().for_each(|leaf| made.above[*leaf as usize].push(node as u32));
            made.above.push(Vec::new());
            made.leaves_of.push(left);
            made.relations.push(crate::Relation { parent: node, kids });
            if !made.free.is_empty() {
                made.free.push(false);
            }
        }
        Ok(made)
    }

    /// The largest nodes below `whole` that together are exactly these leaves.
    fn largest_within(&self, whole: usize, leaves: &[u32]) -> Vec<usize> {
        let (mut found, mut open) = (Vec::new(), vec![whole]);
        while let Some(node) = open.pop() {
            let inside = self.leaves_of[node].iter().filter(|leaf| leaves.binary_search(leaf).is_ok()).count();
            if inside == self.leaves_of[node].len() {
                found.push(node);
            } else if inside > 0 {
                let parts = self.relations.iter().filter(|relation| relation.parent == node);
                open.extend(parts.flat_map(|relation| relation.kids.iter().copied()));
            }
        }
        found.sort_unstable();
        found
    }
}

/// All pairs of nodes of a dimension of which one contains the other and more, and the nodes that are what is left.
fn pairs(program: &Program, axis: usize) -> Vec<(Complement, Vec<usize>)> {
    let leaves_of = &program.dimensions()[axis].leaves_of;
    let mut by_size: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (node, leaves) in leaves_of.iter().enumerate() {
        by_size.entry(leaves.len()).or_default().push(node);
    }
    let mut found = Vec::new();
    for (part, inner) in leaves_of.iter().enumerate() {
        // What contains the part contains its first leaf.
        let wholes = inner.first().map_or(&[][..], |leaf| &program.dimensions()[axis].above[*leaf as usize]);
        for whole in wholes.iter().map(|whole| *whole as usize) {
            let outer = &leaves_of[whole];
            let within = inner.iter().all(|leaf| outer.binary_search(leaf).is_ok());
            if outer.len() <= inner.len() || !within {
                continue;
            }
            let same_size = by_size.get(&(outer.len() - inner.len())).map_or(&[][..], Vec::as_slice);
            let left = |node: &&usize| {
                let leaves = &leaves_of[**node];
                // Of the right size, within the whole, and nothing of the part: then it is everything else.
                leaves.iter().all(|leaf| outer.binary_search(leaf).is_ok() && inner.binary_search(leaf).is_err())
            };
            let others = same_size.iter().filter(left).copied().collect();
            found.push((Complement { axis, part, whole }, others));
        }
    }
    found
}

/// Calls `visit` with the cells of part and whole, wherever both are shown, and with slice and step of the dimension.
fn over_shown(program: &Program, pair: Complement, mut visit: impl FnMut(usize, usize, usize, usize)) {
    program.over_slices(pair.axis, |base, stride| {
        let (part, whole) = (base + pair.part * stride, base + pair.whole * stride);
        if program.is_shown(part) && program.is_shown(whole) {
            visit(part, whole, base, stride);
        }
    });
}

/// The leaves of the outer node that are not below the inner one; none if that has others.
fn difference(outer: &[u32], inner: &[u32]) -> Option<Vec<u32>> {
    let left: Vec<u32> = outer.iter().copied().filter(|leaf| inner.binary_search(leaf).is_err()).collect();
    (left.len() + inner.len() == outer.len()).then_some(left)
}
