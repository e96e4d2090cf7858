//! The start page: what changed, fields of action, core indicators, understanding of integration.

use catalogue::model::Indicator;

use super::{Desk, link, plain};
use crate::page::{Block, Card, Page, Span};

pub(super) fn page(desk: &Desk<'_>) -> Page {
    let monitoring = &desk.catalogue.monitoring;
    let text = |text| desk.wording.text(text);
    let mut blocks = vec![Block::Lead(plain(text(&monitoring.why)))];
    blocks.extend(super::plain::opening(desk));
    blocks.extend(super::paper::opening(desk));
    blocks.push(desk.section("changes", changes(desk)));
    blocks.extend(super::goals::overview(desk));
    blocks.push(desk.section("fields", vec![Block::Cards(fields(desk))]));
    let core: Vec<Card> = leading(desk).map(|indicator| desk.card(indicator, field_of(desk, indicator))).collect();
    if !core.is_empty() {
        blocks.push(desk.section("core", vec![Block::Cards(core)]));
    }
    if let Some(understanding) = &desk.catalogue.texts.understanding {
        blocks.push(desk.section("understanding", desk.prose(None, understanding)));
    }
    let mut how = vec![desk.term("start-how", text(&monitoring.how)), desk.term("start-what", text(&monitoring.what))];
    if !monitoring.audiences.is_empty() {
        let audiences: Vec<&str> = monitoring.audiences.iter().map(text).collect();
        how.push(desk.term("start-audiences", audiences.join("; ")));
    }
    blocks.push(desk.section("how", vec![Block::Terms(how)]));
    Page {
        path: String::new(),
        language: desk.wording.language(),
        title: text(&monitoring.title).to_owned(),
        summary: desk.wording.say(
            "start-summary",
            &[
                ("name", text(&monitoring.name).into()),
                ("fields", desk.catalogue.fields.len().into()),
                ("indicators", desk.catalogue.current().count().into()),
            ],
        ),
        trail: Vec::new(),
        blocks,
    }
}

/// The core indicators; all, if none is core.
fn leading<'a>(desk: &Desk<'a>) -> impl Iterator<Item = &'a Indicator> {
    let any = desk.catalogue.current().any(|indicator| indicator.core);
    desk.catalogue.current().filter(move |indicator| indicator.core || !any)
}

fn field_of(desk: &Desk<'_>, indicator: &Indicator) -> Option<String> {
    let field = desk.catalogue.fields.iter().find(|field| field.name == indicator.field)?;
    Some(desk.wording.text(&field.title).to_owned())
}

fn fields(desk: &Desk<'_>) -> Vec<Card> {
    let card = |field: &catalogue::model::Field| Card {
        link: link(desk.wording.text(&field.title), format!("f/{}", field.name)),
        over: Some(
            desk.wording.say("indicator-count", &[("n", desk.catalogue.current_of(&field.name).count().into())]),
        ),
        shown: None,
        text: plain(desk.wording.text(&field.about)),
        spark: None,
    };
    desk.catalogue.fields.iter().map(card).collect()
}

/// What changed since the period before, by what can be said of it.
fn changes(desk: &Desk<'_>) -> Vec<Block> {
    let mut blocks = vec![Block::Paragraph(plain(desk.say("changes-intro")))];
    blocks.extend(super::changes::sorted(desk, leading(desk)));
    blocks.push(Block::Paragraph(vec![Span::Link(link(desk.say("changes-all"), "changes"))]));
    blocks
}
