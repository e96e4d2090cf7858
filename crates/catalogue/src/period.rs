//! Reference periods and reference dates.

use std::{fmt, str::FromStr};

/// A reference period: a year, a part of it, or a reference date. Sorted by time.
///
/// Written `2015`, `2015-H1`, `2015-Q3`, `2015-06`, `2015-12-31`; the school year 2014/15 is written `2014`
/// (its source says that its years are school years).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Period {
    year: i16,
    part: Part,
}

/// The part of the year; the order keeps parts of the same length in time order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Part {
    /// The whole year.
    Year,
    /// First or second half.
    Half(u8),
    /// First to fourth quarter.
    Quarter(u8),
    /// January is 1.
    Month(u8),
    /// Month and day.
    Day(u8, u8),
}

impl Period {
    /// A whole year.
    pub const fn year_of(year: i16) -> Period {
        Period { year, part: Part::Year }
    }

    /// The calendar year in which the period lies or begins.
    pub const fn year(self) -> i16 {
        self.year
    }

    /// The part of the year.
    pub const fn part(self) -> Part {
        self.part
    }
}

/// The text is not a period.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("not a period: {0:?}")]
pub struct PeriodError(pub String);

impl FromStr for Period {
    type Err = PeriodError;

    fn from_str(text: &str) -> Result<Period, PeriodError> {
        parse(text).ok_or_else(|| PeriodError(text.to_owned()))
    }
}

fn parse(text: &str) -> Option<Period> {
    let mut parts = text.split('-');
    let year = number(parts.next()?, 4)?;
    let part = match (parts.next(), parts.next(), parts.next()) {
        (None, ..) => Part::Year,
        (Some(part), None, _) => match part.as_bytes() {
            [b'H', half @ b'1'..=b'2'] => Part::Half(half - b'0'),
            [b'Q', quarter @ b'1'..=b'4'] => Part::Quarter(quarter - b'0'),
            _ => Part::Month(number(part, 2).filter(|m| (1..=12).contains(m))? as u8),
        },
        (Some(month), Some(day), None) => {
            let month = number(month, 2).filter(|m| (1..=12).contains(m))? as u8;
            let day = number(day, 2).filter(|&d| d >= 1 && d <= days(year, month))? as u8;
            Part::Day(month, day)
        }
        _ => return None,
    };
    Some(Period { year, part })
}

fn number(text: &str, width: usize) -> Option<i16> {
    (text.len() == width && text.bytes().all(|b| b.is_ascii_digit())).then(|| text.parse().ok())?
}

const fn days(year: i16, month: u8) -> i16 {
    match month {
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let year = self.year;
        match self.part {
            Part::Year => write!(f, "{year:04}"),
            Part::Half(half) => write!(f, "{year:04}-H{half}"),
            Part::Quarter(quarter) => write!(f, "{year:04}-Q{quarter}"),
            Part::Month(month) => write!(f, "{year:04}-{month:02}"),
            Part::Day(month, day) => write!(f, "{year:04}-{month:02}-{day:02}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn periods_are_read_and_written_alike() {
        for text in ["2015", "2015-H1", "2015-Q3", "2015-06", "2015-12-31", "2024-02-29"] {
            assert_eq!(text.parse::<Period>().unwrap().to_string(), text);
        }
        for text in ["", "15", "2015-13", "2015-Q5", "2023-02-29", "2015-1", "2015-01-01-01", "20l5"] {
            assert!(text.parse::<Period>().is_err(), "{text}");
        }
    }
}
