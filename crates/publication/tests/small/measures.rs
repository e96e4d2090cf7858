//! Measures of a small monitoring and of a large one.

use std::time::Instant;

use catalogue::{Catalogue, Period, model::Group, names::AreaCode};
use publication::{Measures, Shown, measure, measure::Parts};
use release::Mark;

use crate::support;

fn period(text: &str) -> Period {
    text.parse().expect("a period")
}

fn area(code: &str) -> AreaCode {
    code.parse().expect("an area")
}

fn group(citizenship: &str) -> Group {
    match citizenship {
        "" => Group::new(),
        code => Group::from([("citizenship".parse().expect("a variable"), code.parse().expect("a code"))]),
    }
}

fn small() -> (Catalogue, Measures) {
    let catalogue = support::catalogue();
    let measures = measure(&catalogue, &support::release());
    (catalogue, measures)
}

fn shown(measures: &Measures, indicator: &str, place: &str, year: &str, citizenship: &str) -> Option<Shown> {
    let indicator = indicator.parse().expect("an indicator");
    measures.figure(&indicator, &area(place), period(year), &group(citizenship)).map(|figure| figure.shown)
}

#[test]
fn figures_follow_from_the_release() {
    let (_, measures) = small();
    let value = |value, mark| Some(Shown::Value { value, mark });
    assert_eq!(shown(&measures, "einwohner", "01", "2021", ""), value(2965.0, Mark::None));
    assert_eq!(shown(&measures, "auslaenderanteil", "1", "2021", ""), value(30.0, Mark::None));
    assert_eq!(shown(&measures, "auslaenderanteil", "2", "2023", ""), Some(Shown::Withheld));
    assert_eq!(shown(&measures, "auslaenderanteil", "3", "2022", ""), value(0.0, Mark::None));
    assert_eq!(shown(&measures, "auslaenderanteil", "9", "2021", ""), Some(Shown::Unreliable { value: Some(40.0) }));
    assert_eq!(shown(&measures, "alter", "01", "2023", "foreign"), value(38.0, Mark::Provisional));
    assert_eq!(shown(&measures, "ganztag", "01", "2022", "foreign"), Some(Shown::Withheld));
    assert_eq!(shown(&measures, "ganztag", "01", "2021", "foreign"), Some(Shown::Unreliable { value: Some(40.0) }));
    assert_eq!(shown(&measures, "verteilung", "01", "2023", ""), Some(Shown::Withheld));
    // Not delivered, not of this level, not of this indicator.
    assert_eq!(shown(&measures, "ganztag", "01", "2019", ""), None);
    assert_eq!(shown(&measures, "ganztag", "1", "2021", ""), None);
    assert_eq!(shown(&measures, "auslaenderanteil", "01", "2021", "foreign"), None);
    // An index is the number that was released, whatever the areas show: here one of them is withheld.
    assert_eq!(shown(&measures, "verteilung", "01", "2021", ""), value(35.88, Mark::None));
}

#[test]
fn an_index_is_released_or_withheld_and_never_computed_here() {
    let (catalogue, release) = (support::catalogue(), support::release());
    let share = catalogue.indicator(&"verteilung".parse().expect("a name")).expect("an indicator");
    let measures = measure(&catalogue, &release);
    let figure = |measures: &Measures, year: &str| {
        *measures.figure(&share.name, &area("01"), period(year), &Group::new()).expect("a figure")
    };
    // Released with fewer decimals than the indicator shows: 43 and not 43,0.
    assert_eq!((figure(&measures, "2021").decimals(share), figure(&measures, "2022").decimals(share)), (1, 0));
    let change = measures.change_since_base(share, &area("01"), &Group::new()).expect("a change");
    assert_eq!(change.difference, 7.0);
    let mut without = release.clone();
    without.tables.retain(|table| table.key.measure.measure.as_str() != "index-verteilung");
    let measures = measure(&catalogue, &without);
    for year in ["2021", "2022", "2023"] {
        assert_eq!(figure(&measures, year).shown, Shown::Withheld, "although all areas of {year} may be there");
    }
}

#[test]
fn a_figure_keeps_the_numbers_it_was_computed_from() {
    let (catalogue, measures) = small();
    let share = catalogue.indicator(&"auslaenderanteil".parse().expect("a name")).expect("an indicator");
    let figure = measures.figure(&share.name, &area("01"), period("2023"), &Group::new()).expect("a figure");
    let number = |number: Option<release::Number>| number.map(|number| number.scaled);
    assert_eq!((number(figure.numerator), number(figure.denominator)), (Some(905), Some(2994)));
    let withheld = measures.figure(&share.name, &area("2"), period("2023"), &Group::new()).expect("a figure");
    assert_eq!((number(withheld.numerator), withheld.value()), (None, None));
    let notes = measures.provenance(share, period("2022"));
    assert_eq!(notes.iter().map(|note| note.received.as_str()).collect::<Vec<_>>(), ["2024-01-15"]);
    assert!(measures.provenance(share, period("2020")).is_empty());
}

#[test]
fn figures_are_compared_over_time_between_groups_and_with_parts() {
    let (catalogue, measures) = small();
    let indicator = |name: &str| catalogue.indicator(&name.parse().expect("a name")).expect("an indicator");
    let all_day = indicator("ganztag");
    let change = measures.change_since_base(all_day, &area("01"), &Group::new()).expect("a change");
    assert_eq!((change.from, change.to, change.difference), (period("2021"), period("2023"), 10.0));
    let gap = |one, other| measures.gap(all_day, &area("01"), period("2023"), &group(one), &group(other));
    let (there, back) = (gap("german", "foreign").expect("a gap"), gap("foreign", "german").expect("a gap"));
    assert_eq!(there.difference, -back.difference);
    assert!((there.ratio.expect("a ratio") * back.ratio.expect("a ratio") - 1.0).abs() < 1e-9);
    assert_eq!(measures.gap(all_day, &area("01"), period("2022"), &group("german"), &group("foreign")), None);
    // Mitte is withheld: it is left out, and neither above nor below.
    let level = &catalogue.levels[1].name;
    let parts = measures.parts(&catalogue, indicator("auslaenderanteil"), level, period("2023")).expect("parts");
    let Parts { above, same, below, left_out, .. } = parts;
    assert_eq!((above, same, below, left_out), (1, 0, 1, 1));
    let share = measures.share_of_whole(indicator("einwohner"), &area("01"), period("2021"), &group("foreign"));
    assert!((share.expect("a share") - 100.0 * 862.0 / 2965.0).abs() < 1e-9);
    // The latest number, although a later sign exists.
    let (latest, _) = measures.latest(&indicator("verteilung").name, &area("01"), &Group::new()).expect("a figure");
    assert_eq!(latest, period("2022"));
}

/// Twenty indicators, a hundred areas, three groups, twenty years.
#[test]
fn a_large_monitoring_is_measured_and_composed_quickly() {
    let mut catalogue = support::catalogue();
    let template = catalogue.indicator(&"ganztag".parse().expect("a name")).expect("an indicator").clone();
    let model = catalogue.areas[1].clone();
    let levels: Vec<_> = catalogue.levels.iter().map(|level| level.name.clone()).collect();
    catalogue.indicators = (0..20)
        .map(|n| catalogue::model::Indicator {
            name: format!("ganztag-{n}").parse().expect("a name"),
            levels: levels.clone(),
            ..template.clone()
        })
        .collect();
    catalogue.areas.truncate(1);
    let code = |n: usize| if n == 0 { "01".to_owned() } else { format!("b{n:03}") };
    catalogue.areas.extend((1..100).map(|n| catalogue::model::Area { code: area(&code(n)), ..model.clone() }));
    let mut text = String::from("head\n");
    for place in 0..100 {
        for year in 2004..2024 {
            for citizenship in ["", "german", "foreign"] {
                let part = 200 + place * 7 + (year - 2004);
                for (measure, number) in [("schule.pupils", 2 * part), ("schule.all-day", part)] {
                    let code = code(place);
                    if citizenship.is_empty() {
                        text.push_str(&format!("{measure};;{code};{year};;{number}\n"));
                    }
                    text.push_str(&format!("{measure};citizenship;{code};{year};{citizenship};{number}\n"));
                }
            }
        }
    }
    let release = support::parse(&text);
    let start = Instant::now();
    let measures = measure(&catalogue, &release);
    let measured = start.elapsed();
    let figures: usize = catalogue
        .indicators
        .iter()
        .flat_map(|indicator| measures.all(&indicator.name))
        .map(|(_, _, series)| series.len())
        .sum();
    assert_eq!(figures, 20 * 100 * 3 * 20);
    let (_, pages) = support::pages(&catalogue, &release);
    println!("{figures} figures in {measured:?}, with {} pages in {:?}", pages.len(), start.elapsed());
    // Generous: this is a build without optimisation on a busy machine.
    assert!(start.elapsed().as_secs() < 20, "{:?}", start.elapsed());
}
