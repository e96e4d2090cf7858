//! CSV on the Web: what the columns of `i/<indicator>.csv` hold, as `i/<indicator>.csv-metadata.json`.

use serde_json::{Map, Value, json};
use words::{Language, Words};

use crate::{
    About, Dataset, File, Format,
    plain::{COLUMNS, local},
};

/// One description for each indicator.
pub fn csvw(about: &About<'_>, datasets: &[Dataset<'_>]) -> Vec<File> {
    let file = |dataset: &Dataset<'_>| File {
        path: format!("i/{}.csv-metadata.json", dataset.indicator.name),
        format: Format::CsvMetadata,
        indicator: Some(dataset.indicator.name.clone()),
        bytes: format!("{:#}\n", describe(about, dataset)).into_bytes(),
    };
    datasets.iter().map(file).collect()
}

fn describe(about: &About<'_>, dataset: &Dataset<'_>) -> Value {
    let words = Language::ALL.map(Words::new);
    let columns: Vec<Value> = COLUMNS
        .iter()
        .map(|name| {
            let key = match *name {
                "title" | "indicator" => "export-indicator",
                "area" => "export-area-code",
                "area_name" => "export-area",
                "level" => "export-level",
                "period" => "export-period",
                "group" => "export-group",
                "value" => "export-value",
                "unit" => "export-unit",
                "numerator" => "export-numerator",
                "denominator" => "export-denominator",
                _ => "export-status",
            };
            let titles: Map<_, _> =
                words.iter().map(|words| (words.language().code().to_owned(), json!(words.say(key, &[])))).collect();
            let number = matches!(*name, "value" | "numerator" | "denominator");
            let key = matches!(*name, "area" | "period" | "group");
            // The columns are found by their names; the titles are for people.
            json!({
                "name": name,
                "titles": name,
                "dc:title": titles,
                "datatype": if number { "decimal" } else { "string" },
                "required": key && *name != "group",
                "null": if number { json!([""]) } else { json!([]) },
            })
        })
        .collect();
    json!({
        "@context": ["http://www.w3.org/ns/csvw", { "@language": "de" }],
        "url": format!("{}.csv", dataset.indicator.name),
        "dc:title": local(&dataset.indicator.title),
        "dc:description": local(&dataset.indicator.definition),
        "dc:license": about.catalogue.monitoring.licence,
        "dc:publisher": local(&about.catalogue.monitoring.publisher),
        "dialect": { "encoding": "utf-8", "delimiter": ",", "header": true },
        "tableSchema": { "columns": columns, "primaryKey": ["area", "period", "group"] },
    })
}
