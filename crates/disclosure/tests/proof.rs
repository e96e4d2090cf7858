//! Proofs that are checked with the release alone.

use disclosure::{
    Dimension, Level, Policy, Program, Proof, Protected, Year, Zeros,
    proof::{Checked, Flaw, Line, Unproven, Unreadable, published},
    protect,
};
use proptest::prelude::*;

#[allow(dead_code, unreachable_pub)]
mod small;

static_assertions::assert_not_impl_any!(Proof: std::fmt::Debug, std::fmt::Display);

fn flat(leaves: usize) -> Dimension {
    let parents: Vec<Option<usize>> = std::iter::once(None).chain((0..leaves).map(|_| Some(0))).collect();
    Dimension::new(&parents, &[]).expect("a tree")
}

/// Three by three with a small count, protected.
fn square() -> (Program, Year, Policy, Protected) {
    let program = Program::new(vec![flat(3), flat(3)]).expect("small");
    let rows = [[1, 10, 12], [11, 9, 14], [13, 15, 20]];
    let inner = rows.iter().enumerate().flat_map(|(row, counts)| {
        let program = &program;
        counts.iter().enumerate().filter_map(move |(column, n)| Some((program.cell(&[row + 1, column + 1])?, *n)))
    });
    let year = Year::first(program.add_up(inner).expect("inner cells"));
    let policy = Policy::new(3, Level::Positive);
    let protected = protect(&program, &year, &policy).expect("protectable");
    (program, year, policy, protected)
}

fn good<T, E: std::fmt::Debug>(result: Result<T, E>) -> T {
    result.map_err(|error| format!("{error:?}")).unwrap_or_else(|error| panic!("{error}"))
}

#[test]
fn a_proof_needs_the_release_only_and_does_not_show_the_truth() {
    let (program, year, policy, protected) = square();
    let proof = good(Proof::new(&program, &year, &protected, &policy));
    let release = published(&program, &year.counts, protected.withheld());
    let checked = proof.check(&program, &release, &policy).expect("holds");
    assert_eq!(checked, Checked { published: 12, withheld: 4, or_zero: 0, tables: 0, fractional: 0 });
    let base = program.add_up(proof.base.iter().map(|(cell, count)| (*cell as usize, *count))).expect("inner cells");
    let sensitive = program.cell(&[1, 1]).expect("inside");
    assert!(base[sensitive] >= 3 && year.counts[sensitive] == 1);
}

#[test]
fn what_is_wrong_with_a_proof_is_found() {
    let (program, year, policy, protected) = square();
    let proof = good(Proof::new(&program, &year, &protected, &policy));
    let release = published(&program, &year.counts, protected.withheld());
    let flaw = |change: &dyn Fn(&mut Proof)| {
        let mut changed = proof.clone();
        change(&mut changed);
        changed.check(&program, &release, &policy).expect_err("flawed")
    };
    let table = |changes: Vec<(u32, i64)>, denominator| {
        move |proof: &mut Proof| proof.tables.push(disclosure::Certificate { changes: changes.clone(), denominator })
    };
    assert!(matches!(flaw(&|proof| proof.base[0].1 += 1), Flaw::Contradicts { table: 0, .. }));
    assert!(matches!(flaw(&|proof| proof.base[0].0 = 0), Flaw::Malformed { table: 0, cell: 0 }));
    assert!(matches!(flaw(&|proof| proof.nodes[1] += 1), Flaw::OtherProgram));
    assert!(matches!(flaw(&table(vec![(5, 1)], 1)), Flaw::Contradicts { table: 1, .. }));
    assert!(matches!(flaw(&table(vec![(0, 1)], 1)), Flaw::Malformed { table: 1, cell: 0 }));
    assert!(matches!(flaw(&table(vec![(5, i64::MIN)], 1)), Flaw::Malformed { table: 1, cell: 5 }));
    assert!(matches!(flaw(&table(Vec::new(), 0)), Flaw::Malformed { table: 1, .. }));
    // The true table itself proves nothing.
    let inner = |cell: &usize| program.is_inner(*cell) && year.counts[*cell] != 0;
    let truth: Vec<(u32, i64)> =
        (0..program.len()).filter(inner).map(|cell| (cell as u32, year.counts[cell])).collect();
    assert_eq!(flaw(&|proof| proof.base.clone_from(&truth)), Flaw::NotReached(5));
    // As far as it may go and one further: the withheld cells keep at least one person.
    let at = |row, column| program.cell(&[row, column]).expect("inside");
    let withheld: Vec<usize> = (0..program.len()).filter(|cell| protected.withheld()[*cell]).collect();
    let ring: Vec<(u32, i64)> =
        withheld.iter().zip([100, -100, -100, 100]).map(|(cell, n)| (*cell as u32, n)).collect();
    assert_eq!(withheld[0], at(1, 1));
    assert!(matches!(flaw(&table(ring, 1)), Flaw::TooLow { table: 1, .. }));
    let linear = Policy::new(3, Level::Linear);
    assert_eq!(proof.check(&program, &release, &linear), Err(Flaw::Linear));
}

#[test]
fn without_certificates_there_is_no_proof() {
    let (program, year, policy, _) = square();
    let linear = protect(&program, &year, &Policy::new(3, Level::Linear)).expect("protectable");
    assert_eq!(Proof::new(&program, &year, &linear, &policy).err(), Some(Unproven::NoCertificate(5)));
}

#[test]
fn a_text_says_where_it_is_wrong() {
    let text = "disclosure proof 1\nnodes 4 4\nbase 2\n5 3\n6 8\ntable 2 1\n9 -4\nend\n";
    let proof = good(Proof::read(text));
    assert_eq!((proof.nodes.as_slice(), proof.base.as_slice()), (&[4, 4][..], &[(5, 3), (6, 8)][..]));
    assert_eq!((proof.tables[0].denominator, proof.tables[0].changes.as_slice()), (2, &[(9, -4)][..]));
    assert_eq!(proof.write(), text);
    let wrong = |from: &str, to: &str| Proof::read(&text.replacen(from, to, 1)).err();
    let line = |number, what| Some(Line { number, what });
    assert_eq!(wrong("proof 1", "proof 2"), line(1, Unreadable::Version));
    assert_eq!(wrong("nodes", "knots"), line(2, Unreadable::Unexpected));
    assert_eq!(wrong("nodes ", "nodesx "), line(2, Unreadable::Unexpected));
    assert_eq!(wrong("4 4", "4  4"), line(2, Unreadable::Number));
    assert_eq!(wrong("base 2", "base 3"), line(6, Unreadable::Number));
    assert_eq!(wrong("base 2", "base 1"), line(5, Unreadable::Unexpected));
    assert_eq!(wrong("5 3", "5 03"), line(4, Unreadable::Number));
    assert_eq!(wrong("5 3", "5 +3"), line(4, Unreadable::Number));
    assert_eq!(wrong("5 3", "5 0"), line(4, Unreadable::Zero));
    assert_eq!(wrong("6 8", "5 8"), line(5, Unreadable::Order));
    assert_eq!(wrong("9 -4", "9 -0"), line(7, Unreadable::Number));
    assert_eq!(wrong("table 2", "table 0"), line(6, Unreadable::Number));
    assert_eq!(wrong("end\n", ""), line(8, Unreadable::Unexpected));
    assert_eq!(wrong("end\n", "end"), line(9, Unreadable::Short));
    assert_eq!(wrong("end\n", "end\nend\n"), line(9, Unreadable::Long));
    assert_eq!(wrong("end\n", "end\n\n"), line(10, Unreadable::Long));
    assert_eq!(wrong("5 3\n", "5 3\r\n"), line(4, Unreadable::Number));
    assert_eq!(
        line(1, Unreadable::Version).map(|line| line.to_string()).as_deref(),
        Some("line 1: this is no proof of version 1")
    );
}

fn policies() -> impl Strategy<Value = Policy> {
    let levels = prop_oneof![
        Just((Level::NonNegative, Zeros::Shown)),
        Just((Level::NonNegative, Zeros::Protected)),
        Just((Level::Positive, Zeros::Shown))
    ];
    (levels, 2u32..6).prop_map(|((level, zeros), minimum)| Policy { minimum, level, zeros })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 500, ..ProptestConfig::default() })]

    /// Every protected year with certificates has a proof that holds, survives writing, and whose base is not the truth.
    #[test]
    fn protected_years_have_proofs(town in small::town(), policy in policies()) {
        let year = Year::first(town.counts.clone());
        let Ok(protected) = protect(&town.program, &year, &policy) else { return Ok(()) };
        let proof = match Proof::new(&town.program, &year, &protected, &policy) {
            Ok(proof) => proof,
            Err(Unproven::NoCertificate(_)) => {
                prop_assert!(protected.findings().proved < protected.findings().sensitive);
                return Ok(());
            }
            Err(other) => return Err(TestCaseError::fail(other.to_string())),
        };
        let release = published(&town.program, &town.counts, protected.withheld());
        let checked = proof.check(&town.program, &release, &policy);
        prop_assert_eq!(checked.as_ref().map(|checked| checked.withheld).ok(), Some(protected.findings().withheld));
        prop_assert!(policy.zeros == Zeros::Protected || checked.is_ok_and(|checked| checked.or_zero == 0));
        let again = Proof::read(&proof.write());
        prop_assert!(again.is_ok_and(|again| again == proof));
        let base = town.program.add_up(proof.base.iter().map(|(cell, n)| (*cell as usize, *n))).expect("inner cells");
        let whole = protected.certificates().iter().any(|certificate| certificate.denominator == 1);
        prop_assert!(!whole || base != town.counts);
    }

    /// What a proof says holds against every table: where it passes, no withheld small count of any kind is provable.
    /// Publishing one more cell makes the proof fail, or the cell was moved by no table.
    #[test]
    fn a_proof_is_about_its_release_only(town in small::town(), policy in policies(), pick in any::<prop::sample::Index>()) {
        let year = Year::first(town.counts.clone());
        let Ok(protected) = protect(&town.program, &year, &policy) else { return Ok(()) };
        let Ok(proof) = Proof::new(&town.program, &year, &protected, &policy) else { return Ok(()) };
        let mut release = published(&town.program, &town.counts, protected.withheld());
        let withheld: Vec<usize> = (0..release.len()).filter(|cell| protected.withheld()[*cell]).collect();
        if withheld.is_empty() {
            return Ok(());
        }
        let cell = withheld[pick.index(withheld.len())];
        release[cell] = Some(town.counts[cell]);
        if proof.check(&town.program, &release, &policy).is_ok() {
            for table in &proof.tables {
                prop_assert!(table.changes_everywhere(&town.program).iter().all(|change| change.0 != cell));
            }
        }
    }

    /// No text makes the reader panic, and what it reads is what would be written.
    #[test]
    fn any_text_is_read_or_refused(words in prop::collection::vec(prop_oneof![
        Just("disclosure proof 1"), Just("nodes 3 2"), Just("nodes"), Just("base 1"), Just("base 0"), Just("4 2"), Just("5 -1"),
        Just("table 1 1"), Just("table 3 0"), Just("end"), Just(""), Just("9999999999999999999 1"), Just("ä")], 0..12)) {
        let text = words.join("\n");
        if let Ok(proof) = Proof::read(&text) {
            prop_assert_eq!(proof.write(), text);
            let program = Program::new(vec![flat(2), flat(1)]).expect("small");
            let _ = proof.check(&program, &vec![None; program.len()], &Policy::new(3, Level::Positive));
        }
    }
}
