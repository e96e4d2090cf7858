//! Questioning what is withheld: can the cells that rest on it rest elsewhere, for less?

use std::sync::Arc;

use super::{
    Team,
    find::{NARROW, WIDE},
    plan::{Journal, Plan},
};
use crate::{
    certificate::Lift,
    ground::{Ground, UNIT},
    moves::Reach,
};

/// How often all withheld cells are questioned at most.
const ROUNDS: usize = 4;
/// A cell is not questioned if more sensitive cells rest on it; they would hardly all find something better.
const MOST_RESTING: usize = 40;

/// Cells that give up their certificates, and certificates that make all of them safe again.
pub(super) struct Exchange {
    users: Vec<u32>,
    lifts: Vec<Arc<Lift>>,
}

/// Questions every withheld cell, those first that the fewest certificates use, until that yields little.
///
/// In linked tables, where few sums are shown, what is far away can stand in, too; there it is worth a wide search.
pub(super) fn prune(team: &mut Team, ground: &Ground) {
    rounds(team, ground, NARROW);
    if ground.hides {
        rounds(team, ground, WIDE);
    }
}

fn rounds(team: &mut Team, ground: &Ground, reach: Reach) {
    for round in 0..ROUNDS {
        let before = team.plan().spent;
        // After the first round only where something changed since the cell was questioned.
        let plan = team.plan();
        let mut cells: Vec<(usize, u32)> = (0..ground.program.len())
            .filter(|cell| plan.is_needed(*cell) && (round == 0 || plan.changed[*cell]))
            .map(|cell| (plan.usage[cell].len(), scatter(cell as u32)))
            .collect();
        cells.sort_unstable();
        let batch = team.batch(cells.len());
        for asked in cells.chunks(batch) {
            let asked: Vec<u32> = asked.iter().map(|(_, cell)| gather(*cell)).collect();
            let answers = team.ask(&asked, |plan, cell| plan.question(ground, cell, reach));
            for (cell, answer) in asked.into_iter().zip(answers) {
                team.everybody(|plan| plan.changed[cell as usize] = false);
                if let Some(exchange) = answer {
                    team.everybody(|plan| plan.carry_out(ground, &exchange));
                }
            }
        }
        if team.plan().spent as f64 > 0.999 * before as f64 {
            return;
        }
    }
}

/// An odd factor, and its inverse modulo 2³²: neighbours compete for the same certificates, so that those asked
/// together should be far apart.
const FAR: (u32, u32) = (0x9e37_79b1, 0x0e8b_2f51);

fn scatter(cell: u32) -> u32 {
    cell.wrapping_mul(FAR.0)
}

fn gather(scattered: u32) -> u32 {
    scattered.wrapping_mul(FAR.1)
}

impl Plan {
    /// How the cells that rest on certificates through `cell` could do without it for less. The plan stays as it is.
    fn question(&mut self, ground: &Ground, cell: u32, reach: Reach) -> Option<Exchange> {
        let mut ids = self.usage[cell as usize].clone();
        let resting: usize = ids.iter().map(|id| self.entries[*id as usize].users.len()).sum();
        if resting == 0 || resting > MOST_RESTING {
            return None;
        }
        ids.sort_unstable();
        let (before, entries) = (self.spent, self.entries.len());
        let mut journal = Vec::new();
        let all = ids.into_iter().all(|id| self.avoid(ground, (id, cell), reach, before, &mut journal));
        let exchange = (all && self.spent < before).then(|| {
            let mut users: Vec<u32> = journal.iter().filter(|(_, id)| id.is_some()).map(|(user, _)| *user).collect();
            users.sort_unstable();
            users.dedup();
            let used = self.entries[entries..].iter().filter(|entry| !entry.users.is_empty());
            Exchange { users, lifts: used.filter_map(|entry| entry.lift.clone()).collect() }
        });
        self.undo(ground, journal, entries);
        exchange
    }

    /// Replaces one certificate by others that do not touch `cell`. What was done is written to the journal.
    fn avoid(
        &mut self,
        ground: &Ground,
        (id, cell): (u32, u32),
        reach: Reach,
        before: i64,
        journal: &mut Journal,
    ) -> bool {
        let around = self.cancel(ground, id, cell as usize, reach);
        let mut users = self.entries[id as usize].users.clone();
        users.sort_unstable();
        for user in &users {
            journal.push((*user, self.release(ground, *user)));
        }
        if let Some(lift) = around {
            self.take(ground, Arc::new(lift), journal);
        }
        let room = self.bar(cell as usize);
        let mut all = true;
        for user in users {
            if self.is_unsafe(user) {
                let still = if self.is_needed(cell as usize) { ground.units(cell as usize) } else { 0 };
                let budget = (before - self.spent + still - 1) as f32 / UNIT;
                let found = self
                    .find(ground, user as usize, reach, budget.max(0.05), false)
                    .filter(|found| found.cost <= budget);
                if let Some(found) = found {
                    self.take(ground, found.lift, journal);
                }
                if self.is_unsafe(user) {
                    all = false;
                    break;
                }
            }
        }
        self.spots[cell as usize].room = room;
        all
    }

    /// Makes an exchange if it still saves something.
    pub(super) fn carry_out(&mut self, ground: &Ground, exchange: &Exchange) -> bool {
        let (before, entries) = (self.spent, self.entries.len());
        let mut journal: Journal = Vec::new();
        for user in &exchange.users {
            journal.push((*user, self.release(ground, *user)));
        }
        for lift in &exchange.lifts {
            self.take(ground, Arc::clone(lift), &mut journal);
        }
        if self.spent < before && exchange.users.iter().all(|user| !self.is_unsafe(*user)) {
            self.settle(&journal);
            true
        } else {
            self.undo(ground, journal, entries);
            false
        }
    }
}
