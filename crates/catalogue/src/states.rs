//! States by their keys, with validity and successors.
//!
//! Keys and names are those of the Staats- und Gebietssystematik of the Federal Statistical Office, the list of
//! citizenships of 2021-02-19 (`urn:de:bund:destatis:bevoelkerungsstatistik:schluessel:staatsangehoerigkeit`), without
//! its key for internal use. The days are those on which states came into being or ceased to exist, where that was after
//! 1989; the list itself has none. Registers keep the keys of states that are gone, and may do so for ever.

use std::sync::LazyLock;

/// A state, or one of the keys for people without a known one.
#[derive(Debug, PartialEq, Eq)]
pub struct State {
    /// Three digits.
    pub key: &'static str,
    /// Its name, German.
    pub name: &'static str,
    /// Its first day, ISO 8601; nothing if that was before 1990.
    pub from: Option<&'static str>,
    /// Its last day.
    pub until: Option<&'static str>,
    /// The states of today on its territory; none if it still exists.
    pub successors: Vec<&'static str>,
}

static STATES: LazyLock<Vec<State>> = LazyLock::new(|| {
    let text = include_str!("states.csv");
    let day = |text: &'static str| (!text.is_empty()).then_some(text);
    let read = |line: &'static str| {
        let mut cells = line.split(';');
        let mut next = || cells.next().unwrap_or_default();
        let (key, name, from, until) = (next(), next(), day(next()), day(next()));
        State { key, name, from, until, successors: next().split_whitespace().collect() }
    };
    text.lines().skip(1).map(read).collect()
});

/// All states, by their keys.
pub fn states() -> &'static [State] {
    &STATES
}

/// The state of a key.
pub fn state(key: &str) -> Option<&'static State> {
    STATES.binary_search_by(|state| state.key.cmp(key)).ok().map(|at| &STATES[at])
}

impl State {
    /// Whether it existed on a day, ISO 8601, or had before.
    pub fn has_existed_by(&self, day: &str) -> bool {
        self.from.is_none_or(|from| from <= day)
    }

    /// Its key, or that of the only state that took its place; none where several did.
    pub fn today(&self) -> Option<&'static str> {
        match self.successors[..] {
            [] => Some(self.key),
            [one] => Some(one),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_is_whole() {
        let states = states();
        assert_eq!(states.len(), 210, "of the 211 citizenships of the list, one is for internal use");
        assert!(states.windows(2).all(|pair| pair[0].key < pair[1].key), "sorted, each once");
        for state in states {
            assert!(state.key.len() == 3 && state.key.bytes().all(|digit| digit.is_ascii_digit()), "{}", state.key);
            assert!(!state.name.is_empty());
            assert_eq!(
                state.until.is_some(),
                !state.successors.is_empty(),
                "{}: what is gone has successors",
                state.key
            );
            for day in state.from.iter().chain(&state.until) {
                assert!(day.parse::<crate::Period>().is_ok() && day.len() == 10, "{}: {day}", state.key);
            }
            assert!(state.from.zip(state.until).is_none_or(|(from, until)| from < until), "{}", state.key);
        }
    }

    #[test]
    fn successors_exist_today_and_begin_by_the_day_after() {
        for state in states() {
            for key in &state.successors {
                let successor = super::state(key).expect("a successor is in the list");
                assert!(successor.until.is_none(), "{} leads to {key}, which is gone, too", state.key);
                // Of a state that went in several steps the last successors came later.
                let year = |day: &str| day[..4].parse::<u16>().unwrap();
                let near = successor.from.zip(state.until).is_some_and(|(from, until)| year(from) <= year(until) + 1);
                assert!(near || ["120", "132", "138"].contains(&state.key), "{} and {key}", state.key);
            }
        }
    }

    #[test]
    fn a_key_of_a_state_that_is_gone_means_one_state_only_if_one_took_its_place() {
        let today = |key: &str| state(key).and_then(State::today);
        assert_eq!(today("163"), Some("163"));
        assert_eq!(today("162"), None, "Czechia or Slovakia");
        assert_eq!(today("159"), None);
        assert_eq!(state("150").map(|kosovo| kosovo.has_existed_by("2007-12-31")), Some(false));
        assert_eq!(state("159").map(|union| union.has_existed_by("2024-12-31")), Some(true));
        assert_eq!(state("xyz"), None);
    }
}
