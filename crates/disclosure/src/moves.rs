//! Product moves: the simplest alternative tables.
//!
//! Shift persons from one leaf to another in some dimensions at once, with alternating signs: all sums over a shifted
//! dimension stay as they are, and only the nodes between the two leaves change. In a plain two-way table this is
//! the rectangle that every manual of cell suppression draws.

use std::ops::Range;

use crate::{
    certificate::{Certificate, Lift},
    ground::{FIXED, Ground},
    search::Spot,
    shifts::Factor,
};

/// A product of factors, the cells it changes, and what it would cost.
pub(crate) struct Move {
    pub(crate) lift: Lift,
    /// Cells that would have to be withheld in addition, and what that costs.
    pub(crate) opens: Vec<(usize, f32)>,
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

/// The factors that are tried, one dimension after the other.
pub(crate) struct Options<'a> {
    factors: Vec<&'a Factor>,
    /// Where the factors of each dimension end.
    ends: Vec<usize>,
}

/// The factors worth trying for a cell at the present state.
pub(crate) fn options<'a>(ground: &'a Ground, spots: &[Spot], cell: usize, reach: Reach) -> Options<'a> {
    let axes = ground.shifts.len();
    let mut options = Options { factors: Vec::with_capacity(32 * axes), ends: Vec::with_capacity(axes) };
    let mut partners = Vec::with_capacity(2 * reach.partners);
    for axis in 0..axes {
        factors(ground, spots, (cell, axis), reach, &mut partners, &mut options.factors);
        options.ends.push(options.factors.len());
    }
    options
}

/// The best product move for a wish.
pub(crate) fn best(ground: &Ground, options: &Options, spots: &[Spot], wish: Wish) -> Option<Move> {
    let sign = if wish.down { -1 } else { 1 };
    let mut search = Search {
        ground,
        spots,
        axes: Vec::with_capacity(options.ends.len()),
        singles: Vec::with_capacity(options.factors.len()),
        wish,
        best: None,
        ratio: wish.limit,
        chosen: Vec::with_capacity(options.ends.len()),
        cells: Vec::with_capacity(64),
        least: 0.0,
    };
    let (cost, gain) = search.visit(wish.cell, sign, (0.0, 0))?;
    // A factor that may not be used by itself may not be used in a product, and costs at least as much there.
    let mut start = 0;
    for (axis, end) in options.ends.iter().enumerate() {
        let singles = search.add_singles(axis, &options.factors[start..*end]);
        if singles.is_empty() {
            return None;
        }
        search.axes.push(Axis { singles, rest_cost: 0.0, rest_cells: 1.0 });
        start = *end;
    }
    let (mut rest_cost, mut rest_cells) = (0.0, 1.0);
    for axis in search.axes.iter_mut().rev() {
        (axis.rest_cost, axis.rest_cells) = (rest_cost, rest_cells);
        let singles = &search.singles[axis.singles.clone()];
        rest_cost += singles.first().map_or(0.0, |single| single.cost);
        rest_cells *= singles.iter().map(|single| single.factor.nodes.len()).min().unwrap_or(1) as f32;
    }
    search.descend(0, cost, gain);
    let (ratio, cost, chosen) = search.best?;
    Some(build(ground, &chosen, i64::from(sign) * wish.step, spots, cost, ratio))
}

/// A factor, and what the cells cost that it changes beside the sensitive one.
#[derive(Clone, Copy)]
struct Single<'a> {
    factor: &'a Factor,
    cost: f32,
}

/// Where the factors of one dimension are, and the least that the dimensions after it add.
struct Axis {
    singles: Range<usize>,
    rest_cost: f32,
    rest_cells: f32,
}

struct Search<'a> {
    ground: &'a Ground<'a>,
    spots: &'a [Spot],
    axes: Vec<Axis>,
    /// The factors of all dimensions that may be used, in each dimension the cheapest first.
    singles: Vec<Single<'a>>,
    wish: Wish,
    best: Option<(f32, f32, Vec<&'a Factor>)>,
    ratio: f32,
    chosen: Vec<&'a Factor>,
    /// The cells of the product so far; in the dimensions to come they are those of the sensitive cell, which every
    /// factor contains, so that a forbidden cell is found as early as possible.
    cells: Vec<(usize, i8)>,
    /// What the dimensions to come cost at least.
    least: f32,
}

/// A little for each cell that changes, so that among free moves the smaller one is taken.
const PER_CELL: f32 = 0.001;

impl<'a> Search<'a> {
    /// The cost above which nothing is worth looking at.
    fn limit(&self) -> f32 {
        if self.wish.share { self.ratio * MOST_CREDIT } else { self.ratio }
    }

    /// Adds a cell and its cost, if it may change.
    fn visit(&mut self, cell: usize, sign: i8, (mut cost, mut gain): (f32, u32)) -> Option<(f32, u32)> {
        let spot = &self.spots[cell];
        // A cell that may not change has no room to fall, and is asked for when it would rise.
        if sign < 0 && spot.room < self.wish.step {
            if spot.room == FIXED || !self.wish.lenient || self.ground.program.shown[cell] {
                return None;
            }
            cost += LENIENCE;
        } else if sign > 0 {
            if spot.room == FIXED {
                return None;
            }
            gain += u32::from(self.wish.step >= spot.lack);
        }
        if spot.price > 0.0 {
            cost += spot.price;
            if cost + self.least > self.limit() {
                return None;
            }
        }
        self.cells.push((cell, sign));
        Some((cost, gain))
    }

    /// Adds the factors of a dimension that may be used by themselves; tells where they are.
    fn add_singles(&mut self, axis: usize, factors: &[&'a Factor]) -> Range<usize> {
        let start = self.singles.len();
        for factor in factors {
            self.cells.truncate(1);
            if let Some((cost, _)) = self.multiply(axis, factor, 1, (0.0, 0)) {
                self.singles.push(Single { factor, cost });
            }
        }
        self.cells.truncate(1);
        self.singles[start..].sort_by(|a, b| a.cost.total_cmp(&b.cost));
        start..self.singles.len()
    }

    fn descend(&mut self, axis: usize, cost: f32, gain: u32) {
        if axis == self.axes.len() {
            let cost_here = cost + PER_CELL * self.cells.len() as f32;
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
        }
        let before = self.cells.len();
        let (rest_cost, rest_cells) = (self.axes[axis].rest_cost, self.axes[axis].rest_cells);
        for at in self.axes[axis].singles.clone() {
            let Single { factor, cost: single } = self.singles[at];
            if cost + single + rest_cost > self.limit() {
                break;
            }
            let cells = PER_CELL * (before * factor.nodes.len()) as f32 * rest_cells;
            if cost + single + rest_cost + cells > self.limit() {
                continue;
            }
            self.cells.truncate(before);
            self.least = rest_cost;
            if let Some((cost, gain)) = self.multiply(axis, factor, before, (cost, gain)) {
                self.chosen.push(factor);
                self.descend(axis + 1, cost, gain);
                self.chosen.pop();
            }
        }
        self.cells.truncate(before);
    }

    fn multiply(&mut self, axis: usize, factor: &Factor, before: usize, mut sum: (f32, u32)) -> Option<(f32, u32)> {
        let stride = self.ground.program.strides[axis];
        let here = self.ground.program.node(self.wish.cell, axis);
        for (node, sign) in factor.nodes.iter().filter(|(node, _)| *node != here) {
            for at in 0..before {
                let (cell, old) = self.cells[at];
                sum = self.visit(cell + node * stride - here * stride, old * sign, sum)?;
            }
        }
        Some(sum)
    }
}

fn build(ground: &Ground, chosen: &[&Factor], step: i64, spots: &[Spot], cost: f32, ratio: f32) -> Move {
    let mut cells: Vec<(usize, i8)> = vec![(0, 1)];
    let mut inner: Vec<(usize, i64)> = vec![(0, step)];
    for (factor, stride) in chosen.iter().zip(&ground.program.strides) {
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
    let priced = cells.iter().map(|(cell, _)| (*cell, spots[*cell].price));
    let opens = priced.filter(|(_, price)| *price > 0.0).collect();
    let mut changes: Vec<(u32, i64)> = inner.into_iter().map(|(cell, change)| (cell as u32, change)).collect();
    changes.sort_unstable();
    let mut all: Vec<(usize, i64)> = cells.into_iter().map(|(cell, sign)| (cell, i64::from(sign) * step)).collect();
    all.sort_unstable();
    Move { lift: Lift { certificate: Certificate { changes, denominator: 1 }, changes: all }, opens, cost, ratio }
}

/// The factors of one dimension for a cell: persons come to a leaf below its node and leave one elsewhere, or none.
fn factors<'a>(
    ground: &'a Ground,
    spots: &[Spot],
    (cell, axis): (usize, usize),
    reach: Reach,
    partners: &mut Vec<(usize, bool, usize)>,
    factors: &mut Vec<&'a Factor>,
) {
    let (dimension, stride) = (&ground.program.dimensions[axis], ground.program.strides[axis]);
    let here = ground.program.node(cell, axis);
    let base = cell - here * stride;
    let at = |leaf: u32| base + leaf as usize * stride;
    let below = &dimension.leaves_of[here];
    let mut starts: Vec<usize> = (0..below.len()).filter(|start| spots[at(below[*start])].room != FIXED).collect();
    if starts.len() > 1 {
        starts.sort_by_cached_key(|start| {
            (spots[at(below[*start])].price > 0.0, std::cmp::Reverse(ground.counts[at(below[*start])]), *start)
        });
        starts.truncate(reach.starts);
    }
    for start in starts {
        let all = ground.shifts[axis].from(here, start);
        factors.push(&all[0]);
        partners.clear();
        let elsewhere = all.iter().enumerate().skip(1).take(2 * reach.partners);
        partners.extend(elsewhere.filter_map(|(place, factor)| {
            factor.leaves[1].map(|leaf| (factor.nodes.len(), spots[at(leaf)].price > 0.0, place))
        }));
        partners.sort_unstable();
        partners.truncate(reach.partners);
        factors.extend(partners.iter().map(|(_, _, place)| &all[*place]));
    }
}
