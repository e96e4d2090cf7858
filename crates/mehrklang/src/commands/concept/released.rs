//! `mehrklang concept compare` without a file: what versions make of the people who were counted, as it was released.

use catalogue::{
    Catalogue, Place, Remark,
    model::{Audience, Concept},
    names::{VariableName, VersionName},
};
use publication::{
    compose::{self, Crossing},
    wording::Wording,
};
use serde_json::{Value, json};

use crate::{
    commands::{Context, Outcome, publish, unknown},
    trouble::Trouble,
};

/// Versions of a concept, wherever an indicator crosses them.
pub(super) fn of_concept(
    context: &mut Context<'_>,
    concept: &Concept,
    versions: &[usize],
    audience: Audience,
) -> Result<Outcome, Trouble> {
    let mut definitions = context.definitions()?;
    let Some(catalogue) = definitions.catalogue.take() else { return Ok(definitions.stop()) };
    let mut basis = match publish::basis(context, catalogue, definitions, audience)? {
        Ok(basis) => basis,
        Err(stopped) => return Ok(*stopped),
    };
    let asked: Vec<&VersionName> = versions.iter().map(|place| &concept.versions[*place].name).collect();
    let crosses = |crossing: &Crossing<'_>| {
        let crossed = versions_of(&basis.catalogue, crossing);
        crossing.concept.name == concept.name && asked.iter().all(|version| crossed.contains(version))
    };
    let Some(crossing) = compose::crossings(&basis.catalogue).find(crosses) else {
        let versions = asked.iter().map(|version| version.as_str()).collect::<Vec<_>>().join(", ");
        let remark = Remark::error("versions-not-crossed", Place::Monitoring).with("versions", versions);
        basis.remarks.push(remark.with("concept", concept.name.as_str()).hinted());
        return Ok(basis.stop());
    };
    let (text, json) = said(context, &basis, &crossing, &asked);
    Ok(Outcome { text, json, ..basis.stop() })
}

/// The versions by which an indicator counts its people, or those of them that are asked for; nothing if there is no
/// such indicator.
pub(super) fn of_indicator(
    context: &mut Context<'_>,
    name: &str,
    versions: &[String],
    audience: Audience,
) -> Result<Option<Outcome>, Trouble> {
    let mut definitions = context.definitions()?;
    let Some(catalogue) = definitions.catalogue.take() else { return Ok(None) };
    if !catalogue.current().any(|indicator| indicator.name.as_str() == name) {
        return Ok(None);
    }
    let mut basis = match publish::basis(context, catalogue, definitions, audience)? {
        Ok(basis) => basis,
        Err(stopped) => return Ok(Some(*stopped)),
    };
    let own: Vec<Crossing<'_>> =
        compose::crossings(&basis.catalogue).filter(|crossing| crossing.indicator.name.as_str() == name).collect();
    let Some(first) = own.first() else {
        let remark = Remark::error("indicator-not-crossed", Place::Monitoring).with("indicator", name);
        basis.remarks.push(remark.hinted());
        return Ok(Some(basis.stop()));
    };
    let has = |crossing: &Crossing<'_>, asked: &str| {
        versions_of(&basis.catalogue, crossing).iter().any(|version| version.as_str() == asked)
    };
    let crossing = own.iter().find(|crossing| versions.iter().all(|version| has(crossing, version))).unwrap_or(first);
    let crossed = versions_of(&basis.catalogue, crossing);
    let names = || crossed.iter().map(|version| version.as_str());
    let remark = match versions.iter().find(|asked| !has(crossing, asked)) {
        Some(other) => Some(unknown("unknown-version-asked", other, names())),
        None if versions.len() == 1 => {
            let names = names().collect::<Vec<_>>().join(",");
            Some(Remark::error("versions-needed", Place::Monitoring).with("versions", names))
        }
        None => None,
    };
    if let Some(remark) = remark {
        basis.remarks.push(remark);
        return Ok(Some(basis.stop()));
    }
    let is_asked = |version: &&VersionName| versions.is_empty() || versions.iter().any(|own| own == version.as_str());
    let asked: Vec<&VersionName> = crossed.iter().copied().filter(is_asked).collect();
    let (text, json) = said(context, &basis, crossing, &asked);
    Ok(Some(Outcome { text, json, ..basis.stop() }))
}

/// What is said of each two of the versions.
fn said(
    context: &mut Context<'_>,
    basis: &publish::Basis,
    crossing: &Crossing<'_>,
    asked: &[&VersionName],
) -> (String, Value) {
    context.stage("measure");
    let measures = publication::measure(&basis.catalogue, &basis.opened.release);
    let wording = Wording::new(&basis.catalogue, context.words.language());
    let (mut text, mut pairs) = (String::new(), Vec::new());
    for difference in compose::differences(&wording, &measures, crossing) {
        if !difference.versions.iter().all(|version| asked.contains(version)) {
            continue;
        }
        text += &format!("{}\n", difference.heading);
        difference.said.iter().for_each(|sentence| text += &format!("  {sentence}\n"));
        pairs.push(json!({
            "versions": difference.versions.map(VersionName::as_str),
            "indicator": crossing.indicator.name.as_str(),
            "said": difference.said,
        }));
    }
    let concept = crossing.concept.name.as_str();
    (text, json!({ "concept": concept, "release": basis.opened.id.as_str(), "pairs": pairs }))
}

/// The versions that the variables of a crossing follow.
fn versions_of<'a>(catalogue: &'a Catalogue, crossing: &Crossing<'_>) -> Vec<&'a VersionName> {
    let follows = |variable: &VariableName| Some(&catalogue.variables.get(variable)?.concept.as_ref()?.version);
    crossing.breakdown.iter().filter_map(follows).collect()
}
