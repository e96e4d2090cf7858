//! What is known of each person, from the columns of a file: the attributes that rules ask for.

use std::collections::{BTreeMap, HashMap};

use catalogue::model::{Item, MOVES, OF_PARENT, OF_PERSON, OLDEST, Register};
use rules::{Bits, Column, Values};

use super::{
    input::Rows,
    odd::{Odd, Rule},
    parents::{Parent, Parents},
    places::BirthPlaces,
    texts::{self, NO_DAY, NO_KEY, NO_PLACE, Texts, mark},
};
use crate::delivery::words::plain;

/// Nobody who is of age has a legal representative who is a parent.
pub(super) const OF_AGE: i64 = 18;

/// No, yes, not known.
pub(super) const NO: u8 = 0;
pub(super) const YES: u8 = 1;
pub(super) const UNKNOWN: u8 = 2;

/// The key of a citizenship that is not known.
const UNCLEAR: &str = "999";

/// How the texts of a file are read.
pub(super) struct Reading<'a> {
    pub(super) register: &'a Register,
    pub(super) places: &'a BirthPlaces,
    /// Year, month and day of the reference date.
    pub(super) date: (i64, i64, i64),
    /// Places of the areas by what they are called.
    pub(super) areas: &'a HashMap<String, Option<u32>>,
    /// Whether any rule asks in which state of today a state lies.
    pub(super) today: bool,
}

/// A column of values, owned. It is about persons, so there is no `Debug`.
pub(super) enum Own {
    Absent,
    Bool { bits: Vec<u8>, valid: Vec<u8> },
    Int { values: Vec<i64>, valid: Vec<u8> },
    Text { texts: Texts, valid: Vec<u8> },
}

impl Own {
    /// As rules take it.
    pub(super) fn column(&self) -> Option<Column<'_>> {
        let column = |values, valid| Some(Column { values, valid: Some(Bits::new(valid)) });
        match self {
            Own::Absent => None,
            Own::Bool { bits, valid } => column(Values::Bool(Bits::new(bits)), valid),
            Own::Int { values, valid } => column(Values::Int(values), valid),
            Own::Text { texts, valid } => {
                column(Values::Text { places: &texts.places, dictionary: &texts.dictionary }, valid)
            }
        }
    }

    fn truths(truths: &[u8]) -> Own {
        Own::Bool {
            bits: Bits::pack(truths.iter().map(|truth| *truth == YES)),
            valid: Bits::pack(truths.iter().map(|truth| *truth != UNKNOWN)),
        }
    }

    /// Numbers; those below the least are not known.
    fn numbers(values: Vec<i64>, least: i64) -> Own {
        let valid = Bits::pack(values.iter().map(|value| *value >= least));
        Own::Int { values, valid }
    }

    fn texts(texts: Texts) -> Own {
        let valid = Bits::pack(texts.places.iter().map(|place| *place != NO_PLACE));
        Own::Text { texts, valid }
    }
}

/// Some persons, column by column.
pub(super) struct Persons {
    pub(super) len: usize,
    /// The place of each one's area.
    pub(super) areas: Vec<u32>,
    pub(super) keys: Vec<u64>,
    /// In the order of [`OF_PERSON`], and then twice of [`OF_PARENT`].
    pub(super) attributes: Vec<Own>,
    /// Persons with a place of birth of whom it is not known in which state it lies.
    pub(super) unresolved: u64,
    facts: Vec<Parent>,
}

impl Persons {
    /// Reads persons; `parents` are those of the minors, if any rule asks for them.
    pub(super) fn of(rows: &Rows, reading: &Reading<'_>, parents: Option<&Parents>, odd: &mut Odd) -> Persons {
        let mut reader = Reader { rows, reading, odd };
        let keys = reader.keys(Item::Person);
        let areas = reader.areas();
        let (ages, own) = reader.own();
        let unresolved = own.unresolved;
        let facts = own.facts;
        let mut attributes: BTreeMap<&str, Own> = own.attributes;
        if let Some(parents) = parents {
            let representatives = [Item::Representative1, Item::Representative2].map(|item| reader.keys(item));
            let households: Vec<u64> = reader.keys(Item::Household);
            of_parents(parents, &ages, &representatives, &households, &mut attributes);
        }
        let take = |name: String| attributes.remove(name.as_str()).unwrap_or(Own::Absent);
        let names = OF_PERSON.iter().map(|name| (*name).to_owned());
        let prefixed = |prefix: &'static str| OF_PARENT.iter().map(move |name| format!("{prefix}{name}"));
        let attributes = names.chain(prefixed("parent1_")).chain(prefixed("parent2_")).map(take).collect();
        Persons { len: rows.len, areas, keys, attributes, unresolved, facts }
    }

    /// What the children of each person may need to know.
    pub(super) fn as_parents(&self) -> impl Iterator<Item = (u64, Parent)> {
        self.keys.iter().copied().zip(self.facts.iter().copied())
    }
}

/// States as they are today; missing where several took the place of one.
fn of_today(states: &Texts) -> Texts {
    let known: Vec<Option<&str>> = states
        .dictionary
        .iter()
        .map(|key| catalogue::state(key).map_or(Some(key.as_str()), |state| state.today()))
        .collect();
    let place = |place: &u32| if known.get(*place as usize).is_some_and(Option::is_some) { *place } else { NO_PLACE };
    Texts {
        places: states.places.iter().map(place).collect(),
        dictionary: known.iter().map(|key| key.unwrap_or_default().to_owned()).collect(),
    }
}

/// Reads columns.
pub(super) struct Reader<'a, 'o> {
    pub(super) rows: &'a Rows,
    pub(super) reading: &'a Reading<'a>,
    pub(super) odd: &'o mut Odd,
}

/// What a person has without looking at others.
struct OfPerson {
    attributes: BTreeMap<&'static str, Own>,
    facts: Vec<Parent>,
    unresolved: u64,
}

impl Reader<'_, '_> {
    fn head(&self, item: Item) -> &str {
        self.reading.register.columns.iter().find(|column| column.is == item).map_or("", |column| &column.head)
    }

    fn report(&mut self, rule: Rule, item: Item, row: usize) {
        let head = self.head(item).to_owned();
        self.odd.add(rule, &head, self.rows.first + row as u64);
    }

    fn keys(&mut self, item: Item) -> Vec<u64> {
        let read = self.rows.column(item).map(texts::keys);
        let keys = read.flatten().unwrap_or_else(|| vec![NO_KEY; self.rows.len]);
        if item == Item::Person {
            for (row, _) in keys.iter().enumerate().filter(|(_, key)| **key == NO_KEY) {
                self.report(Rule::NoPerson, item, row);
            }
        }
        keys
    }

    /// The texts of a column with their declared meaning; empty ones are missing.
    pub(super) fn texts(&mut self, item: Item) -> Option<Texts> {
        let column = self.reading.register.columns.iter().find(|column| column.is == item)?;
        let raw = Texts::of(self.rows.column(item)?)?;
        let values: HashMap<String, &str> =
            column.values.iter().map(|(text, code)| (plain(text), code.as_str())).collect();
        // The keys of Destatis for "not known" and "not told".
        let unknown: &[&str] = match item {
            Item::Citizenship1 => &[UNCLEAR],
            Item::BirthState | Item::OriginState => &["998", "999"],
            _ => &[],
        };
        let told = |text: &str| if unknown.contains(&text) { String::new() } else { text.to_owned() };
        let meant = |text: &str| values.get(&plain(text)).copied().map_or_else(|| told(text), str::to_owned);
        let mut dictionary: Vec<String> = raw.dictionary.iter().map(|text| meant(text)).collect();
        let of_nothing = meant("");
        let nothing = if of_nothing.is_empty() { NO_PLACE } else { dictionary.len() as u32 };
        let mut places = raw.places;
        for place in &mut places {
            let is_empty = dictionary.get(*place as usize).is_none_or(String::is_empty);
            if is_empty {
                *place = nothing;
            }
        }
        dictionary.push(of_nothing);
        Some(Texts { places, dictionary })
    }

    /// The keys of states of a column. What is no key is a text that nobody has declared; a key that is not in the list,
    /// or of a state that came later, is remarked and stays what it is.
    pub(super) fn states(&mut self, item: Item) -> Option<Texts> {
        let texts = self.texts(item)?;
        let (year, month, day) = self.reading.date;
        let date = format!("{year:04}-{month:02}-{day:02}");
        let odd = |text: &String| match catalogue::state(text) {
            Some(state) if state.has_existed_by(&date) => None,
            Some(_) => Some(Rule::LaterState),
            None if text.len() == 3 && text.bytes().all(|byte| byte.is_ascii_digit()) => Some(Rule::State),
            None => Some(Rule::Value),
        };
        let odd: Vec<Option<Rule>> = texts.dictionary.iter().map(odd).collect();
        if odd.iter().any(Option::is_some) {
            for (row, place) in texts.places.iter().enumerate() {
                if let Some(Some(rule)) = odd.get(*place as usize) {
                    self.report(*rule, item, row);
                }
            }
        }
        Some(texts)
    }

    /// Takes in states, and the states of today if any rule asks for them.
    fn insert_states(
        &self,
        attributes: &mut BTreeMap<&'static str, Own>,
        (name, today): (&'static str, &'static str),
        states: Texts,
    ) {
        if self.reading.today {
            attributes.insert(today, Own::texts(of_today(&states)));
        }
        attributes.insert(name, Own::texts(states));
    }

    /// The texts of a coded column; those that are no code are reported and missing.
    pub(super) fn codes(&mut self, item: Item) -> Option<Texts> {
        let texts = self.texts(item)?;
        let codes = item.codes();
        let known = texts.translate(|text| codes.iter().position(|code| *code == text).map(|at| at as u32));
        let places = self.known(item, &texts, &known, NO_PLACE);
        Some(Texts { places, dictionary: codes.iter().map(|code| (*code).to_owned()).collect() })
    }

    /// What the text of each row stands for; texts that stand for nothing are reported.
    fn known<T: Copy>(&mut self, item: Item, texts: &Texts, known: &[Option<T>], missing: T) -> Vec<T> {
        let mut found = Vec::with_capacity(texts.places.len());
        for (row, place) in texts.places.iter().enumerate() {
            found.push(match known.get(*place as usize) {
                Some(Some(value)) => *value,
                Some(None) => {
                    self.report(Rule::Value, item, row);
                    missing
                }
                None => missing,
            });
        }
        found
    }

    pub(super) fn marks(&mut self, item: Item) -> Option<Vec<u8>> {
        let texts = self.texts(item)?;
        let known = texts.translate(|text| mark(text).map(|yes| if yes { YES } else { NO }));
        Some(self.known(item, &texts, &known, UNKNOWN))
    }

    pub(super) fn areas(&mut self) -> Vec<u32> {
        let Some(texts) = self.texts(Item::Area) else { return vec![0; self.rows.len] };
        let known = texts.translate(|text| self.reading.areas.get(&plain(text)).copied().flatten());
        let mut areas = Vec::with_capacity(self.rows.len);
        for (row, place) in texts.places.iter().enumerate() {
            let area = known.get(*place as usize).copied();
            if let Some(rule) = match area {
                Some(Some(_)) => None,
                Some(None) => Some(Rule::Area),
                None => Some(Rule::NoArea),
            } {
                self.report(rule, Item::Area, row);
            }
            areas.push(area.flatten().unwrap_or(0));
        }
        areas
    }

    pub(super) fn days(&mut self, item: Item) -> Option<Vec<i32>> {
        let (days, odd) = texts::days(self.rows.column(item)?)?;
        // A birth date that is none is reported with those that cannot be.
        for row in odd.into_iter().filter(|_| item != Item::BirthDate) {
            self.report(Rule::Day, item, row);
        }
        Some(days)
    }

    /// The year of a day, and the completed years from it to the reference date (below zero for a day after it);
    /// nothing where the day is missing.
    fn year_and_since(&self, day: i32) -> Option<(i64, i64)> {
        if day == NO_DAY {
            return None;
        }
        let (year, month, day_of_month) = self.reading.date;
        let (y, m, d) = rules::dates::date(i64::from(day));
        Some((y, year - y - i64::from((month, day_of_month) < (m, d))))
    }

    fn ages(&mut self) -> (Vec<i64>, Vec<i32>) {
        let Some(days) = self.days(Item::BirthDate) else {
            return (vec![-1; self.rows.len], vec![NO_DAY; self.rows.len]);
        };
        let mut ages: Vec<i64> = days.iter().map(|day| self.year_and_since(*day).map_or(-1, |of| of.1)).collect();
        for (row, age) in ages.iter_mut().enumerate().filter(|(_, age)| !(0..=OLDEST).contains(*age)) {
            self.report(Rule::BirthDate, Item::BirthDate, row);
            *age = -1;
        }
        (ages, days)
    }

    fn own(&mut self) -> (Vec<i64>, OfPerson) {
        let len = self.rows.len;
        let unknown = || vec![UNKNOWN; len];
        let mut attributes: BTreeMap<&'static str, Own> = BTreeMap::new();
        let has = |item: Item| self.rows.column(item).is_some();
        let has_birth = has(Item::BirthState) || has(Item::BirthPlace);
        let has_birth_date = has(Item::BirthDate);

        let (ages, births) = if has_birth_date { self.ages() } else { (vec![-1; len], vec![NO_DAY; len]) };
        for (name, item) in
            [("sex_entry", Item::Sex), ("sex_assigned", Item::SexAssigned), ("marital_status", Item::MaritalStatus)]
        {
            attributes.extend(self.codes(item).map(|texts| (name, Own::texts(texts))));
        }
        let german = self.citizenships(&mut attributes);
        let by_birth = german.as_ref().and_then(|german| self.by_birth(german));
        let (abroad, unresolved) = if has_birth { self.births(&births, &mut attributes) } else { (unknown(), 0) };
        if let Some(origins) = self.states(Item::OriginState) {
            self.insert_states(&mut attributes, ("origin_state", "origin_state_today"), origins);
        }
        let years: Option<Vec<i64>> = self.days(Item::ImmigrationDate).map(|moves| {
            let of = |day: &i32| match self.year_and_since(*day) {
                Some((year, stay)) => {
                    let year = if (MOVES.0..=MOVES.1).contains(&year) { year } else { 0 };
                    (year, if stay > OLDEST { -1 } else { stay })
                }
                None => (0, -1),
            };
            let (years, stay): (Vec<i64>, Vec<i64>) = moves.iter().map(of).unzip();
            attributes.insert("immigration_year", Own::numbers(years.clone(), MOVES.0));
            attributes.insert("years_of_stay", Own::numbers(stay, 0));
            years
        });
        let naturalised = self.marks(Item::NaturalisationMark);
        for (name, marks) in
            [("option_mark", self.marks(Item::OptionMark)), ("resettler_mark", self.marks(Item::ResettlerMark))]
        {
            attributes.extend(marks.map(|marks| (name, Own::truths(&marks))));
        }
        if let Some(texts) = self.codes(Item::Residence) {
            let truth = |place: &u32| if *place == NO_PLACE { UNKNOWN } else { u8::from(*place == 0) };
            let main: Vec<u8> = texts.places.iter().map(truth).collect();
            attributes.insert("main_residence", Own::truths(&main));
        }
        for (name, truths) in [
            ("german", &german),
            ("german_by_birth", &by_birth),
            ("naturalisation_mark", &naturalised),
            ("born_abroad", &has_birth.then(|| abroad.clone())),
        ] {
            attributes.extend(truths.as_ref().map(|truths| (name, Own::truths(truths))));
        }
        if has_birth_date {
            attributes.insert("age", Own::numbers(ages.clone(), 0));
        }

        let households = self.keys(Item::Household);
        let truth = |truths: &Option<Vec<u8>>, row: usize| truths.as_ref().map_or(UNKNOWN, |truths| truths[row]);
        let facts = (0..len).map(|row| Parent {
            household: households[row],
            moved: years.as_ref().map_or(0, |years| years[row] as u16),
            german: truth(&german, row),
            by_birth: truth(&by_birth, row),
            abroad: abroad[row],
            naturalised: truth(&naturalised, row),
        });
        let facts = facts.collect();
        (ages, OfPerson { attributes, facts, unresolved })
    }

    /// The first two citizenships; whether one of all is German.
    fn citizenships(&mut self, attributes: &mut BTreeMap<&'static str, Own>) -> Option<Vec<u8>> {
        let first = self.states(Item::Citizenship1)?;
        let second = self.states(Item::Citizenship2);
        let third = self.states(Item::Citizenship3);
        let is_german = |texts: &Texts| texts.translate(|text| Some(text == "000"));
        let german_first = is_german(&first);
        let of = |known: &[Option<bool>], texts: &Texts, row: usize| {
            known.get(texts.places[row] as usize).copied().flatten()
        };
        let others: Vec<(&Texts, Vec<Option<bool>>)> =
            [&second, &third].into_iter().flatten().map(|texts| (texts, is_german(texts))).collect();
        let german = (0..first.places.len()).map(|row| {
            let other = others.iter().any(|(texts, known)| of(known, texts, row) == Some(true));
            match of(&german_first, &first, row) {
                _ if other => YES,
                Some(german) => u8::from(german),
                None => UNKNOWN,
            }
        });
        let german = german.collect();
        if let Some(mut second) = second {
            // Where the first is told and no second, there is none. A second that is not clear is another thing.
            let none = second.dictionary.len() as u32;
            second.dictionary.push("none".to_owned());
            let unclear: Vec<bool> = second.dictionary.iter().map(|text| text == UNCLEAR).collect();
            for (place, first) in second.places.iter_mut().zip(&first.places) {
                *place = match *place {
                    NO_PLACE if *first != NO_PLACE => none,
                    own if unclear.get(own as usize) == Some(&true) => NO_PLACE,
                    own => own,
                }
            }
            self.insert_states(attributes, ("citizenship_2", "citizenship_2_today"), second);
        }
        self.insert_states(attributes, ("citizenship_1", "citizenship_1_today"), first);
        Some(german)
    }

    fn by_birth(&mut self, german: &[u8]) -> Option<Vec<u8>> {
        let kinds = self.codes(Item::GermanKind)?;
        let of = |(german, kind): (&u8, &u32)| match (*german, *kind) {
            (NO, _) => NO,
            (YES, 0) => YES,
            (YES, 1) => NO,
            _ => UNKNOWN,
        };
        Some(german.iter().zip(&kinds.places).map(of).collect())
    }

    /// State of birth, whether it lies abroad, whether it was German territory then. The entered state wins; where it
    /// is empty, what has been confirmed about the place.
    fn births(&mut self, births: &[i32], attributes: &mut BTreeMap<&'static str, Own>) -> (Vec<u8>, u64) {
        let len = self.rows.len;
        let mut states = self.states(Item::BirthState).unwrap_or_else(|| Texts::empty(len));
        let places = self.texts(Item::BirthPlace);
        let mut abroad = states.translate(|state| Some(state != "000"));
        // For each spelling the state, and the day before which what is there now was German territory.
        let known: Vec<Option<(u32, i32)>> = match &places {
            None => Vec::new(),
            Some(places) => {
                let mut known = Vec::new();
                for spelling in &places.dictionary {
                    known.push(self.reading.places.find(spelling).map(|place| {
                        let state = place.state.as_ref().map(|state| {
                            states.dictionary.push(state.clone());
                            abroad.push(Some(state != "000"));
                            states.dictionary.len() as u32 - 1
                        });
                        let before = place.former_before.and_then(|year| rules::dates::day(i64::from(year), 1, 1));
                        (state.unwrap_or(NO_PLACE), before.unwrap_or(i32::MIN))
                    }));
                }
                known
            }
        };
        let (mut truths, mut former) = (Vec::with_capacity(len), vec![UNKNOWN; len]);
        let mut unresolved = 0;
        for row in 0..len {
            let spelling = places.as_ref().map(|places| places.places[row]).filter(|place| *place != NO_PLACE);
            let confirmed = spelling.and_then(|place| known.get(place as usize).copied().flatten());
            let entered = states.places[row];
            if let (NO_PLACE, Some((state, _))) = (entered, confirmed) {
                states.places[row] = state;
            }
            let truth = match (abroad.get(states.places[row] as usize).copied().flatten(), confirmed) {
                (Some(true), _) | (None, Some(_)) => YES,
                (Some(false), _) => NO,
                (None, None) => UNKNOWN,
            };
            unresolved += u64::from(truth == UNKNOWN && spelling.is_some());
            truths.push(truth);
            former[row] = match confirmed {
                Some((_, before)) if births[row] != NO_DAY => u8::from(births[row] < before),
                // Who was born in today's Germany was not born in former territory.
                _ if truth == NO => NO,
                _ => UNKNOWN,
            };
        }
        attributes.insert("birth_state", Own::texts(states));
        attributes.insert("former_territory", Own::truths(&former));
        (truths, unresolved)
    }
}

/// What is known of the parents of minors, by their legal representatives. A representative who is not in the file
/// lives elsewhere; where only one is named, no other lives in the household. Nothing is known about the parents of
/// people who are of age.
fn of_parents(
    parents: &Parents,
    ages: &[i64],
    representatives: &[Vec<u64>; 2],
    households: &[u64],
    attributes: &mut BTreeMap<&str, Own>,
) {
    const NAMES: [[&str; 6]; 2] = [
        [
            "parent1_german",
            "parent1_german_by_birth",
            "parent1_born_abroad",
            "parent1_naturalisation_mark",
            "parent1_in_household",
            "parent1_immigration_year",
        ],
        [
            "parent2_german",
            "parent2_german_by_birth",
            "parent2_born_abroad",
            "parent2_naturalisation_mark",
            "parent2_in_household",
            "parent2_immigration_year",
        ],
    ];
    let len = ages.len();
    for (own, names) in representatives.iter().zip(NAMES) {
        let mut truths: [Vec<u8>; 5] = std::array::from_fn(|_| vec![UNKNOWN; len]);
        let mut moved = vec![0; len];
        for row in (0..len).filter(|row| (0..OF_AGE).contains(&ages[*row])) {
            if representatives.iter().all(|own| own[row] == NO_KEY) {
                continue;
            }
            let Some(parent) = parents.find(own[row]) else {
                truths[4][row] = NO;
                continue;
            };
            let known = [parent.german, parent.by_birth, parent.abroad, parent.naturalised];
            truths.iter_mut().zip(known).for_each(|(truths, known)| truths[row] = known);
            truths[4][row] = match (parent.household, households[row]) {
                (NO_KEY, _) | (_, NO_KEY) => UNKNOWN,
                (parent, child) => u8::from(parent == child),
            };
            moved[row] = i64::from(parent.moved);
        }
        for (name, truths) in names.iter().zip(&truths) {
            attributes.insert(name, Own::truths(truths));
        }
        attributes.insert(names[5], Own::numbers(moved, MOVES.0));
    }
}
