//! Binary values as text, so that all formats are understood by one reader.

/// A number as text with the decimal sign of the layout, exactly as stored.
pub(super) fn number(number: impl std::fmt::Display, decimal: char) -> String {
    let text = number.to_string();
    if decimal == '.' { text } else { text.replace('.', &decimal.to_string()) }
}

/// A spreadsheet's number: programs show 15 digits of it, the rest is dust of binary arithmetic.
pub(super) fn spreadsheet_number(value: f64, decimal: char) -> String {
    if !value.is_finite() {
        return "#".to_owned();
    }
    let shown: f64 = format!("{value:.14e}").parse().unwrap_or(value);
    // Minus zero is zero.
    number(shown + 0.0, decimal)
}

/// The day that lies this many days after 1 January 1970.
pub(super) fn day(days: i64) -> String {
    // Civil calendar from days after Howard Hinnant, "chrono-compatible low-level date algorithms".
    let shifted = days.clamp(-1_000_000, 3_000_000) + 719_468;
    let era = shifted.div_euclid(146_097);
    let day_of_era = shifted.rem_euclid(146_097);
    let year_of_era = (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let month_from_march = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * month_from_march + 2) / 5 + 1;
    let month = if month_from_march < 10 { month_from_march + 3 } else { month_from_march - 9 };
    let year = year_of_era + era * 400 + i64::from(month <= 2);
    format!("{year:04}-{month:02}-{day:02}")
}

/// A decimal number of a database: `value` · 10^-`scale`.
pub(super) fn decimal(value: i128, scale: i8, sign: char) -> String {
    let digits = value.unsigned_abs().to_string();
    let minus = if value < 0 { "-" } else { "" };
    match usize::try_from(scale) {
        Ok(0) => format!("{minus}{digits}"),
        Ok(scale) => {
            let digits = format!("{digits:0>width$}", width = scale + 1);
            let (whole, fraction) = digits.split_at(digits.len() - scale);
            format!("{minus}{whole}{sign}{fraction}")
        }
        Err(_) => format!("{minus}{digits}{}", "0".repeat(usize::from(scale.unsigned_abs()))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_become_text() {
        assert_eq!(spreadsheet_number(2015.0, ','), "2015");
        assert_eq!(spreadsheet_number(0.1 + 0.2, ','), "0,3");
        assert_eq!(spreadsheet_number(22710.5, '.'), "22710.5");
        assert_eq!(spreadsheet_number(-0.0, ','), "0");
        assert_eq!(spreadsheet_number(1e15, ','), "1000000000000000");
        assert_eq!(spreadsheet_number(f64::NAN, ','), "#");
        assert_eq!(day(0), "1970-01-01");
        assert_eq!(day(16_800), "2015-12-31");
        assert_eq!(day(-1), "1969-12-31");
        assert_eq!(day(11_016), "2000-02-29");
        assert_eq!(decimal(-227_105, 1, ','), "-22710,5");
        assert_eq!(decimal(5, 3, '.'), "0.005");
        assert_eq!(decimal(5, -2, '.'), "500");
        assert_eq!(decimal(5, 0, '.'), "5");
    }
}
