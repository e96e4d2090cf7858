//! Which answers a rule can give at all: tried out on values that stand for all values.
//!
//! For each attribute a few values are found such that every other value is answered like one of them ("missing" is
//! one of the values if the attribute can be missing). All combinations are tried if there are few enough; then what
//! has not been seen does not exist, and that is proved. Otherwise combinations are drawn (always the same ones), and
//! what has not been seen is only not seen.
//!
//! What is proved is about single values: that no person is both 12 and widowed is not known here.

mod samples;

use std::collections::BTreeSet;

use crate::{
    attributes::Attributes,
    buffer::{Buffer, Cell},
    ir::Tree,
    rule::Rule,
    table::Table,
    truth::{BATCH, Truth},
};
use samples::samples;

/// So many combinations are all tried.
pub const TRIED: usize = 1 << 16;

/// So many are drawn if there are more.
pub const DRAWN: usize = 1 << 13;

/// Values that stand for all values.
pub(crate) struct Grid {
    /// The attributes that are asked for, each with its values.
    columns: Vec<(usize, Vec<Cell>)>,
    /// Whether all combinations are tried, and the values stand for all.
    pub(crate) proves: bool,
    combinations: usize,
}

impl Grid {
    pub(crate) fn new(trees: &[&Tree], attributes: &Attributes) -> Grid {
        let used: BTreeSet<usize> = trees.iter().flat_map(|tree| tree.used.iter().copied()).collect();
        let mut exact = true;
        let mut columns = Vec::new();
        for attribute in used {
            let (values, all) = samples(attribute, trees, attributes);
            exact &= all;
            columns.push((attribute, values));
        }
        let product = columns.iter().try_fold(1usize, |product, (_, values)| product.checked_mul(values.len()));
        let few = product.filter(|product| *product <= TRIED);
        Grid { columns, proves: exact && few.is_some(), combinations: few.unwrap_or(0) }
    }

    /// Calls with tables of combinations, and the number of the first in each, until the answer is no.
    pub(crate) fn visit(&self, attributes: &Attributes, mut call: impl FnMut(&Table<'_>, usize) -> bool) {
        let rows = if self.combinations > 0 { self.combinations } else { DRAWN };
        for start in (0..rows).step_by(BATCH) {
            let end = rows.min(start + BATCH);
            let mut buffer = Buffer::new(attributes);
            for (place, (attribute, values)) in self.columns.iter().enumerate() {
                let cells = (start..end).map(|number| self.cell(number, place, values));
                buffer.fill(*attribute, cells);
            }
            // Attributes that nobody asks for are left out: they may not be missing otherwise.
            let asked = self.columns.iter().map(|(attribute, _)| *attribute).collect();
            let Ok(table) = buffer.part(attributes, end - start, &asked) else { return };
            if !call(&table, start) {
                return;
            }
        }
    }

    /// The values of one combination, by attribute.
    pub(crate) fn combination(&self, number: usize) -> Vec<(usize, Cell)> {
        let columns = self.columns.iter().enumerate();
        columns.map(|(place, (attribute, values))| (*attribute, self.cell(number, place, values).clone())).collect()
    }

    fn cell<'c>(&self, number: usize, place: usize, values: &'c [Cell]) -> &'c Cell {
        let chosen = if self.combinations > 0 {
            // The combinations are counted through like the digits of a number.
            let step: usize = self.columns.iter().take(place).map(|(_, values)| values.len().max(1)).product();
            number / step.max(1)
        } else {
            drawn(number, place)
        };
        values.get(chosen % values.len().max(1)).unwrap_or(&Cell::Missing)
    }
}

/// Looks like chance and is always the same. Method: Vigna's `splitmix64`.
fn drawn(number: usize, place: usize) -> usize {
    let seed = u64::try_from(number).unwrap_or(0).wrapping_mul(64).wrapping_add(u64::try_from(place).unwrap_or(0));
    let mut mixed = seed.wrapping_add(1).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    usize::try_from((mixed ^ (mixed >> 31)) >> 33).unwrap_or(0)
}

/// Which answers a rule gives.
pub(crate) struct Reach {
    pub(crate) yes: bool,
    pub(crate) no: bool,
    /// Whether what was not seen does not exist.
    pub(crate) proved: bool,
}

pub(crate) fn reach(rule: &Rule, attributes: &Attributes) -> Reach {
    let grid = Grid::new(&[&rule.tree], attributes);
    let mut reach = Reach { yes: false, no: false, proved: grid.proves };
    grid.visit(attributes, |table, _| {
        for answer in rule.on(table).all() {
            reach.yes |= answer == Truth::True;
            reach.no |= answer == Truth::False;
        }
        !(reach.yes && reach.no)
    });
    reach
}
