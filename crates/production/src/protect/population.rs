//! Which tables are protected together: all that speaks about the same people.
//!
//! Two counts belong together if a share says that one is part of the other. Everything that is published of them is
//! one system of cells and sums, so that nothing can be computed from one table that another one withholds.

use std::collections::{BTreeMap, BTreeSet};

use catalogue::{
    Catalogue,
    model::{AreaLevel, IndicatorKind},
    names::{CategoryCode, LevelName, MeasureKey, VariableName},
    policy::{Coarsening, How},
};

use super::{acyclic, open::Open, suppress::Case};

/// A table of a count at one level, in all periods.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Unit {
    pub(super) count: MeasureKey,
    pub(super) by: Vec<VariableName>,
    pub(super) level: LevelName,
}

/// Counts of the same people, and what is published of them.
pub(super) struct Population {
    /// Its counts.
    pub(super) measures: Vec<MeasureKey>,
    /// Places of a part and of the whole that contains it.
    pub(super) parts: Vec<(usize, usize)>,
    /// The tables, those of core indicators marked.
    pub(super) units: BTreeMap<Unit, bool>,
    /// Tables of earlier releases, asked for now or not.
    pub(super) former: BTreeSet<Unit>,
    /// The variables of the tables.
    pub(super) variables: Vec<VariableName>,
    /// The levels of the tables, each within the one before; with them the level that links other divisions to them.
    pub(super) levels: Vec<LevelName>,
    /// Levels of other divisions, whose areas are made of those of the deepest level.
    pub(super) divisions: BTreeSet<LevelName>,
    /// Categories that are shown as a share of all: the others of their whole are a group, too.
    pub(super) shared: BTreeSet<(VariableName, CategoryCode)>,
    /// Tables in which the office shows the broader categories of a variable only.
    pub(super) merged: BTreeMap<Unit, VariableName>,
    /// Where tables close a ring, the variables and the deepest level of it: what is not shown may follow from them.
    pub(super) ring: Option<(BTreeSet<VariableName>, LevelName)>,
}

/// Why a table is not shown at all.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Unfit {
    /// Its areas cut across those of another table.
    Overlaps,
    /// Together with the others it has too many cells.
    TooLarge,
}

impl Unfit {
    pub(super) fn rule(self) -> &'static str {
        match self {
            Unfit::Overlaps => "table-refused-overlap",
            Unfit::TooLarge => "table-refused-too-large",
        }
    }
}

/// The most cells of a population in one period that are protected together, shown or not.
const MOST_CELLS: usize = 2_000_000;

/// Groups tables by the people they speak about, and leaves out those that cannot be protected together with the
/// others.
pub(super) fn populations(
    case: &Case<'_>,
    units: &BTreeMap<Unit, bool>,
    former: &BTreeSet<Unit>,
) -> (Vec<Population>, Vec<(Unit, Unfit)>) {
    let (catalogue, cubes) = (case.catalogue, case.cubes);
    let counts: BTreeSet<&MeasureKey> = units.keys().chain(former).map(|unit| &unit.count).collect();
    let shares = contained(catalogue, &counts);
    let mut group: BTreeMap<&MeasureKey, &MeasureKey> = counts.iter().map(|key| (*key, *key)).collect();
    for (part, whole) in &shares {
        let (from, to) = (group[part].max(group[whole]), group[part].min(group[whole]));
        group.values_mut().filter(|own| **own == from).for_each(|own| *own = to);
    }
    let (mut populations, mut left_out) = (Vec::new(), Vec::new());
    for head in group.values().copied().collect::<BTreeSet<_>>() {
        let measures: Vec<MeasureKey> =
            counts.iter().filter(|key| group[**key] == head).map(|key| (*key).clone()).collect();
        let own: Vec<(&Unit, bool)> =
            units.iter().filter(|(unit, _)| measures.contains(&unit.count)).map(|(unit, core)| (unit, *core)).collect();
        let before: BTreeSet<Unit> = former.iter().filter(|unit| measures.contains(&unit.count)).cloned().collect();
        let fit = fitting(catalogue, cubes, &measures, (own, &before), &mut left_out);
        let Fitting { units, levels, divisions, variables } = fit;
        let merged = units.keys().filter_map(|unit| Some((unit.clone(), merged(case, unit)?))).collect();
        let own = named(catalogue, measures, (units, before), levels, divisions, variables);
        populations.push(Population { merged, ..own });
    }
    (populations, left_out)
}

/// A population with everything that follows from the definitions.
pub(super) fn named(
    catalogue: &Catalogue,
    measures: Vec<MeasureKey>,
    (units, former): (BTreeMap<Unit, bool>, BTreeSet<Unit>),
    levels: Vec<LevelName>,
    divisions: BTreeSet<LevelName>,
    variables: Vec<VariableName>,
) -> Population {
    let shares = contained(catalogue, &measures.iter().collect());
    let place = |key: &MeasureKey| measures.iter().position(|own| own == key);
    let parts = shares.iter().filter_map(|(part, whole)| Some((place(part)?, place(whole)?))).collect();
    let shared = shared(catalogue, &measures, &variables);
    let ring = ring(catalogue, &shares, &units.keys().chain(&former).collect());
    Population { measures, parts, units, former, variables, levels, divisions, shared, merged: BTreeMap::new(), ring }
}

/// Pairs of counts of which an indicator says that the first is part of the second.
fn contained<'a>(
    catalogue: &'a Catalogue,
    counts: &BTreeSet<&MeasureKey>,
) -> BTreeSet<(&'a MeasureKey, &'a MeasureKey)> {
    let share = |kind: &'a IndicatorKind| match kind {
        IndicatorKind::Share { numerator, denominator } => {
            let both = counts.contains(&numerator.measure) && counts.contains(&denominator.measure);
            let other = numerator.measure != denominator.measure && numerator.of == denominator.of;
            (both && other).then_some((&numerator.measure, &denominator.measure))
        }
        _ => None,
    };
    catalogue.indicators.iter().filter_map(|indicator| share(&indicator.kind)).collect()
}

/// What tables are about, for finding rings.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Attribute<'a> {
    Level(&'a LevelName),
    Variable(&'a VariableName),
    Part(&'a MeasureKey),
}

fn ring(
    catalogue: &Catalogue,
    shares: &BTreeSet<(&MeasureKey, &MeasureKey)>,
    units: &BTreeSet<&Unit>,
) -> Option<(BTreeSet<VariableName>, LevelName)> {
    let attributes = |unit: &'_ Unit| {
        let levels = upwards(catalogue, &unit.level).into_iter().map(|level| Attribute::Level(&level.name));
        let part = shares.iter().find(|(part, _)| **part == unit.count).map(|(part, _)| Attribute::Part(part));
        levels.chain(part).collect::<BTreeSet<_>>()
    };
    let sets: Vec<BTreeSet<Attribute<'_>>> = units
        .iter()
        .map(|unit| attributes(unit).into_iter().chain(unit.by.iter().map(Attribute::Variable)).collect())
        .collect();
    let joined: BTreeSet<Attribute<'_>> = acyclic::core(&sets).into_iter().flatten().collect();
    let variables = joined.iter().filter_map(|attribute| match attribute {
        Attribute::Variable(name) => Some((*name).clone()),
        _ => None,
    });
    let levels = joined.iter().filter_map(|attribute| match attribute {
        Attribute::Level(name) => Some(*name),
        _ => None,
    });
    // A ring of variables alone is one of the first level.
    let first = || catalogue.levels.iter().map(|level| &level.name).min_by_key(|level| upwards(catalogue, level).len());
    let deepest = levels.max_by_key(|level| upwards(catalogue, level).len()).or_else(first)?.clone();
    (!joined.is_empty()).then(|| (variables.collect(), deepest))
}

fn merged(case: &Case<'_>, unit: &Unit) -> Option<VariableName> {
    let fits = |own: &&Coarsening| own.measure == unit.count && own.level == unit.level && own.by.iter().eq(&unit.by);
    case.policy.coarsenings.iter().filter(fits).find_map(|own| match &own.how {
        How::Merge(variable) => Some(variable.clone()),
        How::UpALevel | How::Drop(_) => None,
    })
}

/// Categories of which a share among all is shown.
fn shared(
    catalogue: &Catalogue,
    measures: &[MeasureKey],
    variables: &[VariableName],
) -> BTreeSet<(VariableName, CategoryCode)> {
    let mut shared = BTreeSet::new();
    for indicator in &catalogue.indicators {
        if let IndicatorKind::Share { numerator, denominator } = &indicator.kind
            && measures.contains(&numerator.measure)
        {
            let own = numerator.of.iter().filter(|(name, _)| !denominator.of.contains_key(*name));
            shared.extend(own.filter(|(name, _)| variables.contains(name)).map(|(v, c)| (v.clone(), c.clone())));
        }
    }
    shared
}

/// What can be protected together.
#[derive(Default)]
struct Fitting {
    units: BTreeMap<Unit, bool>,
    levels: Vec<LevelName>,
    divisions: BTreeSet<LevelName>,
    variables: Vec<VariableName>,
}

/// Takes the tables in, those of earlier releases first, then those of core indicators, coarse ones before fine ones, as
/// long as their levels lie within each other, or are linked by smaller areas, and the product of all their categories
/// can be handled. If a table of an earlier release cannot be taken in, nothing more can be shown safely.
fn fitting(
    catalogue: &Catalogue,
    cubes: &BTreeMap<MeasureKey, Open<'_>>,
    measures: &[MeasureKey],
    (units, former): (Vec<(&Unit, bool)>, &BTreeSet<Unit>),
    left_out: &mut Vec<(Unit, Unfit)>,
) -> Fitting {
    let depth = |level: &LevelName| upwards(catalogue, level).len();
    let now = units.iter().map(|(unit, core)| (*unit, *core, false));
    let mut all: Vec<(&Unit, bool, bool)> = former.iter().map(|unit| (unit, false, true)).chain(now).collect();
    all.sort_by_key(|(unit, core, former)| (!former, !core, depth(&unit.level), unit.by.len(), *unit));
    let mut fit = Fitting::default();
    for (unit, core, former) in all {
        if cubes.get(&unit.count).is_none_or(|open| open.columns(&unit.by).is_none()) {
            continue;
        }
        match with_unit(catalogue, cubes, measures, &fit, unit) {
            Ok((levels, divisions, variables)) => {
                (fit.levels, fit.divisions, fit.variables) = (levels, divisions, variables);
                if !former {
                    fit.units.insert(unit.clone(), core);
                }
            }
            Err(unfit) if former => {
                left_out.extend(units.iter().map(|(unit, _)| ((*unit).clone(), unfit)));
                return Fitting::default();
            }
            Err(unfit) => left_out.push((unit.clone(), unfit)),
        }
    }
    fit.levels.sort_by_key(depth);
    fit
}

type Extent = (Vec<LevelName>, BTreeSet<LevelName>, Vec<VariableName>);

/// Levels, divisions and variables with one table more, if it can be protected together with them.
fn with_unit(
    catalogue: &Catalogue,
    cubes: &BTreeMap<MeasureKey, Open<'_>>,
    measures: &[MeasureKey],
    fit: &Fitting,
    unit: &Unit,
) -> Result<Extent, Unfit> {
    let extent = with_level(catalogue, cubes, measures, fit, &unit.level);
    let (levels, divisions) = extent.ok_or(Unfit::Overlaps)?;
    let variables: BTreeSet<VariableName> = fit.variables.iter().chain(&unit.by).cloned().collect();
    let areas = catalogue.areas.iter().filter(|area| levels.contains(&area.level) || divisions.contains(&area.level));
    let slots = |name: &VariableName| catalogue.variables.get(name).map_or(1, |variable| variable.categories.len() + 2);
    // Rests and complements come on top; a rough bound is enough here.
    let sizes = variables.iter().map(slots).chain([areas.count() + 1, 3 * measures.len()]);
    let cells = sizes.into_iter().try_fold(1usize, usize::checked_mul);
    cells.filter(|cells| *cells <= MOST_CELLS).ok_or(Unfit::TooLarge)?;
    Ok((levels, divisions, variables.into_iter().collect()))
}

/// The levels and divisions with one level more, if it can be protected together with them.
fn with_level(
    catalogue: &Catalogue,
    cubes: &BTreeMap<MeasureKey, Open<'_>>,
    measures: &[MeasureKey],
    fit: &Fitting,
    level: &LevelName,
) -> Option<(Vec<LevelName>, BTreeSet<LevelName>)> {
    let (mut levels, mut divisions) = (fit.levels.clone(), fit.divisions.clone());
    if levels.contains(level) || divisions.contains(level) {
        return Some((levels, divisions));
    }
    let fits = levels.iter().all(|own| nested(catalogue, own, level));
    // The link must stay the deepest level: its areas are what everything is made of.
    let deepest =
        |level: &LevelName| levels.iter().all(|own| upwards(catalogue, level).iter().any(|up| up.name == *own));
    if fits && (divisions.is_empty() || !deepest(level)) {
        levels.push(level.clone());
        return Some((levels, divisions));
    }
    let link = link(catalogue, level).filter(|link| deepest(link))?;
    let known = |key: &MeasureKey| cubes.get(key).is_some_and(|open| open.knows_level(&link));
    let linked = divisions.iter().all(|own| self::link(catalogue, own).as_ref() == Some(&link));
    if !linked || !measures.iter().all(known) {
        return None;
    }
    if !levels.contains(&link) {
        levels.push(link);
    }
    divisions.insert(level.clone());
    Some((levels, divisions))
}

/// The level whose areas say in which area of another division they lie.
fn link(catalogue: &Catalogue, division: &LevelName) -> Option<LevelName> {
    let lies = |area: &&catalogue::model::Area| {
        area.also_in.iter().any(|code| catalogue.area(code).is_some_and(|other| other.level == *division))
    };
    catalogue.areas.iter().find(lies).map(|area| area.level.clone())
}

/// A level and those above it, from the level itself upwards.
pub(super) fn upwards<'a>(catalogue: &'a Catalogue, level: &LevelName) -> Vec<&'a AreaLevel> {
    let find = |name: &LevelName| catalogue.levels.iter().find(|level| level.name == *name);
    let mut found = Vec::new();
    let mut next = find(level);
    while let Some(level) = next {
        found.push(level);
        next = level.parent.as_ref().and_then(find).filter(|_| found.len() < catalogue.levels.len());
    }
    found
}

/// Whether one of two levels lies within the other.
fn nested(catalogue: &Catalogue, one: &LevelName, other: &LevelName) -> bool {
    let within = |one, other: &LevelName| upwards(catalogue, one).iter().any(|level| level.name == *other);
    within(one, other) || within(other, one)
}
