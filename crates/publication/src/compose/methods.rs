//! Methods and definitions: what is shown, how it is computed and protected, what the signs mean.

use super::{
    Desk, definition, definitions, history, link,
    parts::{KEYS, words},
    plain, protection,
};
use crate::page::{Block, Cell, Page, Row, Span, Table};

pub(super) fn page(desk: &Desk<'_>) -> Page {
    let minimum = desk.wording.count(desk.catalogue.monitoring.reliable_minimum as usize);
    let reliable = desk.wording.say("reliable-sentence", &[("minimum", (&minimum).into())]);
    let compared =
        ["methods-change", "methods-gap", "methods-parts", "methods-no-ranking"].map(|key| plain(desk.say(key)));
    let judged = ["methods-answers", "methods-chance", "methods-family", "methods-trend", "methods-formulas"]
        .map(|key| plain(desk.say(key)));
    let mut blocks = vec![
        Block::Lead(plain(desk.say("methods-lead"))),
        desk.section("indicator-list", vec![Block::Table(indicators(desk))]),
        desk.section("variables", variables(desk)),
        desk.section("comparison", vec![Block::List { ordered: false, items: compared.to_vec() }]),
        desk.section("judgement", vec![Block::List { ordered: false, items: judged.to_vec() }]),
        desk.section(
            "signs",
            vec![
                Block::List { ordered: false, items: KEYS.iter().map(|key| plain(desk.say(key))).collect() },
                Block::Paragraph(plain(reliable)),
            ],
        ),
        protection::section(desk),
        desk.section(
            "sources",
            desk.catalogue.sources.values().map(|source| definition::source(desk, source)).collect(),
        ),
    ];
    if definitions::crossings(desk.catalogue).next().is_some() {
        blocks.push(Block::Paragraph(vec![Span::Link(link(desk.say("definitions-page"), "definitions"))]));
    }
    blocks.extend(history::section(desk));
    if desk.facts.edition.review {
        blocks.push(Block::Paragraph(vec![Span::Link(link(desk.say("review-page"), "review"))]));
    }
    Page {
        path: "methods".to_owned(),
        language: desk.wording.language(),
        title: desk.say("methods-page"),
        summary: desk.say("methods-lead"),
        trail: vec![desk.start_link()],
        blocks,
    }
}

fn indicators(desk: &Desk<'_>) -> Table {
    let row = |indicator| Row {
        head: vec![Span::Link(desk.indicator_link(indicator))],
        cells: vec![
            Cell::Text(plain(desk.say(definition::kind(indicator)))),
            Cell::Text(plain(definition::formula(desk, indicator))),
            Cell::Text(plain(desk.say(definition::perspective(indicator.perspective)))),
        ],
    };
    Table {
        caption: desk.say("methods-table"),
        heads: ["head-indicator", "head-kind", "term-formula", "fact-perspective"]
            .map(|key| words(desk.say(key)))
            .to_vec(),
        rows: desk.catalogue.indicators.iter().map(row).collect(),
        signs: Vec::new(),
    }
}

/// Each variable with its reason, its definition and its categories.
fn variables(desk: &Desk<'_>) -> Vec<Block> {
    let section = |variable: &catalogue::model::Variable| {
        let text = |text| desk.wording.text(text);
        let categories: Vec<&str> = variable.categories.iter().map(|category| text(&category.title)).collect();
        Block::Section {
            id: format!("variable-{}", variable.name),
            heading: text(&variable.title).to_owned(),
            blocks: vec![Block::Terms(vec![
                desk.term("variable-reason", text(&variable.reason)),
                desk.term("term-definition", text(&variable.definition)),
                desk.term("variable-categories", categories.join("; ")),
            ])],
        }
    };
    desk.catalogue.variables.values().map(section).collect()
}
