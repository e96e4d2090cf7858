//! The secret behind the noise: made once, said, for its owner only, and never silently replaced by another.

mod common;

use std::{fs, path::Path};

fn town(method: &str) -> tempfile::TempDir {
    let town = tempfile::tempdir().unwrap();
    let dir = town.path();
    common::small_town(dir, "confidential");
    fs::create_dir_all(dir.join("shielded")).unwrap();
    fs::write(dir.join("shielded/policy.toml"), format!("[default]\nmethod = \"{method}\"\n")).unwrap();
    let delivery = dir.join("lieferung.csv");
    fs::write(&delivery, common::delivery(7919)).unwrap();
    common::run(dir, &["receive", "--received", "2025-01-10", delivery.to_str().unwrap()], 0);
    town
}

fn rules(answer: &serde_json::Value) -> Vec<&str> {
    answer["remarks"].as_array().unwrap().iter().map(|remark| remark["rule"].as_str().unwrap()).collect()
}

fn secret(dir: &Path) -> Option<String> {
    fs::read_to_string(dir.join("shielded/secret.key")).ok()
}

#[test]
fn noise_needs_a_secret_which_is_made_and_said_once() {
    let town = town("cell-key");
    let dir = town.path();
    let first = common::run(dir, &["--json", "produce", "--on", "2025-02-01"], 0);
    let own = secret(dir).unwrap();
    assert_eq!(own.trim_end().len(), 64);
    for printed in [&first.stdout, &first.stderr] {
        assert!(!String::from_utf8_lossy(printed).contains(own.trim_end()), "it is not printed");
    }
    let answer: serde_json::Value = serde_json::from_slice(&first.stdout).unwrap();
    assert!(rules(&answer).contains(&"secret-made"));
    let again = common::json(dir, &["produce", "--on", "2025-02-02"], 0);
    assert!(!rules(&again).contains(&"secret-made"));
    assert_eq!(again["new"], false, "the same persons, the same noise");
    assert_eq!(secret(dir).unwrap(), own);
    for (path, bytes) in common::files(&dir.join("open")) {
        assert!(!bytes.windows(16).any(|part| part == &own.as_bytes()[..16]), "{}", path.display());
    }
}

#[test]
fn a_lost_secret_is_not_replaced() {
    let town = town("cell-key");
    let dir = town.path();
    common::run(dir, &["produce", "--on", "2025-02-01"], 0);
    let own = secret(dir).unwrap();
    for spoiled in [None, Some("geheim\n"), Some("00ff\n")] {
        match spoiled {
            None => fs::remove_file(dir.join("shielded/secret.key")).unwrap(),
            Some(text) => fs::write(dir.join("shielded/secret.key"), text).unwrap(),
        }
        let answer = common::json(dir, &["produce", "--on", "2025-02-02", "--because", "neu"], 1);
        assert!(rules(&answer).contains(&"policy-no-secret"), "{answer}");
        assert_eq!(secret(dir).as_deref(), spoiled, "it is left as it is");
    }
    fs::write(dir.join("shielded/secret.key"), own).unwrap();
    let answer = common::json(dir, &["produce", "--on", "2025-02-02"], 0);
    assert_eq!(answer["new"], false);
}

#[test]
fn no_other_method_makes_a_secret() {
    for method in ["suppression", "rounding", "refusal"] {
        let town = town(method);
        common::run(town.path(), &["produce", "--on", "2025-02-01"], 0);
        assert_eq!(secret(town.path()), None, "{method}");
    }
}
