//! For the administration: each office that delivers, when its next delivery is due, and how complete its figures are.

use std::collections::BTreeMap;

use catalogue::{
    Period,
    model::{Group, Indicator, Source},
};

use super::{
    Desk, link,
    parts::{Signs, numbers, words},
    plain,
};
use crate::{
    measure::{Figure, Shown, sources},
    page::{Block, Cell, Look, Page, Row, Span, Table},
};

/// Where the page lies.
pub(super) const PATH: &str = "departments";

/// The sources of each office, by its name on the page.
type Offices<'a> = BTreeMap<&'a str, Vec<&'a Source>>;

pub(super) fn page(desk: &Desk<'_>) -> Page {
    let mut offices: Offices<'_> = BTreeMap::new();
    for source in desk.catalogue.sources.values().filter(|source| behind_which(desk, &[source]).next().is_some()) {
        offices.entry(desk.wording.text(&source.provider)).or_default().push(source);
    }
    let mut blocks = vec![Block::Lead(plain(desk.say("departments-lead")))];
    for (number, (office, sources)) in offices.iter().enumerate() {
        let about = |key: &str| desk.wording.say(key, &[("office", (*office).into())]);
        blocks.push(Block::Section {
            id: format!("office-{}", number + 1),
            heading: (*office).to_owned(),
            blocks: vec![
                Block::Table(deadlines(desk, about("departments-deliveries-table"), sources)),
                Block::Table(quality(desk, about("departments-figures-table"), sources)),
            ],
        });
    }
    Page {
        path: PATH.to_owned(),
        language: desk.wording.language(),
        title: desk.say("departments-page"),
        summary: desk.say("departments-lead"),
        trail: vec![desk.start_link(), link(desk.say("data-page"), "data")],
        blocks,
    }
}

/// The current indicators behind which one of these sources stands.
fn behind_which<'a>(desk: &Desk<'a>, of: &[&Source]) -> impl Iterator<Item = &'a Indicator> {
    let current = desk.catalogue.indicators.iter().filter(|indicator| indicator.retired.is_none());
    current.filter(move |indicator| of.iter().any(|source| sources(indicator).contains(&&source.name)))
}

/// What each source has delivered last, and until when it delivers next.
fn deadlines(desk: &Desk<'_>, caption: String, sources: &[&Source]) -> Table {
    let row = |source: &&Source| {
        let of_source = desk.measures.deliveries.iter().filter(|note| note.source == source.name);
        let last = of_source.max_by_key(|note| (note.last, note.received.as_str()));
        let period = |period| desk.wording.period_short(source.periods, period);
        let next = match (source.due, last) {
            (None, _) | (_, None) => desk.say("departments-no-deadline"),
            (Some(due), Some(last)) => {
                let next = Period::year_of(last.last.year() + i16::from(due.every));
                let until = format!("{:04}-{:02}-{:02}", next.year() + 1, due.month, due.day);
                let (next, until) = (period(next), desk.wording.date(&until));
                desk.wording.say("departments-deadline", &[("period", (&next).into()), ("date", (&until).into())])
            }
        };
        let said = |text: Option<String>| Cell::Text(plain(text.unwrap_or_else(|| desk.say("departments-nothing"))));
        Row {
            head: vec![Span::Link(link(desk.wording.text(&source.title), format!("methods#source-{}", source.name)))],
            cells: vec![
                said(last.map(|note| period(note.last))),
                said(last.map(|note| desk.wording.date(&note.received))),
                Cell::Text(plain(desk.wording.text(&source.periodicity))),
                Cell::Text(plain(next)),
            ],
        }
    };
    let heads = ["head-source", "head-last-period", "head-received", "head-periodicity", "head-due"];
    Table {
        caption,
        heads: heads.map(|key| words(desk.say(key))).to_vec(),
        rows: sources.iter().map(row).collect(),
        signs: Vec::new(),
    }
}

/// How the newest figures of each indicator stand, over all its areas and groups.
#[derive(Default)]
struct Quality {
    all: usize,
    /// Provisional or estimated.
    open: usize,
    /// Over few persons, or marked as uncertain.
    unreliable: usize,
    withheld: usize,
    /// Not there yet.
    pending: usize,
}

impl Quality {
    fn add(&mut self, figure: &Figure) {
        use release::Mark;
        self.all += 1;
        match figure.shown {
            Shown::Value { mark: Mark::Provisional | Mark::Estimated, .. } => self.open += 1,
            Shown::Value { mark: Mark::Uncertain, .. } | Shown::Unreliable { .. } => self.unreliable += 1,
            Shown::Withheld => self.withheld += 1,
            Shown::Pending => self.pending += 1,
            Shown::Value { .. } | Shown::Nothing | Shown::Senseless => {}
        }
    }
}

fn quality(desk: &Desk<'_>, caption: String, of: &[&Source]) -> Table {
    let mut signs = Signs::default();
    let mut rows = Vec::new();
    for indicator in behind_which(desk, of) {
        let Some(newest) = desk.measures.periods(&indicator.name).into_iter().max() else { continue };
        let mut quality = Quality::default();
        for (_, _, series) in desk.measures.all(&indicator.name) {
            series.iter().filter(|(period, _)| *period == newest).for_each(|(_, figure)| quality.add(figure));
        }
        let whole = &desk.catalogue.whole().code;
        let figure = desk.measures.figure(&indicator.name, whole, newest, &Group::new());
        let kind = desk.wording.period_kind(indicator);
        let of_head = format!(" ({}, {})", desk.wording.unit(indicator), desk.wording.period_short(kind, newest));
        let mut cells = vec![signs.figure(&desk.wording, indicator, figure)];
        let Quality { all, open, unreliable, withheld, pending } = quality;
        // Numbers of figures, not of people.
        cells.extend([all, open, unreliable, withheld, pending].map(|count| Cell::Number {
            shown: desk.wording.count(count),
            look: Look::Value,
            value: Some(count as f64),
        }));
        rows.push(Row { head: vec![Span::Link(desk.indicator_link(indicator)), Span::Plain(of_head)], cells });
    }
    let mut heads = vec![words(desk.say("head-indicator"))];
    let counts = ["head-newest-value", "head-figures", "head-open", "head-unreliable", "head-withheld", "head-pending"];
    heads.extend(counts.map(|key| numbers(desk.say(key))));
    Table { caption, heads, rows, signs: signs.explained(desk) }
}
