//! Concepts: every mistake at its place, in both languages; what compares with what; no text that makes it panic.

mod cases;
#[path = "../tiny/mod.rs"]
mod tiny;

use std::collections::BTreeSet;

use catalogue::{
    Files, Place, Remark, line_column,
    model::{Comparable, Concept},
    read_concept,
    remark::Word,
};
use proptest::prelude::*;
use words::{Arg, Language, Words};

use cases::{CASES, RULE};

const CONCEPT: &str = r#"title = { de = "Herkunft", en = "Origin" }
purpose = { de = "Darum.", en = "For a reason." }
criticism = { de = "Umstritten.", en = "Contested." }

[[attribute]]
name = "age"
title = { de = "Alter", en = "age" }
type = "whole"
least = 0
most = 120
always = true

[[attribute]]
name = "german"
title = { de = "deutsch", en = "German" }
type = "boolean"
of = "both"

[[attribute]]
name = "language"
title = { de = "Sprache", en = "language" }
type = "code"
codes = ["german", "other"]

[[version]]
name = "wide"
title = { de = "weit", en = "wide" }
issuer = { de = "Amt", en = "office" }
source = { de = "Gesetz", en = "act" }
missing = "undeterminable"
limits = { de = "Mehr nicht.", en = "No more." }
covers = "age < 18"
category = [
  { code = "with", title = { de = "mit", en = "with" }, rule = "NOT german OR NOT parent1_german OR language = 'other'" },
  { code = "without", title = { de = "ohne", en = "without" } },
]
comparable = [{ with = "narrow", how = "similar", reason = { de = "fast gleich", en = "almost alike" } }]

[[version]]
name = "narrow"
title = { de = "eng", en = "narrow" }
issuer = { de = "Amt", en = "office" }
source = { de = "Gesetz", en = "act" }
missing = "category"
missing-category = "unknown"
mode = "exclusive"
limits = { de = "Mehr nicht.", en = "No more." }
category = [
  { code = "with", title = { de = "mit", en = "with" } },
  { code = "foreign", title = { de = "a", en = "f" }, parent = "with", rule = "NOT german" },
  { code = "without", title = { de = "ohne", en = "without" }, rule = "german" },
  { code = "unknown", title = { de = "?", en = "?" } },
]

[[version]]
name = "other"
title = { de = "andere", en = "other" }
issuer = { de = "Amt", en = "office" }
source = { de = "Gesetz", en = "act" }
missing = "counts-as-false"
limits = { de = "Mehr nicht.", en = "No more." }
category = [
  { code = "with", title = { de = "mit", en = "with" }, rule = "language = 'other'" },
  { code = "without", title = { de = "ohne", en = "without" } },
]
"#;

fn read(text: &str) -> (Option<Concept>, Vec<Remark>) {
    read_concept(&"origin".parse().unwrap(), "c", text, true)
}

/// Rule of the remark, its place and the text there, and what it is filled in with; said in both languages.
fn line(files: &Files, remark: &Remark) -> String {
    let args: Vec<(&str, Arg<'_>)> = remark
        .words
        .iter()
        .map(|(name, word)| match word {
            Word::Text(text) => (*name, Arg::Text(text)),
            Word::Count(count) => (*name, Arg::Count(*count)),
        })
        .collect();
    for language in Language::ALL {
        let words = Words::new(language);
        assert!(!words.say(&format!("remark-{}", remark.rule), &args).is_empty());
        if remark.hint {
            assert!(!words.say(&format!("remark-{}.hint", remark.rule), &args).is_empty());
        }
    }
    let Place::Span(path, span) = &remark.place else { panic!("{:?}", remark.place) };
    let text = &files[path];
    let (row, column) = line_column(text, span.start);
    let at = text[span.start..span.end].lines().next().unwrap_or("").to_owned();
    let filled = remark.words.iter().filter_map(|(_, word)| match word {
        Word::Text(text) if text.is_empty() => None,
        Word::Text(text) => Some(text.clone()),
        Word::Count(count) => Some(count.to_string()),
    });
    format!("{} {row}:{column} `{at}` {}", remark.rule, filled.collect::<Vec<_>>().join(" "))
}

#[track_caller]
fn lines(from: &str, to: &str) -> Vec<String> {
    assert!(CONCEPT.contains(from), "{from}");
    let text = CONCEPT.replacen(from, to, 1);
    let (concept, remarks) = read(&text);
    let files = Files::from([("c".to_owned(), text)]);
    assert_eq!(concept.is_none(), catalogue::remark::has_errors(&remarks));
    remarks.iter().map(|remark| line(&files, remark)).collect()
}

#[test]
fn every_mistake_is_remarked_at_its_place() {
    let found: Vec<(&str, Vec<String>)> = CASES.iter().map(|(from, to, _)| (*to, lines(from, to))).collect();
    let expected: Vec<(&str, Vec<String>)> =
        CASES.iter().map(|(_, to, lines)| (*to, lines.iter().map(|line| (*line).to_owned()).collect())).collect();
    assert_eq!(found, expected);
}

/// Every kind of fault of a rule has a sentence of its own in both languages.
#[test]
fn every_fault_of_a_rule_has_its_sentence() {
    const KEYS: &str = "empty too-long too-deep ends syntax unknown-attribute unknown-function argument-count \
        not-boolean wrong-kind different-kinds compared-with-null bool-order text-order unknown-code no-common-code \
        division-by-expression division-by-zero whole-division may-overflow bad-number bad-date never-true never-false \
        unsupported-quoted-name unsupported-block-comment unsupported-chained-comparison unsupported-pattern \
        unsupported-subquery unsupported-cast unsupported-operator unsupported-literal unsupported-function-form \
        unsupported-date-part unsupported-other";
    // The list is that of the crate `rules`: whatever is added there must be said here.
    let source = include_str!("../../../rules/src/fault.rs");
    for key in source.split("=> \"").skip(1).filter_map(|rest| rest.split('"').next()) {
        assert!(KEYS.split_whitespace().any(|known| known == key), "{key} has no sentence");
    }
    for language in Language::ALL {
        let words = Words::new(language);
        let sentences: BTreeSet<String> = KEYS
            .split_whitespace()
            .map(|key| {
                let args = [("problem", Arg::Text(key)), ("word", Arg::Text("text")), ("other", Arg::Count(2))];
                words.say("remark-rule", &args)
            })
            .collect();
        assert_eq!(sentences.len(), KEYS.split_whitespace().count());
    }
}

#[test]
fn versions_compare_as_has_been_said() {
    let (concept, remarks) = read(CONCEPT);
    assert_eq!(remarks, []);
    let concept = concept.unwrap();
    let name = |name: &str| name.parse().unwrap();
    let comparable = |a: &str, b: &str| concept.comparable(&name(a), &name(b));
    assert_eq!(comparable("wide", "wide"), Comparable::Same);
    let Comparable::Similar { reason } = comparable("wide", "narrow") else { panic!("similar") };
    assert_eq!(reason.de, "fast gleich");
    // What one says about the other holds for both.
    assert_eq!(comparable("narrow", "wide"), comparable("wide", "narrow"));
    assert_eq!(comparable("wide", "other"), Comparable::Not { reason: None });
    let narrow = concept.version(&name("narrow")).unwrap();
    assert_eq!(narrow.broadest(narrow.category("foreign").unwrap()).code.as_str(), "with");
    assert_eq!(narrow.broadest(narrow.category("without").unwrap()).code.as_str(), "without");
    assert_eq!(narrow.classifier.names(), ["foreign", "without", "unknown"]);
}

/// The tiny monitoring with the concept, and variables that follow it.
fn monitoring(sex: &str, citizenship: &str) -> Files {
    let mut files = tiny::files();
    files.insert("open/concepts/origin.toml".to_owned(), CONCEPT.to_owned());
    for (file, keys) in [("sex", sex), ("citizenship", citizenship)] {
        let text = files.get_mut(&format!("open/variables/{file}.toml")).unwrap();
        *text = text.replacen("\n[[category]]", &format!("{keys}\n[[category]]"), 1);
        *text = text.replace("code = \"female\"", "code = \"with\"").replace("code = \"male\"", "code = \"without\"");
        *text =
            text.replace("code = \"foreign\"", "code = \"with\"").replace("code = \"german\"", "code = \"without\"");
    }
    for text in files.values_mut() {
        *text = text.replace("sex = \"female\"", "sex = \"with\"").replace("citizenship=foreign", "citizenship=with");
        *text = text.replace("citizenship = \"german\"", "citizenship = \"without\"");
        *text = text.replace("citizenship = \"foreign\"", "citizenship = \"with\"");
    }
    files
}

#[track_caller]
fn check(files: &Files, expected: &[&str]) {
    let (_, remarks) = catalogue::read(files);
    // The same mistake in each of the fifteen indicators is looked at once.
    let place = |remark: &Remark| matches!(&remark.place, Place::Span(path, _) if path.contains("share-") && !path.ends_with("share-a.toml"));
    let found: Vec<String> = remarks.iter().filter(|r| !place(r)).map(|remark| line(files, remark)).collect();
    assert_eq!(found, expected);
}

#[test]
fn variables_follow_versions_and_are_not_mixed() {
    let keys = |version: &str| format!("concept = \"origin\"\nversion = \"{version}\"\n");
    check(&monitoring("", ""), &[]);
    check(&monitoring(&keys("wide"), &keys("wide")), &[]);
    check(
        &monitoring(&keys("wide"), &keys("narrow")),
        &["versions-mixed 10:16 `\"citizenship\"` similar sex citizenship origin wide narrow"],
    );
    check(
        &monitoring(&keys("other"), &keys("wide")),
        &["versions-mixed 10:16 `\"citizenship\"` unsaid sex citizenship origin other wide"],
    );
    // What is crossed in one breakdown of a count is compared on purpose; a share is not.
    let crossed = |kind: &str| {
        let mut files = monitoring(&keys("wide"), &keys("narrow"));
        for (_, text) in files.iter_mut().filter(|(path, _)| path.contains("share-")) {
            let apart = |line: &&str| !line.starts_with("breakdowns");
            *text = text.lines().filter(apart).map(|line| format!("{line}\n")).collect::<String>();
            *text += "breakdowns = [[\"sex\", \"citizenship\"]]\n";
            if kind == "count" {
                let kept = |line: &&str| !["kind", "numerator", "denominator"].iter().any(|key| line.starts_with(key));
                *text = text.lines().filter(kept).map(|line| format!("{line}\n")).collect::<String>();
                *text +=
                    "kind = \"count\"\nof = { measure = \"register.residents\" }\nunit = { de = \"x\", en = \"x\" }\n";
            }
        }
        catalogue::read(&files).1.iter().filter(|remark| remark.rule == "versions-mixed").count()
    };
    assert_eq!((crossed("count"), crossed("share") > 0), (0, true));
    check(
        &monitoring("concept = \"orgin\"\nversion = \"wide\"\n", ""),
        &["unknown-reference 5:11 `\"orgin\"` concept orgin origin"],
    );
    check(&monitoring(&keys("wid"), ""), &["unknown-reference 6:11 `\"wid\"` version wid origin wide"]);
    check(&monitoring("concept = \"origin\"\n", ""), &["missing-beside 5:11 `\"origin\"` version concept"]);
    check(&monitoring("version = \"wide\"\n", ""), &["missing-beside 5:11 `\"wide\"` concept version"]);
    let mut files = monitoring(&keys("wide"), "");
    let sex = files.get_mut("open/variables/sex.toml").unwrap();
    sex.push_str("\n[[category]]\ncode = \"else\"\ntitle = { de = \"x\", en = \"x\" }\n");
    check(&files, &["unknown-reference 19:8 `\"else\"` version-category else wide"]);
    // What is wrong with the concept itself is not remarked again where it is used.
    let mut files = monitoring(&keys("wide"), &keys("narrow"));
    let text = files.get_mut("open/concepts/origin.toml").unwrap();
    *text = text.replacen("name = \"wide\"", "name = \"Wide\"", 1).replace("with = \"wide\"", "with = \"x\"");
    check(&files, &["bad-name 26:8 `\"Wide\"` Wide wide"]);
}

#[test]
fn every_rule_of_the_reader_is_tried() {
    let mut tried: BTreeSet<String> = CASES
        .iter()
        .flat_map(|(from, to, _)| lines(from, to))
        .map(|line| line.split(' ').next().unwrap_or_default().to_owned())
        .collect();
    tried.extend(["missing-beside", "versions-mixed", "version-too-large"].map(str::to_owned));
    let sentences = include_str!("../../../words/de/remarks.ftl");
    let part = sentences.split("\n## ").find(|part| part.starts_with("concepts")).unwrap();
    // What follows the empty line is said by the program.
    for line in part.split("\n\n").next().unwrap().lines() {
        if let Some((rule, _)) = line.strip_prefix("remark-").and_then(|line| line.split_once(" =")) {
            assert!(tried.contains(rule), "{rule}");
        }
    }
}

#[test]
fn what_is_too_large_is_refused() {
    let many: String = (0..251)
        .map(|n| format!("{{ code = \"c{n}\", title = {{ de = \"x\", en = \"x\" }}, rule = \"age = 3\" }},"))
        .collect();
    let found = lines(
        "{ code = \"with\", title = { de = \"mit\", en = \"with\" }, rule = \"NOT german OR",
        &format!("{many}{{ code = \"with\", title = {{ de = \"mit\", en = \"with\" }}, rule = \"NOT german OR"),
    );
    assert_eq!(found, ["version-too-large 33:12 `[` categories 250"]);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    /// Whatever the text of a rule: no panic, and every place lies within the file.
    #[test]
    fn no_rule_makes_it_panic(rule in r#"[a-zäöA-Z0-9_ '"()<>=.,*/\\+\-\n\t]{0,60}"#, quotes in 0..3usize) {
        let written = match quotes {
            0 => format!("'''{}'''", rule.replace("'''", "")),
            1 => format!("\"\"\"{}\"\"\"", rule.replace('"', "")),
            _ => format!("\"{}\"", rule.escape_default()),
        };
        let text = CONCEPT.replacen(&format!("\"{RULE}\""), &written, 1);
        let (_, remarks) = read(&text);
        for remark in remarks {
            if let Place::Span(_, span) = remark.place {
                prop_assert!(span.start <= span.end && text.get(span.start..span.end).is_some());
            }
        }
    }

    /// Conditions made of words that rules know.
    #[test]
    fn no_condition_makes_it_panic(
        parts in proptest::collection::vec(
            prop_oneof![
                Just("german"), Just("age"), Just("language"), Just("parent1_german"), Just("NOT"), Just("AND"),
                Just("OR"), Just("("), Just(")"), Just("="), Just("<"), Just("IN"), Just("IS NULL"), Just("'other'"),
                Just("12"), Just("CASE WHEN"), Just("THEN"), Just("ELSE"), Just("END"), Just("BETWEEN"), Just(","),
                Just("COALESCE("), Just("NULL"), Just("-- x\n"),
            ],
            0..12,
        )
    ) {
        let text = CONCEPT.replacen(&format!("\"{RULE}\""), &format!("'''{}'''", parts.join(" ")), 1);
        let (concept, remarks) = read(&text);
        prop_assert_eq!(concept.is_some(), !catalogue::remark::has_errors(&remarks));
    }
}
