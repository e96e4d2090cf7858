//! `open/areas/levels.toml` and `open/areas/<level>.toml`

use std::collections::{BTreeMap, BTreeSet};

use super::{
    at::At,
    files::{self, FileKind, Folder},
    known::unknown,
    variables::way,
};
use crate::{
    model::{Area, AreaLevel, Monitoring, Outlines},
    names::{AreaCode, LevelName},
    remark::{Place, Remark},
};

/// The levels, parents before children.
pub(crate) fn levels(folder: &Folder<'_>, remarks: &mut Vec<Remark>) -> Vec<AreaLevel> {
    let Some(document) = folder.documents.get(&FileKind::Levels) else {
        let place = Place::File(files::MONITORING.to_owned());
        remarks.push(Remark::error("missing-file", place).with("file", files::LEVELS));
        return Vec::new();
    };
    let root = At::root(document);
    let mut levels: Vec<AreaLevel> = Vec::new();
    let mut places: BTreeMap<LevelName, At<'_>> = BTreeMap::new();
    for at in root.list("level") {
        let Some(name) = at.name::<LevelName>("name") else { continue };
        if places.contains_key(&name) {
            let remark = Remark::error("duplicate", at.place_of("name"));
            remarks.push(remark.with("kind", "level").with("name", name.as_str()));
            continue;
        }
        places.insert(name.clone(), at);
        levels.push(AreaLevel {
            name,
            title: at.local("title"),
            plural: at.local("plural"),
            parent: at.name("parent"),
            published: at.boolean("published", true),
            outlines: outlines(at),
        });
    }
    let names = || places.keys().map(LevelName::as_str);
    for level in &levels {
        let at = places[&level.name];
        if let Some(parent) = level.parent.as_ref().filter(|parent| !places.contains_key(parent)) {
            remarks.push(unknown("level", parent.as_str(), "", names(), at.place_of("parent")));
        }
    }
    let cycles: Vec<Vec<String>> = {
        let above = levels.iter().filter_map(|level| Some((level.name.as_str(), level.parent.as_ref()?.as_str())));
        self::cycles(&above.collect())
            .iter()
            .map(|cycle| cycle.iter().map(|name| (*name).to_owned()).collect())
            .collect()
    };
    for cycle in &cycles {
        let cycle: Vec<&str> = cycle.iter().map(String::as_str).collect();
        let at = places.iter().find(|(name, _)| name.as_str() == cycle[0]).map(|(_, at)| at.place_of("parent"));
        let remark = Remark::error("cycle", at.unwrap_or_else(|| root.place()));
        remarks.push(remark.with("kind", "level").with("way", way(&cycle)));
    }
    let first = levels.iter().filter(|level| level.parent.is_none());
    if first.clone().count() > 1 || (levels.iter().any(|_| true) && first.clone().count() == 0 && cycles.is_empty()) {
        let names: Vec<&str> = first.map(|level| level.name.as_str()).collect();
        let remark = Remark::error("first-level", root.place());
        remarks.push(remark.with("count", names.len()).with("names", names.join(", ")));
    }
    let levels = parents_first(levels);
    unions(&levels, &places, remarks);
    levels
}

fn outlines(at: At<'_>) -> Outlines {
    let Some(at) = at.table("outlines") else { return Outlines::None };
    match (at.line("file"), at.line("property"), at.name("union-of")) {
        (Some(file), Some(property), _) => Outlines::File { file, property },
        (_, _, Some(level)) => Outlines::UnionOf(level),
        _ => Outlines::None,
    }
}

/// Each level after its parent; what hangs in a cycle comes last, in the order of the file.
fn parents_first(mut waiting: Vec<AreaLevel>) -> Vec<AreaLevel> {
    let known: BTreeSet<LevelName> = waiting.iter().map(|level| level.name.clone()).collect();
    let mut sorted: Vec<AreaLevel> = Vec::with_capacity(waiting.len());
    while let Some(next) = waiting.iter().position(|level| match &level.parent {
        None => true,
        Some(parent) => !known.contains(parent) || sorted.iter().any(|above| above.name == *parent),
    }) {
        sorted.push(waiting.remove(next));
    }
    sorted.extend(waiting);
    sorted
}

/// A union is formed of a level below.
fn unions(levels: &[AreaLevel], places: &BTreeMap<LevelName, At<'_>>, remarks: &mut Vec<Remark>) {
    for level in levels {
        let Outlines::UnionOf(of) = &level.outlines else { continue };
        let place = places[&level.name].table("outlines").map_or(Place::Monitoring, |at| at.place_of("union-of"));
        match levels.iter().find(|other| other.name == *of) {
            None => {
                let names = levels.iter().map(|level| level.name.as_str());
                remarks.push(unknown("level", of.as_str(), "", names, place));
            }
            Some(below) if !is_below(levels, below, &level.name) => {
                let remark = Remark::error("union-not-below", place);
                remarks.push(remark.with("level", level.name.as_str()).with("of", of.as_str()));
            }
            Some(_) => {}
        }
    }
}

fn is_below(levels: &[AreaLevel], level: &AreaLevel, above: &LevelName) -> bool {
    let mut at = level.parent.as_ref();
    // As many steps as there are levels end any cycle.
    for _ in levels {
        match at {
            Some(name) if name == above => return true,
            Some(name) => at = levels.iter().find(|level| level.name == *name).and_then(|level| level.parent.as_ref()),
            None => return false,
        }
    }
    false
}

/// The areas in the order of their levels and then of their codes.
pub(crate) fn areas(
    folder: &Folder<'_>,
    monitoring: &Option<Monitoring>,
    levels: &[AreaLevel],
    remarks: &mut Vec<Remark>,
) -> Vec<Area> {
    let mut found: Vec<(Area, At<'_>)> = Vec::new();
    let mut codes: BTreeSet<AreaCode> = BTreeSet::new();
    for (kind, document) in &folder.documents {
        let FileKind::Areas(level) = kind else { continue };
        if !levels.iter().any(|known| known.name == *level) {
            let names = levels.iter().map(|level| level.name.as_str());
            remarks.push(unknown("level", level.as_str(), "", names, Place::File(document.path.to_owned())));
            continue;
        }
        for at in At::root(document).list("area") {
            let Some(code) = at.name::<AreaCode>("code") else { continue };
            if !codes.insert(code.clone()) {
                let remark = Remark::error("duplicate", at.place_of("code"));
                remarks.push(remark.with("kind", "area").with("name", code.as_str()));
                continue;
            }
            found.push((area(code, level, at), at));
        }
    }
    let rank = |level: &LevelName| levels.iter().position(|known| known.name == *level);
    found.sort_by(|(a, _), (b, _)| (rank(&a.level), &a.code).cmp(&(rank(&b.level), &b.code)));
    parents(levels, &found, remarks);
    also_in(levels, &found, remarks);
    spellings(&found, remarks);
    for (area, at) in &found {
        if let (Some(from), Some(to)) = (area.valid_from, area.valid_to)
            && to < from
        {
            remarks.push(Remark::error("validity-backwards", at.place_of("valid-to")));
        }
    }
    first_level(folder, monitoring, levels, &found, remarks);
    found.into_iter().map(|(area, _)| area).collect()
}

fn area(code: AreaCode, level: &LevelName, at: At<'_>) -> Area {
    Area {
        code,
        name: at.line("name").unwrap_or_default(),
        level: level.clone(),
        parent: at.name("parent"),
        also_in: at.lines("also-in").iter().filter_map(|code| code.parse().ok()).collect(),
        aliases: at.lines("aliases"),
        residue: at.boolean("residue", false),
        valid_from: at.period("valid-from"),
        valid_to: at.period("valid-to"),
    }
}

/// Every area but the first has a parent, one level above.
fn parents(levels: &[AreaLevel], found: &[(Area, At<'_>)], remarks: &mut Vec<Remark>) {
    let above: BTreeMap<&str, &str> =
        found.iter().filter_map(|(area, _)| Some((area.code.as_str(), area.parent.as_ref()?.as_str()))).collect();
    let cycles = cycles(&above);
    let level_of: BTreeMap<&AreaCode, &LevelName> = found.iter().map(|(area, _)| (&area.code, &area.level)).collect();
    for (area, at) in found {
        let expected = levels.iter().find(|level| level.name == area.level).and_then(|level| level.parent.as_ref());
        if let Some(cycle) = cycles.iter().find(|cycle| cycle[0] == area.code.as_str()) {
            remarks.push(Remark::error("cycle", at.place_of("parent")).with("kind", "area").with("way", way(cycle)));
        }
        if cycles.iter().any(|cycle| cycle.contains(&area.code.as_str())) {
            continue;
        }
        match (&area.parent, expected) {
            (None, None) => {}
            (None, Some(level)) => {
                let remark = Remark::error("area-without-parent", at.place());
                remarks.push(remark.with("area", area.code.as_str()).with("level", level.as_str()));
            }
            (Some(_), None) => {
                remarks.push(Remark::error("parent-of-first", at.place_of("parent")).with("area", area.code.as_str()));
            }
            (Some(parent), Some(level)) => match level_of.get(parent) {
                None => {
                    let codes = found.iter().filter(|(other, _)| other.level == *level);
                    let codes = codes.map(|(other, _)| other.code.as_str());
                    remarks.push(unknown("area", parent.as_str(), "", codes, at.place_of("parent")));
                }
                Some(found) if *found != level => {
                    let remark = Remark::error("parent-level", at.place_of("parent")).with("area", area.code.as_str());
                    remarks.push(remark.with("level", level.as_str()).with("found", found.as_str()));
                }
                Some(_) => {}
            },
        }
    }
}

/// Beside its parent, an area may lie in areas of other levels, in one of each: neither its own level nor one that is
/// above or below it.
fn also_in(levels: &[AreaLevel], found: &[(Area, At<'_>)], remarks: &mut Vec<Remark>) {
    let level_of: BTreeMap<&AreaCode, &LevelName> = found.iter().map(|(area, _)| (&area.code, &area.level)).collect();
    let find = |name: &LevelName| levels.iter().find(|level| level.name == *name);
    let crosses = |one: &LevelName, other: &LevelName| match (find(one), find(other)) {
        (Some(a), Some(b)) => one != other && !is_below(levels, a, other) && !is_below(levels, b, one),
        _ => false,
    };
    for (area, at) in found {
        let mut seen: BTreeSet<&LevelName> = BTreeSet::new();
        for (code, item) in area.also_in.iter().zip(at.list("also-in")) {
            match level_of.get(code) {
                None => {
                    let codes = found.iter().map(|(other, _)| other.code.as_str());
                    remarks.push(unknown("area", code.as_str(), "", codes, item.place()));
                }
                Some(level) if !crosses(&area.level, level) || !seen.insert(level) => {
                    let remark = Remark::error("also-in-level", item.place()).with("area", area.code.as_str());
                    remarks.push(remark.with("other", code.as_str()).with("level", level.as_str()));
                }
                Some(_) => {}
            }
        }
    }
}

/// Deliveries are understood by codes and aliases: within a level, one spelling must not mean two areas.
fn spellings(found: &[(Area, At<'_>)], remarks: &mut Vec<Remark>) {
    let mut meant: BTreeMap<(&LevelName, String), &AreaCode> = BTreeMap::new();
    let key = |text: &str| text.trim().to_lowercase();
    for (area, _) in found {
        meant.insert((&area.level, key(area.code.as_str())), &area.code);
    }
    for (area, at) in found {
        for (alias, item) in area.aliases.iter().zip(at.list("aliases")) {
            if *meant.entry((&area.level, key(alias))).or_insert(&area.code) != &area.code {
                let remark = Remark::error("duplicate-alias", item.place());
                remarks.push(remark.with("kind", "area").with("name", &**alias));
            }
        }
    }
}

/// The first level is the municipality itself: one area, with the code of the monitoring.
fn first_level(
    folder: &Folder<'_>,
    monitoring: &Option<Monitoring>,
    levels: &[AreaLevel],
    found: &[(Area, At<'_>)],
    remarks: &mut Vec<Remark>,
) {
    let Some(first) = levels.iter().find(|level| level.parent.is_none()) else { return };
    let Some(document) = folder.documents.get(&FileKind::Areas(first.name.clone())) else {
        let file = format!("open/areas/{}.toml", first.name);
        let place = Place::File(files::LEVELS.to_owned());
        remarks.push(Remark::error("missing-file", place).with("file", file));
        return;
    };
    let at_first: Vec<_> = found.iter().filter(|(area, _)| area.level == first.name).collect();
    match at_first.as_slice() {
        [(area, at)] => {
            if let Some(monitoring) = monitoring.as_ref().filter(|monitoring| monitoring.code != area.code) {
                let remark = Remark::error("code-of-whole", at.place_of("code")).with("code", area.code.as_str());
                remarks.push(remark.with("expected", monitoring.code.as_str()));
            }
        }
        several => {
            let remark = Remark::error("first-level-areas", Place::File(document.path.to_owned()));
            remarks.push(remark.with("count", several.len()).with("level", first.name.as_str()));
        }
    }
}

/// The cycles among things that each have at most one parent; each cycle begins with its least member.
pub(crate) fn cycles<'a>(parent: &BTreeMap<&'a str, &'a str>) -> Vec<Vec<&'a str>> {
    let mut cycles: Vec<Vec<&str>> = Vec::new();
    let mut done: BTreeSet<&str> = BTreeSet::new();
    for start in parent.keys() {
        let mut way: Vec<&str> = Vec::new();
        let mut on_way: BTreeSet<&str> = BTreeSet::new();
        let mut at = *start;
        while !done.contains(at) && on_way.insert(at) {
            way.push(at);
            match parent.get(at) {
                Some(next) => at = next,
                None => break,
            }
        }
        if let Some(begin) = way.iter().position(|step| *step == at)
            && parent.contains_key(at)
        {
            let mut cycle = way[begin..].to_vec();
            if let Some(least) = cycle.iter().enumerate().min_by_key(|(_, name)| **name).map(|(i, _)| i) {
                cycle.rotate_left(least);
            }
            cycles.push(cycle);
        }
        done.extend(way);
    }
    cycles
}
