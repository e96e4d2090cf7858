//! The best certificate for one cell at the present state of a plan.

use std::sync::Arc;

use super::plan::Plan;
use crate::{
    certificate::Lift,
    ground::Ground,
    moves::{self, Options, Reach, Wish},
};

pub(super) const NARROW: Reach = Reach { starts: 6, partners: 12 };
pub(super) const WIDE: Reach = Reach { starts: 8, partners: 40 };
const REPAIR: Reach = Reach { starts: 1, partners: 12 };
/// How often a move is tried whose repair may fail.
const TRIES: usize = 6;

/// A certificate and what it would cost.
pub(super) struct Found {
    pub(super) lift: Lift,
    pub(super) cost: f32,
    pub(super) ratio: f32,
}

impl Plan {
    /// The best certificate for a cell: one product move, or two of half the size.
    ///
    /// With `share`, the cost is divided by how many sensitive cells become safe.
    pub(super) fn find(
        &mut self,
        ground: &Ground,
        cell: usize,
        reach: Reach,
        limit: f32,
        share: bool,
    ) -> Option<Found> {
        let need = ground.targets[cell] - ground.counts[cell];
        let mut best: Option<Found> = None;
        let mut left = limit;
        let most = ground.most;
        let options = moves::options(ground, &self.spots, cell, reach);
        for step in [need, most] {
            if step == need || (most > need && share) {
                let wish = Wish { cell, step, down: false, limit: left, share, lenient: false };
                if let Some(found) = moves::best(ground, &options, &self.spots, wish) {
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
        if ground.hides {
            let wish = Wish { cell, step: need, down: false, limit: left, share, lenient: true };
            if let Some(found) = self.find_repaired(ground, &options, wish) {
                best = Some(found);
            }
        }
        best
    }

    /// A move that lets cells that are not shown fall too far, and free moves among these that lift them again.
    pub(super) fn find_repaired(&mut self, ground: &Ground, options: &Options, wish: Wish) -> Option<Found> {
        let mut barred = Vec::new();
        let mut found = None;
        for _ in 0..TRIES {
            let Some(first) = moves::best(ground, options, &self.spots, wish) else { break };
            match self.repair(ground, &first.lift, wish.cell) {
                Ok(lift) => {
                    found = Some(Found { lift, cost: first.cost, ratio: first.ratio });
                    break;
                }
                // Nothing lifts this cell; the next try has to do without it.
                Err(cell) => barred.push((cell, self.bar(cell))),
            }
        }
        for (cell, room) in barred.into_iter().rev() {
            self.spots[cell].room = room;
        }
        found
    }

    fn repair(&mut self, ground: &Ground, first: &Lift, lifted: usize) -> Result<Lift, usize> {
        let mut lift = first.clone();
        self.add_room(&lift.changes, 1);
        let mut low: Vec<usize> = lift
            .changes
            .iter()
            .map(|change| change.0)
            .filter(|cell| !ground.program.shown[*cell] && self.spots[*cell].room < 0)
            .collect();
        // What the first move was made for must stay as it is.
        let room = self.bar(lifted);
        let mut stuck = None;
        while let Some(cell) = low.pop() {
            let step = -self.spots[cell].room;
            if step <= 0 {
                continue;
            }
            let wish = Wish { cell, step, down: false, limit: 0.5, share: false, lenient: false };
            // What the first move opens may not be used here: its own limits are already taken.
            let options = moves::options(ground, &self.spots, cell, REPAIR);
            let Some(next) = moves::best(ground, &options, &self.spots, wish) else {
                stuck = Some(cell);
                break;
            };
            self.add_room(&next.lift.changes, 1);
            lift = lift.plus(&next.lift);
        }
        self.spots[lifted].room = room;
        self.add_room(&lift.changes, -1);
        stuck.map_or(Ok(lift), Err)
    }

    /// Two moves in a row that lift the cell together.
    fn find_two(&mut self, ground: &Ground, options: &Options, cell: usize, limit: f32) -> Option<Found> {
        let need = ground.targets[cell] - ground.counts[cell];
        let wish = Wish { cell, step: need - need / 2, down: false, limit, share: false, lenient: false };
        let first = moves::best(ground, options, &self.spots, wish)?;
        self.add_room(&first.lift.changes, 1);
        for (cell, _) in &first.opens {
            self.spots[*cell].price = 0.0;
        }
        let wish = Wish { cell, step: need / 2, down: false, limit: limit - first.cost, share: false, lenient: false };
        let second = moves::best(ground, options, &self.spots, wish);
        self.add_room(&first.lift.changes, -1);
        for (cell, price) in &first.opens {
            self.spots[*cell].price = *price;
        }
        let second = second?;
        let (cost, ratio) = (first.cost + second.cost, first.ratio + second.ratio);
        (ratio < limit).then(|| Found { lift: first.lift.plus(&second.lift), cost, ratio })
    }

    /// A certificate plus a move that cancels its change of `cell`, for less than the cell costs.
    pub(super) fn cancel(&mut self, ground: &Ground, id: u32, cell: usize, reach: Reach) -> Option<Lift> {
        let entry = &self.entries[id as usize];
        let proposal = Arc::clone(entry.proposal.as_ref()?);
        let lift = &proposal.lift;
        if lift.certificate.denominator != 1 {
            return None;
        }
        let users = entry.users.clone();
        let change = lift.of(cell);
        self.add_room(&lift.changes, 1);
        // The cells that rest on this certificate must stay at the target.
        let kept: Vec<(usize, i64)> = users
            .into_iter()
            .map(|user| user as usize)
            .map(|user| {
                let room = ground.counts[user] + lift.of(user) - ground.targets[user];
                (user, std::mem::replace(&mut self.spots[user].room, room))
            })
            .collect();
        let wish =
            Wish { cell, step: change.abs(), down: change > 0, limit: ground.cost[cell], share: false, lenient: false };
        let options = moves::options(ground, &self.spots, cell, reach);
        let mut found = moves::best(ground, &options, &self.spots, wish).map(|found| (found.ratio, found.lift));
        if ground.hides {
            let limit = found.as_ref().map_or(wish.limit, |found| found.0);
            let repaired = self.find_repaired(ground, &options, Wish { limit, lenient: true, ..wish });
            found = repaired.map(|found| (found.ratio, found.lift)).or(found);
        }
        for (user, room) in kept {
            self.spots[user].room = room;
        }
        self.add_room(&lift.changes, -1);
        Some(lift.plus(&found?.1))
    }
}
