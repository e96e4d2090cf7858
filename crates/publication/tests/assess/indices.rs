//! Indices, diversity and means: their intervals come from what is released, or there are none.

use publication::assess::{Answer, BOOTSTRAP, CONFIDENCE, Latest, Question};
use release::Protection;
use statistics::{Estimate, Reason, difference, dissimilarity_estimate, simpson};

use crate::town::Town;

const DISSIMILARITY: &str = r#"kind = "dissimilarity"
group = { measure = "q.all", of = { citizenship = "foreign" } }
reference = { measure = "q.all", of = { citizenship = "german" } }
across = "viertel"
levels = ["stadt"]
unit.de = "Punkte"
polarity = "none"
"#;

const DIVERSITY: &str = r#"kind = "diversity"
of.measure = "q.all"
by = "citizenship"
unit.de = "Punkte"
polarity = "none"
"#;

const MEAN: &str = r#"kind = "mean"
numerator.measure = "q.years"
denominator.measure = "q.all"
unit.de = "Jahre"
polarity = "none"
"#;

/// Foreigners and Germans of both quarters, and the index that was released for them.
fn divided() -> Town {
    let mut town = Town { indicator: DISSIMILARITY, ..Town::default() };
    for (year, foreign, german, index) in
        [(2023, [30.0, 60.0], [400.0, 200.0], 33.3), (2024, [45.0, 45.0], [400.0, 400.0], 0.0)]
    {
        for (area, place) in [("1", 0), ("2", 1)] {
            town.cells.push(("all", "foreign", area, year, Some(foreign[place])));
            town.cells.push(("all", "german", area, year, Some(german[place])));
        }
        town.cells.push(("index-anteil", "", "01", year, Some(index)));
    }
    town
}

fn latest(town: &Town) -> Latest {
    let (_, assessments) = town.assessed();
    let page = assessments.page(&"anteil".parse().expect("a name"), &"01".parse().expect("an area"));
    page.and_then(|page| page.latest.first()).expect("a figure").clone()
}

fn bootstrapped(areas: &[(f64, f64)]) -> Estimate {
    dissimilarity_estimate(areas, BOOTSTRAP, CONFIDENCE).expect("counts").times(100.0)
}

#[test]
fn an_index_of_dissimilarity_has_the_interval_of_its_areas() {
    let (before, now) = (bootstrapped(&[(30.0, 400.0), (60.0, 200.0)]), bootstrapped(&[(45.0, 400.0), (45.0, 400.0)]));
    let found = latest(&divided());
    assert_eq!(found.interval, Ok(now.interval));
    assert!(now.interval.lower == 0.0 && now.interval.upper < 33.3, "{now:?}");
    let verdicts = divided().verdicts("01");
    let [change] = &verdicts[..] else { panic!("{verdicts:?}") };
    assert!(matches!(change.question, Question::SincePrevious { .. }));
    let expected = difference(now, before, CONFIDENCE).expect("estimates");
    assert_eq!((change.interval, change.difference), (Some(expected.estimate.interval), Some(-33.3)));
    assert_eq!(change.answer, Answer::Different);
}

#[test]
fn an_index_over_a_withheld_or_imprecise_count_cannot_be_judged() {
    for area in ["1", "2"] {
        let mut town = divided();
        town.cells
            .iter_mut()
            .filter(|cell| cell.2 == area && cell.1 == "german" && cell.3 == 2024)
            .for_each(|cell| cell.4 = None);
        assert_eq!(latest(&town).interval, Err(Reason::Withheld));
        assert_eq!(town.verdicts("01")[0].answer, Answer::CannotBeJudged(Reason::Withheld));
        town.cells.retain(|cell| cell.4.is_some());
        assert_eq!(latest(&town).interval, Err(Reason::Missing));
    }
    let rounded = Town { protection: Protection::Rounding { base: 5 }, ..divided() };
    assert_eq!(latest(&rounded).interval, Err(Reason::NoModel));
    let sample = latest(&Town { source: "uncertainty = 'survey'\ndesign-effect = 3", ..divided() });
    let third = bootstrapped(&[(15.0, 400.0 / 3.0), (15.0, 400.0 / 3.0)]);
    assert_eq!(sample.interval, Ok(third.interval));
}

#[test]
fn diversity_has_the_variance_of_its_counts() {
    let mut town = Town { indicator: DIVERSITY, ..Town::default() };
    for (who, count) in [("german", 800.0), ("foreign", 200.0)] {
        town.cells.push(("all", who, "01", 2024, Some(count)));
    }
    assert_eq!(latest(&town).interval, Ok(simpson(&[800.0, 200.0], CONFIDENCE).expect("counts").interval));
    town.cells[0].4 = None;
    let verdicts = town.assessed().1;
    let page = verdicts.page(&"anteil".parse().expect("a name"), &"01".parse().expect("an area")).expect("a page");
    assert!(page.latest.is_empty(), "a withheld part leaves no figure");
}

#[test]
fn a_mean_has_the_standard_error_of_its_sum() {
    let mut town = Town { indicator: MEAN, ..Town::default() };
    for (measure, number) in [("years", 42_000.0), ("all", 1000.0), ("spread", 500.0)] {
        town.cells.push((measure, "", "01", 2024, Some(number)));
    }
    let interval = latest(&town).interval.expect("an interval");
    assert!((interval.lower - 42.0 + 1.959_963_984_540_054 * 0.5).abs() < 1e-9, "{interval:?}");
    assert!((interval.upper - 42.0 - 1.959_963_984_540_054 * 0.5).abs() < 1e-9, "{interval:?}");
    town.cells[2].4 = None;
    assert_eq!(latest(&town).interval, Err(Reason::Withheld));
    town.cells.pop();
    assert_eq!(latest(&town).interval, Err(Reason::NoModel));
}

#[test]
fn nobody_to_compare_is_said() {
    let mut town = divided();
    town.cells.iter_mut().filter(|cell| cell.1 == "foreign").for_each(|cell| cell.4 = Some(0.0));
    assert_eq!(latest(&town).interval, Err(Reason::TooFew));
}
