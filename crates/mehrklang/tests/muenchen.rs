//! München from its open data: known answers, and every published figure against the recomputed one.
//!
//! The data lie beside the checkout, in `../shared/data/muenchen`; where they are absent, these tests say so.

mod common;

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
    sync::OnceLock,
};

use serde_json::Value;

/// File, source, day of receipt, and the indicators that hold what the file publishes.
const FILES: [(&str, &str, &str); 8] = [
    ("indikatorenatlas2014bevoelkerungauslaenderinnenanteil.csv", "auslaenderanteil", "2014-01-01"),
    ("indikatorenatlas-bevoelkerung---auslaenderinnenanteil.csv", "auslaenderanteil", "2016-01-01"),
    ("indikatorenatlas2014arbeitsmarktarbeitslosendichte.csv", "arbeitslosendichte", "2014-01-01"),
    ("ia_grundschueler_nationalitaet.csv", "grundschueler", "2016-01-01"),
    ("indikatorenatlas2014bevoelkerungaltersdurchschnitt.csv", "altersdurchschnitt", "2014-01-01"),
    ("indikatorenatlas2014bevoelkerungeinpersonenhaushalte.csv", "einpersonenhaushalte", "2014-01-01"),
    ("indikatorenatlas2014bevoelkerungmittlerelebenserwartung.csv", "lebenserwartung", "2014-01-01"),
    ("indikatorenatlas2014bevoelkerungeinwohnerdichte.csv", "einwohnerdichte", "2014-01-01"),
];

fn data() -> Option<PathBuf> {
    let folder = common::root().join("../shared/data/muenchen");
    if folder.is_dir() {
        return Some(folder.canonicalize().unwrap());
    }
    println!("skipped: the open data of München are not beside the checkout (../shared/data/muenchen)");
    None
}

/// München's monitoring, laid out, received, produced and published once for all tests.
fn muenchen() -> Option<&'static Path> {
    static TOWN: OnceLock<Option<tempfile::TempDir>> = OnceLock::new();
    let town = TOWN.get_or_init(|| {
        let data = data()?;
        let town = tempfile::tempdir().unwrap();
        let dir = town.path();
        common::copy(&common::root().join("examples/muenchen"), dir);
        fs::copy(data.join("bezirksteile.geojson"), dir.join("open/areas/bezirksteile.geojson")).unwrap();
        for (file, source, received) in FILES {
            let path = data.join(file);
            common::run(dir, &["receive", "--source", source, "--received", received, path.to_str().unwrap()], 0);
        }
        common::run(dir, &["produce", "--on", "2026-01-15"], 0);
        common::run(dir, &["publish"], 0);
        Some(town)
    });
    town.as_ref().map(tempfile::TempDir::path)
}

fn show(dir: &Path, arguments: &[&str]) -> Value {
    let mut all = vec!["show"];
    all.extend(arguments);
    common::json(dir, &all, 0)
}

#[track_caller]
fn holds(figure: &Value, numerator: &str, denominator: &str, value: f64) {
    assert_eq!(figure["numerator"], numerator);
    assert_eq!(figure["denominator"], denominator);
    let found = figure["value"].as_f64().unwrap();
    assert!((found - value).abs() < 0.05, "{found}");
    assert_eq!(figure["status"], "value");
    assert!(!figure["provenance"]["deliveries"].as_array().unwrap().is_empty());
}

#[test]
fn known_answers_hold() {
    let Some(dir) = muenchen() else { return };
    let share = |period: &str| show(dir, &["auslaenderanteil", "--area", "09162000", "--period", period]);
    holds(&share("2000"), "282148", "1247934", 22.6);
    holds(&share("2012"), "353816", "1439474", 24.6);
    let residents = |period: &str| show(dir, &["bevoelkerungszahl", "--period", period])["value"].as_f64().unwrap();
    assert_eq!(residents("2015"), 1_521_678.0);
    assert_eq!(residents("2015") - residents("2014"), 30_997.0);
    holds(&show(dir, &["grundschueler", "--period", "2014"]), "6316", "39700", 15.9);
}

#[test]
fn the_residue_never_leads() {
    let Some(dir) = muenchen() else { return };
    let residue = show(dir, &["arbeitslosendichte", "--area", "99", "--period", "2010"]);
    assert_eq!(residue["status"], "unreliable");
    let site = dir.join("open/published/oeffentlichkeit/site");
    assert!(!site.join("a/99.html").exists(), "the residue has no page");
    for (path, bytes) in common::files(&site) {
        if path.extension().is_some_and(|ending| ending == "html") {
            let page = String::from_utf8(bytes).unwrap();
            for spelling in ["289300", "289\u{202f}300", "289,300", "289.300"] {
                assert!(!page.contains(spelling), "{} shows the residue's rate", path.display());
            }
        }
    }
}

type Row = BTreeMap<String, String>;

/// A plain reading of a published file, not by the program: quotes, commas, UTF-8.
fn rows(path: &Path) -> Vec<Row> {
    let text = fs::read_to_string(path).unwrap();
    let mut lines = text.lines().map(fields);
    let heads = lines.next().unwrap();
    lines.map(|cells| heads.iter().cloned().zip(cells).collect()).collect()
}

fn fields(line: &str) -> Vec<String> {
    let (mut fields, mut quoted) = (vec![String::new()], false);
    for c in line.chars() {
        match c {
            '"' => quoted = !quoted,
            ',' if !quoted => fields.push(String::new()),
            c => fields.last_mut().unwrap().push(c),
        }
    }
    fields
}

fn number(text: &str) -> Option<f64> {
    text.replace(',', ".").parse().ok().filter(|number| *number > -88_888_888.0)
}

/// Half a unit of the last digit.
fn half(text: &str) -> f64 {
    let decimals = text.split_once(',').map_or(0, |(_, fraction)| fraction.len());
    0.5 / 10_f64.powi(i32::try_from(decimals).unwrap())
}

/// Which indicator and group a row of a file publishes.
fn place(file: &str, row: &Row) -> Option<(&'static str, &'static str)> {
    let group = match row["INDIKATOR_AUSPRAEGUNG"].as_str() {
        "männlich" => "sex=male",
        "weiblich" => "sex=female",
        "deutsch" | "Deutsche" => "citizenship=german",
        "ausländisch" | "Ausländer/innen" => "citizenship=foreign",
        _ => "",
    };
    Some(match file {
        _ if file.contains("auslaenderinnenanteil") => ("auslaenderanteil", ""),
        _ if file.contains("arbeitslosendichte") => ("arbeitslosendichte", group),
        _ if file.contains("altersdurchschnitt") => ("altersdurchschnitt", group),
        _ if file.contains("grundschueler") && group == "citizenship=foreign" => ("grundschueler", ""),
        _ if file.contains("einpersonenhaushalte") => match row["INDIKATOR_AUSPRAEGUNG"].as_str() {
            "Haushalte - gesamt" => ("einpersonenhaushalte", ""),
            "Haushalte 65 Jahre und älter" => ("allein-lebend-ab-65", ""),
            _ => return None,
        },
        _ if file.contains("lebenserwartung") => match row["INDIKATOR_AUSPRAEGUNG"].as_str() {
            "weiblich-gesamt" => ("lebenserwartung-frauen", ""),
            "weiblich-deutsch" => ("lebenserwartung-frauen", "citizenship=german"),
            "weiblich-ausländisch" => ("lebenserwartung-frauen", "citizenship=foreign"),
            "männlich-gesamt" => ("lebenserwartung-maenner", ""),
            "männlich-deutsch" => ("lebenserwartung-maenner", "citizenship=german"),
            "männlich-ausländisch" => ("lebenserwartung-maenner", "citizenship=foreign"),
            _ => return None,
        },
        _ if file.contains("einwohnerdichte") => ("einwohnerdichte", ""),
        _ => return None,
    })
}

fn area(row: &Row) -> String {
    match row["NUMMER"].as_str() {
        "#100" => "09162000".to_owned(),
        number => format!("{number:0>2}"),
    }
}

/// All figures of an indicator's table on the site: (area, period, group) → value.
fn published(site: &Path, indicator: &str) -> BTreeMap<(String, String, String), f64> {
    rows(&site.join(format!("i/{indicator}.csv")))
        .into_iter()
        .filter_map(|row| {
            Some(((row["area"].clone(), row["period"].clone(), row["group"].clone()), row["value"].parse().ok()?))
        })
        .collect()
}

#[test]
fn every_published_figure_is_recomputed() {
    let (Some(dir), Some(data)) = (muenchen(), data()) else { return };
    let site = dir.join("open/published/oeffentlichkeit/site");
    let mut tables: BTreeMap<&str, BTreeMap<(String, String, String), f64>> = BTreeMap::new();
    let (mut compared, mut apart) = (BTreeMap::new(), Vec::new());
    for (file, source, _) in FILES {
        for row in rows(&data.join(file)) {
            let Some((indicator, group)) = place(file, &row) else { continue };
            let Some(figure) = number(&row["INDIKATOR_WERT"]) else { continue };
            let table = tables.entry(indicator).or_insert_with(|| published(&site, indicator));
            let key = (area(&row), row["JAHR"].clone(), group.to_owned());
            // The later release has no residue; what it covers, it covers as a whole.
            let Some(&value) = table.get(&key) else {
                assert!(key.0 == "99" && source == "auslaenderanteil", "{indicator} {key:?} is missing");
                continue;
            };
            // All three numbers are rounded to their last digit; the true one lies between these.
            let (above, below) = (&row["BASISWERT_1"], &row["BASISWERT_2"]);
            let spread = match (number(above), number(below)) {
                (Some(a), Some(b)) if b > 0.0 => {
                    let relative = half(above) / a.max(1.0) + half(below) / (b - half(below)).max(0.01);
                    if above.contains(',') || below.contains(',') { value.abs() * relative } else { 0.0 }
                }
                _ => 0.0,
            };
            *compared.entry(indicator).or_insert(0_u32) += 1;
            if (value - figure).abs() > half(&row["INDIKATOR_WERT"]).max(0.05) + spread + 1e-6 {
                apart.push(format!("{indicator} {key:?}: {value} against {figure}"));
            }
        }
    }
    println!("compared: {compared:?}, {} in all", compared.values().sum::<u32>());
    assert!(apart.is_empty(), "{} figures differ:\n{}", apart.len(), apart.join("\n"));
    assert!(compared.values().sum::<u32>() > 5000);
}

#[test]
fn two_overlapping_releases_agree() {
    let Some(data) = data() else { return };
    let read = |file: &str| -> BTreeMap<(String, String), (String, String, String)> {
        rows(&data.join(file))
            .into_iter()
            .map(|row| {
                let value = |name: &str| row[name].clone();
                (
                    (value("JAHR"), value("NUMMER")),
                    (value("BASISWERT_1"), value("BASISWERT_2"), value("INDIKATOR_WERT")),
                )
            })
            .collect()
    };
    let (earlier, later) = (read(FILES[0].0), read(FILES[1].0));
    let common: Vec<_> = earlier.iter().filter(|(key, _)| later.contains_key(*key)).collect();
    assert_eq!(common.len(), 338);
    for (key, figures) in &common {
        assert_eq!(later[*key], **figures, "{key:?}");
    }
    println!("{} common rows agree", common.len());
}

#[test]
fn the_later_delivery_supersedes_and_both_stay() {
    let Some(dir) = muenchen() else { return };
    let deliveries = dir.join("shielded/deliveries/auslaenderanteil");
    assert_eq!(fs::read_dir(deliveries).unwrap().count(), 2);
    let figure = show(dir, &["auslaenderanteil", "--period", "2005"]);
    assert_eq!(figure["provenance"]["deliveries"][0]["received"], "2016-01-01");
}

#[test]
fn parts_add_up_to_the_city() {
    let Some(data) = data() else { return };
    let town = tempfile::tempdir().unwrap();
    let dir = town.path();
    common::copy(&common::root().join("examples/muenchen"), dir);
    let path = data.join(FILES[0].0);
    let received = common::json(dir, &["receive", "--source", FILES[0].1, path.to_str().unwrap()], 0);
    let rules: Vec<_> = received["remarks"].as_array().unwrap().iter().map(|r| r["rule"].as_str().unwrap()).collect();
    assert!(!rules.contains(&"areas-do-not-add-up"), "the 26 parts add up to the city in every year: {rules:?}");
}
