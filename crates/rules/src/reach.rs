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

/// How many combinations are tried.
pub const TRIED: usize = 1 << 16;

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

    /// Calls with tables of combinations until the answer is no.
    pub(crate) fn visit(&self, attributes: &Attributes, mut call: impl FnMut(&Table<'_>, &[Vec<Cell>]) -> bool) {
        let rows = if self.combinations > 0 { self.combinations } else { TRIED };
        let width = attributes.list().len();
        let mut state = 0x9e37_79b9_7f4a_7c15u64;
        let mut start = 0;
        while start < rows {
            let end = rows.min(start + BATCH);
            let combinations: Vec<Vec<Cell>> = (start..end)
                .map(|number| {
                    let mut row = vec![Cell::Missing; width];
                    let mut rest = number;
                    for (attribute, values) in &self.columns {
                        let place = if self.combinations > 0 {
                            let place = rest % values.len().max(1);
                            rest /= values.len().max(1);
                            place
                        } else {
                            next(&mut state) % values.len().max(1)
                        };
                        if let (Some(cell), Some(value)) = (row.get_mut(*attribute), values.get(place)) {
                            *cell = value.clone();
                        }
                    }
                    row
                })
                .collect();
            let mut buffer = Buffer::new(attributes);
            for row in &combinations {
                // The values were made for these attributes.
                let _ = buffer.push(row);
            }
            // Attributes that nobody asks for are left out: they may not be missing otherwise.
            let Ok(table) = buffer.part(attributes, &self.columns.iter().map(|(place, _)| *place).collect()) else {
                return;
            };
            if !call(&table, &combinations) {
                return;
            }
            start = end;
        }
    }
}

/// Draws numbers that look like chance and are always the same. Method: Vigna's `splitmix64`.
fn next(state: &mut u64) -> usize {
    *state = state.wrapping_add(0x9e37_79b9_7f4a_7c15);
    let mut mixed = *state;
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
