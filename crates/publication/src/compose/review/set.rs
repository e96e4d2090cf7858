//! The balance of the set and its gaps.

use catalogue::{
    model::Audience,
    names::{FieldName, MeasureKey, ObjectiveName, VariableName},
};

use super::{number, said, to_indicator};
use crate::{
    compose::{
        Desk, definition, link,
        parts::{numbers, words},
        plain,
    },
    page::{Block, Row, Span, Table, Text},
    review::{self, Aspect},
};

pub(super) fn balance(desk: &Desk<'_>) -> Vec<Block> {
    let rows = review::balance(desk.catalogue).into_iter().map(|one| {
        let (of, what) = aspect(desk, &one.aspect);
        let counts = [one.all, one.core].map(|count| number(count.to_string(), count as f64));
        Row { head: plain(what), cells: std::iter::once(said(of)).chain(counts).collect() }
    });
    let table = Table {
        caption: desk.say("review-balance-table"),
        heads: vec![
            words(desk.say("head-of-kind")),
            words(desk.say("head-aspect")),
            numbers(desk.say("head-indicators")),
            numbers(desk.say("head-core")),
        ],
        rows: rows.collect(),
        signs: Vec::new(),
    };
    let editions = review::editions(desk.catalogue);
    let of = |wanted| editions.iter().find(|(audience, _)| *audience == wanted).map_or(0, |(_, count)| *count);
    let audiences = desk.wording.say(
        "review-editions",
        &[
            ("public", of(Audience::Public).into()),
            ("council", of(Audience::Council).into()),
            ("administration", of(Audience::Administration).into()),
        ],
    );
    vec![Block::Table(table), Block::Paragraph(plain(audiences))]
}

/// The point of view, and the kind of indicators under it.
fn aspect(desk: &Desk<'_>, aspect: &Aspect) -> (String, String) {
    let (of, what) = match aspect {
        Aspect::Perspective(one) => ("fact-perspective", desk.say(definition::perspective(*one))),
        Aspect::Steering(one) => ("fact-steering", desk.say(definition::steering(*one))),
        Aspect::Field(name) => ("review-aspect-field", field(desk, name)),
        Aspect::Breakdown(name) => ("review-aspect-breakdown", variable(desk, name)),
        Aspect::Whole => ("review-aspect-breakdown", desk.say("review-aspect-whole")),
    };
    (desk.say(of), what)
}

fn field(desk: &Desk<'_>, name: &FieldName) -> String {
    let found = desk.catalogue.fields.iter().find(|field| field.name == *name);
    found.map_or(name.as_str(), |field| desk.wording.text(&field.title)).to_owned()
}

fn variable(desk: &Desk<'_>, name: &VariableName) -> String {
    desk.wording.breakdown(std::slice::from_ref(name))
}

/// What is missing on one side or the other; that nothing is, where it is so.
pub(super) fn gaps(desk: &Desk<'_>) -> Vec<Block> {
    let found = review::gaps(desk.catalogue, desk.measures);
    let indicators = |names: &[_]| names.iter().map(|name| to_indicator(desk, name)).collect::<Vec<Text>>();
    let fields = found
        .fields_without_indicator
        .iter()
        .map(|name| vec![Span::Link(link(field(desk, name), format!("f/{name}")))]);
    let parts: [(&str, Vec<Text>); 5] = [
        ("review-gap-questions", indicators(&found.questions_without_data)),
        ("review-gap-figures", indicators(&found.figures_without_question)),
        ("review-gap-data", found.data_without_question.iter().map(|key| plain(measure(desk, key))).collect()),
        ("review-gap-fields", fields.collect()),
        (
            "review-gap-objectives",
            found.objectives_without_indicator.iter().map(|name| plain(objective(desk, name))).collect(),
        ),
    ];
    let mut blocks = Vec::new();
    for (id, items) in parts {
        let block = if items.is_empty() {
            Block::Paragraph(plain(desk.say("review-gap-none")))
        } else {
            Block::List { ordered: false, items }
        };
        blocks.push(desk.section(id, vec![block]));
    }
    blocks
}

fn measure(desk: &Desk<'_>, key: &MeasureKey) -> String {
    let source = desk.catalogue.sources.get(&key.source);
    let source = source.map_or(key.source.as_str(), |source| desk.wording.text(&source.title));
    let title = desk.catalogue.measure(key).map_or(key.measure.as_str(), |measure| desk.wording.text(&measure.title));
    format!("{source}: {title}")
}

fn objective(desk: &Desk<'_>, name: &ObjectiveName) -> String {
    let found = desk.catalogue.goals.objectives.iter().find(|objective| objective.name == *name);
    found.map_or(name.as_str(), |objective| desk.wording.text(&objective.title)).to_owned()
}
