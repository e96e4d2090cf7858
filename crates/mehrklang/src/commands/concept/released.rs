//! `mehrklang concept compare` without a file: what versions make of the people who were counted, as it was released.

use catalogue::{
    Catalogue, Place, Remark,
    model::{Audience, Concept},
    names::{VariableName, VersionName},
};
use publication::{compose, wording::Wording};
use serde_json::json;

use crate::{
    commands::{Context, Outcome, publish},
    trouble::Trouble,
};

pub(super) fn compare(
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
    let crosses = |crossing: &compose::Crossing<'_>| {
        let has = |version: &&VersionName| {
            crossing.breakdown.iter().any(|name| follows(&basis.catalogue, name) == Some(*version))
        };
        crossing.concept.name == concept.name && asked.iter().all(has)
    };
    let Some(crossing) = compose::crossings(&basis.catalogue).find(crosses) else {
        let versions = asked.iter().map(|version| version.as_str()).collect::<Vec<_>>().join(", ");
        let remark = Remark::error("versions-not-crossed", Place::Monitoring).with("versions", versions);
        basis.remarks.push(remark.with("concept", concept.name.as_str()).hinted());
        return Ok(basis.stop());
    };
    context.stage("measure");
    let measures = publication::measure(&basis.catalogue, &basis.opened.release);
    let wording = Wording::new(&basis.catalogue, context.words.language());
    let (mut text, mut pairs) = (String::new(), Vec::new());
    for difference in compose::differences(&wording, &measures, &crossing) {
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
    let json = json!({ "concept": concept.name.as_str(), "release": basis.opened.id.as_str(), "pairs": pairs });
    Ok(Outcome { text, json, ..basis.stop() })
}

/// The version that a variable follows.
fn follows<'a>(catalogue: &'a Catalogue, variable: &VariableName) -> Option<&'a VersionName> {
    Some(&catalogue.variables.get(variable)?.concept.as_ref()?.version)
}
