//! Trends of shares and rates from their counts: regression in time with overdispersion.

use libm::{exp, log};

use crate::{
    Confidence, Estimate, Interval, Mistake, Sample,
    distribution::{beyond, chi_squared_cdf, t_quantile},
    finite,
    kendall::variance_factor,
    positive,
    series::ascending,
};

/// Steps of the iteration; it converges in five or six where it converges at all.
const STEPS: usize = 60;
/// Linear predictors beyond this are shares or rates that are zero or one in every practical sense: no maximum exists.
const FARTHEST: f64 = 30.0;

/// The scale on which the trend is a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Link {
    /// ln(p/(1−p)), for shares.
    Logit,
    /// ln, for rates.
    Log,
}

impl Link {
    /// From share or rate to the scale of the line.
    fn forth(self, mean: f64) -> f64 {
        match self {
            Link::Logit => log(mean / (1.0 - mean)),
            Link::Log => log(mean),
        }
    }

    /// From the scale of the line to share or rate.
    fn back(self, x: f64) -> f64 {
        match self {
            Link::Logit => 1.0 / (1.0 + exp(-x)),
            Link::Log => exp(x),
        }
    }

    /// The variance of one person's or one unit of exposure's count.
    fn variance(self, mean: f64) -> f64 {
        match self {
            Link::Logit => mean * (1.0 - mean),
            Link::Log => mean,
        }
    }
}

/// A fitted trend: link(mean) = level + slope · (time − centre). At the centre, level and slope are uncorrelated.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Model {
    /// The scale of the line.
    pub link: Link,
    /// The time, in years, around which level and slope are uncorrelated.
    pub centre: f64,
    /// The line's value at the centre, on the scale of the link.
    pub level: f64,
    /// Its standard error, with overdispersion.
    pub level_error: f64,
    /// The slope per year, on the scale of the link.
    pub slope: f64,
    /// Its standard error, with overdispersion.
    pub slope_error: f64,
    /// Pearson's χ² divided by the degrees of freedom: 1 where the counts vary as chance alone would have it. Standard
    /// errors are multiplied by its root where it is above 1; below 1 it is taken as luck.
    pub dispersion: f64,
    /// By what autocorrelation multiplies the squares of the standard errors, from Pearson's residuals, as in
    /// [`crate::mann_kendall`]; 1 where the dispersion is not above 1, for chance does not hang together.
    pub correction: f64,
    /// Points minus 2.
    pub degrees: f64,
    /// The first time in years.
    pub first: f64,
    /// The last time in years.
    pub last: f64,
}

/// Logistic regression of shares in time, quasi-binomial (McCullagh and Nelder 1989, *Generalized Linear Models*, 4.5), by
/// iteratively reweighted least squares, with t intervals on n−2 degrees of freedom.
///
/// For shares from counts, at least three points, gaps allowed. Overdispersion covers what varies more than chance from
/// year to year, the correction for autocorrelation what hangs together over years.
///
/// # Errors
/// [`Mistake::TooFew`] for fewer than three points, [`Mistake::NoVariation`] where nobody or everybody is counted,
/// [`Mistake::NotConverged`] where the years separate the two, [`Mistake`] for samples that are no shares.
pub fn share_trend(samples: &[Sample]) -> Result<Model, Mistake> {
    for sample in samples {
        crate::part_of(sample.count, sample.of)?;
    }
    if samples.iter().all(|sample| sample.count == sample.of) {
        return Err(Mistake::NoVariation);
    }
    fit(samples, Link::Logit)
}

/// Poisson regression of rates in time with exposure and overdispersion, otherwise as [`share_trend`].
///
/// # Errors
/// As [`share_trend`].
pub fn rate_trend(samples: &[Sample]) -> Result<Model, Mistake> {
    for sample in samples {
        crate::count(sample.count)?;
        positive(sample.of)?;
    }
    fit(samples, Link::Log)
}

fn fit(samples: &[Sample], link: Link) -> Result<Model, Mistake> {
    ascending(samples.iter().map(|sample| sample.time))?;
    let (Some(first), Some(last), true) = (samples.first(), samples.last(), samples.len() >= 3) else {
        return Err(Mistake::TooFew);
    };
    let (all, of) = samples.iter().fold((0.0, 0.0), |(x, n), sample| (x + sample.count, n + sample.of));
    if all == 0.0 {
        return Err(Mistake::NoVariation);
    }
    let mut centre = 0.5 * (first.time + last.time);
    let (mut level, mut slope) = (finite(link.forth(all / of))?, 0.0);
    let mut settled = false;
    for _ in 0..STEPS {
        // Weighted sums around the present centre, which moves to where level and slope are uncorrelated.
        let (mut weights, mut times, mut squares, mut values, mut products) = (0.0, 0.0, 0.0, 0.0, 0.0);
        for sample in samples {
            let x = sample.time - centre;
            let line = level + slope * x;
            let mean = link.back(line);
            let weight = sample.of * link.variance(mean);
            let response = line + (sample.count - sample.of * mean) / weight;
            weights += weight;
            times += weight * x;
            squares += weight * x * x;
            values += weight * response;
            products += weight * response * x;
        }
        let shift = times / weights;
        let spread = squares - weights * shift * shift;
        let next_slope = (products - shift * values) / spread;
        let next_level = values / weights;
        let change = (next_slope - slope).abs() * (last.time - first.time) + (next_level - level - slope * shift).abs();
        (centre, level, slope) = (finite(centre + shift)?, next_level, next_slope);
        let ends = [first.time, last.time].map(|time| level + slope * (time - centre));
        if !ends.iter().all(|end| (end - link.forth(all / of)).abs() < FARTHEST) {
            return Err(Mistake::NotConverged);
        }
        if settled {
            let degrees = samples.len() as f64 - 2.0;
            let rest = residuals(samples, link, |time| level + slope * (time - centre));
            let dispersion = rest.iter().map(|x| x * x).sum::<f64>() / degrees;
            let correction = if dispersion > 1.0 { variance_factor(&rest) } else { 1.0 };
            let scale = dispersion.max(1.0) * correction;
            return Ok(Model {
                link,
                centre,
                level,
                level_error: (scale / weights).sqrt(),
                slope,
                slope_error: finite((scale / spread).sqrt())?,
                dispersion,
                correction,
                degrees,
                first: first.time,
                last: last.time,
            });
        }
        // One more step after the change is negligible, so that sums and coefficients belong together.
        settled = change < 1e-12 * (1.0 + level.abs());
    }
    Err(Mistake::NotConverged)
}

/// Pearson's residuals.
fn residuals(samples: &[Sample], link: Link, line: impl Fn(f64) -> f64) -> Vec<f64> {
    let residual = |sample: &Sample| {
        let mean = link.back(line(sample.time));
        (sample.count - sample.of * mean) / (sample.of * link.variance(mean)).sqrt()
    };
    samples.iter().map(residual).collect()
}

impl Model {
    /// The two-sided p-value of the slope.
    pub fn p(&self) -> f64 {
        if self.slope == 0.0 { 1.0 } else { beyond((self.slope / self.slope_error).abs(), self.degrees) }
    }

    /// How likely counts that vary at least this much around the line are by chance alone.
    ///
    /// # Errors
    /// None that [`share_trend`] has not answered.
    pub fn dispersion_p(&self) -> Result<f64, Mistake> {
        Ok(1.0 - chi_squared_cdf(self.dispersion * self.degrees, self.degrees)?)
    }

    fn quantile(&self, confidence: Confidence) -> Result<f64, Mistake> {
        t_quantile(1.0 - 0.5 * confidence.alpha(), self.degrees)
    }

    fn slope_interval(&self, confidence: Confidence) -> Result<Interval, Mistake> {
        let half = self.quantile(confidence)? * self.slope_error;
        Ok(Interval::around(self.slope, half, half))
    }

    /// By what the odds (of shares) or the rate are multiplied each year.
    ///
    /// # Errors
    /// [`Mistake::NotFinite`] where the interval is beyond what can be written.
    pub fn factor_per_year(&self, confidence: Confidence) -> Result<Estimate, Mistake> {
        let interval = self.slope_interval(confidence)?;
        Estimate::settled(exp(self.slope), Interval { lower: exp(interval.lower), upper: exp(interval.upper) })
    }

    /// The average change of the share or rate per year over the time observed, in the unit of the value.
    ///
    /// The bounds are those of the lines through the same centre with the slope's bounds, so the interval excludes zero
    /// exactly where the slope is clear.
    ///
    /// # Errors
    /// None that [`share_trend`] has not answered.
    pub fn per_year(&self, confidence: Confidence) -> Result<Estimate, Mistake> {
        let change = |slope: f64| {
            let end = |time: f64| self.link.back(self.level + slope * (time - self.centre));
            (end(self.last) - end(self.first)) / (self.last - self.first)
        };
        let interval = self.slope_interval(confidence)?;
        Estimate::settled(change(self.slope), Interval { lower: change(interval.lower), upper: change(interval.upper) })
    }

    /// The trend's share or rate at a time, with the interval of the line (not of a single year's value).
    ///
    /// # Errors
    /// [`Mistake::NotFinite`] for times beyond what can be computed.
    pub fn at(&self, time: f64, confidence: Confidence) -> Result<Estimate, Mistake> {
        let x = finite(time)? - self.centre;
        let line = self.level + self.slope * x;
        let error = (self.level_error * self.level_error + x * x * self.slope_error * self.slope_error).sqrt();
        let half = self.quantile(confidence)? * error;
        let interval = Interval { lower: self.link.back(line - half), upper: self.link.back(line + half) };
        Estimate::settled(self.link.back(line), interval)
    }

    /// When the line is at a share or rate, with the interval of Fieller (1954, JRSS B 16, 175–185): all times at which the
    /// line's interval holds it. `None` where the slope is not clear, for then there is no such interval.
    ///
    /// # Errors
    /// [`Mistake::NotFinite`] for values that the link does not reach, such as a share of 0 or 1.
    pub fn when(&self, value: f64, confidence: Confidence) -> Result<Option<Estimate>, Mistake> {
        let distance = finite(self.link.forth(value))? - self.level;
        let q = self.quantile(confidence)?;
        let level = q * q * self.level_error * self.level_error;
        let slope = q * q * self.slope_error * self.slope_error;
        let leading = self.slope * self.slope - slope;
        if leading <= 0.0 {
            return Ok(None);
        }
        let root = (level * leading + slope * distance * distance).max(0.0).sqrt();
        let time = |sign: f64| self.centre + (self.slope * distance + sign * root) / leading;
        let interval = Interval { lower: time(-1.0), upper: time(1.0) };
        Estimate::settled(self.centre + distance / self.slope, interval).map(Some)
    }
}
