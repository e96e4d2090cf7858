//! Small tables whose answers can be told by hand.

use disclosure::{
    Certificate, Dimension, Level, Mistake, Policy, Program, Refusal, Year,
    audit::{Effort, Flaw, audit},
    protect, protect_all,
};

fn flat(leaves: usize) -> Dimension {
    let parents: Vec<Option<usize>> = std::iter::once(None).chain((0..leaves).map(|_| Some(0))).collect();
    Dimension::new(&parents, &[]).expect("a tree")
}

/// Rows by columns, with their totals; node zero is the total.
fn table(counts: &[&[u32]]) -> (Program, Year) {
    let program = Program::new(vec![flat(counts.len()), flat(counts[0].len())]).expect("small");
    let inner = counts
        .iter()
        .enumerate()
        .flat_map(|(row, counts)| counts.iter().enumerate().map(move |(column, count)| (row + 1, column + 1, *count)));
    let inner: Vec<(usize, u32)> =
        inner.map(|(row, column, count)| (program.cell(&[row, column]).expect("inside"), count)).collect();
    let counts = program.add_up(inner).expect("inner cells");
    (program, Year::first(counts))
}

fn policy(level: Level) -> Policy {
    Policy::new(3, level)
}

#[test]
fn one_small_count_takes_a_rectangle() {
    let (program, year) = table(&[&[1, 10, 12], &[11, 9, 14], &[13, 15, 20]]);
    for level in [Level::Linear, Level::NonNegative, Level::Positive] {
        let protected = protect(&program, &year, &policy(level)).expect("protectable");
        assert_eq!(protected.findings().sensitive, 1);
        assert_eq!(protected.findings().withheld, 4, "{level:?}");
    }
}

#[test]
fn the_plausible_rule_fails_where_two_ones_sum_to_two() {
    // Of 1, 1, 0, 0 with the total published, both are known to everyone who knows that zeros are shown.
    let program = Program::new(vec![flat(4)]).expect("small");
    let counts = program.add_up([(1, 1), (2, 1)]).expect("inner cells");
    let withheld = [false, true, true, false, false];
    let find = |level| {
        audit(&program, &Year::first(counts.clone()), &withheld, &policy(level), &[], Effort::default()).expect("fits")
    };
    assert_eq!(find(Level::Linear).fixed.len(), 0);
    assert_eq!(find(Level::NonNegative).below, [1, 2]);
    assert_eq!(find(Level::Positive).exact, [1, 2]);
    // And the total is too small itself.
    assert_eq!(find(Level::Positive).published, [0]);
    assert_eq!(find(Level::Linear).insider_victims, 2);
}

#[test]
fn what_an_earlier_release_disclosed_cannot_be_protected() {
    let (program, mut year) = table(&[&[1, 10], &[11, 9]]);
    let cell = |row, column| program.cell(&[row, column]).expect("inside");
    for given in [cell(1, 0), cell(1, 2)] {
        year.given[given] = true;
    }
    let refused = protect(&program, &year, &policy(Level::Positive));
    assert!(matches!(refused, Err(Refusal::Unsafe(findings)) if findings.fixed == [cell(1, 1)]));
}

#[test]
fn school_districts_beside_quarters_give_nothing_away() {
    // Blocks 3..=8 in quarters 1 and 2; the school districts 9 and 10 cut across. The odd block out is small.
    let parents = [None, Some(0), Some(0), Some(1), Some(1), Some(1), Some(2), Some(2), Some(2)];
    let blocks = Dimension::new(&parents, &[vec![3, 4], vec![5, 6, 7, 8]]).expect("a tree");
    let program = Program::new(vec![blocks, flat(2)]).expect("small");
    let at = |block, sex| program.cell(&[block, sex]).expect("inside");
    let inner =
        (3..9).flat_map(|block| [(at(block, 1), if block == 5 { 2 } else { 9 + block as u32 }), (at(block, 2), 20)]);
    let year = Year::first(program.add_up(inner).expect("inner cells"));
    // Quarter 1 less school district 9 is block 5.
    let mut withheld = vec![false; program.len()];
    for (block, sex) in [(5, 1), (5, 2), (4, 1), (4, 2)] {
        withheld[at(block, sex)] = true;
    }
    let findings = audit(&program, &year, &withheld, &policy(Level::Positive), &[], Effort::default()).expect("fits");
    assert_eq!(findings.fixed, [at(5, 1)]);
    let protected = protect(&program, &year, &policy(Level::Positive)).expect("protectable");
    assert_eq!(protected.findings().proved, 1);
}

#[test]
fn false_certificates_are_found_out() {
    let (program, year) = table(&[&[1, 10, 12], &[11, 9, 14], &[13, 15, 20]]);
    let policy = policy(Level::Positive);
    let protected = protect(&program, &year, &policy).expect("protectable");
    let flaw = |certificate: Certificate| {
        let findings =
            audit(&program, &year, protected.withheld(), &policy, &[certificate], Effort::default()).expect("fits");
        assert!(!findings.is_safe());
        findings.flaws[0].1
    };
    let good = protected.certificates()[0].clone();
    let first = good.changes[0].0;
    assert!(matches!(flaw(Certificate { changes: vec![(first, 1)], denominator: 1 }), Flaw::ChangesPublished(_)));
    assert!(matches!(flaw(Certificate { changes: vec![(u32::MAX, 1)], denominator: 1 }), Flaw::Malformed(_)));
    assert!(matches!(flaw(Certificate { changes: vec![(0, 1)], denominator: 1 }), Flaw::Malformed(0)));
    assert!(matches!(flaw(Certificate { denominator: 0, ..good.clone() }), Flaw::Malformed(_)));
    let far = good.changes.iter().map(|(cell, change)| (*cell, change * 1000)).collect();
    assert!(matches!(flaw(Certificate { changes: far, denominator: 1 }), Flaw::TooLow(_)));
    let beyond =
        good.changes.iter().map(|(cell, change)| (*cell, if *change > 0 { i64::MAX } else { i64::MIN })).collect();
    assert!(matches!(
        flaw(Certificate { changes: beyond, denominator: i64::MAX }),
        Flaw::ChangesPublished(_) | Flaw::TooLow(_) | Flaw::TooLarge(_)
    ));
}

#[test]
fn years_do_not_disturb_each_other() {
    let (program, first) = table(&[&[1, 10, 12], &[11, 9, 14], &[13, 15, 20]]);
    let (_, second) = table(&[&[5, 10, 2], &[11, 9, 14], &[13, 15, 20]]);
    let policy = policy(Level::Positive);
    let years = [first, second];
    let together = protect_all(&program, &years, &policy).expect("protectable");
    for (year, protected) in years.iter().zip(&together) {
        assert_eq!(protect(&program, year, &policy).expect("protectable").withheld(), protected.withheld());
    }
}

#[test]
fn what_does_not_fit_is_refused_in_words() {
    assert_eq!(Dimension::new(&[], &[]).err(), Some(Mistake::NoNodes));
    assert_eq!(Dimension::new(&[Some(1), Some(0)], &[]).err(), Some(Mistake::Cycle));
    assert_eq!(Dimension::new(&[None, Some(7)], &[]).err(), Some(Mistake::UnknownNode(7)));
    assert_eq!(Dimension::new(&[None, Some(0)], &[vec![0, 1]]).err(), Some(Mistake::Overlap(2)));
    assert_eq!(Dimension::new(&[None], &[vec![]]).err(), Some(Mistake::Overlap(1)));
    let (program, mut year) = table(&[&[1, 10], &[11, 9]]);
    assert_eq!(program.add_up([(0, 1)]).err(), Some(Mistake::NotInner(0)));
    assert_eq!(program.add_up([(99, 1)]).err(), Some(Mistake::NotInner(99)));
    year.counts[0] += 1;
    assert!(matches!(protect(&program, &year, &policy(Level::Linear)), Err(Refusal::Mistake(Mistake::NotASum(0)))));
    year.counts.pop();
    assert!(matches!(
        protect(&program, &year, &policy(Level::Linear)),
        Err(Refusal::Mistake(Mistake::Length { found: 8, cells: 9 }))
    ));
    assert!(Program::new(vec![flat(70_000), flat(70_000)]).is_err());
}
