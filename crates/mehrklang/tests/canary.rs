//! A number that must appear in no byte written in front of the wall, in no spelling.

mod common;

use std::{fs, path::Path, process::Command};

/// Small counts begin at 10 000 here, so this one may not be shown; nor may what gives it away.
const CANARY: u32 = 7919;

/// Everything that the program printed, and everything that it wrote outside `shielded/`.
fn traces(dir: &Path, printed: &[Vec<u8>]) -> Vec<(String, Vec<u8>)> {
    let folders = ["open", "restricted"].map(|name| dir.join(name)).into_iter().filter(|folder| folder.exists());
    let written = folders.flat_map(|folder| common::files(&folder));
    let mut traces: Vec<_> = written.map(|(path, _)| (path.display().to_string(), legible(&path))).collect();
    traces.extend(printed.iter().enumerate().map(|(n, bytes)| (format!("output {n}"), bytes.clone())));
    traces
}

/// What a file gives to those who open it: of a workbook, a document and a Parquet file what is packed in its bytes, of a PDF the
/// text and what it says of itself. Its alternative texts are sentences that stand in the text, too.
fn legible(path: &Path) -> Vec<u8> {
    match path.extension().and_then(|ending| ending.to_str()) {
        Some("pdf") => pdf(path),
        Some("xlsx" | "docx") => common::workbook(&fs::read(path).unwrap()),
        Some("parquet") => {
            let bytes = fs::read(path).unwrap();
            let rows = common::parquet_rows(path).iter().map(|row| format!("{row}\n")).collect::<String>();
            [bytes, rows.into_bytes()].concat()
        }
        _ => fs::read(path).unwrap(),
    }
}

fn pdf(path: &Path) -> Vec<u8> {
    let said = |program: &str, arguments: &[&str], to: &[&str]| {
        let output = Command::new(program).args(arguments).arg(path).args(to).output();
        let output = output.expect("pdftotext and pdfinfo (package poppler-utils) read reports");
        assert!(output.status.success(), "{program} reads {}", path.display());
        output.stdout
    };
    [said("pdftotext", &["-raw", "-enc", "UTF-8"], &["-"]), said("pdfinfo", &["-meta"], &[])].concat()
}

fn spellings() -> Vec<Vec<u8>> {
    let mut spellings: Vec<Vec<u8>> =
        ["7919", "7.919", "7,919", "7 919", "7\u{a0}919", "7\u{202f}919", "7\u{2009}919", "7'919", "1eef", "1EEF"]
            .iter()
            .map(|text| text.as_bytes().to_vec())
            .collect();
    spellings.push(i64::from(CANARY).to_le_bytes().to_vec());
    spellings.push(u64::from(CANARY).to_be_bytes().to_vec());
    spellings.push(f64::from(CANARY).to_le_bytes().to_vec());
    spellings
}

fn sings(bytes: &[u8]) -> Option<Vec<u8>> {
    spellings().into_iter().find(|spelling| bytes.windows(spelling.len()).any(|window| window == &spelling[..]))
}

/// Fingerprints are hexadecimal and may hold any four digits by chance; they are of released bytes only.
fn without_fingerprints(bytes: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(bytes.len());
    let mut rest = bytes;
    while let Some(place) = rest.windows(7).position(|window| window == b"sha256:") {
        out.extend_from_slice(&rest[..place]);
        rest = rest.get(place + 7 + 64..).unwrap_or_default();
    }
    out.extend_from_slice(rest);
    out
}

#[test]
fn what_may_not_be_shown_appears_in_no_byte_in_front_of_the_wall() {
    let town = tempfile::tempdir().unwrap();
    let dir = town.path();
    common::small_town(dir, "confidential");
    fs::create_dir_all(dir.join("shielded")).unwrap();
    fs::write(dir.join("shielded/policy.toml"), "[default]\nminimum-frequency = 10000\n").unwrap();
    let edition = dir.join("open/editions/oeffentlichkeit/edition.toml");
    let with_paper = fs::read_to_string(&edition).unwrap() + "\n[paper]\nsubject.de = \"Stand der Ziele\"\n";
    fs::write(&edition, with_paper).unwrap();
    let delivery = dir.join("lieferung.csv");
    fs::write(&delivery, common::delivery(CANARY)).unwrap();

    let mut printed = Vec::new();
    let mut run = |arguments: &[&str]| {
        for json in [false, true] {
            let mut command = common::program(dir);
            if json {
                command.arg("--json");
            }
            let output = command.args(arguments).output().unwrap();
            assert_ne!(output.status.code(), Some(2), "{}", String::from_utf8_lossy(&output.stderr));
            assert!(output.status.code().is_some(), "no panic");
            printed.extend([output.stdout, output.stderr]);
        }
    };
    let path = delivery.to_str().unwrap();
    run(&["receive", "--received", "2025-01-10", path]);
    run(&["produce", "--on", "2025-02-01"]);
    run(&["publish"]);
    run(&["show", "auslaenderanteil", "--area", "01"]);
    run(&["show", "auslaenderanteil"]);
    run(&["releases"]);

    // A second delivery that does not add up, is misspelt and repeats rows: its remarks may not show the cell either.
    let broken = common::delivery(CANARY).replace("02;2024;deutsch", "02;2O24;deusch") + "01;2024;ausländisch;7919\n";
    let broken_path = dir.join("kaputt.csv");
    fs::write(&broken_path, broken).unwrap();
    run(&["receive", "--received", "2025-01-11", broken_path.to_str().unwrap()]);

    let mut searched = 0;
    for (name, bytes) in traces(dir, &printed) {
        let bytes = without_fingerprints(&bytes);
        searched += bytes.len();
        if let Some(spelling) = sings(&bytes) {
            panic!("{name} holds the canary as {:?}", String::from_utf8_lossy(&spelling));
        }
    }
    assert!(searched > 10_000, "{searched} bytes were searched");
    for file in ["index.html", "paper.docx"] {
        assert!(dir.join("open/published/oeffentlichkeit/site").join(file).exists(), "{file} is there to be searched");
    }
}

/// What the traces of a town hold the canary in, after all commands for public and council.
fn singing(council: u32) -> Vec<String> {
    let town = tempfile::tempdir().unwrap();
    let dir = town.path();
    common::small_town(dir, "confidential");
    common::with_council(dir, council);
    let delivery = dir.join("lieferung.csv");
    fs::write(&delivery, common::delivery(CANARY)).unwrap();
    common::run(dir, &["receive", "--received", "2025-01-10", delivery.to_str().unwrap()], 0);
    let mut printed = Vec::new();
    for arguments in [
        &["produce", "--on", "2025-02-01"][..],
        &["publish", "oeffentlichkeit"],
        &["publish", "rat"],
        &["releases"],
        &["show", "auslaenderanteil", "--area", "01"],
        &["show", "auslaenderanteil", "--area", "01", "--audience", "public"],
        &["show", "auslaenderanteil", "--area", "01", "--audience", "administration"],
    ] {
        let output = common::run(dir, arguments, 0);
        printed.extend([output.stdout, output.stderr]);
    }
    assert!(dir.join("open/published/oeffentlichkeit/site/index.html").exists());
    assert!(dir.join("restricted/council/published/rat/site/index.html").exists());
    assert!(!dir.join("open/published/rat").exists(), "an edition for the council is never below open/");
    let traces = traces(dir, &printed);
    let without = traces.into_iter().map(|(name, bytes)| (name, without_fingerprints(&bytes)));
    let found = without.filter(|(_, bytes)| sings(bytes).is_some());
    found.map(|(name, _)| name.strip_prefix(dir.to_str().unwrap()).map_or(name.clone(), str::to_owned)).collect()
}

#[test]
fn what_the_council_may_see_appears_in_no_byte_for_others() {
    // Nobody may see it.
    assert_eq!(singing(10_000), [] as [&str; 0]);
    // The council may; the administration has no rules of its own and sees what the council sees.
    let found = singing(3);
    let own = |name: &&String| name.starts_with("/restricted/council/");
    assert!(found.iter().filter(own).count() >= 4, "release and site of the council: {found:?}");
    let elsewhere: Vec<_> = found.iter().filter(|name| !own(name)).collect();
    assert!(elsewhere.iter().all(|name| *name == "output 12"), "only where the council was asked: {elsewhere:?}");
}

#[test]
fn the_canary_sings_where_it_may() {
    let town = tempfile::tempdir().unwrap();
    let dir = town.path();
    common::small_town(dir, "already-public");
    let delivery = dir.join("lieferung.csv");
    fs::write(&delivery, common::delivery(CANARY)).unwrap();
    common::run(dir, &["receive", "--received", "2025-01-10", delivery.to_str().unwrap()], 0);
    common::run(dir, &["produce", "--on", "2025-02-01"], 0);
    common::run(dir, &["publish"], 0);
    let found: Vec<String> =
        traces(dir, &[]).into_iter().filter(|(_, bytes)| sings(bytes).is_some()).map(|(name, _)| name).collect();
    for ending in [
        ".csv",
        ".de.csv",
        ".sdmx.csv",
        ".json",
        ".json-stat.json",
        "site/download/release.parquet",
        "site/download/release.xlsx",
    ] {
        assert!(found.iter().any(|name| name.ends_with(ending)), "the number is public in {ending}: {found:?}");
    }
}

#[test]
fn a_source_without_a_declaration_is_not_public() {
    let town = tempfile::tempdir().unwrap();
    let dir = town.path();
    common::small_town(dir, "already-public");
    let source = dir.join("open/sources/einwohner.toml");
    let text = fs::read_to_string(&source).unwrap().replace("protection = \"already-public\"\n", "");
    fs::write(&source, text).unwrap();
    let delivery = dir.join("lieferung.csv");
    fs::write(&delivery, common::delivery(2)).unwrap();
    common::run(dir, &["receive", "--received", "2025-01-10", delivery.to_str().unwrap()], 0);
    let answer = common::json(dir, &["produce", "--on", "2025-02-01"], 0);
    let rules: Vec<_> = answer["remarks"].as_array().unwrap().iter().map(|r| r["rule"].as_str().unwrap()).collect();
    assert_eq!(rules, ["core-few"], "it is protected, and nothing is wrong with it");
    let shown = common::json(dir, &["show", "auslaenderanteil", "--area", "01", "--period", "2024"], 0);
    assert_eq!(shown["status"], "withheld");
    assert!(shown["numerator"].is_null() && shown["value"].is_null());
}
