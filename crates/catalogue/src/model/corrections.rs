//! Mistakes that were found and mended after publication, `open/corrections.toml`.

use super::LocalText;
use crate::names::IndicatorName;

/// A mistake in what was published, and what was done about it. It stays on record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Correction {
    /// The day it was mended, ISO 8601.
    pub on: String,
    /// The indicators whose figures or texts were wrong; empty: the publication as a whole.
    pub indicators: Vec<IndicatorName>,
    /// What was wrong, and what is right now.
    pub text: LocalText,
    /// How it came about.
    pub reason: LocalText,
}
