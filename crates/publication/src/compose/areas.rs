//! All areas that have a page, by level and then by code.

use super::{Desk, plain};
use crate::page::{Block, Page, Span};

pub(super) fn page(desk: &Desk<'_>) -> Page {
    let mut blocks = vec![Block::Lead(plain(desk.say("areas-lead")))];
    for level in desk.catalogue.levels.iter().filter(|level| level.published) {
        let areas: Vec<_> = desk.areas().filter(|area| area.level == level.name).collect();
        if areas.is_empty() {
            continue;
        }
        let items = areas.into_iter().map(|area| vec![Span::Link(desk.area_link(area))]).collect();
        blocks.push(Block::Section {
            id: format!("level-{}", level.name),
            heading: desk.wording.text(&level.plural).to_owned(),
            blocks: vec![Block::List { ordered: false, items }],
        });
    }
    Page {
        path: "areas".to_owned(),
        language: desk.wording.language(),
        title: desk.say("areas-page"),
        summary: desk.say("areas-lead"),
        trail: vec![desk.start_link()],
        blocks,
    }
}
