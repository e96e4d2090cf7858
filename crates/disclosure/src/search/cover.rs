//! A certificate for each sensitive cell, cheapest first.

use std::{cmp::Reverse, collections::BinaryHeap, sync::Arc};

use super::{
    Team,
    find::{NARROW, WIDE},
};
use crate::{certificate::Lift, ground::Ground, local};

/// The order of the queue: what costs least per cell made safe comes first.
fn key(ratio: f32) -> Reverse<u64> {
    Reverse((ratio * 1e4) as u64)
}

/// Credit for more cells than this is not given, as in the search of moves.
const MOST_CREDIT: f32 = 8.0;

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
        let answers = team.ask(&asked, |plan, cell| {
            plan.find(ground, cell as usize, NARROW, f32::MAX, true)
                .or_else(|| plan.find(ground, cell as usize, WIDE, f32::MAX, true))
        });
        let mut found = Vec::with_capacity(asked.len());
        for (cell, answer) in asked.into_iter().zip(answers) {
            match answer {
                Some(answer) => found.push((key(answer.ratio), cell, answer)),
                None => hard.push(cell),
            }
        }
        found.sort_by_key(|(key, cell, _)| (key.0, *cell));
        for (_, cell, answer) in found {
            if !team.plan().is_unsafe(cell) {
                continue;
            }
            // What was opened meanwhile may have made this one cheaper, but others may be cheaper still.
            let (cost, gain) = team.plan().value(ground, &answer.lift);
            let free = 0.001 * answer.lift.changes.len() as f32;
            let now = key(((cost + free) / (gain as f32).clamp(1.0, MOST_CREDIT)).max(answer.ratio));
            if queue.peek().is_some_and(|next| next.0 > now) {
                queue.push((now, Reverse(cell)));
                continue;
            }
            team.everybody(|plan| plan.take(ground, Arc::clone(&answer.lift), &mut Vec::new()));
            if team.plan().is_unsafe(cell) {
                hard.push(cell);
            }
        }
    }
    for cell in hard {
        if solve
            && team.plan().is_unsafe(cell)
            && let Some(certificate) = local::certificate(ground, cell as usize, &team.plan().spots)
        {
            let lift = Arc::new(Lift::new(ground.program, certificate));
            team.everybody(|plan| plan.take(ground, Arc::clone(&lift), &mut Vec::new()));
        }
    }
}
