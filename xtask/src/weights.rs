//! What the pages of a site weigh, compressed, with the styles, scripts and pictures that they load.

use std::{collections::BTreeMap, fs, io::Write, path::Path};

use flate2::{Compression, write::GzEncoder};

use crate::run::Done;

/// The pages of a site, each with its compressed weight in bytes.
pub(crate) fn pages(site: &Path) -> Done<BTreeMap<String, usize>> {
    let mut files = BTreeMap::new();
    read(site, "", &mut files)?;
    let packed: BTreeMap<&str, usize> = files.iter().map(|(path, bytes)| (path.as_str(), pack(bytes))).collect();
    let pages = files.iter().filter(|(path, _)| path.ends_with(".html"));
    Ok(pages
        .map(|(path, bytes)| {
            let html = String::from_utf8_lossy(bytes);
            let loaded: usize = loads(&html).filter_map(|target| packed.get(resolve(path, target).as_str())).sum();
            (path.clone(), packed[path.as_str()] + loaded)
        })
        .collect())
}

fn pack(bytes: &[u8]) -> usize {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::new(6));
    let packed = encoder.write_all(bytes).and_then(|()| encoder.finish());
    packed.expect("writing to memory").len().min(bytes.len())
}

/// The addresses of styles, scripts and pictures in a page.
fn loads(html: &str) -> impl Iterator<Item = &str> {
    html.split('<').filter_map(|tag| {
        let attribute = match tag.split(|sign: char| sign.is_whitespace() || sign == '>').next()? {
            "link" if tag.contains("stylesheet") => "href=\"",
            "script" | "img" => "src=\"",
            _ => return None,
        };
        tag.split(attribute).nth(1)?.split('"').next()
    })
}

/// The file that an address on a page means.
fn resolve(page: &str, target: &str) -> String {
    let target = target.split(['?', '#']).next().unwrap_or_default();
    if let Some(absolute) = target.strip_prefix('/') {
        return absolute.to_owned();
    }
    let mut parts: Vec<&str> = page.split('/').collect();
    parts.pop();
    for part in target.split('/') {
        match part {
            ".." => drop(parts.pop()),
            "." => {}
            name => parts.push(name),
        }
    }
    parts.join("/")
}

fn read(folder: &Path, prefix: &str, files: &mut BTreeMap<String, Vec<u8>>) -> Done {
    let trouble = |error: std::io::Error| format!("{}: {error}", folder.display());
    for entry in fs::read_dir(folder).map_err(trouble)? {
        let entry = entry.map_err(trouble)?;
        let path = format!("{prefix}{}", entry.file_name().to_string_lossy());
        if entry.path().is_dir() {
            read(&entry.path(), &format!("{path}/"), files)?;
        } else {
            files.insert(path, fs::read(entry.path()).map_err(trouble)?);
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_loads_styles_scripts_and_pictures() {
        let html = "<link rel=\"stylesheet\" href=\"../style.css\"><link rel=\"alternate\" href=\"x.csv\">\
                    <script src=\"/site.js\" defer></script><img alt=\"\" src=\"a.svg\"><a href=\"b.html\">b</a>";
        let found: Vec<_> = loads(html).map(|target| resolve("i/x.html", target)).collect();
        assert_eq!(found, ["style.css", "site.js", "i/a.svg"]);
    }
}
