//! From certificates, which are differences to the truth, to a proof, which is not.

use std::collections::{BTreeMap, BTreeSet};

use super::{Flaw, Proof, published};
use crate::{Certificate, Level, Mistake, Policy, Program, Protected, Year, Zeros};

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

/// How many certificates may move the same cell of the base: each table has to take back those that it touches.
const MOST_MOVES: usize = 4;

impl Proof {
    /// The proof of a protected year. It has been checked.
    ///
    /// The base is the true table moved by certificates, small ones first, as long as all that lower a cell together
    /// leave it what is known to be there: then any choice of them leads to a table that agrees with the release. Every
    /// certificate, in turn, is laid where the base takes back what touches it: that is such a table, too, and it shows
    /// there what the certificate proves. Certificates that show nothing new are left out. Where moving the base has
    /// brought a large count below the minimum, a further table takes back what moved it.
    ///
    /// # Errors
    /// A year and a protection that do not belong together, a cell without certificate, or
    /// [`crate::Level::Linear`], which has none.
    pub fn new(program: &Program, year: &Year, protected: &Protected, policy: &Policy) -> Result<Proof, Unproven> {
        crate::protect::check(program, year)?;
        crate::fits(program, protected.withheld().len())?;
        let lifts: Vec<Lift> = protected.certificates().iter().map(|own| Lift::new(program, own.clone())).collect();
        let moved = Moved::new(program, year, protected.withheld(), policy, &lifts);
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
            if !true_is_fine || moved.by[cell].is_empty() {
                return Err(Unproven::NoCertificate(cell));
            }
            taken_back.insert(moved.by[cell].clone());
        }
        let nothing = || Certificate { changes: Vec::new(), denominator: 1 };
        tables.extend(taken_back.into_iter().map(|by| without(nothing(), &lifts, by)));
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
    /// For each cell the certificates that have moved it.
    by: Vec<Vec<u32>>,
}

impl Moved {
    fn new(program: &Program, year: &Year, withheld: &[bool], policy: &Policy, lifts: &[Lift]) -> Moved {
        let least =
            |cell: usize| i64::from(policy.level == Level::Positive && program.is_shown(cell) && withheld[cell]);
        let mut moved = Moved { counts: year.counts.clone(), by: vec![Vec::new(); program.len()] };
        // How far a cell falls if all that lower it are laid, and none that raise it.
        let mut lowest = year.counts.clone();
        let mut order: Vec<usize> = (0..lifts.len()).filter(|at| lifts[*at].certificate.denominator == 1).collect();
        order.sort_by_key(|at| (lifts[*at].changes.len(), *at));
        for at in order {
            let fits = |(cell, change): &(usize, i64)| {
                let stays =
                    *change > 0 || program.is_free(*cell) || lowest[*cell].saturating_add(*change) >= least(*cell);
                // Moves that cancel each other would lead back to the truth.
                let back = moved.counts[*cell].saturating_add(*change) == year.counts[*cell];
                stays && !back && moved.by[*cell].len() < MOST_MOVES
            };
            if lifts[at].changes.iter().all(fits) {
                for (cell, change) in &lifts[at].changes {
                    moved.counts[*cell] = moved.counts[*cell].saturating_add(*change);
                    lowest[*cell] = lowest[*cell].saturating_add((*change).min(0));
                    moved.by[*cell].push(at as u32);
                }
            }
        }
        moved
    }

    /// The table that a certificate leads to where it is, as a difference to the base.
    fn without_what_it_touches(&self, program: &Program, lifts: &[Lift], lift: &Lift) -> Lift {
        let touched: BTreeSet<u32> = lift.changes.iter().flat_map(|(cell, _)| self.by[*cell].iter().copied()).collect();
        if touched.is_empty() {
            lift.clone()
        } else {
            Lift::new(program, without(lift.certificate.clone(), lifts, touched))
        }
    }
}

/// A table with some certificates taken back.
fn without(table: Certificate, lifts: &[Lift], back: impl IntoIterator<Item = u32>) -> Certificate {
    let mut changes: BTreeMap<u32, i64> = table.changes.iter().copied().collect();
    for other in back.into_iter().filter_map(|by| lifts.get(by as usize)) {
        for (cell, change) in &other.certificate.changes {
            let own = changes.entry(*cell).or_default();
            *own = own.saturating_sub(change.saturating_mul(table.denominator));
        }
    }
    changes.retain(|_, change| *change != 0);
    Certificate { changes: changes.into_iter().collect(), denominator: table.denominator }
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
