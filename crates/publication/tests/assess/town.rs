//! A town of two quarters with one share, one rate, one count and one given figure, by two groups.

use std::collections::BTreeMap;

use catalogue::{Catalogue, Files, Period};
use publication::{Assessments, assess, assess::Verdict, measure};
use release::{DeliveryNote, Mark, Number, Observation, Protection, Release, Row, Table, TableKey};

const FILES: &[(&str, &str)] = &[
    (
        "open/monitoring.toml",
        r#"
name.de = "Dorf"
title.de = "Monitoring"
code = "01"
kind = "city"
why.de = "w"
how.de = "h"
what.de = "w"
publisher.de = "p"
contact.de = "c"
licence = "dl-de/by-2-0""#,
    ),
    (
        "open/areas/levels.toml",
        r#"
[[level]]
name = "stadt"
title.de = "Stadt"
plural.de = "Stadt"
[[level]]
name = "viertel"
parent = "stadt"
title.de = "Viertel"
plural.de = "Viertel""#,
    ),
    ("open/areas/stadt.toml", "[[area]]\ncode = \"01\"\nname = \"Dorf\""),
    (
        "open/areas/viertel.toml",
        r#"area = [{ code = "1", name = "Oben", parent = "01" }, { code = "2", name = "Unten", parent = "01" }]"#,
    ),
    (
        "open/variables/citizenship.toml",
        r#"
title.de = "Staatsangehörigkeit"
reason.de = "r"
definition.de = "d"
whole.de = "insgesamt"
category = [{ code = "german", title.de = "deutsch" }, { code = "foreign", title.de = "ausländisch" }]"#,
    ),
    ("open/fields/leben/field.toml", "title.de = \"Leben\"\nabout.de = \"a\""),
];

const SOURCE: &str = r#"
title.de = "Quelle"
provider.de = "Amt"
legal-basis.de = "Gesetz"
method.de = "Zählung"
periodicity.de = "jährlich"
measure = [
  { name = "part", title.de = "Teil", unit.de = "Personen", kind = "count" },
  { name = "all", title.de = "Alle", unit.de = "Personen", kind = "count" },
  { name = "years", title.de = "Jahre", unit.de = "Jahre", kind = "sum", standard-error = "spread" },
  { name = "spread", title.de = "Streuung", unit.de = "Jahre", kind = "figure", decimals = 2 },
  { name = "mood", title.de = "Stimmung", unit.de = "Punkte", kind = "figure", decimals = 2, standard-error = "error" },
  { name = "error", title.de = "Fehler", unit.de = "Punkte", kind = "figure", decimals = 2 },
]
[layout]
format = "csv"
column = [
  { head = "Jahr", is = "period" },
  { head = "Wer", is = "category", variable = "citizenship" },
  { head = "Teil", is = "measure", measure = "part" },
]
"#;

const INDICATOR: &str = r#"
title.de = "Anteil"
reading.de = "{value}"
definition.de = "d"
limits.de = "l"
breakdowns = [["citizenship"]]
perspective = "context"
steering = "shared"
effort = "low"
"#;

/// What differs from town to town.
#[derive(Debug, Clone)]
pub(crate) struct Town {
    /// Added to the source.
    pub(crate) source: &'static str,
    /// Added to the indicator `anteil`, a share of `part` in `all`; may replace its kind.
    pub(crate) indicator: &'static str,
    /// `open/goals.toml`
    pub(crate) goals: String,
    /// `open/answers.toml`
    pub(crate) answers: String,
    /// How the figures were protected.
    pub(crate) protection: Protection,
    /// measure, citizenship (empty for everyone), area, year, number; `None` is withheld.
    pub(crate) cells: Vec<(&'static str, &'static str, &'static str, i16, Option<f64>)>,
}

/// The kind of the indicator of most tests.
pub(crate) const SHARE: &str = r#"kind = "share"
numerator.measure = "q.part"
denominator.measure = "q.all"
polarity = "lower-better"
"#;

impl Default for Town {
    fn default() -> Town {
        Town {
            source: "",
            indicator: SHARE,
            goals: String::new(),
            answers: String::new(),
            protection: Protection::Suppression,
            cells: Vec::new(),
        }
    }
}

impl Town {
    /// The number of people in a group, and how many of them are the part.
    pub(crate) fn share(&mut self, who: &'static str, area: &'static str, year: i16, part: f64, all: f64) -> &mut Town {
        self.cells.push(("part", who, area, year, Some(part)));
        self.cells.push(("all", who, area, year, Some(all)));
        self
    }

    pub(crate) fn catalogue(&self) -> Catalogue {
        let mut files: Files = FILES.iter().map(|(path, text)| ((*path).to_owned(), (*text).to_owned())).collect();
        files.insert("open/sources/q.toml".to_owned(), format!("{}\n{SOURCE}", self.source));
        files.insert("open/fields/leben/anteil.toml".to_owned(), format!("{}\n{}", self.indicator, self.rest()));
        if !self.goals.is_empty() {
            files.insert("open/goals.toml".to_owned(), self.goals.clone());
        }
        if !self.answers.is_empty() {
            files.insert("open/answers.toml".to_owned(), self.answers.clone());
        }
        let (catalogue, remarks) = catalogue::read(&files);
        let errors: Vec<_> = remarks.iter().filter(|r| r.severity == catalogue::Severity::Error).collect();
        catalogue.unwrap_or_else(|| panic!("{errors:#?}"))
    }

    /// An indicator that is made of citizenship is not broken down by it.
    fn rest(&self) -> String {
        let by = "breakdowns = [[\"citizenship\"]]\n";
        INDICATOR.replace(if self.indicator.contains("citizenship") { by } else { "" }, "")
    }

    pub(crate) fn release(&self) -> Release {
        let mut tables: BTreeMap<TableKey, Vec<Row>> = BTreeMap::new();
        for (measure, who, area, year, number) in &self.cells {
            let by = if who.is_empty() { vec![] } else { vec!["citizenship".parse().expect("a variable")] };
            let observation = match number {
                None => Observation::Withheld,
                Some(number) => {
                    let number = Number { scaled: (number * 100.0).round() as i64, decimals: 2 };
                    Observation::Value { number, mark: Mark::None }
                }
            };
            let key = TableKey { measure: format!("q.{measure}").parse().expect("a measure"), by };
            tables.entry(key).or_default().push(Row {
                area: area.parse().expect("an area"),
                period: Period::year_of(*year),
                categories: if who.is_empty() { vec![] } else { vec![Some(who.parse().expect("a code"))] },
                observation,
            });
        }
        let tables = tables.into_iter().map(|(key, mut rows)| {
            rows.sort_by(|a, b| (&a.area, a.period, &a.categories).cmp(&(&b.area, b.period, &b.categories)));
            Table { key, rows }
        });
        let years = || self.cells.iter().map(|cell| Period::year_of(cell.3));
        let source = || "q".parse().expect("a source");
        Release {
            tables: tables.collect(),
            deliveries: years()
                .min()
                .zip(years().max())
                .map(|(first, last)| DeliveryNote { source: source(), received: "2025-01-01".to_owned(), first, last })
                .into_iter()
                .collect(),
            protection: vec![(source(), self.protection)],
        }
    }

    /// The way from the release to what is said.
    pub(crate) fn assessed(&self) -> (Catalogue, Assessments) {
        let (catalogue, release) = (self.catalogue(), self.release());
        let assessments = assess(&catalogue, &release, &measure(&catalogue, &release));
        (catalogue, assessments)
    }

    /// The verdicts for an area.
    pub(crate) fn verdicts(&self, area: &str) -> Vec<Verdict> {
        let (_, assessments) = self.assessed();
        let page = assessments.page(&"anteil".parse().expect("a name"), &area.parse().expect("an area"));
        page.map(|page| page.verdicts.clone()).unwrap_or_default()
    }
}
