//! Words of a text, and patterns of words.

use std::ops::Range;

/// A word: letters and digits without a break.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Token {
    /// In lower case.
    pub(crate) word: String,
    /// Its bytes in the text.
    pub(crate) range: Range<usize>,
    /// Whether only blanks or a hyphen stand between it and the word before.
    pub(crate) joined: bool,
}

/// The words of a text. What stands in braces is a reference and none.
pub(crate) fn tokens(text: &str) -> Vec<Token> {
    let mut tokens: Vec<Token> = Vec::new();
    let (mut joined, mut inside, mut within_word) = (false, 0_usize, false);
    for (at, letter) in text.char_indices() {
        match letter {
            '{' => inside += 1,
            '}' => inside = inside.saturating_sub(1),
            _ => {}
        }
        let part = letter.is_alphanumeric() && inside == 0;
        if part && !within_word {
            tokens.push(Token { word: String::new(), range: at..at, joined });
            joined = true;
        }
        if let Some(token) = tokens.last_mut().filter(|_| part) {
            token.word.extend(letter.to_lowercase());
            token.range.end = at + letter.len_utf8();
        } else if !letter.is_whitespace() && !matches!(letter, '-' | '‑' | '–') {
            joined = false;
        }
        within_word = part;
    }
    tokens
}

/// Words in a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Pattern(Vec<Wanted>);

#[derive(Debug, Clone, PartialEq, Eq)]
enum Wanted {
    Number,
    Word { open_start: bool, letters: String, open_end: bool },
}

impl Pattern {
    /// Reads a pattern; `*` at either end of a word stands for any letters, `#` for a number. None if a word has no
    /// letters, or one at most with any before or behind it: such a pattern would find everything.
    pub(crate) fn new(written: &str) -> Option<Pattern> {
        let words = written.split(|c: char| c.is_whitespace() || c == '-').filter(|word| !word.is_empty());
        let wanted: Vec<Wanted> = words.map(wanted).collect::<Option<_>>()?;
        wanted.iter().any(|one| matches!(one, Wanted::Word { .. })).then_some(Pattern(wanted))
    }

    /// How many of these words it takes, if they begin with it.
    pub(crate) fn matches<'t>(&self, mut words: impl Iterator<Item = &'t Token>) -> Option<usize> {
        for (place, wanted) in self.0.iter().enumerate() {
            let token = words.next().filter(|token| place == 0 || token.joined)?;
            if !wanted.is(&token.word) {
                return None;
            }
        }
        Some(self.0.len())
    }
}

fn wanted(word: &str) -> Option<Wanted> {
    if word == "#" {
        return Some(Wanted::Number);
    }
    let letters = word.trim_start_matches('*').trim_end_matches('*');
    let (open_start, open_end) = (word.starts_with('*'), word.ends_with('*'));
    let enough = letters.chars().count() >= if open_start || open_end { 3 } else { 1 };
    (enough && letters.chars().all(char::is_alphanumeric)).then(|| Wanted::Word {
        open_start,
        letters: letters.to_lowercase(),
        open_end,
    })
}

impl Wanted {
    fn is(&self, word: &str) -> bool {
        match self {
            Wanted::Number => word.chars().all(|c| c.is_ascii_digit()),
            Wanted::Word { open_start, letters, open_end } => match (open_start, open_end) {
                (false, false) => word == letters,
                (false, true) => word.starts_with(letters.as_str()),
                (true, false) => word.ends_with(letters.as_str()),
                (true, true) => word.contains(letters.as_str()),
            },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn found(pattern: &str, text: &str) -> Vec<String> {
        let (pattern, words) = (Pattern::new(pattern).unwrap(), tokens(text));
        let at = |at: usize| {
            Some(&text[words[at].range.start..words[at + pattern.matches(words[at..].iter())? - 1].range.end])
        };
        (0..words.len()).filter_map(at).map(str::to_owned).collect()
    }

    #[test]
    fn words_are_found_whole_or_in_part() {
        assert_eq!(found("brennpunkt*", "Brennpunkte und Brennpunktschulen"), ["Brennpunkte", "Brennpunktschulen"]);
        assert_eq!(found("*rasse", "Terrasse, Rasse"), ["Terrasse", "Rasse"]);
        assert_eq!(found("rasse", "Terrasse"), [""; 0]);
        assert_eq!(found("Platz #", "Platz 1, Platz-2, Platz. 3, Platz am Markt"), ["Platz 1", "Platz-2"]);
        assert_eq!(found("sozial schwach*", "Sozial\n  schwache Haushalte"), ["Sozial\n  schwache"]);
        assert_eq!(found("übung", "ÜBUNG {übung}"), ["ÜBUNG"]);
    }

    #[test]
    fn a_pattern_that_would_find_everything_is_none() {
        for written in ["", "*", "a*", "*ab", "#", "a/b", "a * b"] {
            assert_eq!(Pattern::new(written), None, "{written}");
        }
    }
}
