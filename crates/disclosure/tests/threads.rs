//! The number of threads changes nothing; what is dear is withheld last.

use disclosure::{Dimension, Level, Policy, Program, Stage, Year, protect, protect_watched};

/// A tree of two levels: `outer` nodes below the root, `inner` leaves below each.
fn tree(outer: usize, inner: usize) -> Dimension {
    let mut parents: Vec<Option<usize>> = std::iter::once(None).chain((0..outer).map(|_| Some(0))).collect();
    parents.extend((0..outer * inner).map(|leaf| Some(1 + leaf % outer)));
    Dimension::new(&parents, &[]).expect("a tree")
}

fn flat(leaves: usize) -> Dimension {
    let parents: Vec<Option<usize>> = std::iter::once(None).chain((0..leaves).map(|_| Some(0))).collect();
    Dimension::new(&parents, &[]).expect("a tree")
}

/// Quarters by group and age; with `linked`, two groups are not shown by age in the quarters.
fn town(linked: bool, seed: u64) -> (Program, Year) {
    let mut program = Program::new(vec![tree(10, 9), flat(4), flat(5)]).expect("small");
    if linked {
        program = program.showing(|nodes| nodes[0] < 11 || ![1, 2].contains(&nodes[1]) || nodes[2] == 0);
    }
    let mut state = seed;
    let mut inner = Vec::new();
    for cell in (0..program.len()).filter(|cell| program.is_inner(*cell)) {
        // A linear congruential generator (Knuth's MMIX); its upper bits are good enough for a town.
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        let dice = (state >> 40) % 100;
        inner.push((cell, if dice < 25 { (dice % 3) as u32 } else { 3 + dice as u32 }));
    }
    let counts = program.add_up(inner).expect("inner cells");
    (program, Year::first(counts))
}

#[test]
fn the_number_of_threads_changes_nothing() {
    for (linked, level) in [(false, Level::NonNegative), (false, Level::Positive), (true, Level::Positive)] {
        let (program, year) = town(linked, 7);
        let policy = Policy::new(3, level);
        let on = |threads| {
            protect_watched(&program, &year, &policy, threads, &mut |_| {}).expect("a town that can be protected")
        };
        let one = on(1);
        // Enough that there are batches, and that several threads take part.
        assert!(one.findings().withheld > 200, "{} withheld cells", one.findings().withheld);
        for threads in [0, 2, 5] {
            let several = on(threads);
            assert_eq!(one.withheld(), several.withheld(), "{threads} threads");
            assert_eq!(one.certificates(), several.certificates(), "{threads} threads");
        }
    }
}

#[test]
fn stages_come_in_order() {
    let (program, year) = town(false, 3);
    let mut stages = Vec::new();
    let policy = Policy::new(3, Level::Positive);
    protect_watched(&program, &year, &policy, 1, &mut |stage| stages.push(stage)).expect("protectable");
    assert_eq!(stages, [Stage::Primary, Stage::Cover, Stage::Prune, Stage::Audit]);
}

/// How many secondary cells the rows of one age have.
fn secondary(program: &Program, year: &Year, age: usize) -> usize {
    let protected = protect(program, year, &Policy::new(3, Level::Positive)).expect("protectable");
    (0..program.len())
        .filter(|cell| program.nodes(*cell)[2] == age && year.counts[*cell] >= 3 && protected.withheld()[*cell])
        .count()
}

#[test]
fn what_is_dear_is_withheld_last() {
    let (program, mut year) = town(false, 11);
    let before: Vec<usize> = (1..6).map(|age| secondary(&program, &year, age)).collect();
    for (age, before) in (1..).zip(&before) {
        year.weights = (0..program.len()).map(|cell| if program.nodes(cell)[2] == age { 20.0 } else { 1.0 }).collect();
        let dear = secondary(&program, &year, age);
        // Sensitive cells of that age need others of that age, so something remains.
        assert!(dear < *before, "age {age}: {dear} of {before} remain");
    }
    // Weights that are none are no reason to fail.
    year.weights = vec![f32::NAN; program.len()];
    assert_eq!(secondary(&program, &year, 1), before[0]);
    year.weights = vec![-1.0; program.len()];
    secondary(&program, &year, 0);
}
