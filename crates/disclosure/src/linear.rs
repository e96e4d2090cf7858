//! Secondary suppression by linear elimination.
//!
//! Source: Øyvind Langsrud, "Secondary Cell Suppression by Gaussian Elimination: An Algorithm Suitable for Handling
//! Issues with Zeros and Singletons", Privacy in Statistical Databases 2024, doi 10.1007/978-3-031-69651-0_6.
//!
//! Walk through the cells from the most to the least wanted. A cell is published unless, after elimination by all
//! that is already published, it is proportional to a sensitive cell: then it would give that one away. The outcome
//! depends on the order only, not on the pivots.
//!
//! Guaranteed: no sensitive cell is a fixed linear combination of published cells (up to a chance of about 2⁻⁶¹ per
//! test). Not guaranteed: anything against someone who knows that counts are not negative.

use crate::{Program, Year, Zeros, basis::Basis, field};

/// One column of the system: rows ascending, coefficients beside them.
#[derive(Default, Clone)]
struct Column {
    rows: Vec<u32>,
    values: Vec<u64>,
}

/// Cells from the most to the least wanted: those in `first`, then zeros, then larger counts, ties by how many
/// persons the cell shares with others, then by number.
pub(crate) fn wanted(program: &Program, counts: &[i64], first: &[bool]) -> Vec<u32> {
    let mut tie: Vec<i64> =
        counts.iter().zip(&program.shown).map(|(n, shown)| if *shown { n + 1 } else { 0 }).collect();
    program.hand_down(&mut tie);
    for (cell, value) in tie.iter_mut().enumerate() {
        if !program.is_inner(cell) {
            *value = 0;
        }
    }
    program.sum_up(&mut tie);
    let mut order: Vec<u32> = (0..program.len() as u32).filter(|cell| program.shown[*cell as usize]).collect();
    order.sort_by_key(|cell| {
        let cell = *cell as usize;
        let count = if counts[cell] == 0 { i64::MAX } else { counts[cell] };
        (!first[cell], std::cmp::Reverse((count, tie[cell])), cell)
    });
    order
}

/// The cells to withhold so that no sensitive cell is a linear combination of published ones.
///
/// `given` cells are public already and are never withheld. Sensitive cells that
/// follow from given cells alone cannot be helped; the audit finds them.
pub(crate) fn eliminate(program: &Program, year: &Year, sensitive: &[bool], zeros: Zeros) -> Vec<bool> {
    let (counts, given) = (&year.counts, &year.given);
    let basis = Basis::new(program, counts);
    let mut system = System::new(program, &basis, sensitive);
    let stays = |cell: usize| given[cell] || (counts[cell] == 0 && zeros == Zeros::Shown);
    let mut suppressed: Vec<bool> = (0..program.len()).map(|c| program.shown[c] && sensitive[c]).collect();
    for cell in wanted(program, counts, given) {
        let cell = cell as usize;
        if suppressed[cell] {
            continue;
        }
        let column = std::mem::take(&mut system.columns[cell]);
        for row in &column.rows {
            system.count[*row as usize] -= 1;
        }
        let Some(rarest) = (0..column.rows.len()).min_by_key(|at| system.count[column.rows[*at] as usize]) else {
            continue; // It follows from what is published.
        };
        if !stays(cell) && system.gives_away(&column, rarest, sensitive) {
            suppressed[cell] = true;
        } else {
            system.eliminate(&column, rarest);
        }
    }
    suppressed
}

struct System {
    columns: Vec<Column>,
    /// Which columns may have an entry in a row: a superset, cleaned when read.
    members: Vec<Vec<u32>>,
    /// How many columns have an entry in a row.
    count: Vec<u32>,
}

impl System {
    fn new(program: &Program, basis: &Basis, sensitive: &[bool]) -> System {
        let mut system = System {
            columns: vec![Column::default(); program.len()],
            members: vec![Vec::new(); basis.rank()],
            count: vec![0; basis.rank()],
        };
        for cell in (0..program.len()).filter(|cell| program.shown[*cell] || sensitive[*cell]) {
            let (rows, values): (Vec<u32>, Vec<u64>) = basis.vector(cell).into_iter().unzip();
            for row in &rows {
                system.members[*row as usize].push(cell as u32);
                system.count[*row as usize] += 1;
            }
            system.columns[cell] = Column { rows, values };
        }
        system
    }

    /// Whether a sensitive column is a multiple of this one.
    fn gives_away(&self, column: &Column, rarest: usize, sensitive: &[bool]) -> bool {
        let pivot = field::inverse(column.values[rarest]);
        self.members[column.rows[rarest] as usize].iter().map(|member| *member as usize).filter(|m| sensitive[*m]).any(
            |member| {
                let other = &self.columns[member];
                if other.rows != column.rows {
                    return false;
                }
                let factor = field::mul(other.values[rarest], pivot);
                column.values.iter().zip(&other.values).all(|(a, b)| field::mul(*a, factor) == *b)
            },
        )
    }

    /// Removes the row of the pivot from all other columns.
    fn eliminate(&mut self, pivot: &Column, rarest: usize) {
        let row = pivot.rows[rarest];
        let inverse = field::neg(field::inverse(pivot.values[rarest]));
        let mut merged = Column::default();
        for member in std::mem::take(&mut self.members[row as usize]) {
            let column = &mut self.columns[member as usize];
            let Ok(at) = column.rows.binary_search(&row) else { continue };
            let factor = field::mul(column.values[at], inverse);
            merged.rows.clear();
            merged.values.clear();
            let (mut i, mut j) = (0, 0);
            while i < column.rows.len() || j < pivot.rows.len() {
                let a = column.rows.get(i).copied().unwrap_or(u32::MAX);
                let b = pivot.rows.get(j).copied().unwrap_or(u32::MAX);
                if a < b {
                    merged.rows.push(a);
                    merged.values.push(column.values[i]);
                    i += 1;
                } else if b < a {
                    merged.rows.push(b);
                    merged.values.push(field::mul(factor, pivot.values[j]));
                    self.members[b as usize].push(member);
                    self.count[b as usize] += 1;
                    j += 1;
                } else {
                    let value = field::add(column.values[i], field::mul(factor, pivot.values[j]));
                    if value == 0 {
                        self.count[a as usize] -= 1;
                    } else {
                        merged.rows.push(a);
                        merged.values.push(value);
                    }
                    i += 1;
                    j += 1;
                }
            }
            column.rows.clone_from(&merged.rows);
            column.values.clone_from(&merged.values);
        }
    }
}
