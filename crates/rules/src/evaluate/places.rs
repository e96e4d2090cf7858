//! Texts of a batch as places in a dictionary.

use super::{Run, marked};
use crate::{
    table::Values,
    texts::{MISSING, Place},
    truth::{ALL, BATCH},
};

impl Run<'_> {
    /// The places of the batch. Whoever asks puts the list back.
    pub(super) fn place(&mut self, text: &Place) -> Vec<u32> {
        let rows = self.rows;
        let mut places = self.scratch.places.pop().unwrap_or_else(|| Vec::with_capacity(BATCH));
        places.clear();
        match text {
            Place::Missing => {}
            Place::Only => places.resize(rows, 0),
            Place::Column(attribute) => {
                if let Some(Values::Text { places: all, .. }) =
                    self.table.column(*attribute).map(|column| column.values)
                {
                    places.extend_from_slice(all.get(self.start..self.start + rows).unwrap_or_default());
                }
                let there = self.there(*attribute);
                if there != ALL {
                    let missing = there.map(|word| !word);
                    marked(&missing, rows, |row| {
                        if let Some(place) = places.get_mut(row) {
                            *place = MISSING;
                        }
                    });
                }
            }
            Place::Case(parts, last) => {
                let other = self.place(&last.0);
                places.extend(other.iter().map(|place| moved(*place, last.1)));
                self.scratch.places.push(other);
                for (condition, text, by) in parts.iter().rev() {
                    let chosen = self.logic(condition).yes;
                    let other = self.place(text);
                    marked(&chosen, rows, |row| {
                        if let (Some(to), Some(from)) = (places.get_mut(row), other.get(row)) {
                            *to = moved(*from, *by);
                        }
                    });
                    self.scratch.places.push(other);
                }
            }
            Place::Coalesce(parts) => {
                places.resize(rows, MISSING);
                for (text, by) in parts {
                    let other = self.place(text);
                    for (to, from) in places.iter_mut().zip(&other).filter(|(to, _)| **to == MISSING) {
                        *to = moved(*from, *by);
                    }
                    self.scratch.places.push(other);
                }
            }
        }
        places.resize(rows, MISSING);
        places
    }
}

fn moved(place: u32, by: u32) -> u32 {
    if place == MISSING { MISSING } else { place.saturating_add(by) }
}
