//! `shielded/policy.toml`: from which count on a table may be shown.

use catalogue::{Place, Remark};
use toml::de::{DeTable, DeValue};

const FILE: &str = "shielded/policy.toml";
const KEY: &str = "minimum-frequency";

/// What is protected and how. The numbers stay behind the wall.
pub(crate) struct Policy {
    /// Counts from 1 to one less than this are too small to be shown.
    pub(crate) minimum_frequency: i64,
}

/// Reads the policy; without a file, counts of 1 and 2 are too small. Remarks name keys, never values.
pub(crate) fn read(text: Option<&str>) -> Result<Policy, Vec<Remark>> {
    let mut policy = Policy { minimum_frequency: 3 };
    let Some(text) = text else { return Ok(policy) };
    let span = |span: std::ops::Range<usize>| Place::Span(FILE.to_owned(), span.into());
    let table = match DeTable::parse(text) {
        Ok(table) => table,
        Err(fault) => return Err(vec![Remark::error("policy-syntax", span(fault.span().unwrap_or(0..0)))]),
    };
    let mut remarks = Vec::new();
    for (key, value) in table.get_ref() {
        if key.get_ref() != KEY {
            let remark = Remark::error("policy-unknown-key", span(key.span()));
            remarks.push(remark.with("key", key.get_ref().as_ref()).with("known", KEY).hinted());
            continue;
        }
        let place = || span(value.span());
        match value.get_ref() {
            DeValue::Integer(number) => match i64::from_str_radix(number.as_str(), number.radix()) {
                Ok(number @ 1..=10_000) => policy.minimum_frequency = number,
                _ => remarks.push(Remark::error("policy-out-of-range", place()).with("key", KEY)),
            },
            _ => remarks.push(Remark::error("policy-not-a-number", place()).with("key", KEY)),
        }
    }
    if remarks.is_empty() { Ok(policy) } else { Err(remarks) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: Option<&str>, expected: Result<i64, &[&str]>) {
        match (read(text), expected) {
            (Ok(policy), Ok(minimum)) => assert_eq!(policy.minimum_frequency, minimum),
            (Err(remarks), Err(rules)) => assert_eq!(remarks.iter().map(|r| r.rule).collect::<Vec<_>>(), rules),
            _ => panic!("{text:?} was read otherwise"),
        }
    }

    #[test]
    fn a_policy_is_read_strictly() {
        check(None, Ok(3));
        check(Some(""), Ok(3));
        check(Some("minimum-frequency = 5\n"), Ok(5));
        check(Some("minimum-frequency = 10_000"), Ok(10_000));
        check(Some("minimum-frequency = 0"), Err(&["policy-out-of-range"]));
        check(Some("minimum-frequency = 10001"), Err(&["policy-out-of-range"]));
        check(Some("minimum-frequency = -3"), Err(&["policy-out-of-range"]));
        check(Some("minimum-frequency = \"3\""), Err(&["policy-not-a-number"]));
        check(Some("minimum-frequenzy = 3\nx = 1"), Err(&["policy-unknown-key", "policy-unknown-key"]));
        check(Some("minimum-frequency = "), Err(&["policy-syntax"]));
    }
}
