//! JSON-stat 2.0: `i/<indicator>.json-stat.json`, in English below `en/`.

use serde_json::{Map, Value, json};
use words::{Language, Words};

use crate::{About, Dataset, File, Format, dataset::SIGNS};

/// One file for each indicator and language of the monitoring. Cells that were not delivered are left out.
pub fn jsonstat(about: &About<'_>, datasets: &[Dataset<'_>]) -> Vec<File> {
    let mut files = Vec::new();
    for (language, folder) in about.languages() {
        let words = Words::new(language);
        files.extend(datasets.iter().map(|dataset| File {
            path: format!("{folder}i/{}.json-stat.json", dataset.indicator.name),
            format: Format::JsonStat,
            indicator: Some(dataset.indicator.name.clone()),
            bytes: format!("{}\n", write(about, &words, dataset)).into_bytes(),
        }));
    }
    files
}

/// The whole of a variable, as SDMX has it.
pub(crate) const WHOLE: &str = "_T";

const METRICS: [(&str, &str); 3] =
    [("value", "export-value"), ("numerator", "export-numerator"), ("denominator", "export-denominator")];

fn write(about: &About<'_>, words: &Words, dataset: &Dataset<'_>) -> Value {
    let language = words.language();
    let indicator = dataset.indicator;
    let periods = dataset.periods.iter().map(|period| (period.to_string(), period.to_string()));
    let areas = dataset.areas.iter().zip(dataset.area_names()).map(|(area, name)| (area.code.to_string(), name));
    let metrics = METRICS.map(|(code, key)| (code.to_owned(), words.say(key, &[])));
    let mut dimensions = vec![
        ("area".to_owned(), dimension(&words.say("export-area", &[]), areas.collect())),
        ("period".to_owned(), dimension(&words.say("export-period", &[]), periods.collect())),
    ];
    let mut sizes = vec![dataset.areas.len(), dataset.periods.len()];
    for variable in &dataset.variables {
        let whole = (WHOLE.to_owned(), variable.whole.get(language).to_owned());
        let categories =
            variable.categories.iter().map(|one| (one.code.to_string(), one.title.get(language).to_owned()));
        let codes: Vec<_> = std::iter::once(whole).chain(categories).collect();
        sizes.push(codes.len());
        dimensions.push((format!("by-{}", variable.name), dimension(variable.title.get(language), codes)));
    }
    sizes.push(METRICS.len());
    let mut metric = dimension(&words.say("export-metric", &[]), metrics.to_vec());
    metric["category"]["unit"] = json!({ "value": {
        "label": indicator.unit.get(language),
        "decimals": indicator.decimals,
    }});
    dimensions.push(("metric".to_owned(), metric));

    let (mut values, mut statuses) = (Map::new(), Map::new());
    for one in &dataset.observations {
        let mut place = one.area * sizes[1] + one.period;
        for (variable, category) in dataset.variables.iter().zip(dataset.categories(one)) {
            let at = category.and_then(|code| variable.categories.iter().position(|c| c.code.as_str() == code));
            place = place * (variable.categories.len() + 1) + at.map_or(0, |at| at + 1);
        }
        place *= METRICS.len();
        let exact = |number: Option<release::Number>| number.map(|number| number.to_string());
        let numbers = [one.value.clone(), exact(one.numerator), exact(one.denominator)];
        for (metric, number) in numbers.into_iter().enumerate() {
            if let Some(number) = number.and_then(|text| text.parse::<serde_json::Number>().ok()) {
                values.insert((place + metric).to_string(), Value::Number(number));
            }
        }
        if !one.status.is_empty() {
            statuses.insert(place.to_string(), json!(one.status));
        }
    }
    let signs: Map<_, _> = SIGNS
        .iter()
        .filter(|(sign, _)| !sign.is_empty())
        .map(|(sign, key)| ((*sign).to_owned(), json!(words.say(key, &[]))))
        .collect();
    let field = about.catalogue.fields.iter().find(|field| field.name == indicator.field);
    let ids: Vec<&str> = dimensions.iter().map(|(id, _)| id.as_str()).collect();
    json!({
        "version": "2.0",
        "class": "dataset",
        "label": indicator.title.get(language),
        "note": [indicator.definition.get(language), indicator.limits.get(language)],
        "source": about.catalogue.monitoring.publisher.get(language),
        "updated": about.sealed_on,
        "id": ids,
        "size": sizes,
        "role": { "time": ["period"], "geo": ["area"], "metric": ["metric"] },
        "value": values,
        "status": statuses,
        "dimension": dimensions.iter().cloned().collect::<Map<_, _>>(),
        "extension": {
            "language": language.code(),
            "release": about.release,
            "licence": about.catalogue.monitoring.licence,
            "field": field.map(|field| json!({ "id": field.name.as_str(), "label": field.title.get(language) })),
            "discontinued": indicator.retired.is_some(),
            "status": signs,
        },
    })
}

fn dimension(label: &str, codes: Vec<(String, String)>) -> Value {
    let index: Vec<&str> = codes.iter().map(|(code, _)| code.as_str()).collect();
    let labels: Map<_, _> = codes.iter().map(|(code, label)| (code.clone(), json!(label))).collect();
    json!({ "label": label, "category": { "index": index, "label": labels } })
}

impl About<'_> {
    /// The languages of the pages with the folders of those that are not the first.
    pub(crate) fn languages(&self) -> impl Iterator<Item = (Language, String)> {
        let all = self.catalogue.monitoring.languages.iter().enumerate();
        all.map(|(at, language)| (*language, if at == 0 { String::new() } else { format!("{language}/") }))
    }
}
