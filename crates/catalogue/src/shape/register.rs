//! The shape of `[register]` in `open/sources/<source>.toml`.

use super::{
    Kind, Name,
    Needed::{Always, Never, OnlyWith},
    Table,
    definitions::{key, table},
};
use crate::model::Item;

use Kind::{Line, List, Map, Whole, Word};

/// An extract of the population register.
pub(crate) static REGISTER: Table = table(
    "register",
    &[
        key("format", Word(&["csv", "parquet"]), Always),
        key("encoding", Word(&["utf-8", "windows-1252", "iso-8859-15"]), OnlyWith("format", &["csv"])),
        key("delimiter", Word(&[";", ",", "\t", "|"]), OnlyWith("format", &["csv"])),
        key("keep-days", Whole(1, 36_500), Always),
        key("column", List(&Kind::Table(&COLUMN)), Always),
        key("count", List(&Kind::Table(&COUNT)), Always),
    ],
);

static COLUMN: Table = table(
    "register-column",
    &[key("head", Line, Always), key("is", Word(Item::WORDS), Always), key("values", Map(&Line), Never)],
);

static COUNT: Table = table(
    "register-count",
    &[
        key("measure", Kind::Name(Name::Measure), Always),
        key("where", Line, Never),
        key("by", List(&Kind::Name(Name::Variable)), Never),
    ],
);
