//! Who holds what, and how the files are laid out.

use std::collections::BTreeMap;

use super::{Group, LocalText, Register};
use crate::names::{MeasureName, SourceName, VariableName};

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
    /// Until when they are expected.
    pub due: Option<Due>,
    /// Licence of the source.
    pub licence: Option<String>,
    /// How the source wants to be named.
    pub attribution: Option<String>,
    /// Where the source is published.
    pub address: Option<String>,
    /// What protects its figures.
    pub protection: Protection,
    /// What the deliverer has done to the figures before handing them over, if anything is known: its rule binds these
    /// data.
    pub delivered: Option<Delivered>,
    /// What a period of this source is.
    pub periods: PeriodKind,
    /// How uncertain its figures are.
    pub uncertainty: Uncertainty,
    /// What it counts.
    pub measures: Vec<Measure>,
    /// How its files are laid out.
    pub layout: Layout,
    /// What is counted from them if they are extracts of the population register; the layout is empty then.
    pub register: Option<Register>,
}

/// Until when a delivery is expected: a day of the year after the period of which it speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Due {
    /// Month.
    pub month: u8,
    /// Day of the month.
    pub day: u8,
    /// Years from one period to the next.
    pub every: u8,
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

/// What the deliverer has done to the figures of a source.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Delivered {
    /// Cells that arrive with the sign [`Sign::Withheld`] were suppressed, and the deliverer shows counts from this
    /// one on (beside zeros). A suppressed cell may hold a smaller count, or a larger one that covers it. `None`:
    /// such a cell is just not known.
    pub suppressed_below: Option<u32>,
    /// Counts were rounded to the nearest multiple of this.
    pub rounded_to: Option<u32>,
    /// Noise was added to the counts.
    pub noise: Option<DeliveredNoise>,
}

/// Noise that a deliverer has added to counts, such as by the cell key method. Its mean is 0.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct DeliveredNoise {
    /// Its variance, above 0 and at most the square of the bound.
    pub variance: f64,
    /// No noise is larger than this.
    pub bound: u32,
}

/// How uncertain the figures of a source are.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub enum Uncertainty {
    /// Nothing is said about chance: the figures are what they are.
    None,
    /// Full enumeration: what was counted could as well have been a little more or less. The default.
    #[default]
    SmallNumbers,
    /// A sample. Standard errors that were delivered are used; otherwise counts of people asked, as of a simple random
    /// sample of as many divided by the design effect (Kish 1965).
    Survey {
        /// The design effect, 1 or more.
        design_effect: f64,
    },
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
    /// For sums and figures: the measure that holds the standard error of each, if the source delivers it.
    pub standard_error: Option<MeasureName>,
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
