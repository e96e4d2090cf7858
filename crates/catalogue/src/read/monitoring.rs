//! `open/monitoring.toml` and the editions.

use std::collections::BTreeMap;

use words::Language;

use super::{
    at::At,
    design,
    files::{FileKind, Folder},
};
use crate::{
    model::{Audience, Depth, Edition, GateCheck, Monitoring, MunicipalityKind, Override, Paper, Programme, SignedOff},
    names::EditionName,
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
        synthetic: at.maybe_local("synthetic"),
        base_period: at.period("base-period"),
        shielded_office: at.word("statistics-office") == Some("shielded"),
        reliable_minimum: at.whole("reliable-minimum").unwrap_or(RELIABLE_MINIMUM),
        design: design::design(folder, remarks),
    })
}

/// The languages in the order written, each once; `None` if none are written.
fn languages(at: At<'_>) -> Option<Vec<Language>> {
    let mut languages: Vec<Language> = Vec::new();
    for language in at.lines("languages").iter().filter_map(|code| code.parse().ok()) {
        if !languages.contains(&language) {
            languages.push(language);
        }
    }
    (!languages.is_empty()).then_some(languages)
}

/// `open/editions/<edition>/edition.toml`
pub(crate) fn editions(
    folder: &Folder<'_>,
    monitoring: &Option<Monitoring>,
    remarks: &mut Vec<Remark>,
) -> BTreeMap<EditionName, Edition> {
    let spoken = monitoring.as_ref().map_or_else(Vec::new, |monitoring| monitoring.languages.clone());
    let mut editions = BTreeMap::new();
    for (kind, document) in &folder.documents {
        let FileKind::Edition(name) = kind else { continue };
        let at = At::root(document);
        for item in at.list("languages") {
            let language = item.node.as_text().and_then(|code| code.parse::<Language>().ok());
            if let Some(language) = language.filter(|language| !spoken.is_empty() && !spoken.contains(language)) {
                remarks.push(Remark::error("edition-language", item.place()).with("language", language.code()));
            }
        }
        let audience = match at.word("audience") {
            Some("administration") => Audience::Administration,
            Some("council") => Audience::Council,
            _ => Audience::Public,
        };
        let edition = Edition {
            name: name.clone(),
            title: at.local("title"),
            audience,
            languages: languages(at).unwrap_or_else(|| spoken.clone()),
            review: at.boolean("review", audience == Audience::Administration),
            report: match at.word("report") {
                Some("full") => Depth::Full,
                Some("short") => Depth::Short,
                Some("none") => Depth::None,
                _ if audience == Audience::Council => Depth::Short,
                _ => Depth::Full,
            },
            foreword: at.maybe_local("foreword"),
            paper: at.table("paper").map(paper),
            embargo: at.line("embargo"),
            signed_off: at
                .table("signed-off")
                .and_then(|at| Some(SignedOff { by: at.local("by"), on: at.line("on")? })),
            overrides: at.list("override").filter_map(passing).collect(),
        };
        editions.insert(name.clone(), edition);
    }
    editions
}

fn paper(at: At<'_>) -> Paper {
    Paper {
        number: at.line("number"),
        date: at.line("date"),
        subject: at.local("subject"),
        financial_effects: at.maybe_local("financial-effects"),
        decisions: at.list("decisions").map(At::as_local).collect(),
    }
}

/// None only if what it needs is missing, which has been remarked.
fn passing(at: At<'_>) -> Option<Override> {
    let check = at.word("check")?;
    Some(Override {
        check: GateCheck::ALL.into_iter().find(|one| one.word() == check)?,
        reason: at.local("reason"),
        by: at.local("by"),
        on: at.line("on")?,
    })
}
