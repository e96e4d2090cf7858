//! What pages say about protection: once about withheld figures, for each source, in the foot of tables, for whom.

use catalogue::model::{Audience, Delivered, DeliveredNoise, Edition};
use publication::page::{Block, Page};
use release::Protection;
use words::Language;

use crate::{support, text};

const SENTENCE: &str = "Wo ein Punkt (.) oder „nicht veröffentlicht“ steht";

fn german(pages: &[Page]) -> impl Iterator<Item = (&Page, String)> {
    pages.iter().filter(|page| page.language == Language::De).map(|page| (page, text::page(page)))
}

/// The notes of a page that stand before its first part.
fn notes(page: &Page) -> Vec<String> {
    let before = page.blocks.iter().take_while(|block| !matches!(block, Block::Section { .. }));
    before.filter(|block| matches!(block, Block::Note { .. })).map(|block| format!("{block:?}")).collect()
}

#[test]
fn a_page_with_a_withheld_figure_explains_it_once_and_others_do_not() {
    let (catalogue, release) = (support::catalogue(), support::release());
    let (_, pages) = support::pages(&catalogue, &release);
    let (mut with, mut without) = (0, 0);
    for (page, said) in german(&pages).filter(|(page, _)| page.path != "methods") {
        let withheld = said.contains(" Withheld") || said.contains("| nicht veröffentlicht |");
        assert_eq!(said.matches(SENTENCE).count(), usize::from(withheld), "{}\n{said}", page.path);
        assert_eq!(notes(page).iter().filter(|note| note.contains(SENTENCE)).count(), usize::from(withheld));
        if withheld { with += 1 } else { without += 1 }
    }
    assert!(with >= 3 && without >= 4, "{with} with, {without} without");
}

/// The release of the test, its two sources protected in these ways.
fn said_with(protection: [Protection; 2], delivered: Option<Delivered>) -> Vec<(String, String)> {
    let (mut catalogue, mut release) = (support::catalogue(), support::release());
    for source in catalogue.sources.values_mut() {
        source.delivered = delivered;
    }
    for (known, wanted) in release.protection.iter_mut().zip(protection) {
        known.1 = wanted;
    }
    let (_, pages) = support::pages(&catalogue, &release);
    german(&pages).map(|(page, said)| (page.path.clone(), said)).collect()
}

fn page<'s>(said: &'s [(String, String)], path: &str) -> &'s str {
    said.iter().find(|(own, _)| own == path).map(|(_, text)| text.as_str()).expect("the page")
}

#[test]
fn noise_and_rounding_are_said_by_the_source_and_in_the_foot_of_each_table() {
    let noise = Protection::CellKey { variance_thousandths: 2000, bound: 5 };
    let said = said_with([noise, Protection::Rounding { base: 3 }], None);
    let methods = page(&said, "methods");
    assert!(methods.contains("um höchstens 5 nach oben oder unten, typisch um 1,4 (Standardabweichung)"), "{methods}");
    assert!(methods.contains("auf Vielfache von 3 gerundet"), "{methods}");
    let foot = "sign: Melderegister: Die Fallzahlen sind um kleine Zufallswerte verändert (höchstens 5";
    let rounded = "sign: Schulstatistik: Fallzahlen sind gerundet (auf Vielfache von 3)";
    let tables = |path: &str| page(&said, path).matches("table: ").count();
    for (path, own, other) in [("i/auslaenderanteil", foot, rounded), ("i/ganztag", rounded, foot)] {
        assert_eq!(page(&said, path).matches(own).count(), tables(path), "each table of {path}");
        assert!(!page(&said, path).contains(other));
    }
    assert!(page(&said, "a/01").contains(foot) && page(&said, "a/01").contains(rounded));
}

#[test]
fn exact_figures_have_no_such_foot() {
    for exact in [Protection::AlreadyPublic, Protection::Refusal, Protection::Suppression] {
        let said = said_with([exact, exact], None);
        assert!(said.iter().all(|(_, text)| !text.contains("Teile ergeben deshalb nicht immer")), "{exact:?}");
    }
}

#[test]
fn what_the_deliverer_did_is_said_and_counts_for_the_foot() {
    let done = Delivered {
        suppressed_below: Some(3),
        rounded_to: Some(5),
        noise: Some(DeliveredNoise { variance: 4.0, bound: 6 }),
    };
    let said = said_with([Protection::Suppression, Protection::AlreadyPublic], Some(done));
    for sentence in [
        "nennt Fallzahlen erst ab 3 sowie Nullen",
        "hat die Fallzahlen auf Vielfache von 5 gerundet",
        "um höchstens 6 nach oben oder unten, typisch um 2,0 (Standardabweichung)",
    ] {
        assert_eq!(page(&said, "methods").matches(sentence).count(), 2, "{sentence}");
    }
    let indicator = page(&said, "i/auslaenderanteil");
    assert!(indicator.contains("Melderegister: Fallzahlen sind gerundet (auf Vielfache von 5)"));
    assert!(indicator.contains("Melderegister: Die Fallzahlen sind um kleine Zufallswerte verändert (höchstens 6"));
    // Noise of our own on top of it adds to its bound.
    let noise = Protection::CellKey { variance_thousandths: 2000, bound: 5 };
    let said = said_with([noise, noise], Some(done));
    assert!(page(&said, "i/auslaenderanteil").contains("(höchstens 11 nach oben oder unten)"));
    let nothing = said_with([Protection::Suppression; 2], None);
    assert_eq!(page(&nothing, "methods").matches("nicht bekannt, dass die Zahlen vor der Lieferung").count(), 2);
}

#[test]
fn an_edition_that_is_not_for_everyone_says_so_on_each_page() {
    let (catalogue, release) = (support::catalogue(), support::release());
    let public = catalogue.editions.values().next().expect("an edition");
    for (audience, sentence) in [
        (Audience::Council, "Diese Ausgabe ist für den Rat und nicht öffentlich."),
        (Audience::Administration, "Diese Ausgabe ist für die Verwaltung und nicht öffentlich."),
    ] {
        let edition = Edition { audience, ..public.clone() };
        let (_, pages) = support::pages_of(&catalogue, &release, &edition);
        for (page, said) in german(&pages) {
            assert_eq!(notes(page).iter().filter(|note| note.contains(sentence)).count(), 1, "{}", page.path);
            assert!(!said.contains("Diese Ausgabe ist für alle"));
        }
    }
    let (_, pages) = support::pages(&catalogue, &release);
    assert!(german(&pages).all(|(_, said)| !said.contains("nicht öffentlich.")));
}

#[test]
fn each_indicator_leads_to_the_protection_of_its_sources() {
    let (catalogue, release) = (support::catalogue(), support::release());
    let (_, pages) = support::pages(&catalogue, &release);
    for (page, said) in german(&pages).filter(|(page, _)| page.path.starts_with("i/")) {
        assert!(said.contains("](methods#protection-"), "{}", page.path);
    }
}
