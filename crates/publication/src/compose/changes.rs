//! What has changed: clear changes and gaps in sentences, then every indicator in its field.

use catalogue::model::{Field, Group, Indicator};
use statistics::Gap;

use super::{
    Desk,
    parts::{Signs, difference, numbers, words},
    plain,
};
use crate::{
    assess::{Answer, Assessment, Question, Told, Verdict, answer, clarity, convergence_sentence, trend_sentence},
    measure::Change,
    page::{Block, Cell, Page, Row, Span, Table, Text},
};

/// What can be said of the change of everyone since the period before.
pub(super) fn verdict<'a>(desk: &Desk<'a>, indicator: &Indicator) -> Option<&'a Verdict> {
    let page = page_of(desk, indicator)?;
    page.verdicts.iter().find(|one| matches!(&one.question, Question::SincePrevious { group, .. } if group.is_empty()))
}

fn page_of<'a>(desk: &Desk<'a>, indicator: &Indicator) -> Option<&'a Assessment> {
    desk.assessments.page(&indicator.name, &desk.catalogue.whole().code)
}

/// A change in words: from what to what.
fn said(desk: &Desk<'_>, indicator: &Indicator, change: &Change) -> Option<String> {
    let whole = &desk.catalogue.whole().code;
    let everyone = Group::new();
    let figure = |period| desk.measures.figure(&indicator.name, whole, period, &everyone);
    Some(desk.wording.change(indicator, change, figure(change.to)?, figure(change.from)?))
}

/// Some indicators by what can be said of their last change: risen, fallen, unclear, cannot be judged, none before.
pub(super) fn sorted<'a>(desk: &Desk<'_>, indicators: impl Iterator<Item = &'a Indicator>) -> Vec<Block> {
    let mut lists: [(&str, Vec<Text>); 5] = ["rose", "fell", "unclear", "unjudged", "alone"].map(|id| (id, Vec::new()));
    let (whole, everyone) = (&desk.catalogue.whole().code, Group::new());
    for indicator in indicators {
        let mut text: Text = vec![Span::Link(desk.indicator_link(indicator)), Span::Plain(": ".to_owned())];
        let change = desk.measures.change_since_previous(indicator, whole, &everyone);
        let Some((change, sentence)) = change.and_then(|change| Some((change, said(desk, indicator, &change)?))) else {
            let (said, period) = desk.latest_said(indicator);
            text.push(Span::Plain(period.map_or(said.clone(), |period| format!("{period}: {said}"))));
            lists[4].1.push(text);
            continue;
        };
        let verdict = verdict(desk, indicator);
        let place = match verdict.map(|verdict| verdict.answer) {
            Some(Answer::Different) if change.difference > 0.0 => 0,
            Some(Answer::Different) => 1,
            Some(Answer::NotClearlyDifferent) => 2,
            Some(Answer::CannotBeJudged(_)) | None => 3,
        };
        text.push(Span::Plain(match verdict.filter(|_| place == 3) {
            Some(verdict) => format!("{sentence} {}", clarity(&desk.wording, indicator, verdict)),
            None => sentence,
        }));
        lists[place].1.push(text);
    }
    let lists = lists.into_iter().filter(|(_, items)| !items.is_empty());
    lists.map(|(id, items)| desk.section(id, vec![Block::List { ordered: false, items }])).collect()
}

pub(super) fn page(desk: &Desk<'_>) -> Page {
    let mut blocks = vec![Block::Lead(plain(desk.say("changes-lead")))];
    blocks.extend(super::corrections::section(desk));
    blocks.push(desk.section("changes", sorted(desk, desk.catalogue.current())));
    let gaps: Vec<Text> = desk.catalogue.current().flat_map(|indicator| gaps(desk, indicator)).collect();
    if !gaps.is_empty() {
        let list = Block::List { ordered: false, items: gaps };
        blocks.push(desk.section("gaps", vec![Block::Paragraph(plain(desk.say("gaps-about"))), list]));
    }
    let tables = desk.catalogue.fields.iter().filter_map(|field| table(desk, field)).map(Block::Table).collect();
    blocks.push(desk.section("developments", tables));
    Page {
        path: "changes".to_owned(),
        language: desk.wording.language(),
        title: desk.say("changes-page"),
        summary: desk.say("changes-lead"),
        trail: vec![desk.start_link()],
        blocks,
    }
}

/// Gaps between groups that clearly close, widen or turn.
fn gaps(desk: &Desk<'_>, indicator: &Indicator) -> Vec<Text> {
    let converging = page_of(desk, indicator).map_or(&[][..], |page| page.convergences.as_slice());
    // Of crossed groups there are too many pairs for a list.
    let clear = converging.iter().filter(|one| one.one.len() == 1).filter(|one| {
        matches!(one.found.as_ref().map(|found| found.gap), Ok(Gap::Closing | Gap::Widening | Gap::Crossed))
    });
    clear
        .map(|one| {
            let said = convergence_sentence(&desk.wording, Told::OnPage, one);
            vec![Span::Link(desk.indicator_link(indicator)), Span::Plain(format!(": {said}"))]
        })
        .collect()
}

/// Each indicator of a field with its last change and its development.
fn table(desk: &Desk<'_>, field: &Field) -> Option<Table> {
    let mut signs = Signs::default();
    let rows: Vec<Row> =
        desk.catalogue.current_of(&field.name).filter_map(|indicator| row(desk, indicator, &mut signs)).collect();
    let caption = desk.wording.text(&field.title).to_owned();
    let heads = vec![
        words(desk.say("head-indicator")),
        numbers(desk.say("head-latest")),
        numbers(desk.say("head-since-previous")),
        words(desk.say("head-verdict")),
        words(desk.say("head-trend")),
    ];
    (!rows.is_empty()).then(|| Table { caption, heads, rows, signs: signs.explained(desk) })
}

fn row(desk: &Desk<'_>, indicator: &Indicator, signs: &mut Signs) -> Option<Row> {
    let (wording, whole, everyone) = (&desk.wording, &desk.catalogue.whole().code, Group::new());
    let (period, figure) = desk.measures.latest(&indicator.name, whole, &everyone)?;
    let change = desk.measures.change_since_previous(indicator, whole, &everyone);
    let trend = page_of(desk, indicator).and_then(|page| page.trends.iter().find(|one| one.group.is_empty()));
    let label = wording.period_short(wording.period_kind(indicator), period);
    let head = vec![
        Span::Link(desk.indicator_link(indicator)),
        Span::Plain(format!(" ({}, {label})", wording.unit(indicator))),
    ];
    let cells = vec![
        signs.figure(wording, indicator, Some(figure)),
        difference(wording, indicator, change.map(|change| (change.difference, change.reliable))),
        Cell::Text(plain(verdict(desk, indicator).map_or_else(String::new, |one| answer_said(desk, one.answer)))),
        Cell::Text(plain(trend.map_or_else(String::new, |trend| trend_sentence(wording, Told::OnPage, trend)))),
    ];
    Some(Row { head, cells })
}

/// An answer in a word or three.
pub(super) fn answer_said(desk: &Desk<'_>, given: Answer) -> String {
    desk.say(&format!("answer-{}", answer(given)))
}
