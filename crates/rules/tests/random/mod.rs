//! Random rules and rows. The rules are right in kinds by construction.

use proptest::{collection::vec, prelude::*, sample::select};
use rules::{Attribute, Attributes, Cell, Type};

pub(crate) const CODES: [&str; 4] = ["000", "100", "163", "20"];
pub(crate) const TEXTS: [&str; 6] = ["x", "X", " x ", "äö", "ÄÖ", ""];

pub(crate) fn attributes() -> Attributes {
    let codes = Type::Code(CODES.iter().map(|code| (*code).to_owned()).collect());
    Attributes::new(vec![
        Attribute::new("a", Type::Bool),
        Attribute::new("b", Type::Bool),
        Attribute::new("n", Type::Int { least: -5, most: 2000 }),
        Attribute::new("m", Type::int()),
        Attribute::new("d", Type::Decimal { places: 2 }),
        Attribute::new("t", Type::Text),
        Attribute::new("c", codes),
        Attribute::new("born", Type::Date),
    ])
    .unwrap()
}

/// A row of invented values, which may be printed when a test fails.
#[derive(Clone)]
pub(crate) struct Row(pub(crate) Vec<Cell>);

impl std::fmt::Debug for Row {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        for cell in &self.0 {
            match cell {
                Cell::Missing => write!(formatter, "- "),
                Cell::Bool(known) => write!(formatter, "{known} "),
                Cell::Number(count) => write!(formatter, "{count} "),
                Cell::Date(day) => write!(formatter, "day {day} "),
                Cell::Text(text) => write!(formatter, "{text:?} "),
            }?;
        }
        Ok(())
    }
}

pub(crate) fn row() -> impl Strategy<Value = Row> {
    fn maybe<T: Strategy>(some: T) -> impl Strategy<Value = Option<T::Value>> {
        prop::option::weighted(0.75, some)
    }
    fn cell<T>(value: Option<T>, make: impl Fn(T) -> Cell) -> Cell {
        value.map_or(Cell::Missing, make)
    }
    (
        maybe(any::<bool>()),
        maybe(any::<bool>()),
        maybe(-5i64..=10),
        maybe(prop_oneof![-3i64..5, 1940i64..2030]),
        maybe(-400i64..400),
        maybe(select(TEXTS.to_vec())),
        maybe(select(CODES.to_vec())),
        maybe(-800i32..20_000),
    )
        .prop_map(|(a, b, n, m, d, t, c, born)| {
            let text = |text: Option<&str>| cell(text, |text| Cell::Text(text.to_owned()));
            Row(vec![
                cell(a, Cell::Bool),
                cell(b, Cell::Bool),
                cell(n, Cell::Number),
                cell(m, Cell::Number),
                cell(d, Cell::Number),
                text(t),
                text(c),
                cell(born, Cell::Date),
            ])
        })
}

fn words(list: &'static [&'static str]) -> BoxedStrategy<String> {
    select(list).prop_map(str::to_owned).boxed()
}

fn number(depth: u32) -> BoxedStrategy<String> {
    let leaf = words(&["n", "m", "d", "0", "3", "2.5", "1950", "EXTRACT(YEAR FROM born)", "EXTRACT(MONTH FROM born)"]);
    if depth == 0 {
        return leaf;
    }
    let inner = || number(depth - 1);
    prop_oneof![
        3 => leaf,
        1 => (inner(), words(&["+", "-"]), inner()).prop_map(|(a, op, b)| format!("({a} {op} {b})")),
        1 => (inner(), words(&["* 3", "/ 4.0", "* -0.5", "/ -3.0"])).prop_map(|(a, op)| format!("({a} {op})")),
        1 => inner().prop_map(|a| format!("ABS({a})")),
        1 => (inner(), inner()).prop_map(|(a, b)| format!("COALESCE({a}, {b})")),
        1 => (condition(depth - 1), inner(), inner()).prop_map(|(c, a, b)| format!("CASE WHEN {c} THEN {a} WHEN b THEN {b} ELSE {a} END")),
    ]
    .boxed()
}

fn text(depth: u32) -> BoxedStrategy<String> {
    let leaf = prop_oneof![3 => Just("t".to_owned()), 1 => words(&["'x'", "'äö'", "' X'"])].boxed();
    if depth == 0 {
        return leaf;
    }
    let inner = || text(depth - 1);
    prop_oneof![
        3 => leaf,
        1 => inner().prop_map(|a| format!("LOWER({a})")),
        1 => inner().prop_map(|a| format!("UPPER({a})")),
        1 => inner().prop_map(|a| format!("TRIM({a})")),
        1 => inner().prop_map(|a| format!("SUBSTRING({a} FROM 2 FOR 1)")),
        // The column keeps the values open, so that no comparison is refused.
        1 => inner().prop_map(|a| format!("COALESCE({a}, t)")),
        1 => (condition(depth - 1), inner()).prop_map(|(c, a)| format!("CASE WHEN {c} THEN {a} WHEN a THEN t END")),
    ]
    .boxed()
}

pub(crate) fn condition(depth: u32) -> BoxedStrategy<String> {
    let compare = || words(&["=", "<>", "<", "<=", ">", ">="]);
    let not = || words(&["", "NOT "]);
    let leaf = prop_oneof![
        4 => words(&["a", "b"]),
        1 => words(&["TRUE", "FALSE"]),
        2 => (words(&["n", "m", "d"]), compare(), words(&["2", "1950", "0.5", "n"])).prop_map(|(a, op, b)| format!("{a} {op} {b}")),
        1 => (not(), vec(select(CODES.to_vec()), 1..3)).prop_map(|(not, codes)| format!("c {not}IN ('{}')", codes.join("', '"))),
        1 => (compare(), select(CODES.to_vec())).prop_map(|(op, code)| format!("c {op} '{code}'")),
        1 => (compare(), words(&["DATE '1970-01-01'", "DATE '2000-02-29'"])).prop_map(|(op, day)| format!("born {op} {day}")),
        1 => words(&["c IS NULL", "t IS NOT NULL", "born IS NULL", "m IS NOT NULL", "a IS NULL"]),
    ]
    .boxed();
    if depth == 0 {
        return leaf;
    }
    let inner = || condition(depth - 1);
    let number = || number(depth.min(2) - 1);
    let text = || text(depth.min(2) - 1);
    prop_oneof![
        2 => leaf,
        3 => (inner(), words(&["AND", "OR"]), inner()).prop_map(|(a, op, b)| format!("({a} {op} {b})")),
        1 => inner().prop_map(|a| format!("NOT ({a})")),
        1 => (number(), compare(), number()).prop_map(|(a, op, b)| format!("{a} {op} {b}")),
        1 => (number(), not(), number(), number()).prop_map(|(a, not, b, c)| format!("{a} {not}BETWEEN {b} AND {c}")),
        1 => (number(), not(), vec(number(), 1..4)).prop_map(|(a, not, list)| format!("{a} {not}IN ({})", list.join(", "))),
        1 => (text(), words(&["=", "<>"])).prop_map(|(a, op)| format!("{a} {op} t")),
        1 => (not(), text()).prop_map(|(not, a)| format!("t {not}IN ('x', {a}, 'ÄÖ')")),
        1 => (inner(), words(&["IS TRUE", "IS NOT TRUE", "IS FALSE", "IS NOT FALSE", "IS UNKNOWN", "IS NOT NULL"])).prop_map(|(a, test)| format!("({a}) {test}")),
        1 => (inner(), words(&["=", "<>"]), inner()).prop_map(|(a, op, b)| format!("(({a}) {op} ({b}))")),
        1 => (number(), not(), number()).prop_map(|(a, not, b)| format!("{a} IS {not}DISTINCT FROM {b}")),
        1 => (not(), text()).prop_map(|(not, a)| format!("t IS {not}DISTINCT FROM {a}")),
        1 => (inner(), not(), inner()).prop_map(|(a, not, b)| format!("(({a}) IS {not}DISTINCT FROM ({b}))")),
        1 => (inner(), inner(), inner()).prop_map(|(c, a, b)| format!("CASE WHEN {c} THEN {a} WHEN b THEN {b} ELSE {a} END")),
        1 => (number(), number(), inner(), inner()).prop_map(|(s, w, a, b)| format!("CASE {s} WHEN {w} THEN {a} ELSE {b} END")),
        1 => (inner(), inner()).prop_map(|(a, b)| format!("COALESCE({a}, {b})")),
    ]
    .boxed()
}
