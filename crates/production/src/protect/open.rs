//! Opened cubes. Only this module and those beside it see numbers that are not protected yet.

use std::collections::BTreeMap;

use catalogue::{
    Catalogue, Period,
    model::Variable,
    names::{LevelName, VariableName},
};
use release::{Number, Observation};

use crate::cube::{Axes, Cube, Numbers, Place, State};

/// A cube with its numbers open.
pub(super) struct Open<'a> {
    catalogue: &'a Catalogue,
    cube: Cube,
    numbers: Numbers<i64>,
    pub(super) decimals: u8,
}

impl<'a> Open<'a> {
    pub(super) fn new(catalogue: &'a Catalogue, mut cube: Cube, decimals: u8) -> Open<'a> {
        let numbers = match cube.cells.take_numbers() {
            Numbers::Dense(numbers) => Numbers::Dense(numbers.into_iter().map(|number| number.open()).collect()),
            Numbers::Sparse(numbers) => {
                let open: BTreeMap<u128, i64> = numbers.into_iter().map(|(index, n)| (index, n.open())).collect();
                Numbers::Sparse(open)
            }
        };
        Open { catalogue, cube, numbers, decimals }
    }

    pub(super) fn axes(&self) -> &Axes {
        &self.cube.axes
    }

    /// Whether some area of a level has a number, or one that arrived withheld.
    pub(super) fn knows_level(&self, level: &LevelName) -> bool {
        let areas = self.catalogue.areas.iter().enumerate().filter(|(_, area)| area.level == *level);
        areas.into_iter().any(|(area, _)| self.cube.tells(area))
    }

    /// Whether anything is said in a period.
    pub(super) fn speaks(&self, period: Period) -> bool {
        self.cube.says(period)
    }

    fn number(&self, index: u128) -> i64 {
        match &self.numbers {
            Numbers::Dense(numbers) => numbers.get(index as usize).copied().unwrap_or(0),
            Numbers::Sparse(numbers) => numbers.get(&index).copied().unwrap_or(0),
        }
    }

    /// The number at a place, if one is known.
    pub(super) fn known(&self, place: &Place) -> Option<i128> {
        let index = self.axes().index(place);
        match self.cube.state(self.catalogue, index) {
            State::Value(_) => Some(i128::from(self.number(index))),
            State::Nothing => Some(0),
            _ => None,
        }
    }

    /// Whether something is said of a place that protection has to do with: a number, nothing, or that it is withheld.
    pub(super) fn is_told(&self, place: &Place) -> bool {
        let state = self.cube.state(self.catalogue, self.axes().index(place));
        matches!(state, State::Value(_) | State::Nothing | State::Withheld)
    }

    /// Whether a place arrived withheld.
    pub(super) fn is_starred(&self, place: &Place) -> bool {
        self.cube.state(self.catalogue, self.axes().index(place)) == State::Withheld
    }

    /// What is said of the cell at an index if its table is released; `None` where there is nothing to say.
    pub(super) fn observation(&self, index: u128) -> Option<Observation> {
        Some(match self.cube.state(self.catalogue, index) {
            State::Absent | State::Unknown => return None,
            State::Value(mark) => {
                Observation::Value { number: Number { scaled: self.number(index), decimals: self.decimals }, mark }
            }
            State::Nothing => Observation::Nothing,
            State::Withheld => Observation::Withheld,
            State::Unreliable => Observation::Unreliable,
            State::Pending => Observation::Pending,
            State::Senseless => Observation::Senseless,
        })
    }

    /// The places of these variables among those of the cube, if it has them all.
    pub(super) fn columns(&self, by: &[VariableName]) -> Option<Vec<usize>> {
        by.iter().map(|name| self.axes().variables.iter().position(|own| own == name)).collect()
    }

    /// All groups over some of the cube's variables, as slots of all of them.
    pub(super) fn groups(&self, columns: &[usize]) -> Vec<Vec<usize>> {
        let sizes = &self.axes().slots;
        let mut groups = vec![vec![0; sizes.len()]];
        for column in columns {
            let wider = groups.iter().flat_map(|group| {
                (0..sizes[*column]).map(move |slot| {
                    let mut group = group.clone();
                    group[*column] = slot;
                    group
                })
            });
            groups = wider.collect();
        }
        groups
    }
}

/// The slots that a slot of a variable consists of, as far as the code list says; none for a category without parts.
pub(super) fn parts(variable: &Variable, slot: usize) -> Vec<usize> {
    let whole = slot.checked_sub(1).map(|place| &variable.categories[place].code);
    let own = variable.categories.iter().enumerate().filter(|(_, category)| category.parent.as_ref() == whole);
    own.map(|(place, _)| place + 1).collect()
}
