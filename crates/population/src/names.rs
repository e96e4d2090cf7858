//! States by their keys (Staats- und Gebietssystematik of the Federal Statistical Office) and places as registers
//! spell them.

use crate::chance::Chance;

/// A state of origin: its key, its weight among households of foreign origin, and places of birth there.
pub(crate) struct State {
    pub(crate) key: &'static str,
    pub(crate) weight: u64,
    pub(crate) places: &'static [&'static str],
}

const fn state(key: &'static str, weight: u64, places: &'static [&'static str]) -> State {
    State { key, weight, places }
}

/// Germany.
pub(crate) const GERMANY: &str = "000";

pub(crate) const STATES: [State; 12] = [
    state("163", 200, &["Ankara", "İstanbul", "Istanbul", "Izmir", "Trabzon"]),
    state("152", 130, &["Warschau", "Kraków", "Krakau", "Danzig", "Katowice"]),
    state("475", 130, &["Aleppo", "Damaskus", "Damascus", "Homs"]),
    state("166", 120, &["Kyjiw", "Kiew", "Charkiw", "Odessa"]),
    state("154", 90, &["Bukarest", "București", "Cluj"]),
    state("137", 70, &["Neapel", "Palermo", "Napoli"]),
    state("134", 50, &["Athen", "Thessaloniki"]),
    state("125", 60, &["Sofia", "Plovdiv"]),
    state("160", 50, &["Moskau", "Omsk", "Moskva"]),
    state("423", 50, &["Kabul", "Herat"]),
    state("438", 30, &["Bagdad", "Mossul"]),
    state("444", 30, &["Karaganda", "Almaty", "Alma-Ata"]),
];

/// Places from which late resettlers came.
pub(crate) const RESETTLED: [usize; 2] = [8, 11];

/// Places in today's Germany, dirty as they are; the last ones nobody has confirmed.
const GERMAN: [(&str, u64); 12] = [
    ("Musterstadt", 420),
    ("MUSTERSTADT", 120),
    ("Musterstadt, Kreis Muster", 30),
    ("Köln", 90),
    ("Koeln", 10),
    ("Berlin", 90),
    ("Dresden", 60),
    ("Hamburg", 60),
    ("Frankfurt/Main", 40),
    ("Frankfurt a. M.", 30),
    ("Mustersdt.", 8),
    ("Neudorf", 42),
];
const UNCONFIRMED: usize = 10;

/// Places that were German when people were born there.
const FORMER: [&str; 3] = ["Breslau", "Königsberg", "Stettin"];

/// The last year in which somebody was born there as a German among Germans.
pub(crate) const FORMER_UNTIL: i16 = 1945;

pub(crate) fn german_place(chance: &mut Chance) -> &'static str {
    GERMAN[chance.pick(&GERMAN.map(|(_, weight)| weight))].0
}

pub(crate) fn former_place(chance: &mut Chance) -> &'static str {
    FORMER[chance.below(FORMER.len() as u64) as usize]
}

/// A table of birth places as a municipality would have confirmed it: most spellings, not all.
pub fn birth_places() -> String {
    let mut text = "spelling;state;former-before\n".to_owned();
    let mut seen = std::collections::BTreeSet::new();
    let mut line = |spelling: &str, key: &str, former: &str| {
        if seen.insert(spelling.to_lowercase()) {
            text += &format!("{spelling};{key};{former}\n");
        }
    };
    GERMAN[..UNCONFIRMED].iter().for_each(|(spelling, _)| line(spelling, GERMANY, ""));
    // Today these lie in Poland and Russia.
    FORMER.iter().for_each(|spelling| line(spelling, if *spelling == "Königsberg" { "160" } else { "152" }, "1946"));
    for state in &STATES {
        // Nobody has looked at the last spelling of each state yet.
        let confirmed = state.places.len() - 1;
        state.places[..confirmed].iter().for_each(|spelling| line(spelling, state.key, ""));
    }
    text
}
