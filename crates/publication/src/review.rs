//! The review of the set of indicators: what their series and what people recorded say about each of them, a proposal
//! by plain rules, the balance of the set, its gaps, and its change log.
//!
//! Everything is computed from released values and from definitions. A proposal is a hint with its reasons and never a
//! decision; there is no score, only which of the named criteria are met.

mod effort;
mod form;
mod propose;
pub(crate) mod say;
mod series;
mod set;
#[cfg(test)]
mod tests;

use catalogue::{
    Catalogue,
    model::{Clarity, Understanding},
    names::IndicatorName,
};

use crate::{assess::Assessments, measure::Measures};

pub use effort::{Spent, spent};
pub use form::form;
pub use propose::{Criterion, Met, Proposal, Reason};
pub use series::{Alike, Moves, Presence, Spread};
pub use set::{Aspect, Balance, Entry, Gaps, Logged, balance, editions, gaps, log};

/// Two indicators run alike from this rank correlation of their yearly changes on, whatever its sign.
pub const ALIKE: f64 = 0.9;
/// … and with at least so many common changes.
pub const COMMON_CHANGES: usize = 8;
/// An indicator is complete if at least this portion of its periods is there.
pub const COMPLETE: f64 = 0.8;
/// … and at most this portion of its figures is withheld.
pub const WITHHELD: f64 = 1.0 / 3.0;
/// It is understood well if this portion of readers answered rightly …
pub const WELL: f64 = 0.75;
/// … and in part from this one on.
pub const PARTLY: f64 = 0.5;
/// Fewer answers tell nothing.
pub const ANSWERS: u32 = 5;
/// With a high effort and no more than so many criteria met, an indicator is worth changing.
pub const FEW_CRITERIA: usize = 2;

/// What is known of each current indicator, in the order of the pages.
#[derive(Debug, Clone, PartialEq)]
pub struct Reviewed {
    /// The year of the newest review that people recorded.
    pub year: Option<i16>,
    /// The current indicators.
    pub indicators: Vec<Examined>,
}

/// What is known of an indicator.
#[derive(Debug, Clone, PartialEq)]
pub struct Examined {
    /// The indicator.
    pub indicator: IndicatorName,
    /// Whether its figures move beyond noise.
    pub moves: Moves,
    /// How far its figures for everyone reach, in its unit.
    pub spread: Option<Spread>,
    /// Which figures are there, and how new they are.
    pub presence: Presence,
    /// Indicators that run alike; nothing if that cannot be told.
    pub alike: Option<Vec<Alike>>,
    /// What it cost in the cycle, with its part of what its sources cost.
    pub spent: Spent,
    /// Which of the criteria it meets.
    pub criteria: [(Criterion, Met); Criterion::ALL.len()],
    /// What is proposed.
    pub proposal: Proposal,
    /// Why; empty if nothing speaks against keeping it.
    pub reasons: Vec<Reason>,
}

impl Examined {
    /// How many criteria are met.
    pub fn met(&self) -> usize {
        self.criteria.iter().filter(|(_, met)| *met == Met::Yes).count()
    }

    /// Of how many criteria nothing is known.
    pub fn unknown(&self) -> usize {
        self.criteria.iter().filter(|(_, met)| *met == Met::Unknown).count()
    }
}

/// Reviews all indicators that are not retired.
///
/// `assessments` must be those of `measures`. What people recorded is taken from the newest review.
pub fn review(catalogue: &Catalogue, measures: &Measures, assessments: &Assessments) -> Reviewed {
    let newest = catalogue.reviews.last_key_value();
    let current: Vec<_> = catalogue.current().collect();
    let mut indicators: Vec<Examined> = Vec::new();
    for indicator in &current {
        let record = newest.and_then(|(_, review)| review.record(&indicator.name));
        let presence = series::presence(catalogue, measures, assessments, indicator);
        let alike = series::alike(catalogue, measures, indicator, &current);
        let moves = series::moves(catalogue, assessments, indicator);
        let criteria = propose::criteria(indicator, moves, &presence, alike.as_deref(), record);
        indicators.push(Examined {
            indicator: indicator.name.clone(),
            moves,
            spread: series::spread(catalogue, measures, indicator),
            presence,
            alike,
            spent: spent(catalogue, newest.map(|(_, review)| review), indicator),
            criteria,
            proposal: Proposal::Keep,
            reasons: Vec::new(),
        });
    }
    // Whether one of two that run alike could go depends on what is known of the other.
    let proposed: Vec<_> =
        current.iter().enumerate().map(|(place, indicator)| propose::propose(indicator, place, &indicators)).collect();
    for (examined, (proposal, reasons)) in indicators.iter_mut().zip(proposed) {
        (examined.proposal, examined.reasons) = (proposal, reasons);
    }
    Reviewed { year: newest.map(|(year, _)| *year), indicators }
}

/// How well an indicator is understood; nothing if too few were asked.
pub fn clarity(found: Understanding) -> Option<Clarity> {
    match found {
        Understanding::Judged(clarity) => Some(clarity),
        Understanding::Answered { asked, .. } if asked < ANSWERS => None,
        Understanding::Answered { asked, right } => Some(match f64::from(right) / f64::from(asked) {
            share if share >= WELL => Clarity::Well,
            share if share >= PARTLY => Clarity::Partly,
            _ => Clarity::Poorly,
        }),
    }
}
