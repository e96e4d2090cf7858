//! The drawings of the site as pictures that stand alone, for paper: same shapes, fixed colours, no style sheet.

use std::{
    cell::Cell,
    collections::{BTreeMap, BTreeSet},
};

use catalogue::{Catalogue, names::LevelName};
use maud::{Markup, html};
use publication::page::{Chart, Page, Sign, Spark};
use words::{Language, Words};

use crate::{
    html::{Site, View, outlines, sign_of},
    map::Outline,
    svg,
};

/// A drawing that stands alone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Picture {
    /// The drawing, an SVG document. Its letters are set in Source Sans 3.
    pub svg: String,
    /// Explanations of what is drawn.
    pub legend: Vec<Explained>,
    /// What is to be known about it.
    pub notes: Vec<Explained>,
}

/// An explanation with the small drawing that it explains, if there is one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Explained {
    /// The small drawing, an SVG document.
    pub key: Option<String>,
    /// What it stands for.
    pub says: String,
}

/// Draws charts for paper.
pub struct Paper<'a> {
    catalogue: &'a Catalogue,
    words: &'a Words,
    outlines: BTreeMap<&'a LevelName, Option<Outline>>,
    style: String,
}

impl<'a> Paper<'a> {
    /// Gets ready to draw what stands on these pages, in the language of the words.
    pub fn new(catalogue: &'a Catalogue, words: &'a Words, pages: impl IntoIterator<Item = &'a Page>) -> Paper<'a> {
        Paper { catalogue, words, outlines: outlines(catalogue, pages), style: style() }
    }

    /// A chart; none of a map whose areas have no outlines.
    pub fn chart(&self, page: &Page, chart: &Chart) -> Option<Picture> {
        let drawn = self.on(page, |view| svg::draw(view, chart, "c"))?;
        let explain = |notes: Vec<svg::Note>| {
            let alone = |key: svg::Key| self.alone(&key.svg(), key.pattern.as_ref());
            notes.into_iter().map(|note| Explained { key: note.key.map(alone), says: note.says }).collect()
        };
        Some(Picture { svg: self.alone(&drawn.svg, None), legend: explain(drawn.legend), notes: explain(drawn.notes) })
    }

    /// A small line, an SVG document.
    pub fn spark(&self, page: &Page, spark: &Spark) -> String {
        self.alone(&self.on(page, |view| svg::spark(view, spark)), None)
    }

    /// Where a figure stands: the word, and a sign beside it that says nothing of its own.
    pub fn sign(&self, sign: Sign) -> Explained {
        let (name, drawing) = sign_of(sign);
        let svg = html! { svg class="standing" viewBox="0 0 16 16" { path d=(drawing) {} } };
        Explained { key: Some(self.alone(&svg, None)), says: self.words.say(&format!("status-{name}"), &[]) }
    }

    fn on<T>(&self, page: &Page, draw: impl FnOnce(&View<'_>) -> T) -> T {
        let known: BTreeSet<(Language, &str)> = BTreeSet::new();
        let site = Site {
            catalogue: self.catalogue,
            pages: &[],
            known: &known,
            words: &[],
            outlines: &self.outlines,
            earlier: None,
        };
        draw(&View { site: &site, words: self.words, page, next: Cell::new(0) })
    }

    /// An `svg` element as a document of its own: with its name space, its style, and the pattern that it needs.
    fn alone(&self, svg: &Markup, pattern: Option<&Markup>) -> String {
        let svg = &svg.0;
        let begin = svg.find("<svg ").expect("a drawing is an svg element") + "<svg ".len();
        let inner = begin + svg[begin..].find('>').expect("an element has an end") + 1;
        let pattern = pattern.map_or("", |pattern| pattern.0.as_str());
        format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" {}<style>{}</style>{pattern}{}",
            &svg[begin..inner],
            self.style,
            &svg[inner..]
        )
    }
}

/// The style of drawings, with the colours of the site.
fn style() -> String {
    let site = include_str!("../assets/style.css");
    let light = site.split_once(":root {").and_then(|(_, rest)| rest.split_once('}')).map_or("", |(light, _)| light);
    let colours = light.split(';').filter_map(|rule| rule.trim().strip_prefix("--")?.split_once(": "));
    let mut style = include_str!("../assets/paper.css").to_owned();
    for (name, value) in colours {
        style = style.replace(&format!("var(--{name})"), value);
    }
    style
}

#[cfg(test)]
mod tests {
    use super::style;

    #[test]
    fn every_colour_is_filled_in() {
        let style = style();
        assert!(!style.contains("var("), "{style}");
        assert!(style.contains(".k6 { fill: #0b4565; }"), "{style}");
    }
}
