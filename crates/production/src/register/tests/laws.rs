//! Laws that hold for every person of a register, by every version that can be computed from one.

use proptest::prelude::*;

use super::{BIRTH_PLACES, FOREIGN, GERMAN, HEAD, OPEN, WITH, WITHOUT, cells, files, read};
use crate::Purpose;

/// Versions that leave open what is not known; by `register-haushalt` it counts as "no".
const VERSIONS: [&str; 2] = ["register-berlin", "register-merkmale"];

/// What a row says of somebody, as it stands in the cells.
#[derive(Debug, Clone)]
struct Person {
    born: &'static str,
    citizenships: [&'static str; 2],
    /// Place and state.
    birth: [&'static str; 2],
    marks: [&'static str; 2],
    household: &'static str,
}

/// Things that may not be known of somebody. An empty second citizenship says that there is none, and an empty mark
/// that it was not set; so these are not unknown when they are empty.
#[derive(Debug, Clone, Copy)]
enum Lost {
    First,
    Second,
    Birth,
    Household,
}

impl Person {
    fn without(&self, lost: Lost) -> Person {
        let mut poorer = self.clone();
        match lost {
            Lost::First => poorer.citizenships[0] = "999",
            // The office itself knows who is German; what is not clear is a foreign citizenship.
            Lost::Second if self.citizenships[1] == "000" => {}
            Lost::Second => poorer.citizenships[1] = "999",
            Lost::Birth => poorer.birth = ["", "998"],
            Lost::Household => poorer.household = "",
        }
        poorer
    }

    fn row(&self, key: u8, block: &str, representatives: [&str; 2]) -> String {
        let Person { born, citizenships: [first, second], birth: [place, state], marks: [mark, option], household } =
            self;
        let [one, other] = representatives;
        format!(
            "{key};{block};2024-12-31;{born};{first};{second};{place};{state};{mark};{option};H;{household};{one};{other}\n"
        )
    }
}

fn person() -> impl Strategy<Value = Person> {
    let births = [["Köln", ""], ["Köln", "000"], ["Breslau", ""], ["Ankara", "163"], ["irgendwo", ""], ["", "152"]];
    (
        prop::sample::select(vec!["1980-02-29", "2010-05-05", "2024-12-31", "2006-12-31", "2007-01-01"]),
        [prop::sample::select(vec!["000", "163", "999"]), prop::sample::select(vec!["", "000", "163", "999"])],
        prop::sample::select(births.to_vec()),
        [prop::sample::select(vec!["", "ja"]), prop::sample::select(vec!["", "ja"])],
        prop::sample::select(vec!["h1", "h2", ""]),
    )
        .prop_map(|(born, citizenships, birth, marks, household)| Person {
            born,
            citizenships,
            birth,
            marks,
            household,
        })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]

    /// What is not known of somebody or of a parent leaves an answer as it is or open; it never turns it round.
    #[test]
    fn what_is_not_known_never_turns_an_answer_round(
        people in [person(), person(), person()],
        version in prop::sample::select(VERSIONS.to_vec()),
        named in prop::sample::select(vec![["", ""], ["1", ""], ["1", "2"], ["2", "77"]]),
    ) {
        let mut files = files();
        let path = "open/variables/background.toml";
        files.insert(path.to_owned(), files[path].replace("register-berlin", version));
        let town = catalogue::read(&files).0.expect("the definitions are right");
        let source = town.sources.values().next().expect("a source");
        let register = source.register.as_ref().expect("a register");
        // The third is asked about, alone in its block; the others are its parents, if they are named.
        let class = |people: &[Person; 3], named: [&str; 2]| {
            let rows = [("01", ["", ""]), ("01", ["", ""]), ("02", named)];
            let rows = people.iter().zip(1..).zip(rows).map(|((one, key), (block, named))| one.row(key, block, named));
            let text = HEAD.to_owned() + &rows.collect::<String>();
            let places = Some(("shielded/birthplaces.csv", BIRTH_PLACES));
            let facts = read(&town, source, register, "r.csv", text.clone().into(), places, Purpose::Receipt).0.expect("facts");
            let mut own = cells(&facts, "residents").into_keys().filter(|(area, _)| *area == 2).map(|(_, slots)| slots);
            let slots = own.next().expect("one person");
            assert!(own.next().is_none());
            (slots[0], slots[1])
        };
        let (background, citizenship) = class(&people, named);
        prop_assert!([WITH, WITHOUT, OPEN].contains(&background) && [GERMAN, FOREIGN, OPEN].contains(&citizenship));
        let mut poorer = vec![class(&people, ["", ""])];
        for (place, lost) in (0..3).flat_map(|place| {
            [Lost::First, Lost::Second, Lost::Birth, Lost::Household].map(move |lost| (place, lost))
        }) {
            let mut people = people.clone();
            people[place] = people[place].without(lost);
            poorer.push(class(&people, named));
        }
        for (place, (less, other)) in poorer.into_iter().enumerate() {
            prop_assert!(less == background || less == OPEN, "{version} {place}: {background} {less}");
            prop_assert!(other == citizenship || other == OPEN, "{place}: {citizenship} {other}");
        }
    }
}
