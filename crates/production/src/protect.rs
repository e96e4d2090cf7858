//! Protection: from cubes to tables that may be released.
//!
//! Figures of a source that is declared `already-public` pass. Of any other source, a table is refused at a level of
//! areas if it shows a small count there, or helps to find one; nothing else happens to it. Refusing is all that this
//! step does: single cells are withheld by disclosure control proper.
//!
//! What is held: nobody who knows all released numbers of the counts of a source, and that no count is negative, can
//! state a count from 1 to one less than the minimum exactly, for any group of people, by adding and subtracting
//! ([`decide`] says how, and why it is enough). What is not held: relations between measures that no indicator
//! declares as a share; what somebody knows from elsewhere; and what the refusal itself says, namely that something in
//! the table is small (with a minimum of 2, a refused table over two people says that they differ).

mod acyclic;
mod confidential;
mod decide;
mod examine;
mod open;
#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, BTreeSet};

use catalogue::{
    Catalogue, Place, Remark,
    model::{MeasureKind, Protection},
    names::{CategoryCode, LevelName, MeasureKey, VariableName},
};
use release::{Row, Table, TableKey};

pub(crate) use confidential::{Confidential, TooLarge};

use self::{
    decide::{Case, Unit, decide},
    open::Open,
};
use crate::{
    ask::{self, Ask},
    cube::{self, Cube},
    policy::Policy,
};

/// The numbers of a cube, for the tests of counting.
#[cfg(test)]
pub(crate) fn opened_for_tests(catalogue: &Catalogue, cube: Cube) -> impl Fn(&cube::Place) -> Option<i128> {
    let open = Open::new(catalogue, cube, 0);
    move |place| open.known(place)
}

/// The tables that may be released, in the order of their keys, and a remark on each that may not.
pub(crate) fn protect(
    catalogue: &Catalogue,
    policy: &Policy,
    asked: &[Ask],
    cubes: BTreeMap<MeasureKey, Cube>,
) -> (Vec<Table>, Vec<Remark>) {
    let decimals = |key: &MeasureKey| catalogue.measure(key).map_or(0, |measure| measure.decimals);
    let cubes: BTreeMap<MeasureKey, Open<'_>> = cubes
        .into_iter()
        .map(|(key, cube)| {
            let open = Open::new(catalogue, cube, decimals(&key));
            (key, open)
        })
        .collect();
    let is_public = |key: &MeasureKey| {
        catalogue.sources.get(&key.source).is_some_and(|source| source.protection == Protection::AlreadyPublic)
    };

    let mut units: Vec<Unit> = Vec::new();
    for ask in asked.iter().filter(|ask| !is_public(&ask.key.measure)) {
        for unit in ask.levels.iter().filter_map(|level| unit(catalogue, &ask.key, level)) {
            let counted = cubes.get(&unit.count).is_some_and(|open| open.columns(&unit.by).is_some());
            if counted && !units.contains(&unit) {
                units.push(unit);
            }
        }
    }
    let case = Case {
        catalogue,
        cubes: &cubes,
        shares: ask::shares(catalogue),
        minimum: policy.minimum_frequency,
        is_public: &is_public,
    };
    let shown = decide(&case, units);

    let (mut tables, mut remarks) = (Vec::new(), Vec::new());
    for ask in asked {
        let Some(open) = cubes.get(&ask.key.measure) else { continue };
        let Some(columns) = open.columns(&ask.key.by) else {
            remarks.push(named("table-not-delivered", &ask.key, None));
            continue;
        };
        let levels: BTreeSet<&LevelName> = if is_public(&ask.key.measure) {
            ask.levels.iter().collect()
        } else {
            let may = |level: &&LevelName| {
                let unit = unit(catalogue, &ask.key, level).filter(|unit| shown.contains(unit));
                unit.is_some_and(|unit| counts_stand_behind(catalogue, &cubes, &ask.key, &unit))
            };
            ask.levels.iter().filter(may).collect()
        };
        for level in ask.levels.iter().filter(|level| !levels.contains(level)) {
            let counted = unit(catalogue, &ask.key, level).is_some();
            let rule = if counted { "table-refused" } else { "table-refused-uncounted" };
            remarks.push(named(rule, &ask.key, Some(level)).hinted());
        }
        let table = table(catalogue, open, &ask.key, &columns, &levels);
        if !table.rows.is_empty() {
            tables.push(table);
        }
    }
    tables.sort_by(|a, b| a.key.cmp(&b.key));
    (tables, remarks)
}

/// The count that a table must be judged by; `None` for sums and figures of which the source does not say what counts
/// the people behind them.
fn unit(catalogue: &Catalogue, key: &TableKey, level: &LevelName) -> Option<Unit> {
    let is_count = |key: &MeasureKey| catalogue.measure(key).is_some_and(|found| found.kind == MeasureKind::Count);
    let count =
        if is_count(&key.measure) { Some(key.measure.clone()) } else { ask::counted_by(catalogue, &key.measure) };
    let count = count.filter(is_count)?;
    Some(Unit { count, by: key.by.clone(), level: level.clone() })
}

/// Whether the count behind each sum or figure of a table is known. Counts stand behind themselves.
fn counts_stand_behind(
    catalogue: &Catalogue,
    cubes: &BTreeMap<MeasureKey, Open<'_>>,
    key: &TableKey,
    unit: &Unit,
) -> bool {
    let (Some(sums), Some(counts)) = (cubes.get(&key.measure), cubes.get(&unit.count)) else { return false };
    let (Some(columns), Some(own)) = (sums.columns(&key.by), counts.columns(&key.by)) else { return false };
    key.measure == unit.count
        || sums.groups(&columns).into_iter().all(|slots| {
            let mut counted = vec![0; counts.axes().slots.len()];
            columns.iter().zip(&own).for_each(|(column, own)| counted[*own] = slots[*column]);
            let areas = catalogue.areas.iter().enumerate().filter(|(_, area)| area.level == unit.level);
            areas.into_iter().all(|(area, _)| {
                sums.axes().periods.iter().enumerate().all(|(period, name)| {
                    let place = cube::Place { area, period, slots: slots.clone() };
                    let behind = counts
                        .axes()
                        .periods
                        .iter()
                        .position(|other| other == name)
                        .map(|period| counts.known(&cube::Place { area, period, slots: counted.clone() }));
                    sums.known(&place).is_none() || behind.flatten().is_some()
                })
            })
        })
}

fn table(
    catalogue: &Catalogue,
    open: &Open<'_>,
    key: &TableKey,
    columns: &[usize],
    levels: &BTreeSet<&LevelName>,
) -> Table {
    let mut rows = Vec::new();
    let groups = open.groups(columns);
    for (area, definition) in catalogue.areas.iter().enumerate().filter(|(_, area)| levels.contains(&area.level)) {
        for (period, name) in open.axes().periods.iter().enumerate() {
            for slots in &groups {
                if let Some(observation) = open.observation(&cube::Place { area, period, slots: slots.clone() }) {
                    let categories = columns.iter().zip(&key.by);
                    let categories = categories.map(|(column, by)| category(catalogue, by, slots[*column])).collect();
                    rows.push(Row { area: definition.code.clone(), period: *name, categories, observation });
                }
            }
        }
    }
    rows.sort_by(|a, b| (&a.area, a.period, &a.categories).cmp(&(&b.area, b.period, &b.categories)));
    Table { key: key.clone(), rows }
}

fn category(catalogue: &Catalogue, by: &VariableName, slot: usize) -> Option<CategoryCode> {
    let place = slot.checked_sub(1)?;
    Some(catalogue.variables.get(by)?.categories.get(place)?.code.clone())
}

/// A remark on a table: names only, never a number.
fn named(rule: &'static str, key: &TableKey, level: Option<&LevelName>) -> Remark {
    let place = Place::File(format!("open/sources/{}.toml", key.measure.source));
    let by: Vec<&str> = key.by.iter().map(VariableName::as_str).collect();
    let remark = Remark::warning(rule, place).with("measure", key.measure.to_string());
    let by = if by.is_empty() { "–".to_owned() } else { by.join(" × ") };
    let remark = remark.with("by", by);
    match level {
        Some(level) => remark.with("level", level.as_str()),
        None => remark,
    }
}
