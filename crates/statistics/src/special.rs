//! The incomplete beta and gamma functions, and the root finder that inverts them.
//!
//! The terms in front of the continued fractions are computed by saddle point expansion (Loader 2000, *Fast and accurate
//! computation of binomial probabilities*), which keeps about 14 digits where differences of log-gammas keep nine.

use libm::{exp, lgamma, log, log1p};

/// Enough for parameters up to a hundred million; beyond, answers are less exact.
const STEPS: usize = 20_000;
const TINY: f64 = 1e-300;
/// Below this a count is none; the expansion would divide by it.
const NOTHING: f64 = 1e-100;
const LN_SQRT_2PI: f64 = 0.918_938_533_204_672_8;
const TWO_PI: f64 = std::f64::consts::TAU;

/// ln n! minus its Stirling approximation, for n > 0.
fn stirling_error(n: f64) -> f64 {
    if n <= 15.0 {
        return lgamma(n + 1.0) - (n + 0.5) * log(n) + n - LN_SQRT_2PI;
    }
    let nn = n * n;
    (1.0 / 12.0 - (1.0 / 360.0 - (1.0 / 1260.0 - (1.0 / 1680.0 - 1.0 / (1188.0 * nn)) / nn) / nn) / nn) / n
}

/// x ln(x/m) + m − x, without cancellation where x is near m.
fn deviance(x: f64, m: f64) -> f64 {
    if (x - m).abs() >= 0.1 * (x + m) {
        return x * log(x / m) + m - x;
    }
    let v = (x - m) / (x + m);
    let mut sum = (x - m) * v;
    let mut term = 2.0 * x * v;
    for j in 1..1000_u32 {
        term *= v * v;
        let next = sum + term / f64::from(2 * j + 1);
        if next == sum {
            break;
        }
        sum = next;
    }
    sum
}

/// Γ(n+1)/(Γ(x+1) Γ(n−x+1)) pˣ qⁿ⁻ˣ for real 0 ≤ x ≤ n and p + q = 1.
pub(crate) fn binomial_term(x: f64, n: f64, p: f64, q: f64) -> f64 {
    if p <= 0.0 {
        return if x == 0.0 { 1.0 } else { 0.0 };
    }
    if q <= 0.0 {
        return if x == n { 1.0 } else { 0.0 };
    }
    if x < NOTHING {
        return exp(n * if p < 0.1 { log1p(-p) } else { log(q) });
    }
    if x == n || n - x < NOTHING {
        return exp(n * if q < 0.1 { log1p(-q) } else { log(p) });
    }
    let y = n - x;
    let log_rest = stirling_error(n) - stirling_error(x) - stirling_error(y) - deviance(x, n * p) - deviance(y, n * q);
    exp(log_rest) * (n / (TWO_PI * x * y)).sqrt()
}

/// mˣ e⁻ᵐ / Γ(x+1) for real x ≥ 0 and m ≥ 0.
pub(crate) fn poisson_term(x: f64, m: f64) -> f64 {
    if m <= 0.0 {
        return if x == 0.0 { 1.0 } else { 0.0 };
    }
    if x < NOTHING {
        return exp(-m);
    }
    exp(-stirling_error(x) - deviance(x, m)) / (TWO_PI * x).sqrt()
}

/// The regularised incomplete beta function and its complement, for a, b > 0 and x + y = 1, both within [0, 1].
///
/// Continued fraction of DiDonato and Morris (1992), evaluated by the modified method of Lentz.
pub(crate) fn beta_both(a: f64, b: f64, x: f64, y: f64) -> (f64, f64) {
    if x <= 0.0 {
        return (0.0, 1.0);
    }
    if y <= 0.0 {
        return (1.0, 0.0);
    }
    if x > (a + 1.0) / (a + b + 2.0) {
        let (upper, lower) = beta_both_below(b, a, y, x);
        return (lower, upper);
    }
    beta_both_below(a, b, x, y)
}

fn beta_both_below(a: f64, b: f64, x: f64, y: f64) -> (f64, f64) {
    // x^a y^b / (a B(a, b)) from the binomial term with n = a + b.
    let front = binomial_term(a, a + b, x, y) * (b / (a + b));
    let mut c = 1.0;
    let mut d = 1.0 / nonzero(1.0 - (a + b) * x / (a + 1.0));
    let mut fraction = d;
    let mut m = 1.0;
    for _ in 0..STEPS {
        let even = m * (b - m) * x / ((a + 2.0 * m - 1.0) * (a + 2.0 * m));
        d = 1.0 / nonzero(1.0 + even * d);
        c = nonzero(1.0 + even / c);
        fraction *= d * c;
        let odd = -(a + m) * (a + b + m) * x / ((a + 2.0 * m) * (a + 2.0 * m + 1.0));
        d = 1.0 / nonzero(1.0 + odd * d);
        c = nonzero(1.0 + odd / c);
        let factor = d * c;
        fraction *= factor;
        if (factor - 1.0).abs() < 1e-16 {
            break;
        }
        m += 1.0;
    }
    let lower = (front * fraction).clamp(0.0, 1.0);
    (lower, 1.0 - lower)
}

fn nonzero(x: f64) -> f64 {
    if x.abs() < TINY { TINY } else { x }
}

/// The regularised incomplete gamma function and its complement, for a > 0 and x ≥ 0: series below, fraction above.
pub(crate) fn gamma_both(a: f64, x: f64) -> (f64, f64) {
    if x <= 0.0 {
        return (0.0, 1.0);
    }
    let front = poisson_term(a, x);
    if x < a + 1.0 {
        let (mut sum, mut term, mut n) = (1.0, 1.0, a);
        for _ in 0..STEPS {
            n += 1.0;
            term *= x / n;
            sum += term;
            if term < sum * 1e-17 {
                break;
            }
        }
        let lower = (front * sum).clamp(0.0, 1.0);
        return (lower, 1.0 - lower);
    }
    let mut b = x + 1.0 - a;
    let mut c = 1.0 / TINY;
    let mut d = 1.0 / nonzero(b);
    let mut fraction = d;
    let mut i = 1.0;
    for _ in 0..STEPS {
        let an = -i * (i - a);
        b += 2.0;
        d = 1.0 / nonzero(an * d + b);
        c = nonzero(b + an / c);
        let factor = d * c;
        fraction *= factor;
        if (factor - 1.0).abs() < 1e-16 {
            break;
        }
        i += 1.0;
    }
    // front has Γ(a+1) below, the fraction wants Γ(a).
    let upper = (front * a * fraction).clamp(0.0, 1.0);
    (1.0 - upper, upper)
}

/// Where an increasing function is zero between two bounds from zero up: Newton's steps, and halving where they lead
/// astray.
pub(crate) fn root(mut low: f64, mut high: f64, start: f64, value_and_slope: impl Fn(f64) -> (f64, f64)) -> f64 {
    // Halving goes by orders of magnitude while the bounds are orders apart.
    let middle = |low: f64, high: f64| {
        if high > 16.0 * low { (low.max(1e-300) * high.min(1e300)).sqrt() } else { 0.5 * (low + high) }
    };
    let mut x = if start > low && start < high { start } else { middle(low, high) };
    for _ in 0..200 {
        let (value, slope) = value_and_slope(x);
        if value == 0.0 {
            return x;
        }
        if value < 0.0 {
            low = x;
        } else {
            high = x;
        }
        let newton = x - value / slope;
        let next = if newton > low && newton < high { newton } else { middle(low, high) };
        if (next - x).abs() <= 4.0 * f64::EPSILON * x.abs() || next <= low || next >= high {
            return next;
        }
        x = next;
    }
    x
}
