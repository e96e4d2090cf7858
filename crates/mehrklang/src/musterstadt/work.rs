//! The labour market as a flat file, and training as Parquet.

use std::{ops::Range, sync::Arc};

use arrow_array::{ArrayRef, Int32Array, Int64Array, RecordBatch, StringArray};
use parquet::{arrow::ArrowWriter, file::properties::WriterProperties};

use super::{
    chance::{noise, part},
    parameters::*,
    people::{self, Persons},
    tables::{row, tenths},
};

/// Code, title and unit of the measures, in the order of [`Market`].
const MEASURES: [(&str, &str, &str); 6] = [
    ("BEV1564", "Bevölkerung 15 bis unter 65 Jahre", "Anzahl"),
    ("SVB001", "Sozialversicherungspflichtig Beschäftigte", "Anzahl"),
    ("SVB002", "Beschäftigte: Fachkraft und höher", "Anzahl"),
    ("ALO001", "Arbeitslose, Jahresdurchschnitt", "Anzahl"),
    ("BEV0066", "Bevölkerung bis zur Regelaltersgrenze", "Anzahl"),
    ("SGB001", "Leistungsberechtigte nach SGB II", "Anzahl"),
];
/// The unemployed are means of the year and counted in tenths.
const UNEMPLOYED_AT: usize = 3;

/// The numbers of an area and a year: measure by citizenship and sex.
type Market = [Persons; 6];

fn market_of(place: usize, year: usize) -> Market {
    let residents = people::residents(place, year);
    let population = people::working_age(&residents);
    let base = people::up_to_pension(&residents);
    let strain = NEIGHBOURHOODS[place].strain;
    let each = |of: &Persons, series: &str, jitter: f64, share: &dyn Fn(usize, usize) -> f64| -> Persons {
        std::array::from_fn(|citizenship| {
            std::array::from_fn(|sex| {
                let key = [place as u64, year as u64, citizenship as u64, sex as u64];
                part(of[citizenship][sex], share(citizenship, sex) * (1.0 + jitter * noise(series, &key)))
            })
        })
    };
    let employed = each(&population, "employed", 0.012, &|citizenship, sex| {
        EMPLOYED[citizenship][sex].at(year) * (1.0 - 0.10 * (strain - 1.0)) - 0.4 * PANDEMIC_MISSING[year]
    });
    let skilled = each(&employed, "skilled", 0.008, &|citizenship, sex| {
        SKILLED[citizenship][sex].at(year) * (1.0 - 0.12 * (strain - 1.0))
    });
    let unemployed = each(&population.map(|sexes| sexes.map(|n| n * 10)), "unemployed", 0.03, &|citizenship, sex| {
        UNEMPLOYED[citizenship][sex].at(year) * PANDEMIC_UNEMPLOYED[year] * strain
    });
    let support = each(&base, "support", 0.02, &|citizenship, sex| {
        BASIC_SUPPORT[citizenship][sex].at(year) * (0.4 * PANDEMIC_UNEMPLOYED[year] + 0.6) * strain
    });
    [population, employed, skilled, unemployed, base, support]
}

fn add(whole: Market, part: &Market) -> Market {
    std::array::from_fn(|measure| {
        std::array::from_fn(|citizenship| {
            std::array::from_fn(|sex| whole[measure][citizenship][sex] + part[measure][citizenship][sex])
        })
    })
}

/// Labour market: one row a number, every value with its codes. The first delivery of a year is provisional.
pub(super) fn market(years: Range<usize>, provisional: bool) -> Vec<u8> {
    let mut text = String::new();
    let mut line = |cells: &[&str]| row(&mut text, ';', "\r\n", cells.iter().map(|cell| format!("\"{cell}\"")));
    line(&[
        "Zeit",
        "1_Merkmal_Code",
        "1_Auspraegung_Code",
        "1_Auspraegung_Label",
        "2_Merkmal_Code",
        "2_Auspraegung_Code",
        "2_Auspraegung_Label",
        "3_Merkmal_Code",
        "3_Auspraegung_Code",
        "3_Auspraegung_Label",
        "WERT_Merkmal_Code",
        "WERT_Merkmal_Label",
        "WERT_Einheit",
        "WERT",
    ]);
    for year in years {
        let parts: Vec<Market> = (0..NEIGHBOURHOODS.len()).map(|place| market_of(place, year)).collect();
        let city = parts.iter().fold([[[0; 2]; 2]; 6], add);
        let areas = NEIGHBOURHOODS.iter().map(|quarter| (quarter.code, quarter.name)).zip(&parts);
        for ((code, name), numbers) in std::iter::once(((CITY, "Musterstadt"), &city)).chain(areas) {
            for (sex, sex_code, sex_title) in
                [(None, "INSGESAMT", "Insgesamt"), (Some(0), "GESW", "weiblich"), (Some(1), "GESM", "männlich")]
            {
                for (citizenship, citizenship_code, citizenship_title) in [
                    (None, "INSGESAMT", "Insgesamt"),
                    (Some(0), "NATD", "Deutsche"),
                    (Some(1), "NATA", "Ausländer/innen"),
                ] {
                    for (measure, (measure_code, measure_title, unit)) in MEASURES.into_iter().enumerate() {
                        let number: i64 = (0..2)
                            .filter(|&c| citizenship.is_none_or(|only| only == c))
                            .flat_map(|c| {
                                (0..2).filter(move |&s| sex.is_none_or(|only| only == s)).map(move |s| (c, s))
                            })
                            .map(|(c, s)| numbers[measure][c][s])
                            .sum();
                        let number = if measure == UNEMPLOYED_AT { tenths(number) } else { number.to_string() };
                        let number = if provisional && year == 9 { format!("{number} p") } else { number };
                        let year = YEARS[year].to_string();
                        line(&[
                            &year,
                            "STADTTL",
                            code,
                            name,
                            "GES",
                            sex_code,
                            sex_title,
                            "NAT",
                            citizenship_code,
                            citizenship_title,
                            measure_code,
                            measure_title,
                            unit,
                            &number,
                        ]);
                    }
                }
            }
        }
    }
    text.into_bytes()
}

/// Training in companies, as Parquet.
pub(super) fn training() -> Vec<u8> {
    let (mut areas, mut years, mut citizenships, mut sexes) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    let (mut trainees, mut population) = (Vec::new(), Vec::new());
    for (year, name) in YEARS.into_iter().enumerate() {
        let young = people::young_adults(&people::of_city(year));
        for (citizenship, title) in ["deutsch", "ausländisch"].into_iter().enumerate() {
            for (sex, sex_title) in ["weiblich", "männlich"].into_iter().enumerate() {
                let jitter = 0.004 * noise("training", &[year as u64, citizenship as u64, sex as u64]);
                let share = TRAINEES[citizenship][sex].at(year) - PANDEMIC_MISSING[year] + jitter;
                areas.push(CITY);
                years.push(i32::try_from(name).expect("a year"));
                citizenships.push(title);
                sexes.push(sex_title);
                trainees.push(part(young[citizenship][sex], share));
                population.push(young[citizenship][sex]);
            }
        }
    }
    let columns: [(&str, ArrayRef); 6] = [
        ("gebiet", Arc::new(StringArray::from(areas))),
        ("jahr", Arc::new(Int32Array::from(years))),
        ("staatsangehoerigkeit", Arc::new(StringArray::from(citizenships))),
        ("geschlecht", Arc::new(StringArray::from(sexes))),
        ("auszubildende", Arc::new(Int64Array::from(trainees))),
        ("bevoelkerung", Arc::new(Int64Array::from(population))),
    ];
    let batch = RecordBatch::try_from_iter(columns).expect("columns of equal length");
    let properties = WriterProperties::builder().set_created_by("Musterstadt".to_owned()).build();
    let mut writer =
        ArrowWriter::try_new(Vec::new(), batch.schema(), Some(properties)).expect("a schema that Parquet knows");
    writer.write(&batch).expect("writing to memory");
    writer.into_inner().expect("writing to memory")
}
