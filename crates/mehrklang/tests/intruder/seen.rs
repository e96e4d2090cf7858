//! What an audience can read: every number in every file, with what it is about.

use std::{
    collections::{BTreeMap, BTreeSet},
    path::{Path, PathBuf},
};

use arrow_array::{Array, Int64Array, StringArray};
use parquet::arrow::arrow_reader::ParquetRecordBatchReaderBuilder;

use crate::{common, formats, town};

/// A count that is asked for: measure, period, area and group.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Cell {
    pub(crate) measure: String,
    pub(crate) period: String,
    pub(crate) area: String,
    pub(crate) group: town::Group,
}

/// A share of which only so many decimals are told: numerator, denominator, least and greatest.
pub(crate) type Share = (Cell, Cell, f64, f64);

/// All that was read.
#[derive(Debug, Clone, Default)]
pub(crate) struct Seen {
    pub(crate) numbers: BTreeMap<Cell, i64>,
    pub(crate) withheld: BTreeSet<Cell>,
    pub(crate) shares: Vec<Share>,
    /// How many numbers and signs were read in all files.
    pub(crate) read: usize,
    /// By indicator, area, period and group: what the figures of the sites say, in text.
    pub(crate) figures: BTreeMap<[String; 4], Figure>,
}

/// A figure of a site's data, as text: empty where it is not told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Figure {
    pub(crate) value: String,
    pub(crate) numerator: String,
    pub(crate) denominator: String,
    pub(crate) status: String,
}

/// The folders that an audience may look into: its own and those of all wider ones.
pub(crate) fn folders(dir: &Path, audience: &str) -> Vec<PathBuf> {
    let chain = town::AUDIENCES.iter().map(|(name, ..)| *name);
    let to = chain.clone().position(|name| name == audience).unwrap();
    chain
        .take(to + 1)
        .map(|name| if name == "public" { dir.join("open") } else { dir.join("restricted").join(name) })
        .collect()
}

impl Seen {
    /// Reads everything below these folders that holds figures.
    pub(crate) fn read(&mut self, folders: &[PathBuf]) {
        for folder in folders {
            let files = common::files(folder);
            self.read += formats::tell_no_more(&files);
            for (path, bytes) in &files {
                let name = path.file_name().unwrap().to_str().unwrap();
                let in_site = path.components().any(|part| part.as_os_str() == "site");
                match (name, in_site) {
                    ("observations.csv", false) => {
                        let rows = rows(bytes);
                        let same = parquet(&path.with_extension("parquet"));
                        assert_eq!(rows.len(), same.len(), "both formats have the same rows: {}", path.display());
                        for (row, other) in rows.iter().zip(&same) {
                            self.observation(row);
                            self.observation(other);
                        }
                    }
                    (name, true) if formats::is_plain(name) => {
                        rows(bytes).iter().for_each(|row| self.figure(row));
                    }
                    (name, true) if name.ends_with(".json") => self.json(bytes),
                    _ => {}
                }
            }
        }
    }

    fn number(&mut self, cell: Cell, number: i64) {
        self.read += 1;
        let before = self.numbers.insert(cell.clone(), number);
        assert!(before.is_none_or(|before| before == number), "{cell:?} was told twice, differently");
    }

    /// A row of a release: source, measure, group, area, period, value, status.
    fn observation(&mut self, row: &[String]) {
        let [source, measure, group, area, period, value, status] = row else { panic!("{row:?}") };
        let measure = format!("{source}.{measure}");
        let cell = Cell { measure, period: period.clone(), area: area.clone(), group: groups(group) };
        match (value.as_str(), status.as_str()) {
            ("", "–") => self.number(cell, 0),
            ("", ".") => {
                self.read += 1;
                self.withheld.insert(cell);
            }
            (number, "") => self.number(cell, number.parse().unwrap()),
            _ => panic!("{row:?}"),
        }
    }

    /// A row of a site's table: indicator, title, area, name, level, period, group, value, unit, numerator,
    /// denominator, status.
    fn figure(&mut self, row: &[String]) {
        let [indicator, _, area, _, _, period, group, value, _, numerator, denominator, status] = row else {
            panic!("{row:?}")
        };
        let figure = Figure {
            value: value.clone(),
            numerator: numerator.clone(),
            denominator: denominator.clone(),
            status: status.clone(),
        };
        self.told(indicator, [area, period, group], figure);
    }

    fn json(&mut self, bytes: &[u8]) {
        let whole: serde_json::Value = serde_json::from_slice(bytes).unwrap();
        // Other JSON than that of the figures holds none.
        let (Some(indicator), Some(rows)) = (whole["indicator"].as_str(), whole["rows"].as_array()) else { return };
        let text = |value: &serde_json::Value| match value {
            serde_json::Value::Null => String::new(),
            serde_json::Value::String(text) => text.clone(),
            other => other.to_string(),
        };
        for row in rows {
            let row: Vec<String> = row.as_array().unwrap().iter().map(text).collect();
            let [area, period, group, value, numerator, denominator, status] = &row[..] else { panic!("{row:?}") };
            let figure = Figure {
                value: value.clone(),
                numerator: numerator.clone(),
                denominator: denominator.clone(),
                status: status.clone(),
            };
            self.told(indicator, [area, period, group], figure);
        }
    }

    /// Learns from a figure: the counts beside it, and between which limits a share lies.
    fn told(&mut self, indicator: &str, [area, period, group]: [&String; 3], figure: Figure) {
        let (measure, of, whole) = town::about(indicator);
        let plain = groups(group);
        let mut special = plain.clone();
        special.extend(of.iter().map(|(variable, category)| ((*variable).to_owned(), (*category).to_owned())));
        special.sort();
        let cell = |measure: &str, group: &town::Group| Cell {
            measure: measure.to_owned(),
            period: period.clone(),
            area: area.clone(),
            group: group.clone(),
        };
        let part = cell(measure, &special);
        let count = if whole.is_none() { &figure.value } else { &figure.numerator };
        if !count.is_empty() {
            self.number(part.clone(), count.parse().unwrap());
        }
        if let Some(whole) = whole {
            let whole = cell(whole, &plain);
            if !figure.denominator.is_empty() {
                self.number(whole.clone(), figure.denominator.parse().unwrap());
            }
            if !figure.value.is_empty() {
                let decimals = figure.value.split_once('.').map_or(0, |(_, decimals)| decimals.len());
                let (value, half) = (figure.value.parse::<f64>().unwrap(), 0.5 * 10_f64.powi(-(decimals as i32)));
                self.read += 1;
                self.shares.push((part, whole, (value - half) / 100.0, (value + half) / 100.0));
            }
        }
        let key = [indicator.to_owned(), area.clone(), period.clone(), group.clone()];
        self.figures.insert(key, figure);
    }
}

/// `citizenship=foreign+sex=_T` without the wholes.
pub(crate) fn groups(text: &str) -> town::Group {
    let parts = text.split('+').filter_map(|part| part.split_once('='));
    let mut group: town::Group =
        parts.filter(|(_, code)| *code != "_T").map(|(name, code)| (name.to_owned(), code.to_owned())).collect();
    group.sort();
    group
}

fn rows(bytes: &[u8]) -> Vec<Vec<String>> {
    let mut reader = csv::Reader::from_reader(bytes);
    reader.records().map(|record| record.unwrap().iter().map(str::to_owned).collect()).collect()
}

/// The rows of a Parquet file as text, in the columns of the CSV.
fn parquet(path: &Path) -> Vec<Vec<String>> {
    let file = std::fs::File::open(path).unwrap();
    let reader = ParquetRecordBatchReaderBuilder::try_new(file).unwrap().build().unwrap();
    let mut rows = Vec::new();
    for batch in reader {
        let batch = batch.unwrap();
        for row in 0..batch.num_rows() {
            let text = |name: &str| {
                let column = batch.column_by_name(name).unwrap();
                if let Some(texts) = column.as_any().downcast_ref::<StringArray>() {
                    return texts.value(row).to_owned();
                }
                let numbers = column.as_any().downcast_ref::<Int64Array>().unwrap();
                if numbers.is_null(row) { String::new() } else { numbers.value(row).to_string() }
            };
            rows.push(["source", "measure", "group", "area", "period", "value", "status"].map(text).to_vec());
        }
    }
    rows
}
