//! The same texts give the same answers in DuckDB: its answers are in `oracle/`, made by `oracle/make.py`.

#[allow(dead_code)] // Only the attributes are needed here.
mod fixture;

use std::path::Path;

use rules::{Attribute, Attributes, Buffer, Cell, FaultKind, Rule, Truth, Type};

fn records(name: &str) -> Vec<Vec<String>> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("oracle").join(name);
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_path(path).unwrap();
    reader.records().map(|record| record.unwrap().iter().map(str::to_owned).collect()).collect()
}

fn mixed() -> Attributes {
    let codes = Type::Code(["000", "100", "163", "20"].map(str::to_owned).to_vec());
    Attributes::new(vec![
        Attribute::new("a", Type::Bool),
        Attribute::new("b", Type::Bool),
        Attribute::new("n", Type::Int { least: -5, most: 2000 }),
        Attribute::new("m", Type::int()),
        Attribute::new("d", Type::Decimal { places: 2 }),
        Attribute::new("t", Type::Text),
        Attribute::new("c", codes),
        Attribute::new("born", Type::Date),
    ])
    .unwrap()
}

fn cell(kind: &Type, text: &str) -> Cell {
    match kind {
        _ if text == "NULL" => Cell::Missing,
        Type::Bool => Cell::Bool(text == "true"),
        Type::Int { .. } => Cell::Number(text.parse().unwrap()),
        Type::Decimal { .. } => Cell::Number(text.replace('.', "").parse().unwrap()),
        Type::Text | Type::Code(_) => Cell::Text(text.to_owned()),
        Type::Date => {
            let days = text.parse::<jiff::civil::Date>().unwrap() - jiff::civil::date(1970, 1, 1);
            Cell::Date(days.get_days())
        }
    }
}

/// Compares cell by cell, and returns how many rules were compared and how many were refused as constant.
fn compare(attributes: &Attributes, rows: &str, answers: &str) -> (usize, usize) {
    let rows = records(rows);
    let (heading, rows) = rows.split_first().unwrap();
    let names: Vec<&str> = attributes.list().iter().map(|attribute| attribute.name.as_str()).collect();
    assert_eq!(heading, &names);
    let mut buffer = Buffer::new(attributes);
    for row in rows {
        let cells: Vec<Cell> = attributes.list().iter().zip(row).map(|(a, text)| cell(&a.kind, text)).collect();
        assert!(buffer.push(&cells).is_ok());
    }
    let table = buffer.table(attributes).unwrap_or_else(|faults| panic!("{faults:?}"));
    let (mut compared, mut constant) = (0, 0);
    for record in records(answers).iter().skip(1) {
        let (text, expected) = (&record[0], &record[1]);
        match Rule::compile(text, attributes) {
            Ok(rule) => {
                let letter = |truth| match truth {
                    Truth::True => 't',
                    Truth::False => 'f',
                    Truth::Unknown => 'n',
                };
                let found: String = rule.on(&table).all().into_iter().map(letter).collect();
                assert_eq!(found, *expected, "{text}");
                compared += 1;
            }
            Err(faults) => {
                let letter = match faults.first().map(|fault| &fault.kind) {
                    Some(FaultKind::NeverTrue) => 't',
                    Some(FaultKind::NeverFalse) => 'f',
                    other => panic!("{other:?} in {text}"),
                };
                assert!(!expected.contains(letter), "{text}");
                constant += 1;
            }
        }
    }
    (compared, constant)
}

#[test]
fn rules_of_every_kind_are_answered_as_by_duckdb() {
    let (compared, constant) = compare(&mixed(), "mixed.csv", "mixed-answers.csv");
    println!("{compared} rules compared, {constant} refused as constant");
    assert!(compared > 300 && constant < 80, "{compared} {constant}");
}

#[test]
fn the_rules_of_the_concepts_are_answered_as_by_duckdb() {
    assert_eq!(compare(&fixture::attributes(), "persons.csv", "persons-answers.csv"), (24, 0));
}
