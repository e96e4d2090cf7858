//! The released figures of an edition in the formats of spreadsheets, programs and portals.
//!
//! Everything here is written from figures that have passed disclosure control. No file is touched: a format is a
//! function from the figures to [`File`]s, and the same figures give the same bytes.

mod file;
mod plain;

pub use file::{File, Format};
pub use plain::plain;
