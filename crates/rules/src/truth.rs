//! The three answers of a rule, and many of them at once.

use std::ops::Not;

/// The answer of a condition: SQL's three truth values. Unknown is what SQL writes as NULL.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Truth {
    /// The condition holds.
    True,
    /// The condition does not hold.
    False,
    /// A missing value leaves it open.
    Unknown,
}

impl Truth {
    /// Both hold: false if one is false, else unknown if one is unknown (Kleene).
    #[must_use]
    pub fn and(self, other: Truth) -> Truth {
        match (self, other) {
            (Truth::False, _) | (_, Truth::False) => Truth::False,
            (Truth::True, Truth::True) => Truth::True,
            _ => Truth::Unknown,
        }
    }

    /// One holds: true if one is true, else unknown if one is unknown (Kleene).
    #[must_use]
    pub fn or(self, other: Truth) -> Truth {
        !(!self).and(!other)
    }
}

impl Not for Truth {
    type Output = Truth;

    fn not(self) -> Truth {
        match self {
            Truth::True => Truth::False,
            Truth::False => Truth::True,
            Truth::Unknown => Truth::Unknown,
        }
    }
}

impl From<bool> for Truth {
    fn from(known: bool) -> Truth {
        if known { Truth::True } else { Truth::False }
    }
}

/// How many rows are answered at once.
pub const BATCH: usize = 4096;

/// One bit for each row of a batch.
pub(crate) type Words = [u64; BATCH / 64];

/// No bit set.
pub(crate) const NONE: Words = [0; BATCH / 64];

/// All bits set.
pub(crate) const ALL: Words = [u64::MAX; BATCH / 64];

/// The first `rows` bits set.
pub(crate) fn first(rows: usize) -> Words {
    let mut words = NONE;
    for (index, word) in words.iter_mut().enumerate() {
        let left = rows.saturating_sub(index * 64);
        *word = if left >= 64 { u64::MAX } else { (1u64 << left) - 1 };
    }
    words
}

/// The answers for a batch of at most [`BATCH`] rows. It has no `Debug` on purpose: answers are about persons.
#[derive(Clone)]
pub struct Answers {
    pub(crate) yes: Words,
    pub(crate) no: Words,
    pub(crate) rows: usize,
}

impl Answers {
    /// The same answer for every row.
    pub(crate) fn all(truth: Truth) -> Answers {
        let (yes, no) = match truth {
            Truth::True => (ALL, NONE),
            Truth::False => (NONE, ALL),
            Truth::Unknown => (NONE, NONE),
        };
        Answers { yes, no, rows: BATCH }
    }

    /// How many rows are answered.
    pub fn rows(&self) -> usize {
        self.rows
    }

    /// The answer for one row of the batch; rows that are not there are unknown.
    pub fn get(&self, row: usize) -> Truth {
        if bit(&self.yes, row) {
            Truth::True
        } else if bit(&self.no, row) {
            Truth::False
        } else {
            Truth::Unknown
        }
    }

    /// How many rows have this answer.
    pub fn count(&self, truth: Truth) -> usize {
        let ones = |words: &Words| words.iter().map(|word| word.count_ones()).sum::<u32>();
        let (yes, no) = (ones(&self.yes) as usize, ones(&self.no) as usize);
        match truth {
            Truth::True => yes,
            Truth::False => no,
            Truth::Unknown => self.rows.saturating_sub(yes + no),
        }
    }

    /// The rows for which the answer is true: one bit each, the lowest bit of the first word comes first.
    pub fn true_rows(&self) -> &[u64] {
        &self.yes
    }

    /// The answers in the order of the rows.
    pub fn iter(&self) -> impl Iterator<Item = Truth> + '_ {
        (0..self.rows).map(|row| self.get(row))
    }

    pub(crate) fn negate(mut self) -> Answers {
        std::mem::swap(&mut self.yes, &mut self.no);
        self
    }

    pub(crate) fn and(&mut self, other: &Answers) {
        each(&mut self.yes, &other.yes, |a, b| a & b);
        each(&mut self.no, &other.no, |a, b| a | b);
    }

    pub(crate) fn or(&mut self, other: &Answers) {
        each(&mut self.yes, &other.yes, |a, b| a | b);
        each(&mut self.no, &other.no, |a, b| a & b);
    }

    /// Takes over the answers of `other` for the rows that are marked.
    pub(crate) fn take(&mut self, marked: &Words, other: &Answers) {
        for (((yes, no), m), (oy, on)) in
            self.yes.iter_mut().zip(&mut self.no).zip(marked).zip(other.yes.iter().zip(&other.no))
        {
            *yes = (*yes & !m) | (oy & m);
            *no = (*no & !m) | (on & m);
        }
    }

    /// Forgets everything behind the last row.
    pub(crate) fn cut(mut self, rows: usize) -> Answers {
        let inside = first(rows);
        each(&mut self.yes, &inside, |a, b| a & b);
        each(&mut self.no, &inside, |a, b| a & b);
        self.rows = rows;
        self
    }
}

/// Whether a bit is set; bits that are not there are not.
pub(crate) fn bit(words: &Words, row: usize) -> bool {
    words.get(row / 64).is_some_and(|word| word >> (row % 64) & 1 == 1)
}

/// Combines two sets of bits, word by word.
pub(crate) fn each(words: &mut Words, other: &Words, combine: impl Fn(u64, u64) -> u64) {
    for (word, other) in words.iter_mut().zip(other) {
        *word = combine(*word, *other);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn many_answers_are_combined_as_single_ones() {
        let three = [Truth::True, Truth::False, Truth::Unknown];
        for a in three {
            for b in three {
                let mut and = Answers::all(a);
                and.and(&Answers::all(b));
                assert_eq!(and.cut(70).iter().collect::<Vec<_>>(), vec![a.and(b); 70]);
                let mut or = Answers::all(a);
                or.or(&Answers::all(b));
                assert_eq!(or.get(BATCH - 1), a.or(b));
            }
            assert_eq!(Answers::all(a).negate().get(0), !a);
        }
        assert_eq!(Truth::False.and(Truth::Unknown), Truth::False);
        assert_eq!(Truth::True.or(Truth::Unknown), Truth::True);
        assert_eq!(Truth::True.and(Truth::Unknown), Truth::Unknown);
    }

    #[test]
    fn nothing_is_known_behind_the_last_row() {
        let answers = Answers::all(Truth::True).cut(65);
        assert_eq!(
            (answers.get(64), answers.get(65), answers.get(9999)),
            (Truth::True, Truth::Unknown, Truth::Unknown)
        );
        assert_eq!([Truth::True, Truth::False, Truth::Unknown].map(|truth| answers.count(truth)), [65, 0, 0]);
        assert_eq!(Answers::all(Truth::Unknown).cut(7).count(Truth::Unknown), 7);
        assert_eq!(answers.true_rows().get(..3), Some([u64::MAX, 1, 0].as_slice()));
        assert_eq!(first(0), NONE);
        assert_eq!(first(BATCH), ALL);
    }
}
