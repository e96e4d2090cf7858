//! `mehrklang birthplaces`: what spellings of places of birth that nobody has confirmed could mean.

use serde_json::json;
use words::Arg;

use super::{Context, Outcome};
use crate::{atomic, trouble::Trouble};

/// Beside the table that people keep; written anew each time, used by nobody but them.
const SUGGESTED: &str = "shielded/birthplaces-suggested.csv";

/// Writes suggestions behind the wall and says how many spellings are open; no spelling is printed, because a rare one
/// can be one person's.
pub(crate) fn birth_places(context: &mut Context<'_>) -> Result<Outcome, Trouble> {
    let _lock = context.workspace.lock()?;
    let mut definitions = context.definitions()?;
    let Some(catalogue) = definitions.catalogue.take() else { return Ok(definitions.stop()) };
    let stored = context.workspace.deliveries()?;
    let table = context.workspace.birth_places()?;
    let deliveries: Vec<_> = stored.iter().map(|delivery| delivery.as_delivery(None)).collect();
    let table = table.as_ref().map(|(path, text)| (path.as_str(), text.as_str()));
    let (suggested, remarks) = production::suggest_birth_places(&catalogue, &deliveries, table);
    definitions.remarks.extend(remarks);
    let Some((open, text)) = suggested else { return Ok(definitions.stop()) };
    if open > 0 {
        atomic::write_file(&context.workspace.root.join(SUGGESTED), text.as_bytes())?;
    }
    let key = if open > 0 { "birthplaces-suggested" } else { "birthplaces-none" };
    let text = context.say(key, &[("count", Arg::from(open)), ("file", Arg::Text(SUGGESTED))]);
    Ok(Outcome { text, json: json!({ "open": open, "file": (open > 0).then_some(SUGGESTED) }), ..definitions.stop() })
}
