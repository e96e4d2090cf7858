//! `mehrklang review`: the form of a review of the indicators, filled in with what the program knows.

use catalogue::{Place, Remark, model::Audience};
use publication::{review as set, wording::Wording};
use serde_json::json;
use words::Arg;

use super::{Context, Outcome, publish};
use crate::{atomic, trouble::Trouble};

/// Writes `open/reviews/<year>.toml`; a file that is there already is never written over.
///
/// The form lies in `open/`, so all that stands in it comes from the release for everyone.
pub(crate) fn review(context: &mut Context<'_>, year: i16) -> Result<Outcome, Trouble> {
    let _lock = context.workspace.lock()?;
    let mut definitions = context.definitions()?;
    let Some(catalogue) = definitions.catalogue.take() else { return Ok(definitions.stop()) };
    let file = format!("open/reviews/{year:04}.toml");
    if definitions.files.contains_key(&file) {
        let remark = Remark::error("review-there", Place::File(file.clone())).with("file", &*file);
        definitions.remarks.push(remark.hinted());
        return Ok(definitions.stop());
    }
    let basis = match publish::basis(context, catalogue, definitions, Audience::Public)? {
        Ok(basis) => basis,
        Err(stopped) => return Ok(*stopped),
    };
    context.stage("measure");
    let measures = publication::measure(&basis.catalogue, &basis.opened.release);
    let assessments = publication::assess(&basis.catalogue, &basis.opened.release, &measures);
    let reviewed = set::review(&basis.catalogue, &measures, &assessments);
    let text = set::form(&Wording::new(&basis.catalogue, context.words.language()), &reviewed, year);
    context.stage("write");
    atomic::create_file(&context.workspace.root.join(&file), text.as_bytes(), false)?;
    let count = reviewed.indicators.len();
    let args = [("file", Arg::Text(&file)), ("count", Arg::from(count))];
    let said = context.say("review-written", &args);
    Ok(Outcome { text: said, json: json!({ "file": file, "indicators": count }), ..basis.stop() })
}
