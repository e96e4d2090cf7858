//! `mehrklang concept apply`: a version tried on invented persons, with what decides each row.

use std::{collections::BTreeSet, fs, path::Path};

use catalogue::{
    Remark,
    model::{Concept, Version, Whose},
    remark::has_errors,
};
use rules::{Class, Explained, Truth};
use serde_json::{Value, json};
use words::Arg;

use super::{
    Found,
    persons::{self, Persons},
};
use crate::{
    commands::{Context, Outcome},
    trouble::Trouble,
};

/// Where a person of the file belongs, and why.
pub(super) struct Answer {
    /// Row in the file.
    pub(super) row: u64,
    /// Code of the category; nothing if the person belongs to none.
    pub(super) code: Option<String>,
    /// `category`, `nowhere`, `undeterminable`, `contradiction` or `not-covered`.
    pub(super) class: &'static str,
    /// Why: `decides`, `suffices` or `lacks`.
    pub(super) why: &'static str,
    /// The attributes of the reason.
    pub(super) attributes: Vec<String>,
    /// Whether exactly one weak attribute is among those that decide.
    pub(super) on_one_weak: bool,
}

pub(super) fn apply(context: &mut Context<'_>, found: &Found, version: usize, path: &Path) -> Result<Outcome, Trouble> {
    let mut outcome =
        Outcome { text: String::new(), json: json!({}), remarks: found.remarks.clone(), files: found.files.clone() };
    let Some(version) = found.concept.versions.get(version) else { return Ok(outcome) };
    let asked = asked(&found.concept, version).into_iter().collect();
    let Some(persons) = read(&found.concept, &asked, path, &mut outcome.remarks)? else { return Ok(outcome) };
    let answers = answers(&found.concept, version, &persons);
    let language = context.words.language();
    outcome.text = context.say("concept-version", &[("text", Arg::Text(version.title.get(language)))]);
    for answer in &answers {
        outcome.text += &sentence(context, &found.concept, version, answer);
    }
    outcome.text += "\n";
    outcome.text += &summary(context, version, &answers);
    outcome.json = json!({
        "concept": found.concept.name.as_str(),
        "version": version.name.as_str(),
        "persons": answers.iter().map(json_of).collect::<Vec<_>>(),
        "categories": counts(version, &answers).into_iter().map(|(code, count, weak)| {
            json!({ "code": code, "persons": count, "on-one-weak": weak })
        }).collect::<Vec<_>>(),
        "undeterminable": answers.iter().filter(|answer| answer.class == "undeterminable").count(),
    });
    Ok(outcome)
}

/// Reads the file; nothing if a remark about it is an error.
pub(super) fn read(
    concept: &Concept,
    asked: &BTreeSet<String>,
    path: &Path,
    remarks: &mut Vec<Remark>,
) -> Result<Option<Persons>, Trouble> {
    let bytes = fs::read(path).map_err(Trouble::file("read", path))?;
    let (persons, found) = persons::read(concept, asked, &path.display().to_string(), &bytes);
    remarks.extend(found);
    Ok(persons.filter(|_| !has_errors(remarks)))
}

/// The names of the attributes that a version asks for, in the order of the concept.
pub(super) fn asked(concept: &Concept, version: &Version) -> Vec<String> {
    let Ok(attributes) = concept.attributes() else { return Vec::new() };
    let mut places: Vec<usize> = version.classifier.attributes().to_vec();
    places.extend(version.covers.iter().flat_map(|rule| rule.attributes().iter().copied()));
    places.sort_unstable();
    places.dedup();
    places.iter().filter_map(|place| attributes.get(*place)).map(|attribute| attribute.name.clone()).collect()
}

/// Where everyone belongs.
pub(super) fn answers(concept: &Concept, version: &Version, persons: &Persons) -> Vec<Answer> {
    let Ok(table) = persons.buffer.table(&persons.attributes) else { return Vec::new() };
    let weak: Vec<usize> = persons
        .attributes
        .list()
        .iter()
        .enumerate()
        .filter(|(_, attribute)| concept.attribute(&attribute.name).is_some_and(|(attribute, _)| attribute.weak))
        .map(|(place, _)| place)
        .collect();
    let weak = version.classifier.set(&weak);
    let mut explainer = version.classifier.on(&table);
    let explained: Vec<Explained> = (0..table.batches()).flat_map(|batch| explainer.explain(batch, weak)).collect();
    let covered = version.covers.as_ref().map(|rule| rule.on(&table).all());
    let names = |set: u64| -> Vec<String> {
        (0u32..)
            .zip(version.classifier.attributes())
            .filter(|(bit, _)| set >> bit & 1 == 1)
            .filter_map(|(_, place)| persons.attributes.get(*place))
            .map(|attribute| attribute.name.clone())
            .collect()
    };
    let answer = |(number, (row, explained)): (usize, (&u64, &Explained))| {
        let is_covered = covered.as_ref().is_none_or(|all| all.get(number) == Some(&Truth::True));
        let (class, why, set) = match explained.class {
            _ if !is_covered => ("not-covered", "decides", 0),
            Class::Undeterminable => ("undeterminable", "lacks", explained.missing),
            Class::Nowhere => ("nowhere", "decides", explained.deciding),
            Class::Contradiction => ("contradiction", "decides", explained.deciding),
            Class::Category(_) if explained.deciding != 0 => ("category", "decides", explained.deciding),
            Class::Category(_) => ("category", "suffices", explained.sufficient),
        };
        let code = version.classifier.name(explained.class).filter(|_| is_covered);
        Answer {
            row: *row,
            code: code.map(str::to_owned),
            class,
            why,
            attributes: names(set),
            on_one_weak: class == "category" && (explained.deciding & weak).count_ones() == 1,
        }
    };
    persons.rows.iter().zip(&explained).enumerate().map(answer).collect()
}

/// What an attribute is called, with the parent whose it is.
pub(super) fn title(context: &Context<'_>, concept: &Concept, name: &str) -> String {
    let Some((attribute, parent)) = concept.attribute(name) else { return name.to_owned() };
    let title = attribute.title.get(context.words.language());
    let args = |number: u8| [("number", Arg::Count(i64::from(number))), ("title", Arg::Text(title))];
    let said = match parent {
        Some(number) => context.words.say("concept-of-parent", &args(number)),
        None if attribute.of == Whose::Both => context.words.say("concept-of-person", &[("title", Arg::Text(title))]),
        None => title.to_owned(),
    };
    if attribute.weak { context.words.say("concept-weak", &[("title", Arg::Text(&said))]) } else { said }
}

/// "mit Migrationshintergrund (entscheidend: …)"
pub(super) fn reasoned(context: &Context<'_>, concept: &Concept, version: &Version, answer: &Answer) -> String {
    let language = context.words.language();
    let category = answer.code.as_deref().and_then(|code| version.category(code));
    let category = category.map_or("", |category| category.title.get(language));
    let class =
        context.words.say("concept-class", &[("class", Arg::Text(answer.class)), ("category", Arg::Text(category))]);
    if answer.attributes.is_empty() {
        return class;
    }
    let titles: Vec<String> = answer.attributes.iter().map(|name| title(context, concept, name)).collect();
    let args =
        [("class", Arg::Text(&class)), ("why", Arg::Text(answer.why)), ("attributes", Arg::Text(&titles.join("; ")))];
    context.words.say("concept-reason", &args)
}

fn sentence(context: &Context<'_>, concept: &Concept, version: &Version, answer: &Answer) -> String {
    let row = i64::try_from(answer.row).unwrap_or(i64::MAX);
    let text = reasoned(context, concept, version, answer);
    context.say("concept-row", &[("row", Arg::Count(row)), ("text", Arg::Text(&text))])
}

/// Code, persons, and persons that hang on one weak attribute, of each category that people belong to directly.
fn counts<'a>(version: &'a Version, answers: &[Answer]) -> Vec<(&'a str, usize, usize)> {
    let of = |code: &'a String| {
        let mine = || answers.iter().filter(move |answer| answer.code.as_ref() == Some(code));
        (code.as_str(), mine().count(), mine().filter(|answer| answer.on_one_weak).count())
    };
    version.classifier.names().iter().map(of).collect()
}

fn summary(context: &Context<'_>, version: &Version, answers: &[Answer]) -> String {
    let language = context.words.language();
    let mut text = String::new();
    for (code, count, weak) in counts(version, answers) {
        let title = version.category(code).map_or(code, |category| category.title.get(language));
        let args = [("title", Arg::Text(title)), ("count", Arg::from(count)), ("weak", Arg::from(weak))];
        text += &context.say("concept-count", &args);
    }
    for class in ["undeterminable", "nowhere", "contradiction", "not-covered"] {
        let count = answers.iter().filter(|answer| answer.class == class).count();
        if count > 0 {
            let title = context.words.say("concept-class", &[("class", Arg::Text(class)), ("category", Arg::Text(""))]);
            let args = [("title", Arg::Text(&title)), ("count", Arg::from(count)), ("weak", Arg::Count(0))];
            text += &context.say("concept-count", &args);
        }
    }
    text
}

pub(super) fn json_of(answer: &Answer) -> Value {
    json!({
        "row": answer.row,
        "class": answer.class,
        "category": answer.code,
        "why": answer.why,
        "attributes": answer.attributes,
    })
}
