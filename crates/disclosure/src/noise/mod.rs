//! The cell key method: every count gets a small noise that depends on the persons in it and on a secret, and on
//! nothing else.
//!
//! ```
//! use disclosure::noise::{Design, Secret, Table, cell_key};
//!
//! let table = Table::maximum_entropy(&Design { bound: 5, variance: 2.0, barred: 2, stay: None })?;
//! let secret = Secret::new(&[7; 32])?;
//! let persons = ["a", "b", "c"].map(|pseudonym| secret.record_key(pseudonym.as_bytes()));
//! let shown = table.perturbed(3, cell_key(persons));
//! assert!(shown == 0 || (3..=8).contains(&shown));
//! # Ok::<(), disclosure::noise::Mistake>(())
//! ```
//!
//! # Method
//!
//! 1. Each person has a *record key*, the keyed hash of a stable pseudonym ([`Secret::record_key`]).
//! 2. The *cell key* is the sum of the record keys modulo 2⁶⁴ ([`cell_key`]): one addition for each person, by the
//!    same aggregation as the counts. Keys of sums are sums of keys.
//! 3. A *perturbation table* has a distribution of the noise for each count ([`Table`]); the cell key, read as a
//!    fraction of 2⁶⁴, picks the noise from it. The comparison is one of integers, and the table is made without
//!    functions of the platform: the same input gives the same output on every machine.
//!
//! Sources: Fraser and Wooton, A proposed method for confidentialising tabular output to protect against differencing
//! (2005), for keys; Giessing and Tent, Concepts for generalising tools implementing the cell key method (2019), and
//! Enderle, Giessing and Tent, Calculation of Risk Probabilities for the Cell Key Method (2020), for tables by maximum
//! entropy and their risks; the R packages `ptable` and `cellKey`. The German census of 2022 was protected this way.
//!
//! # What is guaranteed
//!
//! * The noise of a count has the mean 0 and the variance [`Table::variance`] over random keys, and is never larger
//!   than [`Table::bound`]. The variance is to be handed over with the release: intervals widen by it.
//! * Zeros stay zeros. No result is negative, and none lies between 1 and the barred counts.
//! * The same persons have the same noise in every table, under every name and in every release, so that asking twice
//!   or in another way gives nothing to average.
//!
//! # What is not
//!
//! * **Nothing adds up.** Sums are perturbed on their own; the parts of a table need not give its total, and readers
//!   have to be told. A shown zero may be a few persons.
//! * It is not to be used beside suppression of the same cells: a shown sum with a known bound of its noise narrows
//!   what is withheld beneath it, and the proofs of suppression do not hold for shown numbers that are not exact.
//! * Someone who adds up many parts can narrow a sum, and can narrow a part where bounds meet: with additive true
//!   counts, |noise| ≤ bound and kept zeros, single counts can be computed in unlucky tables. The narrower the bound
//!   and the more sums are shown, the more often. Publish neither the table nor the bound without need, and no exact
//!   number beside noisy ones of the same persons.
//! * Someone who knows the secret knows all noise. It stays behind the wall, with the record keys.
//! * The noise of two counts is independent only where they differ in at least one person. Whoever joins or leaves
//!   changes the key altogether.
//! * Where only counts arrive and no persons, the guarantee about the same persons is weaker:
//!   see [`Secret::inner_key`].

mod audit;
mod entropy;
mod file;
mod key;
mod table;

pub use audit::{Findings, audit};
pub use key::{Secret, cell_key};
pub use table::{Design, Table};

/// What is wrong with a design, a table or a secret.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum Mistake {
    /// The largest noise is zero or more than [`Table::MOST_NOISE`].
    #[error("the largest noise must lie between 1 and {}", Table::MOST_NOISE)]
    Bound,
    /// The variance is not a positive number.
    #[error("the variance of the noise must be a positive number")]
    Variance,
    /// Barred results reach up to the bound, so that a count could not leave them.
    #[error("the barred results must be fewer than the largest noise")]
    Barred,
    /// The share that stays is no share below one.
    #[error("the share of counts that stay must be at least 0 and less than 1")]
    Stay,
    /// No distribution of this variance exists for a count: the variance has to lie in the range, or bound, barred
    /// results or share of staying counts have to change.
    #[error("for the count {count} the variance must lie between {least} and {most}")]
    Infeasible {
        /// The count.
        count: u64,
        /// Smallest possible variance of its noise.
        least: f64,
        /// Largest possible variance of its noise.
        most: f64,
    },
    /// The distribution of a count could not be computed exactly enough.
    #[error("the distribution for the count {0} could not be computed; take a variance further from its limits")]
    NotSolved(u64),
    /// A column of the file is missing.
    #[error("the column {0} is missing")]
    Column(&'static str),
    /// A line has a field that is no number, or one too large.
    #[error("line {line}: {column} is not a number that can be used")]
    Number {
        /// The line of the file, from 1.
        line: usize,
        /// The name of the column.
        column: &'static str,
    },
    /// A line says a noise that is not result less count.
    #[error("line {0}: v is not j - i")]
    Noise(usize),
    /// Two lines for the same count and result.
    #[error("line {0}: this count and result have a line already")]
    Twice(usize),
    /// The file says nothing about a count that lies below others.
    #[error("there are no probabilities for the count {0}")]
    Gap(u64),
    /// The probabilities of a count do not add up to one.
    #[error("the probabilities for the count {count} add up to {sum}")]
    Sum {
        /// The count.
        count: u64,
        /// What they add up to.
        sum: f64,
    },
    /// The noise of a count does not have the mean zero.
    #[error("the noise for the count {count} has the mean {mean}")]
    Mean {
        /// The count.
        count: u64,
        /// The mean.
        mean: f64,
    },
    /// Zero does not stay zero.
    #[error("the count 0 must stay 0")]
    Zero,
    /// The last row is used for larger counts too and would give results that the others never give.
    #[error("counts above {0} need rows of their own: the last row would lead them to barred results")]
    Last(u64),
    /// A secret of less than 32 bytes.
    #[error("the secret must have at least 32 bytes")]
    Secret,
    /// Two lists of counts of different lengths.
    #[error("the lists of counts have {0} and {1} entries")]
    Length(usize, usize),
}
