//! Surveys against the R packages survey and laeken.

mod oracle;

use oracle::{asked, near};
use statistics::{Confidence, Mistake, survey::*};

fn column(file: &str, name: &str) -> Vec<f64> {
    asked(file, &format!("data_{name}")).remove(0).answers
}

fn numbers(name: &str) -> Vec<u32> {
    column("survey.csv", name).iter().map(|x| *x as u32).collect()
}

#[track_caller]
fn told(found: Surveyed, name: &str) {
    let expected = asked("survey.csv", name).remove(0).answers;
    near(found.value, expected[0], 1e-12, name);
    near(found.standard_error, expected[1], 1e-10, name);
}

fn design(lonely: Lonely) -> Design {
    let weights = column("survey.csv", "w");
    Design::new(&weights, Some(&numbers("stratum")), Some(&numbers("psu")), lonely).unwrap()
}

#[test]
fn linearisation_agrees_with_r() {
    let design = design(Lonely::Refuse);
    let (y, x, z) = (column("survey.csv", "y"), column("survey.csv", "x"), column("survey.csv", "z"));
    let group: Vec<bool> = column("survey.csv", "g").iter().map(|g| *g == 1.0).collect();
    told(design.mean(&y).unwrap(), "mean");
    told(design.total(&y).unwrap(), "total");
    told(design.ratio(&y, &x).unwrap(), "ratio");
    told(design.mean(&z).unwrap(), "share");
    told(design.mean_within(&y, &group).unwrap(), "within");
    let expected = asked("survey.csv", "mean_interval").remove(0);
    let found = design.mean(&y).unwrap();
    assert_eq!(found.degrees, expected.inputs[0]);
    near(found.estimate(Confidence::P95).unwrap().interval.lower, expected.answers[0], 1e-10, "mean lower");
    let expected = asked("survey.csv", "share_interval").remove(0).answers;
    let found = design.mean(&z).unwrap().share(Confidence::P95).unwrap();
    near(found.interval.lower, expected[0], 1e-8, "share lower");
    near(found.interval.upper, expected[1], 1e-8, "share upper");
}

#[test]
fn simpler_designs_agree_with_r() {
    let (w, y) = (column("survey.csv", "w"), column("survey.csv", "y"));
    told(Design::new(&w, None, None, Lonely::Refuse).unwrap().mean(&y).unwrap(), "unclustered");
    let stratified = Design::new(&w, Some(&numbers("stratum")), None, Lonely::Refuse).unwrap();
    told(stratified.mean(&y).unwrap(), "stratified");
    let portions = [4.0 / 40.0, 3.0 / 12.0, 5.0 / 20.0, 2.0 / 4.0];
    told(design(Lonely::Refuse).with_portions(&portions).unwrap().mean(&y).unwrap(), "corrected");
}

#[test]
fn single_clusters_agree_with_r() {
    let (w, y, strata) = (column("survey.csv", "w"), column("survey.csv", "y"), numbers("stratum"));
    let clusters: Vec<u32> =
        strata.iter().zip(numbers("psu")).map(|(stratum, psu)| if *stratum == 4 { 1 } else { psu }).collect();
    let with = |lonely| Design::new(&w, Some(&strata), Some(&clusters), lonely);
    assert_eq!(with(Lonely::Refuse).unwrap_err(), Mistake::SingleCluster);
    told(with(Lonely::Nothing).unwrap().mean(&y).unwrap(), "lonely_remove");
    told(with(Lonely::FromOverallMean).unwrap().mean(&y).unwrap(), "lonely_adjust");
    told(with(Lonely::Average).unwrap().mean(&y).unwrap(), "lonely_average");
}

#[test]
fn replicates_agree_with_r() {
    let (design, y) = (design(Lonely::Refuse), column("survey.csv", "y"));
    let (lists, jackknife) = jackknife_weights(&design).unwrap();
    let mean = |weights: &[f64]| {
        let sums = weights.iter().zip(&y).fold((0.0, 0.0), |(a, b), (w, y)| (a + w * y, b + w));
        Ok(sums.0 / sums.1)
    };
    for (centre, name) in [(Centre::Full, "jackknife_full"), (Centre::Replicates, "jackknife_replicates")] {
        told(replicate(mean, design.weights(), &lists, (&jackknife, centre), design.degrees()).unwrap(), name);
    }
    for row in asked("survey.csv", "balanced") {
        let replication = Replication::Balanced { fay: row.inputs[0] };
        let found = replicate_error(row.inputs[1], &row.inputs[2..], &replication, Centre::Full).unwrap();
        near(found, row.answers[0], 1e-10, "balanced");
    }
    for row in asked("survey.csv", "bootstrap") {
        let found = replicate_error(row.inputs[0], &row.inputs[1..], &Replication::Bootstrap, Centre::Replicates);
        near(found.unwrap(), row.answers[0], 1e-10, "bootstrap");
    }
}

#[test]
fn poverty_agrees_with_laeken() {
    let (incomes, weights) = (column("poverty.csv", "income"), column("poverty.csv", "weight"));
    for row in asked("poverty.csv", "weighted_quantile") {
        near(weighted_quantile(&incomes, &weights, row.inputs[0]).unwrap(), row.answers[0], 1e-12, "quantile");
    }
    for row in asked("poverty.csv", "poverty") {
        let found = at_risk_of_poverty(&incomes, &weights, row.inputs[0]).unwrap();
        near(found.threshold, row.answers[0], 1e-12, "threshold");
        near(found.rate, row.answers[1], 1e-12, "rate");
    }
}

/// Alfons and Templ (2013), Journal of Statistical Software 54(15): the at-risk-of-poverty rate of the sample eusilc is
/// 14.44422 % with a threshold of 10,859.24.
#[test]
fn the_published_rate_of_poverty() {
    let mut incomes = asked("poverty.csv", "eusilc_income");
    let mut weights = asked("poverty.csv", "eusilc_weight");
    let found = at_risk_of_poverty(&incomes.remove(0).answers, &weights.remove(0).answers, 0.6).unwrap();
    assert_eq!(format!("{:.5} {:.2}", 100.0 * found.rate, found.threshold), "14.44422 10859.24");
    near(found.rate, asked("poverty.csv", "eusilc_poverty").remove(0).answers[1], 1e-12, "rate");
}

#[test]
fn a_weighted_median_between_two_values() {
    assert_eq!(weighted_quantile(&[3.0, 1.0, 2.0, 4.0], &[1.0; 4], 0.5), Ok(2.5));
    assert_eq!(weighted_quantile(&[3.0, 1.0, 2.0, 4.0], &[1.0, 0.0, 0.0, 1.0], 0.5), Ok(3.5));
    assert_eq!(weighted_quantile(&[], &[], 0.5), Err(Mistake::NothingBelow));
    assert_eq!(weighted_quantile(&[1.0], &[f64::NAN], 0.5), Err(Mistake::NotFinite));
    assert_eq!(weighted_quantile(&[1.0], &[1.0, 2.0], 0.5), Err(Mistake::Lengths));
}
