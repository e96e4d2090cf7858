//! The page of an indicator: question, figure, development, groups, areas, interpretation, definition, source.

use catalogue::{
    Period,
    model::{Group, Indicator, Polarity},
};

use release::Mark;

use super::{Desk, changes::answer_said, corrections, definition, goals, groups, history, link, map, plain, series};
use crate::{
    assess::{Answer, Question, Verdict},
    fill,
    measure::{Figure, Shown, sources},
    page::{Block, KeyFigure, NoteKind, Page, Text},
};

pub(super) fn page(desk: &Desk<'_>, indicator: &Indicator) -> Page {
    let title = desk.wording.text(&indicator.title);
    let latest = desk.measures.latest(&indicator.name, &desk.catalogue.whole().code, &Group::new());
    let mut blocks: Vec<Block> = history::note(desk, indicator).into_iter().collect();
    blocks.extend(corrections::notes(desk, indicator));
    if let Some(question) = &indicator.question {
        blocks.push(Block::Lead(plain(desk.wording.text(question))));
    }
    blocks.push(key_figure(desk, indicator, latest));
    if let Some((period, figure)) = latest {
        blocks.extend(cautions(desk, indicator, figure));
        blocks.extend(later(desk, indicator, period));
    }
    blocks.push(goals::section(desk, indicator));
    blocks.extend(series::section(desk, indicator));
    blocks.extend(groups::section(desk, indicator));
    blocks.extend(map::section(desk, indicator));
    let interpretation = match desk.catalogue.texts.interpretations.get(&indicator.name) {
        Some(text) => desk.prose(Some(indicator), text),
        None => vec![Block::Paragraph(plain(desk.say("interpretation-none")))],
    };
    blocks.push(desk.section("interpretation", interpretation));
    blocks.push(desk.section("definition", definition::definition(desk, indicator)));
    let sources = sources(indicator).into_iter().filter_map(|name| desk.catalogue.sources.get(name));
    blocks.push(desk.section("source", sources.map(|source| definition::source(desk, source)).collect()));
    blocks.push(desk.section("downloads", downloads(desk, indicator)));
    let (said, period) = desk.latest_said(indicator);
    Page {
        path: format!("i/{}", indicator.name),
        language: desk.wording.language(),
        title: title.to_owned(),
        summary: match period {
            Some(period) => format!("{title}, {}, {period}: {said}", desk.catalogue.whole().name),
            None => format!("{title}, {}: {said}", desk.catalogue.whole().name),
        },
        trail: trail(desk, indicator),
        blocks,
    }
}

fn trail(desk: &Desk<'_>, indicator: &Indicator) -> Vec<crate::page::Link> {
    let field = desk.catalogue.fields.iter().find(|field| field.name == indicator.field);
    let field = field.map(|field| link(desk.wording.text(&field.title), format!("f/{}", field.name)));
    std::iter::once(desk.start_link()).chain(field).collect()
}

fn key_figure(desk: &Desk<'_>, indicator: &Indicator, latest: Option<(Period, &Figure)>) -> Block {
    let whole = desk.catalogue.whole();
    let title = desk.wording.text(&indicator.title);
    let (said, period) = desk.latest_said(indicator);
    let label = match period {
        Some(period) => format!("{title}, {}, {period}", whole.name),
        None => format!("{title}, {}", whole.name),
    };
    let shown = match latest.and_then(|(_, figure)| Some((figure, figure.value()?))) {
        Some((figure, value)) => desk.wording.figure(indicator, figure, value),
        None => said,
    };
    let reading: Text = match latest.and_then(|(_, figure)| figure.value()) {
        Some(_) => {
            let template = indicator.reading.get(desk.wording.language());
            plain(fill::sentence(&desk.wording, desk.measures, indicator, template))
        }
        None if matches!(latest, Some((_, Figure { shown: Shown::Withheld, .. }))) => {
            plain(desk.say("reading-withheld"))
        }
        None => plain(desk.say("reading-none")),
    };
    Block::KeyFigure(KeyFigure { shown, label, reading, facts: facts(desk, indicator) })
}

/// Change against the base period and the period before, perspective, agreed direction, scope for action.
fn facts(desk: &Desk<'_>, indicator: &Indicator) -> Vec<(String, Text)> {
    let (whole, everyone) = (&desk.catalogue.whole().code, Group::new());
    let base = desk.measures.change_since_base(indicator, whole, &everyone);
    let previous = desk.measures.change_since_previous(indicator, whole, &everyone);
    let mut facts = Vec::new();
    let kind = desk.wording.period_kind(indicator);
    let same = base.zip(previous).is_some_and(|(base, previous)| base.from == previous.from);
    for change in base.into_iter().chain(previous.filter(|_| !same)) {
        let from = desk.wording.period_short(kind, change.from);
        let mut text = desk.wording.difference(indicator, change.difference);
        if !change.reliable {
            text = desk.wording.marked(text, Mark::Uncertain);
        }
        if let Some(answer) = answer_since(desk, indicator, change.from) {
            text = format!("{text} ({})", answer_said(desk, answer));
        }
        facts.push((desk.wording.say("fact-change", &[("from", (&from).into())]), plain(text)));
    }
    facts.push(desk.term("fact-perspective", desk.say(definition::perspective(indicator.perspective))));
    if indicator.polarity != Polarity::None {
        facts.push(desk.term("fact-polarity", desk.say(definition::polarity(indicator.polarity))));
    }
    facts.push(desk.term("fact-steering", desk.say(definition::steering(indicator.steering))));
    facts
}

/// What can be said of a change up to the latest figure.
fn answer_since(desk: &Desk<'_>, indicator: &Indicator, since: Period) -> Option<Answer> {
    let page = desk.assessments.page(&indicator.name, &desk.catalogue.whole().code)?;
    let asked = |verdict: &&Verdict| match &verdict.question {
        Question::SincePrevious { group, from, .. } | Question::SinceBase { group, from, .. } => {
            group.is_empty() && *from == since
        }
        _ => false,
    };
    page.verdicts.iter().find(asked).map(|verdict| verdict.answer)
}

/// What is to be known about the leading figure.
fn cautions(desk: &Desk<'_>, indicator: &Indicator, figure: &Figure) -> Option<Block> {
    let note = |kind, text: String| Some(Block::Note { kind, text: plain(text) });
    match figure.shown {
        Shown::Unreliable { .. } if definition::has_base(indicator) => {
            let minimum = desk.wording.count(indicator.reliable_minimum as usize);
            let text = desk.wording.say("caution-small-base", &[("minimum", (&minimum).into())]);
            note(NoteKind::Caution, text)
        }
        Shown::Unreliable { .. } => note(NoteKind::Caution, desk.say("caution-unreliable")),
        Shown::Value { mark: Mark::Provisional, .. } => note(NoteKind::Information, desk.say("note-provisional")),
        Shown::Value { mark: Mark::Revised, .. } => note(NoteKind::Information, desk.say("note-revised")),
        Shown::Value { mark: Mark::Estimated, .. } => note(NoteKind::Information, desk.say("note-estimated")),
        _ => None,
    }
}

/// That there is a later period, but no number for it.
fn later(desk: &Desk<'_>, indicator: &Indicator, shown: Period) -> Option<Block> {
    let series = desk.measures.series(&indicator.name, &desk.catalogue.whole().code, &Group::new());
    let (period, figure) = series.last().filter(|(period, _)| *period > shown)?;
    let label = desk.wording.period(desk.wording.period_kind(indicator), *period);
    let said = desk.wording.said(indicator, Some(figure));
    let text = desk.wording.say("note-later", &[("period", (&label).into()), ("said", (&said).into())]);
    Some(Block::Note { kind: NoteKind::Information, text: plain(text) })
}

fn downloads(desk: &Desk<'_>, indicator: &Indicator) -> Vec<Block> {
    let file = |key: &str, ending: &str| link(desk.say(key), format!("i/{}.{ending}", indicator.name));
    let mut files = vec![file("download-csv", "csv"), file("download-json", "json")];
    // The other formats are written of figures; without any there is nothing to describe.
    if desk.measures.all(&indicator.name).next().is_some() {
        files.extend([
            file("download-csv-german", "de.csv"),
            file("download-csv-metadata", "csv-metadata.json"),
            link(
                desk.say("download-json-stat"),
                format!("{}i/{}.json-stat.json", super::data::own_folder(desk), indicator.name),
            ),
            file("download-sdmx", "sdmx.csv"),
            file("download-px", "px"),
        ]);
    }
    vec![
        Block::Paragraph(plain(
            desk.wording.say("downloads-intro", &[("licence", (&desk.catalogue.monitoring.licence).into())]),
        )),
        Block::Downloads(files),
    ]
}
