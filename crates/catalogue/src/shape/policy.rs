//! The shape of `shielded/policy.toml`.

use super::{
    Key, Kind, Name,
    Needed::{Always, Never, With},
    Table,
    definitions::{key, table},
};

use Kind::{Boolean, Decimal, List, Map, Whole, Word};

/// `shielded/policy.toml`
pub(crate) static POLICY: Table = table(
    "policy",
    &[
        key("audiences", List(&AUDIENCE), Never),
        key("default", Kind::Table(&DEFAULT), Never),
        key("rule", List(&Kind::Table(&EXCEPTION)), Never),
        key("coarsen", List(&Kind::Table(&COARSENING)), Never),
        key("engine", Word(&["embedded", "datafusion", "ballista"]), Never),
        key("scheduler", Kind::Line, With("engine", &["ballista"])),
    ],
);

/// From the widest to the narrowest, as the audiences of editions.
pub(crate) const AUDIENCES: &[&str] = &["public", "council", "administration"];
const AUDIENCE: Kind = Word(AUDIENCES);

/// The keys of `[[rule]]`: first whom and what it is for, then what `[default]` may say, too.
///
/// `noise` and `rounding-base` go with one method only. That cannot be said here, since the method may stand in
/// another section.
const KEYS: &[Key] = &[
    key("source", Kind::Name(Name::Source), Never),
    key("audience", AUDIENCE, Never),
    key("method", Word(&["suppression", "cell-key", "rounding", "refusal"]), Never),
    key("minimum-frequency", Whole(1, 10_000), Never),
    key("zeros", Word(&["shown", "protected"]), Never),
    key("attacker", Word(&["linear", "non-negative", "positive"]), Never),
    key("complement", Boolean, Never),
    key("group-disclosure", List(&Kind::Name(Name::Variable)), Never),
    key("minimum-population", Whole(0, 10_000_000), Never),
    key("rounding-base", Kind::OneOf(&[3, 5]), Never),
    key("dominance", Kind::Table(&DOMINANCE), Never),
    key("p-percent", Whole(1, 100), Never),
    key("years", Word(&["apart", "together"]), Never),
    key("loss", Map(&Whole(0, 100)), Never),
    key("noise", Kind::Table(&NOISE), Never),
];

/// What `[default]` may say: all but whom and what it is for.
pub(crate) const RULES: &[Key] = KEYS.split_at(2).1;

static DEFAULT: Table = table("rules", RULES);
static EXCEPTION: Table = table("rules", KEYS);

static DOMINANCE: Table = table("dominance", &[key("n", Whole(1, 10), Always), key("k", Whole(1, 99), Always)]);

static NOISE: Table = table(
    "noise",
    &[
        key("variance", Decimal(0, 1_000), Never),
        key("bound", Whole(1, 1_000), Never),
        key("no-results-up-to", Whole(0, 100), Never),
    ],
);

static COARSENING: Table = table(
    "coarsen",
    &[
        key("measure", Kind::Name(Name::MeasureKey), Always),
        key("by", List(&Kind::Name(Name::Variable)), Always),
        key("level", Kind::Name(Name::Level), Always),
        key("how", Word(&["up-a-level", "drop", "merge"]), Always),
        key("variable", Kind::Name(Name::Variable), With("how", &["drop", "merge"])),
    ],
);
