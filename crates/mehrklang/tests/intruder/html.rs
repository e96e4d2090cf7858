//! That the pages tell nothing that the data files do not: no number stands where a figure is withheld.

use std::{collections::BTreeSet, path::Path};

use crate::{
    common,
    seen::{Cell, Figure, Seen, folders},
    town::{self, Leaf},
};

/// A cell of a table: its attributes and all that stands in it.
struct Td<'t> {
    attributes: &'t str,
    content: &'t str,
}

impl Td<'_> {
    fn tells(&self) -> bool {
        self.attributes.contains("data-value") || words(self.content).chars().any(|c| c.is_ascii_digit())
    }

    fn value(&self) -> Option<f64> {
        let (_, rest) = self.attributes.split_once("data-value=\"")?;
        rest.split('"').next()?.parse().ok()
    }
}

/// Compares the site of an audience with the figures of its data: all tables of indicators and areas, and everywhere
/// the numbers that are unmistakable.
pub(crate) fn compare(dir: &Path, audience: &str, seen: &Seen, leaves: &[Leaf]) {
    let own = folders(dir, audience).pop().unwrap();
    let unmistakable = unmistakable(seen, leaves);
    let (mut compared, mut searched) = (0, 0);
    for (path, bytes) in common::files(&own) {
        if let Ok(text) = std::str::from_utf8(&bytes) {
            for number in without_separators(text).split(|c: char| !c.is_ascii_digit()) {
                assert!(!unmistakable.contains(number), "{} tells {number}", path.display());
            }
            searched += 1;
        }
        if path.extension().is_none_or(|ending| ending != "html") {
            continue;
        }
        let text = String::from_utf8(bytes).unwrap();
        let name = path.file_stem().unwrap().to_str().unwrap();
        let folder = path.parent().unwrap().file_name().unwrap().to_str().unwrap();
        for table in between(&text, "<table", "</table>") {
            compared += match folder {
                "i" => of_indicator(name, table, seen),
                "a" => of_area(name, table, seen),
                _ => 0,
            };
        }
    }
    assert!(compared > 60, "{compared} figures of {audience}'s pages were compared");
    assert!(searched > 20 && !unmistakable.is_empty(), "{searched} files were searched for {unmistakable:?}");
}

/// A table of an indicator's page: over time, by group, or by area.
fn of_indicator(indicator: &str, table: &str, seen: &Seen) -> usize {
    let caption = words(between(table, "<caption", "</caption>")[0].split_once('>').unwrap().1);
    let heads: Vec<String> = between(table, "<th scope=\"col\"", "</th>").into_iter().map(inner).collect();
    let mut compared = 0;
    for row in between(table, "<tr>", "</tr>").into_iter().skip(1) {
        let first = inner(between(row, "<th scope=\"row\"", "</th>")[0]);
        for (head, td) in heads.iter().skip(1).zip(cells(row)) {
            let figure = |area: &str, period: &str, group: &str| {
                seen.figures.get(&[indicator.to_owned(), area.to_owned(), period.to_owned(), group.to_owned()])
            };
            let latest = caption.rsplit(", ").next().unwrap();
            let figure = if caption.contains("im Lauf der Zeit") {
                figure(town::CITY.0, &first, &group(head))
            } else if let Some(area) = area(&first) {
                match head.split_once(": ") {
                    Some((period, _)) => figure(area, period, ""),
                    // A change needs both years.
                    None => {
                        let both = town::YEARS.map(|period| figure(area, period, ""));
                        let all = both.iter().all(|figure| figure.is_some_and(|figure| !figure.value.is_empty()));
                        assert!(all || !td.tells(), "{indicator}: {caption}: {first}: {head}");
                        continue;
                    }
                }
            } else {
                figure(town::CITY.0, latest, &group(&first))
            };
            check(&format!("{indicator}: {caption}: {first}: {head}"), head, &td, figure);
            compared += 1;
        }
    }
    compared
}

/// The table of an area's page: each indicator beside that of the whole city.
fn of_area(own: &str, table: &str, seen: &Seen) -> usize {
    let heads: Vec<String> = between(table, "<th scope=\"col\"", "</th>").into_iter().map(inner).collect();
    let mut compared = 0;
    for row in between(table, "<tr>", "</tr>").into_iter().skip(1) {
        let first = inner(between(row, "<th scope=\"row\"", "</th>")[0]);
        let (indicator, rest) = first.split_once(" (").unwrap();
        let period = rest.trim_end_matches(')').rsplit(", ").next().unwrap();
        let figure = |area: &str, period: &str| {
            seen.figures.get(&[indicator.to_owned(), area.to_owned(), period.to_owned(), String::new()])
        };
        for (head, td) in heads.iter().skip(1).zip(cells(row)) {
            let Some(area) = area(head) else { continue };
            check(&format!("{own}: {first}"), "Wert", &td, figure(area, period));
            compared += 1;
        }
        // The small line beside says its numbers: „2023: 225 Personen; 2024: 234 Personen“.
        let line = words(row);
        for year in town::YEARS {
            let told = line
                .split(&format!("{year}: "))
                .nth(1)
                .is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()));
            let known = figure(own, year).is_some_and(|figure| !figure.value.is_empty());
            assert!(!told || known, "{own}: {first} tells {year}");
        }
    }
    compared
}

fn check(place: &str, head: &str, td: &Td<'_>, figure: Option<&Figure>) {
    let Some(figure) = figure else {
        assert!(!td.tells(), "{place}: nothing was released");
        return;
    };
    let told = match head {
        "Zähler" => &figure.numerator,
        "Nenner" => &figure.denominator,
        _ => &figure.value,
    };
    if told.is_empty() {
        assert!(!td.tells(), "{place} tells what is withheld");
    } else if ["Anteil", "Abstand", "Veränderung", "Mögliche", "Beurteilung"]
        .iter()
        .all(|derived| !head.starts_with(derived))
    {
        let told: f64 = told.parse().unwrap();
        assert!(td.value().is_some_and(|value| (value - told).abs() < 0.0006), "{place}: {told}");
    }
}

/// Withheld counts that no number shown is equal to, and too large to stand somewhere by chance.
fn unmistakable(seen: &Seen, leaves: &[Leaf]) -> BTreeSet<String> {
    let truth = |cell: &Cell| -> i64 {
        let of = leaves.iter().filter(|leaf| {
            leaf.measure == cell.measure
                && town::YEARS[leaf.year] == cell.period
                && town::lies_in(leaf.quarter, &cell.area)
                && cell.group.iter().all(|part| leaf.group.contains(part))
        });
        of.map(|leaf| leaf.count).sum()
    };
    let withheld = seen.withheld.iter().filter(|cell| !seen.numbers.contains_key(*cell)).map(truth);
    let shown: BTreeSet<i64> = seen.numbers.values().copied().collect();
    // Numbers of fewer digits stand in sizes, coordinates and shares.
    withheld.filter(|count| *count >= 1_000 && !shown.contains(count)).map(|count| count.to_string()).collect()
}

/// Digits that belong together without what stands between thousands, in whatever language.
fn without_separators(text: &str) -> String {
    let all: Vec<char> = text.chars().collect();
    let is_separator = |at: usize| {
        let digits = |from: usize, to: usize| all.get(from..to).is_some_and(|all| all.iter().all(char::is_ascii_digit));
        ['.', ',', ' ', '\u{a0}', '\u{202f}', '\u{2009}', '\''].contains(&all[at])
            && at > 0
            && digits(at - 1, at)
            && digits(at + 1, at + 4)
            && !digits(at + 1, at + 5)
    };
    (0..all.len()).filter(|at| !is_separator(*at)).map(|at| all[at]).collect()
}

/// The group that titles say, as the data files write it.
fn group(titles: &str) -> String {
    let mut parts = Vec::new();
    for title in titles.split(", ").filter(|title| *title != "insgesamt") {
        let found = town::VARIABLES.iter().find_map(|(name, _, categories)| {
            categories.iter().find(|(_, own)| *own == title).map(|(code, _)| format!("{name}={code}"))
        });
        parts.push(found.unwrap_or_else(|| panic!("no category {title}")));
    }
    parts.sort();
    parts.join("+")
}

fn area(name: &str) -> Option<&'static str> {
    let all = [town::CITY].into_iter().chain(town::DISTRICTS).chain(town::QUARTERS.map(|(code, name, _)| (code, name)));
    all.into_iter().find(|(_, own)| *own == name).map(|(code, _)| code)
}

fn cells(row: &str) -> Vec<Td<'_>> {
    let split = |td| -> Td<'_> {
        let (attributes, content) = str::split_once(td, '>').unwrap();
        Td { attributes, content }
    };
    between(row, "<td", "</td>").into_iter().map(split).collect()
}

/// What stands between all of these.
fn between<'t>(text: &'t str, start: &str, end: &str) -> Vec<&'t str> {
    text.split(start).skip(1).map(|rest| rest.split(end).next().unwrap_or_default()).collect()
}

/// The words of an element that is cut off after its name.
fn inner(element: &str) -> String {
    words(element.split_once('>').unwrap().1)
}

/// Text without elements.
fn words(html: &str) -> String {
    let mut words = String::new();
    for (at, part) in html.split('<').enumerate() {
        words.push_str(if at == 0 { part } else { part.split_once('>').map_or("", |(_, rest)| rest) });
    }
    words.trim().to_owned()
}
