//! The most important in plain language (Leichte Sprache), as people have written it.

use super::{Desk, link, plain};
use crate::page::{Block, Page, Span};

/// Where it is.
const PATH: &str = "plain";

/// `None` where nobody has written it in this language.
pub(super) fn page(desk: &Desk<'_>) -> Option<Page> {
    let text = desk.catalogue.texts.plain.as_ref().filter(|text| text.has(desk.wording.language()))?;
    Some(Page {
        path: PATH.to_owned(),
        language: desk.wording.language(),
        title: desk.say("plain-page"),
        summary: desk.say("plain-summary"),
        trail: vec![desk.start_link()],
        blocks: desk.prose(None, text),
    })
}

/// The way there, for the start page.
pub(super) fn opening(desk: &Desk<'_>) -> Option<Block> {
    desk.catalogue.texts.plain.as_ref().filter(|text| text.has(desk.wording.language()))?;
    let mut text = plain(desk.say("plain-way"));
    text.extend([Span::Plain(" ".to_owned()), Span::Link(link(desk.say("plain-page"), PATH))]);
    Some(Block::Paragraph(text))
}
