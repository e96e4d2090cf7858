//! Remarks about one file, gathered: many findings of one rule in one column are five places and a count.

use std::collections::BTreeMap;

use catalogue::{Place, Remark, Severity};

/// Places named before the rest is counted.
const PLACES: usize = 5;
/// The same for findings about a file as a whole, which differ in what they say.
const FINDINGS: usize = 20;

/// What findings have in common that are counted together: severity, rule, file, column.
type Kind = (Severity, &'static str, String, Option<String>);

/// How many findings of a kind are named.
fn named(place: &Place) -> usize {
    if matches!(place, Place::Row { .. }) { PLACES } else { FINDINGS }
}

/// The remarks about a file, in the order in which they were found.
pub(crate) struct Findings<'a> {
    file: &'a str,
    remarks: Vec<Remark>,
    /// How many were found of each kind, and how many of them are named.
    found: BTreeMap<Kind, (usize, usize)>,
}

impl<'a> Findings<'a> {
    /// No remarks yet.
    pub(crate) fn about(file: &'a str) -> Findings<'a> {
        Findings { file, remarks: Vec::new(), found: BTreeMap::new() }
    }

    /// The file as a whole.
    pub(crate) fn whole(&self) -> Place {
        Place::File(self.file.to_owned())
    }

    /// A row of the file, and a column by its declared head.
    pub(crate) fn row(&self, row: u64, column: Option<&str>) -> Place {
        Place::Row { file: self.file.to_owned(), row, column: column.map(str::to_owned) }
    }

    /// Adds a remark.
    pub(crate) fn add(&mut self, remark: Remark) {
        let (file, column) = match &remark.place {
            Place::Row { file, column, .. } => (file.clone(), column.clone()),
            Place::File(file) | Place::Span(file, _) => (file.clone(), None),
            Place::Monitoring => (String::new(), None),
        };
        let limit = named(&remark.place);
        let (count, _) = self
            .found
            .entry((remark.severity, remark.rule, file, column))
            .and_modify(|(count, _)| *count += 1)
            .or_insert((1, limit));
        if *count <= limit {
            self.remarks.push(remark);
        }
    }

    /// Whether an error has been found.
    pub(crate) fn failed(&self) -> bool {
        self.found.keys().any(|(severity, ..)| *severity == Severity::Error)
    }

    /// All remarks, the counted rest at the end.
    pub(crate) fn finish(self) -> Vec<Remark> {
        let mut remarks = self.remarks;
        for ((severity, rule, file, column), (count, named)) in self.found {
            if count > named {
                let rest = Remark { severity, ..Remark::note("further-findings", Place::File(file)) };
                remarks.push(
                    rest.with("rule", rule)
                        .with("in-column", if column.is_some() { "yes" } else { "no" })
                        .with("column", column.unwrap_or_default())
                        .with("count", count - named),
                );
            }
        }
        remarks
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn many_findings_are_five_places_and_a_count() {
        let mut findings = Findings::about("a.csv");
        for row in 1..=8 {
            findings.add(Remark::error("unknown-code", findings.row(row, Some("Gebiet"))));
        }
        findings.add(Remark::warning("jump", findings.row(3, Some("Zahl"))));
        assert!(findings.failed());
        let remarks = findings.finish();
        assert_eq!(remarks.len(), 7);
        assert_eq!(remarks[6].rule, "further-findings");
        assert_eq!(remarks[6].severity, Severity::Error);
        assert!(remarks[6].words.contains(&("count", 3_usize.into())));
    }
}
