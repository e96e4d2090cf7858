//! Indices over small areas, computed from the counts themselves and released by a rule of their own.
//!
//! The index of dissimilarity sums over areas whose counts may be withheld. It is computed here, and released with as
//! many decimals as keep every proof: for each sensitive cell there must be a table that agrees with all that is
//! published, the index included. Duncan and Duncan (1955).

use std::collections::{BTreeMap, BTreeSet};

use catalogue::{
    Catalogue, Period,
    model::{Area, Indicator, IndicatorKind, Quantity},
    names::{LevelName, MeasureKey, VariableName},
};
use disclosure::Certificate;
use release::{Mark, Number, Observation, Row, Table, TableKey};

use super::{
    layout::AREAS,
    suppress::{Case, Decided, Ground, Shown},
};

/// An index as it is asked for.
struct Wanted<'a> {
    indicator: &'a Indicator,
    group: &'a Quantity,
    reference: &'a Quantity,
    across: &'a LevelName,
    by: &'a [VariableName],
}

/// For each sensitive cell of a ground the proofs that still hold, with all indices released so far.
pub(super) struct Holding {
    certificates: Vec<bool>,
    needed: Vec<(usize, Vec<usize>)>,
}

impl Holding {
    fn new(ground: &Ground, shown: &Shown) -> Holding {
        let changes: Vec<Vec<(usize, i64)>> = shown
            .protected
            .certificates()
            .iter()
            .map(|certificate| certificate.changes_everywhere(&ground.layout.program))
            .collect();
        let minimum = i64::from(shown.policy.minimum);
        // For each sensitive cell how much must be added, and the proofs that add it: each proof touches few cells.
        let mut needed: BTreeMap<usize, (i64, Vec<usize>)> = BTreeMap::new();
        for cell in 0..ground.counts.len() {
            let small = shown.program.is_shown(cell) && (1..minimum).contains(&ground.counts[cell]);
            let target = shown.year.targets.get(cell).copied().unwrap_or(0).max(if small { minimum } else { 0 });
            if target > ground.counts[cell] && !shown.year.given[cell] {
                needed.insert(cell, (target - ground.counts[cell], Vec::new()));
            }
        }
        for (place, changes) in changes.iter().enumerate() {
            let denominator = shown.protected.certificates()[place].denominator;
            for (cell, change) in changes {
                match needed.get_mut(cell) {
                    Some((least, lifts)) if *change >= *least * denominator => lifts.push(place),
                    _ => {}
                }
            }
        }
        let needed = needed.into_iter().map(|(cell, (_, lifts))| (cell, lifts)).collect();
        Holding { certificates: vec![true; changes.len()], needed }
    }

    /// Takes those proofs away that a figure would break, if the others suffice.
    fn keep(&mut self, holds: impl Fn(usize) -> bool) -> bool {
        let kept: Vec<bool> = self.certificates.iter().enumerate().map(|(at, before)| *before && holds(at)).collect();
        let enough = self.needed.iter().all(|(_, lifts)| lifts.iter().any(|lift| kept[*lift]));
        if enough {
            self.certificates = kept;
        }
        enough
    }
}

/// The tables of all indices for one audience; `audience` is the place in the policy's chain.
pub(super) fn tables(case: &Case<'_>, grounds: &[Ground], audience: usize) -> Vec<Table> {
    let is_index = |indicator: &Indicator| matches!(indicator.kind, IndicatorKind::Dissimilarity { .. });
    if !case.catalogue.indicators.iter().any(is_index) {
        return Vec::new();
    }
    let mut holding: Vec<Option<Holding>> = grounds
        .iter()
        .map(|ground| match ground.decided.get(audience) {
            Some((_, Decided::Withheld(shown))) if !shown.protected.certificates().is_empty() => {
                Some(Holding::new(ground, shown))
            }
            _ => None,
        })
        .collect();
    let mut tables = Vec::new();
    for indicator in &case.catalogue.indicators {
        let IndicatorKind::Dissimilarity { group, reference, across } = &indicator.kind else { continue };
        let breakdowns = std::iter::once(&[][..]).chain(indicator.breakdowns.iter().map(Vec::as_slice));
        for by in breakdowns {
            let wanted = Wanted { indicator, group, reference, across, by };
            tables.extend(table(case, grounds, &mut holding, audience, &wanted));
        }
    }
    tables
}

/// The measure under which an index is released.
pub(super) fn key(indicator: &Indicator, group: &Quantity, by: &[VariableName]) -> Option<TableKey> {
    let measure =
        MeasureKey { source: group.measure.source.clone(), measure: format!("index-{}", indicator.name).parse().ok()? };
    let by: BTreeSet<VariableName> = by.iter().cloned().collect();
    Some(TableKey { measure, by: by.into_iter().collect() })
}

fn table(
    case: &Case<'_>,
    grounds: &[Ground],
    holding: &mut [Option<Holding>],
    audience: usize,
    wanted: &Wanted<'_>,
) -> Option<Table> {
    let key = key(wanted.indicator, wanted.group, wanted.by)?;
    let open = case.cubes.get(&wanted.group.measure)?;
    let mut rows = Vec::new();
    for group in groups(case.catalogue, &key.by) {
        for area in
            case.catalogue.areas.iter().filter(|area| wanted.indicator.levels.contains(&area.level) && !area.residue)
        {
            for period in &open.axes().periods {
                let parts = case.catalogue.parts_of(area, wanted.across, *period);
                let places: Vec<usize> = parts.map(|(place, _)| place).collect();
                let observation = observation(case, grounds, holding, audience, wanted, &group, area, &places, *period);
                if let Some(observation) = observation {
                    let categories = key.by.iter().zip(&group).map(|(name, slot)| {
                        let place = slot.checked_sub(1)?;
                        Some(case.catalogue.variables.get(name)?.categories.get(place)?.code.clone())
                    });
                    rows.push(Row {
                        area: area.code.clone(),
                        period: *period,
                        categories: categories.collect(),
                        observation,
                    });
                }
            }
        }
    }
    rows.sort_by(|a, b| (&a.area, a.period, &a.categories).cmp(&(&b.area, b.period, &b.categories)));
    (!rows.is_empty()).then_some(Table { key, rows })
}

/// All groups of a breakdown as slots of its variables.
fn groups(catalogue: &Catalogue, by: &[VariableName]) -> Vec<Vec<usize>> {
    by.iter().fold(vec![Vec::new()], |groups, name| {
        let slots = 1 + catalogue.variables.get(name).map_or(0, |variable| variable.categories.len());
        groups
            .iter()
            .flat_map(|group| (0..slots).map(move |slot| group.iter().copied().chain([slot]).collect()))
            .collect()
    })
}

#[allow(clippy::too_many_arguments, reason = "one figure has that many coordinates")]
fn observation(
    case: &Case<'_>,
    grounds: &[Ground],
    holding: &mut [Option<Holding>],
    audience: usize,
    wanted: &Wanted<'_>,
    group: &[usize],
    area: &Area,
    places: &[usize],
    period: Period,
) -> Option<Observation> {
    let owns = |ground: &Ground| ground.period == period && ground.population.measures.contains(&wanted.group.measure);
    let at = grounds.iter().position(owns);
    let counts = |quantity: &Quantity, place: usize| count(case, quantity, wanted.by, group, place, period);
    let pairs: Option<Vec<(i64, i64)>> =
        places.iter().map(|place| Some((counts(wanted.group, *place)?, counts(wanted.reference, *place)?))).collect();
    let pairs = pairs?;
    let Some(index) = dissimilarity(&pairs).filter(|_| pairs.len() > 1) else { return Some(Observation::Senseless) };
    let total = |pick: fn(&(i64, i64)) -> i64| pairs.iter().map(pick).sum::<i64>();
    let least = i64::from(wanted.indicator.reliable_minimum);
    let mark = if total(|pair| pair.0) < least || total(|pair| pair.1) < least { Mark::Uncertain } else { Mark::None };
    let value =
        |decimals: u8| Observation::Value { number: Number { scaled: rounded(index, decimals), decimals }, mark };
    // Without a ground the source is public, or protected by noise, which the counts above do not have.
    let Some(at) = at else {
        let public = case
            .catalogue
            .sources
            .get(&wanted.group.measure.source)
            .is_some_and(|source| source.protection == catalogue::model::Protection::AlreadyPublic);
        return Some(if public { value(wanted.indicator.decimals) } else { Observation::Withheld });
    };
    let (ground, shown) = match grounds[at].decided.get(audience) {
        Some((_, Decided::Withheld(shown))) => (&grounds[at], shown),
        _ => return Some(Observation::Withheld),
    };
    if whole_is_withheld(case, ground, shown, wanted, group, area) {
        return Some(Observation::Withheld);
    }
    let cells = |quantity: &Quantity| -> Vec<Option<usize>> {
        places.iter().map(|place| cell(case, ground, quantity, wanted.by, group, *place)).collect()
    };
    let (of_group, of_reference) = (cells(wanted.group), cells(wanted.reference));
    let alternative = |certificate: &Certificate| {
        let changes = certificate.changes_everywhere(&ground.layout.program);
        let change = |cell: &Option<usize>| {
            let cell = (*cell)?;
            changes.binary_search_by_key(&cell, |(at, _)| *at).ok().map(|at| changes[at].1)
        };
        let denominator = certificate.denominator;
        let scaled = |count: i64, cell: &Option<usize>| count * denominator + change(cell).unwrap_or(0);
        let both = pairs.iter().zip(of_group.iter().zip(&of_reference));
        let other: Vec<(i64, i64)> = both.map(|((a, b), (of_a, of_b))| (scaled(*a, of_a), scaled(*b, of_b))).collect();
        dissimilarity(&other)
    };
    let others: Vec<Option<f64>> = shown.protected.certificates().iter().map(alternative).collect();
    for decimals in (0..=wanted.indicator.decimals).rev() {
        let same = |at: usize| others[at].is_some_and(|other| rounded(other, decimals) == rounded(index, decimals));
        if holding[at].as_mut().is_none_or(|holding| holding.keep(same)) {
            return Some(value(decimals));
        }
    }
    Some(Observation::Withheld)
}

/// Whether the audience does not even see how many people the index is about.
fn whole_is_withheld(
    case: &Case<'_>,
    ground: &Ground,
    shown: &Shown,
    wanted: &Wanted<'_>,
    group: &[usize],
    area: &Area,
) -> bool {
    let Some(place) = case.catalogue.areas.iter().position(|other| other.code == area.code) else { return true };
    [wanted.group, wanted.reference].into_iter().any(|quantity| {
        cell(case, ground, quantity, wanted.by, group, place)
            .is_none_or(|cell| !shown.program.is_shown(cell) || shown.withheld[cell])
    })
}

/// The slots of a quantity and a group, for these variables.
fn slots(
    case: &Case<'_>,
    quantity: &Quantity,
    by: &[VariableName],
    group: &[usize],
    variables: &[VariableName],
) -> Option<Vec<usize>> {
    let sorted: BTreeSet<&VariableName> = by.iter().collect();
    let mut slots = vec![0; variables.len()];
    for (name, slot) in sorted.into_iter().zip(group).filter(|(_, slot)| **slot > 0) {
        slots[variables.iter().position(|own| own == name)?] = *slot;
    }
    for (name, code) in &quantity.of {
        let categories = &case.catalogue.variables.get(name)?.categories;
        slots[variables.iter().position(|own| own == name)?] =
            1 + categories.iter().position(|own| own.code == *code)?;
    }
    Some(slots)
}

fn count(
    case: &Case<'_>,
    quantity: &Quantity,
    by: &[VariableName],
    group: &[usize],
    area: usize,
    period: Period,
) -> Option<i64> {
    let open = case.cubes.get(&quantity.measure)?;
    let axes = open.axes();
    let slots = slots(case, quantity, by, group, &axes.variables)?;
    let period = axes.periods.iter().position(|own| *own == period)?;
    i64::try_from(open.known(&crate::cube::Place { area, period, slots })?).ok()
}

fn cell(
    case: &Case<'_>,
    ground: &Ground,
    quantity: &Quantity,
    by: &[VariableName],
    group: &[usize],
    area: usize,
) -> Option<usize> {
    let measure = ground.population.measures.iter().position(|own| *own == quantity.measure)?;
    let slots = slots(case, quantity, by, group, &ground.population.variables)?;
    let mut nodes = vec![ground.layout.measures[measure], ground.layout.node_of(area)?];
    debug_assert_eq!(nodes.len(), AREAS + 1);
    nodes.extend(slots);
    ground.layout.program.cell(&nodes)
}

/// 50 · Σ |a/A − b/B|, in per cent; none without people.
fn dissimilarity(pairs: &[(i64, i64)]) -> Option<f64> {
    let all = pairs.iter().map(|pair| pair.0).sum::<i64>() as f64;
    let others = pairs.iter().map(|pair| pair.1).sum::<i64>() as f64;
    let sum = || pairs.iter().map(|(a, b)| (*a as f64 / all - *b as f64 / others).abs()).sum::<f64>();
    (all > 0.0 && others > 0.0).then(|| 50.0 * sum())
}

fn rounded(value: f64, decimals: u8) -> i64 {
    (value * 10_f64.powi(i32::from(decimals))).round() as i64
}
