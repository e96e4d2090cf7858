//! The outside audit: a Python program beside the checkout that knows nothing of ours attacks what we withhold.

use std::{
    path::{Path, PathBuf},
    time::Instant,
};

use crate::run::{Done, command, root, run, run_measured, target};

/// Instances that the outside audit manages within seconds. Of the linked tables (I12) it leaves the largest part
/// aside, which has 76 thousand unknown cells; there the audit in Rust stands alone.
const INSTANCES: [&str; 4] = ["I01_tiny", "I02_small", "I03_quarter", "I04_quarter_age"];

/// What must be zero in the line that the audit prints.
const FINDINGS: [&str; 9] = [
    "lin_exact_prim",
    "single_reveal_prim",
    "lp_exact",
    "lp_exact_prim",
    "lp_small_prim",
    "skipped_comps",
    "zero_suppressed",
    "missing_primary",
    "mismatch",
];

/// The folder of instances and audit, beside the checkout; it is no part of it.
pub(crate) fn shared() -> Option<PathBuf> {
    Some(root().join("../shared/disclosure")).filter(|folder| folder.join("audit.py").is_file())
}

/// Suppresses the instances at levels A and B and lets the audit look at the patterns.
///
/// # Errors
/// A finding, or what could not be run.
pub(crate) fn audit(shared: &Path) -> Done {
    let python = python()?;
    let folder = target().join("outside-audit");
    std::fs::create_dir_all(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    for name in INSTANCES {
        let instance = shared.join("instances").join(name);
        for (level, bound) in [("A", None), ("B", Some("--lower1"))] {
            let pattern = folder.join(format!("{name}.{level}.csv"));
            super::suppress(&words([instance.as_os_str(), pattern.as_os_str(), "--level".as_ref(), level.as_ref()]))?;
            let began = Instant::now();
            let mut attack = command(&python, &[shared.join("audit.py"), instance.clone(), pattern]);
            attack.env("PYTHONDONTWRITEBYTECODE", "1").args(bound);
            let line = run_measured(attack)?.said;
            let found = findings(&line)?;
            if !found.is_empty() {
                return Err(format!("{name} {level}: the outside audit found {}\n{line}", found.join(", ")));
            }
            println!("{name} {level}: the outside audit found nothing, {:.1} s", began.elapsed().as_secs_f64());
        }
    }
    Ok(())
}

fn words<const N: usize>(words: [&std::ffi::OsStr; N]) -> Vec<String> {
    words.iter().map(|word| word.to_string_lossy().into_owned()).collect()
}

/// The findings that are not zero; every one must be there.
fn findings(line: &str) -> Done<Vec<String>> {
    let figures: Vec<(&str, &str)> = line.split_whitespace().filter_map(|word| word.split_once('=')).collect();
    let mut found = Vec::new();
    for name in FINDINGS {
        let figure = figures.iter().find(|figure| figure.0 == name);
        let (_, value) = figure.ok_or_else(|| format!("the outside audit does not say {name}:\n{line}"))?;
        if *value != "0" {
            found.push(format!("{name}={value}"));
        }
    }
    Ok(found)
}

/// A Python with the packages of `requirements.txt`, under `target/`.
pub(crate) fn python() -> Done<PathBuf> {
    environment(&target().join("python"), &root().join("xtask/python/requirements.txt"))
}

/// A Python of its own with exactly these packages.
pub(crate) fn environment(folder: &Path, wanted: &Path) -> Done<PathBuf> {
    let python = folder.join("bin/python");
    let (mark, text) = (folder.join("installed.txt"), std::fs::read_to_string(wanted).map_err(|e| e.to_string())?);
    if std::fs::read_to_string(&mark).is_ok_and(|installed| installed == text) {
        return Ok(python);
    }
    let folder_word = folder.to_string_lossy();
    run(command("python3", &["-m", "venv", "--clear", &folder_word]))?;
    let mut install =
        command(&python, &["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--require-hashes"]);
    install.args(["--only-binary", ":all:", "--requirement"]).arg(wanted);
    run(install)?;
    std::fs::write(&mark, text).map_err(|error| format!("{}: {error}", mark.display()))?;
    Ok(python)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn findings_are_read_and_none_may_be_missing() {
        let clean = FINDINGS.map(|name| format!("{name}=0")).join(" ");
        assert_eq!(findings(&format!("AUDIT x.csv cells=9 {clean} sec=1.0")), Ok(Vec::new()));
        assert_eq!(
            findings(&clean.replace("lp_small_prim=0", "lp_small_prim=66")),
            Ok(vec!["lp_small_prim=66".to_owned()])
        );
        assert!(findings(&clean.replace("lp_exact=0", "")).is_err());
    }
}
