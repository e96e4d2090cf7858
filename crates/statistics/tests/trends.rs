//! Trends, diversity and dissimilarity against R and against Kendall's table.

mod oracle;

use oracle::{asked, near};
use statistics::*;

fn points(inputs: &[f64]) -> Vec<Point> {
    let half = inputs.len() / 2;
    inputs[..half].iter().zip(&inputs[half..]).map(|(time, value)| Point::new(*time, *value)).collect()
}

#[test]
fn tests_and_slopes_agree_with_r() {
    let mut counted = 0;
    for row in asked("trend.csv", "kendall_exact") {
        let found = mann_kendall(&points(&row.inputs)).unwrap();
        near(found.s, row.answers[0], 1e-12, "S");
        near(found.tau, row.answers[1], 1e-12, "tau");
        if found.correction == 1.0 {
            near(found.p, row.answers[2], 1e-10, "exact p");
            counted += 1;
        }
    }
    assert!(counted >= 3);
    for row in asked("trend.csv", "kendall_tied") {
        let found = mann_kendall(&points(&row.inputs)).unwrap();
        near(found.s, row.answers[0], 1e-12, "S");
        near(found.tau, row.answers[1], 1e-12, "tau");
        // R knows no autocorrelation, so its p-value is that of the variance before the correction.
        let p = |variance: f64| 2.0 * normal_cdf((1.0 - found.s.abs()) / variance.sqrt());
        near(p(found.variance), row.answers[2], 1e-10, "p with ties");
        near(p(found.variance * found.correction), found.p, 1e-12, "corrected p");
    }
    for row in asked("trend.csv", "sen") {
        let points = points(&row.inputs);
        let slope = theil_sen(&points, &mann_kendall(&points).unwrap(), Confidence::P95).unwrap();
        near(slope.per_year.value, row.answers[0], 1e-12, "slope");
    }
    for row in asked("trend.csv", "yue_wang") {
        let found = mann_kendall(&points(&row.inputs)).unwrap();
        near(found.correction, row.answers[0], 1e-10, "correction");
    }
}

/// Kendall (1975), table of tail probabilities of S, as in Gilbert (1987), table A18: one-sided, so half of ours.
#[test]
fn published_probabilities() {
    for (n, falling, s, tail) in
        [(4, 1, 4.0, 0.167), (5, 1, 8.0, 0.042), (6, 2, 11.0, 0.028), (8, 6, 16.0, 0.031), (10, 12, 21.0, 0.036)]
    {
        // A series in order, of which neighbours change places until so many pairs fall.
        let mut values: Vec<f64> = (0..n).map(f64::from).collect();
        let mut left = falling;
        'swaps: for end in (1..values.len()).rev() {
            for place in 0..end {
                if left == 0 {
                    break 'swaps;
                }
                values.swap(place, place + 1);
                left -= 1;
            }
        }
        let points: Vec<Point> = values.iter().zip(2000..).map(|(x, year)| Point::new(f64::from(year), *x)).collect();
        let found = mann_kendall(&points).unwrap();
        assert_eq!(found.s, s);
        if found.correction == 1.0 {
            assert!((0.5 * found.p - tail).abs() < 6e-4, "{n} {s} {}", found.p);
        }
    }
}

#[test]
fn regressions_agree_with_r() {
    for (name, fit) in [("logistic", share_trend as fn(&[Sample]) -> _), ("poisson", rate_trend)] {
        for row in asked("trend.csv", name) {
            let third = row.inputs.len() / 3;
            let sample = |at: usize| Sample::new(row.inputs[at], row.inputs[third + at], row.inputs[2 * third + at]);
            let model: Model = fit(&(0..third).map(sample).collect::<Vec<_>>()).unwrap();
            let scale = (model.dispersion.max(1.0) * model.correction).sqrt();
            near(model.slope, row.answers[0], 1e-9, "slope");
            near(model.slope_error / scale, row.answers[1], 1e-7, "error of the slope");
            // R takes weights and residuals from the last step but one.
            near(model.dispersion, row.answers[2], 1e-6, "dispersion");
            let line = model.level + model.slope * (2021.0 - model.centre);
            near(line, row.answers[3], 1e-9, "line in 2021");
            let x = 2021.0 - model.centre;
            let error = (model.level_error.powi(2) + x * x * model.slope_error.powi(2)).sqrt();
            near(error / scale, row.answers[4], 1e-7, "error in 2021");
        }
    }
}

#[test]
fn indices_agree_with_r() {
    for row in asked("trend.csv", "diversity") {
        let found = simpson(&row.inputs, Confidence::P95).unwrap();
        near(found.value, row.answers[0], 1e-12, "Simpson");
        let n: f64 = row.inputs.iter().sum();
        let groups = row.inputs.iter().filter(|x| **x > 0.0).count() as f64;
        let found = shannon(&row.inputs, Confidence::P95).unwrap();
        near(found.value - (groups - 1.0) / (2.0 * n), row.answers[1], 1e-12, "Shannon");
    }
    for row in asked("trend.csv", "dissimilarity") {
        let half = row.inputs.len() / 2;
        let areas: Vec<(f64, f64)> =
            row.inputs[..half].iter().copied().zip(row.inputs[half..].iter().copied()).collect();
        near(dissimilarity(&areas).unwrap(), row.answers[0], 1e-12, "D");
        let bootstrap = Bootstrap { seed: 7, samples: 20_000 };
        let found = dissimilarity_estimate(&areas, bootstrap, Confidence::P95).unwrap();
        // Both are random sums: R drew 200,000 samples, here are 20,000.
        assert!((found.value - row.answers[1]).abs() < 2e-3, "{found:?} {:?}", row.answers);
        assert!((found.interval.lower - row.answers[2].max(0.0)).abs() < 5e-3, "{found:?} {:?}", row.answers);
        assert!((found.interval.upper - row.answers[3]).abs() < 5e-3, "{found:?} {:?}", row.answers);
    }
}
