//! Words that are remarked in texts, and what an office says about them.

use crate::{
    cases::{
        Edit::{self, Append, Remove, Replace},
        SHARE,
    },
    check,
};

const LANGUAGE: &str = "open/language.toml";
const ANSWERS: &str = "open/answers.toml";
const GERMAN: &str = "open/texts/interpretation/share-a.de.md";
const ENGLISH: &str = "open/texts/interpretation/share-a.en.md";

pub(crate) const CASES: &[(&[Edit], &[&str])] = &[
    (
        &[Replace(SHARE, "de = \"Wie viele?\"", "de = \"Wie viele Problemgruppen?\"")],
        &[
            "warning language open/fields/people/share-a.toml:2:30 `Problemgruppen` stigma Problemgruppen problemgruppe \
            ?die Gruppe beim Namen nennen und die Hürde dazu, etwa „Menschen, denen eine Wohnung fehlt“",
        ],
    ),
    // Definitions and limits quote what others have laid down.
    (&[Replace(SHARE, "de = \"So.\"", "de = \"Bildungsfern heißt so.\"")], &[]),
    (
        &[Append(GERMAN, "\nEin **sozial\nschwaches** Viertel, ein `Brennpunkt`.\n")],
        &[
            "warning language open/texts/interpretation/share-a.de.md:3:7 `sozial` deficit sozial schwaches sozialschwach \
            ?Haushalte mit geringem Einkommen, von Armut bedroht",
        ],
    ),
    // What the office allows is not remarked; what it adds is.
    (
        &[Append(GERMAN, "\nEin Schlusslicht.\n"), Remove(LANGUAGE)],
        &[
            "warning language open/texts/interpretation/share-a.de.md:3:5 `Schlusslicht` ranking Schlusslicht rangfolge \
            ?den Wert und den Abstand zu allen zusammen",
        ],
    ),
    (
        &[Append(ENGLISH, "\nThe elderly; the. Elderly.\n")],
        &[
            "warning language open/texts/interpretation/share-a.en.md:3:1 `The elderly` stigma The elderly old ?older people",
        ],
    ),
    // Each of two concepts alone is none to remark.
    (
        &[Append(GERMAN, "\nMigrationshintergrund, Einwanderungsgeschichte, Migrationshintergrund.\n")],
        &["warning language open/texts/interpretation/share-a.de.md:3:24 `Einwanderungsgeschichte` mixed \
            Einwanderungsgeschichte migrationshintergrund-einwanderungsgeschichte \
            ?überall den Begriff, dessen Definition gezählt wurde"],
    ),
    (&[Append(GERMAN, "\nMigrationshintergrund\n")], &[]),
    (
        &[Replace(LANGUAGE, "the elderly", "the e*")],
        &["error term-pattern open/language.toml:6:10 `\"the e*\"` the e*"],
    ),
    (
        &[Replace(LANGUAGE, "name = \"old\"", "name = \"natives\"")],
        &["error duplicate open/language.toml:4:8 `\"natives\"` term natives"],
    ),
    (
        &[Replace(LANGUAGE, "term = \"rangfolge\"", "term = \"rangfolgen\"")],
        &["error unknown-reference open/language.toml:1:19 `\"rangfolgen\"` term rangfolgen ?rangfolge"],
    ),
    (
        &[Replace(LANGUAGE, "allow = [", "allow = [{ term = \"rangfolge\", reason = { de = \"A.\", en = \"A.\" } }, ")],
        &["error duplicate open/language.toml:1:78 `\"rangfolge\"` allowed rangfolge"],
    ),
    (
        &[Replace(LANGUAGE, "reason = { de = \"So heißt ein Spiel.\", en = \"A game.\" }", "why = 1")],
        &[
            "error missing-key open/language.toml:1:10 `{ term = \"rangfolge\", why = 1 }` reason.de",
            "error unknown-key open/language.toml:1:32 `why` why",
        ],
    ),
    // Answers to early warnings.
    (
        &[Replace(ANSWERS, "\"share-a\"", "\"share-z\""), Replace(ANSWERS, "\"01-1\"", "\"01-9\"")],
        &[
            "error unknown-reference open/answers.toml:3:13 `\"share-z\"` indicator share-z ?share-a",
            "error unknown-reference open/answers.toml:4:8 `\"01-9\"` area 01-9 ?01-1",
        ],
    ),
    (
        &[Replace(ANSWERS, "rule = \"widening\"", "rule = \"jump\"")],
        &["error misplaced-key open/answers.toml:6:1 `versus` versus rule \"alarm\", \"threshold\", \"widening\""],
    ),
    (
        &[Replace(ANSWERS, "\"foreign\"", "\"foreigner\"")],
        &["error unknown-reference open/answers.toml:5:25 `\"foreigner\"` category foreigner citizenship ?foreign"],
    ),
    (
        &[Append(
            ANSWERS,
            "[[answer]]\nrule = \"widening\"\nindicator = \"share-a\"\narea = \"01-1\"\ngroup = { citizenship = \"foreign\" }\n\
             versus = { citizenship = \"german\" }\nperiod = \"2020\"\nreason = { de = \"A.\", en = \"A.\" }\n\
             by = { de = \"A\", en = \"A\" }\non = \"2022-01-01\"\n",
        )],
        &["error duplicate open/answers.toml:12:8 `\"widening\"` answer share-a"],
    ),
];

#[test]
fn words_are_remarked_at_their_places() {
    for (edits, expected) in CASES {
        check(edits, expected);
    }
}
