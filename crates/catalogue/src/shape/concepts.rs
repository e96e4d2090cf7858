//! The shape of `open/concepts/<concept>.toml`.

use super::{
    Kind, Name,
    Needed::{Always, Never, OnlyWith, With},
    Table,
    definitions::{key, table},
};

use Kind::{Boolean, Line, List, Local, Whole, Word};

/// `open/concepts/<concept>.toml`
pub(crate) static CONCEPT: Table = table(
    "concept",
    &[
        key("title", Local, Always),
        key("purpose", Local, Always),
        key("criticism", Local, Always),
        key("attribute", List(&Kind::Table(&ATTRIBUTE)), Always),
        key("version", List(&Kind::Table(&VERSION)), Always),
    ],
);

static ATTRIBUTE: Table = table(
    "attribute",
    &[
        key("name", Line, Always),
        key("title", Local, Always),
        key("type", Word(&["boolean", "whole", "decimal", "text", "code", "date"]), Always),
        key("least", Whole(-2_147_483_647, 2_147_483_647), OnlyWith("type", &["whole"])),
        key("most", Whole(-2_147_483_647, 2_147_483_647), OnlyWith("type", &["whole"])),
        key("places", Whole(0, 6), With("type", &["decimal"])),
        key("codes", List(&Line), With("type", &["code"])),
        key("of", Word(&["person", "parents", "both"]), Never),
        key("always", Boolean, Never),
        key("weak", Boolean, Never),
    ],
);

static VERSION: Table = table(
    "version",
    &[
        key("name", Kind::Name(Name::Version), Always),
        key("title", Local, Always),
        key("issuer", Local, Always),
        key("source", Local, Always),
        key("address", Line, Never),
        key("valid-from", Kind::Period, Never),
        key("valid-to", Kind::Period, Never),
        key("population", Local, Never),
        key("covers", Line, Never),
        key("mode", Word(&["first-match", "exclusive"]), Never),
        key("missing", Word(&["undeterminable", "counts-as-false", "category"]), Always),
        key("missing-category", Kind::Name(Name::Category), With("missing", &["category"])),
        key("category", List(&Kind::Table(&CATEGORY)), Always),
        key("limits", Local, Always),
        key("criticism", Local, Never),
        key("comparable", List(&Kind::Table(&COMPARABLE)), Never),
    ],
);

static CATEGORY: Table = table(
    "concept-category",
    &[
        key("code", Kind::Name(Name::Category), Always),
        key("title", Local, Always),
        key("parent", Kind::Name(Name::Category), Never),
        key("rule", Line, Never),
    ],
);

static COMPARABLE: Table = table(
    "comparable",
    &[
        key("with", Kind::Name(Name::Version), Always),
        key("how", Word(&["same", "similar", "not"]), Always),
        key("reason", Local, Always),
    ],
);
