//! Early warnings, sorted by their reason; never a ranking of groups or neighbourhoods.

use catalogue::model::Audience;

use super::{Desk, plain};
use crate::{
    assess::{EarlyWarning, Rule, Told, warning_sentence},
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

/// The warnings that an edition tells: the public reads of the municipality as a whole, council and administration of
/// its areas, too. Nobody is to be pointed at by a list of neighbourhoods.
pub(super) fn told<'a>(desk: &Desk<'a>) -> impl Iterator<Item = &'a EarlyWarning> {
    let (whole, everywhere) = (&desk.catalogue.whole().code, desk.facts.edition.audience != Audience::Public);
    desk.assessments.warnings.iter().filter(move |warning| everywhere || warning.area == *whole)
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
    text
}
