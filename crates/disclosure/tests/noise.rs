//! The cell key method: tables, keys, files.

use std::fmt::{Debug, Display};

use disclosure::noise::{Design, Mistake, Secret, Table, audit, cell_key};
use proptest::prelude::*;

fn design(bound: u32, variance: f64, barred: u32) -> Design {
    Design { bound, variance, barred, stay: None }
}

fn census() -> Table {
    Table::maximum_entropy(&design(5, 2.0, 2)).expect("a possible design")
}

fn secret() -> Secret {
    Secret::new(b"thirty-two bytes that nobody knows").expect("long enough")
}

/// All that a design promises, row by row.
fn assert_kept(table: &Table, design: &Design) {
    assert_eq!(table.distribution(0), [(0, 1.0)]);
    for count in 1..table.last() + 10 {
        let row = table.distribution(count);
        let moment = |f: fn(f64) -> f64| row.iter().map(|(noise, p)| p * f(*noise as f64)).sum::<f64>();
        assert_eq!(moment(|_| 1.0), 1.0, "count {count}");
        assert!(moment(|v| v).abs() < 1e-9, "count {count}: mean {}", moment(|v| v));
        let variance = moment(|v| v * v);
        assert!((variance - design.variance).abs() < 1e-9 * design.variance.max(1.0), "count {count}: {variance}");
        assert!((table.variance(count) - variance).abs() < 1e-9 * variance.max(1.0));
        assert!(row.is_sorted_by(|a, b| a.0 < b.0));
        for (noise, p) in row {
            assert!(p > 0.0 && noise.unsigned_abs() <= u64::from(design.bound));
            let result = count.checked_add_signed(noise).expect("not negative");
            assert!(result == 0 || result > u64::from(design.barred), "count {count} becomes {result}");
            if let Some(stay) = design.stay.filter(|_| noise == 0) {
                assert!(p >= stay - 1e-12);
            }
        }
    }
    assert!(table.bound() <= design.bound);
}

#[test]
fn a_table_as_in_the_census() {
    let table = census();
    assert_kept(&table, &design(5, 2.0, 2));
    assert_eq!((table.last(), table.bound()), (8, 5));
    // For 1 and 2, the variance 2 is the smallest that results of 0 and from 3 on allow: two points.
    let close = |row: Vec<(i64, f64)>, expected: &[(i64, f64)]| {
        assert_eq!(row.len(), expected.len());
        for (found, expected) in row.iter().zip(expected) {
            assert!(found.0 == expected.0 && (found.1 - expected.1).abs() < 1e-9, "{found:?} {expected:?}");
        }
    };
    close(table.distribution(1), &[(-1, 2.0 / 3.0), (2, 1.0 / 3.0)]);
    close(table.distribution(2), &[(-2, 1.0 / 3.0), (1, 2.0 / 3.0)]);
    // Found by scipy's root finders, on the conditions of the largest entropy.
    close(
        table.distribution(3),
        &[
            (-3, 0.147_277_161_588_918_4),
            (0, 0.511_487_380_560_811_3),
            (1, 0.255_067_722_270_380_4),
            (2, 0.072_991_079_854_602_5),
            (3, 0.011_986_096_716_084_218),
            (4, 0.001_129_482_407_099_739),
            (5, 6.107_660_210_363_473e-5),
        ],
    );
    let half =
        [0.281_937_472_542_636_96, 0.219_642_369_463_367_18, 0.103_849_897_968_509_98, 0.029_800_439_162_447_845];
    let tail = [0.005_189_982_462_038_738, 0.000_548_574_672_317_696_8];
    let sides: Vec<f64> = half.into_iter().chain(tail).collect();
    let expected: Vec<(i64, f64)> = (-5..=5i64).map(|v| (v, sides[v.unsigned_abs() as usize])).collect();
    close(table.distribution(8), &expected);
    assert_eq!(table.distribution(8), table.distribution(1_000_000));
}

#[test]
fn a_row_with_as_many_results_as_conditions_is_forced() {
    // Three unknowns, three equations: 0, 2, 3 from 1 with variance 1.05 (the example table of `ptable`).
    let table = Table::maximum_entropy(&design(2, 1.05, 1)).expect("possible");
    assert_kept(&table, &design(2, 1.05, 1));
    for ((noise, p), (v, q)) in table.distribution(1).into_iter().zip([(-1, 61.0 / 120.0), (1, 0.475), (2, 1.0 / 60.0)])
    {
        assert!(noise == v && (p - q).abs() < 1e-10);
    }
}

#[test]
fn impossible_designs_say_what_is_possible() {
    let refused = |design: Design| Table::maximum_entropy(&design).expect_err("impossible");
    assert_eq!(refused(design(5, 1.9, 2)), Mistake::Infeasible { count: 1, least: 2.0, most: 5.0 });
    assert_eq!(refused(design(5, 5.5, 0)), Mistake::Infeasible { count: 1, least: 0.0, most: 5.0 });
    let stays = Design { stay: Some(0.5), ..design(5, 2.6, 0) };
    assert_eq!(refused(stays), Mistake::Infeasible { count: 1, least: 0.0, most: 2.5 });
    assert_eq!(refused(design(0, 1.0, 0)), Mistake::Bound);
    assert_eq!(refused(design(1_000_000, 1.0, 0)), Mistake::Bound);
    assert_eq!(refused(design(5, f64::NAN, 0)), Mistake::Variance);
    assert_eq!(refused(design(5, 0.0, 0)), Mistake::Variance);
    assert_eq!(refused(design(5, 2.0, 5)), Mistake::Barred);
    assert_eq!(refused(Design { stay: Some(1.0), ..design(5, 2.0, 0) }), Mistake::Stay);
}

/// A million persons, each alone, and as many sums: the noise is what the table says.
#[test]
fn the_noise_of_a_million_keys_has_the_declared_moments() {
    let (table, secret) = (census(), secret());
    let keys: Vec<u64> = (0..1_000_000u32).map(|person| secret.record_key(&person.to_be_bytes())).collect();
    let counts: Vec<u64> = keys.iter().enumerate().map(|(at, _)| (at % 12) as u64).collect();
    // Neighbours in cells of as many persons as the count says; the noise of different cells of the same persons.
    let shown: Vec<u64> = counts
        .iter()
        .enumerate()
        .map(|(at, count)| {
            table.perturbed(*count, cell_key(keys.iter().cycle().skip(at).take(*count as usize).copied()))
        })
        .collect();
    let found = audit(&counts, &shown).expect("lists of one length");
    assert_eq!(found.zeros_changed, 0);
    assert!(found.largest <= 5 && found.largest >= 4);
    assert!(found.mean.abs() < 0.008, "{}", found.mean);
    assert!((found.variance - 2.0).abs() < 0.02, "{}", found.variance);
    let mut tenths = [0u32; 10];
    for key in &keys {
        tenths[((u128::from(*key) * 10) >> 64) as usize] += 1;
    }
    assert!(tenths.iter().all(|n| n.abs_diff(100_000) < 1_500), "{tenths:?}");
}

#[test]
fn the_same_persons_have_the_same_noise() {
    let (table, secret) = (census(), secret());
    let key = |persons: &[&str]| cell_key(persons.iter().map(|person| secret.record_key(person.as_bytes())));
    assert_eq!(key(&["a", "b", "c", "d"]), key(&["d", "b", "a", "c"]));
    assert_eq!(key(&["a", "b"]).wrapping_add(key(&["c"])), key(&["a", "b", "c"]));
    assert_ne!(key(&["a", "b"]), key(&["a", "c"]));
    assert_eq!(key(&[]), 0);
    assert_eq!(table.noise(4, key(&["a", "b", "c", "d"])), table.noise(4, key(&["d", "c", "b", "a"])));
    let other = Secret::new(&[1; 40]).expect("long enough");
    assert_ne!(other.record_key(b"a"), secret.record_key(b"a"));
}

/// HMAC-SHA-256 of "person", a zero and "a", and of a cell, computed by another program.
#[test]
fn keys_do_not_change_between_versions() {
    assert_eq!(secret().record_key(b"a"), 0x21f8_0a0d_e200_fb06);
    assert_eq!(secret().inner_key(b"a", 3), 0x26ed_eb79_492a_6d90);
}

#[test]
fn inner_cells_without_persons_change_no_sum() {
    let secret = secret();
    assert_eq!(secret.inner_key(b"district 3, women", 0), 0);
    assert_ne!(secret.inner_key(b"district 3, women", 5), secret.inner_key(b"district 3, women", 6));
    assert_ne!(secret.inner_key(b"a", 1), secret.record_key(b"a"));
}

#[test]
fn a_secret_is_long_and_cannot_be_printed() {
    static_assertions::assert_not_impl_any!(Secret: Debug, Display, Clone, PartialEq);
    assert_eq!(Secret::new(&[0; 31]).err(), Some(Mistake::Secret));
}

#[test]
fn keys_pick_noise_by_whole_numbers() {
    let table = census();
    assert_eq!((table.noise(1, 0), table.noise(1, u64::MAX)), (-1, 2));
    let third = (2u128 << 64) / 3;
    assert_eq!(table.noise(1, (third - (1 << 20)) as u64), -1);
    assert_eq!(table.noise(1, (third + (1 << 20)) as u64), 2);
    assert_eq!(table.perturbed(u64::MAX, u64::MAX), u64::MAX);
}

#[test]
fn files_as_other_programs_write_them() {
    let semicolons =
        "i;j;p;v;p_int_ub\n0;0;1.00000000; 0;1.0\n1;0;0.25000000;-1;0.25\n1;1;0.50000000; 0;0.75\n1;2;0.25; 1;1\n";
    let table = Table::read(semicolons).expect("a table");
    assert_eq!(table.distribution(1), [(-1, 0.25), (0, 0.5), (1, 0.25)]);
    assert_eq!((table.variance(7), table.bound()), (0.5, 1));
    let quoted = "\u{feff}\"i\",\"j\",\"p\"\r\n0,0,1\r\n1,0,0.25\r\n1,1,0.5\r\n1,2,0.25\r\n";
    assert_eq!(Table::read(quoted).as_ref(), Ok(&table));
    let spaces = "i  j  p\n0  0  1\n1  0  0.25\n1  1  0.5\n1  2  0.25\n";
    assert_eq!(Table::read(spaces).as_ref(), Ok(&table));
}

#[test]
fn files_are_told_all_their_mistakes() {
    let mistakes = |text: &str| Table::read(text).expect_err("mistakes");
    assert_eq!(mistakes(""), [Mistake::Column("i"), Mistake::Column("j"), Mistake::Column("p")]);
    assert_eq!(mistakes("i;j\n"), [Mistake::Column("p")]);
    assert_eq!(
        mistakes("i;j;p;v\n0;0;1;0\n-1;x;2;0\n1;1;1;3\n1;1;0.5;0\n1;1;0.5;0\n"),
        [
            Mistake::Number { line: 3, column: "i" },
            Mistake::Number { line: 3, column: "j" },
            Mistake::Number { line: 3, column: "p" },
            Mistake::Noise(4),
            Mistake::Twice(6),
        ]
    );
    assert_eq!(
        mistakes("i;j;p\n0;1;1\n1;1;0.5\n3;4;1\n"),
        [Mistake::Zero, Mistake::Sum { count: 1, sum: 0.5 }, Mistake::Gap(2), Mistake::Mean { count: 3, mean: 1.0 }]
    );
    // The last row would lead 3 to 1, which no row gives.
    assert_eq!(mistakes("i;j;p\n0;0;1\n1;0;0.5\n1;2;0.5\n2;0;0.5\n2;4;0.5\n"), [Mistake::Last(2)]);
}

fn designs() -> impl Strategy<Value = Design> {
    (1u32..12, 0.0..1.0f64, 0u32..12, prop::option::of(0.0..0.99f64)).prop_map(|(bound, share, barred, stay)| {
        // Mostly possible: between the limits of the hardest rows.
        let barred = barred % bound;
        let hardest = f64::from(barred.div_ceil(2) * (barred + 1 - barred.div_ceil(2)));
        Design { bound, variance: hardest + share * share * f64::from(bound) + 1e-6, barred, stay }
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, ..ProptestConfig::default() })]

    #[test]
    fn every_table_keeps_its_design(design in designs()) {
        match Table::maximum_entropy(&design) {
            Ok(table) => {
                assert_kept(&table, &design);
                prop_assert_eq!(Table::read(&table.write()), Ok(table));
            }
            Err(Mistake::Infeasible { least, most, .. }) => {
                prop_assert!(!(least..=most).contains(&design.variance));
            }
            Err(other) => prop_assert!(false, "{}", other),
        }
    }

    #[test]
    fn larger_keys_never_give_smaller_noise(count in 0u64..20, one in any::<u64>(), other in any::<u64>()) {
        let table = census();
        let (low, high) = (one.min(other), one.max(other));
        prop_assert!(table.noise(count, low) <= table.noise(count, high));
        prop_assert_eq!(table.perturbed(count, one) as i64, count as i64 + table.noise(count, one));
    }

    #[test]
    fn no_text_is_too_strange(text in "(i|j|p|v|;|,|\n|[0-9]|\\.|-|e|\"| ){0,60}") {
        let _ = Table::read(&text);
        let _ = Table::read(&format!("i;j;p\n0;0;1\n{text}"));
    }

    #[test]
    fn no_design_is_too_strange(
        bound in any::<u32>(), variance in any::<f64>(), barred in any::<u32>(), stay in prop::option::of(any::<f64>()),
        small in 0u32..20,
    ) {
        let _ = Table::maximum_entropy(&Design { bound, variance, barred, stay });
        let _ = Table::maximum_entropy(&Design { bound: small, variance, barred: barred % 20, stay });
    }
}
