use std::{collections::BTreeMap, env, fs, path::Path};

use super::{chance::split, offices, outlines, parameters::*, people, *};

fn folder() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../../examples/musterstadt"))
}

#[test]
fn the_definitions_are_complete() {
    fn collect(below: &Path, path: &str, found: &mut Vec<String>) {
        for entry in fs::read_dir(below.join(path)).unwrap() {
            let entry = entry.unwrap();
            let path = format!("{path}/{}", entry.file_name().into_string().unwrap());
            match entry.file_type().unwrap().is_dir() {
                // What the program writes is no definition.
                true if path == "open/releases" || path == "open/published" => {}
                true => collect(below, &path, found),
                false => found.push(path),
            }
        }
    }
    let mut found = Vec::new();
    collect(folder(), "open", &mut found);
    collect(folder(), "shielded", &mut found);
    found.sort();
    let embedded: Vec<&str> = definitions().iter().map(|(path, _)| *path).collect();
    assert_eq!(embedded, found);
}

#[test]
fn the_outlines_are_those_that_are_drawn_here() {
    let path = folder().join("open/areas/stadtteile.geojson");
    let drawn = outlines::geojson();
    if env::var_os("MEHRKLANG_REDRAW").is_some() {
        fs::write(&path, &drawn).unwrap();
    }
    assert!(fs::read_to_string(path).unwrap() == drawn, "set MEHRKLANG_REDRAW=1 to write the file again");
}

#[test]
fn the_places_of_birth_are_those_of_the_register() {
    let path = folder().join("shielded/birthplaces.csv");
    if env::var_os("MEHRKLANG_REDRAW").is_some() {
        fs::write(&path, population::birth_places()).unwrap();
    }
    let written = fs::read_to_string(path).unwrap();
    assert!(written == population::birth_places(), "set MEHRKLANG_REDRAW=1 to write the file again");
}

#[test]
fn neighbours_share_their_borders_and_no_border_crosses_another() {
    let outlines = outlines::outlines();
    // Every piece of a border is walked once in each direction, or only once where the city ends.
    let mut pieces = BTreeMap::new();
    for outline in &outlines {
        for (at, &from) in outline.iter().enumerate() {
            let to = outline[(at + 1) % outline.len()];
            assert_ne!(from, to);
            assert_eq!(pieces.insert((from, to), ()), None, "walked twice in the same direction");
        }
    }
    let outer = pieces.keys().filter(|(from, to)| !pieces.contains_key(&(*to, *from))).count();
    assert!(outer * 2 < pieces.len(), "{outer} of {}", pieces.len());
    let unique: Vec<_> = pieces.keys().filter(|(from, to)| from < to || !pieces.contains_key(&(*to, *from))).collect();
    let turn = |a: [i64; 2], b: [i64; 2], c: [i64; 2]| {
        ((b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])).signum()
    };
    for (at, &&(a, b)) in unique.iter().enumerate() {
        for &&(c, d) in &unique[at + 1..] {
            if a == c || a == d || b == c || b == d {
                continue;
            }
            let crosses = turn(a, b, c) * turn(a, b, d) <= 0 && turn(c, d, a) * turn(c, d, b) <= 0;
            assert!(!crosses, "{a:?}–{b:?} meets {c:?}–{d:?}");
        }
    }
}

#[test]
fn deliveries_are_the_same_every_time() {
    let (once, again) = (deliveries(), deliveries());
    assert_eq!(once.len(), 18);
    assert!(once.is_sorted_by_key(|delivery| delivery.received));
    for (once, again) in once.iter().zip(&again) {
        assert!(once.bytes == again.bytes, "{}", once.file);
    }
}

#[test]
fn every_delivery_belongs_to_a_source_and_every_source_has_one() {
    let sources: Vec<String> = definitions()
        .iter()
        .filter_map(|(path, _)| path.strip_prefix("open/sources/")?.strip_suffix(".toml").map(str::to_owned))
        .collect();
    let mut delivered: Vec<&str> = deliveries().iter().map(|delivery| delivery.source).collect();
    delivered.sort_unstable();
    delivered.dedup();
    assert_eq!(delivered, sources);
}

#[test]
fn the_areas_are_those_of_the_definitions() {
    let (_, file) = definitions().into_iter().find(|(path, _)| *path == "open/areas/stadtteil.toml").unwrap();
    let file = std::str::from_utf8(file).unwrap();
    for quarter in &NEIGHBOURHOODS {
        assert!(
            file.contains(&format!("code = \"{}\"\nname = \"{}\"", quarter.code, quarter.name)),
            "{}",
            quarter.name
        );
    }
}

#[test]
fn the_city_is_about_as_large_as_promised() {
    let total = |year| people::of_city(year).iter().flatten().flatten().sum::<i64>();
    assert!((115_000..=120_000).contains(&total(0)), "{}", total(0));
    assert!((119_000..=126_000).contains(&total(9)), "{}", total(9));
    let foreign = |year| people::of_city(year)[0].iter().flatten().sum::<i64>() * 1000 / total(year);
    assert!((175..=185).contains(&foreign(0)), "{}", foreign(0));
    assert!((235..=250).contains(&foreign(9)), "{}", foreign(9));
}

#[test]
fn neighbourhoods_add_up_to_boroughs_and_boroughs_to_the_city() {
    for year in 0..YEARS.len() {
        assert_eq!(people::sum((0..5).map(|borough| people::of_borough(borough, year))), people::of_city(year));
    }
}

#[test]
fn parts_add_up_to_their_whole() {
    for total in [0, 1, 7, 100, 12_345] {
        for weights in [[1.0, 1.0, 1.0], [0.2, 0.0, 3.7], [1e-9, 5.0, 2.5]] {
            let parts = split(total, weights);
            assert_eq!(parts.iter().sum::<i64>(), total);
            assert!(parts.iter().all(|part| *part >= 0));
        }
    }
}

#[test]
fn files_look_as_offices_write_them() {
    assert!(people::registers().iter().all(|file| file.starts_with(b"PAR1")));

    let rights = encoding_rs::WINDOWS_1252.decode(&offices::rights()).0.into_owned();
    assert!(rights.contains("\r\nGebiet;Merkmal;Geschlecht;2015;2016;"));
    assert!(rights.contains('\u{a0}'));
    assert!(rights.contains("\r\nAltmarkt;Einbürgerungen im Jahr;weiblich;"));

    let entry = String::from_utf8(children::school_entry()).unwrap();
    assert!(entry.starts_with("\u{feff}Jahr;Bezirk;"));
    assert!(entry.contains(";.;.;"), "nothing known of the booklets of 2020");
    assert!(entry.contains(";–\r\n"));
    assert!(entry.contains(" p;"));

    let market = String::from_utf8(work::market(9..10, true)).unwrap();
    assert!(market.contains("\"2024\";\"STADTTL\";\"99999000\";"));
    assert!(market.lines().skip(1).all(|line| line.ends_with(" p\"")));
    assert!(market.contains(','), "a decimal comma");

    assert!(children::schools().starts_with(b"PK"));
    assert!(work::training().starts_with(b"PAR1"));
}

/// What the offices of Musterstadt deliver passes all checks and all protection; only jumps that the texts explain
/// (the pandemic, the new nationality law) are remarked.
#[test]
fn all_deliveries_are_counted_and_no_table_is_refused() {
    let mut files: catalogue::Files = definitions()
        .into_iter()
        .map(|(path, bytes)| (path.to_owned(), String::from_utf8(bytes.to_vec()).unwrap()))
        .collect();
    let policy = files.remove(catalogue::policy::FILE).unwrap();
    let birth_places = files.remove("shielded/birthplaces.csv").unwrap();
    let (catalogue, remarks) = catalogue::read(&files);
    assert_eq!(remarks, []);
    let catalogue = catalogue.unwrap();
    let core = || catalogue.indicators.iter().filter(|indicator| indicator.core);
    let of = |perspective| core().filter(|indicator| indicator.perspective == perspective).count();
    use catalogue::model::Perspective::{Context, Deficit, Strength};
    assert_eq!((core().count(), of(Strength), of(Deficit), of(Context)), (18, 11, 6, 1));

    let generated = deliveries();
    let deliveries: Vec<production::Delivery<'_>> = generated
        .iter()
        .map(|delivery| production::Delivery {
            source: delivery.source.parse().unwrap(),
            received: delivery.received.to_owned(),
            file: delivery.file.to_owned(),
            contents: production::Contents::Given(&delivery.bytes),
            corrections: None,
            birth_places: Some(("shielded/birthplaces.csv".to_owned(), birth_places.clone())),
            counted: false,
        })
        .collect();
    let inputs = production::Inputs {
        policy: Some(&policy),
        deliveries: &deliveries,
        ledger: &[],
        secret: None,
        engine: None,
        production: "1",
    };
    let (produced, remarks) = production::produce(&catalogue, &inputs, &mut |_| {});
    // The new law is felt in all neighbourhoods at once.
    let other: Vec<_> = remarks.iter().filter(|remark| !["jump", "further-findings"].contains(&remark.rule)).collect();
    assert!(other.is_empty(), "{other:?}");
    assert!(remarks.len() <= 16, "{} jumps", remarks.len());
    let releases = produced.unwrap().releases;
    let audiences: Vec<&str> = releases.iter().map(|(audience, _)| audience.word()).collect();
    assert_eq!(audiences, ["public", "council", "administration"]);
    let lost: Vec<f64> = releases.iter().map(|(_, release)| withheld(&catalogue, release)).collect();
    // Some is withheld, most is not; who is bound to secrecy sees more.
    assert!((0.01..0.10).contains(&lost[0]) && lost[1] < lost[0] && lost[2] <= lost[1], "{lost:?}");
    let release = &releases[0].1;
    // The final figures of 2024 stand in the place of the provisional ones.
    let received = |source: &str, last: &str| {
        let note =
            release.deliveries.iter().find(|note| note.source.as_str() == source && note.last.to_string() == last);
        note.unwrap().received.clone()
    };
    assert_eq!(received("arbeitsmarkt", "2023"), "2025-02-14");
    assert_eq!(received("arbeitsmarkt", "2024"), "2025-06-20");
}

/// The share of figures that are withheld; none of them is one of a core indicator for the whole city.
fn withheld(catalogue: &catalogue::Catalogue, release: &release::Release) -> f64 {
    let core: Vec<_> = catalogue.indicators.iter().filter(|indicator| indicator.core).collect();
    let (mut all, mut lost) = (0, 0);
    for table in &release.tables {
        let quantities = || core.iter().flat_map(|indicator| indicator.quantities());
        let is_core = quantities().any(|quantity| quantity.measure == table.key.measure);
        for row in &table.rows {
            all += 1;
            if row.observation == release::Observation::Withheld {
                lost += 1;
                let whole = row.area == catalogue.whole().code && row.categories.iter().all(Option::is_none);
                assert!(!(is_core && whole), "{:?} in {}", table.key, row.period);
            }
        }
    }
    f64::from(lost) / f64::from(all)
}
