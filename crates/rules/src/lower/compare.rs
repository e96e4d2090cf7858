//! Comparisons, IN, BETWEEN, IS NULL and IS DISTINCT FROM.

use std::{collections::BTreeSet, ops::Range};

use sqlparser::ast::{BinaryOperator, Expr};

use super::{Lowering, Typed, Value, joined, mixed::shared, number::alike};
use crate::{
    attributes::Kind,
    fault::FaultKind,
    ir::{Logic, Number, Order, Text, TextTest},
    truth::Truth,
};

impl Lowering<'_> {
    pub(super) fn compare(&mut self, operator: &BinaryOperator, left: Typed, right: Typed) -> Option<Logic> {
        for side in [&left, &right] {
            if matches!(side.value, Value::Null) {
                let at = joined(left.at.clone(), right.at.clone());
                return self.fault(at, FaultKind::ComparedWithNull);
            }
        }
        // Only three comparisons are left when the sides are exchanged or the answer is turned round.
        match operator {
            BinaryOperator::NotEq => self.ordered(Order::Equal, left, right).map(Logic::not),
            BinaryOperator::Lt => self.ordered(Order::Less, left, right),
            BinaryOperator::LtEq => self.ordered(Order::AtMost, left, right),
            BinaryOperator::Gt => self.ordered(Order::Less, right, left),
            BinaryOperator::GtEq => self.ordered(Order::AtMost, right, left),
            _ => self.ordered(Order::Equal, left, right),
        }
    }

    fn ordered(&mut self, order: Order, left: Typed, right: Typed) -> Option<Logic> {
        let at = joined(left.at.clone(), right.at.clone());
        match (&left.value, &right.value) {
            (Value::Logic(_), Value::Logic(_)) => {
                if order != Order::Equal {
                    return self.fault(at, FaultKind::BoolOrder);
                }
                let (a, b) = (self.again(&left)?, self.again(&right)?);
                let both = Logic::and(vec![self.condition(left)?, self.condition(right)?]);
                let neither = Logic::and(vec![self.condition(a)?.not(), self.condition(b)?.not()]);
                Some(Logic::or(vec![both, neither]))
            }
            (Value::Text(a), Value::Text(b)) => {
                let (a, b) = (a.clone(), b.clone());
                self.compare_texts(order, (a, left), (b, right))
            }
            (Value::Number(a), Value::Number(b)) if shared(a.kind, b.kind).is_some() => {
                let Some((a, b)) = alike(a.clone(), b.clone()) else {
                    return self.fault(at, FaultKind::MayOverflow);
                };
                Some(match (a.node, b.node) {
                    (Number::Known(a), Number::Known(b)) => Logic::Known(Truth::from(match order {
                        Order::Equal => a == b,
                        Order::Less => a < b,
                        Order::AtMost => a <= b,
                    })),
                    (a, b) => Logic::Compare(order, Box::new(a), Box::new(b)),
                })
            }
            (a, b) => {
                // In the order in which they are written.
                let (a, b) = if left.at.start <= right.at.start { (a, b) } else { (b, a) };
                let kind = FaultKind::DifferentKinds { left: a.kind(), right: b.kind() };
                self.fault(at, kind)
            }
        }
    }

    pub(super) fn missing(&mut self, inner: &Expr, negated: bool) -> Option<(Range<usize>, Value)> {
        let typed = self.expression(inner)?;
        let at = typed.at.clone();
        let logic = self.is_missing(typed.value);
        Some((at, Value::Logic(if negated { logic.not() } else { logic })))
    }

    fn is_missing(&mut self, value: Value) -> Logic {
        match value {
            Value::Logic(logic) => logic.missing(),
            Value::Null => Logic::Known(Truth::True),
            Value::Number(number) => match number.node {
                Number::Known(_) => Logic::Known(Truth::False),
                node => Logic::NumberMissing(Box::new(node)),
            },
            Value::Text(text) => match text.node {
                Text::Known(_) => Logic::Known(Truth::False),
                node => self.test(TextTest::Missing(node)),
            },
        }
    }

    pub(super) fn truth_test(&mut self, inner: &Expr, test: impl Fn(Logic) -> Logic) -> Option<(Range<usize>, Value)> {
        let typed = self.expression(inner)?;
        let at = typed.at.clone();
        self.condition(typed).map(|logic| (at, Value::Logic(test(logic))))
    }

    pub(super) fn distinct(&mut self, left: &Expr, right: &Expr, negated: bool) -> Option<(Range<usize>, Value)> {
        let (left, right) = (self.expression(left), self.expression(right));
        let (left, right) = (left?, right?);
        let at = joined(left.at.clone(), right.at.clone());
        let same = match (&left.value, &right.value) {
            (_, Value::Null) => self.is_missing(left.value),
            (Value::Null, _) => self.is_missing(right.value),
            _ => {
                let (a, b) = (self.again(&left)?, self.again(&right)?);
                let equal = self.ordered(Order::Equal, left, right)?.holds();
                let both_missing = vec![self.is_missing(a.value), self.is_missing(b.value)];
                Logic::or(vec![equal, Logic::and(both_missing)])
            }
        };
        Some((at, Value::Logic(if negated { same.not() } else { same })))
    }

    pub(super) fn between(
        &mut self,
        value: &Expr,
        low: &Expr,
        high: &Expr,
        negated: bool,
    ) -> Option<(Range<usize>, Value)> {
        let (value, low, high) = (self.expression(value), self.expression(low), self.expression(high));
        let (value, low, high) = (value?, low?, high?);
        let at = joined(value.at.clone(), high.at.clone());
        let again = self.again(&value)?;
        let from = self.compare(&BinaryOperator::LtEq, low, value);
        let to = self.compare(&BinaryOperator::LtEq, again, high);
        let inside = Logic::and(vec![from?, to?]);
        Some((at, Value::Logic(if negated { inside.not() } else { inside })))
    }

    pub(super) fn in_list(&mut self, value: &Expr, list: &[Expr], negated: bool) -> Option<(Range<usize>, Value)> {
        let value = self.expression(value);
        let list: Vec<Option<Typed>> = list.iter().map(|item| self.expression(item)).collect();
        let value = value?;
        let list: Vec<Typed> = list.into_iter().collect::<Option<_>>()?;
        let at = list.iter().fold(value.at.clone(), |at, item| joined(at, item.at.clone()));
        let logic = match &value.value {
            Value::Text(_) => self.text_list(&value, list)?,
            Value::Number(_) => self.number_list(&value, list)?,
            _ => self.any_list(&value, list)?,
        };
        Some((at, Value::Logic(if negated { logic.not() } else { logic })))
    }

    /// `x IN (a, b)` as `x = a OR x = b`, for whatever is not written out.
    fn any_list(&mut self, value: &Typed, list: Vec<Typed>) -> Option<Logic> {
        let mut parts = Vec::new();
        for item in list {
            let again = self.again(value)?;
            parts.push(self.compare(&BinaryOperator::Eq, again, item));
        }
        parts.into_iter().collect::<Option<Vec<_>>>().map(Logic::or)
    }

    fn text_list(&mut self, value: &Typed, list: Vec<Typed>) -> Option<Logic> {
        let Value::Text(text) = &value.value else { return None };
        let (mut codes, mut rest, mut sound) = (BTreeSet::new(), Vec::new(), true);
        for item in list {
            match &item.value {
                Value::Text(other) => {
                    sound &= self.can_be_equal((text, &value.at), (other, &item.at)).is_some();
                    match &other.node {
                        Text::Known(code) => drop(codes.insert(code.clone())),
                        _ => rest.push(item),
                    }
                }
                _ => rest.push(item),
            }
        }
        // The lists have been looked at; what is left is asked one by one, and speaks for itself.
        let others = self.any_list(value, rest)?;
        if !sound {
            return None;
        }
        let listed = match &text.node {
            Text::Known(own) => Logic::Known(Truth::from(codes.contains(own))),
            _ if codes.is_empty() => Logic::Known(Truth::False),
            node => self.test(TextTest::OneOf(node.clone(), codes)),
        };
        Some(Logic::or(vec![listed, others]))
    }

    fn number_list(&mut self, value: &Typed, list: Vec<Typed>) -> Option<Logic> {
        let Value::Number(number) = &value.value else { return None };
        let (mut known, mut rest) = (BTreeSet::new(), Vec::new());
        for item in list {
            match &item.value {
                // Other parts than those of the value need both sides changed: leave that to the comparison.
                Value::Number(other) if other.parts == number.parts && other.kind == number.kind => match other.node {
                    Number::Known(count) => drop(known.insert(count)),
                    _ => rest.push(item),
                },
                _ => rest.push(item),
            }
        }
        let others = self.any_list(value, rest)?;
        let listed = match &number.node {
            Number::Known(own) => Logic::Known(Truth::from(known.contains(own))),
            _ if known.is_empty() => Logic::Known(Truth::False),
            node => Logic::OneOf(Box::new(node.clone()), known.into_iter().collect()),
        };
        Some(Logic::or(vec![listed, others]))
    }
}

/// NULL has no place where a number or a text is needed by a function.
pub(super) fn is_null(typed: &Typed) -> bool {
    typed.value.kind() == Kind::Null
}
