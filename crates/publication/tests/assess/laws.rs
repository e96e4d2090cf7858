//! Laws of verdicts, over towns of any numbers.

use proptest::prelude::*;
use publication::{
    assess,
    assess::{Answer, Question, Verdict},
    measure as measure_all,
};
use release::Protection;

use crate::town::Town;

/// A share of Germans and foreigners in two years: part and all of each.
type Numbers = [[(u16, u16); 2]; 2];

fn numbers() -> impl Strategy<Value = Numbers> {
    let one = || (0..400_u16, 60..400_u16).prop_map(|(part, rest)| (part, part + rest));
    [[one(), one()], [one(), one()]]
}

const GROUPS: [&str; 2] = ["german", "foreign"];

fn town(numbers: &Numbers, protection: Protection) -> Town {
    let mut town = Town { protection, ..Town::default() };
    for (year, groups) in (2023..).zip(numbers) {
        let all = groups.iter().fold((0, 0), |(part, all), group| (part + group.0, all + group.1));
        town.share("", "01", year, f64::from(all.0), f64::from(all.1));
        for (who, group) in GROUPS.into_iter().zip(groups) {
            town.share(who, "01", year, f64::from(group.0), f64::from(group.1));
        }
    }
    town
}

/// Of whom and when a verdict speaks, as the cells of the town say it.
fn needs(question: &Question) -> Vec<(String, i16)> {
    let who = |group: &catalogue::model::Group| group.values().map(|code| code.to_string()).collect::<String>();
    match question {
        Question::GroupAndWhole { group, period } | Question::AreaAndWhole { group, period } => {
            vec![(who(group), period.year()), (String::new(), period.year())]
        }
        Question::Groups { one, other, period } => vec![(who(one), period.year()), (who(other), period.year())],
        Question::SincePrevious { group, from, to } | Question::SinceBase { group, from, to } => {
            vec![(who(group), from.year()), (who(group), to.year())]
        }
    }
}

fn pair(verdicts: &[Verdict]) -> &Verdict {
    verdicts.iter().find(|one| matches!(one.question, Question::Groups { .. })).expect("the pair is compared")
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn a_withheld_value_never_changes_into_a_verdict(numbers in numbers(), hidden in 1..4096_u16) {
        let mut town = town(&numbers, Protection::Suppression);
        for (place, cell) in town.cells.iter_mut().enumerate() {
            if hidden >> place & 1 == 1 {
                cell.4 = None;
            }
        }
        for verdict in town.verdicts("01") {
            let withheld = needs(&verdict.question).iter().any(|(who, year)| {
                town.cells.iter().any(|cell| cell.1 == who && cell.3 == *year && cell.4.is_none())
            });
            if withheld {
                prop_assert!(matches!(verdict.answer, Answer::CannotBeJudged(_)), "{verdict:?}");
                prop_assert_eq!((verdict.difference, verdict.interval, verdict.p), (None, None, None));
            }
        }
    }

    #[test]
    fn what_is_said_does_not_depend_on_a_withheld_number(numbers in numbers(), other in 0..400_u16, hidden in 0..12_usize) {
        let said = |number: f64| {
            let mut town = town(&numbers, Protection::Suppression);
            town.cells[hidden].4 = Some(number);
            let (catalogue, mut release) = (town.catalogue(), town.release());
            let (measure, who, _, year, _) = town.cells[hidden];
            let table = release.tables.iter_mut().find(|table| {
                table.key.measure.measure.as_str() == measure && table.key.by.is_empty() == who.is_empty()
            });
            let row = table.and_then(|table| {
                let is_it = |row: &&mut release::Row| {
                    row.period.year() == year && row.categories.iter().flatten().all(|code| code.as_str() == who)
                };
                table.rows.iter_mut().find(is_it)
            });
            row.expect("the cell").observation = release::Observation::Withheld;
            format!("{:?}", assess(&catalogue, &release, &measure_all(&catalogue, &release)))
        };
        prop_assert_eq!(said(0.0), said(f64::from(other)));
    }

    #[test]
    fn one_and_other_swapped_turn_the_sign_and_keep_the_answer(numbers in numbers()) {
        let swapped = numbers.map(|[german, foreign]| [foreign, german]);
        let (there, back) = (town(&numbers, Protection::Suppression), town(&swapped, Protection::Suppression));
        let (there, back) = (there.verdicts("01"), back.verdicts("01"));
        let (there, back) = (pair(&there), pair(&back));
        prop_assert_eq!(there.answer, back.answer);
        prop_assert_eq!(there.difference, back.difference.map(|size| 0.0 - size));
        prop_assert_eq!(there.interval.is_some(), back.interval.is_some());
        let Some((a, b)) = there.interval.zip(back.interval) else { return Ok(()) };
        prop_assert!((a.lower + b.upper).abs() < 1e-9 && (a.upper + b.lower).abs() < 1e-9, "{a:?} {b:?}");
    }

    #[test]
    fn more_noise_never_makes_a_difference_clear(numbers in numbers(), less in 1..3000_u32, more in 1..3000_u32) {
        let noise = |variance_thousandths| Protection::CellKey { variance_thousandths, bound: 5 };
        let (quiet, loud) = (town(&numbers, noise(less)), town(&numbers, noise(less + more)));
        for (quiet, loud) in quiet.verdicts("01").iter().zip(loud.verdicts("01")) {
            prop_assert_eq!(&quiet.question, &loud.question);
            prop_assert!(quiet.answer == Answer::Different || loud.answer != Answer::Different, "{quiet:?} {loud:?}");
        }
    }
}
