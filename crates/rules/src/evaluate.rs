//! Answers for a batch of rows, column by column.

mod numbers;
mod places;

use crate::{
    ir::{Logic, Order, Tree},
    table::{Table, Values},
    texts::{MISSING, Plan, plans},
    truth::{ALL, Answers, NONE, Truth, Words, bit, each},
};
use numbers::Lane;

/// A rule and a table whose dictionaries have been looked at.
pub(crate) struct Prepared<'r, 't> {
    tree: &'r Tree,
    table: &'t Table<'t>,
    plans: Vec<Plan>,
}

/// What an evaluation writes on, kept from batch to batch.
#[derive(Default)]
pub(crate) struct Scratch {
    lanes: Vec<Lane>,
    places: Vec<Vec<u32>>,
}

/// Which values count as missing although they are there.
pub(crate) trait Hidden {
    /// The rows of the batch whose value of this attribute counts as missing.
    fn hidden(&self, attribute: usize) -> Option<&Words>;
}

/// Nothing is hidden.
pub(crate) struct Nothing;

impl Hidden for Nothing {
    fn hidden(&self, _: usize) -> Option<&Words> {
        None
    }
}

impl<'r, 't> Prepared<'r, 't> {
    pub(crate) fn new(tree: &'r Tree, table: &'t Table<'t>) -> Prepared<'r, 't> {
        Prepared { tree, table, plans: plans(&tree.texts, table) }
    }

    pub(crate) fn answers(&self, batch: usize, hidden: &dyn Hidden, scratch: &mut Scratch) -> Answers {
        let (start, rows) = self.table.batch(batch);
        let mut run = Run { table: self.table, plans: &self.plans, start, rows, hidden, scratch };
        run.logic(&self.tree.logic).cut(rows)
    }
}

/// One evaluation of one batch.
struct Run<'a> {
    table: &'a Table<'a>,
    plans: &'a [Plan],
    start: usize,
    rows: usize,
    hidden: &'a dyn Hidden,
    scratch: &'a mut Scratch,
}

impl Run<'_> {
    /// The rows in which an attribute has a value.
    fn there(&self, attribute: usize) -> Words {
        let Some(column) = self.table.column(attribute) else { return NONE };
        let mut there = column.there(self.start);
        if let Some(hidden) = self.hidden.hidden(attribute) {
            each(&mut there, hidden, |there, hidden| there & !hidden);
        }
        there
    }

    fn logic(&mut self, logic: &Logic) -> Answers {
        match logic {
            Logic::Known(truth) => Answers::all(*truth),
            Logic::Column(attribute) => {
                let mut answers = Answers::all(Truth::Unknown);
                if let Some(Values::Bool(bits)) = self.table.column(*attribute).map(|column| column.values) {
                    let there = self.there(*attribute);
                    answers.yes = bits.words(self.start);
                    each(&mut answers.yes, &there, |value, there| value & there);
                    answers.no = there;
                    let yes = answers.yes;
                    each(&mut answers.no, &yes, |there, yes| there & !yes);
                }
                answers
            }
            Logic::Not(inner) => self.logic(inner).negate(),
            Logic::And(parts) => {
                let mut answers = Answers::all(Truth::True);
                for part in parts {
                    let other = self.logic(part);
                    answers.and(&other);
                }
                answers
            }
            Logic::Or(parts) => {
                let mut answers = Answers::all(Truth::False);
                for part in parts {
                    let other = self.logic(part);
                    answers.or(&other);
                }
                answers
            }
            Logic::IsTrue(inner) => {
                let mut answers = self.logic(inner);
                answers.no = answers.yes.map(|word| !word);
                answers
            }
            Logic::Missing(inner) => {
                let mut answers = self.logic(inner);
                let yes = answers.yes;
                each(&mut answers.no, &yes, |no, yes| no | yes);
                answers.yes = answers.no.map(|word| !word);
                answers
            }
            Logic::NumberMissing(number) => {
                let lane = self.number(number);
                let answers = Answers { yes: lane.there.map(|word| !word), no: lane.there, rows: self.rows };
                self.scratch.lanes.push(lane);
                answers
            }
            Logic::Compare(order, left, right) => self.compare(*order, left, right),
            Logic::OneOf(number, list) => self.one_of(number, list),
            Logic::Text(place) => self.text(*place),
            Logic::Case(parts, last) => {
                let mut answers = self.logic(last);
                // From the last to the first: an earlier branch writes over a later one.
                for (condition, value) in parts.iter().rev() {
                    let chosen = self.logic(condition).yes;
                    let value = self.logic(value);
                    answers.take(&chosen, &value);
                }
                answers
            }
            Logic::Coalesce(parts) => {
                let mut answers = Answers::all(Truth::Unknown);
                for part in parts {
                    let mut open = answers.yes;
                    each(&mut open, &answers.no, |yes, no| !(yes | no));
                    if open == NONE {
                        break;
                    }
                    let other = self.logic(part);
                    answers.take(&open, &other);
                }
                answers
            }
        }
    }

    /// Answers from one bit for each row and the rows in which there is something to ask.
    fn known(&self, yes: Words, there: &Words) -> Answers {
        let mut answers = Answers { yes, no: *there, rows: self.rows };
        each(&mut answers.yes, there, |yes, there| yes & there);
        let yes = answers.yes;
        each(&mut answers.no, &yes, |there, yes| there & !yes);
        answers
    }

    fn text(&mut self, place: usize) -> Answers {
        let plans = self.plans;
        match plans.get(place) {
            None => Answers::all(Truth::Unknown),
            Some(Plan::Missing(text)) => {
                let places = self.place(text);
                let yes = packed(&places, |place| place == MISSING);
                self.scratch.places.push(places);
                Answers { yes, no: yes.map(|word| !word), rows: self.rows }
            }
            Some(Plan::Table(text, answers)) => {
                let answer = |place: u32| usize::try_from(place).ok().and_then(|place| answers.get(place)).copied();
                let places = self.place(text);
                let yes = packed(&places, |place| answer(place) == Some(Truth::True));
                let no = packed(&places, |place| answer(place) == Some(Truth::False));
                self.scratch.places.push(places);
                Answers { yes, no, rows: self.rows }
            }
            Some(Plan::Ranks(order, left, left_ranks, right, right_ranks)) => {
                let rank = |ranks: &[u32], place: u32| ranks.get(usize::try_from(place).ok()?).copied();
                let (left, right) = (self.place(left), self.place(right));
                let (mut yes, mut no) = (NONE, NONE);
                for (row, (a, b)) in left.iter().zip(&right).enumerate() {
                    let (Some(a), Some(b)) = (rank(left_ranks, *a), rank(right_ranks, *b)) else { continue };
                    let answer = match order {
                        Order::Equal => a == b,
                        Order::Less => a < b,
                        Order::AtMost => a <= b,
                    };
                    if let Some(word) = if answer { &mut yes } else { &mut no }.get_mut(row / 64) {
                        *word |= 1 << (row % 64);
                    }
                }
                self.scratch.places.extend([left, right]);
                Answers { yes, no, rows: self.rows }
            }
        }
    }
}

/// One bit for each value.
fn packed<T: Copy>(values: &[T], test: impl Fn(T) -> bool) -> Words {
    let mut words = NONE;
    for (word, values) in words.iter_mut().zip(values.chunks(64)) {
        *word = values.iter().enumerate().fold(0, |word, (row, value)| word | u64::from(test(*value)) << row);
    }
    words
}

/// Calls for every row that is marked.
fn marked(words: &Words, rows: usize, mut call: impl FnMut(usize)) {
    if *words == ALL {
        (0..rows).for_each(call);
    } else {
        (0..rows).filter(|row| bit(words, *row)).for_each(&mut call);
    }
}
