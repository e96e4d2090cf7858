//! Sources that are protected by noise or by rounding: other numbers in place of the counted ones.
//!
//! Nothing is withheld here, and nothing that is perturbed stands beside suppression: such a count is a population of
//! its own.

use std::collections::HashMap;

use catalogue::{
    Period,
    model::Audience,
    names::MeasureKey,
    policy::{Method, Noise},
};
use disclosure::{
    noise::{Design, Secret, Table},
    rounding::{Margins, nearest, small_counts},
};

use super::{
    known::{Known, lay_out},
    layout::Layout,
    population::Population,
    suppress::{Case, known},
};
use crate::ledger;

/// The numbers that one audience sees of one population and period, by cell of its layout.
pub(super) struct Perturbed {
    pub(super) audience: Audience,
    pub(super) period: Period,
    pub(super) layout: Layout,
    pub(super) numbers: HashMap<usize, i64>,
}

/// Why a source cannot be perturbed.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum NoNoise {
    /// There is no secret, or one that is too short.
    NoSecret,
    /// There is no such distribution of the noise.
    Infeasible,
}

impl NoNoise {
    pub(super) fn rule(self) -> &'static str {
        match self {
            NoNoise::NoSecret => "policy-no-secret",
            NoNoise::Infeasible => "policy-noise-infeasible",
        }
    }
}

/// The perturbation table of a policy's noise.
pub(super) fn table(noise: &Noise) -> Result<Table, NoNoise> {
    let design = Design { bound: noise.bound, variance: noise.variance, barred: noise.no_results_up_to, stay: None };
    Table::maximum_entropy(&design).map_err(|_| NoNoise::Infeasible)
}

/// Perturbs one count in all periods for one audience.
pub(super) fn perturb(
    case: &Case<'_>,
    population: &Population,
    audience: Audience,
    secret: Option<&[u8]>,
) -> Result<Vec<Perturbed>, NoNoise> {
    let Some(key) = population.measures.first() else { return Ok(Vec::new()) };
    let method = case.policy.rules(&key.source, audience).method;
    let made = match &method {
        Method::CellKey(noise) => {
            let secret = Secret::new(secret.unwrap_or_default()).map_err(|_| NoNoise::NoSecret)?;
            Some((secret, table(noise)?))
        }
        _ => None,
    };
    let periods = case.cubes.get(key).map(|open| open.axes().periods.clone()).unwrap_or_default();
    let mut all = Vec::new();
    for period in periods {
        let known = known(case, population, period);
        let Ok(layout) = lay_out(&known) else { continue };
        let shown: Vec<(usize, u64, String)> = (0..layout.program.len())
            .filter(|cell| layout.program.is_shown(*cell))
            .filter_map(|cell| {
                let nodes = layout.program.nodes(cell);
                let meaning = layout.meaning(&nodes)?;
                let count = known.count(meaning.measure, meaning.area, meaning.slots)?;
                let group = super::layout::named(case.catalogue, &population.variables, meaning.slots);
                // Neither the year nor the table is in the name, so that noise is stable over the years.
                let name = format!("{key}|{}|{group}", case.catalogue.areas[meaning.area].code);
                Some((cell, u64::try_from(count).ok()?, name))
            })
            .collect();
        let numbers = match (&made, &method) {
            (Some((secret, table)), _) => noisy(case, &layout, &known, secret, table, &shown),
            (None, Method::Rounding { base }) => rounded(&layout, &shown, *base),
            (None, _) => HashMap::new(),
        };
        all.push(Perturbed { audience, period, layout, numbers });
    }
    Ok(all)
}

/// Noise by cell keys. The key of a sum is the sum of the keys of the finest cells that were delivered below it.
fn noisy(
    case: &Case<'_>,
    layout: &Layout,
    known: &Known<'_>,
    secret: &Secret,
    table: &Table,
    shown: &[(usize, u64, String)],
) -> HashMap<usize, i64> {
    let mut inner = Vec::new();
    for cell in (0..layout.program.len()).filter(|cell| layout.program.is_inner(*cell)) {
        let nodes = layout.program.nodes(cell);
        let Some(meaning) = layout.meaning(&nodes) else { continue };
        let count =
            known.count(meaning.measure, meaning.area, meaning.slots).and_then(|count| u64::try_from(count).ok());
        let group = super::layout::named(case.catalogue, &known.population.variables, meaning.slots);
        let measure = &known.population.measures[meaning.measure];
        let name = format!("{measure}|{}|{group}", case.catalogue.areas[meaning.area].code);
        inner.push((cell, secret.inner_key(name.as_bytes(), count.unwrap_or(0))));
    }
    let keys = layout.program.sum_keys(inner);
    let number = |(cell, count, name): &(usize, u64, String)| {
        // Where no finer cell is known, the cell itself is the finest.
        let key = match keys.get(*cell).copied() {
            Some(0) | None => secret.inner_key(name.as_bytes(), *count),
            Some(key) => key,
        };
        (*cell, i64::try_from(table.perturbed(*count, key)).unwrap_or(i64::MAX))
    };
    shown.iter().map(number).collect()
}

/// Small inner counts are rounded so that all tables still add up; what is shown of them is their sums. Where the inner
/// cells are not all known, each shown count is rounded by itself.
fn rounded(layout: &Layout, shown: &[(usize, u64, String)], base: u32) -> HashMap<usize, i64> {
    let by_cell: HashMap<usize, u64> = shown.iter().map(|(cell, count, _)| (*cell, *count)).collect();
    let inner: Vec<usize> = (0..layout.program.len()).filter(|cell| layout.program.is_inner(*cell)).collect();
    let alone = || shown.iter().map(|(cell, count, _)| (*cell, nearest(*count, base) as i64)).collect();
    if !inner.iter().all(|cell| by_cell.contains_key(cell)) {
        return alone();
    }
    let counts: Vec<u64> = inner.iter().map(|cell| by_cell[cell]).collect();
    let mut margins: HashMap<usize, Vec<u32>> = HashMap::new();
    for (place, cell) in inner.iter().enumerate() {
        for above in layout.program.sums_of(*cell).filter(|above| by_cell.contains_key(above)) {
            margins.entry(above).or_default().push(place as u32);
        }
    }
    // In the order of the cells, so that the search is the same each time.
    let ordered: std::collections::BTreeMap<usize, Vec<u32>> = margins.into_iter().collect();
    let Ok(rounded) = small_counts(&counts, &Margins::new(ordered.values().cloned()), base) else { return alone() };
    let sums = layout.program.add_up(inner.iter().zip(&rounded).map(|(cell, count)| (*cell, *count as i64)));
    match sums {
        Ok(sums) => shown.iter().map(|(cell, _, _)| (*cell, sums[*cell])).collect(),
        Err(_) => alone(),
    }
}

/// Names of what an audience sees, for the ledger.
pub(super) fn entries(case: &Case<'_>, population: &Population, perturbed: &Perturbed, entry: &mut ledger::Entry) {
    let mut cells: Vec<_> = perturbed.numbers.iter().collect();
    cells.sort_unstable();
    for (cell, number) in cells {
        let nodes = perturbed.layout.program.nodes(*cell);
        if let Some(meaning) = perturbed.layout.meaning(&nodes) {
            let group = super::layout::named(case.catalogue, &population.variables, meaning.slots);
            let key: &MeasureKey = &population.measures[meaning.measure];
            let name = ledger::name_of(case.catalogue, key, perturbed.period, meaning.area, &group);
            entry.add(perturbed.audience, &name, ledger::Known::Published(*number));
        }
    }
}
