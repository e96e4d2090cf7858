//! Pages as data for the template.

use std::collections::BTreeSet;

use catalogue::{Catalogue, model::Area};
use publication::{
    Facts,
    page::{Block, Card, Cell, Chart, Drawing, KeyFigure, Look, NoteKind, Page, Row, Span, Table},
    wording::Wording,
};
use rendering::{Explained, Paper};
use serde_json::{Value, json};
use words::{Language, Words};

use crate::order::Placed;

/// The colour of headings where the municipality declares none: that of the site.
const ACCENT: &str = "#0d4a66";

/// What stands on the cover.
pub(crate) struct Front {
    over: String,
    title: String,
    subtitle: Vec<String>,
    contents: bool,
}

impl Front {
    pub(crate) fn of_report(catalogue: &Catalogue, words: &Words, facts: &Facts<'_>) -> Front {
        let language = words.language();
        Front {
            over: catalogue.monitoring.name.get(language).to_owned(),
            title: catalogue.monitoring.title.get(language).to_owned(),
            subtitle: vec![words.say("report-title", &[]), facts.edition.title.get(language).to_owned()],
            contents: true,
        }
    }

    pub(crate) fn of_profile(catalogue: &Catalogue, words: &Words, area: &Area) -> Front {
        let level = catalogue.levels.iter().find(|level| level.name == area.level);
        let level = level.map_or(area.level.as_str(), |level| level.title.get(words.language()));
        Front {
            over: catalogue.monitoring.title.get(words.language()).to_owned(),
            title: words.say("report-profile", &[("area", (&area.name).into())]),
            subtitle: vec![format!("{level} {}", area.code)],
            contents: false,
        }
    }
}

/// All that the template reads.
pub(crate) fn data(
    catalogue: &Catalogue,
    words: &Words,
    facts: &Facts<'_>,
    front: Front,
    placed: &[Placed<'_>],
) -> Value {
    let (monitoring, language) = (&catalogue.monitoring, words.language());
    let wording = Wording::new(catalogue, language);
    let say = |key: &str| words.say(key, &[]);
    let desk = Desk {
        words,
        paper: Paper::new(catalogue, words, placed.iter().map(|placed| placed.page)),
        known: known(placed),
    };
    let sealed = wording.date(facts.sealed_on);
    let logo = monitoring.design.logo.as_ref();
    let mut date = facts.sealed_on.split('-').map(|part| part.parse::<u32>().unwrap_or(1));
    let mut next = || date.next().unwrap_or(1);
    json!({
        "ident": [&front.title, facts.release.as_str(), facts.edition.name.as_str(), language.code()],
        "language": language.code(),
        "region": match language { Language::De => "DE", Language::En => "GB" },
        "accent": monitoring.design.accent.map_or_else(|| ACCENT.to_owned(), |accent| accent.to_string()),
        "logo": logo.map(|logo| json!({ "svg": logo.svg, "says": logo.says.get(language) })),
        "over": front.over,
        "title": front.title,
        "subtitle": front.subtitle,
        "contents": front.contents,
        "author": monitoring.publisher.get(language),
        "description": say("report-about"),
        "keywords": [say("report-title"), monitoring.name.get(language)],
        "date": { "year": next(), "month": next(), "day": next() },
        "synthetic": monitoring.synthetic.as_ref().map(|synthetic| synthetic.get(language)),
        "imprint": [
            [say("site-publisher"), monitoring.publisher.get(language)],
            [say("site-contact"), monitoring.contact.get(language)],
            [say("site-licence"), &monitoring.licence],
            [say("release-edition"), facts.edition.title.get(language)],
            [say("release-id"), facts.release.as_str()],
            [say("release-sealed"), &sealed],
        ],
        "foot": words.say("report-foot", &[("edition", facts.edition.title.get(language).into()), ("date", (&sealed).into())]),
        "words": {
            "contents": say("report-contents"),
            "figure": say("report-figure"),
            "table": say("report-table"),
            "values-of": say("report-values-of"),
        },
        "pages": placed.iter().map(|placed| page(&desk, placed)).collect::<Vec<_>>(),
    })
}

/// What lies on the desk while pages become data.
struct Desk<'a> {
    words: &'a Words,
    paper: Paper<'a>,
    known: BTreeSet<String>,
}

/// Where links within the document can lead: each page that stands whole, and its sections.
fn known(placed: &[Placed<'_>]) -> BTreeSet<String> {
    let mut known = BTreeSet::new();
    for placed in placed {
        known.insert(placed.label.clone());
        for block in &placed.blocks {
            sections(&placed.page.path, block, &mut known);
        }
    }
    known
}

fn sections(path: &str, block: &Block, known: &mut BTreeSet<String>) {
    if let Block::Section { id, blocks, .. } = block {
        known.insert(format!("{path}#{id}"));
        blocks.iter().for_each(|block| sections(path, block, known));
    }
}

fn page(desk: &Desk<'_>, placed: &Placed<'_>) -> Value {
    json!({
        "level": placed.level,
        "title": placed.title,
        "label": placed.label,
        "blocks": blocks(desk, placed.page, placed.blocks.iter().copied()),
    })
}

fn blocks<'b>(desk: &Desk<'_>, page: &Page, blocks: impl IntoIterator<Item = &'b Block>) -> Vec<Value> {
    blocks.into_iter().filter_map(|one| block(desk, page, one)).collect()
}

fn block(desk: &Desk<'_>, page: &Page, block: &Block) -> Option<Value> {
    let spans = |text: &[Span]| spans(desk, page, text);
    let terms = |terms: &[(String, Vec<Span>)]| {
        terms.iter().map(|(term, about)| json!([term, spans(about)])).collect::<Vec<_>>()
    };
    Some(match block {
        Block::Section { id, heading, blocks } => json!({
            "kind": "section",
            "label": format!("{}#{id}", page.path),
            "heading": heading,
            "blocks": self::blocks(desk, page, blocks),
        }),
        // Nothing but a way to a page that is not in the document.
        Block::Paragraph(text) if matches!(text.as_slice(), [Span::Link(link)] if target(desk, page, &link.target).is_none()) =>
        {
            return None;
        }
        Block::Paragraph(text) => json!({ "kind": "paragraph", "text": spans(text) }),
        Block::Lead(text) => json!({ "kind": "lead", "text": spans(text) }),
        Block::Quote(text) => json!({ "kind": "quote", "text": spans(text) }),
        Block::List { ordered, items } => {
            let items: Vec<Value> = items.iter().map(|item| spans(item)).collect();
            json!({ "kind": "list", "ordered": ordered, "items": items })
        }
        Block::Terms(of) => json!({ "kind": "terms", "terms": terms(of) }),
        Block::Note { kind, text } => {
            let plain = |key: &str| Explained { key: None, says: desk.words.say(key, &[]) };
            let sign = match kind {
                NoteKind::Information => plain("site-note-information"),
                NoteKind::Caution => plain("site-note-caution"),
                NoteKind::Break => plain("site-note-break"),
                NoteKind::Status(sign) => {
                    let standing = desk.paper.sign(*sign);
                    Explained { says: format!("{}.", standing.says), ..standing }
                }
            };
            json!({ "kind": "note", "key": sign.key, "sign": sign.says, "text": spans(text) })
        }
        Block::KeyFigure(KeyFigure { shown, label, reading, facts }) => json!({
            "kind": "key-figure",
            "shown": shown,
            "label": label,
            "reading": spans(reading),
            "facts": terms(facts),
        }),
        Block::Cards(cards) => {
            let cards: Vec<Value> = cards.iter().map(|one| card(desk, page, one)).collect();
            json!({ "kind": "cards", "cards": cards })
        }
        Block::Table(rows) => json!({ "kind": "table", "table": table(desk, page, rows, false) }),
        Block::Chart(drawn) => json!({ "kind": "chart", "chart": chart(desk, page, drawn) }),
        // Files cannot be taken away from paper.
        Block::Downloads(_) | Block::Take(_) => return None,
    })
}

fn card(desk: &Desk<'_>, page: &Page, card: &Card) -> Value {
    json!({
        "title": spans(desk, page, &[Span::Link(card.link.clone())]),
        "over": card.over,
        "shown": card.shown,
        "text": spans(desk, page, &card.text),
    })
}

fn spans(desk: &Desk<'_>, page: &Page, text: &[Span]) -> Value {
    let plain = |kind: &str, text: &str| json!({ "kind": kind, "text": text });
    let one = |span: &Span| match span {
        Span::Plain(text) => plain("plain", text),
        Span::Strong(text) => plain("strong", text),
        Span::Emphasis(text) => plain("emphasis", text),
        Span::Link(link) => match target(desk, page, &link.target) {
            Some((kind, target)) => json!({ "kind": kind, "text": link.text, "target": target }),
            None => plain("plain", &link.text),
        },
    };
    text.iter().map(one).collect()
}

/// Where a link leads: to a part of the document, or out of it. None if its target stands on the site only.
fn target(desk: &Desk<'_>, page: &Page, target: &str) -> Option<(&'static str, String)> {
    if target.contains("://") || target.starts_with("mailto:") {
        return Some(("outer", target.to_owned()));
    }
    let place = match target.strip_prefix('#') {
        Some(part) => format!("{}#{part}", page.path),
        None if target.contains('#') => target.to_owned(),
        None => format!("/{target}"),
    };
    desk.known.contains(&place).then_some(("inner", place))
}

fn chart(desk: &Desk<'_>, page: &Page, chart: &Chart) -> Value {
    let explained = |notes: Vec<Explained>| {
        notes.into_iter().map(|note| json!({ "key": note.key, "says": note.says })).collect::<Vec<_>>()
    };
    let kind = match chart.drawing() {
        Drawing::Lines { .. } => "lines",
        Drawing::Bars { .. } => "bars",
        Drawing::Points { .. } => "points",
        Drawing::Map { .. } => "map",
    };
    let picture = desk.paper.chart(page, chart);
    let (svg, legend, notes) = match picture {
        Some(picture) => (Some(picture.svg), explained(picture.legend), explained(picture.notes)),
        None => (None, Vec::new(), Vec::new()),
    };
    json!({
        "kind": kind,
        "title": chart.title(),
        "says": chart.says(),
        "svg": svg,
        "legend": legend,
        "notes": notes,
        "table": table(desk, page, chart.table(), chart.table().caption == chart.title()),
    })
}

/// A column with longer texts takes part in the room that is left, by its longest text, up to the second number.
const WIDE: usize = 24;
const WIDEST: usize = 120;

/// A table; one that would only repeat the title of its chart names the chart instead.
fn table(desk: &Desk<'_>, page: &Page, table: &Table, of_chart: bool) -> Value {
    let heads = table.heads.iter().enumerate().map(|(column, head)| {
        let text = |row: &Row| match column.checked_sub(1).map(|place| row.cells.get(place)) {
            None => length(&row.head),
            Some(Some(Cell::Text(text))) => length(text),
            Some(_) => 0,
        };
        let longest = table.rows.iter().map(text).max().unwrap_or(0);
        let share = if longest > WIDE { longest.min(WIDEST) } else { 0 };
        json!({ "text": head.text, "numeric": head.numeric, "share": share })
    });
    let rows = table.rows.iter().map(|row| {
        let cells: Vec<Value> = row.cells.iter().map(|one| cell(desk, page, one)).collect();
        json!({ "head": spans(desk, page, &row.head), "cells": cells })
    });
    json!({
        "caption": (!of_chart).then_some(&table.caption),
        "heads": heads.collect::<Vec<_>>(),
        "rows": rows.collect::<Vec<_>>(),
        "signs": table.signs,
    })
}

fn length(text: &[Span]) -> usize {
    let words = |span: &Span| match span {
        Span::Plain(text) | Span::Strong(text) | Span::Emphasis(text) => text.chars().count(),
        Span::Link(link) => link.text.chars().count(),
    };
    text.iter().map(words).sum()
}

fn cell(desk: &Desk<'_>, page: &Page, cell: &Cell) -> Value {
    match cell {
        Cell::Text(text) => json!({ "kind": "text", "text": spans(desk, page, text) }),
        Cell::Number { shown, look, .. } => {
            let said = rendering::said(desk.words, *look);
            let withheld = *look == Look::Withheld;
            json!({ "kind": if withheld { "withheld" } else { "number" }, "shown": shown, "said": said })
        }
        Cell::Spark(spark) => json!({ "kind": "spark", "svg": desk.paper.spark(page, spark), "says": spark.says }),
    }
}
