//! What is new, for those who follow a monitoring: the release, what it corrects, how the set of indicators changed.

use catalogue::Catalogue;
use words::Language;

use super::Facts;
use crate::{
    review::{Logged, log, say},
    wording::Wording,
};
use catalogue::model::Decided;

/// A piece of news.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct News {
    /// What names it for ever, within a monitoring: `release:2026-03-15-abcdef`.
    pub id: String,
    /// Its day, ISO 8601.
    pub on: String,
    /// Its heading.
    pub title: String,
    /// What is said.
    pub text: String,
    /// The path of the page on which to read on.
    pub target: String,
}

/// All that is new in an edition, the latest first.
pub fn news(catalogue: &Catalogue, facts: &Facts<'_>, language: Language) -> Vec<News> {
    let wording = Wording::new(catalogue, language);
    let mut news = vec![release(&wording, facts)];
    news.extend(catalogue.corrections.iter().map(|correction| News {
        // Two mistakes of one day are told apart by what they are about.
        id: format!(
            "correction:{}:{}",
            correction.on,
            correction.indicators.iter().map(|name| name.as_str()).collect::<Vec<_>>().join(",")
        ),
        on: correction.on.clone(),
        title: wording.say("news-correction", &[]),
        text: format!("{} {}", wording.text(&correction.text), wording.text(&correction.reason)),
        target: match &correction.indicators[..] {
            [one] => format!("i/{one}"),
            _ => "changes".to_owned(),
        },
    }));
    news.extend(log(catalogue).into_iter().map(|entry| {
        let what = match &entry.what {
            Logged::Decided(what) => say::decided(&wording, what),
            Logged::Retired => say::decided(&wording, &Decided::Retire),
        };
        News {
            id: format!("set:{}:{}", entry.on, entry.indicator),
            on: entry.on.to_string(),
            title: format!("{}: {what}", say::title(&wording, &entry.indicator)),
            text: wording.text(&entry.reason).to_owned(),
            target: if catalogue.indicator(&entry.indicator).is_some() {
                format!("i/{}", entry.indicator)
            } else {
                "changes".to_owned()
            },
        }
    }));
    // Days as ISO 8601 sort as they follow each other; of one day, the order above holds.
    news.sort_by(|one, other| other.on.cmp(&one.on));
    news
}

fn release(wording: &Wording<'_>, facts: &Facts<'_>) -> News {
    let id = facts.release.as_str();
    let text = match facts.supersedes {
        Some((earlier, because)) => {
            wording.say("supersedes-sentence", &[("id", earlier.as_str().into()), ("because", because.into())])
        }
        None => wording.text(&facts.edition.title).to_owned(),
    };
    News {
        id: format!("release:{id}"),
        on: facts.sealed_on.to_owned(),
        title: wording.say("news-release", &[("release", id.into())]),
        text,
        target: "data".to_owned(),
    }
}
