//! What editions say of their own: foreword and paper.

use catalogue::{
    Catalogue,
    model::{Colour, Correction, Design, Edition, LocalText, Paper, Selection},
};
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

/// What is shown leads nowhere else, whatever is left away.
fn links_hold(pages: &[Page]) {
    let paths: std::collections::BTreeSet<&str> = pages.iter().map(|page| page.path.as_str()).collect();
    for page in pages {
        for target in text::page(page).split("](").skip(1).filter_map(|rest| rest.split(')').next()) {
            let own = target.split('#').next().unwrap_or_default();
            let file = own.rsplit('/').next().is_some_and(|name| name.contains('.'));
            assert!(own.contains("://") || file || paths.contains(own), "{}: {target}", page.path);
        }
    }
}

#[test]
fn an_edition_shows_what_was_selected_and_leads_to_nothing_else() {
    let catalogue = support::catalogue();
    let public = catalogue.editions.values().next().expect("an edition");
    let everything = support::pages_of(&catalogue, &support::release(), public).1;
    links_hold(&everything);
    let levels = catalogue.levels.iter().map(|level| Some(level.name.clone()));
    let fields = catalogue.fields.iter().map(|field| vec![field.name.clone()]);
    let selections = levels
        .map(|finest_level| Selection { finest_level, ..Selection::default() })
        .chain(fields.map(|fields| Selection { fields, ..Selection::default() }))
        .chain([Selection { core_only: true, ..Selection::default() }]);
    for selection in selections {
        let contact = Some(local("Frau Frage", "Ms Question"));
        let edition = Edition { selection: selection.clone(), contact, ..public.clone() };
        let own = catalogue.of_edition(&edition);
        assert_eq!(own.monitoring.contact.de, "Frau Frage");
        assert!(own.indicators.iter().all(|one| !selection.core_only || one.core));
        let pages = support::pages_of(&own, &support::release(), &edition).1;
        assert!(pages.len() <= everything.len());
        links_hold(&pages);
    }
}

#[test]
fn an_edition_has_readers_a_look_and_an_order_of_its_own() {
    let mut catalogue = support::catalogue();
    let public = catalogue.editions.values().next().expect("an edition").clone();
    let colour = |text: &str| text.parse::<Colour>().ok();
    catalogue.monitoring.design.accent = colour("#0d4a66");
    let names = |catalogue: &Catalogue| catalogue.fields.iter().map(|field| field.name.clone()).collect::<Vec<_>>();
    let backwards: Vec<_> = names(&catalogue).into_iter().rev().collect();
    let edition = Edition {
        readers: Some(local("den Beirat", "the board")),
        design: Design { accent: colour("#7a0019"), logo: None },
        selection: Selection { fields: backwards.clone(), ..Selection::default() },
        ..public.clone()
    };
    let own = catalogue.of_edition(&edition);
    assert!(backwards.len() > 1 && names(&own) == backwards);
    assert_eq!(own.monitoring.design.accent, colour("#7a0019"));
    assert_eq!(catalogue.of_edition(&public).monitoring.design.accent, colour("#0d4a66"));
    let pages = support::pages_of(&own, &support::release(), &edition).1;
    let said = |path: &str| text::page(pages.iter().find(|page| page.path == path).expect("a page"));
    assert!(said("methods").contains("Diese Ausgabe ist für den Beirat; sie zeigt nur, was alle wissen dürfen."));
    assert!(said("data").contains("den Beirat"));
    links_hold(&pages);
}

#[test]
fn corrections_stand_where_the_mistake_was_and_in_a_list() {
    let mut catalogue = support::catalogue();
    let public = catalogue.editions.values().next().expect("an edition").clone();
    let wrong = catalogue.indicators[0].name.clone();
    catalogue.corrections = ["2026-01-05", "2026-02-03"]
        .map(|on| Correction {
            on: on.to_owned(),
            indicators: vec![wrong.clone()],
            text: local("Es war vertauscht.", "It was swapped."),
            reason: local("Versehen.", "Oversight."),
        })
        .to_vec();
    let pages = support::pages_of(&catalogue, &support::release(), &public).1;
    let said = |path: &str| text::page(pages.iter().find(|page| page.path == path).expect("a page"));
    let own = said(&format!("i/{wrong}"));
    let [later, earlier] = ["3. Februar 2026", "5. Januar 2026"].map(|day| own.find(&format!("Berichtigt am {day}")));
    assert!(later.is_some() && later < earlier, "the latest first: {own}");
    assert!(said("changes").contains("Berichtigungen"));
    let other = catalogue.indicators.last().expect("an indicator").name.clone();
    assert!(other == wrong || !said(&format!("i/{other}")).contains("Berichtigt"));
}
