//! Design-based estimates from surveys: weights, strata, clusters, replicate weights, and the at-risk-of-poverty rate.
//!
//! The answers agree with the R packages survey and laeken (`oracle/survey.csv`, `oracle/poverty.csv`).

mod design;
mod poverty;
mod replicates;

pub use design::{Design, Lonely};
pub use poverty::{Poverty, at_risk_of_poverty, weighted_quantile};
pub use replicates::{Centre, Replication, jackknife_weights, replicate, replicate_error};

use crate::{
    Confidence, Estimate, Interval, Mistake, count, distribution::t_quantile, finite, mean_from_error, positive,
};

/// An estimate from a survey.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Surveyed {
    /// The value.
    pub value: f64,
    /// Its standard error, in the same unit.
    pub standard_error: f64,
    /// The degrees of freedom of the standard error: clusters minus strata.
    pub degrees: f64,
}

impl Surveyed {
    /// The value with Student's interval. For means and totals.
    ///
    /// # Errors
    /// [`Mistake::NothingBelow`] where no degree of freedom is left.
    pub fn estimate(&self, confidence: Confidence) -> Result<Estimate, Mistake> {
        mean_from_error(self.value, self.standard_error, Some(self.degrees), confidence)
    }

    /// A share with an interval on the logit scale, which stays between 0 and 1: logit p ± t · se / (p(1−p)) (Korn and
    /// Graubard 1999, *Analysis of Health Surveys*; `svyciprop` with method "logit").
    ///
    /// # Errors
    /// [`Mistake::NoVariation`] where the share is 0 or 1, [`Mistake::Probability`] where it is none.
    pub fn share(&self, confidence: Confidence) -> Result<Estimate, Mistake> {
        let p = finite(self.value)?;
        if !(0.0..=1.0).contains(&p) {
            return Err(Mistake::Probability);
        }
        if p == 0.0 || p == 1.0 {
            return Err(Mistake::NoVariation);
        }
        let t = t_quantile(1.0 - 0.5 * confidence.alpha(), self.degrees)?;
        let half = t * count(self.standard_error)? / (p * (1.0 - p));
        let logit = libm::log(p / (1.0 - p));
        let share = |x: f64| 1.0 / (1.0 + libm::exp(-x));
        Estimate::settled(p, Interval { lower: share(logit - half), upper: share(logit + half) })
    }

    /// For a share: how many people asked at random would give this standard error, p(1−p)/se². With it, methods for
    /// counts apply, such as [`crate::wilson`].
    ///
    /// # Errors
    /// [`Mistake::NothingBelow`] where the standard error is zero, [`Mistake::Probability`] where the value is no share.
    pub fn effective_number(&self) -> Result<f64, Mistake> {
        if !(0.0..=1.0).contains(&self.value) {
            return Err(Mistake::Probability);
        }
        finite(self.value * (1.0 - self.value) / positive(self.standard_error * self.standard_error)?)
    }
}
