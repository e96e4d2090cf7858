//! Laws of the measures.

use catalogue::Period;
use proptest::prelude::*;
use release::{Mark, Number, Observation};

use super::{
    Figure, Shown, change, evenly,
    kinds::{diversity, quotient, variety},
};

fn value(scaled: i64) -> Observation {
    Observation::Value { number: Number { scaled, decimals: 0 }, mark: Mark::None }
}

fn marked(scaled: i64, mark: Mark) -> Observation {
    Observation::Value { number: Number { scaled, decimals: 0 }, mark }
}

fn shown(numerator: Option<Observation>, denominator: Option<Observation>) -> Option<Shown> {
    quotient(numerator, denominator, 100.0, 100.0).map(|figure| figure.shown)
}

#[test]
fn a_share_is_shown_by_what_it_is_computed_from() {
    use Observation::{Nothing, Pending, Senseless, Unreliable, Withheld};
    let certain = |value, mark| Some(Shown::Value { value, mark });
    assert_eq!(shown(Some(value(50)), Some(value(200))), certain(25.0, Mark::None));
    assert_eq!(shown(Some(Nothing), Some(value(200))), certain(0.0, Mark::None));
    assert_eq!(shown(Some(value(50)), Some(marked(200, Mark::Provisional))), certain(25.0, Mark::Provisional));
    assert_eq!(
        shown(Some(marked(50, Mark::Revised)), Some(marked(200, Mark::Estimated))),
        certain(25.0, Mark::Estimated)
    );
    // Few people below the line, or a number that its source marks so.
    assert_eq!(shown(Some(value(5)), Some(value(20))), Some(Shown::Unreliable { value: Some(25.0) }));
    assert_eq!(
        shown(Some(marked(50, Mark::Uncertain)), Some(value(200))),
        Some(Shown::Unreliable { value: Some(25.0) })
    );
    // Nobody below the line.
    assert_eq!(shown(Some(value(0)), Some(value(0))), Some(Shown::Senseless));
    assert_eq!(shown(Some(Nothing), Some(Nothing)), Some(Shown::Senseless));
    // Withheld is stronger than any other sign, and than missing.
    for other in [None, Some(value(200)), Some(Pending), Some(Senseless), Some(Unreliable), Some(Nothing)] {
        assert_eq!(shown(Some(Withheld), other), Some(Shown::Withheld), "{other:?}");
        assert_eq!(shown(other, Some(Withheld)), Some(Shown::Withheld), "{other:?}");
    }
    assert_eq!(shown(Some(Pending), Some(Unreliable)), Some(Shown::Pending));
    assert_eq!(shown(Some(value(5)), Some(Unreliable)), Some(Shown::Unreliable { value: None }));
    // What is missing is missing.
    assert_eq!(shown(None, Some(value(200))), None);
    assert_eq!(shown(Some(value(5)), None), None);
    assert_eq!(shown(None, None), None);
}

#[test]
fn an_index_needs_every_part() {
    let varied = |parts: &[Option<Observation>]| variety(parts.iter().copied(), 100.0).map(|figure| figure.shown);
    assert_eq!(varied(&[Some(value(100)), Some(value(100))]), Some(Shown::Value { value: 0.5, mark: Mark::None }));
    assert_eq!(varied(&[Some(value(100)), None]), None);
    assert_eq!(varied(&[Some(value(100)), Some(Observation::Withheld), None]), Some(Shown::Withheld));
    assert_eq!(varied(&[Some(Observation::Nothing), Some(Observation::Nothing)]), Some(Shown::Senseless));
}

#[test]
fn a_change_goes_forward_in_time_and_between_numbers() {
    let indicator = crate::wording::tests::indicator("%");
    let at = |year: &str| year.parse().expect("a year");
    let figure = |shown| Figure { shown, numerator: None, denominator: None, decimals: None };
    let number = |value| figure(Shown::Value { value, mark: Mark::None });
    let found = change(&indicator, (at("2012"), &number(20.0)), (at("2015"), &number(24.0))).expect("a change");
    assert_eq!((found.difference, found.reliable), (4.0, true));
    assert_eq!(change(&indicator, (at("2015"), &number(20.0)), (at("2015"), &number(24.0))), None);
    assert_eq!(change(&indicator, (at("2012"), &figure(Shown::Withheld)), (at("2015"), &number(24.0))), None);
    // As shown: 5,1 less 5,0 is 0,1, although the digits behind would say 0,02.
    let small = change(&indicator, (at("2023"), &number(5.04)), (at("2024"), &number(5.06))).expect("a change");
    assert!((small.difference - 0.1).abs() < 1e-9);
    // A figure that was released with fewer decimals is compared by these.
    let coarse = Figure { decimals: Some(0), ..number(5.0) };
    let coarser = change(&indicator, (at("2023"), &coarse), (at("2024"), &number(7.4))).expect("a change");
    assert_eq!(coarser.difference, 2.0);
    let unsure = figure(Shown::Unreliable { value: Some(20.0) });
    assert!(!change(&indicator, (at("2012"), &unsure), (at("2015"), &number(24.0))).expect("a change").reliable);
}

#[test]
fn years_without_figures_are_gaps_unless_that_is_the_rhythm() {
    let periods = |text: &str| text.split(' ').map(|one| one.parse().expect("a period")).collect::<Vec<Period>>();
    assert_eq!(evenly(periods("2002 2000 2001 2004 2001")), periods("2000 2001 2002 2003 2004"));
    assert_eq!(evenly(periods("2015 2018 2024")), periods("2015 2018 2021 2024"));
    assert_eq!(evenly(periods("2015 2018 2020")), periods("2015 2018 2020"));
    assert_eq!(evenly(periods("2015-06 2015-01")), periods("2015-01 2015-06"));
    assert_eq!(evenly(periods("2015")), periods("2015"));
    assert_eq!(evenly(Vec::new()), []);
}

fn any_observation() -> impl Strategy<Value = Observation> {
    prop_oneof![
        (0_i64..10_000).prop_map(value),
        Just(Observation::Nothing),
        Just(Observation::Withheld),
        Just(Observation::Unreliable),
        Just(Observation::Pending),
        Just(Observation::Senseless),
    ]
}

proptest! {
    #[test]
    fn diversity_lies_between_0_and_1(parts in prop::collection::vec(0_u32..100_000, 1..40)) {
        let parts: Vec<f64> = parts.into_iter().map(f64::from).collect();
        let index = diversity(&parts);
        prop_assert!(index.is_none_or(|index| (0.0..=1.0).contains(&index)));
        prop_assert_eq!(index.is_none(), parts.iter().all(|part| *part == 0.0));
        // With n categories it is at most 1 − 1/n.
        prop_assert!(index.is_none_or(|index| index <= 1.0 - 1.0 / parts.len() as f64 + 1e-9));
    }

    #[test]
    fn a_part_of_a_whole_is_between_0_and_100_per_cent(part in 0_i64..100_000, rest in 0_i64..100_000) {
        let figure = quotient(Some(value(part)), Some(value(part + rest)), 100.0, 0.0).expect("both are there");
        match figure.value() {
            Some(share) => prop_assert!((0.0..=100.0).contains(&share)),
            None => prop_assert_eq!(part + rest, 0),
        }
    }

    #[test]
    fn what_needs_a_withheld_number_is_withheld(
        mut observations in prop::collection::vec(prop::option::of(any_observation()), 2..12), place in 0_usize..12,
    ) {
        let place = place % observations.len();
        observations[place] = Some(Observation::Withheld);
        let figures = [
            variety(observations.iter().copied(), 100.0),
            quotient(Some(Observation::Withheld), observations[(place + 1) % observations.len()], 100.0, 100.0),
            quotient(observations[(place + 1) % observations.len()], Some(Observation::Withheld), 100.0, 100.0),
        ];
        for figure in figures {
            prop_assert_eq!(figure.map(|figure| figure.shown), Some(Shown::Withheld));
        }
    }
}
