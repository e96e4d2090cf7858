//! The profile of an area: every indicator beside that of the municipality. Never a ranking.

use catalogue::{
    Period,
    model::{Area, Field, Group, Indicator},
};

use super::{
    Desk,
    changes::answer_said,
    parts::{Signs, difference, numbers, words},
    plain,
};
use crate::{
    assess::{Answer, Question, Verdict},
    page::{Block, Cell, Page, Row, Span, Table},
};

pub(super) fn page(desk: &Desk<'_>, area: &Area) -> Page {
    let wording = &desk.wording;
    let level = desk.catalogue.levels.iter().find(|level| level.name == area.level);
    let level = level.map_or(area.level.as_str(), |level| wording.text(&level.title));
    let is_whole = area.code == desk.catalogue.whole().code;
    let mut blocks = vec![Block::Lead(lead(desk, area, level))];
    let sections: Vec<Block> =
        desk.catalogue.fields.iter().filter_map(|field| section(desk, area, field, is_whole)).collect();
    if sections.is_empty() {
        blocks.push(Block::Paragraph(plain(desk.say("area-empty"))));
    }
    blocks.extend(sections);
    let children: Vec<_> = desk.areas().filter(|child| child.parent.as_ref() == Some(&area.code)).collect();
    if !children.is_empty() {
        let items = children.into_iter().map(|child| vec![Span::Link(desk.area_link(child))]).collect();
        blocks.push(desk.section("children", vec![Block::List { ordered: false, items }]));
    }
    Page {
        path: format!("a/{}", area.code),
        language: wording.language(),
        title: area.name.clone(),
        summary: wording.say("area-summary", &[("level", level.into()), ("name", (&area.name).into())]),
        trail: vec![desk.start_link(), super::link(desk.say("areas-page"), "areas")],
        blocks,
    }
}

/// What the area is and what it belongs to.
fn lead(desk: &Desk<'_>, area: &Area, level: &str) -> crate::page::Text {
    let mut text = vec![Span::Plain(format!("{level} {}", area.code))];
    let parent = area.parent.as_ref().and_then(|code| desk.catalogue.area(code)).filter(|parent| desk.has_page(parent));
    if let Some(parent) = parent {
        text.push(Span::Plain(format!(", {} ", desk.say("area-part-of"))));
        text.push(Span::Link(desk.area_link(parent)));
    }
    let lead = if area.code == desk.catalogue.whole().code { "area-lead-whole" } else { "area-lead" };
    text.push(Span::Plain(format!(". {}", desk.say(lead))));
    text
}

fn section(desk: &Desk<'_>, area: &Area, field: &Field, is_whole: bool) -> Option<Block> {
    let wording = &desk.wording;
    let mut signs = Signs::default();
    let rows: Vec<Row> =
        desk.catalogue.current_of(&field.name).filter_map(|one| row(desk, area, one, is_whole, &mut signs)).collect();
    if rows.is_empty() {
        return None;
    }
    let mut heads = vec![words(desk.say("head-indicator")), numbers(&area.name)];
    if !is_whole {
        heads.push(numbers(&desk.catalogue.whole().name));
    }
    if !is_whole {
        heads.push(words(desk.say("head-verdict")));
    }
    heads.push(numbers(desk.say("head-change-since")));
    heads.push(words(desk.say("head-spark")));
    let title = wording.text(&field.title).to_owned();
    let caption = format!("{title}: {}", area.name);
    let table = Table { caption, heads, rows, signs: signs.explained(desk) };
    Some(Block::Section { id: format!("f-{}", field.name), heading: title, blocks: vec![Block::Table(table)] })
}

fn row(desk: &Desk<'_>, area: &Area, indicator: &Indicator, is_whole: bool, signs: &mut Signs) -> Option<Row> {
    let (wording, everyone) = (&desk.wording, Group::new());
    let (period, figure) = desk.measures.latest(&indicator.name, &area.code, &everyone)?;
    let kind = wording.period_kind(indicator);
    let mut cells = vec![signs.figure(wording, indicator, Some(figure))];
    if !is_whole {
        let whole = desk.measures.figure(&indicator.name, &desk.catalogue.whole().code, period, &everyone);
        cells.push(signs.figure(wording, indicator, whole));
        cells.push(Cell::Text(plain(with_whole(desk, area, indicator, period))));
    }
    cells.push(match desk.measures.change_since_base(indicator, &area.code, &everyone) {
        Some(change) => match difference(wording, indicator, Some((change.difference, change.reliable))) {
            Cell::Number { shown, look, value } => {
                let from = wording.period_short(kind, change.from);
                let shown = wording.say("change-since", &[("difference", (&shown).into()), ("from", (&from).into())]);
                Cell::Number { shown, look, value }
            }
            other => other,
        },
        None => difference(wording, indicator, None),
    });
    cells.push(match desk.spark(indicator, area) {
        Some(spark) => Cell::Spark(spark),
        None => Cell::Text(plain(desk.say("no-spark"))),
    });
    let mut head = vec![Span::Link(desk.indicator_link(indicator))];
    head.push(Span::Plain(format!(" ({}, {})", wording.unit(indicator), wording.period_short(kind, period))));
    Some(Row { head, cells })
}

/// Whether the area is clearly above or below the municipality.
fn with_whole(desk: &Desk<'_>, area: &Area, indicator: &Indicator, when: Period) -> String {
    let page = desk.assessments.page(&indicator.name, &area.code);
    let asked = |verdict: &&Verdict| matches!(&verdict.question, Question::AreaAndWhole { group, period } if group.is_empty() && *period == when);
    let Some(verdict) = page.and_then(|page| page.verdicts.iter().find(asked)) else { return String::new() };
    match (verdict.answer, verdict.difference) {
        (Answer::Different, Some(difference)) if difference > 0.0 => desk.say("answer-clearly-above"),
        (Answer::Different, _) => desk.say("answer-clearly-below"),
        (answer, _) => answer_said(desk, answer),
    }
}
