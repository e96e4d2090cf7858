//! Counting elsewhere: the same facts from the answers of another engine.

use std::{collections::BTreeSet, sync::Arc};

use arrow_array::{ArrayRef, StringArray};
use catalogue::model::Item;
use rules::Class;
use serde_json::Value;

use super::{
    Counting, Date, PARENT_ITEMS, areas,
    count::{BaseCell, Counts, Plan},
    input::Rows,
    items,
    odd::Odd,
    persons::{NO, Reader, Reading, UNKNOWN},
    question::{self, Asked, Layout, Meanings},
    texts::{NO_DAY, NO_PLACE, Texts},
};
use crate::Engine;

/// There was no answer, or none that was understood. Why is not told: it could hold a value.
pub(super) struct Unanswered;

/// What the columns of codes are called in a question.
const CODED: [(Item, &str); 5] = [
    (Item::Sex, "sex"),
    (Item::SexAssigned, "sex_told"),
    (Item::MaritalStatus, "marital"),
    (Item::GermanKind, "german_kind"),
    (Item::Residence, "residence"),
];
const MARKS: [(Item, &str); 3] =
    [(Item::OptionMark, "option"), (Item::NaturalisationMark, "naturalisation"), (Item::ResettlerMark, "resettler")];
const STATES: [(Item, &str); 5] = [
    (Item::Citizenship1, "first_citizenship"),
    (Item::Citizenship2, "second_citizenship"),
    (Item::Citizenship3, "third_citizenship"),
    (Item::BirthState, "entered_state"),
    (Item::OriginState, "origin"),
];

/// An engine, and the file that it is asked about.
struct Conversation<'a> {
    engine: &'a Engine<'a>,
    file: &'a str,
}

impl Conversation<'_> {
    /// All rows of the answer.
    fn ask(&self, sql: &str, mut take: impl FnMut(&[Value]) -> Option<()>) -> Result<(), Unanswered> {
        let question = serde_json::json!({ "file": self.file, "sql": sql }).to_string();
        let answer = (self.engine)(&question).ok_or(Unanswered)?;
        let mut whole = false;
        for line in answer.lines() {
            match serde_json::from_str(line) {
                Ok(Value::Array(row)) if !whole => take(&row).ok_or(Unanswered)?,
                Ok(Value::String(end)) if end == "end" => whole = true,
                _ => return Err(Unanswered),
            }
        }
        if whole { Ok(()) } else { Err(Unanswered) }
    }

    /// All texts of a column, each once, in the order of their characters.
    fn texts(&self, head: &str) -> Result<Vec<Option<String>>, Unanswered> {
        let mut texts = BTreeSet::new();
        self.ask(&question::texts_of(head), |row| {
            match row {
                [Value::Null] => texts.insert(None),
                [Value::String(text)] => texts.insert(Some(text.clone())),
                _ => return None,
            };
            Some(())
        })?;
        Ok(texts.into_iter().collect())
    }
}

impl Counting<'_> {
    /// The counts of a file.
    pub(super) fn counts_elsewhere(
        &self,
        engine: &Engine<'_>,
        file: &str,
        plan: &Plan<'_>,
        date: Date,
    ) -> Result<Counts, Unanswered> {
        let conversation = Conversation { engine, file };
        let columns = self.input.heads().ok_or(Unanswered)?;
        let attributes = plan.attributes();
        let parents = attributes.iter().any(|name| name.starts_with("parent"));
        let of_persons = items(&attributes);
        let of_parents = PARENT_ITEMS.iter().copied().filter(|_| parents);
        let wanted: BTreeSet<Item> = of_persons.iter().copied().chain(of_parents).collect();
        let columns: Vec<_> = columns.into_iter().filter(|column| wanted.contains(&column.item)).collect();

        let areas = areas(self.catalogue);
        let reading = Reading { register: self.register, places: self.places, date, areas: &areas, today: false };
        let mut meanings = Vec::new();
        for column in columns.iter().filter(|column| !column.is_day && !is_key(column.item)) {
            let texts = conversation.texts(&column.head)?;
            meanings.push(meanings_of(&reading, column.item, &texts)?);
        }
        let birth = [Item::BirthState, Item::BirthPlace].iter().any(|item| of_persons.contains(item));
        let (classes, absent) = plan.classes();
        let asked = Asked { classes, who: plan.who(), absent, parents, birth };
        let text_keys = columns.iter().any(|column| is_key(column.item) && column.is_text);
        let heads: Vec<(Item, String)> = columns.into_iter().map(|column| (column.item, column.head)).collect();
        let layout = Layout { heads: &heads, meanings: &meanings, text_keys, date };

        let mut counts = plan.begin();
        let mut classes = vec![Class::Nowhere; asked.classes.len()];
        let mut who = vec![false; asked.who.len()];
        conversation.ask(&question::base_cells(&layout, &asked), |row| {
            let [area, rest @ .., unresolved, persons] = row else { return None };
            if rest.len() != classes.len() + who.len() {
                return None;
            }
            for (class, number) in classes.iter_mut().zip(rest) {
                *class = Class::of_number(number.as_i64()?)?;
            }
            for (who, number) in who.iter_mut().zip(&rest[classes.len()..]) {
                *who = number.as_i64()? == 1;
            }
            plan.add(
                &BaseCell {
                    area: u32::try_from(area.as_u64()?)
                        .ok()
                        .filter(|area| (*area as usize) < self.catalogue.areas.len())?,
                    classes: &classes,
                    who: &who,
                    unresolved: unresolved.as_i64()? == 1,
                    persons: persons.as_u64()?,
                },
                &mut counts,
            )
        })?;
        Ok(counts)
    }
}

fn is_key(item: Item) -> bool {
    matches!(item, Item::Person | Item::Household | Item::Representative1 | Item::Representative2)
}

/// What the texts of a column mean, by the code that reads columns.
fn meanings_of(reading: &Reading<'_>, item: Item, texts: &[Option<String>]) -> Result<Meanings, Unanswered> {
    let column: ArrayRef = Arc::new(StringArray::from(texts.to_vec()));
    let rows = Rows::of_column(item, column);
    // What is odd was remarked when the file was received.
    let mut odd = Odd::default();
    let mut reader = Reader { rows: &rows, reading, odd: &mut odd };
    let null = || "NULL".to_owned();
    let name_of = |names: &[(Item, &'static str)]| names.iter().find(|(own, _)| *own == item).map(|(_, name)| *name);
    let values_of = |told: &Texts| -> Vec<Vec<String>> {
        let value = |place: &u32| match told.dictionary.get(*place as usize).filter(|_| *place != NO_PLACE) {
            Some(text) => vec![question::text(text)],
            None => vec![null()],
        };
        told.places.iter().map(value).collect()
    };
    let (names, values): (Vec<(&'static str, &'static str)>, Vec<Vec<String>>) = match item {
        Item::Area => (vec![("area", "BIGINT")], reader.areas().iter().map(|area| vec![area.to_string()]).collect()),
        Item::BirthDate | Item::ImmigrationDate => {
            let name = if item == Item::BirthDate { "birth_date" } else { "immigration_date" };
            let days = reader.days(item).ok_or(Unanswered)?;
            let day = |day: &i32| match *day {
                NO_DAY => vec![null()],
                day => {
                    let (year, month, day) = rules::dates::date(i64::from(day));
                    vec![format!("'{year:04}-{month:02}-{day:02}'")]
                }
            };
            (vec![(name, "DATE")], days.iter().map(day).collect())
        }
        Item::BirthPlace => {
            let told = reader.texts(item).ok_or(Unanswered)?;
            let of = |place: &u32| {
                let spelling = told.dictionary.get(*place as usize).filter(|_| *place != NO_PLACE);
                let confirmed = spelling.and_then(|spelling| reading.places.find(spelling));
                let state = confirmed.and_then(|place| place.state.as_deref());
                // Who was born anywhere else was born there before no year.
                let before = confirmed.map(|place| place.former_before.unwrap_or(i16::MIN).to_string());
                vec![
                    spelling.is_some().to_string().to_uppercase(),
                    confirmed.is_some().to_string().to_uppercase(),
                    state.map_or_else(null, question::text),
                    before.unwrap_or_else(null),
                ]
            };
            let names = vec![
                ("spelled", "BOOLEAN"),
                ("confirmed", "BOOLEAN"),
                ("confirmed_state", "VARCHAR"),
                ("former_before", "BIGINT"),
            ];
            (names, told.places.iter().map(of).collect())
        }
        item => {
            if let Some(name) = name_of(&CODED) {
                (vec![(name, "VARCHAR")], values_of(&reader.codes(item).ok_or(Unanswered)?))
            } else if let Some(name) = name_of(&STATES) {
                (vec![(name, "VARCHAR")], values_of(&reader.states(item).ok_or(Unanswered)?))
            } else if let Some(name) = name_of(&MARKS) {
                let truth = |mark: &u8| match *mark {
                    UNKNOWN => vec![null()],
                    mark => vec![(mark != NO).to_string().to_uppercase()],
                };
                (vec![(name, "BOOLEAN")], reader.marks(item).ok_or(Unanswered)?.iter().map(truth).collect())
            } else {
                return Err(Unanswered);
            }
        }
    };
    Ok(Meanings { item, names, texts: texts.iter().cloned().zip(values).collect() })
}
