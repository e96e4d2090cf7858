//! Editions that take the place of another one: links to and fro, over what lies on disk.

use std::{collections::BTreeMap, fs, io, path::Path};

use catalogue::model::Edition;
use rendering::Neighbour;

use super::Context;
use crate::{atomic, trouble::Trouble};

/// The edition before, with the files of its site; none if it was never published here.
pub(super) fn earlier(context: &Context<'_>, edition: &Edition) -> Result<Neighbour, Trouble> {
    let files = read(&context.workspace.edition_folder(edition).join("site"))?.into_keys().collect();
    Ok(Neighbour { title: edition.title.clone(), address: edition.address.clone(), files })
}

/// Says on every page of the site before that a newer edition has come.
pub(super) fn follow<'f>(
    context: &Context<'_>,
    earlier: &Edition,
    later: &Edition,
    files: impl Iterator<Item = &'f String>,
) -> Result<(), Trouble> {
    let folder = context.workspace.edition_folder(earlier).join("site");
    let mut site = read(&folder)?;
    if site.is_empty() {
        return Ok(());
    }
    let later =
        Neighbour { title: later.title.clone(), address: later.address.clone(), files: files.cloned().collect() };
    for (path, bytes) in &mut site {
        let page = std::str::from_utf8(bytes).ok().filter(|_| path.ends_with(".html"));
        if let Some(followed) = page.and_then(|page| rendering::follow(path, page, &later)) {
            *bytes = followed.into_bytes();
        }
    }
    atomic::replace_folder(&folder, &site)
}

/// All files below a folder by their paths with `/`; nothing if the folder is not there.
fn read(folder: &Path) -> Result<BTreeMap<String, Vec<u8>>, Trouble> {
    let mut found = BTreeMap::new();
    let mut waiting = vec![(folder.to_owned(), String::new())];
    while let Some((folder, prefix)) = waiting.pop() {
        let failed = || Trouble::file("read", &folder);
        let entries = match fs::read_dir(&folder) {
            Err(cause) if cause.kind() == io::ErrorKind::NotFound && prefix.is_empty() => continue,
            other => other.map_err(failed())?,
        };
        for entry in entries {
            let entry = entry.map_err(failed())?;
            let path = format!("{prefix}{}", entry.file_name().to_string_lossy());
            if entry.file_type().map_err(failed())?.is_dir() {
                waiting.push((entry.path(), format!("{path}/")));
            } else {
                found.insert(path, fs::read(entry.path()).map_err(failed())?);
            }
        }
    }
    Ok(found)
}
