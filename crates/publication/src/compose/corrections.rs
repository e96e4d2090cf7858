//! Mistakes that were found and mended after publication: a note where they stood, and a list of all.

use catalogue::model::{Correction, Indicator};

use super::{Desk, link};
use crate::page::{Block, NoteKind, Span, Text};

/// The notes on the page of an indicator, the latest first.
pub(super) fn notes(desk: &Desk<'_>, indicator: &Indicator) -> Vec<Block> {
    latest_first(desk)
        .filter(|correction| correction.indicators.contains(&indicator.name))
        .map(|correction| Block::Note { kind: NoteKind::Caution, text: vec![Span::Plain(said(desk, correction))] })
        .collect()
}

/// All corrections with what they concern.
pub(super) fn section(desk: &Desk<'_>) -> Option<Block> {
    let item = |correction: &Correction| -> Text {
        let mut text = vec![Span::Plain(said(desk, correction))];
        let of = |name| desk.catalogue.indicator(name).map(|one| desk.indicator_link(one));
        for indicator in correction.indicators.iter().filter_map(of) {
            text.extend([Span::Plain(" ".to_owned()), Span::Link(indicator)]);
        }
        text
    };
    let items: Vec<Text> = latest_first(desk).map(item).collect();
    if items.is_empty() {
        return None;
    }
    let data = vec![Span::Link(link(desk.say("corrections-data"), "corrections.json"))];
    Some(desk.section("corrections", vec![Block::List { ordered: false, items }, Block::Paragraph(data)]))
}

fn latest_first<'a>(desk: &Desk<'a>) -> impl Iterator<Item = &'a Correction> {
    let mut all: Vec<&Correction> = desk.catalogue.corrections.iter().collect();
    all.sort_by(|one, other| other.on.cmp(&one.on));
    all.into_iter()
}

fn said(desk: &Desk<'_>, correction: &Correction) -> String {
    desk.wording.say(
        "correction-said",
        &[
            ("on", (&desk.wording.date(&correction.on)).into()),
            ("text", desk.wording.text(&correction.text).into()),
            ("reason", desk.wording.text(&correction.reason).into()),
        ],
    )
}
