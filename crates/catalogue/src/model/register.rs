//! An extract of the population register: one row a person, one file a reference date.

use std::collections::BTreeMap;

use rules::{Attribute, Attributes, Rule, Type};

use super::Format;
use crate::names::{MeasureName, VariableName};

/// How the files of a register are laid out, and what is counted from them: `[register]` of a source.
#[derive(Debug, Clone, PartialEq)]
pub struct Register {
    /// CSV or Parquet.
    pub format: Format,
    /// For how many days after the reference date or the receipt, whichever is later, the files are kept.
    pub keep_days: u32,
    /// What the columns mean.
    pub columns: Vec<RegisterColumn>,
    /// What is counted.
    pub counts: Vec<RegisterCount>,
}

/// A column and what it means.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RegisterColumn {
    /// Head as written in the file.
    pub head: String,
    /// What it holds.
    pub is: Item,
    /// What its texts stand for; the empty text may be among them.
    pub values: BTreeMap<String, String>,
}

/// What is counted: the persons for whom a rule is true, by variables that follow concepts.
#[derive(Debug, Clone, PartialEq)]
pub struct RegisterCount {
    /// The measure.
    pub measure: MeasureName,
    /// Who counts; everyone if nothing is said. A person of whom it is not known is not counted.
    pub who: Option<Rule>,
    /// The variables by which people are told apart, sorted.
    pub by: Vec<VariableName>,
}

/// What a column of a register holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Item {
    /// The key of the person within the file: a number or a text.
    Person,
    /// The area in which the person lives: block, statistical district …
    Area,
    /// The reference date, the same in all rows.
    ReferenceDate,
    /// The day of birth; unknown days and months are `00`.
    BirthDate,
    /// The entry about sex.
    Sex,
    /// How people whose entry is "diverse" or who have none are counted where two groups are told apart.
    SexAssigned,
    /// Marital status.
    MaritalStatus,
    /// Key of the first citizenship.
    Citizenship1,
    /// Key of the second citizenship.
    Citizenship2,
    /// Key of the third citizenship.
    Citizenship3,
    /// Kind of the German citizenship: by birth, or acquired.
    GermanKind,
    /// Place of birth, free text.
    BirthPlace,
    /// Key of the state of birth.
    BirthState,
    /// Key of the state from which the person moved in.
    OriginState,
    /// Day of the last move to Germany.
    ImmigrationDate,
    /// Option mark of the old citizenship law.
    OptionMark,
    /// Note on naturalisation.
    NaturalisationMark,
    /// Note on late resettlement.
    ResettlerMark,
    /// Main or secondary residence.
    Residence,
    /// Household or address: people who share it live together.
    Household,
    /// Key of the first legal representative.
    Representative1,
    /// Key of the second legal representative.
    Representative2,
}

impl Item {
    /// All items with the words that stand for them in files.
    const ALL: [(Item, &'static str); 22] = [
        (Item::Person, "person"),
        (Item::Area, "area"),
        (Item::ReferenceDate, "reference-date"),
        (Item::BirthDate, "birth-date"),
        (Item::Sex, "sex"),
        (Item::SexAssigned, "sex-assigned"),
        (Item::MaritalStatus, "marital-status"),
        (Item::Citizenship1, "citizenship-1"),
        (Item::Citizenship2, "citizenship-2"),
        (Item::Citizenship3, "citizenship-3"),
        (Item::GermanKind, "german-kind"),
        (Item::BirthPlace, "birth-place"),
        (Item::BirthState, "birth-state"),
        (Item::OriginState, "origin-state"),
        (Item::ImmigrationDate, "immigration-date"),
        (Item::OptionMark, "option-mark"),
        (Item::NaturalisationMark, "naturalisation-mark"),
        (Item::ResettlerMark, "resettler-mark"),
        (Item::Residence, "residence"),
        (Item::Household, "household"),
        (Item::Representative1, "representative-1"),
        (Item::Representative2, "representative-2"),
    ];

    /// The words, in the order of the items.
    pub(crate) const WORDS: &'static [&'static str] = &Item::words();

    const fn words() -> [&'static str; 22] {
        let mut words = [""; 22];
        let mut at = 0;
        while at < words.len() {
            words[at] = Item::ALL[at].1;
            at += 1;
        }
        words
    }

    /// The item of a word.
    pub fn of(word: &str) -> Option<Item> {
        Item::ALL.iter().find(|(_, own)| *own == word).map(|(item, _)| *item)
    }

    /// The word that stands for it in files.
    pub fn word(self) -> &'static str {
        Item::ALL.iter().find(|(item, _)| *item == self).map_or("", |(_, word)| word)
    }

    /// Without these columns nobody can be counted.
    pub const NEEDED: [Item; 4] = [Item::Person, Item::Area, Item::ReferenceDate, Item::BirthDate];

    /// The codes that its texts are translated to; none if it is not coded.
    pub fn codes(self) -> &'static [&'static str] {
        match self {
            Item::Sex => &["female", "male", "diverse", "none"],
            Item::SexAssigned => &["female", "male"],
            Item::MaritalStatus => MARITAL_STATUS,
            Item::GermanKind => &["birth", "acquired"],
            Item::OptionMark | Item::NaturalisationMark | Item::ResettlerMark => &["yes", "no"],
            Item::Residence => &["main", "secondary"],
            _ => &[],
        }
    }
}

const MARITAL_STATUS: &[&str] =
    &["single", "married", "widowed", "divorced", "partnership", "partnership-ended", "partner-died"];

/// What rules can ask for about each person of a register.
pub const OF_PERSON: [&str; 22] = [
    "age",
    "sex_entry",
    "sex_assigned",
    "marital_status",
    "german",
    "citizenship_1",
    "citizenship_2",
    "german_by_birth",
    "born_abroad",
    "birth_state",
    "former_territory",
    "origin_state",
    "immigration_year",
    "years_of_stay",
    "naturalisation_mark",
    "option_mark",
    "resettler_mark",
    "main_residence",
    "citizenship_1_today",
    "citizenship_2_today",
    "birth_state_today",
    "origin_state_today",
];

/// How attributes end that say in which state of today a state lies. Where that can be several, nothing is known.
pub const TODAY: &str = "_today";

/// What is known of the parents of minors.
pub const OF_PARENT: [&str; 6] =
    ["german", "german_by_birth", "born_abroad", "immigration_year", "naturalisation_mark", "in_household"];

/// The oldest age and the longest stay in years; the first and the last year of a move.
pub const OLDEST: i64 = 130;
/// The years in which a move can lie.
pub const MOVES: (i64, i64) = (1850, 2100);

/// Whether an attribute is the key of a state.
fn is_state(name: &str) -> bool {
    matches!(name, "citizenship_1" | "citizenship_2" | "birth_state" | "origin_state")
}

/// The type of an attribute of a register.
pub fn register_type(name: &str) -> Option<Type> {
    let name = name.strip_suffix(TODAY).filter(|name| is_state(name)).unwrap_or(name);
    let codes = |item: Item| Type::Code(item.codes().iter().map(|code| (*code).to_owned()).collect());
    Some(match name {
        "age" | "years_of_stay" => Type::Int { least: 0, most: OLDEST },
        "immigration_year" => Type::Int { least: MOVES.0, most: MOVES.1 },
        "sex_entry" => codes(Item::Sex),
        "sex_assigned" => codes(Item::SexAssigned),
        "marital_status" => codes(Item::MaritalStatus),
        name if is_state(name) => Type::Text,
        "german"
        | "german_by_birth"
        | "born_abroad"
        | "former_territory"
        | "naturalisation_mark"
        | "option_mark"
        | "resettler_mark"
        | "main_residence"
        | "in_household" => Type::Bool,
        _ => return None,
    })
}

/// The columns from which an attribute of a person, or of a parent, follows; any of these sets is enough.
pub fn items_of(attribute: &str, of_parent: bool) -> Vec<Vec<Item>> {
    use Item::*;
    let ways: &[&[Item]] = match attribute.strip_suffix(TODAY).unwrap_or(attribute) {
        "age" => &[&[BirthDate]],
        "sex_entry" => &[&[Sex]],
        "sex_assigned" => &[&[SexAssigned]],
        "marital_status" => &[&[MaritalStatus]],
        "german" | "citizenship_1" => &[&[Citizenship1]],
        "citizenship_2" => &[&[Citizenship2]],
        "german_by_birth" => &[&[GermanKind, Citizenship1]],
        "born_abroad" | "birth_state" => &[&[BirthState], &[BirthPlace]],
        "former_territory" => &[&[BirthPlace]],
        "origin_state" => &[&[OriginState]],
        "immigration_year" | "years_of_stay" => &[&[ImmigrationDate]],
        "naturalisation_mark" => &[&[NaturalisationMark]],
        "option_mark" => &[&[OptionMark]],
        "resettler_mark" => &[&[ResettlerMark]],
        "main_residence" => &[&[Residence]],
        "in_household" => &[&[Household]],
        _ => &[],
    };
    let link = of_parent.then_some(Representative1);
    ways.iter().map(|way| way.iter().copied().chain(link).collect()).collect()
}

/// What rules about a register can ask for, in the order of [`OF_PERSON`] and twice [`OF_PARENT`].
pub fn register_attributes() -> Attributes {
    let list = |names: &[&str]| -> Vec<Attribute> {
        names.iter().filter_map(|name| Some(Attribute::new(name, register_type(name)?))).collect()
    };
    // The names are those above; a test holds that they are good ones.
    Attributes::with_parents(list(&OF_PERSON), &list(&OF_PARENT)).unwrap_or_else(|faults| unreachable!("{faults:?}"))
}

/// Whether a concept can use an attribute of a register as it is: the same kind of values, and room for all of them.
pub(crate) fn fits(concept: &Type, register: &Type) -> bool {
    match (concept, register) {
        (Type::Int { least, most }, Type::Int { least: own_least, most: own_most }) => {
            least <= own_least && most >= own_most
        }
        (Type::Code(codes), Type::Code(own)) => own.iter().all(|code| codes.contains(code)),
        (Type::Text, Type::Text | Type::Code(_)) | (Type::Bool, Type::Bool) => true,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_attribute_has_a_type_and_a_good_name() {
        let attributes = register_attributes();
        assert_eq!(attributes.list().len(), OF_PERSON.len() + 2 * OF_PARENT.len());
        assert_eq!(attributes.find("parent2_in_household"), Some(OF_PERSON.len() + 2 * OF_PARENT.len() - 1));
    }

    #[test]
    fn every_item_is_found_by_its_word() {
        for word in Item::WORDS {
            assert_eq!(Item::of(word).map(Item::word), Some(*word));
        }
        assert_eq!(Item::of("religion"), None);
    }
}
