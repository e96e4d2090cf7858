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
    Fraction,
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
    let mut last_line = 0;
    for error in &errors {
        let span = Span::from(error.span().unwrap_or(0..0));
        // One mistake often makes several errors in its line; the first names it best.
        let (line, _) = crate::line_column(text, span.start);
        if line != last_line {
            let place = Place::Span(path.to_owned(), span);
            remarks.push(Remark::error("syntax", place).with("problem", problem(error.message())));
            last_line = line;
        }
    }
    let root = Node { value: table_of(table.into_inner()), span: Span { start: 0, end: 0 } };
    (Document { path, text, root }, errors.is_empty())
}

/// The parser explains itself in English; these few kinds have sentences of our own.
fn problem(message: &str) -> &'static str {
    let has = |part: &str| message.contains(part);
    if has("duplicate key") {
        "duplicate-key"
    } else if has("cannot extend") {
        "other-value"
    } else if has("quote") || has("string") {
        "quotes"
    } else if has("unclosed") {
        "unclosed"
    } else if has("missing value") || has("no value") || has("invalid value") {
        "value"
    } else if has("comma") {
        "comma"
    } else if has("assignment") {
        "equals-sign"
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
        DeValue::Float(_) => Value::Fraction,
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
