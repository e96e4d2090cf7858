//! Pages as HTML.

mod blocks;
mod frame;
mod links;
mod table;

use std::{
    cell::Cell,
    collections::{BTreeMap, BTreeSet},
};

use catalogue::{
    Catalogue,
    model::{Colour, Design},
    names::LevelName,
};
use publication::page::{Block, Drawing, Look, Page};
use words::{Language, Words};

use crate::{
    File, Neighbour,
    map::{self, Outline},
    sitemap::ROBOTS,
};

pub(crate) use blocks::sign_of;
pub(crate) use table::table;

/// Files that are the same for every site.
const FIXED: &[(&str, &str)] = &[
    ("favicon.svg", include_str!("../../assets/favicon.svg")),
    ("js/sort.js", include_str!("../../assets/sort.js")),
    ("js/tip.js", include_str!("../../assets/tip.js")),
    ("robots.txt", ROBOTS),
];

/// Where the logo of a site lies.
const LOGO: &str = "logo.svg";

/// The darkest light ground and the lightest dark ground on which links stand: `--wash` of `style.css`.
const GROUNDS: [Colour; 2] = [Colour::rgb(0xf1, 0xf4, 0xf3), Colour::rgb(0x1d, 0x26, 0x2f)];

/// The style of a site, with the colour of the municipality or the edition as it can be read by light and in the dark.
fn style(design: &Design) -> String {
    let mut style = include_str!("../../assets/style.css").to_owned();
    if let Some(accent) = design.accent {
        let [light, dark] = GROUNDS.map(|ground| accent.readable_on(ground));
        style += &format!(
            "\n/* The colour of the publisher. */\n:root {{ --accent: {light}; --link: {light}; }}\n\
             @media (prefers-color-scheme: dark) {{ :root {{ --accent: {dark}; --link: {dark}; }} }}\n"
        );
    }
    style
}

/// Files of a site whose charts can be framed.
const FRAMES: &[(&str, &str)] = &[
    ("js/embedded.js", include_str!("../../assets/embedded.js")),
    ("js/frame.js", include_str!("../../assets/frame.js")),
];

/// All files of a site.
pub(crate) fn site(catalogue: &Catalogue, pages: &[Page], earlier: Option<&Neighbour>) -> Vec<File> {
    let known: BTreeSet<(Language, &str)> = pages.iter().map(|page| (page.language, page.path.as_str())).collect();
    let outlines = outlines(catalogue, pages);
    let words = Language::ALL.map(Words::new);
    let frames = if pages.iter().any(|page| page.path.starts_with("embed/")) { FRAMES } else { &[] };
    let fixed = FIXED.iter().chain(frames);
    let mut files: Vec<File> = fixed.map(|(path, text)| file((*path).to_owned(), (*text).to_owned())).collect();
    files.push(file("style.css".to_owned(), style(&catalogue.monitoring.design)));
    files.extend(catalogue.monitoring.design.logo.as_ref().map(|logo| file(LOGO.to_owned(), logo.svg.clone())));
    for page in pages {
        let site = Site { catalogue, pages, known: &known, outlines: &outlines, words: &words, earlier };
        let words = words.iter().find(|words| words.language() == page.language).expect("words of each language");
        let view = View { site: &site, words, page, next: Cell::new(0) };
        files.push(file(links::file_of(page.language, &page.path), frame::document(&view).into_string()));
    }
    files.push(file("404.html".to_owned(), frame::not_found(catalogue, &words).into_string()));
    files
}

fn file(path: String, text: String) -> File {
    File { path, bytes: text.into_bytes() }
}

/// The outlines of all levels whose maps are drawn on these pages.
pub(crate) fn outlines<'a>(
    catalogue: &Catalogue,
    pages: impl IntoIterator<Item = &'a Page>,
) -> BTreeMap<&'a LevelName, Option<Outline>> {
    let mut outlines = BTreeMap::new();
    for level in pages.into_iter().flat_map(|page| levels(&page.blocks)) {
        outlines.entry(level).or_insert_with(|| map::outline(catalogue, level));
    }
    outlines
}

/// The levels whose maps are drawn.
fn levels(blocks: &[Block]) -> Vec<&LevelName> {
    let mut found = Vec::new();
    for block in blocks {
        match block {
            Block::Section { blocks, .. } => found.extend(levels(blocks)),
            Block::Chart(chart) => {
                if let Drawing::Map { level, .. } = chart.drawing() {
                    found.push(level);
                }
            }
            _ => {}
        }
    }
    found
}

/// What all pages of a site share.
pub(crate) struct Site<'a> {
    pub(crate) catalogue: &'a Catalogue,
    pub(crate) pages: &'a [Page],
    pub(crate) known: &'a BTreeSet<(Language, &'a str)>,
    pub(crate) words: &'a [Words],
    pub(crate) outlines: &'a BTreeMap<&'a LevelName, Option<Outline>>,
    pub(crate) earlier: Option<&'a Neighbour>,
}

/// What the parts of one page share.
pub(crate) struct View<'a> {
    pub(crate) site: &'a Site<'a>,
    pub(crate) words: &'a Words,
    pub(crate) page: &'a Page,
    pub(crate) next: Cell<usize>,
}

impl View<'_> {
    /// A number that no other part of the page has, to make ids from.
    pub(crate) fn number(&self) -> usize {
        self.next.set(self.next.get() + 1);
        self.next.get()
    }

    /// A fixed sentence of the site.
    pub(crate) fn say(&self, key: &str) -> String {
        self.words.say(key, &[])
    }

    /// The relative address of a target of this page.
    pub(crate) fn href(&self, target: &str) -> String {
        links::href(self.site.known, self.page.language, &self.page.path, target)
    }

    /// What is said to those who cannot see the look of a figure.
    pub(crate) fn look(&self, look: Look) -> Option<String> {
        said(self.words, look)
    }
}

/// What is said to those who cannot see the look of a figure; nothing of a plain value.
pub fn said(words: &Words, look: Look) -> Option<String> {
    let key = match look {
        Look::Value => return None,
        Look::Nothing => "site-look-nothing",
        Look::Withheld => "site-look-withheld",
        Look::Unreliable => "site-look-unreliable",
        Look::Pending => "site-look-pending",
        Look::Senseless => "site-look-senseless",
        Look::Missing => "site-look-missing",
    };
    Some(words.say(key, &[]))
}
