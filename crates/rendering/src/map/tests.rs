use std::{collections::BTreeMap, io::Write};

use proptest::prelude::*;

use super::*;

/// A coverage of cells whose borders wind: corners are moved a little, and each border has points of its own.
fn coverage(
    columns: usize,
    rows: usize,
    between: usize,
    seed: u64,
) -> BTreeMap<AreaCode, Vec<Vec<catalogue::model::Ring>>> {
    let noise = |a: u64, b: u64, c: u64| {
        let mut x = seed ^ a.wrapping_mul(0x9e37_79b9_7f4a_7c15) ^ b.wrapping_mul(0xc2b2_ae3d_27d4_eb4f) ^ (c << 48);
        for _ in 0..3 {
            x ^= x >> 29;
            x = x.wrapping_mul(0xbf58_476d_1ce4_e5b9);
        }
        (x >> 40) as f64 / (1 << 24) as f64 - 0.5
    };
    let corner = |x: usize, y: usize| {
        let (a, b) = (x as u64, y as u64);
        [11.0 + 0.01 * (x as f64 + 0.5 * noise(a, b, 1)), 48.0 + 0.007 * (y as f64 + 0.5 * noise(a, b, 2))]
    };
    // The points of a border are numbered from its lesser corner, so that both neighbours have the same ones.
    let border = |from: (usize, usize), to: (usize, usize)| {
        let (low, high) = (from.min(to), from.max(to));
        let (p, q) = (corner(low.0, low.1), corner(high.0, high.1));
        let mut points: Vec<[f64; 2]> = (1..=between)
            .map(|n| {
                let part = n as f64 / (between + 1) as f64;
                let key = (low.0 * 4096 + low.1) as u64;
                let (dx, dy) = (noise(key, n as u64, 3), noise(key, n as u64 + 1000 * (high.0 - low.0) as u64, 4));
                [p[0] + (q[0] - p[0]) * part + 0.0007 * dx, p[1] + (q[1] - p[1]) * part + 0.0005 * dy]
            })
            .collect();
        if from > to {
            points.reverse();
        }
        points
    };
    let mut areas = BTreeMap::new();
    for x in 0..columns {
        for y in 0..rows {
            let corners = [(x, y), (x + 1, y), (x + 1, y + 1), (x, y + 1), (x, y)];
            let mut ring = Vec::new();
            for pair in corners.windows(2) {
                ring.push(corner(pair[0].0, pair[0].1));
                ring.extend(border(pair[0], pair[1]));
            }
            ring.push(ring[0]);
            areas.insert(format!("{x:03}-{y:03}").parse().expect("a code"), vec![vec![ring]]);
        }
    }
    areas
}

fn shared(polygons: &BTreeMap<AreaCode, Vec<Vec<catalogue::model::Ring>>>) -> Rings {
    snap::share(polygons.iter().map(|(code, polygons)| (code.clone(), snap::quantise(polygons))).collect())
}

/// How often each arc is used forwards and backwards.
fn uses(cut: &arcs::Cut) -> Vec<(usize, usize)> {
    let mut uses = vec![(0, 0); cut.arcs.len()];
    for piece in cut.areas.values().flatten().flatten() {
        if piece.backwards { uses[piece.arc].1 += 1 } else { uses[piece.arc].0 += 1 }
    }
    uses
}

/// The corners of a path, in units of the view box.
fn corners(path: &str) -> Vec<Vec<Point>> {
    let mut rings: Vec<Vec<Point>> = Vec::new();
    let mut numbers: Vec<String> = Vec::new();
    let mut command = ' ';
    let mut finish = |command: char, numbers: &mut Vec<String>| {
        let all: Vec<i32> = numbers.drain(..).map(|number| number.parse().expect("a number")).collect();
        let here = |rings: &Vec<Vec<Point>>| *rings.last().and_then(|ring| ring.last()).expect("a place");
        match command {
            'M' => rings.push(vec![(all[0], all[1])]),
            'h' | 'v' | 'l' => {
                for step in all.chunks(if command == 'l' { 2 } else { 1 }) {
                    let (x, y) = here(&rings);
                    let (dx, dy) = match command {
                        'h' => (step[0], 0),
                        'v' => (0, step[0]),
                        _ => (step[0], step[1]),
                    };
                    rings.last_mut().expect("a ring").push((x + dx, y + dy));
                }
            }
            _ => {}
        }
    };
    for c in path.chars() {
        match c {
            '-' => numbers.push("-".to_owned()),
            ' ' => numbers.push(String::new()),
            '0'..='9' => match numbers.last_mut() {
                Some(number) => number.push(c),
                None => numbers.push(c.to_string()),
            },
            _ => {
                finish(command, &mut numbers);
                command = c;
            }
        }
    }
    finish(command, &mut numbers);
    rings
}

fn compressed(text: &str) -> usize {
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::default());
    encoder.write_all(text.as_bytes()).expect("memory");
    encoder.finish().expect("memory").len()
}

#[test]
fn paths_are_read_back() {
    assert_eq!(corners("M4 5h3v-2l-1-1 2 7z"), [[(4, 5), (7, 5), (7, 3), (6, 2), (8, 9)]]);
}

#[test]
fn two_squares_share_one_border() {
    let square = |x: f64| vec![vec![vec![[x, 0.0], [x + 1.0, 0.0], [x + 1.0, 1.0], [x, 1.0], [x, 0.0]]]];
    let rings = shared(&BTreeMap::from([("a".parse().unwrap(), square(0.0)), ("b".parse().unwrap(), square(1.0))]));
    let cut = arcs::cut(&rings);
    let mut found = uses(&cut);
    found.sort_unstable();
    assert_eq!(cut.arcs.len(), 3);
    assert_eq!(found.iter().filter(|uses| **uses == (1, 1)).count(), 1);
    let outline = draw(&rings).unwrap();
    assert_eq!(outline.paths.values().collect::<Vec<_>>(), ["M500 500v-496h-496v496z", "M500 500h496v-496h-496z"]);
    assert_eq!((outline.width, outline.height), (1000, 505));
}

#[test]
fn an_enclave_and_its_hole_share_one_arc() {
    let ring = |low: f64, high: f64| vec![[low, low], [high, low], [high, high], [low, high], [low, low]];
    let polygons = BTreeMap::from([
        ("inner".parse().unwrap(), vec![vec![ring(1.0, 2.0)]]),
        ("outer".parse().unwrap(), vec![vec![ring(0.0, 3.0), ring(1.0, 2.0)]]),
    ]);
    let cut = arcs::cut(&shared(&polygons));
    assert_eq!(cut.arcs.len(), 2);
    assert!(uses(&cut).contains(&(1, 1)));
}

#[test]
fn a_neighbour_gets_the_points_it_lacks() {
    let long = vec![vec![vec![[0.0, 0.0], [2.0, 0.0], [2.0, 1.0], [0.0, 1.0], [0.0, 0.0]]]];
    let short = |x: f64| vec![vec![vec![[x, 1.0], [x + 1.0, 1.0], [x + 1.0, 2.0], [x, 2.0], [x, 1.0]]]];
    let polygons = BTreeMap::from([
        ("a".parse().unwrap(), long),
        ("b".parse().unwrap(), short(0.0)),
        ("c".parse().unwrap(), short(1.0)),
    ]);
    let cut = arcs::cut(&shared(&polygons));
    assert_eq!(uses(&cut).into_iter().filter(|uses| *uses == (1, 1)).count(), 3, "{:?}", cut.arcs);
}

#[test]
fn an_area_too_small_to_see_is_still_drawn() {
    let square = |x: f64, side: f64| vec![vec![vec![[x, 0.0], [x + side, 0.0], [x + side, side], [x, side], [x, 0.0]]]];
    let polygons =
        BTreeMap::from([("a".parse().unwrap(), square(0.0, 1.0)), ("b".parse().unwrap(), square(2.0, 0.00002))]);
    let outline = draw(&shared(&polygons)).unwrap();
    assert_ne!(doubled_area(&corners(&outline.paths[&"b".parse().unwrap()])[0]), 0);
}

#[test]
fn three_thousand_areas_stay_light() {
    let polygons = coverage(60, 50, 12, 7);
    let outline = draw(&shared(&polygons)).unwrap();
    assert_eq!(outline.paths.len(), 3000);
    let markup: String = outline
        .paths
        .iter()
        .enumerate()
        .map(|(n, (code, path))| {
            format!(
                "<g><title>Stadtteil {code}: {},{} %</title><path class=\"k{}\" d=\"{path}\"></path></g>",
                n % 47,
                n % 10,
                n % 5
            )
        })
        .collect();
    let weight = compressed(&markup);
    println!("3000 areas: {} bytes, {weight} compressed", markup.len());
    assert!(weight < 85_000, "{weight}");
}

#[test]
fn bezirksteile_become_stadtbezirke() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared/data/muenchen/bezirksteile.geojson");
    let Ok(text) = std::fs::read_to_string(path) else {
        println!("skipped: the open data of München are not here");
        return;
    };
    let geojson::GeoJson::FeatureCollection(features) = text.parse().expect("GeoJSON") else { panic!("a collection") };
    let mut parts: BTreeMap<AreaCode, Vec<Vec<catalogue::model::Ring>>> = BTreeMap::new();
    for feature in features.features {
        let code = feature.property("bt_nummer").and_then(|value| value.as_str().map(str::to_owned)).expect("a code");
        let Some(geojson::GeometryValue::Polygon { coordinates }) = feature.geometry.map(|geometry| geometry.value)
        else {
            panic!("a polygon")
        };
        let rings = coordinates.iter().map(|ring| ring.iter().map(|p| [p[0], p[1]]).collect()).collect();
        parts.entry(code.parse().expect("a code")).or_default().push(rings);
    }
    // 110 polygons; two Bezirksteile have two each.
    assert_eq!(parts.values().map(Vec::len).sum::<usize>(), 110);
    assert_eq!(parts.len(), 108);
    let parts = shared(&parts);
    let mut groups: BTreeMap<AreaCode, Vec<Ring>> = BTreeMap::new();
    for (code, rings) in &parts {
        groups.entry(code.as_str()[..2].parse().expect("a code")).or_default().extend(rings.iter().cloned());
    }
    let districts: Rings = groups.iter().map(|(code, rings)| (code.clone(), dissolve::union(rings))).collect();
    assert_eq!(districts.len(), 25);
    let total = |rings: &Rings| rings.values().flatten().map(|ring| doubled_area(ring)).sum::<i64>();
    assert_eq!(total(&parts), total(&districts));
    let cut = arcs::cut(&districts);
    assert!(uses(&cut).iter().all(|uses| matches!(uses, (1, 1) | (1, 0) | (0, 1))), "{:?}", uses(&cut));
    let drawn: String = draw(&districts).unwrap().paths.into_values().collect();
    println!("25 districts from 110 parts: {} bytes, {} compressed", drawn.len(), compressed(&drawn));
    assert!(compressed(&drawn) < 12_000);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    /// Inner borders are one arc run through in both directions, outer borders one run through once; simplifying
    /// keeps the whole, and no area vanishes.
    #[test]
    fn neighbours_never_tear(columns in 1_usize..7, rows in 1_usize..7, between in 0_usize..9, seed: u64) {
        let rings = shared(&coverage(columns, rows, between, seed));
        let cut = arcs::cut(&rings);
        let found = uses(&cut);
        prop_assert!(found.iter().all(|uses| matches!(uses, (1, 1) | (1, 0) | (0, 1))));
        let inner = columns * (rows - 1) + rows * (columns - 1);
        prop_assert_eq!(found.iter().filter(|uses| **uses == (1, 1)).count(), inner);

        let outline = draw(&rings).unwrap();
        prop_assert_eq!(outline.paths.len(), columns * rows);
        let drawn: Vec<(&AreaCode, i64)> = outline.paths.iter()
            .map(|(code, path)| (code, corners(path).iter().map(|ring| doubled_area(ring).abs()).sum()))
            .collect();
        prop_assert!(drawn.iter().all(|(_, area)| *area > 0));

        // The drawn areas add up to what is drawn around their union, so nothing tears and nothing overlaps.
        let frame = path::Frame::around(&rings).unwrap();
        let simplified = simplify::arcs(&cut, &frame);
        let pieces: Vec<Ring> = cut.areas.values().flatten().map(|ring| arcs::assemble(&simplified, ring)).collect();
        let around = dissolve::union(&pieces);
        let area = |rings: &[Ring]| rings.iter().map(|ring| doubled_area(ring)).sum::<i64>();
        prop_assert_eq!(area(&pieces), area(&around));

        let before: i64 = rings.values().flatten().map(|ring| doubled_area(ring)).sum();
        let after = area(&pieces);
        prop_assert!((before - after).abs() * 50 < before, "{} became {}", before, after);
    }
}
