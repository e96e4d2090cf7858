//! `mehrklang concept`: what concepts there are, who counts by which version, and the rules tried on invented persons.

mod apply;
mod compare;
mod persons;
mod released;
mod show;

use std::{collections::BTreeMap, path::PathBuf};

use catalogue::{
    Files, Place, Remark,
    model::{Audience, Concept, Version},
    remark::has_errors,
};
use serde_json::{Value, json};
use words::Arg;

use super::{Context, Outcome, unknown};
use crate::{atomic, library, trouble::Trouble};

/// What is asked of concepts.
pub(crate) enum Asked {
    /// All concepts with their versions.
    List,
    /// A concept in words, or one version of it.
    Show { name: String, version: Option<String> },
    /// A version tried on a file of invented persons.
    Apply { name: String, version: Option<String>, persons: PathBuf },
    /// Versions of a concept or of an indicator side by side: on a file of invented persons, else as they were released
    /// for an audience.
    Compare { name: String, versions: Vec<String>, persons: Option<PathBuf>, audience: Audience },
    /// A concept of the program copied into the monitoring.
    Add { name: String },
}

pub(crate) fn concept(context: &mut Context<'_>, asked: &Asked) -> Result<Outcome, Trouble> {
    match asked {
        Asked::List => list(context),
        Asked::Show { name, version } => {
            let mut found = match find(context, name)? {
                Ok(found) => found,
                Err(outcome) => return Ok(outcome),
            };
            match version.as_deref().map(|version| named(&found.concept, version)) {
                None => Ok(show::concept(context, found)),
                Some(Ok(version)) => Ok(show::version(context, &found, version)),
                Some(Err(remark)) => Ok(found.refuse(remark)),
            }
        }
        Asked::Apply { name, version, persons } => {
            let mut found = match find(context, name)? {
                Ok(found) => found,
                Err(outcome) => return Ok(outcome),
            };
            match chosen(&found.concept, version.as_deref()) {
                Ok(version) => apply::apply(context, &found, version, persons),
                Err(remark) => Ok(found.refuse(remark)),
            }
        }
        Asked::Compare { name, versions, persons, audience } => {
            let mut found = match find(context, name)? {
                Ok(found) => found,
                Err(outcome) if persons.is_some() => return Ok(outcome),
                Err(outcome) => {
                    let of_indicator = released::of_indicator(context, name, versions, *audience)?;
                    return Ok(of_indicator.unwrap_or(outcome));
                }
            };
            let known =
                found.concept.versions.iter().map(|version| version.name.as_str()).collect::<Vec<_>>().join(",");
            if versions.len() < 2 {
                let remark = Remark::error("versions-needed", Place::Monitoring).with("versions", known);
                return Ok(found.refuse(remark));
            }
            match versions.iter().map(|version| named(&found.concept, version)).collect::<Result<Vec<_>, _>>() {
                Ok(versions) => match persons {
                    Some(persons) => compare::compare(context, &found, &versions, persons),
                    None => released::of_concept(context, &found.concept, &versions, *audience),
                },
                Err(remark) => Ok(found.refuse(remark)),
            }
        }
        Asked::Add { name } => add(context, name),
    }
}

/// A concept and the file from which it was read.
struct Found {
    concept: Concept,
    /// Whether it is the monitoring's own.
    own: bool,
    files: Files,
    remarks: Vec<Remark>,
}

impl Found {
    /// Stops with a remark about what was asked.
    fn refuse(&mut self, remark: Remark) -> Outcome {
        let mut remarks = std::mem::take(&mut self.remarks);
        remarks.push(remark);
        Outcome { text: String::new(), json: json!({}), remarks, files: std::mem::take(&mut self.files) }
    }
}

/// The files of all concepts by name: those of the monitoring before those of the program.
fn files(context: &mut Context<'_>) -> Result<BTreeMap<String, (bool, String, String)>, Trouble> {
    context.stage("definitions");
    let mut files: BTreeMap<String, (bool, String, String)> = library::concepts()
        .iter()
        .map(|(name, text)| ((*name).to_owned(), (false, format!("concepts/{name}.toml"), (*text).to_owned())))
        .collect();
    let (own, _) = context.workspace.definitions()?;
    for (path, text) in own {
        if let Some(name) = path.strip_prefix("open/concepts/").and_then(|file| file.strip_suffix(".toml")) {
            files.insert(name.to_owned(), (true, path.clone(), text));
        }
    }
    Ok(files)
}

/// Reads one concept; else what stops the command.
fn find(context: &mut Context<'_>, name: &str) -> Result<Result<Found, Outcome>, Trouble> {
    let files = files(context)?;
    let (Some((own, path, text)), Ok(parsed)) = (files.get(name), name.parse()) else {
        let remark = unknown("unknown-concept-asked", name, files.keys().map(String::as_str));
        let outcome = Outcome { text: String::new(), json: json!({}), remarks: vec![remark], files: Files::default() };
        return Ok(Err(outcome));
    };
    let (concept, remarks) = catalogue::read_concept(&parsed, path, text, false);
    let files = Files::from([(path.clone(), text.clone())]);
    Ok(match concept {
        Some(concept) => Ok(Found { concept, own: *own, files, remarks }),
        None => Err(Outcome { text: String::new(), json: json!({}), remarks, files }),
    })
}

/// The version of this name, else the remark that there is none.
fn named(concept: &Concept, name: &str) -> Result<usize, Remark> {
    let names = || concept.versions.iter().map(|version| version.name.as_str());
    names().position(|known| known == name).ok_or_else(|| unknown("unknown-version-asked", name, names()))
}

/// The version asked for; the only one if none is.
fn chosen(concept: &Concept, name: Option<&str>) -> Result<usize, Remark> {
    match name {
        Some(name) => named(concept, name),
        None if concept.versions.len() == 1 => Ok(0),
        None => {
            let names: Vec<&str> = concept.versions.iter().map(|version| version.name.as_str()).collect();
            let remark = Remark::error("version-needed", Place::Monitoring).with("concept", concept.name.as_str());
            Err(remark.with("versions", names.join(", ")))
        }
    }
}

fn list(context: &mut Context<'_>) -> Result<Outcome, Trouble> {
    let language = context.words.language();
    let (mut text, mut rows, mut remarks, mut sources) = (String::new(), Vec::new(), Vec::new(), Files::default());
    for (name, (own, path, file)) in files(context)? {
        // A file whose name is none is remarked by `check`.
        let Ok(parsed) = name.parse() else { continue };
        let (concept, found) = catalogue::read_concept(&parsed, &path, &file, false);
        remarks.extend(found);
        sources.insert(path, file);
        let Some(concept) = concept else { continue };
        let key = if own { "concept-list-own" } else { "concept-list" };
        text += &context.say(key, &[("name", Arg::Text(&name)), ("title", Arg::Text(concept.title.get(language)))]);
        for version in &concept.versions {
            let args = [
                ("name", Arg::Text(version.name.as_str())),
                ("title", Arg::Text(version.title.get(language))),
                ("issuer", Arg::Text(version.issuer.get(language))),
            ];
            text += &context.say("concept-list-version", &args);
        }
        let versions: Vec<Value> = concept.versions.iter().map(|version| brief(context, version)).collect();
        rows.push(json!({ "name": name, "title": concept.title.get(language), "own": own, "versions": versions }));
    }
    Ok(Outcome { text, json: json!({ "concepts": rows }), remarks, files: sources })
}

fn brief(context: &Context<'_>, version: &Version) -> Value {
    let language = context.words.language();
    json!({
        "name": version.name.as_str(),
        "title": version.title.get(language),
        "issuer": version.issuer.get(language),
        "valid-from": version.valid_from.map(|period| period.to_string()),
        "valid-to": version.valid_to.map(|period| period.to_string()),
    })
}

/// Copies a concept of the program; a file that is there already is never written over.
fn add(context: &mut Context<'_>, name: &str) -> Result<Outcome, Trouble> {
    let mut outcome = Outcome { text: String::new(), json: json!({}), remarks: Vec::new(), files: Files::default() };
    let Some(text) = library::concept(name) else {
        let names = library::concepts().iter().map(|(name, _)| *name);
        outcome.remarks.push(unknown("unknown-concept-asked", name, names));
        return Ok(outcome);
    };
    let definitions = context.workspace.definitions()?;
    if !definitions.0.contains_key("open/monitoring.toml") {
        outcome.remarks.push(Remark::error("no-monitoring", Place::Monitoring).hinted());
        return Ok(outcome);
    }
    let file = format!("open/concepts/{name}.toml");
    match definitions.0.get(&file) {
        Some(there) if there != text => {
            outcome.remarks.push(Remark::error("concept-there", Place::File(file.clone())).with("file", &*file));
        }
        Some(_) => {}
        None => atomic::write_file(&context.workspace.root.join(&file), text.as_bytes())?,
    }
    if !has_errors(&outcome.remarks) {
        outcome.text = context.say("concept-added", &[("file", Arg::Text(&file))]);
        outcome.json = json!({ "file": file });
    }
    Ok(outcome)
}
