//! What may stand in the definition files: one description, from which files are checked ([`check`]) and the JSON
//! Schemas for editors are made ([`schema`]), so that the two cannot differ.

pub(crate) mod answers;
pub(crate) mod check;
pub(crate) mod concepts;
pub(crate) mod corrections;
pub(crate) mod definitions;
pub(crate) mod goals;
pub(crate) mod language;
pub(crate) mod policy;
pub(crate) mod register;
pub(crate) mod reviews;
pub(crate) mod schema;

/// The keys of a table.
#[derive(Debug)]
pub(crate) struct Table {
    /// Its name; `key-<table>-<key>` is the Fluent message that explains a key.
    pub(crate) name: &'static str,
    /// Its keys in the order in which people write them.
    pub(crate) keys: &'static [Key],
    /// If not empty: exactly one of these sets of keys must stand.
    pub(crate) either: &'static [&'static [&'static str]],
}

/// A key of a table.
#[derive(Debug)]
pub(crate) struct Key {
    pub(crate) name: &'static str,
    pub(crate) kind: Kind,
    pub(crate) needed: Needed,
}

/// When a key must stand.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Needed {
    /// Always.
    Always,
    /// It may be left out.
    Never,
    /// If another key has one of these words; otherwise it has no place.
    With(&'static str, &'static [&'static str]),
    /// Never; and it has a place only if another key has one of these words.
    OnlyWith(&'static str, &'static [&'static str]),
    /// Unless another key has one of these words.
    Unless(&'static str, &'static [&'static str]),
    /// If the indicator is core.
    Core,
}

/// What the value of a key is.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Kind {
    /// Text in each language: `de`, `en`.
    Local,
    /// A line of text.
    Line,
    /// True or false.
    Boolean,
    /// A whole number between these two.
    Whole(i64, i64),
    /// One of these whole numbers.
    OneOf(&'static [i64]),
    /// A number, with decimals or without, between these two.
    Decimal(i64, i64),
    /// One of these words.
    Word(&'static [&'static str]),
    /// A period.
    Period,
    /// A day of the year: `12-31`.
    Day,
    /// A day: `2024-12-31`.
    Date,
    /// A name of this kind.
    Name(Name),
    /// A list.
    List(&'static Kind),
    /// A table with free keys.
    Map(&'static Kind),
    /// A table of variables and categories.
    Group,
    /// A table.
    Table(&'static Table),
}

/// Kinds of names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Name {
    Area,
    Level,
    Concept,
    Version,
    Variable,
    Category,
    Source,
    Measure,
    MeasureKey,
    Indicator,
    Objective,
    Target,
    Term,
    Edition,
}

impl Name {
    /// What to write instead of a malformed name, where there is something near; `Ok` if the name is well formed.
    pub(crate) fn check(self, text: &str) -> Result<(), Option<String>> {
        use crate::names::{
            AreaCode, CategoryCode, ConceptName, EditionName, IndicatorName, LevelName, MeasureKey, MeasureName,
            ObjectiveName, SourceName, TargetName, TermName, VariableName, VersionName,
        };
        match self {
            Name::Area => text.parse::<AreaCode>().map(drop),
            Name::Level => text.parse::<LevelName>().map(drop),
            Name::Concept => text.parse::<ConceptName>().map(drop),
            Name::Version => text.parse::<VersionName>().map(drop),
            Name::Variable => text.parse::<VariableName>().map(drop),
            Name::Category => text.parse::<CategoryCode>().map(drop),
            Name::Source => text.parse::<SourceName>().map(drop),
            Name::Measure => text.parse::<MeasureName>().map(drop),
            Name::MeasureKey => text.parse::<MeasureKey>().map(drop),
            Name::Indicator => text.parse::<IndicatorName>().map(drop),
            Name::Objective => text.parse::<ObjectiveName>().map(drop),
            Name::Target => text.parse::<TargetName>().map(drop),
            Name::Term => text.parse::<TermName>().map(drop),
            Name::Edition => text.parse::<EditionName>().map(drop),
        }
        .map_err(|error| error.suggestion.filter(|suggestion| suggestion != text))
    }
}
