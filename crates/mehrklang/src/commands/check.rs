//! `mehrklang check`: all mistakes of the definitions, with places and hints.

use serde_json::json;
use words::Arg;

use super::{Context, Outcome};
use crate::trouble::Trouble;

pub(crate) fn check(context: &mut Context<'_>) -> Result<Outcome, Trouble> {
    let definitions = context.definitions()?;
    let (text, json) = match &definitions.catalogue {
        None => (String::new(), json!({})),
        Some(catalogue) => {
            let (indicators, core) =
                (catalogue.indicators.len(), catalogue.indicators.iter().filter(|i| i.core).count());
            let counts = [
                ("files", definitions.files.len()),
                ("fields", catalogue.fields.len()),
                ("indicators", indicators),
                ("core", core),
                ("areas", catalogue.areas.len()),
                ("sources", catalogue.sources.len()),
            ];
            let args: Vec<_> = counts.iter().map(|(name, count)| (*name, Arg::from(*count))).collect();
            (context.say("check-done", &args), counts.iter().map(|(name, count)| (*name, json!(count))).collect())
        }
    };
    Ok(Outcome { text, json, remarks: definitions.remarks, files: definitions.files })
}
