//! Spearman's rank correlation against R, and what holds for all numbers.

mod oracle;

use oracle::{asked, near};
use proptest::prelude::*;
use statistics::*;

#[test]
fn rank_correlations_agree_with_r() {
    for row in asked("rank.csv", "spearman") {
        let (a, b) = row.inputs.split_at(row.inputs.len() / 2);
        near(spearman(a, b).unwrap(), row.answers[0], 1e-12, "rho");
    }
}

#[test]
fn what_has_no_rank_correlation_is_refused() {
    assert_eq!(spearman(&[1.0, 2.0, 3.0], &[1.0, 2.0]), Err(Mistake::Lengths));
    assert_eq!(spearman(&[1.0, 2.0], &[1.0, 2.0]), Err(Mistake::TooFew));
    assert_eq!(spearman(&[1.0, 2.0, f64::NAN], &[1.0, 2.0, 3.0]), Err(Mistake::NotFinite));
    assert_eq!(spearman(&[1.0, 1.0, 1.0], &[1.0, 2.0, 3.0]), Err(Mistake::NoVariation));
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn order_is_all_that_counts(pairs in prop::collection::vec((-1e3..1e3_f64, -1e3..1e3_f64), 3..30)) {
        let (a, b): (Vec<f64>, Vec<f64>) = pairs.into_iter().unzip();
        prop_assume!(spearman(&a, &b).is_ok());
        let rho = spearman(&a, &b).unwrap();
        prop_assert!((-1.0..=1.0).contains(&rho));
        prop_assert_eq!(spearman(&b, &a).unwrap(), rho);
        let rising: Vec<f64> = a.iter().map(|x| 3.0 * x + 7.0).collect();
        prop_assert!((spearman(&rising, &b).unwrap() - rho).abs() < 1e-12);
        let falling: Vec<f64> = b.iter().map(|x| -x).collect();
        prop_assert!((spearman(&a, &falling).unwrap() + rho).abs() < 1e-12);
        prop_assert!((spearman(&a, &a).unwrap() - 1.0).abs() < 1e-12);
    }
}
