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

pub(crate) use spark::spark;

/// Width of a drawing in units.
const WIDTH: f64 = 360.0;
/// Height of the largest letters in units.
const LETTERS: f64 = 13.0;

/// A chart with its title, its sentence, its drawing and its table.
pub(crate) fn figure(view: &View<'_>, chart: &Chart) -> Markup {
    let id = format!("c{}", view.number());
    let frame = Frame { id: &id, title: chart.title(), says: chart.says() };
    let (class, drawing) = match chart.drawing() {
        Drawing::Lines { unit, periods, series, breaks, .. } => {
            ("lines", Some(lines::draw(view, &frame, &lines::Lines { unit, periods, series, breaks })))
        }
        Drawing::Bars { unit, bars, reference, .. } => {
            let bars = bars::Bars { unit, bars, reference: reference.as_ref() };
            ("bars", Some(bars::draw(view, &frame, &bars)))
        }
        Drawing::Points { across, up, highest, points } => {
            let points = points::Points { across, up, highest: *highest, points };
            ("points", Some(points::draw(view, &frame, &points)))
        }
        Drawing::Map { level, classes, areas } => {
            let outline = view.site.outlines.get(level).and_then(Option::as_ref);
            ("map", outline.map(|outline| choropleth::draw(view, &frame, outline, classes, areas)))
        }
    };
    html! {
        figure class={ "chart chart-" (class) } role="group" aria-labelledby={ (id) "-h" } {
            figcaption {
                p class="chart-title" id={ (id) "-h" } { (chart.title()) }
                p class="chart-says" { (chart.says()) }
            }
            @if let Some(drawing) = &drawing { (drawing) }
            // Without outlines there is nothing to see but the table, which then stands open.
            details open[drawing.is_none()] {
                summary { (view.say("site-as-table")) span class="unseen" { ": " (chart.title()) } }
                (table(view, chart.table(), chart.table().caption == chart.title()))
            }
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
