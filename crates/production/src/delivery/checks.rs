//! Checks of a delivery that was understood: they warn, people decide.

mod coverage;
mod figures;
mod jumps;
mod sums;
mod within;

pub(super) use jumps::{POINTS, jumps_of};

use catalogue::{Catalogue, model::Source};

use super::{
    batch::Batch,
    columns::{Columns, Variables},
    findings::Findings,
    table::Table,
};

/// What the checks look at.
pub(super) struct Checked<'a> {
    pub(super) catalogue: &'a Catalogue,
    pub(super) source: &'a Source,
    pub(super) table: &'a Table,
    pub(super) columns: &'a Columns<'a>,
    pub(super) variables: &'a Variables<'a>,
    /// The facts of the measures that the file holds.
    pub(super) batches: &'a [Batch<'a>],
}

/// All checks, one after the other.
pub(super) fn all(checked: &Checked<'_>, findings: &mut Findings<'_>) {
    coverage::check(checked, findings);
    sums::check(checked, findings);
    within::check(checked, findings);
    figures::check(checked, findings);
    jumps::check(checked, findings);
}
