//! The primary rules beside minimum frequency: which cells of a population must not be told, and why.

use std::collections::HashMap;

use super::{
    known::Known,
    layout::{AREAS, Layout},
    population::upwards,
    suppress::Strictest,
};

/// What is left of a whole is small; the reason of a cell that covers it.
pub(super) const COMPLEMENT: &str = "complement";
/// A cell of a joined table is small that follows from tables that close a ring; the reason of a cell that covers it.
pub(super) const RING: &str = "ring";

/// What the rules ask for.
pub(super) struct Asked {
    /// For each cell the count that some other table must show; zero where nothing is asked.
    pub(super) targets: Vec<i64>,
    /// The reasons of these cells.
    pub(super) reasons: HashMap<usize, &'static str>,
}

impl Asked {
    fn ask(&mut self, cell: usize, target: i64, reason: &'static str) {
        if target > self.targets[cell] {
            self.targets[cell] = target;
        }
        self.reasons.entry(cell).or_insert(reason);
    }
}

/// What the rules of the policy ask for in one period.
pub(super) fn asked(known: &Known<'_>, layout: &Layout, counts: &[i64], rules: &Strictest) -> Asked {
    let scale = 10_i64.pow(u32::from(known.decimals));
    let minimum = i64::from(rules.minimum) * scale;
    let mut asked = Asked { targets: vec![0; layout.program.len()], reasons: HashMap::new() };
    let scaled = scale > 1;
    for cell in 0..layout.program.len() {
        let nodes = layout.program.nodes(cell);
        if !layout.program.is_shown(cell) {
            if rules.all.iter().any(|rules| rules.complement)
                && (is_left(layout, &nodes) || is_piece(known, layout, &nodes))
                && (1..minimum).contains(&counts[cell])
            {
                asked.ask(cell, minimum, COMPLEMENT);
            }
            if (1..minimum).contains(&counts[cell]) && in_ring(known, layout, &nodes) {
                // It is not shown; that it cannot be stated exactly is enough.
                asked.ask(cell, counts[cell] + 1, RING);
            }
            continue;
        }
        let Some(meaning) = layout.meaning(&nodes) else { continue };
        let own = &rules.all[meaning.measure];
        // Counts with decimals are small below the minimum in whole persons.
        if scaled && (1..minimum).contains(&counts[cell]) {
            asked.ask(cell, minimum, "small");
        }
        if known.is_starred(meaning.measure, meaning.area, meaning.slots) {
            asked.ask(cell, starred_target(known, meaning.measure, scale), "delivered");
        }
        if own.minimum_population > 0 && meaning.slots.iter().any(|slot| *slot > 0) && counts[cell] > 0 {
            let mut whole = nodes.clone();
            whole[AREAS + 1..].fill(0);
            let people = layout.program.cell(&whole).map_or(0, |whole| counts[whole]);
            if people < i64::from(own.minimum_population) * scale {
                // Nobody may be sure of the count: another one, larger by the minimum, must be possible.
                asked.ask(cell, counts[cell] + minimum, "population");
            }
        }
        for (axis, name) in known.population.variables.iter().enumerate() {
            if own.group_disclosure.contains(name) && nodes[AREAS + 1 + axis] == 0 {
                group(layout, counts, &nodes, axis, &mut asked);
            }
        }
    }
    asked
}

/// Whether a cell is of an area that two divisions may tell, and of a group that is shown somewhere.
fn is_piece(known: &Known<'_>, layout: &Layout, nodes: &[usize]) -> bool {
    // Areas of the linking level are pieces, too: two divisions may differ by one of them.
    let of_area = nodes[AREAS] < layout.areas.len() || nodes[AREAS] >= layout.first_piece;
    let measure = layout.measures.iter().position(|node| *node == nodes[0]);
    let (false, true, Some(measure)) = (layout.divisions.is_empty(), of_area, measure) else { return false };
    let slots = &nodes[AREAS + 1..];
    slots.iter().zip(&layout.slots).all(|(slot, size)| slot < size)
        && known.population.units.keys().any(|unit| {
            let used = slots.iter().zip(&known.population.variables).filter(|(slot, _)| **slot > 0);
            unit.count == known.population.measures[measure] && used.into_iter().all(|(_, name)| unit.by.contains(name))
        })
}

/// Whether a cell could follow from tables that close a ring.
fn in_ring(known: &Known<'_>, layout: &Layout, nodes: &[usize]) -> bool {
    let (Some((variables, deepest)), Some(meaning)) = (&known.population.ring, layout.meaning(nodes)) else {
        return false;
    };
    let level = &known.catalogue.areas[meaning.area].level;
    let used = meaning.slots.iter().zip(&known.population.variables).filter(|(slot, _)| **slot > 0);
    upwards(known.catalogue, deepest).iter().any(|own| own.name == *level)
        && used.into_iter().all(|(_, name)| variables.contains(name))
        // Only where it is known: people who were spread evenly are not there in truth.
        && known.count(meaning.measure, meaning.area, meaning.slots).is_some()
}

/// From which count on the deliverer shows counts of this measure.
fn starred_target(known: &Known<'_>, measure: usize, scale: i64) -> i64 {
    let source = known.catalogue.sources.get(&known.population.measures[measure].source);
    let below = source.and_then(|source| source.delivered.as_ref()).and_then(|delivered| delivered.suppressed_below);
    below.map_or(0, |below| i64::from(below) * scale)
}

/// Whether a cell that is not shown is what two shown ones leave: a whole less a part, or a whole less all its parts.
fn is_left(layout: &Layout, nodes: &[usize]) -> bool {
    let shown = |axis: usize, node: usize| {
        let mut other = nodes.to_vec();
        other[axis] = node;
        layout.program.cell(&other).is_some_and(|cell| layout.program.is_shown(cell))
    };
    let of_measure = layout.complements.iter().any(|(part, whole, node)| {
        *node == nodes[0] && shown(0, layout.measures[*part]) && shown(0, layout.measures[*whole])
    });
    let of_tree = layout.trees.iter().enumerate().any(|(place, tree)| {
        let axis = AREAS + place;
        tree.rests.iter().any(|(whole, rest)| {
            let mut parts = (0..tree.parents.len()).filter(|part| tree.parents[*part] == Some(*whole) && part != rest);
            *rest == nodes[axis] && shown(axis, *whole) && parts.all(|part| shown(axis, part))
        })
    });
    let of_category = layout.others.iter().enumerate().any(|(place, others)| {
        let axis = AREAS + 1 + place;
        others.iter().any(|(whole, part, node)| *node == nodes[axis] && shown(axis, *whole) && shown(axis, *part))
    });
    of_measure || of_tree || of_category
}

/// If all people of a group are in one category, that the others are empty is told by zeros: they must be possible
/// otherwise.
fn group(layout: &Layout, counts: &[i64], nodes: &[usize], axis: usize, asked: &mut Asked) {
    let tree = &layout.trees[axis + 1];
    let cells: Vec<usize> = (0..layout.slots[axis])
        .filter(|slot| tree.parents[*slot] == Some(0))
        .filter_map(|slot| {
            let mut other = nodes.to_vec();
            other[AREAS + 1 + axis] = slot;
            layout.program.cell(&other).filter(|cell| layout.program.is_shown(*cell))
        })
        .collect();
    let filled = cells.iter().filter(|cell| counts[**cell] > 0).count();
    if filled == 1 && cells.len() > 1 {
        cells.into_iter().filter(|cell| counts[*cell] == 0).for_each(|cell| asked.ask(cell, 1, "group"));
    }
}
