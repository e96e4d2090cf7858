//! Chance that is the same on every machine: SplitMix64 (Steele, Lea, Flood 2014).

/// A row of numbers that follows from its seed.
pub(crate) struct Chance(u64);

impl Chance {
    /// The row of these numbers.
    pub(crate) fn of(numbers: &[u64]) -> Chance {
        let mut chance = Chance(0x6d65_6872_6b6c_616e);
        for number in numbers {
            chance.0 ^= number.wrapping_mul(0x9e37_79b9_7f4a_7c15);
            chance.0 = chance.next();
        }
        chance
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// A whole number below the limit, which is above 0.
    pub(crate) fn below(&mut self, limit: u64) -> u64 {
        ((u128::from(self.next()) * u128::from(limit)) >> 64) as u64
    }

    /// Whether something of this probability, in millionths, happens.
    pub(crate) fn happens(&mut self, per_million: u64) -> bool {
        self.below(1_000_000) < per_million
    }

    /// A place among weights, at least one of which is above 0.
    pub(crate) fn pick(&mut self, weights: &[u64]) -> usize {
        let mut rest = self.below(weights.iter().sum());
        for (place, weight) in weights.iter().enumerate() {
            match rest.checked_sub(*weight) {
                Some(left) => rest = left,
                None => return place,
            }
        }
        0
    }
}
