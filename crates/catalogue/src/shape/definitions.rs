//! The shapes of all definition files.

use super::{Key, Kind, Name, Needed, Table, register::REGISTER, reviews};

use Kind::{Boolean, Group, Line, List, Local, Map, Word};
use Needed::{Always, Core, Never, OnlyWith, Unless, With};

pub(crate) const fn key(name: &'static str, kind: Kind, needed: Needed) -> Key {
    Key { name, kind, needed }
}

pub(crate) const fn table(name: &'static str, keys: &'static [Key]) -> Table {
    Table { name, keys, either: &[] }
}

/// A list of tables, `[[name]]`.
const fn tables(table: &'static Kind) -> Kind {
    List(table)
}

const LANGUAGES: Kind = List(&Word(&["de", "en"]));
const LINES: Kind = List(&Line);
/// Rows that are read: for each column by head, the texts one of which it must hold.
const ONLY: Kind = Map(&LINES);

/// `open/monitoring.toml`
pub(crate) static MONITORING: Table = table(
    "monitoring",
    &[
        key("name", Local, Always),
        key("title", Local, Always),
        key("code", Kind::Name(Name::Area), Always),
        key("kind", Word(&["city", "county"]), Always),
        key("programme", Word(&["integration", "diversity"]), Never),
        key("languages", LANGUAGES, Never),
        key("why", Local, Always),
        key("how", Local, Always),
        key("what", Local, Always),
        key("audiences", List(&Local), Never),
        key("publisher", Local, Always),
        key("contact", Local, Always),
        key("licence", Line, Always),
        key("contributor-id", Line, Never),
        key("synthetic", Local, Never),
        key("base-period", Kind::Period, Never),
        key("statistics-office", Word(&["shielded", "none"]), Never),
        key("reliable-minimum", Kind::Whole(0, 1_000_000), Never),
        key("design", Kind::Table(&DESIGN), Never),
    ],
);

static DESIGN: Table = table("design", &[key("accent", Line, Never), key("logo-says", Local, Never)]);

/// `open/areas/levels.toml`
pub(crate) static LEVELS: Table = table("levels", &[key("level", tables(&Kind::Table(&LEVEL)), Always)]);

static LEVEL: Table = table(
    "level",
    &[
        key("name", Kind::Name(Name::Level), Always),
        key("parent", Kind::Name(Name::Level), Never),
        key("title", Local, Always),
        key("plural", Local, Always),
        key("published", Boolean, Never),
        key("outlines", Kind::Table(&OUTLINES), Never),
    ],
);

static OUTLINES: Table = Table {
    name: "outlines",
    keys: &[key("file", Line, Never), key("property", Line, Never), key("union-of", Kind::Name(Name::Level), Never)],
    either: &[&["file", "property"], &["union-of"]],
};

/// `open/areas/<level>.toml`
pub(crate) static AREAS: Table = table("areas", &[key("area", tables(&Kind::Table(&AREA)), Always)]);

static AREA: Table = table(
    "area",
    &[
        key("code", Kind::Name(Name::Area), Always),
        key("name", Line, Always),
        key("parent", Kind::Name(Name::Area), Never),
        key("also-in", List(&Kind::Name(Name::Area)), Never),
        key("aliases", LINES, Never),
        key("residue", Boolean, Never),
        key("valid-from", Kind::Period, Never),
        key("valid-to", Kind::Period, Never),
    ],
);

/// `open/variables/<variable>.toml`
pub(crate) static VARIABLE: Table = table(
    "variable",
    &[
        key("title", Local, Always),
        key("reason", Local, Always),
        key("definition", Local, Always),
        key("whole", Local, Always),
        key("whole-aliases", LINES, Never),
        key("complete", Boolean, Never),
        key("concept", Kind::Name(Name::Concept), Never),
        key("version", Kind::Name(Name::Version), Never),
        key("undeterminable", Kind::Name(Name::Category), Never),
        key("category", tables(&Kind::Table(&CATEGORY)), Always),
    ],
);

static CATEGORY: Table = table(
    "category",
    &[
        key("code", Kind::Name(Name::Category), Always),
        key("title", Local, Always),
        key("aliases", LINES, Never),
        key("parent", Kind::Name(Name::Category), Never),
    ],
);

/// `open/sources/<source>.toml`
pub(crate) static SOURCE: Table = Table {
    name: "source",
    either: &[&["layout"], &["register"]],
    keys: &[
        key("title", Local, Always),
        key("provider", Local, Always),
        key("legal-basis", Local, Always),
        key("method", Local, Always),
        key("periodicity", Local, Always),
        key("due", Kind::Table(&DUE), Never),
        key("licence", Line, Never),
        key("attribution", Line, Never),
        key("address", Line, Never),
        key("protection", Word(&["already-public", "confidential"]), Never),
        key("periods", Word(&["year", "school-year", "reference-date"]), Never),
        key("day", Kind::Day, With("periods", &["reference-date"])),
        key("uncertainty", Word(&["none", "small-numbers", "survey"]), Never),
        key("design-effect", Kind::Decimal(1, 10_000), OnlyWith("uncertainty", &["survey"])),
        key("measure", tables(&Kind::Table(&MEASURE)), Always),
        key("delivered", Kind::Table(&DELIVERED), Never),
        key("layout", Kind::Table(&LAYOUT), Never),
        key("register", Kind::Table(&REGISTER), Never),
    ],
};

static DUE: Table = table("due", &[key("day", Kind::Day, Always), key("every", Kind::Whole(1, 20), Never)]);

static MEASURE: Table = table(
    "measure",
    &[
        key("name", Kind::Name(Name::Measure), Always),
        key("title", Local, Always),
        key("unit", Local, Always),
        key("kind", Word(&["count", "sum", "figure"]), Always),
        // The exact numbers of releases have at most nine places.
        key("decimals", Kind::Whole(0, 9), Never),
        key("counted-by", Kind::Name(Name::Measure), OnlyWith("kind", &["sum", "figure"])),
        key("standard-error", Kind::Name(Name::Measure), OnlyWith("kind", &["sum", "figure"])),
    ],
);

/// What the deliverer has done to the figures.
static DELIVERED: Table = table(
    "delivered",
    &[
        key("signs", Word(&["suppressed"]), Never),
        key("minimum-frequency", Kind::Whole(1, 10_000), OnlyWith("signs", &["suppressed"])),
        key("rounded-to", Kind::Whole(2, 1_000), Never),
        key("noise", Kind::Table(&DELIVERED_NOISE), Never),
    ],
);

static DELIVERED_NOISE: Table = table(
    "delivered-noise",
    &[key("variance", Kind::Decimal(0, 1_000), Always), key("bound", Kind::Whole(1, 1_000), Always)],
);

/// What may stand instead of a number, or beside one.
pub(crate) const SIGNS: &[&str] = &[
    "nothing",
    "withheld",
    "unreliable",
    "pending",
    "senseless",
    "provisional",
    "revised",
    "estimated",
    "uncertain",
    "missing",
];

static LAYOUT: Table = table(
    "layout",
    &[
        key("format", Word(&["csv", "xlsx", "parquet"]), Always),
        key("encoding", Word(&["utf-8", "windows-1252", "iso-8859-15"]), OnlyWith("format", &["csv"])),
        key("delimiter", Word(&[";", ",", "\t", "|"]), OnlyWith("format", &["csv"])),
        key("sheet", Line, OnlyWith("format", &["xlsx"])),
        key("skip-rows", Kind::Whole(0, 10_000), OnlyWith("format", &["csv", "xlsx"])),
        key("head-rows", Kind::Whole(1, 10), OnlyWith("format", &["csv", "xlsx"])),
        key("ends-before", Line, OnlyWith("format", &["csv", "xlsx"])),
        key("decimal", Word(&[",", "."]), Never),
        key("thousands", Word(&[".", " ", "'", ","]), Never),
        key("signs", Map(&Word(SIGNS)), Never),
        key("absent", Word(&["missing", "zero"]), Never),
        key("only", ONLY, Never),
        key("other-columns", Word(&["remark", "ignore"]), Never),
        key("column", tables(&Kind::Table(&COLUMN)), Always),
    ],
);

static COLUMN: Table = table(
    "column",
    &[
        key("head", Line, Always),
        key("is", Word(&["area", "period", "category", "groups", "measure", "figure", "ignored"]), Always),
        key("variable", Kind::Name(Name::Variable), With("is", &["category"])),
        key("groups", Map(&Group), With("is", &["groups"])),
        key("measure", Kind::Name(Name::Measure), With("is", &["measure"])),
        key("of", Group, OnlyWith("is", &["measure"])),
        key("whole", List(&Kind::Name(Name::Variable)), OnlyWith("is", &["measure"])),
        key("numerator", Line, With("is", &["figure"])),
        key("denominator", Line, With("is", &["figure"])),
        key("per", Kind::Whole(1, 1_000_000), OnlyWith("is", &["figure"])),
        key("only", ONLY, Never),
        key("optional", Boolean, Never),
    ],
);

/// `open/fields/<field>/field.toml`
pub(crate) static FIELD: Table = table(
    "field",
    &[key("title", Local, Always), key("about", Local, Always), key("order", Kind::Whole(0, 10_000), Never)],
);

const FRACTIONS: &[&str] = &["share", "rate", "ratio", "mean"];

/// `open/fields/<field>/<indicator>.toml`
pub(crate) static INDICATOR: Table = table(
    "indicator",
    &[
        key("title", Local, Always),
        key("question", Local, Core),
        key("reason", Local, Core),
        key("reading", Local, Always),
        key("definition", Local, Always),
        key("limits", Local, Always),
        key("kind", Word(&["count", "share", "rate", "ratio", "mean", "dissimilarity", "diversity", "given"]), Always),
        key("numerator", Kind::Table(&QUANTITY), With("kind", FRACTIONS)),
        key("denominator", Kind::Table(&QUANTITY), With("kind", FRACTIONS)),
        key("per", Kind::Whole(1, 1_000_000), OnlyWith("kind", &["rate"])),
        key("of", Kind::Table(&QUANTITY), With("kind", &["count", "given", "diversity"])),
        key("group", Kind::Table(&QUANTITY), With("kind", &["dissimilarity"])),
        key("reference", Kind::Table(&QUANTITY), With("kind", &["dissimilarity"])),
        key("across", Kind::Name(Name::Level), With("kind", &["dissimilarity"])),
        key("by", Kind::Name(Name::Variable), With("kind", &["diversity"])),
        key("unit", Local, Unless("kind", &["share"])),
        key("decimals", Kind::Whole(0, 6), Never),
        key("breakdowns", List(&List(&Kind::Name(Name::Variable))), Never),
        key("levels", List(&Kind::Name(Name::Level)), Never),
        key("breaks", tables(&Kind::Table(&BREAK)), Never),
        key("polarity", Word(&["higher-better", "lower-better", "none"]), Always),
        key("perspective", Word(&["strength", "deficit", "context"]), Always),
        key("steering", Word(&["own", "shared", "none"]), Always),
        key("effort", Word(&["low", "medium", "high"]), Always),
        key("core", Boolean, Never),
        key("order", Kind::Whole(0, 10_000), Never),
        key("reliable-minimum", Kind::Whole(0, 1_000_000), Never),
        key("retired", Kind::Table(&reviews::RETIRED), Never),
    ],
);

static BREAK: Table = table("break", &[key("period", Kind::Period, Always), key("reason", Local, Always)]);

static QUANTITY: Table =
    table("quantity", &[key("measure", Kind::Name(Name::MeasureKey), Always), key("of", Group, Never)]);

/// `open/editions/<edition>/edition.toml`
pub(crate) static EDITION: Table = table(
    "edition",
    &[
        key("title", Local, Always),
        key("audience", Word(&["administration", "council", "public"]), Never),
        key("readers", Local, Never),
        key("languages", LANGUAGES, Never),
        key("core-only", Boolean, Never),
        key("fields", LINES, Never),
        key("finest-level", Kind::Name(Name::Level), Never),
        key("design", Kind::Table(&DESIGN), Never),
        key("contact", Local, Never),
        key("licence", Line, Never),
        key("address", Line, Never),
        key("follows", Kind::Name(Name::Edition), Never),
        key("review", Boolean, Never),
        key("report", Word(&["full", "short", "none"]), Never),
        key("foreword", Local, Never),
        key("paper", Kind::Table(&PAPER), Never),
        key("embargo", Kind::Date, Never),
        key("signed-off", Kind::Table(&SIGNED_OFF), Never),
        key("texts-read", Kind::Table(&TEXTS_READ), Never),
        key("override", tables(&Kind::Table(&OVERRIDE)), Never),
    ],
);

static SIGNED_OFF: Table = table("signed-off", &[key("by", Local, Always), key("on", Kind::Date, Always)]);

static TEXTS_READ: Table = table("texts-read", &[key("by", Local, Always), key("on", Kind::Date, Always)]);

/// `[[override]]`: a point of the gate that someone lets pass.
static OVERRIDE: Table = table(
    "override",
    &[
        key(
            "check",
            Word(&[
                "embargo",
                "signed-off",
                "references",
                "interpretations",
                "targets",
                "balance",
                "plain-language",
                "texts",
                "remarks",
            ]),
            Always,
        ),
        key("reason", Local, Always),
        key("by", Local, Always),
        key("on", Kind::Date, Always),
    ],
);

/// `[paper]`: what a committee is asked.
static PAPER: Table = table(
    "paper",
    &[
        key("number", Line, Never),
        key("date", Kind::Date, Never),
        key("subject", Local, Always),
        key("financial-effects", Local, Never),
        key("decisions", List(&Local), Never),
    ],
);
