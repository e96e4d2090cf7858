//! Which cells to withhold: a certificate for every sensitive cell, together as cheap as can be found.
//!
//! First each sensitive cell takes the cheapest certificate, those that cost least per cell made safe first, so that
//! what one opens is free for the next. Then every withheld cell is questioned: if the sensitive cells that rest on
//! it find other certificates that cost less, it is published again.

use std::{
    cmp::Reverse,
    collections::{BinaryHeap, HashMap, HashSet},
    rc::Rc,
};

use crate::{
    Program,
    certificate::{Certificate, Lift},
    ground::{FIXED, Ground},
    local,
    moves::{self, Options, Reach, Wish},
};

const NARROW: Reach = Reach { starts: 6, partners: 12 };
const REPAIR: Reach = Reach { starts: 1, partners: 12 };
/// How often a move is tried whose repair may fail.
const TRIES: usize = 6;
/// How often all withheld cells are questioned at most.
const ROUNDS: usize = 4;
const WIDE: Reach = Reach { starts: 8, partners: 40 };

/// Certificates, and the cells that they need.
pub(crate) struct Plan {
    /// Cells that may change.
    open: Vec<bool>,
    /// For each sensitive cell its certificate.
    proof: HashMap<u32, u32>,
    certificates: Vec<Entry>,
    base: Vec<bool>,
    unsafe_yet: Vec<bool>,
    usage: HashMap<u32, Vec<u32>>,
    spent: f64,
    /// Cells whose certificates changed since they were questioned.
    changed: HashSet<u32>,
}

struct Found {
    lift: Lift,
    cost: f32,
    ratio: f32,
}

struct Entry {
    lift: Lift,
    /// Cells that are withheld for this certificate and others.
    needs: Vec<u32>,
    covers: Vec<u32>,
    users: Vec<u32>,
}

impl Plan {
    pub(crate) fn new(ground: &Ground, withheld: &[bool]) -> Plan {
        let base: Vec<bool> = (0..ground.program.len())
            .map(|c| !ground.program.shown[c] || (ground.targets[c] > 0) || withheld[c])
            .collect();
        Plan {
            open: base.clone(),
            proof: HashMap::new(),
            certificates: Vec::new(),
            base,
            unsafe_yet: ground.targets.iter().map(|target| *target > 0).collect(),
            usage: HashMap::new(),
            spent: 0.0,
            changed: HashSet::new(),
        }
    }

    fn register(&mut self, ground: &Ground, lift: Lift) -> u32 {
        let (mut needs, mut covers) = (Vec::new(), Vec::new());
        for (cell, change) in &lift.changes {
            let (cell, change) = (*cell, *change);
            if !self.base[cell] {
                needs.push(cell as u32);
            }
            let target = ground.targets[cell];
            if target > 0 && change >= (target - ground.counts[cell]) * lift.certificate.denominator {
                covers.push(cell as u32);
            }
        }
        self.certificates.push(Entry { lift, needs, covers, users: Vec::new() });
        (self.certificates.len() - 1) as u32
    }

    /// Lets `cell` rest on a certificate; what that needs is opened.
    fn assign(&mut self, ground: &Ground, cell: u32, id: u32) {
        let entry = &mut self.certificates[id as usize];
        entry.users.push(cell);
        if entry.users.len() == 1 {
            for need in &entry.needs {
                let users = self.usage.entry(*need).or_default();
                if users.is_empty() {
                    self.open[*need as usize] = true;
                    self.spent += f64::from(ground.cost[*need as usize]);
                }
                users.push(id);
            }
        }
        self.proof.insert(cell, id);
        self.unsafe_yet[cell as usize] = false;
    }

    fn release(&mut self, ground: &Ground, cell: u32) -> Option<u32> {
        let id = self.proof.remove(&cell)?;
        self.unsafe_yet[cell as usize] = true;
        let entry = &mut self.certificates[id as usize];
        entry.users.retain(|user| *user != cell);
        if entry.users.is_empty() {
            for need in &entry.needs {
                let Some(users) = self.usage.get_mut(need) else { continue };
                users.retain(|user| *user != id);
                if users.is_empty() {
                    self.usage.remove(need);
                    self.open[*need as usize] = false;
                    self.spent -= f64::from(ground.cost[*need as usize]);
                }
            }
        }
        Some(id)
    }

    /// Takes a new certificate for all cells that it makes safe and that have none.
    fn take(&mut self, ground: &Ground, lift: Lift) -> Vec<u32> {
        let id = self.register(ground, lift);
        let covers: Vec<u32> = self.certificates[id as usize]
            .covers
            .iter()
            .copied()
            .filter(|cell| self.unsafe_yet[*cell as usize])
            .collect();
        for cell in &covers {
            self.assign(ground, *cell, id);
        }
        covers
    }

    /// The best certificate for a cell at the present state: one product move, or two of half the size.
    fn find(&mut self, ground: &mut Ground, cell: usize, reach: Reach, limit: f32, share: bool) -> Option<Found> {
        let need = ground.targets[cell] - ground.counts[cell];
        let mut best: Option<Found> = None;
        let mut left = limit;
        let most = ground.most;
        let shifts = Rc::clone(&ground.shifts);
        let options = moves::options(ground, &shifts, cell, &self.open, reach);
        for step in [need, most] {
            if step == need || (most > need && share) {
                let wish = Wish { cell, step, down: false, limit: left, share, lenient: false };
                if let Some(found) = moves::best(ground, &options, &self.open, &self.unsafe_yet, wish) {
                    left = found.ratio;
                    best = Some(Found { lift: found.lift, cost: found.cost, ratio: found.ratio });
                }
            }
        }
        if need >= 2
            && let Some(found) = self.find_two(ground, &options, cell, left)
        {
            left = found.ratio;
            best = Some(found);
        }
        if ground.hides
            && let Some(found) = self.find_repaired(
                ground,
                &options,
                Wish { cell, step: need, down: false, limit: left, share, lenient: true },
            )
        {
            best = Some(found);
        }
        best
    }

    /// A move that lets cells that are not shown fall too far, and free moves among these that lift them again.
    fn find_repaired(&self, ground: &mut Ground, options: &Options, wish: Wish) -> Option<Found> {
        let mut barred = Vec::new();
        let mut found = None;
        for _ in 0..TRIES {
            let Some(first) = moves::best(ground, options, &self.open, &self.unsafe_yet, wish) else { break };
            match self.repair(ground, &first.lift, wish.cell) {
                Ok(lift) => {
                    found = Some(Found { lift, cost: first.cost, ratio: first.ratio });
                    break;
                }
                // Nothing lifts this cell; the next try has to do without it.
                Err(cell) => barred.push((cell, std::mem::replace(&mut ground.room[cell], FIXED))),
            }
        }
        for (cell, room) in barred.into_iter().rev() {
            ground.room[cell] = room;
        }
        found
    }

    fn repair(&self, ground: &mut Ground, first: &Lift, lifted: usize) -> Result<Lift, usize> {
        let mut lift = first.clone();
        add_room(ground, &lift.changes, 1);
        let mut low: Vec<usize> = lift
            .changes
            .iter()
            .map(|change| change.0)
            .filter(|cell| !ground.program.shown[*cell] && ground.room[*cell] < 0)
            .collect();
        // What the first move was made for must stay as it is.
        let room = std::mem::replace(&mut ground.room[lifted], FIXED);
        let mut stuck = None;
        while let Some(cell) = low.pop() {
            let step = -ground.room[cell];
            if step <= 0 {
                continue;
            }
            let wish = Wish { cell, step, down: false, limit: 0.5, share: false, lenient: false };
            // What the first move opens may not be used here: its own limits are already taken.
            let shifts = Rc::clone(&ground.shifts);
            let options = moves::options(ground, &shifts, cell, &self.open, REPAIR);
            let Some(next) = moves::best(ground, &options, &self.open, &self.unsafe_yet, wish) else {
                stuck = Some(cell);
                break;
            };
            add_room(ground, &next.lift.changes, 1);
            lift = lift.plus(&next.lift);
        }
        ground.room[lifted] = room;
        add_room(ground, &lift.changes, -1);
        stuck.map_or(Ok(lift), Err)
    }

    /// Two moves in a row that lift the cell together.
    fn find_two(&mut self, ground: &mut Ground, options: &Options, cell: usize, limit: f32) -> Option<Found> {
        let need = ground.targets[cell] - ground.counts[cell];
        let wish = Wish { cell, step: need - need / 2, down: false, limit, share: false, lenient: false };
        let first = moves::best(ground, options, &self.open, &self.unsafe_yet, wish)?;
        add_room(ground, &first.lift.changes, 1);
        for cell in &first.opens {
            self.open[*cell as usize] = true;
        }
        let wish = Wish { cell, step: need / 2, down: false, limit: limit - first.cost, share: false, lenient: false };
        let second = moves::best(ground, options, &self.open, &self.unsafe_yet, wish);
        add_room(ground, &first.lift.changes, -1);
        for cell in &first.opens {
            self.open[*cell as usize] = false;
        }
        let second = second?;
        let (cost, ratio) = (first.cost + second.cost, first.ratio + second.ratio);
        (ratio < limit).then(|| Found { lift: first.lift.plus(&second.lift), cost, ratio })
    }

    /// A certificate for each sensitive cell that has none, cheapest first. For some there may be none at all.
    pub(crate) fn cover(&mut self, ground: &mut Ground) {
        let key = |ratio: f32| Reverse((ratio * 1e4) as u64);
        let mut queue: BinaryHeap<(Reverse<u64>, Reverse<u32>)> = BinaryHeap::new();
        for cell in (0..ground.program.len()).filter(|cell| self.unsafe_yet[*cell]) {
            queue.push((Reverse(0), Reverse(cell as u32)));
        }
        let mut hard = Vec::new();
        while let Some((_, Reverse(cell))) = queue.pop() {
            if !self.unsafe_yet[cell as usize] {
                continue;
            }
            let Some(found) = self
                .find(ground, cell as usize, NARROW, f32::MAX, true)
                .or_else(|| self.find(ground, cell as usize, WIDE, f32::MAX, true))
            else {
                hard.push(cell);
                continue;
            };
            // What was opened meanwhile may have made this one cheaper, but others may be cheaper still.
            if queue.peek().is_some_and(|next| next.0 > key(found.ratio)) {
                queue.push((key(found.ratio), Reverse(cell)));
                continue;
            }
            self.take(ground, found.lift);
            if self.unsafe_yet[cell as usize] {
                hard.push(cell);
            }
        }
        hard.retain(|cell| self.unsafe_yet[*cell as usize]);
        for cell in hard {
            if self.unsafe_yet[cell as usize]
                && let Some(certificate) = local::certificate(ground, cell as usize, &self.open)
            {
                self.take(ground, Lift::new(ground.program, certificate));
            }
        }
    }

    /// Questions every withheld cell, those first that the fewest certificates use, until that yields little.
    pub(crate) fn prune(&mut self, ground: &mut Ground) {
        for round in 0..ROUNDS {
            let before = self.spent;
            // After the first round only where something changed since the cell was questioned.
            let asked = std::mem::take(&mut self.changed);
            let mut cells: Vec<(usize, u32)> = self
                .usage
                .iter()
                .filter(|(cell, _)| round == 0 || asked.contains(*cell))
                .map(|(cell, users)| (users.len(), *cell))
                .collect();
            cells.sort_unstable();
            for (_, cell) in cells {
                self.changed.remove(&cell);
                self.reroute(ground, cell);
            }
            if self.spent > 0.999 * before {
                return;
            }
        }
    }

    /// The withheld cells and the certificates that are in use.
    pub(crate) fn finish(self, program: &Program) -> (Vec<bool>, Vec<Certificate>) {
        let withheld = (0..program.len()).map(|cell| program.shown[cell] && self.open[cell]).collect();
        let used = self.certificates.into_iter().filter(|entry| !entry.users.is_empty());
        (withheld, used.map(|entry| entry.lift.certificate).collect())
    }

    fn reroute(&mut self, ground: &mut Ground, cell: u32) -> bool {
        let Some(ids) = self.usage.get(&cell).cloned() else { return false };
        let resting: Vec<u32> =
            ids.iter().flat_map(|id| self.certificates[*id as usize].users.iter().copied()).collect();
        if resting.len() > 40 {
            return false;
        }
        let (before, certificates) = (self.spent, self.certificates.len());
        let mut journal = Vec::new();
        for id in ids {
            if !self.avoid(ground, id, cell, before, &mut journal) {
                self.undo(ground, journal, certificates);
                return false;
            }
        }
        if self.spent > before - 1e-4 {
            self.undo(ground, journal, certificates);
            return false;
        }
        for (user, id) in journal {
            // What is not used any more is not needed any more.
            for id in self.proof.get(&user).copied().into_iter().chain(id) {
                let entry = &mut self.certificates[id as usize];
                self.changed.extend(&entry.needs);
                if entry.users.is_empty() {
                    entry.lift.changes = Vec::new();
                    entry.lift.certificate.changes = Vec::new();
                }
            }
        }
        true
    }

    /// Replaces one certificate by others that do not touch `cell`. What was done is written to the journal.
    fn avoid(
        &mut self,
        ground: &mut Ground,
        id: u32,
        cell: u32,
        before: f64,
        journal: &mut Vec<(u32, Option<u32>)>,
    ) -> bool {
        let around = self.cancel(ground, id, cell as usize);
        let users = self.certificates[id as usize].users.clone();
        for user in &users {
            journal.push((*user, self.release(ground, *user)));
        }
        if let Some(lift) = around {
            journal.extend(self.take(ground, lift).into_iter().map(|user| (user, None)));
        }
        let room = std::mem::replace(&mut ground.room[cell as usize], FIXED);
        let mut all = true;
        for user in users {
            if self.unsafe_yet[user as usize] {
                let still = if self.open[cell as usize] { f64::from(ground.cost[cell as usize]) } else { 0.0 };
                let budget = (before - self.spent + still - 1e-4) as f32;
                let found = self
                    .find(ground, user as usize, NARROW, budget.max(0.05), false)
                    .filter(|found| found.cost <= budget);
                let Some(found) = found else {
                    all = false;
                    break;
                };
                journal.extend(self.take(ground, found.lift).into_iter().map(|user| (user, None)));
                if self.unsafe_yet[user as usize] {
                    all = false;
                    break;
                }
            }
        }
        ground.room[cell as usize] = room;
        all
    }

    /// The certificate plus a move that cancels its change of `cell`, for less than the cell costs.
    fn cancel(&mut self, ground: &mut Ground, id: u32, cell: usize) -> Option<Lift> {
        let entry = &self.certificates[id as usize];
        if entry.lift.certificate.denominator != 1 {
            return None;
        }
        let change = entry.lift.of(cell);
        add_room(ground, &entry.lift.changes, 1);
        // The cells that rest on this certificate must stay at the target.
        let kept: Vec<(usize, i64)> = entry
            .users
            .iter()
            .map(|user| *user as usize)
            .map(|user| {
                (
                    user,
                    std::mem::replace(
                        &mut ground.room[user],
                        ground.counts[user] + entry.lift.of(user) - ground.targets[user],
                    ),
                )
            })
            .collect();
        let wish =
            Wish { cell, step: change.abs(), down: change > 0, limit: ground.cost[cell], share: false, lenient: false };
        let shifts = Rc::clone(&ground.shifts);
        let options = moves::options(ground, &shifts, cell, &self.open, NARROW);
        let mut found =
            moves::best(ground, &options, &self.open, &self.unsafe_yet, wish).map(|found| (found.ratio, found.lift));
        if ground.hides {
            let limit = found.as_ref().map_or(wish.limit, |found| found.0);
            let repaired = self.find_repaired(ground, &options, Wish { limit, lenient: true, ..wish });
            found = repaired.map(|found| (found.ratio, found.lift)).or(found);
        }
        for (user, room) in kept {
            ground.room[user] = room;
        }
        add_room(ground, &self.certificates[id as usize].lift.changes, -1);
        Some(self.certificates[id as usize].lift.plus(&found?.1))
    }

    fn undo(&mut self, ground: &Ground, journal: Vec<(u32, Option<u32>)>, certificates: usize) {
        for (user, id) in journal.into_iter().rev() {
            match id {
                Some(id) => self.assign(ground, user, id),
                None => drop(self.release(ground, user)),
            }
        }
        self.certificates.truncate(certificates);
    }
}

fn add_room(ground: &mut Ground, changes: &[(usize, i64)], sign: i64) {
    for (cell, change) in changes {
        ground.room[*cell] += sign * change;
    }
}
