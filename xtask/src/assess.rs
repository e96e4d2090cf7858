//! What the methods of assessment deliver, and how long they take.

use statistics::{
    Confidence, Mistake, RateMethod, ShareMethod, difference_found, rate_coverage, rate_difference_found, rate_width,
    share_coverage, share_width,
};

use crate::run::{Done, cargo, run};

const SURE: Confidence = Confidence::P95;

/// `cargo xtask coverage`: coverage and width of every interval method, summed exactly over all counts that can come
/// about.
pub(crate) fn coverage() -> Done {
    table().map_err(|mistake| mistake.to_string())
}

fn table() -> Result<(), Mistake> {
    println!(
        "coverage of intervals of 95 %, exactly, and their mean width (shares: percentage points; counts: per cent of the mean)\n"
    );
    println!("{:40} {:34} {:>8} {:>8} {:>8}", "method", "grid", "least", "mean", "width");
    for method in [ShareMethod::Wilson, ShareMethod::ClopperPearson] {
        for n in [5, 10, 20, 50, 100, 300, 1000] {
            let at = |step: u32| {
                let p = f64::from(step) / 100.0;
                Ok((share_coverage(method, n, p, SURE)?, 100.0 * share_width(method, n, p, SURE)?))
            };
            let name = format!("share, {method:?}");
            line(&name, &format!("n = {n}, p = 0.01 … 0.99"), (1..100).map(at))?;
        }
    }
    for method in [RateMethod::Byar, RateMethod::Exact, RateMethod::Mixed] {
        for (first, last) in [(1, 9), (10, 39), (40, 400)] {
            let at = |step: u32| {
                let mean = 0.25 * f64::from(step);
                Ok((rate_coverage(method, mean, SURE)?, 100.0 * rate_width(method, mean, SURE)? / mean))
            };
            let grid = format!("mean = {} … {}", 0.25 * f64::from(first), 0.25 * f64::from(last));
            line(&format!("count, {method:?}"), &grid, (first..=last).map(at))?;
        }
    }
    for (n_a, n_b) in [(20, 20), (30, 100), (100, 100), (300, 150)] {
        let at = |step: u32| {
            let p = 0.05 * f64::from(step);
            Ok((1.0 - difference_found(n_a, p, n_b, p, SURE)?, f64::NAN))
        };
        line("difference of shares, Newcombe", &format!("n = {n_a} and {n_b}, p = 0.05 … 0.95"), (1..20).map(at))?;
    }
    for factor in [1, 3] {
        let at = |step: u32| {
            let (mean, factor) = (2.0 * f64::from(step), f64::from(factor));
            Ok((1.0 - rate_difference_found((mean, 1.0), (factor * mean, factor), SURE)?, f64::NAN))
        };
        line("difference of rates, MOVER", &format!("means 2 … 40, exposure 1 and {factor}"), (1..=20).map(at))?;
    }
    Ok(())
}

/// One line: the least and the mean coverage of a grid, and the mean width where it is known.
fn line(name: &str, grid: &str, found: impl Iterator<Item = Result<(f64, f64), Mistake>>) -> Result<(), Mistake> {
    let found = found.collect::<Result<Vec<_>, _>>()?;
    let least = found.iter().map(|(covered, _)| *covered).fold(1.0, f64::min);
    let mean = |sum: f64| sum / found.len() as f64;
    let covered = mean(found.iter().map(|(covered, _)| covered).sum());
    let width = mean(found.iter().map(|(_, width)| width).sum());
    let width = if width.is_nan() { "–".to_owned() } else { format!("{width:.1}") };
    println!("{name:40} {grid:34} {least:8.4} {covered:8.4} {width:>8}");
    Ok(())
}

/// `cargo xtask bench-assess`: 60 indicators, 100 areas, 10 groups and 20 years, with optimisation.
pub(crate) fn bench() -> Done {
    speed("a_whole_monitoring_is_assessed")
}

/// Runs one of the measurements over a whole monitoring, with optimisation.
pub(crate) fn speed(name: &str) -> Done {
    let test = format!("speed::{name}");
    run(cargo(&[
        "test",
        "--locked",
        "--release",
        "-p",
        "publication",
        "--test",
        "assess",
        "--",
        "--ignored",
        "--exact",
        "--nocapture",
        &test,
    ]))
}
