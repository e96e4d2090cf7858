//! How numbers are written: German with a decimal comma and a narrow space, English with a point and a comma.

use crate::Language;

/// U+202F; DIN 5008 groups digits by a space, and the line must not break there.
const NARROW_SPACE: char = '\u{202f}';
/// U+2212, not a hyphen.
const MINUS: char = '\u{2212}';

/// A whole number in groups of three digits; four digits stay together, as in years and German tables.
pub fn grouped(language: Language, number: i64) -> String {
    decimal(language, number as f64, 0)
}

/// A number rounded to `decimals` places, half away from zero as people expect of printed figures.
pub fn decimal(language: Language, number: f64, decimals: u8) -> String {
    let (point, group) = match language {
        Language::De => (',', NARROW_SPACE),
        Language::En => ('.', ','),
    };
    let text = rounded(number.abs(), decimals);
    let (whole, fraction) = text.split_once('.').unwrap_or((&text, ""));
    let mut out = String::with_capacity(text.len() + 6);
    if number < 0.0 && text.bytes().any(|b| b.is_ascii_digit() && b != b'0') {
        out.push(MINUS);
    }
    for (place, digit) in whole.chars().enumerate() {
        if place > 0 && (whole.len() - place) % 3 == 0 && whole.len() > 4 {
            out.push(group);
        }
        out.push(digit);
    }
    if !fraction.is_empty() {
        out.push(point);
        out.push_str(fraction);
    }
    out
}

/// As [`decimal`], with a plus sign before what is greater than zero.
pub fn signed(language: Language, number: f64, decimals: u8) -> String {
    let text = decimal(language, number, decimals);
    let zero = !text.bytes().any(|b| b.is_ascii_digit() && b != b'0');
    if number > 0.0 && !zero {
        format!("+{text}")
    } else if zero {
        format!("±{text}")
    } else {
        text
    }
}

/// Half away from zero, decided on the shortest decimal that names the number: 0.25 is 0.3, 2.675 is 2.68.
fn rounded(number: f64, decimals: u8) -> String {
    let shortest = format!("{number}");
    let Some((whole, fraction)) = shortest.split_once('.') else {
        return format!("{number:.0$}", usize::from(decimals));
    };
    let places = usize::from(decimals);
    if fraction.len() <= places {
        return format!("{number:.places$}");
    }
    let up = fraction.as_bytes()[places] >= b'5';
    let mut digits: Vec<u8> = whole.bytes().chain(fraction.bytes().take(places)).collect();
    if up {
        let mut place = digits.len();
        loop {
            if place == 0 {
                digits.insert(0, b'1');
                break;
            }
            place -= 1;
            if digits[place] == b'9' {
                digits[place] = b'0';
            } else {
                digits[place] += 1;
                break;
            }
        }
    }
    let mut text = String::from_utf8(digits).unwrap_or_default();
    if places > 0 {
        text.insert(text.len() - places, '.');
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_written_as_people_write_them() {
        assert_eq!(grouped(Language::De, 1_521_678), "1\u{202f}521\u{202f}678");
        assert_eq!(grouped(Language::En, 1_521_678), "1,521,678");
        assert_eq!(grouped(Language::De, 2015), "2015");
        assert_eq!(grouped(Language::De, 12345), "12\u{202f}345");
        assert_eq!(decimal(Language::De, 22.609, 1), "22,6");
        assert_eq!(decimal(Language::De, 0.25, 1), "0,3");
        assert_eq!(decimal(Language::En, 9.99, 1), "10.0");
        assert_eq!(decimal(Language::De, -0.04, 1), "0,0");
        assert_eq!(decimal(Language::De, -1.25, 1), "\u{2212}1,3");
        assert_eq!(signed(Language::De, 1.25, 1), "+1,3");
        assert_eq!(signed(Language::De, 0.01, 1), "±0,0");
        assert_eq!(decimal(Language::En, 99.96, 1), "100.0");
    }
}
