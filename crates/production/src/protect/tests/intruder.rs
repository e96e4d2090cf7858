//! The intruder knows all shown numbers and that no count is negative, and tries to state a small count exactly.
//!
//! Small towns are few enough to list: every town whose tables agree with what was shown is found, and a group of
//! people is given away if it counts the same small number in all of them. Of what was withheld, the intruder knows
//! that it is no zero; he must not be able to say either that it is below the minimum.

use super::*;

/// The finest cells of a town: two districts by citizenship and sex, or the city by citizenship, sex and age.
type Town = [i64; 8];

/// What the three binary digits of a cell's number say.
type Axes3 = [(&'static str, [&'static str; 2]); 3];

const DISTRICTS: Axes3 = [("area", ["1", "2"]), ("citizenship", ["foreign", "german"]), ("sex", ["female", "male"])];
const CITY: Axes3 = [("age", ["old", "young"]), ("citizenship", ["foreign", "german"]), ("sex", ["female", "male"])];

/// Whether a cell lies in an area and a group.
fn lies(axes: &Axes3, cell: usize, area: &str, group: &[(String, String)]) -> bool {
    let own: Vec<(&str, &str)> = (0..3).map(|axis| (axes[axis].0, axes[axis].1[cell >> (2 - axis) & 1])).collect();
    (area == "0" || own.contains(&("area", area))) && group.iter().all(|(v, c)| own.contains(&(v.as_str(), c.as_str())))
}

/// What was shown, as sums of finest cells.
fn equations(axes: &Axes3, tables: &[Table]) -> Vec<(Vec<usize>, i64)> {
    let cells = |area: &str, group: &[(String, String)]| (0..8).filter(|cell| lies(axes, *cell, area, group)).collect();
    numbers(tables).into_iter().map(|(area, group, number)| (cells(&area, &group), number)).collect()
}

/// Every town that agrees with what was shown, cell by cell; gives up (`None`) beyond so many.
fn towns(equations: &[(Vec<usize>, i64)], most: usize) -> Option<Vec<Town>> {
    fn walk(town: &mut Town, place: usize, left: &mut [(Vec<usize>, i64)], found: &mut Vec<Town>, most: usize) -> bool {
        if place == 8 {
            found.push(*town);
            return found.len() <= most;
        }
        let bound = left.iter().filter(|(cells, _)| cells.contains(&place)).map(|(_, rest)| *rest).min();
        let Some(bound) = bound else { return false };
        // An equation of which this is the last open cell leaves no choice.
        let last = |cells: &[usize]| cells.iter().max() == Some(&place);
        let forced: Vec<i64> = left.iter().filter(|(cells, _)| last(cells)).map(|(_, rest)| *rest).collect();
        let choices = match forced.first() {
            Some(first) if forced.iter().all(|rest| rest == first) && *first <= bound => *first..=*first,
            Some(_) => return true,
            None => 0..=bound,
        };
        for number in choices {
            town[place] = number;
            left.iter_mut().filter(|(cells, _)| cells.contains(&place)).for_each(|(_, rest)| *rest -= number);
            let on = walk(town, place + 1, left, found, most);
            left.iter_mut().filter(|(cells, _)| cells.contains(&place)).for_each(|(_, rest)| *rest += number);
            if !on {
                return false;
            }
        }
        true
    }
    let mut found = Vec::new();
    walk(&mut [0; 8], 0, &mut equations.to_vec(), &mut found, most).then_some(found)
}

/// All groups of people: on each axis the whole or one category.
fn groups() -> Vec<Vec<usize>> {
    let fits = |pick: usize, digit: usize| pick == 0 || pick == digit + 1;
    (0..27)
        .map(|group| {
            let picks = [group / 9, group / 3 % 3, group % 3];
            (0..8).filter(|cell| (0..3).all(|axis| fits(picks[axis], cell >> (2 - axis) & 1))).collect()
        })
        .collect()
}

fn breakdowns(of: &[&[&'static str]]) -> impl Strategy<Value = Vec<Vec<&'static str>>> + use<> {
    let all: Vec<Vec<&str>> = of.iter().map(|by| by.to_vec()).collect();
    let most = all.len();
    prop::sample::subsequence(all, 0..=most)
}

fn levels() -> impl Strategy<Value = Vec<&'static str>> {
    prop::sample::subsequence(vec!["city", "district"], 1..=2)
}

fn people() -> impl Strategy<Value = Town> {
    prop::array::uniform8(prop_oneof![3 => Just(0_i64), 2 => 1_i64..3, 3 => 3_i64..6])
}

/// A catalogue and a cube of a town.
fn made(axes: &Axes3, town: &Town, by: &[Vec<&str>], levels: &[&str]) -> (Catalogue, Cube) {
    let by: Vec<&[&str]> = by.iter().map(Vec::as_slice).collect();
    let catalogue = catalogue_with(2, &by, levels, Protection::Confidential);
    let (level, variables) = match axes[0].0 {
        "area" => ("district", &["citizenship", "sex"][..]),
        _ => ("city", &["age", "citizenship", "sex"][..]),
    };
    let number = |area: usize, slots: &[usize]| {
        let first = if level == "district" { area - 1 } else { slots[0] - 1 };
        let [.., citizenship, sex] = slots else { unreachable!("two variables at least") };
        town[first * 4 + (citizenship - 1) * 2 + (sex - 1)]
    };
    let cube = cube(&catalogue, variables, level, number);
    (catalogue, cube)
}

/// Tries every group of people: from all tables together no small count of any is given away.
fn attack(axes: &Axes3, town: &Town, seen: &[&[Table]], minimum: i64) -> Result<(), TestCaseError> {
    let equations: Vec<(Vec<usize>, i64)> = seen.iter().flat_map(|tables| equations(axes, tables)).collect();
    for (_, number) in &equations {
        prop_assert!(*number == 0 || *number >= minimum, "a small count was shown");
    }
    // Too many towns to list: then nothing much is known.
    let Some(towns) = towns(&equations, 4_000) else { return Ok(()) };
    let hidden: Vec<Vec<usize>> = seen
        .iter()
        .flat_map(|tables| withheld_groups(tables))
        .map(|(area, group)| (0..8).filter(|cell| lies(axes, *cell, &area, &group)).collect())
        .collect();
    let sum = |cells: &[usize], town: &Town| cells.iter().map(|cell| town[*cell]).sum::<i64>();
    let towns: Vec<Town> = towns.into_iter().filter(|other| hidden.iter().all(|cells| sum(cells, other) > 0)).collect();
    prop_assert!(towns.contains(town), "the intruder lists the true town");
    for cells in groups() {
        let truth = sum(&cells, town);
        if truth > 0 && truth < minimum {
            prop_assert!(towns.iter().any(|other| sum(&cells, other) != truth), "a small count was given away");
        }
    }
    for cells in hidden.iter().filter(|cells| sum(cells, town) < minimum) {
        prop_assert!(towns.iter().any(|other| sum(cells, other) >= minimum), "known to be small");
    }
    Ok(())
}

/// Shows what may be shown of a town to everyone.
fn show_and_attack(
    axes: &Axes3,
    town: &Town,
    by: &[Vec<&str>],
    levels: &[&str],
    minimum: i64,
) -> Result<(), TestCaseError> {
    let (catalogue, cube) = made(axes, town, by, levels);
    let passed = run(&catalogue, cube, minimum);
    attack(axes, town, &[&passed.tables[0].1], minimum)
}

/// Two releases with other tables, for two audiences of which the narrower sees all that the wider sees.
fn show_twice_and_attack(
    axes: &Axes3,
    town: &Town,
    by: [&[Vec<&str>]; 2],
    levels: &[&str],
    (wide, narrow): (i64, i64),
) -> Result<(), TestCaseError> {
    let policy = format!(
        "audiences = [\"public\", \"council\"]\ndefault.minimum-frequency = {wide}\n[[rule]]\naudience = \"council\"\nminimum-frequency = {narrow}\n"
    );
    let mut ledger = Vec::new();
    let mut seen: Vec<Vec<(Audience, Vec<Table>)>> = Vec::new();
    for by in by {
        let (catalogue, cube) = made(axes, town, by, levels);
        let passed = run_with(&catalogue, vec![("s.m", cube)], &policy, &ledger);
        ledger.push((format!("{}.csv", ledger.len()), passed.ledger));
        seen.push(passed.tables);
    }
    let public: Vec<&[Table]> = seen.iter().map(|tables| tables[0].1.as_slice()).collect();
    attack(axes, town, &public, wide)?;
    // What is withheld from the public is not withheld from the council; its own tables say what is.
    let council: Vec<&[Table]> = seen.iter().map(|tables| tables[1].1.as_slice()).collect();
    for (wide, narrow) in public.iter().zip(&council) {
        let (wide, narrow) = (numbers(wide), numbers(narrow));
        prop_assert!(wide.iter().all(|shown| narrow.contains(shown)), "the council sees what everyone sees");
    }
    attack(axes, town, &council, narrow)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn no_small_count_of_districts_can_be_stated(
        town in people(),
        by in breakdowns(&[&["citizenship"], &["sex"], &["citizenship", "sex"]]),
        levels in levels(),
        minimum in 2_i64..5,
    ) {
        show_and_attack(&DISTRICTS, &town, &by, &levels, minimum)?;
    }

    #[test]
    fn no_small_count_of_the_city_can_be_stated(
        town in people(),
        by in breakdowns(&[&["age"], &["age", "citizenship"], &["citizenship", "sex"], &["age", "sex"], &["age", "citizenship", "sex"]]),
        minimum in 2_i64..5,
    ) {
        show_and_attack(&CITY, &town, &by, &["city"], minimum)?;
    }

    #[test]
    fn two_releases_and_two_audiences_give_nothing_away(
        town in people(),
        first in breakdowns(&[&["citizenship"], &["sex"], &["citizenship", "sex"]]),
        second in breakdowns(&[&["citizenship"], &["sex"], &["citizenship", "sex"]]),
        levels in levels(),
        (wide, narrow) in (2_i64..6, 2_i64..4),
    ) {
        show_twice_and_attack(&DISTRICTS, &town, [&first, &second], &levels, (wide.max(narrow), narrow))?;
    }
}

#[test]
fn the_intruder_is_able() {
    // Shown by mistake: a ring of tables over a town whose first district has no women.
    let town: Town = [0, 4, 0, 9, 1, 5, 8, 7];
    let sums = |cells: &[usize]| (cells.to_vec(), cells.iter().map(|cell| town[*cell]).sum::<i64>());
    let mut shown = Vec::new();
    for area in 0..2 {
        let at = |cells: [usize; 2]| cells.map(|cell| area * 4 + cell);
        shown.extend([at([0, 1]), at([2, 3]), at([0, 2]), at([1, 3])].map(|cells| sums(&cells)));
    }
    shown.extend((0..4).map(|cell| sums(&[cell, cell + 4])));
    let towns = towns(&shown, 20_000).unwrap();
    assert_eq!(towns, [town], "nothing is a secret any more");
}
