//! The released figures of each indicator in the two formats that everybody reads: `i/<indicator>.csv` and
//! `i/<indicator>.json`.

use catalogue::{
    Catalogue, Period,
    model::{Group, Indicator, LocalText},
    names::AreaCode,
};
use publication::{Figure, Measures, measure::sources};
use release::Number;
use serde_json::{Value, json};

use crate::{
    File, Format,
    dataset::{group_code, status, texts, value},
};

/// The columns of both files.
pub(crate) const COLUMNS: [&str; 12] = [
    "indicator",
    "title",
    "area",
    "area_name",
    "level",
    "period",
    "group",
    "value",
    "unit",
    "numerator",
    "denominator",
    "status",
];

/// Two files for each indicator: a table for spreadsheets (UTF-8, comma, point), and the same for programs with what
/// the figures mean. `status` is empty for a plain value, else a mark (`p`, `r`, `s`, `()`) or an official sign
/// (`–`, `.`, `/`, `…`, `x`).
pub fn plain(catalogue: &Catalogue, measures: &Measures) -> Vec<File> {
    catalogue
        .indicators
        .iter()
        .flat_map(|indicator| {
            let file = |ending: &str, format, bytes| File {
                path: format!("i/{}.{ending}", indicator.name),
                format,
                indicator: Some(indicator.name.clone()),
                bytes,
            };
            [
                file("csv", Format::Csv, csv(catalogue, measures, indicator)),
                file("json", Format::Json, json(catalogue, measures, indicator)),
            ]
        })
        .collect()
}

fn csv(catalogue: &Catalogue, measures: &Measures, indicator: &Indicator) -> Vec<u8> {
    let mut out = csv::Writer::from_writer(Vec::new());
    let written = "writing to memory does not fail";
    out.write_record(COLUMNS).expect(written);
    for (area, group, period, figure) in figures(catalogue, measures, indicator) {
        let (name, level) = place(catalogue, area);
        out.write_record([
            indicator.name.as_str(),
            &indicator.title.de,
            area.as_str(),
            name,
            level,
            &period.to_string(),
            &group_code(group),
            &value(indicator, figure).unwrap_or_default(),
            &indicator.unit.de,
            &exact(figure.numerator),
            &exact(figure.denominator),
            status(figure),
        ])
        .expect(written);
    }
    out.into_inner().expect(written)
}

fn json(catalogue: &Catalogue, measures: &Measures, indicator: &Indicator) -> Vec<u8> {
    let of_sources: Vec<Value> = sources(indicator)
        .into_iter()
        .filter_map(|name| catalogue.sources.get(name))
        .map(|source| {
            json!({
                "name": source.name.as_str(),
                "title": local(&source.title),
                "provider": local(&source.provider),
                "licence": source.licence,
                "attribution": source.attribution,
                "address": source.address,
                "deliveries": measures.deliveries.iter().filter(|note| note.source == source.name).map(|note| json!({
                    "received": note.received,
                    "first": note.first.to_string(),
                    "last": note.last.to_string(),
                })).collect::<Vec<_>>(),
            })
        })
        .collect();
    let rows: Vec<Value> = figures(catalogue, measures, indicator)
        .map(|(area, group, period, figure)| {
            let number = |text: Option<String>| text.and_then(|text| text.parse::<serde_json::Number>().ok());
            json!([
                area.as_str(),
                period.to_string(),
                group_code(group),
                number(value(indicator, figure)),
                number(figure.numerator.map(|number| number.to_string())),
                number(figure.denominator.map(|number| number.to_string())),
                status(figure),
            ])
        })
        .collect();
    let areas: serde_json::Map<String, Value> = catalogue
        .areas
        .iter()
        .filter(|area| indicator.levels.contains(&area.level))
        .map(|area| (area.code.to_string(), json!({ "name": area.name, "level": area.level.as_str() })))
        .collect();
    let whole = json!({
        "format": 1,
        "indicator": indicator.name.as_str(),
        "title": local(&indicator.title),
        "question": indicator.question.as_ref().map(local),
        "definition": local(&indicator.definition),
        "limits": local(&indicator.limits),
        "unit": local(&indicator.unit),
        "decimals": indicator.decimals,
        "municipality": catalogue.whole().code.as_str(),
        "licence": catalogue.monitoring.licence,
        "synthetic": catalogue.monitoring.synthetic.as_ref().map(local),
        "sources": of_sources,
        "areas": areas,
        "columns": ["area", "period", "group", "value", "numerator", "denominator", "status"],
        "rows": rows,
    });
    let mut bytes = whole.to_string().into_bytes();
    bytes.push(b'\n');
    bytes
}

/// All figures in the order of the areas in the catalogue, then of groups and periods.
fn figures<'a>(
    catalogue: &'a Catalogue,
    measures: &'a Measures,
    indicator: &'a Indicator,
) -> impl Iterator<Item = (&'a AreaCode, &'a Group, Period, &'a Figure)> {
    let mut all: Vec<_> = measures.all(&indicator.name).collect();
    let order = |code: &AreaCode| catalogue.areas.iter().position(|area| area.code == *code);
    all.sort_by_cached_key(|(area, group, _)| (order(area), (*group).clone()));
    all.into_iter()
        .flat_map(|(area, group, series)| series.iter().map(move |(period, figure)| (area, group, *period, figure)))
}

fn place<'a>(catalogue: &'a Catalogue, code: &AreaCode) -> (&'a str, &'a str) {
    catalogue.area(code).map_or(("", ""), |area| (&area.name, area.level.as_str()))
}

fn exact(number: Option<Number>) -> String {
    number.map_or(String::new(), |number| number.to_string())
}

/// A text in the languages in which it is there.
pub(crate) fn local(text: &LocalText) -> Value {
    let all = texts(text).map(|(language, text)| (language.code().to_owned(), json!(text)));
    Value::Object(all.collect())
}
