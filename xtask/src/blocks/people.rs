//! The people of Blockstadt: who lives in which block, decided by chance that is the same on every machine.
//!
//! Quarters differ in how many people have come from where and in how young they are, blocks differ within their
//! quarter, and most people stay from one year to the next: as in registers, so that what is small in one year is mostly
//! small in the next.

/// Citizenship groups, in the order of the code list.
pub(super) const CITIZENSHIPS: [(&str, &str); 5] = [
    ("german", "deutsch"),
    ("eu", "EU und EFTA"),
    ("europe", "übriges Europa und Türkei"),
    ("asia-africa", "Asien und Afrika"),
    ("other", "Amerika, Ozeanien und ungeklärt"),
];
/// Age groups with the broader group that each is part of.
pub(super) const AGES: [(&str, &str, &str); 9] = [
    ("0-5", "unter 6 Jahre", "0-17"),
    ("6-14", "6 bis 14 Jahre", "0-17"),
    ("15-17", "15 bis 17 Jahre", "0-17"),
    ("18-29", "18 bis 29 Jahre", "18-64"),
    ("30-44", "30 bis 44 Jahre", "18-64"),
    ("45-64", "45 bis 64 Jahre", "18-64"),
    ("65-74", "65 bis 74 Jahre", "65-plus"),
    ("75-84", "75 bis 84 Jahre", "65-plus"),
    ("85-plus", "85 Jahre und älter", "65-plus"),
];
/// The broader age groups.
pub(super) const BROAD_AGES: [(&str, &str); 3] =
    [("0-17", "unter 18 Jahre"), ("18-64", "18 bis 64 Jahre"), ("65-plus", "65 Jahre und älter")];
/// Women first.
pub(super) const SEXES: [(&str, &str); 2] = [("female", "weiblich"), ("male", "männlich")];

/// Weights of the age groups, of Germans and of all others.
const AGE_WEIGHTS: [[f64; 9]; 2] = [
    [48.0, 72.0, 24.0, 120.0, 180.0, 285.0, 125.0, 100.0, 46.0],
    [70.0, 92.0, 28.0, 220.0, 310.0, 210.0, 42.0, 22.0, 6.0],
];
/// Weights of the citizenship groups after the German.
const FOREIGN_WEIGHTS: [f64; 4] = [0.40, 0.28, 0.27, 0.05];
/// Of 1,000 people so many move away in a year, and others move in.
const MOVES_PER_1000: u64 = 110;

/// How the city is divided: blocks lie in quarters, quarters in districts.
#[derive(Clone, Copy)]
pub(super) struct City {
    /// Residents in the first year; the same number of dwellings is taken in all years.
    pub(super) persons: u32,
    pub(super) blocks: u32,
    pub(super) seed: u64,
}

impl City {
    /// About thirty blocks to a quarter.
    pub(super) fn quarters(&self) -> u32 {
        (self.blocks / 30).max(4).min(self.blocks)
    }

    /// About four quarters to a district.
    pub(super) fn districts(&self) -> u32 {
        (self.quarters() / 4).max(2).min(self.quarters())
    }

    pub(super) fn quarter_of(&self, block: u32) -> u32 {
        place(block, self.blocks, self.quarters())
    }

    pub(super) fn district_of(&self, quarter: u32) -> u32 {
        place(quarter, self.quarters(), self.districts())
    }

    pub(super) fn district_code(&self, district: u32) -> String {
        format!("{:02}", district + 1)
    }

    pub(super) fn quarter_code(&self, quarter: u32) -> String {
        format!("{}.{:02}", self.district_code(self.district_of(quarter)), quarter + 1)
    }

    pub(super) fn block_code(&self, block: u32) -> String {
        format!("{}.{:04}", self.quarter_code(self.quarter_of(block)), block + 1)
    }

    /// How many people live in each block: mostly about a hundred, a few in some.
    fn sizes(&self) -> Vec<u32> {
        let weight =
            |block: u32| 0.08 + self.uniform("size", &[block.into()]) + self.uniform("size-2", &[block.into()]).powi(4);
        let weights: Vec<f64> = (0..self.blocks).map(weight).collect();
        let sum: f64 = weights.iter().sum();
        let mut before = 0.0;
        let mut placed = 0;
        let mut sizes = Vec::with_capacity(weights.len());
        for weight in weights {
            before += weight;
            // Rounding what all blocks so far have together makes the sizes add up to the whole.
            let until = (before / sum * f64::from(self.persons)).round() as u32;
            sizes.push(until - placed);
            placed = until;
        }
        sizes
    }

    /// The people of a year: for each block counts by sex, age group and citizenship.
    pub(super) fn count(&self, year: u32) -> Vec<[[[u32; 5]; 9]; 2]> {
        let person = |block: u32, dwelling: u32| {
            let key = [u64::from(block), u64::from(dwelling)];
            // The year in which whoever lives here now moved in.
            let moved = (1..=year)
                .rev()
                .find(|year| self.number("move", &[key[0], key[1], u64::from(*year)]) % 1000 < MOVES_PER_1000);
            let key = [key[0], key[1], u64::from(moved.unwrap_or(0))];
            let sex = usize::from(self.uniform("sex", &key) > 0.507);
            let citizenship = if self.uniform("foreign", &key) < self.foreign_share(block) {
                1 + pick(self.uniform("citizenship", &key), &self.foreign_weights(block))
            } else {
                0
            };
            let age = pick(self.uniform("age", &key), &self.age_weights(block, citizenship > 0));
            (sex, age, citizenship)
        };
        let count = |(block, size): (usize, u32)| {
            let mut counts = [[[0; 5]; 9]; 2];
            for dwelling in 0..size {
                let (sex, age, citizenship) = person(block as u32, dwelling);
                counts[sex][age][citizenship] += 1;
            }
            counts
        };
        self.sizes().into_iter().enumerate().map(count).collect()
    }

    /// The share of foreign citizens: few in most quarters, many in some, and different from block to block.
    fn foreign_share(&self, block: u32) -> f64 {
        let quarter = u64::from(self.quarter_of(block));
        let of_quarter = 0.04 + 0.50 * self.uniform("arrival", &[quarter]).powi(2);
        (of_quarter * (0.4 + 1.2 * self.uniform("arrival-block", &[block.into()]))).min(0.9)
    }

    /// People of one origin live nearer together than chance would have it.
    fn foreign_weights(&self, block: u32) -> [f64; 4] {
        let quarter = u64::from(self.quarter_of(block));
        std::array::from_fn(|group| {
            let near = self.uniform("near", &[quarter, group as u64]);
            FOREIGN_WEIGHTS[group] * (0.3 + 1.7 * near * near)
        })
    }

    fn age_weights(&self, block: u32, foreign: bool) -> [f64; 9] {
        let quarter = u64::from(self.quarter_of(block));
        let youth = 0.7 + 0.6 * self.uniform("youth", &[quarter]) + 0.3 * self.uniform("youth-block", &[block.into()]);
        let own = AGE_WEIGHTS[usize::from(foreign)];
        std::array::from_fn(|age| if age < 5 { own[age] * youth } else { own[age] / youth })
    }

    /// A number from 0 to below 1 for this series at this place.
    fn uniform(&self, series: &str, place: &[u64]) -> f64 {
        (self.number(series, place) >> 11) as f64 / (1u64 << 53) as f64
    }

    fn number(&self, series: &str, place: &[u64]) -> u64 {
        let start = series.bytes().fold(mix(self.seed), |state, byte| mix(state ^ u64::from(byte)));
        place.iter().fold(start, |state, part| mix(state ^ part))
    }
}

/// Which of `wholes` equal parts the `part`-th of `parts` lies in.
fn place(part: u32, parts: u32, wholes: u32) -> u32 {
    (u64::from(part) * u64::from(wholes) / u64::from(parts.max(1))) as u32
}

/// The place that a share of the sum of the weights falls on.
fn pick(share: f64, weights: &[f64]) -> usize {
    let mut left = share * weights.iter().sum::<f64>();
    for (place, weight) in weights.iter().enumerate() {
        left -= weight;
        if left < 0.0 {
            return place;
        }
    }
    weights.len().saturating_sub(1)
}

/// The finaliser of SplitMix64 (Steele, Lea and Flood 2014).
fn mix(mut z: u64) -> u64 {
    z = z.wrapping_add(0x9E37_79B9_7F4A_7C15);
    z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    z ^ (z >> 31)
}

#[cfg(test)]
mod tests {
    use super::*;

    const CITY: City = City { persons: 5_000, blocks: 60, seed: 1 };

    fn total(counts: &[[[[u32; 5]; 9]; 2]]) -> u32 {
        counts.iter().flatten().flatten().flatten().sum()
    }

    #[test]
    fn everybody_is_counted_once_in_each_year() {
        for year in 0..3 {
            assert_eq!(total(&CITY.count(year)), 5_000);
        }
        assert_eq!((CITY.quarters(), CITY.districts()), (4, 2));
        let large = City { persons: 120_000, blocks: 1_200, seed: 1 };
        assert_eq!((large.quarters(), large.districts()), (40, 10));
    }

    #[test]
    fn most_people_stay_and_another_seed_is_another_city() {
        let (first, second) = (CITY.count(0), CITY.count(1));
        assert!(first == CITY.count(0), "the same each time");
        assert!(first != second);
        assert!(first != City { seed: 2, ..CITY }.count(0));
        let cells =
            |counts: &[[[[u32; 5]; 9]; 2]]| counts.iter().flatten().flatten().flatten().copied().collect::<Vec<_>>();
        let moved: u32 = cells(&first).iter().zip(cells(&second)).map(|(a, b)| a.abs_diff(b)).sum();
        assert!(moved < 2 * 5_000 / 5, "{moved}");
    }

    #[test]
    fn quarters_differ() {
        let large = City { persons: 60_000, blocks: 600, seed: 1 };
        let mut foreign = vec![(0, 0); large.quarters() as usize];
        for (block, counts) in large.count(0).iter().enumerate() {
            for citizenships in counts.iter().flatten() {
                let own = &mut foreign[large.quarter_of(block as u32) as usize];
                own.0 += citizenships[1..].iter().sum::<u32>();
                own.1 += citizenships.iter().sum::<u32>();
            }
        }
        let shares: Vec<u32> = foreign.iter().map(|(foreign, all)| 100 * foreign / all).collect();
        assert!(shares.iter().max().unwrap() > &35 && shares.iter().min().unwrap() < &8, "{shares:?}");
    }
}
