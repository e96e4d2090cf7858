//! From SQL's tree to the checked tree of a rule. What is outside the subset, or means different things in different
//! engines, becomes a fault here; all faults of a rule are found in one go.

mod call;
mod choice;
mod compare;
mod mixed;
mod number;
mod text;

use std::{collections::BTreeSet, ops::Range};

use sqlparser::ast::{BinaryOperator, DataType, Expr, Ident, TypedString, UnaryOperator, Value as Literal};

use crate::{
    attributes::{Attributes, Kind, Type},
    dates,
    fault::{Construct, Fault, FaultKind},
    ir::{Logic, Number, Text, TextTest, Tree},
    parse::Source,
    truth::Truth,
};
use number::Numeric;
use text::Textual;

/// How deeply parts may stand inside one another.
const DEEPEST: usize = 64;

/// How many nodes a rule may have after BETWEEN and the like have been written out.
const MOST_NODES: usize = 50_000;

/// An expression whose kind is known.
#[derive(Clone)]
enum Value {
    Logic(Logic),
    Number(Numeric),
    Text(Textual),
    Null,
}

impl Value {
    fn kind(&self) -> Kind {
        match self {
            Value::Logic(_) => Kind::Bool,
            Value::Number(number) => number.kind,
            Value::Text(_) => Kind::Text,
            Value::Null => Kind::Null,
        }
    }
}

/// An expression, where it stands, and how many nodes it has.
#[derive(Clone)]
struct Typed {
    at: Range<usize>,
    nodes: usize,
    value: Value,
}

struct Lowering<'a> {
    attributes: &'a Attributes,
    source: &'a Source<'a>,
    faults: Vec<Fault>,
    used: BTreeSet<usize>,
    texts: Vec<TextTest>,
    depth: usize,
    nodes: usize,
}

/// Checks an expression that has to be a condition.
pub(crate) fn lower(expression: &Expr, attributes: &Attributes, source: &Source<'_>) -> Result<Tree, Vec<Fault>> {
    let mut lowering = Lowering {
        attributes,
        source,
        faults: Vec::new(),
        used: BTreeSet::new(),
        texts: Vec::new(),
        depth: 0,
        nodes: 0,
    };
    let logic = lowering.expression(expression).and_then(|typed| {
        // A lone NULL is no condition either: nobody means it.
        if matches!(typed.value, Value::Null) {
            return lowering.fault(typed.at, FaultKind::NotBoolean { found: Kind::Null });
        }
        lowering.condition(typed)
    });
    match logic {
        Some(logic) if lowering.faults.is_empty() => Ok(Tree { logic, texts: lowering.texts, used: lowering.used }),
        _ => {
            let mut faults = lowering.faults;
            faults.sort_by_key(|fault| (fault.at.start, fault.at.end));
            // A part that is written out twice, such as the first of BETWEEN, would be blamed twice.
            faults.dedup();
            Err(faults)
        }
    }
}

impl Lowering<'_> {
    /// Notes a fault; the expression has no value then, and nothing more is said about what depends on it.
    fn fault<T>(&mut self, at: Range<usize>, kind: FaultKind) -> Option<T> {
        self.faults.push(Fault { at, kind });
        None
    }

    fn unsupported<T>(&mut self, at: Range<usize>, construct: Construct) -> Option<T> {
        self.fault(at, FaultKind::Unsupported(construct))
    }

    fn expression(&mut self, expression: &Expr) -> Option<Typed> {
        if self.depth >= DEEPEST {
            return self.fault(self.source.whole(), FaultKind::TooDeep);
        }
        let before = self.nodes;
        self.nodes += 1;
        self.depth += 1;
        let found = self.any(expression);
        self.depth -= 1;
        let (at, value) = found?;
        Some(Typed { at, nodes: self.nodes - before, value })
    }

    /// A second use of an expression. Uses are counted, so that no short text becomes an endless rule.
    fn again(&mut self, typed: &Typed) -> Option<Typed> {
        self.nodes = self.nodes.saturating_add(typed.nodes);
        if self.nodes > MOST_NODES {
            return self.fault(self.source.whole(), FaultKind::TooLong);
        }
        Some(typed.clone())
    }

    fn condition(&mut self, typed: Typed) -> Option<Logic> {
        match typed.value {
            Value::Logic(logic) => Some(logic),
            Value::Null => Some(Logic::Known(Truth::Unknown)),
            other => self.fault(typed.at, FaultKind::NotBoolean { found: other.kind() }),
        }
    }

    fn any(&mut self, expression: &Expr) -> Option<(Range<usize>, Value)> {
        match expression {
            Expr::Nested(inner) => self.expression(inner).map(|typed| (typed.at, typed.value)),
            Expr::Identifier(name) => self.attribute(name),
            Expr::CompoundIdentifier(names) => {
                let at = names.iter().map(|name| self.source.bytes(name.span)).reduce(joined).unwrap_or(0..0);
                self.unsupported(at, Construct::QuotedName)
            }
            Expr::Value(literal) => {
                let at = self.source.bytes(literal.span);
                self.literal(&literal.value, at)
            }
            Expr::TypedString(typed) => self.typed_literal(typed),
            Expr::UnaryOp { op, expr } => self.unary(*op, expr),
            Expr::BinaryOp { left, op, right } => self.binary(expression, left, op, right),
            Expr::IsNull(inner) => self.missing(inner, false),
            Expr::IsNotNull(inner) => self.missing(inner, true),
            Expr::IsUnknown(inner) => self.truth_test(inner, |logic| logic.missing()),
            Expr::IsNotUnknown(inner) => self.truth_test(inner, |logic| logic.missing().not()),
            Expr::IsTrue(inner) => self.truth_test(inner, |logic| logic.holds()),
            Expr::IsNotTrue(inner) => self.truth_test(inner, |logic| logic.holds().not()),
            Expr::IsFalse(inner) => self.truth_test(inner, |logic| logic.not().holds()),
            Expr::IsNotFalse(inner) => self.truth_test(inner, |logic| logic.not().holds().not()),
            Expr::IsDistinctFrom(left, right) => self.distinct(left, right, true),
            Expr::IsNotDistinctFrom(left, right) => self.distinct(left, right, false),
            Expr::Between { expr, negated, low, high } => self.between(expr, low, high, *negated),
            Expr::InList { expr, list, negated } => self.in_list(expr, list, *negated),
            Expr::Case { case_token, end_token, operand, conditions, else_result } => {
                let at = joined(self.source.bytes(case_token.0.span), self.source.bytes(end_token.0.span));
                self.case(at, operand.as_deref(), conditions, else_result.as_deref())
            }
            Expr::Function(_) | Expr::Extract { .. } | Expr::Substring { .. } | Expr::Trim { .. } => {
                self.call(expression)
            }
            other => {
                let construct = match other {
                    Expr::Like { .. } | Expr::ILike { .. } | Expr::SimilarTo { .. } | Expr::RLike { .. } => {
                        Construct::Pattern
                    }
                    Expr::Cast { .. } | Expr::Convert { .. } => Construct::Cast,
                    Expr::Interval(_) => Construct::Literal,
                    Expr::InSubquery { .. } | Expr::Exists { .. } | Expr::Subquery(_) => Construct::Subquery,
                    _ => Construct::Other,
                };
                let at = self.place(other);
                self.unsupported(at, construct)
            }
        }
    }

    /// Where something outside the subset stands; the whole rule if the parser does not say.
    fn place(&self, expression: &Expr) -> Range<usize> {
        use sqlparser::ast::Spanned;
        let span = expression.span();
        if span.start.line == 0 { self.source.whole() } else { self.source.bytes(span) }
    }

    fn attribute(&mut self, name: &Ident) -> Option<(Range<usize>, Value)> {
        let at = self.source.bytes(name.span);
        if name.quote_style.is_some() {
            return self.unsupported(at, Construct::QuotedName);
        }
        let Some((place, attribute)) =
            self.attributes.find(&name.value).and_then(|place| Some((place, self.attributes.get(place)?)))
        else {
            let nearest = self.attributes.nearest(&name.value);
            return self.fault(at, FaultKind::UnknownAttribute { name: name.value.clone(), nearest });
        };
        self.used.insert(place);
        let value = match &attribute.kind {
            Type::Bool => Value::Logic(Logic::Column(place)),
            Type::Text => Value::Text(Textual { node: Text::Column(place), known: None }),
            Type::Code(codes) => {
                Value::Text(Textual { node: Text::Column(place), known: Some(codes.iter().cloned().collect()) })
            }
            number => Value::Number(Numeric::column(place, number)),
        };
        Some((at, value))
    }

    fn literal(&mut self, literal: &Literal, at: Range<usize>) -> Option<(Range<usize>, Value)> {
        let value = match literal {
            Literal::Boolean(known) => Value::Logic(Logic::Known(Truth::from(*known))),
            Literal::Null => Value::Null,
            Literal::SingleQuotedString(text) => Value::Text(Textual::known(text)),
            Literal::Number(digits, false) if digits.bytes().all(|b| b.is_ascii_digit() || b == b'.') => {
                match Numeric::literal(digits) {
                    Some(number) => Value::Number(number),
                    None => return self.fault(at, FaultKind::BadNumber),
                }
            }
            Literal::DoubleQuotedString(_) => return self.unsupported(at, Construct::QuotedName),
            _ => return self.unsupported(at, Construct::Literal),
        };
        Some((at, value))
    }

    fn typed_literal(&mut self, typed: &TypedString) -> Option<(Range<usize>, Value)> {
        let at = self.source.bytes(typed.value.span);
        match (&typed.data_type, &typed.value.value) {
            (DataType::Date, Literal::SingleQuotedString(text)) if !typed.uses_odbc_syntax => {
                match dates::parse(text) {
                    Some(day) => Some((at, Value::Number(Numeric::date(Number::Known(i64::from(day)))))),
                    None => self.fault(at, FaultKind::BadDate),
                }
            }
            _ => self.unsupported(at, Construct::Literal),
        }
    }

    fn unary(&mut self, operator: UnaryOperator, inner: &Expr) -> Option<(Range<usize>, Value)> {
        let typed = self.expression(inner)?;
        let at = typed.at.clone();
        match operator {
            UnaryOperator::Not => self.condition(typed).map(|logic| (at, Value::Logic(logic.not()))),
            UnaryOperator::Minus | UnaryOperator::Plus => match typed.value {
                Value::Null => Some((at, Value::Null)),
                Value::Number(number) if number.kind != Kind::Date => {
                    let factor = if operator == UnaryOperator::Minus { -1 } else { 1 };
                    self.checked(at, number.times(factor))
                }
                other => self.fault(at, FaultKind::WrongKind { needed: Kind::Decimal, found: other.kind() }),
            },
            _ => self.unsupported(at, Construct::Operator),
        }
    }

    fn binary(
        &mut self,
        whole: &Expr,
        left: &Expr,
        operator: &BinaryOperator,
        right: &Expr,
    ) -> Option<(Range<usize>, Value)> {
        use BinaryOperator as Op;
        match operator {
            Op::And | Op::Or => {
                let mut parts = Vec::new();
                let mut at: Option<Range<usize>> = None;
                // All parts are looked at, so that all their faults are found.
                for operand in chain(whole, |other| other == operator) {
                    let typed = self.expression(operand.1);
                    if let Some(typed) = typed {
                        at = Some(at.map_or(typed.at.clone(), |range| joined(range, typed.at.clone())));
                        parts.push(self.condition(typed));
                    } else {
                        parts.push(None);
                    }
                }
                let parts: Vec<Logic> = parts.into_iter().collect::<Option<_>>()?;
                let joint = if *operator == Op::And { Logic::and(parts) } else { Logic::or(parts) };
                Some((at?, Value::Logic(joint)))
            }
            Op::Eq | Op::NotEq | Op::Lt | Op::LtEq | Op::Gt | Op::GtEq => {
                let chained = [left, right].into_iter().find(|side| {
                    matches!(
                        side,
                        Expr::BinaryOp { op: Op::Eq | Op::NotEq | Op::Lt | Op::LtEq | Op::Gt | Op::GtEq, .. }
                    )
                });
                if let Some(side) = chained {
                    let at = self.place(side);
                    return self.unsupported(at, Construct::ChainedComparison);
                }
                let (left, right) = (self.expression(left), self.expression(right));
                let (left, right) = (left?, right?);
                let at = joined(left.at.clone(), right.at.clone());
                self.compare(operator, left, right).map(|logic| (at, Value::Logic(logic)))
            }
            Op::Plus | Op::Minus => self.arithmetic(whole, |op| matches!(op, Op::Plus | Op::Minus)),
            Op::Multiply | Op::Divide => self.arithmetic(whole, |op| matches!(op, Op::Multiply | Op::Divide)),
            _ => {
                let (left, right) = (self.expression(left), self.expression(right));
                let at = match (left, right) {
                    (Some(left), Some(right)) => joined(left.at, right.at),
                    _ => self.source.whole(),
                };
                self.unsupported(at, Construct::Operator)
            }
        }
    }
}

/// The operands of a chain of operators that bind from the left, with the operator before each. Chains can be long,
/// so this walks instead of calling itself.
fn chain(whole: &Expr, belongs: impl Fn(&BinaryOperator) -> bool) -> Vec<(Option<&BinaryOperator>, &Expr)> {
    let mut operands = Vec::new();
    let mut rest = whole;
    while let Expr::BinaryOp { left, op, right } = rest {
        if !belongs(op) {
            break;
        }
        operands.push((Some(op), &**right));
        rest = left;
    }
    operands.push((None, rest));
    operands.reverse();
    operands
}

/// From the beginning of the one to the end of the other.
fn joined(left: Range<usize>, right: Range<usize>) -> Range<usize> {
    left.start.min(right.start)..left.end.max(right.end)
}
