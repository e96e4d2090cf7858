//! Categories in order, each with its rule: which category a row belongs to, and what decides that.

use crate::{
    attributes::Attributes,
    explain::Explainer,
    fault::Fault,
    possible::{Possible, possible},
    rule::Rule,
    table::Table,
};

/// The most categories of a classifier.
pub const MOST_CATEGORIES: usize = 250;

/// The most attributes that the rules of a classifier may ask for together.
pub const MOST_ATTRIBUTES: usize = 64;

/// How categories share the rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mode {
    /// The first category whose rule is true. SQL: `CASE WHEN … THEN … WHEN … THEN … END`.
    FirstMatch,
    /// At most one rule is true; a row for which two are is reported as [`Class::Contradiction`].
    Exclusive,
}

/// What becomes of a row when a rule is unknown. That is part of the definition: some statistics count a missing
/// entry as "no", others count it apart, others as "undecidable".
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unknown {
    /// The row cannot be determined.
    Undeterminable,
    /// Unknown counts as false.
    CountsAsFalse,
    /// The row belongs to this category, which needs no rule of its own.
    Category(usize),
}

/// A category as it is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CategoryText {
    /// Its name, unique within the classifier.
    pub name: String,
    /// Its rule; at most one category has none, and takes the rows for which all rules are false.
    pub rule: Option<String>,
}

/// The classifier as it is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClassifierText {
    /// The categories in order.
    pub categories: Vec<CategoryText>,
    /// How they share the rows.
    pub mode: Mode,
    /// What unknown means.
    pub unknown: Unknown,
}

/// What is wrong with a classifier.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ClassifierFault {
    /// No category has a rule.
    NoRules,
    /// More than [`MOST_CATEGORIES`].
    TooManyCategories,
    /// The rules ask for more than [`MOST_ATTRIBUTES`] together.
    TooManyAttributes,
    /// Two categories have the same name; this is the second.
    Twice {
        /// The place of the category.
        category: usize,
    },
    /// A second category without a rule, that is not the one for unknown either.
    SecondWithoutRule {
        /// The place of the category.
        category: usize,
    },
    /// [`Unknown::Category`] names a category that is not there.
    UnknownCategory,
    /// The rule of a category has this fault.
    Rule {
        /// The place of the category.
        category: usize,
        /// The fault.
        fault: Fault,
    },
    /// No row can ever belong to this category: that is proved by trying all values of all attributes asked for.
    Unreachable {
        /// The place of the category.
        category: usize,
    },
}

/// Where a row belongs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Class {
    /// To the category at this place.
    Category(u8),
    /// All rules are false, and no category takes the rest.
    Nowhere,
    /// A missing value leaves it open.
    Undeterminable,
    /// Two rules are true that were said to exclude each other.
    Contradiction,
}

/// Categories with compiled rules.
#[derive(Debug, Clone, PartialEq)]
pub struct Classifier {
    pub(crate) names: Vec<String>,
    /// The rules in order, each with the place of its category.
    pub(crate) rules: Vec<(u8, Rule)>,
    pub(crate) mode: Mode,
    pub(crate) unknown: Unknown,
    /// The category for rows for which all rules are false.
    pub(crate) otherwise: Option<u8>,
    /// The attributes that the rules ask for, in order.
    pub(crate) attributes: Vec<usize>,
    possible: Possible,
}

impl Classifier {
    /// Reads and checks all rules, and looks for categories that no row can reach.
    ///
    /// # Errors
    /// All faults; categories are looked at for being reached only if there are no others.
    pub fn compile(text: &ClassifierText, attributes: &Attributes) -> Result<Classifier, Vec<ClassifierFault>> {
        let mut faults = Vec::new();
        let mut rules = Vec::new();
        let mut otherwise = None;
        if text.categories.len() > MOST_CATEGORIES {
            return Err(vec![ClassifierFault::TooManyCategories]);
        }
        if matches!(text.unknown, Unknown::Category(place) if place >= text.categories.len()) {
            faults.push(ClassifierFault::UnknownCategory);
        }
        for (number, (category, written)) in (0u8..).zip(text.categories.iter().enumerate()) {
            if text.categories.iter().take(category).any(|earlier| earlier.name == written.name) {
                faults.push(ClassifierFault::Twice { category });
            }
            match &written.rule {
                Some(rule) => match Rule::compile(rule, attributes) {
                    Ok(rule) => rules.push((number, rule)),
                    Err(found) => {
                        faults.extend(found.into_iter().map(|fault| ClassifierFault::Rule { category, fault }));
                    }
                },
                None if text.unknown == Unknown::Category(category) => {}
                None if otherwise.is_none() => otherwise = Some(number),
                None => faults.push(ClassifierFault::SecondWithoutRule { category }),
            }
        }
        let mut asked: Vec<usize> = rules.iter().flat_map(|(_, rule)| rule.attributes().iter().copied()).collect();
        asked.sort_unstable();
        asked.dedup();
        if asked.len() > MOST_ATTRIBUTES {
            faults.push(ClassifierFault::TooManyAttributes);
        }
        if rules.is_empty() && faults.is_empty() {
            faults.push(ClassifierFault::NoRules);
        }
        if !faults.is_empty() {
            return Err(faults);
        }
        let mut classifier = Classifier {
            names: text.categories.iter().map(|category| category.name.clone()).collect(),
            rules,
            mode: text.mode,
            unknown: text.unknown,
            otherwise,
            attributes: asked,
            possible: Possible::default(),
        };
        classifier.possible = possible(&classifier, attributes);
        let lost = classifier.possible.unreachable(classifier.names.len());
        let lost: Vec<_> = lost.into_iter().map(|category| ClassifierFault::Unreachable { category }).collect();
        if lost.is_empty() { Ok(classifier) } else { Err(lost) }
    }

    /// The names of the categories in order.
    pub fn names(&self) -> &[String] {
        &self.names
    }

    /// The name of a category.
    pub fn name(&self, class: Class) -> Option<&str> {
        match class {
            Class::Category(place) => self.names.get(usize::from(place)).map(String::as_str),
            _ => None,
        }
    }

    /// The places of the attributes that the rules ask for, in order. Sets of attributes are given as bits: bit `n`
    /// stands for the attribute at place `n` of this list.
    pub fn attributes(&self) -> &[usize] {
        &self.attributes
    }

    /// The set of those of the given attributes that the rules ask for, as bits.
    pub fn set(&self, places: &[usize]) -> u64 {
        (0u32..).zip(&self.attributes).filter(|(_, place)| places.contains(place)).fold(0, |set, (n, _)| set | 1 << n)
    }

    /// What has been found out about the rules before any row was seen.
    pub fn possible(&self) -> &Possible {
        &self.possible
    }

    /// Makes the classifier ready for a table, which must have been made with the attributes of the rules.
    pub fn on<'r, 't>(&'r self, table: &'t Table<'t>) -> Explainer<'r, 't> {
        Explainer::new(self, table)
    }
}
