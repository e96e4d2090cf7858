//! A small line without axes.

use std::fmt::Write;

use maud::{Markup, html};
use publication::page::Spark;

use super::scale::short;
use crate::html::View;

const WIDTH: f64 = 120.0;
const HEIGHT: f64 = 32.0;
const EDGE: f64 = 4.0;

/// A small line; its sentence is its name.
pub(crate) fn spark(view: &View<'_>, spark: &Spark) -> Markup {
    let id = format!("k{}", view.number());
    let values: Vec<f64> = spark.values.iter().flatten().copied().filter(|value| value.is_finite()).collect();
    let low = values.iter().copied().fold(f64::INFINITY, f64::min);
    let high = values.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    let place = |n: usize, value: f64| {
        let steps = spark.values.len().saturating_sub(1).max(1) as f64;
        let up = if high > low { (value - low) / (high - low) } else { 0.5 };
        (EDGE + n as f64 / steps * (WIDTH - 2.0 * EDGE), HEIGHT - EDGE - up * (HEIGHT - 2.0 * EDGE))
    };
    let points: Vec<Option<(f64, f64)>> = spark
        .values
        .iter()
        .enumerate()
        .map(|(n, value)| value.filter(|value| value.is_finite()).map(|value| place(n, value)))
        .collect();
    let last = points.iter().rev().flatten().next();
    html! {
        svg class="spark" viewBox={ "0 0 " (short(WIDTH)) " " (short(HEIGHT)) } role="img" aria-labelledby=(id) {
            title id=(id) { (spark.says) }
            path class="spark-line" d=(line(&points)) {}
            @if let Some((x, y)) = last { circle class="spark-end" cx=(short(*x)) cy=(short(*y)) r="3" {} }
        }
    }
}

/// Path data through the points; a gap interrupts the line, and a point between two gaps is a dot.
pub(super) fn line(points: &[Option<(f64, f64)>]) -> String {
    let mut path = String::new();
    let mut drawing = false;
    for (n, point) in points.iter().enumerate() {
        let Some((x, y)) = point else {
            drawing = false;
            continue;
        };
        let _ = write!(path, "{}{} {}", if drawing { 'L' } else { 'M' }, short(*x), short(*y));
        if !drawing && points.get(n + 1).is_none_or(Option::is_none) {
            path.push_str("h0");
        }
        drawing = true;
    }
    path
}
