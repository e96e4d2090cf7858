//! The whole way for one year: primary rule, secondary suppression, audit.

use crate::{
    Certificate, Level, Mistake, Policy, Program, Zeros,
    audit::{self, Effort, Findings},
    ground::{FIXED, Ground},
    linear,
    policy::targets,
    search,
};

/// One year of a program.
#[derive(Debug, Clone, PartialEq)]
pub struct Year {
    /// All counts, sums included, as [`Program::add_up`] gives them.
    pub counts: Vec<i64>,
    /// Cells that were released before, with the same count. They are public and cannot be withheld any more.
    pub given: Vec<bool>,
    /// Cells that were withheld in an earlier release and stay so.
    pub withheld: Vec<bool>,
    /// For each cell the count that some alternative table must show, by rules other than minimum frequency
    /// ([`crate::primary`]); zero where they ask for nothing. Cells that are not shown may be protected like this,
    /// too. Empty if there are no such rules.
    pub targets: Vec<i64>,
    /// For each cell how dear it is, relative to others of its size; more is withheld later. Empty if all are alike.
    pub weights: Vec<f32>,
}

impl Year {
    /// A year of which nothing was released before.
    pub fn first(counts: Vec<i64>) -> Year {
        let none = vec![false; counts.len()];
        Year { counts, given: none.clone(), withheld: none, targets: Vec::new(), weights: Vec::new() }
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
    protect_watched(program, year, policy, threads(), &mut |_| {})
}

fn threads() -> usize {
    std::thread::available_parallelism().map_or(1, std::num::NonZero::get)
}

/// A part of the work, in the order in which they come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    /// Checking the input, and finding what is sensitive.
    Primary,
    /// Finding a certificate for every sensitive cell, or linear elimination.
    Cover,
    /// Publishing again what better certificates do without.
    Prune,
    /// Attacking the result.
    Audit,
}

/// As [`protect`], on so many threads, and telling when a stage begins, so that it can be timed. The result depends
/// on neither.
///
/// # Errors
/// As [`protect`].
pub fn protect_watched(
    program: &Program,
    year: &Year,
    policy: &Policy,
    threads: usize,
    watch: &mut dyn FnMut(Stage),
) -> Result<Protected, Refusal> {
    watch(Stage::Primary);
    policy.check()?;
    check(program, year)?;
    let shown_zero = |cell: &usize| {
        let asked = year.targets.get(*cell).is_some_and(|target| *target > 0);
        asked && program.shown[*cell] && year.counts[*cell] == 0 && !year.given[*cell]
    };
    if policy.zeros == Zeros::Shown
        && let Some(cell) = (0..program.len()).find(shown_zero)
    {
        return Err(Mistake::ZeroShown(cell).into());
    }
    let (withheld, certificates) = suppress(program, year, policy, threads, watch);
    watch(Stage::Audit);
    let findings = audit::audit(program, year, &withheld, policy, &certificates, GATE)?;
    if findings.is_safe() {
        Ok(Protected { withheld, certificates, findings })
    } else {
        Err(Refusal::Unsafe(Box::new(findings)))
    }
}

/// Takes a pattern and certificates that were made elsewhere, as for a wider audience, if the audit passes them.
///
/// # Errors
/// As [`protect`].
pub fn accept(
    program: &Program,
    year: &Year,
    policy: &Policy,
    withheld: &[bool],
    certificates: &[Certificate],
) -> Result<Protected, Refusal> {
    let findings = audit::audit(program, year, withheld, policy, certificates, GATE)?;
    if findings.is_safe() {
        Ok(Protected { withheld: withheld.to_vec(), certificates: certificates.to_vec(), findings })
    } else {
        Err(Refusal::Unsafe(Box::new(findings)))
    }
}

/// All years of a program, in parallel.
///
/// # Errors
/// The first year in order that is refused.
pub fn protect_all(program: &Program, years: &[Year], policy: &Policy) -> Result<Vec<Protected>, Refusal> {
    let (all, threads) = (threads(), threads().min(years.len()).max(1));
    let next = std::sync::atomic::AtomicUsize::new(0);
    let mut results: Vec<(usize, Result<Protected, Refusal>)> = std::thread::scope(|scope| {
        let work = || {
            let mut done = Vec::new();
            loop {
                let at = next.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
                let Some(year) = years.get(at) else { return done };
                done.push((at, protect_watched(program, year, policy, all / threads, &mut |_| {})));
            }
        };
        let workers: Vec<_> = (0..threads).map(|_| scope.spawn(work)).collect();
        workers.into_iter().filter_map(|worker| worker.join().ok()).flatten().collect()
    });
    results.sort_by_key(|result| result.0);
    results.into_iter().map(|result| result.1).collect()
}

pub(crate) fn check(program: &Program, year: &Year) -> Result<(), Mistake> {
    crate::adds_up(program, &year.counts)?;
    crate::fits(program, year.given.len())?;
    crate::fits(program, year.withheld.len())?;
    // What no count of persons can reach, no attacker has to be shown.
    if year.targets.iter().any(|target| *target > crate::MOST_PERSONS) {
        return Err(Mistake::TooLarge);
    }
    let optional = [year.targets.len(), year.weights.len()];
    optional.into_iter().filter(|length| *length > 0).try_for_each(|length| crate::fits(program, length))
}

fn suppress(
    program: &Program,
    year: &Year,
    policy: &Policy,
    threads: usize,
    watch: &mut dyn FnMut(Stage),
) -> (Vec<bool>, Vec<Certificate>) {
    let targets = targets(program, year, policy);
    // What was withheld before is withheld again, but no zero that must be shown.
    let may = |cell: usize| !year.given[cell] && (year.counts[cell] != 0 || policy.zeros == Zeros::Protected);
    let before: Vec<bool> =
        (0..program.len()).map(|cell| program.shown[cell] && year.withheld[cell] && may(cell)).collect();
    if policy.level == Level::Linear {
        watch(Stage::Cover);
        let protected: Vec<bool> = targets.iter().zip(&before).map(|(target, before)| *target > 0 || *before).collect();
        return (linear::eliminate(program, year, &protected, policy.zeros), Vec::new());
    }
    let ground = Ground::new(program, year, &targets, policy);
    search::search(&ground, &before, threads, watch)
}

/// Certificates for a pattern that someone else made, as far as simple moves within it go.
///
/// # Errors
/// Lists that do not fit the program.
pub fn prove(program: &Program, year: &Year, withheld: &[bool], policy: &Policy) -> Result<Vec<Certificate>, Mistake> {
    crate::fits(program, withheld.len())?;
    check(program, year)?;
    let mut targets = targets(program, year, policy);
    for (cell, target) in targets.iter_mut().enumerate() {
        if program.shown[cell] && !withheld[cell] {
            *target = 0;
        }
    }
    let mut ground = Ground::new(program, year, &targets, policy);
    for (cell, room) in ground.room.iter_mut().enumerate() {
        if program.shown[cell] && !withheld[cell] {
            *room = FIXED;
        }
    }
    Ok(search::prove(&ground, withheld))
}
