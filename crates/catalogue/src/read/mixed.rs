//! Concepts of variables, and the guard that no indicator mixes versions that must not be compared (R039).

use std::collections::BTreeMap;

use super::{
    at::At,
    files::{FileKind, Folder},
    known::{Known, unknown},
};
use crate::{
    model::{Comparable, Concept, Variable},
    names::{ConceptName, VariableName, VersionName},
    remark::{Place, Remark},
};

/// Checks which version of which concept a variable names, and that its categories are those of the version.
pub(crate) fn concept_of_variable(
    folder: &Folder<'_>,
    concepts: &BTreeMap<ConceptName, Concept>,
    variable: &Variable,
    at: At<'_>,
    remarks: &mut Vec<Remark>,
) {
    if at.has("concept") != at.has("version") {
        let (key, other) = if at.has("concept") { ("version", "concept") } else { ("concept", "version") };
        remarks.push(Remark::error("missing-beside", at.place_of(other)).with("key", key).with("other", other));
    }
    let Some(name) = at.name::<ConceptName>("concept") else { return };
    let Some(document) = folder.documents.get(&FileKind::Concept(name.clone())) else {
        let known = concepts.keys().map(ConceptName::as_str);
        remarks.push(unknown("concept", name.as_str(), "", known, at.place_of("concept")));
        return;
    };
    let Some(version) = at.name::<VersionName>("version") else { return };
    // A version whose rules are wrong is there nonetheless.
    let names: Vec<&str> = At::root(document).list("version").filter_map(|at| at.word("name")).collect();
    if !names.contains(&version.as_str()) {
        remarks.push(unknown("version", version.as_str(), name.as_str(), names, at.place_of("version")));
        return;
    }
    let Some(read) = concepts.get(&name).and_then(|concept| concept.version(&version)) else { return };
    for at in at.list("category") {
        let Some(code) = at.word("code").filter(|code| variable.categories.iter().any(|c| c.code.as_str() == *code))
        else {
            continue;
        };
        let left_over = variable.undeterminable.as_ref().is_some_and(|own| own.as_str() == code);
        if !left_over && read.category(code).is_none() {
            let codes = read.categories.iter().map(|category| category.code.as_str());
            let place = at.place_of("code");
            let remark = unknown("version-category", code, version.as_str(), codes, place);
            remarks.push(Remark { severity: crate::Severity::Warning, ..remark });
        }
    }
}

/// Remarks variables of one indicator that follow versions of a concept which must not be compared.
pub(crate) fn mixed(
    known: Known<'_>,
    concepts: &BTreeMap<ConceptName, Concept>,
    at: At<'_>,
    remarks: &mut Vec<Remark>,
) {
    let mut seen: Vec<(&Variable, Option<usize>)> = Vec::new();
    for (name, place, breakdown) in variables(at) {
        let Some(variable) = known.variables.get(&name) else { continue };
        if seen.iter().any(|(other, _)| other.name == variable.name) {
            continue;
        }
        for (other, earlier) in &seen {
            // A count that crosses versions says how many people each counts and the other does not.
            let crossed = breakdown.is_some() && breakdown == *earlier && at.word("kind") == Some("count");
            if let Some(remark) = pair(concepts, other, variable, &place).filter(|_| !crossed) {
                remarks.push(remark);
            }
        }
        seen.push((variable, breakdown));
    }
}

fn pair(concepts: &BTreeMap<ConceptName, Concept>, a: &Variable, b: &Variable, place: &Place) -> Option<Remark> {
    let (first, second) = (a.concept.as_ref()?, b.concept.as_ref()?);
    if first.concept != second.concept {
        return None;
    }
    let concept = concepts.get(&first.concept)?;
    // About a version that is not there, or could not be read, there is nothing to say.
    concept.version(&first.version).and(concept.version(&second.version))?;
    let how = match concept.comparable(&first.version, &second.version) {
        Comparable::Same => return None,
        Comparable::Similar { .. } => "similar",
        Comparable::Not { reason: Some(_) } => "not",
        Comparable::Not { reason: None } => "unsaid",
    };
    let remark = Remark::warning("versions-mixed", place.clone()).with("how", how);
    let remark = remark.with("one", a.name.as_str()).with("other", b.name.as_str());
    let remark = remark.with("concept", first.concept.as_str());
    Some(remark.with("earlier", first.version.as_str()).with("later", second.version.as_str()).hinted())
}

/// The variables that an indicator names, in the order of its keys, each with its place and the number of the breakdown
/// in which it stands.
fn variables(at: At<'_>) -> Vec<(VariableName, Place, Option<usize>)> {
    let mut found = Vec::new();
    for key in ["numerator", "denominator", "of", "group", "reference"] {
        let Some(quantity) = at.table(key) else { continue };
        for entry in quantity.entries("of") {
            if let Ok(name) = entry.key.parse() {
                found.push((name, Place::Span(at.document.path.to_owned(), entry.key_span), None));
            }
        }
    }
    found.extend(at.name("by").map(|name| (name, at.place_of("by"), None)));
    for (number, breakdown) in at.list("breakdowns").enumerate() {
        for item in breakdown.node.items() {
            if let Some(name) = item.as_text().and_then(|text| text.parse().ok()) {
                found.push((name, crate::shape::check::place(at.document.path, item), Some(number)));
            }
        }
    }
    found
}
