//! CASE, with and without something that is compared.

use std::ops::Range;

use sqlparser::ast::{BinaryOperator, CaseWhen, Expr};

use super::{Lowering, Textual, Typed, Value, mixed::Mixed};
use crate::ir::{Logic, Number, Text, branches};

impl Lowering<'_> {
    pub(super) fn case(
        &mut self,
        at: Range<usize>,
        operand: Option<&Expr>,
        conditions: &[CaseWhen],
        otherwise: Option<&Expr>,
    ) -> Option<(Range<usize>, Value)> {
        let subject = match operand {
            Some(operand) => Some(self.expression(operand)?),
            None => None,
        };
        let (mut tests, mut values) = (Vec::new(), Vec::new());
        for when in conditions {
            let condition = self.expression(&when.condition);
            let value = self.expression(&when.result);
            tests.push(match (condition, &subject) {
                (Some(condition), Some(subject)) => {
                    self.again(subject).and_then(|again| self.compare(&BinaryOperator::Eq, again, condition))
                }
                (Some(condition), None) => self.condition(condition),
                (None, _) => None,
            });
            values.push(value);
        }
        values.push(match otherwise {
            Some(otherwise) => self.expression(otherwise),
            None => Some(Typed { at: at.clone(), nodes: 1, value: Value::Null }),
        });
        let tests: Vec<Logic> = tests.into_iter().collect::<Option<_>>()?;
        let values: Vec<Typed> = values.into_iter().collect::<Option<_>>()?;
        let value = match self.mixed(values)? {
            Mixed::Null => Value::Null,
            Mixed::Logic(mut all) => {
                let last = all.pop()?;
                let (parts, last) = branches(tests.into_iter().zip(all).collect(), last);
                Value::Logic(if parts.is_empty() { last } else { Logic::Case(parts, Box::new(last)) })
            }
            Mixed::Number(mut all, shape) => {
                let last = all.pop()?;
                let (parts, last) = branches(tests.into_iter().zip(all).collect(), last);
                shape.of(if parts.is_empty() { last } else { Number::Case(parts, Box::new(last)) })
            }
            Mixed::Text(mut all, known) => {
                let last = all.pop()?;
                let (parts, last) = branches(tests.into_iter().zip(all).collect(), last);
                let node = if parts.is_empty() { last } else { Text::Case(parts, Box::new(last)) };
                Value::Text(Textual { node, known })
            }
        };
        Some((at, value))
    }
}
