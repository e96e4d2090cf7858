//! Series over time. They differ in colour, dash and marker, and carry their name at their end.

use maud::{Markup, html};
use publication::page::{Look, Point, Series};
use words::decimal;

use super::{
    Drawn, Frame, Key, LETTERS, Note, WIDTH, hatching,
    scale::{Axis, short, width, wrap},
    spark::line,
};
use crate::html::View;

/// What is drawn.
pub(super) struct Lines<'a> {
    pub(super) unit: &'a str,
    pub(super) periods: &'a [String],
    pub(super) series: &'a [Series],
    /// Places of the periods that were measured anew.
    pub(super) breaks: &'a [usize],
}

const TOP: f64 = 26.0;
const PLOT: f64 = 170.0;
const BELOW: f64 = 26.0;
/// Distance of the lines of a label.
const LINE: f64 = 14.0;
const PER_LINE: usize = 15;
const LABEL_LINES: usize = 3;
/// Width of the band where a figure is withheld.
const BAND: f64 = 8.0;
/// More markers than this would hide the line.
const MARKERS: usize = 40;

/// Dashes in pixels, in the order of the series.
const DASHES: [&str; 6] = ["", "7 4", "2 3", "10 3 2 3", "4 2", "12 4"];

/// The drawing, with a legend if names do not fit at the ends of the lines.
pub(super) fn draw(view: &View<'_>, frame: &Frame<'_>, lines: &Lines<'_>) -> Drawn {
    let values = lines.series.iter().flat_map(|series| &series.points).filter_map(|point| point.value);
    let axis = Axis::over(values, false, 4);
    let marks: Vec<(f64, String)> =
        axis.ticks.iter().map(|&tick| (tick, decimal(view.words.language(), tick, axis.decimals))).collect();
    let left = marks.iter().map(|(_, text)| width(text)).fold(0.0, f64::max) + 8.0;
    let labels: Vec<(Vec<String>, bool)> =
        lines.series.iter().map(|series| wrap(&series.name, PER_LINE, LABEL_LINES)).collect();
    let alone = lines.series.len() == 1;
    let right = if alone {
        14.0
    } else {
        labels.iter().flat_map(|(lines, _)| lines).map(|text| width(text)).fold(0.0, f64::max).min(116.0) + 14.0
    };
    let area = Area { left, right: WIDTH - right, axis: &axis, periods: lines.periods.len() };
    let cut = labels.iter().any(|(_, cut)| *cut);
    let broken = axis.low > 0.0 || axis.high < 0.0;
    let (shown, never): (Vec<&Series>, Vec<&Series>) = lines.series.iter().partition(|series| is_ever_told(series));
    let never: Vec<&str> = never.into_iter().map(|series| series.name.as_str()).collect();
    let withheld: Vec<usize> = (0..lines.periods.len()).filter(|place| is_withheld(&shown, *place)).collect();
    let inner = html! {
        @if !withheld.is_empty() { (hatching(frame.id)) }
        text class="unit" x="0" y="12" { (lines.unit) }
        @for place in &withheld { (band(view, frame.id, &area, &shown, lines.periods, *place, alone)) }
        @for (tick, text) in &marks {
            @let y = short(area.y(*tick));
            path class=(if *tick == 0.0 { "zero" } else { "grid" }) d={ "M" (short(left)) " " (y) "H" (short(area.right)) } {}
            text class="tick" x=(short(left - 5.0)) y=(y) dy=".35em" text-anchor="end" { (text) }
        }
        (periods(&area, lines.periods))
        @for place in lines.breaks { (break_line(&area, *place)) }
        @for (n, series) in lines.series.iter().enumerate() { (one(view, &area, n, series, lines, alone)) }
        @if !alone { (ends(&area, lines.series, &labels)) }
    };
    let mut notes = Vec::new();
    if !withheld.is_empty() {
        notes.push(Note { key: Some(gap(frame.id)), says: view.say("site-withheld") });
    }
    if !never.is_empty() {
        notes.push(Note { key: None, says: names_withheld(view, &never) });
    }
    if broken {
        notes.push(Note { key: None, says: view.say("site-axis-broken") });
    }
    let legend = if cut && !alone { legend(lines.series) } else { Vec::new() };
    Drawn { svg: frame.svg(WIDTH, TOP + PLOT + BELOW, &inner), legend, notes }
}

/// Where things lie.
struct Area<'a> {
    left: f64,
    right: f64,
    axis: &'a Axis,
    periods: usize,
}

impl Area<'_> {
    fn x(&self, place: usize) -> f64 {
        // A little room at both sides, so that markers do not touch the axis.
        let (from, to) = (self.left + 8.0, self.right - 6.0);
        if self.periods < 2 { (from + to) / 2.0 } else { from + (to - from) * place as f64 / (self.periods - 1) as f64 }
    }

    fn y(&self, value: f64) -> f64 {
        TOP + PLOT * (1.0 - self.axis.place(value))
    }
}

/// The periods below the plot: the last, and as many before it as have room.
fn periods(area: &Area<'_>, periods: &[String]) -> Markup {
    let widest = periods.iter().map(|text| width(text)).fold(0.0, f64::max) + 10.0;
    let apart = if periods.len() > 1 { area.x(1) - area.x(0) } else { widest };
    let every = (widest / apart).ceil().max(1.0) as usize;
    let baseline = short(TOP + PLOT + 19.0);
    html! {
        @for (place, text) in periods.iter().enumerate() {
            @let x = area.x(place);
            @if (periods.len() - 1 - place).is_multiple_of(every) {
                path class="notch" d={ "M" (short(x)) " " (short(TOP + PLOT)) "v4" } {}
                // At the edges the text turns inwards.
                @if x + widest / 2.0 > WIDTH { text class="tick" x=(short(WIDTH - 1.0)) y=(baseline) text-anchor="end" { (text) } }
                @else if x < widest / 2.0 { text class="tick" x="1" y=(baseline) { (text) } }
                @else { text class="tick" x=(short(x)) y=(baseline) text-anchor="middle" { (text) } }
            }
        }
    }
}

/// A break in the series: a double line halfway to the first period that was measured anew.
fn break_line(area: &Area<'_>, place: usize) -> Markup {
    let x = if place == 0 { area.x(0) - 6.0 } else { (area.x(place - 1) + area.x(place)) / 2.0 };
    let stroke = |x: f64| format!("M{} {}v{}", short(x), short(TOP), short(PLOT));
    html! { path class="break" d={ (stroke(x - 1.5)) (stroke(x + 1.5)) } {} }
}

/// The line, not drawn across breaks.
fn unbroken(points: &[Option<(f64, f64)>], breaks: &[usize]) -> String {
    let mut ends: Vec<usize> = breaks.iter().copied().filter(|place| *place < points.len()).collect();
    ends.push(points.len());
    let mut from = 0;
    ends.into_iter().map(|to| line(&points[std::mem::replace(&mut from, to)..to])).collect()
}

/// Whether a series shows any number, or at least nothing that is withheld. One that is withheld throughout would hatch
/// the whole plot; it is named below instead.
fn is_ever_told(series: &Series) -> bool {
    let points = || series.points.iter();
    points().any(|point| point.value.is_some()) || !points().any(|point| point.look == Look::Withheld)
}

fn names_withheld(view: &View<'_>, names: &[&str]) -> String {
    view.words.say("site-withheld-series", &[("names", (&names.join("; ")).into())])
}

/// Whether the figure of any series is withheld in a period.
fn is_withheld(series: &[&Series], place: usize) -> bool {
    series.iter().any(|one| one.points.get(place).is_some_and(|point| point.look == Look::Withheld))
}

/// A hatched band over the whole height where a figure is withheld: at the foot it would be read as zero. The lines
/// concerned have a gap there.
fn band(
    view: &View<'_>,
    id: &str,
    area: &Area<'_>,
    series: &[&Series],
    periods: &[String],
    place: usize,
    alone: bool,
) -> Markup {
    let points = series.iter().filter_map(|series| Some((series, series.points.get(place)?)));
    let withheld = points.filter(|(_, point)| point.look == Look::Withheld);
    let said: Vec<String> =
        withheld.map(|(series, point)| said(view, series, point, periods.get(place), alone)).collect();
    html! {
        g class="withheld" {
            title { (said.join("; ")) }
            rect fill={ "url(#" (id) "-withheld)" } x=(short(area.x(place) - BAND / 2.0)) y=(short(TOP))
                width=(short(BAND)) height=(short(PLOT)) {}
        }
    }
}

/// The hatching beside its explanation below the plot.
fn gap(id: &str) -> Key {
    Key {
        class: "swatch".to_owned(),
        size: (32, 18),
        shapes: html! { rect fill={ "url(#" (id) "-withheld)" } x="1" y="1" width="30" height="16" {} },
        pattern: Some(hatching(id)),
    }
}

/// A series with its markers; a figure that is neither a number nor withheld stands as its sign at the foot of the plot.
fn one(view: &View<'_>, area: &Area<'_>, n: usize, series: &Series, lines: &Lines<'_>, alone: bool) -> Markup {
    let periods = lines.periods;
    let points: Vec<Option<(f64, f64)>> = series
        .points
        .iter()
        .enumerate()
        .map(|(place, point)| point.value.filter(|v| v.is_finite()).map(|value| (area.x(place), area.y(value))))
        .collect();
    let all = series.points.len() <= MARKERS;
    let last = points.iter().rposition(Option::is_some);
    html! {
        g class={ "series s" (n % 6) } {
            path class="line" d=(unbroken(&points, lines.breaks)) stroke-dasharray=[dash(n)] {}
            @for (place, (point, at)) in series.points.iter().zip(&points).enumerate() {
                @let said = said(view, series, point, periods.get(place), alone);
                @match at {
                    Some((x, y)) if all || last == Some(place) || point.look == Look::Unreliable => {
                        g class=[(point.look == Look::Unreliable).then_some("hollow")] {
                            title { (said) }
                            path class="marker" d=(marker(n, *x, *y)) {}
                        }
                    }
                    None if !matches!(point.look, Look::Missing | Look::Value | Look::Withheld) => {
                        text class="sign" x=(short(area.x(place))) y=(short(TOP + PLOT - 5.0 - n as f64 * 11.0))
                            text-anchor="middle" { title { (said) } (point.shown) }
                    }
                    _ => {}
                }
            }
        }
    }
}

fn said(view: &View<'_>, series: &Series, point: &Point, period: Option<&String>, alone: bool) -> String {
    let mut said = String::new();
    if !alone {
        said.push_str(&series.name);
        said.push_str(", ");
    }
    if let Some(period) = period {
        said.push_str(period);
        said.push_str(": ");
    }
    said.push_str(&point.shown);
    if let Some(look) = view.look(point.look) {
        said.push_str(" – ");
        said.push_str(&look);
    }
    said
}

fn dash(n: usize) -> Option<&'static str> {
    Some(DASHES[n % DASHES.len()]).filter(|dash| !dash.is_empty())
}

/// A marker: circle, square, triangle, diamond, triangle upside down, hexagon.
fn marker(n: usize, x: f64, y: f64) -> String {
    let at = |dx: f64, dy: f64| format!("M{} {}", short(x + dx), short(y + dy));
    match n % 6 {
        0 => at(-3.0, 0.0) + "a3 3 0 1 0 6 0a3 3 0 1 0-6 0z",
        1 => at(-2.7, -2.7) + "h5.4v5.4h-5.4z",
        2 => at(0.0, -3.6) + "l3.6 6.2h-7.2z",
        3 => at(0.0, -3.8) + "l3.8 3.8-3.8 3.8-3.8-3.8z",
        4 => at(0.0, 3.6) + "l3.6-6.2h-7.2z",
        _ => at(-1.8, -3.1) + "h3.6l1.8 3.1-1.8 3.1h-3.6l-1.8-3.1z",
    }
}

/// Names at the ends of the lines, moved apart where they would cover each other.
fn ends(area: &Area<'_>, series: &[Series], labels: &[(Vec<String>, bool)]) -> Markup {
    let mut ends: Vec<End> = series
        .iter()
        .enumerate()
        .filter_map(|(n, series)| {
            let place = series.points.iter().rposition(|point| point.value.is_some())?;
            let y = area.y(series.points[place].value?);
            Some(End { series: n, x: area.x(place), y, height: labels[n].0.len() as f64 * LINE, top: 0.0 })
        })
        .collect();
    spread(&mut ends, TOP - 12.0, TOP + PLOT + BELOW);
    html! {
        @for end in &ends {
            @let middle = end.top + end.height / 2.0;
            g class={ "end s" (end.series % 6) } {
                @if (middle - end.y).abs() > 4.0 || end.x < area.right - 8.0 {
                    path class="leader" d={
                        "M" (short(end.x + 4.0)) " " (short(end.y)) "L" (short(area.right + 6.0)) " " (short(middle))
                    } {}
                }
                text x=(short(area.right + 9.0)) y=(short(end.top + LETTERS * 0.85)) {
                    @for (n, text) in labels[end.series].0.iter().enumerate() {
                        tspan x=(short(area.right + 9.0)) dy=[(n > 0).then_some("1.08em")] { (text) }
                    }
                }
            }
        }
    }
}

/// The label of a series at its end.
struct End {
    series: usize,
    x: f64,
    y: f64,
    height: f64,
    top: f64,
}

/// Moves labels apart, from top to bottom, and back up where they would leave the drawing.
fn spread(ends: &mut [End], top: f64, bottom: f64) {
    ends.sort_by(|a, b| a.y.total_cmp(&b.y).then(a.series.cmp(&b.series)));
    let mut free = top;
    for end in ends.iter_mut() {
        end.top = (end.y - end.height / 2.0).max(free);
        free = end.top + end.height + 2.0;
    }
    let mut limit = bottom;
    for end in ends.iter_mut().rev() {
        end.top = end.top.min(limit - end.height);
        limit = end.top - 2.0;
    }
}

/// Full names with their dash and marker.
fn legend(series: &[Series]) -> Vec<Note> {
    let key = |n: usize| Key {
        class: format!("key-line series s{}", n % 6),
        size: (34, 12),
        shapes: html! {
            path class="line" d="M1 6H33" stroke-dasharray=[dash(n)] {}
            path class="marker" d=(marker(n, 17.0, 6.0)) {}
        },
        pattern: None,
    };
    series.iter().enumerate().map(|(n, one)| Note { key: Some(key(n)), says: one.name.clone() }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_do_not_cover_each_other() {
        let mut ends: Vec<End> = [50.0, 52.0, 51.0, 190.0, 195.0]
            .into_iter()
            .enumerate()
            .map(|(series, y)| End { series, x: 0.0, y, height: 28.0, top: 0.0 })
            .collect();
        spread(&mut ends, 14.0, 222.0);
        assert_eq!(ends.iter().map(|end| end.series).collect::<Vec<_>>(), [0, 2, 1, 3, 4]);
        for pair in ends.windows(2) {
            assert!(pair[0].top + pair[0].height <= pair[1].top, "{} {}", pair[0].top, pair[1].top);
        }
        assert!(ends.last().is_some_and(|end| end.top + end.height <= 222.0));
    }
}
