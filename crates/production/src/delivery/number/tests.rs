use proptest::prelude::*;

use super::*;

fn style<'a>(decimal: char, thousands: Option<char>, signs: &'a BTreeMap<String, Sign>) -> Style<'a> {
    Style { decimal, thousands, signs }
}

fn german(text: &str) -> Result<Cell, Unreadable> {
    parse(text, &style(',', Some('.'), &BTreeMap::new()))
}

fn value(digits: i64, decimals: u8, state: CellState) -> Result<Cell, Unreadable> {
    Ok(Cell::Number { digits, decimals, state })
}

#[test]
fn numbers_are_read_exactly() {
    for (text, digits, decimals) in [
        ("0", 0, 0),
        ("1560", 1560, 0),
        ("1.560", 1560, 0),
        ("1 675", 1675, 0),
        ("1\u{a0}675", 1675, 0),
        ("1\u{202f}675", 1675, 0),
        ("1\u{2009}675", 1675, 0),
        ("1.247.934", 1_247_934, 0),
        ("22.710,5", 227_105, 1),
        ("22710,50", 2_271_050, 2),
        ("0,05", 5, 2),
        ("007", 7, 0),
        ("+12", 12, 0),
        ("-12", -12, 0),
        ("−12,5", -125, 1),
        ("–12", -12, 0),
        ("- 12", -12, 0),
        ("  12\t", 12, 0),
        ("\u{feff}12", 12, 0),
        ("999999999999999999", 999_999_999_999_999_999, 0),
    ] {
        assert_eq!(german(text), value(digits, decimals, CellState::Value), "{text}");
    }
}

#[test]
fn what_is_ambiguous_or_broken_is_not_guessed() {
    for text in [
        "1.56",
        "1.5600",
        "12.34.567",
        "1,5,6",
        "1,",
        ",5",
        "1.560.",
        ".560",
        "1e5",
        "1,5E+05",
        "zwölf",
        "1560€",
        "1 56",
        "1  675",
        "--5",
        "1234.567",
        "p",
        "r",
        "()5",
        "( )5",
        "(p)",
        "((5))",
        "5-",
        "..",
        "....",
        "10 %",
        "9999999999999999999",
        "xx",
    ] {
        assert_eq!(german(text), Err(Unreadable), "{text}");
    }
    // Without a declared thousands sign, a point may be either.
    assert_eq!(parse("1.560", &style(',', None, &BTreeMap::new())), Err(Unreadable));
    assert_eq!(parse("1,560", &style('.', None, &BTreeMap::new())), Err(Unreadable));
}

#[test]
fn other_styles() {
    let none = BTreeMap::new();
    assert_eq!(parse("1,560.5", &style('.', Some(','), &none)), value(15605, 1, CellState::Value));
    assert_eq!(parse("1'560.5", &style('.', Some('\''), &none)), value(15605, 1, CellState::Value));
    assert_eq!(parse("1’560", &style('.', Some('\''), &none)), value(1560, 0, CellState::Value));
    assert_eq!(parse("1 560", &style('.', None, &none)), value(1560, 0, CellState::Value));
}

#[test]
fn signs_are_states_and_never_zero() {
    use CellState::*;
    for (text, state) in [
        ("", Missing),
        ("   ", Missing),
        ("–", Nothing),
        ("-", Nothing),
        ("−", Nothing),
        (".", Withheld),
        (" . ", Withheld),
        ("•", Withheld),
        ("/", Unreliable),
        ("()", Unreliable),
        ("( )", Unreliable),
        ("…", Pending),
        ("...", Pending),
        ("x", Senseless),
        ("X", Senseless),
    ] {
        assert_eq!(german(text), Ok(Cell::Sign(state)), "{text:?}");
    }
}

#[test]
fn marks_stay_beside_their_number() {
    use CellState::*;
    for (text, state) in [
        ("1.560 p", Provisional),
        ("1.560p", Provisional),
        ("p1560", Provisional),
        ("p 1.560", Provisional),
        ("1.560 (p)", Provisional),
        ("1.560ᵖ", Provisional),
        ("1.560r", Revised),
        ("r 1560", Revised),
        ("1 560 s", Estimated),
        ("(1.560)", Uncertain),
        ("( 1.560 )", Uncertain),
        ("(1560p)", Uncertain),
    ] {
        assert_eq!(german(text), value(1560, 0, state), "{text}");
    }
}

#[test]
fn declared_signs_win() {
    let signs = BTreeMap::from([
        ("-88888888".to_owned(), Sign::Senseless),
        ("*".to_owned(), Sign::Estimated),
        ("g".to_owned(), Sign::Withheld),
        ("0".to_owned(), Sign::Missing),
    ]);
    let style = style(',', None, &signs);
    assert_eq!(parse("-88888888", &style), Ok(Cell::Sign(CellState::Senseless)));
    assert_eq!(parse("g", &style), Ok(Cell::Sign(CellState::Withheld)));
    assert_eq!(parse("0", &style), Ok(Cell::Sign(CellState::Missing)));
    assert_eq!(parse("17*", &style), value(17, 0, CellState::Estimated));
}

#[test]
fn numbers_fit_their_measure_or_are_refused() {
    assert_eq!(scale(227_105, 1, 1), Ok(227_105));
    assert_eq!(scale(22, 0, 1), Ok(220));
    assert_eq!(scale(2_200, 2, 0), Ok(22));
    assert_eq!(scale(227_105, 1, 0), Err(Misfit::TooPrecise));
    assert_eq!(scale(999_999_999_999_999_999, 0, 9), Err(Misfit::TooLarge));
    assert_eq!(scale(999_999_999_999_999_999, 0, 0), Err(Misfit::TooLarge));
    assert_eq!(scale(0, 30, 0), Ok(0));
}

/// Writes a number as an office would.
fn written(digits: i64, decimals: u8, style: &Style<'_>) -> String {
    let power = 10_u64.pow(u32::from(decimals));
    let whole = (digits.unsigned_abs() / power).to_string();
    let mut text = if digits < 0 { "-".to_owned() } else { String::new() };
    for (place, digit) in whole.chars().enumerate() {
        let rest = whole.len() - place;
        if place > 0 && rest.is_multiple_of(3) {
            text.extend(style.thousands);
        }
        text.push(digit);
    }
    if decimals > 0 {
        text.push(style.decimal);
        text.push_str(&format!("{:0width$}", digits.unsigned_abs() % power, width = usize::from(decimals)));
    }
    text
}

proptest! {
    #[test]
    fn reading_undoes_writing(digits in -999_999_999_999_i64..999_999_999_999, decimals in 0_u8..6, which in 0_usize..5) {
        let signs = BTreeMap::new();
        let (decimal, thousands) =
            [(',', None), (',', Some('.')), (',', Some(' ')), ('.', Some(',')), ('.', Some('\''))][which];
        let style = style(decimal, thousands, &signs);
        prop_assert_eq!(parse(&written(digits, decimals, &style), &style), value(digits, decimals, CellState::Value));
        // Non-breaking spaces are spaces.
        let narrow = written(digits, decimals, &style).replace(' ', "\u{202f}");
        prop_assert_eq!(parse(&narrow, &style), value(digits, decimals, CellState::Value));
    }

    #[test]
    fn any_text_is_read_or_refused(text in "\\PC*") {
        let _ = german(&text);
        let _ = parse(&text, &style('.', Some(' '), &BTreeMap::new()));
    }

    #[test]
    fn scaling_keeps_the_value(digits in -1_000_000_i64..1_000_000, decimals in 0_u8..6, to in 0_u8..6) {
        if let Ok(scaled) = scale(digits, decimals, to) {
            prop_assert_eq!(i128::from(scaled) * 10_i128.pow(decimals.into()), i128::from(digits) * 10_i128.pow(to.into()));
        }
    }
}
