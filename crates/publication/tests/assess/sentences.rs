//! Every variant of every sentence, in both languages.

use catalogue::{
    Period,
    model::{Group, TargetState},
};
use publication::{
    assess::{
        Answer, Because, Converging, EarlyWarning, Question, Rule, Standing, Told, Trend, Verdict,
        convergence_sentence, sentence, standing_sentence, target_sentence, trend_sentence, warning_sentence,
    },
    wording::Wording,
};
use statistics::{
    Arrival, Assessed, Cause, Convergence, Distance, Estimate, Gap, Interval, Mistake, Outcome, Reason, Side, Status,
};
use words::Language;

use crate::town::Town;

const REASONS: [Reason; 6] = [
    Reason::Withheld,
    Reason::Missing,
    Reason::TooFew,
    Reason::Break,
    Reason::NoModel,
    Reason::Numbers(Mistake::TooFew),
];

/// Sentences are whole, different from each other, and never speak of significance or of figures with NaN.
#[track_caller]
fn whole(sentences: &[String]) {
    for one in sentences {
        let lower = one.to_lowercase();
        assert!(one.ends_with('.') && !one.contains("  ") && !one.contains('{'), "{one}");
        assert!(!lower.contains("signifi") && !one.contains("NaN") && !lower.contains(" ."), "{one}");
    }
    let mut sorted = sentences.to_vec();
    sorted.sort();
    sorted.dedup();
    assert_eq!(sorted.len(), sentences.len(), "{sentences:#?}");
}

fn year(year: i16) -> Period {
    Period::year_of(year)
}

fn group(code: &str) -> Group {
    [("citizenship".parse().expect("a variable"), code.parse().expect("a code"))].into_iter().collect()
}

fn verdict(question: Question, answer: Answer, difference: Option<f64>) -> Verdict {
    Verdict {
        indicator: "anteil".parse().expect("a name"),
        area: "1".parse().expect("an area"),
        question,
        answer,
        difference,
        interval: difference.map(|size| Interval { lower: size - 1.5, upper: size + 1.0 }),
        p: Some(0.01),
    }
}

#[test]
fn a_verdict_reads_like_a_person_wrote_it() {
    let town = Town { goals: GOALS.to_owned(), ..Town::default() };
    let catalogue = town.catalogue();
    let groups = Question::Groups { one: group("foreign"), other: group("german"), period: year(2024) };
    let said = |language, verdict: &Verdict| sentence(&Wording::new(&catalogue, language), Told::Alone, verdict);
    let plain = |text: String| text.replace('\u{a0}', " ");
    let clear = verdict(groups.clone(), Answer::Different, Some(3.2));
    assert_eq!(
        plain(said(Language::De, &clear)),
        "Anteil, Oben, 2024: „ausländisch“ liegt um 3,2 Prozentpunkte über „deutsch“. Der Unterschied ist deutlich \
         (mögliche Spanne +1,7 bis +4,2 Prozentpunkte)."
    );
    assert_eq!(
        plain(said(Language::En, &clear)),
        "Anteil, Oben, 2024: “ausländisch” is 3.2 percentage points above “deutsch”. The difference is clear (possible \
         range +1.7 to +4.2 percentage points)."
    );
    let withheld = verdict(groups, Answer::CannotBeJudged(Reason::Withheld), None);
    assert_eq!(
        plain(said(Language::De, &withheld)),
        "Anteil, Oben, 2024: „ausländisch“ und „deutsch“ lassen sich nicht vergleichen. Ob das deutlich ist, lässt sich \
         nicht sagen: Eine der Zahlen ist nicht veröffentlicht oder unbekannt."
    );
}

const GOALS: &str = r#"[[target]]
name = "ziel"
indicator = "anteil"
kind = "value"
direction = "at-most"
value = 5
start = "2015"
by = "2030"
agreed-by.de = "Stadtrat"
decision.de = "2020/1"
"#;

#[test]
fn every_variant_is_said_in_both_languages() {
    let catalogue = Town { goals: GOALS.to_owned(), ..Town::default() }.catalogue();
    for words in Language::ALL.map(|language| Wording::new(&catalogue, language)) {
        let (one, other, period) = (group("foreign"), group("german"), year(2024));
        let questions = [
            Question::GroupAndWhole { group: one.clone(), period },
            Question::Groups { one: one.clone(), other: other.clone(), period },
            Question::AreaAndWhole { group: Group::new(), period },
            Question::SincePrevious { group: one.clone(), from: year(2023), to: period },
            Question::SinceBase { group: one.clone(), from: year(2015), to: period },
        ];
        let answers = [Answer::Different, Answer::NotClearlyDifferent];
        let answers = answers.into_iter().chain(REASONS.map(Answer::CannotBeJudged));
        let mut said = Vec::new();
        for (question, answer) in questions.iter().flat_map(|q| answers.clone().map(move |answer| (q.clone(), answer)))
        {
            for size in [Some(3.2), Some(-3.2), Some(0.0), None] {
                said.push(sentence(&words, Told::Alone, &verdict(question.clone(), answer, size)));
            }
        }
        whole(&said);
        whole(&trends(&words));
        whole(&gaps(&words));
        whole(&standings(&words));
        whole(&warnings(&words));
        let targets: Vec<String> = [TargetState::Proposed, TargetState::InForce, TargetState::Superseded]
            .map(|state| target_sentence(&words, Some(&target(&catalogue, state))))
            .into_iter()
            .chain([target_sentence(&words, None)])
            .collect();
        whole(&targets);
    }
}

fn target(catalogue: &catalogue::Catalogue, state: TargetState) -> catalogue::model::Target {
    let mut target = catalogue.goals.targets.first().expect("a target").clone();
    let signature = catalogue::model::Signature { office: Default::default(), on: year(2020) };
    if state == TargetState::InForce {
        (target.integration_office, target.statistics_office) = (Some(signature.clone()), Some(signature));
    } else if state == TargetState::Superseded {
        target.superseded_by = Some("neu".parse().expect("a name"));
    }
    assert_eq!(target.state(), state);
    target
}

fn assessed(outcome: Outcome) -> Assessed {
    let estimate = Estimate::new(-0.4, -0.6, -0.2).expect("an estimate");
    Assessed { outcome, points: 9, span: None, per_year: Some(estimate), p: Some(0.01), turn: Some(2019.0) }
}

fn trends(words: &Wording<'_>) -> Vec<String> {
    use Outcome::*;
    let outcomes = [
        Rising,
        Falling,
        RisingThenFalling,
        FallingThenRising,
        Steady,
        Fluctuating,
        NoClearDirection,
        TooShort,
        Broken,
    ];
    let found = outcomes.map(|outcome| Ok(assessed(outcome))).into_iter().chain([Err(Reason::NoModel)]);
    let trend = |found| Trend {
        indicator: "anteil".parse().expect("a name"),
        area: "01".parse().expect("an area"),
        group: group("foreign"),
        span: Some((year(2015), year(2024))),
        found,
    };
    found.map(|found| trend_sentence(words, Told::Alone, &trend(found))).collect()
}

fn gaps(words: &Wording<'_>) -> Vec<String> {
    let converging = |found: Result<(Gap, Cause), Reason>, good| Converging {
        indicator: "anteil".parse().expect("a name"),
        area: "01".parse().expect("an area"),
        one: group("foreign"),
        other: group("german"),
        found: found.map(|(gap, cause)| Convergence {
            gap,
            cause,
            per_year: None,
            p: None,
            higher: assessed(Outcome::Rising),
            lower: assessed(Outcome::Rising),
            first_is_higher: true,
        }),
        good,
    };
    let (higher, lower) = (Side::Higher, Side::Lower);
    let causes = [
        Cause::BothRise,
        Cause::BothFall,
        Cause::OneRises(higher),
        Cause::OneRises(lower),
        Cause::OneFalls(higher),
        Cause::OneFalls(lower),
        Cause::Towards,
        Cause::Apart,
        Cause::Unclear,
    ];
    let mut said = Vec::new();
    for (gap, cause) in [Gap::Closing, Gap::Widening, Gap::Crossed].into_iter().flat_map(|gap| causes.map(|c| (gap, c)))
    {
        said.push(convergence_sentence(words, Told::Alone, &converging(Ok((gap, cause)), None)));
    }
    for good in [Some(true), Some(false)] {
        said.push(convergence_sentence(words, Told::Alone, &converging(Ok((Gap::Closing, Cause::BothRise)), good)));
    }
    for gap in [Gap::NoClearChange, Gap::TooShort] {
        said.push(convergence_sentence(words, Told::Alone, &converging(Ok((gap, Cause::Unclear)), None)));
    }
    said.push(convergence_sentence(words, Told::Alone, &converging(Err(Reason::Missing), None)));
    said
}

fn standings(words: &Wording<'_>) -> Vec<String> {
    let standing = |status, sure, arrival| Standing {
        target: "ziel".parse().expect("a name"),
        period: Some(year(2024)),
        value: Some(8.4),
        goal: Some(5.0),
        status,
        sure,
        distance: Some(Distance { to_path: -1.1, to_goal: -3.4 }),
        arrival,
    };
    use Status::*;
    let mut said: Vec<String> = Vec::new();
    for status in [Alarm, Warning, Reached, Missed, OnPath, OffPath].into_iter().chain(REASONS.map(CannotBeJudged)) {
        said.push(standing_sentence(words, Told::Alone, &standing(status, true, None)));
    }
    said.push(standing_sentence(words, Told::Alone, &standing(OnPath, false, None)));
    let when = Estimate::new(2031.2, 2028.5, 2036.0).expect("an estimate");
    for arrival in [Arrival::In(when), Arrival::MovesAway, Arrival::TooFar, Arrival::NotClear] {
        said.push(standing_sentence(words, Told::Alone, &standing(OffPath, true, Some(arrival))));
    }
    assert!(said.iter().any(|one| one.contains("2032") && one.contains("2029") && one.contains("2036")), "{said:#?}");
    said
}

fn warnings(words: &Wording<'_>) -> Vec<String> {
    let target = || "ziel".parse().expect("a name");
    let run = || Because::Run { changes: 4, since: year(2020), difference: 2.5 };
    let because = [
        (Rule::Alarm, Because::Beyond { target: target(), threshold: 9.0, value: 9.3 }),
        (Rule::Threshold, Because::Beyond { target: target(), threshold: 8.0, value: 8.3 }),
        (Rule::AdverseRun, run()),
        (Rule::Widening, run()),
        (Rule::Jump, Because::Jump { change: 6.0, usual: 0.4 }),
        (Rule::Overdue, Because::Overdue { newest: 2024 }),
    ];
    let said = because.map(|(rule, because)| {
        let warning = EarlyWarning {
            rule,
            indicator: "anteil".parse().expect("a name"),
            area: "01".parse().expect("an area"),
            group: group("foreign"),
            versus: Some(group("german")),
            period: year(2024),
            because,
            answer: None,
        };
        warning_sentence(words, Told::Alone, &warning)
    });
    said.to_vec()
}
