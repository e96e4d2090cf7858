//! The shape of `open/corrections.toml`: mistakes that were found and mended after publication.

use super::{
    Kind, Name,
    Needed::{Always, Never},
    Table,
    definitions::{key, table},
};

use Kind::{List, Local};

/// `open/corrections.toml`
pub(crate) static CORRECTIONS: Table =
    table("corrections", &[key("correction", List(&Kind::Table(&CORRECTION)), Never)]);

static CORRECTION: Table = table(
    "correction",
    &[
        key("on", Kind::Date, Always),
        key("indicators", List(&Kind::Name(Name::Indicator)), Never),
        key("text", Local, Always),
        key("reason", Local, Always),
    ],
);
