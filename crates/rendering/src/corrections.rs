//! Corrections after publication as data: `corrections.json`.

use catalogue::{Catalogue, model::Correction};
use serde_json::json;

use crate::{File, warnings::local};

/// The file, if anything was corrected.
pub fn corrections(catalogue: &Catalogue) -> Option<File> {
    let of = |correction: &Correction| {
        json!({
            "on": correction.on,
            "indicators": correction.indicators.iter().map(|name| name.as_str()).collect::<Vec<_>>(),
            "text": local(&correction.text),
            "reason": local(&correction.reason),
        })
    };
    let all: Vec<_> = catalogue.corrections.iter().map(of).collect();
    let whole = json!({ "format": 1, "corrections": all });
    (!all.is_empty()).then(|| File { path: "corrections.json".to_owned(), bytes: format!("{whole:#}\n").into_bytes() })
}
