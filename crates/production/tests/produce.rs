//! From deliveries to a release, through the public functions only.

#![allow(dead_code, unreachable_pub, reason = "the town is shared by several tests")]

mod town;

use production::{Contents, Delivery, Stage, produce};
use release::{Protection, Sealing, seal};
use town::{catalogue, delivery, files, inputs, run, shown};

const HEAD: &str = "Bezirk;Jahr;Staatsangehörigkeit;Personen;Haushalte\n";

fn rows(rows: &[&str]) -> String {
    HEAD.to_owned() + &rows.iter().map(|row| format!("{row}\n")).collect::<String>()
}

fn two_years() -> String {
    rows(&[
        "01;2023;deutsch;900;500",
        "01;2023;ausländisch;100;50",
        "02;2023;deutsch;1800;900",
        "02;2023;ausländisch;200;90",
        "01;2024;deutsch;910;510",
        "01;2024;ausländisch;110p;60",
        "02;2024;deutsch;1810;910",
        "02;2024;ausländisch;210;95",
    ])
}

#[test]
fn what_the_indicators_ask_for_is_released_and_nothing_else() {
    let text = two_years();
    let (release, rules) = run(&catalogue("already-public"), None, &[delivery("2025-01-10", &text)]);
    let release = release.unwrap();
    assert_eq!(rules, [] as [&str; 0]);
    let keys: Vec<String> = release.tables.iter().map(|t| format!("{} {}", t.key.measure, t.key.by.len())).collect();
    assert_eq!(keys, ["einwohner.residents 0", "einwohner.residents 1"], "nobody asks for households");
    assert_eq!(shown(&release, &["citizenship"], "01", "2023", &[Some("foreign")]), "100");
    assert_eq!(shown(&release, &[], "02", "2024", &[]), "2020");
    assert_eq!(shown(&release, &[], "99000001", "2023", &[]), "3000");
    assert_eq!(shown(&release, &["citizenship"], "99000001", "2024", &[Some("foreign")]), "320 p");
    assert_eq!(release.protection, [("einwohner".parse().unwrap(), Protection::AlreadyPublic)]);
    let note = &release.deliveries[0];
    assert_eq!(
        (note.received.as_str(), note.first.to_string(), note.last.to_string()),
        ("2025-01-10", "2023".to_owned(), "2024".to_owned())
    );
}

#[test]
fn the_delivery_received_last_counts_for_each_period_as_a_whole() {
    let (first, second) = (two_years(), rows(&["01;2024;deutsch;1000;1", "01;2024;ausländisch;2000;1"]));
    let third = rows(&["01;2025;deutsch;1;1", "01;2025;ausländisch;2;1"]);
    let list = [delivery("2025-03-01", &second), delivery("2025-01-10", &first), delivery("2026-01-10", &third)];
    let (release, _) = run(&catalogue("already-public"), None, &list);
    let release = release.unwrap();
    assert_eq!(shown(&release, &[], "01", "2023", &[]), "1000");
    assert_eq!(shown(&release, &[], "01", "2024", &[]), "3000");
    assert_eq!(shown(&release, &[], "02", "2024", &[]), "_", "the earlier delivery does not mend the later one");
    let notes: Vec<String> =
        release.deliveries.iter().map(|n| format!("{} {} {}", n.received, n.first, n.last)).collect();
    assert_eq!(notes, ["2025-01-10 2023 2023", "2025-03-01 2024 2024", "2026-01-10 2025 2025"]);
}

#[test]
fn a_confidential_source_shows_no_small_count() {
    let text = two_years().replace("01;2023;ausländisch;100", "01;2023;ausländisch;2");
    let (release, rules) = run(&catalogue("confidential"), None, &[delivery("2025-01-10", &text)]);
    let release = release.unwrap();
    assert_eq!(rules, [] as [&str; 0]);
    let foreign = |area: &str, year: &str| shown(&release, &["citizenship"], area, year, &[Some("foreign")]);
    assert_eq!(foreign("01", "2023"), ".");
    assert_eq!(foreign("02", "2023"), ".", "otherwise it could be subtracted");
    assert_eq!(shown(&release, &["citizenship"], "01", "2023", &[Some("german")]), ".");
    assert_eq!(shown(&release, &[], "01", "2023", &[]), "902");
    assert_eq!(foreign("99000001", "2023"), "202");
    assert_eq!(foreign("02", "2024"), "210", "another year");
    assert_eq!(release.protection, [("einwohner".parse().unwrap(), Protection::Suppression)]);

    let refuses = Some("default.method = \"refusal\"");
    let (release, _) = run(&catalogue("confidential"), refuses, &[delivery("2025-01-10", &text)]);
    let release = release.unwrap();
    assert_eq!(shown(&release, &["citizenship"], "02", "2024", &[Some("foreign")]), "_", "the level goes as a whole");
    assert_eq!(shown(&release, &["citizenship"], "99000001", "2023", &[Some("foreign")]), "202");

    let (release, rules) =
        run(&catalogue("confidential"), Some("default.minimum-frequency = 2"), &[delivery("2025-01-10", &text)]);
    assert_eq!(rules, [] as [&str; 0]);
    assert_eq!(shown(&release.unwrap(), &["citizenship"], "01", "2023", &[Some("foreign")]), "2");
}

#[test]
fn what_cannot_be_used_gives_no_release() {
    let catalogue = catalogue("already-public");
    let (text, broken) = (two_years(), rows(&["01;2024;deutsch;viele;1"]));
    let (release, rules) = run(&catalogue, Some("default.minimum-frequenzy = 3"), &[delivery("2025-01-10", &text)]);
    assert!(release.is_none());
    assert_eq!(rules, ["unknown-key"]);
    let (release, rules) = run(&catalogue, None, &[delivery("2025-01-10", &text), delivery("2025-01-11", &broken)]);
    assert!(release.is_none() && !rules.is_empty());
    let mut elsewhere = delivery("2025-01-10", &text);
    elsewhere.source = "anderswo".parse().unwrap();
    let (release, rules) = run(&catalogue, None, &[elsewhere]);
    assert!(release.is_none());
    assert_eq!(rules, ["delivery-unknown-source", "source-without-delivery"]);
}

#[test]
fn without_deliveries_the_release_is_empty() {
    let (release, rules) = run(&catalogue("confidential"), None, &[]);
    let release = release.unwrap();
    assert!(release.tables.is_empty() && release.deliveries.is_empty() && release.protection.is_empty());
    assert_eq!(rules, ["source-without-delivery"]);
}

#[test]
fn the_same_deliveries_give_the_same_bytes() {
    let text = two_years();
    let mut lines: Vec<&str> = text.lines().skip(1).collect();
    lines.reverse();
    let turned = rows(&lines);
    let catalogue = catalogue("already-public");
    let sealed = |text: &str| {
        let (release, _) = run(&catalogue, None, &[delivery("2025-01-10", text)]);
        let audience = catalogue::model::Audience::Public;
        let sealing =
            Sealing { on: "2025-02-01".to_owned(), audience, supersedes: None, production: "2025-001".to_owned() };
        seal(&release.unwrap(), &files("already-public"), &sealing)
    };
    assert_eq!(sealed(&text), sealed(&text));
    assert_eq!(sealed(&text), sealed(&turned), "the order of rows is no content");
}

#[test]
fn stages_are_told_in_order() {
    let (text, mut stages) = (two_years(), Vec::new());
    let deliveries = [delivery("2025-01-10", &text)];
    produce(&catalogue("already-public"), &inputs(None, &deliveries), &mut |stage| stages.push(stage));
    let source = || "einwohner".parse().unwrap();
    assert_eq!(stages, [Stage::Reading { source: source() }, Stage::Counting { source: source() }, Stage::Protecting]);
}

#[test]
fn standard_errors_are_released_beside_what_they_belong_to() {
    let mut files = files("already-public");
    let source = files.get_mut("open/sources/einwohner.toml").unwrap();
    let measures = r#"[[measure]]
name = "mood"
title.de = "Stimmung"
unit.de = "Punkte"
kind = "figure"
decimals = 1
standard-error = "mood-error"

[[measure]]
name = "mood-error"
title.de = "Standardfehler"
unit.de = "Punkte"
kind = "figure"
decimals = 1

[layout]
"#;
    let columns = r#"
[[layout.column]]
head = "Stimmung"
is = "measure"
measure = "mood"
optional = true

[[layout.column]]
head = "Fehler"
is = "measure"
measure = "mood-error"
optional = true
"#;
    *source = source.replacen("[layout]\n", measures, 1) + columns;
    let indicator = files["open/fields/bevoelkerung/auslaenderanteil.toml"].replace(
        "kind = \"share\"\n",
        "kind = \"given\"\nunit.de = \"Punkte\"\nof.measure = \"einwohner.mood\"\nbreakdowns = [[\"citizenship\"]]\n",
    );
    let indicator: Vec<&str> =
        indicator.lines().filter(|line| !line.starts_with("numerator") && !line.starts_with("denominator")).collect();
    let indicator = indicator.join("\n").replace("({numerator} von {denominator})", "");
    files.insert("open/fields/bevoelkerung/stimmung.toml".to_owned(), indicator);
    let (catalogue, remarks) = catalogue::read(&files);
    let catalogue = catalogue.unwrap_or_else(|| panic!("{remarks:?}"));
    let text = "Bezirk;Jahr;Staatsangehörigkeit;Personen;Stimmung;Fehler\n01;2024;deutsch;700;6,5;0,3\n01;2024;ausländisch;300;6,1;0,5\n";
    let (release, remarks) = run(&catalogue, None, &[delivery("2025-01-10", text)]);
    let release = release.unwrap_or_else(|| panic!("{remarks:?}"));
    let keys: Vec<String> = release.tables.iter().map(|table| table.key.measure.to_string()).collect();
    assert!(keys.contains(&"einwohner.mood-error".to_owned()), "{keys:?}");
}

#[test]
fn a_delivery_that_cannot_be_read_any_more_stops_the_production() {
    let gone = Delivery { contents: Contents::Read(&|| None), ..delivery("2025-01-10", "") };
    let (release, remarks) = run(&catalogue("already-public"), None, &[gone]);
    assert!(release.is_none());
    assert!(remarks.contains(&"delivery-gone"), "{remarks:?}");
}
