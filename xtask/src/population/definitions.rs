//! The definitions of Registerstadt.

use std::{collections::BTreeMap, fs};

use population::City;

use crate::run::{Done, root};

/// The versions of the migration background that are counted beside one another: name of the variable and version.
pub(super) const VERSIONS: [(&str, &str); 3] =
    [("berlin", "register-berlin"), ("marks", "register-merkmale"), ("household", "register-haushalt")];

/// The measure that crosses these versions.
const CROSSED: &str = "definitions";

/// Blocks in a quarter and quarters in a district.
const EACH: usize = 10;

/// Path below the monitoring and text of each file.
pub(super) fn definitions(city: &City, public: bool) -> Done<BTreeMap<String, String>> {
    let mut files = BTreeMap::new();
    let mut add = |path: &str, text: String| drop(files.insert(format!("open/{path}"), text));
    add("monitoring.toml", MONITORING.to_owned());
    add("areas/levels.toml", LEVELS.to_owned());
    add("areas/stadt.toml", area("stadt", "Registerstadt", None));
    let quarters = city.blocks.len().div_ceil(EACH);
    let districts = (0..quarters.div_ceil(EACH)).map(|d| area(&format!("B{d}"), &format!("Bezirk {d}"), Some("stadt")));
    add("areas/bezirk.toml", districts.collect());
    let quarters =
        (0..quarters).map(|q| area(&format!("Q{q}"), &format!("Quartier {q}"), Some(&format!("B{}", q / EACH))));
    add("areas/quartier.toml", quarters.collect());
    let blocks =
        city.blocks.iter().enumerate().map(|(place, block)| {
            area(&block.code, &format!("Block {}", block.code), Some(&format!("Q{}", place / EACH)))
        });
    add("areas/block.toml", blocks.collect());
    for concept in ["age-group", "citizenship", "migration-background", "sex"] {
        let path = root().join("crates/mehrklang/concepts").join(format!("{concept}.toml"));
        let text = fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()))?;
        add(&format!("concepts/{concept}.toml"), text);
    }
    let ages = [("0-17", "unter 18"), ("18-29", "18 bis 29"), ("30-64", "30 bis 64"), ("65-plus", "ab 65")];
    add("variables/age-group.toml", variable("Alter", "age-group", "vier-gruppen", &ages, false));
    let sexes = [("female", "weiblich"), ("male", "männlich")];
    add("variables/sex.toml", variable("Geschlecht", "sex", "zwei-gruppen", &sexes, false));
    let citizenships = [("german", "deutsch"), ("foreign", "ausländisch")];
    add("variables/citizenship.toml", variable("Staatsangehörigkeit", "citizenship", "amtlich", &citizenships, true));
    for (name, version) in VERSIONS {
        let categories = [("with", "mit"), ("without", "ohne")];
        let text =
            variable(&format!("Migrationshintergrund ({name})"), "migration-background", version, &categories, true);
        add(&format!("variables/{name}.toml"), text);
    }
    add("sources/register.toml", source(public));
    add("fields/bevoelkerung/field.toml", FIELD.to_owned());
    for (order, (name, text)) in indicators().into_iter().enumerate() {
        add(&format!("fields/bevoelkerung/{name}.toml"), format!("order = {}\n{text}", order + 1));
    }
    files.insert("shielded/birthplaces.csv".to_owned(), population::birth_places());
    Ok(files)
}

fn area(code: &str, name: &str, parent: Option<&str>) -> String {
    let parent = parent.map_or(String::new(), |parent| format!("parent = \"{parent}\"\n"));
    format!("[[area]]\ncode = \"{code}\"\nname = \"{name}\"\n{parent}\n")
}

fn variable(title: &str, concept: &str, version: &str, categories: &[(&str, &str)], open: bool) -> String {
    let mut text = format!(
        "title.de = \"{title}\"\nreason.de = \"Damit Unterschiede sichtbar werden.\"\n\
         definition.de = \"Nach der Fassung {version} des Begriffs.\"\nwhole.de = \"insgesamt\"\n\
         concept = \"{concept}\"\nversion = \"{version}\"\n"
    );
    let unknown = ("unknown", "nicht bestimmbar");
    if open {
        text += "undeterminable = \"unknown\"\n";
    }
    for (code, title) in categories.iter().chain(open.then_some(&unknown)) {
        text += &format!("\n[[category]]\ncode = \"{code}\"\ntitle.de = \"{title}\"\n");
    }
    text
}

/// A measure for each set of variables that is asked for together: small tables instead of one that is vast.
fn source(public: bool) -> String {
    let mut text = SOURCE.replace("PROTECTION", if public { "already-public" } else { "confidential" });
    let measures = ["residents", CROSSED].into_iter().chain(VERSIONS.map(|(name, _)| name));
    for name in measures.clone() {
        text += &format!(
            "\n[[measure]]\nname = \"{name}\"\ntitle.de = \"Einwohner ({name})\"\nunit.de = \"Personen\"\nkind = \"count\"\n"
        );
    }
    text += REGISTER;
    for name in measures {
        let by = match name {
            "residents" => ["citizenship", "age-group", "sex"],
            CROSSED => VERSIONS.map(|(name, _)| name),
            name => [name, "age-group", "sex"],
        };
        text += &format!("\n[[register.count]]\nmeasure = \"{name}\"\nwhere = \"main_residence\"\nby = {by:?}\n");
    }
    text
}

/// Eighteen indicators at four levels of areas with their breakdowns, and one that crosses versions.
fn indicators() -> Vec<(String, String)> {
    let mut all = vec![
        indicator("einwohner", "kind = \"count\"\nunit.de = \"Personen\"\nof = { measure = \"register.residents\" }"),
        indicator("auslaender", &share("residents", "citizenship = \"foreign\"", "")),
        indicator("kinder", &share("residents", "age-group = \"0-17\"", "")),
    ];
    for (name, _) in VERSIONS {
        let with = format!("{name} = \"with\"");
        all.push(indicator(&format!("{name}-anteil"), &share(name, &with, "")));
        all.push(indicator(&format!("{name}-unbestimmt"), &share(name, &format!("{name} = \"unknown\""), "")));
        for (title, age) in [("kinder", "0-17"), ("junge", "18-29"), ("alte", "65-plus")] {
            let of = format!("age-group = \"{age}\"");
            all.push(indicator(&format!("{name}-{title}"), &share(name, &format!("{with}, {of}"), &of)));
        }
    }
    let crossed = VERSIONS.map(|(name, _)| name);
    let kind = "kind = \"count\"\nunit.de = \"Personen\"\nof = { measure = \"register.definitions\" }";
    let (name, text) = indicator("definitionen", &format!("{kind}\nbreakdowns = [{crossed:?}]"));
    // For the whole city: between two definitions there are few people in a block.
    all.push((name, text.replace("\"bezirk\", \"quartier\", \"block\"", "\"bezirk\"")));
    all
}

fn share(measure: &str, of: &str, among: &str) -> String {
    let breakdowns = match (of.contains("age-group"), among.is_empty()) {
        (true, _) => "[[\"sex\"]]",
        _ => "[[\"age-group\"], [\"sex\"]]",
    };
    format!(
        "kind = \"share\"\nnumerator = {{ measure = \"register.{measure}\", of = {{ {of} }} }}\n\
         denominator = {{ measure = \"register.{measure}\", of = {{ {among} }} }}\nbreakdowns = {breakdowns}"
    )
}

fn indicator(name: &str, kind: &str) -> (String, String) {
    let text = format!(
        "core = true\ntitle.de = \"{name}\"\nquestion.de = \"Wie viele sind es?\"\n\
         reason.de = \"Zur Einordnung der anderen Zahlen.\"\nreading.de = \"Stand {{period}}: {{value}}.\"\n\
         definition.de = \"Personen mit Hauptwohnung am 31. Dezember.\"\nlimits.de = \"Erfundene Menschen.\"\n{kind}\n\
         levels = [\"stadt\", \"bezirk\", \"quartier\", \"block\"]\n\
         polarity = \"none\"\nperspective = \"context\"\nsteering = \"none\"\neffort = \"low\"\n"
    );
    (name.to_owned(), text)
}

const MONITORING: &str = r#"name.de = "Registerstadt"
title.de = "Integrationsmonitoring Registerstadt"
code = "stadt"
kind = "city"
synthetic.de = "Erfundene Daten. Niemand, der hier gezählt wird, lebt irgendwo."
why.de = "Um zu zeigen, was aus einem Melderegister gezählt werden kann."
how.de = "Mit einem erfundenen Register."
what.de = "Menschen nach drei Fassungen des Migrationshintergrunds."
publisher.de = "Statistikstelle Registerstadt (erfunden)"
contact.de = "Statistikstelle"
licence = "dl-de/by-2-0"
statistics-office = "shielded"
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

const FIELD: &str = "title.de = \"Bevölkerung\"\nabout.de = \"Wer in Registerstadt lebt.\"\norder = 1\n";

const SOURCE: &str = r#"title.de = "Melderegister (erfunden)"
provider.de = "Statistikstelle Registerstadt"
legal-basis.de = "keine: Die Menschen sind erfunden"
method.de = "Auszählung des erfundenen Melderegisters am 31. Dezember"
periodicity.de = "jährlich"
protection = "PROTECTION"
periods = "reference-date"
day = "12-31"
"#;

const REGISTER: &str = r#"
[register]
format = "parquet"
keep-days = 730
column = [
    { head = "PersNr", is = "person" },
    { head = "Block", is = "area" },
    { head = "Stichtag", is = "reference-date" },
    { head = "Geburtsdatum", is = "birth-date" },
    { head = "Geschlecht", is = "sex", values = { "w" = "female", "m" = "male", "d" = "diverse", "" = "none" } },
    { head = "Geschlecht_Zuordnung", is = "sex-assigned", values = { "w" = "female", "m" = "male" } },
    { head = "Familienstand", is = "marital-status", values = { "LD" = "single", "VH" = "married", "VW" = "widowed", "GS" = "divorced" } },
    { head = "StaAng1", is = "citizenship-1" },
    { head = "StaAng2", is = "citizenship-2" },
    { head = "StaAng3", is = "citizenship-3" },
    { head = "ArtDtStaAng", is = "german-kind", values = { "G" = "birth", "E" = "acquired" } },
    { head = "Geburtsort", is = "birth-place" },
    { head = "Geburtsstaat", is = "birth-state" },
    { head = "Zuzugsherkunft", is = "origin-state" },
    { head = "Zuzug_Ausland", is = "immigration-date" },
    { head = "Optionsvermerk", is = "option-mark", values = { "" = "no" } },
    { head = "Einbuergerung", is = "naturalisation-mark", values = { "" = "no" } },
    { head = "Spaetaussiedlung", is = "resettler-mark", values = { "" = "no" } },
    { head = "Wohnungsart", is = "residence", values = { "H" = "main", "N" = "secondary" } },
    { head = "Adresse", is = "household" },
    { head = "GesVertr1", is = "representative-1" },
    { head = "GesVertr2", is = "representative-2" },
]
"#;
