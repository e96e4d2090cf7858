//! Who lives in a dwelling, and what happens to them from year to year.

use crate::{
    chance::Chance,
    names::{FORMER_UNTIL, GERMANY, RESETTLED, STATES, former_place, german_place},
};

/// An invented person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Person {
    /// Key within the register.
    pub key: i64,
    /// Days since 1970-01-01.
    pub born: i32,
    /// Year of birth.
    pub year: i16,
    /// Entry about sex: `w`, `m`, `d` or nothing.
    pub sex: Option<&'static str>,
    /// How people who are neither are counted where two groups are told apart.
    pub assigned: &'static str,
    /// Keys of the citizenships.
    pub citizenships: [Option<&'static str>; 2],
    /// Kind of the German citizenship.
    pub german_kind: Option<&'static str>,
    /// Spelling of the place of birth.
    pub place: Option<&'static str>,
    /// Key of the state of birth, where it is entered.
    pub state: Option<&'static str>,
    /// State from which the person moved in from abroad.
    pub origin: Option<&'static str>,
    /// Day of the last move to Germany, days since 1970-01-01.
    pub moved: Option<i32>,
    /// Marks.
    pub naturalised: bool,
    /// Option mark.
    pub option: bool,
    /// Note on late resettlement.
    pub resettler: bool,
    /// Marital status: `LD`, `VH`, `VW`, `GS`.
    pub married: &'static str,
    /// Main residence, or a secondary one.
    pub main: bool,
    /// Keys of the legal representatives.
    pub representatives: [Option<i64>; 2],
}

/// The people of a dwelling.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Household {
    /// Number of the dwelling.
    pub dwelling: u64,
    /// Who lives there.
    pub people: Vec<Person>,
    next: u64,
}

/// Keys in a dwelling: enough for all who ever live there.
const KEYS: u64 = 1024;

/// From whom somebody descends.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Origin {
    German,
    Resettled(usize),
    Foreign(usize),
}

impl Household {
    pub(crate) fn next_key(&self) -> u64 {
        self.next
    }

    /// A household that moves in.
    pub(crate) fn move_in(
        dwelling: u64,
        next: u64,
        year: i16,
        foreign_per_1000: u64,
        chance: &mut Chance,
    ) -> Household {
        let mut household = Household { dwelling, people: Vec::new(), next };
        // One alone, two, two with children, one with children, two who are old, one who is old.
        let kind = chance.pick(&[380, 200, 150, 45, 110, 115]);
        // Few of those who came from elsewhere are old yet.
        let foreign_per_1000 = if matches!(kind, 4 | 5) { foreign_per_1000 / 2 } else { foreign_per_1000 * 8 / 7 };
        let origin = |chance: &mut Chance| {
            if chance.below(1000) < foreign_per_1000 {
                Origin::Foreign(chance.pick(&STATES.each_ref().map(|state| state.weight)))
            } else if chance.below(1000) < 50 {
                Origin::Resettled(RESETTLED[chance.below(2) as usize])
            } else {
                Origin::German
            }
        };
        let age = match kind {
            4 | 5 => 65 + chance.below(28),
            2 | 3 => 24 + chance.below(27),
            _ => 19 + chance.below(46),
        } as i16;
        let first = origin(chance);
        let sex = chance.below(2) as usize;
        household.adult(first, year - age, sex, year, kind, chance);
        if matches!(kind, 1 | 2 | 4) {
            let second = if chance.below(100) < 12 { origin(chance) } else { first };
            let other = year - age + chance.below(9) as i16 - 4;
            household.adult(second, other.min(year - 18), 1 - sex, year, kind, chance);
        }
        if matches!(kind, 2 | 3) {
            for _ in 0..chance.pick(&[0, 45, 40, 12, 3]) {
                let oldest = (age - 19).clamp(0, 17) as u64;
                let born = year - chance.below(oldest + 1) as i16;
                household.child(born, chance);
            }
        }
        household
    }

    /// What happens until the next reference date; whether anyone still lives there then.
    pub(crate) fn live(&mut self, year: i16, chance: &mut Chance) -> bool {
        if chance.below(1000) < 75 {
            return false;
        }
        self.people.retain(|person| {
            let age = year - person.year;
            let dies = match age {
                ..50 => 800,
                50..65 => 5_000,
                65..75 => 18_000,
                75..85 => 55_000,
                _ => 160_000,
            };
            let leaves = (18..30).contains(&age) && person.representatives != [None, None] && chance.below(100) < 22;
            !chance.happens(dies) && !leaves
        });
        let mother =
            self.people.iter().find(|person| person.assigned == "w" && (20..43).contains(&(year - person.year)));
        if mother.is_some() && self.people.len() > 1 && self.people.len() < 7 && chance.below(1000) < 95 {
            self.child(year, chance);
        }
        for person in &mut self.people {
            let stay = person.moved.map_or(i32::from(year - person.year), |moved| {
                (rules::dates::day(i64::from(year), 12, 31).unwrap_or(moved) - moved) / 365
            });
            // The reform of June 2024: five years instead of eight, and the former citizenship is kept.
            let reformed = year >= 2024;
            let may = person.citizenships[0] != Some(GERMANY) && stay >= if reformed { 5 } else { 8 };
            if may && chance.below(1000) < if reformed { 38 } else { 24 } {
                let former = person.citizenships[0];
                let keeps = reformed || chance.below(100) < 55;
                person.citizenships = [Some(GERMANY), former.filter(|_| keeps)];
                person.german_kind = (chance.below(100) < 75).then_some("E");
                // Marks get lost when people move.
                person.naturalised = chance.below(100) < 80;
            }
        }
        !self.people.iter().all(|person| year - person.year < 18)
    }

    fn key(&mut self) -> i64 {
        let key = self.dwelling * KEYS + self.next.min(KEYS - 1);
        self.next += 1;
        key as i64
    }

    fn adult(&mut self, origin: Origin, born: i16, sex: usize, year: i16, kind: usize, chance: &mut Chance) {
        let key = self.key();
        let mut person = person(key, born, sex, chance);
        person.married = match kind {
            1 | 2 | 4 if chance.below(100) < 70 => "VH",
            5 if chance.below(100) < 60 => "VW",
            3 if chance.below(100) < 45 => "GS",
            _ => "LD",
        };
        // Some live here beside their main residence elsewhere.
        person.main = kind != 0 || chance.below(100) >= 4;
        let age = year - born;
        match origin {
            Origin::German => {
                person.german_kind = (chance.below(100) < 60).then_some("G");
                if born <= FORMER_UNTIL && chance.below(100) < 20 {
                    person.place = Some(former_place(chance));
                    person.moved = day(1946, chance);
                } else {
                    person.place = (chance.below(1000) < 985).then(|| german_place(chance));
                    person.state = (chance.below(100) < 25).then_some(GERMANY);
                }
            }
            Origin::Resettled(state) => {
                born_abroad(&mut person, state, chance);
                person.german_kind = (chance.below(100) < 55).then_some("E");
                person.resettler = chance.below(100) < 60;
                person.moved =
                    day((1988 + chance.below(14) as i16).max(born), chance).filter(|_| chance.below(100) < 80);
            }
            Origin::Foreign(state) => {
                let key = Some(STATES[state].key);
                let second_generation = age < 50 && chance.below(100) < 22;
                person.citizenships = [key, None];
                if second_generation {
                    person.place = Some(german_place(chance));
                    person.state = (chance.below(100) < 25).then_some(GERMANY);
                } else {
                    born_abroad(&mut person, state, chance);
                    let stay = chance.below(age.clamp(1, 40) as u64) as i16;
                    person.moved = day(year - stay, chance).filter(|_| chance.below(100) < 88);
                    person.origin = key.filter(|_| chance.below(100) < 70);
                }
                if chance.below(100) < 26 {
                    person.citizenships = [Some(GERMANY), key.filter(|_| chance.below(100) < 50)];
                    person.german_kind = (chance.below(100) < 60).then_some("E");
                    person.naturalised = chance.below(100) < 55;
                } else if chance.below(1000) < 6 {
                    // Unclear, stateless, not told.
                    person.citizenships[0] = Some(["998", "997", "999"][chance.below(3) as usize]);
                }
            }
        }
        self.people.push(person);
    }

    fn child(&mut self, born: i16, chance: &mut Chance) {
        let parents: Vec<&Person> = self.people.iter().filter(|other| other.representatives == [None, None]).collect();
        let foreign = parents.iter().find_map(|parent| parent.citizenships[0].filter(|key| *key != GERMANY));
        let german = parents.iter().any(|parent| parent.citizenships.contains(&Some(GERMANY)));
        let keys: Vec<i64> = parents.iter().take(2).map(|parent| parent.key).collect();
        let sex = chance.below(2) as usize;
        let key = self.key();
        let mut child = person(key, born, sex, chance);
        child.place = (chance.below(1000) < 990).then(|| german_place(chance));
        child.state = (chance.below(100) < 30).then_some(GERMANY);
        match foreign {
            Some(other) if german => {
                child.citizenships = [Some(GERMANY), Some(other).filter(|_| chance.below(100) < 60)]
            }
            // Born German in Germany to parents who have long lived here (§ 4 (3) StAG).
            Some(other) if chance.below(100) < 35 => {
                child.citizenships = [Some(GERMANY), Some(other)];
                child.option = born < 2014 || chance.below(100) < 10;
            }
            Some(other) => child.citizenships = [Some(other), None],
            None => child.german_kind = (chance.below(100) < 70).then_some("G"),
        }
        // One representative is not always named.
        let second = keys.get(1).copied().filter(|_| chance.below(100) < 93);
        child.representatives = [keys.first().copied(), second];
        self.people.push(child);
    }
}

fn person(key: i64, year: i16, sex: usize, chance: &mut Chance) -> Person {
    let assigned = ["w", "m"][sex];
    let entry = match chance.below(10_000) {
        0..3 => Some("d"),
        3..6 => None,
        _ => Some(assigned),
    };
    Person {
        key,
        born: day(year, chance).unwrap_or(0),
        year,
        sex: entry,
        assigned,
        citizenships: [Some(GERMANY), None],
        german_kind: None,
        place: None,
        state: None,
        origin: None,
        moved: None,
        naturalised: false,
        option: false,
        resettler: false,
        married: "LD",
        main: true,
        representatives: [None, None],
    }
}

fn born_abroad(person: &mut Person, state: usize, chance: &mut Chance) {
    let state = &STATES[state];
    person.place = Some(state.places[chance.below(state.places.len() as u64) as usize]);
    person.state = (chance.below(100) < 85).then_some(state.key);
}

/// Any day of a year.
fn day(year: i16, chance: &mut Chance) -> Option<i32> {
    let first = rules::dates::day(i64::from(year), 1, 1)?;
    Some(first + chance.below(365) as i32)
}
