//! What follows from all that was read: the intruder's own linear programs, written without a look at how the program
//! protects.

use std::collections::{BTreeMap, BTreeSet};

use microlp::{ComparisonOp, OptimizationDirection, Problem, SolveOutcome, Variable};

use crate::{
    seen::{Cell, Seen, Share},
    town::{self, Leaf},
};

/// Numbers are whole; what the solver gives is nearly so.
const NEARLY: f64 = 1e-6;

/// One equation or bound: the leaves on its left side with their factors, and what is on its right.
type Line = (Vec<(usize, f64)>, ComparisonOp, f64);

/// What is known about the finest counts of a year.
pub(crate) struct System<'a> {
    leaves: Vec<&'a Leaf>,
    lines: Vec<Line>,
}

/// Sources whose counts have to do with each other: a system each.
pub(crate) const SOURCES: [&str; 2] = ["einwohner", "kita"];

impl<'a> System<'a> {
    /// Everything that was read about a source and a year: all numbers, that withheld ones are not zero (zeros are
    /// shown), that those in day care are among the children, and what shares say of counts.
    pub(crate) fn new(leaves: &'a [Leaf], seen: &Seen, source: &str, year: usize) -> System<'a> {
        let leaves = leaves.iter().filter(|leaf| leaf.year == year && leaf.measure.starts_with(source)).collect();
        let mut system = System { leaves, lines: Vec::new() };
        let own = |cell: &&Cell| cell.measure.starts_with(source) && cell.period == town::YEARS[year];
        for (cell, number) in seen.numbers.iter().filter(|(cell, _)| own(cell)) {
            system.lines.push((system.sum(cell, 1.0), ComparisonOp::Eq, *number as f64));
        }
        for cell in seen.withheld.iter().filter(own) {
            system.lines.push((system.sum(cell, 1.0), ComparisonOp::Ge, 1.0));
        }
        let distinct: BTreeMap<(&Cell, &Cell, u64, u64), &Share> = seen
            .shares
            .iter()
            .map(|share| ((&share.0, &share.1, share.2.to_bits(), share.3.to_bits()), share))
            .collect();
        for (part, whole, least, most) in distinct.into_values().filter(|share| own(&&share.0)) {
            for (limit, op) in [(least, ComparisonOp::Ge), (most, ComparisonOp::Le)] {
                let sides = system.sum(part, 1.0).into_iter().chain(system.sum(whole, -limit));
                let mut factors: BTreeMap<usize, f64> = BTreeMap::new();
                sides.for_each(|(leaf, factor)| *factors.entry(leaf).or_default() += factor);
                system.lines.push((factors.into_iter().collect(), op, 0.0));
            }
        }
        for (part, leaf) in system.leaves.iter().enumerate().filter(|(_, leaf)| leaf.measure == "kita.cared") {
            let is_whole = |other: &&Leaf| {
                other.measure == "kita.children" && (other.quarter, &other.group) == (leaf.quarter, &leaf.group)
            };
            let whole = system.leaves.iter().position(is_whole).unwrap();
            system.lines.push((vec![(whole, 1.0), (part, -1.0)], ComparisonOp::Ge, 0.0));
        }
        system
    }

    /// The leaves that a cell is the sum of.
    pub(crate) fn sum(&self, cell: &Cell, factor: f64) -> Vec<(usize, f64)> {
        let within = |leaf: &Leaf| {
            leaf.measure == cell.measure
                && town::lies_in(leaf.quarter, &cell.area)
                && cell.group.iter().all(|part| leaf.group.contains(part))
        };
        (0..self.leaves.len()).filter(|at| within(self.leaves[*at])).map(|at| (at, factor)).collect()
    }

    /// The true count, which the intruder does not know.
    pub(crate) fn truth(&self, sum: &[(usize, f64)]) -> f64 {
        sum.iter().map(|(leaf, factor)| factor * self.leaves[*leaf].count as f64).sum()
    }

    /// That what was read is true, so that the intruder looks where the truth is.
    pub(crate) fn holds(&self) -> bool {
        self.lines.iter().all(|(sum, op, right)| match op {
            ComparisonOp::Eq => (self.truth(sum) - right).abs() < NEARLY,
            ComparisonOp::Ge => self.truth(sum) > right - NEARLY,
            ComparisonOp::Le => self.truth(sum) < right + NEARLY,
        })
    }

    /// The least and the greatest that a sum can be, in whole persons if asked for.
    pub(crate) fn limits(&self, sum: &[(usize, f64)], whole: bool) -> (f64, f64) {
        let solve = |direction| {
            let mut problem = Problem::new(direction);
            let factors: BTreeMap<usize, f64> = sum.iter().copied().collect();
            let variables: Vec<Variable> = (0..self.leaves.len())
                .map(|leaf| {
                    let factor = factors.get(&leaf).copied().unwrap_or(0.0);
                    // Nobody thinks of more people in one group than the town has.
                    if whole {
                        problem.add_integer_var(factor, (0, 10_000))
                    } else {
                        problem.add_var(factor, (0.0, 10_000.0))
                    }
                })
                .collect();
            for (sum, op, right) in &self.lines {
                let terms: Vec<(Variable, f64)> =
                    sum.iter().map(|(leaf, factor)| (variables[*leaf], *factor)).collect();
                problem.add_constraint(&terms[..], *op, *right);
            }
            match problem.solve() {
                Ok(SolveOutcome::Solution(solution)) => solution.objective(),
                _ => panic!("the truth is a solution"),
            }
        };
        (solve(OptimizationDirection::Minimize), solve(OptimizationDirection::Maximize))
    }
}

/// A count that an audience must not be able to tell: a small one that is asked for, or a small number of people whom
/// a share leaves out.
pub(crate) struct Sensitive {
    pub(crate) name: String,
    pub(crate) sum: Vec<(usize, f64)>,
}

/// All sensitive counts of an audience, from the truth: of everything that was read or withheld, and of complements.
pub(crate) fn sensitive(system: &System<'_>, seen: &Seen, source: &str, year: usize, minimum: i64) -> Vec<Sensitive> {
    let own = |cell: &&Cell| cell.measure.starts_with(source) && cell.period == town::YEARS[year];
    let cells: BTreeSet<&Cell> = seen.numbers.keys().chain(&seen.withheld).filter(own).collect();
    let mut found = Vec::new();
    let mut add = |name: String, sum: Vec<(usize, f64)>| {
        let truth = system.truth(&sum);
        if truth > 0.5 && truth < minimum as f64 - 0.5 {
            found.push(Sensitive { name, sum });
        }
    };
    for cell in &cells {
        add(format!("{cell:?}"), system.sum(cell, 1.0));
        let whole = Cell { measure: "kita.children".to_owned(), ..(*cell).clone() };
        if cell.measure == "kita.cared" && cells.contains(&whole) {
            let rest = system.sum(&whole, 1.0).into_iter().chain(system.sum(cell, -1.0)).collect();
            add(format!("all but {cell:?}"), rest);
        }
    }
    found
}

/// The sensitive counts that the intruder can tell: exactly, or that they are small.
pub(crate) fn told(system: &System<'_>, sensitive: &[Sensitive], minimum: i64, whole: bool) -> Vec<String> {
    let is_told = |own: &&Sensitive| {
        let (least, most) = system.limits(&own.sum, whole);
        let truth = system.truth(&own.sum);
        assert!(least < truth + NEARLY && most > truth - NEARLY, "{}: the truth lies between", own.name);
        most - least < NEARLY || most < minimum as f64 - NEARLY
    };
    sensitive.iter().filter(is_told).map(|own| own.name.clone()).collect()
}
