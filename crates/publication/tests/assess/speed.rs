//! How long a whole monitoring takes: `cargo test --release -p publication --test assess -- --ignored --nocapture`.

use std::{fmt::Write, time::Instant};

use catalogue::model::{Area, Category, Indicator};
use publication::{assess, measure};
use release::Row;

use crate::town::Town;

#[test]
#[ignore = "takes long unless optimised"]
fn a_whole_monitoring_is_assessed_in_about_a_second() {
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
    assert_eq!(trends, 60 * 100 * 11);
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
