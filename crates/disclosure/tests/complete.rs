//! Filling in starred cells.

use disclosure::{Dimension, Incomplete, Mistake, Program, Span, complete, complete_within};
use proptest::prelude::*;

#[allow(dead_code, unreachable_pub)]
mod small;

fn flat(leaves: usize) -> Dimension {
    let parents: Vec<Option<usize>> = std::iter::once(None).chain((0..leaves).map(|_| Some(0))).collect();
    Dimension::new(&parents, &[]).expect("a tree")
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, ..ProptestConfig::default() })]

    /// Whatever is hidden of a table, everything known is kept.
    #[test]
    fn everything_known_is_kept(town in small::town(), hidden in prop::collection::vec(any::<bool>(), 512)) {
        let known: Vec<Option<i64>> =
            town.counts.iter().zip(hidden).map(|(count, hidden)| (!hidden).then_some(*count)).collect();
        let inner = complete(&town.program, &known).expect("the true table is one");
        let counts = town.program.add_up(inner).expect("inner cells");
        for (known, count) in known.iter().zip(&counts) {
            prop_assert!(known.is_none_or(|known| known == *count));
        }
    }

    /// Intervals are kept, too, and the same input gives the same answer.
    #[test]
    fn intervals_are_kept(town in small::town(), widths in prop::collection::vec((0i64..4, 0i64..4), 512)) {
        let spans: Vec<Span> = town
            .counts
            .iter()
            .zip(widths)
            .map(|(count, (down, up))| Span { least: count - down, most: count + up })
            .collect();
        let inner = complete_within(&town.program, &spans).expect("the true table is one");
        prop_assert_eq!(Ok(inner.clone()), complete_within(&town.program, &spans));
        for (span, count) in spans.iter().zip(town.program.add_up(inner).expect("inner cells")) {
            prop_assert!((span.least.max(0)..=span.most).contains(&count));
        }
    }

    /// If one known sum is wrong by one, and all is known, a sum that does not come out is named: that one, or one that
    /// it is part of.
    #[test]
    fn a_wrong_count_is_found(town in small::town(), pick in any::<prop::sample::Index>()) {
        let sums: Vec<usize> = (0..town.program.len()).filter(|cell| !town.program.is_inner(*cell)).collect();
        if sums.is_empty() {
            return Ok(());
        }
        let wrong = sums[pick.index(sums.len())];
        let mut known: Vec<Option<i64>> = town.counts.iter().copied().map(Some).collect();
        known[wrong] = Some(town.counts[wrong] + 1);
        let Err(Incomplete::Contradiction { axis, sum }) = complete(&town.program, &known) else {
            return Err(TestCaseError::fail("no contradiction was found"));
        };
        let nodes = (town.program.nodes(sum), town.program.nodes(wrong));
        let relation = town.program.dimensions()[axis].relations().iter().find(|relation| relation.parent == nodes.0[axis]);
        let relation = relation.expect("a sum");
        prop_assert!(sum == wrong || relation.kids.contains(&nodes.1[axis]));
    }

    /// No list of counts, however wild, makes it panic, and what it returns holds.
    #[test]
    fn anything_may_be_asked(town in small::town(), wild in prop::collection::vec(prop::option::of(any::<i64>()), 512)) {
        let known = &wild[..town.program.len().min(512)];
        if let Ok(inner) = complete(&town.program, known) {
            let counts = town.program.add_up(inner).expect("inner cells");
            prop_assert!(known.iter().zip(&counts).all(|(known, count)| known.is_none_or(|known| known == *count)));
        }
    }
}

#[test]
fn two_tables_over_the_same_people_are_filled_in_together() {
    // Only the margins of a square are known, and that one cell has fewer than three people.
    let program = Program::new(vec![flat(3), flat(3)]).expect("small");
    let cell = |row, column| program.cell(&[row, column]).expect("inside");
    let mut spans = vec![Span::UNKNOWN; program.len()];
    for (at, margin) in [(1, 7), (2, 11), (3, 2)] {
        spans[cell(at, 0)] = Span::exactly(margin);
    }
    for (at, margin) in [(1, 5), (2, 5), (3, 10)] {
        spans[cell(0, at)] = Span::exactly(margin);
    }
    spans[cell(1, 3)] = Span::below(3);
    let counts = program.add_up(complete_within(&program, &spans).expect("possible")).expect("inner cells");
    assert_eq!((counts[cell(0, 0)], counts[cell(1, 0)], counts[cell(0, 3)]), (20, 7, 10));
    assert!((1..3).contains(&counts[cell(1, 3)]));
}

#[test]
fn what_cannot_be_met_is_named() {
    let program = Program::new(vec![flat(2), flat(2)]).expect("small");
    let cell = |row, column| program.cell(&[row, column]).expect("inside");
    let mut known = vec![None; program.len()];
    (known[cell(1, 1)], known[cell(1, 2)], known[cell(1, 0)]) = (Some(4), Some(4), Some(9));
    assert_eq!(complete(&program, &known), Err(Incomplete::Contradiction { axis: 1, sum: cell(1, 0) }));
    known[cell(1, 0)] = Some(-1);
    assert_eq!(complete(&program, &known), Err(Incomplete::Impossible(cell(1, 0))));
    known.pop();
    assert_eq!(complete(&program, &known), Err(Incomplete::Mistake(Mistake::Length { found: 8, cells: 9 })));
}

#[test]
fn sums_that_cannot_all_be_met_are_named_although_each_could() {
    // Two cells each add up to 3, 3 and 3: a + b, b + c, a + c, with a free choice only in halves.
    let dimension = Dimension::new(&[None; 3], &[vec![0, 1], vec![1, 2], vec![0, 2]]).expect("three sums");
    let program = Program::new(vec![dimension]).expect("small");
    let known = [None, None, None, Some(3), Some(3), Some(3)];
    assert_eq!(complete(&program, &known), Err(Incomplete::NotWhole(0)));
    let known = [None, None, None, Some(3), Some(3), Some(4)];
    let counts = program.add_up(complete(&program, &known).expect("2, 1, 2")).expect("inner cells");
    assert_eq!(counts, [2, 1, 2, 3, 3, 4]);
    // Halves of a large and an odd number: no narrowing of spans tells, only the linear program.
    let known = [None, None, None, Some(10), Some(10), Some(30)];
    assert!(matches!(complete(&program, &known), Err(Incomplete::Contradiction { axis: 0, .. })));
}

#[test]
fn counts_of_free_sign_may_be_negative() {
    // The whole less its two overlapping parts.
    let parts = Dimension::new(&[None; 3], &[vec![0, 1, 2]]).and_then(|parts| parts.with_free(&[0])).expect("parts");
    let program = Program::new(vec![parts]).expect("small");
    let inner = complete(&program, &[None, Some(8), Some(5), Some(10)]).expect("three are both");
    assert_eq!(inner, [(0, -3), (1, 8), (2, 5)]);
    assert!(complete(&program, &[None, None, None, Some(10)]).is_ok());
}

#[test]
fn large_counts_of_either_sign_do_not_cancel() {
    // Rows by a part of free sign and another; of all that only one sum is known.
    let columns = Dimension::new(&[None; 2], &[]).and_then(|columns| columns.with_free(&[0])).expect("two columns");
    let program = Program::new(vec![flat(2), columns]).expect("small");
    let mut known = vec![None; program.len()];
    known[0] = Some(27);
    let inner = complete(&program, &known).expect("possible");
    assert!(inner.iter().all(|(_, count)| (0..=27).contains(count)), "{inner:?}");
}
