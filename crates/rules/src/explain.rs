//! Classes for rows, what decides them, and how many hang on weak attributes.

use crate::{
    classifier::{Class, Classifier, Mode, Unknown},
    evaluate::{Hidden, Nothing, Prepared, Scratch},
    table::Table,
    truth::{ALL, BATCH, Words, first},
};

/// A classifier on a table.
pub struct Explainer<'r, 't> {
    classifier: &'r Classifier,
    table: &'t Table<'t>,
    prepared: Vec<(u8, Prepared<'r, 't>)>,
    scratch: Scratch,
}

/// The answer for one row, with its reasons. Sets of attributes are bits, see [`Classifier::attributes`]. It has no
/// `Debug` on purpose: it is about a person.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Explained {
    /// Where the row belongs.
    pub class: Class,
    /// Each attribute whose value decides alone: were it missing, the answer would be another. Empty if two reasons
    /// stand side by side, for then neither decides alone.
    pub deciding: u64,
    /// A smallest set of attributes whose values lead to the answer although all others were missing: none of the
    /// set can be left out. Attributes at the end of [`Classifier::attributes`] are preferred, weak ones avoided.
    pub sufficient: u64,
    /// For rows that cannot be determined: the attributes that are missing and are asked for by a rule that is
    /// unknown because of it.
    pub missing: u64,
}

/// Counts over all rows. They are about persons and have not passed protection, so there is no `Debug`.
#[derive(Clone, PartialEq, Eq)]
pub struct Tally {
    /// All rows.
    pub rows: u64,
    /// Rows of each category.
    pub categories: Vec<u64>,
    /// Rows for which all rules are false, and that no category takes.
    pub nowhere: u64,
    /// Rows that cannot be determined.
    pub undeterminable: u64,
    /// Rows for which two rules are true that were said to exclude each other.
    pub contradictions: u64,
    /// Rows of each category of whose deciding attributes exactly one is weak. The last number is for rows that
    /// belong nowhere. To be read by category: that somebody does *not* have a trait hangs on every attribute by
    /// nature.
    pub on_one_weak: Vec<u64>,
}

/// One attribute counts as missing in some rows.
struct One {
    attribute: usize,
    rows: Words,
}

impl Hidden for One {
    fn hidden(&self, attribute: usize) -> Option<&Words> {
        (attribute == self.attribute).then_some(&self.rows)
    }
}

/// For each attribute, the rows in which it counts as missing.
struct Many<'a> {
    attributes: &'a [usize],
    rows: Vec<Words>,
}

impl Hidden for Many<'_> {
    fn hidden(&self, attribute: usize) -> Option<&Words> {
        let place = self.attributes.iter().position(|asked| *asked == attribute)?;
        self.rows.get(place)
    }
}

impl<'r, 't> Explainer<'r, 't> {
    pub(crate) fn new(classifier: &'r Classifier, table: &'t Table<'t>) -> Explainer<'r, 't> {
        let prepared =
            classifier.rules.iter().map(|(number, rule)| (*number, Prepared::new(&rule.tree, table))).collect();
        Explainer { classifier, table, prepared, scratch: Scratch::default() }
    }

    /// The classes of one batch, counted from zero.
    pub fn batch(&mut self, batch: usize) -> Vec<Class> {
        self.with(batch, &Nothing)
    }

    /// The classes of all rows.
    pub fn classes(&mut self) -> Vec<Class> {
        let mut classes = Vec::with_capacity(self.table.rows());
        for batch in 0..self.table.batches() {
            classes.extend(self.batch(batch));
        }
        classes
    }

    fn with(&mut self, batch: usize, hidden: &dyn Hidden) -> Vec<Class> {
        let (_, rows) = self.table.batch(batch);
        let mut classes = vec![Class::Nowhere; rows];
        // Rows that still wait for their class, and rows for which a rule was unknown.
        let (mut open, mut unknown) = (first(rows), [0; BATCH / 64]);
        for (number, prepared) in &self.prepared {
            if open == [0; BATCH / 64] {
                break;
            }
            let answers = prepared.answers(batch, hidden, &mut self.scratch);
            for (place, word) in open.iter_mut().enumerate() {
                let word_of = |words: &Words| words.get(place).copied().unwrap_or(0);
                let (yes, no) = (word_of(&answers.yes), word_of(&answers.no));
                match self.classifier.mode {
                    Mode::FirstMatch => {
                        let held = *word & !(yes | no);
                        paint(&mut classes, place, *word & yes, Class::Category(*number));
                        *word &= !yes;
                        if self.classifier.unknown != Unknown::CountsAsFalse {
                            paint(&mut classes, place, held, self.unknown());
                            *word &= !held;
                        }
                    }
                    Mode::Exclusive => {
                        let fresh = *word & yes;
                        each_row(&mut classes, place, fresh, |class| {
                            *class = match class {
                                Class::Nowhere => Class::Category(*number),
                                _ => Class::Contradiction,
                            };
                        });
                        if let Some(unknown) = unknown.get_mut(place) {
                            *unknown |= *word & !(yes | no);
                        }
                    }
                }
            }
        }
        let instead = self.unknown();
        for (place, (open, unknown)) in open.iter().zip(&unknown).enumerate() {
            let rest = self.classifier.otherwise.map_or(Class::Nowhere, Class::Category);
            each_row(&mut classes, place, *open, |class| {
                if *class == Class::Nowhere {
                    *class = rest;
                }
            });
            // A true rule settles the matter among rules that exclude one another; else one that is unknown might
            // have been the true one.
            if self.classifier.unknown != Unknown::CountsAsFalse {
                each_row(&mut classes, place, *open & unknown, |class| {
                    if *class == rest {
                        *class = instead;
                    }
                });
            }
        }
        classes
    }

    fn unknown(&self) -> Class {
        match self.classifier.unknown {
            Unknown::Category(place) => u8::try_from(place).map_or(Class::Undeterminable, Class::Category),
            _ => Class::Undeterminable,
        }
    }

    /// The classes of one batch with their reasons. `weak` are attributes that should not decide if others do, as
    /// bits. It costs two evaluations for each attribute asked for.
    pub fn explain(&mut self, batch: usize, weak: u64) -> Vec<Explained> {
        let classes = self.batch(batch);
        let missing = self.missing(batch, &classes);
        let mut explained: Vec<Explained> = classes
            .iter()
            .zip(missing)
            .map(|(class, missing)| Explained { class: *class, deciding: 0, sufficient: 0, missing })
            .collect();
        let attributes = &self.classifier.attributes;
        for (bit, attribute) in (0u32..).zip(attributes) {
            let without = self.with(batch, &One { attribute: *attribute, rows: ALL });
            for (row, class) in explained.iter_mut().zip(without) {
                row.deciding |= u64::from(row.class != class) << bit;
            }
        }
        let mut hidden = Many { attributes, rows: vec![[0; BATCH / 64]; attributes.len()] };
        let order = (0u32..).zip(attributes);
        let (first, last): (Vec<_>, Vec<_>) = order.partition(|(bit, _)| weak >> bit & 1 == 1);
        for (bit, _) in first.into_iter().chain(last) {
            let place = usize::try_from(bit).unwrap_or(0);
            // Left out where the answer stays, put back where it does not.
            if let Some(rows) = hidden.rows.get_mut(place) {
                *rows = ALL;
            }
            let without = self.with(batch, &hidden);
            for (number, (row, class)) in explained.iter_mut().zip(without).enumerate() {
                if row.class != class {
                    row.sufficient |= 1 << bit;
                    if let Some(word) = hidden.rows.get_mut(place).and_then(|rows| rows.get_mut(number / 64)) {
                        *word &= !(1 << (number % 64));
                    }
                }
            }
        }
        explained
    }

    fn missing(&mut self, batch: usize, classes: &[Class]) -> Vec<u64> {
        let mut missing = vec![0u64; classes.len()];
        let (start, _) = self.table.batch(batch);
        // In order, the first unknown rule stops the row; among rules that exclude one another, all unknown ones do.
        let mut stopped = vec![false; classes.len()];
        for (number, prepared) in &self.prepared {
            let answers = prepared.answers(batch, &Nothing, &mut self.scratch);
            let Some((_, rule)) = self.classifier.rules.iter().find(|(other, _)| other == number) else { continue };
            for (row, answer) in answers.iter().enumerate() {
                let (Some(class), Some(stopped), Some(missing)) =
                    (classes.get(row), stopped.get_mut(row), missing.get_mut(row))
                else {
                    continue;
                };
                if *class != Class::Undeterminable || answer != crate::Truth::Unknown || *stopped {
                    continue;
                }
                *stopped = self.classifier.mode == Mode::FirstMatch;
                for (bit, attribute) in (0u32..).zip(&self.classifier.attributes) {
                    let there = self.table.column(*attribute);
                    let there = there.is_some_and(|column| column.valid.is_none_or(|bits| bits.get(start + row)));
                    *missing |= u64::from(!there && rule.attributes().contains(attribute)) << bit;
                }
            }
        }
        missing
    }

    /// For each row of a batch, whether exactly one of its deciding attributes is weak. `classes` are those of the
    /// batch, `weak` the attributes that are known to be weak, as bits.
    pub fn on_one_weak(&mut self, batch: usize, classes: &[Class], weak: u64) -> Vec<bool> {
        let mut deciding = vec![0u32; classes.len()];
        for (_, attribute) in (0u32..).zip(&self.classifier.attributes).filter(|(bit, _)| weak >> bit & 1 == 1) {
            let without = self.with(batch, &One { attribute: *attribute, rows: ALL });
            for (deciding, (class, other)) in deciding.iter_mut().zip(classes.iter().zip(without)) {
                *deciding += u32::from(*class != other);
            }
        }
        deciding.into_iter().map(|number| number == 1).collect()
    }

    /// Counts all rows. `weak` are the attributes that are known to be weak, as bits.
    pub fn tally(&mut self, weak: u64) -> Tally {
        let categories = self.classifier.names.len();
        let mut tally = Tally {
            rows: 0,
            categories: vec![0; categories],
            nowhere: 0,
            undeterminable: 0,
            contradictions: 0,
            on_one_weak: vec![0; categories + 1],
        };
        for batch in 0..self.table.batches() {
            let classes = self.batch(batch);
            let hang = self.on_one_weak(batch, &classes, weak);
            for (class, hangs) in classes.iter().zip(hang) {
                tally.rows += 1;
                let place = match class {
                    Class::Category(place) => usize::from(*place),
                    Class::Nowhere => {
                        tally.nowhere += 1;
                        categories
                    }
                    Class::Undeterminable => {
                        tally.undeterminable += 1;
                        continue;
                    }
                    Class::Contradiction => {
                        tally.contradictions += 1;
                        continue;
                    }
                };
                if let Some(count) = tally.categories.get_mut(place) {
                    *count += 1;
                }
                if let Some(count) = tally.on_one_weak.get_mut(place) {
                    *count += u64::from(hangs);
                }
            }
        }
        tally
    }
}

impl Tally {
    /// Undeterminable rows of all rows, between 0 and 1; nothing without rows.
    pub fn share_undeterminable(&self) -> Option<f64> {
        share(self.undeterminable, self.rows)
    }

    /// Rows of a category that hang on exactly one weak attribute, of all rows of the category, between 0 and 1.
    pub fn share_on_one_weak(&self, category: usize) -> Option<f64> {
        share(*self.on_one_weak.get(category)?, *self.categories.get(category)?)
    }
}

#[allow(clippy::cast_precision_loss)] // Counts of persons are far below 2^53.
fn share(part: u64, whole: u64) -> Option<f64> {
    (whole > 0).then(|| part as f64 / whole as f64)
}

fn paint(classes: &mut [Class], place: usize, word: u64, new: Class) {
    each_row(classes, place, word, |class| *class = new);
}

/// Calls for the rows of a word that are marked.
fn each_row(classes: &mut [Class], place: usize, word: u64, change: impl Fn(&mut Class)) {
    let mut rest = word;
    while rest != 0 {
        let row = place * 64 + usize::try_from(rest.trailing_zeros()).unwrap_or(0);
        if let Some(class) = classes.get_mut(row) {
            change(class);
        }
        rest &= rest - 1;
    }
}
