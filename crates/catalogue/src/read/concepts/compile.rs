//! The rules of one version: compiled, with every fault at its place in the file.

use std::collections::BTreeSet;

use rules::{
    AttributeFault, Attributes, CategoryText, Cell, Class, Classifier, ClassifierFault, ClassifierText, Fault,
    FaultKind, Kind, MOST_ATTRIBUTES, MOST_CATEGORIES, Mode, Rule, Unknown,
};

use super::comparison;
use crate::{
    document::Value,
    model::{ConceptCategory, Missing, Version},
    names::{CategoryCode, VersionName},
    read::{at::At, known::unknown, quoted::within},
    remark::{Place, Remark},
    shape::check::hinted,
};

/// A version with the names of the attributes that its rules ask for; nothing if it could not be compiled.
pub(crate) fn version(
    name: VersionName,
    at: At<'_>,
    attributes: &Attributes,
    remarks: &mut Vec<Remark>,
) -> Option<(Version, BTreeSet<String>)> {
    let before = remarks.len();
    let (categories, places) = categories(&name, at, remarks);
    let missing = missing(&name, &categories, at, remarks);
    if let (Some(from), Some(to)) = (at.period("valid-from"), at.period("valid-to"))
        && from > to
    {
        remarks.push(Remark::error("validity-backwards", at.place_of("valid-to")));
    }
    let covers = at.word("covers").map(|text| {
        Rule::compile(text, attributes)
            .map_err(|faults| remarks.extend(faults.iter().map(|fault| rule_fault(fault, text, at, "covers"))))
    });
    if remarks.len() > before {
        return None;
    }
    let (classifier, mode) = classifier(at, &categories, &places, &missing, attributes, remarks)?;
    let covers = covers.transpose().ok()?;
    let asked = classifier.attributes().iter().chain(covers.iter().flat_map(|rule| rule.attributes()));
    let asked = asked.filter_map(|place| attributes.get(*place)).map(|attribute| attribute.name.clone()).collect();
    let version = Version {
        name,
        title: at.local("title"),
        issuer: at.local("issuer"),
        source: at.local("source"),
        address: at.line("address"),
        valid_from: at.period("valid-from"),
        valid_to: at.period("valid-to"),
        population: at.maybe_local("population"),
        covers,
        categories,
        classifier,
        mode,
        missing,
        limits: at.local("limits"),
        criticism: at.maybe_local("criticism"),
        comparable: at.list("comparable").filter_map(comparison).collect(),
    };
    Some((version, asked))
}

/// The categories and where each stands.
fn categories<'a>(version: &VersionName, at: At<'a>, remarks: &mut Vec<Remark>) -> (Vec<ConceptCategory>, Vec<At<'a>>) {
    let mut categories: Vec<ConceptCategory> = Vec::new();
    let mut places = Vec::new();
    for at in at.list("category") {
        let Some(code) = at.name::<CategoryCode>("code") else { continue };
        if categories.iter().any(|category| category.code == code) {
            let remark = Remark::error("duplicate", at.place_of("code"));
            remarks.push(remark.with("kind", "category").with("name", code.as_str()));
            continue;
        }
        let (title, parent, rule) = (at.local("title"), at.name("parent"), at.line("rule"));
        categories.push(ConceptCategory { code, title, parent, rule });
        places.push(at);
    }
    for (category, at) in categories.iter().zip(&places) {
        let Some(parent) = &category.parent else { continue };
        match categories.iter().find(|other| other.code == *parent) {
            None => {
                let codes = categories.iter().map(|category| category.code.as_str());
                let place = at.place_of("parent");
                remarks.push(unknown("version-category", parent.as_str(), version.as_str(), codes, place));
            }
            // A broader category is the sum of its parts. One step up is all that a code list needs, and rules out
            // circles.
            Some(other) if other.rule.is_some() || other.parent.is_some() => {
                remarks.push(Remark::error("broader-category", at.place_of("parent")).with("name", parent.as_str()));
            }
            Some(_) => {}
        }
    }
    (categories, places)
}

fn missing(version: &VersionName, categories: &[ConceptCategory], at: At<'_>, remarks: &mut Vec<Remark>) -> Missing {
    match (at.word("missing"), at.name::<CategoryCode>("missing-category")) {
        (Some("counts-as-false"), _) => Missing::CountsAsFalse,
        (Some("category"), Some(code)) => {
            if !leaves(categories).any(|category| category.code == code) {
                let codes = categories.iter().map(|category| category.code.as_str());
                let place = at.place_of("missing-category");
                remarks.push(unknown("version-category", code.as_str(), version.as_str(), codes, place));
            }
            Missing::Category(code)
        }
        _ => Missing::Undeterminable,
    }
}

/// The categories to which people belong directly.
fn leaves(categories: &[ConceptCategory]) -> impl Iterator<Item = &ConceptCategory> {
    categories.iter().filter(|category| !categories.iter().any(|other| other.parent.as_ref() == Some(&category.code)))
}

fn classifier(
    at: At<'_>,
    categories: &[ConceptCategory],
    places: &[At<'_>],
    missing: &Missing,
    attributes: &Attributes,
    remarks: &mut Vec<Remark>,
) -> Option<(Classifier, Mode)> {
    let mode = if at.word("mode") == Some("exclusive") { Mode::Exclusive } else { Mode::FirstMatch };
    let text = ClassifierText {
        categories: leaves(categories)
            .map(|category| CategoryText { name: category.code.to_string(), rule: category.rule.clone() })
            .collect(),
        mode,
        unknown: match missing {
            Missing::Undeterminable => Unknown::Undeterminable,
            Missing::CountsAsFalse => Unknown::CountsAsFalse,
            Missing::Category(code) => leaves(categories)
                .position(|category| category.code == *code)
                .map_or(Unknown::Undeterminable, Unknown::Category),
        },
    };
    // Where the category at a place of the classifier stands in the file.
    let place = |category: usize| {
        let code = &leaves(categories).nth(category)?.code;
        let (_, at) = categories.iter().zip(places).find(|(category, _)| category.code == *code)?;
        Some((code.as_str(), *at))
    };
    match Classifier::compile(&text, attributes) {
        Ok(classifier) => {
            overlaps(&classifier, at, attributes, place, remarks);
            Some((classifier, mode))
        }
        Err(faults) => {
            remarks.extend(faults.iter().map(|fault| classifier_fault(fault, &text, at, place)));
            None
        }
    }
}

/// Categories that were said to exclude each other, and of which both rules can be true.
fn overlaps<'a>(
    classifier: &Classifier,
    at: At<'a>,
    attributes: &Attributes,
    place: impl Fn(usize) -> Option<(&'a str, At<'a>)>,
    remarks: &mut Vec<Remark>,
) {
    if at.word("mode") != Some("exclusive") {
        return;
    }
    for ((first, second), example) in &classifier.possible().overlaps {
        let Some((_, category)) = place(usize::from(*second)) else { continue };
        let name = |number: u8| classifier.name(Class::Category(number)).unwrap_or_default().to_owned();
        let example: Vec<String> = example
            .iter()
            .filter_map(|(place, cell)| Some(format!("{} = {}", attributes.get(*place)?.name, written(cell)?)))
            .collect();
        let remark = Remark::warning("categories-overlap", category.place_of("rule"));
        remarks.push(remark.with("one", name(*first)).with("other", name(*second)).with("example", example.join(", ")));
    }
}

/// An invented value as people write it in a file of invented persons; no days, which need a calendar.
fn written(cell: &Cell) -> Option<String> {
    match cell {
        Cell::Missing => Some("NULL".to_owned()),
        Cell::Bool(yes) => Some(yes.to_string()),
        Cell::Number(number) => Some(number.to_string()),
        Cell::Date(_) => None,
        Cell::Text(text) => Some(text.clone()),
    }
}

fn classifier_fault<'a>(
    fault: &ClassifierFault,
    text: &ClassifierText,
    at: At<'a>,
    place: impl Fn(usize) -> Option<(&'a str, At<'a>)>,
) -> Remark {
    let of = |category: usize, rule: &'static str, key: &str| {
        let (code, at) = place(category).unwrap_or(("", at));
        Remark::error(rule, at.place_of(key)).with("category", code)
    };
    match fault {
        ClassifierFault::NoRules => Remark::error("version-without-rules", at.place_of("category")),
        ClassifierFault::TooManyCategories => {
            let remark = Remark::error("version-too-large", at.place_of("category")).with("kind", "categories");
            remark.with("most", MOST_CATEGORIES)
        }
        ClassifierFault::TooManyAttributes => {
            let remark = Remark::error("version-too-large", at.place_of("name")).with("kind", "attributes");
            remark.with("most", MOST_ATTRIBUTES)
        }
        // The two have been looked at before; the sentences fit nonetheless.
        ClassifierFault::Twice { category } => {
            let (code, at) = place(*category).unwrap_or(("", at));
            Remark::error("duplicate", at.place_of("code")).with("kind", "category").with("name", code)
        }
        ClassifierFault::UnknownCategory => {
            let name = at.word("missing-category").unwrap_or_default();
            unknown("version-category", name, at.word("name").unwrap_or_default(), [], at.place_of("missing-category"))
        }
        ClassifierFault::SecondWithoutRule { category } => of(*category, "second-without-rule", "code"),
        ClassifierFault::Unreachable { category } => of(*category, "category-unreachable", "code"),
        ClassifierFault::Rule { category, fault } => {
            let at = place(*category).map_or(at, |(_, at)| at);
            let rule = text.categories.get(*category).and_then(|category| category.rule.as_deref());
            rule_fault(fault, rule.unwrap_or_default(), at, "rule")
        }
    }
}

/// A fault of a rule, at its place within the text of the file.
pub(crate) fn rule_fault(fault: &Fault, text: &str, at: At<'_>, key: &str) -> Remark {
    let place = match at.node.get(key) {
        Some(node) if matches!(node.value, Value::Text(_)) => {
            Place::Span(at.document.path.to_owned(), within(at.document.text, node.span, text, &fault.at))
        }
        _ => at.place(),
    };
    let remark = |word: &str, other: &str| {
        let remark = Remark::error("rule", place.clone()).with("problem", fault.kind.key());
        remark.with("word", word).with("other", other)
    };
    match &fault.kind {
        FaultKind::Syntax { found } if found.is_empty() => {
            Remark::error("rule", place.clone()).with("problem", "ends").with("word", "").with("other", "")
        }
        FaultKind::Syntax { found } => remark(found, ""),
        FaultKind::UnknownAttribute { name, nearest } | FaultKind::UnknownFunction { name, nearest } => {
            hinted(remark(name, ""), nearest.as_deref())
        }
        FaultKind::UnknownCode { code, nearest } => hinted(remark(code, ""), nearest.as_deref()),
        FaultKind::ArgumentCount { function, given } => Remark::error("rule", place.clone())
            .with("problem", fault.kind.key())
            .with("word", function.as_str())
            .with("other", *given),
        FaultKind::NotBoolean { found } => remark(kind(*found), ""),
        FaultKind::WrongKind { needed, found } => remark(kind(*needed), kind(*found)),
        FaultKind::DifferentKinds { left, right } => remark(kind(*left), kind(*right)),
        _ => remark("", ""),
    }
}

/// The name of a kind in remarks; sentences are chosen by it.
fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::Bool => "boolean",
        Kind::Int => "whole",
        Kind::Decimal => "decimal",
        Kind::Text => "text",
        Kind::Date => "date",
        Kind::Null => "null",
    }
}

/// What is wrong with an attribute, at each place where its name stands.
pub(crate) fn attribute_fault(fault: &AttributeFault, at: At<'_>) -> Vec<Remark> {
    let (problem, name) = match fault {
        AttributeFault::Name(name) => ("name", name),
        AttributeFault::Reserved(name) => ("reserved", name),
        AttributeFault::Twice(name) => ("twice", name),
        AttributeFault::Type(name) => ("type", name),
    };
    let own = ["parent1_", "parent2_"].iter().find_map(|prefix| name.strip_prefix(prefix)).unwrap_or(name);
    let named = |at: &At<'_>| at.word("name") == Some(name) || at.word("name") == Some(own);
    let remark =
        |at: At<'_>| Remark::error("attribute", at.place_of("name")).with("problem", problem).with("name", own);
    at.list("attribute").filter(named).map(remark).collect()
}
