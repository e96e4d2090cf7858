//! Remarks: what is wrong with what people wrote or sent. Data; words are found at the edge.

use std::ops::Range;

/// How much a remark weighs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// The input cannot be used as it stands.
    Error,
    /// The input can be used; someone should look.
    Warning,
    /// Something was understood or mended in a way that people should know.
    Note,
}

/// Where a remark belongs.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Place {
    /// The monitoring as a whole.
    Monitoring,
    /// A file as a whole; the path is relative to the monitoring's folder, with `/`.
    File(String),
    /// Bytes of a definition file.
    Span(String, Span),
    /// A row (counted from 1, as in an editor or a spreadsheet) and the head of a column, of a delivered file.
    /// The cell itself is never repeated.
    Row {
        /// The file.
        file: String,
        /// Row in the file, from 1.
        row: u64,
        /// Head of the column as the record layout declares it.
        column: Option<String>,
    },
}

/// A range of bytes, ordered by its start.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Span {
    /// First byte.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
}

impl From<Range<usize>> for Span {
    fn from(range: Range<usize>) -> Span {
        Span { start: range.start, end: range.end }
    }
}

/// What a remark's sentence is filled in with. Never a number or text from a delivery's cells.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Word {
    /// A name, key or file as people wrote it in a definition.
    Text(String),
    /// How many.
    Count(i64),
}

impl From<&str> for Word {
    fn from(text: &str) -> Word {
        Word::Text(text.to_owned())
    }
}

impl From<String> for Word {
    fn from(text: String) -> Word {
        Word::Text(text)
    }
}

impl From<usize> for Word {
    fn from(count: usize) -> Word {
        Word::Count(i64::try_from(count).unwrap_or(i64::MAX))
    }
}

/// One remark. Its sentence is the message `remark-<rule>` of the Fluent files, its way out the message's
/// attribute `.hint`; both are filled in with `words`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Remark {
    /// How much it weighs.
    pub severity: Severity,
    /// The rule that was broken, such as `unknown-key`; stable, for machines.
    pub rule: &'static str,
    /// Where.
    pub place: Place,
    /// What the sentence is filled in with.
    pub words: Vec<(&'static str, Word)>,
    /// Whether the hint of the rule applies.
    pub hint: bool,
}

impl Remark {
    /// An error without words or hint.
    pub fn error(rule: &'static str, place: Place) -> Remark {
        Remark { severity: Severity::Error, rule, place, words: Vec::new(), hint: false }
    }

    /// A warning without words or hint.
    pub fn warning(rule: &'static str, place: Place) -> Remark {
        Remark { severity: Severity::Warning, ..Remark::error(rule, place) }
    }

    /// A note without words or hint.
    pub fn note(rule: &'static str, place: Place) -> Remark {
        Remark { severity: Severity::Note, ..Remark::error(rule, place) }
    }

    /// Fills a word into the sentence.
    pub fn with(mut self, name: &'static str, word: impl Into<Word>) -> Remark {
        self.words.push((name, word.into()));
        self
    }

    /// Says the way out, too.
    pub fn hinted(mut self) -> Remark {
        self.hint = true;
        self
    }
}

/// Whether any of the remarks is an error.
pub fn has_errors(remarks: &[Remark]) -> bool {
    remarks.iter().any(|remark| remark.severity == Severity::Error)
}

/// Whether any error has been remarked at this very place.
pub(crate) fn has_errors_at(remarks: &[Remark], place: &Place) -> bool {
    remarks.iter().any(|remark| remark.severity == Severity::Error && remark.place == *place)
}
