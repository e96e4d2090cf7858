//! Deliveries as a whole: what becomes of a file, with every remark.

mod broken;
mod formats;
mod laws;
mod muenchen;
mod plausible;
mod receipts;

use std::fmt::Write;

use arrow_array::Array;

use catalogue::{Catalogue, Files, Place, Remark, Severity, names::SourceName};

use super::{CellState, Facts};

/// A town of three quarters and a residue, with one source of this layout.
pub(super) fn town(source: &str) -> Catalogue {
    let files: Files = [
        (
            "open/monitoring.toml",
            r#"
            name.de = "Kleinstadt"
            title.de = "Integrationsmonitoring"
            code = "08111000"
            kind = "city"
            why.de = "w"
            how.de = "h"
            what.de = "w"
            publisher.de = "p"
            contact.de = "c"
            licence = "dl-de/by-2-0""#,
        ),
        (
            "open/areas/levels.toml",
            r#"
            [[level]]
            name = "stadt"
            title.de = "Stadt"
            plural.de = "Stadt"
            [[level]]
            name = "viertel"
            parent = "stadt"
            title.de = "Viertel"
            plural.de = "Viertel""#,
        ),
        ("open/areas/stadt.toml", "[[area]]\ncode = \"08111000\"\nname = \"Kleinstadt\"\naliases = [\"Stadt\"]"),
        (
            "open/areas/viertel.toml",
            r#"
            area = [
              { code = "01", name = "Am Markt", parent = "08111000" },
              { code = "02", name = "Nordheim", parent = "08111000" },
              { code = "03", name = "Südheim", parent = "08111000", valid-from = "2012" },
              { code = "99", name = "nicht zuzuordnen", parent = "08111000", residue = true },
            ]"#,
        ),
        (
            "open/variables/citizenship.toml",
            r#"
            title.de = "Staatsangehörigkeit"
            reason.de = "r"
            definition.de = "d"
            whole.de = "insgesamt"
            whole-aliases = ["gesamt"]
            category = [
              { code = "german", title.de = "deutsch", aliases = ["Deutsche"] },
              { code = "foreign", title.de = "ausländisch", aliases = ["Ausländer/innen"] },
            ]"#,
        ),
        (
            "open/variables/sex.toml",
            r#"
            title.de = "Geschlecht"
            reason.de = "r"
            definition.de = "d"
            whole.de = "insgesamt"
            category = [
              { code = "female", title.de = "weiblich", aliases = ["Frauen"] },
              { code = "male", title.de = "männlich", aliases = ["Männer"] },
            ]"#,
        ),
        ("open/fields/leben/field.toml", "title.de = \"Leben\"\nabout.de = \"a\"\norder = 1"),
        (
            "open/fields/leben/anteil.toml",
            r#"
            title.de = "Anteil"
            reading.de = "{value}"
            definition.de = "d"
            limits.de = "l"
            polarity = "none"
            perspective = "context"
            steering = "none"
            effort = "low"
            kind = "share"
            numerator = { measure = "amt.persons", of = { citizenship = "foreign" } }
            denominator = { measure = "amt.persons" }"#,
        ),
    ]
    .into_iter()
    .map(|(path, text)| (path.to_owned(), text.to_owned()))
    .chain([("open/sources/amt.toml".to_owned(), format!("{SOURCE}{source}"))])
    .collect();
    let (catalogue, remarks) = catalogue::read(&files);
    let errors: Vec<&Remark> = remarks.iter().filter(|remark| remark.severity == Severity::Error).collect();
    catalogue.unwrap_or_else(|| panic!("{errors:#?}"))
}

const SOURCE: &str = r#"
title.de = "Amt"
provider.de = "p"
legal-basis.de = "l"
method.de = "m"
periodicity.de = "p"
protection = "already-public"
"#;

/// One measure, and a table of area, year, citizenship and number.
pub(super) const PERSONS: &str = r#"
measure = [{ name = "persons", title.de = "Personen", unit.de = "Personen", kind = "count" }]
[layout]
format = "csv"
thousands = "."
column = [
  { head = "Nr", is = "area" },
  { head = "Jahr", is = "period" },
  { head = "Gruppe", is = "category", variable = "citizenship" },
  { head = "Zahl", is = "measure", measure = "persons" },
]
"#;

/// Reads a file against a source; the only place that calls the reader.
pub(super) fn read_with(town: &Catalogue, bytes: &[u8], corrections: Option<&str>) -> (Option<Facts>, Vec<Remark>) {
    let name: SourceName = "amt".parse().unwrap();
    super::read(town, &town.sources[&name], "amt.csv", bytes, corrections.map(|text| ("corrections.toml", text)))
}

/// The facts as lines, and the remarks as lines.
#[track_caller]
pub(super) fn check(source: &str, bytes: impl AsRef<[u8]>, facts: &str, remarks: &str) {
    check_with(source, bytes, None, facts, remarks);
}

#[track_caller]
pub(super) fn check_with(source: &str, bytes: impl AsRef<[u8]>, corrections: Option<&str>, facts: &str, remarks: &str) {
    let town = town(source);
    let (found, said) = read_with(&town, bytes.as_ref(), corrections);
    assert_eq!(remark_lines(&said), lines(remarks), "remarks");
    let found = found.map(|found| fact_lines(&town, &found)).unwrap_or_default();
    assert_eq!(found, lines(facts), "facts");
}

fn lines(text: &str) -> Vec<String> {
    text.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect()
}

/// `measure area period categories number state`, without the row.
pub(super) fn fact_lines(town: &Catalogue, facts: &Facts) -> Vec<String> {
    let mut lines = Vec::new();
    for batch in &facts.batches {
        for at in 0..batch.area.len() {
            let area = &town.areas[batch.area.value(at) as usize].code;
            let period = batch.periods[batch.period.value(at) as usize];
            let mut line = format!("{} {area} {period}", batch.measure);
            for (name, codes) in batch.by.iter().zip(&batch.categories) {
                let category = match codes.value(at) {
                    0 => "*",
                    code => town.variables[name].categories[usize::from(code) - 1].code.as_str(),
                };
                write!(line, " {name}={category}").unwrap();
            }
            let state = CellState::from_u8(batch.state.value(at)).unwrap();
            if batch.number.is_valid(at) {
                write!(line, " {}", batch.number.value(at)).unwrap();
                assert!(state <= CellState::Uncertain, "a number beside a sign");
            }
            if state != CellState::Value {
                write!(line, " {state:?}").unwrap();
            }
            lines.push(line);
        }
    }
    lines
}

/// `severity rule row column`, or `severity rule` for the file as a whole.
pub(super) fn remark_lines(remarks: &[Remark]) -> Vec<String> {
    let line = |remark: &Remark| {
        let severity = match remark.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Note => "note",
        };
        match &remark.place {
            Place::Row { row, column, .. } => {
                format!("{severity} {} {row} {}", remark.rule, column.as_deref().unwrap_or_default()).trim().to_owned()
            }
            _ => format!("{severity} {}", remark.rule),
        }
    };
    remarks.iter().map(line).collect()
}
