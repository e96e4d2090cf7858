//! One table of whole counts for all cells of a population, shown or not, that agrees with everything delivered.
//!
//! Where the counts were delivered in full detail, it is the true one. Where a count lacks a variable or a level of
//! areas that another count of the population has, its people are spread evenly over what is not known of them: the
//! audience does not learn these cells, and whatever they are, some table with the same published cells exists.

use std::collections::{BTreeMap, BTreeSet};

use disclosure::{Dimension, Program, Span};

use super::{
    known::Known,
    layout::{AREAS, Layout},
};

/// Why there is no such table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum NoBase {
    /// What was delivered contradicts itself: a part is larger than its whole, or parts do not add up.
    Contradiction,
    /// Cells that arrived withheld could not be filled in.
    Unsolved,
}

/// The counts of all cells of the layout's program.
///
/// # Errors
/// Contradictions between deliveries, or withheld cells that cannot be filled in.
pub(super) fn base(known: &Known<'_>, layout: &Layout) -> Result<Vec<i64>, NoBase> {
    let n = known.population.measures.len();
    let grid = Grid::new(layout);
    let own: Vec<Own> = (0..n).map(|measure| own(known, layout, &grid, measure)).collect::<Result<_, _>>()?;
    let mut joint: Vec<Option<Vec<i64>>> = vec![None; n];
    while let Some(next) = (0..n).find(|m| joint[*m].is_none() && layout.parts[*m].iter().all(|p| joint[*p].is_some()))
    {
        let mut least = vec![0; grid.len()];
        for part in layout.parts[next].iter().filter_map(|part| joint[*part].as_ref()) {
            least.iter_mut().zip(part).for_each(|(least, part)| *least = (*least).max(*part));
        }
        let whole = (0..n).find(|whole| layout.parts[*whole].contains(&next)).map(|whole| &own[whole]);
        joint[next] = Some(spread(&own[next], least, whole)?);
    }
    let joint: Vec<Vec<i64>> =
        joint.into_iter().map(|joint| joint.ok_or(NoBase::Contradiction)).collect::<Result<_, _>>()?;
    let mut inner = Vec::new();
    for measure in 0..n {
        let parts = &layout.parts[measure];
        for (at, nodes) in grid.cells.iter().enumerate() {
            let rest = joint[measure][at] - parts.iter().map(|part| joint[*part][at]).sum::<i64>();
            if rest != 0 {
                let all: Vec<usize> = std::iter::once(layout.own[measure]).chain(nodes.iter().copied()).collect();
                inner.push((layout.program.cell(&all).ok_or(NoBase::Contradiction)?, rest));
            }
        }
    }
    layout.program.add_up(inner).map_err(|_| NoBase::Contradiction)
}

/// All leaves of areas and variables.
struct Grid {
    /// Nodes of each leaf cell, areas first.
    cells: Vec<Vec<usize>>,
}

impl Grid {
    fn new(layout: &Layout) -> Grid {
        let leaves = layout.program.dimensions()[AREAS..].iter();
        let leaves =
            leaves.map(|dimension| (0..dimension.len()).filter(|node| dimension.is_leaf(*node)).collect::<Vec<_>>());
        let cells = leaves.fold(vec![Vec::new()], |cells, leaves| {
            let longer =
                |cell: &Vec<usize>| leaves.iter().map(|leaf| [&cell[..], &[*leaf]].concat()).collect::<Vec<_>>();
            cells.iter().flat_map(longer).collect()
        });
        Grid { cells }
    }

    fn len(&self) -> usize {
        self.cells.len()
    }
}

/// A measure as it was delivered: its counts by what is known of its people.
struct Own {
    /// Counts of the groups that are told apart.
    counts: Vec<i64>,
    /// For each leaf cell its group.
    group: Vec<usize>,
    /// How many leaf cells each group has.
    size: Vec<i64>,
}

fn own(known: &Known<'_>, layout: &Layout, grid: &Grid, measure: usize) -> Result<Own, NoBase> {
    let program = own_program(known, layout, measure)?;
    let counts = own_counts(known, layout, &program, measure)?;
    let mut places = BTreeMap::new();
    let mut own = Own { counts: Vec::new(), group: Vec::with_capacity(grid.len()), size: Vec::new() };
    for nodes in &grid.cells {
        let nodes: Option<Vec<usize>> =
            nodes.iter().zip(&program.known_as).map(|(node, known_as)| known_as[*node]).collect();
        // Where nothing is known of the measure, it has nobody.
        let cell = nodes.and_then(|nodes| program.program.cell(&nodes));
        let group = *places.entry(cell).or_insert_with(|| {
            own.counts.push(cell.map_or(0, |cell| counts[cell]));
            own.size.push(0);
            own.counts.len() - 1
        });
        own.group.push(group);
        own.size[group] += 1;
    }
    Ok(own)
}

/// The cells of one measure.
struct OwnProgram {
    program: Program,
    /// On each axis, as what node of its own a node of the layout is known.
    known_as: Vec<Vec<Option<usize>>>,
    /// On each axis the nodes of the layout that it has.
    nodes: Vec<Vec<usize>>,
}

fn own_program(known: &Known<'_>, layout: &Layout, measure: usize) -> Result<OwnProgram, NoBase> {
    let open = known.open(measure).ok_or(NoBase::Contradiction)?;
    let (mut own, mut known_as, mut nodes) = (Vec::new(), Vec::new(), Vec::new());
    for (axis, tree) in layout.trees.iter().enumerate() {
        let kept: Vec<bool> = match axis.checked_sub(1) {
            None => levels_known(known, layout, measure),
            Some(variable) => {
                let has = open.columns(&known.population.variables[variable..=variable]).is_some();
                (0..tree.parents.len()).map(|node| has || node == 0).collect()
            }
        };
        let nearest =
            |node: usize| std::iter::successors(Some(node), |node| tree.parents[*node]).find(|node| kept[*node]);
        let taken: Vec<usize> = (0..tree.parents.len()).filter(|node| kept[*node]).collect();
        let place = |node: usize| taken.binary_search(&node).ok();
        let parents: Vec<Option<usize>> =
            taken.iter().map(|node| tree.parents[*node].and_then(nearest).and_then(place)).collect();
        let free: Vec<usize> = tree.free.iter().filter_map(|node| place(*node)).collect();
        let made = Dimension::new(&parents, &[]).and_then(|made| made.with_free(&free));
        own.push(made.map_err(|_| NoBase::Contradiction)?);
        known_as.push((0..tree.parents.len()).map(|node| nearest(node).and_then(place)).collect());
        nodes.push(taken);
    }
    let program = Program::new(own).map_err(|_| NoBase::Contradiction)?;
    Ok(OwnProgram { program, known_as, nodes })
}

/// Which nodes of areas the measure has figures for: those of its levels, and the rests beside them.
fn levels_known(known: &Known<'_>, layout: &Layout, measure: usize) -> Vec<bool> {
    let whole = vec![0; known.population.variables.len()];
    let mut levels = BTreeSet::new();
    for area in &layout.areas {
        let level = &known.catalogue.areas[*area].level;
        if !levels.contains(level) && known.count(measure, *area, &whole).is_some() {
            levels.insert(level);
        }
    }
    let tree = &layout.trees[0];
    let mut kept: Vec<bool> =
        layout.areas.iter().map(|area| levels.contains(&known.catalogue.areas[*area].level)).collect();
    // A rest is known where its siblings are.
    for (whole, _) in &tree.rests {
        kept.push((0..layout.areas.len()).any(|area| tree.parents[area] == Some(*whole) && kept[area]));
    }
    kept
}

/// The counts of all cells of a measure: delivered, or what the delivered ones leave.
fn own_counts(known: &Known<'_>, layout: &Layout, own: &OwnProgram, measure: usize) -> Result<Vec<i64>, NoBase> {
    let told: Vec<Told> = (0..own.program.len()).map(|cell| told(known, layout, own, measure, cell)).collect();
    let inner = match subtract(layout, own, &told) {
        Some(inner) => inner,
        None => {
            let spans: Vec<Span> = told.iter().map(|told| told.span(known)).collect();
            disclosure::complete_within(&own.program, &spans).map_err(|_| NoBase::Unsolved)?
        }
    };
    let counts = own.program.add_up(inner).map_err(|_| NoBase::Contradiction)?;
    let agree = told.iter().zip(&counts).all(|(told, count)| told.count().is_none_or(|told| told == *count));
    if agree { Ok(counts) } else { Err(NoBase::Contradiction) }
}

/// What a delivery tells of a cell.
#[derive(Clone, Copy)]
enum Told {
    Count(i64),
    /// That it is withheld.
    Starred,
    Nothing,
}

impl Told {
    fn count(self) -> Option<i64> {
        match self {
            Told::Count(count) => Some(count),
            Told::Starred | Told::Nothing => None,
        }
    }

    /// A withheld cell is no zero: zeros are shown.
    fn span(self, known: &Known<'_>) -> Span {
        let one = 10_i64.pow(u32::from(known.decimals));
        match self {
            Told::Count(count) => Span::exactly(count),
            Told::Starred => Span { least: one, ..Span::UNKNOWN },
            Told::Nothing => Span::UNKNOWN,
        }
    }
}

fn told(known: &Known<'_>, layout: &Layout, own: &OwnProgram, measure: usize, cell: usize) -> Told {
    let places = own.program.nodes(cell);
    let nodes: Vec<usize> = places.iter().zip(&own.nodes).map(|(place, nodes)| nodes[*place]).collect();
    let slots = &nodes[1..];
    let real = slots.iter().zip(&layout.slots).all(|(slot, size)| slot < size);
    let Some(area) = layout.areas.get(nodes[0]).filter(|_| real) else { return Told::Nothing };
    match known.count(measure, *area, slots) {
        Some(count) => Told::Count(count),
        None if known.is_starred(measure, *area, slots) => Told::Starred,
        None => Told::Nothing,
    }
}

/// The inner cells, if all are told but for the rests, which are what is left of their wholes.
fn subtract(layout: &Layout, own: &OwnProgram, told: &[Told]) -> Option<Vec<(usize, i64)>> {
    let mut counts: Vec<Option<i64>> = told.iter().map(|told| told.count()).collect();
    for (axis, (tree, nodes)) in layout.trees.iter().zip(&own.nodes).enumerate() {
        for (whole, rest) in &tree.rests {
            let (Ok(whole), Ok(rest)) = (nodes.binary_search(whole), nodes.binary_search(rest)) else { continue };
            let siblings: Vec<usize> = own.program.dimensions()[axis]
                .relations()
                .iter()
                .filter(|r| r.parent == whole)
                .flat_map(|r| r.kids.clone())
                .filter(|kid| *kid != rest)
                .collect();
            for cell in 0..counts.len() {
                let mut places = own.program.nodes(cell);
                if places[axis] != rest || counts[cell].is_some() {
                    continue;
                }
                let mut at = |node: usize| {
                    places[axis] = node;
                    own.program.cell(&places).and_then(|cell| counts[cell])
                };
                let parts: Option<i64> = siblings.iter().map(|sibling| at(*sibling)).sum();
                counts[cell] = at(whole).zip(parts).map(|(whole, parts)| whole - parts);
            }
        }
    }
    (0..counts.len()).filter(|cell| own.program.is_inner(*cell)).map(|cell| Some((cell, counts[cell]?))).collect()
}

/// Spreads the people of a measure over all leaf cells, at least `least` in each, in proportion to the whole that they
/// are part of as far as that is known in more detail.
fn spread(own: &Own, least: Vec<i64>, whole: Option<&Own>) -> Result<Vec<i64>, NoBase> {
    let mut rest = own.counts.clone();
    least.iter().zip(&own.group).for_each(|(least, group)| rest[*group] -= least);
    if own.size.iter().all(|size| *size == 1) {
        let counts: Vec<i64> = own.group.iter().map(|group| own.counts[*group]).collect();
        return Ok(counts);
    }
    if rest.iter().any(|rest| *rest < 0) {
        return Err(NoBase::Contradiction);
    }
    // First to the groups that the whole tells apart, so that no part of a group exceeds its whole; then evenly.
    let of_whole = |cell: usize| whole.map_or(0, |whole| whole.group[cell]);
    let mut pieces: BTreeMap<(usize, usize), Vec<usize>> = BTreeMap::new();
    for cell in 0..least.len() {
        pieces.entry((own.group[cell], of_whole(cell))).or_default().push(cell);
    }
    let mut counts = least;
    let mut pieces = pieces.into_iter().peekable();
    while let Some(((group, of), cells)) = pieces.next() {
        let mut same = vec![(of, cells)];
        while let Some(((_, of), cells)) = pieces.next_if(|((next, _), _)| *next == group) {
            same.push((of, cells));
        }
        let weight = |(of, cells): &(usize, Vec<usize>)| match whole {
            Some(whole) => (whole.counts[*of] - cells.iter().map(|cell| counts[*cell]).sum::<i64>()).max(0),
            None => cells.len() as i64,
        };
        let weights: Vec<i64> = same.iter().map(weight).collect();
        for (share, (_, cells)) in allot(rest[group], &weights).into_iter().zip(&same) {
            for (piece, cell) in allot(share, &vec![1; cells.len()]).into_iter().zip(cells) {
                counts[*cell] += piece;
            }
        }
    }
    Ok(counts)
}

/// Divides a count in proportion to weights, the largest remainders rounded up first.
fn allot(count: i64, weights: &[i64]) -> Vec<i64> {
    let sum: i128 = weights.iter().map(|weight| i128::from(*weight)).sum();
    let (weights, sum) =
        if sum > 0 { (weights.to_vec(), sum) } else { (vec![1; weights.len()], weights.len() as i128) };
    let exact = |weight: &i64| i128::from(count) * i128::from(*weight);
    let mut shares: Vec<i64> = weights.iter().map(|weight| (exact(weight) / sum) as i64).collect();
    let mut order: Vec<usize> = (0..weights.len()).collect();
    order.sort_by_key(|place| std::cmp::Reverse(exact(&weights[*place]) % sum));
    let left = (count - shares.iter().sum::<i64>()).max(0) as usize;
    order.into_iter().take(left).for_each(|place| shares[place] += 1);
    shares
}

#[cfg(test)]
mod tests {
    use super::allot;

    #[test]
    fn largest_remainders_are_rounded_up() {
        assert_eq!(allot(10, &[1, 1, 1]), [4, 3, 3]);
        assert_eq!(allot(0, &[1, 2]), [0, 0]);
        assert_eq!(allot(5, &[0, 0]), [3, 2]);
        assert_eq!(allot(7, &[6, 1, 0]), [6, 1, 0]);
    }
}
