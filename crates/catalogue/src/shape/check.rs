//! Checks a file against its shape: every key known, present where needed, and of the right type.

use super::{Key, Kind, Needed, Table};
use crate::{
    document::{Document, Entry, Node, Value},
    nearest,
    period::Period,
    remark::{Place, Remark, Word},
};

/// Checks a file. `english` says whether texts must stand in English, too.
pub(crate) fn check(document: &Document<'_>, shape: &'static Table, english: bool, remarks: &mut Vec<Remark>) {
    Checker { path: document.path, english, remarks }.table(&document.root, shape);
}

struct Checker<'a> {
    path: &'a str,
    english: bool,
    remarks: &'a mut Vec<Remark>,
}

/// Whether the condition of a key holds; unknown if what it depends on is itself wrong.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Holds {
    Yes,
    No,
    Unknown,
}

impl Checker<'_> {
    fn place(&self, node: &Node) -> Place {
        place(self.path, node)
    }

    fn key_place(&self, entry: &Entry) -> Place {
        Place::Span(self.path.to_owned(), entry.key_span)
    }

    fn table(&mut self, node: &Node, shape: &'static Table) {
        if !matches!(node.value, Value::Table(_)) {
            return self.wrong_type(node, "table");
        }
        // What a misspelt key was meant to be is not missing as well.
        let meant: Vec<&str> = node.entries().iter().filter_map(|entry| near_key(&entry.key, shape)).collect();
        for entry in node.entries() {
            match shape.keys.iter().find(|key| key.name == entry.key) {
                None => {
                    let remark = Remark::error("unknown-key", self.key_place(entry)).with("key", &*entry.key);
                    self.remarks.push(hinted(remark, near_key(&entry.key, shape)));
                }
                Some(key) if misplaced(node, shape, key) => {
                    let (other, words) = condition(key.needed).unwrap_or(("", &[]));
                    let remark = Remark::error("misplaced-key", self.key_place(entry)).with("key", &*entry.key);
                    self.remarks.push(remark.with("other", other).with("words", quoted(words)));
                }
                Some(Key { name, kind: Kind::Local, .. }) if meant.contains(name) => self.local(&entry.node, &[]),
                Some(key) => self.value(&entry.node, &key.kind),
            }
        }
        for key in shape.keys.iter().filter(|key| node.get(key.name).is_none() && !meant.contains(&key.name)) {
            self.missing(node, shape, key);
        }
        let full = |set: &&&[&str]| set.iter().all(|key| node.get(key).is_some());
        let touched = |set: &&&[&str]| set.iter().any(|key| node.get(key).is_some());
        if !shape.either.is_empty()
            && (shape.either.iter().filter(full).count() != 1 || shape.either.iter().filter(touched).count() != 1)
        {
            let ways: Vec<String> = shape.either.iter().map(|set| set.join(" + ")).collect();
            self.remarks.push(Remark::error("either", self.place(node)).with("ways", ways.join(" | ")));
        }
    }

    fn missing(&mut self, node: &Node, shape: &'static Table, key: &Key) {
        let place = self.place(node);
        match key.needed {
            Needed::Never | Needed::OnlyWith(..) => {}
            Needed::Core => {
                if matches!(node.get("core"), Some(Node { value: Value::Boolean(true), .. })) {
                    self.remarks.push(Remark::error("core-incomplete", place).with("key", key.name).hinted());
                }
            }
            Needed::Always => self.missing_key(place, key),
            Needed::With(..) if holds(node, shape, key.needed) == Holds::Yes => self.missing_key(place, key),
            Needed::Unless(..) if holds(node, shape, key.needed) == Holds::No => self.missing_key(place, key),
            Needed::With(..) | Needed::Unless(..) => {}
        }
    }

    fn missing_key(&mut self, place: Place, key: &Key) {
        let written = match key.kind {
            Kind::Local => format!("{}.de", key.name),
            Kind::List(Kind::Table(_)) => format!("[[{}]]", key.name),
            _ => key.name.to_owned(),
        };
        self.remarks.push(Remark::error("missing-key", place).with("key", written));
    }

    fn value(&mut self, node: &Node, kind: &'static Kind) {
        match (kind, &node.value) {
            (Kind::Local, Value::Table(_)) => {
                self.local(node, if self.english { &["de", "en"] } else { &["de"] });
            }
            (Kind::Local, _) => self.wrong_type(node, "local"),
            (Kind::Line, Value::Text(text)) => self.not_empty(node, text),
            (Kind::Line, _) => self.wrong_type(node, "text"),
            (Kind::Boolean, Value::Boolean(_)) => {}
            (Kind::Boolean, _) => self.wrong_type(node, "boolean"),
            (Kind::Whole(least, most), Value::Whole(number)) => {
                if !number.is_some_and(|number| (*least..=*most).contains(&number)) {
                    self.out_of_range(node, *least, *most);
                }
            }
            (Kind::OneOf(numbers), Value::Whole(number)) => {
                if !number.is_some_and(|number| numbers.contains(&number)) {
                    let ways: Vec<String> = numbers.iter().map(i64::to_string).collect();
                    self.remarks.push(Remark::error("either", self.place(node)).with("ways", ways.join(" | ")));
                }
            }
            (Kind::Whole(..) | Kind::OneOf(_), _) => self.wrong_type(node, "whole"),
            (Kind::Decimal(least, most), Value::Whole(_) | Value::Fraction(_)) => {
                let number = match node.value {
                    Value::Fraction(number) => number,
                    // Beyond what fits into the type, a number is out of any range.
                    Value::Whole(number) => number.map_or(f64::INFINITY, |number| number as f64),
                    _ => f64::NAN,
                };
                // What is not a number lies in no range.
                if !(*least as f64..=*most as f64).contains(&number) {
                    self.out_of_range(node, *least, *most);
                }
            }
            (Kind::Decimal(..), _) => self.wrong_type(node, "number"),
            (Kind::Word(words), Value::Text(text)) => self.word(node, words, text),
            (Kind::Word(_), _) => self.wrong_type(node, "text"),
            (Kind::Period, Value::Text(text)) if text.parse::<Period>().is_ok() => {}
            (Kind::Period, _) => self.wrong_type(node, "period"),
            (Kind::Day, Value::Text(text)) if day(text).is_some() => {}
            (Kind::Day, _) => self.wrong_type(node, "day"),
            (Kind::Date, Value::Text(text)) if is_date(text) => {}
            (Kind::Date, _) => self.wrong_type(node, "date"),
            (Kind::Name(super::Name::MeasureKey), Value::Text(text)) if !text.contains('.') => {
                self.wrong_type(node, "measure-key");
            }
            (Kind::Name(name), Value::Text(text)) => {
                if let Err(suggestion) = name.check(text) {
                    let remark = Remark::error("bad-name", self.place(node)).with("name", &**text);
                    self.remarks.push(hinted(remark, suggestion.as_deref()));
                }
            }
            // A key of an area without quotes loses its leading zeros.
            (Kind::Name(super::Name::Area), Value::Whole(_)) => self.wrong_type(node, "code"),
            (Kind::Name(_), _) => self.wrong_type(node, "text"),
            (Kind::List(kind), Value::List(items)) => items.iter().for_each(|item| self.value(item, kind)),
            (Kind::List(Kind::Table(_)), _) => self.wrong_type(node, "tables"),
            (Kind::List(_), _) => self.wrong_type(node, "list"),
            (Kind::Map(kind), Value::Table(entries)) => entries.iter().for_each(|entry| self.value(&entry.node, kind)),
            (Kind::Group, Value::Table(entries)) => entries.iter().for_each(|entry| self.group_entry(entry)),
            (Kind::Map(_) | Kind::Group, _) => self.wrong_type(node, "table"),
            (Kind::Table(shape), _) => self.table(node, shape),
        }
    }

    fn local(&mut self, node: &Node, needed: &[&str]) {
        for entry in node.entries() {
            match (&*entry.key, &entry.node.value) {
                ("de" | "en", Value::Text(text)) => self.not_empty(&entry.node, text),
                ("de" | "en", _) => self.wrong_type(&entry.node, "text"),
                _ => {
                    let remark = Remark::error("unknown-key", self.key_place(entry)).with("key", &*entry.key);
                    self.remarks.push(hinted(remark, nearest(&entry.key, ["de", "en"])));
                }
            }
        }
        for language in needed.iter().filter(|language| node.get(language).is_none()) {
            let rule = "missing-translation";
            self.remarks.push(Remark::error(rule, self.place(node)).with("language", *language));
        }
    }

    fn not_empty(&mut self, node: &Node, text: &str) {
        if text.trim().is_empty() {
            self.remarks.push(Remark::error("empty-text", self.place(node)));
        }
    }

    fn word(&mut self, node: &Node, words: &'static [&'static str], text: &str) {
        if !words.contains(&text) {
            let remark = Remark::error("unknown-word", self.place(node)).with("word", text);
            let remark = remark.with("known", quoted(words));
            self.remarks.push(hinted(remark, nearest(text, words.iter().copied())));
        }
    }

    fn group_entry(&mut self, entry: &Entry) {
        if let Err(suggestion) = super::Name::Variable.check(&entry.key) {
            let remark = Remark::error("bad-name", self.key_place(entry)).with("name", &*entry.key);
            self.remarks.push(hinted(remark, suggestion.as_deref()));
        }
        self.value(&entry.node, &Kind::Name(super::Name::Category));
    }

    fn out_of_range(&mut self, node: &Node, least: i64, most: i64) {
        let remark = Remark::error("out-of-range", self.place(node));
        self.remarks.push(remark.with("least", Word::Count(least)).with("most", Word::Count(most)));
    }

    fn wrong_type(&mut self, node: &Node, expected: &'static str) {
        let remark = Remark::error("wrong-type", self.place(node));
        self.remarks.push(remark.with("expected", expected));
    }
}

/// The key that an unknown one was probably meant to be.
fn near_key(given: &str, shape: &Table) -> Option<&'static str> {
    let keys = || shape.keys.iter().map(|key| key.name);
    if keys().any(|key| key == given) {
        return None;
    }
    // German keys are what people write who know only the titles of the pages.
    let translated = match given.to_lowercase().as_str() {
        "titel" | "bezeichnung" => "title",
        "frage" => "question",
        "begründung" | "begruendung" | "grund" => "reason",
        "einheit" => "unit",
        "schluessel" => "code",
        "zaehler" => "numerator",
        "nenner" => "denominator",
        "art" => "kind",
        "ebene" => "level",
        "ebenen" => "levels",
        "quelle" => "source",
        "adressat" => "audience",
        "adressaten" => "audiences",
        "verfahren" => "method",
        "mindestfallzahl" => "minimum-frequency",
        _ => "",
    };
    keys().find(|key| *key == translated).or_else(|| nearest(given, keys()))
}

/// The place of a value; the outermost table stands for its file.
pub(crate) fn place(path: &str, node: &Node) -> Place {
    if node.span.end == 0 { Place::File(path.to_owned()) } else { Place::Span(path.to_owned(), node.span) }
}

/// With the hint "did you mean", if something is near.
pub(crate) fn hinted(remark: Remark, near: Option<&str>) -> Remark {
    match near {
        Some(near) => remark.with("near", near).hinted(),
        None => remark,
    }
}

/// Words as they are written in a definition file.
fn quoted(words: &[&str]) -> String {
    let words: Vec<String> = words.iter().map(|word| format!("\"{}\"", word.replace('\t', "\\t"))).collect();
    words.join(", ")
}

/// Month and day of `12-31`.
pub(crate) fn day(text: &str) -> Option<(u8, u8)> {
    // 2024 is a leap year, in which every day exists.
    match format!("2024-{text}").parse::<Period>().ok()?.part() {
        crate::period::Part::Day(month, day) => Some((month, day)),
        _ => None,
    }
}

/// Whether a text is a single day.
fn is_date(text: &str) -> bool {
    text.parse::<Period>().is_ok_and(|period| matches!(period.part(), crate::period::Part::Day(..)))
}

fn condition(needed: Needed) -> Option<(&'static str, &'static [&'static str])> {
    match needed {
        Needed::With(other, words) | Needed::OnlyWith(other, words) | Needed::Unless(other, words) => {
            Some((other, words))
        }
        Needed::Always | Needed::Never | Needed::Core => None,
    }
}

fn misplaced(node: &Node, shape: &'static Table, key: &Key) -> bool {
    matches!(key.needed, Needed::With(..) | Needed::OnlyWith(..)) && holds(node, shape, key.needed) == Holds::No
}

fn holds(node: &Node, shape: &'static Table, needed: Needed) -> Holds {
    let Some((other, words)) = condition(needed) else { return Holds::Unknown };
    let Some(other) = shape.keys.iter().find(|key| key.name == other) else { return Holds::Unknown };
    let known = |word: &str| matches!(other.kind, Kind::Word(known) if known.contains(&word));
    match node.get(other.name) {
        None if matches!(other.needed, Needed::Always) => Holds::Unknown,
        None => Holds::No,
        Some(node) => match node.as_text() {
            Some(word) if words.contains(&word) => Holds::Yes,
            Some(word) if known(word) => Holds::No,
            _ => Holds::Unknown,
        },
    }
}
