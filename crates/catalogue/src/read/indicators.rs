//! `open/fields/<field>/`: fields of action and their indicators.

use std::collections::{BTreeMap, BTreeSet};

use super::{
    at::At,
    files::{FileKind, Folder},
    known::{Known, unknown},
    monitoring::RELIABLE_MINIMUM,
    quantities, reviews, texts,
};
use crate::{
    model::{
        AreaLevel, Break, Effort, Field, Indicator, IndicatorKind, Local, LocalText, Monitoring, Perspective, Polarity,
        Steering,
    },
    names::{FieldName, IndicatorName, LevelName},
    prose::Template,
    remark::{Place, Remark},
};

/// Where a thing stands among its like, if nothing is said.
const ORDER: i64 = 100;

/// An indicator and where it was read.
pub(crate) struct Read<'a> {
    pub(crate) indicator: Indicator,
    /// Whether its computation could be read; if not, that has been remarked.
    pub(crate) whole: bool,
    pub(crate) at: At<'a>,
}

/// The fields of action in the order of the pages.
pub(crate) fn fields(folder: &Folder<'_>, remarks: &mut Vec<Remark>) -> Vec<Field> {
    let mut fields: Vec<Field> = Vec::new();
    let mut without: BTreeMap<&FieldName, &str> = BTreeMap::new();
    for (kind, document) in &folder.documents {
        match kind {
            FileKind::Field(name) => {
                let at = At::root(document);
                fields.push(Field {
                    name: name.clone(),
                    title: at.local("title"),
                    about: at.local("about"),
                    order: at.whole("order").unwrap_or(ORDER),
                });
            }
            FileKind::Indicator(field, _) if !folder.documents.contains_key(&FileKind::Field(field.clone())) => {
                without.entry(field).or_insert(document.path);
            }
            _ => {}
        }
    }
    for (field, path) in without {
        let remark = Remark::error("missing-file", Place::File(path.to_owned()));
        remarks.push(remark.with("file", format!("open/fields/{field}/field.toml")));
    }
    fields.sort_by(|a, b| (a.order, &a.name).cmp(&(b.order, &b.name)));
    fields
}

/// The indicators in the order of the pages.
pub(crate) fn indicators<'a>(
    known: Known<'a>,
    monitoring: &Option<Monitoring>,
    fields: &[Field],
    remarks: &mut Vec<Remark>,
) -> Vec<Read<'a>> {
    let mut read: Vec<Read<'a>> = Vec::new();
    let mut names: BTreeSet<&IndicatorName> = BTreeSet::new();
    for (kind, document) in &known.folder.documents {
        let FileKind::Indicator(field, name) = kind else { continue };
        if !names.insert(name) {
            let remark = Remark::error("duplicate", Place::File(document.path.to_owned()));
            remarks.push(remark.with("kind", "indicator").with("name", name.as_str()));
            continue;
        }
        let least = monitoring.as_ref().map_or(RELIABLE_MINIMUM, |monitoring| monitoring.reliable_minimum);
        read.push(indicator(known, field, name, least, At::root(document), remarks));
    }
    let rank = |field: &FieldName| fields.iter().position(|known| known.name == *field);
    read.sort_by(|a, b| {
        let key = |read: &Read<'_>| (rank(&read.indicator.field), read.indicator.order);
        key(a).cmp(&key(b)).then_with(|| a.indicator.name.cmp(&b.indicator.name))
    });
    for one in &read {
        texts::reading(known, &read, one, remarks);
    }
    read
}

fn indicator<'a>(
    known: Known<'a>,
    field: &FieldName,
    name: &IndicatorName,
    reliable_minimum: u32,
    at: At<'a>,
    remarks: &mut Vec<Remark>,
) -> Read<'a> {
    let kind = quantities::kind(known, at, remarks);
    let breakdowns = quantities::breakdowns(known, kind.as_ref(), at, remarks);
    let levels = levels(known, at, remarks);
    if let Some(across) = at.name::<LevelName>("across") {
        level(known, &across, || at.place_of("across"), remarks);
    }
    if let Some(by) = at.word("by") {
        super::known::variable(known.variables, by, || at.place_of("by"), remarks);
    }
    let is_share = at.word("kind") == Some("share");
    let decimals = if at.word("kind") == Some("count") { 0 } else { 1 };
    let whole = kind.is_some();
    let indicator = Indicator {
        name: name.clone(),
        field: field.clone(),
        title: at.local("title"),
        question: at.maybe_local("question"),
        reason: at.maybe_local("reason"),
        reading: template(at),
        definition: at.local("definition"),
        limits: at.local("limits"),
        kind: kind.unwrap_or_else(unread),
        unit: at.maybe_local("unit").unwrap_or_else(|| if is_share { per_cent() } else { LocalText::default() }),
        decimals: at.whole("decimals").unwrap_or(decimals),
        breakdowns,
        levels,
        breaks: breaks(at, remarks),
        polarity: match at.word("polarity") {
            Some("higher-better") => Polarity::HigherBetter,
            Some("lower-better") => Polarity::LowerBetter,
            _ => Polarity::None,
        },
        perspective: match at.word("perspective") {
            Some("strength") => Perspective::Strength,
            Some("deficit") => Perspective::Deficit,
            _ => Perspective::Context,
        },
        steering: match at.word("steering") {
            Some("own") => Steering::Own,
            Some("shared") => Steering::Shared,
            _ => Steering::None,
        },
        effort: match at.word("effort") {
            Some("medium") => Effort::Medium,
            Some("high") => Effort::High,
            _ => Effort::Low,
        },
        core: at.boolean("core", false),
        order: at.whole("order").unwrap_or(ORDER),
        reliable_minimum: at.whole("reliable-minimum").unwrap_or(reliable_minimum),
        retired: reviews::retired(at),
    };
    Read { indicator, whole, at }
}

/// Stands in for a computation that could not be read; a catalogue with one is never handed out.
fn unread() -> IndicatorKind {
    let measure = crate::names::MeasureKey {
        source: "unread".parse().expect("a name"),
        measure: "unread".parse().expect("a name"),
    };
    IndicatorKind::Count { of: crate::model::Quantity { measure, of: BTreeMap::new() } }
}

/// The sign is the same in both languages.
fn per_cent() -> LocalText {
    LocalText { de: "%".to_owned(), en: Some("%".to_owned()) }
}

fn template(at: At<'_>) -> Local<Template> {
    let text = at.local("reading");
    let read = |text: &str| crate::prose::parse::template(text);
    Local { de: read(&text.de), en: text.en.as_deref().map(read) }
}

/// Where the series break, in time order.
fn breaks(at: At<'_>, remarks: &mut Vec<Remark>) -> Vec<Break> {
    let mut breaks: Vec<Break> = Vec::new();
    for at in at.list("breaks") {
        let Some(period) = at.period("period") else { continue };
        if breaks.iter().any(|other| other.period == period) {
            let remark = Remark::error("duplicate", at.place_of("period"));
            remarks.push(remark.with("kind", "break").with("name", period.to_string()));
        }
        breaks.push(Break { period, reason: at.local("reason") });
    }
    breaks.sort_by_key(|one| one.period);
    breaks
}

/// The levels for which an indicator is computed; by default all that are published.
fn levels(known: Known<'_>, at: At<'_>, remarks: &mut Vec<Remark>) -> Vec<LevelName> {
    if !at.has("levels") {
        return known.levels.iter().filter(|level| level.published).map(|level| level.name.clone()).collect();
    }
    let mut names: Vec<LevelName> = Vec::new();
    for item in at.list("levels") {
        let Some(name) = item.node.as_text().and_then(|text| text.parse::<LevelName>().ok()) else { continue };
        if let Some(level) = level(known, &name, || item.place(), remarks)
            && !level.published
        {
            remarks.push(Remark::warning("level-unpublished", item.place()).with("level", name.as_str()));
        }
        if !names.contains(&name) {
            names.push(name);
        }
    }
    names
}

fn level<'a>(
    known: Known<'a>,
    name: &LevelName,
    place: impl FnOnce() -> Place,
    remarks: &mut Vec<Remark>,
) -> Option<&'a AreaLevel> {
    let found = known.levels.iter().find(|level| level.name == *name);
    if found.is_none() {
        let names = known.levels.iter().map(|level| level.name.as_str());
        remarks.push(unknown("level", name.as_str(), "", names, place()));
    }
    found
}
