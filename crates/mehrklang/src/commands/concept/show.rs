//! `mehrklang concept show`: a concept and its versions in words.

use catalogue::model::{Comparable, Concept, ConceptCategory, LocalText, Missing, Version};
use serde_json::{Value, json};
use words::Arg;

use super::{Found, brief};
use crate::commands::{Context, Outcome};

/// The concept; with its version, if there is only one.
pub(super) fn concept(context: &Context<'_>, found: Found) -> Outcome {
    let language = context.words.language();
    if found.concept.versions.len() == 1 {
        return version(context, &found, 0);
    }
    let mut text = head(context, &found.concept);
    for version in &found.concept.versions {
        let args = [
            ("name", Arg::Text(version.name.as_str())),
            ("title", Arg::Text(version.title.get(language))),
            ("issuer", Arg::Text(version.issuer.get(language))),
        ];
        text += &context.say("concept-list-version", &args);
    }
    let mut json = json_of(context, &found);
    json["versions"] = found.concept.versions.iter().map(|version| brief(context, version)).collect();
    Outcome { text, json, remarks: found.remarks, files: found.files }
}

/// One version with its rule.
pub(super) fn version(context: &Context<'_>, found: &Found, place: usize) -> Outcome {
    let concept = &found.concept;
    let mut outcome =
        Outcome { text: String::new(), json: json_of(context, found), remarks: Vec::new(), files: Default::default() };
    outcome.remarks.clone_from(&found.remarks);
    outcome.files.clone_from(&found.files);
    let Some(version) = concept.versions.get(place) else { return outcome };
    outcome.text = head(context, concept) + &body(context, concept, version);
    outcome.json["version"] = json_of_version(context, concept, version);
    outcome
}

fn line(context: &Context<'_>, key: &str, text: &str) -> String {
    context.say(key, &[("text", Arg::Text(text))])
}

fn head(context: &Context<'_>, concept: &Concept) -> String {
    let says = |text: &LocalText| text.get(context.words.language()).to_owned();
    line(context, "concept-head", &format!("{} ({})", says(&concept.title), concept.name))
        + &line(context, "concept-purpose", &says(&concept.purpose))
        + &line(context, "concept-criticism", &says(&concept.criticism))
        + "\n"
}

fn body(context: &Context<'_>, concept: &Concept, version: &Version) -> String {
    let language = context.words.language();
    let says = |key: &str, text: &LocalText| line(context, key, text.get(language));
    let mut text = line(context, "concept-version", &format!("{} ({})", version.title.get(language), version.name));
    text += &says("concept-issuer", &version.issuer);
    text += &says("concept-source", &version.source);
    text += &version.address.as_ref().map_or(String::new(), |address| line(context, "concept-address", address));
    if version.valid_from.is_some() || version.valid_to.is_some() {
        let period = |period: Option<catalogue::Period>| period.map_or("…".to_owned(), |period| period.to_string());
        let valid = format!("{} – {}", period(version.valid_from), period(version.valid_to));
        text += &line(context, "concept-valid", &valid);
    }
    text += &version.population.as_ref().map_or(String::new(), |population| says("concept-population", population));
    if let Some(covers) = &version.covers {
        text += &line(context, "concept-covers", covers.text());
    }
    text += &context.say(
        "concept-missing",
        &[("how", Arg::Text(missing_word(version))), ("category", Arg::Text(&missing_title(context, version)))],
    );
    text += "\n";
    for category in &version.categories {
        text += &category_lines(context, version, category);
    }
    text += "\n";
    text += &line(context, "concept-attributes", &asked(context, concept, version).join("; "));
    text += &says("concept-limits", &version.limits);
    text += &version.criticism.as_ref().map_or(String::new(), |criticism| says("concept-criticism-version", criticism));
    for other in concept.versions.iter().filter(|other| other.name != version.name) {
        if let Some((how, reason)) = likeness(concept, version, other) {
            let args = [
                ("version", Arg::Text(other.name.as_str())),
                ("how", Arg::Text(how)),
                ("reason", Arg::Text(reason.map_or("", |reason| reason.get(language)))),
            ];
            text += &context.say("concept-comparable", &args);
        }
    }
    text += &context.say("concept-not-said", &[]);
    text
}

fn category_lines(context: &Context<'_>, version: &Version, category: &ConceptCategory) -> String {
    let title = category.title.get(context.words.language());
    let args = [("code", Arg::Text(category.code.as_str())), ("title", Arg::Text(title))];
    let broader = version.categories.iter().any(|other| other.parent.as_ref() == Some(&category.code));
    let by_missing = matches!(&version.missing, Missing::Category(code) if *code == category.code);
    match &category.rule {
        Some(rule) => {
            let indented: String = rule.trim().lines().map(|line| format!("        {line}\n")).collect();
            context.say("concept-category", &args) + &indented
        }
        None if broader => context.say("concept-category-broader", &args),
        None if by_missing => context.say("concept-category-missing", &args),
        None => context.say("concept-category-rest", &args),
    }
}

fn missing_word(version: &Version) -> &'static str {
    match version.missing {
        Missing::Undeterminable => "undeterminable",
        Missing::CountsAsFalse => "counts-as-false",
        Missing::Category(_) => "category",
    }
}

fn missing_title(context: &Context<'_>, version: &Version) -> String {
    let Missing::Category(code) = &version.missing else { return String::new() };
    let category = version.category(code.as_str());
    category.map_or_else(|| code.to_string(), |category| category.title.get(context.words.language()).to_owned())
}

/// The titles of the attributes that the version asks for, weak ones marked.
fn asked(context: &Context<'_>, concept: &Concept, version: &Version) -> Vec<String> {
    let names = super::apply::asked(concept, version);
    names.iter().map(|name| super::apply::title(context, concept, name)).collect()
}

/// What has been said about two versions.
fn likeness<'a>(
    concept: &'a Concept,
    version: &Version,
    other: &Version,
) -> Option<(&'static str, Option<&'a LocalText>)> {
    match concept.comparable(&version.name, &other.name) {
        Comparable::Same => Some(("same", None)),
        Comparable::Similar { reason } => Some(("similar", Some(reason))),
        Comparable::Not { reason: Some(reason) } => Some(("not", Some(reason))),
        Comparable::Not { reason: None } => None,
    }
}

fn json_of(context: &Context<'_>, found: &Found) -> Value {
    let (language, concept) = (context.words.language(), &found.concept);
    json!({
        "name": concept.name.as_str(),
        "own": found.own,
        "title": concept.title.get(language),
        "purpose": concept.purpose.get(language),
        "criticism": concept.criticism.get(language),
    })
}

fn json_of_version(context: &Context<'_>, concept: &Concept, version: &Version) -> Value {
    let language = context.words.language();
    let text = |text: &Option<LocalText>| text.as_ref().map(|text| text.get(language).to_owned());
    let mut json = brief(context, version);
    json["source"] = json!(version.source.get(language));
    json["address"] = json!(version.address);
    json["population"] = json!(text(&version.population));
    json["covers"] = json!(version.covers.as_ref().map(|rule| rule.text()));
    json["missing"] = json!(missing_word(version));
    json["limits"] = json!(version.limits.get(language));
    json["criticism"] = json!(text(&version.criticism));
    json["attributes"] = json!(super::apply::asked(concept, version));
    let categories = version.categories.iter().map(|category| {
        json!({
            "code": category.code.as_str(),
            "title": category.title.get(language),
            "parent": category.parent.as_ref().map(|parent| parent.as_str()),
            "rule": category.rule,
        })
    });
    json["categories"] = categories.collect();
    let others = concept.versions.iter().filter(|other| other.name != version.name).map(|other| {
        let (how, reason) = likeness(concept, version, other).unwrap_or(("not", None));
        json!({ "with": other.name.as_str(), "how": how, "reason": reason.map(|reason| reason.get(language)) })
    });
    json["comparable"] = others.collect();
    json
}
