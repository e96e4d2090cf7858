//! What the compiler does not know of the architecture: who may depend on whom, and what stands in which crate.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").canonicalize().unwrap()
}

/// The dependencies of each crate of the workspace on other crates of it, tests left aside.
fn dependencies() -> BTreeMap<String, BTreeSet<String>> {
    let metadata = cargo_metadata::MetadataCommand::new()
        .manifest_path(root().join("Cargo.toml"))
        .no_deps()
        .other_options(vec!["--offline".to_owned()])
        .exec()
        .unwrap();
    let members: BTreeSet<_> = metadata.packages.iter().map(|package| package.name.to_string()).collect();
    metadata
        .packages
        .iter()
        .map(|package| {
            let dependencies = package.dependencies.iter().filter(|d| d.kind == cargo_metadata::DependencyKind::Normal);
            let names = dependencies.map(|d| d.name.clone()).filter(|name| members.contains(name)).collect();
            (package.name.to_string(), names)
        })
        .collect()
}

fn reachable(from: &str, dependencies: &BTreeMap<String, BTreeSet<String>>) -> BTreeSet<String> {
    let mut seen = BTreeSet::new();
    let mut waiting = vec![from.to_owned()];
    while let Some(name) = waiting.pop() {
        for next in &dependencies[&name] {
            if seen.insert(next.clone()) {
                waiting.push(next.clone());
            }
        }
    }
    seen
}

#[test]
fn nothing_in_front_of_the_wall_knows_what_is_behind() {
    let dependencies = dependencies();
    let dependents: Vec<_> =
        dependencies.iter().filter(|(_, names)| names.contains("production")).map(|(name, _)| name.as_str()).collect();
    assert_eq!(dependents, ["mehrklang"], "only the program wires production");
    for name in [
        "words",
        "catalogue",
        "disclosure",
        "rules",
        "release",
        "publication",
        "rendering",
        "report",
        "document",
        "exports",
        "interface",
    ] {
        assert!(!reachable(name, &dependencies).contains("production"), "{name} is in front of the wall");
    }
}

#[test]
fn each_crate_depends_on_what_the_architecture_says() {
    let expected = [
        ("words", vec![]),
        ("catalogue", vec!["rules", "words"]),
        ("disclosure", vec![]),
        ("rules", vec![]),
        ("statistics", vec![]),
        ("release", vec!["catalogue"]),
        ("production", vec!["catalogue", "disclosure", "release", "rules"]),
        ("publication", vec!["catalogue", "release", "statistics", "words"]),
        ("rendering", vec!["catalogue", "publication", "words"]),
        ("report", vec!["catalogue", "publication", "rendering", "words"]),
        ("document", vec!["catalogue", "publication", "rendering", "words"]),
        ("exports", vec!["catalogue", "publication", "release", "words"]),
        ("interface", vec!["words"]),
        (
            "mehrklang",
            vec![
                "catalogue",
                "document",
                "exports",
                "interface",
                "population",
                "production",
                "publication",
                "release",
                "rendering",
                "report",
                "rules",
                "words",
            ],
        ),
    ];
    let dependencies = dependencies();
    for (name, expected) in expected {
        let found: Vec<_> = dependencies[name].iter().map(String::as_str).collect();
        assert_eq!(found, expected, "dependencies of {name}; change ARCHITECTURE.md with this test");
    }
}

fn sources(crate_name: &str) -> Vec<(PathBuf, String)> {
    let mut files = Vec::new();
    let mut waiting = vec![root().join("crates").join(crate_name).join("src")];
    while let Some(folder) = waiting.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            let is_test = path.file_stem().is_some_and(|name| name == "tests");
            if path.is_dir() {
                if !is_test {
                    waiting.push(path);
                }
            } else if !is_test && path.extension().is_some_and(|ending| ending == "rs") {
                let text = fs::read_to_string(&path).unwrap();
                // What follows the tests' heading is not part of the program.
                let program = text.split("#[cfg(test)]").next().unwrap_or_default().to_owned();
                files.push((path, program));
            }
        }
    }
    assert!(!files.is_empty(), "{crate_name} has sources");
    files
}

#[test]
fn the_core_opens_no_file_and_asks_no_clock() {
    let pure = [
        "words",
        "catalogue",
        "disclosure",
        "rules",
        "statistics",
        "release",
        "production",
        "publication",
        "rendering",
        "report",
        "document",
        "exports",
        "interface",
    ];
    for crate_name in pure {
        for (path, text) in sources(crate_name) {
            for forbidden in ["std::fs", "fs::File", "SystemTime", "Instant::now", "std::env::", "std::net", "println!"]
            {
                assert!(!text.contains(forbidden), "{} uses {forbidden}", path.display());
            }
        }
    }
}

#[test]
fn production_shows_functions_and_plain_words_only() {
    let lib = fs::read_to_string(root().join("crates/production/src/lib.rs")).unwrap();
    assert!(!lib.contains("pub mod"), "all modules of production are private");
    for (path, text) in sources("production") {
        let name = path.display();
        for forbidden in ["eprint", "dbg!", "tracing::", "log::"] {
            assert!(!text.contains(forbidden), "{name} uses {forbidden}: a log is a publication");
        }
    }
}

#[test]
fn every_sentence_that_the_program_says_exists() {
    let words = words::Words::new(words::Language::De);
    let mut keys = 0;
    for crate_name in [
        "catalogue",
        "production",
        "publication",
        "rendering",
        "report",
        "document",
        "exports",
        "interface",
        "mehrklang",
    ] {
        for (path, text) in sources(crate_name) {
            let said = text.split("say(\"").skip(1).chain(text.split("say(\n").skip(1).filter_map(|rest| {
                let rest = rest.trim_start();
                rest.strip_prefix('"')
            }));
            for rest in said {
                let Some((key, _)) = rest.split_once('"') else { continue };
                keys += 1;
                assert!(words.has(key), "{} says {key}", path.display());
            }
            for constructor in ["Remark::error(\"", "Remark::warning(\"", "Remark::note(\""] {
                for rest in text.split(constructor).skip(1) {
                    let Some((rule, _)) = rest.split_once('"') else { continue };
                    keys += 1;
                    assert!(words.has(&format!("remark-{rule}")), "{} remarks {rule}", path.display());
                }
            }
        }
    }
    assert!(keys > 100, "{keys} keys were looked up");
}
