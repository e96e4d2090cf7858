//! Random numbers from a declared seed.

use crate::special::binomial_term;

/// SplitMix64 (Steele, Lea and Flood 2014, *Fast splittable pseudorandom number generators*): 64 bits of state, the same
/// numbers on every machine.
#[derive(Debug, Clone)]
pub struct Random(u64);

impl Random {
    /// A generator that starts from a declared seed.
    pub fn new(seed: u64) -> Random {
        Random(seed)
    }

    /// The next 64 bits.
    pub fn bits(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// A number from 0 to below 1, in steps of 2⁻⁵³.
    pub fn uniform(&mut self) -> f64 {
        (self.bits() >> 11) as f64 / (1u64 << 53) as f64
    }
}

/// A binomial distribution to draw from: inversion that starts at the mode, so a draw takes about as many steps as the
/// standard deviation is wide.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Binomial {
    n: f64,
    odds: f64,
    mode: f64,
    at_mode: f64,
}

impl Binomial {
    /// Of `n` whole persons each with probability 0 ≤ p ≤ 1.
    pub(crate) fn new(n: f64, p: f64) -> Binomial {
        let mode = ((n + 1.0) * p).floor().min(n);
        Binomial { n, odds: p / (1.0 - p), mode, at_mode: binomial_term(mode, n, p, 1.0 - p) }
    }

    /// One draw.
    pub(crate) fn draw(&self, random: &mut Random) -> f64 {
        let mut left = random.uniform() - self.at_mode;
        if left < 0.0 || !self.odds.is_finite() || self.odds == 0.0 {
            return self.mode;
        }
        let (mut below, mut mass_below) = (self.mode, self.at_mode);
        let (mut above, mut mass_above) = (self.mode, self.at_mode);
        loop {
            let mut moved = false;
            if above < self.n {
                mass_above *= (self.n - above) / (above + 1.0) * self.odds;
                above += 1.0;
                left -= mass_above;
                if left < 0.0 {
                    return above;
                }
                moved = mass_above > 0.0;
            }
            if below > 0.0 {
                mass_below *= below / ((self.n - below + 1.0) * self.odds);
                below -= 1.0;
                left -= mass_below;
                if left < 0.0 {
                    return below;
                }
                moved |= mass_below > 0.0;
            }
            // What rounding left of the total mass of one.
            if !moved {
                return self.mode;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The first numbers of the authors' program for the seed 1234567.
    #[test]
    fn the_published_numbers() {
        let mut random = Random::new(1_234_567);
        let first = [random.bits(), random.bits(), random.bits()];
        assert_eq!(first, [6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423]);
    }

    #[test]
    fn draws_have_the_masses_of_the_binomial() {
        let mut random = Random::new(1);
        for (n, p) in [(1.0, 0.3), (12.0, 0.5), (40.0, 0.02), (40.0, 0.98)] {
            let binomial = Binomial::new(n, p);
            let mut drawn = vec![0.0; n as usize + 1];
            for _ in 0..40_000 {
                drawn[binomial.draw(&mut random) as usize] += 1.0;
            }
            for (x, found) in drawn.iter().enumerate() {
                let expected = 40_000.0 * binomial_term(x as f64, n, p, 1.0 - p);
                assert!((found - expected).abs() < 5.0 * expected.sqrt() + 2.0, "{x} of {n}: {found} {expected}");
            }
        }
        for (n, p) in [(7.0, 0.0), (7.0, 1.0)] {
            assert_eq!(Binomial::new(n, p).draw(&mut random), n * p);
        }
    }
}
