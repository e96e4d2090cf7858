//! Small questions about text: where a byte stands, and which word was probably meant.

/// Line and column of a byte, both counted from 1; the column counts characters, as editors do.
pub fn line_column(text: &str, byte: usize) -> (usize, usize) {
    let mut end = byte.min(text.len());
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    let before = &text[..end];
    let line_start = before.rfind('\n').map_or(0, |place| place + 1);
    (before.matches('\n').count() + 1, before[line_start..].chars().count() + 1)
}

/// The known word that was probably meant, if one is near enough; of equally near ones the first.
pub fn nearest<'a>(given: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let given = given.to_lowercase();
    let mut best: Option<(usize, &str)> = None;
    for word in known {
        let distance = strsim::osa_distance(&given, &word.to_lowercase());
        // A third of the letters may differ: "titel" is near to "title", "sex" is not near to "age".
        let near_enough = distance <= (given.chars().count().max(word.chars().count()) / 3).min(4);
        if near_enough && best.is_none_or(|(least, _)| distance < least) {
            best = Some((distance, word));
        }
    }
    best.map(|(_, word)| word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_and_columns_count_from_one_and_in_characters() {
        assert_eq!(line_column("", 0), (1, 1));
        assert_eq!(line_column("a\näö x", 7), (2, 4));
        assert_eq!(line_column("ab", 99), (1, 3));
        assert_eq!(line_column("ä", 1), (1, 1));
    }

    #[test]
    fn the_nearest_word_is_near() {
        assert_eq!(nearest("titel", ["code", "title"]), Some("title"));
        assert_eq!(nearest("citizenshp", ["sex", "citizenship"]), Some("citizenship"));
        assert_eq!(nearest("Foreign", ["german", "foreign"]), Some("foreign"));
        assert_eq!(nearest("sex", ["age", "citizenship"]), None);
        assert_eq!(nearest("", ["age"]), None);
        assert_eq!(nearest(":", [";"]), None);
        assert_eq!(nearest("kern", ["per", "core"]), None);
    }
}
