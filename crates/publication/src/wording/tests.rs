//! Numbers, periods and every word that is chosen by a name, in both languages.

use std::collections::BTreeMap;

use catalogue::{
    Catalogue, Period,
    model::{
        AreaLevel, Boundaries, Effort, Indicator, IndicatorKind, LocalText, Monitoring, MunicipalityKind, PeriodKind,
        Perspective, Polarity, Programme, Quantity, Steering, Texts,
    },
};
use release::{Mark, Number};
use words::Language;

use super::Wording;
use crate::measure::{Figure, Gap, Shown};

fn catalogue() -> Catalogue {
    let text = LocalText::default;
    Catalogue {
        monitoring: Monitoring {
            name: text(),
            title: text(),
            code: "01".parse().expect("a code"),
            kind: MunicipalityKind::City,
            programme: Programme::Integration,
            languages: vec![Language::De],
            why: text(),
            how: text(),
            what: text(),
            audiences: Vec::new(),
            publisher: text(),
            contact: text(),
            licence: String::new(),
            contributor_id: None,
            synthetic: None,
            base_period: None,
            shielded_office: false,
            reliable_minimum: 100,
            design: catalogue::model::Design::default(),
        },
        levels: Vec::<AreaLevel>::new(),
        areas: Vec::new(),
        boundaries: Boundaries::default(),
        concepts: BTreeMap::new(),
        variables: BTreeMap::new(),
        sources: BTreeMap::new(),
        fields: Vec::new(),
        indicators: Vec::new(),
        answers: Vec::new(),
        corrections: Vec::new(),
        goals: Default::default(),
        reviews: Default::default(),
        texts: Texts::default(),
        editions: BTreeMap::new(),
    }
}

/// An indicator with one decimal place, of this unit.
pub(crate) fn indicator(unit: &str) -> Indicator {
    let text = |text: &str| LocalText { de: text.to_owned(), en: None };
    let of = Quantity { measure: "quelle.wert".parse().expect("a measure"), of: BTreeMap::new() };
    Indicator {
        name: "eins".parse().expect("a name"),
        field: "feld".parse().expect("a name"),
        title: text("Eins"),
        question: None,
        reason: None,
        reading: Default::default(),
        definition: text(""),
        limits: text(""),
        kind: IndicatorKind::Given { of },
        unit: text(unit),
        decimals: 1,
        breakdowns: Vec::new(),
        levels: Vec::new(),
        breaks: Vec::new(),
        polarity: Polarity::None,
        perspective: Perspective::Context,
        steering: Steering::None,
        effort: Effort::Low,
        core: false,
        order: 0,
        reliable_minimum: 100,
        retired: None,
    }
}

fn period(text: &str) -> Period {
    text.parse().expect("a period")
}

#[test]
fn periods_are_said_as_people_say_them() {
    let catalogue = catalogue();
    let (de, en) = (Wording::new(&catalogue, Language::De), Wording::new(&catalogue, Language::En));
    let end_of_year = PeriodKind::ReferenceDate(12, 31);
    for (kind, text, german, english, short) in [
        (PeriodKind::Year, "2015", "2015", "2015", "2015"),
        (PeriodKind::SchoolYear, "2014", "Schuljahr 2014/15", "school year 2014/15", "2014/15"),
        (PeriodKind::SchoolYear, "1999", "Schuljahr 1999/00", "school year 1999/00", "1999/00"),
        (end_of_year, "2015", "31. Dezember 2015", "31 December 2015", "2015"),
        (end_of_year, "2015-06-30", "30. Juni 2015", "30 June 2015", "30.06.2015"),
        (PeriodKind::Year, "2015-H1", "1. Halbjahr 2015", "half-year 1 of 2015", "2015-H1"),
        (PeriodKind::Year, "2015-Q3", "3. Quartal 2015", "quarter 3 of 2015", "2015-Q3"),
        (PeriodKind::Year, "2015-03", "März 2015", "March 2015", "2015-03"),
    ] {
        assert_eq!(de.period(kind, period(text)), german);
        assert_eq!(en.period(kind, period(text)), english);
        assert_eq!(de.period_short(kind, period(text)), short);
    }
    // A sentence says itself that it speaks of a school year.
    assert_eq!(de.period_in_sentence(PeriodKind::SchoolYear, period("2014")), "2014/15");
    for month in 1..=12 {
        assert!(!de.month(month).is_empty() && !en.month(month).is_empty());
    }
    assert_eq!(de.date("2026-03-15"), "15. März 2026");
}

#[test]
fn figures_wear_their_unit_and_their_mark() {
    let catalogue = catalogue();
    let (de, en) = (Wording::new(&catalogue, Language::De), Wording::new(&catalogue, Language::En));
    let (share, years) = (indicator("%"), indicator("Jahre"));
    let figure = |shown| Figure { shown, numerator: None, denominator: None, decimals: None };
    let number = |mark| figure(Shown::Value { value: 24.64, mark });
    assert_eq!(de.said(&share, Some(&number(Mark::None))), "24,6\u{a0}%");
    assert_eq!(en.said(&share, Some(&number(Mark::None))), "24.6%");
    assert_eq!(de.said(&years, Some(&number(Mark::Estimated))), "24,6\u{a0}Jahre (geschätzt)");
    assert_eq!(de.shown(&share, Some(&number(Mark::Provisional))), "24,6\u{a0}p");
    let unsure = figure(Shown::Unreliable { value: Some(24.64) });
    assert_eq!(de.shown(&share, Some(&unsure)), "(24,6)");
    assert_eq!(de.in_sentence(&share, Some(&unsure)).as_deref(), Ok("24,6\u{a0}% (eingeschränkt aussagekräftig)"));
    for (shown, sign, german, english) in [
        (Shown::Withheld, ".", "(nicht veröffentlicht)", "(not published)"),
        (Shown::Pending, "…", "(folgt später)", "(to follow later)"),
        (Shown::Senseless, "x", "(Aussage nicht sinnvoll)", "(not meaningful)"),
        (Shown::Unreliable { value: None }, "/", "(nicht sicher genug)", "(not certain enough)"),
    ] {
        assert_eq!(de.shown(&share, Some(&figure(shown))), sign);
        assert_eq!(de.in_sentence(&share, Some(&figure(shown))), Err(german.to_owned()));
        assert_eq!(en.in_sentence(&share, Some(&figure(shown))), Err(english.to_owned()));
    }
    assert_eq!(de.in_sentence(&share, None), Err("(liegt nicht vor)".to_owned()));
    assert_eq!(de.shown(&share, Some(&figure(Shown::Nothing))), "–");
    assert_eq!(de.number(Number { scaled: 227_105, decimals: 1 }), "22\u{202f}710,5");
    assert_eq!(de.number(Number { scaled: 227_100, decimals: 1 }), "22\u{202f}710");
}

#[test]
fn differences_of_per_cents_are_percentage_points() {
    let catalogue = catalogue();
    let (de, en) = (Wording::new(&catalogue, Language::De), Wording::new(&catalogue, Language::En));
    let (mut share, years) = (indicator("%"), indicator("Jahre"));
    let of = || Quantity { measure: "quelle.wert".parse().expect("a measure"), of: BTreeMap::new() };
    share.kind = IndicatorKind::Share { numerator: of(), denominator: of() };
    assert_eq!(de.difference(&share, 2.0), "+2,0\u{a0}Prozentpunkte");
    assert_eq!(en.difference(&share, -2.0), "\u{2212}2.0\u{a0}percentage points");
    assert_eq!(de.difference(&years, 0.01), "±0,0\u{a0}Jahre");
    assert!(!de.differs(&years, 0.01) && de.differs(&years, -0.06));
    assert_eq!(de.distance(&share, 2.0), "2,0\u{a0}Prozentpunkte");
    assert_eq!(de.range(&share, 4.2, 33.7), "4,2 bis 33,7\u{a0}%");
    let gap = Gap { difference: -3.2, ratio: Some(0.5), reliable: false };
    assert_eq!(
        de.gap(&share, &gap, "Frauen", "Männer"),
        "Frauen gegenüber Männer: \u{2212}3,2\u{a0}Prozentpunkte (eingeschränkt aussagekräftig), das 0,50-Fache."
    );
    let text = de.gap(&years, &gap, "Frauen", "Männer");
    assert_eq!(text, "Frauen gegenüber Männer: \u{2212}3,2\u{a0}Jahre (eingeschränkt aussagekräftig).");
    let gap = Gap { ratio: None, reliable: true, ..gap };
    assert_eq!(en.gap(&share, &gap, "Women", "men"), "Women compared with men: \u{2212}3.2\u{a0}percentage points.");
}

/// Keys that are put together from a name, so that no search for them finds all.
#[test]
fn every_word_chosen_by_a_name_exists() {
    let catalogue = catalogue();
    for language in Language::ALL {
        let wording = Wording::new(&catalogue, language);
        let sections = [
            "changes",
            "rose",
            "fell",
            "unclear",
            "unjudged",
            "alone",
            "gaps",
            "developments",
            "target",
            "former-targets",
            "other-targets",
            "without-target",
            "judgement",
            "answered-earlier",
            "warnings-files",
            "standings",
            "warning-alarm",
            "warning-threshold",
            "warning-adverse-run",
            "warning-widening",
            "warning-jump",
            "warning-overdue",
            "fields",
            "core",
            "understanding",
            "how",
            "indicators",
            "series",
            "groups",
            "variables",
            "areas",
            "interpretation",
            "definition",
            "source",
            "downloads",
            "children",
            "indicator-list",
            "comparison",
            "signs",
            "protection",
            "sources",
            "release",
            "deliveries",
            "files",
            "citation",
        ]
        .map(|id| format!("section-{id}"));
        let kinds = ["count", "share", "rate", "ratio", "mean", "dissimilarity", "diversity", "given"];
        let kinds = kinds.iter().flat_map(|kind| [format!("kind-{kind}"), format!("formula-{kind}")]);
        let others = [
            "perspective-strength",
            "perspective-deficit",
            "perspective-context",
            "polarity-higher",
            "polarity-lower",
            "polarity-none",
            "steering-own",
            "steering-shared",
            "steering-none",
            "protection-already-public",
            "protection-refusal",
            "protection-suppression",
            "protection-cell-key",
            "protection-rounding",
            "protection-not-released",
            "mark-provisional",
            "mark-revised",
            "mark-estimated",
            "mark-uncertain",
            "note-provisional",
            "note-revised",
            "note-estimated",
            "status-reached",
            "status-on-path",
            "status-off-path",
            "status-missed",
            "status-warning",
            "status-alarm",
            "status-cannot-be-judged",
            "answer-different",
            "answer-not-clearly-different",
            "answer-cannot-be-judged",
            "warning-alarm-about",
            "warning-threshold-about",
            "warning-adverse-run-about",
            "warning-widening-about",
            "warning-jump-about",
            "warning-overdue-about",
        ];
        for key in sections.into_iter().chain(kinds).chain(others.map(str::to_owned)) {
            assert!(wording.words.has(&key), "{key} in {language}");
        }
    }
}
