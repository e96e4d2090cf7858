//! Rules as one SQL expression, for engines that are not this one. The texts of the rules run unchanged; what is added
//! is their order and what becomes of unknown answers.

use crate::{
    attributes::Type,
    classifier::{Class, Classifier, Mode, Unknown},
};

impl Type {
    /// The type as SQL calls it.
    pub fn sql(&self) -> String {
        match self {
            Type::Bool => "BOOLEAN".to_owned(),
            Type::Int { .. } => "BIGINT".to_owned(),
            Type::Decimal { places } => format!("DECIMAL(18, {places})"),
            Type::Text | Type::Code(_) => "VARCHAR".to_owned(),
            Type::Date => "DATE".to_owned(),
        }
    }
}

impl Class {
    /// The number that stands for the class in a question and its answer.
    pub fn number(self) -> i64 {
        match self {
            Class::Category(place) => i64::from(place) + 1,
            Class::Nowhere => 0,
            Class::Undeterminable => -1,
            Class::Contradiction => -2,
        }
    }

    /// The class that a number in the answer of an engine stands for ([`Classifier::sql`]).
    pub fn of_number(number: i64) -> Option<Class> {
        Some(match number {
            0 => Class::Nowhere,
            -1 => Class::Undeterminable,
            -2 => Class::Contradiction,
            category => Class::Category(u8::try_from(category.checked_sub(1)?).ok()?),
        })
    }
}

impl Classifier {
    /// The class of a row as an expression over the attributes, a whole number: one more than the place of the category,
    /// or what [`Class::of_number`] understands.
    pub fn sql(&self) -> String {
        let category = |place: u8| Class::Category(place).number();
        let otherwise = self.otherwise.map_or(Class::Nowhere, Class::Category).number();
        let undeterminable = Class::Undeterminable.number();
        let unknown = match self.unknown {
            Unknown::CountsAsFalse => None,
            Unknown::Undeterminable => Some(undeterminable),
            Unknown::Category(place) => Some(u8::try_from(place).map_or(undeterminable, category)),
        };
        let rules = || self.rules.iter().map(|(place, rule)| (category(*place), in_parentheses(rule.text())));
        let mut cases = String::new();
        match self.mode {
            Mode::FirstMatch => {
                for (class, rule) in rules() {
                    cases += &format!(" WHEN {rule} THEN {class}");
                    cases.extend(unknown.map(|unknown| format!(" WHEN {rule} IS NULL THEN {unknown}")));
                }
            }
            Mode::Exclusive => {
                let held: Vec<String> =
                    rules().map(|(_, rule)| format!("CASE WHEN {rule} THEN 1 ELSE 0 END")).collect();
                cases += &format!(" WHEN {} > 1 THEN {}", held.join(" + "), Class::Contradiction.number());
                cases.extend(rules().map(|(class, rule)| format!(" WHEN {rule} THEN {class}")));
                if let Some(unknown) = unknown {
                    let open: Vec<String> = rules().map(|(_, rule)| format!("{rule} IS NULL")).collect();
                    cases += &format!(" WHEN {} THEN {unknown}", open.join(" OR "));
                }
            }
        }
        format!("CASE{cases} ELSE {otherwise} END")
    }
}

/// A rule inside a longer text; it may end with a comment.
fn in_parentheses(rule: &str) -> String {
    format!("({rule}\n)")
}

#[cfg(test)]
mod tests {
    use crate::{Attribute, Attributes, CategoryText, Class, Classifier, ClassifierText, Mode, Type, Unknown};

    fn sql(mode: Mode, unknown: Unknown) -> String {
        let attributes = Attributes::new(vec![
            Attribute::new("german", Type::Bool),
            Attribute::new("age", Type::Int { least: 0, most: 130 }),
        ])
        .expect("good attributes");
        let category =
            |name: &str, rule: Option<&str>| CategoryText { name: name.to_owned(), rule: rule.map(str::to_owned) };
        let categories = vec![
            category("a", Some("german AND age < 18 -- minors")),
            category("b", Some("german AND age >= 18")),
            category("c", None),
        ];
        let text = ClassifierText { categories, mode, unknown };
        Classifier::compile(&text, &attributes).expect("a good classifier").sql()
    }

    #[test]
    fn order_and_unknown_answers_are_written_out() {
        let (a, b) = ("(german AND age < 18 -- minors\n)", "(german AND age >= 18\n)");
        assert_eq!(
            sql(Mode::FirstMatch, Unknown::Undeterminable),
            format!(
                "CASE WHEN {a} THEN 1 WHEN {a} IS NULL THEN -1 WHEN {b} THEN 2 WHEN {b} IS NULL THEN -1 ELSE 3 END"
            )
        );
        assert_eq!(
            sql(Mode::FirstMatch, Unknown::CountsAsFalse),
            format!("CASE WHEN {a} THEN 1 WHEN {b} THEN 2 ELSE 3 END")
        );
        assert_eq!(
            sql(Mode::Exclusive, Unknown::Undeterminable),
            format!(
                "CASE WHEN CASE WHEN {a} THEN 1 ELSE 0 END + CASE WHEN {b} THEN 1 ELSE 0 END > 1 THEN -2 \
                 WHEN {a} THEN 1 WHEN {b} THEN 2 WHEN {a} IS NULL OR {b} IS NULL THEN -1 ELSE 3 END"
            )
        );
    }

    #[test]
    fn numbers_stand_for_classes() {
        assert_eq!(Class::of_number(0), Some(Class::Nowhere));
        assert_eq!(Class::of_number(-1), Some(Class::Undeterminable));
        assert_eq!(Class::of_number(-2), Some(Class::Contradiction));
        assert_eq!(Class::of_number(1), Some(Class::Category(0)));
        assert_eq!(Class::of_number(-3), None);
        assert_eq!(Class::of_number(400), None);
    }
}
