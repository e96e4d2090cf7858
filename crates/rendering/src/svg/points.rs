//! Things placed by two numbers, each a dot with a short label that the table explains.

use maud::{Markup, html};
use publication::page::Spot;
use words::decimal;

use super::{
    Frame, LETTERS, WIDTH,
    scale::{Axis, short, width},
};
use crate::html::View;

/// What is drawn.
pub(super) struct Points<'a> {
    pub(super) across: &'a str,
    pub(super) up: &'a str,
    pub(super) highest: f64,
    pub(super) points: &'a [Spot],
}

const LEFT: f64 = 22.0;
const RIGHT: f64 = WIDTH - 14.0;
const TOP: f64 = 34.0;
/// Height of one step of the vertical axis: room for a dot and its label.
const STEP: f64 = 34.0;
const RADIUS: f64 = 3.5;

/// The drawing.
pub(super) fn draw(view: &View<'_>, frame: &Frame<'_>, drawn: &Points<'_>) -> Markup {
    let steps = drawn.highest.max(1.0);
    let bottom = TOP + STEP * steps;
    let axis = Axis::over(drawn.points.iter().map(|spot| spot.x), true, 4);
    let x = |value: f64| LEFT + (RIGHT - LEFT) * axis.place(value);
    let y = |value: f64| bottom - STEP * value;
    let places: Vec<(f64, f64)> = drawn.points.iter().map(|spot| (x(spot.x), y(spot.y))).collect();
    let labels = labels(drawn.points, &places);
    let inner = html! {
        text class="unit" x="0" y="12" { (drawn.up) }
        @for step in 0..=steps as u32 {
            @let at = y(f64::from(step));
            path class=(if step == 0 { "zero" } else { "grid" }) d={ "M" (short(LEFT)) " " (short(at)) "H" (short(RIGHT)) } {}
            text class="tick" x=(short(LEFT - 6.0)) y=(short(at)) dy=".35em" text-anchor="end" { (step) }
        }
        @for &tick in &axis.ticks {
            @let text = decimal(view.words.language(), tick, axis.decimals);
            @let half = width(&text) / 2.0;
            @let anchor = if x(tick) + half > WIDTH { "end" } else { "middle" };
            text class="tick" x=(short(x(tick))) y=(short(bottom + 17.0)) text-anchor=(anchor) { (text) }
        }
        text class="unit" x=(short(RIGHT)) y=(short(bottom + 34.0)) text-anchor="end" { (drawn.across) }
        @for ((spot, (px, py)), (lx, ly)) in drawn.points.iter().zip(&places).zip(&labels) {
            g {
                title { (spot.label) ". " (spot.name) ": " (spot.shown) }
                circle class="spot" cx=(short(*px)) cy=(short(*py)) r=(short(RADIUS)) {}
                text class="value" x=(short(*lx)) y=(short(*ly)) text-anchor="middle" { (spot.label) }
            }
        }
    };
    html! { div class="plot plot-many" { (frame.svg(WIDTH, bottom + 40.0, &inner)) } }
}

/// Where the labels stand: above their dots, else at the next place where no label and no dot is in the way.
fn labels(points: &[Spot], places: &[(f64, f64)]) -> Vec<(f64, f64)> {
    let mut taken: Vec<(f64, f64, f64)> = Vec::new();
    for (spot, (x, y)) in points.iter().zip(places) {
        let wide = width(&spot.label);
        let beside = RADIUS + wide / 2.0 + 2.0;
        let ways = [(0.0, -7.0), (beside, 4.0), (-beside, 4.0), (0.0, 16.0), (beside, -7.0), (-beside, -7.0)];
        let further = (1..6).map(|n| (beside + f64::from(n) * wide, -7.0));
        let free = |(dx, dy): &(f64, f64)| {
            let (at, base) = (x + dx, y + dy);
            let clear = |(ox, oy, half): &(f64, f64, f64)| {
                (at - ox).abs() >= wide / 2.0 + half || (base - oy).abs() >= LETTERS - 2.0
            };
            let no_dot = |(px, py): &(f64, f64)| {
                (at - px).abs() >= wide / 2.0 + RADIUS || !(base - LETTERS..=base + RADIUS).contains(py)
            };
            at + wide / 2.0 <= WIDTH && taken.iter().all(clear) && places.iter().all(no_dot)
        };
        let (dx, dy) = ways.into_iter().chain(further).find(free).unwrap_or((0.0, -7.0));
        taken.push((x + dx, y + dy, wide / 2.0));
    }
    taken.into_iter().map(|(x, y, _)| (x, y)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn spot(label: &str, x: f64) -> Spot {
        Spot { label: label.to_owned(), name: String::new(), x, y: 0.0, shown: String::new() }
    }

    #[test]
    fn labels_do_not_cover_each_other() {
        let points: Vec<Spot> = ["1", "2", "3", "4", "15"].iter().map(|label| spot(label, 0.0)).collect();
        for step in [0.0, 3.0, 8.0, 40.0] {
            let places: Vec<(f64, f64)> = (0..5).map(|n| (60.0 + f64::from(n) * step, 100.0)).collect();
            let found = labels(&points, &places);
            for (n, (x, y)) in found.iter().enumerate() {
                for (other, (ox, oy)) in found.iter().enumerate().skip(n + 1) {
                    let room = (width(&points[n].label) + width(&points[other].label)) / 2.0;
                    let apart = (x - ox).abs() >= room || (y - oy).abs() >= LETTERS - 2.0;
                    assert!(apart, "{n} and {other} at step {step}: {found:?}");
                }
            }
        }
        let alone = labels(&points[..1], &[(60.0, 100.0)]);
        assert_eq!(alone, [(60.0, 93.0)], "above the dot");
    }
}
