//! Laws of counting: dense or sparse, in any order, whole or in parts, it is the same count.

use std::collections::BTreeMap;

use catalogue::model::{MeasureKind, Protection};
use proptest::prelude::*;

use super::*;
use crate::protect::Confidential;
use crate::tests::town;

/// Leaves of the town: quarters and the residue; citizenship with parts, sex.
fn catalogue(residue: bool) -> Catalogue {
    town::catalogue(
        town::areas(2, 2, residue),
        vec![
            town::variable("citizenship", &["foreign", "german", "foreign/eu", "foreign/other"], true),
            town::variable("sex", &["female", "male"], true),
            town::variable("background", &["with", "without"], false),
        ],
        town::source(Protection::Confidential, vec![town::measure("m", MeasureKind::Count, None)]),
        Vec::new(),
    )
}

type Rows = Vec<(usize, usize, Vec<usize>, i64)>;

fn filled(catalogue: &Catalogue, by: &[&str], rows: &Rows, dense: u128, zero: bool) -> Cube {
    let variables = by.iter().map(|name| town::name(name)).collect();
    let axes = Axes::new(catalogue, vec![Period::year_of(2023), Period::year_of(2024)], variables);
    let mut cube = Cube::new(catalogue, axes, dense, zero).unwrap();
    for (area, period, slots, number) in rows {
        let place = Place { area: *area, period: *period, slots: slots.clone() };
        cube.put(&place, Cell { state: State::Value(Mark::None), number: Confidential::seal(*number) });
    }
    assert!(cube.fill(catalogue, MeasureKind::Count).is_ok());
    cube
}

/// All that a cube holds, opened by way of the protecting module.
fn contents(catalogue: &Catalogue, cube: Cube) -> Vec<(u128, Option<i128>, bool)> {
    let size = cube.axes.size().unwrap();
    let nothing: Vec<bool> = (0..size).map(|index| cube.state(catalogue, index) == State::Nothing).collect();
    let (axes, known) = (cube.axes.clone(), crate::protect::opened_for_tests(catalogue, cube));
    (0..size).map(|index| (index, known(&axes.place(index)), nothing[index as usize])).collect()
}

/// Quarters by leaf categories of citizenship and sex, some of them missing.
fn rows() -> impl Strategy<Value = Rows> {
    let leaves: Vec<(usize, usize, Vec<usize>)> = (0..2)
        .flat_map(|period| (3..7).flat_map(move |area| [2, 3, 4].map(|c| [1, 2].map(|s| (area, period, vec![c, s])))))
        .flatten()
        .collect();
    prop::sample::subsequence(leaves.clone(), 0..=leaves.len()).prop_flat_map(|places| {
        let n = places.len();
        (Just(places), prop::collection::vec(0_i64..1000, n)).prop_map(|(places, numbers)| {
            places.into_iter().zip(numbers).map(|((area, period, slots), n)| (area, period, slots, n)).collect()
        })
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn dense_and_sparse_are_the_same(rows in rows(), zero in any::<bool>()) {
        let catalogue = catalogue(false);
        let by = ["citizenship", "sex"];
        let dense = filled(&catalogue, &by, &rows, 1_000_000, zero);
        let sparse = filled(&catalogue, &by, &rows, 0, zero);
        prop_assert!(matches!(dense.cells, Cells::Dense(..)) && matches!(sparse.cells, Cells::Sparse(..)));
        prop_assert!(contents(&catalogue, dense) == contents(&catalogue, sparse));
    }

    #[test]
    fn the_order_of_rows_does_not_matter(rows in rows(), seed in any::<u64>()) {
        let catalogue = catalogue(false);
        let mut mixed = rows.clone();
        mixed.sort_by_key(|row| (row.0 as u64 * 31 + row.1 as u64 * 17 + row.2[0] as u64 * 7 + row.2[1] as u64) ^ seed);
        let by = ["citizenship", "sex"];
        let one = contents(&catalogue, filled(&catalogue, &by, &rows, 1_000_000, false));
        prop_assert!(one == contents(&catalogue, filled(&catalogue, &by, &mixed, 1_000_000, false)));
    }

    #[test]
    fn added_up_is_counted_directly(numbers in prop::collection::vec(0_i64..1000, 48)) {
        let catalogue = catalogue(false);
        let mut rows = Rows::new();
        for period in 0..2 {
            for area in 3..7 {
                for (citizenship, sex) in [(2, 1), (2, 2), (3, 1), (3, 2), (4, 1), (4, 2)] {
                    rows.push((area, period, vec![citizenship, sex], numbers[rows.len()]));
                }
            }
        }
        let cube = filled(&catalogue, &["citizenship", "sex"], &rows, 1_000_000, false);
        let axes = cube.axes.clone();
        for (index, number, _) in contents(&catalogue, cube) {
            let place = axes.place(index);
            let within = |area: usize| match place.area { 0 => true, 1 => area < 5, 2 => area >= 5, own => own == area };
            let of = |slots: &[usize]| {
                let citizenship = match place.slots[0] { 0 => true, 1 => slots[0] > 2, own => own == slots[0] };
                citizenship && (place.slots[1] == 0 || place.slots[1] == slots[1])
            };
            let direct: i64 = rows.iter().filter(|r| within(r.0) && r.1 == place.period && of(&r.2)).map(|r| r.3).sum();
            prop_assert!(number == Some(i128::from(direct)), "a whole is not the sum of its leaves");
        }
    }
}

#[track_caller]
fn check(
    by: &[&str],
    residue: bool,
    zero: bool,
    rows: &[(usize, &[usize], i64)],
    expected: &[(usize, &[usize], Option<i128>)],
) {
    let catalogue = catalogue(residue);
    let rows: Rows = rows.iter().map(|(area, slots, number)| (*area, 0, slots.to_vec(), *number)).collect();
    for dense in [0, 1_000_000] {
        let cube = filled(&catalogue, by, &rows, dense, zero);
        let axes = cube.axes.clone();
        let found: BTreeMap<u128, Option<i128>> =
            contents(&catalogue, cube).into_iter().map(|(index, number, _)| (index, number)).collect();
        for (area, slots, number) in expected {
            let index = axes.index(&Place { area: *area, period: 0, slots: slots.to_vec() });
            assert!(found[&index] == *number, "area {area}, slots {slots:?}, dense {dense}");
        }
    }
}

// Areas: 0 city, 1 and 2 districts, 3 and 4 quarters of the first, 5 and 6 of the second (with a residue: 3, and one
// more each).

#[test]
fn delivered_wholes_win() {
    check(
        &[],
        false,
        false,
        &[(3, &[], 1), (4, &[], 2), (1, &[], 10), (2, &[], 20)],
        &[(1, &[], Some(10)), (0, &[], Some(30))],
    );
}

#[test]
fn a_missing_part_leaves_the_whole_open() {
    check(
        &[],
        false,
        false,
        &[(3, &[], 1), (4, &[], 2), (5, &[], 3)],
        &[(1, &[], Some(3)), (2, &[], None), (0, &[], None)],
    );
    check(
        &[],
        false,
        true,
        &[(3, &[], 1), (4, &[], 2), (5, &[], 3)],
        &[(2, &[], Some(3)), (0, &[], Some(6)), (6, &[], Some(0))],
    );
}

#[test]
fn what_was_never_delivered_is_not_zero() {
    // Only districts are delivered: absent districts are zero, quarters are unknown.
    check(
        &["sex"],
        false,
        true,
        &[(1, &[1], 4)],
        &[(1, &[2], Some(0)), (2, &[1], Some(0)), (0, &[0], Some(4)), (3, &[1], None)],
    );
}

#[test]
fn a_residue_is_part_of_the_whole_where_it_was_delivered() {
    check(&[], true, false, &[(1, &[], 10), (2, &[], 20)], &[(0, &[], Some(30))]);
    check(&[], true, false, &[(1, &[], 10), (2, &[], 20), (3, &[], 5)], &[(0, &[], Some(35))]);
    check(&["sex"], true, false, &[(1, &[1], 10), (2, &[1], 20), (3, &[2], 5)], &[(0, &[1], None)]);
}

#[test]
fn an_incomplete_variable_has_no_whole() {
    check(&["background"], false, false, &[(1, &[1], 10), (1, &[2], 20)], &[(1, &[0], None)]);
}

#[test]
fn a_whole_found_along_one_axis_serves_along_another() {
    // Women by quarter, men by district: the district's women come from its quarters, its people from both.
    let rows: &[(usize, &[usize], i64)] = &[(3, &[1], 1), (4, &[1], 2), (1, &[2], 5)];
    check(&["sex"], false, false, rows, &[(1, &[1], Some(3)), (1, &[0], Some(8)), (3, &[0], None)]);
}

#[test]
fn signs_and_marks_are_carried_up() {
    let catalogue = catalogue(false);
    let axes = Axes::new(&catalogue, vec![Period::year_of(2024)], Vec::new());
    let state = |parts: [State; 2], zero: bool| {
        let mut cube = Cube::new(&catalogue, axes.clone(), 100, zero).unwrap();
        for (area, state) in [3, 4].into_iter().zip(parts) {
            let place = Place { area, period: 0, slots: Vec::new() };
            cube.put(&place, Cell { state, number: Confidential::seal(1) });
        }
        assert!(cube.fill(&catalogue, MeasureKind::Sum).is_ok());
        cube.state(&catalogue, 1)
    };
    let value = State::Value(Mark::None);
    assert!(state([value, State::Value(Mark::Provisional)], false) == State::Value(Mark::Provisional));
    assert!(
        state([State::Value(Mark::Uncertain), State::Value(Mark::Estimated)], false) == State::Value(Mark::Uncertain)
    );
    assert!(state([value, State::Nothing], false) == value);
    assert!(state([State::Nothing, State::Nothing], false) == State::Nothing);
    assert!(state([value, State::Withheld], false) == State::Absent);
    assert!(state([value, State::Withheld], true) == State::Unknown);
    assert!(state([value, State::Unreliable], false) == State::Absent);
}

#[test]
fn a_sum_that_is_too_large_is_said() {
    let catalogue = catalogue(false);
    let axes = Axes::new(&catalogue, vec![Period::year_of(2024)], Vec::new());
    let mut cube = Cube::new(&catalogue, axes, 100, false).unwrap();
    for area in [3, 4] {
        let number = Confidential::seal(i64::MAX);
        let cell = Cell { state: State::Value(Mark::None), number };
        cube.put(&Place { area, period: 0, slots: Vec::new() }, cell);
    }
    assert!(cube.fill(&catalogue, MeasureKind::Count).is_err());
}

#[test]
fn figures_do_not_add_up() {
    let catalogue = catalogue(false);
    let axes = Axes::new(&catalogue, vec![Period::year_of(2024)], Vec::new());
    let mut cube = Cube::new(&catalogue, axes, 100, false).unwrap();
    for area in [3, 4] {
        let cell = Cell { state: State::Value(Mark::None), number: Confidential::seal(7) };
        cube.put(&Place { area, period: 0, slots: Vec::new() }, cell);
    }
    assert!(cube.fill(&catalogue, MeasureKind::Figure).is_ok());
    assert!(cube.state(&catalogue, 1) == State::Absent);
}
