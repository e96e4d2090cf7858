//! What people are distinguished by.

use std::collections::BTreeMap;

use super::{LocalText, VersionKey};
use crate::names::{CategoryCode, VariableName};

/// A variable with its code list, `open/variables/<name>.toml`.
#[derive(Debug, Clone)]
pub struct Variable {
    /// Its name.
    pub name: VariableName,
    /// Title.
    pub title: LocalText,
    /// Why people are distinguished by it: a contested choice, with reason (R036).
    pub reason: LocalText,
    /// How its categories are defined, in a sentence or two.
    pub definition: LocalText,
    /// What the whole is called: "insgesamt".
    pub whole: LocalText,
    /// How deliveries write the whole.
    pub whole_aliases: Vec<String>,
    /// Whether the categories add up to the whole.
    pub complete: bool,
    /// The version of a concept that it follows, if it says so.
    pub concept: Option<VersionKey>,
    /// The category of people whose class cannot be determined, if they are counted as one.
    pub undeterminable: Option<CategoryCode>,
    /// Categories in the order of the pages.
    pub categories: Vec<Category>,
}

impl Variable {
    /// The category with this code.
    pub fn category(&self, code: &CategoryCode) -> Option<&Category> {
        self.categories.iter().find(|category| category.code == *code)
    }
}

/// A category of a variable.
#[derive(Debug, Clone)]
pub struct Category {
    /// Its code.
    pub code: CategoryCode,
    /// Title, as a plain noun phrase: "Menschen mit ausländischer Staatsangehörigkeit" or short "ausländisch".
    pub title: LocalText,
    /// How deliveries write it, beside its code.
    pub aliases: Vec<String>,
    /// The broader category that it is part of.
    pub parent: Option<CategoryCode>,
}

/// A group of people: one category of each of some variables. Empty is the whole population. Sorted by variable.
pub type Group = BTreeMap<VariableName, CategoryCode>;
