//! Numbers as counts of fixed parts, with exact arithmetic.

use std::ops::Range;

use sqlparser::ast::{BinaryOperator, Expr};

use super::{Lowering, Typed, Value, chain, joined};
use crate::{
    attributes::{DECIMAL, Kind, Type},
    dates,
    fault::FaultKind,
    ir::Number,
};

/// The largest amount that any step of a computation may reach: SQL's `BIGINT` and `DECIMAL(18)` hold it.
const LIMIT: i64 = 999_999_999_999_999_999;

/// How many operations may build upon one another.
const DEEPEST: usize = 64;

/// A number and what is known about it before any row is seen.
#[derive(Clone)]
pub(super) struct Numeric {
    pub(super) node: Number,
    pub(super) kind: Kind,
    /// The value is the count divided by this.
    pub(super) parts: i64,
    /// The count is at most this large, whatever its sign.
    pub(super) bound: i64,
    pub(super) depth: usize,
}

impl Numeric {
    pub(super) fn column(place: usize, kind: &Type) -> Numeric {
        let (parts, bound) = match kind {
            Type::Int { least, most } => (1, least.saturating_abs().max(most.saturating_abs())),
            Type::Decimal { places } => (10i64.saturating_pow(u32::from(*places)), DECIMAL),
            _ => return Numeric::date(Number::Column(place)),
        };
        Numeric { node: Number::Column(place), kind: kind.kind(), parts, bound, depth: 1 }
    }

    pub(super) fn date(node: Number) -> Numeric {
        Numeric { node, kind: Kind::Date, parts: 1, bound: dates::LAST, depth: 1 }
    }

    pub(super) fn literal(digits: &str) -> Option<Numeric> {
        let (whole, places) = digits.split_once('.').unwrap_or((digits, ""));
        let count: i64 = format!("{whole}{places}").parse().ok()?;
        let parts = 10i64.checked_pow(u32::try_from(places.len()).ok()?)?;
        // `1.` and `.5` are not written so in every engine.
        let complete = !whole.is_empty() && digits.ends_with(|c: char| c.is_ascii_digit());
        let kind = if digits.contains('.') { Kind::Decimal } else { Kind::Int };
        let fits = complete && count <= LIMIT && parts <= LIMIT;
        fits.then_some(Numeric { node: Number::Known(count), kind, parts, bound: count, depth: 1 })
    }

    pub(super) fn times(self, factor: i64) -> Option<Numeric> {
        if factor == 1 {
            return Some(self);
        }
        let bound = within(self.bound.checked_mul(factor.checked_abs()?)?)?;
        let node = match self.node {
            Number::Known(count) => Number::Known(count.checked_mul(factor)?),
            other => Number::Times(Box::new(other), factor),
        };
        Some(Numeric { node, bound, depth: self.depth + 1, ..self })
    }

    pub(super) fn absolute(self) -> Numeric {
        let node = match self.node {
            Number::Known(count) => Number::Known(count.saturating_abs()),
            other => Number::Absolute(Box::new(other)),
        };
        Numeric { node, depth: self.depth + 1, ..self }
    }

    /// The same value counted in smaller parts.
    pub(super) fn in_parts(self, parts: i64) -> Option<Numeric> {
        let factor = parts.checked_div(self.parts)?;
        Some(Numeric { parts, ..self.times(factor)? })
    }

    /// Division by a number that is written out.
    fn divided(self, count: i64, parts: i64) -> Option<Numeric> {
        let whole = self.parts.checked_mul(count.checked_abs()?)?;
        let signed = if count < 0 { parts.checked_neg()? } else { parts };
        let shared = divisor(whole, parts);
        let result = self.times(signed / shared)?;
        Some(Numeric { parts: within(whole / shared)?, kind: Kind::Decimal, ..result })
    }
}

fn within(bound: i64) -> Option<i64> {
    (bound <= LIMIT).then_some(bound)
}

/// Greatest common divisor of two positive numbers.
fn divisor(a: i64, b: i64) -> i64 {
    let (mut a, mut b) = (a.max(1), b.max(1));
    while b != 0 {
        (a, b) = (b, a % b);
    }
    a
}

/// Both counted in the same parts.
pub(super) fn alike(left: Numeric, right: Numeric) -> Option<(Numeric, Numeric)> {
    let parts = common(left.parts, right.parts)?;
    Some((left.in_parts(parts)?, right.in_parts(parts)?))
}

/// The largest part that both counts can be made of.
pub(super) fn common(left: i64, right: i64) -> Option<i64> {
    within((left / divisor(left, right)).checked_mul(right)?)
}

fn kind_of(left: &Numeric, right: &Numeric) -> Kind {
    if left.kind == Kind::Int && right.kind == Kind::Int { Kind::Int } else { Kind::Decimal }
}

fn sum(left: Numeric, right: Numeric) -> Option<Numeric> {
    let kind = kind_of(&left, &right);
    let (left, right) = alike(left, right)?;
    let bound = within(left.bound.checked_add(right.bound)?)?;
    let depth = left.depth.max(right.depth) + 1;
    let node = match (left.node, right.node) {
        (Number::Known(a), Number::Known(b)) => Number::Known(a.checked_add(b)?),
        (a, b) => Number::Sum(Box::new(a), Box::new(b)),
    };
    Some(Numeric { node, kind, parts: left.parts, bound, depth })
}

fn product(left: Numeric, right: Numeric) -> Option<Numeric> {
    let kind = kind_of(&left, &right);
    let bound = within(left.bound.checked_mul(right.bound)?)?;
    let parts = within(left.parts.checked_mul(right.parts)?)?;
    let depth = left.depth.max(right.depth) + 1;
    let node = match (left.node, right.node) {
        (Number::Known(a), Number::Known(b)) => Number::Known(a.checked_mul(b)?),
        (other, Number::Known(factor)) | (Number::Known(factor), other) => Number::Times(Box::new(other), factor),
        (a, b) => Number::Product(Box::new(a), Box::new(b)),
    };
    Some(Numeric { node, kind, parts, bound, depth })
}

impl Lowering<'_> {
    /// A chain of `+` and `-`, or of `*` and `/`.
    pub(super) fn arithmetic(
        &mut self,
        whole: &Expr,
        belongs: impl Fn(&BinaryOperator) -> bool,
    ) -> Option<(Range<usize>, Value)> {
        let operands: Vec<_> =
            chain(whole, belongs).into_iter().map(|(operator, operand)| (operator, self.expression(operand))).collect();
        let mut result: Option<(Range<usize>, Value)> = None;
        for (operator, operand) in operands {
            let operand = operand?;
            result = Some(match (operator, result) {
                (Some(operator), Some(so_far)) => self.operation(operator, so_far, operand)?,
                _ => (operand.at.clone(), self.summand(operand)?),
            });
        }
        result
    }

    fn summand(&mut self, typed: Typed) -> Option<Value> {
        match typed.value {
            Value::Number(number) if number.kind != Kind::Date => Some(Value::Number(number)),
            Value::Null => Some(Value::Null),
            other => self.fault(typed.at, FaultKind::WrongKind { needed: Kind::Decimal, found: other.kind() }),
        }
    }

    fn operation(
        &mut self,
        operator: &BinaryOperator,
        left: (Range<usize>, Value),
        right: Typed,
    ) -> Option<(Range<usize>, Value)> {
        let right_at = right.at.clone();
        let at = joined(left.0, right.at.clone());
        let (Value::Number(left), Value::Number(right)) = (left.1, self.summand(right)?) else {
            return Some((at, Value::Null));
        };
        let result = match operator {
            BinaryOperator::Plus => sum(left, right),
            BinaryOperator::Minus => right.times(-1).and_then(|negative| sum(left, negative)),
            BinaryOperator::Multiply => product(left, right),
            _ => match right.node {
                Number::Known(0) => return self.fault(right_at, FaultKind::DivisionByZero),
                Number::Known(_) if left.kind == Kind::Int && right.kind == Kind::Int => {
                    return self.fault(at, FaultKind::WholeDivision);
                }
                Number::Known(count) => left.divided(count, right.parts),
                _ => return self.fault(right_at, FaultKind::DivisionByExpression),
            },
        };
        self.checked(at, result)
    }

    /// The result of a computation, if it stays within SQL's numbers.
    pub(super) fn checked(&mut self, at: Range<usize>, result: Option<Numeric>) -> Option<(Range<usize>, Value)> {
        match result {
            Some(number) if number.depth > DEEPEST => self.fault(at, FaultKind::TooDeep),
            Some(number) => Some((at, Value::Number(number))),
            None => self.fault(at, FaultKind::MayOverflow),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn literals_are_exact() {
        let literal = |text| Numeric::literal(text).map(|n| (n.node, n.parts, n.kind));
        assert_eq!(literal("007"), Some((Number::Known(7), 1, Kind::Int)));
        assert_eq!(literal("1.50"), Some((Number::Known(150), 100, Kind::Decimal)));
        for text in ["", ".", "1.", ".5", "1.2.3", "9999999999999999999", "0.0000000000000000001"] {
            assert_eq!(literal(text), None, "{text}");
        }
    }

    #[test]
    fn a_third_of_three_is_one() {
        let third = Numeric::literal("3").unwrap().divided(30, 10).unwrap();
        assert_eq!((third.node.clone(), third.parts), (Number::Known(3), 3));
        let (left, right) = alike(third, Numeric::literal("1").unwrap()).unwrap();
        assert_eq!(left.node, right.node);
        let minus = Numeric::literal("5").unwrap().divided(-25, 10).unwrap();
        assert_eq!((minus.node, minus.parts), (Number::Known(-10), 5));
    }
}
