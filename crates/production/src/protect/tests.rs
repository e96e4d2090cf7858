//! What is withheld, and an intruder who tries to find small counts in what was shown.

use catalogue::model::{IndicatorKind, MeasureKind, Protection};
use proptest::prelude::*;
use release::{Observation, Table};

use super::{Bounds, Confidential, Passed, protect};
use crate::{
    ask,
    cube::{Axes, Cell, Cube, Place, State},
    ledger::Ledger,
    tests::town,
};
use catalogue::{
    Catalogue, Period,
    model::Audience,
    policy::{self, Coarsening, How, Policy},
};

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
    let mut cube = Cube::new(catalogue, axes.clone(), 1_000_000, false).unwrap();
    for index in 0..axes.size().unwrap() {
        let place = axes.place(index);
        if catalogue.areas[place.area].level.as_str() == level && place.slots.iter().all(|slot| *slot > 0) {
            let number = Confidential::seal(count(place.area, &place.slots));
            cube.put(&place, Cell { state: State::Value(release::Mark::None), number });
        }
    }
    assert!(cube.fill(catalogue, MeasureKind::Count).is_ok());
    cube
}

fn run_with(catalogue: &Catalogue, cubes: Vec<(&str, Cube)>, policy: &str, ledger: &[(String, String)]) -> Passed {
    let (policy, remarks) = policy::read(catalogue, policy);
    let policy = policy.unwrap_or_else(|| panic!("{remarks:?}"));
    run_by(catalogue, cubes, &policy, ledger)
}

fn run_by(catalogue: &Catalogue, cubes: Vec<(&str, Cube)>, policy: &Policy, ledger: &[(String, String)]) -> Passed {
    let Ok(ledger) = Ledger::read(ledger) else { panic!("the ledger was written by us") };
    let bounds = Bounds { policy, ledger: &ledger, secret: Some(&[7; 32]) };
    let cubes = cubes.into_iter().map(|(name, cube)| (town::name(name), cube)).collect();
    protect(catalogue, &bounds, &ask::tables(catalogue, policy), cubes)
}

fn run(catalogue: &Catalogue, cube: Cube, minimum: i64) -> Passed {
    run_with(catalogue, vec![("s.m", cube)], &format!("default.minimum-frequency = {minimum}"), &[])
}

fn rules(passed: &Passed) -> Vec<&str> {
    passed.remarks.iter().map(|remark| remark.rule).collect()
}

/// Withheld cells of the first audience, as `citizenship=foreign,sex=female@1`; the same cell of several tables once.
fn withheld(passed: &Passed) -> Vec<String> {
    withheld_from(&passed.tables[0].1)
}

fn withheld_from(tables: &[Table]) -> Vec<String> {
    let mut cells = std::collections::BTreeSet::new();
    for table in tables {
        for row in table.rows.iter().filter(|row| row.observation == Observation::Withheld) {
            let group: Vec<String> = table
                .key
                .by
                .iter()
                .zip(&row.categories)
                .filter_map(|(name, code)| Some(format!("{name}={}", code.as_ref()?)))
                .collect();
            cells.insert(format!("{}@{}", group.join(","), row.area));
        }
    }
    cells.into_iter().collect()
}

#[test]
fn large_counts_pass() {
    let catalogue = catalogue_of(&[&["citizenship"]], &["city", "district"], Protection::Confidential);
    for count in [10, 0] {
        let passed = run(&catalogue, cube(&catalogue, &["citizenship", "sex"], "district", |_, _| count), 5);
        assert_eq!((withheld(&passed), rules(&passed)), (vec![], vec![]));
        assert_eq!(numbers(&passed.tables[0].1).len(), 4 + 4 + 8 - 4 + 4, "both tables, whole");
    }
}

#[test]
fn a_small_count_takes_a_rectangle_with_it() {
    let catalogue = catalogue_of(&[&["citizenship", "sex"]], &["city", "district"], Protection::Confidential);
    let count = |area: usize, slots: &[usize]| if area == 1 && slots == [1, 1] { 2 } else { 10 };
    let passed = run(&catalogue, cube(&catalogue, &["citizenship", "sex"], "district", count), 5);
    let cells = withheld(&passed);
    assert!(cells.contains(&"citizenship=foreign,sex=female@1".to_owned()));
    assert_eq!(cells.len(), 8, "in two areas, by both: {cells:?}");
    assert!(rules(&passed).is_empty());
    let protocol = &passed.protocol["withheld.csv"];
    assert_eq!(protocol.lines().filter(|line| line.ends_with(",small")).count(), 1);
    assert_eq!(protocol.lines().filter(|line| line.ends_with(",cover")).count(), 7);
    assert!(protocol.contains("public,s.m,2024,1,citizenship=foreign;sex=female,small"));
}

#[test]
fn what_is_left_of_a_whole_counts_too() {
    // The city was delivered with 2 people more than its districts have.
    let catalogue = catalogue_of(&[], &["city", "district"], Protection::Confidential);
    let mut cube = cube(&catalogue, &[], "district", |_, _| 50);
    let place = Place { area: 0, period: 0, slots: Vec::new() };
    cube.put(&place, Cell { state: State::Value(release::Mark::None), number: Confidential::seal(152) });
    let passed = run(&catalogue, cube, 5);
    assert!(!withheld(&passed).is_empty(), "one of the districts, or the city");
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
        cube.put(&Place { area, period: 0, slots: Vec::new() }, cell);
    }
    let passed = run(&catalogue, cube, 5);
    assert_eq!(rules(&passed), ["table-refused-overlap"]);
    assert_eq!(passed.tables[0].1[0].rows.len(), 4, "city and districts");
}

#[test]
fn public_figures_pass_as_they_are() {
    let catalogue = catalogue_of(&[&["citizenship"]], &["district"], Protection::AlreadyPublic);
    let passed = run(&catalogue, cube(&catalogue, &["citizenship"], "district", |_, _| 1), 5);
    assert_eq!((withheld(&passed), rules(&passed)), (vec![], vec![]));
    assert_eq!(numbers(&passed.tables[0].1).len(), 3 + 9);
}

/// A catalogue with a share of some of all, by sex, in two districts.
fn shares() -> Catalogue {
    let whole = town::quantity("s.all", &[]);
    let share = IndicatorKind::Share { numerator: town::quantity("s.some", &[]), denominator: whole };
    let measures =
        vec![town::measure("all", MeasureKind::Count, None), town::measure("some", MeasureKind::Count, None)];
    town::catalogue(
        town::areas(2, 1, false),
        vec![town::variable("sex", &["female", "male"], true)],
        town::source(Protection::Confidential, measures),
        vec![town::indicator("i", share, &[&["sex"]], &["district"])],
    )
}

#[test]
fn the_rest_of_a_share_counts_too() {
    let catalogue = shares();
    // Of 20 women in the first district, all but one take part.
    let some = cube(&catalogue, &["sex"], "district", |area, slots| if area == 1 && slots[0] == 1 { 19 } else { 10 });
    let all = cube(&catalogue, &["sex"], "district", |_, _| 20);
    let cubes = || vec![("s.some", some_of(&catalogue)), ("s.all", cube(&catalogue, &["sex"], "district", |_, _| 20))];
    let passed = run_with(&catalogue, vec![("s.some", some), ("s.all", all)], "", &[]);
    let cells = withheld(&passed);
    assert!(cells.contains(&"sex=female@1".to_owned()), "{cells:?}");
    let without = run_with(&catalogue, cubes(), "default.complement = false", &[]);
    assert_eq!(withheld(&without), [] as [&str; 0], "only where the policy asks for it");
}

fn some_of(catalogue: &Catalogue) -> Cube {
    cube(catalogue, &["sex"], "district", |area, slots| if area == 1 && slots[0] == 1 { 19 } else { 10 })
}

#[test]
fn a_part_larger_than_its_whole_is_a_contradiction() {
    let catalogue = shares();
    let some = cube(&catalogue, &["sex"], "district", |_, _| 30);
    let all = cube(&catalogue, &["sex"], "district", |_, _| 20);
    let passed = run_with(&catalogue, vec![("s.some", some), ("s.all", all)], "", &[]);
    assert_eq!(rules(&passed), ["table-refused-contradiction"]);
    assert!(passed.tables[0].1.is_empty());
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
        run_with(catalogue, vec![("s.m", count), ("s.years", years)], "", &[])
    };
    let passed = run(&with(Some("m")), 70);
    assert_eq!((withheld(&passed), rules(&passed)), (vec![], vec![]));
    let passed = run(&with(Some("m")), 2);
    assert!(withheld(&passed).contains(&"sex=female@1".to_owned()), "{:?}", withheld(&passed));
    let passed = run(&with(None), 70);
    assert_eq!(rules(&passed), ["table-refused-uncounted", "table-refused-uncounted"]);
    assert!(passed.tables[0].1.is_empty());
}

#[test]
fn a_narrower_audience_sees_more_and_a_later_release_stays_safe() {
    let catalogue = catalogue_of(&[&["citizenship", "sex"]], &["city", "district"], Protection::Confidential);
    let count = |area: usize, slots: &[usize]| if area == 1 && slots == [1, 1] { 4 } else { 10 };
    let made = || vec![("s.m", cube(&catalogue, &["citizenship", "sex"], "district", count))];
    let policy = "audiences = [\"public\", \"council\"]\ndefault.minimum-frequency = 5\n[[rule]]\naudience = \"council\"\nminimum-frequency = 3\n";
    let passed = run_with(&catalogue, made(), policy, &[]);
    assert_eq!((passed.tables[0].0, passed.tables[1].0), (Audience::Public, Audience::Council));
    assert_eq!(withheld_from(&passed.tables[0].1).len(), 8);
    assert_eq!(withheld_from(&passed.tables[1].1).len(), 0);
    // What was withheld stays withheld, though the office now would show it.
    let ledger = [("2026-001.csv".to_owned(), passed.ledger)];
    let again = run_with(&catalogue, made(), "default.minimum-frequency = 3", &ledger);
    assert_eq!(withheld(&again), withheld_from(&passed.tables[0].1));
}

#[test]
fn noise_keeps_zeros_and_hides_counts() {
    let catalogue = catalogue_of(&[&["citizenship", "sex"]], &["city", "district"], Protection::Confidential);
    let made =
        || {
            vec![(
                "s.m",
                cube(&catalogue, &["citizenship", "sex"], "district", |area, slots| {
                    if slots == [1, 1] { 0 } else { area as i64 * 7 }
                }),
            )]
        };
    let policy = "default.method = \"cell-key\"\n[default.noise]\nvariance = 3.0\nbound = 5\n";
    let passed = run_with(&catalogue, made(), policy, &[]);
    let noisy = numbers(&passed.tables[0].1);
    let again = run_with(&catalogue, made(), policy, &[]);
    assert_eq!(noisy, numbers(&again.tables[0].1), "the same persons, the same noise");
    let open = run_with(&catalogue, made(), "default.minimum-frequency = 1", &[]);
    let counted = numbers(&open.tables[0].1);
    assert_eq!(noisy.len(), counted.len());
    assert!(noisy.iter().zip(&counted).all(|(a, b)| (a.2 - b.2).abs() <= 5 && (b.2 != 0 || a.2 == 0)));
    assert!(noisy != counted, "some noise is not zero");
}

#[test]
fn rounded_tables_add_up() {
    let catalogue = catalogue_of(&[&["citizenship"]], &["city", "district"], Protection::Confidential);
    let made =
        vec![("s.m", cube(&catalogue, &["citizenship"], "district", |area, slots| (area + slots[0]) as i64 - 1))];
    let passed = run_with(&catalogue, made, "default.method = \"rounding\"\n", &[]);
    let numbers = numbers(&passed.tables[0].1);
    let at = |area: &str| numbers.iter().filter(|own| own.0 == area && own.1.is_empty()).map(|own| own.2).next();
    let districts: i64 = ["1", "2", "3"].iter().filter_map(|area| at(area)).sum();
    assert_eq!(at("0"), Some(districts));
    assert!(numbers.iter().all(|own| own.2 == 0 || own.2 >= 3), "no small count");
}

/// An area, a group and the number that was shown.
type Shown = (String, Vec<(String, String)>, i64);

/// All shown numbers, by place in the words of the catalogue.
fn numbers(tables: &[Table]) -> Vec<Shown> {
    let mut numbers = Vec::new();
    for table in tables {
        for row in &table.rows {
            let number = match row.observation {
                Observation::Value { number, .. } => number,
                Observation::Nothing => release::Number { scaled: 0, decimals: 0 },
                _ => continue,
            };
            let group = table.key.by.iter().zip(&row.categories);
            let group = group.filter_map(|(v, c)| Some((v.to_string(), c.as_ref()?.to_string()))).collect();
            numbers.push((row.area.to_string(), group, number.scaled));
        }
    }
    numbers
}

/// Areas and groups of all withheld cells.
fn withheld_groups(tables: &[Table]) -> Vec<(String, Vec<(String, String)>)> {
    let mut groups = Vec::new();
    for table in tables {
        for row in table.rows.iter().filter(|row| row.observation == Observation::Withheld) {
            let group = table.key.by.iter().zip(&row.categories);
            let group = group.filter_map(|(v, c)| Some((v.to_string(), c.as_ref()?.to_string()))).collect();
            groups.push((row.area.to_string(), group));
        }
    }
    groups
}

#[test]
fn what_arrives_withheld_stays_so_and_is_not_given_away() {
    // The deliverer has withheld a rectangle; the table by citizenship alone, added to it, must not break it open.
    let catalogue =
        catalogue_of(&[&["citizenship", "sex"], &["citizenship"]], &["city", "district"], Protection::Confidential);
    let mut cube = cube(&catalogue, &["citizenship", "sex"], "district", |_, _| 10);
    for (area, sex) in [(1, 1), (1, 2), (2, 1), (2, 2)] {
        let place = Place { area, period: 0, slots: vec![1, sex] };
        cube.put(&place, Cell { state: State::Withheld, number: Confidential::seal(0) });
    }
    let passed = run(&catalogue, cube, 5);
    assert_eq!(rules(&passed), [] as [&str; 0]);
    let cells = withheld(&passed);
    for cell in ["citizenship=foreign,sex=female@1", "citizenship=foreign,sex=male@2"] {
        assert!(cells.contains(&cell.to_owned()), "{cells:?}");
    }
    assert!(
        passed.protocol["withheld.csv"].contains(",delivered") || passed.protocol["withheld.csv"].contains(",earlier")
    );
}

#[test]
fn a_period_without_numbers_contradicts_nothing() {
    let catalogue = shares();
    let pending = |cube: &mut Cube| {
        for area in 0..3 {
            for sex in 0..3 {
                let place = Place { area, period: 0, slots: vec![sex] };
                cube.put(&place, Cell { state: State::Pending, number: Confidential::seal(0) });
            }
        }
    };
    let mut some = cube(&catalogue, &["sex"], "district", |_, _| 10);
    pending(&mut some);
    let all = cube(&catalogue, &["sex"], "district", |_, _| 20);
    let passed = run_with(&catalogue, vec![("s.some", some), ("s.all", all)], "", &[]);
    assert_eq!(rules(&passed), [] as [&str; 0]);
    assert!(
        passed.tables[0].1.iter().any(|table| table.rows.iter().all(|row| row.observation == Observation::Pending))
    );
}

#[test]
fn divisions_over_the_same_blocks_are_protected_together() {
    // Districts and school districts over the same quarters: S1 has district 2 and one quarter more, with 2 people.
    let mut catalogue = catalogue_with(2, &[], &["city", "district", "school"], Protection::Confidential);
    let mut school = catalogue.levels[1].clone();
    school.name = town::name("school");
    catalogue.levels.push(school);
    for (code, quarters) in [("S1", &["11", "21", "22"][..]), ("S2", &["12"])] {
        let mut area = catalogue.areas[1].clone();
        (area.code, area.level) = (town::name(code), town::name("school"));
        for quarter in catalogue.areas.iter_mut().filter(|own| quarters.contains(&own.code.as_str())) {
            quarter.also_in.push(area.code.clone());
        }
        catalogue.areas.push(area);
    }
    let people = |first: i64| {
        let catalogue = &catalogue;
        move |area: usize, _: &[usize]| match catalogue.areas[area].code.as_str() {
            "11" => first,
            "12" => 20,
            _ => 30,
        }
    };
    let shown = |first: i64| {
        let passed = run(&catalogue, cube(&catalogue, &[], "quarter", people(first)), 5);
        assert_eq!(rules(&passed), [] as [&str; 0]);
        (numbers(&passed.tables[0].1).len(), withheld(&passed))
    };
    assert_eq!(shown(10), (5, vec![]), "the city, two districts, two school districts");
    let (count, hidden) = shown(2);
    assert_eq!(count + hidden.len(), 5);
    let known = |area: &str| !hidden.contains(&format!("@{area}"));
    assert!(!(known("2") && known("S1")), "their difference is a small quarter: {hidden:?}");
    assert!(!(known("1") && known("S2")));
}

#[test]
fn a_proof_holds_for_its_release_and_for_no_other() {
    let catalogue = catalogue_of(&[&["citizenship", "sex"]], &["city", "district"], Protection::Confidential);
    let count = |area: usize, slots: &[usize]| if area == 1 && slots == [1, 1] { 2 } else { 10 };
    let passed = run(&catalogue, cube(&catalogue, &["citizenship", "sex"], "district", count), 5);
    let proof = &passed.protocol["proofs/public-s.m-2024.txt"];
    let mut release = release::Release { tables: passed.tables[0].1.clone(), deliveries: vec![], protection: vec![] };
    let verified = super::verify(&catalogue, &release, proof).expect("it holds");
    assert_eq!((verified.audience, verified.withheld), (Audience::Public, 8));
    assert_eq!(verified.published, 4 * 9 - 8);
    // Not for a release that shows what is small, nor for another one.
    let small = release.tables[0].rows.iter().position(|row| row.observation == Observation::Withheld);
    let hidden = release
        .tables
        .iter_mut()
        .flat_map(|table| &mut table.rows)
        .find(|row| row.observation == Observation::Withheld);
    assert!(small.is_none() && hidden.is_some(), "only the crossed table withholds");
    if let Some(row) = hidden {
        row.observation =
            Observation::Value { number: release::Number { scaled: 2, decimals: 0 }, mark: release::Mark::None };
    }
    assert_eq!(super::verify(&catalogue, &release, proof), Err(super::Unverified::Wrong));
    for broken in [
        "",
        "mehrklang proof 1\n",
        "mehrklang proof 2\n",
        &proof.replace("level positive", "level x"),
        &proof[..proof.len() / 2],
    ] {
        assert!(matches!(super::verify(&catalogue, &release, broken), Err(super::Unverified::Line(_))));
    }
}

#[test]
fn a_table_that_loses_too_much_is_answered_by_proposals() {
    let breakdowns: &[&[&str]] = &[&["citizenship", "sex"]];
    let catalogue = catalogue_of(breakdowns, &["city", "district"], Protection::Confidential);
    let count = |area: usize, slots: &[usize]| if slots == [1, 1] { area as i64 } else { 40 };
    let made = || vec![("s.m", cube(&catalogue, &["citizenship", "sex"], "district", count))];
    let policy = "default.minimum-frequency = 5\ndefault.loss = { district = 5 }\n";
    let passed = run_with(&catalogue, made(), policy, &[]);
    assert_eq!(rules(&passed), ["table-loses-much"]);
    let advice = &passed.protocol["advice.csv"];
    let lines: Vec<&str> = advice.lines().skip(1).collect();
    assert!(lines[0].contains(",as-it-is,,") && !lines[0].ends_with(",0.0"), "{advice}");
    for how in ["up-a-level,", "drop,citizenship", "drop,sex"] {
        assert!(lines.iter().any(|line| line.contains(how)), "{advice}");
    }
    assert!(lines.iter().any(|line| line.contains("drop,citizenship") && line.ends_with(",0.0")), "{advice}");
    // It is applied where the office has decided so, and then there is nothing to complain of.
    let mut decided = policy::read(&catalogue, policy).0.expect("a policy");
    decided.coarsenings.push(Coarsening {
        measure: town::name("s.m"),
        by: ["citizenship", "sex"].map(town::name).into(),
        level: town::name("district"),
        how: How::Drop(town::name("citizenship")),
    });
    let passed = run_by(&catalogue, made(), &decided, &[]);
    assert_eq!(rules(&passed), [] as [&str; 0]);
    assert_eq!(withheld(&passed).iter().filter(|cell| cell.contains("@1")).count(), 0);
}
