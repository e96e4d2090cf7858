//! Files that can be read, with what someone should look at.

use super::{PERSONS, check, read_with, remark_lines, town};

fn remarks(source: &str, file: &str, expected: &str) {
    let (facts, remarks) = read_with(&town(source), file.as_bytes(), None);
    assert!(facts.is_some(), "{remarks:?}");
    assert_eq!(remark_lines(&remarks).join("\n"), expected.trim());
}

fn file(rows: &[&str]) -> String {
    format!("Nr;Jahr;Gruppe;Zahl\n{}\n", rows.join("\n"))
}

#[test]
fn signs_are_states() {
    check(
        PERSONS,
        file(&[
            "Stadt;2011;gesamt;–",
            "Stadt;2012;gesamt;.",
            "Stadt;2013;gesamt;/",
            "Stadt;2014;gesamt;…",
            "Stadt;2015;gesamt;x",
            "Stadt;2016;gesamt;(12)",
            "Stadt;2017;gesamt;1.560 p",
            "Stadt;2018;gesamt;0",
            "Stadt;2019;gesamt;",
        ]),
        "
        persons 08111000 2011 citizenship=* Nothing
        persons 08111000 2012 citizenship=* Withheld
        persons 08111000 2013 citizenship=* Unreliable
        persons 08111000 2014 citizenship=* Pending
        persons 08111000 2015 citizenship=* Senseless
        persons 08111000 2016 citizenship=* 12 Uncertain
        persons 08111000 2017 citizenship=* 1560 Provisional
        persons 08111000 2018 citizenship=* 0
        persons 08111000 2019 citizenship=* Missing
        ",
        "",
    );
}

#[test]
fn areas_that_lack_are_named_once() {
    let (_, remarks) = read_with(
        &town(PERSONS),
        file(&["01;2015;gesamt;1", "01;2016;gesamt;1", "02;2016;gesamt;1", "01;2017;gesamt;1"]).as_bytes(),
        None,
    );
    assert_eq!(remark_lines(&remarks), ["warning missing-areas", "warning missing-areas"]);
    assert!(remarks[0].words.contains(&("areas", "02, 03".into())), "{remarks:?}");
    assert!(remarks[0].words.contains(&("periods", 2_usize.into())), "{remarks:?}");
    assert!(remarks[1].words.contains(&("areas", "03".into())), "{remarks:?}");
    // Where absent is zero, absence is a number.
    let sparse = PERSONS.replace("[layout]", "[layout]\nabsent = \"zero\"");
    self::remarks(&sparse, &file(&["01;2015;gesamt;1", "Stadt;2015;gesamt;1"]), "");
}

#[test]
fn areas_are_expected_only_while_they_exist() {
    remarks(PERSONS, &file(&["01;2011;gesamt;1", "02;2011;gesamt;1"]), "");
    remarks(
        PERSONS,
        &file(&["01;2011;gesamt;1", "02;2011;gesamt;1", "03;2011;gesamt;1"]),
        "warning area-not-valid 4 Zahl",
    );
}

#[test]
fn years_lack_in_the_step_of_the_series() {
    let years = |years: &[u16]| {
        file(
            &years
                .iter()
                .map(|year| format!("Stadt;{year};gesamt;100"))
                .collect::<Vec<_>>()
                .iter()
                .map(String::as_str)
                .collect::<Vec<_>>(),
        )
    };
    remarks(PERSONS, &years(&[2010, 2011, 2014]), "warning missing-years");
    remarks(PERSONS, &years(&[2010, 2013, 2016]), "");
    remarks(PERSONS, &years(&[2010, 2013, 2019]), "warning missing-years");
}

#[test]
fn areas_add_up_to_the_area_above() {
    let rows = ["Stadt;2015;gesamt;10", "01;2015;gesamt;3", "02;2015;gesamt;3", "03;2015;gesamt;3", "99;2015;gesamt;1"];
    remarks(PERSONS, &file(&rows), "");
    remarks(PERSONS, &file(&rows).replace("gesamt;10", "gesamt;11"), "warning areas-do-not-add-up 2 Zahl");
    // The residue is not delivered: the quarters may be fewer, not more.
    remarks(PERSONS, &file(&rows[..4]), "");
    remarks(PERSONS, &file(&rows[..4]).replace("gesamt;10", "gesamt;8"), "warning areas-do-not-add-up 2 Zahl");
    // Nothing is zero, withheld is unknown.
    remarks(
        PERSONS,
        &file(&rows).replace("99;2015;gesamt;1", "99;2015;gesamt;–"),
        "warning areas-do-not-add-up 2 Zahl",
    );
    remarks(PERSONS, &file(&rows).replace("99;2015;gesamt;1", "99;2015;gesamt;."), "");
}

#[test]
fn rounded_parts_may_miss_their_whole_by_their_last_digits() {
    let layout = PERSONS.replace("kind = \"count\"", "kind = \"count\", decimals = 1");
    let rows = |whole: &str| {
        file(&[&format!("Stadt;2015;gesamt;{whole}"), "Stadt;2015;deutsch;1,1", "Stadt;2015;ausländisch;2,2"])
    };
    remarks(&layout, &rows("3,3"), "");
    remarks(&layout, &rows("3,4"), "");
    remarks(&layout, &rows("3,5"), "warning categories-do-not-add-up 2 Zahl");
}

#[test]
fn categories_add_up_to_the_whole() {
    let rows = ["Stadt;2015;gesamt;10", "Stadt;2015;deutsch;6", "Stadt;2015;ausländisch;4"];
    remarks(PERSONS, &file(&rows), "");
    remarks(PERSONS, &file(&rows).replace(";10", ";12"), "warning categories-do-not-add-up 2 Zahl");
    remarks(PERSONS, &file(&rows[..2]), "");
}

#[test]
fn a_part_is_not_above_its_whole() {
    remarks(
        PERSONS,
        &file(&["Stadt;2015;gesamt;10", "Stadt;2015;ausländisch;14"]),
        "warning categories-do-not-add-up 2 Zahl\nwarning numerator-above-denominator 3 Zahl",
    );
}

#[test]
fn delivered_figures_are_compared() {
    let layout = r#"
        measure = [
          { name = "part", title.de = "P", unit.de = "P", kind = "count" },
          { name = "persons", title.de = "P", unit.de = "P", kind = "count" },
        ]
        [layout]
        format = "csv"
        column = [
          { head = "Jahr", is = "period" },
          { head = "{citizenship}: Teil", is = "measure", measure = "part" },
          { head = "{citizenship}: Alle", is = "measure", measure = "persons" },
          { head = "{citizenship}: Anteil", is = "figure", numerator = "{citizenship}: Teil", denominator = "{citizenship}: Alle" },
        ]"#;
    let head =
        "Jahr;deutsch: Teil;deutsch: Alle;deutsch: Anteil;ausländisch: Teil;ausländisch: Alle;ausländisch: Anteil";
    remarks(layout, &format!("{head}\n2015;282148;1247934;22,6;1;3;33,3\n2016;1;4;25;x;3;.\n"), "");
    remarks(
        layout,
        &format!("{head}\n2015;282148;1247934;22,7;1;3;33\n2016;1;4;viel;1;3;33,3\n"),
        "
warning unreadable-figure 3 {citizenship}: Anteil [D]
warning figure-differs 2 {citizenship}: Anteil [D]
warning figure-differs 2 {citizenship}: Anteil [G]",
    );
}

#[test]
fn jumps_are_seen() {
    let numbers = [1000, 1010, 1025, 1100, 1030, 1045, 1050, 9050, 1061, 1070];
    let rows: Vec<String> =
        numbers.iter().enumerate().map(|(at, number)| format!("Stadt;{};gesamt;{number}", 2010 + at)).collect();
    let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
    remarks(PERSONS, &file(&rows), "warning jump 9 Zahl");
}

#[test]
fn many_findings_are_counted() {
    let rows: Vec<String> = (0..9).map(|row| format!("Stadt;{};gesamt;x{row}", 2010 + row)).collect();
    let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
    let (facts, remarks) = read_with(&town(PERSONS), file(&rows).as_bytes(), None);
    assert!(facts.is_none());
    assert_eq!(remarks.len(), 6);
    assert_eq!(remarks[5].rule, "further-findings");
}

#[test]
fn a_new_year_is_held_against_the_years_before() {
    let town = town(PERSONS);
    let source = town.sources.values().next().unwrap();
    let year = |year: u16, number: u32| format!("Stadt;{year};gesamt;{number}");
    let earlier: Vec<String> = (2010..2018).map(|at| year(at, 1000 + u32::from(at % 3))).collect();
    let earlier = file(&earlier.iter().map(String::as_str).collect::<Vec<_>>());
    let read = |file: &str| read_with(&town, file.as_bytes(), None).0.unwrap();
    let (earlier, odd, usual) = (read(&earlier), read(&file(&[&year(2018, 9000)])), read(&file(&[&year(2018, 1002)])));
    let against = |later, on| {
        crate::delivery::against_series(&town, source, &[("new.csv", on, later), ("old.csv", "2018-02-01", &earlier)])
    };
    let remarks = against(&odd, "2019-02-01");
    assert_eq!(remark_lines(&remarks), ["warning jump 2"]);
    assert!(matches!(&remarks[0].place, catalogue::Place::Row { file, .. } if file == "new.csv"));
    assert_eq!(against(&usual, "2019-02-01"), []);
    assert_eq!(against(&odd, "2017-02-01").len(), 1, "the order of arrival does not matter for other years");
}
