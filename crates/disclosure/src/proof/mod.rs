//! A proof that a third party can check with the release alone.
//!
//! The certificates of [`crate::Protected`] are differences to the true table: who checks them knows it. A [`Proof`] has
//! other ground: a *base*, which is the true table moved by many certificates at once, and the other certificates as
//! differences to the base. Base and tables all agree with everything published; which of them is the true one, if any,
//! is not in the file.
//!
//! # What a passed check says
//!
//! [`Proof::check`] needs the shape of the tables, the published numbers and the rules, and takes time in proportion to
//! the size of table and proof. If it passes, there is for every withheld cell some table of counts that
//! * adds up to every published number,
//! * keeps what the level says of the cells that are not published (no count below zero, or, with
//!   [`Level::Positive`], no withheld one below one),
//! * has at least the minimum in that cell.
//!
//! So nobody who knows no more than the release and the level can show a withheld count to be below the minimum,
//! whatever computer they use. Nobody has to believe the program that made the release, or this crate: adding up is all
//! there is to it.
//!
//! With [`Zeros::Protected`] a withheld cell may also be a zero that covers others. Then the check is content if some
//! table shows at least the minimum *or* some table shows zero there: nobody can show that there are a few people in it.
//! [`Checked::or_zero`] counts the cells of which only the second is known.
//!
//! # What it does not say
//!
//! * Nothing about rules that ask for more than the minimum frequency, or of cells that are not shown (complements,
//!   minimum population, dominance): which cells these are depends on the true counts. They are proven to the auditor
//!   behind the wall, by [`crate::audit`].
//! * Nothing about knowledge beyond the level, such as one's own answers. Tables with fractions of persons are counted
//!   in [`Checked::fractional`]; who uses that persons are whole might conclude more from them.
//!
//! And the file is no open data. The base differs from the truth only where certificates could be laid together; about
//! half of its withheld cells are true, and it is near the truth elsewhere. It goes to those who may audit, and stays
//! behind the wall with them.

mod check;
mod make;
mod text;

pub use check::{Checked, Flaw};
pub use make::Unproven;
pub use text::{Line, Unreadable};

use crate::{Certificate, Program};
#[cfg(doc)]
use crate::{Level, Zeros};

/// A table that agrees with a release, and others that differ from it. Has no `Debug`: see the module's last paragraph.
#[derive(Clone, PartialEq, Eq)]
pub struct Proof {
    /// How many nodes each dimension has, so that a proof is not held against another program.
    pub nodes: Vec<usize>,
    /// The counts of the inner cells of the base that are not zero, by cell.
    pub base: Vec<(u32, i64)>,
    /// The other tables, as differences to the base.
    pub tables: Vec<Certificate>,
}

/// What a release shows: the counts of the cells that are shown and not withheld.
pub fn published(program: &Program, counts: &[i64], withheld: &[bool]) -> Vec<Option<i64>> {
    let is_published = |cell: usize| program.is_shown(cell) && !withheld.get(cell).copied().unwrap_or(true);
    counts.iter().enumerate().map(|(cell, count)| is_published(cell).then_some(*count)).collect()
}
