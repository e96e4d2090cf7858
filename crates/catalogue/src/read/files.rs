//! Which file is which.

use std::{
    collections::{BTreeMap, BTreeSet},
    str::FromStr,
};

use words::Language;

use crate::{
    Files,
    document::{self, Document},
    model::Outlines,
    names::{ConceptName, EditionName, FieldName, IndicatorName, LevelName, NameError, SourceName, VariableName},
    nearest,
    period::{Part, Period},
    remark::{Place, Remark},
    shape::{
        self, Table,
        check::{check, hinted},
        definitions,
    },
};

/// The file that every monitoring has.
pub(crate) const MONITORING: &str = "open/monitoring.toml";
/// The levels of areas.
pub(crate) const LEVELS: &str = "open/areas/levels.toml";

/// What a file is by its path.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum FileKind {
    Monitoring,
    Levels,
    Areas(LevelName),
    Boundaries(String),
    Concept(ConceptName),
    Variable(VariableName),
    Source(SourceName),
    Field(FieldName),
    Indicator(FieldName, IndicatorName),
    Goals,
    Logo,
    Language,
    Answers,
    Corrections,
    Review(i16),
    Understanding(Language),
    Plain(Language),
    Interpretation(IndicatorName, Language),
    Edition(EditionName),
    EditionLogo(EditionName),
    /// Not a definition, and not meant as one.
    Passed,
}

/// The files of a monitoring, sorted out.
pub(crate) struct Folder<'a> {
    /// What could be read as TOML, by kind.
    pub(crate) documents: BTreeMap<FileKind, Document<'a>>,
    /// Markdown and logos, by kind: path and text.
    pub(crate) texts: BTreeMap<FileKind, (&'a str, &'a str)>,
    /// Paths of GeoJSON files by their name.
    pub(crate) boundaries: BTreeMap<String, &'a str>,
    /// Files whose TOML is broken: what they lack is not remarked, here or elsewhere.
    pub(crate) broken: BTreeSet<String>,
    /// Whether texts stand in English, too.
    pub(crate) english: bool,
}

/// Sorts out the files, reads TOML and checks shapes; `None` if the folder holds no monitoring.
pub(crate) fn open<'a>(files: &'a Files, remarks: &mut Vec<Remark>) -> Option<Folder<'a>> {
    files.get(MONITORING)?;
    let mut folder = Folder {
        documents: BTreeMap::new(),
        texts: BTreeMap::new(),
        boundaries: BTreeMap::new(),
        broken: BTreeSet::new(),
        english: false,
    };
    for (path, text) in files {
        let kind = match kind(path) {
            Ok(kind) => kind,
            Err(remark) => {
                remarks.push(remark);
                continue;
            }
        };
        match kind {
            FileKind::Passed => {}
            FileKind::Boundaries(name) => {
                folder.boundaries.insert(name, path);
            }
            FileKind::Logo
            | FileKind::EditionLogo(_)
            | FileKind::Understanding(_)
            | FileKind::Plain(_)
            | FileKind::Interpretation(..) => {
                folder.texts.insert(kind, (path, text));
            }
            _ => {
                let (document, sound) = document::parse(path, text, remarks);
                if !sound {
                    folder.broken.insert(path.clone());
                }
                folder.documents.insert(kind, document);
            }
        }
    }
    let languages = folder.documents.get(&FileKind::Monitoring).and_then(|document| document.root.get("languages"));
    folder.english = languages.is_some_and(|list| list.items().iter().any(|item| item.as_text() == Some("en")));
    for (kind, document) in &folder.documents {
        if let Some(shape) = shape(kind).filter(|_| !folder.broken.contains(document.path)) {
            check(document, shape, folder.english, remarks);
        }
    }
    Some(folder)
}

fn shape(kind: &FileKind) -> Option<&'static Table> {
    use shape::definitions::*;
    Some(match kind {
        FileKind::Monitoring => &MONITORING,
        FileKind::Levels => &LEVELS,
        FileKind::Areas(_) => &AREAS,
        FileKind::Concept(_) => &shape::concepts::CONCEPT,
        FileKind::Variable(_) => &VARIABLE,
        FileKind::Source(_) => &SOURCE,
        FileKind::Field(_) => &definitions::FIELD,
        FileKind::Indicator(..) => &INDICATOR,
        FileKind::Goals => &shape::goals::GOALS,
        FileKind::Language => &shape::language::LANGUAGE,
        FileKind::Answers => &shape::answers::ANSWERS,
        FileKind::Corrections => &shape::corrections::CORRECTIONS,
        FileKind::Review(_) => &shape::reviews::REVIEW,
        FileKind::Edition(_) => &EDITION,
        FileKind::Logo
        | FileKind::EditionLogo(_)
        | FileKind::Boundaries(_)
        | FileKind::Understanding(_)
        | FileKind::Plain(_)
        | FileKind::Interpretation(..)
        | FileKind::Passed => {
            return None;
        }
    })
}

/// What a file is; a remark if nothing of this path is read.
fn kind(path: &str) -> Result<FileKind, Remark> {
    let parts: Vec<&str> = path.split('/').collect();
    if parts.last().is_some_and(|name| name.starts_with('.') || name.eq_ignore_ascii_case("README.md")) {
        return Ok(FileKind::Passed);
    }
    Ok(match parts.as_slice() {
        ["open", "monitoring.toml"] => FileKind::Monitoring,
        ["open", "goals.toml"] => FileKind::Goals,
        ["open", "logo.svg"] => FileKind::Logo,
        ["open", "language.toml"] => FileKind::Language,
        ["open", "answers.toml"] => FileKind::Answers,
        ["open", "corrections.toml"] => FileKind::Corrections,
        ["open", "releases" | "published", ..] => FileKind::Passed,
        ["open", "reviews", file] => FileKind::Review(year(path, file)?),
        ["open", "areas", "levels.toml"] => FileKind::Levels,
        ["open", "areas", file] if file.ends_with(".geojson") => FileKind::Boundaries((*file).to_owned()),
        ["open", "areas", file] => FileKind::Areas(stem(path, file, ".toml")?),
        ["open", "concepts", file] => FileKind::Concept(stem(path, file, ".toml")?),
        ["open", "variables", file] => FileKind::Variable(stem(path, file, ".toml")?),
        ["open", "sources", file] => FileKind::Source(stem(path, file, ".toml")?),
        ["open", "fields", field, "field.toml"] => FileKind::Field(slug(path, field)?),
        ["open", "fields", field, file] => FileKind::Indicator(slug(path, field)?, stem(path, file, ".toml")?),
        ["open", "texts", "understanding.de.md"] => FileKind::Understanding(Language::De),
        ["open", "texts", "understanding.en.md"] => FileKind::Understanding(Language::En),
        ["open", "texts", "plain.de.md"] => FileKind::Plain(Language::De),
        ["open", "texts", "plain.en.md"] => FileKind::Plain(Language::En),
        ["open", "texts", "interpretation", file] if file.ends_with(".de.md") => {
            FileKind::Interpretation(stem(path, file, ".de.md")?, Language::De)
        }
        ["open", "texts", "interpretation", file] if file.ends_with(".en.md") => {
            FileKind::Interpretation(stem(path, file, ".en.md")?, Language::En)
        }
        ["open", "editions", edition, "edition.toml"] => FileKind::Edition(slug(path, edition)?),
        ["open", "editions", edition, "logo.svg"] => FileKind::EditionLogo(slug(path, edition)?),
        _ => return Err(unknown_file(path, &parts)),
    })
}

fn unknown_file(path: &str, parts: &[&str]) -> Remark {
    let folders = ["areas", "concepts", "variables", "sources", "fields", "texts", "editions", "reviews"];
    let near = match parts {
        ["open", folder, rest @ ..] if !rest.is_empty() && !folders.contains(folder) => {
            nearest(folder, folders).map(|folder| format!("open/{folder}/{}", rest.join("/")))
        }
        ["open", "fields", field, ..] if parts.len() == 3 => Some(format!("open/fields/…/{field}")),
        ["open", file] => nearest(
            file,
            ["monitoring.toml", "goals.toml", "language.toml", "answers.toml", "corrections.toml", "logo.svg"],
        )
        .map(|file| format!("open/{file}")),
        ["open", "texts", file] => {
            nearest(file, ["understanding.de.md", "understanding.en.md", "plain.de.md", "plain.en.md"])
                .map(|file| format!("open/texts/{file}"))
        }
        ["open", "texts", folder, file] => {
            nearest(folder, ["interpretation"]).map(|folder| format!("open/texts/{folder}/{file}"))
        }
        ["open", "editions", edition, file] => {
            let file = nearest(file, ["edition.toml", "logo.svg"]).unwrap_or("edition.toml");
            Some(format!("open/editions/{edition}/{file}"))
        }
        _ => None,
    }
    .filter(|near| near != path);
    hinted(Remark::error("unknown-file", Place::File(path.to_owned())), near.as_deref())
}

/// The name in front of a file's ending.
fn stem<N: FromStr<Err = NameError>>(path: &str, file: &str, ending: &str) -> Result<N, Remark> {
    match file.strip_suffix(ending) {
        Some(stem) => slug(path, stem),
        None => Err(unknown_file(path, &path.split('/').collect::<Vec<_>>())),
    }
}

/// The year that a review is named by.
fn year(path: &str, file: &str) -> Result<i16, Remark> {
    let year = file.strip_suffix(".toml").and_then(|stem| stem.parse::<Period>().ok());
    let year = year.filter(|period| period.part() == Part::Year).map(Period::year);
    year.ok_or_else(|| Remark::error("review-name", Place::File(path.to_owned())))
}

fn slug<N: FromStr<Err = NameError>>(path: &str, name: &str) -> Result<N, Remark> {
    name.parse().map_err(|error: NameError| {
        let remark = Remark::error("file-name", Place::File(path.to_owned())).with("name", name);
        hinted(remark, error.suggestion.as_deref())
    })
}

/// Remarks GeoJSON files that no level names.
pub(crate) fn unused_boundaries(folder: &Folder<'_>, used: &[&Outlines], remarks: &mut Vec<Remark>) {
    for (name, path) in &folder.boundaries {
        let is_used = used.iter().any(|outlines| matches!(outlines, Outlines::File { file, .. } if file == name));
        if !is_used {
            remarks.push(Remark::warning("unused-file", Place::File((*path).to_owned())));
        }
    }
}
