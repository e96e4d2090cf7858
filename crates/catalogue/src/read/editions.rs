//! `open/editions/<edition>/edition.toml`: what is published for whom.

use std::collections::BTreeMap;

use words::Language;

use super::{
    at::At,
    design::design,
    files::FileKind,
    known::{Known, unknown},
    monitoring::languages,
};
use crate::{
    model::{Audience, Depth, Edition, Field, GateCheck, Monitoring, Override, Paper, Selection, SignedOff},
    names::{EditionName, LevelName},
    remark::Remark,
};

/// `open/editions/<edition>/edition.toml`
pub(crate) fn editions(
    known: Known<'_>,
    monitoring: &Option<Monitoring>,
    fields: &[Field],
    remarks: &mut Vec<Remark>,
) -> BTreeMap<EditionName, Edition> {
    let spoken = monitoring.as_ref().map_or_else(Vec::new, |monitoring| monitoring.languages.clone());
    let mut editions = BTreeMap::new();
    for (kind, document) in &known.folder.documents {
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
            readers: at.maybe_local("readers"),
            languages: languages(at).unwrap_or_else(|| spoken.clone()),
            selection: selection(at, known, fields, remarks),
            design: design(at, known.folder.texts.get(&FileKind::EditionLogo(name.clone())), remarks),
            contact: at.maybe_local("contact"),
            licence: at.line("licence"),
            address: address(at, remarks),
            follows: at.name("follows"),
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
            signed_off: at.table("signed-off").and_then(signed),
            texts_read: at.table("texts-read").and_then(signed),
            overrides: at.list("override").filter_map(passing).collect(),
        };
        editions.insert(name.clone(), edition);
    }
    for (kind, document) in &known.folder.documents {
        let FileKind::Edition(name) = kind else { continue };
        follows(name, At::root(document), &editions, remarks);
    }
    editions
}

/// An edition takes the place of another one for the same people; each is followed by one at most, and none by itself.
fn follows(name: &EditionName, at: At<'_>, editions: &BTreeMap<EditionName, Edition>, remarks: &mut Vec<Remark>) {
    let Some(edition) = editions.get(name) else { return };
    let Some(earlier) = &edition.follows else { return };
    let Some(found) = editions.get(earlier) else {
        let names = editions.keys().map(|name| name.as_str());
        remarks.push(unknown("edition", earlier.as_str(), "", names, at.place_of("follows")));
        return;
    };
    let mut before = Some(found);
    let mut steps = 0;
    while let Some(one) = before.filter(|one| one.name != *name && steps <= editions.len()) {
        before = one.follows.as_ref().and_then(|name| editions.get(name));
        steps += 1;
    }
    let twice = editions.values().any(|other| other.name < *name && other.follows.as_ref() == Some(earlier));
    if before.is_some() || twice || found.audience != edition.audience {
        let remark = Remark::error("edition-follows", at.place_of("follows")).with("earlier", earlier.as_str());
        remarks.push(remark.hinted());
    }
}

/// The address with a slash at its end; what is no address of the web is remarked.
fn address(at: At<'_>, remarks: &mut Vec<Remark>) -> Option<String> {
    let address = at.line("address")?;
    let host = ["https://", "http://"].iter().find_map(|scheme| address.strip_prefix(scheme));
    let fits = |text: &str| {
        text.starts_with(|first: char| first.is_ascii_alphanumeric())
            && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-._~/:%".contains(&byte))
    };
    if !host.is_some_and(fits) {
        remarks.push(Remark::error("edition-address", at.place_of("address")).hinted());
        return None;
    }
    Some(format!("{}/", address.trim_end_matches('/')))
}

fn selection(at: At<'_>, known: Known<'_>, fields: &[Field], remarks: &mut Vec<Remark>) -> Selection {
    for item in at.list("fields") {
        let name = item.node.as_text().unwrap_or_default();
        if !fields.iter().any(|field| field.name.as_str() == name) {
            let names = fields.iter().map(|field| field.name.as_str());
            remarks.push(unknown("field", name, "", names, item.place()));
        }
    }
    let finest_level: Option<LevelName> = at.name("finest-level");
    if let Some(level) = finest_level.as_ref().filter(|level| !known.levels.iter().any(|own| own.name == **level)) {
        let names = known.levels.iter().map(|level| level.name.as_str());
        remarks.push(unknown("level", level.as_str(), "", names, at.place_of("finest-level")));
    }
    Selection {
        core_only: at.boolean("core-only", false),
        fields: at.lines("fields").iter().filter_map(|name| name.parse().ok()).collect(),
        finest_level,
    }
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

/// None only if the day is missing, which has been remarked.
fn signed(at: At<'_>) -> Option<SignedOff> {
    Some(SignedOff { by: at.local("by"), on: at.line("on")? })
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
