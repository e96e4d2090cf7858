//! `mehrklang receive`: takes in deliveries. Read, checked, laid down unchanged with a receipt, behind the wall.

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
};

use catalogue::{Remark, names::SourceName, remark::has_errors};
use production::{Contents, Delivery, ReceiptFacts};
use serde_json::json;
use words::Arg;

use super::{Context, Definitions, Outcome, unknown};
use crate::{atomic, trouble::Trouble};

/// From whom and when.
pub(crate) struct Receiving<'a> {
    pub(crate) source: Option<&'a str>,
    pub(crate) received: &'a str,
    pub(crate) by: &'a str,
}

/// What became of one file.
pub(crate) enum Taken {
    /// Laid down in this folder below the monitoring.
    Here(String),
    /// The same bytes lie there already.
    Before(String),
    /// Refused; the remarks say why.
    Refused,
}

pub(crate) fn receive(
    context: &mut Context<'_>,
    receiving: &Receiving<'_>,
    files: &[PathBuf],
) -> Result<Outcome, Trouble> {
    let _lock = context.workspace.lock()?;
    let mut definitions = context.definitions()?;
    let Some(catalogue) = definitions.catalogue.take() else { return Ok(definitions.stop()) };
    let source = match (receiving.source, catalogue.sources.len()) {
        (Some(name), _) => catalogue.sources.keys().find(|source| source.as_str() == name),
        (None, 1) => catalogue.sources.keys().next(),
        (None, _) => None,
    };
    let Some(source) = source.cloned() else {
        let known = catalogue.sources.keys().map(SourceName::as_str);
        definitions.remarks.push(match receiving.source {
            Some(name) => unknown("unknown-source", name, known),
            None => Remark::error("source-needed", catalogue::Place::Monitoring)
                .with("sources", known.collect::<Vec<_>>().join(", ")),
        });
        return Ok(definitions.stop());
    };
    definitions.catalogue = Some(catalogue);
    let (mut text, mut json) = (String::new(), Vec::new());
    for file in files {
        let bytes = fs::read(file).map_err(Trouble::file("read", file))?;
        let name = file.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        let taken = take_in(context, &mut definitions, &source, receiving, &name, bytes)?;
        let (key, folder) = match &taken {
            Taken::Here(folder) => ("receive-done", folder.as_str()),
            Taken::Before(folder) => ("receive-before", folder.as_str()),
            Taken::Refused => ("receive-refused", ""),
        };
        text.push_str(&context.say(key, &[("file", Arg::Text(&name)), ("folder", Arg::Text(folder))]));
        json.push(json!({ "file": name, "folder": folder, "result": key.trim_start_matches("receive-") }));
    }
    Ok(Outcome {
        text,
        json: json!({ "source": source.as_str(), "files": json }),
        remarks: definitions.remarks,
        files: definitions.files,
    })
}

/// One file: read and checked; laid down with its receipt, or refused with remarks.
pub(crate) fn take_in(
    context: &mut Context<'_>,
    definitions: &mut Definitions,
    source: &SourceName,
    receiving: &Receiving<'_>,
    name: &str,
    bytes: Vec<u8>,
) -> Result<Taken, Trouble> {
    let Some(catalogue) = &definitions.catalogue else { return Ok(Taken::Refused) };
    if let Some(folder) = context.workspace.same_delivery(source, &bytes)? {
        return Ok(Taken::Before(folder));
    }
    context.stage("receive");
    let folder = context.workspace.next_delivery_folder(source, receiving.received);
    let delivery = Delivery {
        source: source.clone(),
        received: receiving.received.to_owned(),
        file: name.to_owned(),
        contents: Contents::Given(&bytes),
        corrections: None,
        birth_places: context.workspace.birth_places()?,
        counted: false,
    };
    let facts = ReceiptFacts { by: receiving.by.to_owned(), at: receiving.received.to_owned() };
    let (receipt, remarks) = production::receive(catalogue, &delivery, &facts);
    let refused = has_errors(&remarks);
    definitions.remarks.extend(remarks);
    let Some(receipt) = receipt.filter(|_| !refused) else { return Ok(Taken::Refused) };
    let files = BTreeMap::from([(name.to_owned(), bytes), ("receipt.toml".to_owned(), receipt.into_bytes())]);
    let parent = folder.parent().unwrap_or(Path::new("."));
    fs::create_dir_all(parent).map_err(Trouble::file("write", parent))?;
    atomic::create_folder(&folder, &files)?;
    Ok(Taken::Here(below(&context.workspace.root, &folder)))
}

fn below(root: &Path, folder: &Path) -> String {
    folder.strip_prefix(root).unwrap_or(folder).display().to_string()
}
