//! The receipt of a delivery, which stays with it behind the wall.

use std::collections::BTreeMap;
use std::fmt::Write;

use catalogue::{Period, Remark, Severity, remark::Word};
use sha2::{Digest, Sha256};

use super::{Facts, Open};
use crate::{Delivery, ReceiptFacts};

/// Writes the text of `receipt.toml`.
pub(crate) fn receipt(
    delivery: &Delivery<'_>,
    receipt: &ReceiptFacts,
    facts: &Facts,
    keep_days: Option<u32>,
    remarks: &[Remark],
) -> String {
    let periods: Vec<Period> = facts.batches.iter().flat_map(|batch| batch.periods.iter().copied()).collect();
    let name = delivery.file.rsplit('/').next().unwrap_or_default();
    let mut text = String::new();
    let mut line = |key: &str, value: String| {
        // Writing to a string cannot fail.
        let _ = writeln!(text, "{key} = {value}");
    };
    line("format", "1".to_owned());
    line("source", quoted(delivery.source.as_str()));
    line("file", quoted(name));
    line("received", quoted(&delivery.received));
    line("entered", quoted(&receipt.at));
    line("by", quoted(&receipt.by));
    if let Some(bytes) = delivery.contents.bytes() {
        line("sha-256", quoted(&hex(&Sha256::digest(&bytes))));
        line("bytes", bytes.len().to_string());
    }
    line("rows", facts.rows.to_string());
    if let (Some(first), Some(last)) = (periods.iter().min(), periods.iter().max()) {
        line("first-period", quoted(&first.to_string()));
        line("last-period", quoted(&last.to_string()));
    }
    if let (Some(account), Some(days)) = (&facts.account, keep_days) {
        line("reference-date", quoted(&account.date));
        let from = account.date.as_str().max(&delivery.received);
        line("keep-until", quoted(&later(from, days)));
    }
    let open = facts.account.iter().flat_map(|account| &account.open);
    for Open { what, of, persons, among } in open {
        let of = quoted(of);
        let _ = write!(text, "\n[[open]]\nwhat = \"{what}\"\nof = {of}\npersons = {persons}\namong = {among}\n");
    }
    for ((severity, rule), count) in counts(remarks) {
        let _ = write!(text, "\n[[remark]]\nrule = {}\nseverity = \"{severity}\"\ncount = {count}\n", quoted(rule));
    }
    text
}

/// The day so many days after another, ISO 8601.
fn later(from: &str, days: u32) -> String {
    let part = |range: std::ops::Range<usize>| from.get(range)?.parse::<i64>().ok();
    let day = part(0..4).zip(part(5..7)).zip(part(8..10));
    let day = day.and_then(|((year, month), day)| rules::dates::day(year, month, day));
    let (year, month, day) = rules::dates::date(day.map_or(0, i64::from) + i64::from(days));
    format!("{year:04}-{month:02}-{day:02}")
}

/// How often each rule spoke, gathered findings included.
fn counts(remarks: &[Remark]) -> BTreeMap<(&'static str, &str), i64> {
    let mut counts = BTreeMap::new();
    for remark in remarks {
        let severity = match remark.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Note => "note",
        };
        let word = |name: &str| remark.words.iter().find(|(known, _)| *known == name).map(|(_, word)| word);
        let (rule, count) = match (remark.rule, word("rule"), word("count")) {
            ("further-findings", Some(Word::Text(rule)), Some(Word::Count(count))) => (rule.as_str(), *count),
            _ => (remark.rule, 1),
        };
        *counts.entry((severity, rule)).or_insert(0) += count;
    }
    counts
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::with_capacity(2 * bytes.len()), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}

/// A basic string of TOML.
fn quoted(text: &str) -> String {
    let mut quoted = String::with_capacity(text.len() + 2);
    quoted.push('"');
    for c in text.chars() {
        match c {
            '"' | '\\' => quoted.extend(['\\', c]),
            c if c.is_control() => {
                let _ = write!(quoted, "\\u{:04X}", u32::from(c));
            }
            c => quoted.push(c),
        }
    }
    quoted.push('"');
    quoted
}
