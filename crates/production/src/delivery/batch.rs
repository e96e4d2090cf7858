//! The facts of one measure, sorted and each key once; what the checks look at.

use std::collections::BTreeMap;

use arrow_array::{Int64Array, UInt8Array, UInt16Array, UInt32Array, UInt64Array};
use catalogue::{
    Period, Place, Remark,
    model::{Measure, Role},
};

use super::{
    CellState, MeasureFacts,
    columns::{Columns, Variables},
    findings::Findings,
    rows::{Entry, Raw},
};

/// Facts sorted by area, period and categories.
pub(super) struct Batch<'a> {
    pub(super) measure: &'a Measure,
    /// The variables, as places in [`Variables`].
    pub(super) by: Vec<usize>,
    pub(super) entries: Vec<Entry>,
}

impl<'a> Batch<'a> {
    /// Sorts the facts of a measure; rows that repeat or contradict each other are put to `repeated`.
    pub(super) fn new(
        measure: &'a Measure,
        raw: Raw,
        columns: &Columns<'_>,
        repeated: &mut Vec<Repeated>,
    ) -> Batch<'a> {
        let mut entries = raw.entries;
        entries.sort_by(|a, b| key(a).cmp(&key(b)).then((a.row, a.column).cmp(&(b.row, b.column))));
        let mut kept: Vec<Entry> = Vec::with_capacity(entries.len());
        for entry in entries {
            match kept.last_mut() {
                Some(first) if key(first) == key(&entry) => {
                    // An empty cell contradicts nothing.
                    if entry.state == CellState::Missing {
                        continue;
                    }
                    if first.state == CellState::Missing {
                        *first = entry;
                        continue;
                    }
                    let same = (first.number, first.state) == (entry.number, entry.state);
                    // A whole may stand beside each of its parts.
                    let beside = |entry: &Entry| gives_whole(columns, entry);
                    if !(same && (beside(first) || beside(&entry))) {
                        repeated.push(Repeated { row: entry.row, first: first.row, column: entry.column, same });
                    }
                }
                _ => kept.push(entry),
            }
        }
        Batch { measure, by: raw.by, entries: kept }
    }

    /// The fact of an area, a period and categories.
    pub(super) fn find(&self, area: u32, period: Period, categories: &[u16]) -> Option<&Entry> {
        let place = self.entries.binary_search_by(|entry| key(entry).cmp(&(area, period, categories))).ok()?;
        Some(&self.entries[place])
    }

    /// The periods, sorted.
    pub(super) fn periods(&self) -> Vec<Period> {
        let mut periods: Vec<Period> = self.entries.iter().map(|entry| entry.period).collect();
        periods.sort_unstable();
        periods.dedup();
        periods
    }

    /// As Arrow arrays.
    pub(super) fn into_arrays(self, variables: &Variables<'_>) -> MeasureFacts {
        let periods = self.periods();
        let period = |entry: &Entry| periods.binary_search(&entry.period).unwrap_or_default() as u32;
        let entries = &self.entries;
        let of_variable = |at: usize| entries.iter().map(move |entry| entry.categories[at]).collect::<Vec<u16>>();
        MeasureFacts {
            measure: self.measure.name.clone(),
            area: UInt32Array::from_iter_values(entries.iter().map(|entry| entry.area)),
            period: UInt32Array::from_iter_values(entries.iter().map(period)),
            by: self.by.iter().map(|variable| variables.all[*variable].0.name.clone()).collect(),
            categories: (0..self.by.len()).map(|at| UInt16Array::from(of_variable(at))).collect(),
            number: entries.iter().map(|entry| entry.number).collect::<Int64Array>(),
            state: UInt8Array::from_iter_values(entries.iter().map(|entry| entry.state as u8)),
            row: UInt64Array::from_iter_values(entries.iter().map(|entry| entry.row)),
            periods,
        }
    }
}

/// A number that stands twice.
pub(super) struct Repeated {
    row: u64,
    /// The row in which it stands first.
    first: u64,
    column: usize,
    same: bool,
}

/// Remarks rows that contradict others, by column, and rows that only repeat others, once.
pub(super) fn say_repeated(repeated: &[Repeated], columns: &Columns<'_>, findings: &mut Findings<'_>) {
    let mut rows: BTreeMap<(u64, u64), Vec<usize>> = BTreeMap::new();
    for again in repeated {
        let contradicting = rows.entry((again.row, again.first)).or_default();
        if !again.same {
            contradicting.push(again.column);
        }
    }
    for ((row, first), contradicting) in rows {
        let remark = |rule, column| Remark::error(rule, column).with("first", first as usize).hinted();
        if contradicting.is_empty() {
            findings.add(remark("duplicate-row", findings.row(row, None)));
        }
        for column in contradicting {
            findings.add(remark("contradicting-rows", findings.row(row, Some(&columns.matched[column].head))));
        }
    }
}

fn key(entry: &Entry) -> (u32, Period, &[u16]) {
    (entry.area, entry.period, &entry.categories)
}

fn gives_whole(columns: &Columns<'_>, entry: &Entry) -> bool {
    matches!(&columns.matched[entry.column].declared.role, Role::Measure { whole, .. } if !whole.is_empty())
}

impl Entry {
    /// The number for sums and comparisons: nothing is zero; other signs are unknown.
    pub(super) fn value(&self) -> Option<i64> {
        if self.state == CellState::Nothing { Some(0) } else { self.number }
    }

    /// Where it stands.
    pub(super) fn place(&self, columns: &Columns<'_>, findings: &Findings<'_>) -> Place {
        findings.row(self.row, Some(&columns.matched[self.column].head))
    }
}
