//! Each rule of the reader: one mistake, and all that is remarked about it.

mod cases;
mod goals;
mod language;
mod reviews;
#[path = "../tiny/mod.rs"]
mod tiny;

use std::{collections::BTreeSet, sync::LazyLock};

use catalogue::{
    Files, Place, Remark, Severity, line_column,
    model::{Delivered, DeliveredNoise},
    remark::Word,
};
use words::{Arg, Language, Words};

use cases::{CASES, Edit, MONITORING, REGISTER, SEX, SHARE};

/// The tiny monitoring after these changes.
#[track_caller]
fn edited(edits: &[Edit]) -> Files {
    let mut files = tiny::files();
    for edit in edits {
        match *edit {
            Edit::Replace(path, from, to) => {
                let text = files.get_mut(path).unwrap_or_else(|| panic!("no file {path}"));
                assert!(text.contains(from), "{path} does not contain {from}");
                *text = text.replacen(from, to, 1);
            }
            Edit::Write(path, text) => {
                files.insert(path.to_owned(), text.to_owned());
            }
            Edit::Append(path, text) => files.get_mut(path).unwrap_or_else(|| panic!("no file {path}")).push_str(text),
            Edit::Remove(path) => {
                files.remove(path).unwrap_or_else(|| panic!("no file {path}"));
            }
        }
    }
    files
}

static WORDS: LazyLock<[Words; 2]> = LazyLock::new(|| Language::ALL.map(Words::new));

/// A remark in one line: weight, rule, place, words, and `?` with what is suggested.
fn line(files: &Files, remark: &Remark) -> String {
    let severity = match remark.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note => "note",
    };
    let place = match &remark.place {
        Place::Monitoring => "–".to_owned(),
        Place::File(path) => path.clone(),
        Place::Span(path, span) => {
            let (line, column) = line_column(&files[path], span.start);
            let text = &files[path][span.start..span.end];
            format!("{path}:{line}:{column} `{}`", text.lines().next().unwrap_or(""))
        }
        Place::Row { .. } => panic!("definitions have no rows"),
    };
    let mut line = format!("{severity} {} {place}", remark.rule);
    for (name, word) in &remark.words {
        match (name, word) {
            (&"near", Word::Text(text)) => line.push_str(&format!(" ?{text}")),
            (_, Word::Text(text)) if text.is_empty() => {}
            (_, Word::Text(text)) => line.push_str(&format!(" {text}")),
            (_, Word::Count(count)) => line.push_str(&format!(" {count}")),
        }
    }
    line
}

/// What is remarked after these changes; each remark is also said in both languages.
#[track_caller]
fn remarks(edits: &[Edit]) -> (Vec<&'static str>, Vec<String>) {
    let files = edited(edits);
    let (catalogue, remarks) = catalogue::read(&files);
    assert_eq!(catalogue.is_none(), catalogue::remark::has_errors(&remarks));
    for words in &*WORDS {
        for remark in &remarks {
            let args: Vec<(&str, Arg<'_>)> = remark
                .words
                .iter()
                .map(|(name, word)| match word {
                    Word::Text(text) => (*name, Arg::Text(text)),
                    Word::Count(count) => (*name, Arg::Count(*count)),
                })
                .collect();
            assert!(!words.say(&format!("remark-{}", remark.rule), &args).is_empty());
            if remark.hint {
                assert!(!words.say(&format!("remark-{}.hint", remark.rule), &args).is_empty());
            }
        }
    }
    (remarks.iter().map(|remark| remark.rule).collect(), remarks.iter().map(|remark| line(&files, remark)).collect())
}

#[track_caller]
fn check(edits: &[Edit], expected: &[&str]) {
    assert_eq!(remarks(edits).1, expected, "{edits:?}");
}

#[test]
fn the_tiny_monitoring_is_without_remarks() {
    check(&[], &[]);
    let (catalogue, _) = catalogue::read(&tiny::files());
    let catalogue = catalogue.unwrap();
    assert_eq!(catalogue.whole().code.as_str(), "01");
    assert_eq!(catalogue.indicators.len(), 15);
    assert_eq!(catalogue.boundaries.polygons.len(), 2);
    let children = catalogue::outline_children(&catalogue, &"01".parse().unwrap());
    assert_eq!(children.iter().map(|code| code.as_str()).collect::<Vec<_>>(), ["01-1", "01-2"]);
}

#[test]
fn every_mistake_is_remarked_at_its_place() {
    for (edits, expected) in CASES {
        check(edits, expected);
    }
}

#[test]
fn every_rule_is_tried() {
    let (mut tried, mut said): (BTreeSet<String>, BTreeSet<String>) = Default::default();
    tried.extend(["no-monitoring".to_owned(), "core-many".to_owned()]);
    for (edits, _) in CASES.iter().chain(goals::CASES).chain(language::CASES).chain(reviews::CASES) {
        tried.extend(remarks(edits).0.into_iter().map(str::to_owned));
    }
    let sentences = include_str!("../../../words/de/remarks.ftl").split("\n## ");
    let of_definitions =
        |part: &&str| ["definitions\n", "goals\n", "language\n", "reviews\n"].iter().any(|head| part.starts_with(head));
    for line in sentences.filter(of_definitions).flat_map(str::lines) {
        if let Some((rule, _)) = line.strip_prefix("remark-").and_then(|line| line.split_once(" =")) {
            said.insert(rule.to_owned());
        }
    }
    assert_eq!(tried, said);
}

#[test]
fn an_empty_folder_holds_no_monitoring() {
    let (catalogue, remarks) = catalogue::read(&Files::new());
    assert!(catalogue.is_none());
    assert_eq!(remarks.iter().map(|remark| (remark.rule, remark.hint)).collect::<Vec<_>>(), [("no-monitoring", true)]);
}

#[test]
fn more_than_twenty_core_indicators_are_too_many() {
    let text: &'static str = Box::leak(tiny::files()[SHARE].clone().into_boxed_str());
    let names: Vec<&'static str> = (0..6).map(|i| &*format!("open/fields/people/more-{i}.toml").leak()).collect();
    let edits: Vec<Edit> = names.into_iter().map(|name| Edit::Write(name, text)).collect();
    check(&edits, &["warning core-many – 21 20"]);
}

#[test]
fn what_the_deliverer_has_done_stands_at_the_source() {
    let delivered = |text: &'static str| {
        let (catalogue, remarks) = catalogue::read(&edited(&[Edit::Replace(REGISTER, "[layout]", text)]));
        assert_eq!(remarks, []);
        catalogue.unwrap().sources[&"register".parse().unwrap()].delivered
    };
    assert_eq!(delivered("[layout]"), None);
    let noise = Some(DeliveredNoise { variance: 2.0, bound: 5 });
    assert_eq!(
        delivered("[delivered]\nsigns = 'suppressed'\nrounded-to = 5\nnoise = { variance = 2, bound = 5 }\n[layout]"),
        Some(Delivered { suppressed_below: Some(3), rounded_to: Some(5), noise })
    );
    let none = Delivered { suppressed_below: None, rounded_to: None, noise: None };
    assert_eq!(delivered("[delivered]\n[layout]"), Some(none));
}

#[test]
fn all_remarks_come_at_once_and_sorted() {
    let edits = [
        Edit::Replace(SHARE, "title", "titel"),
        Edit::Replace(MONITORING, "kind = \"city\"", "kind = \"town\""),
        Edit::Replace(SEX, "code = \"male\"", "code = \"female\""),
    ];
    check(
        &edits,
        &[
            "error unknown-key open/fields/people/share-a.toml:1:1 `titel` titel ?title",
            "error unknown-word open/monitoring.toml:4:8 `\"town\"` town \"city\", \"county\"",
            "error duplicate open/variables/sex.toml:12:8 `\"female\"` category female",
        ],
    );
}
