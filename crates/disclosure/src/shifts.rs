//! Shifts of persons from one leaf of a dimension to another, worked out once.

use crate::Dimension;

/// How many leaves to shift to are kept for each leaf and sum.
const KEPT: usize = 80;

/// What a dimension contributes to a move: the nodes that change and in which direction.
pub(crate) struct Factor {
    /// The leaf that gains, and the one that loses, if any.
    pub(crate) leaves: [Option<u32>; 2],
    pub(crate) nodes: Vec<(usize, i8)>,
}

/// All factors of one dimension.
pub(crate) struct Shifts {
    /// Where the lists of a node begin.
    first: Vec<usize>,
    /// For each node and leaf below it: first the leaf alone, then shifts to the nearest leaves outside of the node.
    lists: Vec<Vec<Factor>>,
}

impl Shifts {
    pub(crate) fn new(dimension: &Dimension) -> Shifts {
        let all = dimension.above.iter().filter(|above| !above.is_empty()).count();
        let (mut first, mut lists) = (Vec::new(), Vec::new());
        for (node, leaves) in dimension.leaves_of.iter().enumerate() {
            first.push(lists.len());
            // Outside of a sum of everything there is nobody.
            let everything = leaves.len() == all;
            lists.extend(leaves.iter().map(|leaf| from(dimension, node as u32, *leaf, everything)));
        }
        Shifts { first, lists }
    }

    /// The factors for a node and the place of a leaf among those below it.
    pub(crate) fn from(&self, node: usize, place: usize) -> &[Factor] {
        &self.lists[self.first[node] + place]
    }
}

fn from(dimension: &Dimension, node: u32, leaf: u32, everything: bool) -> Vec<Factor> {
    let up = &dimension.above[leaf as usize];
    let alone = Factor { leaves: [Some(leaf), None], nodes: up.iter().map(|node| (*node as usize, 1)).collect() };
    let partners = if everything { Vec::new() } else { nearest(dimension, leaf, node) };
    let mut shifts: Vec<Factor> = partners
        .into_iter()
        .map(|partner| {
            let down = &dimension.above[partner as usize];
            let mut nodes: Vec<(usize, i8)> =
                up.iter().filter(|node| !down.contains(node)).map(|node| (*node as usize, 1)).collect();
            nodes.extend(down.iter().filter(|node| !up.contains(node)).map(|node| (*node as usize, -1)));
            Factor { leaves: [Some(leaf), Some(partner)], nodes }
        })
        .collect();
    shifts.sort_by_key(|shift| (shift.nodes.len(), shift.leaves[1]));
    std::iter::once(alone).chain(shifts).collect()
}

/// Leaves outside of a node, those that share the smallest sums with `start` first.
fn nearest(dimension: &Dimension, start: u32, outside: u32) -> Vec<u32> {
    let mut sums: Vec<u32> = dimension.above[start as usize].clone();
    sums.sort_by_key(|node| (dimension.leaves_of[*node as usize].len(), *node));
    let mut found: Vec<u32> = Vec::new();
    for sum in sums {
        for leaf in &dimension.leaves_of[sum as usize] {
            if found.len() >= KEPT {
                return found;
            }
            if !dimension.contains(outside, *leaf) && !found.contains(leaf) {
                found.push(*leaf);
            }
        }
    }
    found
}
