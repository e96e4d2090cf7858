//! The intruder knows all shown numbers and that no count is negative, and tries to state a small count exactly.
//!
//! Small towns are few enough to list: every town whose tables agree with what was shown is found, and a group of
//! people is given away if it counts the same small number in all of them.

use super::*;

/// Two districts, citizenship × sex: the finest cells of a town, district by district.
type Town = [i64; 8];

fn cell(area: usize, slots: &[usize]) -> usize {
    (area - 1) * 4 + (slots[0] - 1) * 2 + (slots[1] - 1)
}

/// What was shown, as sums of finest cells.
fn equations(tables: &[Table]) -> Vec<(Vec<usize>, i64)> {
    numbers(tables)
        .into_iter()
        .map(|(area, group, number)| {
            let fits = |area_of: usize, citizenship: usize, sex: usize| {
                let own = [("citizenship", ["foreign", "german"][citizenship]), ("sex", ["female", "male"][sex])];
                (area == "0" || area == (area_of + 1).to_string())
                    && group.iter().all(|(v, c)| own.contains(&(v.as_str(), c.as_str())))
            };
            let cells = (0..8).filter(|cell| fits(cell / 4, cell / 2 % 2, cell % 2)).collect();
            (cells, number)
        })
        .collect()
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

fn breakdowns() -> impl Strategy<Value = Vec<Vec<&'static str>>> {
    let all = vec![vec!["citizenship"], vec!["sex"], vec!["citizenship", "sex"]];
    prop::sample::subsequence(all, 0..=3)
}

fn levels() -> impl Strategy<Value = Vec<&'static str>> {
    prop::sample::subsequence(vec!["city", "district"], 1..=2)
}

fn people() -> impl Strategy<Value = Town> {
    prop::array::uniform8(prop_oneof![3 => Just(0_i64), 2 => 1_i64..3, 3 => 3_i64..6])
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn no_small_count_can_be_stated(town in people(), by in breakdowns(), levels in levels(), minimum in 2_i64..5) {
        let by: Vec<&[&str]> = by.iter().map(Vec::as_slice).collect();
        let catalogue = catalogue_with(2, &by, &levels, Protection::Confidential);
        let cube = cube(&catalogue, &["citizenship", "sex"], "district", |area, slots| town[cell(area, slots)]);
        let (tables, _) = run(&catalogue, cube, minimum);
        let equations = equations(&tables);
        for (_, number) in &equations {
            prop_assert!(*number == 0 || *number >= minimum, "a small count was shown");
        }
        // Too many towns to list: then nothing much is known. Every set of cells is tried.
        if let Some(towns) = towns(&equations, 20_000) {
            prop_assert!(towns.contains(&town), "the intruder lists the true town");
            for set in 1_usize..1 << 8 {
                let sum = |town: &Town| -> i64 { (0..8).filter(|cell| set >> cell & 1 == 1).map(|cell| town[cell]).sum() };
                let truth = sum(&town);
                if truth > 0 && truth < minimum {
                    prop_assert!(towns.iter().any(|other| sum(other) != truth), "a small count was given away");
                }
            }
        }
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
