//! Alternatives that reach far, where earlier releases leave no near ones.
//!
//! Where the sums of quarters are public and their blocks follow, persons may have to move through the whole city
//! between the few cells of quarters that are withheld. Which blocks they live in hardly matters: cells that are part
//! of the same unchangeable sums can stand in for each other. So one or two of each such class take part, and the
//! program stays small however many blocks there are.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use microlp::{ComparisonOp, LinearExpr, OptimizationDirection, Problem, SolveOutcome};

use super::{MOST_INNER, whole};
use crate::{
    certificate::Certificate,
    ground::{FIXED, Ground, UNBOUNDED},
    search::Spot,
};

/// So many cells of every class take part.
const ENVOYS: usize = 2;
/// So many of the classes of the sensitive cell's parts.
const OWN_ENVOYS: usize = 6;
/// So many parts of a sensitive sum.
const PARTS: usize = 8;

/// Inner cells that may change, by the sums above them that may not; the larger counts first.
pub(crate) struct Classes(BTreeMap<Vec<usize>, Vec<usize>>);

impl Classes {
    pub(crate) fn new(ground: &Ground) -> Classes {
        let mut classes: BTreeMap<Vec<usize>, Vec<usize>> = BTreeMap::new();
        let may = |cell: &usize| ground.room[*cell] != FIXED && ground.program.is_inner(*cell);
        for cell in (0..ground.program.len()).filter(may) {
            classes.entry(fixed_sums(ground, cell)).or_default().push(cell);
        }
        for members in classes.values_mut() {
            members.sort_by_key(|cell| (std::cmp::Reverse(ground.counts[*cell]), *cell));
        }
        Classes(classes)
    }
}

fn fixed_sums(ground: &Ground, cell: usize) -> Vec<usize> {
    ground.program.sums_of(cell).filter(|sum| ground.room[*sum] == FIXED).collect()
}

/// A certificate for a cell from envoys of all classes.
pub(crate) fn certificate(ground: &Ground, classes: &Classes, cell: usize, spots: &[Spot]) -> Option<Certificate> {
    let mut parts = ground.program.inner_of(cell);
    parts.retain(|part| ground.room[*part] != FIXED);
    parts.sort_by_key(|part| (std::cmp::Reverse(ground.counts[*part]), *part));
    parts.truncate(PARTS);
    let mut own: BTreeSet<usize> = parts.iter().copied().collect();
    let of_parts = parts.iter().filter_map(|part| classes.0.get(&fixed_sums(ground, *part)));
    own.extend(of_parts.flat_map(|members| members.iter().take(OWN_ENVOYS)));
    // Within a class everything cancels, so that one envoy of each shows which of them can take part at all.
    let envoys = |members: &Vec<usize>, most: usize| -> Vec<usize> {
        // Those that are withheld anyway come first.
        let near = members.iter().take(4 * ENVOYS);
        let (open, priced): (Vec<usize>, Vec<usize>) = near.partition(|member| spots[**member].price == 0.0);
        open.into_iter().chain(priced).take(most).collect()
    };
    let first = classes.0.values().flat_map(|members| envoys(members, 1));
    let left = peeled(ground, own.iter().copied().chain(first).collect());
    let of_left = left.iter().filter_map(|cell| classes.0.get(&fixed_sums(ground, *cell)));
    let more: BTreeSet<usize> =
        of_left.flat_map(|members| envoys(members, ENVOYS)).chain(own).chain(left.iter().copied()).collect();
    let inner: Vec<usize> = more.into_iter().collect();
    if inner.len() > MOST_INNER { None } else { solve(ground, cell, spots, &inner) }
}

/// Leaves out, again and again, what is alone in a sum that may not change.
fn peeled(ground: &Ground, taken: BTreeSet<usize>) -> Vec<usize> {
    let mut left: Vec<(usize, Vec<usize>)> = taken.into_iter().map(|cell| (cell, fixed_sums(ground, cell))).collect();
    loop {
        let mut members: HashMap<usize, usize> = HashMap::new();
        for sum in left.iter().flat_map(|(_, sums)| sums) {
            *members.entry(*sum).or_default() += 1;
        }
        let before = left.len();
        left.retain(|(_, sums)| sums.iter().all(|sum| members[sum] > 1));
        if left.len() == before {
            return left.into_iter().map(|(cell, _)| cell).collect();
        }
    }
}

/// Moves as few persons as possible, those least that change dear cells.
fn solve(ground: &Ground, cell: usize, spots: &[Spot], inner: &[usize]) -> Option<Certificate> {
    let mut problem = Problem::new(OptimizationDirection::Minimize);
    let mut variables = Vec::new();
    let mut sums: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (place, at) in inner.iter().enumerate() {
        let mut cost = 1.0;
        for sum in ground.program.sums_of(*at) {
            cost += f64::from(spots[sum].price);
            sums.entry(sum).or_default().push(place);
        }
        let most = if ground.room[*at] >= UNBOUNDED { f64::INFINITY } else { ground.room[*at] as f64 };
        variables.push((problem.add_var(cost, (0.0, f64::INFINITY)), problem.add_var(cost, (0.0, most))));
    }
    let need = (ground.targets[cell] - ground.counts[cell]) as f64;
    for (sum, parts) in &sums {
        let room = ground.room[*sum];
        let falls = parts.iter().fold(0i64, |falls, part| falls.saturating_add(ground.room[inner[*part]]));
        let (op, right) = match room {
            _ if *sum == cell => (ComparisonOp::Ge, need),
            FIXED => (ComparisonOp::Eq, 0.0),
            // Its parts cannot fall that far.
            room if room >= falls.min(UNBOUNDED) => continue,
            room => (ComparisonOp::Ge, -(room as f64)),
        };
        let mut expression = LinearExpr::empty();
        for (up, down) in parts.iter().map(|part| variables[*part]) {
            expression.add(up, 1.0);
            expression.add(down, -1.0);
        }
        problem.add_constraint(expression, op, right);
    }
    let Ok(SolveOutcome::Solution(solution)) = problem.solve() else { return None };
    whole(ground, cell, inner, |place| {
        let (up, down) = variables[place];
        solution[up] - solution[down]
    })
}
