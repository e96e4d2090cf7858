//! Mistakes in files and in corrections, each with its place.

use super::{PERSONS, check, check_with};
use crate::delivery::codes::{Codes, Found};

/// A file with the usual head.
fn file(rows: &str) -> String {
    format!("Nr;Jahr;Gruppe;Zahl\n{}", rows.lines().map(|line| format!("{}\n", line.trim())).collect::<String>())
}

#[test]
fn unknown_codes_name_their_place() {
    check(
        PERSONS,
        file(
            "Stadt;2015;gesamt;10\nNordhaim;2015;gesamt;1\n07;2015;gesamt;1\nStadt;2015;auslendisch;1\n;2015;gesamt;1",
        ),
        "",
        "
        error unknown-code 3 Nr
        error unknown-code 4 Nr
        error unknown-code 5 Gruppe
        error empty-code 6 Nr
        ",
    );
}

#[test]
fn hints_come_from_the_code_list() {
    let (_, remarks) = super::read_with(&super::town(PERSONS), file("Nordhaim;2015;gesamt;1").as_bytes(), None);
    assert!(remarks[0].words.contains(&("near", "Nordheim".into())), "{remarks:?}");
    let (_, remarks) = super::read_with(&super::town(PERSONS), file("0100;2015;gesamt;1").as_bytes(), None);
    assert!(remarks[0].words.contains(&("has-near", "no".into())), "{remarks:?}");
}

#[test]
fn leading_zeros_are_restored_and_said_once() {
    check(
        PERSONS,
        file("1;2015;deutsch;5\n1;2015;ausländisch;6\n2;2015;deutsch;7\n1;2016;deutsch;5"),
        "
        persons 01 2015 citizenship=german 5
        persons 01 2015 citizenship=foreign 6
        persons 01 2016 citizenship=german 5
        persons 02 2015 citizenship=german 7
        ",
        "
        note leading-zeros 2 Nr
        warning missing-areas
        warning missing-areas
        ",
    );
    let codes = Codes::of_areas(&super::town(PERSONS));
    assert_eq!(codes.find("8111000"), Found::Restored(0));
    assert_eq!(codes.find("08111000"), Found::One(0));
    assert_eq!(codes.find("001"), Found::Unknown);
    assert_eq!(codes.find("1.0"), Found::Unknown);
}

#[test]
fn periods_that_do_not_fit_are_errors() {
    check(
        PERSONS,
        file("Stadt;2014/15;gesamt;10\nStadt;fünfzehn;gesamt;1\nStadt;1. Quartal 2015;gesamt;1"),
        "",
        "error other-period 2 Jahr\nerror unreadable-period 3 Jahr\nerror other-period 4 Jahr",
    );
    let day = format!("periods = \"reference-date\"\nday = \"12-31\"\n{PERSONS}");
    check(&day, file("Stadt;31.12.2015;gesamt;10\nStadt;30.06.2015;gesamt;1"), "", "error other-day 3 Jahr");
}

#[test]
fn numbers_that_do_not_fit_are_errors() {
    check(
        PERSONS,
        file(
            "Stadt;2015;gesamt;10,5\nStadt;2014;gesamt;viele\nStadt;2013;gesamt;-3\nStadt;2012;gesamt;99999999999999999",
        ),
        "",
        "
        error too-precise 2 Zahl
        error unreadable-number 3 Zahl
        error negative-count 4 Zahl
        error too-large 5 Zahl
        ",
    );
}

#[test]
fn rows_that_repeat_or_contradict_are_errors() {
    check(
        PERSONS,
        file("Stadt;2015;gesamt;10\nStadt;2015;insgesamt;10\nStadt;2014;gesamt;8\n08111000;2014;gesamt;9"),
        "",
        "error duplicate-row 3\nerror contradicting-rows 5 Zahl",
    );
    // An empty cell contradicts nothing.
    check(
        PERSONS,
        file("Stadt;2015;gesamt;\nStadt;2015;gesamt;10\nStadt;2015;gesamt;"),
        "persons 08111000 2015 citizenship=* 10",
        "",
    );
}

#[test]
fn a_whole_may_stand_beside_each_part() {
    let layout = PERSONS
        .replace(
            "measure = [{",
            "measure = [{ name = \"all\", title.de = \"A\", unit.de = \"P\", kind = \"count\" }, {",
        )
        .replace(
            "column = [",
            "column = [{ head = \"Alle\", is = \"measure\", measure = \"all\", whole = [\"citizenship\"] },",
        );
    check(
        &layout,
        "Nr;Jahr;Gruppe;Zahl;Alle\nStadt;2015;deutsch;6;10\nStadt;2015;ausländisch;4;10\n",
        "
        all 08111000 2015 10
        persons 08111000 2015 citizenship=german 6
        persons 08111000 2015 citizenship=foreign 4
        ",
        "",
    );
    check(
        &layout,
        "Nr;Jahr;Gruppe;Zahl;Alle\nStadt;2015;deutsch;6;10\nStadt;2015;ausländisch;4;11\n",
        "",
        "error contradicting-rows 3 Alle",
    );
}

#[test]
fn columns_that_lack_and_columns_nobody_declared() {
    check(
        PERSONS,
        "Nr;Jahr;Grupe;Zahl;Bemerkung\nStadt;2015;gesamt;10;\n",
        "",
        "error missing-column\nwarning undeclared-column 1\nwarning undeclared-column 1",
    );
    check(
        PERSONS,
        "Nr;Jahr;Gruppe;Zahl;Zahl\nStadt;2015;gesamt;10;11\n",
        "",
        "error head-stands-twice 1 Zahl\nwarning undeclared-column 1",
    );
    check(
        &PERSONS.replace("[layout]", "[layout]\ndelimiter = \",\""),
        file("Stadt;2015;gesamt;10"),
        "",
        "error other-delimiter",
    );
    check(PERSONS, "Nr;Jahr;Gruppe;Zahl\n", "", "error no-rows");
    let above = "Titel\nNr;Jahr;Gruppe;Zahl\nStadt;2015;gesamt;10\n";
    let lacking = "error missing-column\n".repeat(4);
    check(PERSONS, above, "", &format!("{lacking}warning undeclared-column 1"));
    let (_, remarks) = super::read_with(&super::town(PERSONS), above.as_bytes(), None);
    assert!(remarks[0].words.contains(&("head", "Nr".into())), "in the order of the declaration: {remarks:?}");
    assert!(remarks[0].words.contains(&("row", 2_usize.into())), "{remarks:?}");
    check(PERSONS, "", "", "error missing-column\nerror missing-column\nerror missing-column\nerror missing-column");
}

#[test]
fn the_hint_to_a_missing_column_names_no_text_of_the_file() {
    let (_, remarks) = super::read_with(&super::town(PERSONS), b"Nr;Jahr;Grupe;Zahl\nStadt;2015;gesamt;10\n", None);
    assert!(remarks[0].words.contains(&("near", "C".into())), "{remarks:?}");
    assert!(!format!("{remarks:?}").contains("Grupe"));
}

#[test]
fn rows_with_too_many_or_too_few_cells() {
    check(
        PERSONS,
        "Nr,Jahr,Gruppe,Zahl\nStadt,2015,gesamt,10,5\nStadt,2014,gesamt\n",
        "",
        "error too-many-cells 2\nwarning too-few-cells 3",
    );
}

#[test]
fn row_and_column_may_not_contradict() {
    let layout =
        PERSONS.replace("measure = \"persons\" },", "measure = \"persons\", of = { citizenship = \"foreign\" } },");
    check(&layout, file("Stadt;2015;gesamt;10\nStadt;2014;Deutsche;10"), "", "error conflicting-categories 3 Zahl");
}

#[test]
fn corrections_are_applied_before_reading() {
    let correction = r#"
        [[correction]]
        row = { Nr = "Stadt", Jahr = "2015" }
        column = "zahl"
        expect = "zehn"
        set = "10"
        reason = "Schreibfehler, Amt bestätigt am 3. Februar""#;
    check_with(PERSONS, file("Stadt;2015;gesamt;zehn"), Some(correction), "persons 08111000 2015 citizenship=* 10", "");
    let with = |rows: &str, remarks: &str| check_with(PERSONS, file(rows), Some(correction), "", remarks);
    with("Stadt;2015;gesamt;10", "error correction-expectation-fails 2");
    with("Stadt;2014;gesamt;10", "error correction-finds-no-row 2");
    with("Stadt;2015;gesamt;zehn\nStadt;2015;deutsch;zehn", "error correction-finds-many 2");
}

#[test]
fn corrections_are_read_strictly() {
    let given = |corrections: &str, remarks: &str| {
        check_with(PERSONS, file("Stadt;2015;gesamt;10"), Some(corrections), "", remarks);
    };
    given(
        "[[correction]]\nrow = { Nr = \"x\" }\ncolumn = \"Zahl\"\nexpect = \"1\"\nset = \"2\"",
        "error correction-lacks 1",
    );
    given(
        "[[correction]]\nrow = { Nr = \"x\" }\ncolumn = \"Zahl\"\nexpect = \"1\"\nset = 2\nreason = \" \"",
        "error correction-lacks 5\nerror correction-lacks 6",
    );
    given(
        "[[correction]]\nrow = { Nr = \"x\" }\ncolumn = \"Zahl\"\nexpect = \"1\"\nset = \"2\"\nreason = \"r\"\nwhy = 1",
        "error correction-unknown-key 7",
    );
    given(
        "[[correction]]\nrow = { Nr = \"Stadt\" }\ncolumn = \"Zal\"\nexpect = \"1\"\nset = \"2\"\nreason = \"r\"",
        "error correction-unknown-column 1",
    );
    given("[[corection]]\nrow = {}", "error correction-unknown-key 1");
    given("[[correction]\n", "error corrections-unreadable");
    given("correction = 3", "error corrections-unreadable");
}
