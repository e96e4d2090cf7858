//! Rules.
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
pub use reach::TRIED;
pub use rule::{Evaluation, Rule};
pub use table::{Bits, Column, Table, TableFault, Values};
pub use truth::{Answers, BATCH, Truth};
