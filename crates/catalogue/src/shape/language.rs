//! The shape of `open/language.toml`: words that an office remarks, and those that it allows.

use super::{
    Kind, Name,
    Needed::{Always, Never},
    Table,
    definitions::{key, table},
};

use Kind::{Line, List, Local, Word};

/// `open/language.toml`
pub(crate) static LANGUAGE: Table = table(
    "language",
    &[key("term", List(&Kind::Table(&TERM)), Never), key("allow", List(&Kind::Table(&ALLOW)), Never)],
);

/// Why a word is remarked.
pub(crate) const KINDS: &[&str] = &["stigma", "deficit", "imprecise", "ranking", "mixed"];

static TERM: Table = table(
    "term",
    &[
        key("name", Kind::Name(Name::Term), Always),
        key("language", Word(&["de", "en"]), Always),
        key("words", List(&Line), Always),
        key("kind", Word(KINDS), Always),
        key("instead", Line, Always),
        key("reason", Local, Always),
    ],
);

static ALLOW: Table =
    table("allowed-term", &[key("term", Kind::Name(Name::Term), Always), key("reason", Local, Always)]);
