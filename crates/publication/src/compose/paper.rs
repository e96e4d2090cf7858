//! What an edition says before its figures: a foreword, and the paper by which it comes before a committee.

use catalogue::model::{Indicator, Paper, Steering};

use super::{Desk, definition, link, plain};
use crate::page::{Block, Page, Span, Text};

/// The foreword and the way to the paper; nothing where an edition has neither.
pub(super) fn opening(desk: &Desk<'_>) -> Vec<Block> {
    let edition = desk.facts.edition;
    let foreword = edition.foreword.as_ref().map(|foreword| {
        let paragraphs = desk.wording.text(foreword).split("\n\n").map(str::trim).filter(|text| !text.is_empty());
        desk.section("foreword", paragraphs.map(|text| Block::Paragraph(plain(text))).collect())
    });
    let paper = edition.paper.as_ref().map(|paper| {
        let subject = link(desk.wording.text(&paper.subject), "paper");
        desk.section("paper", vec![Block::Paragraph(vec![Span::Link(subject)])])
    });
    foreword.into_iter().chain(paper).collect()
}

/// The fields of a committee's template, what is asked, and what the municipality can steer (R077).
pub(super) fn page(desk: &Desk<'_>, paper: &Paper) -> Page {
    let text = |text| desk.wording.text(text);
    let number = paper.number.as_ref().map(|number| desk.term("paper-number", number));
    let date = paper.date.as_ref().map(|date| desk.term("paper-date", desk.wording.date(date)));
    let costs = paper.financial_effects.as_ref().map(|costs| desk.term("paper-financial-effects", text(costs)));
    let terms = number.into_iter().chain(date).chain([desk.term("paper-subject", text(&paper.subject))]).chain(costs);
    let mut blocks = vec![Block::Terms(terms.collect())];
    if !paper.decisions.is_empty() {
        let items = paper.decisions.iter().map(|decision| plain(text(decision))).collect();
        blocks.push(desk.section("decisions", vec![Block::List { ordered: true, items }]));
    }
    blocks.push(desk.section("steering", steering(desk)));
    Page {
        path: "paper".to_owned(),
        language: desk.wording.language(),
        title: desk.say("paper-page"),
        summary: text(&paper.subject).to_owned(),
        trail: vec![desk.start_link()],
        blocks,
    }
}

/// All indicators by how far the municipality can act, with their latest figures.
fn steering(desk: &Desk<'_>) -> Vec<Block> {
    let item = |indicator: &Indicator| -> Text {
        let (said, period) = desk.latest_said(indicator);
        let said = period.map_or(said.clone(), |period| format!("{period}: {said}"));
        vec![Span::Link(desk.indicator_link(indicator)), Span::Plain(format!(": {said}"))]
    };
    let mut blocks = Vec::new();
    for way in [Steering::Own, Steering::Shared, Steering::None] {
        let items: Vec<Text> = desk.catalogue.current().filter(|one| one.steering == way).map(item).collect();
        if !items.is_empty() {
            blocks.push(Block::Paragraph(vec![Span::Strong(desk.say(definition::steering(way)))]));
            blocks.push(Block::List { ordered: false, items });
        }
    }
    blocks
}
