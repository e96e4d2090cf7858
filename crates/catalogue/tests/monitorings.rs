//! The monitorings among the examples are read without an error.

use std::{fs, path::Path};

use catalogue::{Files, remark::has_errors};

/// The text files of a monitoring's `open/` folder, without what the program wrote.
fn files(monitoring: &Path) -> Files {
    let mut files = Files::new();
    let mut folders = vec![monitoring.join("open")];
    while let Some(folder) = folders.pop() {
        let Ok(entries) = fs::read_dir(&folder) else { continue };
        for path in entries.map(|entry| entry.unwrap().path()) {
            let key = path.strip_prefix(monitoring).unwrap().to_str().unwrap().replace('\\', "/");
            if key.starts_with("open/releases") || key.starts_with("open/published") {
                continue;
            }
            if path.is_dir() {
                folders.push(path);
            } else if let Ok(text) = fs::read_to_string(&path) {
                files.insert(key, text);
            }
        }
    }
    files
}

#[test]
fn the_examples_are_read() {
    let examples = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples");
    for name in ["musterstadt", "muenchen"] {
        let files = files(&examples.join(name));
        if files.is_empty() {
            println!("skipped: there is no examples/{name}");
            continue;
        }
        let (catalogue, remarks) = catalogue::read(&files);
        for remark in &remarks {
            println!("{remark:?}");
        }
        assert!(!has_errors(&remarks), "{name}");
        assert!(catalogue.is_some(), "{name}");
    }
}
