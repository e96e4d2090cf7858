//! The open data of a site in all formats: none tells a number that the plain tables do not tell.

use std::{
    collections::{BTreeMap, BTreeSet},
    path::{Path, PathBuf},
};

use crate::common;

/// Whether a file of a site is the plain table of an indicator.
pub(crate) fn is_plain(name: &str) -> bool {
    name.ends_with(".csv") && !name.ends_with(".de.csv") && !name.ends_with(".sdmx.csv")
}

/// Numbers as often as they are told, as bits.
type Numbers = BTreeMap<u64, usize>;

/// Holds the numbers of all formats against those of the plain tables of the same site, each as often as it stands
/// there; returns how many were read.
pub(crate) fn tell_no_more(files: &[(PathBuf, Vec<u8>)]) -> usize {
    let mut read = 0;
    let sites: BTreeSet<&Path> = files.iter().filter_map(|(path, _)| site(path)).collect();
    for site in sites {
        let below: Vec<_> = files.iter().filter(|(path, _)| path.starts_with(site)).collect();
        let mut whole = Numbers::new();
        for (path, bytes) in &below {
            let name = path.file_name().unwrap().to_str().unwrap();
            if !is_plain(name) || path.parent().unwrap().file_name().unwrap() != "i" {
                continue;
            }
            let rows = table(bytes, b',');
            let values = numbers(rows.iter().map(|row| row[7].clone()));
            let all = numbers(rows.iter().flat_map(|row| [&row[7], &row[9], &row[10]].map(String::clone)));
            let beside = |ending: &str| {
                let path = path.with_file_name(name.replace(".csv", ending));
                &below.iter().find(|(other, _)| *other == path).unwrap_or_else(|| panic!("{}", path.display())).1
            };
            let german = table(beside(".de.csv"), b';');
            let german = german.iter().flat_map(|row| [&row[4], &row[6], &row[7]].map(|cell| cell.replace(',', ".")));
            assert_eq!(numbers(german), all, "{name}: German CSV");
            let sdmx = table(beside(".sdmx.csv"), b',');
            // Value, numerator and denominator stand before the three statuses.
            let sdmx = sdmx.iter().flat_map(|row| row[row.len() - 6..row.len() - 3].to_vec());
            assert_eq!(numbers(sdmx), all, "{name}: SDMX-CSV");
            let stat: serde_json::Value = serde_json::from_slice(beside(".json-stat.json")).unwrap();
            let stat = stat["value"].as_object().unwrap().values().map(|value| value.to_string());
            assert_eq!(numbers(stat), all, "{name}: JSON-stat");
            let px = String::from_utf8(beside(".px").clone()).unwrap();
            let (_, px) = px.split_once("DATA=\n").unwrap();
            let px = px.split_whitespace().filter(|cell| *cell != ";").map(|cell| match cell {
                "\"-\"" => "0".to_owned(),
                sign if sign.starts_with('"') => String::new(),
                number => number.to_owned(),
            });
            assert_eq!(numbers(px), values, "{name}: PX");
            read += 4 * all.values().sum::<usize>() + values.values().sum::<usize>();
            for (number, often) in all {
                *whole.entry(number).or_default() += often;
            }
        }
        for (path, bytes) in &below {
            let found = match path.strip_prefix(site).unwrap().to_str().unwrap() {
                "download/release.parquet" => packed(path),
                "download/release.xlsx" | "en/download/release.xlsx" => cells(bytes),
                _ => continue,
            };
            assert_eq!(found, whole, "{}", path.display());
            read += found.values().sum::<usize>();
        }
    }
    read
}

/// The folder of the site that a file lies in.
fn site(path: &Path) -> Option<&Path> {
    path.ancestors().find(|folder| folder.file_name().is_some_and(|name| name == "site"))
}

fn numbers(texts: impl IntoIterator<Item = String>) -> Numbers {
    count(texts.into_iter().filter(|text| !text.is_empty()).map(|text| text.parse().unwrap()))
}

fn count(all: impl IntoIterator<Item = f64>) -> Numbers {
    let mut numbers = Numbers::new();
    for number in all {
        *numbers.entry(number.to_bits()).or_default() += 1;
    }
    numbers
}

fn table(bytes: &[u8], delimiter: u8) -> Vec<Vec<String>> {
    let mut reader = csv::ReaderBuilder::new().delimiter(delimiter).from_reader(bytes);
    reader.records().map(|record| record.unwrap().iter().map(str::to_owned).collect()).collect()
}

/// The numbers of a Parquet file.
fn packed(path: &Path) -> Numbers {
    let rows = common::parquet_rows(path);
    let cells = rows.iter().flat_map(|row| row.get_column_iter());
    count(cells.filter_map(|(_, field)| match field {
        parquet::record::Field::Double(number) => Some(*number),
        parquet::record::Field::Str(_) | parquet::record::Field::Null => None,
        other => panic!("{other}: neither text nor number"),
    }))
}

/// The numbers of a workbook: its cells that hold no reference to a text.
fn cells(bytes: &[u8]) -> Numbers {
    let parts = String::from_utf8(common::workbook(bytes)).unwrap();
    let told = parts.split("<c ").skip(1).filter_map(|cell| {
        let (attributes, rest) = cell.split_once('>')?;
        let (value, _) = rest.strip_prefix("<v>")?.split_once("</v>")?;
        (!attributes.contains("t=\"s\"")).then(|| value.to_owned())
    });
    numbers(told)
}
