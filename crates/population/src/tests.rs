use std::collections::BTreeSet;

use super::*;

fn city(persons: u64) -> City {
    City::of_size(persons, 40, (2015..2025).collect(), 7)
}

#[test]
fn the_same_city_gives_the_same_bytes() {
    let city = City::of_size(2_000, 5, vec![2023, 2024], 3);
    let write = |city: &City| {
        let mut outputs = vec![Vec::new(), Vec::new()];
        let persons = Writers::write(city, outputs.iter_mut().collect()).unwrap();
        (persons, outputs)
    };
    let (persons, outputs) = write(&city);
    assert!(write(&city) == (persons, outputs));
    assert!(write(&City { seed: 4, ..city.clone() }) != write(&city));
}

#[test]
fn it_is_about_as_large_and_as_mixed_as_asked_for() {
    let (mut persons, mut foreign, mut minors, mut named, mut without_state) = (0, 0, 0, 0, 0);
    city(40_000)
        .walk::<()>(|year, _, household| {
            for person in household.people.iter().filter(|_| year == 0) {
                persons += 1;
                foreign += u64::from(person.citizenships[0] != Some("000"));
                minors += u64::from(person.year > 2015 - 18);
                named += u64::from(person.representatives[0].is_some());
                without_state += u64::from(person.state.is_none());
            }
            Ok(())
        })
        .unwrap();
    assert!((38_000..42_000).contains(&persons), "{persons}");
    assert!((100..300).contains(&(foreign * 1000 / persons)), "{foreign} of {persons}");
    assert!((120..260).contains(&(minors * 1000 / persons)), "{minors} of {persons}");
    assert!(named >= minors * 9 / 10, "{named} of {minors}");
    assert!((300..800).contains(&(without_state * 1000 / persons)), "{without_state} of {persons}");
}

#[test]
fn nobody_stands_twice_and_parents_live_with_their_children() {
    let mut keys = vec![Vec::new(); 10];
    city(5_000)
        .walk::<()>(|year, _, household| {
            assert!(!household.people.is_empty());
            let own: BTreeSet<i64> = household.people.iter().map(|person| person.key).collect();
            for person in household.people.iter().filter(|person| 2015 + year as i16 - person.year < 10) {
                let named = person.representatives.iter().flatten();
                assert!(named.clone().count() > 0);
                assert!(named.clone().all(|key| own.contains(key) || *key < person.key), "a parent may have died");
            }
            keys[year].extend(household.people.iter().map(|person| person.key));
            Ok(())
        })
        .unwrap();
    for own in keys {
        assert!(own.is_sorted_by(|a, b| a < b), "keys rise");
    }
}

#[test]
fn things_happen_through_the_years() {
    let (mut born, mut naturalised, mut before) = (0, 0, BTreeSet::new());
    city(5_000)
        .walk::<()>(|year, _, household| {
            for person in &household.people {
                born += usize::from(year > 0 && person.year == 2015 + year as i16);
                if person.citizenships[0] != Some("000") {
                    before.insert(person.key);
                } else {
                    naturalised += usize::from(before.remove(&person.key));
                }
            }
            Ok(())
        })
        .unwrap();
    assert!((150..900).contains(&born), "{born} births in nine years");
    assert!((50..400).contains(&naturalised), "{naturalised} naturalisations in nine years");
}

#[test]
fn new_dwellings_are_lived_in_from_the_year_in_which_they_are_built() {
    let mut city = City::of_size(2_000, 2, (2015..2025).collect(), 5);
    city.blocks[1].built_per_1000 = 20;
    let mut dwellings = vec![BTreeSet::new(); 2];
    let mut first = BTreeSet::new();
    city.walk::<()>(|year, block, household| {
        dwellings[usize::from(block.code == city.blocks[1].code)].insert(household.dwelling);
        if year == 0 {
            first.insert(household.dwelling);
        }
        Ok(())
    })
    .unwrap();
    let before: Vec<usize> = city.blocks.iter().map(|block| block.dwellings as usize).collect();
    assert_eq!(first.len(), before.iter().sum::<usize>());
    assert_eq!([dwellings[0].len(), dwellings[1].len()], [before[0], before[1] * 1180 / 1000]);
}
