//! The shape of `open/goals.toml`: objectives and the targets that were agreed.

use super::{
    Key, Kind, Name,
    Needed::{Always, Never, OnlyWith, With},
    Table,
    definitions::{key, table},
};

use Kind::{Decimal, Group, Line, List, Local, Period, Word};

/// Figures may be below zero, such as a balance of migration.
const FIGURE: Kind = Decimal(-1_000_000_000, 1_000_000_000);

/// `open/goals.toml`
pub(crate) static GOALS: Table = table(
    "goals",
    &[key("objective", List(&Kind::Table(&OBJECTIVE)), Never), key("target", List(&Kind::Table(&TARGET)), Never)],
);

static OBJECTIVE: Table = table(
    "objective",
    &[
        key("name", Kind::Name(Name::Objective), Always),
        key("title", Local, Always),
        key("text", Local, Never),
        key("parent", Kind::Name(Name::Objective), Never),
        key("mandate", Local, Never),
    ],
);

static TARGET: Table = Table { name: "target", keys: TARGET_KEYS, either: &[] };

static TARGET_KEYS: &[Key] = &[
    key("name", Kind::Name(Name::Target), Always),
    key("objective", Kind::Name(Name::Objective), Never),
    key("text", Local, Never),
    key("indicator", Kind::Name(Name::Indicator), Always),
    key("area", Kind::Name(Name::Area), Never),
    key("group", Group, Never),
    key("kind", Word(&["value", "corridor", "gap"]), Always),
    key("direction", Word(&["at-least", "at-most"]), With("kind", &["value"])),
    key("value", FIGURE, With("kind", &["value"])),
    key("from", FIGURE, With("kind", &["corridor"])),
    key("to", FIGURE, With("kind", &["corridor"])),
    key("versus", Group, With("kind", &["gap"])),
    key("portion", Decimal(0, 1), With("kind", &["gap"])),
    key("start", Period, Always),
    key("start-value", FIGURE, Never),
    key("by", Period, Always),
    key("path", Word(&["linear", "stepwise", "yearly"]), Never),
    key("step", STEPS, With("path", &["stepwise", "yearly"])),
    key("warning", FIGURE, OnlyWith("kind", &["value", "gap"])),
    key("alarm", FIGURE, OnlyWith("kind", &["value", "gap"])),
    key("agreed-by", Local, Always),
    key("decision", Local, Always),
    key("file-number", Line, Never),
    key("integration-office", Kind::Table(&SIGNATURE), Never),
    key("statistics-office", Kind::Table(&SIGNATURE), Never),
    key("superseded-by", Kind::Name(Name::Target), Never),
];

const STEPS: Kind = List(&Kind::Table(&STEP));

static STEP: Table = table("step", &[key("period", Period, Always), key("value", FIGURE, Always)]);

static SIGNATURE: Table = table("signature", &[key("office", Local, Always), key("on", Kind::Date, Always)]);
