//! Numbers that someone typed into a text by hand: they go stale, and nobody has checked whether they may be shown.

use std::ops::Range;

/// Where we are in the naming of a law: `§ 16a Abs. 1 Satz 2`.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Law {
    /// Not in it.
    No,
    /// A number comes next.
    Expected,
    /// A number has just been read.
    Read,
}

/// Words that carry the naming of a law on.
const LAW_WORDS: [&str; 10] = ["Abs", "Absatz", "Satz", "Nr", "Nummer", "Buchst", "Buchstabe", "und", "bis", "ff"];

/// The numbers in a text. Years from 1900 to 2100 (also `2014/15` and `1990er`), numbers of sections after `§`, and
/// digits within a name (`B2`, `COVID-19`) are none.
pub(crate) fn typed_numbers(text: &str) -> Vec<Range<usize>> {
    let mut numbers = Vec::new();
    let mut law = Law::No;
    for range in tokens(text) {
        let token = &text[range.clone()];
        if text[..range.start].trim_end().ends_with('§') {
            law = Law::Expected;
        }
        if !token.starts_with(|c: char| c.is_ascii_digit()) {
            let carries_on = law != Law::No && LAW_WORDS.contains(&token);
            law = if carries_on { Law::Expected } else { Law::No };
        } else if law == Law::Expected {
            law = Law::Read;
        } else {
            law = Law::No;
            if !is_year(token) {
                numbers.push(range);
            }
        }
    }
    numbers
}

/// Runs of letters and digits; `.`, `,`, `/`, `-`, `–` and apostrophes belong to one between two of them.
fn tokens(text: &str) -> Vec<Range<usize>> {
    let mut tokens: Vec<Range<usize>> = Vec::new();
    let mut chars = text.char_indices().peekable();
    while let Some((start, c)) = chars.next() {
        let end = start + c.len_utf8();
        let next_is_word = chars.peek().is_some_and(|(_, next)| next.is_alphanumeric());
        let touches = tokens.last().is_some_and(|token| token.end == start);
        let joins = touches && next_is_word && matches!(c, '.' | ',' | '/' | '-' | '–' | '\'' | '’' | '\u{202f}');
        if c.is_alphanumeric() || joins {
            match tokens.last_mut() {
                Some(token) if token.end == start => token.end = end,
                _ => tokens.push(start..end),
            }
        }
    }
    tokens
}

/// A year, a school year, a decade, or years joined by a stroke.
fn is_year(token: &str) -> bool {
    let mut after_year = false;
    for part in token.split_inclusive(['/', '-', '–']) {
        let part = part.trim_end_matches(['/', '-', '–']);
        let digits = part.len() - part.trim_start_matches(|c: char| c.is_ascii_digit()).len();
        let (number, rest) = part.split_at(digits);
        let year = digits == 4 && (1900..=2100).contains(&number.parse().unwrap_or(0));
        let short = after_year && digits == 2 && rest.is_empty();
        if !(year || short || digits == 0) || rest.contains(|c: char| !c.is_alphabetic()) {
            return false;
        }
        after_year = year;
    }
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let found: Vec<&str> = typed_numbers(text).into_iter().map(|range| &text[range]).collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn numbers_are_found() {
        check("Es waren 24,6 % oder 1.234 Personen, also 3-mal so viele.", &["24,6", "1.234", "3-mal"]);
        check("Am 31.12.2015 lebten 18- bis 25-Jährige hier.", &["31.12.2015", "18", "25-Jährige"]);
        check("1899 und 2101, 20155", &["1899", "2101", "20155"]);
    }

    #[test]
    fn years_laws_and_names_are_none() {
        check("Von 2009 bis 2015, im Schuljahr 2014/15, in den 1990ern, 2010–2012.", &[]);
        check("Nach § 16a Abs. 1 Satz 2 und §5 SGB II, §§ 3 und 4.", &[]);
        check("Sprachniveau B2, COVID-19, Gruppe A1.", &[]);
        check("§ 5 gilt. 30 Kinder", &["30"]);
        check("", &[]);
    }
}
