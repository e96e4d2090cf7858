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
    /// The changes of all cells, sums included, by cell, none zero; to be divided by the denominator. Changes of cells
    /// that do not exist are passed over.
    pub fn changes_everywhere(&self, program: &Program) -> Vec<(usize, i64)> {
        let inner = |change: &&(u32, i64)| (change.0 as usize) < program.len() && program.is_inner(change.0 as usize);
        let changes = self.changes.iter().filter(inner).copied().collect();
        Certificate { changes, denominator: self.denominator }.spread(program)
    }

    /// The changes of all cells, sums included, by cell, none zero.
    pub(crate) fn spread(&self, program: &Program) -> Vec<(usize, i64)> {
        let mut all: Vec<(usize, i64)> = Vec::new();
        for (cell, change) in &self.changes {
            let mut cells = vec![0usize];
            for (axis, dimension) in program.dimensions.iter().enumerate() {
                let above = &dimension.above[program.node(*cell as usize, axis)];
                let stride = program.strides[axis];
                cells = above
                    .iter()
                    .flat_map(|node| cells.iter().map(move |cell| cell + *node as usize * stride))
                    .collect();
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

/// A certificate together with all cells that it changes, sums included, by cell.
#[derive(Clone)]
pub(crate) struct Lift {
    pub(crate) certificate: Certificate,
    pub(crate) changes: Vec<(usize, i64)>,
}

impl Lift {
    pub(crate) fn new(program: &Program, certificate: Certificate) -> Lift {
        let changes = certificate.spread(program);
        Lift { certificate, changes }
    }

    /// Both changes together; only for certificates in whole persons.
    pub(crate) fn plus(&self, other: &Lift) -> Lift {
        let certificate =
            Certificate { changes: merge(&self.certificate.changes, &other.certificate.changes), denominator: 1 };
        Lift { certificate, changes: merge(&self.changes, &other.changes) }
    }

    /// The change of one cell.
    pub(crate) fn of(&self, cell: usize) -> i64 {
        self.changes.binary_search_by_key(&cell, |change| change.0).map_or(0, |at| self.changes[at].1)
    }
}

/// The sum of two sorted lists of changes.
fn merge<T: Copy + Ord>(a: &[(T, i64)], b: &[(T, i64)]) -> Vec<(T, i64)> {
    let mut out = Vec::with_capacity(a.len() + b.len());
    let (mut i, mut j) = (0, 0);
    while let (Some(left), Some(right)) = (a.get(i), b.get(j)) {
        match left.0.cmp(&right.0) {
            std::cmp::Ordering::Less => out.push(*left),
            std::cmp::Ordering::Greater => out.push(*right),
            std::cmp::Ordering::Equal if left.1 + right.1 != 0 => out.push((left.0, left.1 + right.1)),
            std::cmp::Ordering::Equal => {}
        }
        i += usize::from(left.0 <= right.0);
        j += usize::from(right.0 <= left.0);
    }
    out.extend_from_slice(&a[i..]);
    out.extend_from_slice(&b[j..]);
    out
}
