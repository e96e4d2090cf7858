//! Every sentence that people see, in German and English, and how numbers are written in each.
//!
//! The sentences live in the Fluent files `de/*.ftl` and `en/*.ftl`; no other crate has visible text.
//! [`Words::say`] fills a sentence in. A key that is missing is a fault of the program, not of its input:
//! the tests read all sources and hold that each key exists in both languages.

mod number;

use std::{fmt, str::FromStr};

use fluent_bundle::{FluentArgs, FluentResource, FluentValue, concurrent::FluentBundle};

pub use number::{decimal, grouped, signed};

/// A language of the program and of its pages.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Language {
    /// German, the default.
    #[default]
    De,
    /// English.
    En,
}

impl Language {
    /// All languages, the default first.
    pub const ALL: [Language; 2] = [Language::De, Language::En];

    /// The code of BCP 47.
    pub const fn code(self) -> &'static str {
        match self {
            Language::De => "de",
            Language::En => "en",
        }
    }
}

impl fmt::Display for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

impl FromStr for Language {
    type Err = ();

    fn from_str(text: &str) -> Result<Language, ()> {
        Language::ALL.into_iter().find(|language| language.code() == text).ok_or(())
    }
}

/// What a sentence is filled in with.
#[derive(Debug, Clone, PartialEq)]
pub enum Arg<'a> {
    /// Text, put in as it stands.
    Text(&'a str),
    /// A count, which also chooses the plural form.
    Count(i64),
}

impl<'a> From<&'a str> for Arg<'a> {
    fn from(text: &'a str) -> Arg<'a> {
        Arg::Text(text)
    }
}

impl<'a> From<&'a String> for Arg<'a> {
    fn from(text: &'a String) -> Arg<'a> {
        Arg::Text(text)
    }
}

impl From<i64> for Arg<'_> {
    fn from(count: i64) -> Self {
        Arg::Count(count)
    }
}

impl From<usize> for Arg<'_> {
    fn from(count: usize) -> Self {
        Arg::Count(i64::try_from(count).unwrap_or(i64::MAX))
    }
}

/// Words that texts should do without, with what to write instead, as TOML.
pub const TERMS: &str = include_str!("../terms.toml");

const DE: &[&str] = &[
    include_str!("../de/remarks.ftl"),
    include_str!("../de/pages.ftl"),
    include_str!("../de/report.ftl"),
    include_str!("../de/exports.ftl"),
    include_str!("../de/program.ftl"),
    include_str!("../de/keys.ftl"),
];
const EN: &[&str] = &[
    include_str!("../en/remarks.ftl"),
    include_str!("../en/pages.ftl"),
    include_str!("../en/report.ftl"),
    include_str!("../en/exports.ftl"),
    include_str!("../en/program.ftl"),
    include_str!("../en/keys.ftl"),
];

/// The sentences of one language.
pub struct Words {
    language: Language,
    bundle: FluentBundle<FluentResource>,
}

impl Words {
    /// Reads the sentences of a language; they are part of the program.
    ///
    /// # Panics
    /// If a Fluent file of the program is malformed, which a test rules out.
    pub fn new(language: Language) -> Words {
        let (tag, files) = match language {
            Language::De => ("de-DE", DE),
            Language::En => ("en-GB", EN),
        };
        let mut bundle = FluentBundle::new_concurrent(vec![tag.parse().expect("a language tag")]);
        // Isolation marks around what is filled in would be visible in terminals and file names.
        bundle.set_use_isolating(false);
        bundle.set_formatter(Some(|value, _| match value {
            FluentValue::Number(number) => Some(format!("{}", number.value)),
            _ => None,
        }));
        for file in files {
            let resource = FluentResource::try_new((*file).to_owned()).expect("the Fluent files are well formed");
            bundle.add_resource(resource).expect("no key stands twice in the Fluent files");
        }
        Words { language, bundle }
    }

    /// The language of these sentences.
    pub fn language(&self) -> Language {
        self.language
    }

    /// A sentence, filled in; `key` may name an attribute: `remark-unknown-key.hint`.
    ///
    /// # Panics
    /// If the key does not exist, which a test rules out.
    pub fn say(&self, key: &str, args: &[(&str, Arg<'_>)]) -> String {
        self.find(key, args).unwrap_or_else(|| panic!("the Fluent files do not know {key}"))
    }

    /// Whether a key exists; for tests of those who say it.
    pub fn has(&self, key: &str) -> bool {
        let (name, attribute) = key.split_once('.').map_or((key, None), |(name, attribute)| (name, Some(attribute)));
        let Some(message) = self.bundle.get_message(name) else { return false };
        attribute.is_none_or(|attribute| message.get_attribute(attribute).is_some())
    }

    /// As [`Words::say`], for keys that may be absent.
    pub fn find(&self, key: &str, args: &[(&str, Arg<'_>)]) -> Option<String> {
        let (name, attribute) = key.split_once('.').map_or((key, None), |(name, attribute)| (name, Some(attribute)));
        let message = self.bundle.get_message(name)?;
        let pattern = match attribute {
            Some(attribute) => message.get_attribute(attribute)?.value(),
            None => message.value()?,
        };
        let mut values = FluentArgs::with_capacity(args.len());
        for (name, arg) in args {
            match arg {
                Arg::Text(text) => values.set(*name, *text),
                Arg::Count(count) => values.set(*name, *count),
            }
        }
        let mut faults = Vec::new();
        let text = self.bundle.format_pattern(pattern, Some(&values), &mut faults);
        debug_assert!(faults.is_empty(), "{key}: {faults:?}");
        Some(text.into_owned())
    }
}

#[cfg(test)]
mod tests;
