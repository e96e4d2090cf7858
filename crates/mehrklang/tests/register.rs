//! From the persons of a register to the page: what the definition changes, and what stays when extracts are deleted.

mod common;

use std::{fs, path::Path};

const SOURCE: &str = r#"
title.de = "Melderegister (erfunden)"
provider.de = "Statistikstelle"
legal-basis.de = "Satzung"
method.de = "Auszählung"
periodicity.de = "jährlich"
protection = "confidential"
periods = "reference-date"
day = "12-31"

[[measure]]
name = "residents"
title.de = "Einwohner"
unit.de = "Personen"
kind = "count"

[register]
format = "csv"
delimiter = ";"
keep-days = 730
column = [
    { head = "Nr", is = "person" },
    { head = "Bezirk", is = "area" },
    { head = "Stichtag", is = "reference-date" },
    { head = "Geburt", is = "birth-date" },
    { head = "StA", is = "citizenship-1" },
    { head = "StA2", is = "citizenship-2" },
    { head = "Geburtsort", is = "birth-place" },
    { head = "Geburtsstaat", is = "birth-state" },
    { head = "Option", is = "option-mark", values = { "" = "no" } },
    { head = "Einb", is = "naturalisation-mark", values = { "" = "no" } },
    { head = "Aussiedler", is = "resettler-mark", values = { "" = "no" } },
    { head = "Haushalt", is = "household" },
    { head = "V1", is = "representative-1" },
    { head = "V2", is = "representative-2" },
]

[[register.count]]
measure = "residents"
by = ["berlin", "merkmale"]
"#;

const INDICATOR: &str = r#"
title.de = "Bevölkerung nach Definition"
question.de = "Wie viele zählen nach welcher Fassung?"
reason.de = "Damit sichtbar wird, was die Definition ändert."
reading.de = "{period} waren es {value}."
definition.de = "Menschen mit Hauptwohnung."
limits.de = "Erfunden."
kind = "count"
unit.de = "Personen"
of = { measure = "register.residents" }
breakdowns = [["berlin", "merkmale"]]
levels = ["stadt"]
polarity = "none"
perspective = "context"
steering = "none"
effort = "low"
"#;

fn variable(title: &str, version: &str) -> String {
    let categories = [("with", "mit"), ("without", "ohne"), ("unknown", "nicht bestimmbar")];
    let categories =
        categories.map(|(code, title)| format!("[[category]]\ncode = \"{code}\"\ntitle.de = \"{title}\"\n"));
    format!(
        "title.de = \"{title}\"\nreason.de = \"Er wird gefragt.\"\ndefinition.de = \"Nach einer Regel.\"\n\
         whole.de = \"insgesamt\"\nconcept = \"migration-background\"\nversion = \"{version}\"\n\
         undeterminable = \"unknown\"\n{}",
        categories.concat()
    )
}

/// Two hundred Germans without a trace, forty foreigners, and so many Germans with an option mark, whom the version of
/// Berlin counts and that of the marks does not.
fn register(with_option: u32) -> String {
    let mut text = String::from(
        "Nr;Bezirk;Stichtag;Geburt;StA;StA2;Geburtsort;Geburtsstaat;Option;Einb;Aussiedler;Haushalt;V1;V2\n",
    );
    let people = [("000", "", 200), ("163", "", 40), ("000", "ja", with_option)];
    let people = people.iter().flat_map(|(state, option, number)| (0..*number).map(move |_| (state, option)));
    for (number, (state, option)) in people.enumerate() {
        text += &format!("{number};01;2024-12-31;1980-01-01;{state};;;000;{option};;;h{number};;\n");
    }
    text
}

fn town(dir: &Path, with_option: u32) {
    common::small_town(dir, "confidential");
    let monitoring = dir.join("open/monitoring.toml");
    let text = fs::read_to_string(&monitoring).unwrap();
    fs::write(monitoring, format!("{text}statistics-office = \"shielded\"\n")).unwrap();
    fs::write(dir.join("open/sources/register.toml"), SOURCE).unwrap();
    fs::write(dir.join("open/fields/bevoelkerung/bevoelkerung-nach-definition.toml"), INDICATOR).unwrap();
    for (name, version) in [("berlin", "register-berlin"), ("merkmale", "register-merkmale")] {
        fs::write(dir.join(format!("open/variables/{name}.toml")), variable(name, version)).unwrap();
    }
    common::run(dir, &["concept", "add", "migration-background"], 0);
    let file = dir.join("register.csv");
    fs::write(&file, register(with_option)).unwrap();
    let receive = ["receive", file.to_str().unwrap(), "--source", "register", "--received", "2025-01-20", "--by", "x"];
    common::run(dir, &receive, 0);
    common::run(dir, &["produce", "--on", "2025-02-01"], 0);
}

fn said(dir: &Path) -> Vec<String> {
    let asked = ["concept", "compare", "migration-background", "--versions", "register-berlin,register-merkmale"];
    let answer = common::json(dir, &asked, 0);
    let sentences = answer["pairs"][0]["said"].as_array().unwrap();
    sentences.iter().map(|sentence| sentence.as_str().unwrap().replace('\u{a0}', " ")).collect()
}

#[test]
fn the_page_says_whom_one_version_counts_and_the_other_does_not() {
    let folder = tempfile::tempdir().unwrap();
    town(folder.path(), 60);
    let said = said(folder.path());
    let differ = "Nach „Melderegister nach dem Verfahren Berlins“: mit; nach „Melderegister nach geordneten \
                  Merkmalen“: ohne. Wie viele das sind: 60 Personen. Anteil an der Gesamtzahl: 20,0 %.";
    assert!(said.iter().any(|sentence| sentence == differ), "{said:#?}");

    // An office that is kept apart signs before anything is published.
    let signed = "title.de = \"Für alle\"\naudience = \"public\"\n[signed-off]\nby.de = \"Statistikstelle\"\non = \"2025-02-02\"\n";
    fs::write(folder.path().join("open/editions/oeffentlichkeit/edition.toml"), signed).unwrap();
    common::run(folder.path(), &["publish"], 0);
    let page = fs::read_to_string(folder.path().join("open/published/oeffentlichkeit/site/definitions.html")).unwrap();
    let page = page.replace('\u{a0}', " ");
    assert!(page.contains("Was die Definition ändert") && page.contains("Wie viele das sind: 60 Personen."));
    // One hundred of three hundred, and forty.
    for shown in ["33,3 %", "13,3 %", "NOT german OR born_abroad"] {
        assert!(page.contains(shown), "{shown}");
    }
    let indicator = "open/published/oeffentlichkeit/site/i/bevoelkerung-nach-definition.html";
    let indicator = fs::read_to_string(folder.path().join(indicator)).unwrap();
    assert!(indicator.contains("Was die Definition ändert"), "it leads there");
}

#[test]
fn a_few_people_between_two_definitions_are_protected_as_any_others() {
    let folder = tempfile::tempdir().unwrap();
    town(folder.path(), 1);
    let said = said(folder.path());
    let differ =
        said.iter().find(|sentence| sentence.contains("Berlins“: mit; nach") && sentence.contains(": ohne.")).unwrap();
    assert!(differ.contains("nicht veröffentlicht"), "{differ}");
}

#[test]
fn an_indicator_says_the_same_of_all_its_versions() {
    let folder = tempfile::tempdir().unwrap();
    town(folder.path(), 60);
    let dir = folder.path();
    let asked =
        |name: &str, more: &[&str], code| common::json(dir, &[&["concept", "compare", name], more].concat(), code);
    let rules = |answer: &serde_json::Value| {
        let remarks = answer["remarks"].as_array().unwrap();
        remarks.iter().filter_map(|one| one["rule"].as_str().map(str::to_owned)).collect::<Vec<_>>()
    };
    let of_concept = asked("migration-background", &["--versions", "register-berlin,register-merkmale"], 0);
    let indicator = "bevoelkerung-nach-definition";
    let both = ["--concepts", "register-merkmale,register-berlin"];
    for of_indicator in [asked(indicator, &[], 0), asked(indicator, &both, 0)] {
        assert_eq!(of_indicator["pairs"], of_concept["pairs"]);
    }
    for versions in ["register-berlin", "register-berlin,register-haushalt"] {
        let refused = asked(indicator, &["--versions", versions], 1);
        let expected = if versions.contains(',') { "unknown-version-asked" } else { "versions-needed" };
        assert!(rules(&refused).iter().any(|rule| rule == expected), "{refused}");
    }
    let unknown = asked("bevoelkerung-nach-definitionen", &[], 1);
    assert!(rules(&unknown).iter().any(|rule| rule == "unknown-concept-asked"));
}

#[test]
fn versions_that_are_not_crossed_are_told() {
    let folder = tempfile::tempdir().unwrap();
    town(folder.path(), 60);
    let asked = ["concept", "compare", "migration-background", "--versions", "register-berlin,register-haushalt"];
    let answer = common::json(folder.path(), &asked, 1);
    let rules: Vec<&str> =
        answer["remarks"].as_array().unwrap().iter().filter_map(|one| one["rule"].as_str()).collect();
    assert!(rules.contains(&"versions-not-crossed"), "{rules:?}");
}

#[test]
fn extracts_are_deleted_when_their_time_has_run_out_and_their_counts_stay() {
    let folder = tempfile::tempdir().unwrap();
    let dir = folder.path();
    town(dir, 60);
    let extract = dir.join("shielded/deliveries/register/2025-01-20/register.csv");
    let states = |on: &str| {
        let listed = common::json(dir, &["retention", "--on", on], 0);
        listed["extracts"].as_array().unwrap().iter().map(|one| one["state"].as_str().unwrap().to_owned()).collect()
    };
    // It may be kept for 730 days after it was received.
    let listed: Vec<String> = states("2027-01-20");
    assert_eq!(listed, ["kept"]);
    assert_eq!(states("2027-01-21"), ["due"]);
    let nothing = common::json(dir, &["retention", "--delete", "--on", "2027-01-20"], 0);
    assert_eq!(nothing["deleted"].as_array().unwrap().len(), 0);
    assert!(extract.exists());

    let deleted = common::json(dir, &["retention", "--delete", "--on", "2027-01-21", "--by", "Statistikstelle"], 0);
    assert_eq!(deleted["deleted"][0], "shielded/deliveries/register/2025-01-20");
    assert!(!extract.exists());
    assert_eq!(states("2027-01-21"), ["deleted"]);
    let record = fs::read_to_string(dir.join("shielded/deleted-extracts.csv")).unwrap();
    assert!(
        record.contains("\n2027-01-21;Statistikstelle;register;shielded/deliveries/register/2025-01-20;register.csv;")
    );
    // Nobody is left in what is kept, and everything that was released can be produced again.
    let kept = extract.with_file_name("counted-before-deletion.csv");
    assert!(!fs::read_to_string(&kept).unwrap().contains("1980-01-01"));
    let again = common::json(dir, &["produce", "--on", "2027-02-01"], 0);
    assert_eq!(again["new"], false, "{again}");

    // What was not counted then is missing, and a line that nobody wrote is found.
    let variable = dir.join("open/variables/berlin.toml");
    let text = fs::read_to_string(&variable).unwrap();
    fs::write(&variable, text.replace("register-berlin", "register-haushalt")).unwrap();
    let rules = |answer: serde_json::Value| -> Vec<String> {
        let remarks = answer["remarks"].as_array().unwrap().iter();
        remarks.filter_map(|one| Some(one["rule"].as_str()?.to_owned())).collect()
    };
    let other = rules(common::json(dir, &["produce", "--on", "2027-02-02", "--because", "Probe"], 0));
    assert!(other.iter().any(|rule| rule == "counted-otherwise"), "{other:?}");
    fs::write(&variable, text).unwrap();
    fs::write(&kept, fs::read_to_string(&kept).unwrap() + "residents;77;2024;;3\n").unwrap();
    let odd = rules(common::json(dir, &["produce", "--on", "2027-02-03"], 1));
    assert_eq!(odd.iter().filter(|rule| *rule == "counted-line").count(), 1, "{odd:?}");
}

#[test]
fn an_extract_is_deleted_earlier_if_it_is_named() {
    let folder = tempfile::tempdir().unwrap();
    let dir = folder.path();
    town(dir, 60);
    let wrong = common::json(dir, &["retention", "--delete", "shielded/deliveries/register/2025-01-21"], 1);
    assert!(wrong["remarks"].as_array().unwrap().iter().any(|one| one["rule"] == "unknown-extract"), "{wrong}");
    let named = ["retention", "--delete", "--on", "2025-03-01", "shielded/deliveries/register/2025-01-20/"];
    assert_eq!(common::json(dir, &named, 0)["deleted"].as_array().unwrap().len(), 1);
}

#[test]
fn places_of_birth_are_suggested_and_nothing_is_assigned() {
    let folder = tempfile::tempdir().unwrap();
    let dir = folder.path();
    town(dir, 60);
    let none = common::json(dir, &["birthplaces"], 0);
    assert_eq!(none["open"], 0);
    // Eight have entered where Lwiw lies, two have not; nobody has entered where Koeln lies.
    let mut text = register(0).replace("2024-12-31", "2023-12-31");
    for (number, (place, state)) in
        [("Lwiw", "166"); 8].into_iter().chain([("Lwiw", ""); 2]).chain([("Koeln", "")]).enumerate()
    {
        text += &format!("9{number:03};01;2023-12-31;1980-01-01;166;;{place};{state};;;;h9{number};;\n");
    }
    let file = dir.join("frueher.csv");
    fs::write(&file, text).unwrap();
    let receive = ["receive", file.to_str().unwrap(), "--source", "register", "--received", "2024-01-20", "--by", "x"];
    common::run(dir, &receive, 0);
    fs::write(dir.join("shielded/birthplaces.csv"), "spelling;state;former-before\nKöln;000;\n").unwrap();
    let said = common::run(dir, &["birthplaces"], 0);
    let said = String::from_utf8([said.stdout, said.stderr].concat()).unwrap();
    assert!(said.contains("2 Schreibweisen sind offen"), "{said}");
    assert!(!said.contains("Lwiw") && !said.contains("lwiw"), "a rare spelling can be one person's");
    let suggested = fs::read_to_string(dir.join("shielded/birthplaces-suggested.csv")).unwrap();
    let expected = "spelling;state;former-before;persons;score;because;like\nlwiw;166;;2;1.00;entered;\nkoeln;000;;1;1.00;spelling;köln\n";
    assert_eq!(suggested, expected);
}
