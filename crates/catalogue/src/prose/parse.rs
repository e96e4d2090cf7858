//! Reads references in prose: `{value citizenship=foreign period=2012}`.

use std::ops::Range;

use super::{Against, Part, Reference, Template, What, When};
use crate::{model::Group, nearest};

/// What is wrong with a reference.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Fault {
    /// Which kind of fault; chooses the sentence.
    pub(crate) problem: &'static str,
    /// The word at fault.
    pub(crate) word: String,
    /// What was probably meant.
    pub(crate) near: Option<&'static str>,
}

/// Text, a reference, or something that should have been one, with its place in the text.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Piece {
    pub(crate) what: Result<Part, Fault>,
    pub(crate) range: Range<usize>,
}

/// The template of a text; malformed references are left out.
pub(crate) fn template(text: &str) -> Template {
    Template { parts: pieces(text).into_iter().filter_map(|piece| piece.what.ok()).collect() }
}

/// Takes a text apart. `{{` is a literal brace.
pub(crate) fn pieces(text: &str) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let (mut literal, mut literal_start, mut at) = (String::new(), 0, 0);
    while let Some(open) = text[at..].find('{').map(|place| at + place) {
        literal.push_str(&text[at..open]);
        if text[open..].starts_with("{{") {
            literal.push('{');
            at = open + 2;
            continue;
        }
        if !literal.is_empty() {
            let what = Ok(Part::Text(std::mem::take(&mut literal)));
            pieces.push(Piece { what, range: literal_start..open });
        }
        let close = text[open + 1..].find(['{', '}']).map(|place| open + 1 + place);
        let end = match close {
            Some(close) if text[close..].starts_with('}') => close + 1,
            _ => close.unwrap_or(text.len()),
        };
        let range = open..end;
        let what = if text[range.clone()].ends_with('}') {
            reference(&text[open + 1..end - 1]).map(Part::Reference)
        } else {
            Err(fault("unclosed", text[range.clone()].split_whitespace().next().unwrap_or("{")))
        };
        pieces.push(Piece { what, range });
        at = end;
        literal_start = end;
    }
    literal.push_str(&text[at..]);
    if !literal.is_empty() {
        pieces.push(Piece { what: Ok(Part::Text(literal)), range: literal_start..text.len() });
    }
    pieces
}

fn fault(problem: &'static str, word: &str) -> Fault {
    Fault { problem, word: word.to_owned(), near: None }
}

const WHAT: [(&str, What); 6] = [
    ("value", What::Value),
    ("numerator", What::Numerator),
    ("denominator", What::Denominator),
    ("change", What::Change),
    ("gap", What::Gap),
    ("period", What::Period),
];

/// Reads what stands between the braces.
fn reference(body: &str) -> Result<Reference, Fault> {
    let mut words = body.split_whitespace();
    let Some(first) = words.next() else { return Err(fault("empty", "{}")) };
    let Some((_, what)) = WHAT.into_iter().find(|(word, _)| *word == first) else {
        let near = nearest(first, WHAT.iter().map(|(word, _)| *word));
        return Err(Fault { near, ..fault("what", first) });
    };
    let (mut indicator, mut area, mut period, mut from, mut against) = (None, None, None, None, None);
    let mut group = Group::new();
    for word in words {
        let Some((key, value)) = word.split_once('=') else { return Err(fault("no-equals-sign", word)) };
        let is_new = match key {
            "of" => indicator.replace(value.parse().map_err(|_| fault("name", value))?).is_none(),
            "area" => area.replace(value.parse().map_err(|_| fault("name", value))?).is_none(),
            "period" => period.replace(when(value)?).is_none(),
            "from" => from.replace(when(value)?).is_none(),
            "against" => against.replace(value).is_none(),
            variable => {
                let variable = variable.parse().map_err(|_| fault("name", variable))?;
                group.insert(variable, value.parse().map_err(|_| fault("name", value))?).is_none()
            }
        };
        if !is_new {
            return Err(fault("twice", key));
        }
    }
    match what {
        What::Gap if group.is_empty() => return Err(fault("gap-needs-group", first)),
        What::Change | What::Gap => {}
        _ if from.is_some() => return Err(fault("only-change", "from")),
        _ => {}
    }
    if what == What::Gap && from.is_some() {
        return Err(fault("only-change", "from"));
    }
    if what != What::Gap && against.is_some() {
        return Err(fault("only-gap", "against"));
    }
    let against = match against {
        None => None,
        Some("whole") => Some(Against::Whole),
        Some(category) => match group.keys().collect::<Vec<_>>().as_slice() {
            [variable] => {
                let category = category.parse().map_err(|_| fault("name", category))?;
                Some(Against::Category((*variable).clone(), category))
            }
            _ => return Err(fault("against-several", category)),
        },
    };
    Ok(Reference {
        what,
        indicator,
        area,
        period: period.unwrap_or(When::Latest),
        from: from.unwrap_or(When::Base),
        group,
        against,
    })
}

fn when(text: &str) -> Result<When, Fault> {
    match text {
        "latest" => Ok(When::Latest),
        "first" => Ok(When::First),
        "base" => Ok(When::Base),
        period => period.parse().map(When::Exactly).map_err(|_| fault("period", period)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn read(text: &str) -> Reference {
        match &pieces(text)[..] {
            [Piece { what: Ok(Part::Reference(reference)), .. }] => reference.clone(),
            other => panic!("{other:?}"),
        }
    }

    #[track_caller]
    fn problem(text: &str) -> &'static str {
        match pieces(text).into_iter().find_map(|piece| piece.what.err()) {
            Some(fault) => fault.problem,
            None => panic!("nothing is wrong with {text}"),
        }
    }

    #[test]
    fn references_say_what_they_refer_to() {
        let gap = read("{gap of=unemployment area=06 sex=female against=male period=2012}");
        assert_eq!(gap.what, What::Gap);
        assert_eq!(gap.indicator.unwrap().as_str(), "unemployment");
        assert_eq!(gap.area.unwrap().as_str(), "06");
        assert_eq!(gap.period, When::Exactly("2012".parse().unwrap()));
        assert_eq!(gap.against, Some(Against::Category("sex".parse().unwrap(), "male".parse().unwrap())));
        let change = read("{ change  from=first }");
        assert_eq!((change.what, change.from, change.period), (What::Change, When::First, When::Latest));
        assert_eq!(read("{change}").from, When::Base);
        assert_eq!(read("{gap sex=female against=whole}").against, Some(Against::Whole));
    }

    #[test]
    fn malformed_references_are_named() {
        for (text, expected) in [
            ("a {", "unclosed"),
            ("a {value {value}", "unclosed"),
            ("{}", "empty"),
            ("{valeu}", "what"),
            ("{value 2012}", "no-equals-sign"),
            ("{value of=A}", "name"),
            ("{value Sex=a}", "name"),
            ("{value period=soon}", "period"),
            ("{value period=2012 period=2013}", "twice"),
            ("{value from=2012}", "only-change"),
            ("{value sex=male against=whole}", "only-gap"),
            ("{gap}", "gap-needs-group"),
            ("{gap sex=male citizenship=german against=female}", "against-several"),
        ] {
            assert_eq!(problem(text), expected, "{text}");
        }
    }

    #[test]
    fn braces_and_places() {
        let text = "Von {{100} sind {value} es.";
        let pieces = pieces(text);
        assert_eq!(pieces[0].what, Ok(Part::Text("Von {100} sind ".to_owned())));
        assert_eq!(&text[pieces[1].range.clone()], "{value}");
        assert_eq!(pieces[2].what, Ok(Part::Text(" es.".to_owned())));
        assert_eq!(template("").parts, []);
    }
}
