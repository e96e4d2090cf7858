//! Simplification after Visvalingam and Whyatt (1993): the point that spans the smallest triangle with its neighbours
//! goes first. Written here because it ranks the points once for the whole map: one limit then holds for every arc,
//! chosen so that the map keeps within its weight.

use std::{cmp::Reverse, collections::BinaryHeap};

use super::{Point, arcs::Cut, path::Frame};

/// Triangles smaller than this, in square units of the view box, cannot be seen.
const INVISIBLE: f64 = 1.5;

/// The arcs with those points that matter.
pub(super) fn arcs(cut: &Cut, frame: &Frame) -> Vec<Vec<Point>> {
    let floors = floors(cut);
    let ranks: Vec<Vec<f64>> = cut.arcs.iter().map(|arc| ranks(arc, frame)).collect();
    let limit = limit(&ranks, budget(cut.areas.len()));
    let kept = cut.arcs.iter().zip(&ranks).zip(&floors).map(|((arc, ranks), &floor)| keep(arc, ranks, limit, floor));
    kept.collect()
}

/// How many points between junctions a map of so many areas may hold.
fn budget(areas: usize) -> usize {
    (1500 + 6 * areas).min(9000)
}

fn limit(ranks: &[Vec<f64>], budget: usize) -> f64 {
    let mut all: Vec<f64> = ranks.iter().flatten().copied().filter(|rank| rank.is_finite()).collect();
    all.sort_by(|a, b| b.total_cmp(a));
    all.get(budget).copied().unwrap_or(0.0).max(INVISIBLE)
}

/// How many inner points each arc must keep so that no ring through it falls flat.
fn floors(cut: &Cut) -> Vec<usize> {
    let mut floors = vec![0; cut.arcs.len()];
    for ring in cut.areas.values().flatten() {
        let needed = 3_usize.saturating_sub(ring.len());
        for piece in ring {
            floors[piece.arc] = needed.max(floors[piece.arc]);
        }
    }
    floors
}

/// The points above the limit, and at least `floor` inner ones, the largest triangles first.
fn keep(arc: &[Point], ranks: &[f64], limit: f64, floor: usize) -> Vec<Point> {
    let mut order: Vec<usize> = (1..arc.len() - 1).collect();
    order.sort_by(|&a, &b| ranks[b].total_cmp(&ranks[a]).then(a.cmp(&b)));
    let mut kept: Vec<usize> =
        order.into_iter().enumerate().filter(|&(n, place)| n < floor || ranks[place] > limit).map(|(_, p)| p).collect();
    kept.extend([0, arc.len() - 1]);
    kept.sort_unstable();
    kept.into_iter().map(|place| arc[place]).collect()
}

/// The size of the triangle with which each point would go; the ends never go. A point never ranks below one that
/// went before it.
fn ranks(arc: &[Point], frame: &Frame) -> Vec<f64> {
    let points: Vec<(f64, f64)> = arc.iter().map(|&point| frame.place(point)).collect();
    let last = points.len() - 1;
    let triangle = |a: usize, b: usize, c: usize| {
        let (a, b, c) = (points[a], points[b], points[c]);
        ((b.0 - a.0) * (c.1 - a.1) - (c.0 - a.0) * (b.1 - a.1)).abs() / 2.0
    };
    let mut before: Vec<usize> = (0..=last).map(|place| place.saturating_sub(1)).collect();
    let mut after: Vec<usize> = (0..=last).map(|place| (place + 1).min(last)).collect();
    let mut ranks = vec![f64::INFINITY; points.len()];
    let mut current = ranks.clone();
    let mut queue = BinaryHeap::new();
    for (place, size) in current.iter_mut().enumerate().take(last).skip(1) {
        *size = triangle(place - 1, place, place + 1);
        queue.push(Reverse((Size(*size), place)));
    }
    let mut highest: f64 = 0.0;
    while let Some(Reverse((Size(size), place))) = queue.pop() {
        if ranks[place].is_finite() || size.total_cmp(&current[place]).is_ne() {
            continue;
        }
        highest = highest.max(size);
        ranks[place] = highest;
        let (left, right) = (before[place], after[place]);
        after[left] = right;
        before[right] = left;
        for beside in [left, right] {
            if beside != 0 && beside != last {
                current[beside] = triangle(before[beside], beside, after[beside]);
                queue.push(Reverse((Size(current[beside]), beside)));
            }
        }
    }
    ranks
}

/// Ordered as numbers.
#[derive(PartialEq)]
struct Size(f64);

impl Eq for Size {}

impl Ord for Size {
    fn cmp(&self, other: &Size) -> std::cmp::Ordering {
        self.0.total_cmp(&other.0)
    }
}

impl PartialOrd for Size {
    fn partial_cmp(&self, other: &Size) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}
