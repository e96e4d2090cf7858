//! One folder a mistake, with the exact remarks, in German and English.
//!
//! `examples/broken/<mistake>/given/` lies over the definitions of Musterstadt; `removed.txt` names files that are
//! taken away; `given/incoming/<source>/<file>` is received, else the definitions are checked. With
//! `UPDATE_EXPECT=1` the expected remarks are written anew, to be read before they are committed.

mod common;

use std::{fs, path::Path};

/// Runs the program on a broken monitoring; answers with what it remarks.
fn remarks(given: &Path, removed: &str, language: &str) -> String {
    let town = tempfile::tempdir().unwrap();
    let dir = town.path();
    common::copy(&common::root().join("examples/musterstadt"), dir);
    common::copy(given, dir);
    for path in removed.lines().filter(|line| !line.is_empty()) {
        fs::remove_file(dir.join(path)).unwrap();
    }
    let incoming = dir.join("incoming");
    let mut command = common::program_in(language, dir);
    let delivered = if incoming.exists() { common::files(&incoming) } else { Vec::new() };
    if delivered.is_empty() {
        command.arg("check");
    } else {
        let source = delivered[0].0.parent().unwrap().file_name().unwrap();
        command.args(["receive", "--received", "2025-01-20", "--by", "Statistikstelle", "--source"]).arg(source);
        command.args(delivered.iter().map(|(path, _)| path));
    }
    let output = command.output().unwrap();
    let text = String::from_utf8(output.stderr).unwrap();
    let failed = text.contains("Fehler: ") || text.contains("Error: ");
    assert_eq!(output.status.code(), Some(i32::from(failed)), "{}\n{text}", given.display());
    if failed {
        let left: Vec<_> = common::files(dir).into_iter().map(|(path, _)| path).collect();
        let written = left.iter().find(|path| path.ends_with("receipt.toml"));
        assert!(written.is_none() || given.join("shielded").exists(), "nothing is laid down: {written:?}");
        let half = left.iter().find(|path| path.display().to_string().contains("/.new-"));
        assert!(half.is_none(), "nothing is half-written: {half:?}");
    }
    text
}

#[test]
fn every_mistake_has_its_exact_remarks() {
    let update = std::env::var_os("UPDATE_EXPECT").is_some();
    let broken = common::root().join("examples/broken");
    let mut folders: Vec<_> = fs::read_dir(&broken).unwrap().map(|entry| entry.unwrap().path()).collect();
    folders.retain(|path| path.is_dir());
    folders.sort();
    let (mut compared, mut differ) = (0, Vec::new());
    for folder in &folders {
        assert!(folder.join("about.md").exists(), "{} says what is broken", folder.display());
        let removed = fs::read_to_string(folder.join("removed.txt")).unwrap_or_default();
        for language in ["de", "en"] {
            let found = remarks(&folder.join("given"), &removed, language);
            assert!(!found.is_empty(), "{} is remarked", folder.display());
            let path = folder.join(format!("remarks.{language}.txt"));
            if update {
                fs::write(&path, &found).unwrap();
            }
            let expected = fs::read_to_string(&path).unwrap_or_default();
            compared += 1;
            if found != expected {
                differ.push(format!("{}\nexpected:\n{expected}\nfound:\n{found}", path.display()));
            }
        }
    }
    assert!(differ.is_empty(), "{}", differ.join("\n\n"));
    assert!(compared >= 50, "{compared} lists of remarks were compared");
    println!("{compared} lists of remarks compared");
}
