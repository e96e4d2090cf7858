//! Any text is read or remarked: each remark lies within the text and can be said in both languages, a policy comes out
//! if and only if no remark is an error, and what comes out keeps its promises for every source and audience.

#![no_main]

#[path = "../../tests/policy/town.rs"]
mod town;

use std::sync::LazyLock;

use catalogue::{
    Catalogue, Place,
    policy::{Attacker, FILE, Method, Zeros, read},
    remark::{Word, has_errors},
};
use libfuzzer_sys::fuzz_target;
use words::{Arg, Language, Words};

static CATALOGUE: LazyLock<Catalogue> = LazyLock::new(town::catalogue);
static WORDS: LazyLock<[Words; 2]> = LazyLock::new(|| Language::ALL.map(Words::new));

fuzz_target!(|text: &str| {
    let (policy, remarks) = read(&CATALOGUE, text);
    assert_eq!(policy.is_none(), has_errors(&remarks));
    for remark in &remarks {
        match &remark.place {
            Place::Span(path, span) => assert!(path == FILE && text.get(span.start..span.end).is_some()),
            Place::File(path) => assert_eq!(path, FILE),
            Place::Monitoring | Place::Row { .. } => panic!("a remark about something else"),
        }
        let args: Vec<(&str, Arg<'_>)> = remark
            .words
            .iter()
            .map(|(name, word)| match word {
                Word::Text(text) => (*name, Arg::Text(text)),
                Word::Count(count) => (*name, Arg::Count(*count)),
            })
            .collect();
        for words in WORDS.iter() {
            assert!(!words.say(&format!("remark-{}", remark.rule), &args).is_empty());
        }
    }
    let Some(policy) = policy else { return };
    let audiences = &policy.audiences;
    assert!(!audiences.is_empty() && audiences.iter().enumerate().all(|(at, own)| !audiences[..at].contains(own)));
    for source in CATALOGUE.sources.keys() {
        for audience in &policy.audiences {
            let rules = policy.rules(source, *audience);
            assert!(rules.minimum_frequency >= 1);
            assert!(rules.zeros == Zeros::Shown || rules.attacker != Attacker::Positive);
            assert!(rules.zeros == Zeros::Protected || rules.group_disclosure.is_empty());
            match rules.method {
                Method::CellKey(noise) => {
                    let most = f64::from(noise.bound) * f64::from(noise.bound);
                    assert!(noise.variance > 0.0 && noise.variance <= most);
                }
                Method::Rounding { base } => assert!(base == 3 || base == 5),
                Method::Suppression | Method::Refusal => {}
            }
        }
    }
});
