//! Children and young people: school entry as CSV with official signs, schools as a spreadsheet with merged heads.

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, FormatAlign, Workbook};

use super::{
    chance::{noise, part, split},
    parameters::*,
    people::{self, Persons},
    tables::{grouped, row},
};

const LANGUAGES: [&str; 3] = ["Deutsch", "mehrsprachig mit Deutsch", "überwiegend andere"];
/// The year in which no booklets were inspected, and those in which examinations were postponed.
const WITHOUT_BOOKLETS: usize = 5;
const POSTPONED: [usize; 2] = [5, 6];
/// The latest year is provisional.
const PROVISIONAL: usize = 9;

/// School entry: UTF-8 with byte order mark; a dash where there is nothing, a point where nothing is known, a p
/// beside what is provisional.
pub(super) fn school_entry() -> Vec<u8> {
    let mut text = String::from("\u{feff}");
    row(
        &mut text,
        ';',
        "\r\n",
        [
            "Jahr",
            "Bezirk",
            "Familiensprache",
            "Geschlecht",
            "untersucht",
            "mindestens 3 Jahre Kita",
            "Sprachförderbedarf",
            "Vorsorgeheft vorgelegt",
            "U8 dokumentiert",
            "verschoben",
        ],
    );
    for (year, name) in YEARS.iter().enumerate() {
        for borough in 0..5 {
            let residents = people::of_borough(borough, year);
            let group = |group| people::both(&residents, group, 0);
            let children = part(group(0) + group(1) + group(2), 1.0 / 18.0);
            // Which languages are spoken at home follows the groups, but each group speaks all of them.
            let (foreign, with, without) = (group(0) as f64, group(1) as f64, group(2) as f64);
            let languages = split(
                children,
                [
                    0.06 * foreign + 0.30 * with + 0.97 * without,
                    0.30 * foreign + 0.52 * with + 0.025 * without,
                    0.64 * foreign + 0.18 * with + 0.005 * without,
                ],
            );
            for (language, children) in languages.into_iter().enumerate() {
                let girls = 0.49 + 0.01 * noise("girls", &[year as u64, borough as u64, language as u64]);
                for (sex, children) in split(children, [girls, 1.0 - girls]).into_iter().enumerate() {
                    let cells = entry(year, borough, language, sex, children);
                    let title = ["Mädchen", "Jungen"][sex].to_owned();
                    let first = [name.to_string(), (borough + 1).to_string(), LANGUAGES[language].to_owned(), title];
                    row(&mut text, ';', "\r\n", first.into_iter().chain(cells));
                }
            }
        }
    }
    text.into_bytes()
}

fn entry(year: usize, borough: usize, language: usize, sex: usize, children: i64) -> [String; 6] {
    let jitter = |series: &str| 1.0 + 0.03 * noise(series, &[year as u64, borough as u64, language as u64, sex as u64]);
    let postponed = if POSTPONED.contains(&year) { part(children, 0.12) } else { 0 };
    let examined = children - postponed;
    let boys_more = if sex == 1 { 1.0 + BOYS_NEED } else { 1.0 - BOYS_NEED };
    let three_years = part(examined, (THREE_YEARS[language].at(year) - PANDEMIC_MISSING[year]) * jitter("day-care"));
    let need =
        part(examined, (SUPPORT_NEED[language].at(year) + PANDEMIC_MISSING[year]) * boys_more * jitter("language"));
    let booklets = part(examined, BOOKLETS[language].at(year));
    let u8_done = part(booklets, U8[language].at(year) - 0.6 * PANDEMIC_MISSING[year]);
    let number = |number: i64| match (number, year) {
        (0, _) => "–".to_owned(),
        (number, PROVISIONAL) => format!("{} p", grouped(number, '.')),
        (number, _) => grouped(number, '.'),
    };
    let unknown = |text: String| if year == WITHOUT_BOOKLETS { ".".to_owned() } else { text };
    [
        number(examined),
        number(three_years),
        number(need),
        unknown(number(booklets)),
        unknown(number(u8_done)),
        number(postponed),
    ]
}

const SCHOOL_ROWS: [&str; 5] = [
    "Jahrgangsstufe 8 insgesamt",
    "Jahrgangsstufe 8 am Gymnasium",
    "Schulabgänge insgesamt",
    "ohne Ersten Schulabschluss",
    "mit (Fach-)Hochschulreife",
];

/// Schools: three rows of titles, a head of two rows with the school year merged over its columns.
pub(super) fn schools() -> Vec<u8> {
    let mut book = Workbook::new();
    let created = ExcelDateTime::from_ymd(2025, 12, 5).expect("a day");
    book.set_properties(&DocProperties::new().set_title("Schulstatistik Musterstadt").set_creation_datetime(&created));
    write_schools(&mut book).expect("a small spreadsheet");
    book.save_to_buffer().expect("writing to memory")
}

fn write_schools(book: &mut Workbook) -> Result<(), rust_xlsxwriter::XlsxError> {
    let strong = Format::new().set_bold();
    let head = Format::new().set_bold().set_align(FormatAlign::Center);
    let sheet = book.add_worksheet();
    sheet.set_name("Schulstatistik")?;
    sheet.write_with_format(0, 0, "Allgemeinbildende Schulen in Musterstadt nach Staatsangehörigkeit", &strong)?;
    sheet.write(1, 0, "Erfundene Daten, sie beschreiben keine wirklichen Menschen")?;
    for (column, title) in ["Bezirk", "Geschlecht", "Merkmal"].into_iter().enumerate() {
        sheet.merge_range(3, column as u16, 4, column as u16, title, &head)?;
    }
    for (year, name) in YEARS.into_iter().enumerate() {
        let first = 3 + 3 * year as u16;
        sheet.merge_range(3, first, 3, first + 2, &format!("{name}/{:02}", (name + 1) % 100), &head)?;
        for (column, title) in (first..).zip(["deutsch", "ausländisch", "insgesamt"]) {
            sheet.write_with_format(4, column, title, &head)?;
        }
    }
    let mut line = 5;
    for borough in 0..5 {
        for (sex, title) in ["weiblich", "männlich"].into_iter().enumerate() {
            for (measure, measure_title) in SCHOOL_ROWS.into_iter().enumerate() {
                sheet.write(line, 0, (borough + 1).to_string())?;
                sheet.write(line, 1, title)?;
                sheet.write(line, 2, measure_title)?;
                for year in 0..YEARS.len() {
                    let first = 3 + 3 * year as u16;
                    let [german, foreign] = [0, 1].map(|citizenship| pupils(borough, year)[measure][citizenship][sex]);
                    for (column, number) in (first..).zip([german, foreign, german + foreign]) {
                        sheet.write(line, column, number as f64)?;
                    }
                }
                line += 1;
            }
        }
    }
    sheet.write(line, 0, "Quelle: Schulverwaltungsamt Musterstadt")?;
    Ok(())
}

/// The rows of [`SCHOOL_ROWS`] by citizenship and sex.
fn pupils(borough: usize, year: usize) -> [Persons; 5] {
    let children = people::one_year_of_children(&people::of_borough(borough, year));
    let share = |of: &Persons, series: &str, share: &dyn Fn(usize) -> f64, girls: f64| -> Persons {
        std::array::from_fn(|citizenship| {
            std::array::from_fn(|sex| {
                let key = [borough as u64, year as u64, citizenship as u64, sex as u64];
                let girls = if sex == 0 { 1.0 + girls } else { 1.0 - girls };
                part(of[citizenship][sex], share(citizenship) * girls * (1.0 + 0.03 * noise(series, &key)))
            })
        })
    };
    let grade_8 = share(&children, "grade-8", &|_| 0.96, 0.0);
    let gymnasium = share(
        &grade_8,
        "gymnasium",
        &|citizenship| GYMNASIUM[citizenship].at(year) * GYMNASIUM_BY_BOROUGH[borough],
        GIRLS_AHEAD,
    );
    let leavers = share(&children, "leavers", &|_| 0.93, 0.0);
    let without = share(
        &leavers,
        "without",
        &|citizenship| WITHOUT_CERTIFICATE[citizenship].at(year) + 0.3 * PANDEMIC_MISSING[year],
        -3.0 * GIRLS_AHEAD,
    );
    let entrance = share(&leavers, "entrance", &|citizenship| ENTRANCE[citizenship].at(year), 1.5 * GIRLS_AHEAD);
    [grade_8, gymnasium, leavers, without, entrance]
}
