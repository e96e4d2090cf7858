//! Sums narrow the spans of their parts, and parts those of their sums.

use std::collections::VecDeque;

use super::{Incomplete, Span};
use crate::Program;

/// One sum: a relation of a dimension in one slice of the program.
#[derive(Clone, Copy)]
pub(super) struct Row {
    pub(super) axis: usize,
    relation: usize,
    /// The cell of the slice that has node zero in the dimension.
    base: usize,
}

/// The spans of all cells, and how they came to be.
pub(super) struct Narrow<'a> {
    pub(super) program: &'a Program,
    spans: Vec<Span>,
    /// What was overwritten, so that a guess can be taken back.
    trail: Vec<(usize, Span)>,
    /// For each dimension and node the relations that it takes part in.
    relations_of: Vec<Vec<Vec<usize>>>,
    /// For each dimension the number of its first row.
    first: Vec<usize>,
    queue: VecDeque<usize>,
    queued: Vec<bool>,
}

impl<'a> Narrow<'a> {
    pub(super) fn new(program: &'a Program, spans: Vec<Span>) -> Narrow<'a> {
        let (mut relations_of, mut first, mut rows) = (Vec::new(), Vec::new(), 0);
        for dimension in program.dimensions() {
            let mut of = vec![Vec::new(); dimension.len()];
            for (number, relation) in dimension.relations().iter().enumerate() {
                of[relation.parent].push(number);
                relation.kids.iter().for_each(|kid| of[*kid].push(number));
            }
            relations_of.push(of);
            first.push(rows);
            rows += dimension.relations().len() * (program.len() / dimension.len());
        }
        first.push(rows);
        let (queue, queued) = (VecDeque::new(), vec![false; rows]);
        Narrow { program, spans, trail: Vec::new(), relations_of, first, queue, queued }
    }

    pub(super) fn span(&self, cell: usize) -> Span {
        self.spans[cell]
    }

    /// Where the trail stands now, for [`Narrow::take_back`].
    pub(super) fn mark(&self) -> usize {
        self.trail.len()
    }

    /// Undoes everything since a mark.
    pub(super) fn take_back(&mut self, mark: usize) {
        while self.trail.len() > mark {
            if let Some((cell, span)) = self.trail.pop() {
                self.spans[cell] = span;
            }
        }
    }

    /// Narrows by all sums.
    pub(super) fn start(&mut self) -> Result<(), Incomplete> {
        for row in 0..self.queued.len() {
            self.enqueue(row);
        }
        let done = self.run();
        self.trail.clear();
        done
    }

    /// Narrows some cells, and everything that follows from that.
    pub(super) fn set(&mut self, spans: &[(usize, Span)]) -> Result<(), Incomplete> {
        for (cell, span) in spans {
            let old = self.spans[*cell];
            let new = Span { least: old.least.max(span.least), most: old.most.min(span.most) };
            if new.least > new.most {
                self.forget();
                return Err(Incomplete::Impossible(*cell));
            }
            self.put(*cell, new);
        }
        self.run()
    }

    /// The rows that a cell takes part in.
    pub(super) fn rows_of(&self, cell: usize) -> impl Iterator<Item = usize> + '_ {
        self.relations_of.iter().enumerate().flat_map(move |(axis, of)| {
            let (stride, len) = (self.program.strides[axis], of.len());
            let slice = cell / (stride * len) * stride + cell % stride;
            let slices = self.program.len() / len;
            of[self.program.node(cell, axis)].iter().map(move |relation| self.first[axis] + relation * slices + slice)
        })
    }

    pub(super) fn row(&self, number: usize) -> Row {
        let axis = self.first.partition_point(|first| *first <= number).saturating_sub(1);
        // Dimensions without relations have no rows; the last of those that begin here has.
        let (stride, len) = (self.program.strides[axis], self.program.dimensions()[axis].len());
        let slices = self.program.len() / len;
        let (relation, slice) = ((number - self.first[axis]) / slices, (number - self.first[axis]) % slices);
        Row { axis, relation, base: slice / stride * stride * len + slice % stride }
    }

    /// The cell that is the sum.
    pub(super) fn sum(&self, row: Row) -> usize {
        row.base + self.program.dimensions()[row.axis].relations()[row.relation].parent * self.program.strides[row.axis]
    }

    /// The cells that are summed up.
    pub(super) fn parts(&self, row: Row) -> impl Iterator<Item = usize> + use<'a> {
        let (program, base, stride) = (self.program, row.base, self.program.strides[row.axis]);
        program.dimensions()[row.axis].relations()[row.relation].kids.iter().map(move |kid| base + kid * stride)
    }

    fn enqueue(&mut self, row: usize) {
        if !std::mem::replace(&mut self.queued[row], true) {
            self.queue.push_back(row);
        }
    }

    fn forget(&mut self) {
        while let Some(row) = self.queue.pop_front() {
            self.queued[row] = false;
        }
    }

    fn put(&mut self, cell: usize, span: Span) {
        let old = std::mem::replace(&mut self.spans[cell], span);
        if old != span {
            self.trail.push((cell, old));
            let rows: Vec<usize> = self.rows_of(cell).collect();
            rows.into_iter().for_each(|row| self.enqueue(row));
        }
    }

    fn run(&mut self) -> Result<(), Incomplete> {
        // Spans without an end can shrink in small steps for ever; what is not told by then is left to the solver.
        let mut left = 20 * self.queued.len() + 1000;
        while let Some(row) = self.queue.pop_front() {
            self.queued[row] = false;
            left -= 1;
            if left == 0 {
                self.forget();
                break;
            }
            if let Err(contradiction) = self.narrow(self.row(row)) {
                self.forget();
                return Err(contradiction);
            }
        }
        Ok(())
    }

    fn narrow(&mut self, row: Row) -> Result<(), Incomplete> {
        let sum = self.sum(row);
        let (mut least, mut most) = (0i128, 0i128);
        for part in self.parts(row) {
            least += i128::from(self.spans[part].least);
            most += i128::from(self.spans[part].most);
        }
        let whole = self.spans[sum];
        let contradiction = Incomplete::Contradiction { axis: row.axis, sum };
        self.put(sum, clamp(whole, least, most).ok_or_else(|| contradiction.clone())?);
        let whole = self.spans[sum];
        for part in self.parts(row) {
            let old = self.spans[part];
            // What the other parts leave over.
            let (lower, upper) = (
                i128::from(whole.least) - (most - i128::from(old.most)),
                i128::from(whole.most) - (least - i128::from(old.least)),
            );
            let new = clamp(old, lower, upper).ok_or_else(|| contradiction.clone())?;
            if new != old {
                least += i128::from(new.least) - i128::from(old.least);
                most += i128::from(new.most) - i128::from(old.most);
                self.put(part, new);
            }
        }
        Ok(())
    }
}

/// The span within two bounds; none if nothing is left.
fn clamp(span: Span, least: i128, most: i128) -> Option<Span> {
    let new = (i128::from(span.least).max(least), i128::from(span.most).min(most));
    if new.0 > new.1 {
        return None;
    }
    // Both lie within the old span, or beyond each other.
    Some(Span { least: i64::try_from(new.0).ok()?, most: i64::try_from(new.1).ok()? })
}
