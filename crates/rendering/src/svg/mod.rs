//! Figures as SVG made by hand: each with its name, its sentence and its table.
//!
//! Drawings are laid out for a narrow screen (360 units with large letters); on wide screens the style sheet makes
//! the letters smaller against the drawing. Colours come from the style sheet, so that light, dark and print differ.

mod bars;
mod choropleth;
mod lines;
mod points;
mod scale;
mod spark;

use maud::{Markup, html};
use publication::page::{Chart, Drawing};

use crate::html::{View, table};

pub(crate) use scale::{short, wrap};
pub(crate) use spark::spark;

/// Width of a drawing in units.
pub(crate) const WIDTH: f64 = 360.0;
/// Height of the largest letters in units.
const LETTERS: f64 = 13.0;

/// A chart with its title, its sentence, its drawing and its table.
pub(crate) fn figure(view: &View<'_>, chart: &Chart) -> Markup {
    let id = format!("c{}", view.number());
    let drawn = draw(view, chart, &id);
    let class = match chart.drawing() {
        Drawing::Lines { .. } => "lines",
        Drawing::Bars { .. } => "bars",
        Drawing::Points { .. } => "points",
        Drawing::Map { .. } => "map",
    };
    html! {
        figure class={ "chart chart-" (class) } role="group" aria-labelledby={ (id) "-h" } {
            figcaption {
                p class="chart-title" id={ (id) "-h" } { (chart.title()) }
                p class="chart-says" { (chart.says()) }
            }
            @match (&drawn, chart.drawing()) {
                (Some(drawn), Drawing::Map { .. }) => div class="map-frame" {
                    div class="plot" { (drawn.svg) }
                    (legend(Some(&view.say("site-legend")), &drawn.legend))
                },
                (Some(drawn), drawing) => {
                    @if !drawn.legend.is_empty() { (legend(None, &drawn.legend)) }
                    @let many = match drawing {
                        Drawing::Bars { bars, .. } => !bars::named_above(bars),
                        other => matches!(other, Drawing::Points { .. }),
                    };
                    div class={ "plot" (if many { " plot-many" } else { "" }) } { (drawn.svg) }
                    @for note in &drawn.notes {
                        p class="chart-note" { @if let Some(key) = &note.key { (key.svg()) " " } (note.says) }
                    }
                },
                (None, _) => {}
            }
            // Without outlines there is nothing to see but the table, which then stands open.
            details open[drawn.is_none()] {
                summary { (view.say("site-as-table")) span class="unseen" { ": " (chart.title()) } }
                (table(view, chart.table(), chart.table().caption == chart.title()))
            }
        }
    }
}

/// The drawing of a chart whose parts have ids that begin so. There is none of a map without outlines.
pub(crate) fn draw(view: &View<'_>, chart: &Chart, id: &str) -> Option<Drawn> {
    let frame = Frame { id, title: chart.title(), says: chart.says() };
    match chart.drawing() {
        Drawing::Lines { unit, periods, series, breaks, .. } => {
            Some(lines::draw(view, &frame, &lines::Lines { unit, periods, series, breaks }))
        }
        Drawing::Bars { unit, bars, reference, .. } => {
            Some(bars::draw(view, &frame, &bars::Bars { unit, bars, reference: reference.as_ref() }))
        }
        Drawing::Points { across, up, highest, points } => {
            Some(points::draw(view, &frame, &points::Points { across, up, highest: *highest, points }))
        }
        Drawing::Map { level, classes, areas } => {
            let outline = view.site.outlines.get(level).and_then(Option::as_ref);
            outline.map(|outline| choropleth::draw(view, &frame, outline, classes, areas))
        }
    }
}

/// A drawing and what explains it.
pub(crate) struct Drawn {
    /// The `svg` element.
    pub(crate) svg: Markup,
    /// Its legend.
    pub(crate) legend: Vec<Note>,
    /// What is to be known about it.
    pub(crate) notes: Vec<Note>,
}

/// An explanation with what it explains, if that is drawn.
pub(crate) struct Note {
    pub(crate) key: Option<Key>,
    pub(crate) says: String,
}

/// A small piece of a drawing in its legend.
pub(crate) struct Key {
    class: String,
    size: (u16, u16),
    shapes: Markup,
    /// The pattern that it is filled with. It is defined in the drawing, and again where the key stands alone.
    pub(crate) pattern: Option<Markup>,
}

impl Key {
    /// The `svg` element, which says nothing of its own.
    pub(crate) fn svg(&self) -> Markup {
        html! {
            svg class=(self.class) viewBox={ "0 0 " (self.size.0) " " (self.size.1) } aria-hidden="true" focusable="false" {
                (self.shapes)
            }
        }
    }
}

fn legend(label: Option<&str>, notes: &[Note]) -> Markup {
    html! {
        ul class="legend" aria-label=[label] {
            @for note in notes { li { @if let Some(key) = &note.key { (key.svg()) } (note.says) } }
        }
    }
}

/// Rising lines for what is withheld, as on maps: a place where a value stands that is not told, wherever it may lie.
fn hatching(id: &str) -> Markup {
    html! {
        defs {
            pattern id={ (id) "-withheld" } width="8" height="8" patternUnits="userSpaceOnUse" {
                path class="hatch" d="M-2 2L2-2M-1 9L9-1M6 10L10 6" {}
            }
        }
    }
}

/// Name and sentence of a drawing, with the id that its parts begin with.
struct Frame<'a> {
    id: &'a str,
    title: &'a str,
    says: &'a str,
}

impl Frame<'_> {
    /// The `svg` element around a drawing.
    fn svg(&self, width: f64, height: f64, inner: &Markup) -> Markup {
        html! {
            svg viewBox={ "0 0 " (scale::short(width)) " " (scale::short(height)) } role="img"
                aria-labelledby={ (self.id) "-t " (self.id) "-d" } {
                title id={ (self.id) "-t" } { (self.title) }
                desc id={ (self.id) "-d" } { (self.says) }
                (inner)
            }
        }
    }
}
