//! The policy of disclosure control: which rules hold for whom, and each mistake with all that is remarked about it.

mod cases;
mod town;

use std::{collections::BTreeSet, sync::LazyLock};

use catalogue::{
    Catalogue, Place, Remark, Severity, line_column,
    model::Audience::{self, Administration, Council, Public},
    policy::{Attacker, FILE, How, Method, Policy, Rules, Years, Zeros, read},
    remark::{Word, has_errors},
};
use proptest::prelude::*;
use words::{Arg, Language, Words};

use cases::CASES;

static CATALOGUE: LazyLock<Catalogue> = LazyLock::new(town::catalogue);

#[track_caller]
fn policy(text: &str) -> Policy {
    let (policy, remarks) = read(&CATALOGUE, text);
    assert_eq!(remarks, [], "{text}");
    policy.unwrap()
}

fn rules(policy: &Policy, source: &str, audience: Audience) -> Rules {
    policy.rules(&source.parse().unwrap(), audience)
}

#[test]
fn without_a_word_the_defaults_hold() {
    assert!(policy("") == Policy::default());
    assert_eq!(policy("engine = 'embedded'").engine.address(), None);
    assert_eq!(policy("engine = 'datafusion'").engine.address().as_deref(), Some("datafusion"));
    let rules = rules(&policy("# nothing\n[default]\n"), "register", Public);
    assert!(rules == Rules::default());
    assert!(rules.method == Method::Suppression && rules.zeros == Zeros::Shown && rules.years == Years::Apart);
    assert!(rules.attacker == Attacker::Positive && rules.complement && rules.group_disclosure.is_empty());
    assert_eq!((rules.minimum_frequency, rules.minimum_population), (3, 0));
    assert!(rules.dominance.is_none() && rules.p_percent.is_none());
    assert_eq!(rules.tolerated_loss(&"quarter".parse().unwrap()), 100);
    assert_eq!(Policy::default().audiences, [Public]);
}

#[test]
fn everything_that_is_written_is_resolved() {
    let policy = policy(cases::FULL);
    assert_eq!(policy.audiences, [Public, Council, Administration]);
    assert_eq!(policy.engine.address().as_deref(), Some("ballista://10.0.0.1:50050"));
    let register = rules(&policy, "register", Public);
    assert!(register.zeros == Zeros::Protected && register.attacker == Attacker::Linear && !register.complement);
    assert_eq!(register.group_disclosure.iter().map(|name| name.as_str()).collect::<Vec<_>>(), ["age", "sex"]);
    assert_eq!((register.minimum_frequency, register.minimum_population, register.p_percent), (5, 100, Some(10)));
    assert!(register.dominance.is_some_and(|rule| (rule.n, rule.k_percent) == (2, 85)));
    assert!(register.years == Years::Together && register.method == Method::Suppression);
    assert_eq!(register.tolerated_loss(&"quarter".parse().unwrap()), 20);
    assert_eq!(register.tolerated_loss(&"city".parse().unwrap()), 100);
    let Method::CellKey(noise) = rules(&policy, "labour", Council).method else { panic!("noise") };
    assert_eq!((noise.variance, noise.bound, noise.no_results_up_to), (1.5, 5, 1));
    let [up, drop, merge] = &policy.coarsenings[..] else { panic!("three coarsenings") };
    assert!(up.how == How::UpALevel && up.level.as_str() == "quarter" && up.by.is_empty());
    assert!(drop.how == How::Drop("sex".parse().unwrap()) && drop.measure.to_string() == "register.residents");
    assert!(merge.how == How::Merge("age".parse().unwrap()) && merge.by.len() == 2);
}

#[test]
fn the_later_exception_wins_key_by_key() {
    let policy = policy(
        "audiences = ['public', 'council']\n[default]\nminimum-frequency = 4\nzeros = 'protected'\n\
         [[rule]]\nsource = 'register'\nminimum-frequency = 10\nyears = 'together'\n\
         [[rule]]\naudience = 'council'\nminimum-frequency = 3\n",
    );
    let minimum = |source, audience| rules(&policy, source, audience).minimum_frequency;
    assert_eq!([minimum("register", Public), minimum("labour", Public)], [10, 4]);
    assert_eq!([minimum("register", Council), minimum("labour", Council)], [3, 3]);
    assert!(rules(&policy, "register", Council).years == Years::Together);
    // Where zeros may be withheld, the strongest attacker there is knows less.
    assert!(rules(&policy, "labour", Public).attacker == Attacker::NonNegative);
    // Whoever is in no exception has the default.
    assert_eq!(minimum("elsewhere", Administration), 4);
}

/// A remark in one line: weight, rule, place, words, and `?` with what is suggested.
fn line(text: &str, remark: &Remark) -> String {
    let severity = if remark.severity == Severity::Error { "error" } else { "warning" };
    let place = match &remark.place {
        Place::Span(path, span) => {
            assert_eq!(path, FILE);
            let (line, column) = line_column(text, span.start);
            format!("{line}:{column} `{}`", text[span.start..span.end].lines().next().unwrap_or(""))
        }
        Place::File(path) if path == FILE => "file".to_owned(),
        other => panic!("{other:?}"),
    };
    let mut line = format!("{severity} {} {place}", remark.rule);
    for (name, word) in &remark.words {
        match (name, word) {
            (_, Word::Text(text)) if text.is_empty() => {}
            (&"near", Word::Text(text)) => line.push_str(&format!(" ?{text}")),
            (_, Word::Text(text)) => line.push_str(&format!(" {text}")),
            (_, Word::Count(count)) => line.push_str(&format!(" {count}")),
        }
    }
    line
}

/// The sentences of a remark in both languages; each must be there.
fn said(remark: &Remark) -> String {
    let args: Vec<(&str, Arg<'_>)> = remark
        .words
        .iter()
        .map(|(name, word)| match word {
            Word::Text(text) => (*name, Arg::Text(text)),
            Word::Count(count) => (*name, Arg::Count(*count)),
        })
        .collect();
    let mut all = String::new();
    for words in Language::ALL.map(Words::new) {
        all.push_str(&words.say(&format!("remark-{}", remark.rule), &args));
        if remark.hint {
            all.push_str(&words.say(&format!("remark-{}.hint", remark.rule), &args));
        }
    }
    all
}

#[test]
fn every_mistake_is_remarked_at_its_place() {
    let mut differ = Vec::new();
    for (text, expected) in CASES {
        let (policy, remarks) = read(&CATALOGUE, text);
        assert_eq!(policy.is_none(), has_errors(&remarks));
        let lines: Vec<_> = remarks.iter().map(|remark| line(text, remark)).collect();
        if lines != *expected {
            differ.push(format!("{text}expected: {expected:#?}\nfound: {lines:#?}\n"));
        }
        assert!(remarks.iter().all(|remark| !said(remark).is_empty()));
    }
    assert!(differ.is_empty(), "{}", differ.join("\n"));
}

#[test]
fn every_rule_of_the_policy_is_tried() {
    let remarks = CASES.iter().flat_map(|(text, _)| read(&CATALOGUE, text).1);
    // The first of these has a test of its own; the second is said by whoever applies the policy.
    let elsewhere = ["policy-edition-audience", "policy-not-yet"];
    let tried: BTreeSet<&str> = remarks.map(|remark| remark.rule).chain(elsewhere).collect();
    let sentences =
        include_str!("../../../words/de/remarks.ftl").split("\n## ").find(|part| part.starts_with("policy"));
    let keys = sentences.unwrap().lines().filter_map(|line| line.strip_prefix("remark-")?.split_once(" ="));
    let rules: Vec<&str> = keys.map(|(rule, _)| rule).collect();
    assert!(rules.len() > 10);
    assert_eq!(rules.into_iter().filter(|rule| !tried.contains(rule)).collect::<Vec<_>>(), [] as [&str; 0]);
}

#[test]
fn an_audience_without_rules_is_remarked_where_an_edition_is_made_for_it() {
    let mut catalogue = CATALOGUE.clone();
    for edition in catalogue.editions.values_mut() {
        edition.audience = Council;
    }
    let lines = |text: &str| read(&catalogue, text).1.iter().map(|remark| line(text, remark)).collect::<Vec<_>>();
    assert_eq!(lines(""), ["warning policy-edition-audience file public council"]);
    assert_eq!(lines("audiences = ['public']"), ["warning policy-edition-audience 1:13 `['public']` public council"]);
    assert_eq!(lines("audiences = ['public', 'council']"), [] as [&str; 0]);
}

/// Sections that mean something, to be put together in any order.
const PIECES: &[&str] = &[
    "audiences = ['public', 'council']\n",
    "[default]\n",
    "[[rule]]\n",
    "[[coarsen]]\n",
    "source = 'register'\n",
    "audience = 'council'\n",
    "method = 'cell-key'\n",
    "method = 'refusal'\n",
    "minimum-frequency = 7919\n",
    "minimum-population = 7919\n",
    "p-percent = 79190\n",
    "zeros = 'protected'\n",
    "attacker = 'positive'\n",
    "group-disclosure = ['sex', 'xes']\n",
    "loss = { city = 7919, quartier = 1 }\n",
    "noise = { variance = 7919.5, bound = 7919 }\n",
    "noise = { variance = nan }\n",
    "dominance = { n = 7919, k = -7919 }\n",
    "measure = 'register.residents'\n",
    "by = ['sex', 'age']\n",
    "level = 'city'\n",
    "how = 'merge'\n",
    "how = 'up-a-level'\n",
    "variable = 'sex'\n",
    "7919 = 'ä'\n",
    "years = 7919\n",
    "rounding-base = 7919\n",
    "complement = [",
];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(500))]

    /// Whatever is written: no panic, the same remarks again, places that exist, and no number of the office in them.
    #[test]
    fn any_text_is_answered(pieces in prop::collection::vec(prop::sample::select(PIECES), 0..12), tail in ".{0,8}") {
        let text = pieces.concat() + &tail;
        let (policy, remarks) = read(&CATALOGUE, &text);
        prop_assert_eq!(policy.is_none(), has_errors(&remarks));
        prop_assert_eq!(&read(&CATALOGUE, &text).1, &remarks);
        for remark in &remarks {
            line(&text, remark);
            let is_key = remark.words.iter().any(|(name, word)| *name == "key" && *word == Word::from("7919"));
            prop_assert!(is_key || !said(remark).contains("7919"), "{:?}", remark);
        }
    }

    /// The order of exceptions that touch different sources and audiences is irrelevant.
    #[test]
    fn exceptions_that_do_not_meet_can_be_swapped(a in 1_u32..=10_000, b in 1_u32..=10_000) {
        let one = format!("[[rule]]\nsource = 'register'\nminimum-frequency = {a}\n");
        let other = format!("[[rule]]\nsource = 'labour'\nminimum-frequency = {b}\n");
        let (first, second) = (policy(&format!("{one}{other}")), policy(&format!("{other}{one}")));
        for source in ["register", "labour"] {
            prop_assert!(rules(&first, source, Public) == rules(&second, source, Public));
        }
        prop_assert_eq!(rules(&first, "register", Public).minimum_frequency, a);
        prop_assert_eq!(rules(&first, "labour", Public).minimum_frequency, b);
    }
}
