//! Early warnings, sorted by their reason; never a ranking of groups or neighbourhoods.

use catalogue::model::WarningAnswer;
use words::Language;

use super::{Desk, plain};
use crate::{
    assess::{EarlyWarning, Rule, Told, answer_sentence, warning_sentence},
    page::{Block, Page, Span, Text},
};

/// All reasons in their order, with their keys.
const RULES: [(Rule, &str); 6] = [
    (Rule::Alarm, "warning-alarm"),
    (Rule::Threshold, "warning-threshold"),
    (Rule::AdverseRun, "warning-adverse-run"),
    (Rule::Widening, "warning-widening"),
    (Rule::Jump, "warning-jump"),
    (Rule::Overdue, "warning-overdue"),
];

/// The warnings that the edition tells.
pub(super) fn told<'a>(desk: &Desk<'a>) -> impl Iterator<Item = &'a EarlyWarning> {
    desk.assessments.told(desk.catalogue, desk.facts.edition.audience)
}

pub(super) fn page(desk: &Desk<'_>) -> Page {
    let mut blocks = vec![Block::Lead(plain(desk.say("warnings-lead")))];
    for (rule, key) in RULES {
        let items: Vec<Text> = told(desk).filter(|warning| warning.rule == rule).map(|one| item(desk, one)).collect();
        if !items.is_empty() {
            let about = Block::Paragraph(plain(desk.say(&format!("{key}-about"))));
            blocks.push(desk.section(key, vec![about, Block::List { ordered: false, items }]));
        }
    }
    if told(desk).next().is_none() {
        blocks.push(Block::Paragraph(plain(desk.say("warnings-none"))));
    }
    let earlier = desk.assessments.told_earlier(desk.catalogue, desk.facts.edition.audience);
    let earlier: Vec<Text> = earlier.filter_map(|answer| answered_earlier(desk, answer)).collect();
    if !earlier.is_empty() {
        blocks.push(desk.section("answered-earlier", vec![Block::List { ordered: false, items: earlier }]));
    }
    let feed = match desk.wording.language() {
        Language::De => "warnings.xml".to_owned(),
        other => format!("{other}/warnings.xml"),
    };
    let files = [("warnings-feed", feed.as_str()), ("warnings-data", "warnings.json")];
    let files = files.map(|(key, target)| super::link(desk.say(key), target)).to_vec();
    blocks.push(desk.section("warnings-files", vec![Block::Downloads(files)]));
    Page {
        path: "warnings".to_owned(),
        language: desk.wording.language(),
        title: desk.say("warnings-page"),
        summary: desk.say("warnings-lead"),
        trail: vec![desk.start_link()],
        blocks,
    }
}

/// The warning, and where to read on.
fn item(desk: &Desk<'_>, warning: &EarlyWarning) -> Text {
    let mut text = plain(warning_sentence(&desk.wording, Told::Alone, warning));
    if let Some(indicator) = desk.catalogue.indicator(&warning.indicator) {
        text.push(Span::Plain(" ".to_owned()));
        text.push(Span::Link(super::link(desk.say("to-indicator"), format!("i/{}", indicator.name))));
    }
    if let Some(answer) = &warning.answer {
        text.push(Span::Plain(format!(" {}", answer_sentence(&desk.wording, answer))));
    }
    text
}

/// An answer whose warning is there no more.
fn answered_earlier(desk: &Desk<'_>, answer: &WarningAnswer) -> Option<Text> {
    let indicator = desk.catalogue.indicator(&answer.about.indicator)?;
    let period = desk.wording.period_short(desk.wording.period_kind(indicator), answer.about.period);
    let text = format!(" ({period}): {}", answer_sentence(&desk.wording, answer));
    Some(vec![Span::Link(desk.indicator_link(indicator)), Span::Plain(text)])
}
