//! Cuts rings at the points where borders meet, so that each piece of border is held once.

use std::collections::BTreeMap;

use catalogue::names::AreaCode;

use super::{Point, Ring, Rings};

/// Borders cut into arcs.
pub(super) struct Cut {
    /// Each arc once, from junction to junction; a border without junctions ends where it begins.
    pub(super) arcs: Vec<Vec<Point>>,
    /// The rings of each area as arcs.
    pub(super) areas: BTreeMap<AreaCode, Vec<Vec<Use>>>,
}

/// An arc as a ring runs through it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Use {
    /// Its place in [`Cut::arcs`].
    pub(super) arc: usize,
    /// Whether the ring runs through it from its end.
    pub(super) backwards: bool,
}

/// Cuts all rings.
pub(super) fn cut(areas: &Rings) -> Cut {
    let neighbours = neighbours(areas);
    let is_junction = |point: &Point| neighbours[point].len() != 2;
    let mut known: BTreeMap<Vec<Point>, usize> = BTreeMap::new();
    let mut arcs = Vec::new();
    let mut uses = |chain: Vec<Point>| {
        let reversed: Vec<Point> = chain.iter().rev().copied().collect();
        let backwards = reversed < chain;
        let key = if backwards { reversed } else { chain };
        let arc = *known.entry(key).or_insert_with_key(|key| {
            arcs.push(key.clone());
            arcs.len() - 1
        });
        Use { arc, backwards }
    };
    let mut cut_ring = |ring: &Ring| {
        let start = ring.iter().position(is_junction);
        // A border without junctions begins at its least point, so that both sides find the same arc.
        let start = start.or_else(|| (0..ring.len()).min_by_key(|&place| ring[place])).unwrap_or(0);
        let mut chain = vec![ring[start]];
        let mut pieces = Vec::new();
        for step in 1..=ring.len() {
            let point = ring[(start + step) % ring.len()];
            chain.push(point);
            if step == ring.len() || is_junction(&point) {
                pieces.push(uses(std::mem::replace(&mut chain, vec![point])));
            }
        }
        pieces
    };
    let areas = areas.iter().map(|(code, rings)| (code.clone(), rings.iter().map(&mut cut_ring).collect())).collect();
    Cut { arcs, areas }
}

/// The points that each point is joined to by a border, at most three of which matter.
fn neighbours(areas: &Rings) -> BTreeMap<Point, Vec<Point>> {
    let mut neighbours: BTreeMap<Point, Vec<Point>> = BTreeMap::new();
    for (a, b) in areas.values().flatten().flat_map(super::snap::edges) {
        for (here, there) in [(a, b), (b, a)] {
            let known = neighbours.entry(here).or_default();
            if !known.contains(&there) {
                known.push(there);
            }
        }
    }
    neighbours
}

/// The points of a ring, from its (simplified) arcs.
pub(super) fn assemble(arcs: &[Vec<Point>], ring: &[Use]) -> Ring {
    let mut points = Ring::new();
    for piece in ring {
        let arc = &arcs[piece.arc];
        // The last point of an arc is the first of the next.
        let length = arc.len() - 1;
        if piece.backwards {
            points.extend(arc.iter().rev().take(length));
        } else {
            points.extend(arc.iter().take(length));
        }
    }
    points
}
