//! Texts and what is known about their values before any row is seen.

use std::{collections::BTreeSet, ops::Range};

use super::{Lowering, Typed};
use crate::{
    attributes::nearest,
    fault::FaultKind,
    ir::{Change, Logic, Order, Text, TextTest},
    truth::Truth,
};

/// A text, and all values it can have if they are known: those of a code list, or the one that is written out.
#[derive(Clone)]
pub(super) struct Textual {
    pub(super) node: Text,
    pub(super) known: Option<BTreeSet<String>>,
}

impl Textual {
    pub(super) fn known(text: &str) -> Textual {
        Textual { node: Text::Known(text.to_owned()), known: Some(BTreeSet::from([text.to_owned()])) }
    }

    pub(super) fn changed(self, change: Change) -> Textual {
        let known = self.known.map(|texts| texts.iter().map(|text| change.of(text)).collect());
        let node = match self.node {
            Text::Known(text) => Text::Known(change.of(&text)),
            other => Text::Changed(change, Box::new(other)),
        };
        Textual { node, known }
    }

    /// Whether every engine sorts the values alike, whatever its language: true for digits, and for little else.
    fn sorts(&self) -> bool {
        let digits = |text: &String| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
        self.known.as_ref().is_some_and(|texts| texts.iter().all(digits))
    }
}

impl Lowering<'_> {
    /// Refuses what can never be equal: a code that its list does not have.
    pub(super) fn can_be_equal(
        &mut self,
        left: (&Textual, &Range<usize>),
        right: (&Textual, &Range<usize>),
    ) -> Option<()> {
        let (Some(mine), Some(others)) = (&left.0.known, &right.0.known) else { return Some(()) };
        if mine.intersection(others).next().is_some() {
            return Some(());
        }
        for ((one, at), list) in [(right, mine), (left, others)] {
            if let Text::Known(code) = &one.node {
                let nearest = nearest(code, list.iter().map(String::as_str));
                return self.fault(at.clone(), FaultKind::UnknownCode { code: code.clone(), nearest });
            }
        }
        self.fault(super::joined(left.1.clone(), right.1.clone()), FaultKind::NoCommonCode)
    }

    pub(super) fn compare_texts(
        &mut self,
        order: Order,
        left: (Textual, Typed),
        right: (Textual, Typed),
    ) -> Option<Logic> {
        let ((left, left_typed), (right, right_typed)) = (left, right);
        if order == Order::Equal {
            self.can_be_equal((&left, &left_typed.at), (&right, &right_typed.at))?;
        } else if !left.sorts() || !right.sorts() {
            let at = super::joined(left_typed.at, right_typed.at);
            return self.fault(at, FaultKind::TextOrder);
        }
        Some(match (left.node, right.node) {
            (Text::Known(a), Text::Known(b)) => Logic::Known(Truth::from(match order {
                Order::Equal => a == b,
                Order::Less => a < b,
                Order::AtMost => a <= b,
            })),
            (Text::Known(text), other) | (other, Text::Known(text)) if order == Order::Equal => {
                self.test(TextTest::OneOf(other, BTreeSet::from([text])))
            }
            (a, b) => self.test(TextTest::Compare(order, a, b)),
        })
    }

    pub(super) fn test(&mut self, test: TextTest) -> Logic {
        // The same question is asked once.
        let place = self.texts.iter().position(|other| *other == test).unwrap_or_else(|| {
            self.texts.push(test);
            self.texts.len() - 1
        });
        Logic::Text(place)
    }
}
