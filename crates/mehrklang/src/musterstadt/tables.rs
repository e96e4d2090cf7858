//! Small helpers for writing tables as offices do.

use std::fmt::Write as _;

/// A number with this thousands sign.
pub(super) fn grouped(number: i64, sign: char) -> String {
    let digits = number.to_string();
    let mut text = String::with_capacity(digits.len() + 2);
    for (place, digit) in digits.char_indices() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            text.push(sign);
        }
        text.push(digit);
    }
    text
}

/// Tenths with a decimal comma; a whole number is written without.
pub(super) fn tenths(number: i64) -> String {
    match number % 10 {
        0 => (number / 10).to_string(),
        rest => format!("{},{rest}", number / 10),
    }
}

/// Adds a row, its cells joined by the delimiter.
pub(super) fn row<S: AsRef<str>>(text: &mut String, delimiter: char, end: &str, cells: impl IntoIterator<Item = S>) {
    for (place, cell) in cells.into_iter().enumerate() {
        if place > 0 {
            text.push(delimiter);
        }
        text.push_str(cell.as_ref());
    }
    let _ = text.write_str(end);
}

/// The text in Windows-1252.
pub(super) fn windows_1252(text: &str) -> Vec<u8> {
    let (bytes, _, unmappable) = encoding_rs::WINDOWS_1252.encode(text);
    assert!(!unmappable, "the generated tables only use letters of Windows-1252");
    bytes.into_owned()
}
