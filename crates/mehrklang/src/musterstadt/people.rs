//! The people of Musterstadt as numbers: whole persons, so that parts add up to their whole exactly.

use std::{convert::Infallible, sync::LazyLock};

use population::{Block, City, Household, PERSONS_PER_100_DWELLINGS, Person, Writers};

use super::{chance::part, parameters::*};

/// The key of the German citizenship and of Germany.
const GERMAN: &str = "000";

/// Residents by group (foreign, German with migration background, German without), age and sex (female, male).
pub(super) type Residents = [[[i64; 2]; 4]; 3];

/// By German and foreign citizenship, then female and male.
pub(super) type Persons = [[i64; 2]; 2];

/// The city whose register is delivered.
fn city() -> City {
    let block = |quarter: &Neighbourhood| {
        let (first, last) = quarter.foreign_per_1000;
        Block {
            code: quarter.code.to_owned(),
            dwellings: (quarter.residents as u64 * 100 / PERSONS_PER_100_DWELLINGS) as u32,
            // The other half of the growth is that households become larger.
            built_per_1000: (quarter.growth_per_1000 / 2.0) as u32,
            // Households, of whose members some are Germans; and it takes time until others have moved in.
            foreign_per_1000: (first * HOUSEHOLDS_TO_PERSONS) as u64,
            rising_per_1000: ((last - first) * MOVING_IN_TO_LIVING_HERE) as u64,
        }
    };
    City {
        seed: SEED,
        years: YEARS.map(|year| year as i16).to_vec(),
        blocks: NEIGHBOURHOODS.iter().map(block).collect(),
    }
}

/// The extracts of the register, one for each year, as Parquet.
pub(super) fn registers() -> Vec<Vec<u8>> {
    let mut files = vec![Vec::new(); YEARS.len()];
    Writers::write(&city(), files.iter_mut().collect()).expect("writing to memory does not fail");
    files
}

/// The residents of a neighbourhood at the end of a year.
pub(super) fn residents(place: usize, year: usize) -> Residents {
    static RESIDENTS: LazyLock<Vec<Vec<Residents>>> = LazyLock::new(counted);
    RESIDENTS[year][place]
}

/// Counts the register as the offices that deliver the other sources see the city: by year and neighbourhood.
fn counted() -> Vec<Vec<Residents>> {
    let mut counted = vec![vec![[[[0; 2]; 4]; 3]; NEIGHBOURHOODS.len()]; YEARS.len()];
    let counting = city().walk::<Infallible>(|year, block, household| {
        let place = NEIGHBOURHOODS.iter().position(|quarter| quarter.code == block.code).unwrap_or(0);
        for person in household.people.iter().filter(|person| person.main) {
            let age = match YEARS[year] as i64 - i64::from(person.year) {
                ..18 => 0,
                18..30 => 1,
                30..65 => 2,
                _ => 3,
            };
            let sex = usize::from(person.assigned == "m");
            counted[year][place][group(person, household, age == 0)][age][sex] += 1;
        }
        Ok(())
    });
    counting.unwrap_or_else(|never| match never {});
    counted
}

/// Foreign, German with migration background, German without; near the rule of the statistics office, which nobody else
/// applies.
fn group(person: &Person, household: &Household, minor: bool) -> usize {
    let foreign = |person: &Person| !person.citizenships.contains(&Some(GERMAN));
    let came = |person: &Person| person.naturalised || person.state.is_some_and(|state| state != GERMAN);
    if foreign(person) {
        0
    } else if came(person) || minor && household.people.iter().any(|other| foreign(other) || came(other)) {
        1
    } else {
        2
    }
}

/// Adds up some of the ages by citizenship and sex; `shares` says how much of each age group counts.
fn of_ages(residents: &Residents, shares: [f64; 4]) -> Persons {
    let count = |groups: &[usize], sex: usize| {
        groups
            .iter()
            .flat_map(|&group| (0..4).map(move |age| part(residents[group][age][sex], shares[age])))
            .sum::<i64>()
    };
    [[count(&[1, 2], 0), count(&[1, 2], 1)], [count(&[0], 0), count(&[0], 1)]]
}

/// Residents aged 15 to under 65.
pub(super) fn working_age(residents: &Residents) -> Persons {
    of_ages(residents, [0.165, 1.0, 1.0, 0.0])
}

/// Residents up to the statutory pension age.
pub(super) fn up_to_pension(residents: &Residents) -> Persons {
    of_ages(residents, [1.0, 1.0, 1.0, 0.09])
}

/// Residents aged 18 to under 21.
pub(super) fn young_adults(residents: &Residents) -> Persons {
    of_ages(residents, [0.0, 0.245, 0.0, 0.0])
}

/// One year of children.
pub(super) fn one_year_of_children(residents: &Residents) -> Persons {
    of_ages(residents, [1.0 / 18.0, 0.0, 0.0, 0.0])
}

/// Adds up.
pub(super) fn sum(parts: impl IntoIterator<Item = Residents>) -> Residents {
    parts.into_iter().fold([[[0; 2]; 4]; 3], |mut whole, part| {
        for group in 0..3 {
            for age in 0..4 {
                for sex in 0..2 {
                    whole[group][age][sex] += part[group][age][sex];
                }
            }
        }
        whole
    })
}

/// The residents of a borough (0 to 4).
pub(super) fn of_borough(borough: usize, year: usize) -> Residents {
    sum((0..NEIGHBOURHOODS.len()).filter(|&place| self::borough(place) == borough).map(|place| residents(place, year)))
}

/// The residents of the city.
pub(super) fn of_city(year: usize) -> Residents {
    sum((0..NEIGHBOURHOODS.len()).map(|place| residents(place, year)))
}

/// The borough (0 to 4) of a neighbourhood: the first digit of its code.
pub(super) fn borough(place: usize) -> usize {
    usize::from(NEIGHBOURHOODS[place].code.as_bytes()[0] - b'1')
}

/// Residents of a group and an age, both sexes.
pub(super) fn both(residents: &Residents, group: usize, age: usize) -> i64 {
    residents[group][age].iter().sum()
}
