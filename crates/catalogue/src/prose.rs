//! Texts of people, in which numbers are references: `{value citizenship=foreign period=2012}`.

pub(crate) mod markdown;
mod numbers;
pub(crate) mod parse;
pub(crate) mod tokens;

use crate::{
    model::Group,
    names::{AreaCode, CategoryCode, IndicatorName, VariableName},
    period::Period,
};

/// One sentence with references, such as the reading aid of an indicator.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Template {
    /// Text and references in reading order.
    pub parts: Vec<Part>,
}

/// Text or reference.
#[derive(Debug, Clone, PartialEq)]
pub enum Part {
    /// Text as written.
    Text(String),
    /// To be filled in with a released figure.
    Reference(Reference),
}

/// What a figure in prose refers to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reference {
    /// Which number.
    pub what: What,
    /// `of=…`: the indicator; without it the one whose text this is.
    pub indicator: Option<IndicatorName>,
    /// `area=…`: without it the municipality.
    pub area: Option<AreaCode>,
    /// `period=…`: without it the latest.
    pub period: When,
    /// `from=…`: of a change; without it the base period.
    pub from: When,
    /// `<variable>=<category>`: without it the whole population.
    pub group: Group,
    /// `against=<category>` of the same variable, or `against=whole`: of a gap.
    pub against: Option<Against>,
}

/// Which number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum What {
    /// The figure with its unit.
    Value,
    /// The number above the line.
    Numerator,
    /// The number below the line.
    Denominator,
    /// `period` less `from`.
    Change,
    /// The group less the other.
    Gap,
    /// The period itself, in words.
    Period,
}

/// A period, named or found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum When {
    /// The latest with a value.
    Latest,
    /// The first with a value.
    First,
    /// The base period.
    Base,
    /// This one.
    Exactly(Period),
}

/// What a group is compared with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Against {
    /// The whole population.
    Whole,
    /// Another category of the variable.
    Category(VariableName, CategoryCode),
}

/// A text of several paragraphs.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Prose {
    /// Blocks in reading order.
    pub blocks: Vec<ProseBlock>,
}

/// A block of prose.
#[derive(Debug, Clone, PartialEq)]
pub enum ProseBlock {
    /// A heading, 1 (highest) to 3.
    Heading(u8, Vec<Inline>),
    /// A paragraph.
    Paragraph(Vec<Inline>),
    /// A list; each item is a run of text.
    List {
        /// Whether the items are numbered.
        ordered: bool,
        /// The items.
        items: Vec<Vec<Inline>>,
    },
    /// A quotation.
    Quote(Vec<Inline>),
}

/// A run of text.
#[derive(Debug, Clone, PartialEq)]
pub enum Inline {
    /// Text as written.
    Text(String),
    /// Strong text.
    Strong(String),
    /// Emphasised text.
    Emphasis(String),
    /// A link.
    Link {
        /// Its text.
        text: String,
        /// Its address.
        address: String,
    },
    /// To be filled in with a released figure.
    Reference(Reference),
}
