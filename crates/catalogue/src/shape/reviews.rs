//! The shape of `open/reviews/<year>.toml`, and of the note that an indicator is retired.

use super::{
    Kind, Name,
    Needed::{Always, Never, With},
    Table,
    definitions::{key, table},
};

use Kind::{Date, Decimal, List, Local, Whole, Word};

/// `open/reviews/<year>.toml`
pub(crate) static REVIEW: Table = table(
    "review",
    &[
        key("about", Local, Never),
        key("responsible", Local, Never),
        key("next", Date, Never),
        key("source", List(&Kind::Table(&SOURCE)), Never),
        key("indicator", List(&Kind::Table(&RECORD)), Never),
    ],
);

const HOURS: Kind = Decimal(0, 100_000);
const EURO: Kind = Decimal(0, 100_000_000);

static SOURCE: Table = table(
    "source-effort",
    &[key("name", Kind::Name(Name::Source), Always), key("hours", HOURS, Never), key("cost", EURO, Never)],
);

static RECORD: Table = table(
    "record",
    &[
        key("name", Kind::Name(Name::Indicator), Always),
        key("hours", HOURS, Never),
        key("cost", EURO, Never),
        key("used", List(&Kind::Table(&USE)), Never),
        key("understood", Kind::Table(&UNDERSTOOD), Never),
        key("note", Local, Never),
        key("decision", Kind::Table(&DECISION), Never),
    ],
);

static USE: Table = table(
    "use",
    &[
        key("kind", Word(&["interpretation", "discussion", "decision"]), Always),
        key("where", Local, Always),
        key("on", Date, Never),
    ],
);

static UNDERSTOOD: Table = Table {
    name: "understood",
    keys: &[
        key("judgement", Word(&["well", "partly", "poorly"]), Never),
        key("asked", Whole(1, 1_000_000), Never),
        key("right", Whole(0, 1_000_000), Never),
        key("source", Local, Always),
    ],
    either: &[&["judgement"], &["asked", "right"]],
};

static DECISION: Table = table(
    "decision",
    &[
        key("what", Word(&["add", "keep", "change", "merge", "retire"]), Always),
        key("into", Kind::Name(Name::Indicator), With("what", &["merge"])),
        key("by", Local, Always),
        key("on", Date, Always),
        key("reason", Local, Always),
    ],
);

/// `retired` of an indicator.
pub(crate) static RETIRED: Table = table(
    "retired",
    &[key("on", Date, Always), key("reason", Local, Always), key("successor", Kind::Name(Name::Indicator), Never)],
);
