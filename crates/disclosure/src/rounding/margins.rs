//! Which sums are to stay close.

use super::Mistake;

/// Sums of inner cells that are shown, each as the list of its cells. Four bytes a member.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Margins {
    ends: Vec<usize>,
    cells: Vec<u32>,
}

impl Margins {
    /// Margins from lists of the numbers of inner cells. An inner cell that is shown itself is a margin of one.
    pub fn new<M: IntoIterator<Item = u32>>(margins: impl IntoIterator<Item = M>) -> Margins {
        let mut all = Margins::default();
        for margin in margins {
            all.push(margin);
        }
        all
    }

    /// Adds one margin; its number is how many there were before.
    pub fn push(&mut self, cells: impl IntoIterator<Item = u32>) {
        self.cells.extend(cells);
        self.ends.push(self.cells.len());
    }

    /// How many margins there are.
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }

    /// The cells of each margin.
    pub fn iter(&self) -> impl Iterator<Item = &[u32]> {
        let starts = std::iter::once(0).chain(self.ends.iter().copied());
        starts.zip(&self.ends).map(|(start, end)| self.cells.get(start..*end).unwrap_or_default())
    }

    /// The margins of each chosen cell, where `chosen` gives each cell its number among the chosen ones.
    ///
    /// Turned around in two walks: count, then fill.
    pub(super) fn by_cell(&self, chosen: &[Option<u32>], number: usize) -> Result<ByCell, Mistake> {
        if u32::try_from(self.len()).is_err() || i32::try_from(self.cells.len()).is_err() {
            return Err(Mistake::TooLarge);
        }
        let mut starts = vec![0usize; number + 1];
        let mut seen = vec![usize::MAX; chosen.len()];
        for (margin, cells) in self.iter().enumerate() {
            for cell in cells {
                let seen = seen.get_mut(*cell as usize).ok_or(Mistake::Cell(margin))?;
                if *seen == margin {
                    return Err(Mistake::Twice(margin));
                }
                *seen = margin;
                if let Some(small) = chosen.get(*cell as usize).copied().flatten() {
                    starts[small as usize + 1] += 1;
                }
            }
        }
        for at in 0..number {
            starts[at + 1] += starts[at];
        }
        let mut next = starts.clone();
        let mut margins = vec![0u32; starts[number]];
        for (margin, cells) in self.iter().enumerate() {
            for small in cells.iter().filter_map(|cell| chosen.get(*cell as usize).copied().flatten()) {
                // There are fewer than 2³² margins.
                margins[next[small as usize]] = margin as u32;
                next[small as usize] += 1;
            }
        }
        Ok(ByCell { starts, margins })
    }
}

/// The margins of each chosen cell, in ascending order.
pub(super) struct ByCell {
    starts: Vec<usize>,
    margins: Vec<u32>,
}

impl ByCell {
    pub(super) fn of(&self, small: usize) -> &[u32] {
        &self.margins[self.starts[small]..self.starts[small + 1]]
    }
}
