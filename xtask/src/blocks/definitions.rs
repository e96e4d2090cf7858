//! The definitions of Blockstadt, and what its register delivers.

use std::{collections::BTreeMap, fmt::Write as _};

use super::people::{AGES, BROAD_AGES, CITIZENSHIPS, City, SEXES};

/// The key of the city.
const CODE: &str = "99999100";
/// The first year.
const FIRST: u32 = 2024;

/// Path below the monitoring and text of each file. `detail` adds the table that is too detailed.
pub(super) fn definitions(city: &City, detail: bool) -> BTreeMap<String, String> {
    let mut files = BTreeMap::new();
    let mut add = |path: &str, text: String| drop(files.insert(format!("open/{path}"), text));
    add("monitoring.toml", MONITORING.replace("CODE", CODE));
    add("areas/levels.toml", LEVELS.to_owned());
    add("areas/stadt.toml", area(CODE, "Blockstadt", None));
    let districts = (0..city.districts()).map(|district| {
        let code = city.district_code(district);
        area(&code, &format!("Bezirk {code}"), Some(CODE))
    });
    add("areas/bezirk.toml", districts.collect());
    let quarters = (0..city.quarters()).map(|quarter| {
        let code = city.quarter_code(quarter);
        area(&code, &format!("Quartier {code}"), Some(&city.district_code(city.district_of(quarter))))
    });
    add("areas/quartier.toml", quarters.collect());
    let blocks = (0..city.blocks).map(|block| {
        let code = city.block_code(block);
        area(&code, &format!("Block {code}"), Some(&city.quarter_code(city.quarter_of(block))))
    });
    add("areas/block.toml", blocks.collect());
    add("variables/sex.toml", SEX.to_owned() + &SEXES.map(|(code, title)| category(code, title, None)).concat());
    let broad = BROAD_AGES.map(|(code, title)| category(code, title, None));
    let ages = AGES.map(|(code, title, broad)| category(code, title, Some(broad)));
    add("variables/age-group.toml", AGE.to_owned() + &broad.concat() + &ages.concat());
    let foreign = category("foreign", "ausländisch", None);
    let groups = CITIZENSHIPS.map(|(code, title)| category(code, title, (code != "german").then_some("foreign")));
    add("variables/citizenship.toml", CITIZENSHIP.to_owned() + &foreign + &groups.concat());
    add("sources/register.toml", REGISTER.to_owned());
    add("fields/bevoelkerung/field.toml", FIELD.to_owned());
    let indicators = INDICATORS.iter().filter(|indicator| detail || indicator.name != TOO_DETAILED);
    for (order, indicator) in indicators.enumerate() {
        add(&format!("fields/bevoelkerung/{}.toml", indicator.name), indicator.text(order + 1));
    }
    add("editions/oeffentlichkeit/edition.toml", "title.de = \"Für alle\"\naudience = \"public\"\n".to_owned());
    files.insert("shielded/policy.toml".to_owned(), POLICY.to_owned());
    files
}

/// What the register delivers: counts of the groups in which anybody is.
pub(super) fn delivery(city: &City, years: u32) -> String {
    let mut text = String::from("Block;Jahr;Geschlecht;Altersgruppe;Staatsangehörigkeit;Personen\n");
    for year in 0..years {
        for (block, counts) in city.count(year).iter().enumerate() {
            let code = city.block_code(block as u32);
            for (sex, ages) in SEXES.iter().zip(counts) {
                for (age, citizenships) in AGES.iter().zip(ages) {
                    for (citizenship, count) in CITIZENSHIPS.iter().zip(citizenships).filter(|(_, count)| **count > 0) {
                        let year = FIRST + year;
                        // Writing to memory does not fail.
                        let _ = writeln!(text, "{code};{year};{};{};{};{count}", sex.1, age.1, citizenship.1);
                    }
                }
            }
        }
    }
    text
}

fn area(code: &str, name: &str, parent: Option<&str>) -> String {
    let parent = parent.map_or(String::new(), |parent| format!("parent = \"{parent}\"\n"));
    format!("[[area]]\ncode = \"{code}\"\nname = \"{name}\"\n{parent}\n")
}

fn category(code: &str, title: &str, parent: Option<&str>) -> String {
    let parent = parent.map_or(String::new(), |parent| format!("parent = \"{parent}\"\n"));
    format!("\n[[category]]\ncode = \"{code}\"\ntitle.de = \"{title}\"\n{parent}")
}

/// An indicator of Blockstadt.
struct Indicator {
    name: &'static str,
    title: &'static str,
    question: &'static str,
    /// `kind` and what it needs.
    kind: &'static str,
    breakdowns: &'static str,
    levels: &'static str,
    core: bool,
}

impl Indicator {
    fn text(&self, order: usize) -> String {
        let Indicator { title, question, kind, breakdowns, levels, core, .. } = self;
        format!(
            "order = {order}\ncore = {core}\ntitle.de = \"{title}\"\nquestion.de = \"{question}\"\n\
             reason.de = \"Wer weiß, wie viele Menschen wo leben, kann Angebote dort planen, wo sie gebraucht werden.\"\n\
             reading.de = \"Stand {{period}}: {{value}}.\"\n\
             definition.de = \"Personen mit Hauptwohnung am 31. Dezember.\"\n\
             limits.de = \"Wer sich nicht an- oder abmeldet, wird falsch gezählt.\"\n\
             {kind}\nbreakdowns = {breakdowns}\nlevels = {levels}\n\
             polarity = \"none\"\nperspective = \"context\"\nsteering = \"none\"\neffort = \"low\"\n"
        )
    }
}

const COUNT: &str = "kind = \"count\"\nof = { measure = \"register.residents\" }\nunit.de = \"Personen\"";
const ALL_LEVELS: &str = "[\"stadt\", \"bezirk\", \"quartier\", \"block\"]";
const TO_QUARTERS: &str = "[\"stadt\", \"bezirk\", \"quartier\"]";
/// The table that no city should ask for.
const TOO_DETAILED: &str = "bloecke-im-einzelnen";

/// Fine in quarters, coarse in blocks, and one that is not.
const INDICATORS: [Indicator; 7] = [
    Indicator {
        name: "einwohner",
        title: "Einwohnerinnen und Einwohner",
        question: "Wie viele Menschen leben hier?",
        kind: COUNT,
        breakdowns: "[[\"sex\"]]",
        levels: ALL_LEVELS,
        core: true,
    },
    Indicator {
        name: "auslaenderanteil",
        title: "Ausländische Staatsangehörigkeit",
        question: "Wie viele haben keine deutsche Staatsangehörigkeit?",
        kind: "kind = \"share\"\nnumerator = { measure = \"register.residents\", of = { citizenship = \"foreign\" } }\n\
               denominator = { measure = \"register.residents\" }",
        breakdowns: "[]",
        levels: ALL_LEVELS,
        core: true,
    },
    Indicator {
        name: "kinder-und-jugendliche",
        title: "Kinder und Jugendliche",
        question: "Wie viele sind noch nicht volljährig?",
        kind: "kind = \"share\"\nnumerator = { measure = \"register.residents\", of = { age-group = \"0-17\" } }\n\
               denominator = { measure = \"register.residents\" }",
        breakdowns: "[]",
        levels: ALL_LEVELS,
        core: true,
    },
    Indicator {
        name: "altersaufbau",
        title: "Altersaufbau",
        question: "Wie alt sind die Menschen im Quartier?",
        kind: COUNT,
        breakdowns: "[[\"age-group\"], [\"age-group\", \"sex\"]]",
        levels: TO_QUARTERS,
        core: false,
    },
    Indicator {
        name: "staatsangehoerigkeit",
        title: "Staatsangehörigkeit und Geschlecht",
        question: "Welche Staatsangehörigkeit haben Frauen und Männer im Quartier?",
        kind: COUNT,
        breakdowns: "[[\"citizenship\"], [\"citizenship\", \"sex\"]]",
        levels: TO_QUARTERS,
        core: false,
    },
    Indicator {
        name: "staatsangehoerigkeit-alter",
        title: "Staatsangehörigkeit und Alter",
        question: "Wie alt sind Menschen jeder Staatsangehörigkeit im Bezirk?",
        kind: COUNT,
        breakdowns: "[[\"citizenship\", \"age-group\"]]",
        levels: "[\"stadt\", \"bezirk\"]",
        core: false,
    },
    Indicator {
        name: TOO_DETAILED,
        title: "Jeder Block im Einzelnen",
        question: "Wie alt sind Frauen und Männer jeder Staatsangehörigkeit im Block?",
        kind: COUNT,
        breakdowns: "[[\"citizenship\", \"age-group\", \"sex\"]]",
        levels: "[\"block\"]",
        core: false,
    },
];

const MONITORING: &str = r#"name.de = "Blockstadt"
title.de = "Integrationsmonitoring Blockstadt"
code = "CODE"
kind = "city"
languages = ["de"]
licence = "dl-de/by-2-0"
why.de = "Um zu zeigen, was bleibt, wenn kleine Zahlen bis in den Block geschützt werden."
how.de = "Die Zahlen werden erzeugt, geschützt und ausgezählt."
what.de = "Wenige Indikatoren für Stadt, Bezirke, Quartiere und Blöcke."
publisher.de = "Stadt Blockstadt (eine erfundene Stadt)"
contact.de = "statistik@blockstadt.example"
synthetic.de = "Blockstadt ist erfunden. Alle Zahlen sind künstlich erzeugt und beschreiben keine wirklichen Menschen."
"#;

const LEVELS: &str = r#"[[level]]
name = "stadt"
title.de = "Stadt"
plural.de = "Stadt"

[[level]]
name = "bezirk"
parent = "stadt"
title.de = "Bezirk"
plural.de = "Bezirke"

[[level]]
name = "quartier"
parent = "bezirk"
title.de = "Quartier"
plural.de = "Quartiere"

[[level]]
name = "block"
parent = "quartier"
title.de = "Block"
plural.de = "Blöcke"
"#;

const SEX: &str = r#"title.de = "Geschlecht"
reason.de = "Frauen und Männer haben nicht überall die gleichen Chancen."
definition.de = "Eintrag im Register."
whole.de = "insgesamt"
"#;

const AGE: &str = r#"title.de = "Altersgruppe"
reason.de = "Kinder, Erwachsene und ältere Menschen brauchen Verschiedenes."
definition.de = "Alter in vollendeten Jahren am Stichtag."
whole.de = "alle Altersgruppen"
"#;

const CITIZENSHIP: &str = r#"title.de = "Staatsangehörigkeit"
reason.de = "Sie entscheidet über Rechte."
definition.de = "Wer auch die deutsche hat, zählt als deutsch."
whole.de = "insgesamt"
"#;

const FIELD: &str = "title.de = \"Bevölkerung\"\nabout.de = \"Wer hier lebt.\"\norder = 1\n";

const REGISTER: &str = r#"title.de = "Einwohnerbestand (künstlich erzeugt)"
provider.de = "Statistikstelle Blockstadt"
legal-basis.de = "keine: die Daten sind erfunden"
method.de = "Durch einen Zufallsgenerator erzeugt und nach Blöcken ausgezählt."
periodicity.de = "jährlich"
protection = "confidential"
periods = "reference-date"
day = "12-31"

[[measure]]
name = "residents"
title.de = "Einwohnerinnen und Einwohner"
unit.de = "Personen"
kind = "count"

[layout]
format = "csv"
encoding = "utf-8"
delimiter = ";"
absent = "zero"

[[layout.column]]
head = "Block"
is = "area"

[[layout.column]]
head = "Jahr"
is = "period"

[[layout.column]]
head = "Geschlecht"
is = "category"
variable = "sex"

[[layout.column]]
head = "Altersgruppe"
is = "category"
variable = "age-group"

[[layout.column]]
head = "Staatsangehörigkeit"
is = "category"
variable = "citizenship"

[[layout.column]]
head = "Personen"
is = "measure"
measure = "residents"
"#;

/// Broad groups in blocks, as the office has decided; what a level may lose before the office is asked again.
const POLICY: &str = r#"audiences = ["public", "administration"]

[default]
minimum-frequency = 5
loss = { stadt = 1, bezirk = 2, quartier = 10, block = 25 }

[[rule]]
audience = "administration"
minimum-frequency = 3

[[coarsen]]
measure = "register.residents"
by = ["age-group"]
level = "block"
how = "merge"
variable = "age-group"

[[coarsen]]
measure = "register.residents"
by = ["citizenship"]
level = "block"
how = "merge"
variable = "citizenship"
"#;
