//! Differences: what is clear, what is not, and what cannot be said.

use publication::assess::{Answer, CONFIDENCE, Question, Verdict};
use release::Protection;
use statistics::{Reason, part_and_whole_shares, rate_difference, share_difference};

use crate::town::Town;

/// Germans 40 of 800, foreigners 30 of 200, in both quarters alike, this year and the year before.
fn town() -> Town {
    let mut town = Town::default();
    for year in [2023, 2024] {
        town.share("", "01", year, 70.0, 1000.0);
        town.share("german", "01", year, 40.0, 800.0).share("foreign", "01", year, 30.0, 200.0);
        town.share("", "1", year, 50.0, 500.0).share("", "2", year, 20.0, 500.0);
    }
    town
}

fn find(verdicts: &[Verdict], is: impl Fn(&Question) -> bool) -> &Verdict {
    verdicts.iter().find(|verdict| is(&verdict.question)).expect("a verdict")
}

fn pair(verdicts: &[Verdict]) -> &Verdict {
    find(verdicts, |question| matches!(question, Question::Groups { .. }))
}

#[track_caller]
fn near(a: f64, b: f64) {
    assert!((a - b).abs() < 1e-9, "{a} and {b}");
}

#[test]
fn groups_are_compared_with_each_other_and_with_the_whole() {
    let verdicts = town().verdicts("01");
    // Two groups with the whole, one pair, three changes since the year before; the base is that year.
    assert_eq!(verdicts.len(), 6);
    let found = pair(&verdicts);
    assert_eq!((found.answer, found.difference), (Answer::Different, Some(-10.0)));
    let expected = share_difference(40.0, 800.0, 30.0, 200.0, CONFIDENCE).expect("shares");
    near(found.interval.expect("an interval").lower, 100.0 * expected.estimate.interval.lower);
    let group = find(
        &verdicts,
        |q| matches!(q, Question::GroupAndWhole { group, .. } if group.values().any(|c| c.as_str() == "foreign")),
    );
    let expected = part_and_whole_shares((30.0, 200.0), (70.0, 1000.0), CONFIDENCE).expect("shares");
    near(group.interval.expect("an interval").upper, 100.0 * expected.estimate.interval.upper);
    near(group.difference.expect("a size"), 8.0);
    // What has not changed is not clearly different, and the adjusted p is never below the own one.
    let change = find(&verdicts, |question| matches!(question, Question::SincePrevious { .. }));
    assert_eq!((change.answer, change.difference), (Answer::NotClearlyDifferent, Some(0.0)));
    assert!(group.p.expect("p") >= expected.p);
}

#[test]
fn areas_are_parts_of_the_municipality() {
    let verdicts = town().verdicts("1");
    let found = find(&verdicts, |question| matches!(question, Question::AreaAndWhole { .. }));
    let expected = part_and_whole_shares((50.0, 500.0), (70.0, 1000.0), CONFIDENCE).expect("shares");
    near(found.interval.expect("an interval").lower, 100.0 * expected.estimate.interval.lower);
    assert_eq!(found.answer, Answer::Different);
    assert!(town().verdicts("01").iter().all(|v| !matches!(v.question, Question::AreaAndWhole { .. })));
}

#[test]
fn what_is_withheld_cannot_be_judged() {
    let mut town = town();
    for cell in town.cells.iter_mut().filter(|cell| cell.0 == "part" && cell.1 == "foreign" && cell.3 == 2024) {
        cell.4 = None;
    }
    let verdicts = town.verdicts("01");
    let found = pair(&verdicts);
    assert_eq!(found.answer, Answer::CannotBeJudged(Reason::Withheld));
    assert_eq!((found.difference, found.interval, found.p), (None, None, None));
}

#[test]
fn too_few_people_a_break_and_a_source_without_model_are_said() {
    let few = Town {
        indicator: concat!(
            "reliable-minimum = 300\nkind = 'share'\nnumerator.measure = 'q.part'\n",
            "denominator.measure = 'q.all'\npolarity = 'none'\n"
        ),
        ..town()
    };
    assert_eq!(pair(&few.verdicts("01")).answer, Answer::CannotBeJudged(Reason::TooFew));
    let broken = Town {
        indicator: concat!(
            "breaks = [{ period = '2024', reason.de = 'Neu gezählt.' }]\nkind = 'share'\n",
            "numerator.measure = 'q.part'\ndenominator.measure = 'q.all'\npolarity = 'none'\n"
        ),
        ..town()
    };
    let verdicts = broken.verdicts("01");
    let change = find(&verdicts, |question| matches!(question, Question::SincePrevious { .. }));
    assert_eq!(change.answer, Answer::CannotBeJudged(Reason::Break));
    assert_eq!(pair(&verdicts).answer, Answer::Different, "within a year nothing breaks");
    let none = Town { source: "uncertainty = 'none'", ..town() };
    let verdicts = none.verdicts("01");
    let found = pair(&verdicts);
    assert_eq!(found.answer, Answer::CannotBeJudged(Reason::NoModel));
    assert_eq!(found.difference, Some(-10.0), "the size is said nevertheless");
}

#[test]
fn rounding_noise_and_samples_widen_the_interval() {
    let width = |town: &Town, area: &str| {
        let verdicts = town.verdicts(area);
        let widths = verdicts.iter().filter(|v| !matches!(v.question, Question::SincePrevious { .. }));
        widths.map(|verdict| verdict.interval.expect("an interval").width()).collect::<Vec<_>>()
    };
    for area in ["01", "1"] {
        let exact = width(&town(), area);
        for protection in
            [Protection::Rounding { base: 5 }, Protection::CellKey { variance_thousandths: 2000, bound: 5 }]
        {
            let wider = width(&Town { protection, ..town() }, area);
            assert!(
                !exact.is_empty() && exact.iter().zip(&wider).all(|(a, b)| a < b),
                "{protection:?} {exact:?} {wider:?}"
            );
        }
        let delivered = width(&Town { source: "delivered.rounded-to = 10", ..town() }, area);
        let sample = width(&Town { source: "uncertainty = 'survey'\ndesign-effect = 2", ..town() }, area);
        assert!(exact.iter().zip(&delivered).all(|(a, b)| a < b));
        assert!(exact.iter().zip(&sample).all(|(a, b)| 1.3 * a < *b && *b < 1.6 * a), "{exact:?} {sample:?}");
    }
}

#[test]
fn rates_counts_means_and_given_figures_have_their_own_methods() {
    let with = |indicator| Town { indicator, ..town() };
    let rate = with(
        "kind = 'rate'\nper = 1000\nunit.de = 'je 1 000'\nnumerator.measure = 'q.part'\ndenominator.measure = 'q.all'\npolarity = 'none'\n",
    );
    let verdicts = rate.verdicts("01");
    let expected = rate_difference(40.0, 800.0, 30.0, 200.0, CONFIDENCE).expect("rates");
    near(pair(&verdicts).interval.expect("an interval").lower, 1000.0 * expected.estimate.interval.lower);
    // Counts of groups add up: only their changes are compared.
    let count = with("kind = 'count'\nunit.de = 'Personen'\nof.measure = 'q.all'\npolarity = 'none'\n").verdicts("01");
    assert!(count.len() == 3 && count.iter().all(|v| matches!(v.question, Question::SincePrevious { .. })));
    let mean = with(
        "kind = 'mean'\nunit.de = 'Jahre'\nnumerator.measure = 'q.years'\ndenominator.measure = 'q.all'\npolarity = 'none'\n",
    );
    let mut mean = mean;
    for (who, years) in [("", 40_000.0), ("german", 35_000.0), ("foreign", 7_000.0)] {
        mean.cells.push(("years", who, "01", 2024, Some(years)));
    }
    assert_eq!(pair(&mean.verdicts("01")).answer, Answer::CannotBeJudged(Reason::NoModel));
    let mut given = with("kind = 'given'\nunit.de = 'Punkte'\nof.measure = 'q.mood'\npolarity = 'none'\n");
    for (who, mood, error) in [("", 5.0, Some(0.1)), ("german", 5.5, Some(0.1)), ("foreign", 4.0, Some(0.3))] {
        given.cells.push(("mood", who, "01", 2024, Some(mood)));
        given.cells.push(("error", who, "01", 2024, error));
    }
    let verdicts = given.verdicts("01");
    let interval = pair(&verdicts).interval.expect("an interval");
    near(interval.width(), 2.0 * 1.959_963_984_540_054 * (0.01_f64 + 0.09).sqrt());
    given.cells.retain(|cell| cell.0 != "error");
    assert_eq!(pair(&given.verdicts("01")).answer, Answer::CannotBeJudged(Reason::NoModel));
}
