//! Makes neighbours meet in the same points: rounds to a grid, joins points that nearly coincide, and gives a border
//! the points that only one neighbour has.

use std::collections::{BTreeMap, BTreeSet};

use super::{Point, Ring, Rings, doubled_area};

/// A millionth of a degree is about a decimetre.
const PER_DEGREE: f64 = 1_000_000.0;
/// Points closer than this are one point.
const NEAR: i32 = 2;

/// The rings of some polygons on the grid, outer rings counter-clockwise and holes clockwise.
pub(super) fn quantise(polygons: &[Vec<catalogue::model::Ring>]) -> Vec<Ring> {
    let mut rings = Vec::new();
    for polygon in polygons {
        for (place, ring) in polygon.iter().enumerate() {
            let points = ring.iter().map(|p| ((p[0] * PER_DEGREE).round() as i32, (p[1] * PER_DEGREE).round() as i32));
            let ring = oriented(tidy(points.collect()), place == 0);
            rings.extend(ring);
        }
    }
    rings
}

/// A ring without repeated points.
fn tidy(mut ring: Ring) -> Ring {
    ring.dedup();
    while ring.len() > 1 && ring.first() == ring.last() {
        ring.pop();
    }
    ring
}

fn oriented(mut ring: Ring, outer: bool) -> Option<Ring> {
    let area = doubled_area(&ring);
    if ring.len() < 3 || area == 0 {
        return None;
    }
    if (area > 0) != outer {
        ring.reverse();
    }
    Some(ring)
}

/// The same areas, with the points of neighbours in common.
pub(super) fn share(areas: Rings) -> Rings {
    let points: BTreeSet<Point> = areas.values().flatten().flatten().copied().collect();
    let joined = join(&points);
    let areas: Rings = areas
        .into_iter()
        .map(|(code, rings)| {
            let rings = rings.into_iter().map(|ring| tidy(ring.iter().map(|point| joined[point]).collect::<Ring>()));
            (code, rings.filter(|ring| ring.len() >= 3).collect())
        })
        .collect();
    let points: Vec<Point> = joined.values().copied().collect::<BTreeSet<_>>().into_iter().collect();
    let all: BTreeSet<(Point, Point)> = areas.values().flatten().flat_map(edges).collect();
    let meet = |ring: Ring| {
        let mut out = Ring::with_capacity(ring.len());
        for (a, b) in edges(&ring) {
            out.push(a);
            if !all.contains(&(b, a)) {
                out.extend(between(&points, a, b));
            }
        }
        out
    };
    areas.into_iter().map(|(code, rings)| (code, rings.into_iter().map(meet).collect())).collect()
}

/// The directed edges of a ring.
pub(super) fn edges(ring: &Ring) -> impl Iterator<Item = (Point, Point)> {
    ring.iter().copied().zip(ring.iter().copied().cycle().skip(1))
}

/// For each point the one that stands for it.
fn join(points: &BTreeSet<Point>) -> BTreeMap<Point, Point> {
    let mut joined = BTreeMap::new();
    let mut kept: BTreeSet<Point> = BTreeSet::new();
    for &point in points {
        let window = (point.0 - NEAR, i32::MIN)..=point;
        let near = kept.range(window).find(|other| (other.1 - point.1).abs() <= NEAR).copied();
        joined.insert(point, near.unwrap_or(point));
        if near.is_none() {
            kept.insert(point);
        }
    }
    joined
}

/// The points that lie on an edge, in the order of the edge. `points` are sorted.
fn between(points: &[Point], a: Point, b: Point) -> Vec<Point> {
    let (left, right) = (a.0.min(b.0) - NEAR, a.0.max(b.0) + NEAR);
    let (low, high) = (a.1.min(b.1) - NEAR, a.1.max(b.1) + NEAR);
    let first = points.partition_point(|point| point.0 < left);
    let along = (f64::from(b.0 - a.0), f64::from(b.1 - a.1));
    let length = along.0.hypot(along.1);
    let mut found: Vec<(f64, Point)> = points[first..]
        .iter()
        .take_while(|point| point.0 <= right)
        .filter(|point| (low..=high).contains(&point.1) && **point != a && **point != b)
        .filter_map(|&point| {
            let to = (f64::from(point.0 - a.0), f64::from(point.1 - a.1));
            let place = (to.0 * along.0 + to.1 * along.1) / length;
            let aside = (to.0 * along.1 - to.1 * along.0).abs() / length;
            (place > 0.0 && place < length && aside <= f64::from(NEAR)).then_some((place, point))
        })
        .collect();
    found.sort_by(|one, other| one.0.total_cmp(&other.0).then(one.1.cmp(&other.1)));
    found.into_iter().map(|(_, point)| point).collect()
}
