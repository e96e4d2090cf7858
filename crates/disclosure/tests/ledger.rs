//! What earlier releases have shown binds later ones, and leaves alternatives that reach far.

use disclosure::{Dimension, Level, Policy, Program, Year, protect};

const QUARTERS: usize = 12;
const BLOCKS: usize = 6;

/// A city, its quarters, and blocks below them, by group and age; many counts are small.
fn town(seed: u64) -> (Program, Vec<i64>) {
    let mut parents = vec![None];
    parents.extend((0..QUARTERS).map(|_| Some(0)));
    parents.extend((0..QUARTERS * BLOCKS).map(|block| Some(1 + block / BLOCKS)));
    let flat = |leaves: usize| {
        let parents: Vec<Option<usize>> = std::iter::once(None).chain((0..leaves).map(|_| Some(0))).collect();
        Dimension::new(&parents, &[]).expect("a tree")
    };
    let program = Program::new(vec![Dimension::new(&parents, &[]).expect("a tree"), flat(4), flat(5)]).expect("small");
    let mut state = seed;
    let mut inner = Vec::new();
    for cell in (0..program.len()).filter(|cell| program.is_inner(*cell)) {
        // A linear congruential generator (Knuth's MMIX); its upper bits are good enough for a town.
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        let dice = (state >> 40) % 100;
        inner.push((cell, if dice < 62 { 0 } else { 1 + (dice % 7) as u32 }));
    }
    let counts = program.add_up(inner).expect("inner cells");
    (program, counts)
}

/// Quarters first, then blocks. With all that may be withheld withheld, each alternative of the quarters is one of the
/// blocks, too: wherever a quarter changes, it has a block with people. So there is always a second release.
#[test]
fn blocks_can_follow_quarters() {
    let policy = Policy::new(3, Level::NonNegative);
    for seed in 0..4 {
        let (program, counts) = town(seed);
        let first = Year::first(counts);
        let quarters = program.clone().showing(|nodes| nodes[0] <= QUARTERS);
        let earlier = protect(&quarters, &first, &policy).expect("a first release");
        let of_quarter = |cell: usize| quarters.is_shown(cell);
        let withheld: Vec<bool> = (0..program.len()).map(|cell| of_quarter(cell) && earlier.withheld()[cell]).collect();
        let given = (0..program.len()).map(|cell| of_quarter(cell) && !withheld[cell]).collect();
        let second = Year { given, withheld, ..first };
        let later = protect(&program, &second, &policy);
        let later = later.unwrap_or_else(|refusal| panic!("seed {seed}: {refusal:?}"));
        assert_eq!(later.findings().proved, later.findings().sensitive);
    }
}
