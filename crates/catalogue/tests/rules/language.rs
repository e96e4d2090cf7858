//! Words that are remarked in texts, and what an office says about them.

use crate::{
    cases::{
        Edit::{self, Append, Remove, Replace},
        SHARE,
    },
    check,
};

const LANGUAGE: &str = "open/language.toml";
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
        &["error unknown-reference open/language.toml:1:20 `\"rangfolgen\"` term rangfolgen ?rangfolge"],
    ),
    (
        &[Replace(LANGUAGE, "allow = [", "allow = [{ term = \"rangfolge\", reason = { de = \"A.\", en = \"A.\" } }, ")],
        &["error duplicate open/language.toml:1:87 `\"rangfolge\"` allowed rangfolge"],
    ),
    (
        &[Replace(LANGUAGE, "reason = { de = \"So heißt ein Spiel.\", en = \"A game.\" }", "why = 1")],
        &[
            "error missing-key open/language.toml:1:10 `{ term = \"rangfolge\", why = 1 }` reason",
            "error unknown-key open/language.toml:1:33 `why` why",
        ],
    ),
];

#[test]
fn words_are_remarked_at_their_places() {
    for (edits, expected) in CASES {
        check(edits, expected);
    }
}
