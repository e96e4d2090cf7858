//! Persons counted by hand.

mod laws;

use std::collections::BTreeMap;

use catalogue::{Catalogue, Files};

use super::read;
use crate::{Purpose, delivery::Facts};

const MIGRATION_BACKGROUND: &str = include_str!("../../../mehrklang/concepts/migration-background.toml");
const CITIZENSHIP: &str = include_str!("../../../mehrklang/concepts/citizenship.toml");

const FILES: &[(&str, &str)] = &[
    (
        "monitoring.toml",
        r#"
name.de = "Kleinstadt"
title.de = "Integrationsmonitoring Kleinstadt"
code = "0"
kind = "city"
why.de = "Damit alle gleichberechtigt teilhaben."
how.de = "Die Ämter arbeiten zusammen."
what.de = "Ein Indikator."
publisher.de = "Stadt Kleinstadt"
contact.de = "Statistikstelle"
licence = "dl-de/by-2-0"
statistics-office = "shielded"
"#,
    ),
    (
        "areas/levels.toml",
        "[[level]]\nname = \"stadt\"\ntitle.de = \"Stadt\"\nplural.de = \"Städte\"\n\n\
         [[level]]\nname = \"block\"\nparent = \"stadt\"\ntitle.de = \"Block\"\nplural.de = \"Blöcke\"\n",
    ),
    ("areas/stadt.toml", "[[area]]\ncode = \"0\"\nname = \"Kleinstadt\"\n"),
    (
        "areas/block.toml",
        "[[area]]\ncode = \"01\"\nname = \"Nord\"\nparent = \"0\"\n\n[[area]]\ncode = \"02\"\nname = \"Süd\"\nparent = \"0\"\n",
    ),
    (
        "variables/citizenship.toml",
        r#"
title.de = "Staatsangehörigkeit"
reason.de = "Sie entscheidet über Rechte."
definition.de = "Wer auch die deutsche hat, zählt als deutsch."
whole.de = "insgesamt"
concept = "citizenship"
version = "amtlich"
undeterminable = "unknown"
category = [
    { code = "german", title.de = "deutsch" },
    { code = "foreign", title.de = "ausländisch" },
    { code = "unknown", title.de = "nicht bestimmbar" },
]
"#,
    ),
    (
        "variables/background.toml",
        r#"
title.de = "Migrationshintergrund"
reason.de = "Er wird gefragt."
definition.de = "Nach der Regel für das Berliner Register."
whole.de = "zusammen"
concept = "migration-background"
version = "register-berlin"
undeterminable = "unknown"
category = [
    { code = "with", title.de = "mit" },
    { code = "without", title.de = "ohne" },
    { code = "unknown", title.de = "nicht bestimmbar" },
]
"#,
    ),
    (
        "sources/einwohner.toml",
        r#"
title.de = "Melderegister"
provider.de = "Statistikstelle"
legal-basis.de = "Satzung"
method.de = "Auszählung"
periodicity.de = "jährlich"
periods = "reference-date"
day = "12-31"

[[measure]]
name = "residents"
title.de = "Einwohner"
unit.de = "Personen"
kind = "count"

[[measure]]
name = "adults"
title.de = "Erwachsene"
unit.de = "Personen"
kind = "count"

[register]
format = "csv"
delimiter = ";"
keep-days = 400
column = [
    { head = "Nr", is = "person" },
    { head = "Block", is = "area" },
    { head = "Stichtag", is = "reference-date" },
    { head = "Geburt", is = "birth-date" },
    { head = "StA 1", is = "citizenship-1" },
    { head = "StA 2", is = "citizenship-2" },
    { head = "Geburtsort", is = "birth-place" },
    { head = "Geburtsstaat", is = "birth-state" },
    { head = "Einb", is = "naturalisation-mark", values = { "" = "no" } },
    { head = "Option", is = "option-mark", values = { "" = "no" } },
    { head = "Wohnung", is = "residence", values = { "H" = "main", "N" = "secondary" } },
    { head = "Haushalt", is = "household" },
    { head = "Vertr 1", is = "representative-1" },
    { head = "Vertr 2", is = "representative-2" },
]

[[register.count]]
measure = "residents"
where = "main_residence"
by = ["citizenship", "background"]

[[register.count]]
measure = "adults"
where = "main_residence AND age >= 18"
"#,
    ),
];

const HEAD: &str =
    "Nr;Block;Stichtag;Geburt;StA 1;StA 2;Geburtsort;Geburtsstaat;Einb;Option;Wohnung;Haushalt;Vertr 1;Vertr 2\n";

const BIRTH_PLACES: &str = "spelling;state;former-before\nKöln;000;\nBreslau;152;1946\n";

fn files() -> Files {
    let mut files: Files = FILES.iter().map(|(path, text)| (format!("open/{path}"), (*text).to_owned())).collect();
    files.insert("open/concepts/migration-background.toml".to_owned(), MIGRATION_BACKGROUND.to_owned());
    files.insert("open/concepts/citizenship.toml".to_owned(), CITIZENSHIP.to_owned());
    files
}

fn town() -> Catalogue {
    let (town, remarks) = catalogue::read(&files());
    town.unwrap_or_else(|| panic!("the definitions are right: {remarks:?}"))
}

/// Reads rows; the rules of the remarks with their rows beside the facts.
#[track_caller]
fn check(rows: &[&str]) -> (Option<Facts>, Vec<(&'static str, u64)>) {
    let town = town();
    let source = &town.sources.values().next().unwrap();
    let text = HEAD.to_owned() + &rows.iter().map(|row| format!("{row}\n")).collect::<String>();
    let places = Some(("shielded/birthplaces.csv", BIRTH_PLACES));
    let (facts, remarks) =
        read(&town, source, source.register.as_ref().unwrap(), "r.csv", text.clone().into(), places, Purpose::Receipt);
    let row = |remark: &catalogue::Remark| match remark.place {
        catalogue::Place::Row { row, .. } => row,
        _ => 0,
    };
    (facts, remarks.iter().map(|remark| (remark.rule, row(remark))).collect())
}

/// The cells of a measure: area and slots to number.
fn cells(facts: &Facts, measure: &str) -> BTreeMap<(u32, Vec<u16>), i64> {
    let batch = facts.batches.iter().find(|batch| batch.measure.as_str() == measure).unwrap();
    let cell = |at: usize| {
        let slots = batch.categories.iter().map(|categories| categories.value(at)).collect();
        ((batch.area.value(at), slots), batch.number.value(at))
    };
    (0..batch.area.len()).map(cell).collect()
}

// Slots of the background and of citizenship, which is the order of their names.
const WITH: u16 = 1;
const WITHOUT: u16 = 2;
const OPEN: u16 = 3;
const GERMAN: u16 = 1;
const FOREIGN: u16 = 2;

#[test]
fn persons_are_counted_as_by_hand() {
    let (facts, remarks) = check(&[
        // Adults without a trace of migration, born in a place that somebody has confirmed.
        "1;01;2024-12-31;1980-02-29;000;;KÖLN;;;;H;h1;;",
        // The foreign mother and her child, whose father lives elsewhere.
        "2;01;2024-12-31;01.01.1990;163;;Ankara;163;;;H;h2;;",
        "3;01;2024-12-31;20200101;000;;Köln;000;;;H;h2;2;99",
        // A child whose parents were born here, by its first day of life.
        "4;02;2024-12-31;2024-12-31;000;;Köln;;;;H;h1;1;",
        // A place that nobody has confirmed: not determinable.
        "5;02;2024-12-31;1970-00-00;000;;Kölln;;;;H;h5;;",
        // The same, but foreign: certain nonetheless.
        "6;02;2024-12-31;1970-05-00;152;;Kölln;;;;H;h6;;",
        // No citizenship is told, and born here: not determinable in either way.
        "7;02;2024-12-31;1970-05-05;999;;Köln;;;;H;h7;;",
        // A secondary residence counts nowhere.
        "8;02;2024-12-31;1970-05-05;000;;Köln;;;;N;h7;;",
        // Two citizenships.
        "9;02;2024-12-31;2006-12-31;163;000;Köln;;;;H;h9;;",
        // A second citizenship that is not clear is none that does not exist.
        "11;02;2024-12-31;1970-05-05;000;999;Köln;;;;H;h7;;",
        // A mark.
        "10;02;2024-12-31;2007-01-01;000;;Köln;;ja;;H;h9;;",
    ]);
    assert_eq!(remarks, []);
    let facts = facts.unwrap();
    assert_eq!(facts.rows, 11);
    // Area 1 is the block 01, area 2 the block 02.
    let expected = BTreeMap::from([
        ((1, vec![WITHOUT, GERMAN]), 1),
        ((1, vec![WITH, FOREIGN]), 1),
        ((1, vec![WITH, GERMAN]), 1),
        ((2, vec![WITHOUT, GERMAN]), 1),
        ((2, vec![OPEN, GERMAN]), 2),
        ((2, vec![WITH, FOREIGN]), 1),
        ((2, vec![OPEN, 3]), 1),
        ((2, vec![WITH, GERMAN]), 2),
    ]);
    assert!(cells(&facts, "residents") == expected);
    // Eighteen on the reference date is of age; a day short of it is not.
    assert!(cells(&facts, "adults") == BTreeMap::from([((1, vec![]), 2), ((2, vec![]), 5)]));
    let account = facts.account.unwrap();
    assert_eq!(account.date, "2024-12-31");
    let open = |open: &crate::delivery::Open| (open.what, open.of.clone(), open.persons, open.among);
    let open: Vec<_> = account.open.iter().map(open).collect();
    let open: Vec<_> = open.iter().map(|(what, of, persons, among)| (*what, of.as_str(), *persons, *among)).collect();
    let expected = [
        ("birth-place-unresolved", "", 2, 11),
        ("undeterminable", "background", 3, 11),
        // The fifth of them only has a mark.
        ("on-one-weak", "background=with", 1, 5),
        ("on-one-weak", "background=without", 0, 3),
        ("undeterminable", "citizenship", 1, 11),
    ];
    assert_eq!(open, expected);
}

#[test]
fn all_that_is_odd_is_remarked_at_once() {
    let (facts, remarks) = check(&[
        "1;01;2024-12-31;1980-02-29;000;;Köln;;;;H;h1;;",
        "2;03;2024-12-31;1980-02-30;000;;Köln;;;;X;h1;;",
        "1;;2023-12-31;2025-01-01;000;;Köln;;;;H;h1;;",
        ";01;2024-12-31;1880-01-01;000;;Köln;;vielleicht;;H;h1;;",
    ]);
    assert!(facts.is_none());
    let expected = [
        ("register-area", 3),
        ("register-no-area", 4),
        ("register-value", 5),
        ("register-value", 3),
        ("register-birth-date", 3),
        ("register-birth-date", 4),
        ("register-birth-date", 5),
        ("register-other-day", 4),
        ("register-no-person", 5),
        ("register-twice", 4),
    ];
    assert_eq!(remarks, expected);
}

#[test]
fn keys_of_states_are_those_of_the_list() {
    let row = |person: u8, citizenship: &str, birth: &str| {
        format!("{person};01;2024-12-31;1980-02-28;{citizenship};;Köln;{birth};;;H;h1;;")
    };
    // Old states keep their keys; what is in no list is remarked and counts as a foreign state.
    let rows = [row(1, "159", "120"), row(2, "777", "000"), row(3, "000", "778"), row(4, "998", "")];
    let (facts, remarks) = check(&rows.each_ref().map(String::as_str));
    // By column, then by row.
    assert_eq!(remarks, [("register-state", 4), ("register-state", 3)]);
    assert_eq!(cells(&facts.unwrap(), "residents")[&(1, vec![WITH, FOREIGN])], 3);
    // A name is no key: taken for one, a German would count as foreign.
    let rows = [row(1, "deutsch", "000")];
    let (facts, remarks) = check(&rows.each_ref().map(String::as_str));
    assert!(facts.is_none());
    assert_eq!(remarks, [("register-value", 2)]);
    // Kosovo was no state in 2007.
    let (_, remarks) = check(&["1;01;2007-12-31;1980-02-28;150;;Köln;000;;;H;h1;;"]);
    assert_eq!(remarks, [("register-later-state", 2)]);
}

#[test]
fn a_state_that_is_gone_is_a_state_of_today_only_if_one_took_its_place() {
    let count = |condition: &str| {
        let mut files = files();
        let path = files.iter().find(|(_, text)| text.contains("[register]")).map(|(path, _)| path.clone()).unwrap();
        let text = files[&path].replace("main_residence AND age >= 18", condition);
        files.insert(path, text);
        let town = catalogue::read(&files).0.unwrap();
        let source = town.sources.values().next().unwrap();
        let row = |n: usize, key: &str| format!("{n};01;2024-12-31;1980-02-28;{key};;Köln;000;;;H;h1;;\n");
        let rows: String = ["163", "159", "000", "999"].iter().enumerate().map(|(n, key)| row(n, key)).collect();
        let text = HEAD.to_owned() + &rows;
        let register = source.register.as_ref().unwrap();
        let (facts, remarks) = read(&town, source, register, "r.csv", text.clone().into(), None, Purpose::Receipt);
        assert!(facts.is_some(), "{:?}", remarks.iter().map(|remark| remark.rule).collect::<Vec<_>>());
        cells(&facts.unwrap(), "adults").values().sum::<i64>()
    };
    assert_eq!(count("citizenship_1 IN ('159', '163', '000')"), 3);
    assert_eq!(count("citizenship_1_today IN ('159', '163', '000')"), 2);
    assert_eq!(count("citizenship_1_today IS NULL"), 2);
}

#[test]
fn a_variable_without_a_place_for_people_who_cannot_be_determined_is_remarked() {
    let mut files = files();
    let path = "open/variables/background.toml";
    let text = files[path].replace("undeterminable = \"unknown\"\n", "");
    files.insert(path.to_owned(), text.replace("    { code = \"unknown\", title.de = \"nicht bestimmbar\" },\n", ""));
    let town = catalogue::read(&files).0.unwrap();
    let source = town.sources.values().next().unwrap();
    let text = format!("{HEAD}1;01;2024-12-31;1980-02-29;000;;irgendwo;;;;H;h1;;\n");
    let register = source.register.as_ref().unwrap();
    let (facts, remarks) = read(&town, source, register, "r.csv", text.clone().into(), None, Purpose::Receipt);
    assert!(facts.is_none());
    assert_eq!(remarks.iter().map(|remark| remark.rule).collect::<Vec<_>>(), ["register-undeterminable"]);

    // Where categories need not make up everyone, the whole is counted for itself.
    files.insert(path.to_owned(), files[path].replace("whole.de", "complete = false\nwhole.de"));
    let town = catalogue::read(&files).0.unwrap();
    let source = town.sources.values().next().unwrap();
    let register = source.register.as_ref().unwrap();
    let (facts, remarks) = read(&town, source, register, "r.csv", text.clone().into(), None, Purpose::Receipt);
    assert!(remarks.is_empty());
    assert!(cells(&facts.unwrap(), "residents") == BTreeMap::from([((1, vec![0, GERMAN]), 1)]));
}

#[test]
fn a_monitoring_without_a_shielded_office_takes_no_microdata() {
    let mut files = files();
    let path = "open/monitoring.toml";
    files.insert(path.to_owned(), files[path].replace("statistics-office = \"shielded\"\n", ""));
    let (town, remarks) = catalogue::read(&files);
    assert!(town.is_none());
    assert_eq!(remarks.iter().map(|remark| remark.rule).collect::<Vec<_>>(), ["microdata-refused", "core-few"]);
    let words = words::Words::new(words::Language::De);
    let said = words.say("remark-microdata-refused", &[]);
    assert!(said.contains("§ 16 Absatz 5 Bundesstatistikgesetz") && said.contains("§ 53 Absatz 6 SGB II"), "{said}");
}

#[test]
fn what_the_register_does_not_know_is_warned_about() {
    let mut files = files();
    let path = "open/variables/background.toml";
    files.insert(path.to_owned(), files[path].replace("register-berlin", "mikrozensus-2017"));
    let (town, remarks) = catalogue::read(&files);
    assert!(town.is_some());
    assert_eq!(remarks.iter().map(|remark| remark.rule).collect::<Vec<_>>(), ["register-unknown", "core-few"]);
}

#[test]
fn a_file_that_is_none_is_remarked() {
    let town = town();
    let source = town.sources.values().next().unwrap();
    let register = source.register.as_ref().unwrap();
    let rules = |bytes: &[u8]| {
        let (facts, remarks) =
            read(&town, source, register, "r.csv", bytes::Bytes::copy_from_slice(bytes), None, Purpose::Receipt);
        assert!(facts.is_none());
        remarks.iter().map(|remark| remark.rule).collect::<Vec<_>>()
    };
    assert_eq!(rules(b"PAR1 and so on"), ["other-format"]);
    assert_eq!(rules(b""), ["register-column-missing"; 14]);
    assert_eq!(rules(HEAD.replace("Stichtag", "Stichtage").as_bytes()), ["register-column-missing"]);
}
