//! What coarser tables would lose.

use disclosure::{
    Dimension, Level, Policy, Program, Year,
    advice::{Coarsening, Misfit, advise, coarsen, loss, losses, mildest},
    audit::{Effort, audit},
    protect,
};
use proptest::prelude::*;

#[allow(dead_code, unreachable_pub)]
mod small;

fn flat(leaves: usize) -> Dimension {
    let parents: Vec<Option<usize>> = std::iter::once(None).chain((0..leaves).map(|_| Some(0))).collect();
    Dimension::new(&parents, &[]).expect("a tree")
}

/// Two quarters (1, 2) of three blocks each (3 to 8), by twelve ages: far too detailed for its people.
fn detailed() -> (Program, Year) {
    let blocks = [None, Some(0), Some(0), Some(1), Some(1), Some(1), Some(2), Some(2), Some(2)];
    let blocks = Dimension::new(&blocks, &[]).expect("a tree");
    let program = Program::new(vec![blocks, flat(12)]).expect("small");
    let inner = (3..9).flat_map(|block| (1..13).map(move |age| (block, age)));
    let inner: Vec<(usize, i64)> = inner
        .filter_map(|(block, age)| {
            let count = (block * 7 + age * 5) % 6 + usize::from(age < 3) * 20;
            Some((program.cell(&[block, age])?, i64::try_from(count).ok()?))
        })
        .collect();
    let counts = program.add_up(inner).expect("inner cells");
    (program, Year::first(counts))
}

#[test]
fn an_over_detailed_table_is_answered_by_coarser_ones() {
    let (program, year) = detailed();
    let policy = Policy::new(3, Level::Positive);
    let protected = protect(&program, &year, &policy).expect("protectable");
    let now = loss(&program, &year, protected.withheld()).expect("fits");
    assert!(now.withheld > 20 && now.cells == 117);
    let levels = |cell: usize| match program.nodes(cell)[0] {
        0 => "city",
        1 | 2 => "quarters",
        _ => "blocks",
    };
    let by = losses(&program, &year, protected.withheld(), levels).expect("fits");
    assert_eq!(by.values().map(|loss| loss.withheld).sum::<usize>(), now.withheld);
    assert_eq!(by["blocks"].persons, by["city"].persons);
    let candidates = [
        Coarsening::Merge { axis: 1, nodes: vec![3, 4, 5, 6, 7] },
        Coarsening::Up { axis: 0, depth: 1 },
        Coarsening::Drop { axis: 1 },
        Coarsening::Drop { axis: 0 },
    ];
    let advice = advise(&program, &year, &policy, &candidates, 10, levels).expect("candidates that fit");
    assert_eq!(advice.len(), 4);
    assert!(advice.windows(2).all(|pair| pair[0].loss.share() <= pair[1].loss.share()));
    assert!(advice[0].loss.withheld == 0, "whole blocks, or whole ages, are large enough");
    let merged = advice.iter().find(|advice| advice.coarsening == candidates[0]).expect("evaluated");
    assert_eq!(merged.loss.cells, 9 * 9);
    assert!(merged.loss.share() < now.share() && merged.by.contains_key("blocks"));
    let up = advice.iter().find(|advice| advice.coarsening == candidates[1]).expect("evaluated");
    assert_eq!(up.by.keys().copied().collect::<Vec<_>>(), ["city", "quarters"]);
    let best = mildest(&advice, 1.0).expect("one of them");
    assert_eq!(best.loss.published(), advice.iter().map(|advice| advice.loss.published()).max().unwrap_or(0));
    assert!(mildest(&advice, -1.0).is_none());
    // At most so many are tried, in the order given.
    let first = advise(&program, &year, &policy, &candidates, 1, levels).expect("fits");
    assert!(first.len() == 1 && first[0].coarsening == candidates[0]);
}

#[test]
fn what_was_released_before_stays_part_of_the_table() {
    let (program, mut year) = detailed();
    let at = |block, age| program.cell(&[block, age]).expect("inside");
    year.given[at(3, 1)] = true;
    year.withheld[at(4, 7)] = true;
    let coarse = coarsen(&program, &year, &Coarsening::Drop { axis: 1 }).expect("fits");
    let shown: Vec<usize> =
        (0..coarse.program.len()).filter(|cell| coarse.program.is_shown(*cell)).map(|cell| coarse.from[cell]).collect();
    assert_eq!(shown.len(), 9 + 2);
    assert!(shown.contains(&at(3, 1)) && shown.contains(&at(4, 7)));
    let given: Vec<usize> = (0..coarse.program.len()).filter(|cell| coarse.year.given[*cell]).collect();
    assert_eq!(given.iter().map(|cell| coarse.from[*cell]).collect::<Vec<_>>(), [at(3, 1)]);
}

#[test]
fn targets_go_with_the_cells() {
    let (program, mut year) = detailed();
    let at = |block, age| program.cell(&[block, age]).expect("inside");
    year.targets = vec![0; program.len()];
    // All ages of a block by a rule that asks five more of each, and one age of another block.
    for age in 3..6 {
        year.targets[at(3, age)] = year.counts[at(3, age)] + 5;
    }
    year.targets[at(4, 3)] = 9;
    let coarse = coarsen(&program, &year, &Coarsening::Merge { axis: 1, nodes: vec![3, 4, 5] }).expect("fits");
    let asked: Vec<(usize, i64, i64)> = (0..coarse.program.len())
        .filter(|cell| coarse.year.targets[*cell] > 0)
        .map(|cell| (coarse.from[cell], coarse.year.counts[cell], coarse.year.targets[cell]))
        .collect();
    let sum = |block| (3..6).map(|age| year.counts[at(block, age)]).sum::<i64>();
    assert_eq!(asked, [(at(3, 3), sum(3), sum(3) + 5), (at(4, 3), sum(4), 9)]);
}

#[test]
fn what_does_not_fit_is_refused() {
    let (program, year) = detailed();
    let wrong = |coarsening| coarsen(&program, &year, &coarsening).err();
    assert_eq!(wrong(Coarsening::Drop { axis: 2 }), Some(Misfit::UnknownAxis(2)));
    assert_eq!(wrong(Coarsening::Merge { axis: 0, nodes: vec![3, 6] }), Some(Misfit::NotSiblings));
    assert_eq!(wrong(Coarsening::Merge { axis: 0, nodes: vec![3, 3] }), Some(Misfit::NotSiblings));
    assert_eq!(wrong(Coarsening::Merge { axis: 0, nodes: vec![] }), Some(Misfit::NotSiblings));
    assert!(matches!(wrong(Coarsening::Merge { axis: 0, nodes: vec![3, 99] }), Some(Misfit::Mistake(_))));
    let forest = Program::new(vec![Dimension::new(&[None, None], &[]).expect("two trees")]).expect("small");
    let year = Year::first(forest.add_up([(0, 3), (1, 4)]).expect("inner cells"));
    assert_eq!(coarsen(&forest, &year, &Coarsening::Drop { axis: 0 }).err(), Some(Misfit::NoWhole(0)));
}

fn coarsening() -> impl Strategy<Value = Coarsening> {
    let nodes = prop::collection::vec(0usize..8, 2..4);
    prop_oneof![
        (0usize..3).prop_map(|axis| Coarsening::Drop { axis }),
        (0usize..3, 0usize..3).prop_map(|(axis, depth)| Coarsening::Up { axis, depth }),
        (0usize..3, nodes).prop_map(|(axis, nodes)| Coarsening::Merge { axis, nodes })
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 600, ..ProptestConfig::default() })]

    /// A coarser table has the counts of the finer one, or sums of them, and every shown cell is covered by a shown one.
    #[test]
    fn nobody_gets_lost(town in small::town(), coarsening in coarsening()) {
        let year = Year::first(town.counts.clone());
        let Ok(coarse) = coarsen(&town.program, &year, &coarsening) else { return Ok(()) };
        let counts = coarse.program.add_up((0..coarse.program.len())
            .filter(|cell| coarse.program.is_inner(*cell)).map(|cell| (cell, coarse.year.counts[cell])));
        prop_assert_eq!(counts, Ok(coarse.year.counts.clone()));
        let inner = |program: &Program, counts: &[i64]| (0..program.len()).filter(|cell| program.is_inner(*cell)).map(|cell| counts[cell]).sum::<i64>();
        prop_assert_eq!(inner(&coarse.program, &coarse.year.counts), inner(&town.program, &town.counts));
        let shown = (0..coarse.program.len()).filter(|cell| coarse.program.is_shown(*cell));
        for cell in shown {
            let fine = town.counts[coarse.from[cell]];
            let merged = matches!(coarsening, Coarsening::Merge { .. });
            prop_assert!(coarse.year.counts[cell] == fine || (merged && coarse.year.counts[cell] >= fine));
        }
    }

    /// Leaving out what is not needed changes nothing: what protects the coarser table protects the finer one of which
    /// as much is shown.
    #[test]
    fn compact_tables_are_as_safe_as_the_others(town in small::town(), coarsening in coarsening()) {
        if let Coarsening::Merge { .. } = coarsening {
            return Ok(());
        }
        let year = Year::first(town.counts.clone());
        let Ok(coarse) = coarsen(&town.program, &year, &coarsening) else { return Ok(()) };
        let policy = Policy::new(3, Level::Positive);
        let protected = protect(&coarse.program, &coarse.year, &policy);
        let (mut shown, mut withheld) = (vec![false; town.program.len()], vec![false; town.program.len()]);
        for cell in (0..coarse.program.len()).filter(|cell| coarse.program.is_shown(*cell)) {
            shown[coarse.from[cell]] = true;
            withheld[coarse.from[cell]] = protected.as_ref().map_or(town.counts[coarse.from[cell]] != 0, |p| p.withheld()[cell]);
        }
        let places = town.program.clone();
        let fine = town.program.clone().showing(|nodes| places.cell(nodes).is_some_and(|cell| shown[cell]));
        let findings = audit(&fine, &year, &withheld, &policy, &[], Effort::default()).expect("fits");
        // Refused is only what could not be protected in the finer one either.
        prop_assert_eq!(findings.is_safe(), protected.is_ok(), "{:?}", findings);
    }
}
