//! A value with its interval, and how sure the interval is.

use crate::{Mistake, distribution::normal_quantile, finite};

/// The share of cases in which an interval is to contain the true value.
#[derive(Debug, Clone, Copy, PartialEq, PartialOrd)]
pub struct Confidence {
    level: f64,
    /// Kept, because every interval asks for it.
    z: f64,
}

impl Confidence {
    /// 95 %, the usual level of official statistics in Germany and of public health profiles in England.
    pub const P95: Confidence = Confidence { level: 0.95, z: 1.959_963_984_540_054 };
    /// 99 %.
    pub const P99: Confidence = Confidence { level: 0.99, z: 2.575_829_303_548_900_4 };

    /// A level between one half and one, both excluded.
    ///
    /// # Errors
    /// [`Mistake::Probability`] for anything else.
    pub fn new(level: f64) -> Result<Confidence, Mistake> {
        if level > 0.5 && level < 1.0 {
            Ok(Confidence { level, z: -normal_quantile(0.5 * (1.0 - level))? })
        } else {
            Err(Mistake::Probability)
        }
    }

    /// The level, for example 0.95.
    pub fn level(self) -> f64 {
        self.level
    }

    /// What is left on both sides together, for example 0.05.
    pub fn alpha(self) -> f64 {
        1.0 - self.level
    }

    /// The quantile of the normal distribution for a two-sided interval, for example 1.95996.
    pub fn z(self) -> f64 {
        self.z
    }
}

/// Two bounds, both included.
#[derive(Debug, Clone, Copy, PartialEq, PartialOrd)]
pub struct Interval {
    /// The lower bound.
    pub lower: f64,
    /// The upper bound.
    pub upper: f64,
}

impl Interval {
    /// The interval with a value and the distances to its bounds.
    pub(crate) fn around(value: f64, below: f64, above: f64) -> Interval {
        Interval { lower: value - below, upper: value + above }
    }

    /// Whether a number lies within, bounds included.
    pub fn contains(&self, x: f64) -> bool {
        self.lower <= x && x <= self.upper
    }

    /// Upper bound minus lower bound.
    pub fn width(&self) -> f64 {
        self.upper - self.lower
    }

    /// Both bounds times a number; the bounds change places where it is negative.
    pub fn times(&self, factor: f64) -> Interval {
        let (a, b) = (self.lower * factor, self.upper * factor);
        Interval { lower: a.min(b), upper: a.max(b) }
    }

    /// What of the interval lies between two bounds.
    pub(crate) fn within(&self, least: f64, most: f64) -> Interval {
        Interval { lower: self.lower.clamp(least, most), upper: self.upper.clamp(least, most) }
    }
}

/// A value with its interval, in the same unit.
#[derive(Debug, Clone, Copy, PartialEq, PartialOrd)]
pub struct Estimate {
    /// The value.
    pub value: f64,
    /// Its interval. It contains the value.
    pub interval: Interval,
}

impl Estimate {
    /// A value with its interval.
    ///
    /// # Errors
    /// [`Mistake::NotFinite`] for numbers that are not, [`Mistake::Interval`] where the bounds do not enclose the value.
    pub fn new(value: f64, lower: f64, upper: f64) -> Result<Estimate, Mistake> {
        let (value, lower, upper) = (finite(value)?, finite(lower)?, finite(upper)?);
        if lower <= value && value <= upper {
            Ok(Estimate { value, interval: Interval { lower, upper } })
        } else {
            Err(Mistake::Interval)
        }
    }

    /// A value with its interval, after computations whose rounding may have put a bound an ulp past the value.
    pub(crate) fn settled(value: f64, interval: Interval) -> Result<Estimate, Mistake> {
        Estimate::new(value, interval.lower.min(value), interval.upper.max(value))
    }

    /// Value and bounds times a number.
    pub fn times(&self, factor: f64) -> Estimate {
        Estimate { value: self.value * factor, interval: self.interval.times(factor) }
    }
}
