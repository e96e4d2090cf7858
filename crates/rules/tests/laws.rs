//! Laws that hold for every rule and every row.

mod naive;
mod random;

use proptest::prelude::*;
use random::{Row, attributes, condition, row};
use rules::{Buffer, CategoryText, Cell, Classifier, ClassifierText, Mode, Rule, Table, Truth, Unknown};

fn buffer<'a>(rows: impl IntoIterator<Item = &'a Row>) -> Buffer {
    let mut buffer = Buffer::new(&attributes());
    for row in rows {
        assert!(buffer.push(&row.0).is_ok());
    }
    buffer
}

fn compile(text: &str) -> Option<Rule> {
    match Rule::compile(text, &attributes()) {
        Ok(rule) => Some(rule),
        Err(faults) => {
            // Random rules may be constant or compare what can never be equal; nothing else is wrong with them.
            for fault in faults {
                let key = fault.kind.key();
                assert!(["never-true", "never-false", "too-deep"].contains(&key), "{key} in {text}");
            }
            None
        }
    }
}

fn without_null_tests(text: &str) -> bool {
    ["NULL", "COALESCE", "DISTINCT", "IS ", "CASE"].iter().all(|word| !text.contains(word))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn the_evaluator_agrees_with_the_naive_one(text in condition(4), rows in prop::collection::vec(row(), 1..90)) {
        if let Some(rule) = compile(&text) {
            let (attributes, buffer) = (attributes(), buffer(&rows));
            let table = buffer.table(&attributes).unwrap();
            let tree = naive::parse(&text);
            for (answer, row) in rule.on(&table).all().into_iter().zip(&rows) {
                prop_assert_eq!(answer, naive::answer(&tree, &attributes, &row.0), "{}", text);
            }
        }
    }

    #[test]
    fn what_is_proved_never_to_happen_does_not(text in condition(3), rows in prop::collection::vec(row(), 1..90)) {
        if let Err(faults) = Rule::compile(&text, &attributes()) {
            let tree = naive::parse(&text);
            for row in &rows {
                let answer = naive::answer(&tree, &attributes(), &row.0);
                for fault in &faults {
                    prop_assert!(fault.kind.key() != "never-true" || answer != Truth::True, "{}", text);
                    prop_assert!(fault.kind.key() != "never-false" || answer != Truth::False, "{}", text);
                }
            }
        }
    }

    #[test]
    fn a_missing_value_never_turns_an_answer_round(
        text in condition(4).prop_filter("asks whether something is missing", |text| without_null_tests(text)),
        row in row(),
    ) {
        if let Some(rule) = compile(&text) {
            let attributes = attributes();
            let mut rows = vec![row.clone()];
            for place in rule.attributes() {
                let mut poorer = row.clone();
                poorer.0[*place] = Cell::Missing;
                rows.push(poorer);
            }
            let buffer = buffer(&rows);
            let answers = rule.on(&buffer.table(&attributes).unwrap()).all();
            for answer in &answers {
                prop_assert!(*answer == answers[0] || *answer == Truth::Unknown, "{}", text);
            }
        }
    }

    #[test]
    fn reasons_are_reasons(
        first in condition(3), second in condition(3), exclusive: bool, policy in 0usize..3,
        rows in prop::collection::vec(row(), 1..20), weak: u64,
    ) {
        let attributes = attributes();
        let rule = |text: &str| CategoryText { name: text.to_owned(), rule: Some(text.to_owned()) };
        let text = ClassifierText {
            categories: vec![rule(&first), rule(&second), CategoryText { name: "rest".to_owned(), rule: None }],
            mode: if exclusive { Mode::Exclusive } else { Mode::FirstMatch },
            unknown: [Unknown::Undeterminable, Unknown::CountsAsFalse, Unknown::Category(1)][policy],
        };
        if let Ok(classifier) = Classifier::compile(&text, &attributes) {
            let original = buffer(&rows);
            let table = original.table(&attributes).unwrap();
            let explained = classifier.on(&table).explain(0, weak);
            for (row, explained) in rows.iter().zip(&explained) {
                // Without one attribute each, and with the sufficient ones only.
                let mut changed: Vec<Row> = Vec::new();
                for place in classifier.attributes() {
                    let mut poorer = row.clone();
                    poorer.0[*place] = Cell::Missing;
                    changed.push(poorer);
                }
                let mut least = row.clone();
                for (bit, place) in classifier.attributes().iter().enumerate() {
                    if explained.sufficient >> bit & 1 == 0 {
                        least.0[*place] = Cell::Missing;
                    }
                }
                changed.push(least);
                let changed = buffer(&changed);
                let classes = classifier.on(&changed.table(&attributes).unwrap()).classes();
                let (last, single) = classes.split_last().unwrap();
                prop_assert!(*last == explained.class);
                for (bit, class) in single.iter().enumerate() {
                    prop_assert_eq!(*class != explained.class, explained.deciding >> bit & 1 == 1);
                }
            }
        }
    }

    #[test]
    fn no_text_makes_it_panic(text in "\\PC*") {
        let _ = Rule::compile(&text, &attributes());
    }

    #[test]
    fn no_sequence_of_words_makes_it_panic(words in prop::collection::vec(prop::sample::select(WORDS.to_vec()), 0..40)) {
        let text = words.join(" ");
        if let Err(faults) = Rule::compile(&text, &attributes()) {
            for fault in faults {
                prop_assert!(text.get(fault.at).is_some());
            }
        }
    }
}

const WORDS: [&str; 52] = [
    "a",
    "b",
    "n",
    "m",
    "d",
    "t",
    "c",
    "day",
    "(",
    ")",
    "(",
    ")",
    ",",
    "AND",
    "OR",
    "NOT",
    "IN",
    "IS",
    "NULL",
    "=",
    "<>",
    "<",
    ">=",
    "+",
    "-",
    "*",
    "/",
    "CASE",
    "WHEN",
    "THEN",
    "ELSE",
    "END",
    "BETWEEN",
    "DISTINCT",
    "FROM",
    "TRUE",
    "1",
    "2.5",
    "0",
    "'x'",
    "'ä'",
    "DATE",
    "'2000-01-01'",
    "COALESCE(",
    "LOWER(",
    "EXTRACT(YEAR FROM",
    "SUBSTRING(",
    "TRIM(",
    "ABS(",
    "LIKE",
    "--",
    "\n",
];

#[test]
fn many_rows_are_answered_like_few() {
    // Three batches, the last one short.
    let attributes = attributes();
    let one = |n: i64| {
        let number = if n % 5 == 0 { Cell::Missing } else { Cell::Number(n % 11) };
        Row(vec![Cell::Bool(n % 3 == 0), Cell::Missing, number])
    };
    let rows: Vec<_> = (0..9000).map(one).collect();
    let buffer = buffer(&rows);
    let table: Table<'_> = buffer.table(&attributes).unwrap();
    let rule = compile("a AND n + 1 > 5").unwrap();
    let tree = naive::parse(rule.text());
    let answers = rule.on(&table).all();
    assert_eq!(answers.len(), 9000);
    for (answer, row) in answers.iter().zip(&rows) {
        let mut row = row.clone();
        row.0.resize(attributes.list().len(), Cell::Missing);
        assert_eq!(*answer, naive::answer(&tree, &attributes, &row.0));
    }
    let mut evaluation = rule.on(&table);
    assert_eq!((evaluation.batch(2).rows(), evaluation.batch(3).rows()), (9000 - 8192, 0));
}
