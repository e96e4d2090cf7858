//! What can honestly be said about figures: how certain they are, whether they differ, whether they move, how far they
//! are from what was agreed.
//!
//! Plain numbers go in, plain numbers come out. The crate knows no indicator, no release, no file and no words. It asks
//! no clock and draws no random number but from a declared seed, and its elementary functions are the portable ones of
//! `libm`, so that the same input gives the same output on every machine.
//!
//! ```
//! use statistics::{Confidence, Reason, Verdict, judge, share_difference, wilson};
//!
//! // 63 of 210 young people here, 96 of 240 there.
//! let here = wilson(63.0, 210.0, Confidence::P95)?;
//! assert!((here.interval.lower - 0.2421).abs() < 1e-4 && (here.interval.upper - 0.3652).abs() < 1e-4);
//!
//! let family = [Ok(share_difference(63.0, 210.0, 96.0, 240.0, Confidence::P95)?), Err(Reason::Withheld)];
//! let verdicts = judge(&family, 0.05)?;
//! assert!(matches!(verdicts[0], Verdict::Different(_)));
//! assert_eq!(verdicts[1], Verdict::CannotBeJudged(Reason::Withheld));
//! # Ok::<(), statistics::Mistake>(())
//! ```
//!
//! # Conventions
//!
//! * Shares are numbers from 0 to 1, not per cent. Rates are events per unit of exposure, in the caller's unit. Times
//!   are years; a fraction of a year is a fraction.
//! * Counts are `f64` because released counts may be weighted or estimated; each function refuses what is negative, not
//!   finite or otherwise impossible with a [`Mistake`], and none panics.
//! * An [`Estimate`] is a value with its interval. Every interval contains its value.
//! * Counts from full enumerations have no sampling error. Their intervals here describe the randomness of small
//!   numbers: what could as well have been counted under the same conditions. Whether that model applies is said by the
//!   source, not by this crate.

mod arrival;
mod compare;
mod convergence;
mod coverage;
mod dissimilarity;
mod distribution;
mod diversity;
mod family;
mod imprecision;
mod interval;
mod kendall;
mod mean;
mod outcome;
mod overlap;
mod random;
mod ratio;
mod regression;
mod sen;
mod series;
mod share;
mod spearman;
mod special;
pub mod survey;
mod target;
pub mod warning;

pub use arrival::{Arrival, arrival_by_model, arrival_by_slope};
pub use compare::{
    Comparison, difference, difference_correlated, mean_difference, rate_difference, share_difference, share_score_p,
};
pub use convergence::{Cause, Convergence, Gap, Polarity, Side, convergence};
pub use coverage::{
    RateMethod, ShareMethod, difference_found, rate_coverage, rate_difference_found, rate_method, rate_width,
    share_coverage, share_method, share_width,
};
pub use dissimilarity::{Bootstrap, dissimilarity, dissimilarity_estimate};
pub use distribution::{
    beta_cdf, beta_quantile, binomial_mass, chi_squared_cdf, chi_squared_quantile, gamma_cdf, gamma_quantile,
    normal_cdf, normal_quantile, poisson_mass, t_cdf, t_quantile,
};
pub use diversity::{shannon, simpson};
pub use family::{Reason, Verdict, benjamini_hochberg, judge};
pub use imprecision::{Imprecision, Widened, widen_count, widen_share};
pub use interval::{Confidence, Estimate, Interval};
pub use kendall::{Kendall, mann_kendall};
pub use mean::{mean, mean_from_error};
pub use outcome::{Assessed, Outcome, Rules, Sample, assess_rates, assess_shares, assess_values};
pub use overlap::{part_and_whole_means, part_and_whole_rates, part_and_whole_shares};
pub use random::Random;
pub use ratio::{rate_ratio_log, ratio, share_ratio_log};
pub use regression::{Link, Model, rate_trend, share_trend};
pub use sen::{Slope, theil_sen};
pub use series::{Point, last_segment};
pub use share::{clopper_pearson, rate, rate_byar, rate_exact, wilson};
pub use spearman::spearman;
pub use target::{Aim, Distance, Goal, Path, Standing, Status, relative_goal, standing};

/// What is wrong with the numbers that a function was given. It repeats none of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, thiserror::Error)]
pub enum Mistake {
    /// A number is not a number, infinite, or too large (counts above 10¹⁵), or the answer would be.
    #[error("a number is not finite or too large")]
    NotFinite,
    /// A count, weight, exposure or standard deviation below zero.
    #[error("a number is negative that cannot be")]
    Negative,
    /// Nothing stands in the denominator.
    #[error("the denominator is zero")]
    NothingBelow,
    /// A part is larger than its whole.
    #[error("a part is larger than its whole")]
    PartAboveWhole,
    /// A level of confidence, a probability or a share that is not between its bounds.
    #[error("a probability is out of bounds")]
    Probability,
    /// Lists that belong together have different lengths.
    #[error("lists that belong together have different lengths")]
    Lengths,
    /// There are fewer numbers than the method needs.
    #[error("there are too few numbers for this method")]
    TooFew,
    /// All values are the same, or one of the groups is empty, so that there is nothing to estimate from.
    #[error("the numbers do not vary")]
    NoVariation,
    /// Points in time that do not ascend.
    #[error("the points in time do not ascend")]
    Order,
    /// The bounds of an interval do not enclose its value.
    #[error("an interval does not contain its value")]
    Interval,
    /// The interval has no finite bound.
    #[error("the interval is unbounded")]
    Unbounded,
    /// An iteration did not come to an end.
    #[error("the estimation does not converge")]
    NotConverged,
    /// A stratum of a survey with a single cluster, where the caller asked to be told.
    #[error("a stratum has a single cluster")]
    SingleCluster,
}

/// The number, if it is finite.
fn finite(x: f64) -> Result<f64, Mistake> {
    if x.is_finite() { Ok(x) } else { Err(Mistake::NotFinite) }
}

/// Counts, weights and exposures above this are mistakes; whole numbers are exact up to here.
const LARGEST: f64 = 1e15;

/// The number, if it can be a count, weight, exposure or standard deviation.
fn count(x: f64) -> Result<f64, Mistake> {
    if finite(x)? < 0.0 {
        Err(Mistake::Negative)
    } else if x > LARGEST {
        Err(Mistake::NotFinite)
    } else {
        Ok(x)
    }
}

/// The number, if it can stand below a fraction line.
fn positive(x: f64) -> Result<f64, Mistake> {
    if count(x)? == 0.0 { Err(Mistake::NothingBelow) } else { Ok(x) }
}

/// A part and its whole, if they are that.
fn part_of(part: f64, whole: f64) -> Result<(f64, f64), Mistake> {
    let (part, whole) = (count(part)?, positive(whole)?);
    if part > whole { Err(Mistake::PartAboveWhole) } else { Ok((part, whole)) }
}
