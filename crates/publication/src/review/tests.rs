//! What holds for proposals, whatever the numbers.

use catalogue::{
    model::{Clarity, Effort, Indicator, Understanding},
    names::IndicatorName,
};
use proptest::prelude::*;

use super::{Alike, Criterion, Examined, Met, Moves, Presence, Proposal, Reason, Spent, clarity, propose::propose};
use crate::wording;

fn name(place: usize) -> IndicatorName {
    format!("i-{place}").parse().expect("a name")
}

fn indicator(place: usize, effort: Effort) -> Indicator {
    let question = Some(Default::default());
    Indicator { name: name(place), effort, question, ..wording::tests::indicator("%") }
}

fn met() -> impl Strategy<Value = Met> {
    prop_oneof![Just(Met::Yes), Just(Met::No), Just(Met::Unknown)]
}

prop_compose! {
    fn examined(place: usize, of: usize)(
        criteria in prop::array::uniform6(met()),
        presence in (0_usize..12, 0_usize..12, 0_usize..40, 0_usize..40, any::<bool>()),
        alike in prop::collection::btree_set(0..of, 0..of),
    ) -> Examined {
        let (present, missing, figures, withheld, late) = presence;
        let presence = Presence {
            expected: present + missing,
            present,
            figures: figures + withheld,
            withheld,
            newest: None,
            behind: 0,
            late,
        };
        let alike = alike.into_iter().filter(|other| *other != place);
        Examined {
            indicator: name(place),
            moves: Moves::Unknown,
            spread: None,
            presence,
            alike: Some(alike.map(|other| Alike { other: name(other), correlation: 1.0, changes: 8 }).collect()),
            spent: Spent::default(),
            criteria: std::array::from_fn(|at| (Criterion::ALL[at], criteria[at])),
            proposal: Proposal::Keep,
            reasons: Vec::new(),
        }
    }
}

fn set() -> impl Strategy<Value = (Vec<Examined>, Vec<bool>)> {
    (1_usize..7).prop_flat_map(|of| {
        let all: Vec<_> = (0..of).map(|place| examined(place, of)).collect();
        (all, prop::collection::vec(any::<bool>(), of))
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 500, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn proposals_have_reasons_and_do_not_turn_in_circles((all, high) in set()) {
        let proposed: Vec<(Proposal, Vec<Reason>)> = (0..all.len())
            .map(|at| propose(&indicator(at, if high[at] { Effort::High } else { Effort::Low }), at, &all))
            .collect();
        for (at, (proposal, reasons)) in proposed.iter().enumerate() {
            let own = &all[at];
            prop_assert_eq!(*proposal == Proposal::Keep, reasons.is_empty());
            if *proposal == Proposal::Retire {
                // Never from ignorance: both are known not to be met.
                for known in [Criterion::Used, Criterion::Moves] {
                    prop_assert!(own.criteria.contains(&(known, Met::No)));
                }
            }
            if let Proposal::Merge(into) = proposal {
                let other = all.iter().find(|other| other.indicator == *into).expect("it is in the set");
                prop_assert!(other.met() >= own.met());
                prop_assert!(own.alike.iter().flatten().any(|alike| alike.other == *into));
            }
            // Following what is merged with what comes to an end.
            let mut end = at;
            for _ in 0..all.len() {
                let Proposal::Merge(into) = &proposed[end].0 else { break };
                end = all.iter().position(|other| other.indicator == *into).expect("it is in the set");
            }
            prop_assert!(!matches!(proposed[end].0, Proposal::Merge(_)));
        }
    }

    #[test]
    fn what_meets_all_criteria_and_asks_a_question_is_kept(mut one in examined(0, 1), missing in 0_usize..2) {
        one.criteria = Criterion::ALL.map(|criterion| (criterion, Met::Yes));
        one.presence = Presence { expected: 10 + missing, present: 10, figures: 30, withheld: 10, ..Presence::default() };
        let proposed = propose(&indicator(0, Effort::High), 0, &[one]);
        prop_assert_eq!(proposed, (Proposal::Keep, Vec::new()));
    }

    #[test]
    fn more_right_answers_are_never_understood_worse(asked in 5_u32..500, right in 0_u32..500) {
        let right = right.min(asked - 1);
        let rank = |right| match clarity(Understanding::Answered { asked, right }) {
            Some(Clarity::Poorly) => 0,
            Some(Clarity::Partly) => 1,
            Some(Clarity::Well) => 2,
            None => panic!("enough answers"),
        };
        prop_assert!(rank(right) <= rank(right + 1));
        prop_assert_eq!((rank(0), rank(asked)), (0, 2));
        prop_assert_eq!(clarity(Understanding::Answered { asked: 4, right: 4 }), None);
    }
}

#[test]
fn each_defect_is_its_own_reason() {
    let good = Presence { expected: 10, present: 10, figures: 30, withheld: 0, ..Presence::default() };
    let proposed = |presence, criteria: [Met; 6], effort, question: bool| {
        let one = Examined {
            indicator: name(0),
            moves: Moves::Unknown,
            spread: None,
            presence,
            alike: None,
            spent: Spent::default(),
            criteria: std::array::from_fn(|at| (Criterion::ALL[at], criteria[at])),
            proposal: Proposal::Keep,
            reasons: Vec::new(),
        };
        let indicator = indicator(0, effort);
        let question = indicator.question.clone().filter(|_| question);
        propose(&Indicator { question, ..indicator }, 0, &[one])
    };
    let (all, few) = ([Met::Yes; 6], [Met::Unknown, Met::Yes, Met::Yes, Met::No, Met::Unknown, Met::Unknown]);
    let mut not_understood = all;
    not_understood[5] = Met::No;
    for (presence, criteria, effort, question, reason) in [
        (Presence { present: 0, expected: 0, ..good }, all, Effort::Low, true, Reason::NoFigures),
        (Presence { present: 7, ..good }, all, Effort::Low, true, Reason::Incomplete),
        (Presence { withheld: 11, ..good }, all, Effort::Low, true, Reason::Withheld),
        (Presence { late: true, ..good }, all, Effort::Low, true, Reason::Late),
        (good, not_understood, Effort::Low, true, Reason::NotUnderstood),
        (good, few, Effort::High, true, Reason::Costly),
        (good, all, Effort::Low, false, Reason::NoQuestion),
    ] {
        let (proposal, reasons) = proposed(presence, criteria, effort, question);
        assert_eq!((proposal, reasons), (Proposal::Change, vec![reason]));
    }
    assert_eq!(proposed(good, few, Effort::Medium, true).0, Proposal::Keep);
}
