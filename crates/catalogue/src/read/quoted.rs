//! Where a part of a text stands in the file: between quotes, TOML writes some characters otherwise.

use std::ops::Range;

use crate::remark::Span;

/// The bytes of the file in which these bytes of a text are written. `span` is that of the text with its quotes.
///
/// What cannot be followed is answered with the place of the whole text.
pub(crate) fn within(file: &str, span: Span, text: &str, part: &Range<usize>) -> Span {
    let Some(written) = file.get(span.start..span.end) else { return span };
    let Some(places) = places(written, text) else { return span };
    let at = |byte: usize| places.iter().find(|(of_text, _)| *of_text >= byte).map(|(_, of_written)| *of_written);
    match (at(part.start), at(part.end)) {
        (Some(start), Some(end)) => Span { start: span.start + start, end: span.start + end.max(start) },
        _ => span,
    }
}

/// For each character of the text, and for its end: its byte in the text, and its byte in what is written.
fn places(written: &str, text: &str) -> Option<Vec<(usize, usize)>> {
    let quote = ["'''", "\"\"\"", "'", "\""].into_iter().find(|quote| written.starts_with(quote))?;
    let escapes = quote.starts_with('"');
    let mut at = quote.len();
    let rest = |at: usize| written.get(at..).unwrap_or_default();
    if quote.len() == 3 {
        // A line break right behind the opening quotes is not part of the text.
        at += if rest(at).starts_with("\r\n") { 2 } else { usize::from(rest(at).starts_with('\n')) };
    }
    let mut places = Vec::with_capacity(text.len() + 1);
    for (byte, letter) in text.char_indices() {
        if escapes {
            at = past_joined_lines(written, at);
        }
        places.push((byte, at));
        let left = rest(at);
        at += if escapes && left.starts_with('\\') {
            match left.as_bytes().get(1)? {
                b'x' => 4,
                b'u' => 6,
                b'U' => 10,
                _ => 2,
            }
        } else if letter == '\n' && left.starts_with("\r\n") {
            2
        } else if left.starts_with(letter) {
            letter.len_utf8()
        } else {
            return None;
        };
    }
    if escapes {
        at = past_joined_lines(written, at);
    }
    written.is_char_boundary(at).then(|| places.push((text.len(), at)))?;
    Some(places)
}

/// A backslash at the end of a line takes away the line break and all blanks behind it.
fn past_joined_lines(written: &str, mut at: usize) -> usize {
    while let Some(rest) = written.get(at..).and_then(|rest| rest.strip_prefix('\\')) {
        let line = rest.trim_start_matches([' ', '\t']);
        if !line.starts_with(['\n', '\r']) {
            break;
        }
        at += 1 + rest.len() - rest.trim_start_matches([' ', '\t', '\n', '\r']).len();
    }
    at
}

#[cfg(test)]
mod tests {
    use toml::de::{DeTable, DeValue};

    use super::*;

    /// The part of the file in which a word of the text stands.
    #[track_caller]
    fn check(file: &str, word: &str, expected: &str) {
        let table = DeTable::parse(file).unwrap();
        let value = table.get_ref().get("a").unwrap();
        let DeValue::String(text) = value.get_ref() else { panic!("a text") };
        let start = text.find(word).unwrap();
        let found = within(file, Span::from(value.span()), text, &(start..start + word.len()));
        assert_eq!(&file[found.start..found.end], expected);
    }

    #[test]
    fn all_four_kinds_of_quotes() {
        check("a = 'not german'", "german", "german");
        check("a = '''\nnot\n  german\n'''", "german", "german");
        check("a = '''not\r\ngerman'''", "german", "german");
        check("a = \"x = 'ä' and german\"", "german", "german");
        check(r#"a = "\u00e4 \t \\ \" and german""#, "german", "german");
        check(r#"a = "\u00e4 and german""#, "ä", r"\u00e4");
        check("a = \"\"\"\nnot \\\n   \n  german\"\"\"", "german", "german");
        check("a = \"\"\"ä\\\\ german\"\"\"", "german", "german");
        check("a = 'german'", "", "");
    }

    #[test]
    fn what_cannot_be_followed_is_the_whole() {
        let span = Span { start: 4, end: 7 };
        assert_eq!(within("a = 'x'", span, "other", &(0..1)), span);
        assert_eq!(within("ä", Span { start: 1, end: 9 }, "x", &(0..1)), Span { start: 1, end: 9 });
    }
}
