//! What the offices of the city deliver: rights, staff.

use super::{
    chance::{noise, part, split},
    parameters::*,
    people,
    tables::{grouped, row, windows_1252},
};

/// Residence and naturalisation: one column a year, neighbourhoods and below them the city, thousands spaces,
/// Windows-1252.
pub(super) fn rights() -> Vec<u8> {
    const ROWS: [&str; 4] = [
        "Ausländische Bevölkerung am 31.12.",
        "darunter unbefristet oder freizügigkeitsberechtigt",
        "Mit Mindestaufenthalt am 31.12. des Vorjahres",
        "Einbürgerungen im Jahr",
    ];
    let places: Vec<Vec<Rights>> =
        (0..NEIGHBOURHOODS.len()).map(|place| (0..YEARS.len()).map(|year| rights_of(place, year)).collect()).collect();
    let city = (0..YEARS.len()).map(|year| places.iter().fold([[0; 2]; 4], |whole, place| add(whole, &place[year])));
    let city: Vec<Rights> = city.collect();
    let blanks = vec![""; YEARS.len() + 2];
    let years: Vec<String> = YEARS.iter().map(u64::to_string).collect();
    let mut text = String::new();
    let mut line = |first: &str, others: &[&str]| {
        row(&mut text, ';', "\r\n", std::iter::once(first).chain(others.iter().copied()));
    };
    line("Bürgeramt Musterstadt", &blanks);
    line("Aufenthalt und Einbürgerung, erfundene Daten", &blanks);
    line("", &blanks);
    let heads: Vec<&str> = ["Merkmal", "Geschlecht"].into_iter().chain(years.iter().map(String::as_str)).collect();
    line("Gebiet", &heads);
    let areas = NEIGHBOURHOODS.iter().map(|quarter| quarter.name).zip(&places).chain([("Musterstadt", &city)]);
    for (area, columns) in areas {
        for (measure, title) in ROWS.iter().enumerate() {
            for (sex, sex_title) in [(Some(0), "weiblich"), (Some(1), "männlich"), (None, "insgesamt")] {
                let cells: Vec<String> = columns
                    .iter()
                    .map(|counts| sex.map_or_else(|| counts[measure].iter().sum(), |sex| counts[measure][sex]))
                    .map(|number: i64| grouped(number, '\u{a0}'))
                    .collect();
                let cells: Vec<&str> =
                    [*title, sex_title].into_iter().chain(cells.iter().map(String::as_str)).collect();
                line(area, &cells);
            }
        }
    }
    line("Quelle: Fachverfahren der Ausländer- und Staatsangehörigkeitsbehörde", &blanks);
    windows_1252(&text)
}

/// Foreign citizens, those with secure residence, those with the required residence, naturalisations; by sex.
type Rights = [[i64; 2]; 4];

fn add(whole: Rights, part: &Rights) -> Rights {
    std::array::from_fn(|measure| std::array::from_fn(|sex| whole[measure][sex] + part[measure][sex]))
}

/// The rights of a neighbourhood's people in a year.
fn rights_of(place: usize, year: usize) -> Rights {
    let foreign = |year: usize| {
        let residents = people::residents(place, year);
        [0, 1].map(|sex| (0..4).map(|age| residents[0][age][sex]).sum::<i64>())
    };
    let now = foreign(year);
    // The year before the first is not told; it is taken as slightly smaller than the first.
    let before = if year == 0 { now.map(|count| part(count, 0.962)) } else { foreign(year - 1) };
    let jitter = |series, by, sex| 1.0 + by * noise(series, &[place as u64, year as u64, sex as u64]);
    let women_more = |sex: usize, by: f64| if sex == 0 { 1.0 + by } else { 1.0 - by };
    let secure = [0, 1].map(|sex| part(now[sex], SECURE[year] * jitter("secure", 0.03, sex)));
    let eligible = [0, 1].map(|sex| part(before[sex], ELIGIBLE[year] * jitter("eligible", 0.03, sex)));
    // Few a year in each neighbourhood: here chance counts for more.
    let naturalised = [0, 1]
        .map(|sex| part(eligible[sex], NATURALISED[year] * women_more(sex, 0.06) * jitter("naturalised", 0.35, sex)));
    [now, secure, eligible, naturalised]
}

/// Staff: commas, UTF-8, every second year.
pub(super) fn staff() -> Vec<u8> {
    let mut text = String::new();
    let heads =
        ["Jahr", "Gebiet", "Geschlecht", "Leitungsaufgabe", "Einwanderungsgeschichte", "Beschäftigte mit Auskunft"];
    row(&mut text, ',', "\n", heads);
    for year in STAFF_SURVEYS {
        let [leading, other] = split(STAFF.at(year).round() as i64, [LEADING, 1.0 - LEADING]);
        for (position, count) in [(1, leading), (0, other)] {
            let female = if position == 1 { 0.43 + 0.006 * year as f64 } else { 0.58 };
            for (sex, count) in split(count, [female, 1.0 - female]).into_iter().enumerate() {
                let jitter = 1.0 + 0.03 * noise("staff", &[year as u64, position as u64, sex as u64]);
                let with = part(count, STAFF_WITH_HISTORY[position].at(year) * jitter);
                for (history, count) in [("ja", with), ("nein", count - with)] {
                    let cells = [
                        YEARS[year].to_string(),
                        "Musterstadt".to_owned(),
                        ["weiblich", "männlich"][sex].to_owned(),
                        ["nein", "ja"][position].to_owned(),
                        history.to_owned(),
                        count.to_string(),
                    ];
                    row(&mut text, ',', "\n", cells);
                }
            }
        }
    }
    text.into_bytes()
}
