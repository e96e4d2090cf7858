//! Keys: from a secret and pseudonyms to one number for each cell.

use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;

use super::Mistake;

/// The secret of the office, from which all keys follow. It cannot be printed, copied or compared, and its memory is
/// cleared when it is dropped.
///
/// It is made once, at random, kept behind the wall, and never changed: with another secret the same persons have
/// another noise, and whoever sees both releases can average.
pub struct Secret {
    keyed: Hmac<Sha256>,
}

impl Secret {
    /// A secret of at least 32 random bytes.
    ///
    /// # Errors
    /// Fewer bytes.
    pub fn new(bytes: &[u8]) -> Result<Secret, Mistake> {
        if bytes.len() < 32 {
            return Err(Mistake::Secret);
        }
        Hmac::new_from_slice(bytes).map(|keyed| Secret { keyed }).map_err(|_| Mistake::Secret)
    }

    /// The record key of a person: the first eight bytes of HMAC-SHA-256 over the pseudonym.
    ///
    /// The pseudonym has to be the same for the same person in every delivery and year, and unique: two persons with
    /// one pseudonym have one key, which weakens nothing but the independence of noise.
    pub fn record_key(&self, pseudonym: &[u8]) -> u64 {
        self.key([b"person\0", pseudonym])
    }

    /// The key of an inner cell where only counts arrive and no persons. The keys of sums are the sums of these keys,
    /// as with persons; an inner cell without persons has the key 0 and changes no sum.
    ///
    /// The name says what the cell is: source, codes of all its variables, area; **not** the year and not the table.
    /// Then a cell whose count stays has the same noise in the next year, so that there is nothing to average, and a
    /// cell whose count changes has another, so that the difference of the years is not exact.
    ///
    /// Weaker than with persons: counts of the same persons have the same noise only where they are sums of the same
    /// inner cells. Someone who gets the same persons over other variables, or from another source, sees another
    /// noise and can average. And a cell has no new noise when one person leaves it and another enters.
    pub fn inner_key(&self, name: &[u8], count: u64) -> u64 {
        if count == 0 { 0 } else { self.key([b"cell\0\0\0", &count.to_be_bytes(), name]) }
    }

    fn key<const N: usize>(&self, parts: [&[u8]; N]) -> u64 {
        let mut mac = self.keyed.clone();
        for part in parts {
            mac.update(part);
        }
        let hash = mac.finalize().into_bytes();
        hash.iter().take(8).fold(0, |key, byte| key << 8 | u64::from(*byte))
    }
}

/// The key of a cell: the sum of the keys of its persons, or of its inner cells, modulo 2⁶⁴.
///
/// Uniform if one of the keys is, so that the noise has the distribution of the table.
pub fn cell_key(keys: impl IntoIterator<Item = u64>) -> u64 {
    keys.into_iter().fold(0, u64::wrapping_add)
}
