//! The checked tree of a rule: every node has one kind, nothing can fail any more.

use std::collections::BTreeSet;

use crate::truth::Truth;

/// A comparison that is left after `<>`, `>=` and `>` have been turned round.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Order {
    Equal,
    Less,
    AtMost,
}

/// A condition.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Logic {
    Known(Truth),
    Column(usize),
    Not(Box<Logic>),
    And(Vec<Logic>),
    Or(Vec<Logic>),
    IsTrue(Box<Logic>),
    Missing(Box<Logic>),
    NumberMissing(Box<Number>),
    Compare(Order, Box<Number>, Box<Number>),
    /// The number is one of these; the list is sorted.
    OneOf(Box<Number>, Vec<i64>),
    /// A question about texts; its place in [`Tree::texts`].
    Text(usize),
    Case(Vec<(Logic, Logic)>, Box<Logic>),
    Coalesce(Vec<Logic>),
}

/// A number as a count of fixed parts: whole numbers, decimals in their smallest unit, days. The size of the part is
/// known when the rule is compiled, so counting is exact; [`crate::lower`] makes both sides of an operation agree.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Number {
    Null,
    Known(i64),
    Column(usize),
    Times(Box<Number>, i64),
    Sum(Box<Number>, Box<Number>),
    Product(Box<Number>, Box<Number>),
    Absolute(Box<Number>),
    Year(Box<Number>),
    Month(Box<Number>),
    Day(Box<Number>),
    Case(Vec<(Logic, Number)>, Box<Number>),
    Coalesce(Vec<Number>),
}

/// A text.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Text {
    Null,
    Known(String),
    Column(usize),
    Changed(Change, Box<Text>),
    Case(Vec<(Logic, Text)>, Box<Text>),
    Coalesce(Vec<Text>),
}

/// What a function makes of one text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Change {
    Lower,
    Upper,
    Trim,
    /// From this character on (counted from 1), so many of them or all.
    Part(usize, Option<usize>),
}

impl Change {
    pub(crate) fn of(self, text: &str) -> String {
        match self {
            // Letters that change into several, such as ß, stay: engines disagree about them.
            Change::Lower => text.chars().map(|c| single(c, c.to_lowercase())).collect(),
            Change::Upper => text.chars().map(|c| single(c, c.to_uppercase())).collect(),
            Change::Trim => text.trim_matches(' ').to_owned(),
            Change::Part(from, length) => {
                text.chars().skip(from.saturating_sub(1)).take(length.unwrap_or(usize::MAX)).collect()
            }
        }
    }
}

fn single(letter: char, mut changed: impl Iterator<Item = char>) -> char {
    match (changed.next(), changed.next()) {
        (Some(only), None) => only,
        _ => letter,
    }
}

/// A question about texts that is answered by a look into a table once the dictionaries are known.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum TextTest {
    Missing(Text),
    OneOf(Text, BTreeSet<String>),
    Compare(Order, Text, Text),
}

/// A whole rule.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Tree {
    pub(crate) logic: Logic,
    /// The tests about texts; a test asks only tests before it.
    pub(crate) texts: Vec<TextTest>,
    /// The attributes that occur, by place.
    pub(crate) used: BTreeSet<usize>,
}

/// Builds conditions and folds what is known already.
impl Logic {
    pub(crate) fn not(self) -> Logic {
        match self {
            Logic::Known(truth) => Logic::Known(!truth),
            Logic::Not(inner) => *inner,
            other => Logic::Not(Box::new(other)),
        }
    }

    pub(crate) fn and(parts: Vec<Logic>) -> Logic {
        Logic::join(parts, Truth::False, Logic::And)
    }

    pub(crate) fn or(parts: Vec<Logic>) -> Logic {
        Logic::join(parts, Truth::True, Logic::Or)
    }

    /// `decisive` decides alone, its opposite says nothing.
    fn join(parts: Vec<Logic>, decisive: Truth, make: fn(Vec<Logic>) -> Logic) -> Logic {
        if parts.contains(&Logic::Known(decisive)) {
            return Logic::Known(decisive);
        }
        let mut left: Vec<Logic> = parts.into_iter().filter(|part| *part != Logic::Known(!decisive)).collect();
        if left.iter().all(|part| *part == Logic::Known(Truth::Unknown)) && !left.is_empty() {
            left.truncate(1);
        }
        match (left.len(), left.pop()) {
            (_, None) => Logic::Known(!decisive),
            (1, Some(only)) => only,
            (_, Some(last)) => {
                left.push(last);
                make(left)
            }
        }
    }

    pub(crate) fn holds(self) -> Logic {
        match self {
            Logic::Known(truth) => Logic::Known(Truth::from(truth == Truth::True)),
            other => Logic::IsTrue(Box::new(other)),
        }
    }

    pub(crate) fn missing(self) -> Logic {
        match self {
            Logic::Known(truth) => Logic::Known(Truth::from(truth == Truth::Unknown)),
            other => Logic::Missing(Box::new(other)),
        }
    }
}

/// Drops branches that are never taken, and everything behind one that always is.
pub(crate) fn branches<T>(parts: Vec<(Logic, T)>, otherwise: T) -> (Vec<(Logic, T)>, T) {
    let mut kept = Vec::new();
    for (condition, value) in parts {
        match condition {
            Logic::Known(Truth::True) => return (kept, value),
            Logic::Known(_) => {}
            open => kept.push((open, value)),
        }
    }
    (kept, otherwise)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn constants_are_folded_as_kleene_has_it() {
        let known = Logic::Known;
        let column = Logic::Column(0);
        assert_eq!(Logic::and(vec![column.clone(), known(Truth::False)]), known(Truth::False));
        assert_eq!(Logic::and(vec![column.clone(), known(Truth::True)]), column);
        assert_eq!(Logic::or(vec![known(Truth::Unknown), known(Truth::False)]), known(Truth::Unknown));
        assert_eq!(Logic::or(vec![]), known(Truth::False));
        let open = vec![column.clone(), known(Truth::Unknown)];
        assert_eq!(Logic::or(open.clone()), Logic::Or(open));
        assert_eq!(column.clone().not().not(), column);
    }

    #[test]
    fn texts_change_letter_by_letter() {
        assert_eq!(Change::Upper.of("Straße äé"), "STRAßE ÄÉ");
        assert_eq!(Change::Lower.of("ÄÖÜ"), "äöü");
        assert_eq!(Change::Trim.of("  a b\t "), "a b\t");
        assert_eq!(Change::Part(2, Some(2)).of("äöüß"), "öü");
        assert_eq!(Change::Part(9, None).of("äöüß"), "");
    }
}
