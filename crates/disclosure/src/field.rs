//! Exact arithmetic modulo the Mersenne prime 2⁶¹ − 1.
//!
//! The coefficients of the elimination are small integers in the beginning and rational numbers later. Modulo a prime
//! of this size a number that is not zero looks like zero with a probability of about 2⁻⁶¹ per test.

/// The prime.
pub(crate) const P: u64 = (1 << 61) - 1;

pub(crate) fn add(a: u64, b: u64) -> u64 {
    let sum = a + b;
    if sum >= P { sum - P } else { sum }
}

pub(crate) fn neg(a: u64) -> u64 {
    if a == 0 { 0 } else { P - a }
}

pub(crate) fn mul(a: u64, b: u64) -> u64 {
    let product = u128::from(a) * u128::from(b);
    add((product as u64) & P, (product >> 61) as u64)
}

pub(crate) fn inverse(a: u64) -> u64 {
    // Most pivots are 1 or −1; for the others Fermat's little theorem.
    if a == 1 || a == P - 1 {
        return a;
    }
    let (mut result, mut base, mut exponent) = (1, a, P - 2);
    while exponent > 0 {
        if exponent & 1 == 1 {
            result = mul(result, base);
        }
        base = mul(base, base);
        exponent >>= 1;
    }
    result
}

pub(crate) fn from_small(value: i64) -> u64 {
    if value < 0 { P - value.unsigned_abs() % P } else { value as u64 % P }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_have_inverses() {
        for a in [1, 2, 3, 12_345, P - 1, P - 2, 1 << 60] {
            assert_eq!(mul(a, inverse(a)), 1);
            assert_eq!(add(a, neg(a)), 0);
        }
        assert_eq!(add(from_small(-3), 3), 0);
    }
}
