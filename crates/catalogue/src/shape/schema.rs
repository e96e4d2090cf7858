//! JSON Schemas of the definition files, so that editors complete and check while people write.

use serde_json::{Map, Value, json};
use words::{Language, Words};

use super::{Kind, Name, Needed, Table, answers, concepts, corrections, definitions, goals, language, policy, reviews};

/// A schema for each kind of definition file, by the name of the schema's file. Explanations are in German.
pub fn schemas() -> Vec<(&'static str, Value)> {
    let words = Words::new(Language::De);
    files().into_iter().map(|(file, shape)| (file, whole(&words, shape))).collect()
}

/// The shapes of all kinds of files.
pub(crate) fn files() -> [(&'static str, &'static Table); 15] {
    [
        ("monitoring.schema.json", &definitions::MONITORING),
        ("levels.schema.json", &definitions::LEVELS),
        ("areas.schema.json", &definitions::AREAS),
        ("concept.schema.json", &concepts::CONCEPT),
        ("variable.schema.json", &definitions::VARIABLE),
        ("source.schema.json", &definitions::SOURCE),
        ("field.schema.json", &definitions::FIELD),
        ("indicator.schema.json", &definitions::INDICATOR),
        ("goals.schema.json", &goals::GOALS),
        ("answers.schema.json", &answers::ANSWERS),
        ("corrections.schema.json", &corrections::CORRECTIONS),
        ("language.schema.json", &language::LANGUAGE),
        ("review.schema.json", &reviews::REVIEW),
        ("edition.schema.json", &definitions::EDITION),
        ("policy.schema.json", &policy::POLICY),
    ]
}

fn whole(words: &Words, shape: &Table) -> Value {
    let mut schema = json!({
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": words.say(&format!("table-{}", shape.name), &[]),
    });
    if let (Some(schema), Value::Object(table)) = (schema.as_object_mut(), table(words, shape)) {
        schema.extend(table);
    }
    schema
}

fn table(words: &Words, shape: &Table) -> Value {
    let mut properties = Map::new();
    let mut required = Vec::new();
    let mut conditions = Vec::new();
    for key in shape.keys {
        let mut property = kind(words, &key.kind);
        if let Some(property) = property.as_object_mut() {
            let says = words.say(&format!("key-{}-{}", shape.name, key.name), &[]);
            property.insert("description".to_owned(), Value::from(says));
        }
        properties.insert(key.name.to_owned(), property);
        // `with` holds the other key's words; a key that is absent matches no condition.
        let with =
            |other: &str, words: &[&str]| json!({ "properties": { other: { "enum": words } }, "required": [other] });
        let needs = || json!({ "required": [key.name] });
        let forbids = || json!({ "properties": { key.name: false } });
        match key.needed {
            Needed::Always => required.push(key.name),
            Needed::Never => {}
            Needed::With(other, is) => {
                conditions.push(json!({ "if": with(other, is), "then": needs(), "else": forbids() }));
            }
            Needed::OnlyWith(other, is) => conditions.push(json!({ "if": with(other, is), "else": forbids() })),
            Needed::Unless(other, is) => conditions.push(json!({ "if": with(other, is), "else": needs() })),
            Needed::Core => conditions.push(json!({
                "if": { "properties": { "core": { "const": true } }, "required": ["core"] },
                "then": needs(),
            })),
        }
    }
    let mut schema = json!({ "type": "object", "properties": properties, "additionalProperties": false });
    if !required.is_empty() {
        schema["required"] = json!(required);
    }
    if !conditions.is_empty() {
        schema["allOf"] = Value::from(conditions);
    }
    if !shape.either.is_empty() {
        schema["oneOf"] = shape.either.iter().map(|set| either(shape, set)).collect();
    }
    schema
}

/// One of the ways in which a table may be written: these keys, and none of those of the other ways.
fn either(shape: &Table, set: &[&str]) -> Value {
    let others = shape.either.iter().flat_map(|other| other.iter()).filter(|key| !set.contains(key));
    let forbidden: Map<String, Value> = others.map(|key| ((*key).to_owned(), Value::Bool(false))).collect();
    json!({ "required": set, "properties": forbidden })
}

fn kind(words: &Words, of: &Kind) -> Value {
    match of {
        Kind::Local => json!({
            "type": "object",
            "properties": {
                "de": { "type": "string", "pattern": "\\S" },
                "en": { "type": "string", "pattern": "\\S" },
            },
            "required": ["de"],
            "additionalProperties": false,
        }),
        Kind::Line => json!({ "type": "string", "pattern": "\\S" }),
        Kind::Boolean => json!({ "type": "boolean" }),
        Kind::Whole(least, most) => json!({ "type": "integer", "minimum": least, "maximum": most }),
        Kind::OneOf(numbers) => json!({ "type": "integer", "enum": numbers }),
        Kind::Decimal(least, most) => json!({ "type": "number", "minimum": least, "maximum": most }),
        Kind::Word(known) => json!({ "type": "string", "enum": known }),
        Kind::Period => json!({
            "type": "string",
            "pattern": "^[0-9]{4}(-H[12]|-Q[1-4]|-[0-9]{2}(-[0-9]{2})?)?$",
        }),
        Kind::Day => json!({ "type": "string", "pattern": "^[0-9]{2}-[0-9]{2}$" }),
        Kind::Date => json!({ "type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$" }),
        Kind::Name(name) => json!({ "type": "string", "pattern": pattern(*name) }),
        Kind::List(item) => json!({ "type": "array", "items": kind(words, item) }),
        Kind::Map(value) => json!({ "type": "object", "additionalProperties": kind(words, value) }),
        Kind::Group => json!({
            "type": "object",
            "propertyNames": { "pattern": pattern(Name::Variable) },
            "additionalProperties": kind(words, &Kind::Name(Name::Category)),
        }),
        Kind::Table(shape) => table(words, shape),
    }
}

fn pattern(name: Name) -> &'static str {
    match name {
        Name::Area => "^[A-Za-z0-9][A-Za-z0-9._-]*$",
        Name::Level
        | Name::Concept
        | Name::Version
        | Name::Variable
        | Name::Source
        | Name::Measure
        | Name::Indicator
        | Name::Objective
        | Name::Target
        | Name::Term
        | Name::Edition => "^[a-z]([a-z0-9-]*[a-z0-9])?$",
        Name::Category => "^[a-z0-9]([a-z0-9-]*[a-z0-9])?$",
        Name::MeasureKey => "^[a-z]([a-z0-9-]*[a-z0-9])?\\.[a-z]([a-z0-9-]*[a-z0-9])?$",
    }
}
