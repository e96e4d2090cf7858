//! What holds for every file.

use std::sync::Arc;

use arrow_array::{ArrayRef, Int64Array, RecordBatch, StringArray};
use proptest::prelude::*;
use words::{Arg, Language, Words};

use super::{PERSONS, fact_lines, formats::parquet, read_with, town};
use catalogue::{Remark, remark::Word};

const XLSX: &str = r#"
measure = [{ name = "persons", title.de = "P", unit.de = "P", kind = "count" }]
[layout]
format = "xlsx"
column = [
  { head = "Nr", is = "area" },
  { head = "Jahr", is = "period" },
  { head = "Zahl", is = "measure", measure = "persons" },
]"#;

fn sheet() -> Vec<u8> {
    let mut book = rust_xlsxwriter::Workbook::new();
    let sheet = book.add_worksheet();
    sheet.write_row(0, 0, ["Nr", "Jahr", "Zahl"]).unwrap();
    sheet.write_row(1, 0, ["01", "2015", "12"]).unwrap();
    book.save_to_buffer().unwrap()
}

fn columns() -> Vec<u8> {
    let columns: [(&str, ArrayRef); 3] = [
        ("Nr", Arc::new(StringArray::from(vec!["01", "02"]))),
        ("Jahr", Arc::new(Int64Array::from(vec![2015, 2015]))),
        ("Zahl", Arc::new(Int64Array::from(vec![12, 13]))),
    ];
    parquet(RecordBatch::try_from_iter(columns).unwrap())
}

/// Everything that a remark says, in both languages and to programmers.
fn said(remarks: &[Remark]) -> String {
    let mut said = format!("{remarks:?}");
    for words in Language::ALL.map(Words::new) {
        for remark in remarks {
            let args: Vec<(&str, Arg<'_>)> = remark
                .words
                .iter()
                .map(|(name, word)| match word {
                    Word::Text(text) => (*name, Arg::Text(text)),
                    Word::Count(count) => (*name, Arg::Count(*count)),
                })
                .collect();
            said.push_str(&words.say(&format!("remark-{}", remark.rule), &args));
            if remark.hint {
                said.push_str(&words.say(&format!("remark-{}.hint", remark.rule), &args));
            }
        }
    }
    said
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

    #[test]
    fn any_bytes_are_read_or_refused(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        let town = town(PERSONS);
        let (facts, remarks) = read_with(&town, &bytes, None);
        prop_assert!(facts.is_some() || !remarks.is_empty());
        said(&remarks);
    }

    #[test]
    fn any_table_is_read_or_refused(rows in proptest::collection::vec("[0-9a-zA-Z.,()/ ;\"\r\n…–-]{0,40}", 0..12)) {
        let file = format!("Nr;Jahr;Gruppe;Zahl\n{}", rows.join("\n"));
        let (facts, remarks) = read_with(&town(PERSONS), file.as_bytes(), None);
        prop_assert!(facts.is_some() || !remarks.is_empty());
        said(&remarks);
    }

    #[test]
    fn damaged_spreadsheets_are_refused(at in any::<prop::sample::Index>(), byte in any::<u8>(), cut in any::<bool>()) {
        let mut bytes = sheet();
        let at = at.index(bytes.len());
        bytes[at] = byte;
        if cut { bytes.truncate(at); }
        let (facts, remarks) = read_with(&town(XLSX), &bytes, None);
        prop_assert!(facts.is_some() || !remarks.is_empty());
    }

    /// The library may panic on the way; that must not be seen outside.
    #[test]
    fn damaged_parquet_files_are_refused(at in any::<prop::sample::Index>(), byte in any::<u8>(), cut in any::<bool>()) {
        let mut bytes = columns();
        let at = at.index(bytes.len());
        bytes[at] = byte;
        if cut { bytes.truncate(at); }
        let (facts, remarks) = read_with(&town(&XLSX.replace("\"xlsx\"", "\"parquet\"")), &bytes, None);
        prop_assert!(facts.is_some() || !remarks.is_empty());
    }

    #[test]
    fn any_corrections_are_read_or_refused(text in "[a-z\\[\\]={}\" \n,.0-9]{0,120}") {
        let (facts, remarks) = read_with(&town(PERSONS), b"Nr;Jahr;Gruppe;Zahl\n01;2015;deutsch;1\n", Some(&text));
        prop_assert!(facts.is_some() || !remarks.is_empty());
    }

    #[test]
    fn the_order_of_rows_does_not_matter(
        numbers in proptest::collection::vec(0_u32..100_000, 12),
        order in Just((0..12).collect::<Vec<usize>>()).prop_shuffle(),
    ) {
        let town = town(PERSONS);
        let areas = ["Stadt", "01", "02"];
        let groups = ["gesamt", "ausländisch"];
        let row = |at: usize| {
            format!("{};{};{};{}\n", areas[at % 3], 2015 + at / 6, groups[at / 3 % 2], numbers[at])
        };
        let file = |order: &mut dyn Iterator<Item = usize>| {
            format!("Nr;Jahr;Gruppe;Zahl\n{}", order.map(row).collect::<String>())
        };
        let facts = |file: String| fact_lines(&town, &read_with(&town, file.as_bytes(), None).0.unwrap());
        let straight = facts(file(&mut (0..12)));
        prop_assert_eq!(straight.len(), 12);
        prop_assert_eq!(straight, facts(file(&mut order.iter().copied())));
    }

    /// The canary: whatever is wrong with a number, no remark repeats it.
    #[test]
    fn no_remark_repeats_a_cell(canary in 1_000_000_u64..9_999_999, wrong in 0_usize..14) {
        let canary = format!("{canary}");
        let grouped = format!("{}.{}.{}", &canary[..1], &canary[1..4], &canary[4..]);
        let rows = match wrong {
            0 => format!("{canary};2015;gesamt;1"),
            1 => format!("Stadt;{canary};gesamt;1"),
            2 => format!("Stadt;2015;{canary};1"),
            3 => format!("Stadt;2015;gesamt;{canary}z"),
            4 => format!("Stadt;2015;gesamt;{canary},5"),
            5 => format!("Stadt;2015;gesamt;-{grouped}"),
            6 => format!("Stadt;2015;gesamt;{grouped}\nStadt;2015;gesamt;{grouped}"),
            7 => format!("Stadt;2015;gesamt;{canary}\nStadt;2015;gesamt;3"),
            8 => format!("Stadt;2015;gesamt;{canary}\nStadt;2015;deutsch;1\nStadt;2015;ausländisch;2"),
            9 => format!("Stadt;2015;gesamt;3\nStadt;2015;ausländisch;{canary}"),
            10 => format!("Stadt;2015;gesamt;3;{canary}"),
            11 => format!("Stadt;2015;gesamt;3{canary}000000000000000"),
            12 => (2010..2020).map(|year| format!("Stadt;{year};gesamt;{}\n", if year == 2015 { &canary } else { "9" })).collect(),
            _ => format!("{canary}\nStadt;2015;gesamt;3"),
        };
        let corrections = format!(
            "[[correction]]\nrow = {{ Nr = \"{canary}\" }}\ncolumn = \"Zahl\"\nexpect = \"{canary}\"\nset = \"{canary}\"\nreason = \"r\""
        );
        for (head, corrections) in [("Nr;Jahr;Gruppe;Zahl", None), ("Nr;Jahr;Zahl", None), ("Nr;Jahr;Gruppe;Zahl", Some(&corrections))] {
            let file = format!("{head}\n{rows}\n");
            let (_, remarks) = read_with(&town(PERSONS), file.as_bytes(), corrections.map(String::as_str));
            prop_assert!(!remarks.is_empty(), "{}", wrong);
            let said = said(&remarks);
            prop_assert!(!said.contains(&canary) && !said.contains(&grouped), "{}", said);
        }
        // A head that is data, because too many rows were left out.
        let file = format!("{canary};2015;gesamt;1\n{rows}\n");
        let (_, remarks) = read_with(&town(PERSONS), file.as_bytes(), None);
        prop_assert!(!said(&remarks).contains(&canary));
    }
}
