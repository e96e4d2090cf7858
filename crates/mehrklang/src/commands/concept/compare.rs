//! `mehrklang concept compare`: who is counted by one version and not by another, and why.

use std::{
    collections::{BTreeMap, BTreeSet},
    path::Path,
};

use catalogue::model::{Comparable, Concept, Version};
use serde_json::{Value, json};
use words::Arg;

use super::{
    Found,
    apply::{Answer, answers, asked, json_of, read, reasoned},
};
use crate::{
    commands::{Context, Outcome},
    trouble::Trouble,
};

pub(super) fn compare(
    context: &mut Context<'_>,
    found: &Found,
    versions: &[usize],
    path: &Path,
) -> Result<Outcome, Trouble> {
    let concept = &found.concept;
    let mut outcome =
        Outcome { text: String::new(), json: json!({}), remarks: found.remarks.clone(), files: found.files.clone() };
    let versions: Vec<&Version> = versions.iter().filter_map(|place| concept.versions.get(*place)).collect();
    let asked: BTreeSet<String> = versions.iter().flat_map(|version| asked(concept, version)).collect();
    let Some(persons) = read(concept, &asked, path, &mut outcome.remarks)? else { return Ok(outcome) };
    let answered: Vec<(&Version, Vec<Answer>)> =
        versions.into_iter().map(|version| (version, answers(concept, version, &persons))).collect();
    let mut pairs = Vec::new();
    for (place, first) in answered.iter().enumerate() {
        for second in answered.iter().skip(place + 1) {
            let (text, json) = pair(context, concept, first, second);
            outcome.text += &text;
            pairs.push(json);
        }
    }
    outcome.json = json!({ "concept": concept.name.as_str(), "pairs": pairs });
    Ok(outcome)
}

/// Where a person belongs as far as two versions can be compared: the broadest category, or why there is none.
fn place(version: &Version, answer: &Answer) -> String {
    let category = answer.code.as_deref().and_then(|code| version.category(code));
    category.map_or_else(|| answer.class.to_owned(), |category| version.broadest(category).code.to_string())
}

/// The title of a place.
fn title(context: &Context<'_>, version: &Version, place: &str) -> String {
    match version.category(place) {
        Some(category) => category.title.get(context.words.language()).to_owned(),
        None => context.words.say("concept-class", &[("class", Arg::Text(place)), ("category", Arg::Text(""))]),
    }
}

fn pair(
    context: &Context<'_>,
    concept: &Concept,
    (one, ours): &(&Version, Vec<Answer>),
    (other, theirs): &(&Version, Vec<Answer>),
) -> (String, Value) {
    let language = context.words.language();
    let (how, reason) = match concept.comparable(&one.name, &other.name) {
        Comparable::Same => ("same", None),
        Comparable::Similar { reason } => ("similar", Some(reason)),
        Comparable::Not { reason: Some(reason) } => ("not", Some(reason)),
        Comparable::Not { reason: None } => ("unsaid", None),
    };
    let mut cross: BTreeMap<(String, String), usize> = BTreeMap::new();
    let mut differ = Vec::new();
    for (a, b) in ours.iter().zip(theirs) {
        let (here, there) = (place(one, a), place(other, b));
        // Who is not covered by one of them cannot be counted differently.
        if here != there && a.class != "not-covered" && b.class != "not-covered" {
            differ.push((a, b));
        }
        *cross.entry((here, there)).or_default() += 1;
    }
    let names = [("one", Arg::Text(one.title.get(language))), ("other", Arg::Text(other.title.get(language)))];
    let mut text = context.say("concept-compare-head", &names);
    let reason = reason.map_or("", |reason| reason.get(language));
    let version = Arg::Text(other.name.as_str());
    text += &context
        .say("concept-comparable", &[("version", version), ("how", Arg::Text(how)), ("reason", Arg::Text(reason))]);
    for ((here, there), count) in &cross {
        let (one, other) = (title(context, one, here), title(context, other, there));
        let args = [("one", Arg::Text(&one)), ("other", Arg::Text(&other)), ("count", Arg::from(*count))];
        text += &context.say("concept-compare-cell", &args);
    }
    for (a, b) in &differ {
        let row = Arg::Count(i64::try_from(a.row).unwrap_or(i64::MAX));
        let (one, other) = (reasoned(context, concept, one, a), reasoned(context, concept, other, b));
        text += &context
            .say("concept-compare-row", &[("row", row), ("one", Arg::Text(&one)), ("other", Arg::Text(&other))]);
    }
    text += "\n";
    let cells: Vec<Value> =
        cross.iter().map(|((one, other), count)| json!({ "one": one, "other": other, "persons": count })).collect();
    let rows: Vec<Value> =
        differ.iter().map(|(a, b)| json!({ "row": a.row, "one": json_of(a), "other": json_of(b) })).collect();
    let json = json!({
        "one": one.name.as_str(),
        "other": other.name.as_str(),
        "comparable": how,
        "reason": reason,
        "cells": cells,
        "differ": rows,
    });
    (text, json)
}
