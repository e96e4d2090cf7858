//! Categories in order or exclusive, what unknown means, and what is refused.

use rules::{
    Attribute, Attributes, Buffer, CategoryText, Cell, Class, Classifier, ClassifierFault, ClassifierText, FaultKind,
    Mode, Type, Unknown,
};

fn attributes() -> Attributes {
    Attributes::new(vec![
        Attribute::new("a", Type::Bool),
        Attribute::new("b", Type::Bool),
        Attribute::always("age", Type::Int { least: 0, most: 120 }),
    ])
    .unwrap()
}

fn text(mode: Mode, unknown: Unknown, categories: &[(&str, Option<&str>)]) -> ClassifierText {
    let category =
        |(name, rule): &(&str, Option<&str>)| CategoryText { name: (*name).to_owned(), rule: rule.map(str::to_owned) };
    ClassifierText { categories: categories.iter().map(category).collect(), mode, unknown }
}

/// The classes of the nine combinations of `a` and `b`, each true, false and missing, as letters.
fn letters(text: &ClassifierText) -> String {
    let attributes = attributes();
    let classifier = Classifier::compile(text, &attributes).unwrap();
    let mut buffer = Buffer::new(&attributes);
    let three = [Cell::Bool(true), Cell::Bool(false), Cell::Missing];
    for a in &three {
        for b in &three {
            assert!(buffer.push(&[a.clone(), b.clone(), Cell::Number(30)]).is_ok());
        }
    }
    let table = buffer.table(&attributes).unwrap();
    let letter = |class| match class {
        Class::Category(_) => classifier.name(class).unwrap(),
        Class::Nowhere => "/",
        Class::Undeterminable => "?",
        Class::Contradiction => "!",
    };
    classifier.on(&table).classes().into_iter().map(letter).collect()
}

#[test]
fn the_first_match_wins() {
    let two = [("A", Some("a")), ("B", Some("b"))];
    let with = |unknown| letters(&text(Mode::FirstMatch, unknown, &two));
    // a and b:          tt tf t? ft ff f? ?t ?f ??
    assert_eq!(with(Unknown::Undeterminable), "AAAB/????");
    assert_eq!(with(Unknown::CountsAsFalse), "AAAB//B//");
    assert_eq!(with(Unknown::Category(1)), "AAAB/BBBB");
    let three = [("A", Some("a")), ("B", Some("b")), ("U", None), ("R", None)];
    assert_eq!(letters(&text(Mode::FirstMatch, Unknown::Category(2), &three)), "AAABRUUUU");
}

#[test]
fn exclusive_categories_are_checked() {
    let two = [("A", Some("a")), ("B", Some("b")), ("R", None)];
    let with = |unknown| letters(&text(Mode::Exclusive, unknown, &two));
    assert_eq!(with(Unknown::Undeterminable), "!AABR?B??");
    assert_eq!(with(Unknown::CountsAsFalse), "!AABRRBRR");
    let attributes = attributes();
    let classifier = Classifier::compile(&text(Mode::Exclusive, Unknown::Undeterminable, &two), &attributes).unwrap();
    assert!(classifier.possible().proved);
    assert!(classifier.possible().classes.contains(&Class::Contradiction));
    let witness = &classifier.possible().overlaps[&(0, 1)];
    assert!(*witness == vec![(0, Cell::Bool(true)), (1, Cell::Bool(true))]);
    let apart = [("child", Some("age < 18")), ("adult", Some("age BETWEEN 18 AND 64")), ("older", Some("age > 64"))];
    let apart = text(Mode::Exclusive, Unknown::Undeterminable, &apart);
    let possible = Classifier::compile(&apart, &attributes).unwrap().possible().clone();
    assert!(possible.proved && possible.overlaps.is_empty());
    assert_eq!(possible.classes.into_iter().collect::<Vec<_>>(), [0, 1, 2].map(Class::Category));
}

#[test]
fn categories_that_no_row_can_reach_are_refused() {
    let compile = |categories: &[(&str, Option<&str>)]| {
        Classifier::compile(&text(Mode::FirstMatch, Unknown::Undeterminable, categories), &attributes()).err()
    };
    let unreachable = |category| Some(vec![ClassifierFault::Unreachable { category }]);
    assert_eq!(compile(&[("grown up", Some("age >= 18")), ("old", Some("age > 64")), ("child", None)]), unreachable(1));
    assert_eq!(compile(&[("A", Some("a")), ("not A", Some("NOT a")), ("B", Some("b"))]), unreachable(2));
    assert_eq!(compile(&[("young", Some("age < 50")), ("old", Some("age >= 50")), ("rest", None)]), unreachable(2));
    assert_eq!(compile(&[("A", Some("a")), ("open", Some("a IS NULL")), ("rest", None)]), unreachable(1));
}

#[test]
fn all_faults_at_once() {
    let list = [("A", Some("aa")), ("A", Some("age")), ("R", None), ("S", None), ("B", Some("b"))];
    let faults = Classifier::compile(&text(Mode::FirstMatch, Unknown::Category(9), &list), &attributes()).unwrap_err();
    let mut keys = Vec::new();
    for fault in faults {
        keys.push(match fault {
            ClassifierFault::Rule { category, fault } => format!("{category} {}", fault.kind.key()),
            other => format!("{other:?}"),
        });
    }
    assert_eq!(
        keys,
        [
            "UnknownCategory",
            "0 unknown-attribute",
            "Twice { category: 1 }",
            "1 not-boolean",
            "SecondWithoutRule { category: 3 }"
        ]
    );
    let none = Classifier::compile(&text(Mode::FirstMatch, Unknown::Undeterminable, &[]), &attributes());
    assert_eq!(none.unwrap_err(), [ClassifierFault::NoRules]);
    assert_eq!(FaultKind::NeverTrue.key(), "never-true");
}
