//! `open/texts/` and reading aids: text of people in which numbers are references.

use std::ops::Range;

use words::Language;

use super::{
    files::FileKind,
    indicators::Read,
    known::{self, Known, unknown},
};
use crate::{
    document::Node,
    model::{IndicatorKind, Local, Texts},
    names::{AreaCode, IndicatorName},
    prose::{
        Against, Part, Prose, Reference, What,
        markdown::{self, Read as Markdown},
        parse::{Fault, pieces},
    },
    remark::{Place, Remark, Span},
    shape::check::hinted,
};

/// Checks the reading aid of an indicator.
pub(crate) fn reading(known: Known<'_>, indicators: &[Read<'_>], own: &Read<'_>, remarks: &mut Vec<Remark>) {
    let Some(reading) = own.at.table("reading") else { return };
    for language in Language::ALL {
        let Some(node) = reading.node.get(language.code()) else { continue };
        let Some(text) = node.as_text() else { continue };
        for piece in pieces(text) {
            let place = || within(own.at.document.path, own.at.document.text, node, &text[piece.range.clone()]);
            match &piece.what {
                Ok(Part::Text(_)) => {}
                Ok(Part::Reference(found)) => {
                    reference(known, indicators, Some(&own.indicator.name), found, &place(), remarks);
                }
                Err(fault) => remarks.push(malformed(fault, place())),
            }
        }
    }
}

/// Where a part of a TOML string stands; the whole string, if it is written with escapes.
fn within(path: &str, source: &str, node: &Node, part: &str) -> Place {
    let found = source.get(node.span.start..node.span.end).and_then(|written| written.find(part));
    let span = found.map_or(node.span, |at| {
        let start = node.span.start + at;
        Span { start, end: start + part.len() }
    });
    Place::Span(path.to_owned(), span)
}

/// Reads all texts.
pub(crate) fn texts(known: Known<'_>, indicators: &[Read<'_>], remarks: &mut Vec<Remark>) -> Texts {
    let mut texts = Texts::default();
    for (kind, (path, text)) in &known.folder.texts {
        let (own, language) = match kind {
            FileKind::Understanding(language) | FileKind::Plain(language) => (None, *language),
            FileKind::Interpretation(indicator, language) => (Some(indicator), *language),
            _ => continue,
        };
        if let Some(name) = own
            && !indicators.iter().any(|read| read.indicator.name == *name)
        {
            let names = indicators.iter().map(|read| read.indicator.name.as_str());
            remarks.push(unknown("indicator", name.as_str(), "", names, Place::File((*path).to_owned())));
            continue;
        }
        let read = markdown::read(text);
        look_at(known, indicators, own, path, &read, remarks);
        let other = |language| match kind {
            FileKind::Interpretation(name, _) => FileKind::Interpretation(name.clone(), language),
            FileKind::Plain(_) => FileKind::Plain(language),
            _ => FileKind::Understanding(language),
        };
        if language == Language::En {
            if !known.folder.texts.contains_key(&other(Language::De)) {
                let remark = Remark::error("missing-file", Place::File((*path).to_owned()));
                remarks.push(remark.with("file", path.replace(".en.md", ".de.md")));
            }
            continue;
        }
        let english = known.folder.texts.get(&other(Language::En));
        // Leichte Sprache is a German one; nobody has to translate it.
        if known.folder.english && english.is_none() && !matches!(kind, FileKind::Plain(_)) {
            let remark = Remark::warning("text-untranslated", Place::File((*path).to_owned()));
            remarks.push(remark.with("file", path.replace(".de.md", ".en.md")));
        }
        let prose: Local<Prose> = Local { de: read.prose, en: english.map(|(_, text)| markdown::read(text).prose) };
        match own {
            None if matches!(kind, FileKind::Plain(_)) => texts.plain = Some(prose),
            None => texts.understanding = Some(prose),
            Some(name) => {
                texts.interpretations.insert(name.clone(), prose);
            }
        }
    }
    texts
}

fn look_at(
    known: Known<'_>,
    indicators: &[Read<'_>],
    own: Option<&IndicatorName>,
    path: &str,
    read: &Markdown,
    remarks: &mut Vec<Remark>,
) {
    let place = |range: &Range<usize>| Place::Span(path.to_owned(), range.clone().into());
    for (found, range) in &read.references {
        reference(known, indicators, own, found, &place(range), remarks);
    }
    for (fault, range) in &read.faults {
        remarks.push(malformed(fault, place(range)));
    }
    for range in &read.unsupported {
        remarks.push(Remark::warning("unsupported-markup", place(range)));
    }
    // The understanding of integration may well name a number; an interpretation speaks of the figures.
    for range in read.numbers.iter().filter(|_| own.is_some()) {
        remarks.push(Remark::warning("typed-number", place(range)).hinted());
    }
}

fn malformed(fault: &Fault, place: Place) -> Remark {
    let remark = Remark::error("reference-malformed", place).with("problem", fault.problem);
    hinted(remark.with("word", &*fault.word), fault.near)
}

/// Checks that a reference leads to a figure that there can be.
fn reference(
    known: Known<'_>,
    indicators: &[Read<'_>],
    own: Option<&IndicatorName>,
    reference: &Reference,
    place: &Place,
    remarks: &mut Vec<Remark>,
) {
    known::group(known, &reference.group, place, remarks);
    if let Some(Against::Category(variable, category)) = &reference.against
        && let Some(variable) = known.variables.get(variable)
    {
        known::category(variable, category.as_str(), place.clone(), remarks);
    }
    let area = reference.area.as_ref().and_then(|code| area(known, code, place, remarks));
    let Some(name) = reference.indicator.as_ref().or(own) else {
        let fault = Fault { problem: "needs-indicator", word: "of".to_owned(), near: None };
        remarks.push(malformed(&fault, place.clone()));
        return;
    };
    let Some(read) = indicators.iter().find(|read| read.indicator.name == *name) else {
        let names = indicators.iter().map(|read| read.indicator.name.as_str());
        remarks.push(unknown("indicator", name.as_str(), "", names, place.clone()));
        return;
    };
    let mut impossible = |problem: &'static str, word: &str| {
        let remark = Remark::error("reference-impossible", place.clone()).with("problem", problem);
        remarks.push(remark.with("indicator", name.as_str()).with("word", word));
    };
    if let Some(level) = area
        && !read.indicator.levels.contains(level)
    {
        impossible("level", level.as_str());
    }
    let group: Vec<&str> = reference.group.keys().map(|variable| variable.as_str()).collect();
    let breakdowns = &read.indicator.breakdowns;
    if !breakdowns.iter().any(|by| reference.group.keys().all(|variable| by.contains(variable))) && !group.is_empty() {
        impossible("breakdown", &group.join(", "));
    }
    if matches!(reference.what, What::Numerator | What::Denominator) && read.whole && !has_parts(&read.indicator.kind) {
        impossible("parts", if reference.what == What::Numerator { "numerator" } else { "denominator" });
    }
}

/// Whether an indicator is a number over another.
fn has_parts(kind: &IndicatorKind) -> bool {
    matches!(
        kind,
        IndicatorKind::Share { .. }
            | IndicatorKind::Rate { .. }
            | IndicatorKind::Ratio { .. }
            | IndicatorKind::Mean { .. }
    )
}

fn area<'a>(
    known: Known<'a>,
    code: &AreaCode,
    place: &Place,
    remarks: &mut Vec<Remark>,
) -> Option<&'a crate::names::LevelName> {
    let found = known.areas.iter().find(|area| area.code == *code);
    if found.is_none() {
        let codes = known.areas.iter().map(|area| area.code.as_str());
        remarks.push(unknown("area", code.as_str(), "", codes, place.clone()));
    }
    found.map(|area| &area.level)
}
