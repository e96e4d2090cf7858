//! Writing so that nothing half-written is ever found: to a temporary name, to the disk, then renamed.
//!
//! Temporary names begin with [`TEMPORARY`]; readers pass over them, and the next run that holds the lock removes
//! what a killed run has left.

use std::{
    collections::BTreeMap,
    fs,
    io::{self, Write},
    path::{Path, PathBuf},
};

use crate::trouble::Trouble;

/// Prefix of temporary names.
pub(crate) const TEMPORARY: &str = ".new-";
/// Prefix of folders that are about to be removed.
const OLD: &str = ".old-";

/// Writes a folder with all its files; it is there as a whole or not at all. `folder` must not exist.
pub(crate) fn create_folder(folder: &Path, files: &BTreeMap<String, Vec<u8>>) -> Result<(), Trouble> {
    let temporary = write_aside(folder, files)?;
    rename(&temporary, folder)
}

/// As [`create_folder`], for a folder that may exist: the old one gives way when the new one is complete.
pub(crate) fn replace_folder(folder: &Path, files: &BTreeMap<String, Vec<u8>>) -> Result<(), Trouble> {
    let temporary = write_aside(folder, files)?;
    let old = beside(folder, OLD);
    remove(&old)?;
    if folder.exists() {
        rename(folder, &old)?;
    }
    rename(&temporary, folder)?;
    remove(&old)
}

/// Writes one file; its folder is made where it is missing.
pub(crate) fn write_file(path: &Path, bytes: &[u8]) -> Result<(), Trouble> {
    let folder = path.parent().unwrap_or(Path::new("."));
    fs::create_dir_all(folder).map_err(Trouble::file("write", folder))?;
    let temporary = beside(path, TEMPORARY);
    write_through(&temporary, bytes)?;
    rename(&temporary, path)
}

/// Writes one file that must not exist yet, and waits until disk and folder hold it; `private` for the eyes of its owner
/// only.
pub(crate) fn create_file(path: &Path, bytes: &[u8], private: bool) -> Result<(), Trouble> {
    let folder = path.parent().unwrap_or(Path::new("."));
    fs::create_dir_all(folder).map_err(Trouble::file("write", folder))?;
    if path.exists() {
        return Err(Trouble::file("write", path)(io::ErrorKind::AlreadyExists.into()));
    }
    let temporary = beside(path, TEMPORARY);
    remove(&temporary)?;
    let mut options = fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    if private {
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    }
    let file = options.open(&temporary).map_err(Trouble::file("write", &temporary))?;
    fill(file, &temporary, bytes)?;
    rename(&temporary, path)?;
    // On other systems a folder cannot be opened, and need not be.
    #[cfg(unix)]
    fs::File::open(folder).and_then(|folder| folder.sync_all()).map_err(Trouble::file("write", folder))?;
    Ok(())
}

/// Removes what a killed run has left in `folder`: temporary names go; a folder that was being replaced comes back
/// if its successor was not yet in place.
pub(crate) fn tidy(folder: &Path) -> Result<(), Trouble> {
    let Ok(entries) = fs::read_dir(folder) else { return Ok(()) };
    for entry in entries {
        let path = entry.map_err(Trouble::file("list", folder))?.path();
        let Some(name) = path.file_name().and_then(|name| name.to_str()) else { continue };
        if let Some(name) = name.strip_prefix(OLD) {
            let successor = folder.join(name);
            if successor.exists() { remove(&path)? } else { rename(&path, &successor)? }
        } else if name.starts_with(TEMPORARY) {
            remove(&path)?;
        }
    }
    Ok(())
}

fn write_aside(folder: &Path, files: &BTreeMap<String, Vec<u8>>) -> Result<PathBuf, Trouble> {
    let temporary = beside(folder, TEMPORARY);
    remove(&temporary)?;
    for (name, bytes) in files {
        let path = temporary.join(name);
        let parent = path.parent().unwrap_or(&temporary);
        fs::create_dir_all(parent).map_err(Trouble::file("write", parent))?;
        write_through(&path, bytes)?;
    }
    fs::create_dir_all(&temporary).map_err(Trouble::file("write", &temporary))?;
    Ok(temporary)
}

fn write_through(path: &Path, bytes: &[u8]) -> Result<(), Trouble> {
    fill(fs::File::create(path).map_err(Trouble::file("write", path))?, path, bytes)
}

fn fill(mut file: fs::File, path: &Path, bytes: &[u8]) -> Result<(), Trouble> {
    file.write_all(bytes).and_then(|()| file.sync_all()).map_err(Trouble::file("write", path))
}

fn rename(from: &Path, to: &Path) -> Result<(), Trouble> {
    fs::rename(from, to).map_err(Trouble::file("rename", to))
}

fn remove(path: &Path) -> Result<(), Trouble> {
    let removed = if path.is_dir() { fs::remove_dir_all(path) } else { fs::remove_file(path) };
    match removed {
        Err(cause) if cause.kind() != std::io::ErrorKind::NotFound => Err(Trouble::file("remove", path)(cause)),
        _ => Ok(()),
    }
}

fn beside(path: &Path, prefix: &str) -> PathBuf {
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    path.with_file_name(format!("{prefix}{name}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn files(text: &str) -> BTreeMap<String, Vec<u8>> {
        BTreeMap::from([("a/b.txt".to_owned(), text.as_bytes().to_vec())])
    }

    #[test]
    fn a_folder_is_there_as_a_whole_and_is_replaced_as_a_whole() {
        let root = tempfile::tempdir().unwrap();
        let folder = root.path().join("site");
        create_folder(&folder, &files("one")).unwrap();
        replace_folder(&folder, &files("two")).unwrap();
        assert_eq!(fs::read_to_string(folder.join("a/b.txt")).unwrap(), "two");
        assert_eq!(fs::read_dir(root.path()).unwrap().count(), 1, "nothing else is left");
    }

    #[test]
    fn what_a_killed_run_left_is_tidied() {
        let root = tempfile::tempdir().unwrap();
        fs::create_dir_all(root.path().join(".new-release/x")).unwrap();
        fs::write(root.path().join(".new-file.toml"), "half").unwrap();
        fs::create_dir_all(root.path().join(".old-site")).unwrap();
        fs::create_dir_all(root.path().join(".old-kept")).unwrap();
        fs::create_dir_all(root.path().join("kept")).unwrap();
        tidy(root.path()).unwrap();
        let mut names: Vec<_> =
            fs::read_dir(root.path()).unwrap().map(|e| e.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        assert_eq!(names, ["kept", "site"]);
    }
}
