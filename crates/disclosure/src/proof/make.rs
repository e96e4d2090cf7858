//! From certificates, which are differences to the truth, to a proof, which is not.

use std::collections::{BTreeMap, BTreeSet};

use super::{Flaw, Proof, published};
use crate::{Certificate, Mistake, Policy, Program, Protected, Year, Zeros};

/// Why there is no proof for a third party. Names cells, never counts.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Unproven {
    /// The input is wrong.
    #[error(transparent)]
    Mistake(#[from] Mistake),
    /// A cell of which the audit knows by a linear program of its own that it is safe: there is no certificate.
    #[error("there is no certificate for the withheld cell {0}")]
    NoCertificate(usize),
    /// The proof did not pass its own check.
    #[error(transparent)]
    Flaw(#[from] Flaw),
}

/// No certificate.
const NOBODY: u32 = u32::MAX;

impl Proof {
    /// The proof of a protected year. It has been checked.
    ///
    /// The base is the true table moved by certificates that touch no cell of one another, small ones first. Every other
    /// certificate stays as it is, but takes back those of the base that it touches: what it leads to is then the true
    /// table where it has changes, and the base elsewhere, and so a table that agrees with the release. Certificates
    /// that show nothing new are left out. Where moving the base has brought a large count below the minimum, a further
    /// table takes that move back.
    ///
    /// # Errors
    /// A year and a protection that do not belong together, a cell without certificate, or
    /// [`crate::Level::Linear`], which has none.
    pub fn new(program: &Program, year: &Year, protected: &Protected, policy: &Policy) -> Result<Proof, Unproven> {
        crate::protect::check(program, year)?;
        crate::fits(program, protected.withheld().len())?;
        let lifts: Vec<Lift> = protected.certificates().iter().map(|own| Lift::new(program, own.clone())).collect();
        let moved = Moved::new(program, &year.counts, &lifts);
        let mut reached: Vec<bool> = moved.counts.iter().map(|count| *count >= i64::from(policy.minimum)).collect();
        let mut tables = Vec::new();
        for lift in &lifts {
            let table = moved.without_what_it_touches(program, &lifts, lift);
            let enough = i64::from(policy.minimum).saturating_mul(table.certificate.denominator);
            let value = |cell: usize, change: i64| {
                moved.counts[cell].saturating_mul(table.certificate.denominator).saturating_add(change)
            };
            let shows = |(cell, change): &(usize, i64)| {
                protected.withheld()[*cell] && program.is_shown(*cell) && value(*cell, *change) >= enough
            };
            let new: Vec<usize> = table
                .changes
                .iter()
                .filter(|change| shows(change))
                .map(|change| change.0)
                .filter(|cell| !reached[*cell])
                .collect();
            if !new.is_empty() {
                new.into_iter().for_each(|cell| reached[cell] = true);
                tables.push(table.certificate);
            }
        }
        let mut taken_back = BTreeSet::new();
        for cell in (0..program.len()).filter(|cell| protected.withheld()[*cell] && program.is_shown(*cell)) {
            let (truth, base) = (year.counts[cell], moved.counts[cell]);
            let zero_is_fine = policy.zeros == Zeros::Protected;
            if reached[cell] || program.is_free(cell) || (zero_is_fine && truth == 0 && base == 0) {
                continue;
            }
            let true_is_fine = truth >= i64::from(policy.minimum) || (zero_is_fine && truth == 0);
            match moved.by[cell] {
                by if by != NOBODY && true_is_fine => taken_back.insert(by),
                _ => return Err(Unproven::NoCertificate(cell)),
            };
        }
        tables.extend(taken_back.into_iter().filter_map(|by| lifts.get(by as usize)).map(|lift| {
            let changes = lift.certificate.changes.iter().map(|(cell, change)| (*cell, -change)).collect();
            Certificate { changes, denominator: 1 }
        }));
        let inner = (0..program.len()).filter(|cell| program.is_inner(*cell) && moved.counts[*cell] != 0);
        let proof = Proof {
            nodes: program.dimensions().iter().map(crate::Dimension::len).collect(),
            base: inner.map(|cell| (cell as u32, moved.counts[cell])).collect(),
            tables,
        };
        proof.check(program, &published(program, &year.counts, protected.withheld()), policy)?;
        Ok(proof)
    }
}

/// The base.
struct Moved {
    counts: Vec<i64>,
    /// For each cell the certificate that has moved it.
    by: Vec<u32>,
}

impl Moved {
    /// Moves the counts by certificates that touch no cell of one another.
    fn new(program: &Program, counts: &[i64], lifts: &[Lift]) -> Moved {
        let mut moved = Moved { counts: counts.to_vec(), by: vec![NOBODY; program.len()] };
        let mut order: Vec<usize> = (0..lifts.len()).filter(|at| lifts[*at].certificate.denominator == 1).collect();
        order.sort_by_key(|at| (lifts[*at].changes.len(), *at));
        for at in order {
            let changes = &lifts[at].changes;
            if changes.iter().all(|(cell, _)| moved.by[*cell] == NOBODY) {
                for (cell, change) in changes {
                    moved.counts[*cell] += change;
                    moved.by[*cell] = at as u32;
                }
            }
        }
        moved
    }

    /// The table that a certificate leads to where it is, as a difference to the base.
    fn without_what_it_touches(&self, program: &Program, lifts: &[Lift], lift: &Lift) -> Lift {
        let touched: BTreeSet<u32> =
            lift.changes.iter().map(|(cell, _)| self.by[*cell]).filter(|by| *by != NOBODY).collect();
        if touched.is_empty() {
            return lift.clone();
        }
        let denominator = lift.certificate.denominator;
        let mut changes: BTreeMap<u32, i64> = lift.certificate.changes.iter().copied().collect();
        for other in touched.into_iter().filter_map(|by| lifts.get(by as usize)) {
            for (cell, change) in &other.certificate.changes {
                *changes.entry(*cell).or_default() -= change * denominator;
            }
        }
        changes.retain(|_, change| *change != 0);
        Lift::new(program, Certificate { changes: changes.into_iter().collect(), denominator })
    }
}

/// A certificate together with all cells that it changes, sums included.
#[derive(Clone)]
struct Lift {
    certificate: Certificate,
    changes: Vec<(usize, i64)>,
}

impl Lift {
    fn new(program: &Program, certificate: Certificate) -> Lift {
        Lift { changes: certificate.changes_everywhere(program), certificate }
    }
}
