//! The name of a release, which is also the name of its folder.

use std::{fmt, str::FromStr};

use catalogue::{Period, period::Part};

/// The name of a sealed release: the day it was sealed and the first six digits of its fingerprint,
/// `2026-03-15-7f3a9c`. Sorted by day.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ReleaseId(String);

/// The text is not the name of a release.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("not the name of a release: {0:?}")]
pub struct IdError(pub String);

/// Whether a text is a day, ISO 8601.
pub(crate) fn is_day(text: &str) -> bool {
    text.parse::<Period>().is_ok_and(|period| matches!(period.part(), Part::Day(..)))
}

impl ReleaseId {
    pub(crate) fn new(day: &str, fingerprint: &str) -> Result<ReleaseId, IdError> {
        format!("{day}-{}", fingerprint.get(..6).unwrap_or_default()).parse()
    }

    /// The name as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The day of sealing, ISO 8601.
    pub fn day(&self) -> &str {
        self.0.rsplit_once('-').map_or("", |(day, _)| day)
    }
}

impl FromStr for ReleaseId {
    type Err = IdError;

    fn from_str(text: &str) -> Result<ReleaseId, IdError> {
        let well_formed = text.rsplit_once('-').is_some_and(|(day, digits)| {
            is_day(day) && digits.len() == 6 && digits.bytes().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f'))
        });
        if well_formed { Ok(ReleaseId(text.to_owned())) } else { Err(IdError(text.to_owned())) }
    }
}

impl fmt::Display for ReleaseId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
