//! What can be referred to, and the remark about a reference that leads nowhere.

use std::collections::BTreeMap;

use super::files::Folder;
use crate::{
    document::Node,
    model::{Area, AreaLevel, Group, Source, Variable},
    names::{SourceName, VariableName},
    nearest,
    remark::{Place, Remark},
    shape::check::{hinted, place},
};

/// What has been read so far.
#[derive(Clone, Copy)]
pub(crate) struct Known<'a> {
    pub(crate) folder: &'a Folder<'a>,
    pub(crate) levels: &'a [AreaLevel],
    pub(crate) areas: &'a [Area],
    pub(crate) variables: &'a BTreeMap<VariableName, Variable>,
    pub(crate) sources: &'a BTreeMap<SourceName, Source>,
}

/// The remark about a reference to something that is not there. `kind` chooses the sentence; `of` is what the thing
/// would belong to, or nothing.
pub(crate) fn unknown<'n>(
    kind: &'static str,
    name: &str,
    of: &str,
    known: impl IntoIterator<Item = &'n str>,
    place: Place,
) -> Remark {
    let remark = Remark::error("unknown-reference", place).with("kind", kind).with("name", name).with("of", of);
    hinted(remark, nearest(name, known))
}

/// Checks the name of a variable.
pub(crate) fn variable<'a>(
    variables: &'a BTreeMap<VariableName, Variable>,
    name: &str,
    place: impl FnOnce() -> Place,
    remarks: &mut Vec<Remark>,
) -> Option<&'a Variable> {
    // A malformed name has been remarked as such.
    let parsed: VariableName = name.parse().ok()?;
    let found = variables.get(&parsed);
    if found.is_none() {
        let names = variables.keys().map(VariableName::as_str);
        remarks.push(unknown("variable", name, "", names, place()));
    }
    found
}

/// Checks variables and categories of a group as written.
pub(crate) fn group_node(
    variables: &BTreeMap<VariableName, Variable>,
    path: &str,
    node: &Node,
    remarks: &mut Vec<Remark>,
) {
    for entry in node.entries() {
        let key_place = || Place::Span(path.to_owned(), entry.key_span);
        let Some(variable) = variable(variables, &entry.key, key_place, remarks) else { continue };
        let Some(code) = entry.node.as_text() else { continue };
        if crate::shape::Name::Category.check(code).is_ok() {
            category(variable, code, place(path, &entry.node), remarks);
        }
    }
}

/// Checks variables and categories of a group in prose.
pub(crate) fn group(known: Known<'_>, group: &Group, place: &Place, remarks: &mut Vec<Remark>) {
    for (name, code) in group {
        let found = variable(known.variables, name.as_str(), || place.clone(), remarks);
        if let Some(variable) = found {
            category(variable, code.as_str(), place.clone(), remarks);
        }
    }
}

/// Checks the code of a category.
pub(crate) fn category(variable: &Variable, code: &str, place: Place, remarks: &mut Vec<Remark>) {
    if !variable.categories.iter().any(|category| category.code.as_str() == code) {
        let codes = variable.categories.iter().map(|category| category.code.as_str());
        remarks.push(unknown("category", code, variable.name.as_str(), codes, place));
    }
}
