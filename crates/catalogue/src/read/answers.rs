//! `open/answers.toml`: what offices have said about early warnings.

use super::{
    at::At,
    files::FileKind,
    indicators::Read,
    known::{self, Known, unknown},
};
use crate::{
    model::{Monitoring, WarningAnswer, WarningKey},
    names::AreaCode,
    remark::Remark,
};

/// The answers in the order of the file. Without the file there are none. Whether there is such a warning is not known
/// here: it follows from the figures, and may be gone.
pub(crate) fn answers(
    known: Known<'_>,
    monitoring: &Option<Monitoring>,
    indicators: &[Read<'_>],
    remarks: &mut Vec<Remark>,
) -> Vec<WarningAnswer> {
    let Some(root) = known.folder.documents.get(&FileKind::Answers).map(At::root) else { return Vec::new() };
    let mut answers: Vec<WarningAnswer> = Vec::new();
    for at in root.list("answer") {
        let Some(answer) = answer(at, monitoring) else { continue };
        let about = &answer.about;
        if !indicators.iter().any(|read| read.indicator.name == about.indicator) {
            let names = indicators.iter().map(|read| read.indicator.name.as_str());
            remarks.push(unknown("indicator", about.indicator.as_str(), "", names, at.place_of("indicator")));
        }
        if at.has("area") && !known.areas.iter().any(|area| area.code == about.area) {
            let codes = known.areas.iter().map(|area| area.code.as_str());
            remarks.push(unknown("area", about.area.as_str(), "", codes, at.place_of("area")));
        }
        for key in ["group", "versus"] {
            if let Some(node) = at.node.get(key) {
                known::group_node(known.variables, at.document.path, node, remarks);
            }
        }
        if answers.iter().any(|other| other.about == *about) {
            let remark = Remark::error("duplicate", at.place_of("rule"));
            remarks.push(remark.with("kind", "answer").with("name", about.indicator.as_str()));
            continue;
        }
        answers.push(answer);
    }
    answers
}

/// `None` if too little of it could be read, which has been remarked.
fn answer(at: At<'_>, monitoring: &Option<Monitoring>) -> Option<WarningAnswer> {
    let municipality = || Some(monitoring.as_ref()?.code.clone());
    let about = WarningKey {
        rule: at.line("rule")?,
        indicator: at.name("indicator")?,
        area: at.name::<AreaCode>("area").or_else(municipality)?,
        group: at.group("group"),
        versus: at.has("versus").then(|| at.group("versus")),
        period: at.period("period")?,
    };
    Some(WarningAnswer { about, reason: at.local("reason"), by: at.local("by"), on: at.period("on")? })
}
