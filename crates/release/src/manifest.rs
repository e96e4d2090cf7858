//! `manifest.toml`: what a release is made of. Written in one form only; read by writing it again and comparing.

use std::fmt::Write as _;

use catalogue::{Files, Period, model::Audience, names::SourceName};
use sha2::{Digest, Sha256};
use toml::de::{DeTable, DeValue};

use crate::{DeliveryNote, OpenError, Protection, ReleaseId, id::is_day};

/// The version of the format that this program writes, and the highest that it reads. Releases of format 1 are opened
/// as they were sealed: they are all for the public, and know neither suppression nor noise nor rounding.
pub const FORMAT: i64 = 2;

/// What stands in a manifest beside the notes on deliveries and protection, which the release itself holds.
/// It holds no fingerprint of anything that is confidential: whoever can list the tables that fit could test each.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Manifest {
    /// The version of the format that it was sealed in.
    pub format: i64,
    /// Who may see it.
    pub audience: Audience,
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
    let mut text = format!("format = {}\n", manifest.format);
    let mut line = |key: &str, value: &str| {
        let _ = writeln!(text, "{key} = {}", quoted(value));
    };
    line("sealed", &manifest.sealed);
    line("production", &manifest.production);
    if manifest.format > 1 {
        line("audience", manifest.audience.word());
    }
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
        text.push_str("\n[[protection]]\n");
        let _ = writeln!(text, "source = {}", quoted(source.as_str()));
        let _ = writeln!(text, "method = {}", quoted(word(manifest.format, *method)));
        match method {
            Protection::CellKey { variance_thousandths, bound } => {
                let _ = writeln!(text, "variance-thousandths = {variance_thousandths}\nbound = {bound}");
            }
            Protection::Rounding { base } => {
                let _ = writeln!(text, "base = {base}");
            }
            Protection::AlreadyPublic | Protection::Refusal | Protection::Suppression => {}
        }
    }
    text
}

/// What a method is called. Format 1 had one word for what may be protected at all.
fn word(format: i64, method: Protection) -> &'static str {
    match method {
        Protection::AlreadyPublic => "already-public",
        Protection::Refusal if format < 2 => "minimum-frequency",
        Protection::Refusal => "refusal",
        Protection::Suppression => "suppression",
        Protection::CellKey { .. } => "cell-key",
        Protection::Rounding { .. } => "rounding",
    }
}

/// The method of an entry. What this does not read, such as a parameter too many, shows when it is written again.
fn method(format: i64, entry: &DeTable<'_>) -> Option<Protection> {
    let number =
        |key: &str| entry.get(key).and_then(|value| whole(value.get_ref())).and_then(|n| u32::try_from(n).ok());
    Some(match (format, string(entry, "method")?.as_str()) {
        (_, "already-public") => Protection::AlreadyPublic,
        (1, "minimum-frequency") => Protection::Refusal,
        (2.., "refusal") => Protection::Refusal,
        (2.., "suppression") => Protection::Suppression,
        (2.., "cell-key") => {
            Protection::CellKey { variance_thousandths: number("variance-thousandths")?, bound: number("bound")? }
        }
        (2.., "rounding") => Protection::Rounding { base: number("base")? },
        _ => return None,
    })
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
    let format = match table.get("format").and_then(|value| whole(value.get_ref())) {
        Some(format) if format > FORMAT => return Err(OpenError::Newer { format }),
        Some(format @ 1..=FORMAT) => format,
        _ => return Err(OpenError::Manifest),
    };
    let contents = contents(format, table).ok_or(OpenError::Manifest)?;
    let again = write(&contents.0, &contents.1, &contents.2);
    if again == text { Ok(contents) } else { Err(OpenError::Manifest) }
}

fn contents(format: i64, table: &DeTable<'_>) -> Option<Contents> {
    let supersedes = match string(table, "supersedes") {
        Some(id) => Some((id.parse().ok()?, string(table, "because")?)),
        None => None,
    };
    let audience = match string(table, "audience") {
        Some(word) => Audience::ALL.into_iter().find(|audience| audience.word() == word)?,
        None if format == 1 => Audience::Public,
        None => return None,
    };
    let manifest = Manifest {
        format,
        audience,
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
        protection.push((string(entry, "source")?.parse().ok()?, method(format, entry)?));
    }
    Some((manifest, deliveries, protection))
}

fn string(table: &DeTable<'_>, key: &str) -> Option<String> {
    table.get(key)?.get_ref().as_str().map(str::to_owned)
}

fn whole(value: &DeValue<'_>) -> Option<i64> {
    let number = value.as_integer()?;
    i64::from_str_radix(number.as_str(), number.radix()).ok()
}

/// The tables of an array; none if the key is absent.
fn tables<'a, 'i>(table: &'a DeTable<'i>, key: &str) -> Option<Vec<&'a DeTable<'i>>> {
    match table.get(key) {
        None => Some(Vec::new()),
        Some(value) => value.get_ref().as_array()?.iter().map(|item| DeValue::as_table(item.get_ref())).collect(),
    }
}
