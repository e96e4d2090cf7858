//! What is possible under the rules of a classifier, before any row has been seen.

use std::collections::{BTreeMap, BTreeSet};

use crate::{
    attributes::Attributes,
    buffer::Cell,
    classifier::{Class, Classifier},
    reach::Grid,
    truth::Truth,
};

/// What has been seen when combinations of values were tried.
#[derive(Clone, PartialEq, Default)]
pub struct Possible {
    /// Whether everything that is possible has been seen. Then what has not been seen is proved to be impossible.
    ///
    /// Everything has been seen if the values that stand for each attribute stand for all its values (which holds
    /// for truth values, code lists, whole numbers with at most 512 values, and for attributes that are compared with
    /// constants only), and at most 65,536 combinations of them had to be tried. What single values exclude from one
    /// another in life is not known here: a combination that is possible for the rules may have no person.
    pub proved: bool,
    /// The answers that have been seen.
    pub classes: BTreeSet<Class>,
    /// Pairs of categories whose rules were both true, and invented values for which they are, by attribute.
    pub overlaps: BTreeMap<(u8, u8), Vec<(usize, Cell)>>,
}

impl std::fmt::Debug for Possible {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let overlaps: Vec<_> = self.overlaps.keys().collect();
        write!(formatter, "Possible {{ proved: {}, classes: {:?}, overlaps: {overlaps:?} }}", self.proved, self.classes)
    }
}

impl Possible {
    /// The categories of which it is proved that no row can belong to them.
    pub fn unreachable(&self, categories: usize) -> Vec<usize> {
        let reached = |category: &usize| {
            u8::try_from(*category).is_ok_and(|number| self.classes.contains(&Class::Category(number)))
        };
        if self.proved { (0..categories).filter(|category| !reached(category)).collect() } else { Vec::new() }
    }
}

pub(crate) fn possible(classifier: &Classifier, attributes: &Attributes) -> Possible {
    let trees: Vec<_> = classifier.rules.iter().map(|(_, rule)| &rule.tree).collect();
    let grid = Grid::new(&trees, attributes);
    let mut possible = Possible { proved: grid.proves, ..Possible::default() };
    grid.visit(attributes, |table, start| {
        possible.classes.extend(classifier.on(table).classes());
        let answers: Vec<_> = classifier.rules.iter().map(|(number, rule)| (*number, rule.on(table).all())).collect();
        for (place, (first, ours)) in answers.iter().enumerate() {
            for (second, theirs) in answers.iter().skip(place + 1) {
                if possible.overlaps.contains_key(&(*first, *second)) {
                    continue;
                }
                let both = ours.iter().zip(theirs).position(|(a, b)| (*a, *b) == (Truth::True, Truth::True));
                if let Some(row) = both {
                    possible.overlaps.insert((*first, *second), grid.combination(start + row));
                }
            }
        }
        true
    });
    possible
}
