//! What the definition changes: a register counted by two versions of a concept, from the persons to the page.

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
    let mut text =
        String::from("Nr;Bezirk;Stichtag;Geburt;StA;StA2;Geburtsstaat;Option;Einb;Aussiedler;Haushalt;V1;V2\n");
    let people = [("000", "", 200), ("163", "", 40), ("000", "ja", with_option)];
    let people = people.iter().flat_map(|(state, option, number)| (0..*number).map(move |_| (state, option)));
    for (number, (state, option)) in people.enumerate() {
        text += &format!("{number};01;2024-12-31;1980-01-01;{state};;000;{option};;;h{number};;\n");
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
    let differ = "Nach „Melderegister nach dem Verfahren Berlins“: mit; nach „Melderegister nach Merkmalen in fester \
                  Reihenfolge“: ohne. Wie viele das sind: 60 Personen. Anteil an der Gesamtzahl: 20,0 %.";
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
fn versions_that_are_not_crossed_are_told() {
    let folder = tempfile::tempdir().unwrap();
    town(folder.path(), 60);
    let asked = ["concept", "compare", "migration-background", "--versions", "register-berlin,register-haushalt"];
    let answer = common::json(folder.path(), &asked, 1);
    let rules: Vec<&str> =
        answer["remarks"].as_array().unwrap().iter().filter_map(|one| one["rule"].as_str()).collect();
    assert!(rules.contains(&"versions-not-crossed"), "{rules:?}");
}
