//! Cells that hang together: linear programs, and branching where their solution is not whole.

use std::collections::{BTreeMap, BTreeSet};

use microlp::{ComparisonOp, LinearExpr, OptimizationDirection, Problem, SolveOutcome, Variable};

use super::{
    Incomplete, Span,
    narrow::{Narrow, Row},
};
use crate::MOST_PERSONS;

/// The most unknown cells in one linear program.
const MOST_UNKNOWNS: usize = 6000;
/// How many linear programs one group may take.
const MOST_PROGRAMS: usize = 300;
/// From here on a bound is none for the solver; what it then finds is checked against the true one.
const ENDLESS: i64 = MOST_PERSONS / 2;
/// How far off a whole number a solution may be to count as whole.
const WHOLE: f64 = 1e-5;

/// Gives every open cell a count.
pub(super) fn all(narrow: &mut Narrow) -> Result<(), Incomplete> {
    for start in 0..narrow.program.len() {
        if !narrow.span(start).is_fixed() {
            let group = Group::around(narrow, start);
            group.solve(narrow)?;
        }
    }
    Ok(())
}

/// Open cells that hang together, and the sums between them.
struct Group {
    cells: Vec<usize>,
    rows: Vec<Row>,
}

impl Group {
    /// A sum can often be added up along several dimensions. One of them is enough: together these sums say all.
    fn around(narrow: &Narrow, start: usize) -> Group {
        let program = narrow.program;
        let defines = |row: Row| {
            let sum = narrow.sum(row);
            (0..row.axis).all(|axis| program.dimensions()[axis].is_leaf(program.node(sum, axis)))
        };
        let (mut seen, mut numbers) = (BTreeSet::from([start]), BTreeSet::new());
        let (mut open, mut rows) = (vec![start], Vec::new());
        while let Some(cell) = open.pop() {
            for number in narrow.rows_of(cell) {
                let row = narrow.row(number);
                if !defines(row) || !numbers.insert(number) {
                    continue;
                }
                rows.push(row);
                for other in narrow.parts(row).chain([narrow.sum(row)]) {
                    if !narrow.span(other).is_fixed() && seen.insert(other) {
                        open.push(other);
                    }
                }
            }
        }
        Group { cells: seen.into_iter().collect(), rows }
    }

    /// Narrows all cells of the group to one count each.
    fn solve(&self, narrow: &mut Narrow) -> Result<(), Incomplete> {
        let too_hard = Incomplete::TooHard { cells: self.cells.len() };
        if self.cells.len() > MOST_UNKNOWNS {
            return Err(too_hard);
        }
        // Guesses that are still to be tried, each with what it builds on. The last one is tried next.
        let mut guesses: Vec<(usize, Vec<(usize, Span)>)> = vec![(narrow.mark(), Vec::new())];
        let mut programs = 0;
        while let Some((mark, guess)) = guesses.pop() {
            narrow.take_back(mark);
            if narrow.set(&guess).is_err() {
                continue;
            }
            programs += 1;
            if programs > MOST_PROGRAMS {
                return Err(too_hard);
            }
            let values = match self.relaxed(narrow, false) {
                Relaxed::Values(values, _) => values,
                Relaxed::Infeasible if programs == 1 => return Err(self.contradiction(narrow)),
                Relaxed::Infeasible => continue,
                Relaxed::GaveUp => return Err(too_hard),
            };
            let mark = narrow.mark();
            let whole: Vec<(usize, Span)> =
                values.iter().map(|(cell, value)| (*cell, Span::exactly(value.round() as i64))).collect();
            if narrow.set(&whole).is_ok() {
                return Ok(());
            }
            narrow.take_back(mark);
            match branch(narrow, &values) {
                // The nearer one is tried first, so it comes last.
                Some((first, second)) => guesses.extend([(mark, vec![second]), (mark, vec![first])]),
                None => return Err(too_hard),
            }
        }
        Err(Incomplete::NotWhole(self.cells.first().copied().unwrap_or(0)))
    }

    /// Counts with fractions for the open cells of the group; with `slack` also such that do not add up, by as little
    /// as possible, together with how far each row is off.
    fn relaxed(&self, narrow: &Narrow, slack: bool) -> Relaxed {
        let mut problem = Problem::new(OptimizationDirection::Minimize);
        let mut variables: BTreeMap<usize, Open> = BTreeMap::new();
        // Where counts may be negative, large ones of either sign could cancel; the smallest table is taken instead.
        let free = self.cells.iter().any(|cell| narrow.span(*cell).least < 0);
        for cell in self.cells.iter().filter(|cell| !narrow.span(**cell).is_fixed()) {
            let span = narrow.span(*cell);
            // Counted from the least possible count, numbers stay small and exact.
            let from = 0.clamp(span.least, span.most);
            let cost = if free && !slack && narrow.program.is_inner(*cell) { 1.0 } else { 0.0 };
            let most = if span.most >= ENDLESS { f64::INFINITY } else { (span.most - from) as f64 };
            let up = problem.add_var(cost, (0.0, most));
            let deepest = if span.least <= -ENDLESS { f64::INFINITY } else { (from - span.least) as f64 };
            let down = (span.least < from).then(|| problem.add_var(cost, (0.0, deepest)));
            variables.insert(*cell, Open { from, up, down });
        }
        let mut slacks = Vec::new();
        for row in &self.rows {
            let (mut left, mut right) = (LinearExpr::empty(), 0i128);
            for (cell, sign) in narrow.parts(*row).map(|part| (part, 1i8)).chain([(narrow.sum(*row), -1)]) {
                match variables.get(&cell) {
                    Some(Open { from, up, down }) => {
                        left.add(*up, f64::from(sign));
                        if let Some(down) = down {
                            left.add(*down, -f64::from(sign));
                        }
                        right -= i128::from(sign) * i128::from(*from);
                    }
                    None => right -= i128::from(sign) * i128::from(narrow.span(cell).least),
                }
            }
            if slack {
                let (up, down) =
                    (problem.add_var(1.0, (0.0, f64::INFINITY)), problem.add_var(1.0, (0.0, f64::INFINITY)));
                left.add(up, 1.0);
                left.add(down, -1.0);
                slacks.push((up, down));
            }
            problem.add_constraint(left, ComparisonOp::Eq, right as f64);
        }
        match problem.solve() {
            Ok(SolveOutcome::Solution(solution)) => Relaxed::Values(
                variables
                    .iter()
                    .map(|(cell, open)| {
                        let change = solution[open.up] - open.down.map_or(0.0, |down| solution[down]);
                        (*cell, change + open.from as f64)
                    })
                    .collect(),
                slacks.iter().map(|(up, down)| solution[*up] + solution[*down]).collect(),
            ),
            Err(microlp::Error::Infeasible) => Relaxed::Infeasible,
            Ok(SolveOutcome::Interrupted(_)) | Err(_) => Relaxed::GaveUp,
        }
    }

    /// The sum that is furthest off where everything else comes out as far as possible.
    fn contradiction(&self, narrow: &Narrow) -> Incomplete {
        let Relaxed::Values(_, off) = self.relaxed(narrow, true) else {
            return Incomplete::TooHard { cells: self.cells.len() };
        };
        let worst = self.rows.iter().zip(off).reduce(|worst, next| if next.1 > worst.1 + WHOLE { next } else { worst });
        match worst {
            Some((row, _)) => Incomplete::Contradiction { axis: row.axis, sum: narrow.sum(*row) },
            None => Incomplete::TooHard { cells: self.cells.len() },
        }
    }
}

/// An open cell in a linear program: a known count, and how far up or down from there.
struct Open {
    from: i64,
    up: Variable,
    down: Option<Variable>,
}

enum Relaxed {
    /// Values of the open cells, and how far each row is off.
    Values(Vec<(usize, f64)>, Vec<f64>),
    Infeasible,
    GaveUp,
}

/// Two guesses for the inner cell whose count is least whole, the more likely one first; between them lies no count.
fn branch(narrow: &Narrow, values: &[(usize, f64)]) -> Option<((usize, Span), (usize, Span))> {
    let off = |value: f64| (value - value.round()).abs();
    let inner = || values.iter().filter(|(cell, _)| narrow.program.is_inner(*cell));
    let (cell, value) = inner().copied().reduce(|most, next| if off(next.1) > off(most.1) { next } else { most })?;
    let span = narrow.span(cell);
    let below = Span { least: span.least, most: (value.floor() as i64).clamp(span.least, span.most - 1) };
    let above = Span { least: below.most + 1, most: span.most };
    let nearer_above = value - below.most as f64 > 0.5;
    Some(if nearer_above { ((cell, above), (cell, below)) } else { ((cell, below), (cell, above)) })
}
