//! Outlines of areas from GeoJSON.

use std::collections::{BTreeMap, BTreeSet};

use geojson::{Feature, GeoJson, GeometryValue};

use crate::{
    Files,
    model::{Area, AreaLevel, Boundaries, Catalogue, Outlines, Ring},
    names::AreaCode,
    read::{
        at::At,
        files::{self, FileKind, Folder},
    },
    remark::{Place, Remark},
};

/// Reads the outlines that the levels name.
pub(crate) fn boundaries(
    files: &Files,
    folder: &Folder<'_>,
    levels: &[AreaLevel],
    areas: &[Area],
    remarks: &mut Vec<Remark>,
) -> Boundaries {
    let mut boundaries = Boundaries::default();
    for level in levels {
        let Outlines::File { file, property } = &level.outlines else { continue };
        let Some(text) = folder.boundaries.get(file).and_then(|path| files.get(*path)) else {
            let remark = Remark::warning("outlines-absent", named_at(folder, level));
            remarks.push(remark.with("file", format!("open/areas/{file}")).with("level", level.name.as_str()));
            continue;
        };
        let of_level: Vec<&Area> = areas.iter().filter(|area| area.level == level.name).collect();
        let place = Place::File(format!("open/areas/{file}"));
        read(text, property, &of_level, &place, &mut boundaries, remarks);
        let expected = of_level.iter().filter(|area| !area.residue && area.valid_to.is_none());
        let without: Vec<&str> = expected
            .filter(|area| !boundaries.polygons.contains_key(&area.code))
            .map(|area| area.code.as_str())
            .collect();
        if let Some(first) = without.first()
            && !crate::remark::has_errors_at(remarks, &place)
        {
            let remark = Remark::warning("outlines-missing", place).with("level", level.name.as_str());
            remarks.push(remark.with("count", without.len()).with("first", *first));
        }
    }
    let used: Vec<&Outlines> = levels.iter().map(|level| &level.outlines).collect();
    files::unused_boundaries(folder, &used, remarks);
    boundaries
}

/// Where a level names its file.
fn named_at(folder: &Folder<'_>, level: &AreaLevel) -> Place {
    let root = folder.documents.get(&FileKind::Levels).map(At::root);
    let at = root.and_then(|root| root.list("level").find(|at| at.word("name") == Some(level.name.as_str())));
    let outlines = at.and_then(|at| at.table("outlines"));
    outlines.map_or_else(|| Place::File(files::LEVELS.to_owned()), |outlines| outlines.place_of("file"))
}

/// Reads one file.
fn read(
    text: &str,
    property: &str,
    areas: &[&Area],
    place: &Place,
    boundaries: &mut Boundaries,
    remarks: &mut Vec<Remark>,
) {
    let Ok(GeoJson::FeatureCollection(collection)) = text.parse::<GeoJson>() else {
        remarks.push(Remark::error("geojson-broken", place.clone()).hinted());
        return;
    };
    let codes = spellings(areas);
    let (mut nameless, mut unknown, mut shapeless) = (Vec::new(), Vec::new(), Vec::new());
    let (mut bent, mut read) = (Vec::new(), 0);
    for (i, feature) in collection.features.iter().enumerate() {
        let Some(name) = name(feature, property) else {
            nameless.push((i + 1).to_string());
            continue;
        };
        let Some(code) = codes.get(&key(&name)) else {
            unknown.push(name);
            continue;
        };
        match polygons(feature) {
            None => shapeless.push(name),
            Some(polygons) if !polygons.iter().flatten().flatten().all(on_earth) => bent.push(name),
            Some(polygons) => {
                read += 1;
                boundaries.polygons.entry((*code).clone()).or_default().extend(polygons);
            }
        }
    }
    if nameless.len() == collection.features.len() {
        remarks.push(Remark::error("geojson-property", place.clone()).with("property", property));
        return;
    }
    let mut say = |remark: Remark, found: &[String]| {
        if let Some(first) = found.first() {
            remarks.push(remark.with("count", found.len()).with("first", &**first));
        }
    };
    say(Remark::warning("geojson-without-code", place.clone()).with("property", property), &nameless);
    // If nothing fits, the file belongs to another level or the wrong property is named.
    let unknown_code = if read == 0 { Remark::error } else { Remark::warning };
    say(unknown_code("geojson-unknown-code", place.clone()), &unknown);
    say(Remark::error("geojson-no-polygon", place.clone()), &shapeless);
    say(Remark::error("geojson-projection", place.clone()).hinted(), &bent);
}

/// How the areas may be written: by code or alias, with or without leading zeros where that is not ambiguous.
fn spellings<'a>(areas: &[&'a Area]) -> BTreeMap<String, &'a AreaCode> {
    let mut spellings = BTreeMap::new();
    let mut ambiguous = BTreeSet::new();
    let mut claim = |spelling: &str, code: &'a AreaCode| {
        if spellings.insert(key(spelling), code).is_some_and(|other| other != code) {
            ambiguous.insert(key(spelling));
        }
    };
    for area in areas {
        area.aliases.iter().for_each(|alias| claim(alias, &area.code));
        claim(area.code.as_str(), &area.code);
    }
    spellings.retain(|spelling, _| !ambiguous.contains(spelling));
    spellings
}

fn key(text: &str) -> String {
    text.trim().trim_start_matches('0').to_lowercase()
}

fn name(feature: &Feature, property: &str) -> Option<String> {
    match feature.property(property)? {
        serde_json::Value::String(text) if !text.trim().is_empty() => Some(text.clone()),
        serde_json::Value::Number(number) => Some(number.to_string()),
        _ => None,
    }
}

/// The polygons of a feature; `None` if it has none that is worth drawing.
fn polygons(feature: &Feature) -> Option<Vec<Vec<Ring>>> {
    let polygons: Vec<Vec<Ring>> = match &feature.geometry.as_ref()?.value {
        GeometryValue::Polygon { coordinates } => vec![rings(coordinates)],
        GeometryValue::MultiPolygon { coordinates } => coordinates.iter().map(|polygon| rings(polygon)).collect(),
        _ => return None,
    };
    let polygons: Vec<Vec<Ring>> =
        polygons.into_iter().filter(|rings| rings.first().is_some_and(|outer| outer.len() >= 4)).collect();
    (!polygons.is_empty()).then_some(polygons)
}

fn rings(polygon: &[Vec<geojson::Position>]) -> Vec<Ring> {
    polygon.iter().map(|ring| ring.iter().map(|point| [point[0], point[1]]).collect()).collect()
}

/// Longitude and latitude; metres of a projection (UTM, Gauß-Krüger) are far outside.
fn on_earth(point: &[f64; 2]) -> bool {
    point[0].abs() <= 180.0 && point[1].abs() <= 90.0
}

/// The areas whose outlines make up that of an area: itself if it has one, else those of the level of which its level
/// is the union. Their shared borders are dissolved where outlines are drawn.
pub fn outline_children(catalogue: &Catalogue, code: &AreaCode) -> Vec<AreaCode> {
    if catalogue.boundaries.polygons.contains_key(code) {
        return vec![code.clone()];
    }
    let Some(area) = catalogue.area(code) else { return Vec::new() };
    let Some(level) = catalogue.levels.iter().find(|level| level.name == area.level) else { return Vec::new() };
    let Outlines::UnionOf(below) = &level.outlines else { return Vec::new() };
    let parents: BTreeMap<&AreaCode, &AreaCode> =
        catalogue.areas.iter().filter_map(|area| Some((&area.code, area.parent.as_ref()?))).collect();
    let lies_in = |below: &Area| {
        // Reading has ruled out cycles, so that the way up ends.
        std::iter::successors(parents.get(&below.code), |above| parents.get(*above)).any(|above| *above == code)
    };
    let below = catalogue.areas_of(below).filter(|below| !below.residue && lies_in(below));
    below.flat_map(|below| outline_children(catalogue, &below.code)).collect()
}
