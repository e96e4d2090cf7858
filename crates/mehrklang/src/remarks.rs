//! Remarks for people in the terminal, with the source line, and for machines as JSON.

use annotate_snippets::{AnnotationKind, Level, Origin, Renderer, Snippet};
use catalogue::{
    Files, Place, Remark, Severity,
    remark::{Span, Word},
};
use serde_json::{Value, json};
use words::{Arg, Words};

/// The remarks as text for the terminal, one after the other, with a count at the end.
pub(crate) fn text(words: &Words, files: &Files, remarks: &[Remark], colour: bool) -> String {
    let renderer = if colour { Renderer::styled() } else { Renderer::plain() };
    let mut out = String::new();
    for remark in remarks {
        out.push_str(&one(&renderer, words, files, remark));
        out.push_str("\n\n");
    }
    if !remarks.is_empty() {
        out.push_str(&summary(words, remarks));
        out.push('\n');
    }
    out
}

/// "2 Fehler, 1 Warnung."
fn summary(words: &Words, remarks: &[Remark]) -> String {
    let count = |severity| remarks.iter().filter(|remark| remark.severity == severity).count();
    words.say(
        "remarks-summary",
        &[
            ("errors", Arg::from(count(Severity::Error))),
            ("warnings", Arg::from(count(Severity::Warning))),
            ("notes", Arg::from(count(Severity::Note))),
        ],
    )
}

fn one(renderer: &Renderer, words: &Words, files: &Files, remark: &Remark) -> String {
    let (level, name) = match remark.severity {
        Severity::Error => (Level::ERROR, words.say("severity-error", &[])),
        Severity::Warning => (Level::WARNING, words.say("severity-warning", &[])),
        Severity::Note => (Level::NOTE, words.say("severity-note", &[])),
    };
    let title = level.with_name(name).primary_title(message(words, remark));
    let mut group = match &remark.place {
        Place::Monitoring => title.elements([] as [Origin<'_>; 0]),
        Place::File(file) => title.element(Origin::path(file)),
        Place::Span(file, span) => match files.get(file) {
            Some(source) => title.element(
                Snippet::source(source).path(file).annotation(AnnotationKind::Primary.span(visible(source, *span))),
            ),
            None => title.element(Origin::path(file)),
        },
        Place::Row { file, row, column } => {
            let place = match column {
                Some(column) => words.say(
                    "place-row-column",
                    &[("file", file.into()), ("row", Arg::Count(*row as i64)), ("column", column.into())],
                ),
                None => words.say("place-row", &[("file", file.into()), ("row", Arg::Count(*row as i64))]),
            };
            title.element(Origin::path(place))
        }
    };
    if let Some(hint) = hint(words, remark) {
        group = group.element(Level::HELP.with_name(words.say("severity-hint", &[])).message(hint));
    }
    renderer.render(&[group])
}

/// A span that lies within the text, on character borders, and covers at least one character where there is one.
fn visible(source: &str, span: Span) -> std::ops::Range<usize> {
    let floor = |mut byte: usize| {
        byte = byte.min(source.len());
        while !source.is_char_boundary(byte) {
            byte -= 1;
        }
        byte
    };
    let (start, end) = (floor(span.start), floor(span.end));
    // Long spans (a whole table) would print the whole file; the first line names the place.
    let line_end = source[start..].find('\n').map_or(source.len(), |length| start + length);
    start..end.clamp(start, line_end.max(start))
}

/// The sentence of a remark.
pub(crate) fn message(words: &Words, remark: &Remark) -> String {
    words.say(&format!("remark-{}", remark.rule), &args(remark))
}

/// The way out of a remark, where there is one.
fn hint(words: &Words, remark: &Remark) -> Option<String> {
    remark.hint.then(|| words.say(&format!("remark-{}.hint", remark.rule), &args(remark)))
}

fn args<'a>(remark: &'a Remark) -> Vec<(&'a str, Arg<'a>)> {
    let arg = |(name, word): &'a (&'static str, Word)| match word {
        Word::Text(text) => (*name, Arg::Text(text)),
        Word::Count(count) => (*name, Arg::Count(*count)),
    };
    remark.words.iter().map(arg).collect()
}

/// The remarks for machines.
pub(crate) fn json(words: &Words, files: &Files, remarks: &[Remark]) -> Value {
    remarks.iter().map(|remark| json_one(words, files, remark)).collect()
}

fn json_one(words: &Words, files: &Files, remark: &Remark) -> Value {
    let mut object = json!({
        "severity": match remark.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Note => "note",
        },
        "rule": remark.rule,
        "message": message(words, remark),
        "hint": hint(words, remark),
    });
    match &remark.place {
        Place::Monitoring => {}
        Place::File(file) => object["file"] = json!(file),
        Place::Span(file, span) => {
            object["file"] = json!(file);
            if let Some(source) = files.get(file) {
                let (line, column) = catalogue::line_column(source, span.start);
                object["line"] = json!(line);
                object["column"] = json!(column);
            }
        }
        Place::Row { file, row, column } => {
            object["file"] = json!(file);
            object["row"] = json!(row);
            object["head"] = json!(column);
        }
    }
    object
}
