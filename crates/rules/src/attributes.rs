//! What a rule may ask about: the attributes of a layout, with their types.

use std::collections::BTreeMap;

/// The largest amount of an integer attribute: that of SQL's `INTEGER`.
pub const INTEGER: i64 = 2_147_483_647;

/// The largest amount of a decimal attribute, counted in its smallest unit.
pub const DECIMAL: i64 = 999_999_999_999;

/// What kind of value an expression has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// A truth value.
    Bool,
    /// A whole number.
    Int,
    /// A number with decimal places, exact.
    Decimal,
    /// Text.
    Text,
    /// A day of the Gregorian calendar.
    Date,
    /// The literal NULL, which fits everywhere.
    Null,
}

/// The type of an attribute.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Type {
    /// A truth value. SQL: `BOOLEAN`.
    Bool,
    /// A whole number between two bounds, both included. SQL: `BIGINT`.
    Int {
        /// The smallest value that can occur.
        least: i64,
        /// The largest value that can occur.
        most: i64,
    },
    /// An exact number with so many decimal places (at most 6). SQL: `DECIMAL(18, places)`.
    Decimal {
        /// The number of decimal places.
        places: u8,
    },
    /// Any text. SQL: `VARCHAR`, compared by its characters.
    Text,
    /// One of these codes. SQL: `VARCHAR`.
    Code(Vec<String>),
    /// A day between the years 1 and 9999. SQL: `DATE`.
    Date,
}

impl Type {
    /// Whole numbers as far as SQL's `INTEGER` goes.
    pub fn int() -> Type {
        Type::Int { least: -INTEGER, most: INTEGER }
    }

    /// The kind of value.
    pub fn kind(&self) -> Kind {
        match self {
            Type::Bool => Kind::Bool,
            Type::Int { .. } => Kind::Int,
            Type::Decimal { .. } => Kind::Decimal,
            Type::Text | Type::Code(_) => Kind::Text,
            Type::Date => Kind::Date,
        }
    }
}

/// One thing that is known about each row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attribute {
    /// The name as rules write it: small letters a–z, digits and `_`, beginning with a letter.
    pub name: String,
    /// What values it has.
    pub kind: Type,
    /// Whether it can be missing.
    pub nullable: bool,
}

impl Attribute {
    /// An attribute that can be missing.
    pub fn new(name: &str, kind: Type) -> Attribute {
        Attribute { name: name.to_owned(), kind, nullable: true }
    }

    /// An attribute that every row has.
    pub fn always(name: &str, kind: Type) -> Attribute {
        Attribute { name: name.to_owned(), kind, nullable: false }
    }
}

/// Why attributes were refused.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum AttributeFault {
    /// The name has other characters than small letters, digits and `_`, or more than 63.
    Name(String),
    /// The name is a word of SQL that some engine keeps for itself.
    Reserved(String),
    /// Two attributes have this name.
    Twice(String),
    /// The bounds, decimal places or codes of this attribute are impossible.
    Type(String),
}

/// The attributes of a layout, in the order of its columns.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attributes {
    list: Vec<Attribute>,
    by_name: BTreeMap<String, usize>,
}

impl Attributes {
    /// Checks names and types.
    ///
    /// # Errors
    /// All faults at once, in the order of the attributes.
    pub fn new(list: Vec<Attribute>) -> Result<Attributes, Vec<AttributeFault>> {
        let mut faults = Vec::new();
        let mut by_name = BTreeMap::new();
        for (index, attribute) in list.iter().enumerate() {
            let name = &attribute.name;
            let mut letters = name.chars();
            let fits = letters.next().is_some_and(|c| c.is_ascii_lowercase())
                && letters.all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_')
                && name.len() <= 63;
            if !fits {
                faults.push(AttributeFault::Name(name.clone()));
            } else if RESERVED.split_whitespace().any(|word| word == name) {
                faults.push(AttributeFault::Reserved(name.clone()));
            }
            if !possible(&attribute.kind) {
                faults.push(AttributeFault::Type(name.clone()));
            }
            if by_name.insert(name.clone(), index).is_some() {
                faults.push(AttributeFault::Twice(name.clone()));
            }
        }
        if faults.is_empty() { Ok(Attributes { list, by_name }) } else { Err(faults) }
    }

    /// The attributes, with those of up to two parents as `parent1_…` and `parent2_…` behind them.
    ///
    /// "One of the parents" is written out in the rule: `parent1_born_abroad OR parent2_born_abroad`. A word of our
    /// own for it would make the text one that no SQL engine understands. A parent about whom nothing is known has
    /// NULL everywhere; that there is no second parent is a fact of its own and needs an attribute of its own.
    ///
    /// # Errors
    /// As [`Attributes::new`]; the names of the parents' attributes are longer by eight letters.
    pub fn with_parents(person: Vec<Attribute>, parent: &[Attribute]) -> Result<Attributes, Vec<AttributeFault>> {
        let mut list = person;
        for prefix in ["parent1_", "parent2_"] {
            list.extend(parent.iter().map(|attribute| Attribute {
                name: format!("{prefix}{}", attribute.name),
                kind: attribute.kind.clone(),
                nullable: true,
            }));
        }
        Attributes::new(list)
    }

    /// All attributes in order.
    pub fn list(&self) -> &[Attribute] {
        &self.list
    }

    /// The attribute at a place.
    pub fn get(&self, index: usize) -> Option<&Attribute> {
        self.list.get(index)
    }

    /// The place of an attribute; capital letters count as small ones, as SQL has it for names without quotes.
    pub fn find(&self, name: &str) -> Option<usize> {
        self.by_name.get(&name.to_ascii_lowercase()).copied()
    }

    /// The known name that was probably meant.
    pub fn nearest(&self, name: &str) -> Option<String> {
        nearest(name, self.list.iter().map(|attribute| attribute.name.as_str()))
    }
}

fn possible(kind: &Type) -> bool {
    match kind {
        Type::Int { least, most } => least <= most && *least >= -INTEGER && *most <= INTEGER,
        Type::Decimal { places } => *places <= 6,
        Type::Code(codes) => !codes.is_empty(),
        Type::Bool | Type::Text | Type::Date => true,
    }
}

/// The known word that was probably meant, if one is near enough; of equally near ones the first.
pub(crate) fn nearest<'a>(given: &str, known: impl IntoIterator<Item = &'a str>) -> Option<String> {
    let given = given.to_lowercase();
    let mut best: Option<(usize, &str)> = None;
    for word in known {
        let distance = strsim::osa_distance(&given, &word.to_lowercase());
        let bearable = (given.chars().count().max(word.chars().count()) / 3).clamp(1, 4);
        if distance <= bearable && best.is_none_or(|(least, _)| distance < least) {
            best = Some((distance, word));
        }
    }
    best.map(|(_, word)| word.to_owned())
}

/// Words that PostgreSQL, DuckDB, MariaDB, SQL Server, Oracle or the standard do not take as names of columns.
const RESERVED: &str = "abs all alter analyse analyze and anti any array as asc asof asymmetric at authorization begin between binary \
    both by case cast check coalesce collate collation column columns concurrently constraint create cross cube \
    current_catalog current_date current_role current_schema current_time current_timestamp current_user date day \
    default deferrable delete desc describe distinct div do drop else end escape except exists explain extract false \
    fetch filter first float for foreign freeze from full function generated glob grant group grouping groups having \
    hour ilike in initially inner insert int integer intersect interval into is isnull join key lambda lateral \
    leading left level like limit localtime localtimestamp lower map match minute mod mode month natural not notnull \
    null number numeric offset on only option or order outer over overlaps partition percent pivot pivot_longer \
    pivot_wider placing position positional precision primary prior procedure public qualify range rank read \
    references regexp release rename repeat replace resource returning right rlike rollup row rownum rows schema \
    second select semi session session_user set show similar size some start struct substring summarize symmetric \
    synonym system_user table tablesample then time timestamp to trailing trigger trim true truncate try_cast tuple \
    uid unbounded union unique unknown unnest unpack unpivot update upper user using validate values variadic \
    verbose view when where window with within year";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_that_some_engine_would_refuse_are_refused() {
        let faults = Attributes::new(vec![
            Attribute::new("Age", Type::int()),
            Attribute::new("order", Type::Bool),
            Attribute::new("sex", Type::Code(vec![])),
            Attribute::new("sex", Type::Text),
            Attribute::new("", Type::Text),
        ])
        .unwrap_err();
        let expected = [
            AttributeFault::Name("Age".to_owned()),
            AttributeFault::Reserved("order".to_owned()),
            AttributeFault::Type("sex".to_owned()),
            AttributeFault::Twice("sex".to_owned()),
            AttributeFault::Name(String::new()),
        ];
        assert_eq!(faults, expected);
    }

    #[test]
    fn parents_stand_behind_the_person() {
        let born = Attribute::always("born_abroad", Type::Bool);
        let attributes = Attributes::with_parents(vec![born.clone()], &[born]).unwrap();
        let names: Vec<_> = attributes.list().iter().map(|a| (a.name.as_str(), a.nullable)).collect();
        assert_eq!(names, [("born_abroad", false), ("parent1_born_abroad", true), ("parent2_born_abroad", true)]);
        assert_eq!(attributes.find("PARENT2_born_abroad"), Some(2));
        assert_eq!(attributes.nearest("parent1_born_abroat").as_deref(), Some("parent1_born_abroad"));
        assert_eq!(attributes.nearest("religion"), None);
    }
}
