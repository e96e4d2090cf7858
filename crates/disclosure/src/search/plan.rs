//! The state of the search: certificates, the cells that rest on them, and the cells that they need.

use std::sync::Arc;

use crate::{
    Program,
    certificate::{Certificate, Lift},
    ground::{FIXED, Ground},
};

/// No certificate.
const NONE: u32 = u32::MAX;

/// What a move has to know about a cell that it would change, side by side in memory.
#[derive(Clone, Copy)]
pub(crate) struct Spot {
    /// By how much the cell may fall; [`FIXED`] where it may not change at all.
    pub(crate) room: i64,
    /// By how much the cell has to rise to become safe; the largest number where it is safe already.
    pub(crate) lack: i64,
    /// What changing it costs; nothing where it is withheld.
    pub(crate) price: f32,
    /// How many certificates in use need it to be withheld.
    pub(super) needed: u32,
}

/// A certificate, and what follows from it whatever the state of the plan.
#[derive(Clone)]
pub(super) struct Proposal {
    pub(super) lift: Lift,
    /// Cells that have to be withheld for this certificate.
    pub(super) needs: Box<[u32]>,
    /// Sensitive cells that it makes safe.
    covers: Box<[u32]>,
}

/// A certificate in the plan.
#[derive(Clone)]
pub(super) struct Entry {
    /// None once nothing rests on it any more and nothing can go back to it.
    pub(super) proposal: Option<Arc<Proposal>>,
    pub(super) users: Vec<u32>,
}

/// Certificates, and the cells that they need.
///
/// Several threads hold equal plans: each makes proposals and takes them back, and all carry out what is decided. So
/// nothing that decides may depend on the order in which lists happen to stand, and costs are whole numbers.
#[derive(Clone)]
pub(crate) struct Plan {
    pub(super) spots: Vec<Spot>,
    /// For each sensitive cell its certificate.
    proof: Vec<u32>,
    pub(super) entries: Vec<Entry>,
    /// Cells that are open whatever the certificates need: sensitive, withheld before, or not shown.
    base: Arc<[bool]>,
    /// The cost of all cells that are withheld for certificates.
    pub(super) spent: i64,
    /// Cells whose certificates changed since they were questioned.
    pub(super) changed: Vec<bool>,
}

/// What was done: cells, and the certificate that was taken from them, if it was not given to them.
pub(super) type Journal = Vec<(u32, Option<u32>)>;

impl Plan {
    pub(crate) fn new(ground: &Ground, withheld: &[bool]) -> Plan {
        let cells = ground.program.len();
        let base: Arc<[bool]> =
            (0..cells).map(|cell| !ground.program.shown[cell] || ground.targets[cell] > 0 || withheld[cell]).collect();
        let spot = |cell: usize| Spot {
            room: ground.room[cell],
            lack: if ground.targets[cell] > 0 { ground.targets[cell] - ground.counts[cell] } else { i64::MAX },
            price: if base[cell] { 0.0 } else { ground.cost[cell] },
            needed: 0,
        };
        Plan {
            spots: (0..cells).map(spot).collect(),
            proof: vec![NONE; cells],
            entries: Vec::new(),
            base,
            spent: 0,
            changed: vec![false; cells],
        }
    }

    pub(super) fn is_unsafe(&self, cell: u32) -> bool {
        self.spots[cell as usize].lack != i64::MAX
    }

    /// Whether the cell is withheld for certificates only.
    pub(super) fn is_needed(&self, cell: usize) -> bool {
        self.spots[cell].needed > 0
    }

    /// What a certificate needs and makes safe.
    pub(super) fn proposal(&self, ground: &Ground, lift: Lift) -> Arc<Proposal> {
        let (mut needs, mut covers) = (Vec::new(), Vec::new());
        for (cell, change) in &lift.changes {
            if !self.base[*cell] {
                needs.push(*cell as u32);
            }
            let target = ground.targets[*cell];
            if target > 0 && *change >= (target - ground.counts[*cell]) * lift.certificate.denominator {
                covers.push(*cell as u32);
            }
        }
        Arc::new(Proposal { lift, needs: needs.into(), covers: covers.into() })
    }

    /// Lets `cell` rest on a certificate; what that needs is opened.
    fn assign(&mut self, ground: &Ground, cell: u32, id: u32) {
        let entry = &mut self.entries[id as usize];
        entry.users.push(cell);
        if entry.users.len() == 1 {
            for need in entry.proposal.iter().flat_map(|proposal| &proposal.needs) {
                let spot = &mut self.spots[*need as usize];
                spot.needed += 1;
                if spot.needed == 1 {
                    spot.price = 0.0;
                    self.spent += ground.units(*need as usize);
                }
            }
        }
        self.proof[cell as usize] = id;
        self.spots[cell as usize].lack = i64::MAX;
    }

    /// Takes the certificate of a cell from it; what is not needed any more is closed.
    pub(super) fn release(&mut self, ground: &Ground, cell: u32) -> Option<u32> {
        let id = std::mem::replace(&mut self.proof[cell as usize], NONE);
        if id == NONE {
            return None;
        }
        self.spots[cell as usize].lack = ground.targets[cell as usize] - ground.counts[cell as usize];
        let entry = &mut self.entries[id as usize];
        if let Some(at) = entry.users.iter().rposition(|user| *user == cell) {
            entry.users.swap_remove(at);
        }
        if entry.users.is_empty() {
            for need in entry.proposal.iter().flat_map(|proposal| &proposal.needs) {
                let spot = &mut self.spots[*need as usize];
                spot.needed -= 1;
                if spot.needed == 0 {
                    spot.price = ground.cost[*need as usize];
                    self.spent -= ground.units(*need as usize);
                }
            }
        }
        Some(id)
    }

    /// Takes a new certificate for all cells that it makes safe and that have none.
    pub(super) fn take(&mut self, ground: &Ground, proposal: &Arc<Proposal>, journal: &mut Journal) {
        let id = self.entries.len() as u32;
        self.entries.push(Entry { proposal: Some(Arc::clone(proposal)), users: Vec::new() });
        for cell in proposal.covers.iter().copied() {
            if self.is_unsafe(cell) {
                self.assign(ground, cell, id);
                journal.push((cell, None));
            }
        }
    }

    /// Takes back what the journal says, and forgets the certificates that came with it.
    pub(super) fn undo(&mut self, ground: &Ground, journal: Journal, entries: usize) {
        for (user, id) in journal.into_iter().rev() {
            match id {
                Some(id) => self.assign(ground, user, id),
                None => drop(self.release(ground, user)),
            }
        }
        self.entries.truncate(entries);
    }

    /// There is no way back: what nothing rests on is dropped. Cells that lost a certificate are worth another
    /// question.
    pub(super) fn settle(&mut self, journal: &Journal) {
        for id in journal.iter().filter_map(|(_, id)| *id) {
            let entry = &mut self.entries[id as usize];
            if entry.users.is_empty() {
                for need in entry.proposal.take().iter().flat_map(|proposal| &proposal.needs) {
                    self.changed[*need as usize] = true;
                }
            }
        }
    }

    /// What it would cost to take a certificate now, and how many cells it would make safe.
    pub(super) fn value(&self, lift: &Lift) -> (f32, u32) {
        let (mut cost, mut gain) = (0.0, 0);
        for (cell, change) in &lift.changes {
            let spot = &self.spots[*cell];
            cost += spot.price;
            let lack = spot.lack.saturating_mul(lift.certificate.denominator);
            gain += u32::from(*change >= lack);
        }
        (cost, gain)
    }

    /// Adds changes to the room of the cells, or takes them back.
    pub(super) fn add_room(&mut self, changes: &[(usize, i64)], sign: i64) {
        for (cell, change) in changes {
            self.spots[*cell].room += sign * change;
        }
    }

    /// Forbids a cell to change; returns its room, to be given back.
    pub(super) fn bar(&mut self, cell: usize) -> i64 {
        std::mem::replace(&mut self.spots[cell].room, FIXED)
    }

    /// The withheld cells and the certificates that are in use.
    pub(super) fn finish(self, program: &Program) -> (Vec<bool>, Vec<Certificate>) {
        let withheld =
            (0..program.len()).map(|cell| program.shown[cell] && (self.base[cell] || self.is_needed(cell))).collect();
        let used = self.entries.into_iter().filter(|entry| !entry.users.is_empty());
        let proposals = used.filter_map(|entry| entry.proposal);
        (withheld, proposals.map(|own| Arc::unwrap_or_clone(own).lift.certificate).collect())
    }
}
