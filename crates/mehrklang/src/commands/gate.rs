//! `mehrklang gate`: what is still to be done before an edition is published.

use std::collections::BTreeSet;

use catalogue::{Place, Remark, Severity};
use publication::gate::{Point, Seen, Weight};
use serde_json::json;
use words::Arg;

use super::{
    Context, Outcome,
    publish::{self, Basis, Ready},
};
use crate::trouble::Trouble;

/// Prints the list; what blocks is an error.
pub(crate) fn gate(context: &mut Context<'_>, asked: Option<&str>, today: &str) -> Result<Outcome, Trouble> {
    let Ready { mut basis, edition, measures, .. } = match publish::ready(context, asked)? {
        Ok(ready) => ready,
        Err(stopped) => return Ok(*stopped),
    };
    let facts = publish::facts(&basis.opened, &edition);
    let points = publication::gate(&basis.catalogue, &measures, &facts, today, seen(&basis));
    let text = points.iter().map(|point| line(context, point)).collect();
    let listed: Vec<_> = points
        .iter()
        .map(|point| {
            json!({
                "check": point.check.word(),
                "blocking": point.weight == Weight::Blocking,
                "open": point.open,
                "overridden": point.overridden.map(|one| &one.on),
            })
        })
        .collect();
    basis.remarks.extend(blocking(&points));
    Ok(Outcome { text, json: json!({ "edition": edition.name.as_str(), "points": listed }), ..basis.stop() })
}

/// What the gate is told of the definitions and the release.
pub(crate) fn seen(basis: &Basis) -> Seen {
    let sealed = &basis.opened.definitions;
    let is_own = |path: &&String| {
        basis.catalogue.indicators.iter().any(|one| path.starts_with(&format!("{INTERPRETATIONS}{}.", one.name)))
    };
    let unchanged = basis.files.iter().filter(|(path, text)| sealed.get(*path) == Some(text)).map(|(path, _)| path);
    Seen { unchanged_texts: unchanged.filter(is_own).cloned().collect(), remarked: remarked(&basis.remarks) }
}

const INTERPRETATIONS: &str = "open/texts/interpretation/";

/// The files that warnings are about, each once.
fn remarked(remarks: &[Remark]) -> Vec<String> {
    let warnings = remarks.iter().filter(|remark| remark.severity == Severity::Warning);
    let files: BTreeSet<String> = warnings
        .map(|remark| match &remark.place {
            Place::File(file) | Place::Span(file, _) | Place::Row { file, .. } => file.clone(),
            Place::Monitoring => "open/".to_owned(),
        })
        .collect();
    files.into_iter().collect()
}

/// What stands in the way of publication, one remark a point.
pub(crate) fn blocking(points: &[Point<'_>]) -> Vec<Remark> {
    let remark = |point: &Point<'_>| {
        Remark::error("gate-blocks", Place::Monitoring)
            .with("check", point.check.word())
            .with("open", point.open.join(", "))
            .hinted()
    };
    points.iter().filter(|point| point.blocks()).map(remark).collect()
}

fn line(context: &Context<'_>, point: &Point<'_>) -> String {
    let state = match (point.open.is_empty(), point.overridden, point.weight) {
        (true, ..) => "done",
        (_, Some(_), _) => "overridden",
        (_, None, Weight::Blocking) => "blocks",
        (_, None, Weight::Warning) => "open",
    };
    let language = context.words.language();
    let (by, because) = point.overridden.map_or(("", ""), |one| (one.by.get(language), one.reason.get(language)));
    let on = point.overridden.map_or("", |one| &one.on);
    let open = point.open.join(", ");
    context.say(
        "gate-line",
        &[
            ("state", Arg::Text(state)),
            ("check", Arg::Text(point.check.word())),
            ("open", Arg::Text(&open)),
            ("by", Arg::Text(by)),
            ("on", Arg::Text(on)),
            ("because", Arg::Text(because)),
        ],
    )
}
