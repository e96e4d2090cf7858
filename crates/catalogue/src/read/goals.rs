//! `open/goals.toml`: objectives and the targets that were agreed.

use std::collections::{BTreeMap, BTreeSet};

use super::{
    areas::cycles,
    at::At,
    files::{FileKind, Folder},
    indicators::Read,
    known::{self, Known, unknown},
    variables::way,
};
use crate::{
    model::{
        Goals, Group, Indicator, Monitoring, Objective, Polarity, Signature, Target, TargetPath, TargetState, Wanted,
    },
    names::{AreaCode, ObjectiveName, TargetName},
    remark::Remark,
};

/// Objectives and targets. Without the file there are none.
pub(crate) fn goals(
    known: Known<'_>,
    monitoring: &Option<Monitoring>,
    indicators: &[Read<'_>],
    remarks: &mut Vec<Remark>,
) -> Goals {
    let Some(root) = root(known.folder) else { return Goals::default() };
    let objectives = objectives(root, remarks);
    let mut targets: Vec<(Target, At<'_>)> = Vec::new();
    for at in root.list("target") {
        let Some(target) = target(at, monitoring) else { continue };
        if targets.iter().any(|(other, _)| other.name == target.name) {
            let remark = Remark::error("duplicate", at.place_of("name"));
            remarks.push(remark.with("kind", "target").with("name", target.name.as_str()));
            continue;
        }
        objective_known(&objectives, at, "objective", remarks);
        targets.push((target, at));
    }
    for (target, at) in &targets {
        let found = indicators.iter().find(|read| read.indicator.name == target.indicator);
        match found {
            None => {
                let names = indicators.iter().map(|read| read.indicator.name.as_str());
                remarks.push(unknown("indicator", target.indicator.as_str(), "", names, at.place_of("indicator")));
            }
            Some(read) if read.whole => of_indicator(known, &read.indicator, target, *at, remarks),
            Some(_) => {}
        }
        groups(known, *at, remarks);
        times(target, *at, remarks);
        thresholds(target, *at, remarks);
        if target.state() == TargetState::Proposed {
            remarks.push(Remark::note("target-unsigned", at.place_of("name")).with("target", target.name.as_str()));
        }
    }
    superseded(&targets, remarks);
    twice(&targets, remarks);
    Goals { objectives, targets: targets.into_iter().map(|(target, _)| target).collect() }
}

fn root<'a>(folder: &'a Folder<'_>) -> Option<At<'a>> {
    folder.documents.get(&FileKind::Goals).map(At::root)
}

fn objectives(root: At<'_>, remarks: &mut Vec<Remark>) -> Vec<Objective> {
    let mut objectives: Vec<Objective> = Vec::new();
    for at in root.list("objective") {
        let Some(name) = at.name::<ObjectiveName>("name") else { continue };
        if objectives.iter().any(|other| other.name == name) {
            let remark = Remark::error("duplicate", at.place_of("name"));
            remarks.push(remark.with("kind", "objective").with("name", name.as_str()));
            continue;
        }
        objectives.push(Objective {
            name,
            title: at.local("title"),
            text: at.maybe_local("text"),
            parent: at.name("parent"),
            mandate: at.maybe_local("mandate"),
        });
    }
    let above: BTreeMap<&str, &str> = objectives
        .iter()
        .filter_map(|objective| Some((objective.name.as_str(), objective.parent.as_ref()?.as_str())))
        .collect();
    let cycles = cycles(&above);
    for at in root.list("objective") {
        objective_known(&objectives, at, "parent", remarks);
        let starts = |cycle: &&Vec<&str>| cycle.first().copied() == at.word("name");
        if let Some(cycle) = cycles.iter().find(starts) {
            let remark = Remark::error("cycle", at.place_of("parent"));
            remarks.push(remark.with("kind", "objective").with("way", way(cycle)));
        }
    }
    objectives
}

fn objective_known(objectives: &[Objective], at: At<'_>, key: &str, remarks: &mut Vec<Remark>) {
    let Some(name) = at.name::<ObjectiveName>(key) else { return };
    if !objectives.iter().any(|objective| objective.name == name) {
        let names = objectives.iter().map(|objective| objective.name.as_str());
        remarks.push(unknown("objective", name.as_str(), "", names, at.place_of(key)));
    }
}

/// `None` if too little of it could be read, which has been remarked.
fn target(at: At<'_>, monitoring: &Option<Monitoring>) -> Option<Target> {
    let wanted = match at.word("kind")? {
        "corridor" => Wanted::Within { from: at.decimal("from")?, to: at.decimal("to")? },
        "gap" => Wanted::Gap { versus: at.group("versus"), portion: at.decimal("portion")? },
        _ if at.word("direction")? == "at-least" => Wanted::AtLeast(at.decimal("value")?),
        _ => Wanted::AtMost(at.decimal("value")?),
    };
    let steps = || {
        let step = |at: At<'_>| Some((at.period("period")?, at.decimal("value")?));
        at.list("step").filter_map(step).collect()
    };
    let signature =
        |key| at.table(key).and_then(|at| Some(Signature { office: at.local("office"), on: at.period("on")? }));
    Some(Target {
        name: at.name("name")?,
        objective: at.name("objective"),
        text: at.maybe_local("text"),
        indicator: at.name("indicator")?,
        area: at.name("area").or_else(|| Some(monitoring.as_ref()?.code.clone()))?,
        group: at.group("group"),
        wanted,
        start: at.period("start")?,
        start_value: at.decimal("start-value"),
        by: at.period("by")?,
        path: match at.word("path") {
            Some("stepwise") => TargetPath::Stepwise(steps()),
            Some("yearly") => TargetPath::Yearly(steps()),
            _ => TargetPath::Linear,
        },
        warning: at.decimal("warning"),
        alarm: at.decimal("alarm"),
        agreed_by: at.local("agreed-by"),
        decision: at.local("decision"),
        file_number: at.line("file-number"),
        integration_office: signature("integration-office"),
        statistics_office: signature("statistics-office"),
        superseded_by: at.name("superseded-by"),
    })
}

/// Variables and categories, and that the two groups of a gap are not the same.
fn groups(known: Known<'_>, at: At<'_>, remarks: &mut Vec<Remark>) {
    for group in ["group", "versus"].into_iter().filter_map(|key| at.table(key)) {
        known::group_node(known.variables, group.document.path, group.node, remarks);
    }
    if at.has("versus") && at.group("group") == at.group("versus") {
        let remark = Remark::error("against-itself", at.place_of("versus"));
        remarks.push(remark.with("one", "group").with("other", "versus"));
    }
}

/// There must be figures for the area and the groups, and the direction must be the one agreed for the indicator.
fn of_indicator(known: Known<'_>, indicator: &Indicator, target: &Target, at: At<'_>, remarks: &mut Vec<Remark>) {
    let without = |key: &str| {
        let remark = Remark::error("target-without-figures", at.place_of(key)).with("key", key);
        remark.with("indicator", indicator.name.as_str())
    };
    match known.areas.iter().find(|area| area.code == target.area) {
        // That the code of the municipality is none of an area has been remarked.
        None if !at.has("area") => {}
        None => {
            let codes = known.areas.iter().map(|area| area.code.as_str());
            remarks.push(unknown("area", target.area.as_str(), "", codes, at.place_of("area")));
        }
        Some(area) if !indicator.levels.contains(&area.level) => remarks.push(without("area")),
        Some(_) => {}
    }
    let broken_down = |group: &Group| {
        let variables: BTreeSet<_> = group.keys().collect();
        let is_one = |breakdown: &Vec<_>| breakdown.iter().collect::<BTreeSet<_>>() == variables;
        group.is_empty() || indicator.breakdowns.iter().any(is_one)
    };
    for key in ["group", "versus"] {
        if !broken_down(&at.group(key)) {
            remarks.push(without(key));
        }
    }
    let against = matches!(
        (&target.wanted, indicator.polarity),
        (Wanted::AtLeast(_), Polarity::LowerBetter) | (Wanted::AtMost(_), Polarity::HigherBetter)
    );
    if against {
        let remark = Remark::error("target-against-polarity", at.place_of("direction"));
        remarks.push(remark.with("indicator", indicator.name.as_str()));
    }
}

fn times(target: &Target, at: At<'_>, remarks: &mut Vec<Remark>) {
    if target.by <= target.start {
        remarks.push(Remark::error("target-backwards", at.place_of("by")));
    }
    if matches!(target.wanted, Wanted::Within { from, to } if from > to) {
        remarks.push(Remark::error("corridor-backwards", at.place_of("to")));
    }
    let mut before = target.start;
    for step in at.list("step") {
        let Some(period) = step.period("period") else { continue };
        if period <= before || period >= target.by {
            remarks.push(Remark::error("step-order", step.place_of("period")));
        }
        before = before.max(period);
    }
}

/// A value that has reached what is wanted cannot be a warning, and an alarm lies beyond the warning.
fn thresholds(target: &Target, at: At<'_>, remarks: &mut Vec<Remark>) {
    // What is wanted, and 1 where larger values are worse.
    let (wanted, worse) = match &target.wanted {
        Wanted::AtLeast(value) => (Some(*value), -1.0),
        Wanted::AtMost(value) => (Some(*value), 1.0),
        Wanted::Gap { portion, .. } => (target.start_value.map(|start| start.abs() * portion).or(Some(0.0)), 1.0),
        Wanted::Within { .. } => return,
    };
    let goal = if matches!(target.wanted, Wanted::Gap { .. }) { "portion" } else { "value" };
    let mut before = wanted.map(|value| (goal, value));
    for (key, threshold) in [("warning", target.warning), ("alarm", target.alarm)] {
        let Some(threshold) = threshold else { continue };
        if let Some((other, _)) = before.filter(|(_, before)| (threshold - before) * worse < 0.0) {
            let remark = Remark::error("threshold-side", at.place_of(key)).with("key", key);
            remarks.push(remark.with("other", other).hinted());
        }
        before = Some((key, threshold));
    }
}

fn superseded(targets: &[(Target, At<'_>)], remarks: &mut Vec<Remark>) {
    let mut by: BTreeMap<&str, &str> = BTreeMap::new();
    for (target, at) in targets {
        let Some(next) = &target.superseded_by else { continue };
        by.insert(target.name.as_str(), next.as_str());
        if !targets.iter().any(|(other, _)| other.name == *next) {
            let names = targets.iter().map(|(other, _)| other.name.as_str());
            remarks.push(unknown("target", next.as_str(), "", names, at.place_of("superseded-by")));
        }
    }
    for cycle in cycles(&by) {
        if let Some((_, at)) = targets.iter().find(|(target, _)| Some(&target.name.as_str()) == cycle.first()) {
            let remark = Remark::error("cycle", at.place_of("superseded-by"));
            remarks.push(remark.with("kind", "target").with("way", way(&cycle)));
        }
    }
}

/// Of several targets for the same figures only one can hold.
fn twice(targets: &[(Target, At<'_>)], remarks: &mut Vec<Remark>) {
    type Of<'t> = (&'t str, &'t AreaCode, &'t Group, Option<&'t Group>);
    let mut first: BTreeMap<Of<'_>, &TargetName> = BTreeMap::new();
    for (target, at) in targets.iter().filter(|(target, _)| target.state() != TargetState::Superseded) {
        let versus = match &target.wanted {
            Wanted::Gap { versus, .. } => Some(versus),
            _ => None,
        };
        let of = (target.indicator.as_str(), &target.area, &target.group, versus);
        if let Some(other) = first.get(&of) {
            let remark = Remark::error("target-twice", at.place_of("name")).with("name", target.name.as_str());
            remarks.push(remark.with("other", other.as_str()).hinted());
        } else {
            first.insert(of, &target.name);
        }
    }
}
