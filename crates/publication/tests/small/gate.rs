//! The gate before publication.

use catalogue::{
    Catalogue,
    model::{Edition, GateCheck, LocalText, Override, SignedOff},
};
use publication::{
    Facts,
    gate::{Point, Seen, Weight},
};

use crate::support;

const SEALED: &str = "2026-03-15";

fn local(text: &str) -> LocalText {
    LocalText { de: text.to_owned(), en: None }
}

/// What the gate says of an edition on a day: state of each point by its word.
fn said(catalogue: &Catalogue, edition: &Edition, today: &str) -> Vec<(&'static str, bool, bool)> {
    let measures = publication::measure(catalogue, &support::release());
    let release = "2026-03-15-012345".parse().unwrap();
    let facts = Facts { edition, release: &release, sealed_on: SEALED, supersedes: None };
    let points = publication::gate(catalogue, &measures, &facts, today, Seen::default());
    points.iter().map(|point: &Point<'_>| (point.check.word(), point.open.is_empty(), point.blocks())).collect()
}

fn point(said: &[(&'static str, bool, bool)], check: GateCheck) -> (bool, bool) {
    let (_, done, blocks) = said.iter().find(|(word, ..)| *word == check.word()).expect("each point is said");
    (*done, *blocks)
}

fn edition(catalogue: &Catalogue) -> Edition {
    catalogue.editions.values().next().expect("an edition").clone()
}

#[test]
fn each_point_stands_once_in_its_order() {
    let catalogue = support::catalogue();
    let words: Vec<&str> = said(&catalogue, &edition(&catalogue), SEALED).iter().map(|(word, ..)| *word).collect();
    assert_eq!(words, GateCheck::ALL.map(GateCheck::word));
}

#[test]
fn nothing_leaves_before_its_day() {
    let catalogue = support::catalogue();
    let held = Edition { embargo: Some("2026-04-01".to_owned()), ..edition(&catalogue) };
    assert_eq!(point(&said(&catalogue, &held, "2026-03-31"), GateCheck::Embargo), (false, true));
    assert_eq!(point(&said(&catalogue, &held, "2026-04-01"), GateCheck::Embargo), (true, false));
    assert_eq!(point(&said(&catalogue, &edition(&catalogue), "2026-03-31"), GateCheck::Embargo), (true, false));
}

#[test]
fn a_shielded_office_signs_after_the_release_was_sealed() {
    let mut catalogue = support::catalogue();
    let signed = |on: &str| Some(SignedOff { by: local("Statistikstelle"), on: on.to_owned() });
    for (shielded, signature, expected) in [
        (true, None, (false, true)),
        (true, signed("2026-03-14"), (false, true)),
        (true, signed("2026-03-15"), (true, false)),
        (false, None, (false, false)),
    ] {
        catalogue.monitoring.shielded_office = shielded;
        let edition = Edition { signed_off: signature, ..edition(&catalogue) };
        assert_eq!(point(&said(&catalogue, &edition, SEALED), GateCheck::SignedOff), expected);
    }
}

#[test]
fn what_is_let_pass_stays_open_but_blocks_no_more() {
    let catalogue = support::catalogue();
    let pass = Override {
        check: GateCheck::Embargo,
        reason: local("Vorab freigegeben"),
        by: local("Amtsleitung"),
        on: "2026-03-30".to_owned(),
    };
    let held = Edition { embargo: Some("2026-04-01".to_owned()), overrides: vec![pass], ..edition(&catalogue) };
    assert_eq!(point(&said(&catalogue, &held, "2026-03-31"), GateCheck::Embargo), (false, false));
}

#[test]
fn interpretations_are_missed_for_each_indicator_without() {
    let mut catalogue = support::catalogue();
    catalogue.texts.interpretations.clear();
    let measures = publication::measure(&catalogue, &support::release());
    let release = "2026-03-15-012345".parse().unwrap();
    let edition = edition(&catalogue);
    let facts = Facts { edition: &edition, release: &release, sealed_on: SEALED, supersedes: None };
    let points = publication::gate(&catalogue, &measures, &facts, SEALED, Seen::default());
    let point = points.iter().find(|point| point.check == GateCheck::Interpretations).expect("it is there");
    assert_eq!(point.weight, Weight::Warning);
    assert_eq!(point.open.len(), catalogue.current().count());
}

#[test]
fn texts_as_old_as_the_figures_before_are_missed_until_someone_has_read_them() {
    let catalogue = support::catalogue();
    let measures = publication::measure(&catalogue, &support::release());
    let release = "2026-03-15-012345".parse().unwrap();
    let seen = || Seen { unchanged_texts: vec!["open/texts/interpretation/x.de.md".to_owned()], ..Seen::default() };
    let read = |on: &str| Some(SignedOff { by: local("Integrationsbüro"), on: on.to_owned() });
    for (texts_read, open) in [(None, 1), (read("2026-03-14"), 1), (read(SEALED), 0)] {
        let edition = Edition { texts_read, ..edition(&catalogue) };
        let facts = Facts { edition: &edition, release: &release, sealed_on: SEALED, supersedes: None };
        let points = publication::gate(&catalogue, &measures, &facts, SEALED, seen());
        let point = points.iter().find(|point| point.check == GateCheck::Texts).expect("it is there");
        assert_eq!((point.open.len(), point.weight), (open, Weight::Warning));
    }
}
