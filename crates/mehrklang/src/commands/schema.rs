//! `mehrklang schema`: JSON Schemas of the definition files, so that editors complete and check.

use std::path::Path;

use serde_json::{Value, json};
use words::Arg;

use super::{Context, Outcome};
use crate::{atomic, trouble::Trouble};

/// Writes one file a schema into a folder, or all of them as one JSON object to the standard output.
pub(crate) fn schema(context: &mut Context<'_>, into: Option<&Path>) -> Result<Outcome, Trouble> {
    let schemas = catalogue::schemas();
    let (text, json) = match into {
        None => {
            let all: Value = schemas.into_iter().collect();
            (format!("{all:#}\n"), json!({ "schemas": all }))
        }
        Some(folder) => {
            for (name, schema) in &schemas {
                atomic::write_file(&folder.join(name), format!("{schema:#}\n").as_bytes())?;
            }
            let names: Vec<_> = schemas.iter().map(|(name, _)| *name).collect();
            let shown = folder.display().to_string();
            let args = [("count", Arg::from(names.len())), ("folder", Arg::Text(&shown))];
            (context.say("schema-done", &args), json!({ "files": names }))
        }
    };
    Ok(Outcome { text, json, remarks: Vec::new(), files: Default::default() })
}
