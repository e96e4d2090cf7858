//! The limit: a plain loop over arrays that hold the answers of all rules already.

use std::{fs, path::Path, time::Instant};

use super::definitions::VERSIONS;
use crate::run::Done;

/// Slots of an own variable, of ages and of sexes: the whole and the categories.
const SLOTS: [usize; 3] = [4, 5, 3];
const CELLS: usize = SLOTS[0] * SLOTS[1] * SLOTS[2];

/// Columns that have been classified, one entry a person.
pub(super) struct Coded {
    year: Vec<u8>,
    block: Vec<u32>,
    age: Vec<u8>,
    sex: Vec<u8>,
    /// For each measure its name and its own variable.
    own: Vec<(&'static str, Vec<u8>)>,
    /// For each area the place of the one above; parents stand before their parts.
    parents: Vec<u32>,
}

impl Coded {
    /// Reads what `register_bench.py` has prepared.
    pub(super) fn read(folder: &Path) -> Done<Coded> {
        let bytes = |name: &str| {
            let path = folder.join(format!("{name}.bin"));
            fs::read(&path).map_err(|error| format!("{}: {error}", path.display()))
        };
        let numbers = |name: &str| bytes(name).map(|bytes| numbers(&bytes));
        let variables = [("residents", "citizenship")].into_iter().chain(VERSIONS.map(|(name, _)| (name, name)));
        let own = variables.map(|(measure, column)| Ok((measure, bytes(column)?))).collect::<Done<_>>()?;
        Ok(Coded {
            year: bytes("year")?,
            block: numbers("block")?,
            age: bytes("age-group")?,
            sex: bytes("sex")?,
            own,
            parents: numbers("parents")?,
        })
    }

    /// How many persons there are, over all years.
    pub(super) fn persons(&self) -> usize {
        self.year.len()
    }

    /// Counts on one processor; the seconds, and the counts of each measure.
    pub(super) fn count(&self) -> (f64, Vec<(&'static str, Vec<u32>)>) {
        let years = usize::from(self.year.iter().copied().max().unwrap_or(0)) + 1;
        let areas = self.parents.len();
        let began = Instant::now();
        let mut counts: Vec<Vec<u32>> = self.own.iter().map(|_| vec![0; years * areas * CELLS]).collect();
        for row in 0..self.persons() {
            let area = usize::from(self.year[row]) * areas + self.block[row] as usize;
            let group = usize::from(self.age[row]) * SLOTS[2] + usize::from(self.sex[row]);
            for ((_, own), counts) in self.own.iter().zip(&mut counts) {
                counts[area * CELLS + usize::from(own[row]) * SLOTS[1] * SLOTS[2] + group] += 1;
            }
        }
        for counts in &mut counts {
            for year in 0..years {
                self.add_up(&mut counts[year * areas * CELLS..(year + 1) * areas * CELLS]);
            }
        }
        (began.elapsed().as_secs_f64(), self.own.iter().map(|(name, _)| *name).zip(counts).collect())
    }

    /// Adds blocks to the areas above and categories to their wholes.
    fn add_up(&self, counts: &mut [u32]) {
        for area in (1..self.parents.len()).rev() {
            let parent = self.parents[area] as usize * CELLS;
            let (above, own) = counts.split_at_mut(area * CELLS);
            above[parent..parent + CELLS].iter_mut().zip(&own[..CELLS]).for_each(|(above, own)| *above += own);
        }
        for cells in counts.chunks_exact_mut(CELLS) {
            for (axis, size) in SLOTS.iter().enumerate() {
                let stride: usize = SLOTS[axis + 1..].iter().product();
                for start in (0..CELLS).filter(|place| (place / stride).is_multiple_of(*size)) {
                    cells[start] = (1..*size).map(|slot| cells[start + slot * stride]).sum();
                }
            }
        }
    }
}

/// Compares counts with what was prepared.
pub(super) fn check(folder: &Path, found: &[(&str, Vec<u32>)]) -> Done {
    for (measure, counts) in found {
        let path = folder.join(format!("expected-{measure}.bin"));
        let expected = fs::read(&path).map_err(|error| format!("{}: {error}", path.display()))?;
        if numbers(&expected) != *counts {
            return Err(format!("the plain loop: {measure} differs"));
        }
    }
    Ok(())
}

fn numbers(bytes: &[u8]) -> Vec<u32> {
    bytes.chunks_exact(4).map(|four| u32::from_le_bytes([four[0], four[1], four[2], four[3]])).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn everyone_is_counted_in_all_wholes() {
        // A city with two blocks; three persons.
        let coded = Coded {
            year: vec![0, 0, 0],
            block: vec![1, 2, 2],
            age: vec![1, 1, 4],
            sex: vec![1, 2, 2],
            own: vec![("residents", vec![3, 3, 1])],
            parents: vec![0, 0, 0],
        };
        let (_, counts) = coded.count();
        let at = |area: usize, own: usize, age: usize, sex: usize| {
            counts[0].1[area * CELLS + own * SLOTS[1] * SLOTS[2] + age * SLOTS[2] + sex]
        };
        assert_eq!((at(0, 0, 0, 0), at(2, 0, 0, 0), at(1, 3, 1, 1), at(0, 3, 1, 0), at(2, 1, 0, 2)), (3, 2, 1, 2, 1));
        assert_eq!(at(1, 1, 0, 0), 0);
    }
}
