//! From a request to its answer.

use serde_json::{Value, json};
use words::{Language, Words};

use crate::{
    MOST_CELLS, ROOT,
    problem::Problem,
    query::{asked, number, parameters, value},
    selection,
    table::{Table, Tables},
};

/// How many tables a page of the list has, if nobody says otherwise.
const PAGE: usize = 20;

/// The formats of figures, the usual one first.
const FORMATS: [&str; 2] = ["json-stat2", "csv"];

/// How something is asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Method {
    /// With the address alone.
    Get,
    /// With a body.
    Post,
    /// In any other way.
    Other,
}

/// What is asked.
#[derive(Debug, Clone, Copy)]
pub struct Request<'a> {
    /// How.
    pub method: Method,
    /// The address below [`ROOT`], without a slash at its beginning, not decoded: `tables/kita/data`.
    pub path: &'a str,
    /// What stands behind the `?`, not decoded.
    pub query: &'a str,
    /// The body of a question that has one.
    pub body: &'a [u8],
}

/// What is answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// The status of HTTP.
    pub status: u16,
    /// What the body is.
    pub media_type: &'static str,
    /// The language of its words.
    pub language: Language,
    /// The body.
    pub body: Vec<u8>,
}

/// Answers one request. Every question has an answer, if only the word why it has no figures.
pub fn answer(tables: &Tables, request: Request<'_>) -> Answer {
    let parameters = parameters(request.query);
    let first = tables.languages.first().copied().unwrap_or_default();
    let wanted = value(&parameters, "lang").map(str::parse::<Language>);
    let language = wanted.and_then(Result::ok).filter(|language| tables.languages.contains(language)).unwrap_or(first);
    match found(tables, &request, &parameters, language) {
        Ok((media_type, body)) => Answer { status: 200, media_type, language, body },
        Err(problem) => Answer {
            status: problem.status(),
            media_type: "application/problem+json",
            language,
            body: problem.json(&Words::new(language)).to_string().into_bytes(),
        },
    }
}

type Found = Result<(&'static str, Vec<u8>), Problem>;

fn found(tables: &Tables, request: &Request<'_>, parameters: &[(String, String)], language: Language) -> Found {
    let said = value(parameters, "lang").filter(|code| !tables.languages.iter().any(|one| one.code() == *code));
    if let Some(code) = said {
        let known = tables.languages.iter().map(|one| one.code()).collect::<Vec<_>>().join(", ");
        return Err(Problem::BadParameter { name: "lang".to_owned(), value: code.to_owned(), known });
    }
    let parts: Vec<&str> = request.path.trim_matches('/').split('/').collect();
    let posted = request.method == Method::Post;
    if request.method == Method::Other || posted && !matches!(parts[..], ["tables", _, "data"]) {
        return Err(Problem::Method);
    }
    let table = |id: &str| tables.table(id).ok_or_else(|| Problem::NoSuchTable { id: id.to_owned() });
    let json = |value: Value| Ok(("application/json", value.to_string().into_bytes()));
    match parts[..] {
        ["config"] => json(config(tables)),
        ["openapi.json"] => Ok(("application/vnd.oai.openapi+json", include_bytes!("../assets/openapi.json").to_vec())),
        ["tables"] => json(list(tables, parameters, language)?),
        ["tables", id] => json(single(table(id)?, language)),
        ["tables", id, "metadata"] => json(table(id)?.metadata(language)),
        ["tables", id, "defaultselection"] => json(selection::default(table(id)?.cube(language))),
        ["tables", id, "data"] => data(table(id)?, request, parameters, language),
        ["codelists", _] => Err(Problem::NoSuchCodeList),
        _ => Err(Problem::NoSuchAddress),
    }
}

fn config(tables: &Tables) -> Value {
    let words = |language: &Language| Words::new(*language).say("site-own-language", &[]);
    json!({
        "apiVersion": "2.0.0",
        "appVersion": env!("CARGO_PKG_VERSION"),
        "languages": tables.languages.iter().map(|one| json!({ "id": one.code(), "label": words(one) })).collect::<Vec<_>>(),
        "defaultLanguage": tables.languages.first().copied().unwrap_or_default().code(),
        "maxDataCells": MOST_CELLS,
        // Nobody counts calls here; a number is required, and clients wait when they have made so many.
        "maxCallsPerTimeWindow": 10_000,
        "timeWindow": 1,
        "defaultDataFormat": FORMATS[0],
        "dataFormats": FORMATS,
        "features": [],
    })
}

fn list(tables: &Tables, parameters: &[(String, String)], language: Language) -> Result<Value, Problem> {
    if let Some(days) = value(parameters, "pastDays") {
        return Err(Problem::BadParameter {
            name: "pastDays".to_owned(),
            value: days.to_owned(),
            known: "–".to_owned(),
        });
    }
    let text = value(parameters, "query").unwrap_or_default();
    let fitting: Vec<&Table> = tables.all.iter().filter(|table| table.says(language, text)).collect();
    let size = number(parameters, "pageSize", PAGE)?;
    let at = number(parameters, "pageNumber", 1)?;
    let pages = fitting.len().div_ceil(size).max(1);
    if at > pages {
        let known = format!("1 – {pages}");
        return Err(Problem::BadParameter { name: "pageNumber".to_owned(), value: at.to_string(), known });
    }
    let shown = fitting.iter().skip((at - 1) * size).take(size);
    let link = |relation: &str, at: usize| {
        let asked = if text.is_empty() { String::new() } else { format!("&query={}", encoded(text)) };
        let href = format!("/{ROOT}/tables?lang={language}{asked}&pageSize={size}&pageNumber={at}");
        json!({ "rel": relation, "hreflang": language.code(), "href": href })
    };
    let mut links = Vec::new();
    links.extend((at < pages).then(|| link("next", at + 1)));
    links.extend((at > 1).then(|| link("previous", at - 1)));
    links.push(link("last", pages));
    Ok(json!({
        "language": language.code(),
        "tables": shown.map(|table| table.listed(language)).collect::<Vec<_>>(),
        "page": {
            "pageNumber": at,
            "pageSize": size,
            "totalElements": fitting.len(),
            "totalPages": pages,
            "links": links,
        },
        "links": [link("self", at)],
    }))
}

fn encoded(text: &str) -> String {
    percent_encoding::utf8_percent_encode(text, percent_encoding::NON_ALPHANUMERIC).to_string()
}

fn single(table: &Table, language: Language) -> Value {
    let mut listed = table.listed(language);
    listed["language"] = json!(language.code());
    listed
}

fn data(table: &Table, request: &Request<'_>, parameters: &[(String, String)], language: Language) -> Found {
    let asked = if request.method == Method::Post { selection::of_body(request.body)? } else { asked(parameters)? };
    let cube = table.cube(language);
    let part = selection::part(cube, &asked)?;
    match value(parameters, "outputFormat").unwrap_or(FORMATS[0]) {
        "json-stat2" => Ok(("application/json", cube.part(&part).to_string().into_bytes())),
        "csv" => Ok(("text/csv; charset=utf-8", cube.csv(&part))),
        other => Err(Problem::BadParameter {
            name: "outputFormat".to_owned(),
            value: other.to_owned(),
            known: FORMATS.join(", "),
        }),
    }
}
