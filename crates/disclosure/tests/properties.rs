//! What must hold for any program: random trees, linked tables, earlier releases.

use disclosure::{
    Dimension, Level, Policy, Program, Protected, Refusal, Year, Zeros,
    audit::{Effort, Findings, audit},
    protect,
};
use proptest::{prelude::*, strategy::ValueTree};

const THOROUGH: Effort = Effort { unknowns: 5000, programs: 5000 };

/// A program, its inner cells with counts, and a policy.
#[derive(Clone)]
struct Town {
    program: Program,
    inner: Vec<(usize, i64)>,
    targets: Vec<i64>,
    policy: Policy,
}

impl std::fmt::Debug for Town {
    /// Only what tells one town from another.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        for dimension in self.program.dimensions() {
            write!(f, "{:?} of {}; ", dimension.relations(), dimension.len())?;
        }
        let shown: Vec<usize> = (0..self.program.len()).filter(|cell| self.program.is_shown(*cell)).collect();
        let asked: Vec<_> = self.targets.iter().enumerate().filter(|target| *target.1 > 0).collect();
        write!(f, "shown {shown:?}; inner {:?}; targets {asked:?}; {:?}", self.inner, self.policy)
    }
}

impl Town {
    fn year(&self) -> Year {
        let counts = self.program.add_up(self.inner.iter().copied()).expect("counts of inner cells");
        Year { targets: self.targets.clone(), ..Year::first(counts) }
    }

    /// The attack without any certificate.
    fn attack(&self, year: &Year, withheld: &[bool]) -> Findings {
        audit(&self.program, year, withheld, &self.policy, &[], THOROUGH).expect("lists that fit")
    }

    /// Whether a cell may be withheld at all.
    fn may(&self, year: &Year, cell: usize) -> bool {
        self.program.is_shown(cell) && (year.counts[cell] != 0 || self.policy.zeros == Zeros::Protected)
    }
}

fn dimension() -> impl Strategy<Value = Dimension> {
    (prop::collection::vec(any::<prop::sample::Index>(), 0..7), prop::collection::vec(any::<bool>(), 7)).prop_map(
        |(picks, extra)| {
            let mut parents = vec![None];
            for (node, pick) in picks.iter().enumerate() {
                parents.push(Some(pick.index(node + 1)));
            }
            let leaves: Vec<usize> = (0..parents.len()).filter(|node| !parents.contains(&Some(*node))).collect();
            // A second hierarchy: some of the leaves together, across the first.
            let across: Vec<usize> =
                leaves.iter().copied().zip(extra).filter(|(_, taken)| *taken).map(|(leaf, _)| leaf).collect();
            let extras = if across.len() > 1 && across.len() < leaves.len() { vec![across] } else { Vec::new() };
            Dimension::new(&parents, &extras).expect("a tree")
        },
    )
}

/// A whole and two parts of it that may overlap, with the rest of each.
fn parts() -> Dimension {
    // 0 the whole less the parts (free), 1 and 2 the parts, 3 the whole, 4 and 5 who is not in 1 and not in 2.
    let extras = [vec![0, 1, 2], vec![0, 2], vec![0, 1]];
    Dimension::new(&[None, None, None], &extras).and_then(|parts| parts.with_free(&[0])).expect("a tree")
}

fn town() -> impl Strategy<Value = Town> {
    let level = prop_oneof![
        Just((Level::Linear, Zeros::Shown)),
        Just((Level::Linear, Zeros::Protected)),
        Just((Level::NonNegative, Zeros::Shown)),
        Just((Level::NonNegative, Zeros::Protected)),
        Just((Level::Positive, Zeros::Shown))
    ];
    let targets =
        prop_oneof![2 => Just(Vec::new()), 1 => prop::collection::vec(prop_oneof![9 => Just(0i64), 1 => 1i64..8], 512)];
    let count = prop_oneof![2 => Just(0u32), 3 => 1u32..4, 3 => 4u32..30];
    let tables = prop::collection::vec(prop::collection::vec(0usize..4, 3), 0..3);
    let counts = (prop::collection::vec(count, 512), targets);
    (prop::collection::vec(dimension(), 1..4), any::<bool>(), counts, tables, level, 3u32..6).prop_map(
        |(mut dimensions, overlapping, (counts, mut targets), tables, (level, zeros), minimum)| {
            if overlapping && let Some(last) = dimensions.get_mut(2) {
                *last = parts();
            }
            let mut program = Program::new(dimensions).expect("a small program");
            if overlapping {
                // What is free is not shown, and neither is who is not in a part, unless for that rule below.
                let last = program.dimensions().len() - 1;
                program = program.showing(|nodes| last < 2 || (1..4).contains(&nodes[last]));
            }
            if !tables.is_empty() {
                // Each table leaves some dimensions uncrossed: linked tables.
                let all = program.clone();
                program = program.showing(|nodes| {
                    all.cell(nodes).is_some_and(|cell| all.is_shown(cell))
                        && tables
                            .iter()
                            .any(|table| nodes.iter().zip(table).all(|(node, crossed)| *crossed > 0 || *node == 0))
                });
            }
            let cells = (0..program.len()).filter(|cell| program.is_inner(*cell));
            let mut inner: Vec<(usize, i64)> = cells.zip(counts.into_iter().map(i64::from)).collect();
            // Some of those in the first part are in the second, too.
            for at in 0..inner.len() {
                if program.is_free(inner[at].0) {
                    inner[at].1 -= inner[at + 1].1.min(inner[at + 2].1);
                }
            }
            targets.truncate(program.len());
            if targets.len() < program.len() {
                targets.clear();
            }
            let mut town = Town { program, inner, targets, policy: Policy { minimum, level, zeros } };
            // A zero that must be shown cannot be protected.
            let counts = town.year().counts;
            for (cell, target) in town.targets.iter_mut().enumerate() {
                if zeros == Zeros::Shown && town.program.is_shown(cell) && counts[cell] == 0 {
                    *target = 0;
                }
            }
            town
        },
    )
}

fn protected(town: &Town, year: &Year) -> Option<Protected> {
    match protect(&town.program, year, &town.policy) {
        Ok(protected) => Some(protected),
        Err(Refusal::Unsafe(_)) => None,
        Err(Refusal::Mistake(mistake)) => panic!("{mistake}"),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1000, ..ProptestConfig::default() })]

    /// What is protected withstands the attack without help, and so does everything that withholds more.
    #[test]
    fn protected_years_are_safe_and_stay_so_with_less_published(town in town(), more in prop::collection::vec(any::<bool>(), 512)) {
        let year = town.year();
        if let Some(protected) = protected(&town, &year) {
            let mut withheld = protected.withheld().to_vec();
            let findings = town.attack(&year, &withheld);
            prop_assert!(findings.is_safe(), "{findings:?}");
            for (cell, more) in more.into_iter().enumerate().take(withheld.len()) {
                withheld[cell] |= more && town.may(&year, cell);
            }
            let findings = town.attack(&year, &withheld);
            prop_assert!(findings.is_safe(), "with less published: {findings:?}");
        }
    }

    /// A year is refused only if withholding everything but zeros would not help either.
    #[test]
    fn only_hopeless_years_are_refused(town in town()) {
        let year = town.year();
        if protected(&town, &year).is_none() {
            let all: Vec<bool> = (0..town.program.len()).map(|cell| town.may(&year, cell)).collect();
            let findings = town.attack(&year, &all);
            prop_assert!(!findings.is_safe(), "{:?}", town.policy);
        }
    }

    /// Publishing any withheld cell makes the audit fail: it was sensitive, or a certificate needs it.
    #[test]
    fn no_withheld_cell_may_be_published(town in town(), pick in any::<prop::sample::Index>()) {
        let year = town.year();
        if let Some(protected) = protected(&town, &year) {
            let mut withheld = protected.withheld().to_vec();
            let cells: Vec<usize> = (0..withheld.len()).filter(|cell| withheld[*cell]).collect();
            if town.policy.level > Level::Linear && !cells.is_empty() {
                withheld[cells[pick.index(cells.len())]] = false;
                let findings = audit(&town.program, &year, &withheld, &town.policy, protected.certificates(), THOROUGH).expect("lists that fit");
                prop_assert!(!findings.is_safe());
            }
        }
    }

    /// In which order the inner cells are given does not matter.
    #[test]
    fn the_order_of_rows_is_irrelevant(town in town(), seed in any::<u64>()) {
        let mut shuffled = town.clone();
        shuffled.inner.sort_by_key(|(cell, _)| (*cell as u64 + 1).wrapping_mul(seed | 1));
        let (a, b) = (protected(&town, &town.year()), protected(&shuffled, &shuffled.year()));
        prop_assert_eq!(a.map(|a| a.withheld().to_vec()), b.map(|b| b.withheld().to_vec()));
    }

    /// A later release keeps to what an earlier one published, and both together are safe; if it is refused, nothing
    /// that it could withhold would help.
    #[test]
    fn a_second_release_does_not_betray_the_first(town in town(), first in prop::collection::vec(any::<bool>(), 512)) {
        let year = town.year();
        let earlier = town.program.clone();
        let shown: Vec<bool> = (0..earlier.len()).map(|cell| earlier.is_shown(cell) && first[cell]).collect();
        let places = earlier.clone();
        let earlier = earlier.showing(|nodes| places.cell(nodes).is_some_and(|cell| shown[cell]));
        let Ok(before) = protect(&earlier, &year, &town.policy) else { return Ok(()) };
        let given: Vec<bool> = (0..shown.len()).map(|cell| shown[cell] && !before.withheld()[cell]).collect();
        let later = Year { given: given.clone(), withheld: before.withheld().to_vec(), ..year.clone() };
        if let Some(after) = protected(&town, &later) {
            for (cell, given) in given.iter().enumerate() {
                prop_assert!(!(*given && after.withheld()[cell]), "what is public cannot be withheld");
                prop_assert!(!before.withheld()[cell] || after.withheld()[cell], "what was withheld stays so");
            }
            prop_assert!(town.attack(&later, after.withheld()).is_safe());
        } else {
            let most: Vec<bool> = (0..given.len()).map(|c| !given[c] && town.may(&year, c)).collect();
            prop_assert!(!town.attack(&later, &most).is_safe(), "refused without need");
        }
    }
}

/// The properties above would hold for nothing if most towns were refused or had nothing to protect.
#[test]
fn towns_are_worth_protecting() {
    let mut runner = proptest::test_runner::TestRunner::deterministic();
    let (mut refused, mut trivial, mut worth) = (0, 0, 0);
    for _ in 0..400 {
        let town = town().new_tree(&mut runner).expect("a town").current();
        match protected(&town, &town.year()) {
            None => refused += 1,
            Some(protected) if protected.findings().sensitive == 0 => trivial += 1,
            Some(_) => worth += 1,
        }
    }
    assert!(worth >= 100, "{worth} worth it, {refused} refused, {trivial} trivial");
}
