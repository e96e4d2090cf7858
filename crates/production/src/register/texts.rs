//! Columns of a register as they are worked with: texts as places in a dictionary, days, keys.

use std::{
    collections::HashMap,
    hash::{DefaultHasher, Hash, Hasher},
};

use arrow_array::{Array, ArrayRef, cast::AsArray, types};
use arrow_schema::DataType;

use crate::delivery::words::plain;

/// The place of a text that is not there; the day of a date that is not there; the key of nobody.
pub(super) const NO_PLACE: u32 = u32::MAX;
pub(super) const NO_DAY: i32 = i32::MIN;
pub(super) const NO_KEY: u64 = u64::MAX;

/// Texts, each once, and for each row the place of its own. They are about persons, so there is no `Debug`.
#[derive(Default)]
pub(super) struct Texts {
    pub(super) places: Vec<u32>,
    pub(super) dictionary: Vec<String>,
}

impl Texts {
    /// A column without a text.
    pub(super) fn empty(rows: usize) -> Texts {
        Texts { places: vec![NO_PLACE; rows], dictionary: Vec::new() }
    }

    /// The texts of a column of texts, numbers, truth values or days, without spaces at their ends; nothing for a
    /// column of another kind.
    pub(super) fn of(column: &ArrayRef) -> Option<Texts> {
        if let Some(dictionary) = column.as_dictionary_opt::<types::Int32Type>() {
            let own = Texts::of(dictionary.values())?;
            let keys = dictionary.keys();
            let place = |row: usize| match keys.is_null(row) {
                true => NO_PLACE,
                false => usize::try_from(keys.value(row)).map_or(NO_PLACE, |at| own.places[at]),
            };
            return Some(Texts { places: (0..keys.len()).map(place).collect(), dictionary: own.dictionary });
        }
        let mut texts = Gatherer::default();
        match column.data_type() {
            DataType::Utf8 => column.as_string::<i32>().iter().for_each(|cell| texts.push(cell)),
            DataType::LargeUtf8 => column.as_string::<i64>().iter().for_each(|cell| texts.push(cell)),
            DataType::Boolean => column.as_boolean().iter().for_each(|cell| {
                texts.push(cell.map(|yes| if yes { "true" } else { "false" }));
            }),
            DataType::Null => (0..column.len()).for_each(|_| texts.push(None)),
            _ => numbers(column)?.into_iter().for_each(|number| texts.number(number)),
        }
        Some(texts.texts)
    }

    /// Translates each text; what cannot be translated is reported with the first row in which it stands, and missing.
    pub(super) fn translate<T: Copy>(&self, translate: impl Fn(&str) -> Option<T>) -> Vec<Option<T>> {
        self.dictionary.iter().map(|text| translate(text)).collect()
    }
}

#[derive(Default)]
struct Gatherer {
    texts: Texts,
    known: HashMap<String, u32>,
    numbers: HashMap<i64, u32>,
}

impl Gatherer {
    fn push(&mut self, cell: Option<&str>) {
        let place = match cell.map(str::trim) {
            None => NO_PLACE,
            Some(text) => match self.known.get(text) {
                Some(place) => *place,
                None => self.add(text.to_owned()),
            },
        };
        self.texts.places.push(place);
    }

    fn number(&mut self, number: Option<i64>) {
        let place = match number {
            None => NO_PLACE,
            Some(number) => match self.numbers.get(&number) {
                Some(place) => *place,
                None => {
                    let place = self.add(number.to_string());
                    self.numbers.insert(number, place);
                    place
                }
            },
        };
        self.texts.places.push(place);
    }

    fn add(&mut self, text: String) -> u32 {
        let place = self.texts.dictionary.len() as u32;
        self.texts.dictionary.push(text.clone());
        self.known.insert(text, place);
        place
    }
}

/// Whole numbers of any width.
fn numbers(column: &ArrayRef) -> Option<Vec<Option<i64>>> {
    Some(match column.data_type() {
        DataType::Int8 => column.as_primitive::<types::Int8Type>().iter().map(|n| n.map(i64::from)).collect(),
        DataType::Int16 => column.as_primitive::<types::Int16Type>().iter().map(|n| n.map(i64::from)).collect(),
        DataType::Int32 => column.as_primitive::<types::Int32Type>().iter().map(|n| n.map(i64::from)).collect(),
        DataType::Int64 => column.as_primitive::<types::Int64Type>().iter().collect(),
        DataType::UInt8 => column.as_primitive::<types::UInt8Type>().iter().map(|n| n.map(i64::from)).collect(),
        DataType::UInt16 => column.as_primitive::<types::UInt16Type>().iter().map(|n| n.map(i64::from)).collect(),
        DataType::UInt32 => column.as_primitive::<types::UInt32Type>().iter().map(|n| n.map(i64::from)).collect(),
        _ => return None,
    })
}

/// Keys of persons or households. Equal texts have equal keys; that two different ones among 20 million share a key
/// of 64 bits happens once in a hundred thousand files. The empty text is nobody.
pub(super) fn keys(column: &ArrayRef) -> Option<Vec<u64>> {
    if column.data_type() == &DataType::Int64 {
        let column = column.as_primitive::<types::Int64Type>();
        if column.null_count() == 0 {
            return Some(column.values().iter().map(|number| *number as u64).collect());
        }
        return Some(column.iter().map(|number| number.map_or(NO_KEY, |number| number as u64)).collect());
    }
    if let Some(numbers) = numbers(column) {
        return Some(numbers.into_iter().map(|number| number.map_or(NO_KEY, |number| number as u64)).collect());
    }
    let of = |text: &str| match text.trim() {
        "" => NO_KEY,
        text => {
            let mut hasher = DefaultHasher::new();
            text.hash(&mut hasher);
            hasher.finish().min(NO_KEY - 1)
        }
    };
    if let Some(column) = column.as_string_opt::<i32>() {
        return Some(column.iter().map(|cell| cell.map_or(NO_KEY, of)).collect());
    }
    let texts = Texts::of(column)?;
    let known: Vec<u64> = texts.dictionary.iter().map(|text| of(text)).collect();
    Some(texts.places.iter().map(|place| known.get(*place as usize).copied().unwrap_or(NO_KEY)).collect())
}

/// Days since 1970-01-01, and for each row whether something stands there that is no day.
pub(super) fn days(column: &ArrayRef) -> Option<(Vec<i32>, Vec<usize>)> {
    if let Some(column) = column.as_primitive_opt::<types::Date32Type>() {
        return Some((column.iter().map(|day| day.unwrap_or(NO_DAY)).collect(), Vec::new()));
    }
    let texts = Texts::of(column)?;
    let known: Vec<Option<i32>> = texts.dictionary.iter().map(|text| day(text)).collect();
    let (mut days, mut odd) = (Vec::with_capacity(texts.places.len()), Vec::new());
    for (row, place) in texts.places.iter().enumerate() {
        let found = known.get(*place as usize).copied();
        if found == Some(None) && !texts.dictionary[*place as usize].is_empty() {
            odd.push(row);
        }
        days.push(found.flatten().unwrap_or(NO_DAY));
    }
    Some((days, odd))
}

/// A day as offices write it: `2024-12-31`, `31.12.2024`, `20241231`. Where month or day are not known they write
/// zeros; then the middle of the year or month is taken, which is wrong by half of it at most.
pub(super) fn day(text: &str) -> Option<i32> {
    let digits = |part: &str| match part.bytes().all(|byte| byte.is_ascii_digit()) {
        true => part.parse::<i64>().ok(),
        false => None,
    };
    let (year, month, day) = match text.as_bytes() {
        [_, _, _, _, b'-', _, _, b'-', _, _] => (text.get(..4)?, text.get(5..7)?, text.get(8..)?),
        [_, _, b'.', _, _, b'.', _, _, _, _] => (text.get(6..)?, text.get(3..5)?, text.get(..2)?),
        [_, _, _, _, _, _, _, _] => (text.get(..4)?, text.get(4..6)?, text.get(6..)?),
        _ => return None,
    };
    let (year, month, day) = (digits(year)?, digits(month)?, digits(day)?);
    match (month, day) {
        (0, 0) => rules::dates::day(year, 7, 1),
        (month, 0) => rules::dates::day(year, month, 15),
        (month, day) => rules::dates::day(year, month, day),
    }
}

/// Whether a mark is there, as offices write it.
pub(super) fn mark(text: &str) -> Option<bool> {
    match plain(text).as_str() {
        "yes" | "ja" | "j" | "1" | "true" | "x" => Some(true),
        "no" | "nein" | "n" | "0" | "false" => Some(false),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use arrow_array::{Date32Array, Int32Array, StringArray};

    use super::*;

    #[test]
    fn days_are_read_as_offices_write_them() {
        let known = rules::dates::day(1980, 2, 29);
        assert!(known.is_some());
        for text in ["1980-02-29", "29.02.1980", "19800229"] {
            assert_eq!(day(text), known, "{text}");
        }
        assert_eq!(day("1950-00-00"), rules::dates::day(1950, 7, 1));
        assert_eq!(day("00.05.1950"), rules::dates::day(1950, 5, 15));
        for text in ["", "1981-02-29", "29/02/1980", "1980", "1950-00-07", "1980-02-2x", "ä980-02-2"] {
            assert_eq!(day(text), None, "{text}");
        }
        let column: ArrayRef = Arc::new(StringArray::from(vec![Some("1980-02-29"), Some("bald"), None, Some("")]));
        assert_eq!(days(&column), Some((vec![known.unwrap_or(0), NO_DAY, NO_DAY, NO_DAY], vec![1])));
        let column: ArrayRef = Arc::new(Date32Array::from(vec![Some(3), None]));
        assert_eq!(days(&column), Some((vec![3, NO_DAY], vec![])));
    }

    #[test]
    fn numbers_and_texts_have_places_and_keys() {
        let column: ArrayRef = Arc::new(StringArray::from(vec![Some(" a "), None, Some("b"), Some("a"), Some("")]));
        let texts = Texts::of(&column).unwrap_or_default();
        assert_eq!(texts.places, [0, NO_PLACE, 1, 0, 2]);
        assert_eq!(texts.dictionary, ["a", "b", ""]);
        let of_texts = keys(&column).unwrap_or_default();
        assert_eq!(of_texts[0], of_texts[3]);
        assert_eq!((of_texts[1], of_texts[4]), (NO_KEY, NO_KEY));
        assert_ne!(of_texts[0], of_texts[2]);
        let column: ArrayRef = Arc::new(Int32Array::from(vec![Some(7), None]));
        assert_eq!(keys(&column), Some(vec![7, NO_KEY]));
        assert_eq!(Texts::of(&column).unwrap_or_default().dictionary, ["7"]);
    }
}
