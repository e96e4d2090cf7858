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
    /// Whether it is open whatever the certificates need: sensitive, withheld before, or not shown.
    base: bool,
    /// Whether it is not shown.
    pub(crate) hidden: bool,
}

/// A certificate in the plan.
#[derive(Clone)]
pub(super) struct Entry {
    /// None once nothing rests on it any more and nothing can go back to it.
    pub(super) lift: Option<Arc<Lift>>,
    /// Cells that are withheld for this certificate and others.
    pub(super) needs: Arc<[u32]>,
    /// Where each of these cells mentions this certificate, while it is used.
    places: Vec<u32>,
    covers: Arc<[u32]>,
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
    /// For each cell the certificates that need it.
    pub(super) usage: Vec<Vec<u32>>,
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
        let spot = |cell: usize| {
            let (target, hidden) = (ground.targets[cell], !ground.program.shown[cell]);
            let base = hidden || target > 0 || withheld[cell];
            Spot {
                room: ground.room[cell],
                lack: if target > 0 { target - ground.counts[cell] } else { i64::MAX },
                price: if base { 0.0 } else { ground.cost[cell] },
                base,
                hidden,
            }
        };
        Plan {
            spots: (0..cells).map(spot).collect(),
            proof: vec![NONE; cells],
            entries: Vec::new(),
            usage: vec![Vec::new(); cells],
            spent: 0,
            changed: vec![false; cells],
        }
    }

    pub(super) fn is_unsafe(&self, cell: u32) -> bool {
        self.spots[cell as usize].lack != i64::MAX
    }

    /// Whether the cell is withheld for certificates only.
    pub(super) fn is_needed(&self, cell: usize) -> bool {
        !self.usage[cell].is_empty()
    }

    fn register(&mut self, ground: &Ground, lift: Arc<Lift>) -> u32 {
        let (mut needs, mut covers) = (Vec::new(), Vec::new());
        for (cell, change) in &lift.changes {
            let (cell, change) = (*cell, *change);
            if !self.spots[cell].base {
                needs.push(cell as u32);
            }
            let target = ground.targets[cell];
            if target > 0 && change >= (target - ground.counts[cell]) * lift.certificate.denominator {
                covers.push(cell as u32);
            }
        }
        let places = vec![0; needs.len()];
        let entry = Entry { lift: Some(lift), needs: needs.into(), places, covers: covers.into(), users: Vec::new() };
        self.entries.push(entry);
        (self.entries.len() - 1) as u32
    }

    /// Lets `cell` rest on a certificate; what that needs is opened.
    fn assign(&mut self, ground: &Ground, cell: u32, id: u32) {
        let entry = &mut self.entries[id as usize];
        entry.users.push(cell);
        if entry.users.len() == 1 {
            for (need, place) in entry.needs.iter().zip(&mut entry.places) {
                let users = &mut self.usage[*need as usize];
                if users.is_empty() {
                    self.spots[*need as usize].price = 0.0;
                    self.spent += ground.units(*need as usize);
                }
                *place = users.len() as u32;
                users.push(id);
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
            self.close(ground, id);
        }
        Some(id)
    }

    /// No cell rests on the certificate any more.
    fn close(&mut self, ground: &Ground, id: u32) {
        let needs = Arc::clone(&self.entries[id as usize].needs);
        for (nth, need) in needs.iter().enumerate() {
            let place = self.entries[id as usize].places[nth] as usize;
            let users = &mut self.usage[*need as usize];
            users.swap_remove(place);
            if let Some(moved) = users.get(place) {
                // The last one has come to this place.
                let entry = &mut self.entries[*moved as usize];
                if let Ok(nth) = entry.needs.binary_search(need) {
                    entry.places[nth] = place as u32;
                }
            } else if users.is_empty() {
                self.spots[*need as usize].price = ground.cost[*need as usize];
                self.spent -= ground.units(*need as usize);
            }
        }
    }

    /// Takes a new certificate for all cells that it makes safe and that have none.
    pub(super) fn take(&mut self, ground: &Ground, lift: Arc<Lift>, journal: &mut Journal) {
        let id = self.register(ground, lift);
        let covers = Arc::clone(&self.entries[id as usize].covers);
        for cell in covers.iter().copied() {
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
                entry.lift = None;
                for need in entry.needs.iter() {
                    self.changed[*need as usize] = true;
                }
            }
        }
    }

    /// What it would cost to take a certificate now, and how many cells it would make safe.
    pub(super) fn value(&self, ground: &Ground, lift: &Lift) -> (f32, u32) {
        let (mut cost, mut gain) = (0.0, 0);
        for (cell, change) in &lift.changes {
            let spot = &self.spots[*cell];
            cost += spot.price;
            let lack = spot.lack.saturating_mul(lift.certificate.denominator);
            gain += u32::from(ground.targets[*cell] > 0 && *change >= lack);
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
        let withheld = (0..program.len())
            .map(|cell| program.shown[cell] && (self.spots[cell].base || self.is_needed(cell)))
            .collect();
        let used = self.entries.into_iter().filter(|entry| !entry.users.is_empty());
        let lifts = used.filter_map(|entry| entry.lift);
        (withheld, lifts.map(|lift| Arc::unwrap_or_clone(lift).certificate).collect())
    }
}
