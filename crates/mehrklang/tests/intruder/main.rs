//! An intruder reads everything that is published, of all releases, and tries to tell small counts.
//!
//! Here the whole way is gone as offices go it: two deliveries, a release for three audiences, sites; then more groups
//! and smaller areas are asked for, and everything is published anew. The intruder keeps what he has seen.

#[path = "../common/mod.rs"]
mod common;
mod formats;
mod html;
mod seen;
mod system;
mod town;

use std::{fs, path::Path};

use seen::{Seen, folders};
use system::System;
use town::Leaf;

/// Takes the deliveries in, and publishes for everyone what is asked for at first.
fn first(dir: &Path, leaves: &[Leaf]) {
    town::write(dir, &town::FIRST);
    for (source, text) in town::deliveries(leaves) {
        let file = dir.join(format!("{source}.csv"));
        fs::write(&file, text).unwrap();
        common::run(dir, &["receive", "--source", source, "--received", "2025-01-10", file.to_str().unwrap()], 0);
    }
    common::run(dir, &["produce", "--on", "2025-02-01"], 0);
    publish(dir);
}

/// Asks for more, and publishes that.
fn second(dir: &Path) {
    town::write(dir, &town::SECOND);
    common::run(dir, &["produce", "--on", "2025-03-01", "--because", "Mehr Merkmale, auch für Viertel"], 0);
    publish(dir);
}

fn publish(dir: &Path) {
    for (_, _, edition) in town::AUDIENCES {
        common::run(dir, &["publish", edition], 0);
    }
}

/// How many small counts there are, and the names of those that can be told from all that was seen.
fn told(seen: &Seen, leaves: &[Leaf], minimum: i64) -> (usize, Vec<String>) {
    let (mut tried, mut told) = (0, Vec::new());
    for source in system::SOURCES {
        for year in 0..town::YEARS.len() {
            let system = System::new(leaves, seen, source, year);
            assert!(system.holds(), "what is published is true");
            let sensitive = system::sensitive(&system, seen, source, year, minimum);
            tried += sensitive.len();
            told.extend(system::told(&system, &sensitive, minimum, true));
        }
    }
    (tried, told)
}

/// Publishes twice; after each time every audience tries with all that it has ever seen. Answers with that.
fn attack(leaves: &[Leaf]) -> Vec<Seen> {
    let town = tempfile::tempdir().unwrap();
    let dir = town.path();
    let mut all = vec![Seen::default(); town::AUDIENCES.len()];
    for round in ["first", "second"] {
        if round == "first" {
            first(dir, leaves)
        } else {
            second(dir)
        }
        for ((audience, minimum, _), seen) in town::AUDIENCES.into_iter().zip(&mut all) {
            seen.figures.clear();
            seen.read(&folders(dir, audience));
            html::compare(dir, audience, seen, leaves);
            let (tried, told) = told(seen, leaves, minimum);
            println!("{audience}, {round}: {} read, {} withheld, {tried} small", seen.read, seen.withheld.len());
            assert_eq!(told, [] as [&str; 0], "{audience}, {round}");
            assert!(tried >= 4, "there is something to hide: {tried}");
        }
    }
    all
}

#[test]
fn nobody_can_tell_a_small_count_from_all_that_was_ever_published() {
    let leaves = town::leaves(&town::TOWN);
    for ((audience, minimum, _), seen) in town::AUDIENCES.into_iter().zip(attack(&leaves)) {
        let (needed, covering) = needed(&seen, &leaves, minimum);
        println!("{audience}: {needed} of {covering} covering cells are needed");
        assert!(needed * 2 > covering && covering > 10, "with one cell more the intruder succeeds");
    }
}

#[test]
fn what_a_narrower_audience_has_seen_binds_what_the_public_is_shown() {
    // The council knows of four people in a district; if the public were told that both quarters have some that are
    // withheld, the council would know that these are fewer than four.
    let leaves = town::leaves(&town::OTHER);
    let seen = attack(&leaves);
    let small = |cell: &&seen::Cell| {
        let quarters = ["021", "022"].contains(&cell.area.as_str()) && cell.period == town::YEARS[0];
        quarters && cell.group == [("citizenship".to_owned(), "foreign".to_owned())]
    };
    let withheld = seen[1].withheld.iter().filter(small).filter(|cell| cell.measure == "einwohner.residents");
    assert!(withheld.count() < 2, "one of them at least is not even named");
}

/// Shows one withheld cell after the other that is not small itself: how many of them give something away, and how
/// many there are.
fn needed(seen: &Seen, leaves: &[Leaf], minimum: i64) -> (usize, usize) {
    let (mut needed, mut covering) = (0, 0);
    for cell in seen.withheld.iter().filter(|cell| !seen.numbers.contains_key(*cell)) {
        let source = cell.measure.split('.').next().unwrap();
        let year = town::YEARS.iter().position(|year| *year == cell.period).unwrap();
        let system = System::new(leaves, seen, source, year);
        let truth = system.truth(&system.sum(cell, 1.0)) as i64;
        if truth < minimum {
            continue;
        }
        covering += 1;
        let mut copy = seen.clone();
        copy.numbers.insert(cell.clone(), truth);
        let system = System::new(leaves, &copy, source, year);
        let sensitive = system::sensitive(&system, &copy, source, year, minimum);
        needed += usize::from(!system::told(&system, &sensitive, minimum, false).is_empty());
    }
    (needed, covering)
}
