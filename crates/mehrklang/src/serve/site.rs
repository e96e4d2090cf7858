//! The files of a site in memory, and which of them an address means.

use std::{
    collections::BTreeMap,
    fs,
    io::{self, Write},
    path::Path,
    sync::OnceLock,
};

use axum::body::Bytes;
use flate2::{Compression, write::GzEncoder};
use sha2::{Digest, Sha256};

use super::ServeError;

/// A site: its files by their paths with `/`, without a leading one.
pub(super) struct Site {
    pub(super) files: BTreeMap<String, File>,
}

/// A file of a site.
pub(super) struct File {
    /// Its bytes as written.
    pub(super) plain: Bytes,
    /// Its bytes compressed, made when first asked for; `None` if that saves nothing.
    gzip: OnceLock<Option<Bytes>>,
    /// The beginning of its SHA-256, which names this content and no other.
    pub(super) digest: String,
    /// What it is, for `Content-Type`.
    pub(super) media_type: &'static str,
}

/// What an address means.
pub(super) enum Found<'a> {
    /// A file, with its path.
    File(&'a str, &'a File),
    /// The address of a folder without its closing `/`, with which links of its start page would go astray.
    Folder(String),
    /// Nothing; the page that says so, if the site has one.
    Nothing(Option<(&'a str, &'a File)>),
}

impl Site {
    /// Reads all files below a folder that has a start page.
    pub(super) fn read(folder: &Path) -> Result<Site, ServeError> {
        let mut files = BTreeMap::new();
        read_folder(folder, "", &mut files)?;
        if !files.contains_key("index.html") {
            return Err(ServeError::NoStart { path: folder.to_owned() });
        }
        Ok(Site { files })
    }

    /// Looks an address up: the file itself, the page `x.html` at `x`, the start page of a folder at `x/`.
    pub(super) fn find(&self, address: &str) -> Found<'_> {
        let Ok(path) = percent_encoding::percent_decode_str(address).decode_utf8() else {
            return self.nothing("");
        };
        let path = path.strip_prefix('/').unwrap_or(&path);
        if path.is_empty() || path.ends_with('/') {
            return self.file(&format!("{path}index.html")).unwrap_or_else(|| self.nothing(path));
        }
        if let Some(found) = self.file(path).or_else(|| self.file(&format!("{path}.html"))) {
            return found;
        }
        if self.files.contains_key(&format!("{path}/index.html")) {
            // The address as it came, so that nothing decoded gets into a header.
            return Found::Folder(format!("/{}/", address.trim_matches('/')));
        }
        self.nothing(path)
    }

    fn file(&self, path: &str) -> Option<Found<'_>> {
        self.files.get_key_value(path).map(|(path, file)| Found::File(path, file))
    }

    /// The page of the nearest folder that says that there is nothing, so that it speaks the reader's language.
    fn nothing(&self, path: &str) -> Found<'_> {
        let mut folder = path;
        while let Some((above, _)) = folder.rsplit_once('/') {
            if let Some((path, file)) = self.files.get_key_value(&format!("{above}/404.html")) {
                return Found::Nothing(Some((path, file)));
            }
            folder = above;
        }
        Found::Nothing(self.files.get_key_value("404.html").map(|(path, file)| (path.as_str(), file)))
    }
}

impl File {
    /// A file with what it is.
    pub(super) fn new(media_type: &'static str, plain: Vec<u8>) -> File {
        let digest = Sha256::digest(&plain).iter().take(16).map(|byte| format!("{byte:02x}")).collect();
        File { plain: plain.into(), gzip: OnceLock::new(), digest, media_type }
    }

    /// Whether compressing is worth a try; packed formats are as small as they get.
    pub(super) fn compressible(&self) -> bool {
        ["charset=utf-8", "json", "+xml"].iter().any(|ending| self.media_type.ends_with(ending))
    }

    /// The compressed bytes, unless they are not smaller.
    pub(super) fn gzip(&self) -> Option<&Bytes> {
        if !self.compressible() {
            return None;
        }
        self.gzip.get_or_init(|| compress(&self.plain).ok().filter(|packed| packed.len() < self.plain.len())).as_ref()
    }
}

fn compress(plain: &[u8]) -> io::Result<Bytes> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::new(6));
    encoder.write_all(plain)?;
    Ok(encoder.finish()?.into())
}

/// Reads the plain files of a folder and of the folders below it. Links to elsewhere are left out: what lies outside
/// of the site is not part of it.
fn read_folder(folder: &Path, prefix: &str, files: &mut BTreeMap<String, File>) -> Result<(), ServeError> {
    let failed = |path: &Path, cause| ServeError::Read { path: path.to_owned(), cause };
    for entry in fs::read_dir(folder).map_err(|cause| failed(folder, cause))? {
        let entry = entry.map_err(|cause| failed(folder, cause))?;
        let path = entry.path();
        let kind = entry.file_type().map_err(|cause| failed(&path, cause))?;
        // A name that is not UTF-8 has no address.
        let Ok(name) = entry.file_name().into_string() else { continue };
        let key = format!("{prefix}{name}");
        if kind.is_dir() {
            read_folder(&path, &format!("{key}/"), files)?;
        } else if kind.is_file() {
            let bytes = fs::read(&path).map_err(|cause| failed(&path, cause))?;
            let file = File::new(media_type(&key), bytes);
            files.insert(key, file);
        }
    }
    Ok(())
}

/// What a file is, by its ending. Texts are UTF-8 throughout.
fn media_type(path: &str) -> &'static str {
    match path.rsplit_once('.').map_or("", |(_, ending)| ending) {
        "html" => "text/html; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "csv" => "text/csv; charset=utf-8",
        "json" => "application/json; charset=utf-8",
        "geojson" => "application/geo+json; charset=utf-8",
        "txt" => "text/plain; charset=utf-8",
        "md" => "text/markdown; charset=utf-8",
        "toml" => "application/toml; charset=utf-8",
        "xml" => "application/xml; charset=utf-8",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "ico" => "image/x-icon",
        "woff2" => "font/woff2",
        "pdf" => "application/pdf",
        "zip" => "application/zip",
        "parquet" => "application/vnd.apache.parquet",
        "xlsx" => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        _ => "application/octet-stream",
    }
}
