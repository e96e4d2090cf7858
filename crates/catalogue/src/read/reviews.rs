//! `open/reviews/<year>.toml`, and whether retired indicators and what was decided about them fit together.

use std::collections::BTreeMap;

use super::{areas::cycles, at::At, files::FileKind, indicators::Read, known::Known, known::unknown, variables::way};
use crate::{
    model::{
        Clarity, Decided, Decision, Goals, Record, Retired, Review, SourceEffort, TargetState, Understanding,
        Understood, Use, UseKind,
    },
    names::{IndicatorName, SourceName},
    remark::Remark,
};

/// What is said of an indicator that is no longer continued.
pub(crate) fn retired(at: At<'_>) -> Option<Retired> {
    let at = at.table("retired")?;
    Some(Retired { on: at.period("on")?, reason: at.local("reason"), successor: at.name("successor") })
}

/// A retired indicator is not core, leads to another one that exists, and has no target.
pub(crate) fn retirements(indicators: &[Read<'_>], goals: &Goals, remarks: &mut Vec<Remark>) {
    let mut after: BTreeMap<&str, &str> = BTreeMap::new();
    for read in indicators {
        let Some(retired) = &read.indicator.retired else { continue };
        let name = read.indicator.name.as_str();
        if read.indicator.core {
            remarks.push(Remark::error("retired-core", read.at.place_of("core")));
        }
        if goals.of(&read.indicator.name).any(|target| target.state() != TargetState::Superseded) {
            let remark = Remark::warning("retired-target", read.at.place_of("retired")).with("indicator", name);
            remarks.push(remark.hinted());
        }
        let (Some(successor), Some(at)) = (&retired.successor, read.at.table("retired")) else { continue };
        exists(indicators, successor, at, "successor", remarks);
        after.insert(name, successor.as_str());
    }
    for cycle in cycles(&after) {
        let first = indicators.iter().find(|read| Some(&read.indicator.name.as_str()) == cycle.first());
        if let Some(at) = first.and_then(|read| read.at.table("retired")) {
            let remark = Remark::error("cycle", at.place_of("successor")).with("kind", "indicator");
            remarks.push(remark.with("way", way(&cycle)));
        }
    }
}

/// All reviews by their year.
pub(crate) fn reviews(known: Known<'_>, indicators: &[Read<'_>], remarks: &mut Vec<Remark>) -> BTreeMap<i16, Review> {
    let mut reviews = BTreeMap::new();
    for (kind, document) in &known.folder.documents {
        let FileKind::Review(year) = kind else { continue };
        let root = At::root(document);
        let mut records: Vec<Record> = Vec::new();
        for at in root.list("indicator") {
            let Some(record) = record(at) else { continue };
            if records.iter().any(|other| other.indicator == record.indicator) {
                let remark = Remark::error("duplicate", at.place_of("name")).with("kind", "record");
                remarks.push(remark.with("name", record.indicator.as_str()));
                continue;
            }
            check(indicators, &record, at, remarks);
            records.push(record);
        }
        let review = Review {
            about: root.maybe_local("about"),
            responsible: root.maybe_local("responsible"),
            next: root.period("next"),
            records,
            sources: sources(known, root, remarks),
        };
        reviews.insert(*year, review);
    }
    reviews
}

fn sources(known: Known<'_>, root: At<'_>, remarks: &mut Vec<Remark>) -> Vec<SourceEffort> {
    let mut sources: Vec<SourceEffort> = Vec::new();
    for at in root.list("source") {
        let Some(source) = at.name::<SourceName>("name") else { continue };
        if !known.sources.contains_key(&source) {
            let names = known.sources.keys().map(SourceName::as_str);
            remarks.push(unknown("source", source.as_str(), "", names, at.place_of("name")));
        }
        if sources.iter().any(|other| other.source == source) {
            let remark = Remark::error("duplicate", at.place_of("name")).with("kind", "source-effort");
            remarks.push(remark.with("name", source.as_str()));
        }
        sources.push(SourceEffort { source, hours: at.decimal("hours"), cost: at.decimal("cost") });
    }
    sources
}

/// `None` if it does not say of which indicator, which has been remarked.
fn record(at: At<'_>) -> Option<Record> {
    let used = |at: At<'_>| {
        let kind = match at.word("kind")? {
            "discussion" => UseKind::Discussion,
            "decision" => UseKind::Decision,
            _ => UseKind::Interpretation,
        };
        Some(Use { kind, place: at.local("where"), on: at.period("on") })
    };
    Some(Record {
        indicator: at.name("name")?,
        hours: at.decimal("hours"),
        cost: at.decimal("cost"),
        uses: at.has("used").then(|| at.list("used").filter_map(used).collect()),
        understood: at.table("understood").and_then(understood),
        note: at.maybe_local("note"),
        decision: at.table("decision").and_then(decision),
    })
}

fn understood(at: At<'_>) -> Option<Understood> {
    let found = match at.word("judgement") {
        Some("well") => Understanding::Judged(Clarity::Well),
        Some("partly") => Understanding::Judged(Clarity::Partly),
        Some(_) => Understanding::Judged(Clarity::Poorly),
        None => Understanding::Answered { asked: at.whole("asked")?, right: at.whole("right")? },
    };
    Some(Understood { found, source: at.local("source") })
}

fn decision(at: At<'_>) -> Option<Decision> {
    let what = match at.word("what")? {
        "add" => Decided::Add,
        "change" => Decided::Change,
        "merge" => Decided::Merge(at.name("into")?),
        "retire" => Decided::Retire,
        _ => Decided::Keep,
    };
    Some(Decision { what, by: at.local("by"), on: at.period("on")?, reason: at.local("reason") })
}

fn check(indicators: &[Read<'_>], record: &Record, at: At<'_>, remarks: &mut Vec<Remark>) {
    exists(indicators, &record.indicator, at, "name", remarks);
    if let (Some(Understood { found: Understanding::Answered { asked, right }, .. }), Some(at)) =
        (&record.understood, at.table("understood"))
        && right > asked
    {
        remarks.push(Remark::error("more-right-than-asked", at.place_of("right")));
    }
    let (Some(decision), Some(at)) = (&record.decision, at.table("decision")) else { return };
    if let Decided::Merge(into) = &decision.what {
        if *into == record.indicator {
            let remark = Remark::error("against-itself", at.place_of("into"));
            remarks.push(remark.with("one", "name").with("other", "into"));
        } else {
            exists(indicators, into, at, "into", remarks);
        }
    }
    let of = indicators.iter().find(|read| read.indicator.name == record.indicator);
    let goes = matches!(decision.what, Decided::Merge(_) | Decided::Retire);
    if goes && of.is_some_and(|read| read.indicator.retired.is_none()) {
        let remark = Remark::note("decision-not-carried-out", at.place_of("what"));
        remarks.push(remark.with("indicator", record.indicator.as_str()).hinted());
    }
}

fn exists(indicators: &[Read<'_>], name: &IndicatorName, at: At<'_>, key: &str, remarks: &mut Vec<Remark>) {
    if !indicators.iter().any(|read| read.indicator.name == *name) {
        let names = indicators.iter().map(|read| read.indicator.name.as_str());
        remarks.push(unknown("indicator", name.as_str(), "", names, at.place_of(key)));
    }
}
