//! `mehrklang profiles`: the profile of each area as a PDF; report and paper, which `publish` puts beside the site.

use std::collections::BTreeMap;

use catalogue::{Catalogue, Place, Remark, model::Depth};
use publication::{Document, Facts, Offered, page::Page};
use report::Refused;
use serde_json::json;
use words::{Arg, Language};

use super::{
    Context, Outcome,
    publish::{self, Ready},
};
use crate::{atomic, trouble::Trouble};

/// The reports of an edition, one for each of its languages, each with what it is offered by.
/// Letters that no font has are remarked, and there is no report.
pub(crate) fn reports(
    catalogue: &Catalogue,
    pages: &[Page],
    facts: &Facts<'_>,
    remarks: &mut Vec<Remark>,
) -> Result<Vec<(Offered, Vec<u8>)>, Trouble> {
    if facts.edition.report == Depth::None {
        return Ok(Default::default());
    }
    // Setting takes the longest of all that `publish` does; languages do not wait for each other.
    let set = std::thread::scope(|scope| {
        let of =
            |language: Language| scope.spawn(move || (language, report::report(catalogue, pages, language, facts)));
        let running: Vec<_> = facts.edition.languages.iter().copied().map(of).collect();
        running.into_iter().map(|one| one.join().expect("the type setter does not panic")).collect::<Vec<_>>()
    });
    let mut reports = Vec::new();
    for (language, report) in set {
        let Some(bytes) = made(catalogue, report, remarks)? else { return Ok(Default::default()) };
        let path = in_language(language, "report.pdf");
        reports.push((Offered { kind: Document::Report, language, path, bytes: bytes.len() }, bytes));
    }
    Ok(reports)
}

/// The paper of an edition in each of its languages, each with what it is offered by; none where it has none.
pub(crate) fn papers(catalogue: &Catalogue, pages: &[Page], facts: &Facts<'_>) -> Vec<(Offered, Vec<u8>)> {
    let of = |language: Language| {
        let bytes = document::paper(catalogue, pages, language, facts, &report::png)?;
        let path = in_language(language, "paper.docx");
        Some((Offered { kind: Document::Paper, language, path, bytes: bytes.len() }, bytes))
    };
    facts.edition.languages.iter().copied().filter_map(of).collect()
}

/// `mehrklang profiles`
pub(crate) fn profiles(context: &mut Context<'_>, asked: Option<&str>) -> Result<Outcome, Trouble> {
    let _lock = context.workspace.lock()?;
    let Ready { mut basis, edition, measures, assessments } = match publish::ready(context, asked)? {
        Ok(ready) => ready,
        Err(stopped) => return Ok(*stopped),
    };
    context.stage("compose");
    let facts = publish::facts(&basis.opened, &edition);
    let pages = publication::profiles(&basis.catalogue, &measures, &assessments, &facts);
    context.stage("profiles");
    let mut files = BTreeMap::new();
    for page in &pages {
        let code = page.path.trim_start_matches("a/");
        let Some(area) = basis.catalogue.areas.iter().find(|area| area.code.as_str() == code) else { continue };
        let profile = report::profile(&basis.catalogue, area, page, &facts);
        let Some(bytes) = made(&basis.catalogue, profile, &mut basis.remarks)? else { return Ok(basis.stop()) };
        files.insert(in_language(page.language, &format!("{code}.pdf")), bytes);
    }
    context.stage("write");
    let folder = context.workspace.edition_folder(&edition).join("profiles");
    atomic::replace_folder(&folder, &files)?;
    let shown = folder.display().to_string();
    let said = [("profiles", Arg::from(files.len())), ("folder", Arg::Text(&shown))];
    let text = context.say("profiles-done", &said);
    let json = json!({ "edition": edition.name.as_str(), "profiles": files.len(), "folder": shown });
    Ok(Outcome { text, json, ..basis.stop() })
}

/// The path of a file in a language: the main one at its path, others below their code, as on the site.
fn in_language(language: Language, path: &str) -> String {
    if language == Language::default() { path.to_owned() } else { format!("{language}/{path}") }
}

/// The document, or none with a remark on what in the definitions stands in its way.
fn made(
    catalogue: &Catalogue,
    made: Result<Vec<u8>, Refused>,
    remarks: &mut Vec<Remark>,
) -> Result<Option<Vec<u8>>, Trouble> {
    let remark = match made {
        Ok(bytes) => return Ok(Some(bytes)),
        Err(Refused::Setting(cause)) => return Err(Trouble::Report(cause)),
        Err(Refused::Letters(letters)) => {
            let letters: Vec<String> =
                letters.iter().map(|letter| format!("{letter} (U+{:04X})", *letter as u32)).collect();
            Remark::warning("report-letters", Place::Monitoring).with("letters", letters.join(", "))
        }
        Err(Refused::Logo) => {
            let logo = catalogue.monitoring.design.logo.as_ref();
            let place = logo.map_or(Place::Monitoring, |logo| Place::File(logo.file.clone()));
            Remark::warning("report-logo", place)
        }
    };
    remarks.push(remark.hinted());
    Ok(None)
}
