//! The parameters of an address.

use percent_encoding::percent_decode_str;

use crate::{problem::Problem, selection::Asked};

/// The parameters in their order, decoded.
pub(crate) fn parameters(query: &str) -> Vec<(String, String)> {
    let decode = |text: &str| percent_decode_str(&text.replace('+', " ")).decode_utf8_lossy().into_owned();
    query
        .split('&')
        .filter(|part| !part.is_empty())
        .map(|part| part.split_once('=').unwrap_or((part, "")))
        .map(|(name, value)| (decode(name), decode(value)))
        .collect()
}

/// The value of a parameter; names are read in any case, as PxWebApi does.
pub(crate) fn value<'a>(parameters: &'a [(String, String)], name: &str) -> Option<&'a str> {
    let named = parameters.iter().find(|(other, _)| other.eq_ignore_ascii_case(name));
    named.map(|(_, value)| value.as_str()).filter(|value| !value.is_empty())
}

/// A whole number from one on, or what stands for it if nothing is said.
pub(crate) fn number(parameters: &[(String, String)], name: &str, otherwise: usize) -> Result<usize, Problem> {
    let Some(text) = value(parameters, name) else { return Ok(otherwise) };
    text.parse().ok().filter(|number| *number > 0).ok_or_else(|| Problem::BadParameter {
        name: name.to_owned(),
        value: text.to_owned(),
        known: "1, 2, 3 …".to_owned(),
    })
}

/// What is asked for in `valueCodes[area]=a,b`.
pub(crate) fn asked(parameters: &[(String, String)]) -> Result<Asked, Problem> {
    let mut asked = Asked::new();
    for (name, value) in parameters {
        let Some((kind, id)) = name.strip_suffix(']').and_then(|name| name.split_once('[')) else { continue };
        if kind.eq_ignore_ascii_case("codelist") {
            return Err(Problem::NoSuchCodeList);
        }
        if kind.eq_ignore_ascii_case("valueCodes") {
            asked.push((id.to_owned(), expressions(value)));
        }
    }
    Ok(asked)
}

/// Expressions between commas; a comma within brackets belongs to its expression, and `[…]` around one is taken off.
fn expressions(text: &str) -> Vec<String> {
    let mut found = vec![String::new()];
    let mut depth = 0_usize;
    for sign in text.chars() {
        match sign {
            '(' | '[' => depth += 1,
            ')' | ']' => depth = depth.saturating_sub(1),
            ',' if depth == 0 => {
                found.push(String::new());
                continue;
            }
            _ => {}
        }
        if let Some(last) = found.last_mut() {
            last.push(sign);
        }
    }
    let bare = |text: &str| {
        let text = text.trim();
        text.strip_prefix('[').and_then(|text| text.strip_suffix(']')).unwrap_or(text).to_owned()
    };
    found.iter().map(|text| bare(text)).filter(|text| !text.is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn expressions_are_told_apart_by_commas_outside_of_brackets() {
        let asked = asked(&parameters("valueCodes%5Barea%5D=range(a,b),c&valueCodes[period]=[top(2)],2024&lang=de"));
        assert_eq!(
            asked.unwrap(),
            [
                ("area".to_owned(), vec!["range(a,b)".to_owned(), "c".to_owned()]),
                ("period".to_owned(), vec!["top(2)".to_owned(), "2024".to_owned()]),
            ]
        );
    }

    #[test]
    fn parameters_are_decoded_once() {
        assert_eq!(
            parameters("a=%2525&b=x+y&c"),
            [("a", "%25"), ("b", "x y"), ("c", "")].map(|(a, b)| (a.into(), b.into()))
        );
    }
}
