//! What is kept of an extract of a register when its persons have to be deleted: the counts that were made of it.
//!
//! A text for people and programs, behind the wall like the extract was: which measure was counted by which variables,
//! which version of a concept each variable followed, then one line a count. Only what was counted then can be released
//! later; nobody can be counted anew.

use std::{collections::BTreeMap, fmt::Write};

use arrow_array::{Int64Array, UInt8Array, UInt16Array, UInt32Array, UInt64Array};
use catalogue::{
    Catalogue, Period, Place, Remark,
    model::{Register, RegisterCount, Source, Variable},
    names::VariableName,
};

use super::{CellState, Facts, MeasureFacts};

const HEAD: &str = "measure;area;period;group;number";

/// Writes the counts.
pub(crate) fn write(catalogue: &Catalogue, facts: &Facts) -> String {
    let mut text = String::new();
    let mut line = |line: std::fmt::Arguments<'_>| {
        // Writing to a string cannot fail.
        let _ = text.write_fmt(line);
        text.push('\n');
    };
    let mut variables: BTreeMap<&VariableName, &Variable> = BTreeMap::new();
    for batch in &facts.batches {
        let by: Vec<&str> = batch.by.iter().map(|name| name.as_str()).collect();
        line(format_args!("# count {}: {}", batch.measure, by.join(" ")));
        variables.extend(batch.by.iter().filter_map(|name| Some((name, catalogue.variables.get(name)?))));
    }
    for (name, variable) in &variables {
        line(format_args!("# variable {name}: {}", version(variable)));
    }
    line(format_args!("{HEAD}"));
    for batch in &facts.batches {
        for row in 0..batch.area.len() {
            let area = &catalogue.areas[batch.area.value(row) as usize].code;
            let period = batch.periods[batch.period.value(row) as usize];
            let group = batch.by.iter().zip(&batch.categories).filter_map(|(name, slots)| {
                let place = usize::from(slots.value(row)).checked_sub(1)?;
                Some(format!("{name}={}", variables[name].categories[place].code))
            });
            let group: Vec<String> = group.collect();
            line(format_args!("{};{area};{period};{};{}", batch.measure, group.join("+"), batch.number.value(row)));
        }
    }
    text
}

/// The concept and version that a variable follows; nothing for a variable that follows none.
fn version(variable: &Variable) -> String {
    variable.concept.as_ref().map_or(String::new(), |key| format!("{}/{}", key.concept, key.version))
}

/// Reads counts back. What the definitions ask for in another way than it was counted is left out, with a warning; what
/// cannot be read is an error. A remark names lines and never a number.
pub(crate) fn read(
    catalogue: &Catalogue,
    source: &Source,
    register: &Register,
    file: &str,
    bytes: &[u8],
) -> (Option<Facts>, Vec<Remark>) {
    let place = || Place::File(file.to_owned());
    let Some(text) = std::str::from_utf8(bytes).ok().map(Text::of) else {
        return (None, vec![Remark::error("counted-line", place()).with("line", 1usize)]);
    };
    let mut remarks = Vec::new();
    let mut cells: BTreeMap<&str, Cells> = BTreeMap::new();
    let asked: Vec<&RegisterCount> = register
        .counts
        .iter()
        .filter(|count| {
            let there = text.was_counted(catalogue, count);
            if !there {
                let remark = Remark::warning("counted-otherwise", place());
                remarks.push(remark.with("measure", format!("{}.{}", source.name, count.measure)).hinted());
            }
            there
        })
        .collect();
    for (number, line) in &text.lines {
        let measure = line.split(';').next().unwrap_or_default();
        let known = text.counted.contains_key(measure);
        let Some(count) = asked.iter().find(|count| count.measure.as_str() == measure) else {
            if !known {
                remarks.push(Remark::error("counted-line", place()).with("line", *number));
            }
            continue;
        };
        match cell(catalogue, count, line) {
            Some((key, value)) => drop(cells.entry(measure).or_default().insert(key, value)),
            None => remarks.push(Remark::error("counted-line", place()).with("line", *number)),
        }
    }
    if catalogue::remark::has_errors(&remarks) {
        return (None, remarks);
    }
    let rows = text.lines.len() as u64;
    let batches = asked.iter().map(|count| batch(count, cells.remove(count.measure.as_str()).unwrap_or_default()));
    (Some(Facts { batches: batches.collect(), rows, account: None }), remarks)
}

/// Area, period and categories.
type Key = (u32, Period, Vec<u16>);
/// How many.
type Cells = BTreeMap<Key, i64>;

/// A file of counts by its parts.
struct Text<'a> {
    /// By which variables each measure was counted.
    counted: BTreeMap<&'a str, Vec<&'a str>>,
    /// Which version each variable followed.
    versions: BTreeMap<&'a str, &'a str>,
    /// Lines of counts with their numbers.
    lines: Vec<(usize, &'a str)>,
}

impl<'a> Text<'a> {
    fn of(text: &'a str) -> Text<'a> {
        let mut parts = Text { counted: BTreeMap::new(), versions: BTreeMap::new(), lines: Vec::new() };
        for (number, line) in (1..).zip(text.lines()) {
            let said = |what: &str| line.strip_prefix("# ")?.strip_prefix(what)?.split_once(':');
            if let Some((measure, by)) = said("count ") {
                parts.counted.insert(measure.trim(), by.split_whitespace().collect());
            } else if let Some((variable, version)) = said("variable ") {
                parts.versions.insert(variable.trim(), version.trim());
            } else if line != HEAD && !line.is_empty() {
                parts.lines.push((number, line));
            }
        }
        parts
    }

    /// Whether a measure was counted as it is asked for now: by the same variables, which follow the same versions.
    fn was_counted(&self, catalogue: &Catalogue, count: &RegisterCount) -> bool {
        let by: Vec<&str> = count.by.iter().map(|name| name.as_str()).collect();
        self.counted.get(count.measure.as_str()) == Some(&by)
            && count.by.iter().all(|name| {
                let now = catalogue.variables.get(name).map(version);
                now.as_deref() == self.versions.get(name.as_str()).copied()
            })
    }
}

fn cell(catalogue: &Catalogue, count: &RegisterCount, line: &str) -> Option<(Key, i64)> {
    let [_, area, period, group, number] = line.split(';').collect::<Vec<_>>().try_into().ok()?;
    let area = catalogue.areas.iter().position(|own| own.code.as_str() == area)? as u32;
    let mut slots = vec![0; count.by.len()];
    for part in group.split('+').filter(|part| !part.is_empty()) {
        let (name, code) = part.split_once('=')?;
        let place = count.by.iter().position(|own| own.as_str() == name)?;
        let categories = &catalogue.variables.get(&count.by[place])?.categories;
        slots[place] = categories.iter().position(|own| own.code.as_str() == code)? as u16 + 1;
    }
    Some(((area, period.parse().ok()?, slots), number.parse().ok()?))
}

fn batch(count: &RegisterCount, cells: Cells) -> MeasureFacts {
    let mut periods: Vec<Period> = cells.keys().map(|(_, period, _)| *period).collect();
    periods.sort_unstable();
    periods.dedup();
    let place = |period: &Period| periods.binary_search(period).unwrap_or(0) as u32;
    let keys = || cells.keys();
    MeasureFacts {
        measure: count.measure.clone(),
        area: UInt32Array::from_iter_values(keys().map(|(area, ..)| *area)),
        period: UInt32Array::from_iter_values(keys().map(|(_, period, _)| place(period))),
        by: count.by.clone(),
        categories: (0..count.by.len())
            .map(|at| UInt16Array::from_iter_values(keys().map(|(.., slots)| slots[at])))
            .collect(),
        number: Int64Array::from_iter_values(cells.values().copied()),
        state: UInt8Array::from_iter_values(keys().map(|_| CellState::Value as u8)),
        row: UInt64Array::from_iter_values(keys().map(|_| 0)),
        periods,
    }
}
