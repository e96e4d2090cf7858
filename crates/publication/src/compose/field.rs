//! The page of a field of action.

use catalogue::model::Field;

use super::{Desk, history, plain};
use crate::page::{Block, Page};

pub(super) fn page(desk: &Desk<'_>, field: &Field) -> Page {
    let indicators: Vec<_> = desk.catalogue.current_of(&field.name).collect();
    let title = desk.wording.text(&field.title);
    let mut blocks = vec![Block::Lead(plain(desk.wording.text(&field.about)))];
    if indicators.is_empty() {
        blocks.push(Block::Paragraph(plain(desk.say("field-empty"))));
    } else {
        let cards = indicators.iter().map(|indicator| desk.card(indicator, None)).collect();
        blocks.push(desk.section("indicators", vec![Block::Cards(cards)]));
    }
    blocks.extend(history::retired_of(desk, desk.catalogue.indicators_of(&field.name)));
    Page {
        path: format!("f/{}", field.name),
        language: desk.wording.language(),
        title: title.to_owned(),
        summary: desk.wording.say("field-summary", &[("title", title.into()), ("n", indicators.len().into())]),
        trail: vec![desk.start_link()],
        blocks,
    }
}
