//! The wrapper around every number about people that has not passed protection.

/// A number about people that has not passed disclosure control. It can be added up. It cannot be printed, compared,
/// stored or copied, and only the parent module, which protects, can open it.
pub(crate) struct Confidential<T>(T);

/// A sum is larger than the machine can hold.
pub(crate) struct TooLarge;

impl<T> Confidential<T> {
    /// Closes a number.
    pub(crate) fn seal(value: T) -> Confidential<T> {
        Confidential(value)
    }

    /// Opens it; for the protecting module only.
    pub(super) fn open(self) -> T {
        self.0
    }
}

impl Confidential<i64> {
    /// The sum of both.
    pub(crate) fn add(self, other: &Confidential<i64>) -> Result<Confidential<i64>, TooLarge> {
        self.0.checked_add(other.0).map(Confidential).ok_or(TooLarge)
    }
}

#[cfg(test)]
mod tests {
    use std::{
        fmt::{Debug, Display},
        hash::Hash,
        ops::Deref,
    };

    use super::Confidential;

    // What it must never learn. A line too many here does not compile.
    static_assertions::assert_not_impl_any!(
        Confidential<i64>: Debug, Display, Clone, Copy, PartialEq, PartialOrd, Hash, Default, Deref, AsRef<i64>, Into<i64>, Iterator
    );
}
