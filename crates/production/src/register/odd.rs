//! What is odd in the rows of a register: counted by kind and column, with the first places of each.

use std::collections::BTreeMap;

use catalogue::{Place, Remark, Severity};

/// Places named before the rest is counted.
const PLACES: usize = 5;

/// What is odd about a cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Rule {
    /// The area is none of the monitoring.
    Area,
    /// There is no area.
    NoArea,
    /// A coded column has a text whose meaning nobody has declared.
    Value,
    /// No day of birth, or none that can be: nobody is counted without an age.
    BirthDate,
    /// Another day than the reference date of the file.
    OtherDay,
    /// No person's key.
    NoPerson,
    /// A key that an earlier row has.
    Twice,
    /// What stands there is no day; it counts as missing.
    Day,
    /// Three digits that are the key of no state.
    State,
    /// A state that came into being after the reference date.
    LaterState,
}

impl Rule {
    fn remark(self, place: Place) -> Remark {
        match self {
            Rule::Area => Remark::error("register-area", place).hinted(),
            Rule::NoArea => Remark::error("register-no-area", place).hinted(),
            Rule::Value => Remark::error("register-value", place).hinted(),
            Rule::BirthDate => Remark::error("register-birth-date", place).hinted(),
            Rule::OtherDay => Remark::error("register-other-day", place).hinted(),
            Rule::NoPerson => Remark::error("register-no-person", place).hinted(),
            Rule::Twice => Remark::error("register-twice", place).hinted(),
            Rule::Day => Remark::warning("register-day", place).hinted(),
            Rule::State => Remark::warning("register-state", place).hinted(),
            Rule::LaterState => Remark::warning("register-later-state", place).hinted(),
        }
    }
}

/// Findings; the same whatever the order in which they come.
#[derive(Default)]
pub(super) struct Odd {
    found: BTreeMap<(Rule, String), (usize, Vec<u64>)>,
}

impl Odd {
    pub(super) fn add(&mut self, rule: Rule, head: &str, row: u64) {
        let (count, rows) = self.found.entry((rule, head.to_owned())).or_default();
        *count += 1;
        keep(rows, row);
    }

    pub(super) fn join(&mut self, other: Odd) {
        for (key, (more, rows)) in other.found {
            let (count, own) = self.found.entry(key).or_default();
            *count += more;
            rows.into_iter().for_each(|row| keep(own, row));
        }
    }

    /// As remarks about a file.
    pub(super) fn remarks(self, file: &str) -> Vec<Remark> {
        let mut remarks = Vec::new();
        for ((rule, head), (count, rows)) in self.found {
            let named = rows.len();
            for row in rows {
                remarks.push(rule.remark(Place::Row { file: file.to_owned(), row, column: Some(head.clone()) }));
            }
            if count > named {
                let example = rule.remark(Place::File(file.to_owned()));
                let (rule, severity): (_, Severity) = (example.rule, example.severity);
                let rest = Remark { severity, ..Remark::note("further-findings", Place::File(file.to_owned())) };
                remarks.push(
                    rest.with("rule", rule).with("in-column", "yes").with("column", head).with("count", count - named),
                );
            }
        }
        remarks
    }
}

/// Keeps the first rows, sorted.
fn keep(rows: &mut Vec<u64>, row: u64) {
    let at = rows.partition_point(|own| *own < row);
    rows.insert(at, row);
    rows.truncate(PLACES);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn findings_are_the_same_in_any_order() {
        let rules = |rows: &[u64]| {
            let (mut one, mut other) = (Odd::default(), Odd::default());
            for (at, row) in rows.iter().enumerate() {
                if at % 2 == 0 { &mut one } else { &mut other }.add(Rule::Area, "Block", *row);
            }
            one.join(other);
            one.remarks("a.csv")
        };
        let remarks = rules(&[9, 3, 7, 1, 5, 8, 2]);
        assert_eq!(remarks, rules(&[1, 2, 3, 5, 7, 8, 9]));
        assert_eq!(remarks.len(), 6);
        assert_eq!(remarks[0].place, Place::Row { file: "a.csv".into(), row: 1, column: Some("Block".into()) });
        assert!(remarks[5].words.contains(&("count", 2_usize.into())));
    }
}
