//! Agreed targets: where the figures stand, who agreed what, and what held before.

use catalogue::model::{Group, Indicator, Objective, Target, TargetPath, TargetState, Wanted};

use super::{Desk, plain};
use crate::{
    assess::{Standing, Told, standing_sentence, status, target_sentence},
    page::{Block, NoteKind, Page, Sign, Span, Text},
};

/// The targets of an indicator; if there are none, that none is agreed.
pub(super) fn section(desk: &Desk<'_>, indicator: &Indicator) -> Block {
    let targets: Vec<&Target> = desk.catalogue.goals.of(&indicator.name).collect();
    let (current, former): (Vec<&Target>, Vec<&Target>) =
        targets.into_iter().partition(|target| target.state() != TargetState::Superseded);
    let mut blocks: Vec<Block> = current.iter().flat_map(|target| one(desk, target, Told::OnPage)).collect();
    if current.is_empty() {
        blocks.push(Block::Paragraph(plain(target_sentence(&desk.wording, None))));
    }
    if !former.is_empty() {
        let former = former.iter().flat_map(|target| one(desk, target, Told::OnPage)).collect();
        blocks.push(desk.section("former-targets", former));
    }
    desk.section("target", blocks)
}

/// The status of each target in force, in a word; none where nothing is agreed.
pub(super) fn overview(desk: &Desk<'_>) -> Option<Block> {
    let item = |standing: &Standing| {
        let target = desk.catalogue.goals.target(&standing.target)?;
        let indicator = desk.catalogue.indicator(&target.indicator)?;
        let word = desk.say(&format!("status-{}", status(standing.status)));
        let wanted = wanted(desk, indicator, target);
        Some(vec![
            Span::Link(desk.indicator_link(indicator)),
            Span::Plain(format!(": {wanted}. ")),
            Span::Strong(format!("{word}.")),
        ])
    };
    let items: Vec<Text> = desk.assessments.standings.iter().filter_map(item).collect();
    let all = Block::Paragraph(vec![Span::Link(super::link(desk.say("standings-all"), "targets"))]);
    (!items.is_empty()).then(|| desk.section("standings", vec![Block::List { ordered: false, items }, all]))
}

/// All targets by objective, and indicators without.
pub(super) fn page(desk: &Desk<'_>) -> Page {
    let goals = &desk.catalogue.goals;
    let mut blocks = vec![Block::Lead(plain(desk.say("targets-lead")))];
    blocks.extend(goals.objectives.iter().filter(|one| one.parent.is_none()).map(|one| objective(desk, one)));
    let alone: Vec<Block> =
        goals.targets.iter().filter(|target| target.objective.is_none()).map(|target| named(desk, target)).collect();
    if !alone.is_empty() {
        blocks.push(desk.section("other-targets", alone));
    }
    let without: Vec<Text> = desk
        .catalogue
        .current()
        .filter(|indicator| goals.of(&indicator.name).next().is_none())
        .map(|indicator| vec![Span::Link(desk.indicator_link(indicator))])
        .collect();
    if !without.is_empty() {
        let said = Block::Paragraph(plain(target_sentence(&desk.wording, None)));
        blocks.push(desk.section("without-target", vec![said, Block::List { ordered: false, items: without }]));
    }
    Page {
        path: "targets".to_owned(),
        language: desk.wording.language(),
        title: desk.say("targets-page"),
        summary: desk.say("targets-lead"),
        trail: vec![desk.start_link()],
        blocks,
    }
}

/// An objective with its mandate, its targets, and the objectives that serve it.
fn objective(desk: &Desk<'_>, objective: &Objective) -> Block {
    let goals = &desk.catalogue.goals;
    let mut blocks = Vec::new();
    blocks.extend(objective.text.as_ref().map(|text| Block::Paragraph(plain(desk.wording.text(text)))));
    if let Some(mandate) = &objective.mandate {
        blocks.push(Block::Terms(vec![desk.term("objective-mandate", desk.wording.text(mandate))]));
    }
    let own = |target: &&Target| target.objective.as_ref() == Some(&objective.name);
    blocks.extend(goals.targets.iter().filter(own).map(|target| named(desk, target)));
    let below = |one: &&Objective| one.parent.as_ref() == Some(&objective.name);
    blocks.extend(goals.objectives.iter().filter(below).map(|one| self::objective(desk, one)));
    if blocks.is_empty() {
        blocks.push(Block::Paragraph(plain(target_sentence(&desk.wording, None))));
    }
    let heading = desk.wording.text(&objective.title).to_owned();
    Block::Section { id: format!("objective-{}", objective.name), heading, blocks }
}

/// A target below the name of its indicator.
fn named(desk: &Desk<'_>, target: &Target) -> Block {
    let indicator = desk.catalogue.indicator(&target.indicator);
    let heading = indicator.map_or(target.indicator.as_str(), |one| desk.wording.text(&one.title)).to_owned();
    let mut blocks = one(desk, target, Told::OnPage);
    if let Some(indicator) = indicator {
        let link = super::link(desk.say("to-indicator"), format!("i/{}", indicator.name));
        blocks.push(Block::Paragraph(vec![Span::Link(link)]));
    }
    Block::Section { id: format!("target-{}", target.name), heading, blocks }
}

/// Where the figures stand, and what was agreed by whom.
fn one(desk: &Desk<'_>, target: &Target, told: Told) -> Vec<Block> {
    let mut blocks = Vec::new();
    if let Some(standing) = desk.assessments.standing(&target.name) {
        blocks.push(standing_note(desk, target, told, standing));
    }
    blocks.push(Block::Paragraph(plain(target_sentence(&desk.wording, Some(target)))));
    blocks.push(Block::Terms(terms(desk, target)));
    blocks
}

/// The status in its word, sign and sentence.
pub(super) fn standing_note(desk: &Desk<'_>, target: &Target, told: Told, standing: &Standing) -> Block {
    // The page of an indicator speaks of the municipality.
    let told = if target.area == desk.catalogue.whole().code { told } else { Told::Alone };
    let text = plain(standing_sentence(&desk.wording, told, standing));
    Block::Note { kind: NoteKind::Status(sign(standing)), text }
}

fn sign(standing: &Standing) -> Sign {
    use statistics::Status;
    match standing.status {
        Status::Reached => Sign::Reached,
        Status::OnPath => Sign::OnPath,
        Status::OffPath => Sign::OffPath,
        Status::Missed => Sign::Missed,
        Status::Warning => Sign::Warning,
        Status::Alarm => Sign::Alarm,
        Status::CannotBeJudged(_) => Sign::Open,
    }
}

/// What was agreed: for whom, what, by which way, with which thresholds, by whom and when.
fn terms(desk: &Desk<'_>, target: &Target) -> Vec<(String, Text)> {
    let wording = &desk.wording;
    let Some(indicator) = desk.catalogue.indicator(&target.indicator) else { return Vec::new() };
    let kind = wording.period_kind(indicator);
    let mut terms = vec![desk.term("target-wanted", wanted(desk, indicator, target))];
    terms.push(desk.term("target-way", way(desk, indicator, target)));
    let thresholds: Vec<String> = [("target-warning", target.warning), ("target-alarm", target.alarm)]
        .into_iter()
        .filter_map(|(key, value)| {
            Some(wording.say(key, &[("value", (&amount(desk, indicator, target, value?)).into())]))
        })
        .collect();
    if !thresholds.is_empty() {
        terms.push(desk.term("target-thresholds", thresholds.join("; ")));
    }
    if let Some(text) = &target.text {
        terms.push(desk.term("target-text", wording.text(text)));
    }
    if let Some(number) = &target.file_number {
        terms.push(desk.term("target-file-number", number));
    }
    let signatures: Vec<String> = [&target.integration_office, &target.statistics_office]
        .into_iter()
        .flatten()
        .map(|signature| {
            let on = wording.date(&signature.on.to_string());
            wording.say("target-signature", &[("office", wording.text(&signature.office).into()), ("on", (&on).into())])
        })
        .collect();
    if !signatures.is_empty() {
        terms.push(desk.term("target-signatures", signatures.join("; ")));
    }
    if let Some(next) = target.superseded_by.as_ref().and_then(|name| desk.catalogue.goals.target(name)) {
        let by = wording.period_short(kind, next.by);
        let said = wording.say("target-successor", &[("by", (&by).into())]);
        terms.push(desk.term("target-superseded-by", said));
    }
    terms
}

/// A value of the indicator, or the size of a gap.
fn amount(desk: &Desk<'_>, indicator: &Indicator, target: &Target, value: f64) -> String {
    match target.wanted {
        Wanted::Gap { .. } => desk.wording.distance(indicator, value),
        _ => desk.wording.value(indicator, value),
    }
}

fn wanted(desk: &Desk<'_>, indicator: &Indicator, target: &Target) -> String {
    let wording = &desk.wording;
    let (key, a, b) = match &target.wanted {
        Wanted::AtLeast(value) => ("at-least", wording.value(indicator, *value), String::new()),
        Wanted::AtMost(value) => ("at-most", wording.value(indicator, *value), String::new()),
        Wanted::Within { from, to } => ("within", wording.plain(indicator, *from), wording.value(indicator, *to)),
        Wanted::Gap { versus, portion } => ("gap", wording.per_cent(portion * 100.0), name(desk, versus)),
    };
    let kind = wording.period_kind(indicator);
    let area = desk.catalogue.area(&target.area).map_or(target.area.as_str(), |area| &area.name);
    wording.say(
        "target-wanted-sentence",
        &[
            ("wanted", key.into()),
            ("a", (&a).into()),
            ("b", (&b).into()),
            ("group", (&name(desk, &target.group)).into()),
            ("area", area.into()),
            ("by", (&wording.period_short(kind, target.by)).into()),
        ],
    )
}

/// A group in quotation marks; everyone by name.
fn name(desk: &Desk<'_>, group: &Group) -> String {
    if group.is_empty() {
        return desk.say("assess-everyone");
    }
    desk.wording.say("quoted", &[("text", (&desk.wording.group(group, &[])).into())])
}

/// From where, and in which steps.
fn way(desk: &Desk<'_>, indicator: &Indicator, target: &Target) -> String {
    let wording = &desk.wording;
    let kind = wording.period_kind(indicator);
    let (key, steps) = match &target.path {
        TargetPath::Linear => ("linear", &[][..]),
        TargetPath::Stepwise(steps) => ("stepwise", steps.as_slice()),
        TargetPath::Yearly(steps) => ("yearly", steps.as_slice()),
    };
    let steps: Vec<String> = steps
        .iter()
        .map(|(period, value)| {
            format!("{}: {}", wording.period_short(kind, *period), amount(desk, indicator, target, *value))
        })
        .collect();
    let from = target.start_value.map_or_else(String::new, |value| amount(desk, indicator, target, value));
    wording.say(
        "target-way-sentence",
        &[
            ("way", key.into()),
            ("start", (&wording.period_short(kind, target.start)).into()),
            ("known", if target.start_value.is_some() { "yes" } else { "no" }.into()),
            ("from", (&from).into()),
            ("steps", (&steps.join("; ")).into()),
        ],
    )
}
