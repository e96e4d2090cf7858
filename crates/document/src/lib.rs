//! The council's paper as a document for word processors (DOCX), from the same pages as site and report.
//!
//! A committee's office works on in such a document; so headings, lists and tables are real ones, and no page is broken
//! by hand. The same pages on the same day give the same bytes.

mod front;
mod marks;
mod order;
mod parts;
mod picture;
mod table;
mod write;

use catalogue::Catalogue;
use publication::{Facts, page::Page};
use words::{Language, Words};

/// Draws an SVG document as PNG, three dots a unit; none if it is no drawing.
pub type Draw<'a> = dyn Fn(&str) -> Option<Vec<u8>> + 'a;

/// The paper of an edition in one language, from all pages of the edition; none where the edition has no paper.
pub fn paper(
    catalogue: &Catalogue,
    pages: &[Page],
    language: Language,
    facts: &Facts<'_>,
    draw: &Draw<'_>,
) -> Option<Vec<u8>> {
    let words = Words::new(language);
    let paper = order::paper(pages, language)?;
    let chapters = order::chapters(pages, &words);
    let places = order::places(paper, &chapters);
    let mut writer = write::Writer::new(catalogue, &words, pages, &places, draw);
    front::open(&mut writer, catalogue, paper);
    writer.blocks(paper, 1, paper.blocks.iter());
    for chapter in &chapters {
        writer.heading(chapter.level, &chapter.title, chapter.place.as_deref());
        if let Some(page) = chapter.page {
            writer.blocks(page, chapter.level + 1, chapter.blocks.iter().copied());
        }
    }
    front::close(&mut writer, catalogue, paper, facts);
    let foot = front::foot(catalogue, &words, facts);
    Some(parts::pack(catalogue, language, facts, paper, &foot, writer.done()))
}
