//! Questioning what is withheld: can the cells that rest on it rest elsewhere, for less?

use std::sync::Arc;

use super::{
    Team,
    find::{NARROW, WIDE},
    plan::{Journal, Plan, Proposal},
};
use crate::{
    ground::{Ground, UNIT},
    moves::Reach,
};

/// How often all withheld cells are questioned at most.
const ROUNDS: usize = 4;
/// After so many questions of a further round, it is given up if fewer than one in [`WORTH_ASKING`] save a cell.
const FAIR_TRIAL: usize = 4096;
const WORTH_ASKING: i64 = 50;
/// A cell is not questioned if more sensitive cells rest on it; they would hardly all find something better. For a cell
/// that is dearer than so many others, like the total of a city, as many may rest on it as it is worth.
const MOST_RESTING: usize = 40;

/// Cells that give up their certificates, and certificates that make all of them safe again.
pub(super) struct Exchange {
    users: Vec<u32>,
    proposals: Vec<Arc<Proposal>>,
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
        team.tidy();
        let plan = team.plan();
        let needed = || (0..ground.program.len()).filter(|cell| plan.is_needed(*cell));
        let price = before / needed().count().max(1) as i64;
        let mut cells: Vec<(u32, u32)> = needed()
            .filter(|cell| round == 0 || plan.changed[*cell])
            .map(|cell| (plan.spots[cell].needed, scatter(cell as u32)))
            .collect();
        cells.sort_unstable();
        let batch = team.batch(cells.len());
        for (nth, asked) in cells.chunks(batch).enumerate() {
            if round > 0 && pays_no_more(before - team.plan().spent, nth * batch, price) {
                return;
            }
            let asked: Vec<u32> = asked.iter().map(|(_, cell)| gather(*cell)).collect();
            let answers = team.ask(&asked, |plan, cell, ids| plan.question(ground, cell, ids, reach));
            let exchanges: Vec<Exchange> = answers.into_iter().flatten().collect();
            team.everybody(exchanges.len(), |plan| {
                asked.iter().for_each(|cell| plan.changed[*cell as usize] = false);
                exchanges.iter().for_each(|exchange| plan.carry_out(ground, exchange));
            });
            team.enter();
        }
        if team.plan().spent as f64 > 0.999 * before as f64 {
            return;
        }
    }
}

/// Whether so many questions of a round have saved too little, in parts of what a cell costs.
fn pays_no_more(saved: i64, questions: usize, cell: i64) -> bool {
    questions >= FAIR_TRIAL && saved * WORTH_ASKING < cell * questions as i64
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
    fn question(&mut self, ground: &Ground, cell: u32, ids: &[u32], reach: Reach) -> Option<Exchange> {
        let used = |id: &&u32| !self.entries[**id as usize].users.is_empty();
        let ids: Vec<u32> = ids.iter().filter(used).copied().collect();
        let resting: usize = ids.iter().map(|id| self.entries[*id as usize].users.len()).sum();
        if resting == 0 || resting > MOST_RESTING.max(ground.cost[cell as usize] as usize) {
            return None;
        }
        let (before, entries) = (self.spent, self.entries.len());
        let mut journal = Vec::new();
        let all = ids.into_iter().all(|id| self.avoid(ground, (id, cell), reach, before, &mut journal));
        let exchange = (all && self.spent < before).then(|| {
            let mut users: Vec<u32> = journal.iter().filter(|(_, id)| id.is_some()).map(|(user, _)| *user).collect();
            users.sort_unstable();
            users.dedup();
            let used = self.entries[entries..].iter().filter(|entry| !entry.users.is_empty());
            Exchange { users, proposals: used.filter_map(|entry| entry.proposal.clone()).collect() }
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
            self.take(ground, &self.proposal(ground, lift), journal);
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
                    self.take(ground, &self.proposal(ground, found.lift), journal);
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
    pub(super) fn carry_out(&mut self, ground: &Ground, exchange: &Exchange) {
        let (before, entries) = (self.spent, self.entries.len());
        let mut journal: Journal = Vec::new();
        for user in &exchange.users {
            journal.push((*user, self.release(ground, *user)));
        }
        for proposal in &exchange.proposals {
            self.take(ground, proposal, &mut journal);
        }
        if self.spent < before && exchange.users.iter().all(|user| !self.is_unsafe(*user)) {
            self.settle(&journal);
        } else {
            self.undo(ground, journal, entries);
        }
    }
}
