//! The distribution of largest entropy with mean zero and a given second moment, on a few whole numbers.
//!
//! The solution has the form p(v) ∝ exp(λv + μv²) wherever it has no zeros (Jaynes 1957). λ and μ minimise the convex
//! function ln Σ exp(λv + μ(v² − w)); Newton's method with a line search finds them. On the limits of what is
//! possible the solution has zeros and is written down directly.

/// Not `f64::exp`: the platform's function may differ in the last digit between machines, and a table made here has to
/// be the same everywhere.
use libm::exp;

/// Closer than this to a limit, the limit is meant.
const ON_THE_LIMIT: f64 = 1e-11;

/// How far mean and second moment, in units of the support's radius, may be off in the end.
const EXACT: f64 = 1e-12;

/// The smallest and largest second moment that a distribution with mean zero on `support` can have.
/// `None` where there is none with mean zero. The support is in ascending order.
pub(super) fn limits(support: &[i32]) -> Option<(f64, f64)> {
    // The points (v, v²) lie on a parabola; above v = 0, their convex hull reaches from the chord between the
    // neighbours of 0 up to the chord between the ends.
    let (below, above) = neighbours(support)?;
    let (first, last) = (*support.first()?, *support.last()?);
    Some((-f64::from(below) * f64::from(above), -f64::from(first) * f64::from(last)))
}

/// The largest number that is at most 0, and the smallest that is at least 0.
fn neighbours(support: &[i32]) -> Option<(i32, i32)> {
    Some((*support.iter().rev().find(|v| **v <= 0)?, *support.iter().find(|v| **v >= 0)?))
}

/// The probabilities of the numbers of `support` (ascending), with mean zero and second moment `second`.
/// `None` where `second` is beyond the limits, or could not be reached.
pub(super) fn most_even(support: &[i32], second: f64) -> Option<Vec<f64>> {
    let (least, most) = limits(support)?;
    let near = ON_THE_LIMIT * second.max(1.0);
    if !(second >= least - near && second <= most + near) {
        return None;
    }
    if second <= least + near {
        return Some(two_points(support, neighbours(support)?));
    }
    if second >= most - near {
        return Some(two_points(support, (*support.first()?, *support.last()?)));
    }
    newton(support, second)
}

/// Mean zero on two numbers around zero, or on zero alone.
fn two_points(support: &[i32], (below, above): (i32, i32)) -> Vec<f64> {
    let (low, high) = (f64::from(-below), f64::from(above));
    let width = low + high;
    let weight = |v: i32| {
        if below == above {
            f64::from(u8::from(v == below))
        } else if v == below {
            high / width
        } else if v == above {
            low / width
        } else {
            0.0
        }
    };
    support.iter().map(|v| weight(*v)).collect()
}

fn newton(support: &[i32], second: f64) -> Option<Vec<f64>> {
    let radius = support.iter().map(|v| f64::from(v.unsigned_abs())).fold(1.0, f64::max);
    let points: Vec<f64> = support.iter().map(|v| f64::from(*v) / radius).collect();
    let target = second / (radius * radius);
    let mut at = (0.0, 0.0);
    let mut state = State::new(&points, target, at);
    for _ in 0..500 {
        let Some(step) = state.step() else { break };
        let decrease = state.mean * step.0 + state.excess * step.1;
        let mut length = 1.0;
        let better = loop {
            let there = (at.0 - length * step.0, at.1 - length * step.1);
            let next = State::new(&points, target, there);
            // Both sides of ln f(next) ≤ ln f(at) − …, without the logarithm.
            let ratio = next.sum / state.sum * exp(next.shift - state.shift);
            if ratio <= 1.0 - (1e-4 * length * decrease).min(0.5) || next.residual() < 0.5 * state.residual() {
                break Some((there, next));
            }
            length *= 0.5;
            if length < 1e-12 {
                break None;
            }
        };
        let Some((there, next)) = better else { break };
        (at, state) = (there, next);
        if state.residual() < EXACT * 1e-2 {
            break;
        }
    }
    (state.residual() <= EXACT).then(|| state.weights.iter().map(|weight| weight / state.sum).collect())
}

/// The dual function at one place, with what its derivatives need.
struct State {
    weights: Vec<f64>,
    shift: f64,
    sum: f64,
    mean: f64,
    excess: f64,
    curvature: [f64; 3],
}

impl State {
    fn new(points: &[f64], target: f64, (lambda, mu): (f64, f64)) -> State {
        let exponent = |x: f64| lambda * x + mu * (x * x - target);
        let shift = points.iter().map(|x| exponent(*x)).fold(f64::NEG_INFINITY, f64::max);
        let weights: Vec<f64> = points.iter().map(|x| exp(exponent(*x) - shift)).collect();
        let sum: f64 = weights.iter().sum();
        let average =
            |f: &dyn Fn(f64) -> f64| points.iter().zip(&weights).map(|(x, weight)| weight * f(*x)).sum::<f64>() / sum;
        let mean = average(&|x| x);
        let excess = average(&|x| x * x - target);
        let off = |x: f64| x * x - target - excess;
        let curvature =
            [average(&|x| (x - mean) * (x - mean)), average(&|x| (x - mean) * off(x)), average(&|x| off(x) * off(x))];
        State { weights, shift, sum, mean, excess, curvature }
    }

    fn residual(&self) -> f64 {
        self.mean.abs().max(self.excess.abs())
    }

    /// The solution of the two Newton equations.
    fn step(&self) -> Option<(f64, f64)> {
        let [a, b, c] = self.curvature;
        let determinant = a * c - b * b;
        // On two points only, mean and square move together: then along the steepest way.
        if determinant <= 1e-300 {
            let size = a + c;
            return (size > 0.0).then(|| (self.mean / size, self.excess / size));
        }
        let step = ((c * self.mean - b * self.excess) / determinant, (a * self.excess - b * self.mean) / determinant);
        (step.0.is_finite() && step.1.is_finite()).then_some(step)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn limits_are_chords_of_the_parabola() {
        assert_eq!(limits(&[-1, 2, 3, 4, 5]), Some((2.0, 5.0)));
        assert_eq!(limits(&[-3, 0, 1]), Some((0.0, 3.0)));
        assert_eq!(limits(&[1, 2]), None);
        assert_eq!(limits(&[]), None);
    }

    #[test]
    fn close_to_the_limits_moments_still_hold() {
        let support = [-3, -2, 1, 2, 5];
        for distance in [1e-9, 1e-7, 1e-4, 1e-2] {
            for second in [2.0 + distance, 15.0 - distance] {
                let p = most_even(&support, second).expect("a distribution");
                let moment =
                    |f: &dyn Fn(f64) -> f64| support.iter().zip(&p).map(|(v, p)| p * f(f64::from(*v))).sum::<f64>();
                assert!(moment(&|v| v).abs() < 1e-10, "{second}");
                assert!((moment(&|v| v * v) - second).abs() < 1e-10, "{second}");
            }
        }
    }
}
