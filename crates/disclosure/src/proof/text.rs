//! Proofs as text, version 1.
//!
//! ```text
//! disclosure proof 1
//! nodes 45 12 5 3
//! base 2
//! 812 17
//! 813 4
//! table 1 2
//! 812 -1
//! 813 1
//! end
//! ```
//!
//! After the first line the number of nodes of each dimension; the base with the number of its lines, a cell and its
//! count in each; then each table with its denominator and the number of its lines, a cell and its change in each, to be
//! divided by the denominator. Cells ascend, numbers are written in one way only, and nothing follows the end: two
//! texts that read the same are the same.

use std::{fmt::Write, str::Split};

use super::Proof;
use crate::{Certificate, MOST_PERSONS};

const HEAD: &str = "disclosure proof 1";

/// Where a text stops being a proof, and why. Never repeats what stands there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("line {number}: {what}")]
pub struct Line {
    /// The line, counted from one.
    pub number: usize,
    /// What is wrong with it.
    pub what: Unreadable,
}

/// What can be wrong with a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Unreadable {
    /// The first line is not that of a proof, or of one of another version.
    #[error("this is no proof of version 1")]
    Version,
    /// Something else stands here than must stand here.
    #[error("something else is expected here")]
    Unexpected,
    /// A number is missing, too large or not written as it must be.
    #[error("a number is missing, out of bounds or not written in the shortest way")]
    Number,
    /// A cell that does not come after the one before.
    #[error("the cells do not ascend")]
    Order,
    /// A count or change of zero, which is not written.
    #[error("zeros are left out")]
    Zero,
    /// The text ends too early.
    #[error("the text ends too early")]
    Short,
    /// Something follows the end.
    #[error("something follows the end")]
    Long,
}

impl Proof {
    /// The proof as text. Numbers about people stand in it: see the module's last paragraph.
    pub fn write(&self) -> String {
        let mut text = String::from(HEAD);
        text.push_str("\nnodes");
        // Writing to a string does not fail.
        for nodes in &self.nodes {
            let _ = write!(text, " {nodes}");
        }
        let _ = writeln!(text, "\nbase {}", self.base.len());
        pairs(&mut text, &self.base);
        for table in &self.tables {
            let _ = writeln!(text, "table {} {}", table.denominator, table.changes.len());
            pairs(&mut text, &table.changes);
        }
        text.push_str("end\n");
        text
    }

    /// Reads what [`Proof::write`] wrote. A proof that can be read need not hold: see [`Proof::check`].
    ///
    /// # Errors
    /// The first line that is wrong.
    pub fn read(text: &str) -> Result<Proof, Line> {
        let mut reader = Reader { lines: text.split('\n'), number: 0 };
        if reader.next()? != HEAD {
            return Err(reader.wrong(Unreadable::Version));
        }
        let line = reader.next()?;
        let line = line.strip_prefix("nodes").ok_or(reader.wrong(Unreadable::Unexpected))?;
        // Without dimensions there is one cell, and no number here.
        if !line.is_empty() && !line.starts_with(' ') {
            return Err(reader.wrong(Unreadable::Unexpected));
        }
        let words = line.split(' ').skip(1);
        let nodes: Option<Vec<usize>> = words.map(|word| usize::try_from(whole(word)?).ok()).collect();
        let nodes = nodes.ok_or(reader.wrong(Unreadable::Number))?;
        let line = reader.next()?;
        let lines = line.strip_prefix("base ").ok_or(reader.wrong(Unreadable::Unexpected))?;
        let lines = reader.number(lines, i64::from(u32::MAX))?;
        let base = reader.pairs(lines)?;
        let mut tables = Vec::new();
        loop {
            let line = reader.next()?;
            if line == "end" {
                break;
            }
            let numbers = line.strip_prefix("table ").and_then(|rest| rest.split_once(' '));
            let (denominator, lines) = numbers.ok_or(reader.wrong(Unreadable::Unexpected))?;
            let denominator = reader.number(denominator, MOST_PERSONS)?;
            if denominator == 0 {
                return Err(reader.wrong(Unreadable::Number));
            }
            let lines = reader.number(lines, i64::from(u32::MAX))?;
            tables.push(Certificate { changes: reader.pairs(lines)?, denominator });
        }
        // The last line ends, too.
        if !reader.next()?.is_empty() || reader.next().is_ok() {
            return Err(reader.wrong(Unreadable::Long));
        }
        Ok(Proof { nodes, base, tables })
    }
}

fn pairs(text: &mut String, pairs: &[(u32, i64)]) {
    for (cell, number) in pairs {
        let _ = writeln!(text, "{cell} {number}");
    }
}

struct Reader<'a> {
    lines: Split<'a, char>,
    number: usize,
}

impl<'a> Reader<'a> {
    fn next(&mut self) -> Result<&'a str, Line> {
        self.number += 1;
        self.lines.next().ok_or(self.wrong(Unreadable::Short))
    }

    fn wrong(&self, what: Unreadable) -> Line {
        Line { number: self.number, what }
    }

    /// A number from zero to `most`.
    fn number(&self, word: &str, most: i64) -> Result<i64, Line> {
        whole(word).filter(|number| (0..=most).contains(number)).ok_or(self.wrong(Unreadable::Number))
    }

    /// Lines of a cell and a number. How many are announced is not believed before they are there.
    fn pairs(&mut self, lines: i64) -> Result<Vec<(u32, i64)>, Line> {
        let mut pairs: Vec<(u32, i64)> = Vec::new();
        for _ in 0..lines {
            let line = self.next()?;
            let (cell, number) = line.split_once(' ').ok_or(self.wrong(Unreadable::Unexpected))?;
            let cell = whole(cell).and_then(|cell| u32::try_from(cell).ok()).ok_or(self.wrong(Unreadable::Number))?;
            let number = whole(number).ok_or(self.wrong(Unreadable::Number))?;
            if number == 0 {
                return Err(self.wrong(Unreadable::Zero));
            }
            if pairs.last().is_some_and(|last| last.0 >= cell) {
                return Err(self.wrong(Unreadable::Order));
            }
            pairs.push((cell, number));
        }
        Ok(pairs)
    }
}

/// A whole number that is written in the shortest way.
fn whole(word: &str) -> Option<i64> {
    let digits = word.strip_prefix('-').unwrap_or(word);
    let plain = digits.bytes().all(|byte| byte.is_ascii_digit()) && (digits == "0" || !digits.starts_with('0'));
    if !plain || word == "-0" { None } else { word.parse().ok() }
}
