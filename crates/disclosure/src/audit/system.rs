//! What the attacker knows, as equations between unknown cells.

use super::Case;

/// Sums with at least one unknown cell.
pub(super) struct Equations {
    /// The unknown cells.
    pub(super) unknowns: Vec<usize>,
    /// Unknowns with their signs: the sum counts plus, its parts minus.
    pub(super) rows: Vec<Vec<(u32, i8)>>,
    /// What the signed unknowns of a row add up to.
    pub(super) right: Vec<i64>,
}

impl Equations {
    pub(super) fn new(case: &Case) -> Equations {
        let program = case.program;
        // Loose cells take every value that the sums ask of them: sums with one of them say nothing.
        let unknowns: Vec<usize> =
            (0..program.len()).filter(|cell| !case.is_published(*cell) && !program.is_loose(*cell)).collect();
        let mut place = vec![u32::MAX; program.len()];
        for (at, cell) in unknowns.iter().enumerate() {
            place[*cell] = at as u32;
        }
        let (mut rows, mut right) = (Vec::new(), Vec::new());
        for (axis, dimension) in program.dimensions().iter().enumerate() {
            for relation in dimension.relations() {
                program.over_slices(axis, |base, stride| {
                    let parent = base + relation.parent * stride;
                    let parts = relation.kids.iter().map(|kid| (base + kid * stride, -1i8));
                    let (mut row, mut known, mut loose) = (Vec::new(), 0, false);
                    for (cell, sign) in std::iter::once((parent, 1)).chain(parts) {
                        if program.is_loose(cell) {
                            loose = true;
                        } else if place[cell] == u32::MAX {
                            known += i64::from(sign) * case.counts[cell];
                        } else {
                            row.push((place[cell], sign));
                        }
                    }
                    if !row.is_empty() && !loose {
                        rows.push(row);
                        right.push(-known);
                    }
                });
            }
        }
        Equations { unknowns, rows, right }
    }

    /// For each unknown the rows that contain it.
    pub(super) fn rows_of(&self) -> Vec<Vec<u32>> {
        let mut rows_of = vec![Vec::new(); self.unknowns.len()];
        for (number, row) in self.rows.iter().enumerate() {
            for (unknown, _) in row {
                rows_of[*unknown as usize].push(number as u32);
            }
        }
        rows_of
    }
}
