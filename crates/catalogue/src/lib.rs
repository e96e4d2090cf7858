//! What is measured, for whom and why: the definitions of a monitoring, read strictly and with positions.
//!
//! [`read`] takes the files of a folder as values and answers with the catalogue and with all remarks at once.
//! No number about a person stands here, and no file is opened here.

pub mod model;
pub mod names;
pub mod period;
pub mod prose;
pub mod remark;

use std::collections::BTreeMap;

pub use model::Catalogue;
pub use period::Period;
pub use remark::{Place, Remark, Severity};

/// The text files of a monitoring's `open/` folder by their path below the monitoring (`open/monitoring.toml`).
pub type Files = BTreeMap<String, String>;
