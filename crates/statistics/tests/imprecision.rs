//! Figures that were rounded or given noise, correlated estimates, and published errors.

use statistics::*;

const SURE: Confidence = Confidence::P95;

#[test]
fn a_rounded_count() {
    let rounding = Imprecision::rounding(5.0).unwrap();
    assert_eq!((rounding.variance(), rounding.bound()), (25.0 / 12.0, 2.5));
    // Without chance only the rounding is left, and never more than half the base.
    let alone = widen_count(40.0, rounding, None, SURE).unwrap();
    assert_eq!(alone.possible, Interval { lower: 37.5, upper: 42.5 });
    assert_eq!(alone.estimate.interval, alone.possible);
    let chance = rate(40.0, 1.0, SURE).unwrap().interval;
    let both = widen_count(40.0, rounding, Some(chance), SURE).unwrap().estimate.interval;
    let expected = ((40.0 - chance.lower).powi(2) + 2.5_f64.powi(2)).sqrt();
    assert!((40.0 - both.lower - expected).abs() < 1e-12);
    assert_eq!(widen_count(1.0, rounding, None, SURE).unwrap().estimate.interval.lower, 0.0);
}

#[test]
fn a_share_of_noisy_counts() {
    let noise = Imprecision::noise(2.0, 4.0).unwrap();
    let found = widen_share((30.0, noise), (100.0, noise), false, SURE).unwrap();
    assert_eq!(found.possible, Interval { lower: 26.0 / 104.0, upper: 34.0 / 96.0 });
    // √(2 + 0.3² · 2) / 100 times 1.96, for the bound is farther away.
    let half = SURE.z() * (2.0_f64 + 0.09 * 2.0).sqrt() / 100.0;
    assert!((found.estimate.interval.upper - 0.3 - half).abs() < 1e-12);
    // Noise can turn a part into more than its whole; what cannot come from noise is refused.
    assert_eq!(widen_share((102.0, noise), (100.0, noise), true, SURE).unwrap().estimate.value, 1.0);
    assert_eq!(widen_share((110.0, noise), (100.0, noise), true, SURE), Err(Mistake::PartAboveWhole));
    assert_eq!(widen_share((1.0, noise), (3.0, noise), true, SURE), Err(Mistake::Unbounded));
    assert_eq!(Imprecision::noise(20.0, 4.0), Err(Mistake::PartAboveWhole));
    let both = noise.and(Imprecision::rounding(3.0).unwrap());
    assert_eq!((both.variance(), both.bound()), (2.75, 5.5));
}

/// Rounding to fives of small counts: on average over shares the widened interval holds the true share as often as it
/// says, and the plain one does not.
#[test]
fn rounding_is_covered() {
    let (base, n) = (5.0, 60_u32);
    let rounding = Imprecision::rounding(base).unwrap();
    let (mut widened, mut plain) = (0.0, 0.0);
    for step in 0..60 {
        let p = 0.1 + 0.4 * f64::from(step) / 60.0;
        for k in 0..=n {
            let published = (f64::from(k) / base).round() * base;
            let mass = binomial_mass(f64::from(k), f64::from(n), p).unwrap() / 60.0;
            let found = widen_share((published, rounding), (f64::from(n), Imprecision::NONE), true, SURE).unwrap();
            widened += mass * f64::from(u8::from(found.estimate.interval.contains(p)));
            let found = wilson(published, f64::from(n), SURE).unwrap();
            plain += mass * f64::from(u8::from(found.interval.contains(p)));
        }
    }
    println!("rounded to fives, 60 people: plain {plain:.3}, widened {widened:.3}");
    assert!(widened > 0.945 && plain < 0.94);
}

#[test]
fn published_standard_errors_and_panels() {
    let a = mean_from_error(52.0, 1.5, None, SURE).unwrap();
    let b = mean_from_error(48.0, 2.0, None, SURE).unwrap();
    let apart = difference(a, b, SURE).unwrap();
    // z = 4 / 2.5, two-sided.
    assert!((apart.p - 2.0 * normal_cdf(-1.6)).abs() < 1e-9);
    assert!((apart.estimate.interval.upper - (4.0 + SURE.z() * 2.5)).abs() < 1e-9);
    let together = difference_correlated(a, b, 0.6, SURE).unwrap();
    assert!(together.p < apart.p && together.estimate.interval.width() < apart.estimate.interval.width());
    assert_eq!(difference_correlated(a, b, 1.5, SURE), Err(Mistake::Probability));
    assert_eq!(mean_from_error(1.0, -1.0, None, SURE), Err(Mistake::Negative));
    assert_eq!(mean(1.0, 1.0, 1.0, SURE), Err(Mistake::TooFew));
}

#[test]
fn verdicts() {
    let clear = share_difference(80.0, 100.0, 40.0, 100.0, SURE).unwrap();
    let slight = share_difference(30.0, 100.0, 43.0, 100.0, SURE).unwrap();
    assert!(slight.p < 0.06 && slight.p > 0.025);
    let alone = judge(&[Ok(clear), Err(Reason::Withheld)], 0.05).unwrap();
    assert!(matches!(alone[0], Verdict::Different(found) if found.p == clear.p));
    assert_eq!(alone[1], Verdict::CannotBeJudged(Reason::Withheld));
    // The same comparison among others that are nothing.
    let nothing = share_difference(30.0, 100.0, 30.0, 100.0, SURE).unwrap();
    let many = judge(&[Ok(slight), Ok(nothing), Ok(nothing)], 0.05).unwrap();
    assert!(matches!(many[0], Verdict::NotClearlyDifferent(found) if found.p > slight.p));
    assert_eq!(judge(&[], 0.05), Ok(vec![]));
    assert_eq!(judge(&[], 5.0), Err(Mistake::Probability));
    assert_eq!(Reason::from(Mistake::NothingBelow), Reason::TooFew);
}
