//! What confidentiality adds to the uncertainty of a published figure: rounding and cell key noise.
//!
//! A published count is the true count plus an error with known variance and known bound. The variance widens the
//! interval in quadrature (JCGM 100:2008, *Guide to the expression of uncertainty in measurement*, 4.3.7 and 5.1); the
//! bound says what is possible at all and is never exceeded.

use crate::{Confidence, Estimate, Interval, Mistake, count, part_of, positive, wilson};

/// The known error of a published count, in persons.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Imprecision {
    variance: f64,
    bound: f64,
}

impl Imprecision {
    /// The count is as it was counted.
    pub const NONE: Imprecision = Imprecision { variance: 0.0, bound: 0.0 };

    /// Rounded to the nearest multiple of `base`: uniform within ±base/2, so variance base²/12.
    ///
    /// # Errors
    /// [`Mistake`] for a base that is negative or not finite.
    pub fn rounding(base: f64) -> Result<Imprecision, Mistake> {
        let base = count(base)?;
        Ok(Imprecision { variance: base * base / 12.0, bound: 0.5 * base })
    }

    /// Cell key noise with its published variance and largest deviation.
    ///
    /// # Errors
    /// [`Mistake`] for numbers that are negative or not finite; [`Mistake::PartAboveWhole`] for a variance that is
    /// larger than the bound allows.
    pub fn noise(variance: f64, bound: f64) -> Result<Imprecision, Mistake> {
        let (variance, bound) = (count(variance)?, count(bound)?);
        if variance > bound * bound { Err(Mistake::PartAboveWhole) } else { Ok(Imprecision { variance, bound }) }
    }

    /// Both errors one after the other, for example noise and then rounding; or those of `n` added cells, one by one.
    pub fn and(self, other: Imprecision) -> Imprecision {
        Imprecision { variance: self.variance + other.variance, bound: self.bound + other.bound }
    }

    /// The variance of the error.
    pub fn variance(self) -> f64 {
        self.variance
    }

    /// The largest absolute error.
    pub fn bound(self) -> f64 {
        self.bound
    }

    /// What the true count can be.
    pub fn possible(self, published: f64) -> Interval {
        Interval { lower: (published - self.bound).max(0.0), upper: published + self.bound }
    }
}

/// An estimate from imprecise counts.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Widened {
    /// The value with the interval that holds both uncertainties.
    pub estimate: Estimate,
    /// What the value itself can be, given what is published about the error; no chance in it.
    pub possible: Interval,
}

/// Moves the bounds of an interval outwards by an error with this standard deviation and these largest deviations.
fn widened(estimate: Estimate, deviation: f64, possible: Interval, z: f64) -> Result<Estimate, Mistake> {
    let Estimate { value, interval } = estimate;
    let below = (z * deviation).min(value - possible.lower);
    let above = (z * deviation).min(possible.upper - value);
    let joined = |x: f64, y: f64| (x * x + y * y).sqrt();
    let interval =
        Interval::around(value, joined(value - interval.lower, below), joined(interval.upper - value, above));
    Estimate::settled(value, interval)
}

/// A count with the interval of its randomness, if the source has one, widened for its imprecision.
///
/// `interval` is that of the count, for example from [`crate::rate`] with exposure 1; without one, what remains is the
/// imprecision alone.
///
/// # Errors
/// [`Mistake`] for numbers that are negative or not finite, or an interval that is none.
pub fn widen_count(
    published: f64,
    imprecision: Imprecision,
    interval: Option<Interval>,
    confidence: Confidence,
) -> Result<Widened, Mistake> {
    let published = count(published)?;
    let possible = imprecision.possible(published);
    let interval = interval.unwrap_or(Interval { lower: published, upper: published });
    let estimate = Estimate::new(published, interval.lower, interval.upper)?;
    let mut estimate = widened(estimate, imprecision.variance.sqrt(), possible, confidence.z())?;
    estimate.interval = estimate.interval.within(0.0, f64::MAX);
    Ok(Widened { estimate, possible })
}

/// A share of two published counts with independent errors. `random` says whether Wilson's interval is widened or the
/// imprecision stands alone (sources without a model of chance).
///
/// Variance of the share by linearisation: (V_count + p² V_n) / n². Published counts may contradict each other by their
/// errors: a count above its n is taken as n.
///
/// # Errors
/// [`Mistake::Unbounded`] where the error of n is as large as n itself, so that nothing can be said; [`Mistake`] for
/// numbers that are negative or not finite.
pub fn widen_share(
    (published, imprecision): (f64, Imprecision),
    (published_n, imprecision_n): (f64, Imprecision),
    random: bool,
    confidence: Confidence,
) -> Result<Widened, Mistake> {
    let n = positive(published_n)?;
    let x = count(published)?;
    if x - imprecision.bound > n + imprecision_n.bound {
        return Err(Mistake::PartAboveWhole);
    }
    if imprecision_n.bound >= n {
        return Err(Mistake::Unbounded);
    }
    let (x, n) = part_of(x.min(n), n)?;
    let p = x / n;
    let possible = Interval {
        lower: (x - imprecision.bound).max(0.0) / (n + imprecision_n.bound),
        upper: ((x + imprecision.bound) / (n - imprecision_n.bound)).min(1.0),
    };
    let estimate = if random { wilson(x, n, confidence)? } else { Estimate::new(p, p, p)? };
    let deviation = (imprecision.variance + p * p * imprecision_n.variance).sqrt() / n;
    let mut estimate = widened(estimate, deviation, possible, confidence.z())?;
    estimate.interval = estimate.interval.within(0.0, 1.0);
    Ok(Widened { estimate, possible })
}
