//! A second evaluator, written to be obviously right and to share nothing with the first: row by row, over the
//! parser's tree, with fractions of whole numbers.

use rules::{Attributes, Cell, Truth, Type};
use sqlparser::{
    ast::{
        BinaryOperator as Op, DateTimeField, Expr, FunctionArg, FunctionArgExpr, FunctionArguments, UnaryOperator,
        Value,
    },
    dialect::AnsiDialect,
    parser::Parser,
};

#[derive(Clone, Debug, PartialEq)]
pub(crate) enum V {
    Null,
    Bool(bool),
    /// Numerator and denominator, which is above zero.
    Number(i128, i128),
    Text(String),
    Date(jiff::civil::Date),
}

pub(crate) fn parse(text: &str) -> Expr {
    Parser::new(&AnsiDialect {}).try_with_sql(text).unwrap().parse_expr().unwrap()
}

pub(crate) fn answer(rule: &Expr, attributes: &Attributes, row: &[Cell]) -> Truth {
    match value(rule, attributes, row) {
        V::Bool(known) => Truth::from(known),
        V::Null => Truth::Unknown,
        other => panic!("{other:?} is no condition"),
    }
}

fn day(day: i64) -> jiff::civil::Date {
    jiff::civil::date(1970, 1, 1).checked_add(jiff::Span::new().days(day)).unwrap()
}

fn cell(attributes: &Attributes, row: &[Cell], name: &str) -> V {
    let place = attributes.find(name).unwrap();
    match (&row[place], &attributes.list()[place].kind) {
        (Cell::Missing, _) => V::Null,
        (Cell::Bool(known), _) => V::Bool(*known),
        (Cell::Number(count), Type::Decimal { places }) => {
            V::Number(i128::from(*count), 10i128.pow(u32::from(*places)))
        }
        (Cell::Number(count), _) => V::Number(i128::from(*count), 1),
        (Cell::Date(number), _) => V::Date(day(i64::from(*number))),
        (Cell::Text(text), _) => V::Text(text.clone()),
    }
}

fn truth(value: V) -> Option<bool> {
    match value {
        V::Bool(known) => Some(known),
        V::Null => None,
        other => panic!("{other:?} is no condition"),
    }
}

fn logic(known: Option<bool>) -> V {
    known.map_or(V::Null, V::Bool)
}

fn number(value: V) -> Option<(i128, i128)> {
    match value {
        V::Number(above, below) => Some((above, below)),
        V::Null => None,
        other => panic!("{other:?} is no number"),
    }
}

fn order(left: &V, right: &V) -> Option<std::cmp::Ordering> {
    match (left, right) {
        (V::Null, _) | (_, V::Null) => None,
        (V::Number(a, b), V::Number(c, d)) => Some((a * d).cmp(&(c * b))),
        (V::Text(a), V::Text(b)) => Some(a.cmp(b)),
        (V::Date(a), V::Date(b)) => Some(a.cmp(b)),
        (V::Bool(a), V::Bool(b)) => Some(a.cmp(b)),
        other => panic!("{other:?} are different kinds"),
    }
}

fn equal(left: &V, right: &V) -> Option<bool> {
    order(left, right).map(|order| order.is_eq())
}

fn any(answers: impl IntoIterator<Item = Option<bool>>) -> Option<bool> {
    let answers: Vec<_> = answers.into_iter().collect();
    if answers.contains(&Some(true)) {
        Some(true)
    } else if answers.contains(&None) {
        None
    } else {
        Some(false)
    }
}

fn text(value: V, change: impl Fn(&str) -> String) -> V {
    match value {
        V::Text(text) => V::Text(change(&text)),
        other => other,
    }
}

fn letters(text: &str, change: impl Fn(char) -> String) -> String {
    let one = |c: char| if change(c).chars().count() == 1 { change(c) } else { c.to_string() };
    text.chars().map(one).collect()
}

fn value(expression: &Expr, attributes: &Attributes, row: &[Cell]) -> V {
    let get = |inner: &Expr| value(inner, attributes, row);
    let not = |known: Option<bool>, negated: bool| known.map(|known| known != negated);
    match expression {
        Expr::Nested(inner) => get(inner),
        Expr::Identifier(name) => cell(attributes, row, &name.value),
        Expr::Value(literal) => match &literal.value {
            Value::Boolean(known) => V::Bool(*known),
            Value::Null => V::Null,
            Value::SingleQuotedString(text) => V::Text(text.clone()),
            Value::Number(digits, _) => {
                let (whole, places) = digits.split_once('.').unwrap_or((digits, ""));
                V::Number(format!("{whole}{places}").parse().unwrap(), 10i128.pow(places.len().try_into().unwrap()))
            }
            other => panic!("{other}"),
        },
        Expr::TypedString(typed) => match &typed.value.value {
            Value::SingleQuotedString(text) => V::Date(text.parse().unwrap()),
            other => panic!("{other}"),
        },
        Expr::UnaryOp { op: UnaryOperator::Not, expr } => logic(not(truth(get(expr)), true)),
        Expr::UnaryOp { op: UnaryOperator::Minus, expr } => {
            number(get(expr)).map_or(V::Null, |(above, below)| V::Number(-above, below))
        }
        Expr::BinaryOp { left, op, right } => binary(op, get(left), get(right)),
        Expr::IsNull(inner) | Expr::IsUnknown(inner) => V::Bool(get(inner) == V::Null),
        Expr::IsNotNull(inner) | Expr::IsNotUnknown(inner) => V::Bool(get(inner) != V::Null),
        Expr::IsTrue(inner) => V::Bool(get(inner) == V::Bool(true)),
        Expr::IsNotTrue(inner) => V::Bool(get(inner) != V::Bool(true)),
        Expr::IsFalse(inner) => V::Bool(get(inner) == V::Bool(false)),
        Expr::IsNotFalse(inner) => V::Bool(get(inner) != V::Bool(false)),
        Expr::IsDistinctFrom(a, b) | Expr::IsNotDistinctFrom(a, b) => {
            let (a, b) = (get(a), get(b));
            let same = equal(&a, &b).unwrap_or(a == V::Null && b == V::Null);
            V::Bool(same != matches!(expression, Expr::IsDistinctFrom(..)))
        }
        Expr::Between { expr, negated, low, high } => {
            let subject = get(expr);
            let from = order(&get(low), &subject).map(|order| order.is_le());
            let to = order(&subject, &get(high)).map(|order| order.is_le());
            let outside = any([not(from, true), not(to, true)]);
            logic(not(outside, !*negated))
        }
        Expr::InList { expr, list, negated } => {
            let subject = get(expr);
            logic(not(any(list.iter().map(|item| equal(&subject, &get(item)))), *negated))
        }
        Expr::Case { operand, conditions, else_result, .. } => {
            let subject = operand.as_deref().map(get);
            let chosen = conditions.iter().find(|when| {
                let holds = match &subject {
                    Some(subject) => equal(subject, &get(&when.condition)),
                    None => truth(get(&when.condition)),
                };
                holds == Some(true)
            });
            match (chosen, else_result) {
                (Some(when), _) => get(&when.result),
                (None, Some(otherwise)) => get(otherwise),
                (None, None) => V::Null,
            }
        }
        Expr::Extract { field, expr, .. } => match get(expr) {
            V::Date(date) => V::Number(
                match field {
                    DateTimeField::Year => i128::from(date.year()),
                    DateTimeField::Month => i128::from(date.month()),
                    _ => i128::from(date.day()),
                },
                1,
            ),
            _ => V::Null,
        },
        Expr::Trim { expr, .. } => text(get(expr), |text| text.trim_matches(' ').to_owned()),
        Expr::Substring { expr, substring_from, substring_for, .. } => {
            let whole = |expression: &Expr| usize::try_from(number(get(expression)).unwrap().0).unwrap();
            let from = substring_from.as_deref().map_or(1, whole);
            let length = substring_for.as_deref().map_or(usize::MAX, whole);
            text(get(expr), |text| text.chars().skip(from - 1).take(length).collect())
        }
        Expr::Function(function) => {
            let FunctionArguments::List(list) = &function.args else { panic!("values") };
            let values: Vec<V> = list
                .args
                .iter()
                .map(|argument| match argument {
                    FunctionArg::Unnamed(FunctionArgExpr::Expr(inner)) => get(inner),
                    other => panic!("{other}"),
                })
                .collect();
            match function.name.to_string().to_uppercase().as_str() {
                "COALESCE" => values.into_iter().find(|value| *value != V::Null).unwrap_or(V::Null),
                "ABS" => number(values[0].clone()).map_or(V::Null, |(above, below)| V::Number(above.abs(), below)),
                "LOWER" => text(values[0].clone(), |text| letters(text, |c| c.to_lowercase().to_string())),
                _ => text(values[0].clone(), |text| letters(text, |c| c.to_uppercase().to_string())),
            }
        }
        other => panic!("{other}"),
    }
}

fn binary(op: &Op, left: V, right: V) -> V {
    let compared = |test: fn(std::cmp::Ordering) -> bool| logic(order(&left, &right).map(test));
    match op {
        Op::And => logic(any([truth(left).map(|a| !a), truth(right).map(|b| !b)]).map(|some_false| !some_false)),
        Op::Or => logic(any([truth(left), truth(right)])),
        Op::Eq => compared(std::cmp::Ordering::is_eq),
        Op::NotEq => compared(std::cmp::Ordering::is_ne),
        Op::Lt => compared(std::cmp::Ordering::is_lt),
        Op::LtEq => compared(std::cmp::Ordering::is_le),
        Op::Gt => compared(std::cmp::Ordering::is_gt),
        Op::GtEq => compared(std::cmp::Ordering::is_ge),
        _ => {
            let (Some((a, b)), Some((c, d))) = (number(left), number(right)) else { return V::Null };
            let (above, below) = match op {
                Op::Plus => (a * d + c * b, b * d),
                Op::Minus => (a * d - c * b, b * d),
                Op::Multiply => (a * c, b * d),
                Op::Divide => (a * d * c.signum(), b * c.abs()),
                other => panic!("{other}"),
            };
            V::Number(above, below)
        }
    }
}
