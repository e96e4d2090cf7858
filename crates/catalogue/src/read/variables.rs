//! `open/variables/<variable>.toml`

use std::collections::BTreeMap;

use super::{
    areas::cycles,
    at::At,
    files::{FileKind, Folder},
    known::unknown,
    mixed::concept_of_variable,
};
use crate::{
    model::{Category, Concept, Variable, VersionKey},
    names::{CategoryCode, ConceptName, VariableName},
    remark::{Place, Remark},
};

pub(crate) fn variables(
    folder: &Folder<'_>,
    concepts: &BTreeMap<ConceptName, Concept>,
    remarks: &mut Vec<Remark>,
) -> BTreeMap<VariableName, Variable> {
    let mut variables = BTreeMap::new();
    for (kind, document) in &folder.documents {
        let FileKind::Variable(name) = kind else { continue };
        let at = At::root(document);
        let variable = variable(name, at, remarks);
        concept_of_variable(folder, concepts, &variable, at, remarks);
        variables.insert(name.clone(), variable);
    }
    variables
}

fn variable(name: &VariableName, at: At<'_>, remarks: &mut Vec<Remark>) -> Variable {
    let mut categories: Vec<Category> = Vec::new();
    let mut places: Vec<At<'_>> = Vec::new();
    for at in at.list("category") {
        let Some(code) = at.name::<CategoryCode>("code") else { continue };
        if categories.iter().any(|category| category.code == code) {
            let remark = Remark::error("duplicate", at.place_of("code"));
            remarks.push(remark.with("kind", "category").with("name", code.as_str()));
            continue;
        }
        categories.push(Category {
            code,
            title: at.local("title"),
            aliases: at.lines("aliases"),
            parent: at.name("parent"),
        });
        places.push(at);
    }
    let variable = Variable {
        name: name.clone(),
        title: at.local("title"),
        reason: at.local("reason"),
        definition: at.local("definition"),
        whole: at.local("whole"),
        whole_aliases: at.lines("whole-aliases"),
        complete: at.boolean("complete", true),
        concept: at.name("concept").zip(at.name("version")).map(|(concept, version)| VersionKey { concept, version }),
        undeterminable: at.name("undeterminable"),
        categories,
    };
    if let Some(code) = variable.undeterminable.as_ref().filter(|code| variable.category(code).is_none()) {
        let codes = variable.categories.iter().map(|category| category.code.as_str());
        remarks.push(unknown("category", code.as_str(), name.as_str(), codes, at.place_of("undeterminable")));
    }
    parents(&variable, &places, remarks);
    spellings(&variable, at, &places, remarks);
    variable
}

fn parents(variable: &Variable, places: &[At<'_>], remarks: &mut Vec<Remark>) {
    for (category, at) in variable.categories.iter().zip(places) {
        if let Some(parent) = category.parent.as_ref().filter(|parent| variable.category(parent).is_none()) {
            let codes = variable.categories.iter().map(|category| category.code.as_str());
            let place = at.place_of("parent");
            remarks.push(unknown("category", parent.as_str(), variable.name.as_str(), codes, place));
        }
    }
    let above = variable.categories.iter().filter_map(|c| Some((c.code.as_str(), c.parent.as_ref()?.as_str())));
    for cycle in cycles(&above.collect()) {
        let first = variable.categories.iter().position(|category| category.code.as_str() == cycle[0]);
        let place = first.map_or(Place::Monitoring, |first| places[first].place_of("parent"));
        remarks.push(Remark::error("cycle", place).with("kind", "category").with("way", way(&cycle)));
    }
}

/// "a → b → a"
pub(crate) fn way(cycle: &[&str]) -> String {
    let mut way = cycle.join(" → ");
    way.push_str(" → ");
    way.push_str(cycle[0]);
    way
}

/// Deliveries are understood by codes, titles and aliases: one spelling must not mean two things.
fn spellings(variable: &Variable, at: At<'_>, places: &[At<'_>], remarks: &mut Vec<Remark>) {
    let mut meant: BTreeMap<String, Option<usize>> = BTreeMap::new();
    let mut claim = |spelling: &str, owner: Option<usize>, place: Place| {
        let spelling = spelling.trim().to_lowercase();
        if spelling.is_empty() {
            return;
        }
        if *meant.entry(spelling.clone()).or_insert(owner) != owner {
            remarks.push(Remark::error("duplicate-alias", place).with("kind", "category").with("name", spelling));
        }
    };
    for (i, (category, at)) in variable.categories.iter().zip(places).enumerate() {
        claim(category.code.as_str(), Some(i), at.place_of("code"));
    }
    for (i, (category, at)) in variable.categories.iter().zip(places).enumerate() {
        for title in [Some(&category.title.de), category.title.en.as_ref()].into_iter().flatten() {
            claim(title, Some(i), at.place_of("title"));
        }
        for (alias, item) in category.aliases.iter().zip(at.list("aliases")) {
            claim(alias, Some(i), item.place());
        }
    }
    for whole in [Some(&variable.whole.de), variable.whole.en.as_ref()].into_iter().flatten() {
        claim(whole, None, at.place_of("whole"));
    }
    for (alias, item) in variable.whole_aliases.iter().zip(at.list("whole-aliases")) {
        claim(alias, None, item.place());
    }
}
