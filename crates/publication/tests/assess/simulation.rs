//! With no true change, at most the declared share of pages shows a "different"; with one of known size, how often it is
//! found lies where theory says.

use publication::{
    assess,
    assess::{Answer, Question, SHARE_WRONG, Verdict},
    measure,
};
use statistics::{Confidence, Random, difference_found};

use crate::town::Town;

const TRIALS: usize = 1000;
const GERMANS: u32 = 300;
const FOREIGNERS: u32 = 150;
/// The true share without any difference.
const SHARE: f64 = 0.2;

fn drawn(random: &mut Random, n: u32, p: f64) -> f64 {
    (0..n).filter(|_| random.uniform() < p).count() as f64
}

/// The verdicts of each trial; foreigners have another share than Germans, and the last year another than those before.
fn trials(seed: u64, gap: f64, change: f64) -> Vec<Vec<Verdict>> {
    let mut random = Random::new(seed);
    let catalogue = Town::default().catalogue();
    let mut one = || {
        let mut town = Town::default();
        for year in 2019..2025 {
            let share = if year == 2024 { SHARE + change } else { SHARE };
            let german = drawn(&mut random, GERMANS, share);
            let foreign = drawn(&mut random, FOREIGNERS, share + gap);
            town.share("", "01", year, german + foreign, f64::from(GERMANS + FOREIGNERS));
            town.share("german", "01", year, german, f64::from(GERMANS));
            town.share("foreign", "01", year, foreign, f64::from(FOREIGNERS));
        }
        let release = town.release();
        let assessments = assess(&catalogue, &release, &measure(&catalogue, &release));
        assessments.pages().flat_map(|(_, _, page)| page.verdicts.clone()).collect()
    };
    (0..TRIALS).map(|_| one()).collect()
}

/// In how many trials a verdict on such a question is "different".
fn found(trials: &[Vec<Verdict>], asked: impl Fn(&Question) -> bool) -> f64 {
    let clear = |verdict: &Verdict| verdict.answer == Answer::Different && asked(&verdict.question);
    trials.iter().filter(|verdicts| verdicts.iter().any(clear)).count() as f64
}

#[test]
fn chance_alone_is_seldom_called_a_difference() {
    let wrong = found(&trials(11, 0.0, 0.0), |_| true);
    println!("no true difference: {wrong} of {TRIALS} pages show one");
    // Three standard errors of a share of 5 per cent over as many trials.
    let most = SHARE_WRONG + 3.0 * (SHARE_WRONG * (1.0 - SHARE_WRONG) / TRIALS as f64).sqrt();
    assert!(wrong <= most * TRIALS as f64, "{wrong} of {TRIALS}");
}

/// Of m verdicts judged together, Benjamini and Hochberg find one at least as often as Bonferroni does (level 5 % / m) and
/// at most as often as if it stood alone (level 5 %). Both powers are summed exactly over all counts that can come about.
#[track_caller]
fn check_power(what: &str, trials: &[Vec<Verdict>], asked: impl Fn(&Question) -> bool, a: (u32, f64), b: (u32, f64)) {
    let judged = trials.iter().map(Vec::len).max().unwrap_or_default();
    let power = |level: f64| {
        let confidence = Confidence::new(1.0 - level).expect("a level");
        difference_found(a.0, a.1, b.0, b.1, confidence).expect("shares")
    };
    let (least, most) = (power(SHARE_WRONG / judged as f64), power(SHARE_WRONG));
    let of_trials = |power: f64| 3.0 * (power * (1.0 - power) / TRIALS as f64).sqrt();
    let share = found(trials, asked) / TRIALS as f64;
    println!("{what}: found in {share:.3} of the trials; theory says {least:.3} to {most:.3}");
    assert!(least - of_trials(least) <= share && share <= most + of_trials(most), "{what}: {least} {share} {most}");
}

#[test]
fn a_true_difference_is_found_as_often_as_theory_says() {
    for (seed, gap) in [(12, 0.1), (13, 0.15)] {
        check_power(
            &format!("a gap of {gap} between {GERMANS} and {FOREIGNERS} people"),
            &trials(seed, gap, 0.0),
            |question| matches!(question, Question::Groups { .. }),
            (GERMANS, SHARE),
            (FOREIGNERS, SHARE + gap),
        );
    }
    for (seed, change) in [(14, 0.08), (15, 0.12)] {
        check_power(
            &format!("a change of {change} among {} people", GERMANS + FOREIGNERS),
            &trials(seed, 0.0, change),
            |question| matches!(question, Question::SincePrevious { group, .. } if group.is_empty()),
            (GERMANS + FOREIGNERS, SHARE),
            (GERMANS + FOREIGNERS, SHARE + change),
        );
    }
}
