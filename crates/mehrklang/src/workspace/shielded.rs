//! What lies behind the wall beside the deliveries: the policy, the protocols, the ledger, the secret.

use std::{fs, io, path::PathBuf};

use catalogue::{Place, Remark};

use super::{Workspace, entries};
use crate::{atomic, trouble::Trouble};

/// Entries of the ledger: file name and text.
pub(crate) type Ledger = Vec<(String, String)>;

/// Bytes of a secret.
const SECRET: usize = 32;

impl Workspace {
    /// The rules of disclosure control, where the office has set any.
    pub(crate) fn policy(&self) -> Result<Option<String>, Trouble> {
        let path = self.shielded().join("policy.toml");
        match fs::read_to_string(&path) {
            Ok(text) => Ok(Some(text)),
            Err(cause) if cause.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(cause) => Err(Trouble::file("read", path)(cause)),
        }
    }

    /// What has been released before, to whom: one file for each production, in the order of their numbers, which is
    /// that in which they were written. What does not belong there is remarked: the file of a production that was
    /// renamed would be forgotten silently.
    pub(crate) fn ledger(&self) -> Result<(Ledger, Vec<Remark>), Trouble> {
        let folder = self.ledger_folder();
        let (mut found, mut remarks) = (Vec::new(), Vec::new());
        for path in if folder.exists() { entries(&folder)? } else { Vec::new() } {
            let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default().to_owned();
            match name.strip_suffix(".csv").and_then(number) {
                Some(number) => {
                    found.push((number, name, fs::read_to_string(&path).map_err(Trouble::file("read", &path))?));
                }
                None => remarks.push(Remark::error("ledger-unexpected", Place::File(self.below(&path))).hinted()),
            }
        }
        found.sort();
        Ok((found.into_iter().map(|(_, name, text)| (name, text)).collect(), remarks))
    }

    /// Adds the entry of a production to the ledger, to the disk; an entry that is there is never written again.
    pub(crate) fn add_to_ledger(&self, production: &str, entry: &str) -> Result<(), Trouble> {
        atomic::create_file(&self.ledger_folder().join(format!("{production}.csv")), entry.as_bytes(), false)
    }

    /// The number of the next production: `2026-003`. It is higher than all others, whatever the day, so that the
    /// entries of the ledger stay in the order in which they were written.
    pub(crate) fn next_production(&self, on: &str) -> Result<String, Trouble> {
        let mut taken = Vec::new();
        for folder in [self.protocols(), self.ledger_folder()] {
            let paths = if folder.exists() { entries(&folder)? } else { Vec::new() };
            taken.extend(paths.iter().filter_map(|path| number(path.file_stem()?.to_str()?)));
        }
        let today = on.get(..4).and_then(|year| year.parse().ok()).unwrap_or(0);
        let (year, last) = taken.into_iter().max().filter(|(year, _)| *year >= today).unwrap_or((today, 0));
        Ok(format!("{year:04}-{:03}", last + 1))
    }

    /// The secret from which the keys of the cell key method follow; none if there is no file, or not such a one.
    pub(crate) fn secret(&self) -> Result<Option<Vec<u8>>, Trouble> {
        let path = self.secret_file();
        match fs::read(&path) {
            Ok(bytes) => Ok(from_hexadecimal(bytes.trim_ascii())),
            Err(cause) if cause.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(cause) => Err(Trouble::file("read", path)(cause)),
        }
    }

    /// Makes a secret from the randomness of the system, for the eyes of its owner only, and says so. One that is
    /// there is left alone, whatever is in it.
    pub(crate) fn make_secret(&self) -> Result<Option<Remark>, Trouble> {
        let path = self.secret_file();
        if path.exists() {
            return Ok(None);
        }
        let mut bytes = [0; SECRET];
        // Randomness enters here.
        getrandom::fill(&mut bytes).map_err(|cause| Trouble::file("write", &path)(cause.into()))?;
        let text: String = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
        atomic::create_file(&path, format!("{text}\n").as_bytes(), true)?;
        Ok(Some(Remark::note("secret-made", Place::File(self.below(&path))).hinted()))
    }

    /// Where the protocols of the productions lie, a folder for each.
    pub(crate) fn protocols(&self) -> PathBuf {
        self.shielded().join("protocols")
    }

    pub(super) fn ledger_folder(&self) -> PathBuf {
        self.shielded().join("ledger")
    }

    fn secret_file(&self) -> PathBuf {
        self.shielded().join("secret.key")
    }
}

/// The number of a production, to be compared: `2026-003`.
fn number(name: &str) -> Option<(u32, u32)> {
    let (year, number) = name.split_once('-')?;
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit()).then(|| text.parse().ok())?;
    Some((digits(year)?, digits(number)?))
}

fn from_hexadecimal(text: &[u8]) -> Option<Vec<u8>> {
    let digit = |byte: &u8| char::from(*byte).to_digit(16);
    let byte = |pair: &[u8]| match pair {
        [high, low] => u8::try_from(16 * digit(high)? + digit(low)?).ok(),
        _ => None,
    };
    text.chunks(2).map(byte).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn workspace() -> (tempfile::TempDir, Workspace) {
        let folder = tempfile::tempdir().unwrap();
        let workspace = Workspace::new(folder.path());
        (folder, workspace)
    }

    #[test]
    fn productions_are_numbered_in_the_order_in_which_they_are_made() {
        let (_folder, workspace) = workspace();
        assert_eq!(workspace.next_production("2026-03-01").unwrap(), "2026-001");
        workspace.add_to_ledger("2026-001", "one").unwrap();
        fs::create_dir_all(workspace.protocols().join("2026-002")).unwrap();
        fs::write(workspace.protocols().join("2025-009.toml"), "").unwrap();
        assert_eq!(workspace.next_production("2026-03-01").unwrap(), "2026-003");
        // A day before the last production does not put its entry before it.
        assert_eq!(workspace.next_production("2025-03-01").unwrap(), "2026-003");
        assert_eq!(workspace.next_production("2027-03-01").unwrap(), "2027-001");
        workspace.add_to_ledger("2026-1000", "four").unwrap();
        workspace.add_to_ledger("2026-999", "three").unwrap();
        let (ledger, remarks) = workspace.ledger().unwrap();
        assert_eq!(ledger.iter().map(|(_, text)| text.as_str()).collect::<Vec<_>>(), ["one", "three", "four"]);
        assert!(remarks.is_empty());
    }

    #[test]
    fn an_entry_is_never_written_again_and_none_is_overlooked() {
        let (_folder, workspace) = workspace();
        workspace.add_to_ledger("2026-001", "one").unwrap();
        assert!(workspace.add_to_ledger("2026-001", "two").is_err());
        assert_eq!(workspace.ledger().unwrap().0, [("2026-001.csv".to_owned(), "one".to_owned())]);
        for name in ["2026-001 (Kopie).csv", "2026-002.csv.bak", "alt.csv"] {
            fs::write(workspace.ledger_folder().join(name), "x").unwrap();
        }
        let rules: Vec<_> = workspace.ledger().unwrap().1.iter().map(|remark| remark.rule).collect();
        assert_eq!(rules, ["ledger-unexpected"; 3]);
    }

    #[test]
    fn a_secret_is_made_once_and_for_its_owner_only() {
        let (_folder, workspace) = workspace();
        assert_eq!(workspace.secret().unwrap(), None);
        assert_eq!(workspace.make_secret().unwrap().unwrap().rule, "secret-made");
        let secret = workspace.secret().unwrap().unwrap();
        assert_eq!(secret.len(), SECRET);
        assert!(workspace.make_secret().unwrap().is_none());
        assert_eq!(workspace.secret().unwrap().unwrap(), secret);
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            assert_eq!(fs::metadata(workspace.secret_file()).unwrap().permissions().mode() & 0o777, 0o600);
        }
        let (_other, another) = self::workspace();
        another.make_secret().unwrap();
        assert_ne!(another.secret().unwrap().unwrap(), secret);
        // What is no secret is not replaced either.
        fs::write(workspace.secret_file(), "geheim").unwrap();
        assert_eq!(workspace.secret().unwrap(), None);
        assert!(workspace.make_secret().unwrap().is_none());
    }
}
