//! `manifest.toml`: what a release is made of. Written in one form only; read by writing it again and comparing.

use std::fmt::Write as _;

use catalogue::{Files, Period, names::SourceName};
use sha2::{Digest, Sha256};
use toml::de::{DeTable, DeValue};

use crate::{DeliveryNote, OpenError, Protection, ReleaseId, id::is_day};

/// The version of the format that this program writes, and the highest that it reads.
pub const FORMAT: i64 = 1;

/// What stands in a manifest beside the notes on deliveries and protection, which the release itself holds.
/// It holds no fingerprint of anything that is confidential: whoever can list the tables that fit could test each.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Manifest {
    /// The day of sealing, ISO 8601.
    pub sealed: String,
    /// The number under which the shielded protocol of the production is kept.
    pub production: String,
    /// The release that this one takes the place of, and why.
    pub supersedes: Option<(ReleaseId, String)>,
    /// Fingerprint of the definitions that it was computed from.
    pub definitions: String,
    /// Fingerprint of `observations.csv`.
    pub csv: String,
    /// Fingerprint of `observations.parquet`.
    pub parquet: String,
}

const PROTECTIONS: [(Protection, &str); 2] =
    [(Protection::AlreadyPublic, "already-public"), (Protection::MinimumFrequency, "minimum-frequency")];

/// The SHA-256 of bytes as text: `sha256:` and the digits.
pub fn fingerprint(bytes: &[u8]) -> String {
    let mut text = String::from("sha256:");
    for byte in Sha256::digest(bytes) {
        let _ = write!(text, "{byte:02x}");
    }
    text
}

/// The fingerprint of all definitions: paths and contents, each with its length, so that no two sets are alike.
pub(crate) fn fingerprint_of(definitions: &Files) -> String {
    let mut all = Vec::new();
    for (path, text) in definitions {
        for part in [path, text] {
            all.extend_from_slice(&(part.len() as u64).to_le_bytes());
            all.extend_from_slice(part.as_bytes());
        }
    }
    fingerprint(&all)
}

/// The fingerprint that names the release: everything but the day and the number of the production, so that the
/// same figures sealed again on the same day are the same release.
pub(crate) fn id(
    manifest: &Manifest,
    deliveries: &[DeliveryNote],
    protection: &[(SourceName, Protection)],
) -> Option<ReleaseId> {
    let timeless = Manifest { sealed: String::new(), production: String::new(), ..manifest.clone() };
    let whole = fingerprint(write(&timeless, deliveries, protection).as_bytes());
    ReleaseId::new(&manifest.sealed, whole.strip_prefix("sha256:")?).ok()
}

/// The text of the manifest.
pub(crate) fn write(
    manifest: &Manifest,
    deliveries: &[DeliveryNote],
    protection: &[(SourceName, Protection)],
) -> String {
    let mut text = format!("format = {FORMAT}\n");
    let mut line = |key: &str, value: &str| {
        let _ = writeln!(text, "{key} = {}", quoted(value));
    };
    line("sealed", &manifest.sealed);
    line("production", &manifest.production);
    if let Some((id, because)) = &manifest.supersedes {
        line("supersedes", id.as_str());
        line("because", because);
    }
    line("definitions", &manifest.definitions);
    line("observations-csv", &manifest.csv);
    line("observations-parquet", &manifest.parquet);
    for note in deliveries {
        text.push_str("\n[[delivery]]\n");
        let _ = writeln!(text, "source = {}", quoted(note.source.as_str()));
        let _ = writeln!(text, "received = {}", quoted(&note.received));
        let _ = writeln!(text, "first = {}", quoted(&note.first.to_string()));
        let _ = writeln!(text, "last = {}", quoted(&note.last.to_string()));
    }
    for (source, method) in protection {
        let method = PROTECTIONS.iter().find(|known| known.0 == *method).map_or("", |known| known.1);
        text.push_str("\n[[protection]]\n");
        let _ = writeln!(text, "source = {}", quoted(source.as_str()));
        let _ = writeln!(text, "method = {}", quoted(method));
    }
    text
}

/// A TOML basic string.
fn quoted(value: &str) -> String {
    let mut text = String::from("\"");
    for c in value.chars() {
        match c {
            '"' => text.push_str("\\\""),
            '\\' => text.push_str("\\\\"),
            c if c.is_control() => {
                let _ = write!(text, "\\u{:04X}", u32::from(c));
            }
            c => text.push(c),
        }
    }
    text.push('"');
    text
}

/// What a manifest holds.
pub(crate) type Contents = (Manifest, Vec<DeliveryNote>, Vec<(SourceName, Protection)>);

/// Reads a manifest. Whatever it does not understand, such as an unknown key, shows when it is written again.
pub(crate) fn read(bytes: &[u8]) -> Result<Contents, OpenError> {
    let text = std::str::from_utf8(bytes).map_err(|_| OpenError::Manifest)?;
    let table = DeTable::parse(text).map_err(|_| OpenError::Manifest)?;
    let table = table.get_ref();
    let format = table.get("format").and_then(|value| value.get_ref().as_integer());
    let format = format.and_then(|format| i64::from_str_radix(format.as_str(), format.radix()).ok());
    match format {
        Some(format) if format > FORMAT => return Err(OpenError::Newer { format }),
        Some(FORMAT) => {}
        _ => return Err(OpenError::Manifest),
    }
    let contents = contents(table).ok_or(OpenError::Manifest)?;
    let again = write(&contents.0, &contents.1, &contents.2);
    if again == text { Ok(contents) } else { Err(OpenError::Manifest) }
}

fn contents(table: &DeTable<'_>) -> Option<Contents> {
    let supersedes = match string(table, "supersedes") {
        Some(id) => Some((id.parse().ok()?, string(table, "because")?)),
        None => None,
    };
    let manifest = Manifest {
        sealed: string(table, "sealed").filter(|day| is_day(day))?,
        production: string(table, "production")?,
        supersedes,
        definitions: string(table, "definitions")?,
        csv: string(table, "observations-csv")?,
        parquet: string(table, "observations-parquet")?,
    };
    let mut deliveries = Vec::new();
    for note in tables(table, "delivery")? {
        let (first, last): (Period, Period) =
            (string(note, "first")?.parse().ok()?, string(note, "last")?.parse().ok()?);
        let received = string(note, "received").filter(|day| is_day(day))?;
        deliveries.push(DeliveryNote { source: string(note, "source")?.parse().ok()?, received, first, last });
    }
    let mut protection = Vec::new();
    for entry in tables(table, "protection")? {
        let method = string(entry, "method")?;
        let method = PROTECTIONS.iter().find(|known| known.1 == method)?.0;
        protection.push((string(entry, "source")?.parse().ok()?, method));
    }
    Some((manifest, deliveries, protection))
}

fn string(table: &DeTable<'_>, key: &str) -> Option<String> {
    table.get(key)?.get_ref().as_str().map(str::to_owned)
}

/// The tables of an array; none if the key is absent.
fn tables<'a, 'i>(table: &'a DeTable<'i>, key: &str) -> Option<Vec<&'a DeTable<'i>>> {
    match table.get(key) {
        None => Some(Vec::new()),
        Some(value) => value.get_ref().as_array()?.iter().map(|item| DeValue::as_table(item.get_ref())).collect(),
    }
}
