//! Opening: from the files of a folder to the release, believing none of them.

use std::collections::BTreeMap;

use catalogue::Files;

use crate::{
    Manifest, OpenError, Release, ReleaseId,
    manifest::{self, fingerprint, fingerprint_of},
    store,
};

/// An opened release.
#[derive(Debug, Clone, PartialEq)]
pub struct Opened {
    /// Its name as its content gives it; whoever opened a folder compares it with the folder's name.
    pub id: ReleaseId,
    /// The figures.
    pub release: Release,
    /// What else the manifest says.
    pub manifest: Manifest,
    /// The definitions that it was computed from, under the paths they had in the monitoring.
    pub definitions: Files,
}

const MANIFEST: &str = "manifest.toml";
const CSV: &str = "observations.csv";
const PARQUET: &str = "observations.parquet";

/// Opens a release: every file is there and is the one that was sealed.
pub fn open(files: &BTreeMap<String, Vec<u8>>) -> Result<Opened, OpenError> {
    let file = |path: &str| files.get(path).ok_or_else(|| OpenError::Missing { file: path.to_owned() });
    let (manifest, deliveries, protection) = manifest::read(file(MANIFEST)?)?;
    let (csv, parquet) = (file(CSV)?, file(PARQUET)?);
    for (path, bytes, sealed) in [(CSV, csv, &manifest.csv), (PARQUET, parquet, &manifest.parquet)] {
        if fingerprint(bytes) != *sealed {
            return Err(OpenError::Changed { file: path.to_owned() });
        }
    }
    let definitions = definitions(files)?;
    if fingerprint_of(&definitions) != manifest.definitions {
        return Err(OpenError::Changed { file: "definitions".to_owned() });
    }

    let malformed = |line| OpenError::Malformed { file: CSV.to_owned(), line };
    let tables = store::read_csv(csv).map_err(malformed)?;
    let id = manifest::id(&manifest, &deliveries, &protection).ok_or(OpenError::Manifest)?;
    Ok(Opened { id, release: Release { tables, deliveries, protection }, manifest, definitions })
}

fn definitions(files: &BTreeMap<String, Vec<u8>>) -> Result<Files, OpenError> {
    let mut definitions = Files::new();
    for (path, bytes) in files {
        if [MANIFEST, CSV, PARQUET].contains(&path.as_str()) {
            continue;
        }
        let below = path.strip_prefix("definitions/").ok_or_else(|| OpenError::Unexpected { file: path.clone() })?;
        let text = String::from_utf8(bytes.clone()).map_err(|_| OpenError::Changed { file: path.clone() })?;
        definitions.insert(format!("open/{below}"), text);
    }
    Ok(definitions)
}
