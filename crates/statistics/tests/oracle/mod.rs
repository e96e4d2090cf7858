//! Reads what R has answered (`oracle/*.csv`).

use std::path::Path;

/// One question to R and its answers.
pub(crate) struct Row {
    /// What was asked.
    pub(crate) asked: String,
    /// The inputs.
    pub(crate) inputs: Vec<f64>,
    /// The answers.
    pub(crate) answers: Vec<f64>,
}

/// All rows of a file.
pub(crate) fn rows(name: &str) -> Vec<Row> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("oracle").join(name);
    let mut reader = csv::ReaderBuilder::new().comment(Some(b'#')).from_path(path).unwrap();
    let numbers = |text: &str| text.split(' ').map(|number| number.parse().unwrap()).collect();
    let row = |record: csv::StringRecord| Row {
        asked: record[0].to_owned(),
        inputs: numbers(&record[1]),
        answers: numbers(&record[2]),
    };
    let rows: Vec<Row> = reader.records().map(|record| row(record.unwrap())).collect();
    assert!(!rows.is_empty());
    rows
}

/// The rows with one question; there is at least one.
#[allow(dead_code, reason = "not every test file asks this way")]
pub(crate) fn asked(name: &str, asked: &str) -> Vec<Row> {
    let rows: Vec<Row> = rows(name).into_iter().filter(|row| row.asked == asked).collect();
    assert!(!rows.is_empty(), "{name} has {asked}");
    rows
}

/// Asserts that two numbers agree to a relative (near zero: absolute) tolerance.
#[track_caller]
pub(crate) fn near(found: f64, expected: f64, tolerance: f64, what: &str) {
    let scale = expected.abs().max(tolerance * 1e-3);
    assert!((found - expected).abs() <= tolerance * scale, "{what}: found {found:e}, expected {expected:e}");
}
