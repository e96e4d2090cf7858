//! Questions about texts, turned into tables once the dictionaries are known: whatever a rule asks about a text is
//! asked once for each entry of the dictionary and looked up for each row.

use std::collections::BTreeMap;

use crate::{
    ir::{Change, Logic, Order, Text, TextTest},
    table::{Table, Values},
    truth::Truth,
};

/// Stands for a missing text among places in a dictionary.
pub(crate) const MISSING: u32 = u32::MAX;

/// A text whose possible values are known.
pub(crate) struct Bound {
    pub(crate) node: Place,
    /// The texts that the places mean.
    texts: Vec<String>,
}

/// How the place of a text is found for a row.
pub(crate) enum Place {
    Missing,
    /// The only text there is.
    Only,
    Column(usize),
    /// Branches, each with the number by which its places are moved.
    Case(Vec<(Logic, Place, u32)>, Box<(Place, u32)>),
    Coalesce(Vec<(Place, u32)>),
}

/// A question about texts as a look into tables.
pub(crate) enum Plan {
    Missing(Place),
    /// The answer for each place.
    Table(Place, Vec<Truth>),
    /// The rank of each place; the ranks are compared.
    Ranks(Order, Place, Vec<u32>, Place, Vec<u32>),
}

/// Answers the questions for the dictionaries of a table.
pub(crate) fn plans(tests: &[TextTest], table: &Table<'_>) -> Vec<Plan> {
    tests.iter().map(|test| plan(test, table)).collect()
}

fn plan(test: &TextTest, table: &Table<'_>) -> Plan {
    match test {
        TextTest::Missing(text) => Plan::Missing(bind(text, table).node),
        TextTest::OneOf(text, set) => {
            let bound = bind(text, table);
            let answers = bound.texts.iter().map(|text| Truth::from(set.contains(text))).collect();
            Plan::Table(bound.node, answers)
        }
        TextTest::Compare(order, left, right) => {
            let (left, right) = (bind(left, table), bind(right, table));
            let mut ranks: BTreeMap<String, u32> =
                left.texts.iter().chain(&right.texts).map(|text| (text.clone(), 0)).collect();
            for (rank, (_, place)) in (0u32..).zip(&mut ranks) {
                *place = rank;
            }
            let rank = |texts: &[String]| texts.iter().map(|text| ranks.get(text).copied().unwrap_or(0)).collect();
            let (of_left, of_right) = (rank(&left.texts), rank(&right.texts));
            Plan::Ranks(*order, left.node, of_left, right.node, of_right)
        }
    }
}

fn bind(text: &Text, table: &Table<'_>) -> Bound {
    match text {
        Text::Null => Bound { node: Place::Missing, texts: Vec::new() },
        Text::Known(text) => Bound { node: Place::Only, texts: vec![text.clone()] },
        Text::Column(place) => {
            let dictionary = match table.column(*place).map(|column| &column.values) {
                Some(Values::Text { dictionary, .. }) => dictionary.to_vec(),
                _ => Vec::new(),
            };
            Bound { node: Place::Column(*place), texts: dictionary }
        }
        Text::Changed(change, inner) => {
            let inner = bind(inner, table);
            Bound { node: inner.node, texts: changed(&inner.texts, *change) }
        }
        Text::Case(parts, last) => {
            let mut texts = Vec::new();
            let branches = parts
                .iter()
                .map(|(condition, text)| {
                    let (place, moved) = append(bind(text, table), &mut texts);
                    (condition.clone(), place, moved)
                })
                .collect();
            let last = append(bind(last, table), &mut texts);
            Bound { node: Place::Case(branches, Box::new(last)), texts }
        }
        Text::Coalesce(parts) => {
            let mut texts = Vec::new();
            let parts = parts.iter().map(|text| append(bind(text, table), &mut texts)).collect();
            Bound { node: Place::Coalesce(parts), texts }
        }
    }
}

fn changed(texts: &[String], change: Change) -> Vec<String> {
    texts.iter().map(|text| change.of(text)).collect()
}

/// Puts the texts behind those that are there already.
fn append(bound: Bound, texts: &mut Vec<String>) -> (Place, u32) {
    let moved = u32::try_from(texts.len()).unwrap_or(MISSING);
    texts.extend(bound.texts);
    (bound.node, moved)
}
