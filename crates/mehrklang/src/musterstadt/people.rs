//! The people of Musterstadt as numbers: whole persons, so that parts add up to their whole exactly.

use super::{
    chance::{noise, part, split},
    parameters::*,
};

/// Residents by group (foreign, German with migration background, German without), age and sex (female, male).
pub(super) type Residents = [[[i64; 2]; 4]; 3];

/// By German and foreign citizenship, then female and male.
pub(super) type Persons = [[i64; 2]; 2];

/// The residents of a neighbourhood at the end of a year.
pub(super) fn residents(place: usize, year: usize) -> Residents {
    let quarter = &NEIGHBOURHOODS[place];
    let key = [place as u64, year as u64];
    let growth = quarter.growth_per_1000 / 1000.0 * year as f64 + 0.003 * noise("growth", &key);
    let total = quarter.residents + (quarter.residents as f64 * growth).round() as i64;
    let (first, last) = quarter.foreign_per_1000;
    let foreign = first + (last - first) * ARRIVALS[year] + 2.0 * noise("foreign", &key);
    let german_with =
        quarter.german_with_per_1000 + GERMAN_WITH_RISE * year as f64 / 9.0 + 1.5 * noise("german-with", &key);
    let groups = split(total, [foreign, german_with, 1000.0 - foreign - german_with]);
    std::array::from_fn(|group| {
        let weights = AGES[group];
        let ages = split(
            groups[group],
            [weights[0] * quarter.youth, weights[1] * quarter.youth, weights[2], weights[3] / quarter.youth],
        );
        std::array::from_fn(|age| {
            let female = FEMALE[group]
                + if age == 3 { FEMALE_FROM_65 } else { 0.0 }
                + 0.008 * noise("sex", &[place as u64, year as u64, group as u64, age as u64]);
            split(ages[age], [female, 1.0 - female])
        })
    })
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
