//! What is said about series, gaps, arrivals and jumps.

use statistics::{warning::*, *};

fn points(values: &[f64]) -> Vec<Point> {
    values.iter().zip(2010..).map(|(value, year)| Point::new(f64::from(year), *value)).collect()
}

fn shares(counts: &[f64], of: f64) -> Vec<Sample> {
    counts.iter().zip(2010..).map(|(count, year)| Sample::new(f64::from(year), *count, of)).collect()
}

fn outcome(values: &[f64], tolerance: Option<f64>) -> Outcome {
    assess_values(&points(values), &[], Rules { tolerance, ..Rules::default() }).unwrap().outcome
}

#[test]
fn nine_outcomes() {
    assert_eq!(outcome(&[1.0, 2.1, 2.9, 4.2, 5.0, 5.9], None), Outcome::Rising);
    assert_eq!(outcome(&[9.0, 8.1, 7.9, 6.2, 5.0, 4.9], None), Outcome::Falling);
    assert_eq!(outcome(&[1.0, 2.0, 3.0, 4.0, 5.0, 4.1, 3.2, 2.1, 1.3], None), Outcome::RisingThenFalling);
    assert_eq!(outcome(&[5.0, 4.0, 3.0, 2.0, 1.0, 1.5, 3.2, 4.1, 5.3, 6.2], None), Outcome::FallingThenRising);
    assert_eq!(outcome(&[5.0, 5.1, 4.9, 5.0, 5.1, 5.0], Some(2.0)), Outcome::Steady);
    assert_eq!(outcome(&[5.0; 6], None), Outcome::Steady);
    assert_eq!(outcome(&[5.0, 9.0, 1.0, 8.0, 2.0, 6.0], Some(2.0)), Outcome::Fluctuating);
    assert_eq!(outcome(&[5.0, 9.0, 1.0, 8.0, 2.0, 6.0], None), Outcome::NoClearDirection);
    assert_eq!(outcome(&[1.0, 2.0, 3.0, 4.0], None), Outcome::TooShort);
    assert_eq!(outcome(&[], None), Outcome::TooShort);
    let broken = assess_values(&points(&[1.0, 2.0, 3.0, 4.0, 50.0, 60.0]), &[2014.0], Rules::default()).unwrap();
    assert_eq!((broken.outcome, broken.points), (Outcome::Broken, 2));
    assert_eq!(broken.reason(), Some(Reason::Break));
}

#[test]
fn a_break_hides_what_was_before() {
    let values = points(&[90.0, 80.0, 70.0, 60.0, 1.0, 2.0, 3.0, 4.0, 5.0]);
    let cut = assess_values(&values, &[2014.0], Rules::default()).unwrap();
    assert_eq!((cut.outcome, cut.span), (Outcome::Rising, Some((2014.0, 2018.0))));
    assert_eq!(cut.per_year.unwrap().value, 1.0);
    // A break that comes after the series cuts nothing.
    assert_eq!(assess_values(&values, &[2030.0], Rules::default()).unwrap().points, 9);
}

#[test]
fn shares_and_rates() {
    let rising = shares(&[100.0, 112.0, 118.0, 131.0, 139.0, 150.0], 500.0);
    let found = assess_shares(&rising, &[], Rules::default()).unwrap();
    assert_eq!(found.outcome, Outcome::Rising);
    assert!(found.per_year.unwrap().interval.contains(0.02));
    assert_eq!(assess_rates(&rising, &[], Rules::default()).unwrap().outcome, Outcome::Rising);
    let wild = shares(&[100.0, 180.0, 90.0, 170.0, 95.0, 165.0], 500.0);
    assert_eq!(assess_shares(&wild, &[], Rules::default()).unwrap().outcome, Outcome::Fluctuating);
    let few = shares(&[1.0, 3.0, 2.0, 1.0, 2.0, 2.0], 10.0);
    assert_eq!(assess_shares(&few, &[], Rules::default()).unwrap().outcome, Outcome::NoClearDirection);
    let same = Rules { tolerance: Some(0.05), ..Rules::default() };
    assert_eq!(assess_shares(&shares(&[5000.0; 8], 20000.0), &[], same).unwrap().outcome, Outcome::Steady);
    // Nobody in any year: no line, nothing said.
    let nobody = assess_shares(&shares(&[0.0; 6], 40.0), &[], Rules::default()).unwrap();
    assert_eq!((nobody.outcome, nobody.p), (Outcome::NoClearDirection, None));
    assert_eq!(assess_shares(&shares(&[50.0], 40.0), &[], Rules::default()), Err(Mistake::PartAboveWhole));
}

#[test]
fn gaps_close_for_the_right_and_for_the_wrong_reason() {
    let up = points(&[50.0, 50.9, 52.1, 53.0, 53.9, 55.0]);
    let up_faster = points(&[30.0, 32.0, 34.1, 36.0, 38.2, 40.0]);
    let down = points(&[50.0, 48.0, 46.1, 44.0, 42.2, 40.0]);
    let down_slower = points(&[30.0, 29.5, 29.1, 28.4, 28.0, 27.6]);
    let of = |a: &[Point], b: &[Point]| convergence(a, b, &[], Confidence::P95).unwrap();
    let right = of(&up, &up_faster);
    assert_eq!((right.gap, right.cause), (Gap::Closing, Cause::BothRise));
    assert_eq!(right.closes_for_good(Polarity::HigherBetter), Some(true));
    let wrong = of(&down, &down_slower);
    assert_eq!((wrong.gap, wrong.cause), (Gap::Closing, Cause::BothFall));
    assert_eq!(wrong.closes_for_good(Polarity::HigherBetter), Some(false));
    assert_eq!(wrong.closes_for_good(Polarity::LowerBetter), Some(true));
    assert_eq!(of(&down, &up_faster).cause, Cause::Towards);
    assert_eq!((of(&up, &down_slower).gap, of(&up, &down_slower).cause), (Gap::Widening, Cause::Apart));
    // The order of the groups does not matter.
    let turned = of(&down_slower, &down);
    assert_eq!((turned.gap, turned.cause, turned.first_is_higher), (Gap::Closing, Cause::BothFall, false));
    assert_eq!(of(&up[..4], &down[..4]).gap, Gap::TooShort);
    let over = of(&points(&[1.0, 2.0, 3.0, 4.0, 5.0, 6.0]), &points(&[4.0, 4.1, 3.9, 4.2, 4.0, 4.1]));
    assert_eq!(over.gap, Gap::Crossed);
    assert_eq!(convergence(&up, &down[1..], &[], Confidence::P95), Err(Mistake::Lengths));
}

#[test]
fn arrivals() {
    let series = points(&[10.0, 12.1, 13.9, 16.2, 18.0, 19.8, 22.1]);
    let kendall = mann_kendall(&series).unwrap();
    let slope = theil_sen(&series, &kendall, Confidence::P95).unwrap();
    let at = |aim| arrival_by_slope(&slope, kendall.p, aim, (2016.0, 50.0), Confidence::P95).unwrap();
    let Arrival::In(when) = at(Aim::AtLeast(30.0)) else { panic!("it arrives") };
    assert!(
        (when.value - 2020.0).abs() < 0.1 && when.interval.contains(2020.0) && when.interval.width() < 2.0,
        "{when:?}"
    );
    assert_eq!(at(Aim::AtLeast(20.0)), Arrival::Reached);
    assert_eq!(at(Aim::AtMost(5.0)), Arrival::MovesAway);
    assert_eq!(at(Aim::AtLeast(500.0)), Arrival::TooFar);
    assert!(matches!(at(Aim::Within(Interval { lower: 30.0, upper: 40.0 })), Arrival::In(_)));
    let unclear = points(&[5.0, 9.0, 1.0, 8.0, 2.0, 6.0]);
    let kendall = mann_kendall(&unclear).unwrap();
    let slope = theil_sen(&unclear, &kendall, Confidence::P95).unwrap();
    let found = arrival_by_slope(&slope, kendall.p, Aim::AtLeast(90.0), (2016.0, 50.0), Confidence::P95);
    assert_eq!(found, Ok(Arrival::NotClear));
    let model = share_trend(&shares(&[100.0, 112.0, 118.0, 131.0, 139.0, 150.0], 500.0)).unwrap();
    let at = |aim| arrival_by_model(&model, aim, (2015.0, 50.0), Confidence::P95).unwrap();
    let Arrival::In(when) = at(Aim::AtLeast(0.4)) else { panic!("it arrives") };
    assert!(when.interval.contains(when.value) && (2018.0..2022.0).contains(&when.value), "{when:?}");
    assert_eq!(at(Aim::AtMost(0.1)), Arrival::MovesAway);
}

#[test]
fn early_warnings() {
    let series = points(&[5.0, 5.2, 5.1, 5.3, 5.2, 5.4, 5.3, 9.0]);
    let found = jump(&series, 3.5, 1.0).unwrap().unwrap();
    assert!(found.sudden && found.score > 10.0);
    assert!(!jump(&series, 3.5, 5.0).unwrap().unwrap().sudden, "too small to matter");
    assert_eq!(jump(&series[..5], 3.5, 0.0), Ok(None));
    assert!(jump(&points(&[1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 9.0]), 3.5, 0.0).unwrap().unwrap().score.is_infinite());
    assert!(!jump(&points(&[1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0]), 3.5, 0.0).unwrap().unwrap().sudden);
    assert_eq!(missed_since(&points(&[9.0, 5.0, 9.0, 4.0, 3.0]), Aim::AtLeast(6.0)), Ok(Some(2013.0)));
    assert_eq!(just_crossed(&points(&[9.0, 9.0, 4.0]), Aim::AtLeast(6.0)), Ok(true));
    assert_eq!(just_crossed(&points(&[9.0, 4.0, 4.0]), Aim::AtLeast(6.0)), Ok(false));
    assert_eq!(adverse_run(&points(&[1.0, 5.0, 4.0, 3.0, 2.0]), Adverse::Down), Ok(3));
    assert_eq!(widening_run(&points(&[5.0, 5.0, 6.0, 7.0]), &points(&[5.0, 6.0, 5.0, 5.0])), Ok(1));
}
