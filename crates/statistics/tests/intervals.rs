//! Intervals, differences, ratios and families against R and against published tables.

mod oracle;

use oracle::{asked, near, rows};
use statistics::*;

fn bounds(found: Interval, expected: &[f64], tolerance: f64, what: &str) {
    near(found.lower, expected[0], tolerance, what);
    near(found.upper, expected[1], tolerance, what);
}

#[test]
fn intervals_agree_with_r() {
    for row in rows("intervals.csv") {
        let (x, y, what) = (&row.inputs, &row.answers, format!("{} {:?}", row.asked, row.inputs));
        let sure = |at: usize| Confidence::new(x[at]).unwrap();
        match row.asked.as_str() {
            "wilson" => bounds(wilson(x[0], x[1], sure(2)).unwrap().interval, y, 1e-10, &what),
            "clopper_pearson" => bounds(clopper_pearson(x[0], x[1], sure(2)).unwrap().interval, y, 1e-9, &what),
            "rate_exact" => bounds(rate_exact(x[0], x[1], sure(2)).unwrap().interval, y, 1e-10, &what),
            "rate_byar" => bounds(rate_byar(x[0], x[1], sure(2)).unwrap().interval, y, 1e-10, &what),
            "mean" => bounds(mean(x[0], x[1], x[2], sure(3)).unwrap().interval, y, 1e-9, &what),
            "mean_difference" => {
                let found = mean_difference((x[0], x[1], x[2]), (x[3], x[4], x[5]), sure(6)).unwrap();
                bounds(found.estimate.interval, y, 1e-9, &what);
                near(found.p, y[2], 1e-9, &what);
            }
            "share_difference" => {
                let found = share_difference(x[0], x[1], x[2], x[3], sure(4)).unwrap();
                bounds(found.estimate.interval, y, 1e-9, &what);
                near(found.p, y[2], 1e-7, &what);
            }
            "share_score_p" => near(share_score_p(x[0], x[1], x[2], x[3]).unwrap(), y[0], 1e-9, &what),
            "part_and_whole_shares" => {
                let found = part_and_whole_shares((x[0], x[1]), (x[2], x[3]), sure(4)).unwrap();
                near(found.estimate.value, y[0], 1e-10, &what);
                near(found.estimate.interval.width() / (2.0 * sure(4).z()), y[1], 1e-3, &what);
            }
            "share_ratio_log" | "rate_ratio_log" => {
                let ratio = if row.asked == "share_ratio_log" { share_ratio_log } else { rate_ratio_log };
                let found = ratio(x[0], x[1], x[2], x[3], sure(4)).unwrap();
                near(found.value, y[0], 1e-10, &what);
                bounds(found.interval, &y[1..], 1e-9, &what);
            }
            "benjamini_hochberg" => {
                for (found, expected) in benjamini_hochberg(x).unwrap().iter().zip(y) {
                    near(*found, *expected, 1e-12, &what);
                }
            }
            "coverage_wilson" => {
                near(share_coverage(ShareMethod::Wilson, x[0] as u32, x[1], sure(2)).unwrap(), y[0], 1e-9, &what);
            }
            "coverage_clopper_pearson" => {
                let found = share_coverage(ShareMethod::ClopperPearson, x[0] as u32, x[1], sure(2));
                near(found.unwrap(), y[0], 1e-9, &what);
            }
            "coverage_exact" => {
                near(rate_coverage(RateMethod::Exact, x[0], sure(1)).unwrap(), y[0], 1e-9, &what);
            }
            other => panic!("{other}"),
        }
    }
    assert_eq!(asked("intervals.csv", "coverage_wilson").len(), 16);
}

/// Newcombe (1998), *Two-sided confidence intervals for the single proportion*, table I, method 3.
#[test]
fn published_shares() {
    for (x, n, lower, upper) in [
        (81.0, 263.0, 0.2553, 0.3662),
        (15.0, 148.0, 0.0624, 0.1605),
        (0.0, 20.0, 0.0, 0.1611),
        (1.0, 29.0, 0.0061, 0.1718),
    ] {
        let found = wilson(x, n, Confidence::P95).unwrap().interval;
        assert!((found.lower - lower).abs() < 5.1e-5 && (found.upper - upper).abs() < 5.1e-5, "{x}/{n} {found:?}");
    }
}

/// Newcombe (1998), *Interval estimation for the difference between independent proportions*, table II, method 10.
#[test]
fn published_differences() {
    for (a, m, b, n, lower, upper) in [
        (56.0, 70.0, 48.0, 80.0, 0.0524, 0.3339),
        (9.0, 10.0, 3.0, 10.0, 0.1705, 0.8090),
        (6.0, 7.0, 2.0, 7.0, 0.0582, 0.8062),
        (5.0, 56.0, 0.0, 29.0, -0.0381, 0.1926),
        (0.0, 10.0, 0.0, 20.0, -0.1611, 0.2775),
        (0.0, 10.0, 0.0, 10.0, -0.2775, 0.2775),
        (10.0, 10.0, 0.0, 20.0, 0.6791, 1.0),
        (10.0, 10.0, 0.0, 10.0, 0.6075, 1.0),
    ] {
        let found = share_difference(a, m, b, n, Confidence::P95).unwrap().estimate.interval;
        assert!(
            (found.lower - lower).abs() < 5.1e-5 && (found.upper - upper).abs() < 5.1e-5,
            "{a}/{m} {b}/{n} {found:?}"
        );
    }
}

/// Garwood (1936), limits of the mean of a Poisson count, as reprinted in Pearson and Hartley's *Biometrika Tables*, 40.
#[test]
fn published_counts() {
    for (x, lower, upper) in [
        (0.0, 0.0, 3.689),
        (1.0, 0.0253, 5.572),
        (2.0, 0.242, 7.225),
        (5.0, 1.623, 11.668),
        (10.0, 4.795, 18.390),
        (20.0, 12.217, 30.888),
        (50.0, 37.11, 65.92),
    ] {
        let found = rate_exact(x, 1.0, Confidence::P95).unwrap().interval;
        assert!((found.lower - lower).abs() < 6e-3 && (found.upper - upper).abs() < 6e-3, "{x} {found:?}");
        let byar = rate_byar(x, 1.0, Confidence::P95).unwrap().interval;
        assert!((byar.upper - upper).abs() < 0.06, "Byar is near for {x}");
    }
}

/// Benjamini and Hochberg (1995), section 4.1: of fifteen p-values four are rejected at 0.05.
#[test]
fn published_family() {
    let p = [
        0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240, 0.4262, 0.5719, 0.6528, 0.7590,
        1.0000,
    ];
    assert_eq!(benjamini_hochberg(&p).unwrap().iter().filter(|p| **p <= 0.05).count(), 4);
}
