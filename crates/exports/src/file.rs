//! A file for download, and the formats there are.

use catalogue::names::IndicatorName;

/// A file of an edition that holds figures.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct File {
    /// Path below the site, such as `i/kita.csv`.
    pub path: String,
    /// The format of its bytes.
    pub format: Format,
    /// The indicator whose figures it holds; `None` for a file of the whole release.
    pub indicator: Option<IndicatorName>,
    /// The content.
    pub bytes: Vec<u8>,
}

/// What a file is written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Format {
    /// Comma-separated values (RFC 4180): UTF-8, comma, decimal point.
    Csv,
    /// JSON of this program: figures with what they mean.
    Json,
}

impl Format {
    /// The media type, as registered with IANA.
    pub fn media_type(self) -> &'static str {
        match self {
            Format::Csv => "text/csv",
            Format::Json => "application/json",
        }
    }
}
