//! Where figures stand that have a target.

use catalogue::model::TargetState;
use publication::assess::{Because, Rule};
use statistics::{Arrival, Reason, Status};

use crate::town::{SHARE, Town};

const SIGNED: &str = r#"agreed-by.de = "Stadtrat"
decision.de = "2020/1"
integration-office = { office.de = "Fachstelle", on = "2020-03-01" }
statistics-office = { office.de = "Statistik", on = "2020-03-02" }
"#;

/// A share that falls from 20 per cent by one percentage point a year, 2015 to 2024: 11 per cent.
fn falling(target: &str) -> Town {
    let goals = format!("[[target]]\nname = \"ziel\"\nindicator = \"anteil\"\n{target}");
    let mut town = Town { goals, ..Town::default() };
    for (place, year) in (2015..2025).enumerate() {
        let step = place as f64;
        town.share("", "01", year, 2000.0 - 100.0 * step, 10_000.0);
        town.share("german", "01", year, 1000.0 - 50.0 * step, 8000.0);
        town.share("foreign", "01", year, 1000.0 - 50.0 * step, 2000.0);
    }
    town
}

#[track_caller]
fn check(target: &str, expected: Status) -> publication::assess::Standing {
    let (_, assessments) = falling(&format!("{target}\n{SIGNED}")).assessed();
    let standing = assessments.standing(&"ziel".parse().expect("a name")).expect("a standing").clone();
    assert_eq!(standing.status, expected, "{standing:?}");
    standing
}

#[test]
fn a_target_is_on_path_off_path_reached_or_missed() {
    let at_most = |rest: &str| format!("kind = \"value\"\ndirection = \"at-most\"\n{rest}");
    let on = check(&at_most("value = 6\nstart = \"2015\"\nby = \"2030\""), Status::OnPath);
    let distance = on.distance.expect("a distance");
    assert!((distance.to_goal + 5.0).abs() < 1e-9, "{distance:?}");
    // From 20 (released) to 6 in 15 years: 11.6 agreed for 2024.
    assert!((distance.to_path - 0.6).abs() < 1e-9, "{distance:?}");
    let Some(Arrival::In(when)) = on.arrival else { panic!("{:?}", on.arrival) };
    assert!((2027.0..2034.0).contains(&when.value), "{when:?}");
    check(&at_most("value = 2\nstart = \"2015\"\nby = \"2025\""), Status::OffPath);
    check(&at_most("value = 12\nstart = \"2015\"\nby = \"2030\""), Status::Reached);
    check(&at_most("value = 5\nstart = \"2015\"\nby = \"2024\""), Status::Missed);
    let away =
        check(&at_most("value = 5\nstart = \"2015\"\nby = \"2030\"\nwarning = 10.5\nalarm = 10.8"), Status::Alarm);
    assert!(!away.sure, "11.0 against 10.8 is not sure");
    check("kind = \"corridor\"\nfrom = 10\nto = 12\nstart = \"2015\"\nby = \"2030\"", Status::Reached);
    let stepwise = "path = \"stepwise\"\nstep = [{ period = \"2020\", value = 10 }, { period = \"2027\", value = 5 }]";
    check(&at_most(&format!("value = 4\nstart = \"2015\"\nby = \"2030\"\n{stepwise}")), Status::OffPath);
}

#[test]
fn a_gap_is_to_halve() {
    // 50 less 12.5 in 2015, 27.5 less 6.875 in 2024.
    let gap =
        "group = { citizenship = \"foreign\" }\nkind = \"gap\"\nversus = { citizenship = \"german\" }\nportion = 0.5";
    let found = check(&format!("{gap}\nstart = \"2015\"\nby = \"2030\""), Status::OnPath);
    assert!((found.goal.expect("a goal") - 18.75).abs() < 1e-9 && (found.value.expect("a gap") - 20.625).abs() < 1e-9);
    let turned = gap.replace("foreign", "x").replace("german", "foreign").replace('x', "german");
    let same = check(&format!("{turned}\nstart = \"2015\"\nby = \"2030\""), Status::OnPath);
    assert_eq!((found.value, found.goal), (same.value, same.goal), "the size counts");
    check(&format!("{gap}\nstart = \"2015\"\nby = \"2030\"\nstart-value = 30\nwarning = 20"), Status::Warning);
    // The start is not released.
    check(&format!("{gap}\nstart = \"2010\"\nby = \"2030\""), Status::CannotBeJudged(Reason::Missing));
}

#[test]
fn thresholds_warn_once() {
    let goals =
        "kind = \"value\"\ndirection = \"at-most\"\nvalue = 5\nstart = \"2015\"\nby = \"2030\"\nwarning = 8\nalarm = 9";
    let (_, assessments) = falling(&format!("{goals}\n{SIGNED}")).assessed();
    let warning = assessments.warnings.first().expect("a warning");
    assert_eq!((warning.rule, warning.period.year()), (Rule::Alarm, 2024));
    assert!(matches!(&warning.because, Because::Beyond { threshold: 9.0, .. }), "{warning:?}");
    assert!(assessments.warnings.iter().all(|other| other.rule != Rule::Threshold));
}

#[test]
fn without_both_signatures_nothing_is_judged_and_a_break_ends_a_comparison() {
    let target = "kind = \"value\"\ndirection = \"at-most\"\nvalue = 5\nstart = \"2015\"\nby = \"2030\"";
    let one: String =
        SIGNED.lines().filter(|line| !line.starts_with("statistics")).map(|line| format!("{line}\n")).collect();
    let (catalogue, assessments) = falling(&format!("{target}\n{one}")).assessed();
    assert_eq!(catalogue.goals.targets.first().map(|target| target.state()), Some(TargetState::Proposed));
    assert_eq!(assessments.standings, []);
    let indicator: &'static str =
        Box::leak(format!("breaks = [{{ period = \"2020\", reason.de = \"Neu.\" }}]\n{SHARE}").into_boxed_str());
    let (_, assessments) = Town { indicator, ..falling(&format!("{target}\n{SIGNED}")) }.assessed();
    let status = assessments.standings.first().map(|standing| standing.status);
    assert_eq!(status, Some(Status::CannotBeJudged(Reason::Break)));
}

#[test]
fn offices_answer_warnings_and_answers_stay() {
    let mut town = falling(&format!(
        "kind = \"value\"\ndirection = \"at-most\"\nvalue = 6\nstart = \"2015\"\nby = \"2030\"\nwarning = 8\nalarm = 10\n\
         {SIGNED}"
    ));
    let answer = |period: i16| {
        format!(
            "[[answer]]\nrule = \"alarm\"\nindicator = \"anteil\"\nperiod = \"{period}\"\nreason.de = \"Geprüft.\"\n\
             by.de = \"Sozialamt\"\non = \"2025-03-04\"\n"
        )
    };
    town.answers = answer(2024) + &answer(2019);
    let (_, assessments) = town.assessed();
    let warning = assessments.warnings.iter().find(|warning| warning.rule == Rule::Alarm).expect("a warning");
    assert_eq!(warning.answer.as_ref().map(|answer| answer.by.de.as_str()), Some("Sozialamt"));
    let earlier: Vec<i16> = assessments.answered_earlier.iter().map(|one| one.about.period.year()).collect();
    assert_eq!(earlier, [2019], "the warning of that year is gone, its answer stays");
    assert!(assessments.warnings.iter().filter(|other| other.rule != Rule::Alarm).all(|other| other.answer.is_none()));
}
