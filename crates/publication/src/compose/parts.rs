//! Small parts of tables that many pages need.

use std::collections::BTreeSet;

use catalogue::model::Indicator;

use crate::{
    measure::{Figure, Shown},
    page::{Cell, Head, Point},
    wording::{Wording, look},
};

/// Which signs a table has used, so that each is explained below it.
#[derive(Debug, Default)]
pub(super) struct Signs(BTreeSet<&'static str>);

impl Signs {
    /// A cell with a figure.
    pub(super) fn figure(&mut self, wording: &Wording<'_>, indicator: &Indicator, figure: Option<&Figure>) -> Cell {
        self.note(figure);
        Cell::Number {
            shown: wording.shown(indicator, figure),
            look: look(figure),
            value: figure.and_then(Figure::value),
        }
    }

    /// Remembers the sign of a figure.
    pub(super) fn note(&mut self, figure: Option<&Figure>) {
        if let Some(key) = key(figure) {
            self.0.insert(key);
        }
    }

    /// The explanations, in a fixed order.
    pub(super) fn explained(&self, wording: &Wording<'_>) -> Vec<String> {
        KEYS.iter().filter(|key| self.0.contains(*key)).map(|key| wording.say(key, &[])).collect()
    }
}

/// All signs in the order in which they are explained.
pub(super) const KEYS: [&str; 10] = [
    "sign-explained-nothing",
    "sign-explained-withheld",
    "sign-explained-unreliable",
    "sign-explained-uncertain",
    "sign-explained-pending",
    "sign-explained-senseless",
    "sign-explained-missing",
    "sign-explained-provisional",
    "sign-explained-revised",
    "sign-explained-estimated",
];

fn key(figure: Option<&Figure>) -> Option<&'static str> {
    use release::Mark;
    Some(match figure.map(|figure| figure.shown) {
        None => "sign-explained-missing",
        Some(Shown::Nothing) => "sign-explained-nothing",
        Some(Shown::Withheld) => "sign-explained-withheld",
        Some(Shown::Unreliable { value: Some(_) }) => "sign-explained-unreliable",
        Some(Shown::Unreliable { value: None }) => "sign-explained-uncertain",
        Some(Shown::Pending) => "sign-explained-pending",
        Some(Shown::Senseless) => "sign-explained-senseless",
        Some(Shown::Value { mark: Mark::Provisional, .. }) => "sign-explained-provisional",
        Some(Shown::Value { mark: Mark::Revised, .. }) => "sign-explained-revised",
        Some(Shown::Value { mark: Mark::Estimated, .. }) => "sign-explained-estimated",
        Some(Shown::Value { mark: Mark::None | Mark::Uncertain, .. }) => return None,
    })
}

/// A point of a drawing.
pub(super) fn point(wording: &Wording<'_>, indicator: &Indicator, figure: Option<&Figure>) -> Point {
    Point { value: figure.and_then(Figure::value), shown: wording.shown(indicator, figure), look: look(figure) }
}

/// The head of a column of texts.
pub(super) fn words(text: impl Into<String>) -> Head {
    Head { text: text.into(), numeric: false }
}

/// The head of a column of numbers.
pub(super) fn numbers(text: impl Into<String>) -> Head {
    Head { text: text.into(), numeric: true }
}

/// A difference as a cell; nothing where there is none.
pub(super) fn difference(wording: &Wording<'_>, indicator: &Indicator, difference: Option<(f64, bool)>) -> Cell {
    use crate::page::Look;
    match difference {
        Some((value, reliable)) => {
            let shown = words::signed(wording.language(), value, indicator.decimals);
            Cell::Number {
                shown: if reliable { shown } else { format!("({shown})") },
                look: if reliable { Look::Value } else { Look::Unreliable },
                value: Some(value),
            }
        }
        None => Cell::Text(super::plain(wording.say("not-comparable", &[]))),
    }
}
