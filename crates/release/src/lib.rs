//! The sealed release: what has passed disclosure control, and nothing else.
//!
//! A release is opened by everyone in front of the wall. Its types have no room for the reason why a figure is
//! withheld. [`seal`] turns a release into the files of a folder that is never edited again, [`open`] turns such files
//! back and believes none of them, [`diff`] says what a later release changes. No file is touched here.

mod diff;
mod error;
mod id;
mod line;
mod manifest;
mod open;
mod seal;
mod store;

pub use diff::{Change, Diff, Entry, diff};
pub use error::OpenError;
pub use id::{IdError, ReleaseId};
pub use manifest::{FORMAT, Manifest, fingerprint};
pub use open::{Opened, open};
pub use seal::{Sealed, Sealing, seal};

use catalogue::{
    Period,
    names::{AreaCode, CategoryCode, MeasureKey, SourceName, VariableName},
};

/// A released set of tables.
#[derive(Debug, Clone, PartialEq)]
pub struct Release {
    /// Tables in the order of their keys.
    pub tables: Vec<Table>,
    /// For each source, which deliveries stand behind it, in words for people.
    pub deliveries: Vec<DeliveryNote>,
    /// The method that protected the tables of each source.
    pub protection: Vec<(SourceName, Protection)>,
}

/// How the figures of a source were protected. Which counts are too small, and against whom they are protected, stays
/// behind the wall; what changes the released figures themselves is said, because whoever compares them has to know.
///
/// What the office that delivered them had done before is no part of it: the release holds its definitions, and those
/// of the source say so.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Protection {
    /// Published by the source before.
    AlreadyPublic,
    /// A table that would show small counts is not released at all.
    Refusal,
    /// Single figures are withheld; all others are exact.
    Suppression,
    /// Each count holds a noise of its own (cell key method) with the mean 0; zeros stay zeros. Nothing adds up.
    CellKey {
        /// The variance of the noise, in thousandths of a squared count.
        variance_thousandths: u32,
        /// No noise is larger than this.
        bound: u32,
    },
    /// Counts, at least the small ones, are rounded to multiples of the base. Parts need not add up.
    Rounding {
        /// 3 or 5.
        base: u32,
    },
}

/// Which delivery stands behind the figures of a source and some periods.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct DeliveryNote {
    /// The source.
    pub source: SourceName,
    /// The day it was received, ISO 8601.
    pub received: String,
    /// First period that is taken from it.
    pub first: Period,
    /// Last period that is taken from it.
    pub last: Period,
}

/// What a table counts, and by what.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct TableKey {
    /// The measure and its source.
    pub measure: MeasureKey,
    /// The variables, sorted; none is the whole population.
    pub by: Vec<VariableName>,
}

/// A table: observations by area, period and group.
#[derive(Debug, Clone, PartialEq)]
pub struct Table {
    /// What it counts.
    pub key: TableKey,
    /// Rows sorted by area, period and group; a combination that was not delivered has no row.
    pub rows: Vec<Row>,
}

/// A row of a table.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// Where.
    pub area: AreaCode,
    /// When.
    pub period: Period,
    /// Of whom: one category for each variable of the table, `None` for the whole of that variable.
    pub categories: Vec<Option<CategoryCode>>,
    /// What was observed.
    pub observation: Observation,
}

/// A whole number of units of 10^-decimals: `Number { scaled: 227105, decimals: 1 }` is 22 710.5. Exact.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Number {
    /// The number without its point.
    pub scaled: i64,
    /// Places after the point, at most 9.
    pub decimals: u8,
}

impl Number {
    /// The nearest floating-point number.
    pub fn to_f64(self) -> f64 {
        self.scaled as f64 / 10_f64.powi(i32::from(self.decimals))
    }
}

/// An observation: a number with its mark, or an official sign.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Observation {
    /// A number.
    Value {
        /// The number.
        number: Number,
        /// What stands beside it.
        mark: Mark,
    },
    /// `–`: exactly nothing.
    Nothing,
    /// `.`: unknown or withheld; one case, on purpose.
    Withheld,
    /// `/`: not certain enough.
    Unreliable,
    /// `…`: comes later.
    Pending,
    /// `x`: makes no sense.
    Senseless,
}

/// What stands beside a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub enum Mark {
    /// Nothing.
    #[default]
    None,
    /// `p`
    Provisional,
    /// `r`
    Revised,
    /// `s`
    Estimated,
    /// `( )`: of limited certainty.
    Uncertain,
}

impl Release {
    /// The table with this key.
    pub fn table(&self, key: &TableKey) -> Option<&Table> {
        self.tables.binary_search_by(|table| table.key.cmp(key)).ok().map(|place| &self.tables[place])
    }
}

impl Table {
    /// The observation of an area, a period and a group; `categories` in the order of the key's variables.
    pub fn observation(
        &self,
        area: &AreaCode,
        period: Period,
        categories: &[Option<CategoryCode>],
    ) -> Option<Observation> {
        self.rows
            .binary_search_by(|row| {
                row.area
                    .cmp(area)
                    .then_with(|| row.period.cmp(&period))
                    .then_with(|| row.categories[..].cmp(categories))
            })
            .ok()
            .map(|place| self.rows[place].observation)
    }
}
