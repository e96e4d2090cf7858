//! From the texts of areas and categories to their place in the code list.

use std::collections::{BTreeSet, HashMap};

use catalogue::{Catalogue, model::Variable};

use super::words::plain;

/// What a text is found to be.
#[derive(Clone, Copy, PartialEq, Eq)]
#[cfg_attr(test, derive(Debug))]
pub(super) enum Found {
    /// This place of the code list.
    One(u32),
    /// This place, after its lost leading zeros were restored.
    Restored(u32),
    /// Several things are called so.
    Several,
    /// Nothing.
    Unknown,
}

/// A code list with all texts that are understood.
pub(super) struct Codes {
    /// The weight of the reading and the place; none if several places claim the text with equal right.
    texts: HashMap<String, (u8, Option<u32>)>,
    /// Lengths of codes that are digits only, for lost leading zeros.
    lengths: BTreeSet<usize>,
    /// Codes and names, for "did you mean".
    pub(super) known: Vec<String>,
}

// A code is always itself, then come declared aliases, then names.
const CODE: u8 = 0;
const ALIAS: u8 = 1;
const NAME: u8 = 2;

impl Codes {
    fn new() -> Codes {
        Codes { texts: HashMap::new(), lengths: BTreeSet::new(), known: Vec::new() }
    }

    fn add(&mut self, text: &str, weight: u8, place: u32) {
        let entry = self.texts.entry(plain(text)).or_insert((weight, Some(place)));
        if weight < entry.0 {
            *entry = (weight, Some(place));
        } else if weight == entry.0 && entry.1 != Some(place) {
            entry.1 = None;
        }
    }

    /// The areas of a catalogue by code, alias, name, and code with name.
    pub(super) fn of_areas(catalogue: &Catalogue) -> Codes {
        let mut codes = Codes::new();
        for (place, area) in catalogue.areas.iter().enumerate() {
            let place = place as u32;
            let code = area.code.as_str();
            codes.add(code, CODE, place);
            area.aliases.iter().for_each(|alias| codes.add(alias, ALIAS, place));
            codes.known.extend(area.aliases.iter().cloned());
            codes.add(&area.name, NAME, place);
            codes.add(&format!("{code} {}", area.name), NAME, place);
            if code.bytes().all(|b| b.is_ascii_digit()) {
                codes.lengths.insert(code.len());
            }
            codes.known.push(area.name.clone());
        }
        codes
    }

    /// The whole (0) and the categories (from 1) of a variable by code, alias and title.
    pub(super) fn of_variable(variable: &Variable) -> Codes {
        let mut codes = Codes::new();
        for (place, category) in variable.categories.iter().enumerate() {
            let place = place as u32 + 1;
            codes.add(category.code.as_str(), CODE, place);
            category.aliases.iter().for_each(|alias| codes.add(alias, ALIAS, place));
            codes.known.extend(category.aliases.iter().cloned());
            codes.add(&category.title.de, NAME, place);
            category.title.en.iter().for_each(|title| codes.add(title, NAME, place));
            codes.known.push(category.code.as_str().to_owned());
            codes.known.push(category.title.de.clone());
        }
        variable.whole_aliases.iter().for_each(|alias| codes.add(alias, ALIAS, 0));
        codes.add(&variable.whole.de, NAME, 0);
        variable.whole.en.iter().for_each(|whole| codes.add(whole, NAME, 0));
        codes.known.push(variable.whole.de.clone());
        codes
    }

    /// Finds a text.
    pub(super) fn find(&self, text: &str) -> Found {
        let text = plain(text);
        match self.texts.get(&text) {
            Some((_, Some(place))) => return Found::One(*place),
            Some((_, None)) => return Found::Several,
            None => {}
        }
        if text.is_empty() || !text.bytes().all(|b| b.is_ascii_digit()) {
            return Found::Unknown;
        }
        let mut restored = self.lengths.iter().filter(|length| **length > text.len()).filter_map(|length| {
            match self.texts.get(&format!("{text:0>length$}")) {
                Some((CODE, place)) => *place,
                _ => None,
            }
        });
        match (restored.next(), restored.next()) {
            (Some(place), None) => Found::Restored(place),
            (Some(_), Some(_)) => Found::Several,
            (None, _) => Found::Unknown,
        }
    }

    /// A known text near to this one. Codes that are digits say nothing about each other, so texts without a letter
    /// have no neighbour.
    pub(super) fn near(&self, text: &str) -> Option<&str> {
        if !text.chars().any(char::is_alphabetic) {
            return None;
        }
        catalogue::nearest(text.trim(), self.known.iter().map(String::as_str))
    }
}
