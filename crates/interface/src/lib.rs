//! The released figures over HTTP in the manner of PxWebApi 2 (Statistics Sweden and Statistics Norway, version 2.0):
//! which tables there are, what they hold, and parts of them as JSON-stat 2.0 or CSV.
//!
//! It knows nothing but the JSON-stat files of a published site. So it can answer with nothing but what is published,
//! and always with the same release as the pages beside it. No socket is opened here: [`answer`] is a function.

mod answer;
mod cube;
mod problem;
mod query;
mod selection;
mod table;
#[cfg(test)]
mod tests;

pub use answer::{Answer, Method, Request, answer};
pub use table::{Broken, Tables};

/// Where the interface lies below the address of a site.
pub const ROOT: &str = "api/v2";

/// The most cells that one answer holds.
pub const MOST_CELLS: usize = 500_000;
