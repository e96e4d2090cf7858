//! Proofs that a withheld cell is safe.

use crate::Program;

/// An alternative table, as the difference to the true one.
///
/// Every sum follows from the inner cells. The proof holds if no published cell changes, no cell falls below what the
/// attacker knows to be its least value, and the sensitive cell reaches the minimum.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Certificate {
    /// Inner cells and their changes, by cell; to be divided by `denominator`.
    pub changes: Vec<(u32, i64)>,
    /// One, unless the alternative table has fractions of persons.
    pub denominator: i64,
}

impl Certificate {
    /// Both changes together; only for certificates in whole persons.
    pub(crate) fn plus(&self, other: &Certificate) -> Certificate {
        let mut changes: Vec<(u32, i64)> = self.changes.iter().chain(&other.changes).copied().collect();
        changes.sort_unstable();
        changes.dedup_by(|next, last| {
            let same = next.0 == last.0;
            if same {
                last.1 += next.1;
            }
            same
        });
        changes.retain(|change| change.1 != 0);
        Certificate { changes, denominator: 1 }
    }

    /// The changes of all cells, sums included, by cell, none zero.
    pub(crate) fn spread(&self, program: &Program) -> Vec<(usize, i64)> {
        let mut all: Vec<(usize, i64)> = Vec::new();
        for (cell, change) in &self.changes {
            let mut cells = vec![0usize];
            for (axis, dimension) in program.dimensions.iter().enumerate() {
                let above = &dimension.above[program.node(*cell as usize, axis)];
                let stride = program.strides[axis];
                cells = above.iter().flat_map(|node| cells.iter().map(move |cell| cell + *node as usize * stride)).collect();
            }
            all.extend(cells.into_iter().map(|cell| (cell, *change)));
        }
        all.sort_unstable_by_key(|change| change.0);
        let mut folded: Vec<(usize, i64)> = Vec::with_capacity(all.len());
        for (cell, change) in all {
            match folded.last_mut().filter(|last| last.0 == cell) {
                Some(last) => last.1 += change,
                None => folded.push((cell, change)),
            }
        }
        folded.retain(|change| change.1 != 0);
        folded
    }
}
