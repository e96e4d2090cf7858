//! The concepts that come with the program, on the invented persons on whom the rules of the crate `rules` are tried.

mod common;

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::PathBuf,
};

use serde_json::Value;

fn fixture(name: &str) -> PathBuf {
    common::root().join("crates/rules/tests/concepts").join(name)
}

/// Column of the expected table, concept, version, and what the table writes for its categories.
type Column = (&'static str, &'static str, &'static str, &'static [(&'static str, &'static str)]);

const COLUMNS: &[Column] = &[
    ("microcensus-wide", "migration-background", "mikrozensus-2017", YES_NO),
    ("microcensus-narrow", "migration-background", "mikrozensus-2017-eng", YES_NO),
    ("microcensus-2005", "migration-background", "mikrozensus-2005", YES_NO),
    ("mighev", "migration-background", "mighev", YES_NO),
    ("census-2011", "migration-background", "zensus-2011", YES_NO),
    ("tintg-nrw", "migration-background", "tintg-nrw", YES_NO),
    ("kmk", "migration-background", "kmk", YES_NO),
    ("school-nrw", "migration-background", "schule-nrw", YES_NO),
    ("school-hamburg", "migration-background", "schule-hamburg", YES_NO),
    ("school-bavaria", "migration-background", "schule-bayern", YES_NO),
    ("school-thuringia", "migration-background", "schule-thueringen", YES_NO),
    ("day-care-origin", "migration-background", "kita-herkunft", YES_NO),
    ("register-berlin", "migration-background", "register-berlin", YES_NO),
    ("register-marks", "migration-background", "register-merkmale", &[("without", "none")]),
    ("immigration-history", "immigration-history", "destatis-2023", &[("immigrated", "E1"), ("descendant", "E2")]),
    ("foreign", "citizenship", "amtlich", &[("foreign", "yes"), ("german", "no")]),
    ("day-care-language", "family-language", "kita", &[("not-mainly-german", "yes"), ("german", "no")]),
];

const YES_NO: &[(&str, &str)] = &[("with", "yes"), ("without", "no")];

fn table(name: &str) -> Vec<BTreeMap<String, String>> {
    let text = fs::read_to_string(fixture(name)).unwrap();
    let mut lines = text.lines();
    let heads: Vec<&str> = lines.next().unwrap().split(',').collect();
    lines.map(|line| heads.iter().map(|h| (*h).to_owned()).zip(line.split(',').map(str::to_owned)).collect()).collect()
}

fn apply(concept: &str, version: &str) -> Vec<Value> {
    let dir = tempfile::tempdir().unwrap();
    let file = fixture("persons.csv");
    let arguments = ["concept", "apply", concept, file.to_str().unwrap(), "--version", version];
    let said = common::json(dir.path(), &arguments, 0);
    assert_eq!(said["remarks"], Value::Array(Vec::new()), "{version}");
    said["persons"].as_array().unwrap().clone()
}

fn written(person: &Value, names: &[(&str, &str)]) -> String {
    match person["class"].as_str().unwrap() {
        "category" => {
            let code = person["category"].as_str().unwrap();
            names.iter().find(|(known, _)| *known == code).map_or(code, |(_, name)| name).to_owned()
        }
        "undeterminable" => "?".to_owned(),
        "not-covered" => "-".to_owned(),
        other => other.to_owned(),
    }
}

#[test]
fn every_cell_of_the_table_holds_and_rules_are_told_apart() {
    let expected = table("expected.csv");
    let mut answers: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    let mut cells = 0;
    for (column, concept, version, names) in COLUMNS {
        let persons = apply(concept, version);
        let found: Vec<String> = persons.iter().map(|person| written(person, names)).collect();
        for (row, (found, expected)) in found.iter().zip(&expected).enumerate() {
            assert_eq!(*found, expected[*column], "{version}, person {}", row + 1);
            cells += 1;
        }
        answers.insert(column, found);
    }
    assert_eq!(cells, 17 * 21, "no column of the table is left out");
    assert_eq!(expected[0].len(), 18);

    // Each pair of yes-or-no rules is told apart by a person whom both cover and determine, but for these.
    let certain = |answer: &str| matches!(answer, "yes" | "no");
    let binary: Vec<_> = answers.iter().filter(|(_, list)| list.iter().any(|answer| answer == "yes")).collect();
    let mut together = BTreeSet::new();
    for (place, (one, ours)) in binary.iter().enumerate() {
        for (other, theirs) in binary.iter().skip(place + 1) {
            let mut both = ours.iter().zip(theirs.iter());
            if !both.any(|(a, b)| certain(a) && certain(b) && a != b) {
                together.insert((**one, **other));
            }
        }
    }
    println!("{} rules, not told apart: {together:?}", binary.len());
    assert_eq!(binary.len(), 15);
    let expected = [
        ("kmk", "school-bavaria"),
        ("kmk", "school-thuringia"),
        ("microcensus-2005", "school-hamburg"),
        ("school-bavaria", "school-thuringia"),
    ];
    assert_eq!(together, BTreeSet::from(expected));
    // Thuringia differs where an entry is missing: person 18.
    let person = |column: &str| answers[column][17].as_str();
    assert_eq!((person("kmk"), person("school-bavaria"), person("school-thuringia")), ("?", "?", "no"));
}

#[test]
fn what_the_definition_changes() {
    let dir = tempfile::tempdir().unwrap();
    let file = fixture("persons.csv");
    let versions = "mikrozensus-2017,mikrozensus-2017-eng,register-merkmale";
    let arguments = ["concept", "compare", "migration-background", file.to_str().unwrap(), "--versions", versions];
    let said = common::json(dir.path(), &arguments, 0);
    let pairs = said["pairs"].as_array().unwrap();
    assert_eq!(pairs.len(), 3);
    let rows = |pair: &Value| -> Vec<u64> {
        pair["differ"].as_array().unwrap().iter().map(|person| person["row"].as_u64().unwrap()).collect()
    };
    // Persons 8, 14 and 17, one row below for the head.
    assert_eq!((&pairs[0]["comparable"], rows(&pairs[0])), (&Value::from("not"), vec![9, 15, 18]));
    assert!(pairs[0]["reason"].as_str().unwrap().contains("Erwachsene Kinder"));
    let counted: u64 = pairs[0]["cells"].as_array().unwrap().iter().map(|cell| cell["persons"].as_u64().unwrap()).sum();
    assert_eq!(counted, 21);
    // Categories of marks are looked at by the broader one, so that like is compared with like.
    let of = |key: &str| -> BTreeSet<&str> {
        pairs[1]["cells"].as_array().unwrap().iter().map(|cell| cell[key].as_str().unwrap()).collect()
    };
    assert_eq!(of("other"), BTreeSet::from(["undeterminable", "with", "without"]));
    let text = String::from_utf8(common::run(dir.path(), &arguments, 0).stdout).unwrap();
    let line = text.lines().find(|line| line.starts_with("Zeile 9:")).unwrap();
    assert!(line.contains("Elternteil 1: ") && line.contains(" / "), "{line}");
}

#[test]
fn mistakes_in_the_file_name_row_and_column_and_repeat_no_cell() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("p.csv");
    let check = |text: &str, concept: &str, version: &str, code: i32| -> Vec<(String, u64, String)> {
        fs::write(&path, text).unwrap();
        let arguments = ["concept", "apply", concept, path.to_str().unwrap(), "--version", version];
        let said = common::json(dir.path(), &arguments, code);
        assert!(!said.to_string().contains("geheim"), "{said}");
        let remark = |remark: &Value| {
            let text = |key: &str| remark[key].as_str().unwrap_or_default().to_owned();
            (text("rule"), remark["row"].as_u64().unwrap_or(0), text("head"))
        };
        said["remarks"].as_array().unwrap().iter().map(remark).collect()
    };
    let found = |rule: &str, row: u64, head: &str| (rule.to_owned(), row, head.to_owned());
    assert_eq!(
        check("age;family_language\n3;german\ngeheim;geheim\n;other\n4\n", "family-language", "kita", 1),
        [
            found("persons-cell", 3, "age"),
            found("persons-cell", 3, "family_language"),
            found("persons-cell", 4, "age"),
            found("persons-row", 5, ""),
        ]
    );
    assert_eq!(check("age\n3\n", "family-language", "kita", 0), [found("persons-head-missing", 0, "")]);
    assert_eq!(check("family_language\ngerman\n", "family-language", "kita", 1), [found("persons-head-needed", 0, "")]);
    assert_eq!(
        check("germann\nja\n", "citizenship", "amtlich", 0),
        [found("persons-head-unknown", 0, ""), found("persons-head-missing", 0, "")]
    );
    assert_eq!(check("german,german\nja,ja\n", "citizenship", "amtlich", 1), [found("persons-head-twice", 0, "")]);
    assert_eq!(check("german\n", "citizenship", "amtlich", 1), [found("persons-without-rows", 0, "")]);
    let many = format!("german\n{}", "ja\n".repeat(10_001));
    assert_eq!(check(&many, "citizenship", "amtlich", 1), [found("persons-too-many", 0, "")]);
    let poor = "equivalent_income;median_income\n1.199,99;2000\n";
    assert_eq!(check(poor, "social-situation", "armutsgefaehrdung", 1)[0].0, "persons-cell");
    assert_eq!(check(&poor.replace("1.199", "1199"), "social-situation", "armutsgefaehrdung", 0), []);
}

#[test]
fn a_concept_is_copied_once_and_then_belongs_to_the_monitoring() {
    let town = tempfile::tempdir().unwrap();
    let dir = town.path();
    assert_eq!(common::json(dir, &["concept", "add", "generation"], 1)["remarks"][0]["rule"], "no-monitoring");
    common::copy(&common::root().join("examples/musterstadt/open"), &dir.join("open"));
    let file = dir.join("open/concepts/generation.toml");
    common::run(dir, &["concept", "add", "generation"], 0);
    common::run(dir, &["concept", "add", "generation"], 0);
    assert_eq!(common::json(dir, &["check"], 0)["remarks"], Value::Array(Vec::new()));
    let text = fs::read_to_string(&file).unwrap().replace("selbst zugezogen", "hergezogen");
    fs::write(&file, &text).unwrap();
    assert_eq!(common::json(dir, &["concept", "add", "generation"], 1)["remarks"][0]["rule"], "concept-there");
    assert_eq!(fs::read_to_string(&file).unwrap(), text);
    let shown = String::from_utf8(common::run(dir, &["concept", "show", "generation"], 0).stdout).unwrap();
    assert!(shown.contains("hergezogen") && shown.contains("Wozu: "), "{shown}");
    let near = common::json(dir, &["concept", "add", "generatio"], 1);
    assert_eq!(near["remarks"][0]["hint"], "Meinten Sie „generation“?");
}

#[test]
fn musterstadt_uses_the_concepts_of_the_program() {
    let folder = common::root().join("examples/musterstadt/open/concepts");
    for (path, bytes) in common::files(&folder) {
        let own = common::root().join("crates/mehrklang/concepts").join(path.file_name().unwrap());
        assert_eq!(fs::read(&own).unwrap(), bytes, "{} and {}", path.display(), own.display());
    }
    let dir = common::root().join("examples/musterstadt");
    let listed = common::json(&dir, &["concept", "list"], 0);
    let concepts = listed["concepts"].as_array().unwrap();
    assert!(concepts.len() >= 11);
    let own = concepts.iter().filter(|concept| concept["own"] == true).count();
    assert_eq!(own, common::files(&folder).len());
    // Purpose, issuer, basis and limits stand wherever a version is shown, in both languages.
    for concept in concepts {
        for version in concept["versions"].as_array().unwrap() {
            let (name, version) = (concept["name"].as_str().unwrap(), version["name"].as_str().unwrap());
            for (language, heads) in [
                ("de", ["Wozu: ", "Umstritten: ", "Grundlage: ", "Grenzen: "]),
                ("en", ["What for: ", "Contested: ", "Basis: ", "Limits: "]),
            ] {
                let mut command = common::program_in(language, &dir);
                let output = command.args(["concept", "show", name, "--version", version]).output().unwrap();
                let text = String::from_utf8(output.stdout).unwrap();
                assert!(heads.iter().all(|head| text.contains(head)), "{name} {version}\n{text}");
            }
        }
    }
}
