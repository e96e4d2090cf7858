//! Primary rules.

use disclosure::{
    Dimension, Level, Mistake, Policy, Program, Refusal, Year, Zeros,
    primary::{
        Complement, Largest, Percent, Wrong, complement, dominance, group_disclosure, minimum_population,
        missing_complements, p_percent, strictest, suppressed,
    },
    protect,
};
use proptest::prelude::*;

#[allow(dead_code, unreachable_pub)]
mod small;

fn flat(leaves: usize) -> Dimension {
    let parents: Vec<Option<usize>> = std::iter::once(None).chain((0..leaves).map(|_| Some(0))).collect();
    Dimension::new(&parents, &[]).expect("a tree")
}

/// Four groups in one place, and all people of it.
fn row(counts: [i64; 4]) -> (Program, Vec<i64>) {
    let program = Program::new(vec![flat(4)]).expect("small");
    let counts = program.add_up((1..5).zip(counts)).expect("inner cells");
    (program, counts)
}

#[test]
fn all_but_one_is_as_telling_as_one() {
    let (program, counts) = row([19, 1, 0, 0]);
    // What the first group leaves is no cell yet.
    assert_eq!(complement(&program, &counts, 3).expect("adds up"), [0; 5]);
    let missing = missing_complements(&program);
    assert!(missing.contains(&Complement { axis: 0, part: 1, whole: 0 }));
    assert_eq!(missing.len(), 4);
    let made = flat(4).with_others(&[(1, 0)]).expect("a part of the whole");
    assert_eq!(made.relations().last().map(|relation| relation.kids.clone()), Some(vec![2, 3, 4]));
    let program = Program::new(vec![made]).expect("small").showing(|nodes| nodes[0] < 5);
    let counts = program.add_up([(1, 19), (2, 1)]).expect("inner cells");
    assert_eq!(complement(&program, &counts, 3).expect("adds up"), [0, 0, 0, 0, 0, 3]);
    assert_eq!(missing_complements(&program).len(), 3);
}

#[test]
fn a_complement_is_protected_like_a_count() {
    // Two places by four groups; in the first, 19 of 20 are in the first group and the other is in none that is shown.
    let groups = flat(4).with_others(&[(1, 0)]).expect("a part of the whole");
    let program = Program::new(vec![flat(3), groups]).expect("small").showing(|nodes| nodes[1] < 2);
    let at = |place, group| program.cell(&[place, group]).expect("inside");
    let persons = [([1, 1], 19), ([1, 2], 1), ([2, 1], 14), ([2, 3], 9), ([3, 1], 30), ([3, 4], 12)];
    let counts = program.add_up(persons.map(|(nodes, n)| (at(nodes[0], nodes[1]), n))).expect("inner cells");
    let targets = complement(&program, &counts, 3).expect("adds up");
    assert_eq!((0..program.len()).filter(|cell| targets[*cell] > 0).collect::<Vec<_>>(), [at(1, 5)]);
    let policy = Policy::new(3, Level::Positive);
    let year = Year { targets, ..Year::first(counts) };
    let protected = protect(&program, &year, &policy).expect("protectable");
    // Either the part or its whole is withheld, and something beside it.
    assert!(protected.withheld()[at(1, 0)] || protected.withheld()[at(1, 1)]);
    assert!(protect(&program, &Year { targets: Vec::new(), ..year }, &policy).expect("fine").findings().withheld == 0);
}

#[test]
fn with_two_categories_each_is_what_the_other_leaves() {
    let program = Program::new(vec![flat(2)]).expect("small");
    assert_eq!(missing_complements(&program), []);
    let counts = program.add_up([(1, 19), (2, 1)]).expect("inner cells");
    assert_eq!(complement(&program, &counts, 3).expect("adds up"), [0, 0, 3]);
    assert_eq!(flat(2).with_others(&[(1, 0), (2, 0)]).expect("parts").len(), 3);
    assert_eq!(flat(2).with_others(&[(0, 1)]).err(), Some(Mistake::Overlap(3)));
    assert_eq!(flat(2).with_others(&[(0, 0)]).err(), Some(Mistake::Overlap(3)));
    assert_eq!(flat(2).with_others(&[(9, 0)]).err(), Some(Mistake::UnknownNode(9)));
}

#[test]
fn everybody_in_one_category_is_told_by_the_zeros_beside_it() {
    let (program, counts) = row([0, 12, 0, 0]);
    let targets = group_disclosure(&program, &counts, &[0]).expect("adds up");
    assert_eq!(targets, [0, 1, 0, 1, 1]);
    let year = Year { targets, ..Year::first(counts) };
    let shown = Policy::new(3, Level::NonNegative);
    assert!(matches!(protect(&program, &year, &shown), Err(Refusal::Mistake(Mistake::ZeroShown(1)))));
    let policy = Policy { zeros: Zeros::Protected, ..shown };
    let protected = protect(&program, &year, &policy).expect("protectable");
    let withheld = protected.withheld();
    assert!(withheld[1] && withheld[3] && withheld[4] && (withheld[0] || withheld[2]));
    assert_eq!(group_disclosure(&program, &row([1, 12, 0, 0]).1, &[0]), Ok(vec![0; 5]));
    assert_eq!(group_disclosure(&program, &row([0; 4]).1, &[0]), Ok(vec![0; 5]));
    assert_eq!(group_disclosure(&program, &row([0; 4]).1, &[1]), Err(Wrong::UnknownAxis(1)));
}

#[test]
fn the_full_category_need_not_be_shown_itself() {
    let program = Program::new(vec![flat(3)]).expect("small").showing(|nodes| nodes[0] != 2);
    let counts = program.add_up([(2, 12)]).expect("inner cells");
    assert_eq!(group_disclosure(&program, &counts, &[0]), Ok(vec![0, 1, 0, 1]));
    // With another category hidden, it could be there.
    let program = program.showing(|nodes| nodes[0] < 2);
    assert_eq!(group_disclosure(&program, &counts, &[0]), Ok(vec![0; 4]));
}

#[test]
fn of_small_areas_only_the_number_of_people_is_told() {
    let program = Program::new(vec![flat(2), flat(2)]).expect("small");
    let at = |area, sex| program.cell(&[area, sex]).expect("inside");
    let counts =
        program.add_up([(at(1, 1), 40), (at(1, 2), 9), (at(2, 1), 500), (at(2, 2), 480)]).expect("inner cells");
    let policy = Policy::new(3, Level::Positive);
    let targets = minimum_population(&program, &counts, 0, 50, &policy).expect("adds up");
    let asked: Vec<(usize, i64)> = targets.iter().copied().enumerate().filter(|target| target.1 > 0).collect();
    assert_eq!(asked, [(at(1, 1), 43), (at(1, 2), 12)]);
    assert!(minimum_population(&program, &counts, 0, 49, &policy).expect("adds up").iter().all(|target| *target == 0));
    let protected = protect(&program, &Year { targets, ..Year::first(counts) }, &policy).expect("protectable");
    assert!(protected.withheld()[at(1, 1)] && protected.withheld()[at(1, 2)] && !protected.withheld()[at(0, 0)]);
}

#[test]
fn zeros_of_small_areas_follow_the_policy() {
    let program = Program::new(vec![flat(2), flat(2)]).expect("small");
    let at = |area, sex| program.cell(&[area, sex]).expect("inside");
    let counts = program.add_up([(at(1, 1), 40), (at(2, 1), 500), (at(2, 2), 480)]).expect("inner cells");
    let shown = Policy::new(3, Level::NonNegative);
    let protected = Policy { zeros: Zeros::Protected, ..shown.clone() };
    assert_eq!(minimum_population(&program, &counts, 0, 50, &shown).expect("adds up")[at(1, 2)], 0);
    assert_eq!(minimum_population(&program, &counts, 0, 50, &protected).expect("adds up")[at(1, 2)], 3);
}

/// Two branches with these contributions.
fn branches(amounts: [&[i64]; 2]) -> (Program, Vec<i64>, Largest) {
    let program = Program::new(vec![flat(2)]).expect("small");
    let all = || amounts.iter().zip(1..).flat_map(|(amounts, cell)| amounts.iter().map(move |amount| (cell, *amount)));
    let sums = program.add_up(all()).expect("inner cells");
    let largest = Largest::new(&program, 3, all()).expect("inner cells");
    (program, sums, largest)
}

#[test]
fn dominant_contributors_make_a_sum_sensitive() {
    // 900 + 50 of 1000 are more than 85 per cent; without the small ones the sum would have to be 1117.65.
    let (program, sums, largest) = branches([&[900, 50, 30, 20], &[300, 300, 300, 100]]);
    let k = Percent::new(85).expect("a share");
    assert_eq!(dominance(&program, &sums, &largest, 2, k), Ok(vec![0, 1118, 0]));
    // A sum of exactly k per cent is not sensitive.
    assert_eq!(dominance(&program, &sums, &largest, 2, Percent::new(95).expect("a share")), Ok(vec![0; 3]));
    assert!(matches!(dominance(&program, &sums, &largest, 4, k), Err(Wrong::TooFewKept { needed: 4, kept: 3 })));
}

#[test]
fn the_second_may_not_estimate_the_first_too_well() {
    // The second of the first branch knows 900 to within 50: 10 per cent would be 90.
    let (program, sums, largest) = branches([&[900, 50, 30, 20], &[300, 300, 300, 100]]);
    assert_eq!(p_percent(&program, &sums, &largest, Percent::new(10).expect("a share")), Ok(vec![0, 1040, 0]));
    assert_eq!(p_percent(&program, &sums, &largest, Percent::new(5).expect("a share")), Ok(vec![0; 3]));
    // A single contributor, and nothing at all.
    let (program, sums, largest) = branches([&[70], &[]]);
    assert_eq!(p_percent(&program, &sums, &largest, Percent::new(10).expect("a share")), Ok(vec![77, 77, 0]));
}

#[test]
fn sums_of_amounts_are_protected_with_a_minimum_of_one() {
    let program = Program::new(vec![flat(3), flat(3)]).expect("small");
    let cell = |row, column| program.cell(&[row, column]).expect("inside");
    let mut all: Vec<(usize, i64)> = Vec::new();
    for (row, column) in (1..4).flat_map(|row| (1..4).map(move |column| (row, column))) {
        let amounts: &[i64] = if (row, column) == (1, 1) { &[900, 20, 10] } else { &[300, 280, 270, 250] };
        all.extend(amounts.iter().map(|amount| (cell(row, column), *amount)));
    }
    let sums = program.add_up(all.iter().copied()).expect("inner cells");
    let largest = Largest::new(&program, 2, all).expect("inner cells");
    let targets = p_percent(&program, &sums, &largest, Percent::new(10).expect("a share")).expect("adds up");
    assert_eq!(targets[cell(1, 1)], 930 + 80);
    let year = Year { targets, ..Year::first(sums) };
    let protected = protect(&program, &year, &Policy::new(1, Level::NonNegative)).expect("protectable");
    assert_eq!((protected.findings().sensitive, protected.findings().withheld), (1, 4));
}

#[test]
fn arrived_cells_and_several_rules_at_once() {
    let (program, _) = row([0; 4]);
    assert_eq!(suppressed(&program, &[2, 4], 3), Ok(vec![0, 0, 3, 0, 3]));
    assert_eq!(suppressed(&program, &[5], 3), Err(Mistake::UnknownNode(5)));
    assert_eq!(strictest(&[vec![0, 3, 1], Vec::new(), vec![2, 1, 0, 7]]), [2, 3, 1, 7]);
    assert_eq!(strictest(&[]), Vec::<i64>::new());
    // Nothing can be asked that no count of persons reaches.
    let (program, counts) = row([1, 20, 30, 0]);
    let year = Year { targets: vec![0, i64::MAX, 0, 0, 0], ..Year::first(counts) };
    let refused = protect(&program, &year, &Policy::new(3, Level::Positive));
    assert!(matches!(refused, Err(Refusal::Mistake(Mistake::TooLarge))));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, ..ProptestConfig::default() })]

    /// Once every missing complement is a node, none is missing, no leaf is lost, and targets are what subtracting
    /// gives.
    #[test]
    fn complements_are_what_subtracting_gives(town in small::town(), minimum in 2u32..5) {
        let missing = missing_complements(&town.program);
        let before = town.program.dimensions();
        let made: Vec<Dimension> = before.iter().enumerate().map(|(axis, dimension)| {
            let pairs: Vec<(usize, usize)> =
                missing.iter().filter(|one| one.axis == axis).map(|one| (one.part, one.whole)).collect();
            dimension.with_others(&pairs).expect("parts of wholes")
        }).collect();
        let old: Vec<usize> = before.iter().map(Dimension::len).collect();
        let shown = |nodes: &[usize]| {
            nodes.iter().zip(&old).all(|(node, old)| node < old)
                && town.program.cell(nodes).is_some_and(|cell| town.program.is_shown(cell))
        };
        let program = Program::new(made).expect("small").showing(shown);
        prop_assert_eq!(missing_complements(&program), []);
        let inner = (0..town.program.len()).filter(|cell| town.program.is_inner(*cell));
        let counts = program
            .add_up(inner.filter_map(|cell| Some((program.cell(&town.program.nodes(cell))?, town.counts[cell]))))
            .expect("inner cells");
        let targets = complement(&program, &counts, minimum).expect("adds up");
        let minimum = i64::from(minimum);
        let leaves_below = |axis: usize, node: usize| {
            let dimension = &program.dimensions()[axis];
            let mut leaves: Vec<usize> = vec![node];
            while let Some(at) = leaves.iter().position(|node| !dimension.is_leaf(*node)) {
                let node = leaves.swap_remove(at);
                leaves.extend(dimension.relations().iter().filter(|r| r.parent == node).flat_map(|r| r.kids.clone()));
            }
            leaves.sort_unstable();
            leaves
        };
        // By brute force: all pairs of shown cells that differ in one dimension, and all cells that are the rest.
        for axis in 0..program.dimensions().len() {
            let leaves: Vec<Vec<usize>> = (0..program.dimensions()[axis].len()).map(|node| leaves_below(axis, node)).collect();
            for rest in (0..program.len()).filter(|cell| targets[*cell] == 0) {
                let nodes = program.nodes(rest);
                for part in 0..leaves.len() {
                    for whole in 0..leaves.len() {
                        let mut both = [leaves[part].clone(), leaves[nodes[axis]].clone()].concat();
                        both.sort_unstable();
                        if both != leaves[whole] {
                            continue;
                        }
                        let at = |node: usize| {
                            let mut nodes = nodes.clone();
                            nodes[axis] = node;
                            program.cell(&nodes).expect("inside")
                        };
                        let known = program.is_shown(at(part)) && program.is_shown(at(whole));
                        prop_assert!(!known || !(1..minimum).contains(&(counts[at(whole)] - counts[at(part)])));
                    }
                }
            }
        }
        for cell in (0..program.len()).filter(|cell| targets[*cell] > 0) {
            prop_assert!(targets[cell] == minimum && (1..minimum).contains(&counts[cell]));
        }
    }

    /// The few largest contributions of every cell are those of all contributions sorted.
    #[test]
    fn few_are_enough(town in small::town(), amounts in prop::collection::vec((any::<prop::sample::Index>(), 0i64..50), 0..60)) {
        let inner: Vec<usize> = (0..town.program.len()).filter(|cell| town.program.is_inner(*cell)).collect();
        let all: Vec<(usize, i64)> = amounts.into_iter().map(|(pick, amount)| (inner[pick.index(inner.len())], amount)).collect();
        let largest = Largest::new(&town.program, 3, all.iter().copied()).expect("inner cells");
        let mut of: Vec<Vec<i64>> = vec![Vec::new(); town.program.len()];
        for (cell, amount) in all.iter().filter(|(_, amount)| *amount > 0) {
            town.program.sums_of(*cell).for_each(|sum| of[sum].push(*amount));
        }
        for (cell, mut amounts) in of.into_iter().enumerate() {
            amounts.sort_unstable_by(|a, b| b.cmp(a));
            amounts.truncate(3);
            prop_assert_eq!(largest.of(cell), amounts);
        }
    }

    /// At the target a sum is no longer dominated or told too well, and one below it is.
    #[test]
    fn targets_of_amounts_are_where_the_rule_ends(amounts in prop::collection::vec(1i64..1000, 1..6), percent in 1u8..=100) {
        let program = Program::new(vec![Dimension::single()]).expect("small");
        let all = || amounts.iter().map(|amount| (0, *amount));
        let sums = program.add_up(all()).expect("one cell");
        let largest = Largest::new(&program, 2, all()).expect("one cell");
        let (first, second) = (largest.of(0)[0], largest.of(0).get(1).copied().unwrap_or(0));
        let share = Percent::new(percent).expect("a share");
        let percent = i64::from(percent);
        let dominated = |sum: i64| 100 * (first + second) > percent * sum;
        let target = dominance(&program, &sums, &largest, 2, share).expect("fits")[0];
        prop_assert_eq!(target > 0, dominated(sums[0]));
        prop_assert!(target == 0 || (!dominated(target) && dominated(target - 1)));
        let told = |sum: i64| 100 * (sum - first - second) < percent * first;
        let target = p_percent(&program, &sums, &largest, share).expect("fits")[0];
        prop_assert_eq!(target > 0, told(sums[0]));
        prop_assert!(target == 0 || (!told(target) && told(target - 1)));
    }
}
