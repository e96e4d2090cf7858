//! Intervals of means.

use crate::{Confidence, Estimate, Interval, Mistake, count, distribution::t_quantile, finite, positive};

/// A mean with Student's interval: mean ± t(n−1) · sd / √n.
///
/// For means of independent values whose distribution is not too skewed for their number. `sd` is the standard deviation
/// with n−1 below, in the unit of the mean.
///
/// # Errors
/// [`Mistake::TooFew`] for n < 2; [`Mistake`] for a negative sd or numbers that are not finite.
pub fn mean(mean: f64, sd: f64, n: f64, confidence: Confidence) -> Result<Estimate, Mistake> {
    let n = positive(n)?;
    if n < 2.0 {
        return Err(Mistake::TooFew);
    }
    mean_from_error(mean, count(sd)? / n.sqrt(), Some(n - 1.0), confidence)
}

/// A value with a published standard error: value ± t(degrees) · error, with the normal quantile where no degrees of
/// freedom are known. For sources that publish standard errors, and for [`crate::survey`].
///
/// # Errors
/// [`Mistake`] for a negative error, degrees that are not positive, or numbers that are not finite.
pub fn mean_from_error(
    value: f64,
    standard_error: f64,
    degrees: Option<f64>,
    confidence: Confidence,
) -> Result<Estimate, Mistake> {
    let half = count(standard_error)?
        * match degrees {
            Some(degrees) => t_quantile(1.0 - 0.5 * confidence.alpha(), degrees)?,
            None => confidence.z(),
        };
    Estimate::settled(finite(value)?, Interval::around(value, half, half))
}
