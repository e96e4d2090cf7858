//! The cells of a cube: one after the other, or only those that hold something.

use std::collections::{BTreeMap, BTreeSet};

use super::State;
use crate::protect::Confidential;

/// A cell: what stands there and, under seal, its number (0 where there is none).
pub(crate) struct Cell {
    pub(crate) state: State,
    pub(crate) number: Confidential<i64>,
}

/// The cells of a cube by their index.
pub(crate) enum Cells {
    /// All of them.
    Dense(Vec<State>, Vec<Confidential<i64>>),
    /// Those that hold something, sorted.
    Sparse(BTreeMap<u128, Cell>),
}

/// Numbers by the index of their cell.
pub(crate) enum Numbers<T> {
    /// One for each cell.
    Dense(Vec<T>),
    /// One for each cell that holds something.
    Sparse(BTreeMap<u128, T>),
}

impl Cells {
    /// Takes the numbers out; the states stay.
    pub(crate) fn take_numbers(&mut self) -> Numbers<Confidential<i64>> {
        match self {
            Cells::Dense(_, numbers) => Numbers::Dense(std::mem::take(numbers)),
            Cells::Sparse(cells) => {
                let take = |(index, cell): (&u128, &mut Cell)| {
                    (*index, std::mem::replace(&mut cell.number, Confidential::seal(0)))
                };
                Numbers::Sparse(cells.iter_mut().map(take).collect())
            }
        }
    }

    pub(super) fn new(size: u128, dense: u128) -> Cells {
        match usize::try_from(size) {
            Ok(cells) if size <= dense => {
                let numbers = (0..cells).map(|_| Confidential::seal(0)).collect();
                Cells::Dense(vec![State::Absent; cells], numbers)
            }
            _ => Cells::Sparse(BTreeMap::new()),
        }
    }

    pub(super) fn state(&self, index: u128) -> State {
        match self {
            Cells::Dense(states, _) => states[index as usize],
            Cells::Sparse(cells) => cells.get(&index).map_or(State::Absent, |cell| cell.state),
        }
    }

    pub(super) fn number(&self, index: u128) -> Option<&Confidential<i64>> {
        match self {
            Cells::Dense(_, numbers) => numbers.get(index as usize),
            Cells::Sparse(cells) => cells.get(&index).map(|cell| &cell.number),
        }
    }

    pub(super) fn set(&mut self, index: u128, cell: Cell) {
        match self {
            Cells::Dense(states, numbers) => {
                states[index as usize] = cell.state;
                numbers[index as usize] = cell.number;
            }
            Cells::Sparse(cells) => drop(cells.insert(index, cell)),
        }
    }

    /// Whether anything stands from `first` up to but not at `end`.
    pub(super) fn any(&self, first: u128, end: u128) -> bool {
        match self {
            Cells::Dense(states, _) => states[first as usize..end as usize].iter().any(|state| *state != State::Absent),
            Cells::Sparse(cells) => cells.range(first..end).next().is_some(),
        }
    }

    /// Whether a number stands from `first` up to but not at `end`. Where there are only signs, also that numbers are
    /// withheld, nothing is told that could give anything away.
    pub(super) fn any_number(&self, first: u128, end: u128) -> bool {
        let counts = |state: State| matches!(state, State::Value(_) | State::Nothing);
        match self {
            Cells::Dense(states, _) => states[first as usize..end as usize].iter().any(|state| counts(*state)),
            Cells::Sparse(cells) => cells.range(first..end).any(|(_, cell)| counts(cell.state)),
        }
    }

    /// The indices at which an axis of this stride and size begins and something may stand along it.
    pub(super) fn starts(&self, stride: u128, size: u128) -> Box<dyn Iterator<Item = u128>> {
        match self {
            Cells::Dense(states, _) => {
                let block = stride * size;
                let blocks = states.len() as u128 / block.max(1);
                Box::new((0..blocks).flat_map(move |outer| (0..stride).map(move |inner| outer * block + inner)))
            }
            Cells::Sparse(cells) => {
                let starts: BTreeSet<u128> = cells.keys().map(|index| index - index / stride % size * stride).collect();
                Box::new(starts.into_iter())
            }
        }
    }
}
