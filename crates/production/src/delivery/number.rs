//! Numbers and official signs as German offices write them. A sign is a state and never zero.

use std::collections::BTreeMap;

use catalogue::model::{Layout, Sign};

use super::{CellState, words::is_space};

/// How the numbers of a file are written.
pub(super) struct Style<'a> {
    /// Decimal sign.
    pub(super) decimal: char,
    /// Thousands sign beside spaces, which are always understood.
    pub(super) thousands: Option<char>,
    /// Signs that the source declares.
    pub(super) signs: &'a BTreeMap<String, Sign>,
}

impl<'a> Style<'a> {
    /// The style of a record layout.
    pub(super) fn of(layout: &'a Layout) -> Style<'a> {
        Style { decimal: layout.decimal, thousands: layout.thousands, signs: &layout.signs }
    }
}

/// What a cell says.
#[derive(Clone, Copy, PartialEq, Eq)]
#[cfg_attr(test, derive(Debug))]
pub(super) enum Cell {
    /// A number, exactly: digits · 10^-decimals.
    Number { digits: i64, decimals: u8, state: CellState },
    /// A sign, or nothing at all.
    Sign(CellState),
}

/// The cell is neither a number nor a known sign.
#[derive(Clone, Copy, PartialEq, Eq)]
#[cfg_attr(test, derive(Debug))]
pub(super) struct Unreadable;

/// Why a number does not fit its measure.
#[derive(Clone, Copy, PartialEq, Eq)]
#[cfg_attr(test, derive(Debug))]
pub(super) enum Misfit {
    /// More places after the decimal sign than declared.
    TooPrecise,
    /// Beyond any count of people.
    TooLarge,
}

/// Reads a cell.
pub(super) fn parse(text: &str, style: &Style<'_>) -> Result<Cell, Unreadable> {
    let text = text.trim_matches(is_space);
    if let Some(sign) = style.signs.get(text) {
        return Ok(Cell::Sign(state_of(*sign)));
    }
    if let Some(sign) = official(text) {
        return Ok(Cell::Sign(sign));
    }
    if let Some((digits, decimals)) = number(text, style) {
        return Ok(Cell::Number { digits, decimals, state: CellState::Value });
    }
    if let Some(inner) = text.strip_prefix('(').and_then(|rest| rest.strip_suffix(')')) {
        // A mark beside the number in parentheses is less than the parentheses say.
        let (rest, _) = marked(inner.trim_matches(is_space), style);
        return match number(rest, style) {
            Some((digits, decimals)) => Ok(Cell::Number { digits, decimals, state: CellState::Uncertain }),
            None => Err(Unreadable),
        };
    }
    match marked(text, style) {
        (rest, Some(state)) => {
            let (digits, decimals) = number(rest, style).ok_or(Unreadable)?;
            Ok(Cell::Number { digits, decimals, state })
        }
        (_, None) => Err(Unreadable),
    }
}

/// The official table signs, as far as they stand alone. A point alone is withheld even where points group digits.
fn official(text: &str) -> Option<CellState> {
    Some(match text {
        "" => CellState::Missing,
        "-" | "–" | "—" | "−" => CellState::Nothing,
        "." | "•" | "·" => CellState::Withheld,
        "/" => CellState::Unreliable,
        "…" | "..." => CellState::Pending,
        "x" | "X" => CellState::Senseless,
        _ => {
            let inner = text.strip_prefix('(')?.strip_suffix(')')?;
            match inner.trim_matches(is_space) {
                "" | "/" => CellState::Unreliable,
                _ => return None,
            }
        }
    })
}

fn state_of(sign: Sign) -> CellState {
    match sign {
        Sign::Nothing => CellState::Nothing,
        Sign::Withheld => CellState::Withheld,
        Sign::Unreliable | Sign::Uncertain => CellState::Unreliable,
        Sign::Pending => CellState::Pending,
        Sign::Senseless => CellState::Senseless,
        // A mark without its number says nothing about the number.
        Sign::Provisional | Sign::Revised | Sign::Estimated | Sign::Missing => CellState::Missing,
    }
}

fn mark_of(sign: Sign) -> Option<CellState> {
    match sign {
        Sign::Provisional => Some(CellState::Provisional),
        Sign::Revised => Some(CellState::Revised),
        Sign::Estimated => Some(CellState::Estimated),
        Sign::Uncertain => Some(CellState::Uncertain),
        _ => None,
    }
}

const MARKS: [(&str, CellState); 9] = [
    ("(p)", CellState::Provisional),
    ("(r)", CellState::Revised),
    ("(s)", CellState::Estimated),
    ("p", CellState::Provisional),
    ("r", CellState::Revised),
    ("s", CellState::Estimated),
    ("ᵖ", CellState::Provisional),
    ("ʳ", CellState::Revised),
    ("ˢ", CellState::Estimated),
];

/// Takes a mark off the begin or the end of a number: `1.560 p`, `p1560`, `1.560r`, `1.560 (s)`.
fn marked<'t>(text: &'t str, style: &Style<'_>) -> (&'t str, Option<CellState>) {
    let declared = style.signs.iter().filter_map(|(sign, meaning)| Some((sign.as_str(), mark_of(*meaning)?)));
    for (mark, state) in declared.chain(MARKS) {
        if mark.is_empty() {
            continue;
        }
        if let Some(rest) = text.strip_suffix(mark).or_else(|| text.strip_prefix(mark)) {
            return (rest.trim_matches(is_space), Some(state));
        }
    }
    (text, None)
}

/// Digits and decimals of a number, if it is one.
fn number(text: &str, style: &Style<'_>) -> Option<(i64, u8)> {
    let (negative, rest) = match text.chars().next()? {
        '+' => (false, &text[1..]),
        c @ ('-' | '−' | '–') => (true, &text[c.len_utf8()..]),
        _ => (false, text),
    };
    let rest = rest.trim_start_matches(is_space);
    let (whole, fraction) = match rest.split_once(style.decimal) {
        Some((whole, fraction)) => (whole, Some(fraction)),
        None => (rest, None),
    };
    let mut digits = whole_part(whole, style)?;
    if let Some(fraction) = fraction {
        if fraction.is_empty() || !fraction.bytes().all(|b| b.is_ascii_digit()) {
            return None;
        }
        digits.push_str(fraction);
    }
    let fraction = fraction.unwrap_or("");
    // Eighteen digits always fit; zeros in front do not count.
    let significant = digits.trim_start_matches('0');
    if significant.len() > 18 || fraction.len() > 30 {
        return None;
    }
    let value: i64 = if significant.is_empty() { 0 } else { significant.parse().ok()? };
    Some((if negative { -value } else { value }, fraction.len() as u8))
}

/// The digits before the decimal sign, groups of three joined.
fn whole_part(text: &str, style: &Style<'_>) -> Option<String> {
    if !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit()) {
        return Some(text.to_owned());
    }
    let apostrophe = |c: char| style.thousands == Some('\'') && matches!(c, '\'' | '’');
    let separates = |c: char| is_space(c) || apostrophe(c) || (Some(c) == style.thousands && c != style.decimal);
    let mut groups = text.split(separates);
    let first = groups.next()?;
    if first.is_empty() || first.len() > 3 || !first.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let mut digits = first.to_owned();
    for group in groups {
        if group.len() != 3 || !group.bytes().all(|b| b.is_ascii_digit()) {
            return None;
        }
        digits.push_str(group);
    }
    Some(digits)
}

/// The number as a whole number of units of 10^-`to`, exactly.
pub(super) fn scale(digits: i64, decimals: u8, to: u8) -> Result<i64, Misfit> {
    let (mut digits, mut decimals) = (digits, decimals);
    while decimals > to {
        if digits % 10 != 0 {
            return Err(Misfit::TooPrecise);
        }
        digits /= 10;
        decimals -= 1;
    }
    10_i64
        .checked_pow(u32::from(to - decimals))
        .and_then(|factor| digits.checked_mul(factor))
        // Sums over many cells must stay within 64 bits, too.
        .filter(|scaled| scaled.unsigned_abs() < 1 << 53)
        .ok_or(Misfit::TooLarge)
}

#[cfg(test)]
mod tests;
