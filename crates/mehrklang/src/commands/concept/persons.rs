//! A file of invented persons: one row a person, one column an attribute. No cell is ever repeated in a remark, for
//! somebody may give the file of real people by mistake.

use std::collections::BTreeSet;

use catalogue::{Place, Remark, model::Concept, nearest, remark::has_errors};
use rules::{Attribute, Attributes, Buffer, Cell, DECIMAL, Type};

/// The most persons of a file. Who has more of them has not invented them.
const MOST: usize = 10_000;

/// Persons, ready to be asked. It has no `Debug` on purpose.
pub(super) struct Persons {
    /// All attributes of the concept.
    pub(super) attributes: Attributes,
    pub(super) buffer: Buffer,
    /// The row of each in the file, counted from 1.
    pub(super) rows: Vec<u64>,
}

/// Reads a file for the attributes that are asked for; the remarks name rows and columns.
pub(super) fn read(
    concept: &Concept,
    asked: &BTreeSet<String>,
    file: &str,
    bytes: &[u8],
) -> (Option<Persons>, Vec<Remark>) {
    let mut remarks = Vec::new();
    let at =
        |row: u64, column: Option<&str>| Place::Row { file: file.to_owned(), row, column: column.map(str::to_owned) };
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let Ok(text) = std::str::from_utf8(bytes) else {
        return (None, vec![Remark::error("persons-not-utf-8", Place::File(file.to_owned()))]);
    };
    // What every real person has may be left out of an invented one if no rule asks for it.
    let mut open = concept.clone();
    open.attributes.iter_mut().for_each(|attribute| attribute.always = false);
    let Ok(attributes) = open.attributes() else { return (None, remarks) };
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(delimiter(text))
        .from_reader(text.as_bytes());
    let mut records = reader.records().filter_map(Result::ok);
    let heads: Vec<String> = records.next().iter().flatten().map(|head| head.trim().to_lowercase()).collect();
    let columns = columns(concept, &attributes, asked, &heads, file, &mut remarks);
    let mut persons = Persons { buffer: Buffer::new(&attributes), attributes, rows: Vec::new() };
    for record in records {
        let row = record.position().map_or(0, csv::Position::line);
        if persons.rows.len() == MOST {
            let remark = Remark::error("persons-too-many", Place::File(file.to_owned())).with("most", MOST);
            remarks.push(remark.hinted());
            break;
        }
        if record.len() != heads.len() {
            remarks.push(Remark::error("persons-row", at(row, None)));
            continue;
        }
        let mut cells = vec![Cell::Missing; persons.attributes.list().len()];
        for (attribute, column) in &columns {
            let (Some(known), Some(cell)) = (persons.attributes.get(*attribute), cells.get_mut(*attribute)) else {
                continue;
            };
            let written = record.get(*column).unwrap_or_default().trim();
            match value(known, written) {
                Ok(value) => {
                    if value == Cell::Missing && asked.contains(&known.name) && always(concept, &known.name) {
                        let place = at(row, Some(&known.name));
                        remarks.push(cell_remark("always", place, None));
                    }
                    *cell = value;
                }
                Err((expected, codes)) => remarks.push(cell_remark(expected, at(row, Some(&known.name)), codes)),
            }
        }
        // The kinds of cells are those of the attributes.
        if persons.buffer.push(&cells).is_ok() {
            persons.rows.push(row);
        }
    }
    if persons.rows.is_empty() && !has_errors(&remarks) {
        remarks.push(Remark::error("persons-without-rows", Place::File(file.to_owned())));
    }
    (Some(persons), remarks)
}

fn always(concept: &Concept, name: &str) -> bool {
    concept.attribute(name).is_some_and(|(attribute, parent)| attribute.always && parent.is_none())
}

fn cell_remark(expected: &'static str, place: Place, known: Option<String>) -> Remark {
    let remark = Remark::error("persons-cell", place).with("expected", expected);
    match known {
        Some(known) => remark.with("known", known).hinted(),
        None => remark,
    }
}

/// The sign that parts the head most often.
fn delimiter(text: &str) -> u8 {
    let head = text.lines().next().unwrap_or_default();
    let count = |sign: char| head.matches(sign).count();
    [(';', b';'), ('\t', b'\t')]
        .into_iter()
        .filter(|(sign, _)| count(*sign) > count(','))
        .map(|(_, byte)| byte)
        .next()
        .unwrap_or(b',')
}

/// For each attribute that has one, its column; with remarks on columns that are missing or not known.
fn columns(
    concept: &Concept,
    attributes: &Attributes,
    asked: &BTreeSet<String>,
    heads: &[String],
    file: &str,
    remarks: &mut Vec<Remark>,
) -> Vec<(usize, usize)> {
    let place = || Place::File(file.to_owned());
    let mut columns: Vec<(usize, usize)> = Vec::new();
    for (column, head) in heads.iter().enumerate() {
        match attributes.find(head) {
            Some(attribute) if columns.iter().any(|(other, _)| *other == attribute) => {
                remarks.push(Remark::error("persons-head-twice", place()).with("column", head.as_str()));
            }
            Some(attribute) => columns.push((attribute, column)),
            // Columns for the reader's own use need no remark; a misspelt attribute does.
            None => {
                let missing = asked.iter().filter(|name| !heads.contains(name)).map(String::as_str);
                if let Some(near) = nearest(head, missing) {
                    let remark = Remark::warning("persons-head-unknown", place()).with("column", head.as_str());
                    remarks.push(remark.with("near", near).hinted());
                }
            }
        }
    }
    for name in asked.iter().filter(|name| !heads.contains(name)) {
        let remark = if always(concept, name) {
            Remark::error("persons-head-needed", place())
        } else {
            Remark::warning("persons-head-missing", place())
        };
        remarks.push(remark.with("column", name.as_str()));
    }
    columns
}

/// The value of a cell, or what should stand there, with the codes that are possible.
fn value(attribute: &Attribute, written: &str) -> Result<Cell, (&'static str, Option<String>)> {
    if written.is_empty() {
        return Ok(Cell::Missing);
    }
    let found = match &attribute.kind {
        Type::Bool => boolean(written).map(Cell::Bool).ok_or("boolean"),
        Type::Int { least, most } => {
            let number = written.parse().ok().filter(|number| (*least..=*most).contains(number));
            number.map(Cell::Number).ok_or("whole")
        }
        Type::Decimal { places } => decimal(written, *places).map(Cell::Number).ok_or("decimal"),
        Type::Date => date(written).map(Cell::Date).ok_or("date"),
        Type::Text => Ok(Cell::Text(written.to_owned())),
        Type::Code(codes) if codes.iter().any(|code| code == written) => Ok(Cell::Text(written.to_owned())),
        Type::Code(codes) => return Err(("code", Some(codes.join(", ")))),
    };
    found.map_err(|expected| (expected, None))
}

fn boolean(written: &str) -> Option<bool> {
    match written.to_lowercase().as_str() {
        "true" | "t" | "yes" | "y" | "ja" | "j" | "1" => Some(true),
        "false" | "f" | "no" | "n" | "nein" | "0" => Some(false),
        _ => None,
    }
}

/// A number with at most so many decimals, counted in its smallest unit.
fn decimal(written: &str, places: u8) -> Option<i64> {
    let (sign, digits) = written.strip_prefix('-').map_or((1, written), |rest| (-1, rest));
    let (whole, rest) = digits.split_once([',', '.']).unwrap_or((digits, ""));
    let places = usize::from(places);
    let sound = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    if whole.is_empty() || !sound(whole) || !sound(rest) || rest.len() > places {
        return None;
    }
    let number: i64 = format!("{whole}{rest:0<places$}").parse().ok()?;
    (number <= DECIMAL).then_some(sign * number)
}

fn date(written: &str) -> Option<i32> {
    let date: jiff::civil::Date = written.parse().ok()?;
    rules::dates::day(date.year().into(), date.month().into(), date.day().into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn decimals_are_exact() {
        assert_eq!(decimal("1,5", 2), Some(150));
        assert_eq!(decimal("-12.34", 2), Some(-1234));
        assert_eq!(decimal("7", 0), Some(7));
        assert_eq!(decimal("1,234", 2), None);
        assert_eq!(decimal("1e3", 2), None);
        assert_eq!(decimal("99999999999999999999", 0), None);
        assert_eq!(decimal("", 2), None);
    }

    #[test]
    fn the_delimiter_is_that_of_the_head() {
        assert_eq!(delimiter("a;b\n1,2;3"), b';');
        assert_eq!(delimiter("a\tb"), b'\t');
        assert_eq!(delimiter("a"), b',');
    }
}
