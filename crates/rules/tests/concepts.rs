//! The definitions in use, as rules, on invented persons: every cell of the table holds, and the rules differ.

mod fixture;

use std::collections::BTreeMap;

use fixture::{answers, concepts, persons, table};
use rules::Class;

#[test]
fn every_cell_of_the_table_holds() {
    let persons = persons();
    let (heading, rows) = table("expected.csv");
    let mut cells = 0;
    for (column, (name, concept)) in concepts(&persons.attributes).iter().enumerate() {
        assert_eq!(heading[column + 1], *name);
        for (answer, row) in answers(concept, &persons).iter().zip(&rows) {
            assert_eq!(*answer, row[column + 1], "{name}, person {}", row[0]);
            cells += 1;
        }
    }
    assert_eq!(cells, 17 * 21);
}

#[test]
fn every_pair_of_rules_is_separated_by_a_person() {
    let persons = persons();
    // The eleven rules of the table; who has an immigration history is with it in the first or second generation.
    let eleven: Vec<(String, Vec<String>)> = concepts(&persons.attributes)
        .iter()
        .take(11)
        .map(|(name, concept)| {
            let plain = |answer: String| match answer.as_str() {
                "E1" | "E2" => "yes".to_owned(),
                "one-sided" | "none" => "no".to_owned(),
                _ => answer,
            };
            (name.clone(), answers(concept, &persons).into_iter().map(plain).collect())
        })
        .collect();
    let mut separated = BTreeMap::new();
    for (place, (first, ours)) in eleven.iter().enumerate() {
        for (second, theirs) in eleven.iter().skip(place + 1) {
            let differ: Vec<usize> = (1..)
                .zip(ours.iter().zip(theirs))
                .filter(|(_, (a, b))| a != b && *a != "-" && *b != "-")
                .map(|(person, _)| person)
                .collect();
            println!("{first} and {second}: persons {differ:?}");
            separated.insert((first.as_str(), second.as_str()), differ);
        }
    }
    assert_eq!(separated.len(), 55);
    let not_by = |last: usize| -> Vec<(&str, &str)> {
        let by = |differ: &Vec<usize>| differ.iter().any(|person| *person <= last);
        separated.iter().filter(|(_, differ)| !by(differ)).map(|(pair, _)| *pair).collect()
    };
    // The seventeen leave four pairs together where both statistics cover the person.
    assert_eq!(
        not_by(17),
        [
            ("census-2011", "tintg-nrw"),
            ("microcensus-narrow", "school-hamburg"),
            ("microcensus-wide", "school-hamburg"),
            ("school-hamburg", "register-berlin"),
        ]
    );
    // Persons 19 (German by status without citizenship), 20 and 21 part them.
    assert_eq!(separated[&("census-2011", "tintg-nrw")], [19]);
    assert_eq!(separated[&("microcensus-wide", "school-hamburg")], [20]);
    assert_eq!(separated[&("school-hamburg", "register-berlin")], [21]);
    assert_eq!(not_by(21), []);
    assert_eq!(separated[&("mighev", "census-2011")], [13]);
    assert_eq!(separated[&("microcensus-wide", "microcensus-narrow")], [8, 14, 17]);
}

#[test]
fn reasons() {
    let persons = persons();
    let concepts = concepts(&persons.attributes);
    let data = persons.buffer.table(&persons.attributes).unwrap();
    let explained = |concept: &str, person: usize, weak: &[&str]| {
        let (_, concept) = concepts.iter().find(|(name, _)| name == concept).unwrap();
        let place = |name: &&str| persons.attributes.find(name).unwrap();
        let weak = concept.classifier.set(&weak.iter().map(place).collect::<Vec<_>>());
        let row = concept.classifier.on(&data).explain(0, weak)[person - 1];
        let names = |set: u64| -> Vec<&str> {
            let asked = concept.classifier.attributes().iter().enumerate();
            let kept = asked.filter(|(bit, _)| set >> bit & 1 == 1);
            kept.map(|(_, place)| persons.attributes.list()[*place].name.as_str()).collect()
        };
        (names(row.deciding), names(row.sufficient), names(row.missing))
    };
    // Two reasons stand side by side: neither decides alone, and the stronger one is named.
    assert_eq!(explained("kmk", 15, &[]), (vec!["born_abroad"], vec!["born_abroad"], vec![]));
    assert_eq!(explained("register-berlin", 4, &["naturalisation_mark"]), (vec![], vec!["born_abroad"], vec![]));
    assert_eq!(explained("register-berlin", 4, &["born_abroad"]), (vec![], vec!["naturalisation_mark"], vec![]));
    let through_a_parent = vec!["age", "parent1_born_abroad", "parent1_in_household"];
    assert_eq!(explained("register-berlin", 7, &[]), (through_a_parent.clone(), through_a_parent, vec![]));
    let (_, _, missing) = explained("immigration-history", 17, &[]);
    assert_eq!(missing, ["parent2_born_abroad", "parent2_immigration_year"]);
    let (_, _, missing) = explained("kmk", 18, &[]);
    assert_eq!(missing, ["german"]);
}

#[test]
fn shares_that_hang_on_a_weak_attribute() {
    let persons = persons();
    let concepts = concepts(&persons.attributes);
    let data = persons.buffer.table(&persons.attributes).unwrap();
    let (_, berlin) = concepts.iter().find(|(name, _)| name == "register-berlin").unwrap();
    let weak = berlin.classifier.set(&[persons.attributes.find("born_abroad").unwrap()]);
    let tally = berlin.classifier.on(&data).tally(weak);
    assert_eq!((tally.rows, tally.undeterminable, tally.contradictions, tally.nowhere), (21, 1, 0, 0));
    assert_eq!(tally.categories, [14, 6]);
    // Persons 6, 11, 12, 13, 15 and 20 are counted for their place of birth alone; all six others are not counted
    // because nothing speaks for it, the place of birth among other things.
    assert_eq!(tally.on_one_weak, [6, 6, 0]);
    assert_eq!(tally.share_undeterminable(), Some(1.0 / 21.0));
    assert_eq!(tally.share_on_one_weak(0), Some(6.0 / 14.0));
}

#[test]
fn what_is_possible_under_the_rules() {
    let persons = persons();
    let concepts = concepts(&persons.attributes);
    let possible = |name: &str| concepts.iter().find(|(other, _)| other == name).unwrap().1.classifier.possible();
    let history = possible("immigration-history");
    assert!(history.proved);
    // Born abroad, moved before 1950, both parents later: the definition has no answer.
    assert!(history.classes.contains(&Class::Nowhere));
    // Own migration comes first; the last two categories exclude each other by themselves.
    let overlapping: Vec<_> = history.overlaps.keys().copied().collect();
    assert_eq!(overlapping, [(0, 2), (0, 3)]);
    let open = concepts.iter().filter(|(_, concept)| !concept.classifier.possible().proved);
    // More combinations than are tried.
    assert_eq!(open.map(|(name, _)| name.as_str()).collect::<Vec<_>>(), ["register-berlin", "register-marks"]);
    assert!(!possible("register-berlin").classes.contains(&Class::Nowhere));
}
