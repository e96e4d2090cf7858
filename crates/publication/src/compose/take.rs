//! Charts to take along: pictures, pages that other sites frame, and how to cite a single figure.

use catalogue::Catalogue;
use words::Language;

use super::{Facts, link, protection};
use crate::{
    page::{Block, Chart, Link, Page, Span, Take},
    wording::Wording,
};

/// A chart of an indicator that keeps its address from edition to edition.
#[derive(Debug, Clone, Copy)]
pub struct Named<'a> {
    /// The page on which it stands.
    pub page: &'a Page,
    /// Its path below the site without ending: `i/auslaenderanteil/series`, in other languages than German below their
    /// code.
    pub path: &'a str,
    /// The chart.
    pub chart: &'a Chart,
}

/// Offers each chart of an indicator as pictures with these endings, with its citation, and, if the edition is for
/// everyone and has an address, for embedding. Adds the pages that are embedded.
pub fn take(catalogue: &Catalogue, facts: &Facts<'_>, pages: &mut Vec<Page>, endings: &[&str]) {
    let mut framed = Vec::new();
    for page in pages.iter_mut().filter(|page| page.path.starts_with("i/")) {
        let wording = Wording::new(catalogue, page.language);
        let at = At { catalogue, facts, endings, wording, language: page.language, page: page.path.clone() };
        for block in &mut page.blocks {
            within(&at, block, &mut framed);
        }
    }
    pages.extend(framed);
}

/// All charts that are offered, with their addresses; to be called on the pages that [`take`] has been through.
pub fn named(pages: &[Page], mut each: impl FnMut(Named<'_>)) {
    for page in pages.iter().filter(|page| page.path.starts_with("i/")) {
        sections(&page.blocks, &mut |section, chart| {
            each(Named { page, path: &file(page.language, &format!("{}/{section}", page.path)), chart });
        });
    }
}

fn sections<'a>(blocks: &'a [Block], each: &mut impl FnMut(&str, &'a Chart)) {
    for block in blocks {
        let Block::Section { id, blocks, .. } = block else { continue };
        if let Some(chart) = first(blocks) {
            each(id, chart);
        }
        sections(blocks, each);
    }
}

/// The chart of a section; each has one at most.
fn first(blocks: &[Block]) -> Option<&Chart> {
    blocks.iter().find_map(|block| if let Block::Chart(chart) = block { Some(chart) } else { None })
}

/// Where files of a language lie.
pub(super) fn file(language: Language, path: &str) -> String {
    if language == Language::default() { path.to_owned() } else { format!("{language}/{path}") }
}

struct At<'a> {
    catalogue: &'a Catalogue,
    facts: &'a Facts<'a>,
    endings: &'a [&'a str],
    wording: Wording<'a>,
    language: Language,
    page: String,
}

fn within(at: &At<'_>, block: &mut Block, framed: &mut Vec<Page>) {
    let Block::Section { id, blocks, .. } = block else { return };
    let found = blocks.iter().position(|block| matches!(block, Block::Chart(_)));
    if let Some((place, Block::Chart(chart))) = found.map(|place| (place, &blocks[place])) {
        let frame = at.facts.edition.portal_address().map(|address| embedded(at, id, chart, address));
        let (page, embedding) = frame.unzip();
        framed.extend(page);
        let taken = Take {
            title: chart.title().to_owned(),
            files: at.endings.iter().map(|ending| picture(at, id, ending)).collect(),
            embedding,
            citation: citation(at, chart),
        };
        blocks.insert(place + 1, Block::Take(taken));
    }
    for block in blocks {
        within(at, block, framed);
    }
}

fn picture(at: &At<'_>, section: &str, ending: &str) -> Link {
    let name = at.wording.say("take-picture", &[("format", ending.to_uppercase().as_str().into())]);
    link(name, file(at.language, &format!("{}/{section}.{ending}", at.page)))
}

/// The page that others frame, with the link to it and the HTML of the frame. Its link leads to the whole page, for
/// those who see no frame, too.
fn embedded(at: &At<'_>, section: &str, chart: &Chart, address: &str) -> (Page, (Link, String)) {
    let monitoring = &at.catalogue.monitoring;
    let name = at.page.strip_prefix("i/").unwrap_or(&at.page);
    let path = format!("embed/{name}/{section}");
    let whole = link(
        at.wording.say("take-whole", &[("title", monitoring.title.get(at.language).into())]),
        format!("{}#{section}", at.page),
    );
    let source = vec![Span::Plain(format!("{}. ", monitoring.publisher.get(at.language))), Span::Link(whole.clone())];
    let at_address = |path: &str| format!("{address}{}", file(at.language, &format!("{path}.html")));
    let html = format!(
        "<iframe src=\"{}\" title=\"{}\" width=\"100%\" height=\"520\" loading=\"lazy\"></iframe>\n\
         <p><a href=\"{}#{section}\">{}</a></p>\n<script async src=\"{address}js/frame.js\"></script>",
        at_address(&path),
        escaped(chart.title()),
        at_address(&at.page),
        escaped(&format!("{} – {}", chart.title(), whole.text)),
    );
    let mut blocks = vec![Block::Chart(chart.clone())];
    blocks.extend(protection::note(&at.wording, &blocks));
    blocks.push(Block::Paragraph(source));
    let page = Page {
        path: path.clone(),
        language: at.language,
        title: chart.title().to_owned(),
        summary: chart.says().to_owned(),
        trail: Vec::new(),
        blocks,
    };
    (page, (link(at.wording.say("take-preview", &[]), path), html))
}

/// Text within an attribute or an element of HTML.
fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

fn citation(at: &At<'_>, chart: &Chart) -> String {
    let monitoring = &at.catalogue.monitoring;
    let text = at.wording.say(
        "citation-figure",
        &[
            ("publisher", monitoring.publisher.get(at.language).into()),
            ("figure", chart.title().into()),
            ("title", monitoring.title.get(at.language).into()),
            ("release", at.facts.release.as_str().into()),
            ("date", (&at.wording.date(at.facts.sealed_on)).into()),
            ("licence", (&monitoring.licence).into()),
        ],
    );
    match at.facts.edition.portal_address() {
        Some(address) => format!("{text} {address}{}", file(at.language, &format!("{}.html", at.page))),
        None => text,
    }
}
