//! What is new as a feed in each language: `feed.xml`.

use catalogue::Catalogue;
use publication::{Facts, News, news, wording::Wording};
use words::Language;

use crate::{
    File,
    atom::{self, Entry, Feed},
    warnings::id,
};

/// The feeds of an edition.
pub fn feeds(catalogue: &Catalogue, facts: &Facts<'_>) -> Vec<File> {
    let of = |language: &Language| {
        let words = Wording::new(catalogue, *language);
        let news = news(catalogue, facts, *language);
        let entry = |one: &News| Entry {
            id: id(catalogue, facts, &one.id),
            title: one.title.clone(),
            on: one.on.clone(),
            page: one.target.clone(),
            text: one.text.clone(),
        };
        let bytes = atom::feed(&Feed {
            language: *language,
            id: id(catalogue, facts, "news"),
            title: format!("{}: {}", words.text(&catalogue.monitoring.title), words.say("news-title", &[])),
            on: news.first().map_or(facts.sealed_on, |one| one.on.as_str()),
            author: words.text(&catalogue.monitoring.publisher),
            page: "data",
            entries: news.iter().map(entry).collect(),
        });
        let path = if *language == Language::De { "feed.xml".to_owned() } else { format!("{language}/feed.xml") };
        File { path, bytes }
    };
    facts.edition.languages.iter().map(of).collect()
}
