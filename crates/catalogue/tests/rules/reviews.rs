//! Mistakes in reviews and in what is said of retired indicators, each with all that is remarked about it.

use catalogue::{
    Period,
    model::{Audience, Clarity, Decided, Understanding, UseKind},
};

use crate::{
    cases::Edit::{self, Append, Remove, Replace, Write},
    edited, remarks,
};

const REVIEW: &str = "open/reviews/2024.toml";
const B: &str = "open/fields/people/share-b.toml";
const C: &str = "open/fields/people/share-c.toml";
const GOALS: &str = "open/goals.toml";

/// A review with everything in it, of the tiny monitoring.
const WHOLE: &str = r#"about = { de = "Gemeinsam.", en = "Together." }
responsible = { de = "Amt A", en = "Office A" }
next = "2026-10-01"

[[indicator]]
name = "share-a"
hours = 6.5
cost = 120
used = [
    { kind = "discussion", where = { de = "Rat", en = "Council" }, on = "2024-05-02" },
    { kind = "decision", where = { de = "2/24", en = "2/24" } },
]
understood = { asked = 8, right = 6, source = { de = "Gespräche", en = "Talks" } }
note = { de = "Gut.", en = "Good." }
decision = { what = "keep", by = { de = "Kreis", en = "Circle" }, on = "2024-11-20", reason = { de = "Darum.", en = "So." } }

[[indicator]]
name = "share-b"
used = []
understood = { judgement = "partly", source = { de = "Urteil", en = "Judgement" } }
decision = { what = "merge", into = "share-a", by = { de = "Kreis", en = "Circle" }, on = "2024-11-20", reason = { de = "Gleich.", en = "Same." } }

[[indicator]]
name = "share-d"

[[source]]
name = "register"
hours = 40
"#;

const RETIRED: &str = r#"
[retired]
on = "2025-01-01"
reason = { de = "Gleich.", en = "Same." }
successor = "share-a"
"#;

/// The whole review, with the decision of it carried out.
const DONE: [Edit; 3] = [Write(REVIEW, WHOLE), Replace(B, "core = true\n", ""), Append(B, RETIRED)];

const FEW: &str = "warning core-few – 14 15";

pub(crate) const CASES: &[(&[Edit], &[&str])] = &[
    (&[Write("open/reviews/erste.toml", "")], &["error review-name open/reviews/erste.toml"]),
    (&[Write("open/reviews/2024-06.toml", "")], &["error review-name open/reviews/2024-06.toml"]),
    (&[Write("open/review/2024.toml", "")], &["error unknown-file open/review/2024.toml ?open/reviews/2024.toml"]),
    (&[Write(REVIEW, WHOLE)], &["note decision-not-carried-out open/reviews/2024.toml:21:21 `\"merge\"` share-b"]),
    (
        &[DONE[0], DONE[1], DONE[2], Replace(REVIEW, "name = \"share-d\"", "name = \"share-a\"")],
        &["error duplicate open/reviews/2024.toml:24:8 `\"share-a\"` record share-a", FEW],
    ),
    (
        &[DONE[0], DONE[1], DONE[2], Replace(REVIEW, "name = \"share-d\"", "name = \"share-z\"")],
        &["error unknown-reference open/reviews/2024.toml:24:8 `\"share-z\"` indicator share-z ?share-a", FEW],
    ),
    (
        &[DONE[0], DONE[1], DONE[2], Replace(REVIEW, "into = \"share-a\"", "into = \"share-z\"")],
        &["error unknown-reference open/reviews/2024.toml:21:37 `\"share-z\"` indicator share-z ?share-a", FEW],
    ),
    (
        &[DONE[0], DONE[1], DONE[2], Replace(REVIEW, "into = \"share-a\"", "into = \"share-b\"")],
        &["error against-itself open/reviews/2024.toml:21:37 `\"share-b\"` name into", FEW],
    ),
    (
        &[DONE[0], DONE[1], DONE[2], Replace(REVIEW, "right = 6", "right = 9")],
        &["error more-right-than-asked open/reviews/2024.toml:13:35 `9`", FEW],
    ),
    (
        &[DONE[0], DONE[1], DONE[2], Replace(REVIEW, "asked = 8, right = 6, ", "")],
        &[
            "error either open/reviews/2024.toml:13:14 `{ source = { de = \"Gespräche\", en = \"Talks\" } }` judgement | asked + right",
            FEW,
        ],
    ),
    (
        &[DONE[0], DONE[1], DONE[2], Replace(REVIEW, "hours = 6.5", "hours = -1")],
        &["error out-of-range open/reviews/2024.toml:7:9 `-1` 0 100000", FEW],
    ),
    (
        &[DONE[0], DONE[1], DONE[2], Replace(REVIEW, "name = \"register\"", "name = \"registry\"")],
        &["error unknown-reference open/reviews/2024.toml:27:8 `\"registry\"` source registry ?register", FEW],
    ),
    (
        &[DONE[0], DONE[1], DONE[2], Append(REVIEW, "[[source]]\nname = \"register\"\n")],
        &["error duplicate open/reviews/2024.toml:30:8 `\"register\"` source-effort register", FEW],
    ),
    (&[Append(B, RETIRED)], &["error retired-core open/fields/people/share-b.toml:16:8 `true`"]),
    (
        &[DONE[1], DONE[2], Replace(B, "successor = \"share-a\"", "successor = \"share-z\"")],
        &[
            "error unknown-reference open/fields/people/share-b.toml:20:13 `\"share-z\"` indicator share-z ?share-a",
            FEW,
        ],
    ),
    (
        &[
            DONE[1],
            DONE[2],
            Replace(B, "successor = \"share-a\"", "successor = \"share-c\""),
            Replace(C, "core = true\n", ""),
            Append(
                C,
                "retired = { on = \"2025-01-01\", reason = { de = \"So.\", en = \"So.\" }, successor = \"share-b\" }\n",
            ),
        ],
        &[
            "error cycle open/fields/people/share-b.toml:20:13 `\"share-c\"` indicator share-b → share-c → share-b",
            "warning core-few – 13 15",
        ],
    ),
    (
        &[DONE[1], DONE[2], Replace(GOALS, "indicator = \"share-a\"\narea", "indicator = \"share-b\"\narea")],
        &["warning retired-target open/fields/people/share-b.toml:17:1 `[retired]` share-b", FEW],
    ),
];

#[test]
fn every_mistake_is_remarked_at_its_place() {
    let differs = |(edits, expected): &&(&[Edit], &[&str])| remarks(edits).1 != *expected;
    let shown = |(edits, expected): &(&[Edit], &[&str])| {
        format!("{edits:?}\nexpected {expected:#?}\nfound {:#?}", remarks(edits).1)
    };
    let wrong: Vec<String> = CASES.iter().filter(differs).map(shown).collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_review_holds_what_was_recorded_and_decided() {
    let (catalogue, _) = catalogue::read(&edited(&DONE));
    let catalogue = catalogue.expect("a catalogue");
    let name = |name: &str| name.parse().expect("a name");
    let review = &catalogue.reviews[&2024];
    assert_eq!(review.next, Some("2026-10-01".parse::<Period>().expect("a day")));
    assert_eq!(
        review.sources.iter().map(|one| (one.source.as_str(), one.hours)).collect::<Vec<_>>(),
        [("register", Some(40.0))]
    );
    let first = review.record(&name("share-a")).expect("a record");
    assert_eq!((first.hours, first.cost), (Some(6.5), Some(120.0)));
    let uses: Vec<UseKind> = first.uses.iter().flatten().map(|one| one.kind).collect();
    assert_eq!(uses, [UseKind::Discussion, UseKind::Decision]);
    let found = |name: &str| review.record(&name.parse().expect("a name"))?.understood.as_ref().map(|one| one.found);
    assert_eq!(found("share-a"), Some(Understanding::Answered { asked: 8, right: 6 }));
    assert_eq!(found("share-b"), Some(Understanding::Judged(Clarity::Partly)));
    let second = review.record(&name("share-b")).expect("a record");
    assert_eq!(second.uses, Some(Vec::new()), "looked for and not found");
    assert_eq!(second.decision.as_ref().map(|decision| &decision.what), Some(&Decided::Merge(name("share-a"))));
    let third = review.record(&name("share-d")).expect("a record");
    assert_eq!((&third.uses, &third.decision, third.hours), (&None, &None, None), "not known");
    let retired = catalogue.indicator(&name("share-b")).and_then(|one| one.retired.clone()).expect("retired");
    assert_eq!(retired.successor, Some(name("share-a")));
    assert!(review.record(&name("share-c")).is_none());
}

#[test]
fn editions_for_the_administration_show_the_review_unless_they_say_otherwise() {
    const EDITION: &str = "open/editions/public/edition.toml";
    let shows = |edits: &[Edit]| {
        let (catalogue, remarks) = catalogue::read(&edited(edits));
        let editions = catalogue.unwrap_or_else(|| panic!("{remarks:?}")).editions;
        editions.values().map(|edition| (edition.audience, edition.review)).collect::<Vec<_>>()
    };
    let text = |more: &'static str| [Remove(EDITION), Write(EDITION, more)];
    let title = "title = { de = \"A\", en = \"A\" }\n";
    let with = |more: &str| -> &'static str { Box::leak(format!("{title}{more}").into_boxed_str()) };
    assert_eq!(shows(&text(with(""))), [(Audience::Public, false)]);
    assert_eq!(shows(&text(with("review = true"))), [(Audience::Public, true)]);
    assert_eq!(shows(&text(with("audience = \"council\""))), [(Audience::Council, false)]);
    assert_eq!(shows(&text(with("audience = \"administration\""))), [(Audience::Administration, true)]);
    assert_eq!(
        shows(&text(with("audience = \"administration\"\nreview = false"))),
        [(Audience::Administration, false)]
    );
}
