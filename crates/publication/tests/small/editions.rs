//! What editions say of their own: foreword and paper.

use catalogue::model::{Edition, LocalText, Paper};
use publication::page::Page;
use words::Language;

use crate::{support, text};

fn local(de: &str, en: &str) -> LocalText {
    LocalText { de: de.to_owned(), en: Some(en.to_owned()) }
}

fn pages(foreword: Option<LocalText>, paper: Option<Paper>) -> Vec<Page> {
    let catalogue = support::catalogue();
    let public = catalogue.editions.values().next().expect("an edition");
    let edition = Edition { foreword, paper, ..public.clone() };
    support::pages_of(&catalogue, &support::release(), &edition).1
}

fn paper() -> Paper {
    Paper {
        number: Some("2026/077".to_owned()),
        date: Some("2026-04-22".to_owned()),
        subject: local("Stand der Ziele", "Where the targets stand"),
        financial_effects: Some(local("Keine.", "None.")),
        decisions: vec![
            local("Der Rat nimmt Kenntnis.", "The council notes it."),
            local("Es geht weiter.", "On it goes."),
        ],
    }
}

#[test]
fn the_paper_reads_as_expected() {
    let pages = pages(None, Some(paper()));
    let shown: Vec<&Page> = pages.iter().filter(|page| page.path == "paper").collect();
    assert_eq!(shown.len(), 2, "one a language");
    for page in shown {
        support::check(&format!("{}/paper.txt", page.language), &text::page(page));
    }
}

#[test]
fn a_paper_names_each_indicator_once_by_what_can_be_influenced() {
    let catalogue = support::catalogue();
    let pages = pages(None, Some(paper()));
    let page = pages.iter().find(|page| page.path == "paper").expect("the paper");
    let said = text::page(page);
    for indicator in catalogue.current() {
        assert_eq!(said.matches(&format!("](i/{})", indicator.name)).count(), 1, "{}", indicator.name);
    }
}

#[test]
fn foreword_and_paper_open_the_start_page_and_nothing_else_where_there_are_none() {
    let foreword = local("Guten Tag.\n\nWillkommen.", "Good day.\n\nWelcome.");
    let start = |pages: &[Page]| {
        let start = pages.iter().find(|page| page.path.is_empty() && page.language == Language::De);
        text::page(start.expect("a start page"))
    };
    let with = start(&pages(Some(foreword), Some(paper())));
    for said in ["Vorwort", "Guten Tag.", "Willkommen.", "[Stand der Ziele](paper)"] {
        assert!(with.contains(said), "{said}: {with}");
    }
    let without = pages(None, None);
    assert!(!start(&without).contains("Vorwort"));
    assert!(without.iter().all(|page| page.path != "paper"));
}
