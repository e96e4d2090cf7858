//! How the set of indicators changed, for everyone: what was taken in, changed, merged and retired, by whom and why.

use super::{Desk, link, parts::words, plain};
use crate::{
    page::{Block, Cell, NoteKind, Row, Span, Table, Text},
    review::{Logged, log, say},
};
use catalogue::model::{Decided, Indicator, Retired};

/// The change log; none while nothing has changed.
pub(super) fn section(desk: &Desk<'_>) -> Option<Block> {
    let wording = &desk.wording;
    let log = log(desk.catalogue);
    if log.is_empty() {
        return None;
    }
    let rows = log.into_iter().map(|entry| {
        let name = &entry.indicator;
        let what = match &entry.what {
            Logged::Decided(what) => say::decided(wording, what),
            Logged::Retired => say::decided(wording, &Decided::Retire),
        };
        let mut head = vec![Span::Link(link(say::title(wording, name), format!("i/{name}")))];
        head.push(Span::Plain(format!(", {}", wording.date(&entry.on.to_string()))));
        let by = entry.by.as_ref().map_or("", |by| wording.text(by));
        Row { head, cells: [&what, by, wording.text(&entry.reason)].map(|text| Cell::Text(plain(text))).to_vec() }
    });
    let table = Table {
        caption: desk.say("set-changes-table"),
        heads: ["head-indicator", "head-change-of-set", "head-by", "head-because"]
            .map(|key| words(desk.say(key)))
            .to_vec(),
        rows: rows.collect(),
        signs: Vec::new(),
    };
    let mut blocks = vec![Block::Paragraph(plain(desk.say("set-changes-intro"))), Block::Table(table)];
    let retired: Vec<Text> = desk
        .catalogue
        .indicators
        .iter()
        .filter_map(|indicator| {
            let mut text = vec![Span::Link(desk.indicator_link(indicator)), Span::Plain(": ".to_owned())];
            text.extend(sentence(desk, indicator.retired.as_ref()?));
            Some(text)
        })
        .collect();
    if !retired.is_empty() {
        blocks.push(desk.section("retired", vec![Block::List { ordered: false, items: retired }]));
    }
    Some(desk.section("set-changes", blocks))
}

/// The note on the page of an indicator that is no longer continued.
pub(super) fn note(desk: &Desk<'_>, indicator: &Indicator) -> Option<Block> {
    let text = sentence(desk, indicator.retired.as_ref()?);
    Some(Block::Note { kind: NoteKind::Caution, text })
}

/// Since when and why an indicator is no longer continued, and which one takes its place.
fn sentence(desk: &Desk<'_>, retired: &Retired) -> Text {
    let on = desk.wording.date(&retired.on.to_string());
    let reason = desk.wording.text(&retired.reason);
    let mut text = plain(desk.wording.say("retired-sentence", &[("on", (&on).into()), ("reason", reason.into())]));
    if let Some(successor) = &retired.successor {
        text.push(Span::Plain(format!(" {} ", desk.say("retired-successor"))));
        text.push(Span::Link(link(say::title(&desk.wording, successor), format!("i/{successor}"))));
    }
    text
}

/// The indicators of a list that are no longer continued, as links.
pub(super) fn retired_of<'a>(desk: &Desk<'a>, indicators: impl Iterator<Item = &'a Indicator>) -> Option<Block> {
    let gone = indicators.filter(|indicator| indicator.retired.is_some());
    let items: Vec<Text> = gone.map(|indicator| vec![Span::Link(desk.indicator_link(indicator))]).collect();
    (!items.is_empty()).then(|| desk.section("retired", vec![Block::List { ordered: false, items }]))
}
