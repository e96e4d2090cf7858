//! Small parts of tables that many pages need.

use std::collections::BTreeSet;

use catalogue::{model::Indicator, names::SourceName};

use super::{Desk, protection};
use crate::{
    measure::{Figure, Shown, sources},
    page::{Cell, Head, Look, Point},
    wording::{Wording, look},
};

/// What is explained below a table: the signs that it uses, and sources whose figures are not exactly what was counted.
#[derive(Debug, Default)]
pub(super) struct Signs {
    used: BTreeSet<&'static str>,
    sources: BTreeSet<SourceName>,
}

impl Signs {
    /// A cell with a figure.
    pub(super) fn figure(&mut self, wording: &Wording<'_>, indicator: &Indicator, figure: Option<&Figure>) -> Cell {
        self.note(figure);
        if figure.is_some_and(|figure| figure.value().is_some()) {
            self.sources.extend(sources(indicator).into_iter().cloned());
        }
        Cell::Number {
            shown: wording.shown(indicator, figure),
            look: look(figure),
            value: figure.and_then(Figure::value),
        }
    }

    /// Remembers the sign of a figure.
    pub(super) fn note(&mut self, figure: Option<&Figure>) {
        if let Some(key) = key(figure) {
            self.used.insert(key);
        }
    }

    /// A number that a figure was computed from. Where it is not there, the sign of the figure stands for it.
    pub(super) fn number(
        &mut self,
        wording: &Wording<'_>,
        figure: Option<&Figure>,
        number: Option<release::Number>,
    ) -> Cell {
        let sign = |shown: &str, look: Look| Cell::Number { shown: shown.to_owned(), look, value: None };
        match (number, figure.map(|figure| figure.shown)) {
            (Some(number), _) => {
                Cell::Number { shown: wording.number(number), look: Look::Value, value: Some(number.to_f64()) }
            }
            (None, Some(Shown::Withheld)) => sign(".", Look::Withheld),
            (None, Some(Shown::Pending)) => sign("…", Look::Pending),
            (None, Some(Shown::Senseless)) => sign("x", Look::Senseless),
            (None, Some(Shown::Unreliable { value: None })) => sign("/", Look::Unreliable),
            (None, _) => Cell::Text(super::plain(wording.say("said-missing", &[]))),
        }
    }

    /// The explanations, in a fixed order.
    pub(super) fn explained(&self, desk: &Desk<'_>) -> Vec<String> {
        let signs = KEYS.iter().filter(|key| self.used.contains(*key)).map(|key| desk.say(key));
        signs.chain(protection::foot(desk, &self.sources)).collect()
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
