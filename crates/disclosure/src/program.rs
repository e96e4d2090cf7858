//! Everything one audience can see: cells over the product of the breakdowns, and which of them are shown.

use crate::{Dimension, Mistake};

/// Above this many cells the numbers of cells no longer fit the compact form used inside.
const MOST_CELLS: usize = 1 << 31;

/// The shape of what is published: breakdowns, and which combinations of their nodes are shown.
///
/// A cell is one node of each dimension; its number counts through the product with the last dimension fastest.
/// Cells that are not shown are unknowns to the attacker, as suppressed ones are, but may be zero.
#[derive(Debug, Clone)]
pub struct Program {
    pub(crate) dimensions: Vec<Dimension>,
    pub(crate) strides: Vec<usize>,
    pub(crate) shown: Vec<bool>,
    has_free: bool,
    /// Cells of which nothing is assumed; empty if there are none.
    loose: Vec<bool>,
}

impl Program {
    /// All combinations of nodes are shown.
    ///
    /// # Errors
    /// More cells than can be numbered.
    pub fn new(dimensions: Vec<Dimension>) -> Result<Program, Mistake> {
        let mut strides = vec![0; dimensions.len()];
        let mut cells = 1usize;
        for (stride, dimension) in strides.iter_mut().zip(&dimensions).rev() {
            *stride = cells;
            cells = cells.checked_mul(dimension.len()).filter(|cells| *cells <= MOST_CELLS).ok_or(Mistake::TooLarge)?;
        }
        let has_free = dimensions.iter().any(|dimension| !dimension.free.is_empty());
        Ok(Program { dimensions, strides, shown: vec![true; cells], has_free, loose: Vec::new() })
    }

    /// Only the cells for which `shown` says so, given the nodes of the cell.
    #[must_use]
    pub fn showing(mut self, shown: impl Fn(&[usize]) -> bool) -> Program {
        self.shown = (0..self.len()).map(|cell| shown(&self.nodes(cell))).collect();
        self
    }

    /// Says of which cells that are not shown nothing needs to be assumed, not even that they are not negative.
    ///
    /// Tables that can be joined like the branches of a tree are the margins of some table of counts whenever they
    /// agree where they overlap (Dobra and Fienberg 2000, doi 10.1073/pnas.97.22.11885), in whole persons, too. Then an
    /// alternative for what is shown is enough, and the cells of the joined table, which nobody shows, bind nothing.
    /// Whoever calls this has to know that his tables are of that kind. Shown cells are never loose.
    #[must_use]
    pub fn loosening(mut self, loose: impl Fn(&[usize]) -> bool) -> Program {
        self.loose = (0..self.len()).map(|cell| !self.shown[cell] && loose(&self.nodes(cell))).collect();
        self
    }

    /// Whether nothing is assumed of a cell.
    pub fn is_loose(&self, cell: usize) -> bool {
        self.loose.get(cell).copied().unwrap_or(false)
    }

    /// How many cells there are, shown or not.
    pub fn len(&self) -> usize {
        self.shown.len()
    }

    /// A program has at least one cell.
    pub fn is_empty(&self) -> bool {
        self.shown.is_empty()
    }

    /// The breakdowns, in the order in which cells name their nodes.
    pub fn dimensions(&self) -> &[Dimension] {
        &self.dimensions
    }

    /// Whether the cell is part of what is published.
    pub fn is_shown(&self, cell: usize) -> bool {
        self.shown.get(cell).copied().unwrap_or(false)
    }

    /// The number of the cell with these nodes.
    pub fn cell(&self, nodes: &[usize]) -> Option<usize> {
        if nodes.len() != self.dimensions.len() {
            return None;
        }
        let mut cell = 0;
        for ((node, dimension), stride) in nodes.iter().zip(&self.dimensions).zip(&self.strides) {
            if *node >= dimension.len() {
                return None;
            }
            cell += node * stride;
        }
        Some(cell)
    }

    /// The nodes of a cell, one per dimension.
    pub fn nodes(&self, cell: usize) -> Vec<usize> {
        (0..self.dimensions.len()).map(|axis| self.node(cell, axis)).collect()
    }

    pub(crate) fn node(&self, cell: usize, axis: usize) -> usize {
        cell / self.strides[axis] % self.dimensions[axis].len()
    }

    /// Whether the cell is a leaf in every dimension.
    pub fn is_inner(&self, cell: usize) -> bool {
        self.dimensions.iter().enumerate().all(|(axis, dimension)| dimension.is_leaf(self.node(cell, axis)))
    }

    /// Whether the count of a cell may be negative, because one of its nodes is free or nothing is assumed of it.
    pub fn is_free(&self, cell: usize) -> bool {
        self.is_loose(cell)
            || self.has_free
                && self.dimensions.iter().enumerate().any(|(axis, dimension)| dimension.is_free(self.node(cell, axis)))
    }

    /// Adds up inner cells to all cells. A cell may be given several times; its counts are added.
    ///
    /// # Errors
    /// A cell that does not exist or is not inner, a sum that is too large to be a count of persons, or a negative
    /// count where none may be.
    pub fn add_up<N: Into<i64>>(&self, inner: impl IntoIterator<Item = (usize, N)>) -> Result<Vec<i64>, Mistake> {
        let mut counts = vec![0i64; self.len()];
        let mut total = 0i64;
        for (cell, count) in inner {
            if cell >= self.len() || !self.is_inner(cell) {
                return Err(Mistake::NotInner(cell));
            }
            let count: i64 = count.into();
            total = total.saturating_add(count.saturating_abs());
            if total > crate::MOST_PERSONS {
                return Err(Mistake::TooLarge);
            }
            counts[cell] += count;
        }
        self.sum_up(&mut counts);
        match (0..counts.len()).find(|cell| counts[*cell] < 0 && !self.is_free(*cell)) {
            Some(cell) => Err(Mistake::NotASum(cell)),
            None => Ok(counts),
        }
    }

    /// Adds up keys of inner cells, modulo 2⁶⁴: for each cell the sum of the keys of all inner cells within it. Cells that
    /// do not exist or are not inner are passed over.
    pub fn sum_keys(&self, inner: impl IntoIterator<Item = (usize, u64)>) -> Vec<u64> {
        let mut keys = vec![0u64; self.len()];
        for (cell, key) in inner {
            if cell < self.len() && self.is_inner(cell) {
                keys[cell] = keys[cell].wrapping_add(key);
            }
        }
        for (axis, dimension) in self.dimensions.iter().enumerate() {
            for relation in &dimension.relations {
                self.over_slices(axis, |base, stride| {
                    let parts = relation.kids.iter().map(|kid| keys[base + kid * stride]);
                    keys[base + relation.parent * stride] = parts.fold(0, u64::wrapping_add);
                });
            }
        }
        keys
    }

    /// All cells that contain an inner cell, itself included; none for a cell that is not inner.
    pub fn sums_of(&self, inner: usize) -> impl Iterator<Item = usize> + use<> {
        let mut cells = if inner < self.len() && self.is_inner(inner) { vec![0] } else { Vec::new() };
        for (axis, dimension) in self.dimensions.iter().enumerate() {
            if cells.is_empty() {
                break;
            }
            let (stride, above) = (self.strides[axis], &dimension.above[self.node(inner, axis)]);
            cells =
                cells.iter().flat_map(|cell| above.iter().map(move |node| cell + *node as usize * stride)).collect();
        }
        cells.into_iter()
    }

    /// All inner cells within a cell, itself included if it is one.
    pub(crate) fn inner_of(&self, cell: usize) -> Vec<usize> {
        let mut cells = vec![0];
        for (axis, dimension) in self.dimensions.iter().enumerate() {
            let (stride, leaves) = (self.strides[axis], &dimension.leaves_of[self.node(cell, axis)]);
            cells =
                cells.iter().flat_map(|cell| leaves.iter().map(move |leaf| cell + *leaf as usize * stride)).collect();
        }
        cells
    }

    /// Fills every sum from its parts.
    pub(crate) fn sum_up(&self, values: &mut [i64]) {
        for (axis, dimension) in self.dimensions.iter().enumerate() {
            for relation in &dimension.relations {
                self.over_slices(axis, |base, stride| {
                    let sum = relation.kids.iter().map(|kid| values[base + kid * stride]).sum();
                    values[base + relation.parent * stride] = sum;
                });
            }
        }
    }

    /// The transpose of [`Program::sum_up`]: every part receives what its sums carry.
    pub(crate) fn hand_down(&self, values: &mut [i64]) {
        for (axis, dimension) in self.dimensions.iter().enumerate() {
            for relation in dimension.relations.iter().rev() {
                self.over_slices(axis, |base, stride| {
                    let value = values[base + relation.parent * stride];
                    for kid in &relation.kids {
                        values[base + kid * stride] += value;
                    }
                });
            }
        }
    }

    /// Calls `visit` with the number of each cell that has node zero in this dimension, and the step between nodes.
    pub(crate) fn over_slices(&self, axis: usize, mut visit: impl FnMut(usize, usize)) {
        let stride = self.strides[axis];
        let block = stride * self.dimensions[axis].len();
        for outer in (0..self.len()).step_by(block) {
            for inner in 0..stride {
                visit(outer + inner, stride);
            }
        }
    }
}
