//! The register beside DuckDB: the rules of the concepts, as they stand in their files, run as SQL over the same
//! persons, must give the same counts, cell by cell.

use std::{ffi::OsStr, path::Path, process::Command};

use super::definitions::VERSIONS;
use crate::{
    disclosure::outside::python,
    run::{Done, command, root, run_measured},
};

/// A script with its arguments, and after them the versions that are counted.
pub(super) fn script(python: &Path, name: &str, arguments: &[&OsStr]) -> Command {
    let mut script = command(python, &[root().join("xtask/python").join(name)]);
    script.env("PYTHONDONTWRITEBYTECODE", "1").args(arguments);
    script.args(VERSIONS.iter().map(|(name, version)| format!("{name}={version}")));
    script
}

/// Compares a release of a small Registerstadt, all of whose counts are shown, with what DuckDB counts.
pub(crate) fn oracle(folder: &Path) -> Done {
    let python = python()?;
    let folder = folder.as_os_str();
    let said = run_measured(script(&python, "register_oracle.py", &[folder]))?.said;
    print!("{said}");
    let line = said.lines().find_map(|line| line.strip_prefix("cells compared: "));
    match line.and_then(|count| count.parse::<u64>().ok()) {
        Some(count) if count > 1_000 => Ok(()),
        _ => Err("the comparison with DuckDB does not say what it compared".to_owned()),
    }
}
