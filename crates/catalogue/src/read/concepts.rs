//! `open/concepts/<concept>.toml`: every rule is compiled, so that a mistake in one is found before anyone is counted.

pub(crate) mod compile;

use std::collections::{BTreeMap, BTreeSet};

use super::{
    at::At,
    files::{FileKind, Folder},
    known::unknown,
};
use crate::{
    document,
    model::{Comparison, Concept, ConceptAttribute, Likeness, Whose},
    names::{ConceptName, VersionName},
    remark::Remark,
    shape::{check::check, concepts::CONCEPT},
};

/// The concepts of a monitoring. A version that could not be read is left out; that has been remarked.
pub(crate) fn concepts(folder: &Folder<'_>, remarks: &mut Vec<Remark>) -> BTreeMap<ConceptName, Concept> {
    let mut concepts = BTreeMap::new();
    for (kind, document) in &folder.documents {
        if let FileKind::Concept(name) = kind {
            concepts.insert(name.clone(), concept(name, At::root(document), remarks));
        }
    }
    concepts
}

/// Reads one concept alone, without a monitoring around it. `english` says whether texts must stand in English, too.
///
/// The answer has a concept only if no remark is an error.
pub fn read_concept(name: &ConceptName, path: &str, text: &str, english: bool) -> (Option<Concept>, Vec<Remark>) {
    let mut remarks = Vec::new();
    let (document, sound) = document::parse(path, text, &mut remarks);
    let broken = if sound { BTreeSet::new() } else { BTreeSet::from([path.to_owned()]) };
    if sound {
        check(&document, &CONCEPT, english, &mut remarks);
    }
    let concept = concept(name, At::root(&document), &mut remarks);
    super::order::in_order(&broken, &mut remarks);
    let sound = !crate::remark::has_errors(&remarks);
    (sound.then_some(concept), remarks)
}

fn concept(name: &ConceptName, at: At<'_>, remarks: &mut Vec<Remark>) -> Concept {
    let (attributes, known) = attributes(at, remarks);
    let mut versions = Vec::new();
    let mut asked = BTreeSet::new();
    let mut complete = true;
    let mut names = BTreeSet::new();
    for at in at.list("version") {
        let Some(version) = at.name::<VersionName>("name") else {
            complete = false;
            continue;
        };
        if !names.insert(version.clone()) {
            let remark = Remark::error("duplicate", at.place_of("name"));
            remarks.push(remark.with("kind", "version").with("name", version.as_str()));
            continue;
        }
        // Without the attributes, every rule would be full of unknown names.
        let read = known.as_ref().and_then(|known| compile::version(version, at, known, remarks));
        complete &= read.is_some();
        if let Some((version, attributes)) = read {
            asked.extend(attributes);
            versions.push(version);
        }
    }
    for at in at.list("version") {
        comparisons(name, &names, at, remarks);
    }
    if complete {
        unused(at, &asked, remarks);
    }
    let concept = Concept {
        name: name.clone(),
        title: at.local("title"),
        purpose: at.local("purpose"),
        criticism: at.local("criticism"),
        attributes,
        versions,
    };
    contradictions(&concept, at, remarks);
    concept
}

/// The attributes; and as rules see them, if all of them could be read.
fn attributes(at: At<'_>, remarks: &mut Vec<Remark>) -> (Vec<ConceptAttribute>, Option<rules::Attributes>) {
    let read: Vec<_> = at.list("attribute").map(attribute).collect();
    let whole = read.iter().all(Option::is_some);
    let list: Vec<ConceptAttribute> = read.into_iter().flatten().collect();
    if !whole {
        // What is missing has been remarked.
        return (list, None);
    }
    match crate::model::attributes_of(&list) {
        Ok(known) => (list, Some(known)),
        Err(faults) => {
            remarks.extend(faults.iter().flat_map(|fault| compile::attribute_fault(fault, at)));
            (list, None)
        }
    }
}

fn attribute(at: At<'_>) -> Option<ConceptAttribute> {
    use rules::{INTEGER, Type};
    let kind = match at.word("type")? {
        "boolean" => Type::Bool,
        "whole" => {
            Type::Int { least: at.whole("least").unwrap_or(-INTEGER), most: at.whole("most").unwrap_or(INTEGER) }
        }
        "decimal" => Type::Decimal { places: at.whole("places")? },
        "text" => Type::Text,
        "code" => Type::Code(at.lines("codes")),
        "date" => Type::Date,
        _ => return None,
    };
    Some(ConceptAttribute {
        name: at.line("name")?,
        title: at.local("title"),
        kind,
        of: match at.word("of") {
            Some("parents") => Whose::Parents,
            Some("both") => Whose::Both,
            _ => Whose::Person,
        },
        always: at.boolean("always", false),
        weak: at.boolean("weak", false),
    })
}

/// Attributes that no rule asks for need not be recorded (data minimisation).
fn unused(at: At<'_>, asked: &BTreeSet<String>, remarks: &mut Vec<Remark>) {
    for at in at.list("attribute") {
        let Some(name) = at.word("name") else { continue };
        let used = |asked: &String| {
            asked == name
                || asked.strip_prefix("parent1_") == Some(name)
                || asked.strip_prefix("parent2_") == Some(name)
        };
        if !asked.iter().any(used) {
            remarks.push(Remark::warning("attribute-unused", at.place_of("name")).with("name", name));
        }
    }
}

fn comparisons(concept: &ConceptName, names: &BTreeSet<VersionName>, at: At<'_>, remarks: &mut Vec<Remark>) {
    let own = at.name::<VersionName>("name");
    let mut seen = BTreeSet::new();
    for at in at.list("comparable") {
        let Some(with) = at.name::<VersionName>("with") else { continue };
        let place = at.place_of("with");
        if Some(&with) == own.as_ref() {
            remarks.push(Remark::error("comparable-itself", place).with("version", with.as_str()));
        } else if !names.contains(&with) {
            let known = names.iter().map(VersionName::as_str);
            remarks.push(unknown("version", with.as_str(), concept.as_str(), known, place));
        } else if !seen.insert(with.clone()) {
            remarks.push(Remark::error("duplicate", place).with("kind", "comparable").with("name", with.as_str()));
        }
    }
}

pub(crate) fn comparison(at: At<'_>) -> Option<Comparison> {
    let how = match at.word("how")? {
        "same" => Likeness::Same,
        "similar" => Likeness::Similar,
        "not" => Likeness::Not,
        _ => return None,
    };
    Some(Comparison { with: at.name("with")?, how, reason: at.local("reason") })
}

/// Two versions that speak of each other say the same.
fn contradictions(concept: &Concept, at: At<'_>, remarks: &mut Vec<Remark>) {
    for at in at.list("version") {
        let Some(version) = at.name::<VersionName>("name").and_then(|name| concept.version(&name)) else { continue };
        for at in at.list("comparable") {
            let Some(said) = comparison(at) else { continue };
            let Some(other) = concept.version(&said.with) else { continue };
            let back = other.comparable.iter().find(|comparison| comparison.with == version.name);
            // Remarked once, at the version whose name comes later.
            if let Some(back) = back.filter(|back| back.how != said.how && other.name < version.name) {
                let remark = Remark::error("comparable-contradicts", at.place_of("how"));
                let remark = remark.with("other", other.name.as_str()).with("version", version.name.as_str());
                remarks.push(remark.with("how", said.how.word()).with("back", back.how.word()));
            }
        }
    }
}
