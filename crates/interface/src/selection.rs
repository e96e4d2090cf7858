//! Which cells are asked for: codes, patterns and ranges of each dimension.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use crate::{
    MOST_CELLS,
    cube::{Code, Cube, Dimension, Part},
    problem::Problem,
};

/// The whole of a dimension that tells groups apart, as SDMX and our JSON-stat files have it.
const WHOLE: &str = "_T";

/// What was asked of a dimension: its id, and expressions that its codes fit.
pub(crate) type Asked = Vec<(String, Vec<String>)>;

/// Expressions of the body of a question: `{"selection": [{"variableCode": …, "valueCodes": […]}]}`.
pub(crate) fn of_body(body: &[u8]) -> Result<Asked, Problem> {
    let body: Value = serde_json::from_slice(body).map_err(|_| Problem::NoSelection)?;
    let list = body.get("selection").and_then(Value::as_array).ok_or(Problem::NoSelection)?;
    let text = |value: &Value| value.as_str().map(str::to_owned);
    list.iter()
        .map(|one| {
            if one.get("codelist").is_some_and(|list| !list.is_null()) {
                return Err(Problem::NoSuchCodeList);
            }
            let id = one.get("variableCode").and_then(text);
            let codes = one.get("valueCodes").and_then(Value::as_array);
            let codes = codes.and_then(|codes| codes.iter().map(text).collect::<Option<Vec<_>>>());
            id.zip(codes).ok_or(Problem::NoSelection)
        })
        .collect()
}

/// The part of a cube that was asked for. A dimension of which nothing was asked gives what stands for it: everyone,
/// the first area, the figure itself, all periods.
pub(crate) fn part(cube: &Cube, asked: &Asked) -> Result<Part, Problem> {
    for (id, _) in asked {
        if !cube.dimensions.iter().any(|dimension| dimension.id == *id) {
            let known = cube.dimensions.iter().map(|dimension| dimension.id.as_str()).collect::<Vec<_>>().join(", ");
            return Err(Problem::NoSuchDimension { id: id.clone(), known });
        }
    }
    let mut part = Part::new();
    for dimension in &cube.dimensions {
        let expressions: Vec<&String> =
            asked.iter().filter(|(id, _)| *id == dimension.id).flat_map(|(_, codes)| codes).collect();
        let mut places = Vec::new();
        let mut taken = BTreeSet::new();
        for expression in &expressions {
            let found = places_of(dimension, expression).filter(|found| !found.is_empty());
            let found = found
                .ok_or_else(|| Problem::NoSuchCode { dimension: dimension.id.clone(), asked: (*expression).clone() })?;
            places.extend(found.into_iter().filter(|place| taken.insert(*place)));
        }
        part.push(if expressions.is_empty() { unasked(dimension) } else { places });
    }
    match Cube::cells(&part) {
        Some(cells) if cells <= MOST_CELLS => Ok(part),
        _ => Err(Problem::TooMany { most: MOST_CELLS }),
    }
}

/// What is given of a dimension of which nothing was asked.
fn unasked(dimension: &Dimension) -> Vec<usize> {
    match elimination(dimension) {
        Some(code) => dimension.codes.iter().position(|one| one.code == code.code).into_iter().collect(),
        None => (0..dimension.codes.len()).collect(),
    }
}

/// The code that stands for a dimension that nobody asks of: the whole of groups, the first of areas and of measures.
/// Time has none.
pub(crate) fn elimination(dimension: &Dimension) -> Option<&Code> {
    if dimension.id == "period" {
        return None;
    }
    dimension.codes.iter().find(|one| one.code == WHOLE).or(dimension.codes.first())
}

/// The selection that is given if nothing at all is asked for.
pub(crate) fn default(cube: &Cube) -> Value {
    let selection = cube.dimensions.iter().map(|dimension| {
        let codes = unasked(dimension).into_iter().map(|place| json!(dimension.codes[place].code));
        json!({ "variableCode": dimension.id, "codelist": null, "valueCodes": codes.collect::<Vec<_>>() })
    });
    json!({ "selection": selection.collect::<Vec<_>>() })
}

/// The places of the codes that fit an expression: a code, a pattern with `*` and `?`, `top(n)`, `bottom(n)`,
/// `range(a,b)`, `from(a)` or `to(a)`. Codes count as they stand; names of functions in any case.
fn places_of(dimension: &Dimension, expression: &str) -> Option<Vec<usize>> {
    let codes = &dimension.codes;
    let all = 0..codes.len();
    let place = |code: &str| codes.iter().position(|one| one.code == code);
    if let Some(place) = place(expression) {
        return Some(vec![place]);
    }
    let Some((name, inner)) = expression.strip_suffix(')').and_then(|rest| rest.split_once('(')) else {
        return Some(all.filter(|place| fits(&codes[*place].code, expression)).collect());
    };
    let (first, second) = inner.split_once(',').map_or((inner, None), |(first, second)| (first, Some(second.trim())));
    let first = first.trim();
    Some(match (name.to_ascii_lowercase().as_str(), second) {
        // The newest periods are the last of the list; of any other dimension the first codes come first.
        ("top", None) if dimension.id == "period" => all.rev().take(first.parse().ok()?).collect(),
        ("bottom", None) if dimension.id == "period" => all.take(first.parse().ok()?).collect(),
        ("top", None) => all.take(first.parse().ok()?).collect(),
        ("bottom", None) => all.rev().take(first.parse().ok()?).collect(),
        ("range", Some(second)) => (place(first)?..=place(second)?).collect(),
        ("from", None) => (place(first)?..codes.len()).collect(),
        ("to", None) => (0..=place(first)?).collect(),
        _ => return None,
    })
}

/// Whether a code fits a pattern in which `*` stands for any characters and `?` for exactly one. Each `*` is tried at
/// its leftmost fit first; only the last one ever needs to be tried again, so the time is bounded by the product of
/// both lengths.
fn fits(code: &str, pattern: &str) -> bool {
    let (code, pattern): (Vec<char>, Vec<char>) = (code.chars().collect(), pattern.chars().collect());
    let (mut at, mut with) = (0, 0);
    let mut star: Option<(usize, usize)> = None;
    while at < code.len() {
        match pattern.get(with) {
            Some('*') => {
                star = Some((with, at));
                with += 1;
            }
            Some(sign) if *sign == '?' || *sign == code[at] => {
                at += 1;
                with += 1;
            }
            _ => {
                let Some((star_with, star_at)) = star else { return false };
                star = Some((star_with, star_at + 1));
                (at, with) = (star_at + 1, star_with + 1);
            }
        }
    }
    pattern[with..].iter().all(|sign| *sign == '*')
}

#[cfg(test)]
mod tests {
    use super::fits;

    #[test]
    fn patterns_fit_whole_codes() {
        for (code, pattern, expected) in [
            ("2024", "*", true),
            ("", "*", true),
            ("2024", "20*", true),
            ("2024", "*24", true),
            ("2024", "*02*", true),
            ("2024", "202?", true),
            ("2024", "2?", false),
            ("2024", "", false),
            ("aab", "*ab", true),
            ("aaba", "*ab", false),
            ("süd", "s?d", true),
        ] {
            assert_eq!(fits(code, pattern), expected, "{code} {pattern}");
        }
    }
}
