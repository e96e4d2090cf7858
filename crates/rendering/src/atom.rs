//! Feeds (Atom, RFC 4287).

use maud::{Markup, PreEscaped, html};
use words::Language;

/// A feed. Addresses are relative to it, so that it lies where the site lies.
pub(crate) struct Feed<'a> {
    pub(crate) language: Language,
    pub(crate) id: String,
    pub(crate) title: String,
    /// The day of its latest entry, ISO 8601.
    pub(crate) on: &'a str,
    pub(crate) author: &'a str,
    /// The page that says the same.
    pub(crate) page: &'a str,
    pub(crate) entries: Vec<Entry>,
}

/// An entry of a feed.
pub(crate) struct Entry {
    pub(crate) id: String,
    pub(crate) title: String,
    /// Its day, ISO 8601.
    pub(crate) on: String,
    /// The page on which to read on.
    pub(crate) page: String,
    pub(crate) text: String,
}

/// The feed as XML.
pub(crate) fn feed(feed: &Feed<'_>) -> Vec<u8> {
    let written = html! {
        (PreEscaped("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n"))
        feed xmlns="http://www.w3.org/2005/Atom" xml:lang=(feed.language.code()) {
            (element("id", &feed.id))
            (element("title", &feed.title))
            (element("updated", &at(feed.on)))
            author { (element("name", feed.author)) }
            (page(feed.page))
            @for entry in &feed.entries {
                entry {
                    (element("id", &entry.id))
                    (element("title", &entry.title))
                    (element("updated", &at(&entry.on)))
                    (page(&entry.page))
                    (element("summary", &entry.text))
                }
            }
        }
    };
    (written.into_string() + "\n").into_bytes()
}

fn at(day: &str) -> String {
    format!("{day}T00:00:00Z")
}

/// Names of XML that HTML knows otherwise are written as they stand.
fn element(name: &str, text: &str) -> Markup {
    PreEscaped(format!("<{name}>{}</{name}>\n", escaped(text)))
}

fn page(path: &str) -> Markup {
    PreEscaped(format!("<link rel=\"alternate\" type=\"text/html\" href=\"{}.html\"/>\n", escaped(path)))
}

/// Text as it stands in XML, without the characters that XML does not have.
fn escaped(text: &str) -> String {
    let sound: String = text.chars().filter(|c| !c.is_control() || matches!(c, '\n' | '\t')).collect();
    let markup: Markup = html! { (sound) };
    markup.into_string()
}
