//! The real files of München against the definitions of the example, where both are at hand.

use std::{collections::BTreeMap, fs, path::Path};

use catalogue::{Files, names::SourceName, remark::has_errors};

use super::{fact_lines, remark_lines};

/// The text files of a folder and below, by their path.
fn files_of(folder: &Path, below: &str, files: &mut Files) {
    for entry in fs::read_dir(folder).unwrap().flatten() {
        let name = format!("{below}/{}", entry.file_name().to_string_lossy());
        if entry.path().is_dir() {
            files_of(&entry.path(), &name, files);
        } else if let Ok(text) = fs::read_to_string(entry.path()) {
            files.insert(name, text);
        }
    }
}

#[test]
fn the_files_of_muenchen_are_read_without_error() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let (example, data) = (root.join("examples/muenchen/open"), root.join("../shared/data/muenchen"));
    if !example.is_dir() || !data.is_dir() {
        eprintln!("skipped: the definitions or the open data of München are not at hand");
        return;
    }
    let mut files = Files::new();
    files_of(&example, "open", &mut files);
    let (catalogue, remarks) = catalogue::read(&files);
    let catalogue = catalogue.unwrap_or_else(|| panic!("{remarks:#?}"));
    let deliveries = [
        ("auslaenderanteil", "indikatorenatlas2014bevoelkerungauslaenderinnenanteil.csv"),
        ("auslaenderanteil", "indikatorenatlas-bevoelkerung---auslaenderinnenanteil.csv"),
        ("arbeitslosendichte", "indikatorenatlas2014arbeitsmarktarbeitslosendichte.csv"),
        ("altersdurchschnitt", "indikatorenatlas2014bevoelkerungaltersdurchschnitt.csv"),
        ("einpersonenhaushalte", "indikatorenatlas2014bevoelkerungeinpersonenhaushalte.csv"),
        ("einwohnerdichte", "indikatorenatlas2014bevoelkerungeinwohnerdichte.csv"),
        ("grundschueler", "ia_grundschueler_nationalitaet.csv"),
        ("lebenserwartung", "indikatorenatlas2014bevoelkerungmittlerelebenserwartung.csv"),
    ];
    let mut lines = BTreeMap::new();
    for (source, file) in deliveries {
        let source: SourceName = source.parse().unwrap();
        let bytes = fs::read(data.join(file)).unwrap();
        let (facts, remarks) = super::super::read(&catalogue, &catalogue.sources[&source], file, &bytes, None);
        assert!(!has_errors(&remarks), "{file}: {remarks:#?}");
        let facts = facts.unwrap();
        println!("{file}: {} rows; {:?}", facts.rows, remark_lines(&remarks));
        // The figures as published fit numerator and denominator in every row.
        assert!(remarks.iter().all(|remark| remark.rule != "figure-differs"), "{file}: {remarks:#?}");
        lines.insert(file, fact_lines(&catalogue, &facts));
    }
    let foreigners = &lines["indikatorenatlas2014bevoelkerungauslaenderinnenanteil.csv"];
    for answer in ["282148", "1247934", "353816", "1439474"] {
        assert!(foreigners.iter().any(|line| line.contains("09162000") && line.ends_with(answer)), "{answer}");
    }
    // Both releases agree on their common rows.
    let later = &lines["indikatorenatlas-bevoelkerung---auslaenderinnenanteil.csv"];
    // The later release has left out the residue.
    let (common, other): (Vec<&String>, Vec<&String>) = foreigners.iter().partition(|line| later.contains(line));
    println!("{} of {} facts of 2014 stand in the later release, too", common.len(), foreigners.len());
    assert_eq!((common.len(), other.len()), (676, 20));
    assert!(other.iter().all(|line| line.starts_with("residents 99 ")), "{other:#?}");
}
