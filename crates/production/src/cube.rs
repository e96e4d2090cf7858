//! The numbers of one measure by area, period and all its variables at once; unprotected, behind the wall.
//!
//! Every axis has a slot for its whole, so that a cube holds every table that can be made of it. What was delivered
//! stands; the wholes that were not delivered are added up from their parts ([`fill`]), where all parts are there.

mod cells;
mod fill;
mod shapes;
#[cfg(test)]
mod tests;

use catalogue::{
    Catalogue, Period,
    model::{MeasureKind, Variable},
    names::VariableName,
};
use release::Mark;

pub(crate) use cells::{Cell, Cells, Numbers};

use self::shapes::Shapes;
use crate::protect::TooLarge;

/// The most cells that are laid out densely, 9 bytes each: about half a gigabyte. Beyond, only the cells that hold
/// something are kept.
pub(crate) const DENSE_CELLS: u128 = 64_000_000;

/// What stands in a cell, beside its number.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum State {
    /// Nothing was delivered or added up.
    Absent,
    /// It was not delivered and cannot be added up, because a part of it is unknown.
    Unknown,
    /// A number.
    Value(Mark),
    /// `–`
    Nothing,
    /// `.`
    Withheld,
    /// `/`
    Unreliable,
    /// `…`
    Pending,
    /// `x`
    Senseless,
}

/// The numbers of one measure.
pub(crate) struct Cube {
    pub(crate) axes: Axes,
    pub(crate) cells: Cells,
    /// Where what is absent is zero, the kinds of cells in which it is.
    zeros: Option<Shapes>,
}

/// What a cube extends over: areas as in the catalogue, periods, and for each variable slot 0 for its whole and
/// then its categories as in the catalogue.
#[derive(Clone)]
pub(crate) struct Axes {
    pub(crate) areas: usize,
    pub(crate) periods: Vec<Period>,
    pub(crate) variables: Vec<VariableName>,
    pub(crate) slots: Vec<usize>,
}

/// Where a cell stands.
pub(crate) struct Place {
    pub(crate) area: usize,
    pub(crate) period: usize,
    pub(crate) slots: Vec<usize>,
}

impl Axes {
    /// The axes of these variables.
    pub(crate) fn new(catalogue: &Catalogue, periods: Vec<Period>, variables: Vec<VariableName>) -> Axes {
        let slots = variables.iter().map(|name| 1 + categories(catalogue, name)).collect();
        Axes { areas: catalogue.areas.len(), periods, variables, slots }
    }

    /// How many cells there are, if that can be counted.
    pub(crate) fn size(&self) -> Option<u128> {
        let sizes = [self.areas, self.periods.len()].into_iter().chain(self.slots.iter().copied());
        sizes.into_iter().try_fold(1_u128, |product, size| product.checked_mul(size as u128))
    }

    pub(crate) fn index(&self, place: &Place) -> u128 {
        let mut index = (place.area * self.periods.len() + place.period) as u128;
        for (slot, size) in place.slots.iter().zip(&self.slots) {
            index = index * *size as u128 + *slot as u128;
        }
        index
    }

    pub(crate) fn period(&self, index: u128) -> usize {
        let groups: u128 = self.slots.iter().map(|size| *size as u128).product();
        (index / groups % self.periods.len() as u128) as usize
    }

    pub(crate) fn place(&self, mut index: u128) -> Place {
        let mut take = |size: usize| {
            let size = size as u128;
            let rest = (index % size) as usize;
            index /= size;
            rest
        };
        let mut slots: Vec<usize> = self.slots.iter().rev().map(|size| take(*size)).collect();
        slots.reverse();
        let period = take(self.periods.len());
        Place { area: take(self.areas), period, slots }
    }
}

fn categories(catalogue: &Catalogue, name: &VariableName) -> usize {
    catalogue.variables.get(name).map_or(0, |variable| variable.categories.len())
}

/// How deep a slot of a variable stands: 0 for the whole, 1 for a category, 2 for a part of a category …
fn depth(variable: &Variable, slot: usize) -> u8 {
    let mut depth = 0;
    let mut category = slot.checked_sub(1).and_then(|slot| variable.categories.get(slot));
    while let Some(found) = category {
        depth += 1;
        category = found.parent.as_ref().and_then(|parent| variable.category(parent)).filter(|_| depth < u8::MAX);
    }
    depth
}

impl Cube {
    /// An empty cube, dense if it has at most `dense` cells; `None` if its size cannot be counted.
    pub(crate) fn new(catalogue: &Catalogue, axes: Axes, dense: u128, absent_is_zero: bool) -> Option<Cube> {
        let cells = Cells::new(axes.size()?, dense);
        let zeros = absent_is_zero.then(|| Shapes::none(catalogue, &axes));
        Some(Cube { axes, cells, zeros })
    }

    /// Puts a delivered cell in.
    pub(crate) fn put(&mut self, place: &Place, cell: Cell) {
        let index = self.axes.index(place);
        if let Some(zeros) = &mut self.zeros {
            zeros.insert(&self.axes, index);
        }
        self.cells.set(index, cell);
    }

    /// Adds up what was not delivered. Figures do not add up.
    pub(crate) fn fill(&mut self, catalogue: &Catalogue, kind: MeasureKind) -> Result<(), TooLarge> {
        if kind == MeasureKind::Figure { Ok(()) } else { fill::fill(self, catalogue) }
    }

    /// What stands at a place, counting what is absent as nothing where its source says so.
    pub(crate) fn state(&self, catalogue: &Catalogue, index: u128) -> State {
        match (self.cells.state(index), &self.zeros) {
            (State::Absent, Some(zeros)) => {
                let (area, period, is_delivered) = zeros.look_up(&self.axes, index);
                let stands = is_delivered && catalogue.areas[area].exists(self.axes.periods[period]);
                if stands { State::Nothing } else { State::Absent }
            }
            (state, _) => state,
        }
    }

    /// Whether an area has a number, or one that arrived withheld.
    pub(crate) fn tells(&self, area: usize) -> bool {
        let groups: u128 = self.axes.slots.iter().map(|size| *size as u128).product();
        let each = self.axes.periods.len() as u128 * groups;
        self.cells.any_number(area as u128 * each, (area as u128 + 1) * each)
    }

    /// Whether a period has a number.
    pub(crate) fn says(&self, period: Period) -> bool {
        let Some(at) = self.axes.periods.iter().position(|own| *own == period) else { return false };
        let groups: u128 = self.axes.slots.iter().map(|size| *size as u128).product();
        (0..self.axes.areas).any(|area| {
            let first = (area * self.axes.periods.len() + at) as u128 * groups;
            self.cells.any_number(first, first + groups)
        })
    }
}
