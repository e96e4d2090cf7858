//! Parents of minors: a join of the file with itself over the legal representatives.

use std::{
    collections::{HashMap, HashSet},
    hash::{BuildHasherDefault, Hasher},
};

use super::texts::NO_KEY;

/// What minors need to know of a parent: 16 bytes. It is about a person, so there is no `Debug`.
#[derive(Clone, Copy)]
pub(super) struct Parent {
    pub(super) household: u64,
    /// Year of the last move to Germany; 0 is unknown.
    pub(super) moved: u16,
    pub(super) german: u8,
    pub(super) by_birth: u8,
    pub(super) abroad: u8,
    pub(super) naturalised: u8,
}

/// Spreads keys, which are numbers in a row or hashes already, over all bits.
#[derive(Default)]
pub(super) struct Spread(u64);

impl Hasher for Spread {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        bytes.iter().for_each(|byte| self.write_u64(self.0 ^ u64::from(*byte)));
    }

    fn write_u64(&mut self, key: u64) {
        // The odd number nearest to 2^64 divided by the golden ratio; the high bits of the product depend on all bits.
        self.0 = key.wrapping_mul(0x9e37_79b9_7f4a_7c15).rotate_left(26);
    }
}

/// Keys of persons.
pub(super) type Keys = HashSet<u64, BuildHasherDefault<Spread>>;

/// Everyone who represents somebody, and no one else: so memory grows with the families, not with the file.
#[derive(Default)]
pub(super) struct Parents {
    known: HashMap<u64, Parent, BuildHasherDefault<Spread>>,
}

impl Parents {
    pub(super) fn find(&self, key: u64) -> Option<&Parent> {
        if key == NO_KEY { None } else { self.known.get(&key) }
    }
}

impl Extend<(u64, Parent)> for Parents {
    fn extend<I: IntoIterator<Item = (u64, Parent)>>(&mut self, parents: I) {
        self.known.extend(parents);
    }
}
