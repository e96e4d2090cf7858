//! An observation as one line of text columns: what both files of observations hold (format 1).

use std::{
    collections::HashMap,
    fmt::{self, Write as _},
};

use catalogue::names::{CategoryCode, MeasureKey, VariableName};

use crate::{Mark, Number, Observation, Row, Table, TableKey};

/// One observation. `value` stands where there is a number, `status` holds its mark, or the sign instead of one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Line<'a> {
    pub(crate) source: &'a str,
    pub(crate) measure: &'a str,
    pub(crate) group: &'a str,
    pub(crate) area: &'a str,
    pub(crate) period: &'a str,
    pub(crate) value: Option<Number>,
    pub(crate) status: &'static str,
}

/// The whole of a variable, as SDMX writes it; no category can be called so.
const WHOLE: &str = "_T";

const SIGNS: [(Observation, &str); 5] = [
    (Observation::Nothing, "–"),
    (Observation::Withheld, "."),
    (Observation::Unreliable, "/"),
    (Observation::Pending, "…"),
    (Observation::Senseless, "x"),
];

const MARKS: [(Mark, &str); 5] =
    [(Mark::None, ""), (Mark::Provisional, "p"), (Mark::Revised, "r"), (Mark::Estimated, "s"), (Mark::Uncertain, "()")];

/// The status as it is written, found again among the known ones.
pub(crate) fn status(text: &str) -> Option<&'static str> {
    SIGNS.iter().map(|sign| sign.1).chain(MARKS.iter().map(|mark| mark.1)).find(|known| *known == text)
}

/// Calls with each observation as a line, in the order of keys, areas, periods and groups. No line is kept: a release
/// of millions of observations needs no second copy of itself to be written.
pub(crate) fn each(tables: &[Table], mut call: impl FnMut(Line<'_>)) {
    let mut tables: Vec<&Table> = tables.iter().collect();
    tables.sort_by(|a, b| a.key.cmp(&b.key));
    let (mut group, mut period) = (String::new(), String::new());
    for table in tables {
        let mut rows: Vec<&Row> = table.rows.iter().collect();
        rows.sort_by(|a, b| (&a.area, a.period, &a.categories).cmp(&(&b.area, b.period, &b.categories)));
        for row in rows {
            group.clear();
            for (variable, category) in table.key.by.iter().zip(&row.categories) {
                let category = category.as_ref().map_or(WHOLE, CategoryCode::as_str);
                group.extend([if group.is_empty() { "" } else { "+" }, variable.as_str(), "=", category]);
            }
            period.clear();
            // Writing to a text does not fail.
            let _ = write!(period, "{}", row.period);
            let (value, status) = match row.observation {
                Observation::Value { number, mark } => {
                    (Some(number), MARKS.iter().find(|known| known.0 == mark).map_or("", |known| known.1))
                }
                sign => (None, SIGNS.iter().find(|known| known.0 == sign).map_or(".", |known| known.1)),
            };
            let (source, measure) = (table.key.measure.source.as_str(), table.key.measure.measure.as_str());
            call(Line { source, measure, group: &group, area: row.area.as_str(), period: &period, value, status });
        }
    }
}

/// Puts the tables together that lines make up.
#[derive(Default)]
pub(crate) struct Gatherer {
    tables: Vec<Table>,
    /// The groups of the last table that have been read.
    groups: HashMap<String, Vec<Option<CategoryCode>>>,
}

impl Gatherer {
    /// Takes the next line; nothing if it cannot be one, or not at this place.
    pub(crate) fn push(&mut self, line: Line<'_>) -> Option<()> {
        let is_of = |table: &&Table| {
            let key = &table.key.measure;
            key.source.as_str() == line.source && key.measure.as_str() == line.measure
        };
        let known = self.tables.last().filter(is_of).and_then(|_| self.groups.get(line.group)).cloned();
        let categories = match known {
            Some(categories) => categories,
            None => {
                let (key, categories) = key(line)?;
                match self.tables.last() {
                    Some(last) if last.key == key => {}
                    Some(last) if last.key > key => return None,
                    _ => {
                        self.tables.push(Table { key, rows: Vec::new() });
                        self.groups.clear();
                    }
                }
                self.groups.insert(line.group.to_owned(), categories.clone());
                categories
            }
        };
        let table = self.tables.last_mut()?;
        let last = table.rows.last();
        // Codes that follow each other are mostly the same.
        let area = last.map(|last| &last.area).filter(|area| area.as_str() == line.area);
        let area = area.map_or_else(|| line.area.parse().ok(), |area| Some(area.clone()))?;
        let row = Row { area, period: line.period.parse().ok()?, categories, observation: observation(line)? };
        let ascends =
            |last: &Row| (&last.area, last.period, &last.categories) < (&row.area, row.period, &row.categories);
        if !last.is_none_or(ascends) {
            return None;
        }
        table.rows.push(row);
        Some(())
    }

    /// All tables.
    pub(crate) fn finish(self) -> Vec<Table> {
        self.tables
    }
}

/// What a line counts, and of whom.
fn key(line: Line<'_>) -> Option<(TableKey, Vec<Option<CategoryCode>>)> {
    let mut by: Vec<VariableName> = Vec::new();
    let mut categories = Vec::new();
    for part in line.group.split('+').filter(|_| !line.group.is_empty()) {
        let (variable, category) = part.split_once('=')?;
        let variable: VariableName = variable.parse().ok()?;
        if by.last().is_some_and(|last| *last >= variable) {
            return None;
        }
        by.push(variable);
        categories.push(if category == WHOLE { None } else { Some(category.parse::<CategoryCode>().ok()?) });
    }
    let measure = MeasureKey { source: line.source.parse().ok()?, measure: line.measure.parse().ok()? };
    Some((TableKey { measure, by }, categories))
}

fn observation(line: Line<'_>) -> Option<Observation> {
    match line.value {
        Some(number) if number.decimals <= 9 => {
            Some(Observation::Value { number, mark: MARKS.iter().find(|known| known.1 == line.status)?.0 })
        }
        Some(_) => None,
        None => Some(SIGNS.iter().find(|known| known.1 == line.status)?.0),
    }
}

/// A number as exact decimal text with a point: `22710.5`.
pub(crate) fn decimal(number: Number) -> String {
    let decimals = usize::from(number.decimals);
    let digits = format!("{:0>width$}", number.scaled.unsigned_abs(), width = decimals + 1);
    let (whole, part) = digits.split_at(digits.len() - decimals);
    let sign = if number.scaled < 0 { "-" } else { "" };
    if part.is_empty() { format!("{sign}{whole}") } else { format!("{sign}{whole}.{part}") }
}

impl fmt::Display for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&decimal(*self))
    }
}

/// The number as exact decimal text with its mark after it, or the official sign.
impl fmt::Display for Observation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Observation::Value { number, mark } => {
                let mark = MARKS.iter().find(|known| known.0 == *mark).map_or("", |known| known.1);
                write!(f, "{number}{}{mark}", if mark.is_empty() { "" } else { " " })
            }
            sign => f.write_str(SIGNS.iter().find(|known| known.0 == *sign).map_or(".", |known| known.1)),
        }
    }
}

/// Reads what [`decimal`] writes, and nothing else.
pub(crate) fn number(text: &str) -> Option<Number> {
    let (whole, part) = text.split_once('.').unwrap_or((text, ""));
    let number = Number { scaled: format!("{whole}{part}").parse().ok()?, decimals: u8::try_from(part.len()).ok()? };
    (decimal(number) == text).then_some(number)
}
