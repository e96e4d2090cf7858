//! Typed values of a table. The shape has been checked and every fault remarked before: what is missing or of a wrong
//! type here is passed over in silence, so that the rest of a file can still be looked at.

use std::{collections::BTreeMap, str::FromStr};

use crate::{
    document::{Document, Entry, Node, Value},
    model::{Group, LocalText},
    period::Period,
    remark::Place,
    shape::check::place,
};

/// A table of a definition file.
#[derive(Debug, Clone, Copy)]
pub(crate) struct At<'a> {
    pub(crate) document: &'a Document<'a>,
    pub(crate) node: &'a Node,
}

impl<'a> At<'a> {
    pub(crate) fn root(document: &'a Document<'a>) -> At<'a> {
        At { document, node: &document.root }
    }

    /// Where the table stands.
    pub(crate) fn place(self) -> Place {
        place(self.document.path, self.node)
    }

    /// Where the value of a key stands, else where the table stands.
    pub(crate) fn place_of(self, key: &str) -> Place {
        self.node.get(key).map_or_else(|| self.place(), |node| place(self.document.path, node))
    }

    pub(crate) fn has(self, key: &str) -> bool {
        self.node.get(key).is_some()
    }

    /// The table under a key.
    pub(crate) fn table(self, key: &str) -> Option<At<'a>> {
        let node = self.node.get(key).filter(|node| matches!(node.value, Value::Table(_)))?;
        Some(At { node, ..self })
    }

    /// The items of the list under a key.
    pub(crate) fn list(self, key: &str) -> impl Iterator<Item = At<'a>> + use<'a> {
        self.node.get(key).map_or(&[][..], Node::items).iter().map(move |node| At { node, ..self })
    }

    /// The entries of the table under a key, in the order of the file.
    pub(crate) fn entries(self, key: &str) -> &'a [Entry] {
        self.node.get(key).map_or(&[], Node::entries)
    }

    pub(crate) fn local(self, key: &str) -> LocalText {
        self.maybe_local(key).unwrap_or_default()
    }

    pub(crate) fn maybe_local(self, key: &str) -> Option<LocalText> {
        self.table(key).map(At::as_local)
    }

    /// The table itself as text in each language.
    pub(crate) fn as_local(self) -> LocalText {
        LocalText { de: self.line("de").unwrap_or_default(), en: self.line("en") }
    }

    pub(crate) fn line(self, key: &str) -> Option<String> {
        self.word(key).map(str::to_owned)
    }

    pub(crate) fn word(self, key: &str) -> Option<&'a str> {
        self.node.get(key).and_then(Node::as_text)
    }

    /// A sign that is one character long.
    pub(crate) fn sign(self, key: &str) -> Option<char> {
        self.word(key).and_then(|text| text.chars().next())
    }

    pub(crate) fn boolean(self, key: &str, otherwise: bool) -> bool {
        match self.node.get(key).map(|node| &node.value) {
            Some(Value::Boolean(yes)) => *yes,
            _ => otherwise,
        }
    }

    /// A whole number; the shape has checked that it fits.
    pub(crate) fn whole<N: TryFrom<i64>>(self, key: &str) -> Option<N> {
        match self.node.get(key).map(|node| &node.value) {
            Some(Value::Whole(Some(number))) => N::try_from(*number).ok(),
            _ => None,
        }
    }

    /// A number, with decimals or without.
    pub(crate) fn decimal(self, key: &str) -> Option<f64> {
        match self.node.get(key).map(|node| &node.value) {
            Some(Value::Fraction(number)) => Some(*number),
            Some(Value::Whole(Some(number))) => Some(*number as f64),
            _ => None,
        }
    }

    pub(crate) fn name<N: FromStr>(self, key: &str) -> Option<N> {
        self.word(key).and_then(|text| text.parse().ok())
    }

    pub(crate) fn period(self, key: &str) -> Option<Period> {
        self.name(key)
    }

    pub(crate) fn lines(self, key: &str) -> Vec<String> {
        self.list(key).filter_map(|at| at.node.as_text().map(str::to_owned)).collect()
    }

    /// For each key, the texts under it.
    pub(crate) fn texts_by_key(self, key: &str) -> BTreeMap<String, Vec<String>> {
        let texts = |node: &Node| node.items().iter().filter_map(|item| item.as_text().map(str::to_owned)).collect();
        self.entries(key).iter().map(|entry| (entry.key.clone(), texts(&entry.node))).collect()
    }

    pub(crate) fn group(self, key: &str) -> Group {
        self.node.get(key).map(group).unwrap_or_default()
    }
}

/// A table of variables and categories.
pub(crate) fn group(node: &Node) -> Group {
    node.entries()
        .iter()
        .filter_map(|entry| Some((entry.key.parse().ok()?, entry.node.as_text()?.parse().ok()?)))
        .collect()
}
