//! A certificate for each sensitive cell, cheapest first.

use std::{cmp::Reverse, collections::BinaryHeap, sync::Arc};

use super::{
    Team,
    find::{NARROW, WIDE},
    plan::{Plan, Proposal},
};
use crate::{
    certificate::Lift,
    ground::Ground,
    local::{self, Classes},
};

/// The order of the queue: what costs least per cell made safe comes first.
fn key(ratio: f32) -> Reverse<u64> {
    Reverse((ratio * 1e4) as u64)
}

/// Credit for more cells than this is not given, as in the search of moves.
const MOST_CREDIT: f32 = 8.0;

/// A certificate that was found for a cell, and what it cost then.
struct Offer {
    key: Reverse<u64>,
    cell: u32,
    ratio: f32,
    proposal: Arc<Proposal>,
}

/// Cells that offers did not help.
#[derive(Default)]
struct Left {
    /// They are to be asked about again.
    again: Vec<(Reverse<u64>, Reverse<u32>)>,
    hard: Vec<u32>,
}

/// Takes what was offered, unless cells further on in the queue, the `next` of them first, have become cheaper.
fn take_offers(plan: &mut Plan, ground: &Ground, offers: &[Offer], next: Option<Reverse<u64>>) -> Left {
    let mut left = Left::default();
    for Offer { cell, ratio, proposal, .. } in offers {
        if !plan.is_unsafe(*cell) {
            continue;
        }
        // What was opened meanwhile may have made this one cheaper, but others may be cheaper still.
        let (cost, gain) = plan.value(&proposal.lift);
        let free = 0.001 * proposal.lift.changes.len() as f32;
        let now = key(((cost + free) / (gain as f32).clamp(1.0, MOST_CREDIT)).max(*ratio));
        if next.is_some_and(|next| next > now) {
            left.again.push((now, Reverse(*cell)));
            continue;
        }
        plan.take(ground, proposal, &mut Vec::new());
        if plan.is_unsafe(*cell) {
            left.hard.push(*cell);
        }
    }
    left
}

/// A certificate for each sensitive cell that has none. For some there may be none at all.
pub(super) fn cover(team: &mut Team, ground: &Ground, solve: bool) {
    let cells: Vec<u32> = (0..ground.program.len() as u32).filter(|cell| team.plan().is_unsafe(*cell)).collect();
    let batch = team.batch(cells.len());
    let mut queue: BinaryHeap<(Reverse<u64>, Reverse<u32>)> =
        cells.into_iter().map(|cell| (Reverse(0), Reverse(cell))).collect();
    let mut hard = Vec::new();
    while !queue.is_empty() {
        let mut asked = Vec::with_capacity(batch);
        while asked.len() < batch
            && let Some((_, Reverse(cell))) = queue.pop()
        {
            if team.plan().is_unsafe(cell) {
                asked.push(cell);
            }
        }
        let answers = team.ask(&asked, |plan, cell, _| {
            let found = plan
                .find(ground, cell as usize, NARROW, f32::MAX, true)
                .or_else(|| plan.find(ground, cell as usize, WIDE, f32::MAX, true))?;
            Some(Offer { key: key(found.ratio), cell, ratio: found.ratio, proposal: plan.proposal(ground, found.lift) })
        });
        hard.extend(asked.iter().zip(&answers).filter(|(_, answer)| answer.is_none()).map(|(cell, _)| *cell));
        let mut offers: Vec<Offer> = answers.into_iter().flatten().collect();
        offers.sort_by_key(|offer| (offer.key.0, offer.cell));
        let next = queue.peek().map(|next| next.0);
        let left = team.everybody(offers.len(), |plan| take_offers(plan, ground, &offers, next)).unwrap_or_default();
        team.enter();
        queue.extend(left.again);
        hard.extend(left.hard);
    }
    let classes = if hard.is_empty() { None } else { Some(Classes::new(ground)) };
    for cell in hard {
        if solve
            && team.plan().is_unsafe(cell)
            && let Some(classes) = &classes
            && let Some(certificate) = local::certificate(ground, classes, cell as usize, &team.plan().spots)
        {
            let proposal = team.plan().proposal(ground, Lift::new(ground.program, certificate));
            team.everybody(1, |plan| plan.take(ground, &proposal, &mut Vec::new()));
            team.enter();
        }
    }
}
