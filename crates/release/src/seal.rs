//! Sealing: from a release to the files of its folder.

use std::collections::BTreeMap;

use catalogue::{Files, model::Audience};

use crate::{
    Manifest, Release, ReleaseId,
    manifest::{self, FORMAT, fingerprint, fingerprint_of},
    store,
};

/// What is said when a release is sealed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sealing {
    /// The day, ISO 8601; there is no clock in here.
    pub on: String,
    /// Who may see it.
    pub audience: Audience,
    /// The release that this one takes the place of, and why.
    pub supersedes: Option<(ReleaseId, String)>,
    /// The number under which the shielded protocol of the production is kept.
    pub production: String,
}

/// The files of a sealed release.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sealed {
    /// Its name, and that of its folder.
    pub id: ReleaseId,
    /// Files by their path in the folder.
    pub files: BTreeMap<String, Vec<u8>>,
}

/// Whether a file of the monitoring is a definition that a release keeps a copy of: all below `open/`, but not what
/// the program itself writes there, and never what is shielded.
fn is_definition(path: &str) -> bool {
    path.starts_with("open/") && !path.starts_with("open/releases/") && !path.starts_with("open/published/")
}

/// Seals a release: the same release, definitions and sealing always give the same bytes. A table without rows leaves
/// no trace.
///
/// # Panics
/// If the day of sealing is not a day: it is set by the program, not by what people send.
pub fn seal(release: &Release, definitions: &Files, sealing: &Sealing) -> Sealed {
    let (csv, parquet) = std::thread::scope(|scope| {
        let csv = scope.spawn(|| store::write_csv(&release.tables));
        let parquet = store::write_parquet(&release.tables);
        (csv.join().expect("writing to memory does not fail"), parquet)
    });
    let definitions: Files = definitions
        .iter()
        .filter(|(path, _)| is_definition(path))
        .map(|(path, text)| (path.clone(), text.clone()))
        .collect();
    let manifest = Manifest {
        format: FORMAT,
        audience: sealing.audience,
        sealed: sealing.on.clone(),
        production: sealing.production.clone(),
        supersedes: sealing.supersedes.clone(),
        definitions: fingerprint_of(&definitions),
        csv: fingerprint(&csv),
        parquet: fingerprint(&parquet),
    };
    let id = manifest::id(&manifest, &release.deliveries, &release.protection).expect("the day of sealing is a day");
    let text = manifest::write(&manifest, &release.deliveries, &release.protection);

    let mut files = BTreeMap::from([
        ("manifest.toml".to_owned(), text.into_bytes()),
        ("observations.csv".to_owned(), csv),
        ("observations.parquet".to_owned(), parquet),
    ]);
    for (path, text) in definitions {
        let below = path.strip_prefix("open/").unwrap_or(&path);
        files.insert(format!("definitions/{below}"), text.into_bytes());
    }
    Sealed { id, files }
}
