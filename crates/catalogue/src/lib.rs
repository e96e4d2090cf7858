//! What is measured, for whom and why: the definitions of a monitoring, read strictly and with positions.
//!
//! [`read`] takes the files of a folder as values and answers with the catalogue and with all remarks at once.
//! No number about a person stands here, and no file is opened here.

mod document;
pub mod model;
pub mod names;
mod outlines;
pub mod period;
pub mod policy;
pub mod prose;
mod read;
pub mod remark;
mod selection;
mod shape;
mod states;
mod text;

use std::collections::BTreeMap;

pub use model::Catalogue;
pub use outlines::outline_children;
pub use period::Period;
pub use read::{read, read_concept};
pub use remark::{Place, Remark, Severity};
pub use shape::schema::schemas;
pub use states::{State, state, states};
pub use text::{line_column, nearest};

/// The text files of a monitoring's `open/` folder by their path below the monitoring (`open/monitoring.toml`).
pub type Files = BTreeMap<String, String>;
