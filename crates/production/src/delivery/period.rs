//! Periods as offices write them.

use catalogue::{Period, model::PeriodKind};

use super::words::plain;

/// Why a text is not a period of its source.
#[derive(Clone, Copy, PartialEq, Eq)]
#[cfg_attr(test, derive(Debug))]
pub(super) enum Odd {
    /// Not a period at all.
    Unreadable,
    /// A date, but not the reference date of the source.
    OtherDay,
    /// A period of another kind: a quarter where years are expected, a year where school years are.
    OtherKind,
}

/// What a text says by itself, before it is known what a period of the source is.
enum Said {
    Year(i16),
    /// Begin of a year across two calendar years.
    SchoolYear(i16),
    Part,
    Month(i16, u8),
    Day(i16, u8, u8),
}

/// Reads a period of a source.
pub(super) fn parse(text: &str, kind: PeriodKind) -> Result<Period, Odd> {
    let said = said(&plain(text)).ok_or(Odd::Unreadable)?;
    match (kind, said) {
        (PeriodKind::SchoolYear, Said::Year(year) | Said::SchoolYear(year)) => Ok(Period::year_of(year)),
        (PeriodKind::Year | PeriodKind::ReferenceDate(..), Said::Year(year)) => Ok(Period::year_of(year)),
        // Spreadsheets write a year as its first or last day.
        (PeriodKind::Year, Said::Day(year, 1, 1) | Said::Day(year, 12, 31)) => Ok(Period::year_of(year)),
        (PeriodKind::ReferenceDate(month, day), Said::Day(year, m, d)) => {
            if (m, d) == (month, day) {
                Ok(Period::year_of(year))
            } else {
                Err(Odd::OtherDay)
            }
        }
        // A month stands for a reference date at its end.
        (PeriodKind::ReferenceDate(month, day), Said::Month(year, m)) => {
            if m == month && day == last_day(year, m) {
                Ok(Period::year_of(year))
            } else {
                Err(Odd::OtherDay)
            }
        }
        _ => Err(Odd::OtherKind),
    }
}

const MONTHS: [(&str, u8); 12] = [
    ("jan", 1),
    ("feb", 2),
    ("mär", 3),
    ("apr", 4),
    ("mai", 5),
    ("jun", 6),
    ("jul", 7),
    ("aug", 8),
    ("sep", 9),
    ("okt", 10),
    ("nov", 11),
    ("dez", 12),
];

const MONTH_NAMES: [&str; 12] = [
    "januar",
    "februar",
    "märz",
    "april",
    "mai",
    "juni",
    "juli",
    "august",
    "september",
    "oktober",
    "november",
    "dezember",
];

/// A month by its German name or its usual short forms.
fn month_of(word: &str) -> Option<u8> {
    let word = word.trim_end_matches('.');
    if let Some(place) = MONTH_NAMES.iter().position(|name| *name == word) {
        return Some(place as u8 + 1);
    }
    let (_, month) = MONTHS.iter().find(|(short, _)| word.starts_with(short))?;
    // "sept", "jänner" and such are rare; three or four letters of the name are enough.
    (word.chars().count() <= 4 && MONTH_NAMES[usize::from(*month) - 1].starts_with(word)).then_some(*month)
}

fn said(text: &str) -> Option<Said> {
    let words: Vec<&str> = text.split(' ').collect();
    match words[..] {
        ["schuljahr" | "sj" | "sj.", rest] => {
            school_year(rest).map(Said::SchoolYear).or_else(|| year(rest).map(Said::SchoolYear))
        }
        ["jahr", rest] => year(rest).map(Said::Year),
        [quarter, "quartal" | "vierteljahr", last] => {
            year(last)?;
            matches!(quarter, "1." | "2." | "3." | "4." | "i." | "ii." | "iii." | "iv.").then_some(Said::Part)
        }
        [half, "halbjahr", last] => {
            year(last)?;
            matches!(half, "1." | "2." | "i." | "ii.").then_some(Said::Part)
        }
        [month, last] if month_of(month).is_some() => Some(Said::Month(year(last)?, month_of(month)?)),
        [day, month, last] if day.ends_with('.') && month_of(month).is_some() => {
            date(year(last)?, month_of(month)?, two_digits(day.trim_end_matches('.'))?)
        }
        // A spreadsheet's date with its time.
        [day, time] if time.starts_with("00:00") => said(day),
        [one] => single(one),
        _ => None,
    }
}

fn single(text: &str) -> Option<Said> {
    if let Some(year) = year(text) {
        return Some(Said::Year(year));
    }
    // What a program made of a year that it took for a number.
    if let Some(year) = text.strip_suffix(".0").or_else(|| text.strip_suffix(",0")).and_then(year) {
        return Some(Said::Year(year));
    }
    if let Some(begin) = school_year(text) {
        return Some(Said::SchoolYear(begin));
    }
    let parts: Vec<&str> = text.split('.').collect();
    if let [day, month, last] = parts[..] {
        return date(year(last)?, two_digits(month)?, two_digits(day)?);
    }
    if let [month, last] = parts[..] {
        return Some(Said::Month(year(last)?, two_digits(month).filter(|month| (1..=12).contains(month))?));
    }
    if let Some((month, last)) = text.split_once('/') {
        return Some(Said::Month(year(last)?, two_digits(month).filter(|month| (1..=12).contains(month))?));
    }
    let text = text.strip_suffix("t00:00:00").unwrap_or(text);
    let parts: Vec<&str> = text.split('-').collect();
    match parts[..] {
        [first, month, day] if month.len() == 2 && day.len() == 2 => {
            date(year(first)?, two_digits(month)?, two_digits(day)?)
        }
        [first, "q1" | "q2" | "q3" | "q4" | "h1" | "h2"] => year(first).map(|_| Said::Part),
        [first, month] if month.len() == 2 => {
            Some(Said::Month(year(first)?, two_digits(month).filter(|month| (1..=12).contains(month))?))
        }
        _ => None,
    }
}

/// Years beyond three centuries are some other number.
fn year(text: &str) -> Option<i16> {
    (text.len() == 4 && text.bytes().all(|b| b.is_ascii_digit()))
        .then(|| text.parse().ok())?
        .filter(|year| (1800..2200).contains(year))
}

/// `2014/15`, `2014/2015`, `2014-2015`; `2014-15` too, as no year has fifteen months.
fn school_year(text: &str) -> Option<i16> {
    let (first, second) = text.split_once(['/', '-', '–'])?;
    let begin = year(first)?;
    let follows = match second.len() {
        2 => two_digits(second)? as i16 == (begin + 1) % 100 && (text.contains('/') || second > "12"),
        4 => year(second)? == begin + 1,
        _ => false,
    };
    follows.then_some(begin)
}

fn two_digits(text: &str) -> Option<u8> {
    ((1..=2).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit())).then(|| text.parse().ok())?
}

fn date(year: i16, month: u8, day: u8) -> Option<Said> {
    ((1..=12).contains(&month) && (1..=last_day(year, month)).contains(&day)).then_some(Said::Day(year, month, day))
}

fn last_day(year: i16, month: u8) -> u8 {
    match month {
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn periods_are_read_by_the_kind_of_their_source() {
        use PeriodKind::*;
        let end = ReferenceDate(12, 31);
        for (text, kind, expected) in [
            ("2015", Year, Ok(2015)),
            (" 2015 ", Year, Ok(2015)),
            ("2015.0", Year, Ok(2015)),
            ("2015,0", Year, Ok(2015)),
            ("Jahr 2015", Year, Ok(2015)),
            ("2015-01-01", Year, Ok(2015)),
            ("31.12.2015", Year, Ok(2015)),
            ("30.06.2015", Year, Err(Odd::OtherKind)),
            ("Dez 2015", Year, Err(Odd::OtherKind)),
            ("1. Quartal 2015", Year, Err(Odd::OtherKind)),
            ("2015-Q1", Year, Err(Odd::OtherKind)),
            ("2014/15", Year, Err(Odd::OtherKind)),
            ("31.12.2015", end, Ok(2015)),
            ("2015-12-31", end, Ok(2015)),
            ("2015-12-31 00:00:00", end, Ok(2015)),
            ("2015-12-31T00:00:00", end, Ok(2015)),
            ("31. Dezember 2015", end, Ok(2015)),
            ("Dez 2015", end, Ok(2015)),
            ("Dez. 2015", end, Ok(2015)),
            ("Dezember 2015", end, Ok(2015)),
            ("12/2015", end, Ok(2015)),
            ("12.2015", end, Ok(2015)),
            ("2015-12", end, Ok(2015)),
            ("2015", end, Ok(2015)),
            ("30.06.2015", end, Err(Odd::OtherDay)),
            ("Jun 2015", ReferenceDate(6, 30), Ok(2015)),
            ("Juni 2015", ReferenceDate(6, 30), Ok(2015)),
            ("März 2015", end, Err(Odd::OtherDay)),
            ("2014/15", SchoolYear, Ok(2014)),
            ("2014/2015", SchoolYear, Ok(2014)),
            ("2014-2015", SchoolYear, Ok(2014)),
            ("2014-15", SchoolYear, Ok(2014)),
            ("1999/00", SchoolYear, Ok(1999)),
            ("Schuljahr 2014/15", SchoolYear, Ok(2014)),
            ("SJ 2014/15", SchoolYear, Ok(2014)),
            ("2014", SchoolYear, Ok(2014)),
            ("2014/16", SchoolYear, Err(Odd::Unreadable)),
            ("15.10.2014", SchoolYear, Err(Odd::OtherKind)),
            ("", Year, Err(Odd::Unreadable)),
            ("15", Year, Err(Odd::Unreadable)),
            ("20150", Year, Err(Odd::Unreadable)),
            ("7919", Year, Err(Odd::Unreadable)),
            ("31.02.2015", end, Err(Odd::Unreadable)),
            ("31.13.2015", end, Err(Odd::Unreadable)),
            ("Dezimal 2015", end, Err(Odd::Unreadable)),
            ("ß", end, Err(Odd::Unreadable)),
        ] {
            assert_eq!(parse(text, kind), expected.map(Period::year_of), "{text:?}");
        }
    }
}
