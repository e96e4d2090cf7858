//! Days of the Gregorian calendar as days since 1970-01-01, and back.
//!
//! Method: Howard Hinnant, "chrono-compatible low-level date algorithms", with years that begin in March.

/// 0001-01-01 and 9999-12-31.
pub(crate) const FIRST: i64 = -719_162;
pub(crate) const LAST: i64 = 2_932_896;

/// The day of a date, or nothing if the calendar has no such day between the years 1 and 9999.
pub fn day(year: i64, month: i64, day_of_month: i64) -> Option<i32> {
    if !(1..=9999).contains(&year) || !(1..=12).contains(&month) || !(1..=31).contains(&day_of_month) {
        return None;
    }
    let shifted = if month <= 2 { year - 1 } else { year };
    let era = shifted.div_euclid(400);
    let year_of_era = shifted.rem_euclid(400);
    let day_of_year = (153 * ((month + 9) % 12) + 2) / 5 + day_of_month - 1;
    let day = era * 146_097 + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year - 719_468;
    // 30 February becomes a day in March; only a date that comes back as it went is one.
    (date(day) == (year, month, day_of_month)).then(|| i32::try_from(day).ok()).flatten()
}

/// Year, month and day of the month.
pub fn date(day: i64) -> (i64, i64, i64) {
    let shifted = day + 719_468;
    let era = shifted.div_euclid(146_097);
    let day_of_era = shifted.rem_euclid(146_097);
    let year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let march_month = (5 * day_of_year + 2) / 153;
    let day_of_month = day_of_year - (153 * march_month + 2) / 5 + 1;
    let month = if march_month < 10 { march_month + 3 } else { march_month - 9 };
    (year_of_era + era * 400 + i64::from(month <= 2), month, day_of_month)
}

/// The day that is written as `YYYY-MM-DD`.
pub(crate) fn parse(text: &str) -> Option<i32> {
    let digits = |part: &str| part.bytes().all(|b| b.is_ascii_digit()).then(|| part.parse().ok()).flatten();
    let mut parts = text.split('-');
    let (year, month, rest) = (parts.next()?, parts.next()?, parts.next()?);
    let lengths = (year.len(), month.len(), rest.len()) == (4, 2, 2) && parts.next().is_none();
    if lengths { day(digits(year)?, digits(month)?, digits(rest)?) } else { None }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn agrees_with_another_calendar() {
        let epoch = jiff::civil::date(1970, 1, 1);
        for number in (FIRST..=LAST).step_by(37).chain([FIRST, LAST, -1, 0, 58, 59, 11_016, 11_017]) {
            let other = epoch.checked_add(jiff::Span::new().days(number)).unwrap();
            let expected = (i64::from(other.year()), i64::from(other.month()), i64::from(other.day()));
            assert_eq!(date(number), expected);
            assert_eq!(day(expected.0, expected.1, expected.2), i32::try_from(number).ok());
            assert_eq!(parse(&other.to_string()), i32::try_from(number).ok());
        }
    }

    #[test]
    fn what_is_no_day_is_refused() {
        for text in ["2023-02-29", "2024-13-01", "0000-01-01", "2024-1-01", "2024-01-01 ", "+024-01-01", "", "a-b-c"] {
            assert_eq!(parse(text), None, "{text}");
        }
        assert!(parse("2024-02-29").is_some());
    }
}
