//! The union of areas that share borders: edges that two parts run through in opposite directions vanish.

use std::collections::{BTreeMap, BTreeSet};

use super::{Point, Ring, snap::edges};

/// The rings around the union of some rings; orientation is kept.
pub(super) fn union(rings: &[Ring]) -> Vec<Ring> {
    let mut left: BTreeSet<(Point, Point)> = BTreeSet::new();
    for (a, b) in rings.iter().flat_map(edges) {
        if !left.remove(&(b, a)) {
            left.insert((a, b));
        }
    }
    let mut from: BTreeMap<Point, Vec<Point>> = BTreeMap::new();
    for (a, b) in left {
        from.entry(a).or_default().push(b);
    }
    let mut rings = Vec::new();
    while let Some((&start, _)) = from.first_key_value() {
        let mut ring = vec![start];
        let mut here = start;
        // Every ring is closed, so each point is left as often as it is entered.
        while let Some(next) = step(&mut from, here) {
            if next == start {
                break;
            }
            ring.push(next);
            here = next;
        }
        if ring.len() >= 3 {
            rings.push(ring);
        }
    }
    rings
}

fn step(from: &mut BTreeMap<Point, Vec<Point>>, here: Point) -> Option<Point> {
    let ways = from.get_mut(&here)?;
    let next = ways.pop();
    if ways.is_empty() {
        from.remove(&here);
    }
    next
}
