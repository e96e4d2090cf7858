//! The audit: an attacker, written apart from the suppression.
//!
//! It shares with the rest of the crate only the program, the policy and the arithmetic of integers. It believes no
//! certificate that it has not added up itself, and where there is none it looks for the attacker's interval.
//!
//! Guaranteed: a sensitive cell that is in no list of [`Findings`] has, besides the true table, another one that
//! agrees with everything published, keeps the bounds of the level and shows at least the minimum there; for
//! [`Level::Linear`] it is no fixed linear combination of published cells (up to a chance of about 2⁻⁶²).
//! Not guaranteed: anything against attackers with further knowledge. Those who are themselves counted in a cell of
//! size one are reported, not kept out.

mod bounds;
mod null;
mod replay;
mod system;

pub use replay::Flaw;

use crate::{Certificate, Level, Policy, Program, Year, Zeros, policy::targets};
use system::Equations;

/// What is audited.
struct Case<'a> {
    program: &'a Program,
    counts: &'a [i64],
    year: &'a Year,
    targets: Vec<i64>,
    withheld: &'a [bool],
    policy: &'a Policy,
}

impl Case<'_> {
    fn is_published(&self, cell: usize) -> bool {
        self.program.is_shown(cell) && !self.withheld[cell]
    }

    fn is_sensitive(&self, cell: usize) -> bool {
        self.targets[cell] > 0
    }

    /// The least count that the attacker knows an unknown cell to have.
    fn least(&self, cell: usize) -> i64 {
        if self.program.is_free(cell) {
            return -bounds::UNBOUNDED;
        }
        // A withheld zero breaks the promise that zeros are shown; it is a finding of its own.
        i64::from(self.policy.level == Level::Positive && self.program.is_shown(cell) && self.counts[cell] != 0)
    }
}

/// What an audit found in one year.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Findings {
    /// Cells that are shown, published or withheld.
    pub cells: usize,
    /// Sensitive cells.
    pub sensitive: usize,
    /// Withheld cells, the sensitive ones included.
    pub withheld: usize,
    /// Withheld cells that are zero, although zeros are promised to be shown.
    pub withheld_zeros: usize,
    /// Withheld cells that an earlier release has published; withholding them hides nothing.
    pub withheld_given: usize,
    /// Sensitive cells that are published outright.
    pub published: Vec<usize>,
    /// Sensitive cells that follow from published ones by adding and subtracting (attacker L).
    pub fixed: Vec<usize>,
    /// Other withheld cells that do; withholding them hides nothing.
    pub fixed_others: usize,
    /// Sensitive cells whose interval is a point (attacker A or B).
    pub exact: Vec<usize>,
    /// Sensitive cells whose interval is wholly below the minimum, without being a point.
    pub below: Vec<usize>,
    /// Sensitive cells about which neither a proof nor an interval is known. They count as unsafe.
    pub undecided: Vec<usize>,
    /// Certificates that prove nothing, by their place in the list.
    pub flaws: Vec<(usize, Flaw)>,
    /// Sensitive cells made safe by a certificate.
    pub proved: usize,
    /// Certificates whose alternative table has fractions of persons.
    pub fractional: usize,
    /// Sensitive cells shown to be safe by a linear program of the audit.
    pub solved: usize,
    /// Sensitive cells that someone who is alone in another withheld cell can compute (attacker S).
    pub insider_victims: usize,
}

impl Findings {
    /// Whether nothing was found against the release. Attacker S is not part of that.
    pub fn is_safe(&self) -> bool {
        self.published.is_empty()
            && self.fixed.is_empty()
            && self.exact.is_empty()
            && self.below.is_empty()
            && self.undecided.is_empty()
            && self.flaws.is_empty()
            && self.withheld_zeros == 0
            && self.withheld_given == 0
    }
}

/// How much work an audit may do where certificates are missing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Effort {
    /// The largest linear program that is tried, in unknown cells.
    pub unknowns: usize,
    /// How many linear programs are tried at most.
    pub programs: usize,
}

impl Default for Effort {
    fn default() -> Effort {
        Effort { unknowns: 4000, programs: 400 }
    }
}

/// Attacks one year of a release: `withheld` says which cells are not published.
///
/// # Errors
/// Lists that do not fit the program, counts that do not add up.
pub fn audit(
    program: &Program,
    year: &Year,
    withheld: &[bool],
    policy: &Policy,
    certificates: &[Certificate],
    effort: Effort,
) -> Result<Findings, crate::Mistake> {
    policy.check()?;
    crate::protect::check(program, year)?;
    crate::fits(program, withheld.len())?;
    let counts = &year.counts;
    let case = Case { program, counts, year, targets: targets(program, year, policy), withheld, policy };
    let shown = || (0..program.len()).filter(|cell| program.is_shown(*cell));
    let mut findings = Findings {
        cells: shown().count(),
        sensitive: (0..program.len()).filter(|cell| case.is_sensitive(*cell)).count(),
        withheld: shown().filter(|cell| withheld[*cell]).count(),
        withheld_zeros: match policy.zeros {
            Zeros::Shown => shown().filter(|cell| withheld[*cell] && counts[*cell] == 0).count(),
            Zeros::Protected => 0,
        },
        withheld_given: shown().filter(|cell| withheld[*cell] && case.year.given[*cell]).count(),
        published: shown().filter(|cell| case.is_sensitive(*cell) && !withheld[*cell]).collect(),
        ..Findings::default()
    };
    let equations = Equations::new(&case);
    // The attackers do not know of each other.
    std::thread::scope(|scope| {
        let replayed = scope.spawn(|| match policy.level {
            Level::Linear => Vec::new(),
            _ => certificates.iter().map(|certificate| replay::replay(&case, certificate)).collect(),
        });
        linear(&case, &equations, &mut findings);
        if let (true, Ok(replayed)) = (policy.level > Level::Linear, replayed.join()) {
            findings.fractional = certificates.iter().filter(|certificate| certificate.denominator != 1).count();
            intervals(&case, &equations, replayed, effort, &mut findings);
        }
    });
    Ok(findings)
}

/// Attackers L and S.
fn linear(case: &Case, equations: &Equations, findings: &mut Findings) {
    let vectors = null::vectors(equations, 0x6d65_6872_6b6c_616e);
    let groups = null::proportions(&vectors);
    let mut alone: std::collections::HashMap<u64, Vec<usize>> = std::collections::HashMap::new();
    for (cell, group) in equations.unknowns.iter().zip(&groups) {
        match group {
            None if case.is_sensitive(*cell) => findings.fixed.push(*cell),
            None => findings.fixed_others += usize::from(case.program.is_shown(*cell)),
            Some(group) if case.program.is_shown(*cell) && case.counts[*cell] == 1 => {
                alone.entry(*group).or_default().push(*cell)
            }
            Some(_) => {}
        }
    }
    for (cell, group) in equations.unknowns.iter().zip(&groups).filter(|(cell, _)| case.is_sensitive(**cell)) {
        let insiders = group.and_then(|group| alone.get(&group)).map_or(&[][..], Vec::as_slice);
        let knows = |insider: &usize| {
            insider != cell && !(case.counts[*cell] == 1 && same_person(case.program, *insider, *cell))
        };
        findings.insider_victims += usize::from(insiders.iter().any(knows));
    }
}

/// Whether one cell contains the other: two cells of size one then count the same person.
fn same_person(program: &Program, a: usize, b: usize) -> bool {
    let within = |outer: usize, inner: usize| {
        program.dimensions().iter().enumerate().all(|(axis, dimension)| {
            let (outer, inner) =
                (&dimension.leaves_of[program.node(outer, axis)], &dimension.leaves_of[program.node(inner, axis)]);
            inner.iter().all(|leaf| outer.binary_search(leaf).is_ok())
        })
    };
    within(a, b) || within(b, a)
}

/// Attackers A and B.
fn intervals(
    case: &Case,
    equations: &Equations,
    replayed: Vec<Result<Vec<usize>, Flaw>>,
    effort: Effort,
    findings: &mut Findings,
) {
    let mut safe = vec![false; case.program.len()];
    for (at, answer) in replayed.into_iter().enumerate() {
        match answer {
            Ok(cells) => cells.into_iter().for_each(|cell| safe[cell] = true),
            Err(flaw) => findings.flaws.push((at, flaw)),
        }
    }
    let open: Vec<(u32, usize)> = equations
        .unknowns
        .iter()
        .enumerate()
        .filter(|(_, cell)| case.is_sensitive(**cell))
        .map(|(at, cell)| (at as u32, *cell))
        .collect();
    findings.proved = open.iter().filter(|(_, cell)| safe[*cell]).count();
    if findings.proved == open.len() {
        return;
    }
    let rows_of = equations.rows_of();
    let bounds = bounds::propagate(case, equations, &rows_of);
    let mut pending = Vec::new();
    for (unknown, cell) in open.into_iter().filter(|(_, cell)| !safe[*cell]) {
        let (low, high) = (bounds.low[unknown as usize], bounds.high[unknown as usize]);
        if low >= high {
            findings.exact.push(cell);
        } else if high < case.targets[cell] {
            findings.below.push(cell);
        } else {
            pending.push(unknown);
        }
    }
    solve(case, equations, (&rows_of, &bounds), pending, effort, findings);
    for list in [&mut findings.exact, &mut findings.below, &mut findings.undecided] {
        list.sort_unstable();
    }
}

/// Linear programs for what neither certificates nor single sums decide.
fn solve(
    case: &Case,
    equations: &Equations,
    (rows_of, bounds): (&[Vec<u32>], &bounds::Bounds),
    mut pending: Vec<u32>,
    effort: Effort,
    findings: &mut Findings,
) {
    let enough = |unknown: &u32| case.targets[equations.unknowns[*unknown as usize]] as f64 - 1e-6;
    let mut programs = 0;
    while let Some(first) = pending.first().copied() {
        let component = bounds::component(equations, rows_of, bounds, first, effort.unknowns);
        let Some(component) = component.filter(|_| programs < effort.programs) else {
            findings.undecided.push(equations.unknowns[first as usize]);
            pending.remove(0);
            continue;
        };
        let place: std::collections::HashMap<u32, usize> =
            component.members.iter().enumerate().map(|(at, member)| (*member, at)).collect();
        let (mut here, elsewhere): (Vec<u32>, Vec<u32>) =
            pending.into_iter().partition(|unknown| place.contains_key(unknown));
        pending = elsewhere;
        let lifted = |values: &[f64], here: &mut Vec<u32>| {
            let before = here.len();
            here.retain(|unknown| values[place[unknown]] < enough(unknown));
            before - here.len()
        };
        // Many at once, as long as that shows some to be safe.
        while programs < effort.programs && !here.is_empty() {
            programs += 1;
            match bounds::maximise(case, equations, bounds, &component, &here, true) {
                bounds::Answer::Values(values) => match lifted(&values, &mut here) {
                    0 => break,
                    some => findings.solved += some,
                },
                _ => break,
            }
        }
        while let Some(unknown) = here.first().copied() {
            if programs >= effort.programs {
                findings.undecided.extend(here.drain(..).map(|unknown| equations.unknowns[unknown as usize]));
                break;
            }
            programs += 1;
            match bounds::maximise(case, equations, bounds, &component, &[unknown], false) {
                bounds::Answer::Values(values) => {
                    findings.solved += lifted(&values, &mut here);
                    if here.first() == Some(&unknown) {
                        // Without a whole number above the least one the attacker is left with a single count.
                        let single = (values[place[&unknown]] + 1e-6).floor() <= bounds.low[unknown as usize] as f64;
                        let list = if single { &mut findings.exact } else { &mut findings.below };
                        list.push(equations.unknowns[here.remove(0) as usize]);
                    }
                }
                bounds::Answer::Unbounded => {
                    findings.solved += 1;
                    here.remove(0);
                }
                bounds::Answer::GaveUp => findings.undecided.push(equations.unknowns[here.remove(0) as usize]),
            }
        }
    }
}
