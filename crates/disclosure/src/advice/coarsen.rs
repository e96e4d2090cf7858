//! A coarser table from a finer one.

use super::{Coarsening, Misfit, compact::compact};
use crate::{Dimension, Mistake, Program, Relation, Year};

/// A coarser table.
#[derive(Clone)]
pub struct Coarse {
    /// Its shape. What the coarsening no longer shows, and nothing needs, is gone.
    pub program: Program,
    /// Its counts, and what was released of it before.
    pub year: Year,
    /// For each cell a cell of the finer table: the same one, or, of merged ones, the first.
    pub from: Vec<usize>,
}

/// What becomes of the nodes of one dimension.
struct Change {
    dimension: Dimension,
    /// For each node the one that is shown instead, if it is no longer shown itself.
    instead: Vec<Option<usize>>,
}

/// Makes a table coarser.
///
/// A cell that would be shown is replaced by the coarser one that contains it. What an earlier release has published or
/// withheld stays part of the table as it was: nobody forgets it. Targets ([`Year::targets`]) of cells that stay are
/// kept, those of others go. A merged cell gets the largest target of its parts; if a rule asks something of all that
/// are not empty (as the minimum population does), it gets the largest distance between target and count that one of
/// them has.
///
/// # Errors
/// A table that is wrong, or a coarsening that does not fit it.
pub fn coarsen(program: &Program, year: &Year, coarsening: &Coarsening) -> Result<Coarse, Misfit> {
    crate::protect::check(program, year)?;
    let (axis, change) = change(program, coarsening)?;
    let mut dimensions = program.dimensions.clone();
    dimensions[axis] = change.dimension;
    let mut fine = Program::new(dimensions)?.showing(|_| false);
    let place = |cell: usize, node: Option<usize>| {
        let mut nodes = program.nodes(cell);
        nodes[axis] = node.unwrap_or(nodes[axis]);
        nodes
    };
    let mut counts = vec![0; fine.len()];
    for cell in (0..program.len()).filter(|cell| program.is_inner(*cell)) {
        if let Some(at) = fine.cell(&place(cell, None)) {
            counts[at] = year.counts[cell];
        }
    }
    fine.sum_up(&mut counts);
    let none = vec![false; fine.len()];
    let mut own = Year {
        counts,
        given: none.clone(),
        withheld: none,
        targets: vec![0; fine.len()],
        weights: vec![0.0; fine.len()],
    };
    let mut from = vec![usize::MAX; fine.len()];
    let mut parts: Vec<(usize, usize)> = Vec::new();
    for cell in 0..program.len() {
        let instead = change.instead[program.node(cell, axis)];
        let known_before = year.given[cell] || (program.shown[cell] && year.withheld[cell]);
        let stays = instead.is_none() || known_before;
        let node = if stays { None } else { instead };
        let Some(at) = fine.cell(&place(cell, node)) else { continue };
        let target = year.targets.get(cell).copied().unwrap_or(0);
        from[at] = program.cell(&place(cell, node)).unwrap_or(from[at].min(cell));
        if stays {
            fine.shown[at] |= program.shown[cell];
            own.given[at] = year.given[cell];
            own.withheld[at] = year.withheld[cell];
            own.targets[at] = own.targets[at].max(target);
        } else if program.shown[cell] {
            fine.shown[at] = true;
            parts.push((at, cell));
        }
        own.weights[at] = own.weights[at].max(year.weights.get(cell).copied().unwrap_or(1.0));
    }
    if let Coarsening::Merge { .. } = coarsening {
        carry_over(year, parts, &mut own);
    }
    Ok(compact(&fine, &own, &from)?)
}

/// Gives merged cells the targets of their parts.
fn carry_over(year: &Year, mut parts: Vec<(usize, usize)>, own: &mut Year) {
    parts.sort_unstable();
    for group in parts.chunk_by(|a, b| a.0 == b.0) {
        let Some((at, _)) = group.first() else { continue };
        let target = |cell: usize| year.targets.get(cell).copied().unwrap_or(0);
        let asked = |cell: usize| target(cell) > year.counts[cell];
        let all = group.iter().all(|(_, cell)| year.counts[*cell] == 0 || asked(*cell));
        let distance =
            group.iter().filter(|(_, cell)| asked(*cell)).map(|(_, cell)| target(*cell) - year.counts[*cell]).max();
        let largest = group.iter().map(|(_, cell)| target(*cell)).max().unwrap_or(0);
        let carried = match distance {
            Some(distance) if all => own.counts[*at].saturating_add(distance),
            _ => largest,
        };
        own.targets[*at] = own.targets[*at].max(carried);
    }
}

fn change(program: &Program, coarsening: &Coarsening) -> Result<(usize, Change), Misfit> {
    let (Coarsening::Drop { axis } | Coarsening::Up { axis, .. } | Coarsening::Merge { axis, .. }) = coarsening;
    let dimension = program.dimensions().get(*axis).ok_or(Misfit::UnknownAxis(*axis))?;
    let parents = parents(dimension);
    let mut instead = vec![None; dimension.len()];
    let mut made = dimension.clone();
    match coarsening {
        Coarsening::Drop { .. } => {
            let leaves = dimension.above.iter().filter(|above| !above.is_empty()).count();
            let whole = dimension.leaves_of.iter().position(|below| below.len() == leaves);
            let whole = whole.ok_or(Misfit::NoWhole(*axis))?;
            instead = vec![Some(whole); dimension.len()];
            instead[whole] = None;
        }
        Coarsening::Up { depth, .. } => {
            for (node, instead) in instead.iter_mut().enumerate().take(dimension.in_tree) {
                let line: Vec<usize> = std::iter::successors(Some(node), |node| parents[*node]).collect();
                // From the node up to its root; the root is at depth zero.
                *instead = line.len().checked_sub(depth + 1).filter(|at| *at > 0).and_then(|at| line.get(at).copied());
            }
        }
        Coarsening::Merge { nodes, .. } => {
            let mut nodes = nodes.clone();
            nodes.sort_unstable();
            nodes.dedup();
            let parent = |node: &usize| parents.get(*node).ok_or(Mistake::UnknownNode(*node));
            let first = nodes.first().ok_or(Misfit::NotSiblings)?;
            let parent_of_first = parent(first)?;
            for node in &nodes {
                if parent(node)? != parent_of_first {
                    return Err(Misfit::NotSiblings);
                }
            }
            if nodes.len() < 2 {
                return Err(Misfit::NotSiblings);
            }
            let mut leaves: Vec<u32> =
                nodes.iter().flat_map(|node| dimension.leaves_of[*node].iter().copied()).collect();
            leaves.sort_unstable();
            let merged = match dimension.leaves_of.iter().position(|below| *below == leaves) {
                Some(merged) => merged,
                None => add_sum(&mut made, nodes, &leaves),
            };
            for (node, instead) in instead.iter_mut().enumerate() {
                let below = &dimension.leaves_of[node];
                let within = below.len() < leaves.len() && below.iter().all(|leaf| leaves.binary_search(leaf).is_ok());
                *instead = within.then_some(merged);
            }
        }
    }
    Ok((*axis, Change { dimension: made, instead }))
}

/// Adds an extra node and returns its number.
fn add_sum(dimension: &mut Dimension, kids: Vec<usize>, leaves: &[u32]) -> usize {
    let node = dimension.leaves_of.len();
    leaves.iter().for_each(|leaf| dimension.above[*leaf as usize].push(node as u32));
    dimension.above.push(Vec::new());
    dimension.leaves_of.push(leaves.to_vec());
    dimension.relations.push(Relation { parent: node, kids });
    if !dimension.free.is_empty() {
        dimension.free.push(false);
    }
    node
}

/// For each node of the tree its parent.
pub(super) fn parents(dimension: &Dimension) -> Vec<Option<usize>> {
    let mut parents = vec![None; dimension.in_tree];
    for relation in dimension.relations.iter().filter(|relation| relation.parent < dimension.in_tree) {
        relation.kids.iter().for_each(|kid| parents[*kid] = Some(relation.parent));
    }
    parents
}
