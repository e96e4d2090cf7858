//! A small monitoring on disk, its release as a table, and pages as text that can be read in a diff.

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
};

use catalogue::{Catalogue, Files, model::Edition};
use publication::{Facts, Measures, assess, compose, measure, page::Page, take};
use release::{DeliveryNote, Mark, Number, Observation, Protection, Release, Row, Table, TableKey};

/// The folder of the small monitoring.
pub(crate) fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/kleinstadt")
}

/// Its definitions, read as any other.
pub(crate) fn catalogue() -> Catalogue {
    read(&files())
}

/// Its definition files.
pub(crate) fn files() -> Files {
    let mut files = Files::new();
    collect(&folder(), &folder().join("open"), &mut files);
    files
}

/// Definitions without an error.
pub(crate) fn read(files: &Files) -> Catalogue {
    let (catalogue, remarks) = catalogue::read(files);
    let errors: Vec<_> = remarks.iter().filter(|remark| remark.severity == catalogue::Severity::Error).collect();
    assert!(errors.is_empty(), "{errors:#?}");
    catalogue.expect("a catalogue without errors")
}

fn collect(root: &Path, folder: &Path, files: &mut Files) {
    for entry in fs::read_dir(folder).expect("the folder of the test").map(|entry| entry.expect("an entry").path()) {
        if entry.is_dir() {
            collect(root, &entry, files);
        } else {
            let name = entry.strip_prefix(root).expect("below the root").to_string_lossy().replace('\\', "/");
            files.insert(name, fs::read_to_string(&entry).expect("text"));
        }
    }
}

/// The release of `release.csv`.
pub(crate) fn release() -> Release {
    parse(&fs::read_to_string(folder().join("release.csv")).expect("the release of the test"))
}

/// A release from lines `measure;by;area;period;categories;observation`.
pub(crate) fn parse(text: &str) -> Release {
    let mut tables: BTreeMap<TableKey, Vec<Row>> = BTreeMap::new();
    for line in text.lines().skip(1) {
        let cells: Vec<&str> = line.split(';').collect();
        let list = |text: &str| text.split(',').filter(|part| !part.is_empty()).map(str::to_owned).collect::<Vec<_>>();
        let by: Vec<_> = list(cells[1]).iter().map(|name| name.parse().expect("a variable")).collect();
        let mut categories: Vec<_> = list(cells[4]).iter().map(|code| Some(code.parse().expect("a code"))).collect();
        categories.resize(by.len(), None);
        let key = TableKey { measure: cells[0].parse().expect("a measure"), by };
        tables.entry(key).or_default().push(Row {
            area: cells[2].parse().expect("an area"),
            period: cells[3].parse().expect("a period"),
            categories,
            observation: observation(cells[5]),
        });
    }
    let tables = tables.into_iter().map(|(key, mut rows)| {
        rows.sort_by(|a, b| (&a.area, a.period, &a.categories).cmp(&(&b.area, b.period, &b.categories)));
        Table { key, rows }
    });
    let name = |text: &str| text.parse().expect("a source");
    let year = |text: &str| text.parse().expect("a year");
    Release {
        tables: tables.collect(),
        deliveries: vec![DeliveryNote {
            source: name("register"),
            received: "2024-01-15".to_owned(),
            first: year("2021"),
            last: year("2023"),
        }],
        protection: vec![(name("register"), Protection::Suppression), (name("schule"), Protection::AlreadyPublic)],
    }
}

/// A number with its mark, or a sign.
pub(crate) fn observation(text: &str) -> Observation {
    match text {
        "–" => Observation::Nothing,
        "." => Observation::Withheld,
        "/" => Observation::Unreliable,
        "…" => Observation::Pending,
        "x" => Observation::Senseless,
        _ => {
            let (text, mark) = match text.strip_suffix('p') {
                Some(text) => (text, Mark::Provisional),
                None => (text, Mark::None),
            };
            let decimals = text.split_once('.').map_or(0, |(_, fraction)| fraction.len());
            let scaled = text.replace('.', "").parse().expect("a number");
            Observation::Value { number: Number { scaled, decimals: decimals as u8 }, mark }
        }
    }
}

/// Measures and pages of the small monitoring, for everyone.
pub(crate) fn pages(catalogue: &Catalogue, release: &Release) -> (Measures, Vec<Page>) {
    pages_of(catalogue, release, catalogue.editions.values().next().expect("an edition"))
}

/// The same, of an edition.
pub(crate) fn pages_of(catalogue: &Catalogue, release: &Release, edition: &Edition) -> (Measures, Vec<Page>) {
    let measures = measure(catalogue, release);
    let id = "2024-02-01-abc123".parse().expect("a release");
    let earlier = "2023-02-01-123abc".parse().expect("a release");
    let facts = Facts {
        edition,
        release: &id,
        sealed_on: "2024-02-01",
        supersedes: Some((&earlier, "Gebietsstand berichtigt")),
    };
    let mut pages = compose(catalogue, &measures, &assess(catalogue, release, &measures), &facts);
    take(catalogue, &facts, &mut pages, &["svg"]);
    (measures, pages)
}

/// Compares with a file of `expected/`; with `UPDATE_EXPECTED=1` writes it instead.
#[track_caller]
pub(crate) fn check(name: &str, text: &str) {
    let path = folder().join("expected").join(name);
    if std::env::var_os("UPDATE_EXPECTED").is_some() {
        fs::create_dir_all(path.parent().expect("a folder")).expect("the folder of the expected files");
        fs::write(&path, text).expect("the expected file");
    }
    let expected = fs::read_to_string(&path).unwrap_or_default();
    if let Some((line, (got, wanted))) =
        text.lines().chain([""]).zip(expected.lines().chain([""])).enumerate().find(|(_, (got, wanted))| got != wanted)
    {
        panic!("{name}:{}: expected\n{wanted}\nbut got\n{got}\n(UPDATE_EXPECTED=1 writes what is)", line + 1);
    }
    assert_eq!(text.lines().count(), expected.lines().count(), "{name} is longer or shorter than expected");
}
