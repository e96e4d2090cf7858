//! Trends, convergence and early warnings.

use publication::assess::{Because, Rule};
use statistics::{Gap, Outcome, Reason};

use crate::town::Town;

fn rising() -> Town {
    let mut town = Town::default();
    for (place, year) in (2015..2025).enumerate() {
        let step = place as f64;
        town.share("", "01", year, 300.0 + 12.0 * step, 2000.0);
        town.share("german", "01", year, 100.0 + 10.0 * step, 1000.0);
        town.share("foreign", "01", year, 200.0 + 2.0 * step, 1000.0);
    }
    town
}

const BROKEN: &str = r#"breaks = [{ period = "2022", reason.de = "Neu gezählt." }]
kind = "share"
numerator.measure = "q.part"
denominator.measure = "q.all"
polarity = "lower-better"
"#;

#[test]
fn trends_are_cut_at_breaks() {
    let trend = |town: &Town| {
        let (_, assessments) = town.assessed();
        let (_, _, page) = assessments.pages().next().expect("a page");
        page.trends.first().expect("a trend").clone()
    };
    let whole = trend(&rising());
    let found = whole.found.as_ref().expect("a trend");
    assert_eq!(found.outcome, Outcome::Rising);
    let per_year = found.per_year.expect("a slope").value;
    assert!((0.5..0.7).contains(&per_year), "{per_year} percentage points a year");
    assert_eq!(whole.span.map(|(first, last)| (first.year(), last.year())), Some((2015, 2024)));
    let cut = trend(&Town { indicator: BROKEN, ..rising() });
    assert_eq!(cut.found.expect("an outcome").outcome, Outcome::Broken);
    let mut short = rising();
    short.cells.retain(|cell| cell.3 > 2021);
    assert_eq!(trend(&short).found.expect("an outcome").outcome, Outcome::TooShort);
}

#[test]
fn a_gap_that_closes_because_all_get_worse_is_no_success() {
    let (_, assessments) = rising().assessed();
    let (_, _, page) = assessments.pages().next().expect("a page");
    let converging = page.convergences.first().expect("a pair");
    let found = converging.found.as_ref().expect("a course");
    // Less is better: the gap closes because the better group gets worse.
    assert_eq!((found.gap, converging.good), (Gap::Closing, Some(false)));
    let better = Town {
        indicator: "kind = 'share'\nnumerator.measure = 'q.part'\ndenominator.measure = 'q.all'\npolarity = 'higher-better'\n",
        ..rising()
    };
    let (_, assessments) = better.assessed();
    let (_, _, page) = assessments.pages().next().expect("a page");
    assert_eq!(page.convergences.first().expect("a pair").good, Some(true));
}

#[test]
fn warnings_say_why_and_are_sorted_by_it() {
    let mut town = rising();
    // A jump of the Germans' share in the last year.
    for cell in town.cells.iter_mut().filter(|cell| cell.0 == "part" && cell.1 == "german" && cell.3 == 2024) {
        cell.4 = Some(400.0);
    }
    let (_, assessments) = town.assessed();
    let rules: Vec<Rule> = assessments.warnings.iter().map(|warning| warning.rule).collect();
    assert!(rules.is_sorted());
    assert_eq!(rules.iter().filter(|rule| **rule == Rule::AdverseRun).count(), 3);
    assert_eq!(rules.iter().filter(|rule| **rule == Rule::Jump).count(), 1);
    assert!(!rules.contains(&Rule::Overdue) && !rules.contains(&Rule::Alarm));
    let run = assessments.warnings.iter().find(|warning| warning.rule == Rule::AdverseRun).expect("a run");
    assert!(
        matches!(run.because, Because::Run { changes: 9, difference, .. } if (5.0..6.0).contains(&difference)),
        "{run:?}"
    );
    // After a break nothing before it counts.
    let (_, assessments) = Town { indicator: BROKEN, ..rising() }.assessed();
    assert_eq!(assessments.warnings, []);
}

#[test]
fn figures_that_stay_away_are_missed() {
    let mut town = rising();
    town.cells.retain(|cell| cell.3 < 2021 || cell.0 == "all");
    let (_, assessments) = town.assessed();
    let overdue = assessments.warnings.iter().find(|warning| warning.rule == Rule::Overdue).expect("overdue");
    assert_eq!((overdue.period.year(), &overdue.because), (2020, &Because::Overdue { newest: 2024 }));
}

#[test]
fn withheld_years_are_gaps_and_a_withheld_series_says_nothing() {
    let mut town = rising();
    for cell in town.cells.iter_mut().filter(|cell| cell.1 == "foreign") {
        cell.4 = None;
    }
    let (_, assessments) = town.assessed();
    let (_, _, page) = assessments.pages().next().expect("a page");
    let outcome = |place: usize| page.trends.get(place).map(|trend| trend.found.map(|found| found.outcome));
    assert_eq!(outcome(0), Some(Ok(Outcome::Rising)));
    assert_eq!(outcome(2), Some(Ok(Outcome::TooShort)));
    assert!(page.verdicts.iter().filter(|v| format!("{:?}", v.question).contains("foreign")).all(|verdict| {
        verdict.answer == publication::assess::Answer::CannotBeJudged(Reason::Withheld) && verdict.interval.is_none()
    }));
}
