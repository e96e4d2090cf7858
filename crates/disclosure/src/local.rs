//! A local linear program where no product move lifts a sensitive cell.
//!
//! As in the cell suppression of Fischetti and Salazar (2001), the cost of changing a published cell is taken in
//! proportion to the change: a relaxation of the cost of withholding it at all. Only leaves near the cell take part,
//! more of them in every try. The solver computes with floating-point numbers; what it proposes is rounded and
//! checked in whole numbers, and thrown away if it does not hold.

mod far;

use std::collections::{BTreeMap, BTreeSet};

use microlp::{ComparisonOp, LinearExpr, OptimizationDirection, Problem, SolveOutcome, Variable};

use crate::{
    certificate::Certificate,
    ground::{FIXED, Ground, UNBOUNDED},
    search::Spot,
};

pub(crate) use far::Classes;

/// Above this many inner cells a program takes too long for what it is worth.
const MOST_INNER: usize = 1500;
/// Parts of persons that are tried when a solution is not whole.
const DENOMINATORS: [i64; 6] = [1, 2, 3, 4, 6, 12];

/// A certificate for a cell that opens as little as the relaxation can tell.
pub(crate) fn certificate(ground: &Ground, classes: &Classes, cell: usize, spots: &[Spot]) -> Option<Certificate> {
    let mut last = 0;
    for partners in [3, 8, 20, usize::MAX] {
        // Before larger and larger programs are tried in vain, one that is small and reaches everywhere.
        if partners == 8
            && let Some(found) = far::certificate(ground, classes, cell, spots)
        {
            return Some(found);
        }
        let inner = region(ground, cell, partners);
        if inner.len() > MOST_INNER {
            return None;
        }
        if inner.len() > last {
            last = inner.len();
            if let Some(found) = solve(ground, cell, spots, &inner) {
                return Some(found);
            }
        }
    }
    None
}

/// Inner cells below the cell and near to it.
fn region(ground: &Ground, cell: usize, partners: usize) -> Vec<usize> {
    let mut cells = vec![0];
    for (axis, stride) in ground.program.strides.iter().enumerate() {
        let here = ground.program.node(cell, axis);
        let mut leaves = BTreeSet::new();
        for start in 0..ground.program.dimensions[axis].leaves_of[here].len().min(partners) {
            for factor in ground.shifts[axis].from(here, start).iter().take(partners.saturating_add(1)) {
                leaves.extend(factor.leaves.iter().flatten().map(|leaf| *leaf as usize));
            }
        }
        if cells.len() * leaves.len() > 4 * MOST_INNER {
            return vec![0; MOST_INNER + 1];
        }
        cells = cells.iter().flat_map(|cell| leaves.iter().map(move |leaf| cell + leaf * stride)).collect();
    }
    cells.retain(|cell| ground.room[*cell] != FIXED);
    cells
}

fn solve(ground: &Ground, cell: usize, spots: &[Spot], inner: &[usize]) -> Option<Certificate> {
    let mut problem = Problem::new(OptimizationDirection::Minimize);
    let mut sums: BTreeMap<usize, Vec<Variable>> = BTreeMap::new();
    let mut variables = Vec::new();
    for at in inner {
        let variable = problem.add_var(0.0, (lowest(ground.room[*at]), f64::INFINITY));
        variables.push(variable);
        let single = Certificate { changes: vec![(*at as u32, 1)], denominator: 1 };
        for (above, _) in single.spread(ground.program) {
            sums.entry(above).or_default().push(variable);
        }
    }
    let need = (ground.targets[cell] - ground.counts[cell]) as f64;
    for (at, parts) in &sums {
        let mut sum = LinearExpr::empty();
        for part in parts {
            sum.add(*part, 1.0);
        }
        let room = ground.room[*at];
        if *at == cell {
            problem.add_constraint(sum, ComparisonOp::Ge, need);
        } else if room == FIXED {
            problem.add_constraint(sum, ComparisonOp::Eq, 0.0);
        } else if spots[*at].price == 0.0 {
            if room < UNBOUNDED {
                problem.add_constraint(sum, ComparisonOp::Ge, -(room as f64));
            }
        } else {
            let cost = f64::from(ground.cost[*at]);
            let (up, down) = (problem.add_var(cost, (0.0, f64::INFINITY)), problem.add_var(cost, (0.0, room as f64)));
            sum.add(up, -1.0);
            sum.add(down, 1.0);
            problem.add_constraint(sum, ComparisonOp::Eq, 0.0);
        }
    }
    let Ok(SolveOutcome::Solution(solution)) = problem.solve() else { return None };
    whole(ground, cell, inner, |place| solution[variables[place]])
}

/// The certificate with the smallest denominator that a solution is near to, if there is one.
fn whole(ground: &Ground, cell: usize, inner: &[usize], value: impl Fn(usize) -> f64) -> Option<Certificate> {
    DENOMINATORS.into_iter().find_map(|denominator| {
        let change = |place: usize| (value(place) * denominator as f64).round() as i64;
        let changes = inner.iter().enumerate().map(|(place, at)| (*at as u32, change(place)));
        let certificate = Certificate { changes: changes.filter(|change| change.1 != 0).collect(), denominator };
        holds(ground, cell, &certificate).then_some(certificate)
    })
}

fn lowest(room: i64) -> f64 {
    if room >= UNBOUNDED { f64::NEG_INFINITY } else { -(room as f64) }
}

/// Whether a certificate keeps all bounds and lifts the cell, whatever it opens.
fn holds(ground: &Ground, cell: usize, certificate: &Certificate) -> bool {
    let changes = certificate.spread(ground.program);
    let enough = (ground.targets[cell] - ground.counts[cell]) * certificate.denominator;
    changes.iter().any(|(at, change)| *at == cell && *change >= enough)
        && changes.iter().all(|(at, change)| {
            let room = ground.room[*at];
            room != FIXED && room.saturating_mul(certificate.denominator).saturating_add(*change) >= 0
        })
}
