//! The functions of the subset.

use std::ops::Range;

use sqlparser::ast::{
    DateTimeField, Expr, ExtractSyntax, Function, FunctionArg, FunctionArgExpr, FunctionArguments, ObjectNamePart,
};

use super::{Lowering, Typed, Value, compare::is_null, joined, number::Numeric};
use crate::{
    attributes::{Kind, nearest},
    dates,
    fault::{Construct, FaultKind},
    ir::{Change, Number},
};

const FUNCTIONS: [&str; 7] = ["ABS", "COALESCE", "EXTRACT", "LOWER", "SUBSTRING", "TRIM", "UPPER"];

impl Lowering<'_> {
    pub(super) fn call(&mut self, expression: &Expr) -> Option<(Range<usize>, Value)> {
        match expression {
            Expr::Function(function) => self.function(function),
            Expr::Extract { field, syntax, expr } => self.extract(field, syntax, expr),
            Expr::Trim { trim_where, trim_what, expr, trim_characters } => {
                let typed = self.expression(expr)?;
                let at = typed.at.clone();
                if trim_where.is_some() || trim_what.is_some() || trim_characters.is_some() {
                    return self.unsupported(at, Construct::FunctionForm);
                }
                self.changed(typed, Change::Trim).map(|value| (at, value))
            }
            Expr::Substring { expr, substring_from, substring_for, special, shorthand } => {
                let typed = self.expression(expr)?;
                let at = typed.at.clone();
                if *shorthand {
                    return self.unsupported(at, Construct::FunctionForm);
                }
                // `special` is the form with commas, which every engine has, too.
                let _ = special;
                self.substring(typed, substring_from.as_deref(), substring_for.as_deref())
            }
            _ => self.unsupported(self.source.whole(), Construct::Other),
        }
    }

    fn function(&mut self, function: &Function) -> Option<(Range<usize>, Value)> {
        let [ObjectNamePart::Identifier(name)] = function.name.0.as_slice() else {
            return self.unsupported(self.source.whole(), Construct::QuotedName);
        };
        let at = self.source.bytes(name.span);
        let upper = name.value.to_ascii_uppercase();
        if name.quote_style.is_some() {
            return self.unsupported(at, Construct::QuotedName);
        }
        if !FUNCTIONS.contains(&upper.as_str()) {
            let nearest = nearest(&name.value, FUNCTIONS);
            return self.fault(at, FaultKind::UnknownFunction { name: name.value.clone(), nearest });
        }
        let Some(arguments) = plain(function) else {
            return self.unsupported(at, Construct::FunctionForm);
        };
        let values: Vec<Option<Typed>> = arguments.iter().map(|argument| self.expression(argument)).collect();
        let mut values: Vec<Typed> = values.into_iter().collect::<Option<_>>()?;
        let whole = values.iter().fold(at.clone(), |at, value| joined(at, value.at.clone()));
        let given = values.len();
        let value = match (upper.as_str(), values.pop()) {
            ("COALESCE", Some(last)) => {
                values.push(last);
                self.coalesce(values)?
            }
            ("ABS", Some(only)) if given == 1 => self.absolute(only)?,
            ("LOWER", Some(only)) if given == 1 => self.changed(only, Change::Lower)?,
            ("UPPER", Some(only)) if given == 1 => self.changed(only, Change::Upper)?,
            _ => return self.fault(whole, FaultKind::ArgumentCount { function: upper, given }),
        };
        Some((whole, value))
    }

    fn absolute(&mut self, typed: Typed) -> Option<Value> {
        match typed.value {
            Value::Null => Some(Value::Null),
            Value::Number(number) if number.kind != Kind::Date => {
                self.checked(typed.at, Some(number.absolute())).map(|(_, value)| value)
            }
            other => self.fault(typed.at, FaultKind::WrongKind { needed: Kind::Decimal, found: other.kind() }),
        }
    }

    fn changed(&mut self, typed: Typed, change: Change) -> Option<Value> {
        match typed.value {
            Value::Null => Some(Value::Null),
            Value::Text(text) => Some(Value::Text(text.changed(change))),
            other => self.fault(typed.at, FaultKind::WrongKind { needed: Kind::Text, found: other.kind() }),
        }
    }

    fn extract(
        &mut self,
        field: &DateTimeField,
        syntax: &ExtractSyntax,
        inner: &Expr,
    ) -> Option<(Range<usize>, Value)> {
        let typed = self.expression(inner)?;
        let at = typed.at.clone();
        if *syntax != ExtractSyntax::From {
            return self.unsupported(at, Construct::FunctionForm);
        }
        let Value::Number(number) = typed.value else {
            if is_null(&typed) {
                return Some((at, Value::Null));
            }
            return self.fault(at, FaultKind::WrongKind { needed: Kind::Date, found: typed.value.kind() });
        };
        if number.kind != Kind::Date {
            return self.fault(at, FaultKind::WrongKind { needed: Kind::Date, found: number.kind });
        }
        let depth = number.depth + 1;
        let (wrap, bound, place): (fn(Box<Number>) -> Number, i64, usize) = match field {
            DateTimeField::Year => (Number::Year, 9999, 0),
            DateTimeField::Month => (Number::Month, 12, 1),
            DateTimeField::Day => (Number::Day, 31, 2),
            _ => return self.unsupported(at, Construct::DatePart),
        };
        let node = match number.node {
            Number::Known(day) => {
                let (year, month, day) = dates::date(day);
                Number::Known(if place == 0 {
                    year
                } else if place == 1 {
                    month
                } else {
                    day
                })
            }
            other => wrap(Box::new(other)),
        };
        self.checked(at, Some(Numeric { node, kind: Kind::Int, parts: 1, bound, depth }))
    }

    fn substring(&mut self, typed: Typed, from: Option<&Expr>, length: Option<&Expr>) -> Option<(Range<usize>, Value)> {
        let at = typed.at.clone();
        // Engines disagree about places before the first character and about computed ones.
        let from = match from {
            Some(from) => self.written(from, 1)?,
            None => return self.fault(at, FaultKind::ArgumentCount { function: "SUBSTRING".to_owned(), given: 1 }),
        };
        let length = match length {
            Some(length) => Some(self.written(length, 0)?),
            None => None,
        };
        self.changed(typed, Change::Part(from, length)).map(|value| (at, value))
    }

    /// A whole number that is written out and at least so large.
    fn written(&mut self, expression: &Expr, least: i64) -> Option<usize> {
        let typed = self.expression(expression)?;
        match &typed.value {
            Value::Number(Numeric { node: Number::Known(count), kind: Kind::Int, .. }) if *count >= least => {
                usize::try_from(*count).ok().map_or_else(|| self.fault(typed.at, FaultKind::BadNumber), Some)
            }
            Value::Number(_) => self.fault(typed.at, FaultKind::BadNumber),
            other => {
                let found = other.kind();
                self.fault(typed.at, FaultKind::WrongKind { needed: Kind::Int, found })
            }
        }
    }
}

/// The values of a function that is called without any extras.
fn plain(function: &Function) -> Option<Vec<&Expr>> {
    let FunctionArguments::List(list) = &function.args else { return None };
    let bare = matches!(function.parameters, FunctionArguments::None)
        && function.within_group.is_empty()
        && function.filter.is_none()
        && function.over.is_none()
        && function.null_treatment.is_none()
        && !function.uses_odbc_syntax
        && list.duplicate_treatment.is_none()
        && list.clauses.is_empty();
    let values = list.args.iter().map(|argument| match argument {
        FunctionArg::Unnamed(FunctionArgExpr::Expr(value)) => Some(value),
        _ => None,
    });
    if bare { values.collect() } else { None }
}
