//! What the program is built from: nothing twice without a reason, nothing under a licence that does not fit.

use std::collections::{BTreeMap, BTreeSet};

use cargo_metadata::{Metadata, MetadataCommand, Package};
use spdx::{Expression, LicenseReq, Licensee, ParseMode};

use crate::run::{Done, root};

/// Checks all packages in `Cargo.lock`, and the licences of those of the program beside, which comes with what its
/// libraries bring.
pub(crate) fn check() -> Done {
    let allowed = include_str!("../licences.txt");
    let (own, beside) = (metadata("Cargo.toml")?, metadata("crates/scale-out/Cargo.toml")?);
    let wrong = [
        twice(&versions(&own), include_str!("../twice.txt")),
        licences(foreign(&own), allowed)?,
        licences(foreign(&beside), allowed)?,
    ]
    .concat();
    println!("{} packages from others, {} in scale-out", foreign(&own).count(), foreign(&beside).count());
    if wrong.is_empty() { Ok(()) } else { Err(wrong.join("\n")) }
}

fn metadata(manifest: &str) -> Done<Metadata> {
    let mut command = MetadataCommand::new();
    command.manifest_path(root().join(manifest)).other_options(vec!["--locked".to_owned()]);
    command.exec().map_err(|error| error.to_string())
}

fn foreign(metadata: &Metadata) -> impl Iterator<Item = (&str, Option<&str>)> {
    let of_others = |package: &&Package| !metadata.workspace_members.contains(&package.id);
    metadata.packages.iter().filter(of_others).map(|package| (package.name.as_str(), package.license.as_deref()))
}

fn versions(metadata: &Metadata) -> BTreeMap<&str, BTreeSet<String>> {
    let mut versions: BTreeMap<&str, BTreeSet<String>> = BTreeMap::new();
    for package in &metadata.packages {
        versions.entry(package.name.as_str()).or_default().insert(package.version.to_string());
    }
    versions
}

fn entries(list: &str) -> impl Iterator<Item = &str> {
    list.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'))
}

fn twice(versions: &BTreeMap<&str, BTreeSet<String>>, allowed: &str) -> Vec<String> {
    let allowed: BTreeMap<&str, &str> =
        entries(allowed).map(|line| line.split_once(char::is_whitespace).unwrap_or((line, ""))).collect();
    let mut wrong = Vec::new();
    for (name, found) in versions.iter().filter(|(_, found)| found.len() > 1) {
        let shown = found.iter().map(String::as_str).collect::<Vec<_>>().join(", ");
        match allowed.get(name) {
            None => wrong.push(format!("{name} is there in several versions: {shown}; see xtask/twice.txt")),
            Some(reason) if reason.trim().is_empty() => wrong.push(format!("xtask/twice.txt: {name} without a reason")),
            Some(_) => println!("{name} {shown}"),
        }
    }
    for name in allowed.keys().filter(|name| versions.get(**name).is_none_or(|found| found.len() < 2)) {
        wrong.push(format!("xtask/twice.txt: {name} is no longer there twice; take it out"));
    }
    wrong
}

fn licences<'a>(packages: impl Iterator<Item = (&'a str, Option<&'a str>)>, allowed: &str) -> Done<Vec<String>> {
    let allowed = entries(allowed)
        .map(|line| Licensee::parse(line).map_err(|error| format!("xtask/licences.txt: {error}")))
        .collect::<Result<Vec<_>, _>>()?;
    let fits = |wanted: &LicenseReq| allowed.iter().any(|licence| licence.satisfies(wanted));
    let mut wrong = Vec::new();
    for (name, licence) in packages {
        let Some(licence) = licence else {
            wrong.push(format!("{name} names no licence"));
            continue;
        };
        // Older packages write “MIT/Apache-2.0”.
        match Expression::parse_mode(licence, ParseMode::LAX) {
            Ok(expression) if expression.evaluate(fits) => {}
            Ok(_) => wrong.push(format!("{name} is under {licence}, which xtask/licences.txt does not allow")),
            Err(_) => wrong.push(format!("{name}: “{licence}” is no licence expression")),
        }
    }
    Ok(wrong)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn versions(of: &[(&'static str, &[&str])]) -> BTreeMap<&'static str, BTreeSet<String>> {
        of.iter().map(|(name, found)| (*name, found.iter().map(ToString::to_string).collect())).collect()
    }

    #[test]
    fn nothing_is_there_twice_without_a_reason() {
        let found = versions(&[("syn", &["2.0.1", "3.0.1"]), ("quote", &["1.0.1"])]);
        assert!(twice(&found, "# words\nsyn because it moves").is_empty());
        assert_eq!(twice(&found, "").len(), 1);
        assert_eq!(twice(&found, "syn").len(), 1, "without a reason");
        assert_eq!(twice(&found, "syn because\nquote because").len(), 1, "an entry without need");
    }

    #[test]
    fn licences_are_read_as_expressions() {
        let check = |licence| licences([("x", licence)].into_iter(), "MIT\nApache-2.0").unwrap().len();
        assert_eq!(check(Some("MIT OR Apache-2.0")), 0);
        assert_eq!(check(Some("MIT/Apache-2.0")), 0);
        assert_eq!(check(Some("GPL-3.0-only OR MIT")), 0);
        assert_eq!(check(Some("MIT AND Apache-2.0")), 0);
        assert_eq!(check(Some("MIT AND Unicode-3.0")), 1);
        assert_eq!(check(Some("GPL-3.0-only")), 1);
        assert_eq!(check(Some("free for all")), 1);
        assert_eq!(check(None), 1);
    }
}
