//! Links from edition to edition.
//!
//! What is published stays as it is, but for one line: each page has room for the word that a newer edition has come,
//! between two comments that nobody sees.

use std::collections::BTreeSet;

use catalogue::model::LocalText;
use maud::{Markup, PreEscaped, html};
use words::{Language, Words};

/// The edition before or after another one.
#[derive(Debug, Clone)]
pub struct Neighbour {
    /// Its title.
    pub title: LocalText,
    /// Where its site lies, with a slash at the end, if that is known.
    pub address: Option<String>,
    /// The files of its site.
    pub files: BTreeSet<String>,
}

const BEGIN: &str = "<!--later-->";
const END: &str = "<!--/later-->";

/// The room for the word of a newer edition.
pub(crate) fn room() -> Markup {
    PreEscaped(format!("{BEGIN}{END}"))
}

impl Neighbour {
    /// The title, as a link to the same page where that is there, else to the start page of the language.
    pub(crate) fn link(&self, language: Language, file: &str) -> Markup {
        let start = if language == Language::De { "index.html".to_owned() } else { format!("{language}/index.html") };
        let found = [file, &start, "index.html"].into_iter().find(|path| self.files.contains(*path));
        html! {
            @match self.address.as_ref().zip(found) {
                Some((address, path)) => a href={ (address) (path) } { (self.title.get(language)) },
                None => (self.title.get(language)),
            }
        }
    }
}

/// A page of an earlier edition with the word that `later` has come; `None` if there is no room for it. Said twice, it
/// stands there once.
pub fn follow(path: &str, page: &str, later: &Neighbour) -> Option<String> {
    let begin = page.find(BEGIN)? + BEGIN.len();
    let end = begin + page[begin..].find(END)?;
    let language =
        Language::ALL.into_iter().find(|language| path.starts_with(&format!("{language}/"))).unwrap_or_default();
    let words = Words::new(language);
    let said = html! {
        div class="note note-information" role="note" {
            p { strong { (words.say("site-note-information", &[])) } " " (words.say("edition-later", &[])) " " (later.link(language, path)) }
        }
    };
    Some(format!("{}{}{}", &page[..begin], said.into_string(), &page[end..]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_word_of_a_newer_edition_stands_once_and_leads_to_the_same_page() {
        let later = |address: Option<&str>| Neighbour {
            title: LocalText { de: "Ausgabe 2026".to_owned(), en: Some("Edition 2026".to_owned()) },
            address: address.map(str::to_owned),
            files: ["index.html", "en/index.html", "i/x.html"].map(str::to_owned).into(),
        };
        let page = format!("<main>{}<h1>x</h1></main>", room().into_string());
        let there = later(Some("https://stadt.example/2026/"));
        let once = follow("i/x.html", &page, &there).unwrap();
        assert!(once.contains("<a href=\"https://stadt.example/2026/i/x.html\">Ausgabe 2026</a>"), "{once}");
        assert_eq!(follow("i/x.html", &once, &there).as_ref(), Some(&once));
        let gone = follow("en/i/y.html", &page, &there).unwrap();
        assert!(gone.contains("<a href=\"https://stadt.example/2026/en/index.html\">Edition 2026</a>"), "{gone}");
        let unknown = follow("i/x.html", &page, &later(None)).unwrap();
        assert!(unknown.contains("Ausgabe 2026") && !unknown.contains("href"), "{unknown}");
        assert_eq!(follow("x.html", "<main></main>", &there), None);
    }
}
