//! A release that is sealed and opened is the same release; one that someone touched is not opened.

use std::collections::BTreeMap;

use catalogue::{Files, Period, model::Audience};
use proptest::prelude::*;
use release::{
    Change, DeliveryNote, Mark, Number, Observation, OpenError, Protection, Release, Row, Sealing, Table, TableKey,
    diff, open, seal,
};

fn value(scaled: i64, decimals: u8, mark: Mark) -> Observation {
    Observation::Value { number: Number { scaled, decimals }, mark }
}

fn row(area: &str, year: i16, categories: &[Option<&str>], observation: Observation) -> Row {
    Row {
        area: area.parse().unwrap(),
        period: Period::year_of(year),
        categories: categories.iter().map(|code| code.map(|code| code.parse().unwrap())).collect(),
        observation,
    }
}

fn key(measure: &str, by: &[&str]) -> TableKey {
    TableKey { measure: measure.parse().unwrap(), by: by.iter().map(|name| name.parse().unwrap()).collect() }
}

/// A small release with every sign and mark.
fn example() -> Release {
    let whole = Table {
        key: key("einwohner.residents", &[]),
        rows: vec![
            row("01", 2014, &[], value(1200, 0, Mark::None)),
            row("01", 2015, &[], value(1250, 0, Mark::Provisional)),
            row("02", 2014, &[], Observation::Nothing),
            row("02", 2015, &[], Observation::Withheld),
        ],
    };
    let groups = Table {
        key: key("einwohner.residents", &["citizenship", "sex"]),
        rows: vec![
            row("01", 2014, &[None, None], value(1200, 0, Mark::None)),
            row("01", 2014, &[None, Some("female")], value(600, 0, Mark::Revised)),
            row("01", 2014, &[Some("foreign"), None], value(-300, 0, Mark::Estimated)),
            row("01", 2014, &[Some("foreign"), Some("female")], Observation::Unreliable),
            row("01", 2014, &[Some("german"), None], Observation::Pending),
            row("01", 2014, &[Some("german"), Some("female")], Observation::Senseless),
        ],
    };
    let ages = Table {
        key: key("einwohner.years", &[]),
        rows: vec![
            row("01", 2014, &[], value(5, 1, Mark::Uncertain)),
            row("02", 2014, &[], value(i64::MIN, 9, Mark::None)),
        ],
    };
    Release {
        tables: vec![whole, groups, ages],
        deliveries: vec![DeliveryNote {
            source: "einwohner".parse().unwrap(),
            received: "2016-01-20".to_owned(),
            first: Period::year_of(2014),
            last: Period::year_of(2015),
        }],
        protection: vec![
            ("einwohner".parse().unwrap(), Protection::AlreadyPublic),
            ("kita".parse().unwrap(), Protection::Suppression),
            ("schule".parse().unwrap(), Protection::Refusal),
            ("sgb2".parse().unwrap(), Protection::Rounding { base: 5 }),
            ("zensus".parse().unwrap(), Protection::CellKey { variance_thousandths: 2500, bound: 5 }),
        ],
    }
}

fn definitions() -> Files {
    Files::from([
        ("open/monitoring.toml".to_owned(), "name.de = \"Musterstadt\"\n".to_owned()),
        ("open/releases/2015-01-01-aaaaaa/manifest.toml".to_owned(), "format = 1\n".to_owned()),
        ("open/published/x/site/a.md".to_owned(), "x".to_owned()),
        ("shielded/policy.toml".to_owned(), "[default]\nminimum-frequency = 7\n".to_owned()),
    ])
}

fn sealing() -> Sealing {
    Sealing {
        on: "2026-03-15".to_owned(),
        audience: Audience::Public,
        supersedes: Some(("2026-03-01-11d0e2".parse().unwrap(), "Gebietsstand \"Bezirk 07\"\nberichtigt".to_owned())),
        production: "2026-031".to_owned(),
    }
}

#[test]
fn what_is_sealed_is_what_is_opened() {
    let sealed = seal(&example(), &definitions(), &sealing());
    let opened = open(&sealed.files).unwrap();
    assert_eq!(opened.release, example());
    assert_eq!(opened.id, sealed.id);
    assert_eq!(opened.manifest.supersedes, sealing().supersedes);
    assert_eq!(opened.manifest.production, "2026-031");
    let kept: Vec<&String> = opened.definitions.keys().collect();
    assert_eq!(kept, ["open/monitoring.toml"], "nothing shielded and no other release is copied");
    assert_eq!(seal(&example(), &opened.definitions, &sealing()), sealed);
}

#[test]
fn the_files_read_as_documented() {
    let sealed = seal(&example(), &definitions(), &sealing());
    let text = |file: &str| String::from_utf8(sealed.files[file].clone()).unwrap();
    assert_eq!(text("observations.csv"), include_str!("expected/observations.csv"));
    assert_eq!(text("definitions/monitoring.toml"), "name.de = \"Musterstadt\"\n");
    // The fingerprint of the Parquet file is that of one version of its writer; the rest is ours.
    let shown: String = text("manifest.toml")
        .lines()
        .filter(|line| !line.starts_with("observations-parquet"))
        .map(|line| format!("{line}\n"))
        .collect();
    assert_eq!(shown, include_str!("expected/manifest.toml"));
}

#[test]
fn the_same_figures_are_the_same_release() {
    let sealed = seal(&example(), &definitions(), &sealing());
    assert_eq!(seal(&example(), &definitions(), &sealing()), sealed);
    let numbered = Sealing { production: "2026-032".to_owned(), ..sealing() };
    assert_eq!(seal(&example(), &definitions(), &numbered).id, sealed.id, "the number of the production is no content");
    let mut other = example();
    other.tables[0].rows[0].observation = value(1201, 0, Mark::None);
    assert_ne!(seal(&other, &definitions(), &sealing()).id, sealed.id);
    let council = Sealing { audience: Audience::Council, ..sealing() };
    assert_ne!(seal(&example(), &definitions(), &council).id, sealed.id, "the same figures for another audience");
    let later = Sealing { on: "2026-03-16".to_owned(), ..sealing() };
    let later = seal(&example(), &definitions(), &later).id;
    assert_eq!(later.as_str()[11..], sealed.id.as_str()[11..]);
    assert_eq!(later.day(), "2026-03-16");
}

#[track_caller]
fn check(touch: impl FnOnce(&mut BTreeMap<String, Vec<u8>>), expected: &OpenError) {
    let mut sealed = seal(&example(), &definitions(), &sealing());
    touch(&mut sealed.files);
    assert_eq!(&open(&sealed.files).unwrap_err(), expected);
}

fn edit(files: &mut BTreeMap<String, Vec<u8>>, file: &str, from: &str, to: &str) {
    let text = String::from_utf8(files[file].clone()).unwrap();
    assert!(text.contains(from));
    files.insert(file.to_owned(), text.replacen(from, to, 1).into_bytes());
}

#[test]
fn a_touched_release_is_not_opened() {
    let changed = |file: &str| OpenError::Changed { file: file.to_owned() };
    check(|files| edit(files, "observations.csv", "1250", "1251"), &changed("observations.csv"));
    check(|files| files.get_mut("observations.parquet").unwrap()[40] ^= 1, &changed("observations.parquet"));
    check(|files| edit(files, "definitions/monitoring.toml", "Muster", "Meister"), &changed("definitions"));
    check(|files| drop(files.insert("definitions/x.md".to_owned(), b"x".to_vec())), &changed("definitions"));
    check(|files| drop(files.remove("definitions/monitoring.toml")), &changed("definitions"));
    check(|files| drop(files.remove("observations.csv")), &OpenError::Missing { file: "observations.csv".to_owned() });
    check(
        |files| drop(files.insert("notes.txt".to_owned(), Vec::new())),
        &OpenError::Unexpected { file: "notes.txt".to_owned() },
    );
    check(|files| edit(files, "manifest.toml", "format = 2", "format = 3"), &OpenError::Newer { format: 3 });
    for (from, to) in [
        ("format = 2", "format = 0"),
        ("format = 2", "format = 1"),
        ("format = 2", "format = 2\nextra = 1"),
        ("audience = \"public\"\n", ""),
        ("audience = \"public\"", "audience = \"everyone\""),
        ("2016-01-20", "2016-01-32"),
        ("\"already-public\"", "\"hope\""),
        ("\"already-public\"", "\"minimum-frequency\""),
        ("\"suppression\"", "\"suppression\"\nbase = 3"),
        ("base = 5", "base = 5\nbound = 5"),
        ("base = 5", "base = -5"),
        ("base = 5", "base = 0x5"),
        ("base = 5\n", ""),
        ("bound = 5", "bound = 5000000000"),
        ("variance-thousandths = 2500\n", ""),
    ] {
        check(|files| edit(files, "manifest.toml", from, to), &OpenError::Manifest);
    }
    check(|files| drop(files.insert("manifest.toml".to_owned(), vec![0xff, 0])), &OpenError::Manifest);
}

/// A release as the first version of the format wrote it. Its Parquet file is only compared with its fingerprint.
fn of_format_1() -> BTreeMap<String, Vec<u8>> {
    let files = [
        ("manifest.toml", include_str!("expected/format-1.toml")),
        ("observations.csv", "source,measure,group,area,period,value,status\neinwohner,residents,,01,2014,1200,\n"),
        ("observations.parquet", "PAR1"),
        ("definitions/monitoring.toml", "name.de = \"Musterstadt\"\n"),
    ];
    files.map(|(path, text)| (path.to_owned(), text.as_bytes().to_vec())).into()
}

#[test]
fn releases_of_format_1_open_as_they_were_sealed() {
    let opened = open(&of_format_1()).unwrap();
    assert_eq!(opened.id.as_str(), "2026-03-15-e93d42");
    assert_eq!((opened.manifest.format, opened.manifest.audience), (1, Audience::Public));
    let methods: Vec<_> = opened.release.protection.iter().map(|(_, method)| *method).collect();
    assert_eq!(methods, [Protection::AlreadyPublic, Protection::Refusal]);
    // Words that it does not know are no words, and a later format knows no words of it.
    for (from, to) in [
        ("minimum-frequency", "refusal"),
        ("minimum-frequency", "suppression"),
        ("format = 1\n", "format = 1\naudience = \"public\"\n"),
        ("format = 1\n", "format = 1\naudience = \"council\"\n"),
        ("format = 1\n", "format = 2\naudience = \"public\"\n"),
    ] {
        let mut files = of_format_1();
        edit(&mut files, "manifest.toml", from, to);
        assert_eq!(open(&files).unwrap_err(), OpenError::Manifest, "{from} → {to}");
    }
}

/// Puts another file of observations in and its fingerprint into the manifest, as someone with intent would.
fn resign(files: &mut BTreeMap<String, Vec<u8>>, file: &str, bytes: Vec<u8>) {
    use sha2::{Digest, Sha256};
    let digits = |bytes: &[u8]| Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect::<String>();
    let (old, new) = (digits(&files[file]), digits(&bytes));
    edit(files, "manifest.toml", &old, &new);
    files.insert(file.to_owned(), bytes);
}

#[test]
fn forged_observations_are_named_by_their_line() {
    check(
        |files| {
            let text = String::from_utf8(files["observations.csv"].clone()).unwrap();
            resign(files, "observations.csv", text.replace("1250", "1e3").into_bytes());
        },
        &OpenError::Malformed { file: "observations.csv".to_owned(), line: 2 },
    );
    check(
        |files| {
            let text = String::from_utf8(files["observations.csv"].clone()).unwrap();
            resign(files, "observations.csv", text.replace("01,2015", "01,2013").into_bytes());
        },
        &OpenError::Malformed { file: "observations.csv".to_owned(), line: 2 },
    );
}

#[test]
fn both_files_of_observations_say_the_same() {
    use arrow_array::{Array, Int64Array, StringArray, UInt8Array};
    let sealed = seal(&example(), &definitions(), &sealing());
    let bytes = bytes::Bytes::from(sealed.files["observations.parquet"].clone());
    let reader = parquet::arrow::arrow_reader::ParquetRecordBatchReader::try_new(bytes, 1024).unwrap();
    let mut rows = Vec::new();
    for batch in reader {
        let batch = batch.unwrap();
        let text = |name: &str, row| {
            batch.column_by_name(name).unwrap().as_any().downcast_ref::<StringArray>().unwrap().value(row).to_owned()
        };
        let values = batch.column_by_name("value").unwrap().as_any().downcast_ref::<Int64Array>().unwrap();
        let decimals = batch.column_by_name("decimals").unwrap().as_any().downcast_ref::<UInt8Array>().unwrap();
        for row in 0..batch.num_rows() {
            let number = values.is_valid(row).then(|| (values.value(row), decimals.value(row)));
            let texts = ["source", "measure", "group", "area", "period", "status"].map(|name| text(name, row));
            rows.push((texts, number));
        }
    }
    let csv = String::from_utf8(sealed.files["observations.csv"].clone()).unwrap();
    let expected: Vec<_> = csv
        .lines()
        .skip(1)
        .map(|line| {
            let mut texts: Vec<String> = line.split(',').map(str::to_owned).collect();
            let value = texts.remove(5);
            let decimals = value.split_once('.').map_or(0, |(_, part)| u8::try_from(part.len()).unwrap());
            let number = (!value.is_empty()).then(|| (value.replace('.', "").parse::<i64>().unwrap(), decimals));
            (<[String; 6]>::try_from(texts).unwrap(), number)
        })
        .collect();
    assert_eq!(rows, expected);
}

#[test]
fn differences_are_named_in_order() {
    let earlier = example();
    let mut later = example();
    later.tables.remove(2);
    later.tables[0].rows[1].observation = value(1251, 0, Mark::None);
    later.tables[0].rows.push(row("03", 2015, &[], value(7, 0, Mark::None)));
    let found = diff(&earlier, &later);
    assert_eq!(found.added.len(), 1);
    assert_eq!(found.added[0].0.area.as_str(), "03");
    assert_eq!(found.withdrawn.iter().map(|(entry, _)| entry.area.as_str()).collect::<Vec<_>>(), ["01", "02"]);
    let [Change { entry, from, to }] = &found.changed[..] else { panic!("one change") };
    assert_eq!((entry.area.as_str(), entry.period.year()), ("01", 2015));
    assert_eq!((*from, *to), (value(1250, 0, Mark::Provisional), value(1251, 0, Mark::None)));
    assert!(diff(&earlier, &earlier).is_empty());
    let back = diff(&later, &earlier);
    assert_eq!((back.added, back.withdrawn), (found.withdrawn, found.added));
}

fn observations() -> impl Strategy<Value = Observation> {
    let mark =
        prop::sample::select(vec![Mark::None, Mark::Provisional, Mark::Revised, Mark::Estimated, Mark::Uncertain]);
    prop_oneof![
        4 => (any::<i64>(), 0_u8..=9, mark).prop_map(|(scaled, decimals, mark)| value(scaled, decimals, mark)),
        1 => prop::sample::select(vec![
            Observation::Nothing,
            Observation::Withheld,
            Observation::Unreliable,
            Observation::Pending,
            Observation::Senseless,
        ]),
    ]
}

fn releases() -> impl Strategy<Value = Release> {
    let cell = (0_usize..4, 2010_i16..2013, prop::option::of(0_usize..3), observations());
    prop::collection::vec(cell, 1..30).prop_map(|cells| {
        let mut rows = BTreeMap::new();
        for (area, year, category, observation) in cells {
            rows.insert((area, year, category), observation);
        }
        let rows = rows
            .into_iter()
            .map(|((area, year, category), observation)| {
                let category = category.map(|code| ["a", "b", "c"][code]);
                row(["01", "02", "09162000", "x.1"][area], year, &[category], observation)
            })
            .collect();
        Release {
            tables: vec![Table { key: key("s.m", &["v"]), rows }],
            deliveries: Vec::new(),
            protection: vec![("s".parse().unwrap(), Protection::Refusal)],
        }
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn every_release_survives_the_folder(
        release in releases(), because in ".{0,20}", audience in prop::sample::select(Audience::ALL.to_vec()),
    ) {
        let sealing = Sealing {
            on: "2026-01-02".to_owned(),
            audience,
            supersedes: Some(("2026-01-01-000000".parse().unwrap(), because)),
            production: "1".to_owned(),
        };
        let sealed = seal(&release, &definitions(), &sealing);
        let opened = open(&sealed.files).unwrap();
        prop_assert_eq!(&opened.release, &release);
        prop_assert_eq!(opened.id, sealed.id);
        prop_assert_eq!(opened.manifest.audience, audience);
        prop_assert_eq!(opened.manifest.supersedes, sealing.supersedes);
    }

    #[test]
    fn no_bytes_make_it_panic(
        file in prop::sample::select(vec!["manifest.toml", "observations.csv", "observations.parquet", "definitions/monitoring.toml"]),
        bytes in prop::collection::vec(any::<u8>(), 0..300),
    ) {
        let mut sealed = seal(&example(), &definitions(), &sealing());
        sealed.files.insert(file.to_owned(), bytes);
        prop_assert!(open(&sealed.files).is_err());
    }

    #[test]
    fn no_forged_observations_make_it_panic(
        spoils in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..6),
    ) {
        let file = "observations.csv";
        let mut sealed = seal(&example(), &definitions(), &sealing());
        let original = sealed.files[file].clone();
        let mut bytes = original.clone();
        for (place, byte) in spoils {
            let place = place.index(bytes.len());
            bytes[place] = byte;
        }
        resign(&mut sealed.files, file, bytes);
        // It opens if what was spoiled still makes sense; then it is the same release only if the bytes are.
        if let Ok(opened) = open(&sealed.files) {
            prop_assert_eq!(opened.release == example(), sealed.files[file] == original);
        }
    }
}
