//! The language of definitions and texts (R040): words that judge people, ascribe to them what lies in their
//! circumstances, leave open who is meant, or rank groups. Remarked, never refused.

use std::ops::Range;

use words::Language;

use super::{
    at::At,
    files::{FileKind, Folder},
    known::unknown,
    quoted,
};
use crate::{
    document::{self, Node, Value},
    names::TermName,
    prose::{
        markdown,
        tokens::{Pattern, Token, tokens},
    },
    remark::{Place, Remark, Span},
    shape::check::hinted,
};

/// Texts under these keys are looked at: what pages say in their own words. Definitions and limits are not, since they
/// quote what others have laid down.
const KEYS: [&str; 11] =
    ["title", "plural", "whole", "question", "reading", "reason", "about", "text", "why", "how", "what"];

/// A word or several that are remarked.
struct Term {
    name: TermName,
    language: Language,
    kind: String,
    instead: String,
    patterns: Vec<Pattern>,
}

/// Remarks words in the texts of all definitions and in Markdown.
pub(crate) fn language(folder: &Folder<'_>, remarks: &mut Vec<Remark>) {
    let terms = terms(folder, remarks);
    for (kind, document) in &folder.documents {
        let quotes_others = matches!(kind, FileKind::Concept(_) | FileKind::Source(_) | FileKind::Language);
        if quotes_others || folder.broken.contains(document.path) {
            continue;
        }
        let mut runs = Vec::new();
        texts(&document.root, &mut runs);
        for language in Language::ALL {
            let of_language = runs.iter().filter(|(of, ..)| *of == language);
            let found = of_language.flat_map(|(_, node, text)| {
                let place = |range: &Range<usize>| quoted::within(document.text, node.span, text, range);
                tokens(text).into_iter().map(move |token| (place(&token.range), token)).collect::<Vec<_>>()
            });
            look_at(&terms, language, document.path, document.text, &found.collect::<Vec<_>>(), remarks);
        }
    }
    for (kind, (path, text)) in &folder.texts {
        let (FileKind::Understanding(language) | FileKind::Plain(language) | FileKind::Interpretation(_, language)) =
            kind
        else {
            continue;
        };
        let found = markdown::read(text).words.into_iter().map(|token| (Span::from(token.range.clone()), token));
        look_at(&terms, *language, path, text, &found.collect::<Vec<_>>(), remarks);
    }
}

/// The texts of a table and of the tables below it, in the order of the file.
fn texts<'n>(node: &'n Node, found: &mut Vec<(Language, &'n Node, &'n str)>) {
    match &node.value {
        Value::List(items) => items.iter().for_each(|item| texts(item, found)),
        Value::Table(entries) => {
            for entry in entries {
                for language in Language::ALL.into_iter().filter(|_| KEYS.contains(&entry.key.as_str())) {
                    let text = entry.node.get(language.code());
                    found.extend(text.and_then(|node| Some((language, node, node.as_text()?))));
                }
                texts(&entry.node, found);
            }
        }
        _ => {}
    }
}

/// The words of the program and of the office, without those that the office allows.
fn terms(folder: &Folder<'_>, remarks: &mut Vec<Remark>) -> Vec<Term> {
    // Nothing is remarked about the program's own words; a test holds that they can be read.
    let (own, _) = document::parse("terms.toml", words::TERMS, &mut Vec::new());
    let mut terms: Vec<Term> = At::root(&own).list("term").filter_map(|at| term(at, &mut Vec::new())).collect();
    let Some(root) = folder.documents.get(&FileKind::Language).map(At::root) else { return terms };
    for at in root.list("term") {
        let Some(term) = term(at, remarks) else { continue };
        if terms.iter().any(|other| other.name == term.name) {
            let remark = Remark::error("duplicate", at.place_of("name"));
            remarks.push(remark.with("kind", "term").with("name", term.name.as_str()));
        } else {
            terms.push(term);
        }
    }
    let names: Vec<TermName> = terms.iter().map(|term| term.name.clone()).collect();
    let mut allowed: Vec<TermName> = Vec::new();
    for at in root.list("allow") {
        let Some(name) = at.name::<TermName>("term") else { continue };
        if !names.contains(&name) {
            let known = names.iter().map(TermName::as_str);
            remarks.push(unknown("term", name.as_str(), "", known, at.place_of("term")));
        } else if allowed.contains(&name) {
            let remark = Remark::error("duplicate", at.place_of("term"));
            remarks.push(remark.with("kind", "allowed").with("name", name.as_str()));
        } else {
            allowed.push(name);
        }
    }
    terms.retain(|term| !allowed.contains(&term.name));
    terms
}

/// `None` if too little of it could be read, which has been remarked.
fn term(at: At<'_>, remarks: &mut Vec<Remark>) -> Option<Term> {
    let mut patterns = Vec::new();
    for item in at.list("words") {
        let Some(written) = item.node.as_text() else { continue };
        match Pattern::new(written) {
            Some(pattern) => patterns.push(pattern),
            None => remarks.push(Remark::error("term-pattern", item.place()).with("word", written)),
        }
    }
    Some(Term {
        name: at.name("name")?,
        language: at.word("language")?.parse().ok()?,
        kind: at.line("kind")?,
        instead: at.line("instead")?,
        patterns,
    })
}

/// Remarks what is found among the words of a file. Where several terms begin at one word, the first is enough.
fn look_at(
    terms: &[Term],
    language: Language,
    path: &str,
    text: &str,
    words: &[(Span, Token)],
    remarks: &mut Vec<Remark>,
) {
    let mut seen: Vec<Span> = Vec::new();
    for term in terms.iter().filter(|term| term.language == language) {
        let mut found = Vec::new();
        for (number, pattern) in term.patterns.iter().enumerate() {
            for (at, (first, _)) in words.iter().enumerate() {
                let length = pattern.matches(words[at..].iter().map(|(_, token)| token));
                let Some((last, _)) = length.and_then(|length| words.get(at + length - 1)) else { continue };
                found.push((Span { start: first.start, end: last.end.max(first.end) }, number));
            }
        }
        found.sort_unstable();
        if term.kind == "mixed" {
            // The word that stands first is the one to keep to; each other one is remarked once.
            let mut numbers: Vec<usize> = found.first().map(|(_, number)| *number).into_iter().collect();
            found.retain(|(_, number)| {
                let new = !numbers.contains(number);
                numbers.push(*number);
                new
            });
        }
        for (span, _) in
            found.into_iter().filter(|(span, _)| !seen.iter().any(|other| overlap(*other, *span))).collect::<Vec<_>>()
        {
            seen.push(span);
            let place = Place::Span(path.to_owned(), span);
            let remark = Remark::warning("language", place).with("kind", &*term.kind);
            let written = text.get(span.start..span.end).unwrap_or_default().split_whitespace().collect::<Vec<_>>();
            let remark = remark.with("word", written.join(" ")).with("term", term.name.as_str());
            remarks.push(hinted(remark, Some(&term.instead)));
        }
    }
}

fn overlap(a: Span, b: Span) -> bool {
    a.start < b.end && b.start < a.end
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_of_the_program_can_be_read() {
        let mut remarks = Vec::new();
        let (own, _) = document::parse("terms.toml", words::TERMS, &mut remarks);
        let listed: Vec<At<'_>> = At::root(&own).list("term").collect();
        let read: Vec<Term> = listed.iter().filter_map(|at| term(*at, &mut remarks)).collect();
        assert_eq!((remarks, read.len()), (Vec::new(), listed.len()));
        let mut names: Vec<&str> = read.iter().map(|term| term.name.as_str()).collect();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), read.len(), "each name stands once");
        let kinds = crate::shape::language::KINDS;
        assert!(read.iter().all(|term| kinds.contains(&term.kind.as_str()) && !term.patterns.is_empty()));
        assert!(Language::ALL.iter().all(|language| read.iter().filter(|term| term.language == *language).count() > 7));
    }
}
