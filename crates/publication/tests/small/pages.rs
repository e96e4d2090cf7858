//! All pages of a small monitoring, as text, in both languages; and what holds for every page.

use std::{collections::BTreeSet, time::Instant};

use crate::{support, text};
use publication::{
    page::{Block, Cell, Link, Look, Page, Span, Table},
    unresolved,
};

#[test]
fn pages_read_as_expected() {
    let (catalogue, release) = (support::catalogue(), support::release());
    let (_, pages) = support::pages(&catalogue, &release);
    for page in &pages {
        let name = if page.path.is_empty() { "start".to_owned() } else { page.path.replace('/', "-") };
        support::check(&format!("{}/{name}.txt", page.language), &text::page(page));
    }
}

/// What the crate `exports` writes for each indicator and for the whole release.
const INDICATOR_FILES: [&str; 7] = ["csv", "json", "de.csv", "csv-metadata.json", "json-stat.json", "sdmx.csv", "px"];
const RELEASE_FILES: [&str; 3] = ["download/release.xlsx", "download/release.parquet", "download/structure.xml"];

#[test]
fn every_link_leads_to_a_page_a_part_or_a_file() {
    let (catalogue, release) = (support::catalogue(), support::release());
    let (_, pages) = support::pages(&catalogue, &release);
    for page in &pages {
        let same = || pages.iter().filter(|other| other.language == page.language);
        let paths: BTreeSet<&str> = same().map(|other| other.path.as_str()).collect();
        let has_part = |target: &str| {
            let Some((path, part)) = target.split_once('#') else { return false };
            let mut ids = Vec::new();
            same().filter(|page| page.path == path).flat_map(|page| &page.blocks).for_each(|one| ids_of(one, &mut ids));
            ids.contains(&part)
        };
        let mut links: Vec<&Link> = page.trail.iter().collect();
        page.blocks.iter().for_each(|block| links_of(block, &mut links));
        for link in links {
            let file = link.target.strip_prefix("en/").unwrap_or(&link.target);
            let known = paths.contains(link.target.as_str())
                || link.target.contains("://")
                || has_part(&link.target)
                || ["warnings.json", "warnings.xml", "feed.xml"].contains(&file)
                || file
                    .strip_suffix(".svg")
                    .and_then(|path| path.rsplit_once('/'))
                    .is_some_and(|(path, part)| has_part(&format!("{path}#{part}")))
                || RELEASE_FILES.contains(&file)
                || file.split_once('.').is_some_and(|(path, ending)| {
                    paths.contains(path) && path.starts_with("i/") && INDICATOR_FILES.contains(&ending)
                });
            assert!(known, "{}: {}", page.path, link.target);
            assert!(!link.text.trim().is_empty(), "{}: {}", page.path, link.target);
        }
    }
}

fn links_of<'p>(block: &'p Block, links: &mut Vec<&'p Link>) {
    let mut of_text = |text: &'p [Span]| {
        links.extend(text.iter().filter_map(|span| match span {
            Span::Link(link) => Some(link),
            _ => None,
        }));
    };
    match block {
        Block::Paragraph(text) | Block::Lead(text) | Block::Quote(text) | Block::Note { text, .. } => of_text(text),
        Block::List { items, .. } => items.iter().for_each(|item| of_text(item)),
        Block::Terms(terms) => terms.iter().for_each(|(_, said)| of_text(said)),
        Block::KeyFigure(key) => of_text(&key.reading),
        Block::Table(table) => of_table(table, &mut of_text),
        Block::Chart(chart) => of_table(chart.table(), &mut of_text),
        Block::Section { blocks, .. } => blocks.iter().for_each(|block| links_of(block, links)),
        Block::Cards(cards) => links.extend(cards.iter().map(|card| &card.link)),
        Block::Downloads(files) => links.extend(files),
        Block::Take(taken) => links.extend(taken.files.iter().chain(taken.embedding.iter().map(|(page, _)| page))),
    }
}

fn of_table<'p>(table: &'p Table, of_text: &mut impl FnMut(&'p [Span])) {
    for row in &table.rows {
        of_text(&row.head);
        for cell in &row.cells {
            if let Cell::Text(text) = cell {
                of_text(text);
            }
        }
    }
}

#[test]
fn ids_are_unique_within_a_page_and_paths_within_a_language() {
    let (catalogue, release) = (support::catalogue(), support::release());
    let (_, pages) = support::pages(&catalogue, &release);
    let mut paths = BTreeSet::new();
    for page in &pages {
        assert!(paths.insert((page.language, &page.path)), "{}", page.path);
        let mut ids = Vec::new();
        page.blocks.iter().for_each(|block| ids_of(block, &mut ids));
        let unique: BTreeSet<&&str> = ids.iter().collect();
        assert_eq!(unique.len(), ids.len(), "{}: {ids:?}", page.path);
        assert!(!page.summary.is_empty() && !page.title.is_empty());
    }
}

fn ids_of<'p>(block: &'p Block, ids: &mut Vec<&'p str>) {
    if let Block::Section { id, blocks, .. } = block {
        ids.push(id);
        blocks.iter().for_each(|block| ids_of(block, ids));
    }
}

/// Withheld everywhere: then no page may show any number of people, in whichever form.
#[test]
fn nothing_withheld_becomes_a_number() {
    let catalogue = support::catalogue();
    let open = support::release();
    let mut closed = open.clone();
    for table in &mut closed.tables {
        for row in &mut table.rows {
            row.observation = release::Observation::Withheld;
        }
    }
    let (measures, pages) = support::pages(&catalogue, &closed);
    for indicator in &catalogue.indicators {
        for (_, _, series) in measures.all(&indicator.name) {
            for (_, figure) in series {
                assert_eq!(figure.shown, publication::Shown::Withheld);
                assert_eq!((figure.value(), figure.numerator, figure.denominator), (None, None, None));
            }
        }
    }
    for page in &pages {
        assert!(!numbers(page).iter().any(|look| matches!(look, Look::Value | Look::Unreliable)), "{}", page.path);
        assert!(!text::page(page).contains("Some("), "{}", text::page(page));
    }
    assert!(!unresolved(&catalogue, &measures).is_empty());
}

fn numbers(page: &Page) -> Vec<Look> {
    fn of_block(block: &Block, looks: &mut Vec<Look>) {
        let mut of_table = |table: &Table| {
            looks.extend(table.rows.iter().flat_map(|row| &row.cells).filter_map(|cell| match cell {
                Cell::Number { look, .. } => Some(*look),
                _ => None,
            }));
        };
        match block {
            Block::Section { blocks, .. } => blocks.iter().for_each(|block| of_block(block, looks)),
            Block::Table(table) => of_table(table),
            Block::Chart(chart) => of_table(chart.table()),
            _ => {}
        }
    }
    let mut looks = Vec::new();
    page.blocks.iter().for_each(|block| of_block(block, &mut looks));
    looks
}

/// References without a number are named as they may be written, each once.
#[test]
fn references_without_a_number_are_named() {
    let (catalogue, release) = (support::catalogue(), support::release());
    let (measures, _) = support::pages(&catalogue, &release);
    let found: Vec<(String, String)> =
        unresolved(&catalogue, &measures).into_iter().map(|one| (one.file, one.reference)).collect();
    let at = |file: &str, reference: &str| (file.to_owned(), reference.to_owned());
    assert_eq!(
        found,
        [
            at("open/texts/interpretation/ganztag.de.md", "{value period=2022 citizenship=foreign}"),
            at("open/texts/interpretation/ganztag.de.md", "{value period=1999}"),
            at("open/texts/interpretation/ganztag.en.md", "{value period=2022 citizenship=foreign}"),
            at("open/texts/interpretation/ganztag.en.md", "{value period=1999}"),
        ]
    );
}

#[test]
fn pages_are_made_quickly_and_always_alike() {
    let (catalogue, release) = (support::catalogue(), support::release());
    let start = Instant::now();
    let (_, first) = support::pages(&catalogue, &release);
    assert!(start.elapsed().as_secs() < 2, "{:?}", start.elapsed());
    assert_eq!(support::pages(&catalogue, &release).1, first);
}
