//! Rounding instead of withholding: small inner counts so that everything still adds up, or each shown number by
//! itself.
//!
//! ```
//! use disclosure::rounding::{Margins, deviations, small_counts};
//!
//! let inner = [1, 2, 7, 0, 2, 1];
//! let margins = Margins::new([vec![0, 1, 2], vec![3, 4, 5], vec![0, 3], vec![1, 4], vec![2, 5]]);
//! let rounded = small_counts(&inner, &margins, 3)?;
//! assert!(rounded.iter().all(|count| *count == 0 || *count >= 3));
//! assert_eq!(deviations(&inner, &rounded, &margins)?.largest, 2);
//! # Ok::<(), disclosure::rounding::Mistake>(())
//! ```
//!
//! # Small counts
//!
//! [`small_counts`] changes inner counts from 1 to base − 1, and no others: to 0 or to the base. Every table is made
//! of the inner cells afterwards, so all tables add up and agree with each other. Which of the small counts go up is
//! chosen so that the margins stay close to the truth.
//!
//! Source: the aim is that of Langsrud and Heldal, An algorithm for small count rounding of tabular data (2018), and
//! of the R package `SmallCountRounding`. The search is another one, see [`small_counts`].
//!
//! Guaranteed: additivity; zeros stay zero; inner counts from the base on are exact; no inner cell shows 1 to
//! base − 1; the same input, in the same order, gives the same output.
//!
//! Not guaranteed: a bound of the deviation of a margin ([`deviations`] tells what it is); that a margin that is not
//! an inner cell shows no small number or difference of rounded ones, since sums of inner counts from the base on are
//! exact; the smallest possible deviation; anything against someone who knows the counts of a margin and that it
//! consists of few small inner cells. New persons elsewhere may change which cells go up: two releases of nearly the
//! same persons, subtracted, say more than one.
//!
//! # Each number by itself
//!
//! [`nearest`] rounds one number to the nearest multiple of the base, as the Ausländerzentralregister does with 5.
//! It needs no other number, is the same wherever the count is the same, and is **not additive**: the parts of a
//! table need not give its total. Where many overlapping sums are shown, the true counts can be narrowed.
//!
//! # For intervals
//!
//! [`variance`] is the variance of the error of a number that was rounded by itself. For small counts it is
//! [`Deviations::mean_square`] over the margins of the level in question.

mod deviation;
mod margins;
mod small;

pub use deviation::{Deviations, deviations};
pub use margins::Margins;
pub use small::small_counts;

/// What is wrong with what is to be rounded.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Mistake {
    /// A base below two or above a thousand.
    #[error("the base of rounding must lie between 2 and 1000")]
    Base,
    /// A margin names a cell that does not exist.
    #[error("margin {0} names a cell that does not exist")]
    Cell(usize),
    /// A margin names a cell twice.
    #[error("margin {0} names a cell twice")]
    Twice(usize),
    /// More cells or members of margins than can be numbered.
    #[error("there are too many cells or margins")]
    TooLarge,
    /// Two lists of counts of different lengths.
    #[error("the lists of counts have {0} and {1} entries")]
    Length(usize, usize),
}

/// The multiple of `base` that is nearest to the count; halfway goes up. A base of 0 or 1 changes nothing.
///
/// The largest multiple that can be written stands in for larger ones.
pub fn nearest(count: u64, base: u32) -> u64 {
    let base = u64::from(base.max(1));
    let rest = count % base;
    let below = count - rest;
    if rest * 2 < base { below } else { below.checked_add(base).unwrap_or(below) }
}

/// The variance of the error of a number that is rounded to the nearest multiple of `base`, in persons², where all
/// rests are equally frequent: (b² − 1) / 12 for odd bases, (b² + 2) / 12 for even ones, whose errors lie between
/// −b/2 + 1 and b/2 and are half a person off on average.
///
/// For even bases this is the mean square, which covers the half person.
pub fn variance(base: u32) -> f64 {
    let square = f64::from(base.max(1)) * f64::from(base.max(1));
    if base > 0 && base.is_multiple_of(2) { (square + 2.0) / 12.0 } else { (square - 1.0) / 12.0 }
}
