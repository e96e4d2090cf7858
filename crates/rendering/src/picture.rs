//! A chart as a picture that says everything itself: title, drawing, legend, notes and source, for slides and papers.

use catalogue::Catalogue;
use maud::{Markup, PreEscaped, html};
use publication::{
    Facts,
    page::{Chart, Page},
    wording::Wording,
};
use words::Words;

use crate::{
    Paper,
    paper::{Explained, Picture},
    svg::{WIDTH, short, wrap},
};

/// A picture of a chart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Taken {
    /// Its path below the site without ending: `i/auslaenderanteil/series`.
    pub path: String,
    /// The picture, an SVG document. Its letters are set in Source Sans 3.
    pub svg: String,
}

/// Pictures of all charts that can be taken along, in the order of the pages.
pub fn pictures(catalogue: &Catalogue, pages: &[Page], facts: &Facts<'_>) -> Vec<Taken> {
    let mut taken = Vec::new();
    for language in &facts.edition.languages {
        let words = Words::new(*language);
        let own = || pages.iter().filter(|page| page.language == *language);
        let paper = Paper::new(catalogue, &words, own());
        let wording = Wording::new(catalogue, *language);
        publication::named(pages, |named| {
            if named.page.language != *language {
                return;
            }
            if let Some(picture) = paper.chart(named.page, named.chart) {
                let source = source(&wording, facts, named.page);
                taken.push(Taken { path: named.path.to_owned(), svg: whole(named.chart, &picture, &source) });
            }
        });
    }
    taken
}

/// Whose figures they are, who publishes them, and that they are invented if they are.
fn source(wording: &Wording<'_>, facts: &Facts<'_>, page: &Page) -> Vec<String> {
    let (catalogue, language) = (wording.catalogue, wording.language());
    let monitoring = &catalogue.monitoring;
    let indicator = catalogue.indicators.iter().find(|one| page.path == format!("i/{}", one.name));
    let names = indicator.map(publication::measure::sources).unwrap_or_default();
    let titles = names.into_iter().filter_map(|name| catalogue.sources.get(name)).map(|one| one.title.get(language));
    let titles = titles.collect::<Vec<_>>().join("; ");
    let data = wording.say("picture-data", &[("sources", (&titles).into())]);
    let source = wording.say(
        "picture-source",
        &[
            ("publisher", monitoring.publisher.get(language).into()),
            ("release", facts.release.as_str().into()),
            ("date", (&wording.date(facts.sealed_on)).into()),
            ("licence", (&monitoring.licence).into()),
        ],
    );
    let synthetic = monitoring.synthetic.as_ref().map(|text| text.get(language).to_owned());
    [data, source].into_iter().chain(synthetic).collect()
}

/// Room around the drawing.
const MARGIN: f64 = 14.0;
/// Characters of a line of the title, of an explanation, of the source.
const TITLE: usize = 50;
const EXPLAINED: usize = 56;
const SOURCE: usize = 78;
/// Room for the small drawing before an explanation.
const KEY: f64 = 26.0;

/// Lines of text one below the other.
struct Column {
    y: f64,
    drawn: Vec<Markup>,
}

impl Column {
    fn lines(&mut self, text: &str, per_line: usize, height: f64, style: &str, x: f64) {
        for line in wrap(text, per_line, usize::MAX).0 {
            self.y += height;
            self.drawn.push(html! { text x=(short(x)) y=(short(self.y)) style=(style) { (line) } });
        }
    }

    fn explained(&mut self, explained: &[Explained]) {
        for one in explained {
            let x = if one.key.is_some() { MARGIN + KEY } else { MARGIN };
            let top = self.y;
            self.lines(&one.says, EXPLAINED, 15.0, "font-size:11.5px", x);
            if let Some(key) = &one.key {
                self.drawn.push(nested(key, MARGIN, top + 4.0, 20.0, 13.0));
            }
        }
    }
}

fn whole(chart: &Chart, picture: &Picture, source: &[String]) -> String {
    let mut column = Column { y: MARGIN - 6.0, drawn: Vec::new() };
    column.lines(chart.title(), TITLE, 18.0, "font-size:14.5px;font-weight:600", MARGIN);
    let (width, height) = size(&picture.svg);
    let scaled = height * WIDTH / width;
    column.drawn.push(nested(&picture.svg, MARGIN, column.y + 10.0, WIDTH, scaled));
    column.y += 10.0 + scaled;
    column.explained(&picture.legend);
    column.explained(&picture.notes);
    column.y += 4.0;
    for line in source {
        column.lines(line, SOURCE, 13.0, "font-size:10px;fill:#4a5560", MARGIN);
    }
    let (width, height) = (short(WIDTH + 2.0 * MARGIN), short(column.y + MARGIN));
    let svg = html! {
        svg xmlns="http://www.w3.org/2000/svg" width=(width) height=(height) viewBox={ "0 0 " (width) " " (height) } {
            (style_of(&picture.svg))
            rect width="100%" height="100%" fill="#fff" {}
            @for one in &column.drawn { (one) }
        }
    };
    format!("{}\n", svg.into_string())
}

/// A document within another: at its place, in its size, without the style that the outer one has.
fn nested(svg: &str, x: f64, y: f64, width: f64, height: f64) -> Markup {
    let begin = svg.find("<svg ").map_or(0, |at| at + "<svg ".len());
    let style = style_of(svg).into_string();
    let rest = svg[begin..].replacen("xmlns=\"http://www.w3.org/2000/svg\" ", "", 1).replacen(&style, "", 1);
    let at = format!("x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\"", short(x), short(y), short(width), short(height));
    PreEscaped(format!("<svg {at} {rest}"))
}

/// The style element of a drawing.
fn style_of(svg: &str) -> Markup {
    let element = svg.find("<style>").zip(svg.find("</style>")).map(|(from, to)| &svg[from..to + "</style>".len()]);
    PreEscaped(element.unwrap_or_default().to_owned())
}

/// Width and height of a drawing, from its view box.
fn size(svg: &str) -> (f64, f64) {
    let numbers = svg.split_once("viewBox=\"").and_then(|(_, rest)| rest.split_once('"')).map(|(numbers, _)| numbers);
    let numbers: Vec<f64> = numbers.unwrap_or_default().split(' ').filter_map(|text| text.parse().ok()).collect();
    match numbers[..] {
        [_, _, width, height] if width > 0.0 => (width, height),
        _ => (WIDTH, WIDTH),
    }
}
