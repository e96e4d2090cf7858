//! Reviews of the set of indicators, `open/reviews/<year>.toml`, and indicators that were retired.

use super::LocalText;
use crate::{
    names::{IndicatorName, SourceName},
    period::Period,
};

/// What people recorded and decided about the set of indicators in one cycle.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Review {
    /// How the review went about it.
    pub about: Option<LocalText>,
    /// Who reviewed.
    pub responsible: Option<LocalText>,
    /// The day by which the next review is due.
    pub next: Option<Period>,
    /// What was recorded for each indicator, in the order of the file.
    pub records: Vec<Record>,
    /// What whole sources cost, whichever indicators are computed from them.
    pub sources: Vec<SourceEffort>,
}

impl Review {
    /// What was recorded for an indicator.
    pub fn record(&self, indicator: &IndicatorName) -> Option<&Record> {
        self.records.iter().find(|record| record.indicator == *indicator)
    }
}

/// What a source cost in a cycle: agreeing, fetching, checking, protecting its data.
#[derive(Debug, Clone, PartialEq)]
pub struct SourceEffort {
    /// The source.
    pub source: SourceName,
    /// Hours of work.
    pub hours: Option<f64>,
    /// Cost in euro, beside the hours.
    pub cost: Option<f64>,
}

/// What people recorded for an indicator. What is not recorded is not known.
#[derive(Debug, Clone, PartialEq)]
pub struct Record {
    /// The indicator.
    pub indicator: IndicatorName,
    /// Hours of work in the cycle.
    pub hours: Option<f64>,
    /// Cost in the cycle, in euro, beside the hours.
    pub cost: Option<f64>,
    /// Where it was used; empty if it was looked for and not found.
    pub uses: Option<Vec<Use>>,
    /// Whether it is understood.
    pub understood: Option<Understood>,
    /// What else should be known.
    pub note: Option<LocalText>,
    /// What people decided.
    pub decision: Option<Decision>,
}

/// A place in which an indicator was used.
#[derive(Debug, Clone, PartialEq)]
pub struct Use {
    /// What kind of place.
    pub kind: UseKind,
    /// Which one: a report, a meeting, a resolution.
    pub place: LocalText,
    /// The day.
    pub on: Option<Period>,
}

/// Kinds of places in which an indicator is used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum UseKind {
    /// It was cited in an interpretation.
    Interpretation,
    /// It was talked about.
    Discussion,
    /// A decision rests on it.
    Decision,
}

/// Whether an indicator is understood, and how that is known.
#[derive(Debug, Clone, PartialEq)]
pub struct Understood {
    /// What was found.
    pub found: Understanding,
    /// How that is known.
    pub source: LocalText,
}

/// What was found about how an indicator is understood.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Understanding {
    /// A judgement.
    Judged(Clarity),
    /// Readers were asked what it says.
    Answered {
        /// How many were asked.
        asked: u32,
        /// How many answered rightly; at most as many.
        right: u32,
    },
}

/// How well something is understood.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Clarity {
    /// Well.
    Well,
    /// In part.
    Partly,
    /// Poorly.
    Poorly,
}

/// What people decided about an indicator.
#[derive(Debug, Clone, PartialEq)]
pub struct Decision {
    /// What.
    pub what: Decided,
    /// Who.
    pub by: LocalText,
    /// The day.
    pub on: Period,
    /// Why.
    pub reason: LocalText,
}

/// What can be decided about an indicator.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Decided {
    /// It was taken into the set.
    Add,
    /// It stays as it is.
    Keep,
    /// It is changed.
    Change,
    /// It becomes part of another one.
    Merge(IndicatorName),
    /// It is no longer continued.
    Retire,
}

/// That an indicator is no longer continued. It stays readable.
#[derive(Debug, Clone, PartialEq)]
pub struct Retired {
    /// Since which day.
    pub on: Period,
    /// Why.
    pub reason: LocalText,
    /// The indicator that stands in its place.
    pub successor: Option<IndicatorName>,
}
