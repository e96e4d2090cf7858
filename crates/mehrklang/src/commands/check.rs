//! `mehrklang check`: all mistakes of the definitions and of the policy, with places and hints.

use serde_json::json;
use words::Arg;

use super::{Context, Outcome};
use crate::trouble::Trouble;

pub(crate) fn check(context: &mut Context<'_>) -> Result<Outcome, Trouble> {
    let mut definitions = context.definitions()?;
    let defined = definitions.files.len();
    if let (Some(catalogue), Some(policy)) = (&definitions.catalogue, context.workspace.policy()?) {
        let (_, found) = catalogue::policy::read(catalogue, &policy);
        definitions.remarks.extend(found);
        definitions.files.insert(catalogue::policy::FILE.to_owned(), policy);
    }
    let checked = definitions.catalogue.as_ref().filter(|_| !catalogue::remark::has_errors(&definitions.remarks));
    let (text, json) = match checked {
        None => (String::new(), json!({})),
        Some(catalogue) => {
            let (indicators, core) =
                (catalogue.indicators.len(), catalogue.indicators.iter().filter(|i| i.core).count());
            let counts = [
                ("files", defined),
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
