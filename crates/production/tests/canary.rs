//! The canary: a number that may not be shown, and must appear in nothing that leaves the crate, in no spelling.

#![allow(dead_code, unreachable_pub, reason = "the town is shared by several tests")]

mod town;

use production::{ReceiptFacts, Stage, produce, receive};
use release::{Observation, Sealing, seal};
use town::{catalogue, delivery, files, inputs, public};

/// Small counts begin at 10 000 here.
const CANARY: i64 = 7919;

fn text() -> String {
    let head = "Bezirk;Jahr;Staatsangehörigkeit;Personen\n";
    let rows = [
        ("01", "deutsch", 20_011),
        ("01", "ausländisch", CANARY),
        ("02", "deutsch", 30_029),
        ("02", "ausländisch", 40_039),
    ];
    head.to_owned() + &rows.map(|(area, group, number)| format!("{area};2024;{group};{number}\n")).concat()
}

fn spellings() -> Vec<Vec<u8>> {
    let gaps = ["", ".", ",", " ", "'", "_", "\u{a0}", "\u{202f}", "\u{2009}"];
    let mut spellings: Vec<Vec<u8>> = gaps.iter().map(|gap| format!("7{gap}919").into_bytes()).collect();
    spellings.extend(["1eef", "1EEF"].map(|text| text.as_bytes().to_vec()));
    let (long, short) = (CANARY, CANARY as i32);
    spellings.extend([long.to_le_bytes().to_vec(), long.to_be_bytes().to_vec()]);
    spellings.extend([short.to_le_bytes().to_vec(), short.to_be_bytes().to_vec()]);
    spellings.extend([(CANARY as f64).to_le_bytes().to_vec(), (CANARY as f64).to_be_bytes().to_vec()]);
    spellings
}

/// Fingerprints are hexadecimal and may hold any digits by chance.
fn without_fingerprints(bytes: &[u8]) -> Vec<u8> {
    let is_digit = |byte: &u8| byte.is_ascii_hexdigit();
    let mut kept = Vec::new();
    for run in bytes.chunk_by(|a, b| is_digit(a) == is_digit(b)) {
        if run.len() != 64 {
            kept.extend_from_slice(run);
        }
    }
    kept
}

fn sings(bytes: &[u8]) -> bool {
    let bytes = without_fingerprints(bytes);
    spellings().iter().any(|spelling| bytes.windows(spelling.len()).any(|window| window == &spelling[..]))
}

/// Everything that leaves the crate: names for it, and its bytes.
fn traces(protection: &str, text: &str) -> Vec<(String, Vec<u8>)> {
    let catalogue = catalogue(protection);
    let delivery = delivery("2025-01-10", text);
    let facts = ReceiptFacts { by: "Statistikstelle".to_owned(), at: "2025-01-10".to_owned() };
    let (receipt, received) = receive(&catalogue, &delivery, &facts);
    let mut stages = Vec::new();
    let deliveries = [delivery];
    let inputs = inputs(Some("default.minimum-frequency = 10000"), &deliveries);
    let (produced, remarks) = produce(&catalogue, &inputs, &mut |stage: Stage| stages.push(stage));
    let release = public(produced);
    let mut traces = vec![
        ("receipt".to_owned(), receipt.unwrap_or_default().into_bytes()),
        ("remarks".to_owned(), format!("{received:?}{remarks:?}{stages:?}").into_bytes()),
        ("release".to_owned(), format!("{release:?}{release:#?}").into_bytes()),
    ];
    if let Some(release) = release {
        let audience = catalogue::model::Audience::Public;
        let sealing = Sealing { on: "2025-02-01".to_owned(), audience, supersedes: None, production: "1".to_owned() };
        traces.extend(seal(&release, &files(protection), &sealing).files);
    }
    traces
}

#[test]
fn the_canary_is_silent() {
    let text = text();
    let found = traces("confidential", &text);
    assert!(found.iter().any(|(name, _)| name == "observations.parquet"));
    for (name, bytes) in found {
        assert!(!sings(&bytes), "{name} holds what may not be shown");
    }
}

#[test]
fn the_canary_is_silent_when_the_delivery_is_odd() {
    let odd = [
        text() + "01;2024;ausländisch;7920\n",
        text() + "01;2024;ausländisch;7919\n",
        text() + "01;2024;insgesamt;30\n",
        text().replace("02;2024;ausländisch", "02;2024;7919"),
        text().replace("01;2024;ausländisch", "7919;2024;ausländisch"),
        text().replace("7919", "7.919.1"),
        text().replace("7919", "7919,5"),
        text().replace(";7919", ";7919;7919"),
    ];
    for (number, text) in odd.iter().enumerate() {
        for (name, bytes) in traces("confidential", text) {
            assert!(!sings(&bytes), "oddity {number}: {name} holds what may not be shown");
        }
    }
}

#[test]
fn the_canary_sings_where_it_may() {
    let text = text();
    let singing: Vec<String> =
        traces("already-public", &text).into_iter().filter(|(_, bytes)| sings(bytes)).map(|(name, _)| name).collect();
    assert_eq!(singing, ["release", "observations.csv", "observations.parquet"], "the search can find it");
}

#[test]
fn no_difference_of_two_shown_numbers_is_the_canary() {
    let text = text();
    let policy = Some("default.minimum-frequency = 10000");
    let deliveries = [delivery("2025-01-10", &text)];
    let (produced, _) = produce(&catalogue("confidential"), &inputs(policy, &deliveries), &mut |_| {});
    let release = public(produced);
    let mut numbers: Vec<i64> = Vec::new();
    for row in release.unwrap().tables.iter().flat_map(|table| &table.rows) {
        if let Observation::Value { number, .. } = row.observation {
            numbers.push(number.scaled);
        }
    }
    assert!(numbers.len() > 3, "something is shown");
    for one in &numbers {
        assert!(*one >= 10_000);
        assert!(numbers.iter().all(|other| one - other != CANARY), "subtraction gives the canary");
    }
}
