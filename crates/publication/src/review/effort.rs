//! What an indicator costs.

use catalogue::{
    Catalogue,
    model::{Indicator, Review},
    names::SourceName,
};

use crate::measure::sources;

/// Hours and euro in a cycle, as far as they were recorded.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Spent {
    /// Hours of work.
    pub hours: Option<f64>,
    /// Cost in euro, beside the hours.
    pub cost: Option<f64>,
}

/// What an indicator cost: what was recorded for itself, and of each of its sources an equal part with all other current
/// indicators that are computed from it.
pub fn spent(catalogue: &Catalogue, review: Option<&Review>, indicator: &Indicator) -> Spent {
    let Some(review) = review else { return Spent::default() };
    let own = review.record(&indicator.name).map(|record| (record.hours, record.cost));
    let of_sources =
        review.sources.iter().filter(|source| sources(indicator).contains(&&source.source)).map(|source| {
            let part = 1.0 / sharing(catalogue, &source.source).max(1) as f64;
            (source.hours.map(|hours| hours * part), source.cost.map(|cost| cost * part))
        });
    own.into_iter().chain(of_sources).fold(Spent::default(), |sum, (hours, cost)| Spent {
        hours: plus(sum.hours, hours),
        cost: plus(sum.cost, cost),
    })
}

/// How many current indicators are computed from a source.
fn sharing(catalogue: &Catalogue, source: &SourceName) -> usize {
    catalogue.current().filter(|indicator| sources(indicator).contains(&source)).count()
}

/// What is known of a sum.
fn plus(sum: Option<f64>, more: Option<f64>) -> Option<f64> {
    match (sum, more) {
        (Some(sum), Some(more)) => Some(sum + more),
        (known, other) => known.or(other),
    }
}
