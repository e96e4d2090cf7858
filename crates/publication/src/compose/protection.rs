//! How the people behind the figures are protected, in words: on the page of methods for each source, in the foot of
//! tables whose figures are not the counted ones, and once on each page where something is withheld.

use std::collections::BTreeSet;

use catalogue::{
    model::{Audience, Source},
    names::SourceName,
};
use release::Protection;

use super::{Desk, link, plain};
use crate::{
    page::{Block, Cell, Drawing, Look, NoteKind, Page, Span, Table, Text},
    wording::Wording,
};

/// The part of the page of methods: what holds for all, for whom the edition is, and each source.
pub(super) fn section(desk: &Desk<'_>) -> Block {
    let said = [desk.say("protection-intro"), desk.say("withheld-sentence"), for_whom(desk)];
    let mut blocks: Vec<Block> = said.map(|text| Block::Paragraph(plain(text))).into();
    let source = |source: &Source| Block::Section {
        id: part_of(&source.name),
        heading: desk.wording.text(&source.title).to_owned(),
        blocks: vec![Block::Terms(vec![
            desk.term("protection-rule", rule(desk, source)),
            desk.term("protection-delivered", delivered(desk, source)),
            desk.term("protection-questions", questions(desk, source)),
        ])],
    };
    blocks.extend(desk.catalogue.sources.values().map(source));
    desk.section("protection", blocks)
}

/// The anchor of a source in [`section`].
fn part_of(source: &SourceName) -> String {
    format!("protection-{source}")
}

/// How the figures of a source were protected, with the way to all that is said of it.
pub(super) fn summary(desk: &Desk<'_>, source: &Source) -> Text {
    let more = desk.wording.say("protection-more", &[("source", desk.wording.text(&source.title).into())]);
    let target = format!("methods#{}", part_of(&source.name));
    vec![Span::Plain(format!("{} ", rule(desk, source))), Span::Link(link(more, target))]
}

/// How the figures of a source were protected, as the release says it.
fn rule(desk: &Desk<'_>, source: &Source) -> String {
    match method(desk, &source.name) {
        Some(Protection::AlreadyPublic) => desk.say("protection-already-public"),
        Some(Protection::Refusal) => desk.say("protection-refusal"),
        Some(Protection::Suppression) => desk.say("protection-suppression"),
        Some(Protection::CellKey { variance_thousandths, bound }) => {
            noise(desk, "protection-cell-key", f64::from(variance_thousandths) / 1000.0, bound)
        }
        Some(Protection::Rounding { base }) => rounding(desk, "protection-rounding", base),
        None => desk.say("protection-not-released"),
    }
}

fn method(desk: &Desk<'_>, source: &SourceName) -> Option<Protection> {
    desk.measures.protection.iter().find(|(name, _)| name == source).map(|(_, method)| *method)
}

/// A sentence about noise: its bound and how far a figure typically lies off, which is the root of the variance.
fn noise(desk: &Desk<'_>, key: &str, variance: f64, bound: u32) -> String {
    let (bound, typical) = (desk.wording.count(bound as usize), desk.wording.deviation(variance));
    desk.wording.say(key, &[("bound", (&bound).into()), ("typical", (&typical).into())])
}

fn rounding(desk: &Desk<'_>, key: &str, base: u32) -> String {
    desk.wording.say(key, &[("base", (&desk.wording.count(base as usize)).into())])
}

/// What the office that delivered the figures had done to them before.
fn delivered(desk: &Desk<'_>, source: &Source) -> String {
    let mut sentences = Vec::new();
    if let Some(done) = &source.delivered {
        if let Some(minimum) = done.suppressed_below {
            let minimum = desk.wording.count(minimum as usize);
            sentences.push(desk.wording.say("delivered-suppressed", &[("minimum", (&minimum).into())]));
        }
        sentences.extend(done.rounded_to.map(|base| rounding(desk, "delivered-rounded", base)));
        sentences.extend(done.noise.map(|done| noise(desk, "delivered-noise", done.variance, done.bound)));
    }
    if sentences.is_empty() { desk.say("delivered-nothing") } else { sentences.join(" ") }
}

/// Who can be asked: who holds the data, and who publishes.
fn questions(desk: &Desk<'_>, source: &Source) -> String {
    let (provider, contact) = (&source.provider, &desk.catalogue.monitoring.contact);
    let args = [("provider", desk.wording.text(provider).into()), ("contact", desk.wording.text(contact).into())];
    desk.wording.say("protection-questions-sentence", &args)
}

/// What is said below a table about sources whose figures are not exactly what was counted.
pub(super) fn foot(desk: &Desk<'_>, sources: &BTreeSet<SourceName>) -> Vec<String> {
    let mut said = Vec::new();
    for source in sources.iter().filter_map(|name| desk.catalogue.sources.get(name)) {
        let title = desk.wording.text(&source.title);
        let mut say = |key: &str, number: u32| {
            let number = desk.wording.count(number as usize);
            said.push(desk.wording.say(key, &[("source", title.into()), ("number", (&number).into())]));
        };
        let (mut bound, mut base) = (None, None);
        if let Some(done) = &source.delivered {
            (bound, base) = (done.noise.map(|noise| noise.bound), done.rounded_to);
        }
        match method(desk, &source.name) {
            // Noise on noise lies as far off as both together.
            Some(Protection::CellKey { bound: own, .. }) => bound = Some(own.saturating_add(bound.unwrap_or(0))),
            Some(Protection::Rounding { base: own }) => base = base.max(Some(own)),
            _ => {}
        }
        if let Some(bound) = bound {
            say("foot-noise", bound);
        }
        if let Some(base) = base {
            say("foot-rounded", base);
        }
    }
    said
}

/// For whom an edition is.
fn for_whom(desk: &Desk<'_>) -> String {
    let edition = desk.facts.edition;
    if let Some(readers) = &edition.readers {
        let key =
            if edition.audience == Audience::Public { "edition-for-readers-public" } else { "edition-for-readers" };
        return desk.wording.say(key, &[("readers", desk.wording.text(readers).into())]);
    }
    desk.say(match edition.audience {
        Audience::Public => "edition-for-public",
        Audience::Council => "edition-for-council",
        Audience::Administration => "edition-for-administration",
    })
}

/// Puts on a page what has to be said once: for whom it is, if not for everyone; what a withheld figure is, if one
/// stands on it. Both stand before the first part of the page.
pub(super) fn say_once(desk: &Desk<'_>, page: &mut Page) {
    let mut notes = Vec::new();
    if desk.facts.edition.audience != Audience::Public {
        notes.push(Block::Note { kind: NoteKind::Caution, text: plain(for_whom(desk)) });
    }
    notes.extend(note(&desk.wording, &page.blocks));
    let first = page.blocks.iter().position(|block| matches!(block, Block::Section { .. }));
    let place = first.unwrap_or(page.blocks.len());
    page.blocks.splice(place..place, notes);
}

/// What a withheld figure is, if one stands in these blocks.
pub(super) fn note(wording: &Wording<'_>, blocks: &[Block]) -> Option<Block> {
    withheld(blocks, &wording.say("said-withheld", &[])).then(|| {
        let more = Span::Link(link(wording.say("withheld-more", &[]), "methods#protection"));
        let text = vec![Span::Plain(format!("{} ", wording.say("withheld-sentence", &[]))), more];
        Block::Note { kind: NoteKind::Information, text }
    })
}

/// Whether a figure on a page is withheld. In tables and drawings it is marked; leading figures and cards say it in words.
fn withheld(blocks: &[Block], said: &str) -> bool {
    blocks.iter().any(|block| match block {
        Block::Section { blocks, .. } => withheld(blocks, said),
        Block::KeyFigure(figure) => figure.shown == said,
        Block::Cards(cards) => cards.iter().any(|card| card.shown.as_deref() == Some(said)),
        Block::Table(table) => in_table(table),
        Block::Chart(chart) => in_table(chart.table()) || in_drawing(chart.drawing()),
        _ => false,
    })
}

fn in_table(table: &Table) -> bool {
    let mut cells = table.rows.iter().flat_map(|row| &row.cells);
    cells.any(|cell| matches!(cell, Cell::Number { look: Look::Withheld, .. }))
}

fn in_drawing(drawing: &Drawing) -> bool {
    let withheld = |look: Look| look == Look::Withheld;
    match drawing {
        Drawing::Lines { series, .. } => series.iter().flat_map(|one| &one.points).any(|point| withheld(point.look)),
        Drawing::Bars { bars, .. } => bars.iter().any(|bar| withheld(bar.point.look)),
        Drawing::Map { areas, .. } => areas.iter().any(|area| withheld(area.look)),
        Drawing::Points { .. } => false,
    }
}
