//! Refusals, and an intruder who tries to find small counts in what was shown.

use std::collections::BTreeMap;

use catalogue::model::{IndicatorKind, MeasureKind, Protection};
use proptest::prelude::*;
use release::{Observation, Table};

use super::{Confidential, protect};
use crate::{
    ask,
    cube::{Axes, Cell, Cube, Place, State},
    policy::Policy,
    tests::town,
};
use catalogue::{Catalogue, Period, Remark};

mod intruder;

/// A catalogue of one city with three districts, one count and these breakdowns.
fn catalogue_of(breakdowns: &[&[&str]], levels: &[&str], protection: Protection) -> Catalogue {
    catalogue_with(3, breakdowns, levels, protection)
}

fn catalogue_with(districts: usize, breakdowns: &[&[&str]], levels: &[&str], protection: Protection) -> Catalogue {
    let count = IndicatorKind::Count { of: town::quantity("s.m", &[]) };
    town::catalogue(
        town::areas(districts, 2, false),
        vec![
            town::variable("citizenship", &["foreign", "german"], true),
            town::variable("sex", &["female", "male"], true),
            town::variable("age", &["old", "young"], true),
        ],
        town::source(protection, vec![town::measure("m", MeasureKind::Count, None)]),
        vec![town::indicator("i", count, breakdowns, levels)],
    )
}

/// A cube of the districts in one period; `count` gives the finest cells, sums are added up.
fn cube(catalogue: &Catalogue, by: &[&str], level: &str, count: impl Fn(usize, &[usize]) -> i64) -> Cube {
    let variables = by.iter().map(|name| town::name(name)).collect();
    let axes = Axes::new(catalogue, vec![Period::year_of(2024)], variables);
    let mut cube = Cube::new(axes.clone(), 1_000_000, false).unwrap();
    for index in 0..axes.size().unwrap() {
        let place = axes.place(index);
        if catalogue.areas[place.area].level.as_str() == level && place.slots.iter().all(|slot| *slot > 0) {
            let number = Confidential::seal(count(place.area, &place.slots));
            cube.put(catalogue, &place, Cell { state: State::Value(release::Mark::None), number });
        }
    }
    assert!(cube.fill(catalogue, MeasureKind::Count).is_ok());
    cube
}

fn run(catalogue: &Catalogue, cube: Cube, minimum: i64) -> (Vec<Table>, Vec<Remark>) {
    let cubes = BTreeMap::from([(town::name("s.m"), cube)]);
    protect(catalogue, &Policy { minimum_frequency: minimum }, &ask::tables(catalogue), cubes)
}

/// Tables and levels that are shown, as `citizenship,sex@district`.
fn shown(catalogue: &Catalogue, tables: &[Table]) -> Vec<String> {
    let mut shown = Vec::new();
    for table in tables {
        let by: Vec<&str> = table.key.by.iter().map(|name| name.as_str()).collect();
        for level in &catalogue.levels {
            let at = |row: &release::Row| catalogue.area(&row.area).is_some_and(|area| area.level == level.name);
            if table.rows.iter().any(at) {
                shown.push(format!("{}@{}", by.join(","), level.name));
            }
        }
    }
    shown
}

#[track_caller]
fn check(breakdowns: &[&[&str]], count: impl Fn(usize, &[usize]) -> i64, expected: &[&str]) {
    let catalogue = catalogue_of(breakdowns, &["city", "district"], Protection::Confidential);
    let cube = cube(&catalogue, &["citizenship", "sex"], "district", count);
    let (tables, remarks) = run(&catalogue, cube, 5);
    assert_eq!(shown(&catalogue, &tables), expected);
    let asked: usize = ask::tables(&catalogue).iter().map(|ask| ask.levels.len()).sum();
    assert_eq!(remarks.len(), asked - expected.len(), "each refusal is remarked");
    assert!(remarks.iter().all(|remark| remark.rule == "table-refused"));
}

#[test]
fn large_counts_pass() {
    check(&[&["citizenship"]], |_, _| 10, &["@city", "@district", "citizenship@city", "citizenship@district"]);
    check(&[&["citizenship"]], |_, _| 0, &["@city", "@district", "citizenship@city", "citizenship@district"]);
}

#[test]
fn a_table_with_a_small_count_is_refused_at_its_level_only() {
    // One district has 2 foreign women; 7 foreigners are enough for the table by citizenship.
    let count = |area: usize, slots: &[usize]| if area == 1 && slots == [1, 1] { 2 } else { 5 };
    let all: &[&[&str]] = &[&["citizenship"], &["sex"], &["citizenship", "sex"]];
    check(&all[..1], count, &["@city", "@district", "citizenship@city", "citizenship@district"]);
    // Citizenship × sex is refused for districts; so is sex there, because with both it would close a ring.
    check(
        all,
        count,
        &["@city", "@district", "citizenship@city", "citizenship@district", "citizenship,sex@city", "sex@city"],
    );
    // Without the table of the city, there is no ring.
    check(
        &all[..2],
        count,
        &["@city", "@district", "citizenship@city", "citizenship@district", "sex@city", "sex@district"],
    );
}

#[test]
fn what_would_give_a_refused_table_is_refused() {
    // The table by sex alone was delivered with a small number; the finer table adds up to it.
    let catalogue = catalogue_of(&[&["sex"], &["citizenship", "sex"]], &["district"], Protection::Confidential);
    let mut cube = cube(&catalogue, &["citizenship", "sex"], "district", |_, _| 50);
    let place = Place { area: 1, period: 0, slots: vec![0, 1] };
    cube.put(&catalogue, &place, Cell { state: State::Value(release::Mark::None), number: Confidential::seal(3) });
    let (tables, _) = run(&catalogue, cube, 5);
    assert_eq!(shown(&catalogue, &tables), ["@district"]);
}

#[test]
fn what_is_left_of_a_whole_counts_too() {
    // The city was delivered with 2 people more than its districts have.
    let catalogue = catalogue_of(&[], &["city", "district"], Protection::Confidential);
    let mut cube = cube(&catalogue, &[], "district", |_, _| 50);
    let place = Place { area: 0, period: 0, slots: Vec::new() };
    cube.put(&catalogue, &place, Cell { state: State::Value(release::Mark::None), number: Confidential::seal(152) });
    let (tables, remarks) = run(&catalogue, cube, 5);
    assert_eq!(shown(&catalogue, &tables), ["@city"]);
    assert_eq!(remarks[0].words[2].1, catalogue::remark::Word::Text("district".to_owned()));
}

#[test]
fn levels_that_overlap_are_not_shown_together() {
    // Quarters and school districts cover the same city in different ways; their differences would be small areas.
    let mut catalogue = catalogue_of(&[], &["city", "district", "quarter"], Protection::Confidential);
    catalogue.levels[2].parent = Some(town::name("city"));
    for area in catalogue.areas.iter_mut().filter(|area| area.level.as_str() == "quarter") {
        area.parent = Some(town::name("0"));
    }
    let mut cube = cube(&catalogue, &[], "district", |_, _| 50);
    for (area, _) in catalogue.areas.iter().enumerate().filter(|(_, area)| area.level.as_str() == "quarter") {
        let cell = Cell { state: State::Value(release::Mark::None), number: Confidential::seal(25) };
        cube.put(&catalogue, &Place { area, period: 0, slots: Vec::new() }, cell);
    }
    let (tables, remarks) = run(&catalogue, cube, 5);
    assert_eq!(shown(&catalogue, &tables), ["@city", "@district"]);
    assert_eq!(remarks.len(), 1);
}

#[test]
fn public_figures_pass_as_they_are() {
    let catalogue = catalogue_of(&[&["citizenship"]], &["district"], Protection::AlreadyPublic);
    let cube = cube(&catalogue, &["citizenship"], "district", |_, _| 1);
    let (tables, remarks) = run(&catalogue, cube, 5);
    assert_eq!(shown(&catalogue, &tables), ["@district", "citizenship@district"]);
    assert!(remarks.is_empty());
}

#[test]
fn the_rest_of_a_share_counts_too() {
    let whole = town::quantity("s.all", &[]);
    let share = IndicatorKind::Share { numerator: town::quantity("s.some", &[]), denominator: whole };
    let measures =
        vec![town::measure("all", MeasureKind::Count, None), town::measure("some", MeasureKind::Count, None)];
    let catalogue = town::catalogue(
        town::areas(2, 1, false),
        vec![town::variable("sex", &["female", "male"], true)],
        town::source(Protection::Confidential, measures),
        vec![town::indicator("i", share, &[&["sex"]], &["district"])],
    );
    // Of 20 women in the first district, all but one take part.
    let some = cube(&catalogue, &["sex"], "district", |area, slots| if area == 1 && slots[0] == 1 { 19 } else { 10 });
    let all = cube(&catalogue, &["sex"], "district", |_, _| 20);
    let cubes = BTreeMap::from([(town::name("s.all"), all), (town::name("s.some"), some)]);
    let (tables, _) = protect(&catalogue, &Policy { minimum_frequency: 3 }, &ask::tables(&catalogue), cubes);
    let found: Vec<String> = tables.iter().map(|t| format!("{} {}", t.key.measure, t.key.by.len())).collect();
    assert_eq!(found, ["s.all 0", "s.all 1", "s.some 0"]);
}

#[test]
fn sums_follow_the_count_behind_them() {
    let sum = IndicatorKind::Given { of: town::quantity("s.years", &[]) };
    let with = |counted_by| {
        let measures =
            vec![town::measure("m", MeasureKind::Count, None), town::measure("years", MeasureKind::Figure, counted_by)];
        town::catalogue(
            town::areas(2, 1, false),
            vec![town::variable("sex", &["female", "male"], true)],
            town::source(Protection::Confidential, measures),
            vec![town::indicator("i", sum.clone(), &[&["sex"]], &["district"])],
        )
    };
    let run = |catalogue: &Catalogue, women: i64| {
        let years = cube(catalogue, &["sex"], "district", |_, _| 30);
        let count = cube(catalogue, &["sex"], "district", |_, slots| if slots[0] == 1 { women } else { 90 });
        let cubes = BTreeMap::from([(town::name("s.m"), count), (town::name("s.years"), years)]);
        let (tables, remarks) = protect(catalogue, &Policy { minimum_frequency: 3 }, &ask::tables(catalogue), cubes);
        (
            tables.iter().map(|table| table.key.by.len()).collect::<Vec<_>>(),
            remarks.iter().map(|r| r.rule).collect::<Vec<_>>(),
        )
    };
    assert_eq!(run(&with(Some("m")), 70), (vec![0, 1], vec![]));
    assert_eq!(run(&with(Some("m")), 2), (vec![0], vec!["table-refused"]));
    assert_eq!(run(&with(None), 70), (vec![], vec!["table-refused-uncounted", "table-refused-uncounted"]));
}

/// An area, a group and the number that was shown.
type Shown = (String, Vec<(String, String)>, i64);

/// All shown numbers, by place in the words of the catalogue.
fn numbers(tables: &[Table]) -> Vec<Shown> {
    let mut numbers = Vec::new();
    for table in tables {
        for row in &table.rows {
            let Observation::Value { number, .. } = row.observation else { panic!("only numbers were delivered") };
            let group = table.key.by.iter().zip(&row.categories);
            let group = group.filter_map(|(v, c)| Some((v.to_string(), c.as_ref()?.to_string()))).collect();
            numbers.push((row.area.to_string(), group, number.scaled));
        }
    }
    numbers
}
