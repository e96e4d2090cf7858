//! What went wrong, as `application/problem+json` (RFC 9457).

use serde_json::{Value, json};
use words::{Arg, Words};

/// Why there is no figure in the answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Problem {
    /// Nothing lies at the address.
    NoSuchAddress,
    /// There is no table of this id.
    NoSuchTable { id: String },
    /// There are no code lists beside the codes of the tables.
    NoSuchCodeList,
    /// The table has no dimension of this id.
    NoSuchDimension { id: String, known: String },
    /// A dimension has no such code, or no code that fits the pattern.
    NoSuchCode { dimension: String, asked: String },
    /// The question is no JSON of a selection.
    NoSelection,
    /// A parameter has a value that it cannot have.
    BadParameter { name: String, value: String, known: String },
    /// More cells than one answer holds.
    TooMany { most: usize },
    /// The address is asked with another method.
    Method,
}

impl Problem {
    /// The status of the answer.
    pub(crate) fn status(&self) -> u16 {
        match self {
            Problem::NoSuchAddress | Problem::NoSuchTable { .. } | Problem::NoSuchCodeList => 404,
            Problem::TooMany { .. } => 403,
            Problem::Method => 405,
            _ => 400,
        }
    }

    fn say(&self, words: &Words) -> String {
        match self {
            Problem::NoSuchAddress => words.say("api-no-such-address", &[]),
            Problem::NoSuchTable { id } => words.say("api-no-such-table", &[("id", Arg::Text(id))]),
            Problem::NoSuchCodeList => words.say("api-no-such-code-list", &[]),
            Problem::NoSuchDimension { id, known } => {
                words.say("api-no-such-dimension", &[("id", Arg::Text(id)), ("known", Arg::Text(known))])
            }
            Problem::NoSuchCode { dimension, asked } => {
                words.say("api-no-such-code", &[("dimension", Arg::Text(dimension)), ("asked", Arg::Text(asked))])
            }
            Problem::NoSelection => words.say("api-no-selection", &[]),
            Problem::BadParameter { name, value, known } => words.say(
                "api-bad-parameter",
                &[("name", Arg::Text(name)), ("value", Arg::Text(value)), ("known", Arg::Text(known))],
            ),
            Problem::TooMany { most } => words.say("api-too-many", &[("most", Arg::from(*most))]),
            Problem::Method => words.say("api-method", &[]),
        }
    }

    /// The problem in words. Its type is `about:blank`, so its title is that of the status.
    pub(crate) fn json(&self, words: &Words) -> Value {
        let title = match self.status() {
            403 => "Forbidden",
            404 => "Not Found",
            405 => "Method Not Allowed",
            _ => "Bad Request",
        };
        json!({ "type": "about:blank", "title": title, "status": self.status(), "detail": self.say(words) })
    }
}
