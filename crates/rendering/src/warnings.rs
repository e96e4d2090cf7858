//! Early warnings as data: `warnings.json`, and an Atom feed (RFC 4287) in each language, `warnings.xml`.

use catalogue::{
    Catalogue,
    model::{Group, LocalText, WarningAnswer, WarningKey},
};
use publication::{
    Assessments, Facts,
    assess::{Because, EarlyWarning, Told, answer_sentence, warning_sentence},
    wording::Wording,
};
use serde_json::{Value, json};
use words::Language;

use crate::{
    File,
    atom::{self, Entry, Feed},
};

/// The warnings that the edition tells, with the answers of offices: the same in every language as JSON, and a feed for
/// each. An entry keeps its id from release to release; its date is the day of the release.
pub fn warnings(catalogue: &Catalogue, assessments: &Assessments, facts: &Facts<'_>) -> Vec<File> {
    let mut files =
        vec![File { path: "warnings.json".to_owned(), bytes: json(catalogue, assessments, facts).into_bytes() }];
    for language in &facts.edition.languages {
        let path =
            if *language == Language::De { "warnings.xml".to_owned() } else { format!("{language}/warnings.xml") };
        files.push(File { path, bytes: feed(catalogue, assessments, facts, *language) });
    }
    files
}

fn json(catalogue: &Catalogue, assessments: &Assessments, facts: &Facts<'_>) -> String {
    let audience = facts.edition.audience;
    let whole = json!({
        "format": 1,
        "edition": facts.edition.name.as_str(),
        "release": facts.release.as_str(),
        "sealed": facts.sealed_on,
        "warnings": assessments.told(catalogue, audience).map(|one| warning(catalogue, one)).collect::<Vec<_>>(),
        "answered_earlier": assessments.told_earlier(catalogue, audience).map(|answer| {
            let mut value = about(&answer.about);
            value["answer"] = said(answer);
            value
        }).collect::<Vec<_>>(),
    });
    format!("{whole:#}\n")
}

/// What a warning is about; `group` and `versus` are empty for everyone.
fn about(key: &WarningKey) -> Value {
    json!({
        "rule": key.rule,
        "indicator": key.indicator.as_str(),
        "area": key.area.as_str(),
        "group": group(&key.group),
        "versus": key.versus.as_ref().map(group),
        "period": key.period.to_string(),
    })
}

fn group(group: &Group) -> Value {
    group
        .iter()
        .map(|(variable, category)| (variable.to_string(), json!(category.as_str())))
        .collect::<serde_json::Map<_, _>>()
        .into()
}

fn warning(catalogue: &Catalogue, warning: &EarlyWarning) -> Value {
    // One decimal more than the figures have: what lies beyond is computed and not known.
    let decimals = catalogue.indicator(&warning.indicator).map_or(0, |indicator| usize::from(indicator.decimals)) + 1;
    let number = |value: f64| format!("{value:.decimals$}").parse::<serde_json::Number>().ok();
    let mut value = about(&warning.key());
    value["because"] = match &warning.because {
        Because::Beyond { target, threshold, value } => {
            json!({ "target": target.as_str(), "threshold": number(*threshold), "value": number(*value) })
        }
        Because::Run { changes, since, difference } => {
            json!({ "changes": changes, "since": since.to_string(), "difference": number(*difference) })
        }
        Because::Jump { change, usual } => json!({ "change": number(*change), "usual": number(*usual) }),
        Because::Overdue { newest } => json!({ "newest": newest }),
    };
    value["answer"] = warning.answer.as_ref().map_or(Value::Null, said);
    value
}

fn said(answer: &WarningAnswer) -> Value {
    json!({ "reason": local(&answer.reason), "by": local(&answer.by), "on": answer.on.to_string() })
}

pub(crate) fn local(text: &LocalText) -> Value {
    json!({ "de": text.de, "en": text.en })
}

/// The same id for the same warning of an edition, whatever the release says about it.
pub(crate) fn id(catalogue: &Catalogue, facts: &Facts<'_>, rest: &str) -> String {
    format!("urn:x-mehrklang:{}:{}:{rest}", catalogue.monitoring.code, facts.edition.name)
}

fn key(key: &WarningKey) -> String {
    let group = |group: &Group| {
        let parts = group.iter().map(|(variable, category)| format!("{variable}={category}"));
        parts.collect::<Vec<_>>().join(",")
    };
    let versus = key.versus.as_ref().map(group).unwrap_or_default();
    format!("{}:{}:{}:{}:{versus}:{}", key.rule, key.indicator, key.area, group(&key.group), key.period)
}

fn feed(catalogue: &Catalogue, assessments: &Assessments, facts: &Facts<'_>, language: Language) -> Vec<u8> {
    let words = Wording::new(catalogue, language);
    let entry = |warning: &EarlyWarning| {
        let mut text = warning_sentence(&words, Told::Alone, warning);
        if let Some(answer) = &warning.answer {
            text = format!("{text} {}", answer_sentence(&words, answer));
        }
        let heading = words.say(&format!("section-warning-{}", warning.rule.word()), &[]);
        let about = catalogue.indicator(&warning.indicator).map_or("", |indicator| words.text(&indicator.title));
        Entry {
            id: id(catalogue, facts, &key(&warning.key())),
            title: format!("{heading}: {about}"),
            on: facts.sealed_on.to_owned(),
            page: format!("i/{}", warning.indicator),
            text,
        }
    };
    atom::feed(&Feed {
        language,
        id: id(catalogue, facts, "warnings"),
        title: format!("{}: {}", words.text(&catalogue.monitoring.title), words.say("warnings-page", &[])),
        on: facts.sealed_on,
        author: words.text(&catalogue.monitoring.publisher),
        page: "warnings",
        entries: assessments.told(catalogue, facts.edition.audience).map(entry).collect(),
    })
}
