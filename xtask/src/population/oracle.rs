//! The register beside DuckDB: the rules of the concepts, as they stand in their files, run as SQL over the same
//! persons, must give the same counts, cell by cell.

use std::path::Path;

use super::definitions::VERSIONS;
use crate::{
    disclosure::outside::python,
    run::{Done, command, root, run_measured},
};

/// Compares a release of a small Registerstadt, all of whose counts are shown, with what DuckDB counts.
pub(crate) fn oracle(folder: &Path) -> Done {
    let python = python()?;
    let mut compare = command(&python, &[root().join("xtask/python/register_oracle.py"), folder.to_owned()]);
    compare.env("PYTHONDONTWRITEBYTECODE", "1");
    compare.args(VERSIONS.iter().map(|(name, version)| format!("{name}={version}")));
    let said = run_measured(compare)?.said;
    print!("{said}");
    let line = said.lines().find_map(|line| line.strip_prefix("cells compared: "));
    match line.and_then(|count| count.parse::<u64>().ok()) {
        Some(count) if count > 1_000 => Ok(()),
        _ => Err("the comparison with DuckDB does not say what it compared".to_owned()),
    }
}
