//! The outlines of the neighbourhoods: how `examples/musterstadt/open/areas/stadtteile.geojson` was drawn.
//!
//! Each neighbourhood is the part of the plane that is nearest to its centre (Voronoi 1908); a ring of places outside
//! bounds the city. Each border is drawn once, from its ends, by displacing midpoints at random, so that neighbours
//! share every vertex exactly. The river follows the borders of Uferstadt in wider bends. Only additions,
//! multiplications, divisions and square roots are used, whose results do not depend on the machine.

use std::{collections::BTreeMap, fmt::Write as _};

use super::{chance::noise, parameters::NEIGHBOURHOODS};

/// Metres east and north of the town hall.
type Point = [i64; 2];

/// The centres, in the order of the neighbourhoods: boroughs lie together, the old town in the middle.
#[rustfmt::skip]
const CENTRES: [Point; 20] = [
    [-500, 350], [800, 900], [-350, -950], [1050, -550],             // Mitte
    [-2450, -350], [-2150, -2250], [-3950, -1500], [-4350, 500],     // Uferstadt
    [-2000, 1950], [-350, 2750], [1450, 3250], [-1350, 4450],        // Nordhöhe
    [2650, 1250], [3050, -350], [4650, 700], [3550, 2900],           // Oststadt
    [250, -2850], [2150, -2350], [1350, -4350], [-1500, -4150],      // Mühlental
];

/// Places outside the city.
#[rustfmt::skip]
const OUTSIDE: [Point; 17] = [
    [-6300, 1250], [-6150, -800], [-5500, -3200], [-3700, -4100], [-3300, -5900], [-600, -6100], [1100, -6300],
    [3300, -5000], [3900, -2900], [5300, -1450], [6900, 900], [5900, 2700], [3700, 4900], [1000, 5300], [-1000, 6600],
    [-3900, 3000], [-3050, 5050],
];

/// No settlement is near: the middle of the North Sea. Metres a degree at this latitude.
const HOME: [f64; 2] = [3.0, 56.0];
const METRES_A_DEGREE: [f64; 2] = [62_394.0, 111_340.0];

/// The corners of the cell of a centre, counter-clockwise, to the metre.
fn cell(place: usize) -> Vec<Point> {
    let edge = 9_000.0;
    let mut corners = vec![[-edge, -edge], [edge, -edge], [edge, edge], [-edge, edge]];
    let [x, y] = CENTRES[place].map(|metres| metres as f64);
    let others = CENTRES.iter().enumerate().filter(|(other, _)| *other != place).map(|(_, point)| point);
    for other in others.chain(&OUTSIDE) {
        let [ox, oy] = other.map(|metres| metres as f64);
        // Nearer to this centre than to the other: a half-plane.
        let (nx, ny) = (ox - x, oy - y);
        let limit = (nx * (ox + x) + ny * (oy + y)) / 2.0;
        let inside = |corner: [f64; 2]| limit - nx * corner[0] - ny * corner[1];
        let mut kept = Vec::new();
        for (at, &corner) in corners.iter().enumerate() {
            let next = corners[(at + 1) % corners.len()];
            let (here, there) = (inside(corner), inside(next));
            if here >= 0.0 {
                kept.push(corner);
            }
            if (here >= 0.0) != (there >= 0.0) {
                let way = here / (here - there);
                kept.push([corner[0] + way * (next[0] - corner[0]), corner[1] + way * (next[1] - corner[1])]);
            }
        }
        corners = kept;
    }
    corners.into_iter().map(|corner| corner.map(|metres| metres.round() as i64)).collect()
}

/// Corners that differ by a rounding are one corner: the first that was seen.
fn settle(corner: Point, known: &mut Vec<Point>) -> Point {
    let near = |other: &&Point| (other[0] - corner[0]).abs() <= 3 && (other[1] - corner[1]).abs() <= 3;
    if let Some(other) = known.iter().find(near) {
        return *other;
    }
    known.push(corner);
    corner
}

/// The border between two corners without its ends, drawn from the smaller to the larger.
fn border(from: Point, to: Point, bend: f64, points: &mut Vec<Point>) {
    let [dx, dy] = [to[0] - from[0], to[1] - from[1]].map(|metres| metres as f64);
    if (dx * dx + dy * dy).sqrt() < 170.0 {
        return;
    }
    let place = [from[0], from[1], to[0], to[1]].map(|metres| (metres + 100_000) as u64);
    let aside = bend * noise("border", &place);
    let middle = [
        (from[0] as f64 + dx / 2.0 - dy * aside).round() as i64,
        (from[1] as f64 + dy / 2.0 + dx * aside).round() as i64,
    ];
    border(from, middle, bend * 0.92, points);
    points.push(middle);
    border(middle, to, bend * 0.92, points);
}

/// The outline of each neighbourhood, counter-clockwise, without the closing point.
pub(super) fn outlines() -> Vec<Vec<Point>> {
    let mut known = Vec::new();
    let cells: Vec<Vec<Point>> = (0..CENTRES.len())
        .map(|place| {
            let mut corners: Vec<Point> = cell(place).into_iter().map(|corner| settle(corner, &mut known)).collect();
            corners.dedup();
            if corners.first() == corners.last() {
                corners.pop();
            }
            corners
        })
        .collect();
    let ends = |at: usize, corners: &[Point]| {
        let (a, b) = (corners[at], corners[(at + 1) % corners.len()]);
        (a.min(b), a.max(b), a < b)
    };
    // Which boroughs meet at a border.
    let mut sides: BTreeMap<(Point, Point), Vec<usize>> = BTreeMap::new();
    for (place, corners) in cells.iter().enumerate() {
        for at in 0..corners.len() {
            let (small, large, _) = ends(at, corners);
            sides.entry((small, large)).or_default().push(super::people::borough(place));
        }
    }
    let is_river = |boroughs: &[usize]| boroughs.len() == 2 && boroughs.contains(&1) && boroughs[0] != boroughs[1];
    cells
        .iter()
        .map(|corners| {
            let mut outline = Vec::new();
            for at in 0..corners.len() {
                let (small, large, forward) = ends(at, corners);
                let bend = if is_river(&sides[&(small, large)]) { 0.19 } else { 0.11 };
                let mut points = Vec::new();
                border(small, large, bend, &mut points);
                outline.push(corners[at]);
                if !forward {
                    points.reverse();
                }
                outline.extend(points);
            }
            outline
        })
        .collect()
}

/// The outlines as GeoJSON, WGS 84.
pub(super) fn geojson() -> String {
    let mut text = String::from("{\"type\":\"FeatureCollection\",\"features\":[\n");
    for (place, outline) in outlines().iter().enumerate() {
        let quarter = &NEIGHBOURHOODS[place];
        let points: Vec<String> = outline
            .iter()
            .chain(outline.first())
            .map(|point| {
                let [longitude, latitude] = [0, 1].map(|axis| HOME[axis] + point[axis] as f64 / METRES_A_DEGREE[axis]);
                format!("[{longitude:.5},{latitude:.5}]")
            })
            .collect();
        let _ = writeln!(
            text,
            "{{\"type\":\"Feature\",\"properties\":{{\"nummer\":\"{}\",\"name\":\"{}\"}},\
             \"geometry\":{{\"type\":\"Polygon\",\"coordinates\":[[{}]]}}}}{}",
            quarter.code,
            quarter.name,
            points.join(","),
            if place + 1 < NEIGHBOURHOODS.len() { "," } else { "" },
        );
    }
    text.push_str("]}\n");
    text
}
