//! `open/monitoring.toml`.

use words::Language;

use super::{
    at::At,
    design,
    files::{FileKind, Folder},
};
use crate::{
    model::{Monitoring, MunicipalityKind, Programme},
    remark::Remark,
};

/// How many persons must stand behind a figure, if nothing else is said.
pub(crate) const RELIABLE_MINIMUM: u32 = 100;

/// `None` only if the code is missing or malformed, which has been remarked.
pub(crate) fn monitoring(folder: &Folder<'_>, remarks: &mut Vec<Remark>) -> Option<Monitoring> {
    let at = At::root(folder.documents.get(&FileKind::Monitoring)?);
    Some(Monitoring {
        name: at.local("name"),
        title: at.local("title"),
        code: at.name("code")?,
        kind: match at.word("kind") {
            Some("county") => MunicipalityKind::County,
            _ => MunicipalityKind::City,
        },
        programme: match at.word("programme") {
            Some("diversity") => Programme::Diversity,
            _ => Programme::Integration,
        },
        languages: languages(at).unwrap_or_else(|| vec![Language::De]),
        why: at.local("why"),
        how: at.local("how"),
        what: at.local("what"),
        audiences: at.list("audiences").map(At::as_local).collect(),
        publisher: at.local("publisher"),
        contact: at.local("contact"),
        licence: at.line("licence").unwrap_or_default(),
        contributor_id: at.line("contributor-id"),
        synthetic: at.maybe_local("synthetic"),
        base_period: at.period("base-period"),
        shielded_office: at.word("statistics-office") == Some("shielded"),
        reliable_minimum: at.whole("reliable-minimum").unwrap_or(RELIABLE_MINIMUM),
        design: design::design(at, folder.texts.get(&FileKind::Logo), remarks),
    })
}

/// The languages in the order written, each once; `None` if none are written.
pub(super) fn languages(at: At<'_>) -> Option<Vec<Language>> {
    let mut languages: Vec<Language> = Vec::new();
    for language in at.lines("languages").iter().filter_map(|code| code.parse().ok()) {
        if !languages.contains(&language) {
            languages.push(language);
        }
    }
    (!languages.is_empty()).then_some(languages)
}
