//! An observation as one line of text columns: what both files of observations hold (format 1).

use std::fmt;

use catalogue::{
    Period,
    names::{AreaCode, CategoryCode, MeasureKey, VariableName},
};

use crate::{Mark, Number, Observation, Row, Table, TableKey};

/// One observation. `value` stands where there is a number, `status` holds its mark, or the sign instead of one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Line {
    pub(crate) source: String,
    pub(crate) measure: String,
    pub(crate) group: String,
    pub(crate) area: String,
    pub(crate) period: String,
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

/// All tables as lines, in the order of keys, areas, periods and groups.
pub(crate) fn from_tables(tables: &[Table]) -> Vec<Line> {
    let mut tables: Vec<&Table> = tables.iter().collect();
    tables.sort_by(|a, b| a.key.cmp(&b.key));
    tables.into_iter().flat_map(lines_of).collect()
}

fn lines_of(table: &Table) -> Vec<Line> {
    let mut rows: Vec<&Row> = table.rows.iter().collect();
    rows.sort_by(|a, b| (&a.area, a.period, &a.categories).cmp(&(&b.area, b.period, &b.categories)));
    rows.into_iter().map(|row| line(&table.key, row)).collect()
}

fn line(key: &TableKey, row: &Row) -> Line {
    let group: Vec<String> = key
        .by
        .iter()
        .zip(&row.categories)
        .map(|(variable, category)| format!("{variable}={}", category.as_ref().map_or(WHOLE, CategoryCode::as_str)))
        .collect();
    let (value, status) = match row.observation {
        Observation::Value { number, mark } => {
            (Some(number), MARKS.iter().find(|known| known.0 == mark).map_or("", |known| known.1))
        }
        sign => (None, SIGNS.iter().find(|known| known.0 == sign).map_or(".", |known| known.1)),
    };
    Line {
        source: key.measure.source.to_string(),
        measure: key.measure.measure.to_string(),
        group: group.join("+"),
        area: row.area.to_string(),
        period: row.period.to_string(),
        value,
        status,
    }
}

/// The tables that the lines make up; the number of the first line (from 1) that cannot be, if there is one.
pub(crate) fn to_tables(lines: &[Line]) -> Result<Vec<Table>, usize> {
    let mut tables: Vec<Table> = Vec::new();
    for (line, number) in lines.iter().zip(1_usize..) {
        let (key, row) = parse(line).ok_or(number)?;
        match tables.last_mut() {
            Some(table) if table.key == key => {
                let last = table.rows.last().ok_or(number)?;
                let ascends = (&last.area, last.period, &last.categories) < (&row.area, row.period, &row.categories);
                if !ascends {
                    return Err(number);
                }
                table.rows.push(row);
            }
            Some(table) if table.key > key => return Err(number),
            _ => tables.push(Table { key, rows: vec![row] }),
        }
    }
    Ok(tables)
}

fn parse(line: &Line) -> Option<(TableKey, Row)> {
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
    let observation = match line.value {
        Some(number) if number.decimals <= 9 => {
            Observation::Value { number, mark: MARKS.iter().find(|known| known.1 == line.status)?.0 }
        }
        Some(_) => return None,
        None => SIGNS.iter().find(|known| known.1 == line.status)?.0,
    };
    let measure = MeasureKey { source: line.source.parse().ok()?, measure: line.measure.parse().ok()? };
    let area: AreaCode = line.area.parse().ok()?;
    let period: Period = line.period.parse().ok()?;
    Some((TableKey { measure, by }, Row { area, period, categories, observation }))
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
