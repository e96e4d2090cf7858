//! Several values that have to be of one kind: the branches of CASE, the values of COALESCE.

use std::collections::BTreeSet;

use super::{
    Lowering, Typed, Value, joined,
    number::{Numeric, common},
};
use crate::{
    attributes::Kind,
    fault::FaultKind,
    ir::{Logic, Number, Text},
    truth::Truth,
};

/// Values of one kind.
pub(super) enum Mixed {
    Null,
    Logic(Vec<Logic>),
    Number(Vec<Number>, Shape),
    Text(Vec<Text>, Option<BTreeSet<String>>),
}

/// What the numbers have in common.
pub(super) struct Shape {
    kind: Kind,
    parts: i64,
    bound: i64,
    depth: usize,
}

impl Shape {
    pub(super) fn of(self, node: Number) -> Value {
        Value::Number(Numeric { node, kind: self.kind, parts: self.parts, bound: self.bound, depth: self.depth })
    }
}

/// The kind two values can share, if there is one.
pub(super) fn shared(left: Kind, right: Kind) -> Option<Kind> {
    match (left, right) {
        (a, b) if a == b => Some(a),
        (Kind::Null, other) | (other, Kind::Null) => Some(other),
        (Kind::Int, Kind::Decimal) | (Kind::Decimal, Kind::Int) => Some(Kind::Decimal),
        _ => None,
    }
}

impl Lowering<'_> {
    pub(super) fn mixed(&mut self, values: Vec<Typed>) -> Option<Mixed> {
        let mut kind = Kind::Null;
        let mut at = 0..0;
        for typed in &values {
            let own = typed.value.kind();
            let Some(both) = shared(kind, own) else {
                return self.fault(typed.at.clone(), FaultKind::DifferentKinds { left: kind, right: own });
            };
            kind = both;
            at = joined(if at.end == 0 { typed.at.clone() } else { at }, typed.at.clone());
        }
        match kind {
            Kind::Null => Some(Mixed::Null),
            Kind::Bool => {
                values.into_iter().map(|typed| self.condition(typed)).collect::<Option<_>>().map(Mixed::Logic)
            }
            Kind::Text => Some(texts(values)),
            Kind::Int | Kind::Decimal | Kind::Date => {
                let numbers = numbers(values, kind);
                if numbers.is_none() { self.fault(at, FaultKind::MayOverflow) } else { numbers }
            }
        }
    }

    /// COALESCE: the first value that is there.
    pub(super) fn coalesce(&mut self, values: Vec<Typed>) -> Option<Value> {
        Some(match self.mixed(values)? {
            Mixed::Null => Value::Null,
            Mixed::Logic(all) => {
                let open = |part: &Logic| *part == Logic::Known(Truth::Unknown);
                let mut kept = until(all, open, |part| matches!(part, Logic::Known(_)));
                Value::Logic(match (kept.len(), kept.pop()) {
                    (_, None) => Logic::Known(Truth::Unknown),
                    (1, Some(only)) => only,
                    (_, Some(last)) => {
                        kept.push(last);
                        Logic::Coalesce(kept)
                    }
                })
            }
            Mixed::Number(all, shape) => {
                let kept = until(all, |n| *n == Number::Null, |n| matches!(n, Number::Known(_)));
                shape.of(Number::Coalesce(kept))
            }
            Mixed::Text(all, known) => {
                let kept = until(all, |t| *t == Text::Null, |t| matches!(t, Text::Known(_)));
                Value::Text(super::Textual { node: Text::Coalesce(kept), known })
            }
        })
    }
}

/// Without the values that are never there, and without those behind one that always is.
fn until<T>(all: Vec<T>, never: impl Fn(&T) -> bool, always: impl Fn(&T) -> bool) -> Vec<T> {
    let mut kept = Vec::new();
    for value in all.into_iter().filter(|value| !never(value)) {
        let last = always(&value);
        kept.push(value);
        if last {
            break;
        }
    }
    kept
}

fn texts(values: Vec<Typed>) -> Mixed {
    let mut known = Some(BTreeSet::new());
    let mut nodes = Vec::new();
    for typed in values {
        nodes.push(match typed.value {
            Value::Text(text) => {
                known = match (known, text.known) {
                    (Some(mut all), Some(more)) => {
                        all.extend(more);
                        Some(all)
                    }
                    _ => None,
                };
                text.node
            }
            _ => Text::Null,
        });
    }
    Mixed::Text(nodes, known)
}

fn numbers(values: Vec<Typed>, kind: Kind) -> Option<Mixed> {
    let numeric = |typed: &Typed| match &typed.value {
        Value::Number(number) => Some(number.clone()),
        _ => None,
    };
    let mut parts = 1;
    for number in values.iter().filter_map(numeric) {
        parts = common(parts, number.parts)?;
    }
    let (mut bound, mut depth, mut nodes) = (0, 0, Vec::new());
    for typed in &values {
        nodes.push(match numeric(typed) {
            Some(number) => {
                let number = number.in_parts(parts)?;
                bound = bound.max(number.bound);
                depth = depth.max(number.depth + 1);
                number.node
            }
            None => Number::Null,
        });
    }
    Some(Mixed::Number(nodes, Shape { kind, parts, bound, depth }))
}
