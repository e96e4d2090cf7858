//! Product moves: the simplest alternative tables.
//!
//! Shift persons from one leaf to another in some dimensions at once, with alternating signs: all sums over a shifted
//! dimension stay as they are, and only the nodes between the two leaves change. In a plain two-way table this is
//! the rectangle that every manual of cell suppression draws.

use crate::{
    certificate::{Certificate, Lift},
    ground::{FIXED, Ground},
    shifts::{Factor, Shifts},
};

/// A product of factors, the cells it changes, and what it would cost.
pub(crate) struct Move {
    pub(crate) lift: Lift,
    /// Cells that would have to be withheld in addition.
    pub(crate) opens: Vec<u32>,
    pub(crate) cost: f32,
    pub(crate) ratio: f32,
}

/// How widely to look.
#[derive(Clone, Copy)]
pub(crate) struct Reach {
    /// Leaves of a sensitive sum that are tried.
    pub(crate) starts: usize,
    /// Leaves to shift to.
    pub(crate) partners: usize,
}

/// What is looked for.
#[derive(Clone, Copy)]
pub(crate) struct Wish {
    /// The sensitive cell to lift.
    pub(crate) cell: usize,
    /// By how much.
    pub(crate) step: i64,
    /// Lower the cell instead.
    pub(crate) down: bool,
    /// At most this cost.
    pub(crate) limit: f32,
    /// Divide the cost by how many sensitive cells become safe.
    pub(crate) share: bool,
    /// Let cells that are not shown fall too far, to be repaired by further moves.
    pub(crate) lenient: bool,
}

/// What a repair is expected to cost, in cells.
const LENIENCE: f32 = 0.1;

/// Credit is given for at most so many sensitive cells at once; it bounds the search.
const MOST_CREDIT: f32 = 8.0;

/// The factors that are tried, per dimension.
pub(crate) type Options<'a> = Vec<Vec<&'a Factor>>;

/// The factors worth trying for a cell at the present state.
pub(crate) fn options<'a>(
    ground: &Ground,
    shifts: &'a [Shifts],
    cell: usize,
    open: &[bool],
    reach: Reach,
) -> Options<'a> {
    (0..shifts.len()).map(|axis| factors(ground, shifts, cell, axis, open, reach)).collect()
}

/// The best product move for a wish.
///
/// `open` are the cells that may change; `unsafe_yet` those that a move is credited for.
pub(crate) fn best(ground: &Ground, options: &Options, open: &[bool], unsafe_yet: &[bool], wish: Wish) -> Option<Move> {
    let cell = wish.cell;
    let mut search = Search {
        ground,
        open,
        unsafe_yet,
        options,
        wish,
        best: None,
        ratio: wish.limit,
        chosen: vec![0; options.len()],
        cells: Vec::new(),
    };
    if let Some((cost, gain)) = search.visit(cell, if wish.down { -1 } else { 1 }, (0.0, 0)) {
        search.descend(0, cost, gain);
    }
    let (ratio, cost, chosen) = search.best?;
    Some(build(ground, options, &chosen, if wish.down { -wish.step } else { wish.step }, open, cost, ratio))
}

struct Search<'a> {
    ground: &'a Ground<'a>,
    open: &'a [bool],
    unsafe_yet: &'a [bool],
    options: &'a Options<'a>,
    wish: Wish,
    best: Option<(f32, f32, Vec<usize>)>,
    ratio: f32,
    chosen: Vec<usize>,
    /// The cells of the product so far; in the dimensions to come they are those of the sensitive cell, which every
    /// factor contains, so that a forbidden cell is found as early as possible.
    cells: Vec<(usize, i8)>,
}

impl Search<'_> {
    /// Adds a cell and its cost, if it may change.
    fn visit(&mut self, cell: usize, sign: i8, (mut cost, mut gain): (f32, u32)) -> Option<(f32, u32)> {
        let room = self.ground.room[cell];
        if room == FIXED {
            return None;
        }
        if sign < 0 && room < self.wish.step {
            if !self.wish.lenient || self.ground.program.shown[cell] {
                return None;
            }
            cost += LENIENCE;
        }
        if !self.open[cell] {
            cost += self.ground.cost[cell];
            if cost > if self.wish.share { self.ratio * MOST_CREDIT } else { self.ratio } {
                return None;
            }
        }
        if sign > 0 && self.unsafe_yet[cell] && self.ground.counts[cell] + self.wish.step >= self.ground.targets[cell] {
            gain += 1;
        }
        self.cells.push((cell, sign));
        Some((cost, gain))
    }

    fn descend(&mut self, axis: usize, cost: f32, gain: u32) {
        let Some(factors) = self.options.get(axis) else {
            // A little for each cell that changes, so that among free moves the smaller one is taken.
            let cost_here = cost + 0.001 * self.cells.len() as f32;
            let ratio = if self.wish.share {
                cost_here / (gain as f32).clamp(1.0, MOST_CREDIT)
            } else {
                cost_here - 0.01 * gain as f32
            };
            if ratio < self.ratio {
                self.ratio = ratio;
                self.best = Some((ratio, cost, self.chosen.clone()));
            }
            return;
        };
        let stride = self.ground.program.strides[axis];
        let here = self.ground.program.node(self.wish.cell, axis);
        let before = self.cells.len();
        for (at, factor) in factors.iter().enumerate() {
            self.cells.truncate(before);
            if let Some((cost, gain)) = self.multiply(factor, here, stride, before, (cost, gain)) {
                self.chosen[axis] = at;
                self.descend(axis + 1, cost, gain);
            }
        }
        self.cells.truncate(before);
    }

    fn multiply(
        &mut self,
        factor: &Factor,
        here: usize,
        stride: usize,
        before: usize,
        mut sum: (f32, u32),
    ) -> Option<(f32, u32)> {
        for (node, sign) in factor.nodes.iter().filter(|(node, _)| *node != here) {
            for at in 0..before {
                let (cell, old) = self.cells[at];
                sum = self.visit(cell + node * stride - here * stride, old * sign, sum)?;
            }
        }
        Some(sum)
    }
}

fn build(
    ground: &Ground,
    options: &Options,
    chosen: &[usize],
    step: i64,
    open: &[bool],
    cost: f32,
    ratio: f32,
) -> Move {
    let mut cells: Vec<(usize, i8)> = vec![(0, 1)];
    let mut inner: Vec<(usize, i64)> = vec![(0, step)];
    for ((factors, at), stride) in options.iter().zip(chosen).zip(&ground.program.strides) {
        let factor = &factors[*at];
        cells = factor
            .nodes
            .iter()
            .flat_map(|(node, sign)| cells.iter().map(move |(cell, before)| (cell + node * stride, before * sign)))
            .collect();
        inner = factor
            .leaves
            .iter()
            .zip([1, -1])
            .filter_map(|(leaf, sign)| leaf.map(|leaf| (leaf as usize, sign)))
            .flat_map(|(leaf, sign)| inner.iter().map(move |(cell, before)| (cell + leaf * stride, before * sign)))
            .collect();
    }
    let opens = cells.iter().filter(|(cell, _)| !open[*cell]).map(|(cell, _)| *cell as u32).collect();
    let mut changes: Vec<(u32, i64)> = inner.into_iter().map(|(cell, change)| (cell as u32, change)).collect();
    changes.sort_unstable();
    let mut all: Vec<(usize, i64)> = cells.into_iter().map(|(cell, sign)| (cell, i64::from(sign) * step)).collect();
    all.sort_unstable();
    Move { lift: Lift { certificate: Certificate { changes, denominator: 1 }, changes: all }, opens, cost, ratio }
}

/// The factors of one dimension for a cell: persons come to a leaf below its node and leave one elsewhere, or none.
fn factors<'a>(
    ground: &Ground,
    shifts: &'a [Shifts],
    cell: usize,
    axis: usize,
    open: &[bool],
    reach: Reach,
) -> Vec<&'a Factor> {
    let (dimension, stride) = (&ground.program.dimensions[axis], ground.program.strides[axis]);
    let here = ground.program.node(cell, axis);
    let base = cell - here * stride;
    let at = |leaf: u32| base + leaf as usize * stride;
    let below = &dimension.leaves_of[here];
    let mut starts: Vec<usize> = (0..below.len()).filter(|start| ground.room[at(below[*start])] != FIXED).collect();
    if starts.len() > 1 {
        starts.sort_by_cached_key(|start| {
            (!open[at(below[*start])], std::cmp::Reverse(ground.counts[at(below[*start])]), *start)
        });
        starts.truncate(reach.starts);
    }
    let mut factors = Vec::new();
    let mut partners: Vec<(usize, bool, usize)> = Vec::new();
    for start in starts {
        let all = &shifts[axis].from(here, start);
        factors.push(&all[0]);
        partners.clear();
        let elsewhere = all.iter().enumerate().skip(1).take(2 * reach.partners);
        partners.extend(
            elsewhere.filter_map(|(place, factor)| {
                factor.leaves[1].map(|leaf| (factor.nodes.len(), !open[at(leaf)], place))
            }),
        );
        partners.sort_unstable();
        partners.truncate(reach.partners);
        factors.extend(partners.iter().map(|(_, _, place)| &all[*place]));
    }
    factors
}
