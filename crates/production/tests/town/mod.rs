//! A city of two districts as definition files, and deliveries for it.

use catalogue::{Catalogue, Files};
use production::{Delivery, Inputs, Produced, Stage, produce};
use release::{Observation, Release};

const FILES: &[(&str, &str)] = &[
    (
        "monitoring.toml",
        r#"
name.de = "Kleinstadt"
title.de = "Integrationsmonitoring Kleinstadt"
code = "99000001"
kind = "city"
why.de = "Damit alle gleichberechtigt teilhaben."
how.de = "Die Ämter arbeiten zusammen."
what.de = "Ein Indikator."
publisher.de = "Stadt Kleinstadt"
contact.de = "Statistikstelle"
licence = "dl-de/by-2-0"
"#,
    ),
    (
        "areas/levels.toml",
        r#"
[[level]]
name = "stadt"
title.de = "Stadt"
plural.de = "Städte"

[[level]]
name = "bezirk"
parent = "stadt"
title.de = "Bezirk"
plural.de = "Bezirke"
"#,
    ),
    ("areas/stadt.toml", "[[area]]\ncode = \"99000001\"\nname = \"Kleinstadt\"\n"),
    (
        "areas/bezirk.toml",
        r#"
[[area]]
code = "01"
name = "Nord"
parent = "99000001"

[[area]]
code = "02"
name = "Süd"
parent = "99000001"
"#,
    ),
    (
        "variables/citizenship.toml",
        r#"
title.de = "Staatsangehörigkeit"
reason.de = "Sie entscheidet über Rechte."
definition.de = "Wer auch die deutsche hat, zählt als deutsch."
whole.de = "insgesamt"

[[category]]
code = "german"
title.de = "deutsch"

[[category]]
code = "foreign"
title.de = "ausländisch"
"#,
    ),
    (
        "sources/einwohner.toml",
        r#"
title.de = "Einwohner"
provider.de = "Statistikstelle"
legal-basis.de = "Satzung"
method.de = "Auszählung"
periodicity.de = "jährlich"
protection = "PROTECTION"

[[measure]]
name = "residents"
title.de = "Einwohner"
unit.de = "Personen"
kind = "count"

[[measure]]
name = "households"
title.de = "Haushalte"
unit.de = "Haushalte"
kind = "count"

[layout]
format = "csv"
delimiter = ";"

[[layout.column]]
head = "Bezirk"
is = "area"

[[layout.column]]
head = "Jahr"
is = "period"

[[layout.column]]
head = "Staatsangehörigkeit"
is = "category"
variable = "citizenship"

[[layout.column]]
head = "Personen"
is = "measure"
measure = "residents"

[[layout.column]]
head = "Haushalte"
is = "measure"
measure = "households"
optional = true
"#,
    ),
    ("fields/bevoelkerung/field.toml", "title.de = \"Bevölkerung\"\nabout.de = \"Wer hier lebt.\"\norder = 1\n"),
    (
        "fields/bevoelkerung/auslaenderanteil.toml",
        r#"
title.de = "Ausländeranteil"
question.de = "Wie viele haben keine deutsche Staatsangehörigkeit?"
reason.de = "Zur Einordnung der anderen Zahlen."
reading.de = "{period} hatten {value} keine deutsche Staatsangehörigkeit ({numerator} von {denominator})."
definition.de = "Menschen ohne deutsche Staatsangehörigkeit."
limits.de = "Sagt nichts über die Herkunft."
kind = "share"
numerator = { measure = "einwohner.residents", of = { citizenship = "foreign" } }
denominator = { measure = "einwohner.residents" }
polarity = "none"
perspective = "context"
steering = "none"
effort = "low"
"#,
    ),
];

/// The definition files; `protection` is that of the source.
pub fn files(protection: &str) -> Files {
    FILES.iter().map(|(path, text)| (format!("open/{path}"), text.replace("PROTECTION", protection))).collect()
}

/// The town as read.
pub fn catalogue(protection: &str) -> Catalogue {
    let (catalogue, remarks) = catalogue::read(&files(protection));
    catalogue.unwrap_or_else(|| panic!("the definitions are right: {remarks:?}"))
}

/// A delivery of the town.
pub fn delivery<'a>(received: &str, text: &'a str) -> Delivery<'a> {
    Delivery {
        source: "einwohner".parse().unwrap(),
        received: received.to_owned(),
        file: format!("shielded/deliveries/einwohner/{received}/einwohner.csv"),
        contents: production::Contents::Given(text.as_bytes()),
        corrections: None,
        birth_places: None,
        counted: false,
    }
}

/// Produces; the rules of the remarks beside the release.
pub fn run(
    catalogue: &Catalogue,
    policy: Option<&str>,
    deliveries: &[Delivery<'_>],
) -> (Option<Release>, Vec<&'static str>) {
    let (produced, remarks) = produce(catalogue, &inputs(policy, deliveries), &mut |_: Stage| {});
    (public(produced), remarks.iter().map(|remark| remark.rule).collect())
}

/// A first production.
pub fn inputs<'a>(policy: Option<&'a str>, deliveries: &'a [Delivery<'a>]) -> Inputs<'a> {
    Inputs { policy, deliveries, ledger: &[], secret: None, engine: None, production: "2025-001" }
}

/// What everyone may see.
pub fn public(produced: Option<Produced>) -> Option<Release> {
    produced.and_then(|produced| produced.releases.into_iter().next()).map(|(_, release)| release)
}

/// An observation as text, `_` where there is none.
pub fn shown(release: &Release, by: &[&str], area: &str, period: &str, group: &[Option<&str>]) -> String {
    let key = release::TableKey {
        measure: "einwohner.residents".parse().unwrap(),
        by: by.iter().map(|name| name.parse().unwrap()).collect(),
    };
    let group: Vec<_> = group.iter().map(|code| code.map(|code| code.parse().unwrap())).collect();
    let table = release.table(&key);
    let found = table.and_then(|t| t.observation(&area.parse().unwrap(), period.parse().unwrap(), &group));
    found.map_or("_".to_owned(), |observation: Observation| observation.to_string())
}
