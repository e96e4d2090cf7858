//! An invented population register, so that anyone can try what real registers may not be used for. Nobody in it
//! exists; shares and rates are rounded guesses, not estimates of any city.
//!
//! The city is made dwelling by dwelling: who lives there in the first year, and what happens year after year: births,
//! deaths, children who leave home, naturalisations, households that move away and others that move in. A dwelling
//! follows from the seed and its number alone, so the register is the same on every machine, needs the same memory
//! whatever its size, and its keys rise. Blocks differ in who lives there. As in real registers, places of birth are
//! free text, states of birth are often empty, marks get lost, and one parent is not always named.

mod chance;
mod household;
mod names;
mod write;

pub use household::{Household, Person};
pub use names::birth_places;
pub use write::{Trouble, Writers};

use std::iter;

use chance::Chance;

/// A city to be made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct City {
    /// Everything else follows from it.
    pub seed: u64,
    /// Reference years, in order; the day is 31 December.
    pub years: Vec<i16>,
    /// Its blocks.
    pub blocks: Vec<Block>,
}

/// A block or neighbourhood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Block {
    /// Its code in the column of areas.
    pub code: String,
    /// Dwellings in the first year.
    pub dwellings: u32,
    /// Dwellings that are built each year after, per thousand.
    pub built_per_1000: u32,
    /// Households of foreign origin in the first year, per thousand.
    pub foreign_per_1000: u64,
    /// How many more of them there are each year among those who move in, per thousand.
    pub rising_per_1000: u64,
}

/// Persons in a dwelling, on average: to find the number of dwellings for a number of persons.
pub const PERSONS_PER_100_DWELLINGS: u64 = 180;

impl City {
    /// A city of about so many persons in blocks of equal size, of which some are of many origins and others not.
    pub fn of_size(persons: u64, blocks: u32, years: Vec<i16>, seed: u64) -> City {
        let blocks = u64::from(blocks.max(1));
        let dwellings = (persons * 100 / PERSONS_PER_100_DWELLINGS).max(blocks);
        let width = blocks.to_string().len();
        let block = |number: u64| {
            let mut chance = Chance::of(&[seed, 1, number]);
            // The product of two even numbers is small for most and large for a few.
            let foreign = chance.below(750) * (250 + chance.below(750)) / 1000;
            Block {
                code: format!("{:0width$}", number + 1),
                dwellings: (dwellings * (number + 1) / blocks - dwellings * number / blocks) as u32,
                built_per_1000: 0,
                foreign_per_1000: 60 + foreign,
                rising_per_1000: 4,
            }
        };
        City { seed, years, blocks: (0..blocks).map(block).collect() }
    }

    /// Goes through all dwellings and hands on who lives in each at each reference date: the place of the year, the
    /// block, the people.
    ///
    /// # Errors
    /// What the receiver answers; it ends the way.
    pub fn walk<E>(&self, mut take: impl FnMut(usize, &Block, &Household) -> Result<(), E>) -> Result<(), E> {
        let mut number = 0;
        for block in &self.blocks {
            let later = self.years.len().saturating_sub(1);
            for built in (0..=later).flat_map(|place| iter::repeat_n(place, block.built(place) as usize)) {
                number += 1;
                let mut chance = Chance::of(&[self.seed, 2, number]);
                let mut household: Option<Household> = None;
                for (place, year) in self.years.iter().enumerate().skip(built) {
                    let came = match household.as_mut() {
                        Some(household) => household.live(*year, &mut chance),
                        None => false,
                    };
                    if !came {
                        let share = block.foreign_per_1000 + block.rising_per_1000 * place as u64;
                        let next = household.as_ref().map_or(0, |household| household.next_key());
                        household = Some(Household::move_in(number, next, *year, share.min(1000), &mut chance));
                    }
                    if let Some(household) = &household {
                        take(place, block, household)?;
                    }
                }
            }
        }
        Ok(())
    }
}

impl Block {
    /// How many dwellings are first lived in at the reference date of this place.
    fn built(&self, place: usize) -> u32 {
        let until =
            |place: usize| (u64::from(self.dwellings) * u64::from(self.built_per_1000) * place as u64 / 1000) as u32;
        match place {
            0 => self.dwellings,
            later => until(later) - until(later - 1),
        }
    }
}

#[cfg(test)]
mod tests;
