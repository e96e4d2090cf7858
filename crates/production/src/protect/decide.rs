//! Which tables may be shown at which level, decided without looking at who would like to see them.
//!
//! Tables are taken one after the other, those of large areas and few variables first. A table is refused if
//!
//! 1. one of its cells is small, or something that subtraction finds in it (see [`examine`]);
//! 2. it would give a table that was refused: one by some of its variables, at its level or above;
//! 3. its level overlaps another level that is shown (school districts across quarters);
//! 4. it closes a ring with tables that are shown (see [`acyclic`]), and the table that joins them all has a small
//!    cell or is not known well enough to tell.
//!
//! Tables that speak about the same people, such as employees and all residents, are decided together.

use std::collections::{BTreeMap, BTreeSet};

use catalogue::{
    Catalogue,
    names::{LevelName, MeasureKey, VariableName},
};

use super::{
    acyclic,
    examine::{examine, leaves_few_others, upwards},
    open::Open,
};
use crate::ask::Share;

/// A table of a count at one level, in all periods.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Unit {
    pub(super) count: MeasureKey,
    pub(super) by: Vec<VariableName>,
    pub(super) level: LevelName,
}

/// What is needed to decide.
pub(super) struct Case<'a> {
    pub(super) catalogue: &'a Catalogue,
    pub(super) cubes: &'a BTreeMap<MeasureKey, Open<'a>>,
    pub(super) shares: Vec<Share<'a>>,
    pub(super) minimum: i64,
    pub(super) is_public: &'a dyn Fn(&MeasureKey) -> bool,
}

/// What tables are about, for finding rings.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Attribute {
    Level(LevelName),
    Variable(VariableName),
    Part(MeasureKey),
}

/// The units that may be shown.
pub(super) fn decide(case: &Case<'_>, mut units: Vec<Unit>) -> BTreeSet<Unit> {
    // A stable sort: units that are equal in both stay in the order in which indicators ask for them.
    units.sort_by_key(|unit| (upwards(case.catalogue, &unit.level).len(), unit.by.len()));
    let peoples = peoples(case, &units);
    let (mut shown, mut refused): (BTreeSet<Unit>, Vec<Unit>) = (BTreeSet::new(), Vec::new());
    for unit in units {
        let people = &peoples[&unit.count];
        let beside: Vec<&Unit> = shown.iter().filter(|other| peoples[&other.count] == *people).collect();
        let may = !refused.iter().any(|other| gives(case, &unit, other))
            && beside.iter().all(|other| nested(case, &unit.level, &other.level))
            && is_safe(case, &unit)
            && joins_safely(case, &unit, &beside);
        if may {
            shown.insert(unit);
        } else {
            refused.push(unit);
        }
    }
    shown
}

/// The people that a count is about, named by the first of the counts that shares tie together.
fn peoples(case: &Case<'_>, units: &[Unit]) -> BTreeMap<MeasureKey, MeasureKey> {
    let mut peoples: BTreeMap<MeasureKey, MeasureKey> =
        units.iter().map(|unit| (unit.count.clone(), unit.count.clone())).collect();
    for share in &case.shares {
        let (part, whole) = (peoples.get(&share.part.measure).cloned(), peoples.get(&share.whole.measure).cloned());
        if let (Some(part), Some(whole)) = (part, whole) {
            let (from, to) = if part < whole { (whole, part) } else { (part, whole) };
            peoples.values_mut().filter(|people| **people == from).for_each(|people| *people = to.clone());
        }
    }
    peoples
}

/// Whether a table holds another one or adds up to it.
fn gives(case: &Case<'_>, unit: &Unit, other: &Unit) -> bool {
    unit.count == other.count
        && other.by.iter().all(|name| unit.by.contains(name))
        && upwards(case.catalogue, &unit.level).iter().any(|level| level.name == other.level)
}

/// Whether one of two levels lies within the other.
fn nested(case: &Case<'_>, one: &LevelName, other: &LevelName) -> bool {
    let within = |one, other: &LevelName| upwards(case.catalogue, one).iter().any(|level| level.name == *other);
    within(one, other) || within(other, one)
}

/// Whether the unit by itself, and with the tables it is a share of, shows no small count.
fn is_safe(case: &Case<'_>, unit: &Unit) -> bool {
    let Some(open) = case.cubes.get(&unit.count) else { return false };
    if examine(case.catalogue, open, &unit.by, &unit.level, case.minimum).small {
        return false;
    }
    let concerns = |share: &&Share<'_>| {
        share.part.measure == unit.count || (share.whole.measure == unit.count && (case.is_public)(&share.part.measure))
    };
    !case.shares.iter().filter(concerns).any(|share| leaves_others(case, share, &unit.by, &unit.level))
}

fn leaves_others(case: &Case<'_>, share: &Share<'_>, by: &[VariableName], level: &LevelName) -> bool {
    match (case.cubes.get(&share.part.measure), case.cubes.get(&share.whole.measure)) {
        (Some(part), Some(whole)) => leaves_few_others(case.catalogue, share, (part, whole), by, level, case.minimum),
        _ => false,
    }
}

/// Whether the unit and those shown of the same people can be joined without a small count coming out.
fn joins_safely(case: &Case<'_>, unit: &Unit, beside: &[&Unit]) -> bool {
    let sets: Vec<BTreeSet<Attribute>> =
        beside.iter().copied().chain([unit]).map(|unit| attributes(case, unit)).collect();
    let joined: BTreeSet<Attribute> = acyclic::core(&sets).into_iter().flatten().collect();
    if joined.is_empty() {
        return true;
    }
    let by: Vec<VariableName> = joined
        .iter()
        .filter_map(|attribute| match attribute {
            Attribute::Variable(name) => Some(name.clone()),
            _ => None,
        })
        .collect();
    let levels = joined.iter().filter_map(|attribute| match attribute {
        Attribute::Level(name) => Some(name),
        _ => None,
    });
    let Some(level) = levels.max_by_key(|level| upwards(case.catalogue, level).len()) else { return false };
    let counts: BTreeSet<&MeasureKey> = beside.iter().map(|unit| &unit.count).chain([&unit.count]).collect();
    let fine = |count: &&MeasureKey| {
        case.cubes.get(*count).is_some_and(|open| {
            let finding = examine(case.catalogue, open, &by, level, case.minimum);
            finding.complete && !finding.small
        })
    };
    let tied = |share: &&Share<'_>| counts.contains(&share.part.measure) || counts.contains(&share.whole.measure);
    counts.iter().all(fine) && !case.shares.iter().filter(tied).any(|share| leaves_others(case, share, &by, level))
}

fn attributes(case: &Case<'_>, unit: &Unit) -> BTreeSet<Attribute> {
    let levels = upwards(case.catalogue, &unit.level).into_iter().map(|level| Attribute::Level(level.name.clone()));
    let variables = unit.by.iter().map(|name| Attribute::Variable(name.clone()));
    let of_others = |share: &Share<'_>| share.part.measure == unit.count && share.whole.measure != unit.count;
    let part = case.shares.iter().any(of_others).then(|| Attribute::Part(unit.count.clone()));
    levels.chain(variables).chain(part).collect()
}
