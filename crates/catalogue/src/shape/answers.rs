//! The shape of `open/answers.toml`: what offices have said about early warnings.

use super::{
    Kind, Name,
    Needed::{Always, Never, OnlyWith},
    Table,
    definitions::{key, table},
};

use Kind::{Group, List, Local, Word};

/// `open/answers.toml`
pub(crate) static ANSWERS: Table = table("answers", &[key("answer", List(&Kind::Table(&ANSWER)), Never)]);

/// Why there is an early warning.
const RULES: &[&str] = &["alarm", "threshold", "adverse-run", "widening", "jump", "overdue"];

static ANSWER: Table = table(
    "answer",
    &[
        key("rule", Word(RULES), Always),
        key("indicator", Kind::Name(Name::Indicator), Always),
        key("area", Kind::Name(Name::Area), Never),
        key("group", Group, Never),
        key("versus", Group, OnlyWith("rule", &["alarm", "threshold", "widening"])),
        key("period", Kind::Period, Always),
        key("reason", Local, Always),
        key("by", Local, Always),
        key("on", Kind::Date, Always),
    ],
);
