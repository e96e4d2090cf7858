//! Adding up.

use super::Proof;
use crate::{Certificate, Level, MOST_PERSONS, Mistake, Policy, Program, Zeros};

/// Why a proof does not hold. Tables are counted from one; table zero is the base.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Flaw {
    /// The input is wrong.
    #[error(transparent)]
    Mistake(#[from] Mistake),
    /// The proof is for tables of another shape.
    #[error("the proof belongs to tables of another shape")]
    OtherProgram,
    /// At [`Level::Linear`] counts may be anything, and proofs of this kind say nothing.
    #[error("there are no proofs against an attacker who knows nothing but that counts add up")]
    Linear,
    /// A table names a cell that is not inner or does not exist, or has numbers that are out of bounds.
    #[error("table {table} is malformed at cell {cell}")]
    Malformed {
        /// Which table.
        table: usize,
        /// Where.
        cell: usize,
    },
    /// A table does not agree with a published number.
    #[error("table {table} does not agree with what is published of cell {cell}")]
    Contradicts {
        /// Which table.
        table: usize,
        /// Where.
        cell: usize,
    },
    /// A table has less in a cell than everybody knows to be there.
    #[error("table {table} has less in cell {cell} than is known to be there")]
    TooLow {
        /// Which table.
        table: usize,
        /// Where.
        cell: usize,
    },
    /// No table shows that this withheld cell may reach the minimum.
    #[error("nothing shows that the withheld cell {0} may reach the minimum")]
    NotReached(usize),
}

/// What a proof that holds is about.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Checked {
    /// Published cells that all tables agree with.
    pub published: usize,
    /// Withheld cells.
    pub withheld: usize,
    /// Withheld cells of which no table shows the minimum, but one shows zero. Only with [`Zeros::Protected`].
    pub or_zero: usize,
    /// Tables beside the base.
    pub tables: usize,
    /// Tables with fractions of persons.
    pub fractional: usize,
}

/// The largest change and denominator; sums of them stay far within 128 bits.
const MOST_CHANGE: i64 = 1 << 60;

/// What is known of a cell without the proof.
struct Known<'a> {
    program: &'a Program,
    published: &'a [Option<i64>],
    policy: &'a Policy,
}

impl Known<'_> {
    fn is_withheld(&self, cell: usize) -> bool {
        self.program.is_shown(cell) && self.published[cell].is_none()
    }

    /// The least count that is possible.
    fn least(&self, cell: usize) -> Option<i128> {
        let free = self.program.is_free(cell);
        (!free).then(|| i128::from(self.policy.level == Level::Positive && self.is_withheld(cell)))
    }
}

impl Proof {
    /// Checks the proof against a release: `published` has the count of every cell that is published, and nothing for
    /// the others. No true count is needed. Takes time in proportion to the cells and to the changes of the tables.
    ///
    /// # Errors
    /// The first thing that is wrong.
    pub fn check(&self, program: &Program, published: &[Option<i64>], policy: &Policy) -> Result<Checked, Flaw> {
        policy.check()?;
        crate::fits(program, published.len())?;
        if policy.level == Level::Linear {
            return Err(Flaw::Linear);
        }
        if self.nodes.len() != program.dimensions().len()
            || self.nodes.iter().zip(program.dimensions()).any(|(nodes, dimension)| *nodes != dimension.len())
        {
            return Err(Flaw::OtherProgram);
        }
        let known = Known { program, published, policy };
        let base = self.base_counts(&known)?;
        let minimum = i128::from(policy.minimum);
        let mut reached: Vec<bool> = base.iter().map(|count| i128::from(*count) >= minimum).collect();
        let mut zero: Vec<bool> = base.iter().map(|count| *count == 0).collect();
        for (at, table) in self.tables.iter().enumerate() {
            for (cell, value) in values(&known, &base, table, at + 1)? {
                reached[cell] |= value >= minimum * i128::from(table.denominator);
                zero[cell] |= value == 0;
            }
        }
        let mut checked = Checked {
            published: published.iter().flatten().count(),
            tables: self.tables.len(),
            fractional: self.tables.iter().filter(|table| table.denominator != 1).count(),
            ..Checked::default()
        };
        for cell in (0..program.len()).filter(|cell| known.is_withheld(*cell)) {
            checked.withheld += 1;
            // Counts of free sign are no counts of persons, and nobody asks a minimum of them.
            if !reached[cell] && !program.is_free(cell) {
                if policy.zeros == Zeros::Shown || !zero[cell] {
                    return Err(Flaw::NotReached(cell));
                }
                checked.or_zero += 1;
            }
        }
        Ok(checked)
    }

    /// The counts of all cells of the base.
    fn base_counts(&self, known: &Known) -> Result<Vec<i64>, Flaw> {
        let add_up = known.program.add_up(self.base.iter().map(|(cell, count)| (*cell as usize, *count)));
        let base = add_up.map_err(|mistake| match mistake {
            Mistake::NotInner(cell) => Flaw::Malformed { table: 0, cell },
            Mistake::NotASum(cell) => Flaw::TooLow { table: 0, cell },
            other => Flaw::Mistake(other),
        })?;
        for (cell, count) in base.iter().enumerate() {
            if known.published[cell].is_some_and(|published| published != *count) {
                return Err(Flaw::Contradicts { table: 0, cell });
            }
            if known.least(cell).is_some_and(|least| i128::from(*count) < least) {
                return Err(Flaw::TooLow { table: 0, cell });
            }
        }
        Ok(base)
    }
}

/// What a table has in the cells in which it differs from the base, times its denominator.
fn values(known: &Known, base: &[i64], table: &Certificate, number: usize) -> Result<Vec<(usize, i128)>, Flaw> {
    let program = known.program;
    if !(1..=MOST_PERSONS).contains(&table.denominator) {
        return Err(Flaw::Malformed { table: number, cell: 0 });
    }
    let mut changes: Vec<(usize, i128)> = Vec::new();
    for (cell, change) in &table.changes {
        let cell = *cell as usize;
        if cell >= program.len() || !program.is_inner(cell) || !(-MOST_CHANGE..=MOST_CHANGE).contains(change) {
            return Err(Flaw::Malformed { table: number, cell });
        }
        changes.extend(program.sums_of(cell).map(|sum| (sum, i128::from(*change))));
    }
    changes.sort_unstable_by_key(|change| change.0);
    changes.dedup_by(|next, kept| {
        let same = next.0 == kept.0;
        if same {
            kept.1 += next.1;
        }
        same
    });
    changes.retain(|change| change.1 != 0);
    for (cell, value) in &mut changes {
        if known.published[*cell].is_some() {
            return Err(Flaw::Contradicts { table: number, cell: *cell });
        }
        *value += i128::from(base[*cell]) * i128::from(table.denominator);
        if known.least(*cell).is_some_and(|least| *value < least * i128::from(table.denominator)) {
            return Err(Flaw::TooLow { table: number, cell: *cell });
        }
    }
    Ok(changes)
}
