//! How long a whole monitoring takes: `cargo xtask bench-assess`, `cargo xtask bench-editions`.

use std::{fmt::Write, time::Instant};

use catalogue::{
    Catalogue,
    model::{Area, Category, Indicator, IndicatorKind, Quantity},
};
use publication::{assess, measure};
use release::{Release, Row};

use crate::town::Town;

/// 60 indicators, 100 areas, everyone and 10 groups, 20 years; the first indicator is an index.
fn monitoring() -> (Catalogue, Release) {
    let mut town = Town::default();
    for year in 2005..2025_i16 {
        let step = f64::from(year - 2005);
        town.share("", "01", year, 2000.0 + 20.0 * step, 10_000.0);
        town.share("german", "01", year, 200.0 + 3.0 * step, 1000.0);
    }
    let mut catalogue = town.catalogue();
    let mut release = town.release();
    let variable = catalogue.variables.values_mut().next().expect("a variable");
    let template = variable.categories.first().expect("a category").clone();
    let code = |n: usize| format!("g{n}").parse().expect("a code");
    variable.categories = (0..10).map(|n| Category { code: code(n), ..template.clone() }).collect();
    let model = catalogue.areas.get(1).expect("an area").clone();
    let area = |n: usize| {
        let mut name = String::new();
        write!(name, "v{n:03}").expect("text");
        name.parse().expect("an area")
    };
    catalogue.areas.truncate(1);
    catalogue.areas.extend((1..100).map(|n| Area { code: area(n), ..model.clone() }));
    let indicator = catalogue.indicators.first().expect("an indicator").clone();
    catalogue.indicators =
        (0..60).map(|n| Indicator { name: format!("i{n}").parse().expect("a name"), ..indicator.clone() }).collect();
    // One of them is an index over the 99 quarters, drawn anew for each interval.
    let quantity = |n: usize| {
        let of = [("citizenship".parse().expect("a name"), code(n))].into_iter().collect();
        Quantity { measure: "q.all".parse().expect("a measure"), of }
    };
    let (whole, across) = (catalogue.levels[0].name.clone(), catalogue.levels[1].name.clone());
    if let Some(one) = catalogue.indicators.first_mut() {
        one.kind = IndicatorKind::Dissimilarity { group: quantity(0), reference: quantity(1), across };
        (one.levels, one.breakdowns) = (vec![whole], Vec::new());
    }
    for table in &mut release.tables {
        let rows = std::mem::take(&mut table.rows);
        for (place, known) in catalogue.areas.iter().enumerate() {
            for row in &rows {
                let groups = if row.categories.is_empty() { 1 } else { 10 };
                table.rows.extend((0..groups).map(|n| Row {
                    area: known.code.clone(),
                    categories: row.categories.iter().map(|_| Some(code(n))).collect(),
                    observation: shifted(
                        row.observation,
                        place * 7 + n * 3 + usize::from(row.period.year().unsigned_abs()) % 5,
                    ),
                    ..row.clone()
                }));
            }
        }
        table.rows.sort_by(|a, b| (&a.area, a.period, &a.categories).cmp(&(&b.area, b.period, &b.categories)));
    }
    let index = release.tables.iter().find(|table| table.key.by.is_empty()).expect("a table of everyone");
    let mut index = index.clone();
    index.key.measure = "q.index-i0".parse().expect("a measure");
    index.rows.retain(|row| row.area == catalogue.whole().code);
    release.tables.push(index);
    release.tables.sort_by(|a, b| a.key.cmp(&b.key));
    (catalogue, release)
}

#[test]
#[ignore = "takes long unless optimised"]
fn a_whole_monitoring_is_exported() {
    let (catalogue, release) = monitoring();
    let measures = measure(&catalogue, &release);
    let about = exports::About {
        catalogue: &catalogue,
        release: "2026-03-15-012345",
        sealed_on: "2026-03-15",
        address: Some("https://monitoring.musterstadt.example/"),
    };
    let start = Instant::now();
    let files = exports::all(&about, &measures);
    let all = start.elapsed();
    let bytes: usize = files.iter().map(|file| file.bytes.len()).sum();
    let figures: usize =
        exports::datasets(&catalogue, &measures).iter().map(|dataset| dataset.observations.len()).sum();
    println!("{figures} observations in {} files of all formats, {} MB, in {all:?}", files.len(), bytes / 1_000_000);
    assert_eq!(figures, 59 * 100 * 11 * 20 + 20);
}

#[test]
#[ignore = "takes long unless optimised"]
fn a_whole_monitoring_is_assessed() {
    let (catalogue, release) = monitoring();
    let start = Instant::now();
    let measures = measure(&catalogue, &release);
    let measured = start.elapsed();
    let start = Instant::now();
    let assessments = assess(&catalogue, &release, &measures);
    let verdicts: usize = assessments.pages().map(|(_, _, page)| page.verdicts.len()).sum();
    let trends: usize = assessments.pages().map(|(_, _, page)| page.trends.len()).sum();
    println!(
        "measured in {measured:?}; {verdicts} verdicts, {trends} trends, {} warnings in {:?}",
        assessments.warnings.len(),
        start.elapsed()
    );
    let index = assessments.page(&catalogue.indicators[0].name, &catalogue.whole().code).expect("a page");
    assert!(index.latest[0].interval.is_ok(), "{:?}", index.latest);
    assert_eq!(trends, 59 * 100 * 11 + 1);
}

fn shifted(observation: release::Observation, by: usize) -> release::Observation {
    match observation {
        release::Observation::Value { mut number, mark } => {
            number.scaled += i64::try_from(by).unwrap_or(0) * 100;
            release::Observation::Value { number, mark }
        }
        other => other,
    }
}
