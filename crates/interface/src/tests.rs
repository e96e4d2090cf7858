//! Questions and answers over two small tables.

use serde_json::{Value, json};

use crate::{Answer, Broken, Method, Request, Tables, answer};

/// Two areas, three periods, everyone and two groups, three measures. Foreign women of the second area are withheld.
fn dataset(language: &str) -> Value {
    let de = language == "de";
    let dimension = |label: &str, codes: &[(&str, &str)]| {
        let labels: serde_json::Map<_, _> =
            codes.iter().map(|(code, label)| ((*code).to_owned(), json!(label))).collect();
        json!({ "label": label, "category": { "index": codes.iter().map(|(code, _)| *code).collect::<Vec<_>>(), "label": labels } })
    };
    let values: serde_json::Map<_, _> =
        (0..54).filter(|place| *place != 51).map(|place| (place.to_string(), json!(place))).collect();
    json!({
        "version": "2.0",
        "class": "dataset",
        "label": if de { "Anteil" } else { "Share" },
        "note": ["Was gezählt wird.", "Was nicht."],
        "source": "Musterstadt",
        "updated": "2026-03-16",
        "id": ["area", "period", "by-sex", "metric"],
        "size": [2, 3, 3, 3],
        "role": { "time": ["period"], "geo": ["area"], "metric": ["metric"] },
        "value": values,
        "status": { "51": "." },
        "dimension": {
            "area": dimension("Gebiet", &[("99", "Musterstadt"), ("99-1", "Mitte")]),
            "period": dimension("Zeit", &[("2020", "2020"), ("2022", "2022"), ("2024", "2024")]),
            "by-sex": dimension("Geschlecht", &[("_T", "insgesamt"), ("f", "weiblich"), ("m", "männlich")]),
            "metric": dimension("Angabe", &[("value", "Wert"), ("numerator", "Zähler"), ("denominator", "Nenner")]),
        },
        "extension": { "release": "2026-abc", "language": language, "field": { "id": "bildung", "label": "Bildung" } },
    })
}

fn tables() -> Tables {
    let (de, en) = (dataset("de").to_string(), dataset("en").to_string());
    let files = [
        ("en/i/anteil.json-stat.json", en.as_bytes()),
        ("i/anteil.json-stat.json", de.as_bytes()),
        ("i/zahl.json-stat.json", de.as_bytes()),
        ("i/anteil.json", b"{}"),
        ("index.html", b"<p>"),
    ];
    Tables::read(files).expect("tables")
}

fn ask(method: Method, path: &str, query: &str, body: &str) -> Answer {
    answer(&tables(), Request { method, path, query, body: body.as_bytes() })
}

fn get(path: &str, query: &str) -> Value {
    let answer = ask(Method::Get, path, query, "");
    assert_eq!(answer.status, 200, "{path}?{query}: {}", String::from_utf8_lossy(&answer.body));
    serde_json::from_slice(&answer.body).expect("JSON")
}

#[test]
fn tables_are_listed_page_by_page() {
    let all = get("tables", "");
    assert_eq!(all["page"]["totalElements"], 2);
    assert_eq!(all["tables"][0]["id"], "anteil");
    assert_eq!(all["tables"][0]["firstPeriod"], "2020");
    assert_eq!(all["tables"][0]["lastPeriod"], "2024");
    assert_eq!(all["tables"][0]["paths"], json!([[{ "id": "bildung", "label": "Bildung" }]]));
    let second = get("tables", "pageSize=1&pageNumber=2");
    assert_eq!((&second["tables"][0]["id"], &second["page"]["totalPages"]), (&json!("zahl"), &json!(2)));
    assert_eq!(second["page"]["links"][0]["rel"], "previous");
    assert_eq!(get("tables", "query=SHARE&lang=en")["page"]["totalElements"], 1);
    assert_eq!(get("tables", "query=nichts")["page"]["totalElements"], 0);
    assert_eq!(get("tables/anteil", "lang=en")["label"], "Share");
}

#[test]
fn what_is_not_asked_of_is_the_whole() {
    let data = get("tables/anteil/data", "");
    assert_eq!(data["size"], json!([1, 3, 1, 1]));
    assert_eq!(data["value"], json!([0, 9, 18]));
    assert_eq!(data["status"], json!({}));
    let default = get("tables/anteil/defaultselection", "");
    let posted = ask(Method::Post, "tables/anteil/data", "", &default.to_string());
    assert_eq!(serde_json::from_slice::<Value>(&posted.body).unwrap(), data);
}

#[test]
fn a_part_holds_the_cells_in_the_order_asked_for() {
    let asked = "valueCodes[area]=99-1,99&valueCodes[period]=top(2)&valueCodes[by-sex]=*&valueCodes[metric]=value";
    let data = get("tables/anteil/data", asked);
    assert_eq!(data["size"], json!([2, 2, 3, 1]));
    assert_eq!(data["dimension"]["period"]["category"]["index"], json!({ "2024": 0, "2022": 1 }));
    assert_eq!(data["value"], json!([45, 48, null, 36, 39, 42, 18, 21, 24, 9, 12, 15]));
    assert_eq!(data["status"], json!({ "2": "." }));
    let csv = ask(Method::Get, "tables/anteil/data", &format!("{asked}&outputFormat=csv"), "");
    let csv = String::from_utf8(csv.body).unwrap();
    assert!(csv.starts_with("area,period,by-sex,metric,value,status\r\n99-1,2024,_T,value,45,\r\n"), "{csv}");
    assert!(csv.contains("\r\n99-1,2024,m,value,,.\r\n"), "{csv}");
}

#[test]
fn expressions_choose_codes() {
    for (expression, expected) in [
        ("range(2020,2022)", json!({ "2020": 0, "2022": 1 })),
        ("FROM(2022)", json!({ "2022": 0, "2024": 1 })),
        ("to(2022)", json!({ "2020": 0, "2022": 1 })),
        ("bottom(1)", json!({ "2020": 0 })),
        ("*4", json!({ "2024": 0 })),
        ("20?0", json!({ "2020": 0 })),
        ("2022,2022,*", json!({ "2022": 0, "2020": 1, "2024": 2 })),
    ] {
        let data = get("tables/anteil/data", &format!("valueCodes[period]={expression}"));
        assert_eq!(data["dimension"]["period"]["category"]["index"], expected, "{expression}");
    }
}

#[test]
fn metadata_say_what_stands_for_a_dimension() {
    let metadata = get("tables/anteil/metadata", "");
    assert_eq!(metadata["size"], json!([2, 3, 3, 3]));
    assert!(metadata.get("value").is_none());
    assert_eq!(metadata["dimension"]["by-sex"]["extension"]["eliminationValueCode"], "_T");
    assert_eq!(metadata["dimension"]["area"]["extension"]["eliminationValueCode"], "99");
    assert_eq!(metadata["dimension"]["period"]["extension"]["elimination"], false);
}

#[test]
fn what_cannot_be_answered_is_said() {
    let get = |path: &str, query: &str| ask(Method::Get, path, query, "");
    let post = |body: &str| ask(Method::Post, "tables/anteil/data", "", body);
    for (answer, status, says) in [
        (get("nichts", ""), 404, "openapi"),
        (get("", ""), 404, "openapi"),
        (get("tables/nichts", ""), 404, "nichts"),
        (get("tables/../../i/anteil", ""), 404, "openapi"),
        (get("codelists/x", ""), 404, "Schlüssellisten"),
        (get("tables", "lang=fr"), 400, "de, en"),
        (get("tables", "pageNumber=3"), 400, "1 – 1"),
        (get("tables", "pageSize=0"), 400, "pageSize"),
        (get("tables", "pastDays=3"), 400, "pastDays"),
        (get("tables/anteil/data", "valueCodes[zeit]=1"), 400, "area, period, by-sex, metric"),
        (get("tables/anteil/data", "valueCodes[period]=1999"), 400, "1999"),
        (get("tables/anteil/data", "valueCodes[period]=range(2024,2020)"), 400, "range"),
        (get("tables/anteil/data", "valueCodes[period]=top(x)"), 400, "top"),
        (get("tables/anteil/data", "valueCodes[period]=least(2)"), 400, "least"),
        (get("tables/anteil/data", "codelist[period]=x"), 404, "Schlüssellisten"),
        (get("tables/anteil/data", "outputFormat=xlsx"), 400, "json-stat2, csv"),
        (post(""), 400, "selection"),
        (post("{}"), 400, "selection"),
        (post(r#"{"selection": [{"variableCode": "period"}]}"#), 400, "selection"),
        (ask(Method::Post, "tables", "", ""), 405, "openapi"),
        (ask(Method::Other, "tables/anteil/data", "", ""), 405, "openapi"),
    ] {
        let body = String::from_utf8(answer.body).unwrap();
        assert_eq!((answer.status, answer.media_type), (status, "application/problem+json"), "{body}");
        let problem: Value = serde_json::from_str(&body).unwrap();
        assert!(problem["detail"].as_str().unwrap().contains(says), "{body}");
        assert_eq!(problem["status"], status);
    }
}

#[test]
fn a_file_that_is_not_ours_is_named() {
    let broken = |bytes: &[u8]| Tables::read([("i/x.json-stat.json", bytes)]).err();
    assert_eq!(broken(b"{"), Some(Broken("i/x.json-stat.json".to_owned())));
    let mut other = dataset("de");
    other["value"] = json!([1, 2]);
    assert!(broken(other.to_string().as_bytes()).is_some());
    assert!(Tables::read([]).unwrap().is_empty());
}

#[test]
fn every_address_of_the_description_answers() {
    let description = get("openapi.json", "");
    for (path, ways) in description["paths"].as_object().unwrap() {
        let path = path.trim_start_matches('/').replace("{id}", "anteil");
        for way in ways.as_object().unwrap().keys() {
            let (method, body) = match way.as_str() {
                "post" => (Method::Post, r#"{"selection": []}"#),
                _ => (Method::Get, ""),
            };
            assert_eq!(ask(method, &path, "", body).status, 200, "{way} {path}");
        }
    }
}
