//! Small inner counts to zero or to the base, with margins that stay close.

use super::{Margins, Mistake, margins::ByCell};

/// Walks of exchange at most; few are needed.
const WALKS: usize = 12;

/// How many partners a cell may try to change places with.
const PARTNERS: usize = 16;

/// Rounds inner counts from 1 to `base` − 1 to 0 or to `base`, and returns all inner counts.
///
/// The search makes the sum of the squared deviations of the margins small, in three steps:
/// 1. Walk through the small counts in the given order; each goes where the deviations so far are best made up for.
///    Neighbours in the order should be neighbours in the tables: sort the cells by area first.
/// 2. Walk again: a cell changes if that alone is better.
/// 3. A cell that went up and one that went down, in a common margin, change places if that is better; so the
///    margins that hold both stay as they are.
///
/// Steps 2 and 3 are repeated while they help, step 3 at most twelve times. Memory is linear in the members of the
/// margins; so is the time of each walk, with a small factor for the partners tried. In the end no single change is
/// better; a smaller sum of squares may exist, and finding the smallest is hard.
///
/// For some hundred thousand margins of a city by area, group, age and sex and the base 3, the deviations are below one
/// person on average and at most about seven.
///
/// # Errors
/// A base that cannot be used, a margin with a cell that does not exist or stands there twice.
pub fn small_counts(counts: &[u64], margins: &Margins, base: u32) -> Result<Vec<u64>, Mistake> {
    if !(2..=1000).contains(&base) {
        return Err(Mistake::Base);
    }
    if i32::try_from(counts.len()).is_err() {
        return Err(Mistake::TooLarge);
    }
    let is_small = |count: u64| count >= 1 && count < u64::from(base);
    let mut chosen = vec![None; counts.len()];
    let mut cells = Vec::new();
    for (cell, count) in counts.iter().enumerate().filter(|(_, count)| is_small(**count)) {
        // Fewer than 2³¹ cells, and counts below a thousand.
        chosen[cell] = Some(cells.len() as u32);
        cells.push((cell, *count as i64));
    }
    let by_cell = margins.by_cell(&chosen, cells.len())?;
    let members = members(margins, &chosen);
    let mut search =
        Search { base: i64::from(base), by_cell, members, up: vec![false; cells.len()], off: vec![0; margins.len()] };
    for (small, (_, count)) in cells.iter().enumerate() {
        search.place(small, *count);
    }
    search.rest();
    for _ in 0..WALKS {
        let exchanged = (0..cells.len()).filter(|small| search.exchange(*small)).count();
        search.rest();
        if exchanged == 0 {
            break;
        }
    }
    let mut rounded = counts.to_vec();
    for ((cell, _), up) in cells.iter().zip(&search.up) {
        rounded[*cell] = if *up { u64::from(base) } else { 0 };
    }
    Ok(rounded)
}

/// The small cells of each margin.
fn members(margins: &Margins, chosen: &[Option<u32>]) -> Vec<Vec<u32>> {
    let small = |cell: &u32| chosen.get(*cell as usize).copied().flatten();
    margins.iter().map(|cells| cells.iter().filter_map(small).collect()).collect()
}

struct Search {
    base: i64,
    by_cell: ByCell,
    members: Vec<Vec<u32>>,
    /// Whether a small cell went up.
    up: Vec<bool>,
    /// Deviation of each margin: rounded less true.
    ///
    /// Its size is at most the base times the members of the margin, so all sums below are less than a thousand
    /// squared times the members of all margins, of which there are fewer than 2³¹: nothing overflows.
    off: Vec<i64>,
}

impl Search {
    /// What the sum of squares grows by when the cell grows by `by`.
    fn price(&self, small: usize, by: i64) -> i64 {
        self.by_cell.of(small).iter().map(|margin| by * (2 * self.off[*margin as usize] + by)).sum()
    }

    fn shift(&mut self, small: usize, by: i64) {
        for margin in self.by_cell.of(small) {
            self.off[*margin as usize] += by;
        }
    }

    fn place(&mut self, small: usize, count: i64) {
        let (down, up) = (-count, self.base - count);
        let (price_down, price_up) = (self.price(small, down), self.price(small, up));
        let goes_up = price_up < price_down || (price_up == price_down && 2 * count >= self.base);
        self.up[small] = goes_up;
        self.shift(small, if goes_up { up } else { down });
    }

    /// By how much the cell would change if it went the other way.
    fn turn(&self, small: usize) -> i64 {
        if self.up[small] { -self.base } else { self.base }
    }

    /// Changes single cells until none is better changed. Ends, since every change makes a whole number smaller.
    fn rest(&mut self) {
        while (0..self.up.len()).filter(|small| self.change(*small)).count() > 0 {}
    }

    fn change(&mut self, small: usize) -> bool {
        let by = self.turn(small);
        let better = self.price(small, by) < 0;
        if better {
            self.apply(small, by);
        }
        better
    }

    fn apply(&mut self, small: usize, by: i64) {
        self.shift(small, by);
        self.up[small] = !self.up[small];
    }

    /// Changes places with the best of a few partners, if that is better.
    fn exchange(&mut self, small: usize) -> bool {
        let by = self.turn(small);
        let own = self.price(small, by);
        // Common margins stay as they are: what each would pay for them alone is taken back.
        let best = self.partners(small).into_iter().map(|partner| {
            let common = common(self.by_cell.of(small), self.by_cell.of(partner));
            (own + self.price(partner, -by) - 2 * by * by * common, partner)
        });
        match best.min() {
            Some((price, partner)) if price < 0 => {
                self.apply(small, by);
                self.apply(partner, -by);
                true
            }
            _ => false,
        }
    }

    /// The next cells in the smallest margins of this one that went the other way.
    fn partners(&self, small: usize) -> Vec<usize> {
        let mut margins: Vec<(usize, u32)> =
            self.by_cell.of(small).iter().map(|margin| (self.members[*margin as usize].len(), *margin)).collect();
        margins.sort_unstable();
        let mut partners = Vec::new();
        for (_, margin) in margins {
            let members = &self.members[margin as usize];
            let after = members.partition_point(|member| (*member as usize) <= small);
            let around = members[after..].iter().chain(&members[..after]).take(2 * PARTNERS);
            for member in around.map(|member| *member as usize) {
                if partners.len() >= PARTNERS {
                    return partners;
                }
                if self.up[member] != self.up[small] && !partners.contains(&member) {
                    partners.push(member);
                }
            }
        }
        partners
    }
}

/// How many numbers two ascending lists have in common.
fn common(a: &[u32], b: &[u32]) -> i64 {
    let (mut i, mut j, mut common) = (0, 0, 0);
    while let (Some(x), Some(y)) = (a.get(i), b.get(j)) {
        common += i64::from(x == y);
        i += usize::from(x <= y);
        j += usize::from(y <= x);
    }
    common
}
