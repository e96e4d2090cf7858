//! Which cells to withhold: a certificate for every sensitive cell, together as cheap as can be found.
//!
//! First each sensitive cell takes the cheapest certificate, those that cost least per cell made safe first, so that
//! what one opens is free for the next. Then every withheld cell is questioned: if the sensitive cells that rest on
//! it find other certificates that cost less, it is published again.

use std::{
    cmp::Reverse,
    collections::{BinaryHeap, HashMap},
};

use crate::{
    certificate::Certificate,
    ground::Ground,
    local,
    moves::{self, Reach, Wish},
};

const NARROW: Reach = Reach { starts: 3, partners: 8 };
const WIDE: Reach = Reach { starts: 8, partners: 40 };

/// Certificates, and the cells that they need.
pub(crate) struct Plan {
    /// Cells that may change.
    pub(crate) open: Vec<bool>,
    /// For each sensitive cell its certificate.
    pub(crate) proof: HashMap<u32, u32>,
    pub(crate) certificates: Vec<Entry>,
    base: Vec<bool>,
    unsafe_yet: Vec<bool>,
    usage: HashMap<u32, Vec<u32>>,
    spent: f64,
}

struct Found {
    certificate: Certificate,
    cost: f32,
    ratio: f32,
}

pub(crate) struct Entry {
    pub(crate) certificate: Certificate,
    /// Cells that are withheld for this certificate and others.
    needs: Vec<u32>,
    covers: Vec<u32>,
    users: Vec<u32>,
}

impl Plan {
    pub(crate) fn new(ground: &Ground, withheld: &[bool]) -> Plan {
        let base: Vec<bool> = (0..ground.program.len()).map(|c| !ground.program.shown[c] || ground.sensitive[c] || withheld[c]).collect();
        Plan {
            open: base.clone(),
            proof: HashMap::new(),
            certificates: Vec::new(),
            base,
            unsafe_yet: ground.sensitive.to_vec(),
            usage: HashMap::new(),
            spent: 0.0,
        }
    }

    fn register(&mut self, ground: &Ground, certificate: Certificate) -> u32 {
        let (mut needs, mut covers) = (Vec::new(), Vec::new());
        for (cell, change) in certificate.spread(ground.program) {
            if !self.base[cell] {
                needs.push(cell as u32);
            }
            if ground.sensitive[cell] && change >= (ground.target - ground.counts[cell]) * certificate.denominator {
                covers.push(cell as u32);
            }
        }
        self.certificates.push(Entry { certificate, needs, covers, users: Vec::new() });
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
    fn take(&mut self, ground: &Ground, certificate: Certificate) -> Vec<u32> {
        let id = self.register(ground, certificate);
        let covers: Vec<u32> = self.certificates[id as usize].covers.iter().copied().filter(|cell| self.unsafe_yet[*cell as usize]).collect();
        for cell in &covers {
            self.assign(ground, *cell, id);
        }
        covers
    }

    /// The best certificate for a cell at the present state: one product move, or two of half the size.
    fn find(&mut self, ground: &mut Ground, cell: usize, reach: Reach, limit: f32, share: bool) -> Option<Found> {
        let need = ground.target - ground.counts[cell];
        let mut best: Option<Found> = None;
        let mut left = limit;
        let most = ground.target - 1;
        for step in [need, most] {
            if step == need || (most > need && share) {
                let wish = Wish { cell, step, reach, limit: left, share };
                if let Some(found) = moves::best(ground, &self.open, &self.unsafe_yet, wish) {
                    left = found.ratio;
                    best = Some(Found { certificate: found.certificate, cost: found.cost, ratio: found.ratio });
                }
            }
        }
        if need >= 2
            && let Some(found) = self.find_two(ground, cell, reach, left)
        {
            best = Some(found);
        }
        best
    }

    /// Two moves in a row that lift the cell together.
    fn find_two(&mut self, ground: &mut Ground, cell: usize, reach: Reach, limit: f32) -> Option<Found> {
        let need = ground.target - ground.counts[cell];
        let wish = Wish { cell, step: need - need / 2, reach, limit, share: false };
        let first = moves::best(ground, &self.open, &self.unsafe_yet, wish)?;
        let changes = first.certificate.spread(ground.program);
        for (cell, change) in &changes {
            ground.room[*cell] += change;
        }
        for cell in &first.opens {
            self.open[*cell as usize] = true;
        }
        let wish = Wish { cell, step: need / 2, reach, limit: limit - first.cost, share: false };
        let second = moves::best(ground, &self.open, &self.unsafe_yet, wish);
        for (cell, change) in &changes {
            ground.room[*cell] -= change;
        }
        for cell in &first.opens {
            self.open[*cell as usize] = false;
        }
        let second = second?;
        let (cost, ratio) = (first.cost + second.cost, first.ratio + second.ratio);
        (ratio < limit).then(|| Found { certificate: first.certificate.plus(&second.certificate), cost, ratio })
    }

    /// A certificate for each sensitive cell that has none, cheapest first.
    pub(crate) fn cover(&mut self, ground: &mut Ground) -> Vec<u32> {
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
            let Some(found) = self.find(ground, cell as usize, NARROW, f32::MAX, true).or_else(|| self.find(ground, cell as usize, WIDE, f32::MAX, true)) else {
                hard.push(cell);
                continue;
            };
            // What was opened meanwhile may have made this one cheaper, but others may be cheaper still.
            if queue.peek().is_some_and(|next| next.0 > key(found.ratio)) {
                queue.push((key(found.ratio), Reverse(cell)));
                continue;
            }
            self.take(ground, found.certificate);
        }
        hard.retain(|cell| self.unsafe_yet[*cell as usize]);
        let mut helpless = Vec::new();
        for cell in hard {
            if self.unsafe_yet[cell as usize] {
                match local::certificate(ground, cell as usize, &self.open) {
                    Some(certificate) => drop(self.take(ground, certificate)),
                    None => helpless.push(cell),
                }
            }
        }
        helpless.retain(|cell| self.unsafe_yet[*cell as usize]);
        helpless
    }

    /// Questions every withheld cell once; returns how many of them were published again.
    pub(crate) fn prune(&mut self, ground: &mut Ground) -> usize {
        let mut cells: Vec<(usize, u32)> = self.usage.iter().map(|(cell, users)| (users.len(), *cell)).collect();
        cells.sort_unstable();
        cells.into_iter().filter(|(_, cell)| self.reroute(ground, *cell)).count()
    }

    fn reroute(&mut self, ground: &mut Ground, cell: u32) -> bool {
        let Some(ids) = self.usage.get(&cell) else { return false };
        let mut resting: Vec<u32> = ids.iter().flat_map(|id| self.certificates[*id as usize].users.iter().copied()).collect();
        resting.sort_unstable();
        if resting.len() > 40 {
            return false;
        }
        let before = self.spent;
        let old: Vec<(u32, u32)> = resting.iter().filter_map(|user| self.release(ground, *user).map(|id| (*user, id))).collect();
        let room = std::mem::replace(&mut ground.room[cell as usize], -1);
        let mut new = Vec::new();
        let mut cheaper = true;
        for (user, _) in &old {
            if self.unsafe_yet[*user as usize] {
                let left = (before - self.spent - 1e-4) as f32;
                match self.find(ground, *user as usize, NARROW, left.max(0.05), false).filter(|found| found.cost <= left) {
                    Some(found) => new.extend(self.take(ground, found.certificate)),
                    None => {
                        cheaper = false;
                        break;
                    }
                }
            }
        }
        ground.room[cell as usize] = room;
        if !cheaper {
            for user in new {
                self.release(ground, user);
            }
            for (user, id) in old {
                self.assign(ground, user, id);
            }
        }
        cheaper
    }
}
