//! Groups or areas compared: one bar each, always from zero, and a line across all for the whole.

use maud::{Markup, html};
use publication::page::{Bar, Look};
use words::decimal;

use super::{
    Drawn, Frame, Note, WIDTH, hatching,
    scale::{Axis, short, width, wrap},
};
use crate::html::View;

/// What is drawn.
pub(super) struct Bars<'a> {
    pub(super) unit: &'a str,
    pub(super) bars: &'a [Bar],
    pub(super) reference: Option<&'a (String, f64)>,
}

/// More bars than this have their names at the left, cut off where they are long; fewer have them above.
const NAMES_ABOVE: usize = 12;
const NAME: f64 = 124.0;
const PER_LINE: usize = 16;
const THICK: f64 = 13.0;

/// Whether the names stand above their bars.
pub(super) fn named_above(bars: &[Bar]) -> bool {
    bars.len() <= NAMES_ABOVE
}

/// The drawing.
pub(super) fn draw(view: &View<'_>, frame: &Frame<'_>, bars: &Bars<'_>) -> Drawn {
    let above = named_above(bars.bars);
    let values = bars.bars.iter().filter_map(|bar| bar.point.value).chain(bars.reference.map(|(_, value)| *value));
    let ranges = bars.bars.iter().filter_map(|bar| bar.range).flat_map(|(low, high)| [low, high]);
    let axis = Axis::over(values.chain(ranges), true, if above { 4 } else { 3 });
    let shown = bars.bars.iter().filter(|bar| bar.point.value.is_some()).map(|bar| width(&bar.point.shown));
    let room = shown.fold(20.0, f64::max) + 8.0;
    let (left, right) = (if above { 1.0 } else { NAME }, WIDTH - room);
    let x = |value: f64| left + (right - left) * axis.place(value);
    let top = if bars.reference.is_some() { 40.0 } else { 22.0 };
    let row = if above { 37.0 } else { 20.0 };
    let end = top + row * bars.bars.len() as f64;
    let track = Track { id: frame.id, from: left, to: right };
    let inner = html! {
        @if bars.bars.iter().any(|bar| bar.point.look == Look::Withheld) { (hatching(frame.id)) }
        text class="unit" x="0" y="12" { (bars.unit) }
        @for &tick in &axis.ticks {
            path class=(if tick == 0.0 { "zero" } else { "grid" }) d={ "M" (short(x(tick))) " " (short(top - 3.0)) "V" (short(end + 2.0)) } {}
            @let text = decimal(view.words.language(), tick, axis.decimals);
            @let anchor = if x(tick) < width(&text) / 2.0 { "start" } else { "middle" };
            text class="tick" x=(short(x(tick))) y=(short(end + 17.0)) text-anchor=(anchor) { (text) }
        }
        @for (n, bar) in bars.bars.iter().enumerate() {
            @let y = top + row * n as f64;
            (one(view, bar, y, above, &track, &x))
        }
        @if let Some((label, value)) = bars.reference {
            @let at = x(*value);
            path class="reference" d={ "M" (short(at)) " 32V" (short(end + 2.0)) } {}
            (reference_label(label, at))
        }
    };
    let ranged = bars.bars.iter().any(|bar| bar.range.is_some());
    let notes = ranged.then(|| Note { key: None, says: view.say("site-range") }).into_iter().collect();
    Drawn { svg: frame.svg(WIDTH, end + 24.0, &inner), legend: Vec::new(), notes }
}

/// Where the bars of a drawing may lie.
struct Track<'a> {
    id: &'a str,
    from: f64,
    to: f64,
}

/// The name of the reference line, turned so that it stays within the drawing.
fn reference_label(label: &str, at: f64) -> Markup {
    let half = width(label) / 2.0;
    let (x, anchor) = if at - half < 0.0 {
        (0.0, "start")
    } else if at + half > WIDTH {
        (WIDTH, "end")
    } else {
        (at, "middle")
    };
    html! { text class="reference-label" x=(short(x)) y="28" text-anchor=(anchor) { (label) } }
}

/// Where the value can lie: a line with ends, on a light ground so that it is seen on the bar, too.
fn whisker(low: f64, high: f64, y: f64) -> Markup {
    let cap = |x: f64| format!("M{} {}v7", short(x), short(y - 3.5));
    let path = format!("M{} {}H{}{}{}", short(low), short(y), short(high), cap(low), cap(high));
    html! { path class="whisker-ground" d=(path) {} path class="whisker" d=(path) {} }
}

fn one(view: &View<'_>, bar: &Bar, y: f64, above: bool, track: &Track<'_>, x: &dyn Fn(f64) -> f64) -> Markup {
    let point = &bar.point;
    let (name, _) = wrap(&bar.name, if above { 46 } else { PER_LINE }, 1);
    let name = name.first().map_or("", String::as_str);
    let bar_top = if above { y + 17.0 } else { y + 3.0 };
    let middle = short(bar_top + THICK / 2.0);
    let zero = x(0.0);
    let look = view.look(point.look);
    let class = if point.look == Look::Unreliable { "bar hollow" } else { "bar" };
    html! {
        g {
            title {
                (bar.name) ": " (point.shown)
                @if let Some(look) = &look { " – " (look) }
            }
            @if above { text class="name" x="1" y=(short(y + 12.0)) { (name) } }
            @else { text class="name" x=(short(NAME - 6.0)) y=(middle) dy=".35em" text-anchor="end" { (name) } }
            @match point.value.filter(|value| value.is_finite()) {
                Some(value) => {
                    @let (from, to) = (zero.min(x(value)), zero.max(x(value)));
                    rect class=(class) x=(short(from)) y=(short(bar_top)) width=(short(to - from)) height=(short(THICK)) {}
                    @let end = bar.range.map_or(to, |(_, high)| to.max(x(high)));
                    @if let Some((low, high)) = bar.range { (whisker(x(low), x(high), bar_top + THICK / 2.0)) }
                    text class="value" x=(short(end + 5.0)) y=(middle) dy=".35em" { (point.shown) }
                }
                None => {
                    // The whole track is hatched: a bar would have a length, and so be read as a value.
                    @if point.look == Look::Withheld {
                        rect fill={ "url(#" (track.id) "-withheld)" } x=(short(track.from)) y=(short(bar_top))
                            width=(short(track.to - track.from)) height=(short(THICK)) {}
                    }
                    text class="sign" x=(short(zero + 5.0)) y=(middle) dy=".35em" {
                        (point.shown)
                        @if let Some(look) = &look { " " (look) }
                    }
                }
            }
        }
    }
}
