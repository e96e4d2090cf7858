//! What holds for all numbers.

use proptest::prelude::*;
use statistics::*;

fn counts() -> impl Strategy<Value = (f64, f64)> {
    (1_u32..5000).prop_flat_map(|n| (0..=n, Just(n))).prop_map(|(x, n)| (f64::from(x), f64::from(n)))
}

fn same(a: f64, b: f64) -> bool {
    (a - b).abs() <= 1e-9 * (1.0 + a.abs().max(b.abs()))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn intervals_of_shares((x, n) in counts(), more in 2_u32..50) {
        for method in [ShareMethod::Wilson, ShareMethod::ClopperPearson] {
            let of = |x: f64, n: f64, sure| share_method(method, x, n, sure).unwrap();
            let found = of(x, n, Confidence::P95);
            prop_assert!(found.interval.contains(found.value));
            prop_assert!(found.interval.lower >= 0.0 && found.interval.upper <= 1.0);
            // More people, the same share: narrower. More confidence: wider. The others' share: mirrored.
            let larger = of(x * f64::from(more), n * f64::from(more), Confidence::P95);
            prop_assert!(larger.interval.width() < found.interval.width());
            let surer = of(x, n, Confidence::P99);
            prop_assert!(surer.interval.lower <= found.interval.lower && surer.interval.upper >= found.interval.upper);
            let mirrored = of(n - x, n, Confidence::P95);
            prop_assert!(same(mirrored.interval.lower, 1.0 - found.interval.upper));
            // One more counted: both bounds rise.
            if x + 1.0 <= n {
                let next = of(x + 1.0, n, Confidence::P95);
                prop_assert!(next.interval.lower > found.interval.lower && next.interval.upper >= found.interval.upper);
            }
        }
    }

    #[test]
    fn intervals_of_rates(x in 0_u32..3000, exposure in 0.1..1e6_f64) {
        for method in [RateMethod::Byar, RateMethod::Exact, RateMethod::Mixed] {
            let of = |x: f64, exposure| rate_method(method, x, exposure, Confidence::P95).unwrap();
            let found = of(f64::from(x), exposure);
            prop_assert!(found.interval.contains(found.value) && found.interval.lower >= 0.0);
            let longer = of(f64::from(x), 2.0 * exposure);
            prop_assert!(same(2.0 * longer.interval.upper, found.interval.upper));
            if method != RateMethod::Mixed {
                let next = of(f64::from(x) + 1.0, exposure);
                prop_assert!(next.interval.lower > found.interval.lower && next.interval.upper > found.interval.upper);
            }
        }
    }

    #[test]
    fn differences_of_shares((x, n) in counts(), (y, m) in counts()) {
        let found = share_difference(x, n, y, m, Confidence::P95).unwrap();
        let turned = share_difference(y, m, x, n, Confidence::P95).unwrap();
        prop_assert!(same(found.estimate.interval.lower, -turned.estimate.interval.upper) && same(found.p, turned.p));
        let others = share_difference(n - x, n, m - y, m, Confidence::P95).unwrap();
        prop_assert!(same(found.estimate.interval.lower, -others.estimate.interval.upper));
        prop_assert!((0.0..=1.0).contains(&found.p));
        prop_assert!(found.estimate.interval.lower >= -1.0 && found.estimate.interval.upper <= 1.0);
        // The interval excludes zero exactly where the p-value is below the level.
        if (found.p - 0.05).abs() > 1e-9 {
            prop_assert_eq!(found.p < 0.05, !found.estimate.interval.contains(0.0));
        }
    }

    #[test]
    fn differences_of_rates(x in 0_u32..400, y in 0_u32..400, of in 1.0..9.0_f64) {
        let found = rate_difference(f64::from(x), 1.0, f64::from(y), of, Confidence::P95).unwrap();
        if (found.p - 0.05).abs() > 1e-6 {
            prop_assert_eq!(found.p < 0.05, !found.estimate.interval.contains(0.0));
        }
    }

    #[test]
    fn a_part_and_its_whole((x, n) in counts(), (y, m) in counts()) {
        let found = part_and_whole_shares((x, n), (x + y, n + m), Confidence::P95).unwrap();
        prop_assert!(same(found.estimate.value, x / n - (x + y) / (n + m)));
        let rest = share_difference(x, n, y, m, Confidence::P95).unwrap();
        prop_assert_eq!(found.p, rest.p);
        prop_assert!(found.estimate.interval.width() < rest.estimate.interval.width());
        let rates = part_and_whole_rates((x, n), (x + y, n + m), Confidence::P95).unwrap();
        prop_assert!(same(rates.estimate.value, found.estimate.value));
    }

    #[test]
    fn means_of_a_part(part in prop::collection::vec(-50.0..50.0_f64, 3..20), rest in prop::collection::vec(-9.0..90.0_f64, 3..20)) {
        let told = |values: &[f64]| {
            let n = values.len() as f64;
            let mean = values.iter().sum::<f64>() / n;
            (mean, (values.iter().map(|x| (x - mean).powi(2)).sum::<f64>() / (n - 1.0)).sqrt(), n)
        };
        let whole = [part.clone(), rest.clone()].concat();
        let found = part_and_whole_means(told(&part), told(&whole), Confidence::P95).unwrap();
        let apart = mean_difference(told(&part), told(&rest), Confidence::P95).unwrap();
        prop_assert!(same(found.estimate.value, told(&part).0 - told(&whole).0));
        prop_assert!((found.p - apart.p).abs() < 1e-6);
    }

    #[test]
    fn ratios((x, n) in counts(), (y, m) in counts()) {
        let (a, b) = (wilson(x, n, Confidence::P95).unwrap(), wilson(y, m, Confidence::P95).unwrap());
        match ratio(a, b) {
            Ok(found) => {
                prop_assert!(found.interval.lower >= 0.0);
                // It excludes one exactly where the difference by the same method excludes zero.
                let apart = difference(a, b, Confidence::P95).unwrap().estimate.interval;
                if apart.lower.abs().min(apart.upper.abs()) > 1e-9 {
                    prop_assert_eq!(found.interval.contains(1.0), apart.contains(0.0));
                }
                if let (Ok(turned), true) = (ratio(b, a), x > 0.0) {
                    prop_assert!(same(found.interval.lower * turned.interval.upper, 1.0));
                }
            }
            Err(mistake) => prop_assert!(y == 0.0 && mistake == Mistake::NothingBelow),
        }
    }

    #[test]
    fn families(p in prop::collection::vec(0.0..=1.0_f64, 0..40)) {
        let adjusted = benjamini_hochberg(&p).unwrap();
        for ((a, pa), (b, pb)) in adjusted.iter().zip(&p).flat_map(|x| adjusted.iter().zip(&p).map(move |y| (x, y))) {
            prop_assert!(*a >= *pa && *a <= 1.0 && (pa > pb || a <= b));
        }
        let mut turned: Vec<f64> = p.clone();
        turned.reverse();
        let mut again = benjamini_hochberg(&turned).unwrap();
        again.reverse();
        prop_assert_eq!(adjusted, again);
    }

    #[test]
    fn imprecision_widens((x, n) in counts(), base in 0.0..10.0_f64, random: bool) {
        let rounding = Imprecision::rounding(base).unwrap();
        match widen_share((x, rounding), (n, rounding), random, Confidence::P95) {
            Ok(found) => {
                prop_assert!(found.possible.contains(found.estimate.value));
                let plain = wilson(x, n, Confidence::P95).unwrap().interval;
                if random {
                    prop_assert!(found.estimate.interval.lower <= plain.lower && found.estimate.interval.upper >= plain.upper);
                } else {
                    prop_assert!(found.possible.lower <= found.estimate.interval.lower + 1e-12);
                    prop_assert!(found.possible.upper >= found.estimate.interval.upper - 1e-12);
                }
            }
            Err(mistake) => prop_assert!(mistake == Mistake::Unbounded && 0.5 * base >= n),
        }
    }

    #[test]
    fn slopes_follow_their_series(values in prop::collection::vec(-100.0..100.0_f64, 5..25), up in -5.0..5.0_f64) {
        let series = |scale: f64, up: f64| -> Vec<Point> {
            let value = |(i, x): (usize, &f64)| Point::new(2000.0 + i as f64, scale * x + up * i as f64);
            values.iter().enumerate().map(value).collect()
        };
        let slope = |points: &[Point]| theil_sen(points, &mann_kendall(points).unwrap(), Confidence::P95).unwrap();
        let (plain, turned) = (series(1.0, 0.0), series(-1.0, 0.0));
        prop_assert!(same(slope(&plain).per_year.value + up, slope(&series(1.0, up)).per_year.value));
        prop_assert!(same(slope(&plain).per_year.interval.lower, -slope(&turned).per_year.interval.upper));
        let (test, mirrored) = (mann_kendall(&plain).unwrap(), mann_kendall(&turned).unwrap());
        prop_assert!(test.s == -mirrored.s && same(test.p, mirrored.p) && test.p > 0.0 && test.p <= 1.0);
    }

    #[test]
    fn trends_mirror(counted in prop::collection::vec(0_u32..=60, 5..20)) {
        let sample = |mirror: bool| -> Vec<Sample> {
            let of = |(i, x): (usize, &u32)| {
                let x = f64::from(*x);
                Sample::new(2000.0 + i as f64, if mirror { 60.0 - x } else { x }, 60.0)
            };
            counted.iter().enumerate().map(of).collect()
        };
        if let (Ok(a), Ok(b)) = (share_trend(&sample(false)), share_trend(&sample(true))) {
            prop_assert!((a.slope + b.slope).abs() < 1e-7 && (a.p() - b.p()).abs() < 1e-6);
            let change = a.per_year(Confidence::P95).unwrap();
            if (a.p() - 0.05).abs() > 1e-9 {
                prop_assert_eq!(a.p() < 0.05, !change.interval.contains(0.0));
            }
            // Where the line arrives, it is; at the bounds of the time, the bounds of the line are at the goal.
            if let Ok(Some(when)) = a.when(0.7, Confidence::P95) && (when.value - 2000.0).abs() < 200.0 {
                prop_assert!((a.at(when.value, Confidence::P95).unwrap().value - 0.7).abs() < 1e-9);
                let edge = a.at(when.interval.lower, Confidence::P95).unwrap().interval;
                prop_assert!((edge.lower - 0.7).abs().min((edge.upper - 0.7).abs()) < 1e-6);
            }
        }
    }

    #[test]
    fn no_input_panics(a in any::<f64>(), b in any::<f64>(), c in any::<f64>(), d in any::<f64>()) {
        let sure = Confidence::P95;
        let _ = (wilson(a, b, sure), clopper_pearson(a, b, sure), rate(a, b, sure), rate_byar(a, b, sure));
        let _ = (rate_exact(a.abs().min(1e9), b, sure), mean(a, b, c, sure), mean_from_error(a, b, Some(c), sure));
        let _ = (share_difference(a, b, c, d, sure), rate_difference(a, b, c, d, sure));
        let _ = (mean_difference((a, b, 3.0), (c, d, 4.0), sure), part_and_whole_means((a, b, 3.0), (c, d, 9.0), sure));
        let _ = (part_and_whole_shares((a, b), (c, d), sure), part_and_whole_rates((a, b), (c, d), sure));
        let _ = (share_ratio_log(a, b, c, d, sure), rate_ratio_log(a, b, c, d, sure));
        let _ = (simpson(&[a, b, c, d], sure), shannon(&[a, b, c, d], sure), dissimilarity(&[(a, b), (c, d)]));
        let points: Vec<Point> = [a, b, c, d, a, d].iter().zip(0..).map(|(x, i)| Point::new(f64::from(i), *x)).collect();
        let _ = (assess_values(&points, &[b], Rules::default()), convergence(&points, &points, &[], sure));
        let _ = (warning::jump(&points, 3.5, 0.0), warning::adverse_run(&points, warning::Adverse::Up));
        let samples: Vec<Sample> = [a, b, c, d, a].iter().zip(0..).map(|(x, i)| Sample::new(f64::from(i), *x, d)).collect();
        let _ = (assess_shares(&samples, &[], Rules::default()), assess_rates(&samples, &[], Rules::default()));
        let _ = (Imprecision::rounding(a), widen_count(a, Imprecision::NONE, None, sure), relative_goal(a, b));
        let _ = survey::at_risk_of_poverty(&[a, b, c], &[b, c, d], 0.6);
        if let Ok(design) = survey::Design::new(&[a, b, c, d], None, None, survey::Lonely::Nothing) {
            let _ = (design.mean(&[d, c, b, a]), design.total(&[d, c, b, a]));
        }
    }
}
