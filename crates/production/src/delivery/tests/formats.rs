//! Encodings, delimiters, line ends, spreadsheets, Parquet.

use std::sync::Arc;

use arrow_array::{
    ArrayRef, Date32Array, DictionaryArray, Float64Array, Int32Array, RecordBatch, StringArray, types::Int8Type,
};
use parquet::arrow::ArrowWriter;
use rust_xlsxwriter::{ExcelDateTime, Format, Workbook};

use super::{PERSONS, check};

const FACTS: &str = "
    persons 08111000 2015 citizenship=* 4560
    persons 08111000 2015 citizenship=foreign 1560
    persons 03 2015 citizenship=foreign 17
";

/// The same table, however it is separated.
fn text(delimiter: &str, end: &str) -> String {
    let rows = [
        ["Nr", "Jahr", "Gruppe", "Zahl"],
        ["Stadt", "2015", "gesamt", "4.560"],
        ["Stadt", "2015", "ausländisch", "1.560"],
        ["Südheim", "2015", "Ausländer/innen", "17"],
    ];
    rows.iter().map(|row| row.join(delimiter) + end).collect()
}

/// Two quarters lack in all of these.
const LACKING: &str = "warning missing-areas";

#[test]
fn delimiters_and_line_ends_are_detected() {
    for delimiter in [";", ",", "\t", "|"] {
        for end in ["\n", "\r\n", "\r"] {
            check(PERSONS, text(delimiter, end), FACTS, LACKING);
        }
    }
}

#[test]
fn encodings_are_detected_or_declared() {
    let text = text(";", "\r\n");
    let one_byte: Vec<u8> = text.chars().map(|c| c as u8).collect();
    check(PERSONS, &one_byte, FACTS, LACKING);
    check(PERSONS, format!("\u{feff}{text}"), FACTS, LACKING);
    let declared = |encoding: &str| PERSONS.replace("[layout]", &format!("[layout]\nencoding = \"{encoding}\""));
    check(&declared("windows-1252"), &one_byte, FACTS, LACKING);
    check(&declared("iso-8859-15"), &one_byte, FACTS, LACKING);
    check(&declared("utf-8"), &text, FACTS, LACKING);
    check(&declared("utf-8"), &one_byte, "", "error other-encoding");
    check(&declared("windows-1252"), &text, "", "error other-encoding");
    let utf_16: Vec<u8> = [0xfeff].into_iter().chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect();
    check(PERSONS, utf_16, FACTS, LACKING);
}

#[test]
fn rows_above_the_head_and_below_the_table_are_no_data() {
    let layout = PERSONS.replace("[layout]", "[layout]\nskip-rows = 3\nends-before = \"©\"");
    let above = "Bevölkerung; \"Kleinstadt\r\nStand: 31.12.2015\r\n\r\n";
    let below = "\r\n© Statistikstelle;;;\r\n1;2015;gesamt;999\r\n";
    check(&layout, format!("{above}{}{below}", text(";", "\r\n")), FACTS, LACKING);
    // Without a declared end, a footnote is understood and said.
    let layout = PERSONS.replace("[layout]", "[layout]\nskip-rows = 3");
    let below = "\r\n© Statistikstelle\r\nEigene Berechnung;;;\r\n;;;\r\n";
    let remarks = format!("note text-rows 9\n{LACKING}");
    check(&layout, format!("{above}{}{below}", text(";", "\r\n")), FACTS, &remarks);
}

#[test]
fn quoted_cells_may_hold_everything() {
    let file = "\"Nr\";\"Jahr\";\"Gruppe\";\"Zahl\"\n\"Stadt\";\"2015\";\"gesamt\";\"4.560\"\n";
    check(PERSONS, file, "persons 08111000 2015 citizenship=* 4560", "");
    let file = "Nr,Jahr,Gruppe,Zahl\nStadt,2015,\"ge\nsamt\",\"4.560\"\nStadt,2014,gesamt,x1\n";
    check(PERSONS, file, "", "error unknown-code 2 Gruppe\nerror unreadable-number 4 Zahl");
}

/// Two stacked heads over years and groups, as school statistics have them.
const STACKED: &str = r#"
periods = "school-year"
measure = [{ name = "persons", title.de = "Personen", unit.de = "Personen", kind = "count" }]
[layout]
format = "xlsx"
sheet = "Zahlen"
skip-rows = 2
head-rows = 2
ends-before = "Quelle:"
column = [
  { head = "Viertel", is = "area" },
  { head = "Merkmal", is = "ignored" },
  { head = "{period} / {citizenship}", is = "measure", measure = "persons", only = { Merkmal = ["Kinder"] } },
]
"#;

fn stacked() -> Workbook {
    let mut book = Workbook::new();
    book.add_worksheet().set_name("Deckblatt").unwrap();
    let sheet = book.add_worksheet().set_name("Zahlen").unwrap();
    let plain = Format::new();
    sheet.write(0, 0, "Kinder an Schulen").unwrap();
    sheet.merge_range(2, 0, 3, 0, "Viertel", &plain).unwrap();
    sheet.merge_range(2, 1, 3, 1, "Merkmal", &plain).unwrap();
    sheet.merge_range(2, 2, 2, 3, "2014/15", &plain).unwrap();
    sheet.merge_range(2, 4, 2, 5, "2015/16", &plain).unwrap();
    for (column, text) in [(2, "deutsch"), (3, "ausländisch"), (4, "deutsch"), (5, "ausländisch")] {
        sheet.write(3, column, text).unwrap();
    }
    for (row, area, what) in [(4, 1, "Kinder"), (5, 1, "Lehrkräfte"), (6, 2, "Kinder")] {
        sheet.write(row, 0, area).unwrap();
        sheet.write(row, 1, what).unwrap();
        for column in 2..6 {
            sheet.write(row, column, f64::from(row) * 10.0 + f64::from(column)).unwrap();
        }
    }
    sheet.write(6, 3, ".").unwrap();
    sheet.write(6, 5, "67 p").unwrap();
    sheet.write(8, 0, "Quelle: Schulamt").unwrap();
    sheet.write(9, 0, 3).unwrap();
    book
}

#[test]
fn merged_heads_reach_over_their_columns() {
    let bytes = stacked().save_to_buffer().unwrap();
    check(
        STACKED,
        &bytes,
        "
        persons 01 2014 citizenship=german 42
        persons 01 2014 citizenship=foreign 43
        persons 01 2015 citizenship=german 44
        persons 01 2015 citizenship=foreign 45
        persons 02 2014 citizenship=german 62
        persons 02 2014 citizenship=foreign Withheld
        persons 02 2015 citizenship=german 64
        persons 02 2015 citizenship=foreign 67 Provisional
        ",
        "note leading-zeros 5 Viertel\nwarning missing-areas",
    );
    check(&STACKED.replace("Zahlen", "Daten"), &bytes, "", "error no-such-sheet");
    check(PERSONS, &bytes, "", "error other-format");
    check(STACKED, &bytes[..bytes.len() / 2], "", "error unreadable-file");
    check(STACKED, text(";", "\n"), "", "error other-format");
}

#[test]
fn the_same_stacked_head_in_csv_has_lost_its_merged_cells() {
    let layout = STACKED.replace("\"xlsx\"\nsheet = \"Zahlen\"", "\"csv\"");
    let file = "Kinder;;;;;\n;;;;;\nViertel;Merkmal;2014/15;;2015/16;\n;;deutsch;ausländisch;deutsch;ausländisch\n\
        01;Kinder;42;43;44;45\nQuelle: Schulamt;;;;;\n";
    check(
        &layout,
        file,
        "
        persons 01 2014 citizenship=german 42
        persons 01 2014 citizenship=foreign 43
        persons 01 2015 citizenship=german 44
        persons 01 2015 citizenship=foreign 45
        ",
        "warning missing-areas",
    );
}

#[test]
fn spreadsheets_hold_dates_and_binary_fractions() {
    let layout = r#"
        periods = "reference-date"
        day = "12-31"
        measure = [{ name = "persons", title.de = "P", unit.de = "P", kind = "sum", decimals = 1 }]
        [layout]
        format = "xlsx"
        column = [{ head = "Stichtag", is = "period" }, { head = "Summe", is = "measure", measure = "persons" }]"#;
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    sheet.write_row(0, 0, ["Stichtag", "Summe"]).unwrap();
    let date = Format::new().set_num_format("dd.mm.yyyy");
    for (row, year, sum) in [(1, 2014, 0.1 + 0.2), (2, 2015, 22_710.5)] {
        let day = ExcelDateTime::from_ymd(year, 12, 31).unwrap();
        sheet.write_with_format(row, 0, &day, &date).unwrap();
        sheet.write(row, 1, sum).unwrap();
    }
    let facts = "persons 08111000 2014 3\npersons 08111000 2015 227105";
    check(layout, book.save_to_buffer().unwrap(), facts, "");
}

#[test]
fn parquet_columns_of_all_kinds_are_text_first() {
    let layout = r#"
        periods = "reference-date"
        day = "12-31"
        measure = [{ name = "persons", title.de = "P", unit.de = "P", kind = "sum", decimals = 1 }]
        [layout]
        format = "parquet"
        column = [
          { head = "gebiet", is = "area" },
          { head = "tag", is = "period" },
          { head = "gruppe", is = "category", variable = "citizenship" },
          { head = "summe", is = "measure", measure = "persons" },
        ]"#;
    let gruppe: DictionaryArray<Int8Type> = ["deutsch", "ausländisch", "deutsch"].into_iter().collect();
    let columns: [(&str, ArrayRef); 4] = [
        ("gebiet", Arc::new(Int32Array::from(vec![1, 2, 1]))),
        ("tag", Arc::new(Date32Array::from(vec![16_800, 16_800, 16_435]))),
        ("gruppe", Arc::new(gruppe)),
        ("summe", Arc::new(Float64Array::from(vec![Some(22_710.5), None, Some(3.0)]))),
    ];
    let bytes = parquet(RecordBatch::try_from_iter(columns).unwrap());
    check(
        layout,
        &bytes,
        "
        persons 01 2014 citizenship=german 30
        persons 01 2015 citizenship=german 227105
        persons 02 2015 citizenship=foreign Missing
        ",
        "note leading-zeros 1 gebiet\nwarning missing-areas\nwarning missing-areas",
    );
    check(layout, &bytes[..bytes.len() - 9], "", "error unreadable-file");
    let only: [(&str, ArrayRef); 1] = [("gebiet", Arc::new(StringArray::from(vec!["01"])))];
    let bytes = parquet(RecordBatch::try_from_iter(only).unwrap());
    check(layout, bytes, "", "error missing-column\nerror missing-column\nerror missing-column");
}

pub(super) fn parquet(batch: RecordBatch) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut writer = ArrowWriter::try_new(&mut bytes, batch.schema(), None).unwrap();
    writer.write(&batch).unwrap();
    writer.close().unwrap();
    bytes
}
