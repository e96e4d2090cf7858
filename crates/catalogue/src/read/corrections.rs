//! `open/corrections.toml`: mistakes that were found and mended after publication.

use super::{
    at::At,
    files::FileKind,
    indicators::Read,
    known::{Known, unknown},
};
use crate::{model::Correction, names::IndicatorName, remark::Remark};

/// The corrections in the order of the file. Without the file there are none.
pub(crate) fn corrections(known: Known<'_>, indicators: &[Read<'_>], remarks: &mut Vec<Remark>) -> Vec<Correction> {
    let Some(root) = known.folder.documents.get(&FileKind::Corrections).map(At::root) else { return Vec::new() };
    let mut corrections = Vec::new();
    for at in root.list("correction") {
        for item in at.list("indicators") {
            let name = item.node.as_text().unwrap_or_default();
            if !indicators.iter().any(|read| read.indicator.name.as_str() == name) {
                let names = indicators.iter().map(|read| read.indicator.name.as_str());
                remarks.push(unknown("indicator", name, "", names, item.place()));
            }
        }
        let Some(on) = at.line("on") else { continue };
        let names = at.lines("indicators").into_iter().filter_map(|name| name.parse::<IndicatorName>().ok());
        corrections.push(Correction {
            on,
            indicators: names.collect(),
            text: at.local("text"),
            reason: at.local("reason"),
        });
    }
    corrections
}
