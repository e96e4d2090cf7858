//! Distribution functions and quantiles of the normal, t, chi-squared, gamma and beta distributions, and the masses of
//! the binomial and the Poisson distribution. They agree with R to about 12 digits (`oracle/distributions.csv`).

use libm::{erfc, exp, lgamma, log, log1p};

use crate::{
    Mistake, count, finite, part_of, positive,
    special::{beta_both, binomial_term, gamma_both, poisson_term, root},
};

/// From this shape on the approximation of Wilson and Hilferty has ten digits.
const NORMAL_FROM: f64 = 1e7;

fn probability(p: f64) -> Result<f64, Mistake> {
    if p > 0.0 && p < 1.0 { Ok(p) } else { Err(Mistake::Probability) }
}

/// The standard normal distribution function.
pub fn normal_cdf(x: f64) -> f64 {
    0.5 * erfc(-x * std::f64::consts::FRAC_1_SQRT_2)
}

/// The quantile of the standard normal distribution.
///
/// Start by Abramowitz and Stegun 26.2.23 (error below 4.5e-4), then three of Halley's steps on the tail probability,
/// each of which triples the number of correct digits.
///
/// # Errors
/// [`Mistake::Probability`] unless 0 < p < 1.
pub fn normal_quantile(p: f64) -> Result<f64, Mistake> {
    let p = probability(p)?;
    if p == 0.5 {
        return Ok(0.0);
    }
    let tail = p.min(1.0 - p);
    let t = (-2.0 * log(tail)).sqrt();
    let above = 2.515_517 + t * (0.802_853 + t * 0.010_328);
    let below = 1.0 + t * (1.432_788 + t * (0.189_269 + t * 0.001_308));
    let mut x = t - above / below;
    for _ in 0..3 {
        let density = exp(-0.5 * x * x) / (std::f64::consts::TAU).sqrt();
        // So far out, three digits must do.
        if density < 1e-300 {
            break;
        }
        let step = (normal_cdf(-x) - tail) / density;
        // For the upper tail Q, Q' is minus the density and Q'' is x times the density.
        x += step / (1.0 + 0.5 * x * -step);
    }
    Ok(if p < 0.5 { -x } else { x })
}

/// The distribution function of Student's t with `degrees` of freedom (any positive number).
///
/// # Errors
/// [`Mistake`] for degrees that are not positive or numbers that are not finite.
pub fn t_cdf(x: f64, degrees: f64) -> Result<f64, Mistake> {
    let (x, degrees) = (finite(x)?, positive(degrees)?);
    let upper = 0.5 * beyond(x.abs(), degrees);
    Ok(if x < 0.0 { upper } else { 1.0 - upper })
}

/// The probability of |t| or more on both sides together.
pub(crate) fn beyond(x: f64, degrees: f64) -> f64 {
    let square = x * x;
    if !square.is_finite() {
        return 0.0;
    }
    beta_both(0.5 * degrees, 0.5, degrees / (degrees + square), square / (degrees + square)).0
}

/// The quantile of Student's t.
///
/// # Errors
/// [`Mistake::Probability`] unless 0 < p < 1; [`Mistake`] for degrees that are not positive and finite;
/// [`Mistake::Unbounded`] where the quantile is beyond 1e100.
pub fn t_quantile(p: f64, degrees: f64) -> Result<f64, Mistake> {
    let (p, degrees) = (probability(p)?, positive(degrees)?);
    if p == 0.5 {
        return Ok(0.0);
    }
    let tail = p.min(1.0 - p);
    let z = -normal_quantile(tail)?;
    let mut high = 2.0 * z + 1.0;
    while 0.5 * beyond(high, degrees) > tail {
        high *= 4.0;
        if high > 1e100 {
            return Err(Mistake::Unbounded);
        }
    }
    let log_constant =
        lgamma(0.5 * (degrees + 1.0)) - lgamma(0.5 * degrees) - 0.5 * log(degrees * std::f64::consts::PI);
    let start = z * (1.0 + (z * z + 1.0) / (4.0 * degrees));
    let x = root(0.0, high, start, |x| {
        let density = exp(log_constant - 0.5 * (degrees + 1.0) * log1p(x * x / degrees));
        (tail - 0.5 * beyond(x, degrees), density)
    });
    if x.is_finite() { Ok(if p < 0.5 { -x } else { x }) } else { Err(Mistake::Unbounded) }
}

/// The distribution function of the gamma distribution with scale 1.
///
/// # Errors
/// [`Mistake`] for a shape that is not positive, or x below zero, or numbers that are not finite.
pub fn gamma_cdf(x: f64, shape: f64) -> Result<f64, Mistake> {
    Ok(gamma_both(positive(shape)?, count(x)?).0)
}

/// The quantile of the gamma distribution with scale 1. Start by Wilson and Hilferty (1931).
///
/// # Errors
/// [`Mistake::Probability`] unless 0 < p < 1; [`Mistake`] for a shape that is not positive and finite.
pub fn gamma_quantile(p: f64, shape: f64) -> Result<f64, Mistake> {
    let (p, shape) = (probability(p)?, positive(shape)?);
    let cube = 1.0 - 1.0 / (9.0 * shape) + normal_quantile(p)? / (3.0 * shape.sqrt());
    let start = shape * cube * cube * cube;
    if shape > NORMAL_FROM {
        return finite(start);
    }
    let mut high = (shape + 1.0).max(2.0 * start);
    while gamma_both(shape, high).0 < p && high < f64::MAX / 2.0 {
        high *= 2.0;
    }
    finite(root(0.0, high, start, |x| {
        let (lower, upper) = gamma_both(shape, x);
        let value = if p < 0.5 { lower - p } else { (1.0 - p) - upper };
        (value, poisson_term(shape, x) * shape / x)
    }))
}

/// The distribution function of the chi-squared distribution.
///
/// # Errors
/// As [`gamma_cdf`].
pub fn chi_squared_cdf(x: f64, degrees: f64) -> Result<f64, Mistake> {
    gamma_cdf(0.5 * x, 0.5 * degrees)
}

/// The quantile of the chi-squared distribution.
///
/// # Errors
/// As [`gamma_quantile`].
pub fn chi_squared_quantile(p: f64, degrees: f64) -> Result<f64, Mistake> {
    Ok(2.0 * gamma_quantile(p, 0.5 * degrees)?)
}

/// The distribution function of the beta distribution.
///
/// # Errors
/// [`Mistake`] for shapes that are not positive; [`Mistake::Probability`] for x outside [0, 1].
pub fn beta_cdf(x: f64, a: f64, b: f64) -> Result<f64, Mistake> {
    let (a, b) = (positive(a)?, positive(b)?);
    if (0.0..=1.0).contains(&x) { Ok(beta_both(a, b, x, 1.0 - x).0) } else { Err(Mistake::Probability) }
}

/// The quantile of the beta distribution.
///
/// # Errors
/// [`Mistake::Probability`] unless 0 < p < 1; [`Mistake`] for shapes that are not positive and finite.
pub fn beta_quantile(p: f64, a: f64, b: f64) -> Result<f64, Mistake> {
    let (p, a, b) = (probability(p)?, positive(a)?, positive(b)?);
    let mean = a / (a + b);
    let spread = (mean * (1.0 - mean) / (a + b + 1.0)).sqrt();
    let start = mean + normal_quantile(p)? * spread;
    finite(root(0.0, 1.0, start, |x| {
        let (lower, upper) = beta_both(a, b, x, 1.0 - x);
        let value = if p < 0.5 { lower - p } else { (1.0 - p) - upper };
        (value, binomial_term(a, a + b, x, 1.0 - x) * (a * b / (a + b)) / (x * (1.0 - x)))
    }))
}

/// The probability of `x` of `n` with probability `p` each.
///
/// # Errors
/// [`Mistake`] unless 0 ≤ x ≤ n, n > 0 and 0 ≤ p ≤ 1.
pub fn binomial_mass(x: f64, n: f64, p: f64) -> Result<f64, Mistake> {
    let (x, n) = part_of(x, n)?;
    if (0.0..=1.0).contains(&p) { Ok(binomial_term(x, n, p, 1.0 - p)) } else { Err(Mistake::Probability) }
}

/// The probability of `x` events where `mean` are expected.
///
/// # Errors
/// [`Mistake`] for numbers that are negative or not finite.
pub fn poisson_mass(x: f64, mean: f64) -> Result<f64, Mistake> {
    Ok(poisson_term(count(x)?, count(mean)?))
}
