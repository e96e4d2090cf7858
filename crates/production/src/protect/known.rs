//! A population as it was delivered for a period, and which sums it does not keep.

use std::collections::BTreeMap;

use catalogue::{Catalogue, Period, names::MeasureKey};
use disclosure::Mistake;

use super::{
    layout::{self, Layout, Rests, area_parents, areas, category_parents, slots},
    open::Open,
    population::Population,
};
use crate::cube::Place;

/// Counts of a population as they were delivered.
pub(super) struct Known<'a> {
    pub(super) catalogue: &'a Catalogue,
    pub(super) population: &'a Population,
    pub(super) cubes: &'a BTreeMap<MeasureKey, Open<'a>>,
    pub(super) period: Period,
    /// All counts are whole numbers of units of 10^-decimals.
    pub(super) decimals: u8,
}

impl Known<'_> {
    pub(super) fn open(&self, measure: usize) -> Option<&Open<'_>> {
        self.cubes.get(&self.population.measures[measure])
    }

    /// The place of a cell in the cube of its measure; none if that has no such variable or period.
    pub(super) fn place(&self, measure: usize, area: usize, slots: &[usize]) -> Option<Place> {
        let axes = self.open(measure)?.axes();
        let period = axes.periods.iter().position(|own| *own == self.period)?;
        let mut own = vec![0; axes.variables.len()];
        for (name, slot) in self.population.variables.iter().zip(slots).filter(|(_, slot)| **slot > 0) {
            own[axes.variables.iter().position(|other| other == name)?] = *slot;
        }
        Some(Place { area, period, slots: own })
    }

    /// A count, if it is known.
    pub(super) fn count(&self, measure: usize, area: usize, slots: &[usize]) -> Option<i64> {
        let open = self.open(measure)?;
        let count = open.known(&self.place(measure, area, slots)?)?;
        let scale = 10_i128.pow(u32::from(self.decimals.saturating_sub(open.decimals)));
        i64::try_from(count.checked_mul(scale)?).ok()
    }

    /// Whether a cell arrived withheld.
    pub(super) fn is_starred(&self, measure: usize, area: usize, slots: &[usize]) -> bool {
        let place = self.place(measure, area, slots);
        place.is_some_and(|place| self.open(measure).is_some_and(|open| open.is_starred(&place)))
    }
}

/// Lays out what was delivered.
///
/// # Errors
/// Parts of parts that cannot be told apart, or too many cells.
pub(super) fn lay_out(known: &Known<'_>) -> Result<Layout, Mistake> {
    layout::layout(known.catalogue, known.population, known.period, &rests(known), |meaning| {
        let place = known.place(meaning.measure, meaning.area, meaning.slots);
        place.is_some_and(|place| known.open(meaning.measure).is_some_and(|open| open.is_told(&place)))
    })
}

/// Which wholes are not filled by their parts, on the axis of areas and those of variables.
fn rests(known: &Known<'_>) -> Rests {
    let areas = areas(known.catalogue, known.population, known.period);
    let slots = slots(known.catalogue, known.population);
    let mut rests = vec![of_areas(known, &areas, &slots)];
    rests.extend((0..slots.len()).map(|axis| of_variable(known, axis, &areas, &slots)));
    rests
}

fn of_areas(known: &Known<'_>, areas: &[usize], slots: &[usize]) -> Vec<(usize, bool)> {
    let mut misses = Misses::new(areas.len());
    let wholes = kids_of(&area_parents(known.catalogue, areas));
    for measure in 0..known.population.measures.len() {
        for group in products(slots) {
            for (whole, kids) in &wholes {
                misses.note(*whole, kids, |node| known.count(measure, areas[node], &group));
            }
        }
    }
    misses.rests(is_exact(known))
}

fn of_variable(known: &Known<'_>, axis: usize, areas: &[usize], slots: &[usize]) -> Vec<(usize, bool)> {
    let wholes = kids_of(&category_parents(known.catalogue, known.population, axis));
    let mut misses = Misses::new(slots[axis]);
    let rest_of: Vec<usize> =
        slots.iter().enumerate().map(|(other, size)| if other == axis { 1 } else { *size }).collect();
    for measure in 0..known.population.measures.len() {
        for group in products(&rest_of) {
            for area in areas {
                for (whole, kids) in &wholes {
                    misses.note(*whole, kids, |slot| {
                        let mut group = group.clone();
                        group[axis] = slot;
                        known.count(measure, *area, &group)
                    });
                }
            }
        }
    }
    misses.rests(is_exact(known))
}

/// The parts of each whole.
fn kids_of(parents: &[Option<usize>]) -> BTreeMap<usize, Vec<usize>> {
    let mut kids: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (node, parent) in parents.iter().enumerate() {
        if let Some(parent) = parent {
            kids.entry(*parent).or_default().push(node);
        }
    }
    kids
}

/// All combinations of slots.
fn products(sizes: &[usize]) -> Vec<Vec<usize>> {
    sizes.iter().fold(vec![Vec::new()], |groups, size| {
        groups
            .iter()
            .flat_map(|group| (0..*size).map(move |slot| group.iter().copied().chain([slot]).collect()))
            .collect()
    })
}

/// Whether sums hold exactly: not if a deliverer has rounded or added noise.
fn is_exact(known: &Known<'_>) -> bool {
    known.population.measures.iter().all(|key| {
        let delivered = known.catalogue.sources.get(&key.source).and_then(|source| source.delivered.as_ref());
        delivered.is_none_or(|delivered| delivered.rounded_to.is_none() && delivered.noise.is_none())
    })
}

/// What wholes have that their parts have not.
struct Misses {
    /// For each node whether its parts fail to add up, and whether they exceed it.
    found: Vec<(bool, bool)>,
}

impl Misses {
    fn new(nodes: usize) -> Misses {
        Misses { found: vec![(false, false); nodes] }
    }

    fn note(&mut self, whole: usize, parts: &[usize], count: impl Fn(usize) -> Option<i64>) {
        let Some(sum) = count(whole) else { return };
        let mut rest = sum;
        let mut all = true;
        for part in parts {
            match count(*part) {
                Some(count) => rest -= count,
                None => all = false,
            }
        }
        // Where no part is known at all, nothing is said about the sum.
        if all {
            self.found[whole].0 |= rest != 0;
            self.found[whole].1 |= rest < 0;
        }
    }

    /// The wholes that their parts do not fill, and whether what they leave may be negative.
    fn rests(&self, exact: bool) -> Vec<(usize, bool)> {
        let wholes = self.found.iter().enumerate().filter(|(_, (misses, _))| *misses);
        wholes.map(|(whole, (_, exceeds))| (whole, *exceeds || !exact)).collect()
    }
}
