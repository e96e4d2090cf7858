//! What a report is to those who read it, hear it, archive it.

#[path = "../../rendering/tests/samples/mod.rs"]
mod samples;
mod tags;

use std::collections::BTreeSet;

use catalogue::{
    Catalogue,
    model::{Audience, Depth, Edition, Logo, Selection},
};
use publication::{Facts, page::Page};
use report::Refused;
use words::Language;

fn made(catalogue: &Catalogue, pages: &[Page], language: Language) -> Result<Vec<u8>, Refused> {
    made_as(Depth::Full, catalogue, pages, language)
}

fn made_as(report: Depth, catalogue: &Catalogue, pages: &[Page], language: Language) -> Result<Vec<u8>, Refused> {
    let edition = Edition {
        name: "alle".parse().unwrap(),
        title: samples::text("Ausgabe für alle", "Edition for everyone"),
        audience: Audience::Public,
        readers: None,
        languages: Language::ALL.to_vec(),
        selection: Selection::default(),
        design: Default::default(),
        contact: None,
        licence: None,
        address: None,
        follows: None,
        review: false,
        report,
        foreword: None,
        paper: None,
        embargo: None,
        signed_off: None,
        texts_read: None,
        overrides: Vec::new(),
    };
    let release = "2026-03-15-012345".parse().unwrap();
    let facts = Facts { edition: &edition, release: &release, sealed_on: "2026-03-15", supersedes: None };
    report::report(catalogue, pages, language, &facts)
}

fn sample(language: Language) -> Vec<u8> {
    made(&samples::catalogue(), &samples::pages(), language).unwrap()
}

/// The tree as it is committed; with `UPDATE_EXPECT=1` it is written anew, to be read before it is committed.
#[test]
fn the_tag_tree_is_as_committed() {
    let tree = tags::read(&sample(Language::De)).tree;
    let file = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/report.tags");
    if std::env::var_os("UPDATE_EXPECT").is_some() {
        std::fs::write(&file, &tree).unwrap();
    }
    let committed = std::fs::read_to_string(&file).unwrap();
    for (number, (found, expected)) in tree.lines().zip(committed.lines()).enumerate() {
        assert_eq!(found, expected, "line {} of report.tags", number + 1);
    }
    assert_eq!(tree.lines().count(), committed.lines().count());
}

#[test]
fn the_same_pages_on_the_same_day_give_the_same_bytes() {
    assert!(sample(Language::De) == sample(Language::De));
    assert!(sample(Language::De) != sample(Language::En));
}

#[test]
fn heads_of_columns_and_rows_have_their_scope() {
    let tree = tags::read(&sample(Language::De)).tree;
    let heads: BTreeSet<&str> = tree.lines().map(str::trim).filter(|line| line.starts_with("TH")).collect();
    assert!(heads.iter().all(|head| head.contains("scope=")), "{heads:?}");
    for scope in ["scope=Column", "scope=Row"] {
        assert!(heads.iter().any(|head| head.contains(scope)), "{scope}: {heads:?}");
    }
}

#[test]
fn every_figure_says_what_its_chart_says() {
    let tree = tags::read(&sample(Language::De)).tree;
    let figures: Vec<&str> = tree.lines().map(str::trim).filter(|line| line.starts_with("Figure")).collect();
    assert!(figures.iter().all(|figure| figure.contains("alt=")), "{figures:?}");
    for says in [
        "Entwicklung insgesamt: Der Anteil stieg von 22,6 % auf 24,6 %.",
        "Karte der Stadtteile: Der Anteil stieg von 22,6 % auf 24,6 %.",
        "nicht veröffentlicht oder unbekannt",
    ] {
        assert!(figures.iter().any(|figure| figure.contains(says)), "{says}: {figures:?}");
    }
}

#[test]
fn headings_skip_no_level_and_bookmarks_name_them() {
    let read = tags::read(&sample(Language::De));
    let levels = read.tree.lines().filter_map(|line| line.trim().strip_prefix('H')?.chars().next()?.to_digit(10));
    let levels: Vec<u32> = levels.collect();
    assert_eq!(levels.first(), Some(&1));
    assert!(levels.windows(2).all(|pair| pair[1] <= pair[0] + 1), "{levels:?}");
    let bookmarks: Vec<&str> = read.bookmarks.lines().map(str::trim).collect();
    for title in ["Unser Verständnis von Integration", "Bildung", "Entwicklung", "Gebiete", "Methoden", "Daten"] {
        assert!(bookmarks.contains(&title), "{title}: {bookmarks:?}");
    }
}

#[test]
fn a_report_says_its_language_title_and_standards() {
    for (language, code, title) in [
        (Language::De, "de-DE", "Integrationsmonitoring Musterstadt"),
        (Language::En, "en-GB", "Integration monitoring"),
    ] {
        let read = tags::read(&sample(language));
        assert_eq!(read.language, code);
        assert!(read.metadata.contains(title), "{}", read.metadata);
        for mark in ["<pdfuaid:part>1</pdfuaid:part>", "<pdfaid:part>2</pdfaid:part>", "<pdfaid:conformance>A<"] {
            assert!(read.metadata.contains(mark), "{mark}: {}", read.metadata);
        }
        assert!(read.pages > 8, "{}", read.pages);
    }
}

#[test]
fn every_font_is_embedded() {
    let read = tags::read(&sample(Language::De));
    assert_eq!(read.missing_fonts, BTreeSet::new());
    assert!(read.fonts.iter().any(|name| name.starts_with("SourceSans3")), "{:?}", read.fonts);
    assert!(read.fonts.iter().any(|name| name.starts_with("SourceSerif4")), "{:?}", read.fonts);
}

#[test]
fn what_only_the_site_can_do_is_left_out() {
    let read = tags::read(&sample(Language::De));
    for heading in ["Handlungsfelder", "Kernindikatoren"] {
        assert!(!read.bookmarks.contains(heading), "{heading}: {}", read.bookmarks);
    }
}

#[test]
fn a_short_report_has_a_few_pages_and_no_chapters_of_fields_or_areas() {
    let short = made_as(Depth::Short, &samples::catalogue(), &samples::pages(), Language::De).unwrap();
    let (short, full) = (tags::read(&short), tags::read(&sample(Language::De)));
    assert!(short.pages < full.pages, "{} {}", short.pages, full.pages);
    assert!(short.bookmarks.contains("Zusammenfassung"), "{}", short.bookmarks);
    for chapter in ["Gebiete", "Methoden", "Unser Verständnis von Integration"] {
        assert!(!short.bookmarks.contains(chapter), "{chapter}: {}", short.bookmarks);
    }
}

#[test]
fn letters_without_a_font_are_named() {
    let mut pages = samples::pages();
    pages[0].blocks.push(publication::page::Block::Paragraph(samples::plain("Willkommen: 欢迎")));
    match made(&samples::catalogue(), &pages, Language::De) {
        Err(Refused::Letters(letters)) => assert_eq!(letters, BTreeSet::from(['欢', '迎'])),
        other => panic!("{:?}", other.map(|bytes| bytes.len())),
    }
}

#[test]
fn a_logo_stands_on_the_cover_and_one_that_is_no_drawing_is_refused() {
    let with = |svg: &str| {
        let mut catalogue = samples::catalogue();
        let says = samples::text("Wappen mit drei Wellen", "Coat of arms with three waves");
        catalogue.monitoring.design.logo = Some(Logo { file: "open/logo.svg".to_owned(), svg: svg.to_owned(), says });
        made(&catalogue, &samples::pages(), Language::De)
    };
    let drawn = with("<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'><path d='M0 0H9V9Z'/></svg>").unwrap();
    assert!(tags::read(&drawn).tree.contains("alt=\"Wappen mit drei Wellen\""));
    assert!(matches!(with("keine Zeichnung"), Err(Refused::Logo)));
}

#[test]
fn a_colour_of_their_own_changes_the_look_and_not_the_tags() {
    let mut catalogue = samples::catalogue();
    catalogue.monitoring.design.accent = Some("#7a0019".parse().unwrap());
    let own = made(&catalogue, &samples::pages(), Language::De).unwrap();
    let usual = sample(Language::De);
    assert!(own != usual);
    assert_eq!(tags::read(&own).tree, tags::read(&usual).tree);
}
