//! Whether the methods keep what they promise: without any change few are called different, with a change most are.

use statistics::*;

/// A draw from a binomial by adding up single chances.
fn drawn(random: &mut Random, n: u32, p: f64) -> f64 {
    (0..n).map(|_| if random.uniform() < p { 1.0 } else { 0.0 }).sum()
}

/// Pages of twenty comparisons of a part with the rest, of very different sizes, without any true difference.
#[test]
fn without_differences_few_pages_show_one() {
    let mut random = Random::new(2026);
    let (pages, mut wrong) = (2000, 0);
    for _ in 0..pages {
        let family: Vec<_> = (0..20_u32)
            .map(|group| {
                let (n, m, p) = (20 + 7 * group, 150, 0.1 + 0.04 * f64::from(group));
                let (x, y) = (drawn(&mut random, n, p), drawn(&mut random, m, p));
                share_difference(x, f64::from(n), y, f64::from(m), Confidence::P95).map_err(Reason::from)
            })
            .collect();
        let verdicts = judge(&family, 0.05).unwrap();
        wrong += u32::from(verdicts.iter().any(|verdict| matches!(verdict, Verdict::Different(_))));
    }
    let share = f64::from(wrong) / f64::from(pages);
    println!("pages with a wrong \"different\": {:.2} % of {pages}, declared 5 %", 100.0 * share);
    let error = (0.05 * 0.95 / f64::from(pages)).sqrt();
    assert!(share <= 0.05 + 2.6 * error, "{share}");
}

#[test]
fn power_of_differences() {
    for (n, low, high) in [(50, 0.10, 0.25), (200, 0.40, 0.60), (500, 0.80, 0.95)] {
        let power = difference_found(n, 0.3, n, 0.4, Confidence::P95).unwrap();
        println!("30 % against 40 %, {n} people each: found in {:.0} %", 100.0 * power);
        assert!(power > low && power < high, "{n} {power}");
    }
}

/// The exact chance of a wrong "different" of one comparison over a grid.
#[test]
fn size_of_differences() {
    let (mut worst, mut sum, mut cells) = (0.0_f64, 0.0, 0.0);
    for (n, m) in [(10, 10), (10, 100), (30, 60), (100, 100), (250, 80)] {
        for p in [0.02, 0.1, 0.3, 0.5, 0.8] {
            let size = difference_found(n, p, m, p, Confidence::P95).unwrap();
            worst = worst.max(size);
            sum += size;
            cells += 1.0;
        }
    }
    println!("wrong \"different\" of one comparison of shares: mean {:.3}, most {worst:.3}", sum / cells);
    assert!(sum / cells < 0.05 && worst < 0.08, "{worst}");
    for mean in [1.0, 6.0, 9.5, 40.0] {
        let size = rate_difference_found((mean, 1.0), (3.0 * mean, 3.0), Confidence::P95).unwrap();
        println!("wrong \"different\" of two rates, {mean} events expected: {size:.3}");
        assert!(size < 0.06, "{mean} {size}");
    }
}

#[test]
fn coverage_over_a_grid() {
    for method in [ShareMethod::Wilson, ShareMethod::ClopperPearson] {
        let (mut least, mut sum, mut cells) = (1.0_f64, 0.0, 0.0);
        for n in [5, 10, 20, 50, 100, 300, 1000] {
            for step in 1..100_u32 {
                let covered = share_coverage(method, n, f64::from(step) / 100.0, Confidence::P95).unwrap();
                least = least.min(covered);
                sum += covered;
                cells += 1.0;
            }
        }
        println!("{method:?}: mean coverage {:.4}, least {least:.4}", sum / cells);
        match method {
            ShareMethod::Wilson => assert!((0.945..0.96).contains(&(sum / cells)) && least > 0.82),
            ShareMethod::ClopperPearson => assert!(least >= 0.95),
        }
    }
    for method in [RateMethod::Byar, RateMethod::Exact, RateMethod::Mixed] {
        let means = (1..400).map(|step| 0.25 * f64::from(step));
        let covered: Vec<f64> = means.map(|mean| rate_coverage(method, mean, Confidence::P95).unwrap()).collect();
        let least = covered.iter().copied().fold(1.0, f64::min);
        println!("{method:?}: mean coverage {:.4}, least {least:.4}", covered.iter().sum::<f64>() / 399.0);
        assert!(least >= if method == RateMethod::Exact { 0.95 } else { 0.94 });
    }
}

/// Series of ten years without any trend: how often one is seen.
#[test]
fn without_trends_few_are_seen() {
    let mut random = Random::new(5);
    let (mut seen, mut turned, mut of_shares, all) = (0, 0, 0, 2000);
    for _ in 0..all {
        let noise: Vec<f64> = (0..10).map(|_| normal_quantile(random.uniform().max(1e-12)).unwrap()).collect();
        let points: Vec<Point> = noise.iter().zip(2010..).map(|(x, year)| Point::new(f64::from(year), *x)).collect();
        match assess_values(&points, &[], Rules::default()).unwrap().outcome {
            Outcome::Rising | Outcome::Falling => seen += 1,
            Outcome::RisingThenFalling | Outcome::FallingThenRising => turned += 1,
            _ => {}
        }
        let samples: Vec<Sample> =
            (2010..2020).map(|year| Sample::new(f64::from(year), drawn(&mut random, 120, 0.3), 120.0)).collect();
        let found = assess_shares(&samples, &[], Rules::default()).unwrap().outcome;
        of_shares += u32::from(matches!(found, Outcome::Rising | Outcome::Falling));
    }
    let per = |n: u32| 100.0 * f64::from(n) / f64::from(all);
    println!(
        "no trend, ten years: values {:.1} %, turns {:.1} %, shares {:.1} %",
        per(seen),
        per(turned),
        per(of_shares)
    );
    assert!(per(seen) < 6.3 && per(turned) < 2.0 && per(of_shares) < 6.3);
}

/// Series whose years hang together, without any trend; and how often the slope's interval holds the true slope.
#[test]
fn autocorrelation_and_slopes() {
    let mut random = Random::new(77);
    let mut normal = || normal_quantile(random.uniform().max(1e-12)).unwrap();
    let (mut plain, mut corrected, mut held, all) = (0, 0, 0, 2000);
    for _ in 0..all {
        let mut before = normal();
        let mut hangs = Vec::new();
        let mut free = Vec::new();
        for year in 0..20 {
            before = 0.5 * before + 0.75_f64.sqrt() * normal();
            hangs.push(Point::new(f64::from(year), before));
            free.push(Point::new(f64::from(year), 0.3 * f64::from(year) + normal()));
        }
        let test = mann_kendall(&hangs).unwrap();
        corrected += u32::from(test.p <= 0.05);
        plain += u32::from((test.s.abs() - 1.0) / test.variance.sqrt() >= Confidence::P95.z());
        let slope = theil_sen(&free, &mann_kendall(&free).unwrap(), Confidence::P95).unwrap();
        held += u32::from(slope.per_year.interval.contains(0.3));
    }
    let per = |n: u32| 100.0 * f64::from(n) / f64::from(all);
    println!("no trend, autocorrelation 0.5, 20 years: plain {:.1} %, corrected {:.1} %", per(plain), per(corrected));
    println!("slopes held by their interval: {:.1} %", per(held));
    assert!(per(corrected) < 9.0 && per(plain) > 15.0 && per(held) > 93.5);
}

/// The same for short series, of which those below seven points are not corrected.
#[test]
fn short_series() {
    let mut random = Random::new(78);
    let mut normal = || normal_quantile(random.uniform().max(1e-12)).unwrap();
    for n in [5, 6, 7, 8, 10] {
        for correlation in [0.0_f64, 0.5] {
            let mut seen = 0;
            for _ in 0..2000 {
                let mut before = normal();
                let mut point = |year: i32| {
                    before = correlation * before + (1.0 - correlation * correlation).sqrt() * normal();
                    Point::new(f64::from(year), before)
                };
                let points: Vec<Point> = (0..n).map(&mut point).collect();
                seen += u32::from(mann_kendall(&points).unwrap().p <= 0.05);
            }
            let share = f64::from(seen) / 2000.0;
            println!("no trend, {n} years, autocorrelation {correlation}: seen in {:.1} %", 100.0 * share);
            assert!(share < if correlation == 0.0 { 0.063 } else { 0.13 });
        }
    }
}

/// Shares that wander around without any trend, by more than chance.
#[test]
fn shares_that_wander() {
    let mut random = Random::new(79);
    for (n, correlation) in [(10, 0.0_f64), (10, 0.5), (20, 0.5)] {
        let mut seen = 0;
        for _ in 0..1000 {
            let mut before = 0.0;
            let mut sample = |year: i32| {
                let normal = normal_quantile(random.uniform().max(1e-12)).unwrap();
                before = correlation * before + (1.0 - correlation * correlation).sqrt() * normal;
                let p = (0.3 + 0.06 * before).clamp(0.05, 0.9);
                Sample::new(f64::from(year), drawn(&mut random, 200, p), 200.0)
            };
            let samples: Vec<Sample> = (0..n).map(&mut sample).collect();
            seen += u32::from(share_trend(&samples).unwrap().p() <= 0.05);
        }
        println!(
            "wandering shares, {n} years, autocorrelation {correlation}: a trend in {:.1} %",
            f64::from(seen) / 10.0
        );
        assert!(seen < 110);
    }
}

/// How sure a change of one percentage point a year is seen in ten years.
#[test]
fn power_of_trends() {
    let mut random = Random::new(4);
    for (n, low, high) in [(100, 0.15, 0.6), (400, 0.8, 1.0)] {
        let mut seen = 0;
        for _ in 0..500 {
            let sample = |year: u32| {
                let p = 0.3 + 0.01 * f64::from(year);
                Sample::new(f64::from(year), drawn(&mut random, n, p), f64::from(n))
            };
            let samples: Vec<Sample> = (0..10).map(sample).collect();
            let found = assess_shares(&samples, &[], Rules::default()).unwrap().outcome;
            seen += u32::from(found == Outcome::Rising);
        }
        println!("one point a year over ten years, {n} people: seen in {:.0} %", f64::from(seen) / 5.0);
        assert!((low..=high).contains(&(f64::from(seen) / 500.0)), "{n} {seen}");
    }
}

/// Two groups that live alike in thirty small areas: the plain index is far from zero, the corrected one near.
#[test]
fn dissimilarity_of_groups_that_live_alike() {
    let mut random = Random::new(12);
    let (mut plain, mut corrected) = (0.0, 0.0);
    for seed in 0..60 {
        let areas: Vec<(f64, f64)> =
            (0..30).map(|_| (drawn(&mut random, 25, 0.4), drawn(&mut random, 200, 0.5))).collect();
        plain += dissimilarity(&areas).unwrap() / 60.0;
        let bootstrap = Bootstrap { seed, samples: 200 };
        corrected += dissimilarity_estimate(&areas, bootstrap, Confidence::P95).unwrap().value / 60.0;
    }
    println!("dissimilarity without any: plain {plain:.3}, corrected {corrected:.3}");
    assert!(corrected < 0.75 * plain);
    let areas = [(12.0, 90.0), (30.0, 80.0), (7.0, 110.0)];
    let bootstrap = Bootstrap { seed: 3, samples: 500 };
    let once = dissimilarity_estimate(&areas, bootstrap, Confidence::P95);
    assert_eq!(once, dissimilarity_estimate(&areas, bootstrap, Confidence::P95), "the same seed, the same answer");
    assert!(dissimilarity_estimate(&[(5.0, 0.0), (0.0, 9.0)], bootstrap, Confidence::P95).unwrap().value == 1.0);
}
