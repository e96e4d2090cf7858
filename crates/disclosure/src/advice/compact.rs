//! Leaving out what no cell needs.
//!
//! Leaves that no shown node tells apart are one leaf to everybody who sees the table: whatever count they have
//! together can be spread over them somehow. So a table without them says the same, and is protected sooner.

use std::collections::BTreeMap;

use super::coarsen::{Coarse, parents};
use crate::{Dimension, Mistake, Program, Year};

/// Leaves out the nodes without which nothing is shown, given, withheld or asked. `from` is carried along.
pub(super) fn compact(program: &Program, year: &Year, from: &[usize]) -> Result<Coarse, Mistake> {
    let is_needed = |cell: usize| program.shown[cell] || year.given[cell] || year.targets[cell] > 0;
    let needed: Vec<usize> = (0..program.len()).filter(|cell| is_needed(*cell)).collect();
    let mut axes = Vec::with_capacity(program.dimensions.len());
    for (axis, dimension) in program.dimensions.iter().enumerate() {
        let mut used = vec![false; dimension.len()];
        needed.iter().for_each(|cell| used[program.node(*cell, axis)] = true);
        // Among leaves of free sign a sum says something even if it is not shown: that it is not negative.
        let all = dimension.free.iter().any(|free| *free);
        axes.push(Axis::new(dimension, |node| all || used[node])?);
    }
    let mut coarse = Program::new(axes.iter().map(|axis| axis.dimension.clone()).collect())?.showing(|_| false);
    let place = |cell: usize, of: fn(&Axis, usize) -> Option<usize>| {
        let nodes: Option<Vec<usize>> =
            axes.iter().enumerate().map(|(at, axis)| of(axis, program.node(cell, at))).collect();
        coarse.cell(&nodes?)
    };
    let mut own = Year::first(vec![0; coarse.len()]);
    own.targets = vec![0; coarse.len()];
    own.weights = vec![0.0; coarse.len()];
    let mut shown = vec![false; coarse.len()];
    let mut origin = vec![usize::MAX; coarse.len()];
    for cell in (0..program.len()).filter(|cell| program.is_inner(*cell)) {
        if let Some(at) = place(cell, |axis, node| axis.leaf.get(node).copied().flatten()) {
            own.counts[at] += year.counts[cell];
        }
    }
    for cell in needed {
        let Some(at) = place(cell, |axis, node| axis.node.get(node).copied().flatten()) else { continue };
        // Two nodes with the same leaves are one node here.
        shown[at] |= program.shown[cell];
        own.given[at] |= year.given[cell];
        own.withheld[at] |= year.withheld[cell];
        own.targets[at] = own.targets[at].max(year.targets[cell]);
        own.weights[at] = own.weights[at].max(year.weights[cell]);
        origin[at] = origin[at].min(from[cell]);
    }
    coarse.sum_up(&mut own.counts);
    own.weights.iter_mut().filter(|weight| **weight == 0.0).for_each(|weight| *weight = 1.0);
    coarse.shown = shown;
    origin.iter_mut().filter(|origin| **origin == usize::MAX).for_each(|origin| *origin = 0);
    Ok(Coarse { program: coarse, year: own, from: origin })
}

/// A dimension without the nodes that are not used.
struct Axis {
    dimension: Dimension,
    /// For each used node the new one.
    node: Vec<Option<usize>>,
    /// For each leaf the new leaf that it is part of.
    leaf: Vec<Option<usize>>,
}

impl Axis {
    fn new(old: &Dimension, used: impl Fn(usize) -> bool) -> Result<Axis, Mistake> {
        let parents_of = parents(old);
        // Leaves that are in the same used nodes, by the first of them.
        let mut classes: BTreeMap<Vec<u32>, Vec<u32>> = BTreeMap::new();
        for (leaf, above) in old.above.iter().enumerate().filter(|(_, above)| !above.is_empty()) {
            let above: Vec<u32> = above.iter().copied().filter(|node| used(*node as usize)).collect();
            classes.entry(above).or_default().push(leaf as u32);
        }
        let mut classes: Vec<Vec<u32>> = classes.into_values().collect();
        classes.sort_unstable();
        // Used sums of the tree that are more than one class, then the classes.
        let single = |node: usize| classes.iter().position(|class| *class == old.leaves_of[node]);
        let sums: Vec<usize> = (0..old.in_tree).filter(|node| used(*node) && single(*node).is_none()).collect();
        let number = |node: usize| sums.binary_search(&node).ok();
        let above = |node: usize| {
            let line = std::iter::successors(parents_of.get(node).copied().flatten(), |node| parents_of[*node]);
            line.into_iter().find_map(number)
        };
        let mut parents: Vec<Option<usize>> = sums.iter().map(|node| above(*node)).collect();
        parents.extend(classes.iter().map(|class| class.first().and_then(|leaf| above(*leaf as usize))));
        let mut leaf = vec![None; old.len()];
        for (at, class) in classes.iter().enumerate() {
            class.iter().for_each(|own| leaf[*own as usize] = Some(sums.len() + at));
        }
        let mut node = vec![None; old.len()];
        let mut extras: Vec<Vec<usize>> = Vec::new();
        for old_node in (0..old.len()).filter(|node| used(*node)) {
            node[old_node] = match (single(old_node), number(old_node)) {
                (Some(class), _) => Some(sums.len() + class),
                (None, Some(sum)) => Some(sum),
                (None, None) => {
                    let mut parts: Vec<usize> =
                        old.leaves_of[old_node].iter().filter_map(|own| leaf[*own as usize]).collect();
                    parts.sort_unstable();
                    parts.dedup();
                    extras.push(parts);
                    Some(parents.len() + extras.len() - 1)
                }
            };
        }
        let free: Vec<usize> = (0..old.len()).filter(|node| old.is_free(*node)).filter_map(|free| leaf[free]).collect();
        let made = Dimension::new(&parents, &extras)?;
        let dimension = if free.is_empty() { made } else { made.with_free(&free)? };
        Ok(Axis { dimension, node, leaf })
    }
}
