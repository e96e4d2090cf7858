//! Checking certificates by adding them up.

use std::collections::BTreeMap;

use super::Case;
use crate::Certificate;

/// Why a certificate proves nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Flaw {
    /// It changes a cell that is not inner, or does not exist, or its denominator is not positive.
    #[error("cell {0} is no inner cell of this table")]
    Malformed(usize),
    /// It changes a published cell.
    #[error("cell {0} is published and would change")]
    ChangesPublished(usize),
    /// A cell would fall below what the attacker knows to be its least count.
    #[error("cell {0} would fall below its least possible count")]
    TooLow(usize),
    /// Numbers too large to be checked.
    #[error("a change of cell {0} is too large")]
    TooLarge(usize),
}

/// The sensitive cells that a certificate makes safe. Takes time in proportion to the cells it changes.
pub(super) fn replay(case: &Case, certificate: &Certificate) -> Result<Vec<usize>, Flaw> {
    let program = case.program;
    let denominator = i128::from(certificate.denominator);
    if denominator <= 0 {
        return Err(Flaw::Malformed(0));
    }
    let mut changes: BTreeMap<usize, i128> = BTreeMap::new();
    for (cell, change) in &certificate.changes {
        let cell = *cell as usize;
        if cell >= program.len() || !program.is_inner(cell) {
            return Err(Flaw::Malformed(cell));
        }
        let entry = changes.entry(cell).or_default();
        *entry = entry.checked_add(i128::from(*change)).ok_or(Flaw::TooLarge(cell))?;
    }
    // One dimension after the other, every change goes to all nodes above.
    for (axis, dimension) in program.dimensions().iter().enumerate() {
        let stride = program.strides[axis];
        let mut wider: BTreeMap<usize, i128> = BTreeMap::new();
        for (cell, change) in changes {
            let node = program.node(cell, axis);
            for above in &dimension.above[node] {
                let at = cell - node * stride + *above as usize * stride;
                let entry = wider.entry(at).or_default();
                *entry = entry.checked_add(change).ok_or(Flaw::TooLarge(at))?;
            }
        }
        wider.retain(|_, change| *change != 0);
        changes = wider;
    }
    let mut safe = Vec::new();
    for (cell, change) in changes {
        if case.is_published(cell) {
            return Err(Flaw::ChangesPublished(cell));
        }
        let before = i128::from(case.counts[cell]).checked_mul(denominator).ok_or(Flaw::TooLarge(cell))?;
        let after = before.checked_add(change).ok_or(Flaw::TooLarge(cell))?;
        if after < i128::from(case.least(cell)) * denominator {
            return Err(Flaw::TooLow(cell));
        }
        if case.is_sensitive(cell) && after >= i128::from(case.targets[cell]) * denominator {
            safe.push(cell);
        }
    }
    Ok(safe)
}
