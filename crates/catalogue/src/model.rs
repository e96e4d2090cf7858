//! What a monitoring is made of, once its definitions have been read. Plain data with public fields.

use std::collections::BTreeMap;

use words::Language;

use crate::{
    names::{
        AreaCode, CategoryCode, EditionName, FieldName, IndicatorName, LevelName, MeasureKey, MeasureName, SourceName,
        VariableName,
    },
    period::Period,
    prose::{Prose, Template},
};

/// All definitions of a monitoring.
#[derive(Debug, Clone)]
pub struct Catalogue {
    /// Name, purpose, languages.
    pub monitoring: Monitoring,
    /// Levels of areas, parents before children; the first is the municipality or county itself.
    pub levels: Vec<AreaLevel>,
    /// All areas, in the order of their levels and then of their codes.
    pub areas: Vec<Area>,
    /// Outlines of areas, as far as known.
    pub boundaries: Boundaries,
    /// What people are distinguished by.
    pub variables: BTreeMap<VariableName, Variable>,
    /// Who holds what.
    pub sources: BTreeMap<SourceName, Source>,
    /// Fields of action in the order of the pages.
    pub fields: Vec<Field>,
    /// Indicators in the order of the pages: by field, then by `order`, then by name.
    pub indicators: Vec<Indicator>,
    /// Texts in Markdown.
    pub texts: Texts,
    /// What is published for whom.
    pub editions: BTreeMap<EditionName, Edition>,
}

impl Catalogue {
    /// The area with this code.
    pub fn area(&self, code: &AreaCode) -> Option<&Area> {
        self.areas.iter().find(|area| area.code == *code)
    }

    /// The municipality or county itself. Reading holds that there is exactly one area at the first level.
    pub fn whole(&self) -> &Area {
        &self.areas[0]
    }

    /// The areas of a level.
    pub fn areas_of<'a>(&'a self, level: &'a LevelName) -> impl Iterator<Item = &'a Area> {
        self.areas.iter().filter(move |area| area.level == *level)
    }

    /// The indicator of this name.
    pub fn indicator(&self, name: &IndicatorName) -> Option<&Indicator> {
        self.indicators.iter().find(|indicator| indicator.name == *name)
    }

    /// The measure of this key.
    pub fn measure(&self, key: &MeasureKey) -> Option<&Measure> {
        self.sources.get(&key.source)?.measures.iter().find(|measure| measure.name == key.measure)
    }

    /// The indicators of a field, in the order of the pages.
    pub fn indicators_of<'a>(&'a self, field: &'a FieldName) -> impl Iterator<Item = &'a Indicator> {
        self.indicators.iter().filter(move |indicator| indicator.field == *field)
    }
}

/// Text in the languages of the monitoring; German always, English where written.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct LocalText {
    /// German.
    pub de: String,
    /// English.
    pub en: Option<String>,
}

impl LocalText {
    /// The text in this language, else in German.
    pub fn get(&self, language: Language) -> &str {
        match (language, &self.en) {
            (Language::En, Some(en)) => en,
            _ => &self.de,
        }
    }
}

/// The same, for things other than plain text.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Local<T> {
    /// German.
    pub de: T,
    /// English.
    pub en: Option<T>,
}

impl<T> Local<T> {
    /// The thing in this language, else in German.
    pub fn get(&self, language: Language) -> &T {
        match (language, &self.en) {
            (Language::En, Some(en)) => en,
            _ => &self.de,
        }
    }
}

/// `open/monitoring.toml`
#[derive(Debug, Clone)]
pub struct Monitoring {
    /// Name of the municipality or county.
    pub name: LocalText,
    /// Title of the monitoring.
    pub title: LocalText,
    /// Official key; the code of the one area at the first level.
    pub code: AreaCode,
    /// City or county.
    pub kind: MunicipalityKind,
    /// Programme.
    pub programme: Programme,
    /// Languages of the pages, the default first.
    pub languages: Vec<Language>,
    /// Why the municipality observes integration (R041).
    pub why: LocalText,
    /// How it goes about it (R042).
    pub how: LocalText,
    /// What is observed (R043).
    pub what: LocalText,
    /// Who the results are for.
    pub audiences: Vec<LocalText>,
    /// Publishing office.
    pub publisher: LocalText,
    /// Contact for questions, as text; may hold an e-mail address.
    pub contact: LocalText,
    /// Licence of the published figures, such as `dl-de/by-2-0`.
    pub licence: String,
    /// The sentence that says on every page that the data are synthetic.
    pub synthetic: Option<LocalText>,
    /// The base period of changes; without it, the first period of each series.
    pub base_period: Option<Period>,
    /// Figures over fewer persons (or households …) than this are shown as unreliable.
    pub reliable_minimum: u32,
}

/// City or county.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MunicipalityKind {
    /// City (or single municipality).
    City,
    /// County with member municipalities.
    County,
}

/// What is monitored.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Programme {
    /// Integration monitoring.
    Integration,
    /// Diversity monitoring.
    Diversity,
}

/// A level of areas, in `open/areas/levels.toml`.
#[derive(Debug, Clone)]
pub struct AreaLevel {
    /// Its name.
    pub name: LevelName,
    /// Singular: "Stadtbezirk".
    pub title: LocalText,
    /// Plural: "Stadtbezirke".
    pub plural: LocalText,
    /// The level above; none at the first.
    pub parent: Option<LevelName>,
    /// Whether pages and tables are made for it; levels that only lend their outlines are not.
    pub published: bool,
    /// Where the outlines come from.
    pub outlines: Outlines,
}

/// Where the outlines of a level come from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outlines {
    /// There are none.
    None,
    /// A GeoJSON file in `open/areas/`; the named property holds the area's code or alias.
    File {
        /// Name of the file.
        file: String,
        /// Name of the property.
        property: String,
    },
    /// Each area is the union of its children at this level.
    UnionOf(LevelName),
}

/// An area, in `open/areas/<level>.toml`.
#[derive(Debug, Clone)]
pub struct Area {
    /// Official or local key.
    pub code: AreaCode,
    /// Name.
    pub name: String,
    /// Level.
    pub level: LevelName,
    /// The area above.
    pub parent: Option<AreaCode>,
    /// How deliveries write it, beside code and name.
    pub aliases: Vec<String>,
    /// A residue such as "nicht zuzuordnen": counted in the whole, never compared, mapped or given a page.
    pub residue: bool,
    /// First period of validity.
    pub valid_from: Option<Period>,
    /// Last period of validity.
    pub valid_to: Option<Period>,
}

/// Outlines as longitude and latitude (WGS 84), by area.
#[derive(Debug, Clone, Default)]
pub struct Boundaries {
    /// Polygons of each area: rings of points, the outer ring first.
    pub polygons: BTreeMap<AreaCode, Vec<Vec<Ring>>>,
}

/// A closed ring of longitude and latitude.
pub type Ring = Vec<[f64; 2]>;

/// A variable with its code list, `open/variables/<name>.toml`.
#[derive(Debug, Clone)]
pub struct Variable {
    /// Its name.
    pub name: VariableName,
    /// Title.
    pub title: LocalText,
    /// Why people are distinguished by it: a contested choice, with reason (R036).
    pub reason: LocalText,
    /// How its categories are defined, in a sentence or two.
    pub definition: LocalText,
    /// What the whole is called: "insgesamt".
    pub whole: LocalText,
    /// How deliveries write the whole.
    pub whole_aliases: Vec<String>,
    /// Whether the categories add up to the whole.
    pub complete: bool,
    /// Categories in the order of the pages.
    pub categories: Vec<Category>,
}

impl Variable {
    /// The category with this code.
    pub fn category(&self, code: &CategoryCode) -> Option<&Category> {
        self.categories.iter().find(|category| category.code == *code)
    }
}

/// A category of a variable.
#[derive(Debug, Clone)]
pub struct Category {
    /// Its code.
    pub code: CategoryCode,
    /// Title, as a plain noun phrase: "Menschen mit ausländischer Staatsangehörigkeit" or short "ausländisch".
    pub title: LocalText,
    /// How deliveries write it, beside its code.
    pub aliases: Vec<String>,
    /// The broader category that it is part of.
    pub parent: Option<CategoryCode>,
}

/// A group of people: one category of each of some variables. Empty is the whole population. Sorted by variable.
pub type Group = BTreeMap<VariableName, CategoryCode>;

/// A source of data, `open/sources/<name>.toml`.
#[derive(Debug, Clone)]
pub struct Source {
    /// Its name.
    pub name: SourceName,
    /// Title.
    pub title: LocalText,
    /// Who holds the data.
    pub provider: LocalText,
    /// On which legal basis they are collected and handed over.
    pub legal_basis: LocalText,
    /// How they are collected and counted, with limits.
    pub method: LocalText,
    /// How often they come.
    pub periodicity: LocalText,
    /// Licence of the source.
    pub licence: Option<String>,
    /// How the source wants to be named.
    pub attribution: Option<String>,
    /// Where the source is published.
    pub address: Option<String>,
    /// What protects its figures.
    pub protection: Protection,
    /// What a period of this source is.
    pub periods: PeriodKind,
    /// What it counts.
    pub measures: Vec<Measure>,
    /// How its files are laid out.
    pub layout: Layout,
}

/// What protects the figures of a source.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Protection {
    /// The holder has published them already, cell by cell.
    AlreadyPublic,
    /// Not public: nothing passes but what disclosure control lets through. The default.
    #[default]
    Confidential,
}

/// What a period of a source is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PeriodKind {
    /// A calendar year, or the mean of a year.
    Year,
    /// The state at a reference date of the year (month, day).
    ReferenceDate(u8, u8),
    /// A school year, named by the calendar year in which it begins.
    SchoolYear,
}

/// What a source counts.
#[derive(Debug, Clone)]
pub struct Measure {
    /// Its name.
    pub name: MeasureName,
    /// Title: "Einwohner am Ort der Hauptwohnung".
    pub title: LocalText,
    /// What is counted: "Personen", "Haushalte", "Jahre".
    pub unit: LocalText,
    /// Count, sum or figure.
    pub kind: MeasureKind,
    /// Decimal places of the delivered numbers; they are kept exactly.
    pub decimals: u8,
    /// For sums and figures: the count of persons that stands behind each, which disclosure control looks at.
    pub counted_by: Option<MeasureName>,
}

/// Kinds of measures.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MeasureKind {
    /// A number of persons, households …; parts add up to their whole.
    Count,
    /// A sum of amounts (ages, square metres); parts add up to their whole.
    Sum,
    /// A figure that was computed by its source; nothing adds up.
    Figure,
}

/// How the files of a source are laid out (record layout).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Layout {
    /// File format.
    pub format: Format,
    /// Lines or rows above the head.
    pub skip_rows: u32,
    /// Rows of the head; merged and stacked heads are joined with " / ".
    pub head_rows: u32,
    /// A row whose first cell begins with this text ends the table.
    pub ends_before: Option<String>,
    /// Decimal sign.
    pub decimal: char,
    /// Thousands sign; a space stands for any kind of space.
    pub thousands: Option<char>,
    /// Signs of this source beside the official ones.
    pub signs: BTreeMap<String, Sign>,
    /// Whether a combination that is not delivered is zero (microdata, sparse tables) or missing.
    pub absent_is_zero: bool,
    /// Rows that are read: for each column by head, the texts one of which it must hold.
    pub only: BTreeMap<String, Vec<String>>,
    /// What the columns mean.
    pub columns: Vec<Column>,
    /// Whether columns that are not declared are passed over without a remark.
    pub other_columns_ignored: bool,
}

/// File formats.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Format {
    /// Character-separated text.
    Csv {
        /// Encoding; `None` is detected.
        encoding: Option<Encoding>,
        /// Delimiter; `None` is detected.
        delimiter: Option<char>,
    },
    /// A spreadsheet.
    Xlsx {
        /// Name of the sheet; `None` is the first.
        sheet: Option<String>,
    },
    /// Apache Parquet.
    Parquet,
}

/// Encodings of German office files.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Encoding {
    /// UTF-8, with or without byte order mark.
    Utf8,
    /// Windows-1252.
    Windows1252,
    /// ISO-8859-15.
    Iso885915,
}

/// What stands in a cell instead of a number, or a mark beside it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Sign {
    /// `–` `-`: nothing there, exactly zero.
    Nothing,
    /// `.` `•`: unknown or withheld.
    Withheld,
    /// `/`: not certain enough.
    Unreliable,
    /// `…` `...`: comes later.
    Pending,
    /// `x`: makes no sense here.
    Senseless,
    /// `p`: provisional.
    Provisional,
    /// `r`: revised.
    Revised,
    /// `s`: estimated.
    Estimated,
    /// `( )`: of limited certainty.
    Uncertain,
    /// An empty or declared cell that says nothing.
    Missing,
}

/// A column of a file and what it means. `head` may hold placeholders: `{period}` or `{citizenship}` match any
/// period or category and unpivot wide tables.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// Head as written in the file (case and spaces at the ends do not matter).
    pub head: String,
    /// What it means.
    pub role: Role,
    /// Rows for which it counts: for each column by head, the texts one of which it must hold.
    pub only: BTreeMap<String, Vec<String>>,
    /// Whether a file may lack it.
    pub optional: bool,
}

/// What a column means.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Role {
    /// The code, alias or name of an area.
    Area,
    /// A period.
    Period,
    /// A category of one variable.
    Category(VariableName),
    /// Texts that stand for groups over one or several variables.
    Groups(BTreeMap<String, Group>),
    /// Numbers of a measure.
    Measure {
        /// The measure.
        measure: MeasureName,
        /// Categories that the column itself stands for.
        of: Group,
        /// Variables of which it always gives the whole, whatever the row says.
        whole: Vec<VariableName>,
    },
    /// The figure as the source published it, to be compared with numerator and denominator.
    Figure {
        /// Head of the column of numerators.
        numerator: String,
        /// Head of the column of denominators.
        denominator: String,
        /// 100 for per cent, 1 for means.
        per: u32,
    },
    /// Not read.
    Ignored,
}

/// A field of action, `open/fields/<field>/field.toml`.
#[derive(Debug, Clone)]
pub struct Field {
    /// Its name.
    pub name: FieldName,
    /// Title.
    pub title: LocalText,
    /// What it is about and why it matters.
    pub about: LocalText,
    /// Place in the order of the pages.
    pub order: i64,
}

/// An indicator, `open/fields/<field>/<indicator>.toml`.
#[derive(Debug, Clone)]
pub struct Indicator {
    /// Its name, also its address.
    pub name: IndicatorName,
    /// The field of action it belongs to.
    pub field: FieldName,
    /// Title.
    pub title: LocalText,
    /// The question that it answers.
    pub question: Option<LocalText>,
    /// Why it is collected.
    pub reason: Option<LocalText>,
    /// One plain sentence with the numbers filled in: how to read the leading figure.
    pub reading: Local<Template>,
    /// What is counted, in words.
    pub definition: LocalText,
    /// What it cannot tell.
    pub limits: LocalText,
    /// How it is computed.
    pub kind: IndicatorKind,
    /// Unit as shown: "%", "je 1 000", "Jahre".
    pub unit: LocalText,
    /// Decimal places shown.
    pub decimals: u8,
    /// Breakdowns, each by one or several variables.
    pub breakdowns: Vec<Vec<VariableName>>,
    /// Levels for which it is computed.
    pub levels: Vec<LevelName>,
    /// Which direction is agreed to be better.
    pub polarity: Polarity,
    /// Strength, deficit or context.
    pub perspective: Perspective,
    /// Whether the municipality can steer it.
    pub steering: Steering,
    /// What it costs to collect.
    pub effort: Effort,
    /// Whether it belongs to the core set.
    pub core: bool,
    /// Place within the field.
    pub order: i64,
    /// Figures over fewer persons than this are shown as unreliable.
    pub reliable_minimum: u32,
}

impl Indicator {
    /// The numbers it is computed from, numerator (or the only one) first.
    pub fn quantities(&self) -> Vec<&Quantity> {
        self.kind.quantities()
    }
}

/// Numbers of a measure, for a part of its population.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Quantity {
    /// What is counted.
    pub measure: MeasureKey,
    /// Of whom.
    pub of: Group,
}

/// How an indicator is computed: a closed list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum IndicatorKind {
    /// A number of persons, households …
    Count {
        /// What is counted.
        of: Quantity,
    },
    /// Part of a whole, in per cent: 100 · numerator / denominator; the numerator is contained in the denominator.
    Share {
        /// The part.
        numerator: Quantity,
        /// The whole.
        denominator: Quantity,
    },
    /// `per` · numerator / denominator; the numerator need not be contained in the denominator.
    Rate {
        /// Cases.
        numerator: Quantity,
        /// Base.
        denominator: Quantity,
        /// 100, 1 000 …
        per: u32,
    },
    /// numerator / denominator.
    Ratio {
        /// What is compared.
        numerator: Quantity,
        /// With what.
        denominator: Quantity,
    },
    /// Sum / count.
    Mean {
        /// The sum.
        numerator: Quantity,
        /// The count.
        denominator: Quantity,
    },
    /// Segregation after Duncan and Duncan (1955): 50 · Σ |a/A − b/B| over the areas of a level.
    Dissimilarity {
        /// The one part of the population.
        group: Quantity,
        /// The other.
        reference: Quantity,
        /// The areas over which is summed.
        across: LevelName,
    },
    /// 1 − Σ share² over the categories of a variable (Simpson 1949).
    Diversity {
        /// What is counted.
        of: Quantity,
        /// The variable.
        by: VariableName,
    },
    /// Only the figure was delivered.
    Given {
        /// The figure.
        of: Quantity,
    },
}

impl IndicatorKind {
    /// The numbers it is computed from, numerator (or the only one) first.
    pub fn quantities(&self) -> Vec<&Quantity> {
        match self {
            IndicatorKind::Count { of } | IndicatorKind::Given { of } | IndicatorKind::Diversity { of, .. } => vec![of],
            IndicatorKind::Share { numerator, denominator }
            | IndicatorKind::Rate { numerator, denominator, .. }
            | IndicatorKind::Ratio { numerator, denominator }
            | IndicatorKind::Mean { numerator, denominator } => vec![numerator, denominator],
            IndicatorKind::Dissimilarity { group, reference, .. } => vec![group, reference],
        }
    }
}

/// Which direction is agreed to be better.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Polarity {
    /// More is better.
    HigherBetter,
    /// Less is better.
    LowerBetter,
    /// No judgement.
    None,
}

/// From which side an indicator looks (R020).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Perspective {
    /// A strength.
    Strength,
    /// A deficit.
    Deficit,
    /// Context, without judgement.
    Context,
}

/// Whether the municipality can steer what is shown (R070).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Steering {
    /// By itself.
    Own,
    /// Together with others.
    Shared,
    /// Not.
    None,
}

/// What it costs to collect an indicator (R067).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Effort {
    /// Hours.
    Low,
    /// Days.
    Medium,
    /// Weeks.
    High,
}

/// Texts in Markdown, `open/texts/`.
#[derive(Debug, Clone, Default)]
pub struct Texts {
    /// `understanding.<language>.md`: the understanding of integration (R045).
    pub understanding: Option<Local<Prose>>,
    /// `interpretation/<indicator>.<language>.md`
    pub interpretations: BTreeMap<IndicatorName, Local<Prose>>,
}

/// What is published for whom, `open/editions/<name>/edition.toml`.
#[derive(Debug, Clone)]
pub struct Edition {
    /// Its name.
    pub name: EditionName,
    /// Title.
    pub title: LocalText,
    /// Who it is for.
    pub audience: Audience,
    /// Languages, the default first.
    pub languages: Vec<Language>,
}

/// Audiences (R076).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Audience {
    /// Departments of the municipality.
    Administration,
    /// The council.
    Council,
    /// Everyone.
    Public,
}
