//! Outlines of a level of areas as SVG paths that share their borders.
//!
//! Longitude and latitude are projected equirectangularly around the middle of the map: over the few dozen
//! kilometres of a municipality or county the error stays below the width of a line. Borders are cut into arcs where
//! more than two of them meet, each arc is simplified once, and both neighbours draw the same arc: nothing tears.

mod arcs;
mod dissolve;
mod path;
mod simplify;
mod snap;

use std::collections::BTreeMap;

use catalogue::{
    Catalogue,
    model::{AreaLevel, Outlines},
    names::{AreaCode, LevelName},
};

/// A point on the grid of a ten-millionth of a circle or so: longitude and latitude in millionths of a degree.
type Point = (i32, i32);
/// A closed ring; the first point is not repeated at its end.
type Ring = Vec<Point>;
/// The rings of each area: outer rings run counter-clockwise, holes clockwise.
type Rings = BTreeMap<AreaCode, Vec<Ring>>;

/// Longest side of the map in its own units.
const SIDE: f64 = 1000.0;

/// The drawn outlines of a level.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Outline {
    /// Width in units of the view box.
    pub(crate) width: i32,
    /// Height in units of the view box.
    pub(crate) height: i32,
    /// SVG path data of each area, to be filled by the even-odd rule.
    pub(crate) paths: BTreeMap<AreaCode, String>,
}

/// The outlines of a level, if the monitoring has any.
pub(crate) fn outline(catalogue: &Catalogue, level: &LevelName) -> Option<Outline> {
    let rings = rings(catalogue, catalogue.levels.iter().find(|known| known.name == *level)?);
    draw(&rings)
}

/// The rings of a level, dissolved from a lower level if they are its union.
fn rings(catalogue: &Catalogue, level: &AreaLevel) -> Rings {
    match &level.outlines {
        Outlines::None => Rings::new(),
        Outlines::File { .. } => {
            let own = catalogue.areas_of(&level.name).filter_map(|area| {
                let polygons = catalogue.boundaries.polygons.get(&area.code)?;
                Some((area.code.clone(), snap::quantise(polygons)))
            });
            snap::share(own.collect())
        }
        Outlines::UnionOf(name) => {
            let Some(parts) = catalogue.levels.iter().find(|known| known.name == *name) else { return Rings::new() };
            let mut groups: BTreeMap<AreaCode, Vec<Ring>> = BTreeMap::new();
            for (code, rings) in rings(catalogue, parts) {
                if let Some(whole) = ancestor(catalogue, &code, &level.name) {
                    groups.entry(whole).or_default().extend(rings);
                }
            }
            groups.into_iter().map(|(code, rings)| (code, dissolve::union(&rings))).collect()
        }
    }
}

/// The area at a level that this one is part of.
fn ancestor(catalogue: &Catalogue, code: &AreaCode, level: &LevelName) -> Option<AreaCode> {
    let mut area = catalogue.area(code)?;
    // The levels bound the number of steps, whatever the definitions say.
    for _ in 0..=catalogue.levels.len() {
        if area.level == *level {
            return Some(area.code.clone());
        }
        area = catalogue.area(area.parent.as_ref()?)?;
    }
    None
}

/// Cuts, simplifies and writes rings.
fn draw(rings: &Rings) -> Option<Outline> {
    let frame = path::Frame::around(rings)?;
    let cut = arcs::cut(rings);
    let simplified = simplify::arcs(&cut, &frame);
    let paths = cut.areas.iter().map(|(code, rings)| {
        let rings = rings.iter().map(|ring| arcs::assemble(&simplified, ring));
        (code.clone(), frame.path(rings))
    });
    Some(Outline { width: frame.width, height: frame.height, paths: paths.collect() })
}

/// Twice the signed area of a ring; positive is counter-clockwise.
fn doubled_area(ring: &[Point]) -> i64 {
    let next = ring.iter().cycle().skip(1);
    ring.iter().zip(next).map(|(a, b)| i64::from(a.0) * i64::from(b.1) - i64::from(b.0) * i64::from(a.1)).sum()
}

#[cfg(test)]
mod tests;
