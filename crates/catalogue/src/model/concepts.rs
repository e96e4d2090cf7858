//! Concepts by which people are told apart, as definitions that can be executed: what each version asks for, which
//! rule leads to which category, and with which other versions it may be compared.

use rules::{Attribute, AttributeFault, Attributes, Classifier, Rule, Type};

use super::LocalText;
use crate::{
    names::{CategoryCode, ConceptName, VersionName},
    period::Period,
};

/// A concept, `open/concepts/<name>.toml`.
#[derive(Debug, Clone)]
pub struct Concept {
    /// Its name.
    pub name: ConceptName,
    /// Title.
    pub title: LocalText,
    /// What it is recorded for; told wherever it is used (R036).
    pub purpose: LocalText,
    /// What is contested about it.
    pub criticism: LocalText,
    /// What the rules of its versions may ask for.
    pub attributes: Vec<ConceptAttribute>,
    /// Its versions in the order of the file.
    pub versions: Vec<Version>,
}

/// A version of a concept, as variables name it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VersionKey {
    /// The concept.
    pub concept: ConceptName,
    /// Its version.
    pub version: VersionName,
}

/// An attribute that rules may ask for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ConceptAttribute {
    /// Its name in rules and in the heads of files.
    pub name: String,
    /// What it is called.
    pub title: LocalText,
    /// What values it has.
    pub kind: Type,
    /// About whom it is.
    pub of: Whose,
    /// Whether every person has it.
    pub always: bool,
    /// Whether it is known to be weak: often missing, lost or wrong.
    pub weak: bool,
}

/// About whom an attribute is. Those of parents are called `parent1_…` and `parent2_…` in rules.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Whose {
    /// The person.
    Person,
    /// Each of up to two parents.
    Parents,
    /// The person and each parent.
    Both,
}

/// A version of a concept: who counts, according to whom.
#[derive(Debug, Clone)]
pub struct Version {
    /// Its name, unique within the concept.
    pub name: VersionName,
    /// Title.
    pub title: LocalText,
    /// Who has issued it.
    pub issuer: LocalText,
    /// The law or method in which it stands.
    pub source: LocalText,
    /// Where the source can be read.
    pub address: Option<String>,
    /// First period for which it holds.
    pub valid_from: Option<Period>,
    /// Last period for which it holds.
    pub valid_to: Option<Period>,
    /// Whom the statistic covers, in words; everyone if nothing is said.
    pub population: Option<LocalText>,
    /// Whom the statistic covers, as a rule.
    pub covers: Option<Rule>,
    /// Its categories in the order of the file, broader ones among them.
    pub categories: Vec<ConceptCategory>,
    /// The compiled rules; the names of its categories are codes of `categories`.
    pub classifier: Classifier,
    /// How categories share people.
    pub mode: rules::Mode,
    /// What a missing value means.
    pub missing: Missing,
    /// What it cannot tell.
    pub limits: LocalText,
    /// What is contested about this version.
    pub criticism: Option<LocalText>,
    /// What has been said about other versions.
    pub comparable: Vec<Comparison>,
}

/// What becomes of people of whom something is not known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Missing {
    /// They cannot be determined.
    Undeterminable,
    /// What is not known counts as no.
    CountsAsFalse,
    /// They belong to this category.
    Category(CategoryCode),
}

/// A category of a version.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ConceptCategory {
    /// Its code.
    pub code: CategoryCode,
    /// Title.
    pub title: LocalText,
    /// The broader category that it is part of.
    pub parent: Option<CategoryCode>,
    /// Its rule as SQL; none for a broader category, and for the one that takes the rest.
    pub rule: Option<String>,
}

/// What has been said about another version of the same concept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Comparison {
    /// The other version.
    pub with: VersionName,
    /// Whether the two may be compared.
    pub how: Likeness,
    /// Why.
    pub reason: LocalText,
}

/// How like two versions are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Likeness {
    /// They count the same people.
    Same,
    /// They differ so little that both may stand side by side, with a note.
    Similar,
    /// They must not be compared.
    Not,
}

impl Likeness {
    /// The word that stands for it in files.
    pub fn word(self) -> &'static str {
        match self {
            Likeness::Same => "same",
            Likeness::Similar => "similar",
            Likeness::Not => "not",
        }
    }
}

/// Whether figures by two versions may stand together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Comparable<'a> {
    /// They count the same people.
    Same,
    /// They differ little, for this reason.
    Similar {
        /// How they differ.
        reason: &'a LocalText,
    },
    /// They must not be compared: for this reason, or because nobody has said that they may.
    Not {
        /// How they differ, where it has been said.
        reason: Option<&'a LocalText>,
    },
}

impl Concept {
    /// The version of this name.
    pub fn version(&self, name: &VersionName) -> Option<&Version> {
        self.versions.iter().find(|version| version.name == *name)
    }

    /// Whether figures by these two versions may stand together. What one version says about the other holds for
    /// both. Versions about which nothing is said are not comparable: it takes somebody who has looked.
    pub fn comparable(&self, a: &VersionName, b: &VersionName) -> Comparable<'_> {
        if a == b {
            return Comparable::Same;
        }
        let said = |of: &VersionName, with: &VersionName| {
            self.version(of).and_then(|version| version.comparable.iter().find(|other| other.with == *with))
        };
        match said(a, b).or_else(|| said(b, a)) {
            Some(Comparison { how: Likeness::Same, .. }) => Comparable::Same,
            Some(Comparison { how: Likeness::Similar, reason, .. }) => Comparable::Similar { reason },
            Some(Comparison { how: Likeness::Not, reason, .. }) => Comparable::Not { reason: Some(reason) },
            None => Comparable::Not { reason: None },
        }
    }

    /// The attributes as rules see them, those of parents written out.
    ///
    /// # Errors
    /// As [`Attributes::with_parents`]; a concept that has been read has none.
    pub fn attributes(&self) -> Result<Attributes, Vec<AttributeFault>> {
        attributes(&self.attributes)
    }

    /// The attribute that a name in a rule stands for, with the number of the parent whose it is.
    pub fn attribute(&self, name: &str) -> Option<(&ConceptAttribute, Option<u8>)> {
        let of = |name: &str, parent: bool| {
            let takes = move |whose: Whose| whose != if parent { Whose::Person } else { Whose::Parents };
            self.attributes.iter().find(|attribute| attribute.name == name && takes(attribute.of))
        };
        let parent = |prefix: &str, number: u8| Some((of(name.strip_prefix(prefix)?, true)?, Some(number)));
        of(name, false)
            .map(|attribute| (attribute, None))
            .or_else(|| parent("parent1_", 1))
            .or_else(|| parent("parent2_", 2))
    }
}

/// The attributes as rules see them.
pub(crate) fn attributes(list: &[ConceptAttribute]) -> Result<Attributes, Vec<AttributeFault>> {
    let one = |attribute: &ConceptAttribute| Attribute {
        name: attribute.name.clone(),
        kind: attribute.kind.clone(),
        nullable: !attribute.always,
    };
    let of = |not: Whose| list.iter().filter(move |attribute| attribute.of != not).map(one).collect::<Vec<_>>();
    Attributes::with_parents(of(Whose::Parents), &of(Whose::Person))
}

impl Version {
    /// The category of this code.
    pub fn category(&self, code: &str) -> Option<&ConceptCategory> {
        self.categories.iter().find(|category| category.code.as_str() == code)
    }

    /// The broadest category that this one is part of, itself if there is none above it.
    pub fn broadest<'a>(&'a self, category: &'a ConceptCategory) -> &'a ConceptCategory {
        let mut top = category;
        // Reading has refused circles; the bound keeps the promise without it.
        for _ in &self.categories {
            match top.parent.as_ref().and_then(|code| self.category(code.as_str())) {
                Some(parent) => top = parent,
                None => break,
            }
        }
        top
    }
}
