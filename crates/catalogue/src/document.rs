//! A definition file as a tree of values, each with its place.

use toml::de::{DeTable, DeValue};

use crate::remark::{Place, Remark, Span};

/// A definition file that has been read as TOML.
#[derive(Debug)]
pub(crate) struct Document<'a> {
    /// Path below the monitoring.
    pub(crate) path: &'a str,
    /// The file as written.
    pub(crate) text: &'a str,
    /// Its outermost table, as far as it could be read.
    pub(crate) root: Node,
}

/// A value and its place.
#[derive(Debug, Clone)]
pub(crate) struct Node {
    pub(crate) value: Value,
    /// Empty at the start of the file for the outermost table, which stands nowhere in particular.
    pub(crate) span: Span,
}

/// A value of TOML.
#[derive(Debug, Clone)]
pub(crate) enum Value {
    Text(String),
    /// `None` if it is too large for any use.
    Whole(Option<i64>),
    Fraction(f64),
    Boolean(bool),
    Date,
    List(Vec<Node>),
    /// Entries in the order of the file.
    Table(Vec<Entry>),
}

/// A key with its value.
#[derive(Debug, Clone)]
pub(crate) struct Entry {
    pub(crate) key: String,
    pub(crate) key_span: Span,
    pub(crate) node: Node,
}

/// Reads a file; what cannot be read is remarked, the rest is kept. Says whether nothing was remarked.
pub(crate) fn parse<'a>(path: &'a str, text: &'a str, remarks: &mut Vec<Remark>) -> (Document<'a>, bool) {
    let (table, errors) = DeTable::parse_recoverable(text);
    remark_syntax(path, text, &errors, remarks);
    let root = Node { value: table_of(table.into_inner()), span: Span { start: 0, end: 0 } };
    (Document { path, text, root }, errors.is_empty())
}

/// One remark a line: one mistake often makes several errors, of which the first names it best.
fn remark_syntax(path: &str, text: &str, errors: &[toml::de::Error], remarks: &mut Vec<Remark>) {
    let mut found: Vec<(Span, &'static str)> = errors
        .iter()
        .map(|error| {
            let span = Span::from(error.span().unwrap_or(0..0));
            (span, problem(error.message(), text.get(span.start..span.end).unwrap_or("")))
        })
        .collect();
    found.sort_by_key(|(span, _)| *span);
    if found.iter().any(|(_, problem)| *problem == "unclosed") {
        // Whatever follows an open bracket is taken for a part of it.
        found.truncate(1);
        found[0].1 = "unclosed";
    }
    found.dedup_by_key(|(span, _)| crate::line_column(text, span.start).0);
    for (span, problem) in found {
        remarks.push(Remark::error("syntax", Place::Span(path.to_owned(), span)).with("problem", problem));
    }
}

/// The parser explains itself in English; these few kinds have sentences of our own.
fn problem(message: &str, written: &str) -> &'static str {
    let has = |part: &str| message.contains(part);
    if has("duplicate key") {
        "duplicate-key"
    } else if has("cannot extend") {
        "other-value"
    } else if has("unclosed") {
        "unclosed"
    } else if has("leading zero") {
        "leading-zero"
    } else if has("escaped") || has("unicode value") {
        "escape"
    } else if has("must be quoted") && written.trim().is_empty() || has("missing value") {
        "value"
    } else if has("must be quoted") || has("invalid boolean") || has("invalid value") {
        "unquoted"
    } else if has("string") || has("missing opening quote") {
        "quotes"
    } else if has("comma") {
        "comma"
    } else if has("key with no value") || has("missing assignment") {
        "equals-sign"
    } else if has("unexpected key or value") || has("unexpected content") {
        "trailing"
    } else if has("unquoted key") || has("keys cannot") {
        "key"
    } else {
        "other"
    }
}

fn table_of(table: DeTable<'_>) -> Value {
    let mut entries: Vec<Entry> = table
        .into_iter()
        .map(|(key, value)| Entry {
            key_span: Span::from(key.span()),
            key: key.into_inner().into_owned(),
            node: Node { span: Span::from(value.span()), value: value_of(value.into_inner()) },
        })
        .collect();
    entries.sort_by(|a, b| (a.key_span, &a.key).cmp(&(b.key_span, &b.key)));
    Value::Table(entries)
}

fn value_of(value: DeValue<'_>) -> Value {
    match value {
        DeValue::String(text) => Value::Text(text.into_owned()),
        DeValue::Integer(number) => Value::Whole(i64::from_str_radix(number.as_str(), number.radix()).ok()),
        // Whatever cannot be read is not a number, which lies in no range.
        DeValue::Float(number) => Value::Fraction(number.as_str().parse().unwrap_or(f64::NAN)),
        DeValue::Boolean(yes) => Value::Boolean(yes),
        DeValue::Datetime(_) => Value::Date,
        DeValue::Array(list) => Value::List(
            list.into_iter()
                .map(|item| Node { span: Span::from(item.span()), value: value_of(item.into_inner()) })
                .collect(),
        ),
        DeValue::Table(table) => table_of(table),
    }
}

impl Node {
    /// The entries of a table; none of anything else.
    pub(crate) fn entries(&self) -> &[Entry] {
        match &self.value {
            Value::Table(entries) => entries,
            _ => &[],
        }
    }

    /// The value of a key.
    pub(crate) fn get(&self, key: &str) -> Option<&Node> {
        self.entries().iter().find(|entry| entry.key == key).map(|entry| &entry.node)
    }

    /// The items of a list; none of anything else.
    pub(crate) fn items(&self) -> &[Node] {
        match &self.value {
            Value::List(items) => items,
            _ => &[],
        }
    }

    /// The text, if it is one.
    pub(crate) fn as_text(&self) -> Option<&str> {
        match &self.value {
            Value::Text(text) => Some(text),
            _ => None,
        }
    }
}
#[cfg(test)]
mod tests {
    use super::*;
    use crate::remark::Word;

    #[track_caller]
    fn check(text: &str, expected: &[(usize, &str)]) {
        let mut remarks = Vec::new();
        let (_, sound) = parse("file.toml", text, &mut remarks);
        assert_eq!(sound, expected.is_empty());
        let found: Vec<(usize, String)> = remarks
            .iter()
            .map(|remark| match (&remark.place, &remark.words[..]) {
                (Place::Span(_, span), [(_, Word::Text(problem))]) => {
                    (crate::line_column(text, span.start).0, problem.clone())
                }
                other => panic!("{other:?}"),
            })
            .collect();
        let expected: Vec<(usize, String)> = expected.iter().map(|(line, p)| (*line, (*p).to_owned())).collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn mistakes_of_writing_are_named() {
        check("a = 1\n", &[]);
        check("\u{feff}a = 1\r\n", &[]);
        check("a = 1\na = 2\n", &[(2, "duplicate-key")]);
        check("a = 1\na.b = 2\n", &[(2, "other-value")]);
        check("a =\nb = 1\n", &[(1, "value")]);
        check("a = ja\nb = “x”\nc = foo\n", &[(1, "unquoted"), (2, "unquoted"), (3, "unquoted")]);
        check("a = \"x\nb = 1\nc = 'x\n", &[(1, "quotes"), (3, "quotes")]);
        check("a = [1, 2\nb = 1\nc = 2\n", &[(2, "unclosed")]);
        check("[a\nb = 1\n", &[(1, "unclosed")]);
        check("a = [1,,2]\n", &[(1, "comma")]);
        check("a 1\na: 1\n", &[(1, "equals-sign"), (2, "equals-sign")]);
        check("a = 1,5\n", &[(1, "trailing")]);
        check("a = 01\n", &[(1, "leading-zero")]);
        check("ä = 1\n", &[(1, "key")]);
        check("a = \"\\q\"\n", &[(1, "escape")]);
        check("]]\n", &[(1, "other")]);
    }

    #[test]
    fn tables_keep_the_order_of_the_file() {
        let mut remarks = Vec::new();
        let (document, _) = parse("file.toml", "z = 1\na.de = 'x'\n[[m]]\n[[m]]\n", &mut remarks);
        let keys: Vec<&str> = document.root.entries().iter().map(|entry| entry.key.as_str()).collect();
        assert_eq!(keys, ["z", "a", "m"]);
        assert_eq!(document.root.get("m").unwrap().items().len(), 2);
        assert_eq!(document.root.get("a").unwrap().get("de").unwrap().as_text(), Some("x"));
    }
}
