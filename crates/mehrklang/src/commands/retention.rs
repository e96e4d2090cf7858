//! `mehrklang retention`: how long extracts of registers may be kept, and their deletion. What was counted of them
//! stays, so that releases can be produced as before; that and when they were deleted is kept on record.

use std::fs;

use catalogue::{Place, Remark, remark::has_errors};
use production::{Contents, Delivery};
use serde_json::json;
use words::Arg;

use super::{Context, Definitions, Outcome, unknown};
use crate::{
    atomic,
    trouble::Trouble,
    workspace::{COUNTED, Extract},
};

/// The record of deletions, behind the wall: one line a deleted extract.
const RECORD: &str = "deleted-extracts.csv";
const HEAD: &str = "deleted;by;source;folder;file;sha-256;reference-date;received;keep-until";

/// What is asked for.
pub(crate) struct Asked<'a> {
    /// The day that counts, ISO 8601.
    pub(crate) on: &'a str,
    /// Whether to delete.
    pub(crate) delete: bool,
    /// Who deletes.
    pub(crate) by: &'a str,
    /// Folders below the monitoring; none: all that are due.
    pub(crate) folders: &'a [String],
}

/// Lists extracts with their days, or deletes those that are due or asked for.
pub(crate) fn retention(context: &mut Context<'_>, asked: &Asked<'_>) -> Result<Outcome, Trouble> {
    let extracts = context.workspace.extracts()?;
    if !asked.delete {
        return Ok(list(context, asked, &extracts));
    }
    let _lock = context.workspace.lock()?;
    let mut definitions = context.definitions()?;
    for name in asked.folders.iter().filter(|name| !extracts.iter().any(|one| one.is(name))) {
        let known = extracts.iter().map(|one| one.folder.as_str());
        definitions.remarks.push(unknown("unknown-extract", name, known));
    }
    if definitions.catalogue.is_none() || has_errors(&definitions.remarks) {
        return Ok(definitions.stop());
    }
    let (mut text, mut deleted) = (String::new(), Vec::new());
    for extract in extracts.iter().filter(|one| one.file.is_some() && asked.means(one)) {
        if delete(context, &mut definitions, asked, extract)? {
            text += &context.say("retention-deleted", &[("folder", Arg::Text(&extract.folder))]);
            deleted.push(extract.folder.clone());
        }
    }
    if deleted.is_empty() && !has_errors(&definitions.remarks) {
        text = context.say("retention-nothing", &[]);
    }
    Ok(Outcome { text, json: json!({ "deleted": deleted }), ..definitions.stop() })
}

impl Extract {
    fn is(&self, folder: &str) -> bool {
        self.folder == folder.trim_end_matches('/')
    }

    /// Whether the last day on which it may be kept has passed. Days as ISO 8601 sort as they follow each other.
    fn is_due(&self, on: &str) -> bool {
        self.keep_until.as_str() < on
    }
}

impl Asked<'_> {
    fn means(&self, extract: &Extract) -> bool {
        match self.folders {
            [] => extract.is_due(self.on),
            folders => folders.iter().any(|folder| extract.is(folder)),
        }
    }
}

fn list(context: &Context<'_>, asked: &Asked<'_>, extracts: &[Extract]) -> Outcome {
    let state = |extract: &Extract| match (&extract.file, extract.is_due(asked.on)) {
        (None, _) => "deleted",
        (Some(_), true) => "due",
        (Some(_), false) => "kept",
    };
    let line = |extract: &Extract| {
        context.say(
            "retention-line",
            &[
                ("folder", Arg::Text(&extract.folder)),
                ("file", Arg::Text(&extract.name)),
                ("until", Arg::Text(&extract.keep_until)),
                ("state", Arg::Text(state(extract))),
            ],
        )
    };
    let row = |extract: &Extract| {
        json!({
            "source": extract.source,
            "folder": extract.folder,
            "file": extract.name,
            "keep-until": extract.keep_until,
            "state": state(extract),
        })
    };
    let mut text: String = extracts.iter().map(line).collect();
    if extracts.is_empty() {
        text = context.say("retention-none", &[]);
    }
    let rows: Vec<_> = extracts.iter().map(row).collect();
    Outcome { text, json: json!({ "extracts": rows }), remarks: Vec::new(), files: Default::default() }
}

/// Keeps the counts, writes the record, and only then deletes: a run that is killed in between deletes nothing that was
/// not counted, and the next one finishes it.
fn delete(
    context: &mut Context<'_>,
    definitions: &mut Definitions,
    asked: &Asked<'_>,
    extract: &Extract,
) -> Result<bool, Trouble> {
    let (Some(catalogue), Some(file)) = (&definitions.catalogue, &extract.file) else { return Ok(false) };
    let Ok(source) = extract.source.parse() else { return Ok(false) };
    let folder = context.workspace.root.join(&extract.folder);
    let counted = folder.join(COUNTED);
    if !counted.exists() {
        let bytes = fs::read(file).map_err(Trouble::file("read", file))?;
        let delivery = Delivery {
            source,
            received: extract.received.clone(),
            file: format!("{}/{}", extract.folder, extract.name),
            contents: Contents::Given(&bytes),
            corrections: None,
            birth_places: context.workspace.birth_places()?,
            counted: false,
        };
        let (counts, remarks) = production::counts(catalogue, &delivery);
        definitions.remarks.extend(remarks);
        let Some(counts) = counts else {
            let remark = Remark::error("extract-not-counted", Place::File(delivery.file)).hinted();
            definitions.remarks.push(remark);
            return Ok(false);
        };
        atomic::write_file(&counted, counts.as_bytes())?;
    }
    record(context, asked, extract)?;
    fs::remove_file(file).map_err(Trouble::file("write", file))?;
    Ok(true)
}

/// Adds a line to the record.
fn record(context: &Context<'_>, asked: &Asked<'_>, extract: &Extract) -> Result<(), Trouble> {
    let path = context.workspace.root.join("shielded").join(RECORD);
    let mut text = match fs::read_to_string(&path) {
        Ok(text) => text,
        Err(cause) if cause.kind() == std::io::ErrorKind::NotFound => format!("{HEAD}\n"),
        Err(cause) => return Err(Trouble::file("read", &path)(cause)),
    };
    let cells = [
        asked.on,
        asked.by,
        &extract.source,
        &extract.folder,
        &extract.name,
        &extract.fingerprint,
        &extract.reference_date,
        &extract.received,
        &extract.keep_until,
    ];
    let plain = |cell: &&str| cell.replace([';', '\n', '\r', '"'], " ");
    text += &cells.iter().map(plain).collect::<Vec<_>>().join(";");
    text.push('\n');
    atomic::write_file(&path, text.as_bytes())
}
