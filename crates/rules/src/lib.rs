//! Rules of concepts and filters: SQL conditions with three answers, checked and evaluated column by column.
//!
//! "Migration background" is defined differently by every office that records it. Here a definition is a rule that
//! can be executed, compared and inspected. A rule is a condition in SQL, because SQL's NULL is exactly the
//! "undeterminable" of the official definitions, and because the same text then runs unchanged on any SQL engine; the
//! tests hold that against DuckDB. The crate knows no file, no clock and none of the other crates.
//!
//! ```
//! use rules::{Attribute, Attributes, Buffer, Cell, Rule, Truth, Type};
//!
//! let attributes = Attributes::new(vec![
//!     Attribute::new("german", Type::Bool),
//!     Attribute::new("immigration_year", Type::Int { least: 1900, most: 2100 }),
//! ])
//! .expect("good attributes");
//! let rule = Rule::compile("NOT german OR immigration_year >= 1950", &attributes).expect("a good rule");
//!
//! let mut persons = Buffer::new(&attributes);
//! persons.push(&[Cell::Bool(false), Cell::Missing]).expect("a good row");
//! persons.push(&[Cell::Bool(true), Cell::Number(1946)]).expect("a good row");
//! persons.push(&[Cell::Bool(true), Cell::Missing]).expect("a good row");
//! let table = persons.table(&attributes).expect("a good table");
//! assert_eq!(rule.on(&table).all(), [Truth::True, Truth::False, Truth::Unknown]);
//! ```
//!
//! # The subset of SQL
//!
//! | part | form |
//! |---|---|
//! | attributes | names without quotes; capital letters count as small ones |
//! | literals | `'text'`, `12`, `1.50`, `DATE '2024-06-27'`, `TRUE`, `FALSE`, `NULL` |
//! | conditions | `AND`, `OR`, `NOT`, parentheses |
//! | comparisons | `=`, `<>`, `<`, `<=`, `>`, `>=`, `[NOT] BETWEEN … AND …`, `[NOT] IN (…)`, `IS [NOT] DISTINCT FROM` |
//! | missing values | `IS [NOT] NULL`, `IS [NOT] TRUE`, `IS [NOT] FALSE`, `IS [NOT] UNKNOWN`, `COALESCE(…)` |
//! | choices | `CASE WHEN … THEN … ELSE … END`, `CASE … WHEN … THEN … ELSE … END` |
//! | numbers | `+`, `-`, `*`, `ABS(…)`, and `/` by a number that is written out |
//! | texts | `LOWER(…)`, `UPPER(…)`, `TRIM(…)`, `SUBSTRING(… FROM 1 FOR 2)`, `SUBSTRING(…, 1, 2)` |
//! | dates | `EXTRACT(YEAR FROM …)`, also `MONTH` and `DAY` |
//! | comments | `--` to the end of the line |
//!
//! Everything else is refused ([`FaultKind`]), and so is what engines answer differently although they all accept it:
//! the order of texts that are not codes of digits, the order of truth values, division of whole numbers, several
//! comparisons in a row, comparison of a date with a text.
//!
//! What engines must agree on, and do by default: texts are equal if their characters are (no collation that takes
//! `a` for `A`, no padding with blanks), `''` is a text and not NULL, numbers are exact. We compute exactly with
//! fractions; an engine whose division rounds can answer differently where a quotient is compared with `=`. `LOWER`
//! and `UPPER` leave letters alone that would become two, such as `ß`.
//!
//! # What is checked
//!
//! Names, kinds, codes of code lists, overflow and division are proved before any row is seen, so evaluation cannot
//! fail. A rule is refused if it is proved never to be true or never to be false, and a category if it is proved that
//! no row can reach it. [`Possible::proved`] says exactly when that is proved.
//!
//! # Parents
//!
//! Rules ask for `parent1_…` and `parent2_…` ([`Attributes::with_parents`]); "one of the parents" is written out.
//!
//! # Method
//!
//! The parser is that of the crate `sqlparser`, with its ANSI dialect. Its tree is lowered to one in which every node
//! has a kind, constants are folded and numbers are counts of fixed parts. Evaluation goes over 4,096 rows at once
//! ([`BATCH`]): conditions are two bits for each row, true and false, so AND, OR and NOT work on 64 rows in one step;
//! a question about a text is asked once for each entry of the dictionary and looked up for each row. Three-valued
//! logic is that of Kleene (1938), as in ISO/IEC 9075-2.

mod attributes;
mod buffer;
mod classifier;
pub mod dates;
mod evaluate;
mod explain;
mod fault;
mod ir;
mod lower;
mod parse;
mod possible;
mod reach;
mod rule;
mod sql;
mod table;
mod texts;
mod truth;

pub use attributes::{Attribute, AttributeFault, Attributes, DECIMAL, INTEGER, Kind, Type};
pub use buffer::{Buffer, Cell};
pub use classifier::{
    CategoryText, Class, Classifier, ClassifierFault, ClassifierText, MOST_ATTRIBUTES, MOST_CATEGORIES, Mode, Unknown,
};
pub use explain::{Explained, Explainer, Tally};
pub use fault::{Construct, Fault, FaultKind};
pub use parse::{LONGEST, MOST_TOKENS};
pub use possible::Possible;
pub use reach::{DRAWN, TRIED};
pub use rule::{Evaluation, Rule};
pub use table::{Bits, Column, Table, TableFault, Values};
pub use truth::{Answers, BATCH, Truth};
