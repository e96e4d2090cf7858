//! The whole way for one year: primary rule, secondary suppression, audit.

use crate::{
    Certificate, Level, Mistake, Policy, Program,
    audit::{self, Effort, Findings},
    ground::{FIXED, Ground},
    linear,
    policy::too_small,
    search::Plan,
};

/// One year of a program.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Year {
    /// All counts, sums included, as [`Program::add_up`] gives them.
    pub counts: Vec<i64>,
    /// Cells that were released before, with the same count. They are public and cannot be withheld any more.
    pub given: Vec<bool>,
    /// Cells that were withheld in an earlier release and stay so.
    pub withheld: Vec<bool>,
}

impl Year {
    /// A year of which nothing was released before.
    pub fn first(counts: Vec<i64>) -> Year {
        let none = vec![false; counts.len()];
        Year { counts, given: none.clone(), withheld: none }
    }
}

/// A year that passed the audit. There is no other way to make one.
#[derive(Debug, Clone)]
pub struct Protected {
    withheld: Vec<bool>,
    certificates: Vec<Certificate>,
    findings: Findings,
}

impl Protected {
    /// Which cells are withheld.
    pub fn withheld(&self) -> &[bool] {
        &self.withheld
    }

    /// The proofs. They contain true counts by implication and stay behind the wall.
    pub fn certificates(&self) -> &[Certificate] {
        &self.certificates
    }

    /// What the audit found; nothing against the release, but figures and attacker S.
    pub fn findings(&self) -> &Findings {
        &self.findings
    }
}

/// Why a year cannot be released.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// The input is wrong.
    #[error(transparent)]
    Mistake(#[from] Mistake),
    /// The audit found cells that can be told. The findings name cells and stay behind the wall.
    #[error("the audit found sensitive cells that are not protected")]
    Unsafe(Box<Findings>),
}

/// What the search could not prove, a long attack will hardly show to be safe; undecided cells refuse the release.
const GATE: Effort = Effort { unknowns: 1500, programs: 50 };

/// Decides which cells of a year are withheld, proves that this suffices, and audits it.
///
/// Zeros and given cells are never withheld. The result depends on program, counts and policy only.
///
/// # Errors
/// Lists that do not fit, counts that do not add up, or a year for which the audit found something, as when a given
/// cell discloses a sensitive one whatever is withheld now.
pub fn protect(program: &Program, year: &Year, policy: &Policy) -> Result<Protected, Refusal> {
    check(program, year)?;
    let (withheld, certificates) = suppress(program, year, policy);
    let findings = audit::audit(program, &year.counts, &withheld, policy, &certificates, GATE)?;
    if findings.is_safe() {
        Ok(Protected { withheld, certificates, findings })
    } else {
        Err(Refusal::Unsafe(Box::new(findings)))
    }
}

/// All years of a program, in parallel.
///
/// # Errors
/// The first year in order that is refused.
pub fn protect_all(program: &Program, years: &[Year], policy: &Policy) -> Result<Vec<Protected>, Refusal> {
    let threads = std::thread::available_parallelism().map_or(1, std::num::NonZero::get).min(years.len()).max(1);
    let next = std::sync::atomic::AtomicUsize::new(0);
    let mut results: Vec<(usize, Result<Protected, Refusal>)> = std::thread::scope(|scope| {
        let work = || {
            let mut done = Vec::new();
            loop {
                let at = next.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
                let Some(year) = years.get(at) else { return done };
                done.push((at, protect(program, year, policy)));
            }
        };
        let workers: Vec<_> = (0..threads).map(|_| scope.spawn(work)).collect();
        workers.into_iter().filter_map(|worker| worker.join().ok()).flatten().collect()
    });
    results.sort_by_key(|result| result.0);
    results.into_iter().map(|result| result.1).collect()
}

fn check(program: &Program, year: &Year) -> Result<(), Mistake> {
    crate::adds_up(program, &year.counts)?;
    crate::fits(program, year.given.len())?;
    crate::fits(program, year.withheld.len())
}

fn suppress(program: &Program, year: &Year, policy: &Policy) -> (Vec<bool>, Vec<Certificate>) {
    let sensitive: Vec<bool> = (0..program.len())
        .map(|cell| too_small(program.shown[cell], year.counts[cell], policy) && !year.given[cell])
        .collect();
    // What was withheld before is withheld again, but never a zero: zeros are always shown.
    let before: Vec<bool> = (0..program.len())
        .map(|cell| program.shown[cell] && year.withheld[cell] && !year.given[cell] && year.counts[cell] > 0)
        .collect();
    if policy.level == Level::Linear {
        let protected: Vec<bool> = sensitive.iter().zip(&before).map(|(a, b)| *a || *b).collect();
        return (linear::eliminate(program, &year.counts, &protected, &year.given), Vec::new());
    }
    let mut ground = Ground::new(program, year, &sensitive, policy);
    let mut plan = Plan::new(&ground, &before);
    plan.cover(&mut ground);
    plan.prune(&mut ground);
    plan.finish(program)
}

/// Certificates for a pattern that someone else made, as far as simple moves within it go.
///
/// # Errors
/// Lists that do not fit the program.
pub fn prove(
    program: &Program,
    counts: &[i64],
    withheld: &[bool],
    policy: &Policy,
) -> Result<Vec<Certificate>, Mistake> {
    crate::fits(program, withheld.len())?;
    let year = Year::first(counts.to_vec());
    check(program, &year)?;
    let sensitive: Vec<bool> =
        (0..program.len()).map(|cell| withheld[cell] && too_small(program.shown[cell], counts[cell], policy)).collect();
    let mut ground = Ground::new(program, &year, &sensitive, policy);
    for (cell, room) in ground.room.iter_mut().enumerate() {
        if program.shown[cell] && !withheld[cell] {
            *room = FIXED;
        }
    }
    let mut plan = Plan::new(&ground, withheld);
    plan.cover(&mut ground);
    Ok(plan.finish(program).1)
}
