//! The survey: what a sample of adults answered, every three years.

use super::{
    chance::{noise, part},
    parameters::*,
    people,
    tables::row,
};

/// Respondents and answers of one question: by migration background (with, without), sex and age (from 18).
type Cells = [[[[i64; 2]; 3]; 2]; 2];

const QUESTIONS: [&str; 3] =
    ["Verbundenheit mit der Stadt", "Erlebte Benachteiligung", "Weniger als ein Raum je Person"];
const GROUPS: [(&str, Group); 8] = [
    ("alle Befragten", (None, None, None)),
    ("mit Migrationshintergrund", (Some(0), None, None)),
    ("ohne Migrationshintergrund", (Some(1), None, None)),
    ("Frauen", (None, Some(0), None)),
    ("Männer", (None, Some(1), None)),
    ("18 bis 29 Jahre", (None, None, Some(0))),
    ("30 bis 64 Jahre", (None, None, Some(1))),
    ("65 Jahre und älter", (None, None, Some(2))),
];
/// Migration background, sex and age, where they are fixed.
type Group = (Option<usize>, Option<usize>, Option<usize>);

/// The table of answers: semicolons, decimal comma, ISO-8859-15, the share beside base and number.
pub(super) fn answers() -> Vec<u8> {
    let mut text = String::new();
    let mut line = |cells: &[&str]| row(&mut text, ';', "\r\n", cells);
    line(&["Befragung Leben in Musterstadt, ungewichtet", "", "", "", "", "", ""]);
    line(&["Erfundene Daten, sie beschreiben keine wirklichen Menschen", "", "", "", "", "", ""]);
    line(&["Jahr", "Gebiet", "Gruppe", "Frage", "Basis (n)", "Anzahl (n)", "Anteil (%)"]);
    for year in SURVEYS {
        let boroughs: Vec<[Cells; 3]> = (0..5).map(|borough| asked(borough, year)).collect();
        for area in std::iter::once(None).chain((0..5).map(Some)) {
            let code = area.map_or_else(|| CITY.to_owned(), |borough: usize| (borough + 1).to_string());
            for (question, title) in QUESTIONS.into_iter().enumerate() {
                for (group_title, group) in GROUPS {
                    let [base, number] = boroughs
                        .iter()
                        .enumerate()
                        .filter(|(borough, _)| area.is_none_or(|only| only == *borough))
                        .map(|(_, cells)| count(&cells[question], group))
                        .fold([0, 0], |whole, part| [whole[0] + part[0], whole[1] + part[1]]);
                    let year = YEARS[year].to_string();
                    line(&[
                        &year,
                        &code,
                        group_title,
                        title,
                        &base.to_string(),
                        &number.to_string(),
                        &per_cent(number, base),
                    ]);
                }
            }
        }
    }
    line(&["Quelle: Statistikstelle Musterstadt", "", "", "", "", "", ""]);
    // Every letter used here is the same in ISO-8859-15 and Windows-1252.
    super::tables::windows_1252(&text)
}

/// 100 · number / base to one decimal, half up, in whole numbers only.
fn per_cent(number: i64, base: i64) -> String {
    let tenths = (2000 * number + base) / (2 * base);
    format!("{},{}", tenths / 10, tenths % 10)
}

fn count(cells: &Cells, (background, sex, age): Group) -> [i64; 2] {
    let mut whole = [0, 0];
    for sexes in chosen(cells, background) {
        for ages in chosen(sexes, sex) {
            for pair in chosen(ages, age) {
                whole = [whole[0] + pair[0], whole[1] + pair[1]];
            }
        }
    }
    whole
}

/// The one that is fixed, else all.
fn chosen<T>(all: &[T], only: Option<usize>) -> &[T] {
    only.map_or(all, |only| &all[only..=only])
}

/// Base and number of each question in a borough.
fn asked(borough: usize, year: usize) -> [Cells; 3] {
    let residents = people::of_borough(borough, year);
    let strain = {
        let places = NEIGHBOURHOODS.iter().enumerate().filter(|(place, _)| people::borough(*place) == borough);
        places.map(|(_, quarter)| quarter.strain).sum::<f64>() / 4.0
    };
    std::array::from_fn(|question| {
        std::array::from_fn(|background| {
            std::array::from_fn(|sex| {
                std::array::from_fn(|age| {
                    let adults = if background == 0 {
                        residents[0][age + 1][sex] + residents[1][age + 1][sex]
                    } else {
                        residents[2][age + 1][sex]
                    };
                    let key = [borough as u64, year as u64, question as u64, background as u64, sex as u64, age as u64];
                    let base = part(adults, RESPONDING[background] * [0.98, 0.95, 0.97][question]);
                    let share = match question {
                        0 => BELONGING[background].at(year) * BELONGING_BY_AGE[age],
                        1 => DISCRIMINATION[background].at(year) * DISCRIMINATION_BY_AGE[age],
                        _ => CROWDED[background].at(year) * strain,
                    };
                    [base, part(base, share * (1.0 + 0.05 * noise("survey", &key)))]
                })
            })
        })
    })
}
