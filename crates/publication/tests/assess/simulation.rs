//! With no true change, at most the declared share of pages shows a "different"; with one, how often it is found.

use publication::{
    assess,
    assess::{Answer, SHARE_WRONG},
    measure,
};
use statistics::Random;

use crate::town::Town;

const TRIALS: usize = 1000;

fn drawn(random: &mut Random, n: usize, p: f64) -> f64 {
    (0..n).filter(|_| random.uniform() < p).count() as f64
}

/// In how many of the trials something is called different.
fn pages(seed: u64, of_foreign: f64, last_year: f64) -> usize {
    let mut random = Random::new(seed);
    let catalogue = Town::default().catalogue();
    let mut found = 0;
    for _ in 0..TRIALS {
        let mut town = Town::default();
        for year in 2019..2025 {
            let more = if year == 2024 { last_year } else { 0.0 };
            let german = drawn(&mut random, 300, 0.2 + more);
            let foreign = drawn(&mut random, 150, of_foreign + more);
            town.share("", "01", year, german + foreign, 450.0);
            town.share("german", "01", year, german, 300.0).share("foreign", "01", year, foreign, 150.0);
        }
        let release = town.release();
        let assessments = assess(&catalogue, &release, &measure(&catalogue, &release));
        let different = |(_, _, page): (_, _, &publication::assess::Assessment)| {
            page.verdicts.iter().any(|verdict| verdict.answer == Answer::Different)
        };
        found += usize::from(assessments.pages().any(different));
    }
    found
}

#[test]
fn chance_alone_is_seldom_called_a_difference() {
    let wrong = pages(11, 0.2, 0.0);
    println!("no true difference: {wrong} of {TRIALS} pages show one");
    // Three standard errors of a share of 5 per cent over as many trials.
    let most = SHARE_WRONG + 3.0 * (SHARE_WRONG * (1.0 - SHARE_WRONG) / TRIALS as f64).sqrt();
    assert!((wrong as f64) <= most * TRIALS as f64, "{wrong} of {TRIALS}");
}

#[test]
fn a_true_difference_is_found() {
    let (gap, change) = (pages(12, 0.35, 0.0), pages(13, 0.2, 0.12));
    println!("a gap of 15 percentage points: {gap} of {TRIALS}; a change of 12: {change} of {TRIALS}");
    assert!(gap > TRIALS * 7 / 10 && change > TRIALS * 7 / 10, "{gap} {change}");
}
