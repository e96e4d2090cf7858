//! The tables of a site: one for each indicator, in each language.

use std::collections::BTreeMap;

use serde_json::{Value, json};
use words::Language;

use crate::{
    ROOT,
    cube::{Cube, Dimension},
    selection::elimination,
};

/// How the files of figures end that the interface reads.
const ENDING: &str = ".json-stat.json";

/// All tables of a site.
pub struct Tables {
    /// In the order of their ids.
    pub(crate) all: Vec<Table>,
    /// The languages that any table speaks, that of the site first.
    pub(crate) languages: Vec<Language>,
}

/// A file of figures that is not as this program writes it; its path.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Broken(pub String);

/// The figures of an indicator.
pub(crate) struct Table {
    /// The name of the indicator.
    pub(crate) id: String,
    cubes: Vec<(Language, Cube)>,
}

impl Tables {
    /// Takes the JSON-stat files out of the files of a site, given by path and bytes.
    pub fn read<'a>(files: impl IntoIterator<Item = (&'a str, &'a [u8])>) -> Result<Tables, Broken> {
        let mut found: BTreeMap<String, Vec<(bool, Language, Cube)>> = BTreeMap::new();
        for (path, bytes) in files {
            let Some((folder, name)) = path.strip_suffix(ENDING).and_then(|path| path.rsplit_once('/')) else {
                continue;
            };
            if folder != "i" && !folder.ends_with("/i") {
                continue;
            }
            let read =
                Cube::read(bytes).and_then(|cube| Some((cube.extension("language")?.as_str()?.parse().ok()?, cube)));
            let (language, cube) = read.ok_or_else(|| Broken(path.to_owned()))?;
            found.entry(name.to_owned()).or_default().push((folder != "i", language, cube));
        }
        let mut all = Vec::new();
        let mut languages: Vec<Language> = Vec::new();
        for (id, mut cubes) in found {
            // What lies at the root is in the language of the site.
            cubes.sort_by_key(|(below, language, _)| (*below, *language));
            languages.extend(cubes.iter().map(|(_, language, _)| *language));
            all.push(Table { id, cubes: cubes.into_iter().map(|(_, language, cube)| (language, cube)).collect() });
        }
        let mut seen = Vec::new();
        for language in languages {
            if !seen.contains(&language) {
                seen.push(language);
            }
        }
        Ok(Tables { all, languages: seen })
    }

    /// Whether there is anything to ask for.
    pub fn is_empty(&self) -> bool {
        self.all.is_empty()
    }

    pub(crate) fn table(&self, id: &str) -> Option<&Table> {
        self.all.binary_search_by(|table| table.id.as_str().cmp(id)).ok().map(|place| &self.all[place])
    }
}

impl Table {
    /// The figures with words in a language, or else in the first that there is.
    pub(crate) fn cube(&self, language: Language) -> &Cube {
        let cube = self.cubes.iter().find(|(other, _)| *other == language).or(self.cubes.first());
        &cube.expect("a table is read from at least one file").1
    }

    /// What a list of tables says of it.
    pub(crate) fn listed(&self, language: Language) -> Value {
        let cube = self.cube(language);
        let period = |place: Option<&crate::cube::Code>| place.map(|code| code.code.clone());
        let periods = cube.dimensions.iter().find(|one| one.id == "period").map_or(&[][..], |one| &one.codes);
        let field = cube.extension("field").cloned();
        let link = |relation: &str, rest: &str| json!({ "rel": relation, "hreflang": language.code(), "href": format!("/{ROOT}/tables/{}{rest}?lang={language}", self.id) });
        json!({
            "type": "Table",
            "id": self.id,
            "label": cube.text("label"),
            "description": self.note(language),
            "updated": format!("{}T00:00:00Z", cube.text("updated")),
            "firstPeriod": period(periods.first()),
            "lastPeriod": period(periods.last()),
            "category": "public",
            "variableNames": cube.dimensions.iter().map(|one| one.label.as_str()).collect::<Vec<_>>(),
            "discontinued": cube.extension("discontinued").cloned().unwrap_or(Value::Bool(false)),
            "source": cube.text("source"),
            "paths": [field.into_iter().collect::<Vec<_>>()],
            "links": [link("self", ""), link("metadata", "/metadata"), link("data", "/data")],
        })
    }

    /// What it holds, without the cells.
    pub(crate) fn metadata(&self, language: Language) -> Value {
        self.cube(language).metadata(|dimension: &Dimension| {
            let code = elimination(dimension).map(|code| code.code.as_str());
            json!({ "elimination": code.is_some(), "eliminationValueCode": code, "show": "value", "codeLists": [] })
        })
    }

    /// Whether its words hold a text, in any case.
    pub(crate) fn says(&self, language: Language, text: &str) -> bool {
        let cube = self.cube(language);
        let text = text.to_lowercase();
        [self.id.as_str(), cube.text("label"), &self.note(language)]
            .iter()
            .any(|words| words.to_lowercase().contains(&text))
    }

    fn note(&self, language: Language) -> String {
        let Some(notes) = self.cube(language).note() else { return String::new() };
        notes.iter().filter_map(Value::as_str).collect::<Vec<_>>().join(" ")
    }
}
