//! What can be wrong with a rule: facts with positions. Sentences are made elsewhere.

use std::ops::Range;

use crate::attributes::Kind;

/// One fault of a rule.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// Where it stands: bytes of the rule's text.
    pub at: Range<usize>,
    /// What it is.
    pub kind: FaultKind,
}

/// What is wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FaultKind {
    /// There is no text.
    Empty,
    /// The text is longer, or has more parts, than a rule may have.
    TooLong,
    /// Parts stand inside one another more deeply than a rule may have.
    TooDeep,
    /// Not SQL at this place.
    Syntax {
        /// What stands there instead of what SQL would allow; empty at the end of the text.
        found: String,
    },
    /// SQL, but outside the subset that means the same in every engine.
    Unsupported(Construct),
    /// No attribute has this name.
    UnknownAttribute {
        /// The name as written.
        name: String,
        /// The attribute that was probably meant.
        nearest: Option<String>,
    },
    /// No function of the subset has this name.
    UnknownFunction {
        /// The name as written.
        name: String,
        /// The function that was probably meant.
        nearest: Option<String>,
    },
    /// A function with another number of values than it takes.
    ArgumentCount {
        /// The name of the function.
        function: String,
        /// How many values were given.
        given: usize,
    },
    /// A condition is needed here, and this is none.
    NotBoolean {
        /// What it is.
        found: Kind,
    },
    /// This place takes values of another kind.
    WrongKind {
        /// The kind that is needed; [`Kind::Decimal`] for any number.
        needed: Kind,
        /// What it is.
        found: Kind,
    },
    /// Values of different kinds are compared or mixed.
    DifferentKinds {
        /// The kind of the first.
        left: Kind,
        /// The kind of the second.
        right: Kind,
    },
    /// A comparison with NULL is never true and never false; `IS NULL` is what is meant.
    ComparedWithNull,
    /// Truth values have no order.
    BoolOrder,
    /// The order of texts depends on the engine; it is allowed for codes of digits only.
    TextOrder,
    /// The code list has no such code, so this can never be equal.
    UnknownCode {
        /// The code as written.
        code: String,
        /// The code that was probably meant.
        nearest: Option<String>,
    },
    /// The two lists of codes have none in common, so this can never be equal.
    NoCommonCode,
    /// Division by something that may be zero: only numbers written out may divide.
    DivisionByExpression,
    /// Division by zero.
    DivisionByZero,
    /// Division of whole numbers, which some engines round and others do not; write the divisor with decimals.
    WholeDivision,
    /// The result may be larger than SQL's numbers.
    MayOverflow,
    /// Not a number that SQL's exact numbers can hold.
    BadNumber,
    /// Not a day of the calendar between 0001-01-01 and 9999-12-31, written as `YYYY-MM-DD`.
    BadDate,
    /// The rule is true for no values of its attributes.
    NeverTrue,
    /// The rule is false for no values of its attributes.
    NeverFalse,
}

/// Parts of SQL that rules do not have.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Construct {
    /// A name in quotes, or in two parts with a point.
    QuotedName,
    /// `/* … */`, which nest in some engines only; `--` to the end of the line is allowed.
    BlockComment,
    /// Several comparisons in a row without parentheses.
    ChainedComparison,
    /// `LIKE`, `ILIKE`, `SIMILAR TO` and regular expressions.
    Pattern,
    /// A query inside of the rule.
    Subquery,
    /// `CAST` and `::`.
    Cast,
    /// An operator that rules do not have.
    Operator,
    /// A literal that rules do not have: intervals, times, exponents, bytes, placeholders.
    Literal,
    /// A form of a function that rules do not have: `DISTINCT`, `FILTER`, `OVER`, named values, other trimmings.
    FunctionForm,
    /// Another part of a date than year, month and day.
    DatePart,
    /// Anything else.
    Other,
}

impl FaultKind {
    /// A stable name for catalogues of messages and for programs.
    pub fn key(&self) -> &'static str {
        match self {
            FaultKind::Empty => "empty",
            FaultKind::TooLong => "too-long",
            FaultKind::TooDeep => "too-deep",
            FaultKind::Syntax { .. } => "syntax",
            FaultKind::Unsupported(construct) => construct.key(),
            FaultKind::UnknownAttribute { .. } => "unknown-attribute",
            FaultKind::UnknownFunction { .. } => "unknown-function",
            FaultKind::ArgumentCount { .. } => "argument-count",
            FaultKind::NotBoolean { .. } => "not-boolean",
            FaultKind::WrongKind { .. } => "wrong-kind",
            FaultKind::DifferentKinds { .. } => "different-kinds",
            FaultKind::ComparedWithNull => "compared-with-null",
            FaultKind::BoolOrder => "bool-order",
            FaultKind::TextOrder => "text-order",
            FaultKind::UnknownCode { .. } => "unknown-code",
            FaultKind::NoCommonCode => "no-common-code",
            FaultKind::DivisionByExpression => "division-by-expression",
            FaultKind::DivisionByZero => "division-by-zero",
            FaultKind::WholeDivision => "whole-division",
            FaultKind::MayOverflow => "may-overflow",
            FaultKind::BadNumber => "bad-number",
            FaultKind::BadDate => "bad-date",
            FaultKind::NeverTrue => "never-true",
            FaultKind::NeverFalse => "never-false",
        }
    }
}

impl Construct {
    /// A stable name, beginning with `unsupported-`.
    pub fn key(self) -> &'static str {
        match self {
            Construct::QuotedName => "unsupported-quoted-name",
            Construct::BlockComment => "unsupported-block-comment",
            Construct::ChainedComparison => "unsupported-chained-comparison",
            Construct::Pattern => "unsupported-pattern",
            Construct::Subquery => "unsupported-subquery",
            Construct::Cast => "unsupported-cast",
            Construct::Operator => "unsupported-operator",
            Construct::Literal => "unsupported-literal",
            Construct::FunctionForm => "unsupported-function-form",
            Construct::DatePart => "unsupported-date-part",
            Construct::Other => "unsupported-other",
        }
    }
}
