//! What unresolved spellings of places of birth could mean: suggestions with a score, for people to confirm. Nothing
//! that stands here is used in counting; a spelling counts when somebody has written it into the table.

use std::collections::{BTreeMap, HashMap};

use catalogue::model::{Item, Register};

use super::{
    input::{Input, Unreadable},
    places::BirthPlaces,
    texts::{NO_PLACE, Texts},
};
use crate::delivery::words::plain;

/// The heads of the suggestions. The first three are those of the table, so that a confirmed line can be moved there.
const HEADS: &str = "spelling;state;former-before;persons;score;because;like";

/// Entries of the state that are none: not known, not told.
const NOT_TOLD: [&str; 3] = ["", "998", "999"];

/// So many persons must have entered a state before their entries say something of those who have not.
const ENOUGH: u64 = 3;

/// Less alike is no suggestion.
const ALIKE: f64 = 0.85;

/// What is known of a spelling that nobody has confirmed.
#[derive(Default)]
struct Seen {
    /// Persons without a state, for whom it would be needed.
    persons: u64,
    /// How many entered which state beside it.
    entered: BTreeMap<String, u64>,
}

/// Spellings that nobody has confirmed, gathered over extracts.
#[derive(Default)]
pub(crate) struct Unresolved {
    seen: BTreeMap<String, Seen>,
}

impl Unresolved {
    /// Adds those of an extract.
    ///
    /// # Errors
    /// The extract cannot be read.
    pub(super) fn add(&mut self, input: &Input, register: &Register, places: &BirthPlaces) -> Result<(), Unreadable> {
        let states = register.columns.iter().find(|column| column.is == Item::BirthState);
        let values: HashMap<String, &str> =
            states.iter().flat_map(|column| &column.values).map(|(text, code)| (plain(text), code.as_str())).collect();
        for part in 0..input.parts() {
            input.read(part, &[Item::BirthPlace, Item::BirthState], |rows| {
                let texts = |item| rows.column(item).and_then(Texts::of);
                let Some(spellings) = texts(Item::BirthPlace) else { return };
                let states = texts(Item::BirthState).unwrap_or_else(|| Texts::empty(rows.len));
                let open: Vec<Option<String>> = spellings
                    .dictionary
                    .iter()
                    .map(|spelling| Some(plain(spelling)).filter(|own| !own.is_empty() && places.find(own).is_none()))
                    .collect();
                for (spelling, state) in spellings.places.iter().zip(&states.places) {
                    let Some(Some(spelling)) = open.get(*spelling as usize) else { continue };
                    let state = if *state == NO_PLACE { "" } else { states.dictionary[*state as usize].as_str() };
                    let state = values.get(&plain(state)).copied().unwrap_or(state);
                    let seen = self.seen.entry(spelling.clone()).or_default();
                    match NOT_TOLD.contains(&state) {
                        true => seen.persons += 1,
                        false => *seen.entered.entry(state.to_owned()).or_default() += 1,
                    }
                }
            })?;
        }
        Ok(())
    }

    /// Spellings for which a state is needed.
    pub(crate) fn len(&self) -> usize {
        self.seen.values().filter(|seen| seen.persons > 0).count()
    }

    /// The suggestions, those for most persons first. Spellings stand in small letters.
    pub(crate) fn suggestions(&self, places: &BirthPlaces) -> String {
        let mut known: Vec<(String, &str, &str)> = places
            .all()
            .map(|(spelling, place)| (normal(spelling), spelling, place.state.as_deref().unwrap_or("abroad")))
            .collect();
        known.sort_unstable();
        let mut open: Vec<(&String, &Seen)> = self.seen.iter().filter(|(_, seen)| seen.persons > 0).collect();
        open.sort_by_key(|(_, seen)| std::cmp::Reverse(seen.persons));
        let mut text = format!("{HEADS}\n");
        for (spelling, seen) in open {
            let said = from_entries(seen).or_else(|| from_spelling(spelling, &known));
            let (state, score, because, like) = said.unwrap_or_default();
            let score = if because.is_empty() { String::new() } else { format!("{score:.2}") };
            let spelling = spelling.replace([';', '"'], " ");
            text += &format!("{spelling};{state};;{};{score};{because};{like}\n", seen.persons);
        }
        text
    }
}

/// State, score from 0 to 1, what it comes from, and the confirmed spelling that is alike.
type Suggestion<'a> = (String, f64, &'static str, &'a str);

/// The state that most of those who were born at a place of this spelling have entered; the score is their share.
fn from_entries<'a>(seen: &Seen) -> Option<Suggestion<'a>> {
    let all: u64 = seen.entered.values().sum();
    let (state, most) = seen.entered.iter().max_by_key(|(state, number)| (**number, std::cmp::Reverse(*state)))?;
    (all >= ENOUGH && 2 * most > all).then(|| (state.clone(), *most as f64 / all as f64, "entered", ""))
}

/// The state of the confirmed spelling that is most alike; the score is the similarity after Jaro and Winkler of what
/// is left when umlauts are written out and additions are left away.
fn from_spelling<'a>(spelling: &str, known: &[(String, &'a str, &str)]) -> Option<Suggestion<'a>> {
    let own = normal(spelling);
    let score = |other: &str| if other == own { 1.0 } else { strsim::jaro_winkler(other, &own) };
    let scored = known.iter().map(|(normal, spelling, state)| (score(normal), spelling, state));
    let (score, like, state) = scored.max_by(|one, other| one.0.total_cmp(&other.0).then(other.1.cmp(one.1)))?;
    (score >= ALIKE).then(|| ((*state).to_owned(), score, "spelling", *like))
}

/// Umlauts written out, what follows a comma, stroke or bracket left away, letters only.
fn normal(spelling: &str) -> String {
    let place = spelling.split([',', '/', '(']).next().unwrap_or_default();
    let mut normal = String::with_capacity(place.len());
    for letter in place.chars().flat_map(char::to_lowercase) {
        match letter {
            'ä' => normal.push_str("ae"),
            'ö' => normal.push_str("oe"),
            'ü' => normal.push_str("ue"),
            'ß' => normal.push_str("ss"),
            letter if letter.is_alphanumeric() => normal.push(letter),
            _ => {}
        }
    }
    normal
}

#[cfg(test)]
mod tests {
    use super::*;

    fn places() -> BirthPlaces {
        let text = "spelling;state;former-before\nKöln;000;\nFrankfurt/Main;000;\nBreslau;152;1946\n";
        BirthPlaces::read("b.csv", text, &mut Vec::new())
    }

    fn suggested(spelling: &str, persons: u64, entered: &[(&str, u64)]) -> String {
        let entered = entered.iter().map(|(state, number)| ((*state).to_owned(), *number)).collect();
        let seen = BTreeMap::from([(spelling.to_owned(), Seen { persons, entered })]);
        let text = Unresolved { seen }.suggestions(&places());
        text.lines().nth(1).unwrap_or_default().to_owned()
    }

    #[test]
    fn what_others_have_entered_says_more_than_the_spelling() {
        assert_eq!(suggested("wroclaw", 4, &[("152", 9), ("163", 1)]), "wroclaw;152;;4;0.90;entered;");
        assert_eq!(suggested("koeln", 4, &[("152", 2)]), "koeln;000;;4;1.00;spelling;köln");
        assert_eq!(suggested("frankfurt a. m.", 1, &[]).split(';').nth(1), Some("000"));
    }

    #[test]
    fn where_nothing_is_alike_nothing_is_suggested() {
        assert_eq!(suggested("timbuktu", 2, &[("152", 2), ("163", 2)]), "timbuktu;;;2;;;");
        assert_eq!(suggested("köln", 0, &[]), "", "nobody needs it");
    }
}
