//! Which cells to withhold: a certificate for every sensitive cell, together as cheap as can be found.
//!
//! First each sensitive cell takes the cheapest certificate, those that cost least per cell made safe first, so that
//! what one opens is free for the next. Then every withheld cell is questioned: if the sensitive cells that rest on
//! it find other certificates that cost less, it is published again.
//!
//! Several threads look for certificates, each on a plan of its own; all plans are equal. A batch of cells is
//! searched at the same time, and what was found is taken in a fixed order if it still pays. How large batches are
//! depends on the program alone, so the result does not depend on the number of threads.

mod cover;
mod find;
mod plan;
mod prune;

use std::sync::{
    Mutex,
    atomic::{AtomicUsize, Ordering},
};

pub(crate) use plan::{Plan, Spot};

use crate::{Certificate, Stage, ground::Ground};

/// Fewer cells than this are searched by one thread.
const WORTH_HELP: usize = 4;

/// Equal plans, one a thread.
struct Team {
    plans: Vec<Plan>,
    /// For each cell the certificates that need it, and perhaps some that are not used any more.
    usage: Vec<Vec<u32>>,
    /// So many certificates of the plan are entered there.
    entered: usize,
}

impl Team {
    fn new(ground: &Ground, withheld: &[bool], threads: usize) -> Team {
        let plans = vec![Plan::new(ground, withheld); threads.max(1)];
        Team { plans, usage: vec![Vec::new(); ground.program.len()], entered: 0 }
    }

    fn finish(mut self, ground: &Ground) -> (Vec<bool>, Vec<Certificate>) {
        // The others go first, so that certificates need not be copied.
        let plan = self.plans.swap_remove(0);
        drop(self);
        plan.finish(ground.program)
    }

    /// The plan that all have.
    fn plan(&self) -> &Plan {
        &self.plans[0]
    }

    /// How many cells are searched at the same time: few enough that what one finds seldom spoils another's.
    fn batch(&self, cells: usize) -> usize {
        (cells / 32).clamp(1, 256)
    }

    /// Carries out to every plan what was decided about so many cells; every plan gives the same answer.
    fn everybody<T: Send>(&mut self, cells: usize, change: impl Fn(&mut Plan) -> T + Sync) -> Option<T> {
        let (first, others) = self.plans.split_first_mut()?;
        if cells < WORTH_HELP {
            others.iter_mut().for_each(|plan| drop(change(plan)));
            return Some(change(first));
        }
        std::thread::scope(|scope| {
            for plan in others {
                scope.spawn(|| drop(change(plan)));
            }
            Some(change(first))
        })
    }

    /// Notes which cells the new certificates need.
    fn enter(&mut self) {
        let plan = &self.plans[0];
        for (id, entry) in plan.entries.iter().enumerate().skip(self.entered).filter(|(_, own)| !own.users.is_empty()) {
            for need in entry.proposal.iter().flat_map(|proposal| &proposal.needs) {
                self.usage[*need as usize].push(id as u32);
            }
        }
        self.entered = plan.entries.len();
    }

    /// Forgets certificates that are not used any more.
    fn tidy(&mut self) {
        let entries = &self.plans[0].entries;
        self.usage.iter_mut().for_each(|ids| ids.retain(|id| !entries[*id as usize].users.is_empty()));
    }

    /// Asks about cells and the certificates that need them, whoever has time next; the answers stand in the order of
    /// the cells. A plan may be changed to find an answer, but is left as it was.
    fn ask<T: Send>(&mut self, cells: &[u32], answer: impl Fn(&mut Plan, u32, &[u32]) -> T + Sync) -> Vec<T> {
        let next = AtomicUsize::new(0);
        let answers: Mutex<Vec<(usize, T)>> = Mutex::new(Vec::with_capacity(cells.len()));
        let usage = &self.usage;
        let work = |plan: &mut Plan| {
            let mut mine = Vec::new();
            loop {
                let at = next.fetch_add(1, Ordering::Relaxed);
                let Some(cell) = cells.get(at) else { break };
                mine.push((at, answer(plan, *cell, &usage[*cell as usize])));
            }
            if let Ok(mut answers) = answers.lock() {
                answers.extend(mine);
            }
        };
        // A thread costs about as much as one answer.
        let helpers = if cells.len() < WORTH_HELP { 0 } else { cells.len() };
        if let Some((first, others)) = self.plans.split_first_mut() {
            std::thread::scope(|scope| {
                for plan in others.iter_mut().take(helpers) {
                    scope.spawn(|| work(plan));
                }
                work(first);
            });
        }
        let mut answers = answers.into_inner().unwrap_or_default();
        answers.sort_unstable_by_key(|answer| answer.0);
        answers.into_iter().map(|answer| answer.1).collect()
    }
}

/// The withheld cells and the certificates that prove the sensitive ones safe, as far as they can be.
pub(crate) fn search(
    ground: &Ground,
    withheld: &[bool],
    threads: usize,
    watch: &mut dyn FnMut(Stage),
) -> (Vec<bool>, Vec<Certificate>) {
    watch(Stage::Cover);
    let mut team = Team::new(ground, withheld, threads);
    cover::cover(&mut team, ground, true);
    watch(Stage::Prune);
    prune::prune(&mut team, ground);
    team.finish(ground)
}

/// Certificates that need nothing but what is withheld anyway.
pub(crate) fn prove(ground: &Ground, withheld: &[bool]) -> Vec<Certificate> {
    let mut team = Team::new(ground, withheld, 1);
    cover::cover(&mut team, ground, true);
    team.finish(ground).1
}
