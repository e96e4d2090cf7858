use super::*;
use std::collections::{BTreeMap, BTreeSet};

/// Key (with attribute) → names filled in, as far as a plain reading of the files tells.
fn keys(files: &[&str]) -> BTreeMap<String, BTreeSet<String>> {
    let mut keys: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let (mut message, mut current) = (String::new(), String::new());
    for line in files.iter().flat_map(|file| file.lines()) {
        if let Some((key, _)) = line.split_once(" =").filter(|(key, _)| !key.contains(' ') && !key.starts_with('#')) {
            message = key.to_owned();
            current = key.to_owned();
        } else if let Some(attribute) = line.trim_start().strip_prefix('.').and_then(|rest| rest.split_once(" =")) {
            current = format!("{message}.{}", attribute.0);
        }
        let names = keys.entry(current.clone()).or_default();
        for part in line.split("$").skip(1) {
            names.insert(part.chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '-').collect());
        }
    }
    keys.remove("");
    keys
}

#[test]
fn both_languages_say_the_same_with_the_same_words() {
    let (de, en) = (keys(DE), keys(EN));
    assert!(!de.is_empty());
    for key in de.keys().chain(en.keys()) {
        assert!(de.contains_key(key), "{key} is missing in German");
        assert!(en.contains_key(key), "{key} is missing in English");
        assert_eq!(de[key], en[key], "{key} is filled in differently");
    }
    Words::new(Language::De);
    Words::new(Language::En);
}
