//! The cells of a population in one period: parts × areas × variables.
//!
//! Every sum that is known to hold becomes a relation between nodes. Where the parts of a whole do not add up to it,
//! because some are not told or overlap, a leaf that is never shown takes the rest.

use std::collections::{BTreeMap, BTreeSet};

use catalogue::{
    Catalogue, Period,
    model::Area,
    names::{AreaCode, LevelName, VariableName},
};
use disclosure::{Dimension, Mistake, Program};

use super::{
    open::parts,
    population::{Population, Unit, upwards},
};

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
    /// Cells that an earlier release has spoken of, whether they are shown now or not; empty if there are none.
    pub(super) former: Vec<bool>,
    /// From this node of the second axis on there are pieces: what areas of two divisions share, or one has more.
    pub(super) first_piece: usize,
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
    fn new(mut parents: Vec<Option<usize>>, rests: &[(usize, bool)]) -> Tree {
        let nodes = parents.len();
        let free = rests.iter().enumerate().filter(|(_, (_, free))| *free).map(|(place, _)| nodes + place).collect();
        parents.extend(rests.iter().map(|(whole, _)| Some(*whole)));
        let rests = rests.iter().enumerate().map(|(place, (whole, _))| (*whole, nodes + place)).collect();
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
    /// The level of each node of the areas; a rest has that of its siblings, and a piece of divisions none.
    fn levels<'a>(&self, catalogue: &'a Catalogue) -> Vec<Option<&'a LevelName>> {
        let level = |area: &usize| Some(&catalogue.areas[*area].level);
        let tree = &self.trees[0];
        let rest = |(whole, _): &(usize, usize)| {
            let sibling = self.areas.iter().enumerate().find(|(node, _)| tree.parents[*node] == Some(*whole));
            sibling.and_then(|(_, area)| level(area))
        };
        let own = self.areas.iter().map(level).chain(tree.rests.iter().map(rest));
        own.chain(self.divisions.iter().map(level)).collect()
    }

    /// The node of an area, given as its place in the catalogue.
    pub(super) fn node_of(&self, area: usize) -> Option<usize> {
        let division = || self.divisions.iter().position(|own| *own == area);
        let after = self.trees[0].parents.len();
        self.areas.binary_search(&area).ok().or_else(|| division().map(|place| after + place))
    }
}

/// For each axis after the first the wholes that their parts do not fill, and whether what they leave may be negative.
pub(super) type Rests = Vec<Vec<(usize, bool)>>;

/// Lays out a population in one period; `shown` says which of the cells of its tables are shown.
///
/// # Errors
/// Parts of parts that cannot be told apart, or too many cells.
pub(super) fn layout(
    catalogue: &Catalogue,
    population: &Population,
    period: Period,
    rests: &Rests,
    shown: impl Fn(&Meaning<'_>) -> bool,
) -> Result<Layout, Mistake> {
    let (measures, own, direct, complements, of_measures) = measure_axis(population)?;
    let areas = areas(catalogue, population, period);
    let slots = slots(catalogue, population);
    let rest = |axis: usize| rests.get(axis).map_or(&[][..], Vec::as_slice);
    let mut trees = vec![Tree::new(area_parents(catalogue, &areas), rest(0))];
    let (divisions, mut made_of) = divisions(catalogue, population, period, &areas);
    let pieces = pieces(&trees[0], areas.len(), &made_of);
    let first_piece = trees[0].parents.len() + made_of.len();
    made_of.extend(pieces);
    let mut dimensions = vec![of_measures, trees[0].dimension(&made_of)?];
    let mut others = Vec::new();
    for axis in 0..slots.len() {
        let tree = Tree::new(category_parents(catalogue, population, axis), rest(axis + 1));
        let (other, extras) = others_of(catalogue, population, axis, &tree);
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
        former: Vec::new(),
        first_piece,
        trees,
        others,
        slots,
    };
    let reach = Reach::new(catalogue, population, &layout);
    let shows = |nodes: &[usize], former: bool| {
        let meaning = layout.meaning(nodes).filter(|meaning| reach.shows(meaning, nodes, former));
        meaning.is_some_and(|meaning| shown(&meaning))
    };
    let former = || (0..layout.program.len()).map(|cell| shows(&layout.program.nodes(cell), true)).collect();
    let former: Vec<bool> = if population.former.is_empty() { Vec::new() } else { former() };
    let showing = layout.program.clone().showing(|nodes| shows(nodes, false));
    layout.former = former;
    layout.program = showing.loosening(|nodes| !reach.binds(nodes));
    Ok(layout)
}

/// Which cells the tables of a population reach.
struct Reach {
    tables: Vec<Asked>,
    ring: Option<(u64, Vec<bool>)>,
    /// Divisions link their areas by smaller ones, all of which they bind.
    linked: bool,
}

/// A table: its count, its variables as a set of bits, and for each node of the areas whether it is of the table's
/// level, and whether of that or one above.
struct Asked {
    count: usize,
    by: u64,
    at: Vec<bool>,
    within: Vec<bool>,
    /// Whether an earlier release has it, and whether it is asked for now.
    former: bool,
    now: bool,
    /// A variable of which only broader categories are shown, with its narrower ones.
    merged: Option<(usize, Vec<bool>)>,
}

impl Reach {
    fn new(catalogue: &Catalogue, population: &Population, layout: &Layout) -> Reach {
        let levels = layout.levels(catalogue);
        let bits = |by: &mut dyn Iterator<Item = &VariableName>| {
            by.filter_map(|name| population.variables.iter().position(|own| own == name))
                .fold(0, |bits, at| bits | 1u64 << at)
        };
        let within = |deepest: &LevelName| {
            let up = upwards(catalogue, deepest);
            let within = |level: &Option<&LevelName>| level.is_none_or(|level| up.iter().any(|own| own.name == *level));
            levels.iter().map(within).collect::<Vec<bool>>()
        };
        let table = |unit: &Unit| Asked {
            count: population.measures.iter().position(|own| *own == unit.count).unwrap_or(usize::MAX),
            by: bits(&mut unit.by.iter()),
            at: levels.iter().map(|level| *level == Some(&unit.level)).collect(),
            within: within(&unit.level),
            former: population.former.contains(unit),
            now: population.units.contains_key(unit),
            merged: population.merged.get(unit).and_then(|name| {
                let axis = population.variables.iter().position(|own| own == name)?;
                let categories = &catalogue.variables.get(name)?.categories;
                let narrow = std::iter::once(false).chain(categories.iter().map(|category| category.parent.is_some()));
                Some((axis, narrow.collect()))
            }),
        };
        Reach {
            tables: population
                .units
                .keys()
                .chain(&population.former)
                .collect::<BTreeSet<_>>()
                .into_iter()
                .map(table)
                .collect(),
            ring: population.ring.as_ref().map(|(ring, deepest)| (bits(&mut ring.iter()), within(deepest))),
            linked: !population.divisions.is_empty(),
        }
    }

    /// Whether a table has a cell: one that is asked for now, or one of an earlier release.
    fn shows(&self, meaning: &Meaning<'_>, nodes: &[usize], former: bool) -> bool {
        let used = used(nodes);
        self.tables.iter().any(|table| {
            let is_narrow = |(axis, narrow): &(usize, Vec<bool>)| narrow.get(meaning.slots[*axis]) == Some(&true);
            (if former { table.former } else { table.now })
                && table.count == meaning.measure
                && used & !table.by == 0
                && table.at.get(nodes[AREAS]) == Some(&true)
                && (former || !table.merged.as_ref().is_some_and(is_narrow))
        })
    }

    /// Whether a cell that is not shown belongs to a table that is: what its people have in common is asked by one
    /// table, or by tables that close a ring. All others are cells of the joined table only, and bind nothing.
    fn binds(&self, nodes: &[usize]) -> bool {
        let used = used(nodes);
        let at = |within: &Vec<bool>| within.get(nodes[AREAS]).copied().unwrap_or(true);
        let in_ring = |(ring, within): &(u64, Vec<bool>)| used & !ring == 0 && at(within);
        self.tables.iter().any(|table| used & !table.by == 0 && (self.linked || at(&table.within)))
            || self.ring.as_ref().is_some_and(in_ring)
    }
}

/// The variables by which a cell is broken down, as a set of bits.
fn used(nodes: &[usize]) -> u64 {
    let slots = nodes[AREAS + 1..].iter().enumerate();
    slots.filter(|(_, node)| **node > 0).fold(0, |bits, (at, _)| bits | 1 << at)
}

/// How many slots each variable has: the whole and its categories.
pub(super) fn slots(catalogue: &Catalogue, population: &Population) -> Vec<usize> {
    let categories = |name| catalogue.variables.get(name).map_or(0, |variable| variable.categories.len());
    population.variables.iter().map(|name| 1 + categories(name)).collect()
}

/// Whether a table has a cell.
pub(super) fn shows_cell(catalogue: &Catalogue, population: &Population, unit: &Unit, meaning: &Meaning<'_>) -> bool {
    unit.count == population.measures[meaning.measure]
        && unit.level == catalogue.areas[meaning.area].level
        && meaning.slots.iter().zip(&population.variables).all(|(slot, name)| *slot == 0 || unit.by.contains(name))
        && population.merged.get(unit).is_none_or(|variable| !is_part(catalogue, population, variable, meaning))
}

/// Whether a cell is about a category that is part of a broader one.
fn is_part(catalogue: &Catalogue, population: &Population, variable: &VariableName, meaning: &Meaning<'_>) -> bool {
    let slot = population.variables.iter().position(|own| own == variable).map_or(0, |axis| meaning.slots[axis]);
    let category = catalogue.variables.get(variable).zip(slot.checked_sub(1));
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
pub(super) fn areas(catalogue: &Catalogue, population: &Population, period: Period) -> Vec<usize> {
    let belongs = |(place, area): (usize, &Area)| {
        (population.levels.contains(&area.level) && area.exists(period)).then_some(place)
    };
    catalogue.areas.iter().enumerate().filter_map(belongs).collect()
}

/// The areas of other divisions that exist in the period, and the nodes that each is made of.
fn divisions(
    catalogue: &Catalogue,
    population: &Population,
    period: Period,
    areas: &[usize],
) -> (Vec<usize>, Vec<Vec<usize>>) {
    let all = &catalogue.areas;
    let belongs = |area: &Area| population.divisions.contains(&area.level) && area.exists(period);
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

/// What areas of two divisions share, and what one has beside those of the other that lie within it: whoever knows both
/// can compute these, though nobody shows them. Each as the nodes of the smallest areas in it.
fn pieces(tree: &Tree, areas: usize, divisions: &[Vec<usize>]) -> Vec<Vec<usize>> {
    if divisions.is_empty() {
        return Vec::new();
    }
    let mut own: Vec<BTreeSet<usize>> = vec![BTreeSet::new(); areas];
    for leaf in (0..areas).filter(|node| !tree.parents.contains(&Some(*node))) {
        for node in std::iter::successors(Some(leaf), |node| tree.parents[*node]) {
            own[node].insert(leaf);
        }
    }
    let others: Vec<BTreeSet<usize>> = divisions.iter().map(|nodes| nodes.iter().copied().collect()).collect();
    let mut pieces: BTreeSet<BTreeSet<usize>> = BTreeSet::new();
    for (some, rest) in [(&own, &others), (&others, &own)] {
        for area in some.iter() {
            let within: Vec<&BTreeSet<usize>> = rest.iter().filter(|other| other.is_subset(area)).collect();
            let all: BTreeSet<usize> = within.iter().flat_map(|other| other.iter().copied()).collect();
            pieces.extend(within.iter().map(|other| area - other));
            pieces.insert(area - &all);
            pieces.extend(rest.iter().map(|other| area & other));
        }
    }
    let known = |piece: &BTreeSet<usize>| piece.is_empty() || own.contains(piece) || others.contains(piece);
    pieces.into_iter().filter(|piece| !known(piece)).map(|piece| piece.into_iter().collect()).collect()
}

/// For each node of the areas the nearest one above it that takes part.
pub(super) fn area_parents(catalogue: &Catalogue, areas: &[usize]) -> Vec<Option<usize>> {
    let all = &catalogue.areas;
    let places: BTreeMap<&AreaCode, usize> = all.iter().enumerate().map(|(place, area)| (&area.code, place)).collect();
    let above = |area: usize| all[area].parent.as_ref().and_then(|code| places.get(code).copied());
    let nearest = |area: &usize| {
        // No chain of areas is longer than there are levels.
        let chain = std::iter::successors(above(*area), |area| above(*area)).take(catalogue.levels.len());
        chain.filter_map(|area| areas.binary_search(&area).ok()).next()
    };
    areas.iter().map(nearest).collect()
}

/// For each slot of a variable the broader one.
pub(super) fn category_parents(catalogue: &Catalogue, population: &Population, axis: usize) -> Vec<Option<usize>> {
    let mut parents: Vec<Option<usize>> = vec![None; slots(catalogue, population)[axis]];
    if let Some(variable) = catalogue.variables.get(&population.variables[axis]) {
        for slot in 0..parents.len() {
            parts(variable, slot).into_iter().for_each(|part| parents[part] = Some(slot));
        }
    }
    parents
}

type Others = Vec<(usize, usize, usize)>;

/// For each category of which a share is shown all others of its whole, as extras.
fn others_of(catalogue: &Catalogue, population: &Population, axis: usize, tree: &Tree) -> (Others, Vec<Vec<usize>>) {
    let name = &population.variables[axis];
    let (mut extras, mut others) = (Vec::new(), Vec::new());
    let categories = catalogue.variables.get(name).map_or(&[][..], |variable| &variable.categories);
    for (place, category) in categories.iter().enumerate() {
        let slot = place + 1;
        let Some(whole) = tree.parents[slot] else { continue };
        let siblings: Vec<usize> =
            (0..tree.parents.len()).filter(|other| tree.parents[*other] == Some(whole) && *other != slot).collect();
        if siblings.len() > 1 && population.shared.contains(&(name.clone(), category.code.clone())) {
            others.push((whole, slot, tree.parents.len() + extras.len()));
            extras.push(siblings);
        }
    }
    (others, extras)
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
