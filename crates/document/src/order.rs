//! Which pages stand in the paper, in which order, and how deep.

use std::collections::BTreeMap;

use publication::page::{Block, Page, Span};
use words::{Language, Words};

/// A chapter behind the paper's own page.
pub(crate) struct Chapter<'a> {
    /// The page from which it is taken; none of a mere heading.
    pub(crate) page: Option<&'a Page>,
    pub(crate) level: u8,
    pub(crate) title: String,
    /// The name of its place, to which links lead.
    pub(crate) place: Option<String>,
    pub(crate) blocks: Vec<&'a Block>,
}

/// The page with the fields of the committee's template.
pub(crate) fn paper(pages: &[Page], language: Language) -> Option<&Page> {
    of(pages, language, "paper")
}

fn of<'a>(pages: &'a [Page], language: Language, path: &str) -> Option<&'a Page> {
    pages.iter().filter(|page| page.language == language).find(|page| page.path == path)
}

/// What changed, targets, warnings; then, for the record, how each indicator developed for which a target is agreed.
pub(crate) fn chapters<'a>(pages: &'a [Page], words: &Words) -> Vec<Chapter<'a>> {
    let own = |path: &str| of(pages, words.language(), path);
    let whole = |page: &'a Page| Chapter {
        page: Some(page),
        level: 1,
        title: page.title.clone(),
        place: Some(format!("/{}", page.path)),
        blocks: page.blocks.iter().collect(),
    };
    let mut chapters: Vec<Chapter<'_>> =
        ["changes", "targets", "warnings"].into_iter().filter_map(own).map(whole).collect();
    let developments: Vec<Chapter<'_>> = own("targets")
        .into_iter()
        .flat_map(|targets| led_to(&targets.blocks))
        .filter_map(|path| development(own(path)?))
        .collect();
    if !developments.is_empty() {
        let title = words.say("document-annex", &[]);
        chapters.push(Chapter { page: None, level: 1, title, place: None, blocks: Vec::new() });
        chapters.extend(developments);
    }
    chapters
}

/// The chart of an indicator over time with what is said of it, under the name of the indicator.
fn development(page: &Page) -> Option<Chapter<'_>> {
    let series = page.blocks.iter().find_map(|block| match block {
        Block::Section { id, blocks, .. } if id == "series" => Some(blocks),
        _ => None,
    })?;
    Some(Chapter {
        page: Some(page),
        level: 2,
        title: page.title.clone(),
        place: Some(format!("/{}", page.path)),
        blocks: series.iter().collect(),
    })
}

/// The indicators that sections lead to by their links, each once, in reading order.
fn led_to(blocks: &[Block]) -> Vec<&str> {
    let mut found: Vec<&str> = Vec::new();
    for block in blocks {
        let of_block = match block {
            // What has no target yet is a list of its own.
            Block::Section { id, .. } if id == "without-target" => Vec::new(),
            Block::Section { blocks, .. } => led_to(blocks),
            Block::Paragraph(text) | Block::Note { text, .. } => text.iter().filter_map(indicator).collect(),
            _ => Vec::new(),
        };
        for path in of_block {
            if !found.contains(&path) {
                found.push(path);
            }
        }
    }
    found
}

fn indicator(span: &Span) -> Option<&str> {
    match span {
        Span::Link(link) if link.target.starts_with("i/") => link.target.split('#').next(),
        _ => None,
    }
}

/// Where links within the document can lead, each with the bookmark that stands there.
pub(crate) fn places(paper: &Page, chapters: &[Chapter<'_>]) -> BTreeMap<String, String> {
    let mut places = vec![format!("/{}", paper.path)];
    paper.blocks.iter().for_each(|block| sections(&paper.path, block, &mut places));
    for chapter in chapters {
        places.extend(chapter.place.clone());
        for (page, block) in chapter.blocks.iter().filter_map(|block| Some((chapter.page?, block))) {
            sections(&page.path, block, &mut places);
        }
    }
    // Names of places can be longer than bookmarks may be.
    places.into_iter().enumerate().map(|(number, place)| (place, format!("part{}", number + 1))).collect()
}

fn sections(path: &str, block: &Block, places: &mut Vec<String>) {
    if let Block::Section { id, blocks, .. } = block {
        places.push(format!("{path}#{id}"));
        blocks.iter().for_each(|block| sections(path, block, places));
    }
}
