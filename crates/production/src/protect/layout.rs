//! The cells of a population in one period: parts × areas × variables.
//!
//! Every sum that is known to hold becomes a relation between nodes. Where the parts of a whole do not add up to it,
//! because some are not told or overlap, a leaf that is never shown takes the rest.

use std::collections::{BTreeMap, BTreeSet};

use catalogue::{
    Catalogue, Period,
    names::{AreaCode, MeasureKey, VariableName},
};
use disclosure::{Dimension, Mistake, Program};

use super::{
    open::{Open, parts},
    population::{Population, Unit},
};
use crate::cube::{Place, exists};

/// What the cells of a population stand for.
pub(super) struct Layout {
    pub(super) program: Program,
    /// The node of each measure on the first axis.
    pub(super) measures: Vec<usize>,
    /// Who is in the whole and not in the part: measure of the part, of the whole, node.
    pub(super) complements: Vec<(usize, usize, usize)>,
    /// The own leaf of each measure on the first axis: the measure itself, or what its parts leave of it.
    pub(super) own: Vec<usize>,
    /// The direct parts of each measure.
    pub(super) parts: Vec<Vec<usize>>,
    /// The nodes of the second axis that are areas, as places in the catalogue; rests follow.
    pub(super) areas: Vec<usize>,
    /// Areas of other divisions, as places in the catalogue; their nodes follow the rests.
    pub(super) divisions: Vec<usize>,
    /// The trees of the axes after the first: areas, then variables.
    pub(super) trees: Vec<Tree>,
    /// Extras on the axes of variables: the whole, a category and all others of the whole.
    pub(super) others: Vec<Vec<(usize, usize, usize)>>,
    /// How many slots each variable has; nodes from there on are rests and extras.
    pub(super) slots: Vec<usize>,
}

/// Nodes of an axis, rests last.
pub(super) struct Tree {
    /// The whole that each node is part of.
    pub(super) parents: Vec<Option<usize>>,
    /// Wholes and the leaves that take what their parts leave of them.
    pub(super) rests: Vec<(usize, usize)>,
    /// Rests that may be negative.
    pub(super) free: Vec<usize>,
}

impl Tree {
    fn new(mut parents: Vec<Option<usize>>, misses: Misses, exact: bool) -> Tree {
        let nodes = parents.len();
        let wholes = misses.found.iter().enumerate().filter(|(_, (misses, _))| *misses);
        let rests: Vec<(usize, usize)> = wholes.enumerate().map(|(place, (whole, _))| (whole, nodes + place)).collect();
        let free = rests.iter().filter(|(whole, _)| misses.found[*whole].1 || !exact).map(|(_, rest)| *rest).collect();
        parents.extend(rests.iter().map(|(whole, _)| Some(*whole)));
        Tree { parents, rests, free }
    }

    pub(super) fn dimension(&self, extras: &[Vec<usize>]) -> Result<Dimension, Mistake> {
        Dimension::new(&self.parents, extras)?.with_free(&self.free)
    }
}

/// What a cell stands for.
pub(super) struct Meaning<'a> {
    /// The measure, as a place in the population.
    pub(super) measure: usize,
    /// The area, as a place in the catalogue.
    pub(super) area: usize,
    /// For each variable of the population its slot.
    pub(super) slots: &'a [usize],
}

/// The axis of areas; measures come before, variables after.
pub(super) const AREAS: usize = 1;

impl Layout {
    /// What a cell with these nodes stands for; none for rests and complements.
    pub(super) fn meaning<'a>(&self, nodes: &'a [usize]) -> Option<Meaning<'a>> {
        let measure = self.measures.iter().position(|node| *node == nodes[0])?;
        let node = nodes[AREAS];
        let of_division = || self.divisions.get(node.checked_sub(self.trees[0].parents.len())?);
        let area = *self.areas.get(node).or_else(of_division)?;
        let slots = &nodes[AREAS + 1..];
        slots.iter().zip(&self.slots).all(|(slot, size)| slot < size).then_some(Meaning { measure, area, slots })
    }
}

impl Layout {
    /// The node of an area, given as its place in the catalogue.
    pub(super) fn node_of(&self, area: usize) -> Option<usize> {
        let division = || self.divisions.iter().position(|own| *own == area);
        let after = self.trees[0].parents.len();
        self.areas.binary_search(&area).ok().or_else(|| division().map(|place| after + place))
    }
}

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
}

impl Known<'_> {
    /// Whether a cell arrived withheld.
    pub(super) fn is_starred(&self, measure: usize, area: usize, slots: &[usize]) -> bool {
        let place = self.place(measure, area, slots);
        place.is_some_and(|place| self.open(measure).is_some_and(|open| open.is_starred(&place)))
    }
}

/// Lays out a population in one period.
///
/// # Errors
/// Parts of parts that cannot be told apart, or too many cells.
pub(super) fn layout(known: &Known<'_>) -> Result<Layout, Mistake> {
    let (measures, own, direct, complements, of_measures) = measure_axis(known.population)?;
    let areas = areas(known);
    let slots: Vec<usize> = known
        .population
        .variables
        .iter()
        .map(|name| 1 + known.catalogue.variables.get(name).map_or(0, |variable| variable.categories.len()))
        .collect();
    let mut dimensions = vec![of_measures];
    let mut trees = vec![area_tree(known, &areas, &slots)];
    let (divisions, made_of) = divisions(known, &areas);
    dimensions.push(trees[0].dimension(&made_of)?);
    let mut others = Vec::new();
    for axis in 0..slots.len() {
        let tree = variable_tree(known, axis, &areas, &slots);
        let (other, extras) = others_of(known, axis, &tree);
        dimensions.push(tree.dimension(&extras)?);
        trees.push(tree);
        others.push(other);
    }
    let mut layout = Layout {
        program: Program::new(dimensions)?,
        measures,
        complements,
        own,
        parts: direct,
        areas,
        divisions,
        trees,
        others,
        slots,
    };
    let units: Vec<&Unit> = known.population.units.keys().collect();
    let shown = |nodes: &[usize]| {
        layout.meaning(nodes).is_some_and(|meaning| {
            let told = || {
                let place = known.place(meaning.measure, meaning.area, meaning.slots);
                place.is_some_and(|place| known.open(meaning.measure).is_some_and(|open| open.is_told(&place)))
            };
            units.iter().any(|unit| shows_cell(known, unit, &meaning)) && told()
        })
    };
    layout.program = layout.program.clone().showing(shown);
    Ok(layout)
}

/// Whether a table has a cell.
pub(super) fn shows_cell(known: &Known<'_>, unit: &Unit, meaning: &Meaning<'_>) -> bool {
    unit.count == known.population.measures[meaning.measure]
        && unit.level == known.catalogue.areas[meaning.area].level
        && meaning
            .slots
            .iter()
            .zip(&known.population.variables)
            .all(|(slot, name)| *slot == 0 || unit.by.contains(name))
        && known.population.merged.get(unit).is_none_or(|variable| !is_part(known, variable, meaning))
}

/// Whether a cell is about a category that is part of a broader one.
fn is_part(known: &Known<'_>, variable: &VariableName, meaning: &Meaning<'_>) -> bool {
    let slot = known.population.variables.iter().position(|own| own == variable).map_or(0, |axis| meaning.slots[axis]);
    let category = known.catalogue.variables.get(variable).zip(slot.checked_sub(1));
    category.is_some_and(|(variable, place)| variable.categories.get(place).is_some_and(|own| own.parent.is_some()))
}

type MeasureAxis = (Vec<usize>, Vec<usize>, Vec<Vec<usize>>, Vec<(usize, usize, usize)>, Dimension);

/// Wholes with their parts. A whole is its parts and its own leaf; where several parts may overlap, that leaf is free.
fn measure_axis(population: &Population) -> Result<MeasureAxis, Mistake> {
    let n = population.measures.len();
    // All measures within a measure, and of those the ones that are in no other of them.
    let mut within: Vec<BTreeSet<usize>> = vec![BTreeSet::new(); n];
    for _ in 0..n {
        for (part, whole) in &population.parts {
            let below: Vec<usize> = within[*part].iter().copied().chain([*part]).filter(|part| part != whole).collect();
            within[*whole].extend(below);
        }
    }
    let direct: Vec<Vec<usize>> = within
        .iter()
        .map(|below| {
            below.iter().copied().filter(|part| !below.iter().any(|other| within[*other].contains(part))).collect()
        })
        .collect();
    let mut order: Vec<usize> = (0..n).collect();
    order.sort_by_key(|measure| within[*measure].len());
    let (mut nodes, mut extras, mut leaves) = (vec![0; n], Vec::new(), vec![BTreeSet::new(); n]);
    for measure in order {
        leaves[measure] =
            direct[measure].iter().flat_map(|part| leaves[*part].iter().copied()).chain([measure]).collect();
        nodes[measure] = if direct[measure].is_empty() {
            measure
        } else {
            extras.push(direct[measure].iter().map(|part| nodes[*part]).chain([measure]).collect());
            n + extras.len() - 1
        };
    }
    let mut complements = Vec::new();
    for (part, whole) in &population.parts {
        let rest: Vec<usize> = leaves[*whole].difference(&leaves[*part]).copied().collect();
        let node = match rest[..] {
            [leaf] => leaf,
            _ => {
                extras.push(rest);
                n + extras.len() - 1
            }
        };
        complements.push((*part, *whole, node));
    }
    let free: Vec<usize> = (0..n).filter(|measure| direct[*measure].len() > 1).collect();
    let dimension = Dimension::new(&vec![None; n], &extras)?.with_free(&free)?;
    Ok((nodes, (0..n).collect(), direct, complements, dimension))
}

/// The areas of the population's levels that exist in the period.
fn areas(known: &Known<'_>) -> Vec<usize> {
    let belongs = |(place, area): (usize, &catalogue::model::Area)| {
        (known.population.levels.contains(&area.level) && exists(area, known.period)).then_some(place)
    };
    known.catalogue.areas.iter().enumerate().filter_map(belongs).collect()
}

/// The areas of other divisions that exist in the period, and the nodes that each is made of.
fn divisions(known: &Known<'_>, areas: &[usize]) -> (Vec<usize>, Vec<Vec<usize>>) {
    let all = &known.catalogue.areas;
    let belongs =
        |area: &catalogue::model::Area| known.population.divisions.contains(&area.level) && exists(area, known.period);
    let mut found = Vec::new();
    for (place, area) in all.iter().enumerate().filter(|(_, area)| belongs(area)) {
        let nodes = areas.iter().enumerate().filter(|(_, own)| all[**own].also_in.contains(&area.code));
        let nodes: Vec<usize> = nodes.map(|(node, _)| node).collect();
        if !nodes.is_empty() {
            found.push((place, nodes));
        }
    }
    found.into_iter().unzip()
}

/// For each node of the areas the nearest one above it that takes part.
fn parents_of(known: &Known<'_>, areas: &[usize]) -> Vec<Option<usize>> {
    let all = &known.catalogue.areas;
    let places: BTreeMap<&AreaCode, usize> = all.iter().enumerate().map(|(place, area)| (&area.code, place)).collect();
    let above = |area: usize| all[area].parent.as_ref().and_then(|code| places.get(code).copied());
    let nearest = |area: &usize| {
        // No chain of areas is longer than there are levels.
        let chain = std::iter::successors(above(*area), |area| above(*area)).take(known.catalogue.levels.len());
        chain.filter_map(|area| areas.binary_search(&area).ok()).next()
    };
    areas.iter().map(nearest).collect()
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

fn area_tree(known: &Known<'_>, areas: &[usize], slots: &[usize]) -> Tree {
    let parents = parents_of(known, areas);
    let mut misses = Misses::new(areas.len());
    let wholes = kids_of(&parents);
    for measure in 0..known.population.measures.len() {
        for group in products(slots) {
            for (whole, kids) in &wholes {
                misses.note(*whole, kids, |node| known.count(measure, areas[node], &group));
            }
        }
    }
    Tree::new(parents, misses, is_exact(known))
}

fn variable_tree(known: &Known<'_>, axis: usize, areas: &[usize], slots: &[usize]) -> Tree {
    let mut parents: Vec<Option<usize>> = vec![None; slots[axis]];
    if let Some(variable) = known.catalogue.variables.get(&known.population.variables[axis]) {
        for slot in 0..slots[axis] {
            parts(variable, slot).into_iter().for_each(|part| parents[part] = Some(slot));
        }
    }
    let wholes = kids_of(&parents);
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
    Tree::new(parents, misses, is_exact(known))
}

type Others = Vec<(usize, usize, usize)>;

/// For each category of which a share is shown all others of its whole, as extras.
fn others_of(known: &Known<'_>, axis: usize, tree: &Tree) -> (Others, Vec<Vec<usize>>) {
    let name = &known.population.variables[axis];
    let (mut extras, mut others) = (Vec::new(), Vec::new());
    let categories = known.catalogue.variables.get(name).map_or(&[][..], |variable| &variable.categories);
    for (place, category) in categories.iter().enumerate() {
        let slot = place + 1;
        let Some(whole) = tree.parents[slot] else { continue };
        let siblings: Vec<usize> =
            (0..tree.parents.len()).filter(|other| tree.parents[*other] == Some(whole) && *other != slot).collect();
        if siblings.len() > 1 && known.population.shared.contains(&(name.clone(), category.code.clone())) {
            others.push((whole, slot, tree.parents.len() + extras.len()));
            extras.push(siblings);
        }
    }
    (others, extras)
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
}

/// A cell of a cube, named for the people who keep the protocol.
pub(super) fn named(catalogue: &Catalogue, variables: &[VariableName], slots: &[usize]) -> String {
    let mut named = Vec::new();
    for (name, slot) in variables.iter().zip(slots).filter(|(_, slot)| **slot > 0) {
        let code = catalogue.variables.get(name).and_then(|variable| variable.categories.get(slot - 1));
        named.push(format!("{name}={}", code.map_or("", |category| category.code.as_str())));
    }
    named.join(";")
}
