//! CSV for spreadsheets that are set to German: `i/<indicator>.de.csv`.

use words::{Language, Words};

use crate::{Dataset, File, Format};

/// One file for each indicator: UTF-8 with byte order mark, semicolon, decimal comma.
pub fn german(datasets: &[Dataset<'_>]) -> Vec<File> {
    let words = Words::new(Language::De);
    let file = |dataset: &Dataset<'_>| File {
        path: format!("i/{}.de.csv", dataset.indicator.name),
        format: Format::CsvGerman,
        indicator: Some(dataset.indicator.name.clone()),
        bytes: write(&words, dataset),
    };
    datasets.iter().map(file).collect()
}

fn write(words: &Words, dataset: &Dataset<'_>) -> Vec<u8> {
    let written = "writing to memory does not fail";
    let start = "\u{feff}".as_bytes().to_vec();
    let mut out = csv::WriterBuilder::new().delimiter(b';').terminator(csv::Terminator::CRLF).from_writer(start);
    out.write_record([
        words.say("export-area-code", &[]),
        words.say("export-area", &[]),
        words.say("export-period", &[]),
        words.say("export-group", &[]),
        words.say("export-value", &[]),
        words.say("export-unit", &[]),
        words.say("export-numerator", &[]),
        words.say("export-denominator", &[]),
        words.say("export-status", &[]),
    ])
    .expect(written);
    let comma = |number: Option<String>| number.map_or(String::new(), |number| number.replace('.', ","));
    for one in &dataset.observations {
        let area = dataset.areas[one.area];
        out.write_record([
            area.code.as_str(),
            &area.name,
            &dataset.periods[one.period].to_string(),
            &dataset.group_title(words, dataset.groups[one.group]),
            &comma(one.value.clone()),
            &dataset.indicator.unit.de,
            &comma(one.numerator.map(|number| number.to_string())),
            &comma(one.denominator.map(|number| number.to_string())),
            one.status,
        ])
        .expect(written);
    }
    out.into_inner().expect(written)
}
