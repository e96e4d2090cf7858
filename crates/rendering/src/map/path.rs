//! Points as SVG path data on a small grid.

use std::fmt::Write;

use super::{Point, Ring, Rings, SIDE, doubled_area};

/// Where the map lies and how large it is drawn.
pub(super) struct Frame {
    west: f64,
    north: f64,
    across: f64,
    down: f64,
    pub(super) width: i32,
    pub(super) height: i32,
}

/// Room for the outer line.
const MARGIN: f64 = 4.0;

impl Frame {
    /// The frame around all rings.
    pub(super) fn around(rings: &Rings) -> Option<Frame> {
        let points = || rings.values().flatten().flatten();
        let west = f64::from(points().map(|p| p.0).min()?);
        let east = f64::from(points().map(|p| p.0).max()?);
        let south = f64::from(points().map(|p| p.1).min()?);
        let north = f64::from(points().map(|p| p.1).max()?);
        let narrowing = ((north + south) / 2.0 / 1_000_000.0).to_radians().cos();
        let scale = (SIDE - 2.0 * MARGIN) / ((east - west) * narrowing).max(north - south).max(1.0);
        let (across, down) = (scale * narrowing, scale);
        let size = |length: f64| (length + 2.0 * MARGIN).ceil() as i32;
        let (width, height) = (size((east - west) * across), size((north - south) * down));
        Some(Frame { west, north, across, down, width, height })
    }

    /// A point in units of the view box.
    pub(super) fn place(&self, point: Point) -> (f64, f64) {
        let x = (f64::from(point.0) - self.west) * self.across + MARGIN;
        let y = (self.north - f64::from(point.1)) * self.down + MARGIN;
        (x, y)
    }

    /// The path of an area. If all its rings are too small for the grid, a triangle of two units stands for it.
    pub(super) fn path(&self, rings: impl Iterator<Item = Ring>) -> String {
        let mut path = String::new();
        let mut first = None;
        for ring in rings {
            let mut points: Vec<Point> = ring
                .iter()
                .map(|&point| self.place(point))
                .map(|(x, y)| (x.round() as i32, y.round() as i32))
                .collect();
            points.dedup();
            first = first.or(points.first().copied());
            if points.len() >= 3 && doubled_area(&points) != 0 {
                write_ring(&mut path, &points);
            }
        }
        if let (true, Some((x, y))) = (path.is_empty(), first) {
            write_ring(&mut path, &[(x - 1, y - 1), (x + 1, y - 1), (x, y + 1)]);
        }
        path
    }
}

/// Relative steps, with the shortest command for each.
fn write_ring(path: &mut String, points: &[Point]) {
    let (mut x, mut y) = points[0];
    let _ = write!(path, "M{x} {y}");
    let mut command = 'M';
    for &(to_x, to_y) in &points[1..] {
        let (dx, dy) = (to_x - x, to_y - y);
        let (next, numbers): (char, &[i32]) = match (dx, dy) {
            (0, 0) => continue,
            (_, 0) => ('h', &[dx]),
            (0, _) => ('v', &[dy]),
            _ => ('l', &[dx, dy]),
        };
        let fresh = next != command;
        if fresh {
            path.push(next);
            command = next;
        }
        for (place, number) in numbers.iter().enumerate() {
            if *number >= 0 && !(fresh && place == 0) {
                path.push(' ');
            }
            let _ = write!(path, "{number}");
        }
        (x, y) = (to_x, to_y);
    }
    path.push('z');
}
