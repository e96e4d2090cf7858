//! What a later release adds, changes and withdraws.

use std::collections::BTreeMap;

use catalogue::{
    Period,
    names::{AreaCode, CategoryCode},
};

use crate::{Observation, Release, TableKey};

/// The differences of two releases, each list in the order of its entries.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Diff {
    /// In the later release only.
    pub added: Vec<(Entry, Observation)>,
    /// In both, not the same.
    pub changed: Vec<Change>,
    /// In the earlier release only.
    pub withdrawn: Vec<(Entry, Observation)>,
}

/// Which observation.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Entry {
    /// The table.
    pub table: TableKey,
    /// Where.
    pub area: AreaCode,
    /// When.
    pub period: Period,
    /// Of whom, in the order of the table's variables.
    pub categories: Vec<Option<CategoryCode>>,
}

/// An observation that changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// Which.
    pub entry: Entry,
    /// What the earlier release says.
    pub from: Observation,
    /// What the later release says.
    pub to: Observation,
}

impl Diff {
    /// Whether the two releases say the same.
    pub fn is_empty(&self) -> bool {
        self.added.is_empty() && self.changed.is_empty() && self.withdrawn.is_empty()
    }
}

/// Compares the figures of two releases.
pub fn diff(earlier: &Release, later: &Release) -> Diff {
    let (before, mut after) = (entries(earlier), entries(later));
    let mut diff = Diff::default();
    for (entry, from) in before {
        match after.remove(&entry) {
            None => diff.withdrawn.push((entry, from)),
            Some(to) if to != from => diff.changed.push(Change { entry, from, to }),
            Some(_) => {}
        }
    }
    diff.added = after.into_iter().collect();
    diff
}

fn entries(release: &Release) -> BTreeMap<Entry, Observation> {
    let mut entries = BTreeMap::new();
    for table in &release.tables {
        for row in &table.rows {
            let entry = Entry {
                table: table.key.clone(),
                area: row.area.clone(),
                period: row.period,
                categories: row.categories.clone(),
            };
            entries.insert(entry, row.observation);
        }
    }
    entries
}
