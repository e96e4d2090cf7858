//! What the tests of the program share: running it, and a monitoring small enough to read at a glance.

#![allow(dead_code, missing_docs, unreachable_pub, reason = "each test uses a part of it")]

use std::{
    fs,
    path::{Path, PathBuf},
    process::{Command, Output},
};

/// The program in a folder and in this language.
pub fn program_in(language: &str, dir: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_mehrklang"));
    command.arg("--dir").arg(dir).args(["--language", language]);
    command
}

/// The program, German, in a folder.
pub fn program(dir: &Path) -> Command {
    program_in("de", dir)
}

/// Runs the program and expects an exit code.
#[track_caller]
pub fn run(dir: &Path, arguments: &[&str], code: i32) -> Output {
    let output = program(dir).args(arguments).output().unwrap();
    assert_eq!(
        output.status.code(),
        Some(code),
        "mehrklang {arguments:?}\n{}{}",
        String::from_utf8_lossy(&output.stdout),
        String::from_utf8_lossy(&output.stderr)
    );
    output
}

/// Runs the program with `--json` and reads the answer.
#[track_caller]
pub fn json(dir: &Path, arguments: &[&str], code: i32) -> serde_json::Value {
    let mut all = vec!["--json"];
    all.extend(arguments);
    let output = run(dir, &all, code);
    serde_json::from_slice(&output.stdout).unwrap_or_else(|error| {
        panic!("{arguments:?}: {error}\n{}", String::from_utf8_lossy(&output.stdout));
    })
}

pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").canonicalize().unwrap()
}

/// All files below a folder, sorted, with their bytes.
pub fn files(folder: &Path) -> Vec<(PathBuf, Vec<u8>)> {
    let mut files = Vec::new();
    let mut waiting = vec![folder.to_owned()];
    while let Some(current) = waiting.pop() {
        for entry in fs::read_dir(&current).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                waiting.push(path);
            } else {
                let bytes = fs::read(&path).unwrap();
                files.push((path, bytes));
            }
        }
    }
    files.sort();
    files
}

/// What is packed in a workbook: all its parts, one after the other.
pub fn workbook(bytes: &[u8]) -> Vec<u8> {
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
    let mut parts = Vec::new();
    for place in 0..archive.len() {
        std::io::copy(&mut archive.by_index(place).unwrap(), &mut parts).unwrap();
    }
    parts
}

/// What is packed in a Parquet file: its rows as text.
pub fn parquet_rows(path: &Path) -> Vec<parquet::record::Row> {
    use parquet::file::reader::{FileReader, SerializedFileReader};
    let reader = SerializedFileReader::new(fs::File::open(path).unwrap()).unwrap();
    reader.get_row_iter(None).unwrap().map(Result::unwrap).collect()
}

/// Copies a folder with all that is in it.
pub fn copy(from: &Path, to: &Path) {
    for (path, bytes) in files(from) {
        let target = to.join(path.strip_prefix(from).unwrap());
        fs::create_dir_all(target.parent().unwrap()).unwrap();
        fs::write(target, bytes).unwrap();
    }
}

/// A city of two districts with one indicator, the share of foreign citizens. `protection` is that of its source.
pub fn small_town(dir: &Path, protection: &str) {
    let write = |path: &str, text: &str| {
        let path = dir.join("open").join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    };
    write(
        "monitoring.toml",
        r#"
name.de = "Kleinstadt"
title.de = "Integrationsmonitoring Kleinstadt"
code = "99000001"
kind = "city"
why.de = "Damit alle gleichberechtigt teilhaben."
how.de = "Die Ämter arbeiten zusammen."
what.de = "Ein Indikator."
publisher.de = "Stadt Kleinstadt"
contact.de = "Statistikstelle"
licence = "dl-de/by-2-0"
synthetic.de = "Alle Zahlen sind erfunden."
"#,
    );
    write(
        "areas/levels.toml",
        r#"
[[level]]
name = "stadt"
title.de = "Stadt"
plural.de = "Städte"

[[level]]
name = "bezirk"
parent = "stadt"
title.de = "Bezirk"
plural.de = "Bezirke"
"#,
    );
    write("areas/stadt.toml", "[[area]]\ncode = \"99000001\"\nname = \"Kleinstadt\"\n");
    write(
        "areas/bezirk.toml",
        r#"
[[area]]
code = "01"
name = "Nord"
parent = "99000001"

[[area]]
code = "02"
name = "Süd"
parent = "99000001"
"#,
    );
    write(
        "variables/citizenship.toml",
        r#"
title.de = "Staatsangehörigkeit"
reason.de = "Sie entscheidet über Rechte."
definition.de = "Wer auch die deutsche hat, zählt als deutsch."
whole.de = "insgesamt"

[[category]]
code = "german"
title.de = "deutsch"

[[category]]
code = "foreign"
title.de = "ausländisch"
"#,
    );
    write(
        "sources/einwohner.toml",
        &r#"
title.de = "Einwohner"
provider.de = "Statistikstelle"
legal-basis.de = "Satzung"
method.de = "Auszählung"
periodicity.de = "jährlich"
protection = "PROTECTION"

[[measure]]
name = "residents"
title.de = "Einwohner"
unit.de = "Personen"
kind = "count"

[layout]
format = "csv"
delimiter = ";"

[[layout.column]]
head = "Bezirk"
is = "area"

[[layout.column]]
head = "Jahr"
is = "period"

[[layout.column]]
head = "Staatsangehörigkeit"
is = "category"
variable = "citizenship"

[[layout.column]]
head = "Personen"
is = "measure"
measure = "residents"
"#
        .replace("PROTECTION", protection),
    );
    write("fields/bevoelkerung/field.toml", "title.de = \"Bevölkerung\"\nabout.de = \"Wer hier lebt.\"\norder = 1\n");
    write(
        "fields/bevoelkerung/auslaenderanteil.toml",
        r#"
title.de = "Ausländeranteil"
question.de = "Wie viele haben keine deutsche Staatsangehörigkeit?"
reason.de = "Zur Einordnung der anderen Zahlen."
reading.de = "{period} hatten {value} keine deutsche Staatsangehörigkeit ({numerator} von {denominator})."
definition.de = "Menschen ohne deutsche Staatsangehörigkeit."
limits.de = "Sagt nichts über die Herkunft."
kind = "share"
numerator = { measure = "einwohner.residents", of = { citizenship = "foreign" } }
denominator = { measure = "einwohner.residents" }
polarity = "none"
perspective = "context"
steering = "none"
effort = "low"
"#,
    );
    write("editions/oeffentlichkeit/edition.toml", "title.de = \"Für alle\"\naudience = \"public\"\n");
}

/// Rules for public and council, who sees counts from `council` on; the public sees those from 10 000 on. With an
/// edition for the council.
pub fn with_council(dir: &Path, council: u32) {
    fs::create_dir_all(dir.join("shielded")).unwrap();
    let rules = "audiences = [\"public\", \"council\"]\n[default]\nminimum-frequency = 10000\n";
    let rule = format!("[[rule]]\naudience = \"council\"\nminimum-frequency = {council}\n");
    fs::write(dir.join("shielded/policy.toml"), format!("{rules}{rule}")).unwrap();
    fs::create_dir_all(dir.join("open/editions/rat")).unwrap();
    let edition = "title.de = \"Für den Rat\"\naudience = \"council\"\n";
    fs::write(dir.join("open/editions/rat/edition.toml"), edition).unwrap();
}

/// A delivery of the small town: persons by district and citizenship in 2023 and 2024.
pub fn delivery(north_foreign: u32) -> String {
    let mut text = String::from("Bezirk;Jahr;Staatsangehörigkeit;Personen\n");
    for (district, german, foreign) in [("01", 41_234, north_foreign), ("02", 31_111, 12_345)] {
        for year in [2023, 2024] {
            text += &format!("{district};{year};deutsch;{german}\n{district};{year};ausländisch;{foreign}\n");
        }
    }
    text
}
