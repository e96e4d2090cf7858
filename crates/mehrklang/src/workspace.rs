//! The folder of a monitoring on disk: `open/` in front of the wall, for everyone; `restricted/<audience>/` in front of
//! it, for one narrower audience each; `shielded/` behind it.

mod shielded;

use std::{
    cell::OnceCell,
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
    rc::Rc,
};

use catalogue::{
    Files, Place, Remark,
    model::{Audience, Edition},
    names::SourceName,
};
use release::{OpenError, Opened};
use toml::de::DeTable;

use crate::{atomic, trouble::Trouble};

/// A monitoring's folder.
pub(crate) struct Workspace {
    /// The folder.
    pub(crate) root: PathBuf,
}

/// A delivery as it lies on disk.
pub(crate) struct StoredDelivery {
    pub(crate) source: SourceName,
    pub(crate) received: String,
    /// Path below the monitoring's folder, with `/`.
    pub(crate) file: String,
    /// Reads its bytes; nothing if they cannot be read.
    pub(crate) read: Box<dyn Fn() -> Option<Vec<u8>>>,
    /// The fingerprint of what was read, once it has been.
    pub(crate) fingerprint: Rc<OnceCell<String>>,
    /// The fingerprint under which it was received, as its receipt says.
    pub(crate) received_as: Option<String>,
    pub(crate) corrections: Option<(String, String)>,
    /// Whether these are the counts of an extract that was deleted.
    pub(crate) counted: bool,
}

impl StoredDelivery {
    /// Whether it was read and is not what was received.
    pub(crate) fn is_changed(&self) -> bool {
        let read = self.fingerprint.get().zip(self.received_as.as_ref());
        read.is_some_and(|(read, received)| read != received)
    }

    /// As production takes it, with path and text of the table of birth places.
    pub(crate) fn as_delivery(&self, birth_places: Option<(String, String)>) -> production::Delivery<'_> {
        production::Delivery {
            source: self.source.clone(),
            received: self.received.clone(),
            file: self.file.clone(),
            contents: production::Contents::Read(&*self.read),
            corrections: self.corrections.clone(),
            birth_places,
            counted: self.counted,
        }
    }
}

/// An extract of a register that was taken in.
pub(crate) struct Extract {
    pub(crate) source: String,
    /// Its folder below the monitoring's folder, with `/`.
    pub(crate) folder: String,
    pub(crate) received: String,
    /// The day on which everyone in it was counted.
    pub(crate) reference_date: String,
    /// The last day on which it may be kept.
    pub(crate) keep_until: String,
    /// SHA-256 of the file.
    pub(crate) fingerprint: String,
    pub(crate) name: String,
    /// The file with its persons, unless it was deleted.
    pub(crate) file: Option<PathBuf>,
}

/// Held as long as a command writes; the system lets go of it when the program ends, however it ends.
pub(crate) struct Lock(#[allow(dead_code, reason = "held, never read")] fs::File);

/// Files beside the delivered one in a delivery's folder.
const RECEIPT: &str = "receipt.toml";
const CORRECTIONS: &str = "corrections.toml";
/// In the place of an extract of a register whose persons were deleted.
pub(crate) const COUNTED: &str = "counted-before-deletion.csv";
/// What the spellings of birth places mean: with the statistics office, as a rare spelling can be one person's.
const BIRTH_PLACES: &str = "birthplaces.csv";

impl Workspace {
    pub(crate) fn new(root: &Path) -> Workspace {
        Workspace { root: root.to_owned() }
    }

    /// Keeps other runs from writing, and removes what a killed run has left.
    pub(crate) fn lock(&self) -> Result<Lock, Trouble> {
        let folder = self.shielded();
        fs::create_dir_all(&folder).map_err(Trouble::file("write", &folder))?;
        let path = folder.join(".lock");
        let file = fs::File::create(&path).map_err(Trouble::file("lock", &path))?;
        match file.try_lock() {
            Ok(()) => {}
            Err(fs::TryLockError::WouldBlock) => return Err(Trouble::Busy(self.root.clone())),
            Err(fs::TryLockError::Error(cause)) => return Err(Trouble::file("lock", &path)(cause)),
        }
        let mut written = vec![folder.clone(), self.protocols(), self.ledger_folder()];
        written.extend(folders(&folder.join("deliveries"))?);
        for audience in Audience::ALL {
            let published = self.published(audience);
            written.extend([self.releases_folder(audience), published.clone()]);
            written.extend(folders(&published)?);
        }
        written.push(self.root.join("open/reviews"));
        written.iter().try_for_each(|folder| atomic::tidy(folder))?;
        Ok(Lock(file))
    }

    /// All definition files as text, and remarks on those that are none.
    pub(crate) fn definitions(&self) -> Result<(Files, Vec<Remark>), Trouble> {
        let mut files = Files::new();
        let mut remarks = Vec::new();
        let open = self.root.join("open");
        let mut waiting = if open.is_dir() { vec![open.clone()] } else { Vec::new() };
        while let Some(folder) = waiting.pop() {
            for path in entries(&folder)? {
                if path.is_dir() {
                    if folder != open || !(path.ends_with("releases") || path.ends_with("published")) {
                        waiting.push(path);
                    }
                    continue;
                }
                let name = self.below(&path);
                let bytes = fs::read(&path).map_err(Trouble::file("read", &path))?;
                match String::from_utf8(bytes) {
                    Ok(text) => drop(files.insert(name, text)),
                    Err(_) => remarks.push(Remark::error("not-utf-8", Place::File(name)).hinted()),
                }
            }
        }
        Ok((files, remarks))
    }

    /// All deliveries, by source and in the order in which they were received.
    pub(crate) fn deliveries(&self) -> Result<Vec<StoredDelivery>, Trouble> {
        let mut deliveries = Vec::new();
        for folder in folders(&self.shielded().join("deliveries"))? {
            let Some(Ok(source)) = folder.file_name().and_then(|name| name.to_str()).map(str::parse) else { continue };
            let source: SourceName = source;
            let mut received: Vec<_> = folders(&folder)?.into_iter().filter_map(|f| Some((received(&f)?, f))).collect();
            received.sort();
            for ((date, _), folder) in received {
                let corrections = folder.join(CORRECTIONS);
                let corrections = match fs::read_to_string(&corrections) {
                    Ok(text) => Some((self.below(&corrections), text)),
                    Err(cause) if cause.kind() == std::io::ErrorKind::NotFound => None,
                    Err(cause) => return Err(Trouble::file("read", corrections)(cause)),
                };
                let counted = folder.join(COUNTED).exists();
                let receipt = receipt(&folder);
                for path in delivered(&folder)?.into_iter().filter(|path| !counted || path.ends_with(COUNTED)) {
                    let fingerprint = Rc::new(OnceCell::new());
                    let (file, first) = (self.below(&path), fingerprint.clone());
                    // The receipt is that of one file.
                    let received_as = receipt.clone().filter(|(name, _)| path.ends_with(name)).map(|(_, own)| own);
                    let read = move || {
                        let bytes = fs::read(&path).ok()?;
                        first.get_or_init(|| release::fingerprint(&bytes));
                        Some(bytes)
                    };
                    deliveries.push(StoredDelivery {
                        source: source.clone(),
                        received: date.clone(),
                        file,
                        read: Box::new(read),
                        fingerprint,
                        received_as,
                        corrections: corrections.clone(),
                        counted,
                    });
                }
            }
        }
        Ok(deliveries)
    }

    /// The folder below the monitoring in which the same bytes of a source lie already.
    pub(crate) fn same_delivery(&self, source: &SourceName, bytes: &[u8]) -> Result<Option<String>, Trouble> {
        for folder in folders(&self.shielded().join("deliveries").join(source.as_str()))? {
            for path in delivered(&folder)? {
                let length = fs::metadata(&path).map_err(Trouble::file("read", &path))?.len();
                // Files of another length need not be read.
                if length == bytes.len() as u64 && fs::read(&path).map_err(Trouble::file("read", &path))? == bytes {
                    return Ok(Some(self.below(&folder)));
                }
            }
        }
        Ok(None)
    }

    /// Extracts of registers with the day until which they may be kept, as their receipts say, in the order of their
    /// folders.
    pub(crate) fn extracts(&self) -> Result<Vec<Extract>, Trouble> {
        let mut extracts = Vec::new();
        for of_source in folders(&self.shielded().join("deliveries"))? {
            for folder in folders(&of_source)? {
                let receipt = folder.join(RECEIPT);
                let Ok(text) = fs::read_to_string(&receipt) else { continue };
                let Ok(receipt) = DeTable::parse(&text) else { continue };
                let said = |key: &str| receipt.get_ref().get(key)?.get_ref().as_str().map(str::to_owned);
                let Some(keep_until) = said("keep-until") else { continue };
                let name = said("file").unwrap_or_default();
                let file = Some(folder.join(&name)).filter(|file| !name.is_empty() && file.is_file());
                extracts.push(Extract {
                    folder: self.below(&folder),
                    received: said("received").unwrap_or_default(),
                    fingerprint: said("sha-256").unwrap_or_default(),
                    reference_date: said("reference-date").unwrap_or_default(),
                    source: said("source").unwrap_or_default(),
                    keep_until,
                    name,
                    file,
                });
            }
        }
        Ok(extracts)
    }

    /// Path and text of the municipality's table of birth places, if there is one.
    pub(crate) fn birth_places(&self) -> Result<Option<(String, String)>, Trouble> {
        let path = self.shielded().join(BIRTH_PLACES);
        match fs::read_to_string(&path) {
            Ok(text) => Ok(Some((self.below(&path), text))),
            Err(cause) if cause.kind() == std::io::ErrorKind::NotFound => Ok(None),
            Err(cause) => Err(Trouble::file("read", path)(cause)),
        }
    }

    /// A folder for a delivery of this source and day that does not exist yet: `<date>`, `<date>-2` …
    pub(crate) fn next_delivery_folder(&self, source: &SourceName, received: &str) -> PathBuf {
        let folder = self.shielded().join("deliveries").join(source.as_str());
        (1..)
            .map(|n| folder.join(if n == 1 { received.to_owned() } else { format!("{received}-{n}") }))
            .find(|folder| !folder.exists())
            .expect("numbers do not end")
    }

    /// All sealed releases of an audience, opened and verified, in the order of their folders; remarks on those that do
    /// not open or are for somebody else.
    pub(crate) fn releases(&self, audience: Audience) -> Result<(Vec<Opened>, Vec<Remark>), Trouble> {
        let (mut releases, mut remarks) = (Vec::new(), Vec::new());
        for folder in folders(&self.releases_folder(audience))? {
            let below = self.below(&folder);
            match release::open(&files_of(&folder)?) {
                Ok(opened) if !folder.ends_with(opened.id.as_str()) => {
                    remarks.push(OpenError::Changed { file: "manifest.toml".to_owned() }.remark(&below));
                }
                Ok(opened) if opened.manifest.audience != audience => {
                    let remark = Remark::error("release-misplaced", Place::File(format!("{below}/manifest.toml")));
                    remarks.push(remark.with("audience", opened.manifest.audience.word()).hinted());
                }
                Ok(opened) => releases.push(opened),
                Err(fault) => remarks.push(fault.remark(&below)),
            }
        }
        Ok((releases, remarks))
    }

    /// Where the releases of an audience lie.
    pub(crate) fn releases_folder(&self, audience: Audience) -> PathBuf {
        self.shown_to(audience).join("releases")
    }

    /// Where an edition is published: never below `open/`, if it is not for everyone.
    pub(crate) fn edition_folder(&self, edition: &Edition) -> PathBuf {
        self.published(edition.audience).join(edition.name.as_str())
    }

    /// What only the statistics office sees.
    pub(crate) fn shielded(&self) -> PathBuf {
        self.root.join("shielded")
    }

    fn published(&self, audience: Audience) -> PathBuf {
        self.shown_to(audience).join("published")
    }

    /// What is made for an audience.
    fn shown_to(&self, audience: Audience) -> PathBuf {
        match audience {
            Audience::Public => self.root.join("open"),
            _ => self.root.join("restricted").join(audience.word()),
        }
    }

    /// The path below the monitoring's folder, with `/`.
    fn below(&self, path: &Path) -> String {
        slashed(path.strip_prefix(&self.root).unwrap_or(path))
    }
}

/// All files below a folder by their path in it, with `/`.
pub(crate) fn files_of(folder: &Path) -> Result<BTreeMap<String, Vec<u8>>, Trouble> {
    let mut files = BTreeMap::new();
    let mut waiting = vec![folder.to_owned()];
    while let Some(current) = waiting.pop() {
        for path in entries(&current)? {
            if path.is_dir() {
                waiting.push(path);
            } else {
                let bytes = fs::read(&path).map_err(Trouble::file("read", &path))?;
                files.insert(slashed(path.strip_prefix(folder).unwrap_or(&path)), bytes);
            }
        }
    }
    Ok(files)
}

/// A relative path with `/` between its parts on every system.
fn slashed(path: &Path) -> String {
    path.components().map(|part| part.as_os_str().to_string_lossy()).collect::<Vec<_>>().join("/")
}

/// `2016-02-01-2` was received on 2016-02-01 as the second of that day.
fn received(folder: &Path) -> Option<(String, u32)> {
    let name = folder.file_name()?.to_str()?;
    let (date, number) = (name.get(..10)?, name.get(10..)?);
    let number = if number.is_empty() { 1 } else { number.strip_prefix('-')?.parse().ok()? };
    date.parse::<jiff::civil::Date>().ok()?;
    Some((date.to_owned(), number))
}

/// Folders within a folder, sorted; none if there is no such folder. Hidden and temporary ones are passed over.
fn folders(folder: &Path) -> Result<Vec<PathBuf>, Trouble> {
    if !folder.exists() {
        return Ok(Vec::new());
    }
    Ok(entries(folder)?.into_iter().filter(|path| path.is_dir()).collect())
}

/// The name of the file that was received into a folder, and its fingerprint.
fn receipt(folder: &Path) -> Option<(String, String)> {
    let text = fs::read_to_string(folder.join(RECEIPT)).ok()?;
    let receipt = DeTable::parse(&text).ok()?;
    let said = |key: &str| receipt.get_ref().get(key)?.get_ref().as_str().map(str::to_owned);
    Some((said("file")?, format!("sha256:{}", said("sha-256")?)))
}

/// The delivered files in a delivery's folder.
fn delivered(folder: &Path) -> Result<Vec<PathBuf>, Trouble> {
    let beside = |path: &PathBuf| path.ends_with(RECEIPT) || path.ends_with(CORRECTIONS) || path.is_dir();
    Ok(entries(folder)?.into_iter().filter(|path| !beside(path)).collect())
}

/// What lies in a folder, sorted, without hidden and temporary names.
fn entries(folder: &Path) -> Result<Vec<PathBuf>, Trouble> {
    let mut paths = Vec::new();
    for entry in fs::read_dir(folder).map_err(Trouble::file("list", folder))? {
        let path = entry.map_err(Trouble::file("list", folder))?.path();
        if path.file_name().is_some_and(|name| !name.to_string_lossy().starts_with('.')) {
            paths.push(path);
        }
    }
    paths.sort();
    Ok(paths)
}
