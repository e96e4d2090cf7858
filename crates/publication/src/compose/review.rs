//! The page of the review: criteria, proposals with reasons, what people decided, effort against benefit, the balance of
//! the set and its gaps. Nothing is ranked: indicators stand in the order of the pages.

mod set;
mod tables;

use catalogue::names::IndicatorName;

use super::{
    Desk, history, link,
    parts::{numbers, words},
    plain,
};
use crate::{
    page::{Block, Cell, Chart, Drawing, Look, Page, Row, Span, Spot, Table, Text},
    review::{Criterion, Examined, Reviewed, say},
};

pub(super) fn page(desk: &Desk<'_>, reviewed: &Reviewed) -> Page {
    let mut blocks = vec![Block::Lead(plain(desk.say("review-lead"))), held(desk, reviewed)];
    if !reviewed.indicators.is_empty() {
        blocks.push(desk.section(
            "review-proposals",
            vec![
                Block::Paragraph(plain(desk.say("review-proposals-intro"))),
                Block::Table(tables::proposals(desk, reviewed)),
            ],
        ));
        blocks.push(desk.section(
            "review-criteria",
            vec![
                Block::Paragraph(plain(desk.say("review-criteria-intro"))),
                Block::Table(tables::criteria(desk, reviewed)),
            ],
        ));
        blocks.push(desk.section("review-effort", effort(desk, reviewed)));
        blocks.push(desk.section("review-series", vec![Block::Table(tables::series(desk, reviewed))]));
        blocks.push(desk.section("review-records", vec![Block::Table(tables::records(desk, reviewed))]));
    }
    blocks.push(desk.section("review-balance", set::balance(desk)));
    blocks.push(desk.section("review-gaps", set::gaps(desk)));
    blocks.extend(history::section(desk));
    Page {
        path: "review".to_owned(),
        language: desk.wording.language(),
        title: desk.say("review-page"),
        summary: desk.say("review-lead"),
        trail: vec![desk.start_link(), link(desk.say("methods-page"), "methods")],
        blocks,
    }
}

/// Which review is shown, who held it and when the next is due.
fn held(desk: &Desk<'_>, reviewed: &Reviewed) -> Block {
    let Some((year, review)) = reviewed.year.and_then(|year| Some((year, desk.catalogue.reviews.get(&year)?))) else {
        return Block::Paragraph(plain(desk.say("review-none")));
    };
    let text = |text| desk.wording.text(text);
    let mut terms = vec![desk.term("review-year", year.to_string())];
    terms.extend(review.responsible.as_ref().map(|who| desk.term("review-responsible", text(who))));
    terms.extend(review.about.as_ref().map(|about| desk.term("review-about", text(about))));
    terms.extend(review.next.map(|next| desk.term("review-next", desk.wording.date(&next.to_string()))));
    Block::Terms(terms)
}

/// The title of an indicator, which leads to its page.
fn to_indicator(desk: &Desk<'_>, name: &IndicatorName) -> Text {
    vec![Span::Link(link(say::title(&desk.wording, name), format!("i/{name}")))]
}

fn said(text: impl Into<String>) -> Cell {
    Cell::Text(plain(text))
}

/// A number of things that are not people.
fn number(shown: String, value: f64) -> Cell {
    Cell::Number { shown, look: Look::Value, value: Some(value) }
}

fn amount(desk: &Desk<'_>, amount: Option<f64>) -> Cell {
    match amount {
        Some(amount) => number(say::amount(&desk.wording, amount), amount),
        None => said(desk.say("review-unknown")),
    }
}

/// Hours against criteria met; only of indicators whose hours were recorded.
fn effort(desk: &Desk<'_>, reviewed: &Reviewed) -> Vec<Block> {
    let recorded: Vec<(&Examined, f64)> =
        reviewed.indicators.iter().filter_map(|one| Some((one, one.spent.hours?))).collect();
    if recorded.is_empty() {
        return vec![Block::Paragraph(plain(desk.say("review-effort-none")))];
    }
    let wording = &desk.wording;
    let all = Criterion::ALL.len();
    let mut rows = Vec::new();
    let mut points = Vec::new();
    for (place, (examined, hours)) in recorded.iter().enumerate() {
        let label = (place + 1).to_string();
        let (shown_hours, met) = (say::amount(wording, *hours), examined.met());
        let name = say::title(wording, &examined.indicator);
        let shown =
            wording.say("review-point", &[("hours", (&shown_hours).into()), ("met", met.into()), ("all", all.into())]);
        points.push(Spot { label: label.clone(), name: name.to_owned(), x: *hours, y: met as f64, shown });
        let mut head = plain(format!("{label}. "));
        head.extend(to_indicator(desk, &examined.indicator));
        let cells = vec![
            number(shown_hours, *hours),
            amount(desk, examined.spent.cost),
            number(met.to_string(), met as f64),
            number(examined.unknown().to_string(), examined.unknown() as f64),
        ];
        rows.push(Row { head, cells });
    }
    let hours = || recorded.iter().map(|(_, hours)| *hours);
    let (low, high) = (hours().fold(f64::INFINITY, f64::min), hours().fold(0.0, f64::max));
    let met = || recorded.iter().map(|(examined, _)| examined.met());
    let says = wording.say(
        "review-effort-says",
        &[
            ("n", recorded.len().into()),
            ("without", (reviewed.indicators.len() - recorded.len()).into()),
            ("low", (&say::amount(wording, low)).into()),
            ("high", (&say::amount(wording, high)).into()),
            ("least", met().min().unwrap_or_default().into()),
            ("most", met().max().unwrap_or_default().into()),
            ("all", all.into()),
        ],
    );
    let table = Table {
        caption: desk.say("review-effort-title"),
        heads: vec![
            words(desk.say("head-indicator")),
            numbers(desk.say("head-hours")),
            numbers(desk.say("head-cost")),
            numbers(desk.say("head-met")),
            numbers(desk.say("head-unknown")),
        ],
        rows,
        signs: Vec::new(),
    };
    let drawing =
        Drawing::Points { across: desk.say("head-hours"), up: desk.say("head-met"), highest: all as f64, points };
    vec![
        Block::Paragraph(plain(desk.say("review-effort-intro"))),
        Block::Chart(Chart::new(desk.say("review-effort-title"), drawing, says, table)),
    ]
}
