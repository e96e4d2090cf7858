//! Numbers of a batch. The compiler has seen to it that nothing can overflow; where there is no value, anything may
//! be computed, so the arithmetic wraps.

use super::{Run, marked, packed};
use crate::{
    dates,
    ir::{Number, Order},
    table::Values,
    truth::{ALL, Answers, BATCH, NONE, Words, bit, each, first},
};

/// Numbers of a batch, and in which rows there are any.
pub(crate) struct Lane {
    pub(crate) values: Vec<i64>,
    pub(crate) there: Words,
}

impl Run<'_> {
    pub(super) fn compare(&mut self, order: Order, left: &Number, right: &Number) -> Answers {
        // A column against a constant needs no copy, and is what most rules ask.
        match (left, right) {
            (Number::Column(attribute), Number::Known(limit)) => {
                let limit = *limit;
                if let Some(yes) = self.tested(*attribute, order, |value, order| match order {
                    Order::Equal => value == limit,
                    Order::Less => value < limit,
                    Order::AtMost => value <= limit,
                }) {
                    return self.known(yes, &self.there(*attribute));
                }
            }
            (Number::Known(limit), Number::Column(attribute)) => {
                let limit = *limit;
                if let Some(yes) = self.tested(*attribute, order, |value, order| match order {
                    Order::Equal => limit == value,
                    Order::Less => limit < value,
                    Order::AtMost => limit <= value,
                }) {
                    return self.known(yes, &self.there(*attribute));
                }
            }
            _ => {}
        }
        let (left, right) = (self.number(left), self.number(right));
        let mut yes = NONE;
        let pairs = left.values.chunks(64).zip(right.values.chunks(64));
        for (word, (a, b)) in yes.iter_mut().zip(pairs) {
            *word = a.iter().zip(b).enumerate().fold(0, |word, (row, (a, b))| {
                let holds = match order {
                    Order::Equal => a == b,
                    Order::Less => a < b,
                    Order::AtMost => a <= b,
                };
                word | u64::from(holds) << row
            });
        }
        let mut there = left.there;
        each(&mut there, &right.there, |a, b| a & b);
        self.scratch.lanes.extend([left, right]);
        self.known(yes, &there)
    }

    /// One bit for each row of a column; nothing if the column is not there.
    fn tested(&self, attribute: usize, order: Order, test: impl Fn(i64, Order) -> bool + Copy) -> Option<Words> {
        let rows = self.start..self.start + self.rows;
        // The order is fixed before the loop, so that the loop has no branches.
        match (self.table.column(attribute)?.values, order) {
            (Values::Int(values) | Values::Decimal(values), Order::Equal) => {
                Some(packed(values.get(rows)?, |value| test(value, Order::Equal)))
            }
            (Values::Int(values) | Values::Decimal(values), Order::Less) => {
                Some(packed(values.get(rows)?, |value| test(value, Order::Less)))
            }
            (Values::Int(values) | Values::Decimal(values), Order::AtMost) => {
                Some(packed(values.get(rows)?, |value| test(value, Order::AtMost)))
            }
            (Values::Date(days), order) => Some(packed(days.get(rows)?, |day| test(i64::from(day), order))),
            _ => None,
        }
    }

    pub(super) fn one_of(&mut self, number: &Number, list: &[i64]) -> Answers {
        let lane = self.number(number);
        let yes = packed(&lane.values, |value| list.binary_search(&value).is_ok());
        let answers = self.known(yes, &lane.there);
        self.scratch.lanes.push(lane);
        answers
    }

    fn lane(&mut self) -> Lane {
        let mut lane =
            self.scratch.lanes.pop().unwrap_or_else(|| Lane { values: Vec::with_capacity(BATCH), there: NONE });
        lane.values.clear();
        lane.there = NONE;
        lane
    }

    /// The numbers of the batch. Whoever asks puts the lane back.
    pub(super) fn number(&mut self, number: &Number) -> Lane {
        let rows = self.rows;
        match number {
            Number::Null => self.same(0, NONE),
            Number::Known(count) => self.same(*count, ALL),
            Number::Column(attribute) => {
                let mut lane = self.lane();
                let range = self.start..self.start + rows;
                match self.table.column(*attribute).map(|column| column.values) {
                    Some(Values::Int(values) | Values::Decimal(values)) => {
                        lane.values.extend_from_slice(values.get(range).unwrap_or_default());
                    }
                    Some(Values::Date(days)) => {
                        lane.values.extend(days.get(range).unwrap_or_default().iter().map(|day| i64::from(*day)));
                    }
                    _ => {}
                }
                lane.values.resize(rows, 0);
                lane.there = self.there(*attribute);
                lane
            }
            Number::Times(inner, factor) => self.each(inner, |value| value.wrapping_mul(*factor)),
            Number::Absolute(inner) => self.each(inner, i64::wrapping_abs),
            Number::Year(inner) => self.each(inner, |day| part(day).0),
            Number::Month(inner) => self.each(inner, |day| part(day).1),
            Number::Day(inner) => self.each(inner, |day| part(day).2),
            Number::Sum(left, right) => self.pair(left, right, i64::wrapping_add),
            Number::Product(left, right) => self.pair(left, right, i64::wrapping_mul),
            Number::Case(parts, last) => {
                let mut result = self.number(last);
                for (condition, value) in parts.iter().rev() {
                    let chosen = self.logic(condition).yes;
                    let value = self.number(value);
                    take(&mut result, &chosen, &value, rows);
                    self.scratch.lanes.push(value);
                }
                result
            }
            Number::Coalesce(parts) => {
                let mut result = self.same(0, NONE);
                for part in parts {
                    let open = result.there.map(|word| !word);
                    let value = self.number(part);
                    take(&mut result, &open, &value, rows);
                    self.scratch.lanes.push(value);
                }
                result
            }
        }
    }

    fn same(&mut self, count: i64, there: Words) -> Lane {
        let mut lane = self.lane();
        lane.values.resize(self.rows, count);
        lane.there = there;
        lane
    }

    fn each(&mut self, inner: &Number, change: impl Fn(i64) -> i64) -> Lane {
        let mut lane = self.number(inner);
        for value in &mut lane.values {
            *value = change(*value);
        }
        lane
    }

    fn pair(&mut self, left: &Number, right: &Number, combine: impl Fn(i64, i64) -> i64) -> Lane {
        let mut lane = self.number(left);
        let other = self.number(right);
        for (value, other) in lane.values.iter_mut().zip(&other.values) {
            *value = combine(*value, *other);
        }
        each(&mut lane.there, &other.there, |a, b| a & b);
        self.scratch.lanes.push(other);
        lane
    }
}

/// Days of missing values may lie outside the calendar; their parts do not matter.
fn part(day: i64) -> (i64, i64, i64) {
    dates::date(day.clamp(dates::FIRST, dates::LAST))
}

fn take(result: &mut Lane, chosen: &Words, value: &Lane, rows: usize) {
    let mut inside = *chosen;
    each(&mut inside, &first(rows), |a, b| a & b);
    marked(&inside, rows, |row| {
        if let (Some(to), Some(from)) = (result.values.get_mut(row), value.values.get(row)) {
            *to = *from;
        }
        if let Some(word) = result.there.get_mut(row / 64) {
            let there = u64::from(bit(&value.there, row)) << (row % 64);
            *word = (*word & !(1 << (row % 64))) | there;
        }
    });
}
