//! The handbook says all there is: every key of the definition files with its meaning, every command and option.

mod common;

use std::fs;

use serde_json::Value;

fn chapter(name: &str) -> String {
    fs::read_to_string(common::root().join("docs/handbuch").join(name)).unwrap()
}

/// Keys with the meaning that the schema gives them, as the tables of the handbook write them.
fn keys(schema: &Value, prefix: &str, found: &mut Vec<(String, String)>) {
    let Some(properties) = schema["properties"].as_object() else { return };
    for (name, property) in properties.iter().filter(|(_, property)| property.is_object()) {
        let key = format!("{prefix}{name}");
        if let Some(meaning) = property["description"].as_str() {
            found.push((key.clone(), meaning.to_owned()));
        }
        let inner = if property["type"] == "array" { &property["items"] } else { property };
        let is_text = inner["properties"].as_object().is_some_and(|parts| parts.keys().eq(["de", "en"]));
        if !is_text {
            keys(inner, &format!("{key}."), found);
        }
    }
}

#[test]
fn every_key_stands_in_the_handbook_with_its_meaning() {
    let text = chapter("2-definitionen.md");
    let mut found = Vec::new();
    for (_, schema) in catalogue::schemas() {
        keys(&schema, "", &mut found);
    }
    assert!(found.len() > 100, "{} keys", found.len());
    for (key, meaning) in found {
        let stands = text.lines().any(|line| line.starts_with(&format!("| `{key}` |")) && line.contains(&meaning));
        assert!(stands, "2-definitionen.md lacks: {key}: {meaning}");
    }
}

/// A section of a chapter, up to the next heading of its kind.
fn section<'a>(text: &'a str, heading: &str) -> &'a str {
    let (_, section) = text.split_once(&format!("\n## {heading}\n")).unwrap();
    section.split("\n## ").next().unwrap()
}

#[test]
fn the_policy_of_the_handbook_fits_musterstadt() {
    let text = chapter("2-definitionen.md");
    let (_, example) = section(&text, "`shielded/policy.toml`").split_once("```toml\n").unwrap();
    let town = tempfile::tempdir().unwrap();
    common::copy(&common::root().join("examples/musterstadt"), town.path());
    fs::create_dir_all(town.path().join("shielded")).unwrap();
    fs::write(town.path().join("shielded/policy.toml"), example.split("```").next().unwrap()).unwrap();
    let said = common::run(town.path(), &["check"], 0);
    assert_eq!(String::from_utf8(said.stderr).unwrap(), "");
}

#[test]
fn every_command_and_option_stands_in_the_handbook() {
    let text = chapter("7-befehle.md");
    let dir = tempfile::tempdir().unwrap();
    let help = |arguments: &[&str]| String::from_utf8(common::run(dir.path(), arguments, 0).stdout).unwrap();
    let main = help(&["--help"]);
    let commands: Vec<_> = main
        .lines()
        .skip_while(|line| !line.starts_with("Befehle"))
        .skip(1)
        .take_while(|line| line.starts_with("  "))
        .filter_map(|line| line.split_whitespace().next())
        .collect();
    assert!(commands.len() >= 10, "{commands:?}");
    let mut asked: Vec<Vec<&str>> = commands.into_iter().map(|command| vec![command]).collect();
    asked.extend(["list", "show", "apply", "compare", "add"].map(|nested| vec!["concept", nested]));
    for command in asked {
        let name = command.join(" ");
        assert!(text.contains(&format!("`mehrklang {name}")), "7-befehle.md lacks the command {name}");
        let help = help(&[&command[..], &["--help"]].concat());
        for option in help.split_whitespace().filter(|word| word.starts_with("--")) {
            assert!(text.contains(option), "7-befehle.md lacks {option} of {name}");
        }
        // What the library adds of its own accord is English.
        assert!(!help.contains("possible values") && !help.contains("[default"), "{help}");
    }
}
