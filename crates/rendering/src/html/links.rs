//! Addresses: relative everywhere, so that a site works from disk, from any folder of a server, and behind
//! `mehrklang serve` alike.

use std::collections::BTreeSet;

use words::Language;

/// The file of a page.
pub(super) fn file_of(language: Language, path: &str) -> String {
    let path = if path.is_empty() { "index" } else { path };
    if language == Language::default() { format!("{path}.html") } else { format!("{language}/{path}.html") }
}

/// A file of a language that is no page.
pub(super) fn beside(language: Language, name: &str) -> String {
    if language == Language::default() { name.to_owned() } else { format!("{language}/{name}") }
}

/// The address of a target as written on a page: a page of the same language, a file, a part of this page, or
/// elsewhere.
pub(super) fn href(known: &BTreeSet<(Language, &str)>, language: Language, path: &str, target: &str) -> String {
    if target.contains("://") || target.starts_with("mailto:") || target.starts_with('#') {
        return target.to_owned();
    }
    let (to, part) = target.split_once('#').map_or((target, None), |(to, part)| (to, Some(part)));
    let to = if known.contains(&(language, to)) { file_of(language, to) } else { to.to_owned() };
    let mut address = relative(&file_of(language, path), &to);
    if let Some(part) = part {
        address.push('#');
        address.push_str(part);
    }
    address
}

/// The way from one file of the site to another.
pub(super) fn relative(from: &str, to: &str) -> String {
    let mut from: Vec<&str> = from.split('/').collect();
    let mut to: Vec<&str> = to.split('/').collect();
    from.pop();
    let same = from.iter().zip(&to[..to.len() - 1]).take_while(|(a, b)| a == b).count();
    let up = "../".repeat(from.len() - same);
    to.drain(..same);
    format!("{up}{}", to.join("/"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_lead_from_file_to_file() {
        let known = BTreeSet::from([
            (Language::De, ""),
            (Language::De, "i/anteil"),
            (Language::De, "f/bildung"),
            (Language::En, "i/anteil"),
            (Language::En, ""),
        ]);
        let de = |path, target| href(&known, Language::De, path, target);
        let en = |path, target| href(&known, Language::En, path, target);
        assert_eq!(de("", "i/anteil"), "i/anteil.html");
        assert_eq!(de("i/anteil", ""), "../index.html");
        assert_eq!(de("i/anteil", "f/bildung#wege"), "../f/bildung.html#wege");
        assert_eq!(de("i/anteil", "i/anteil.csv"), "anteil.csv");
        assert_eq!(en("i/anteil", "i/anteil.csv"), "../../i/anteil.csv");
        assert_eq!(en("i/anteil", ""), "../index.html");
        assert_eq!(en("", "i/anteil"), "i/anteil.html");
        assert_eq!(de("", "#teil"), "#teil");
        assert_eq!(de("i/anteil", "https://example.org/"), "https://example.org/");
        assert_eq!(relative("en/i/x.html", "i/x.html"), "../../i/x.html");
    }
}
