//! Which pages stand in a document, in which order, and how deep.

use publication::page::{Block, Page};
use words::Words;

/// A page in its place.
pub(crate) struct Placed<'a> {
    pub(crate) page: &'a Page,
    /// The level of its heading; 1 opens a chapter.
    pub(crate) level: u8,
    /// Its heading.
    pub(crate) title: String,
    /// The name of its place, to which links lead.
    pub(crate) label: String,
    pub(crate) blocks: Vec<&'a Block>,
}

/// Sections that only the site can do: lead to pages and files.
const OF_THE_SITE: [&str; 6] = ["fields", "core", "children", "downloads", "files", "report"];

/// Sections of the start page that open the report.
const CHAPTERS: [&str; 3] = ["foreword", "paper", "understanding"];

/// The chapters of a short report: foreword, the paper for the committee, what changed, targets, warnings, methods.
pub(crate) fn short<'a>(pages: &'a [Page], words: &Words) -> Vec<Placed<'a>> {
    let own = |path: &'static str| {
        pages.iter().filter(move |page| page.language == words.language()).find(move |page| page.path == path)
    };
    let mut placed = Vec::new();
    if let Some(start) = own("") {
        placed.extend(opening(start, "foreword"));
        placed.extend(own("paper").map(|paper| whole(paper, 1)));
        let mut summary = summary(start, words);
        summary.blocks.retain(|block| section(block) != Some("how"));
        placed.push(summary);
    }
    placed.extend(["targets", "warnings"].into_iter().filter_map(own).map(|page| whole(page, 1)));
    placed
}

/// The chapters of a report: foreword, understanding, summary, a chapter for each field with its indicators, the profiles of
/// areas, methods, data.
pub(crate) fn report<'a>(pages: &'a [Page], words: &Words) -> Vec<Placed<'a>> {
    let language = words.language();
    let own = || pages.iter().filter(move |page| page.language == language);
    let of_kind = |kind: &'static str| own().filter(move |page| page.path.starts_with(kind));
    let mut placed = Vec::new();
    for start in own().filter(|page| page.path.is_empty()) {
        placed.extend(opening(start, "foreword"));
        placed.extend(own().filter(|page| page.path == "paper").map(|paper| whole(paper, 1)));
        placed.extend(opening(start, "understanding"));
        placed.push(summary(start, words));
    }
    for field in of_kind("f/") {
        placed.push(whole(field, 1));
        let below = |page: &&Page| page.trail.iter().any(|link| link.target == field.path);
        placed.extend(of_kind("i/").filter(below).map(|page| whole(page, 2)));
    }
    for areas in own().filter(|page| page.path == "areas") {
        let mut chapter = whole(areas, 1);
        // The lists of links: the profiles themselves follow.
        chapter.blocks.retain(|block| section(block).is_none());
        placed.push(chapter);
        placed.extend(of_kind("a/").map(|page| whole(page, 2)));
    }
    let known = ["", "paper", "areas"];
    let rest = own().filter(|page| !page.path.contains('/') && !known.contains(&page.path.as_str()));
    placed.extend(rest.map(|page| whole(page, 1)));
    placed
}

/// The profile of an area: its page and nothing else.
pub(crate) fn profile(page: &Page) -> Vec<Placed<'_>> {
    vec![whole(page, 1)]
}

fn whole(page: &Page, level: u8) -> Placed<'_> {
    let is_taken_away = |block: &Block| matches!(block, Block::Downloads(_) | Block::Take(_));
    let on_paper = |block: &&Block| match block {
        Block::Section { id, blocks, .. } => !OF_THE_SITE.contains(&id.as_str()) && !blocks.iter().all(is_taken_away),
        _ => true,
    };
    Placed {
        page,
        level,
        title: page.title.clone(),
        label: format!("/{}", page.path),
        blocks: page.blocks.iter().filter(on_paper).collect(),
    }
}

/// A part of the start page that opens the report as a chapter of its own.
fn opening<'a>(start: &'a Page, part: &str) -> Option<Placed<'a>> {
    start.blocks.iter().find_map(|block| match block {
        Block::Section { id, heading, blocks } if id == part => Some(Placed {
            page: start,
            level: 1,
            title: heading.clone(),
            label: format!("{}#{id}", start.path),
            blocks: blocks.iter().collect(),
        }),
        _ => None,
    })
}

/// The start page without what has its own chapter. On the site it is called as the whole report is.
fn summary<'a>(start: &'a Page, words: &Words) -> Placed<'a> {
    let mut summary = Placed { title: words.say("report-summary", &[]), ..whole(start, 1) };
    summary.blocks.retain(|block| section(block).is_none_or(|id| !CHAPTERS.contains(&id)));
    summary
}

fn section(block: &Block) -> Option<&str> {
    match block {
        Block::Section { id, .. } => Some(id),
        _ => None,
    }
}
