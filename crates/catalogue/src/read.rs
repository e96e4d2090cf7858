//! Reads the definitions of a monitoring: every mistake at once, each at its place.

mod answers;
mod areas;
pub(crate) mod at;
mod balance;
mod concepts;
mod corrections;
mod design;
mod editions;
pub(crate) mod files;
mod goals;
mod indicators;
pub(crate) mod known;
mod language;
mod mixed;
mod monitoring;
pub(crate) mod order;
mod quantities;
mod quoted;
mod register;
mod reviews;
pub(crate) mod sources;
mod texts;
mod variables;

pub use concepts::read_concept;

use crate::{
    Files,
    model::Catalogue,
    outlines,
    remark::{Place, Remark, has_errors},
};

/// Reads all definitions. The answer has a catalogue only if no remark is an error.
///
/// The remarks are sorted by file and place, so that the same files always give the same remarks.
pub fn read(files: &Files) -> (Option<Catalogue>, Vec<Remark>) {
    let mut remarks = Vec::new();
    let Some(folder) = files::open(files, &mut remarks) else {
        return (None, vec![Remark::error("no-monitoring", Place::Monitoring).hinted()]);
    };
    let monitoring = monitoring::monitoring(&folder, &mut remarks);
    let levels = areas::levels(&folder, &mut remarks);
    let areas = areas::areas(&folder, &monitoring, &levels, &mut remarks);
    let concepts = concepts::concepts(&folder, &mut remarks);
    let variables = variables::variables(&folder, &concepts, &mut remarks);
    let sources = sources::sources(&folder, monitoring.as_ref(), &concepts, &variables, &mut remarks);
    let fields = indicators::fields(&folder, &mut remarks);
    let known =
        known::Known { folder: &folder, levels: &levels, areas: &areas, variables: &variables, sources: &sources };
    let indicators = indicators::indicators(known, &monitoring, &fields, &mut remarks);
    indicators.iter().for_each(|read| mixed::mixed(known, &concepts, read.at, &mut remarks));
    balance::balance(&folder, &indicators, &mut remarks);
    let goals = goals::goals(known, &monitoring, &indicators, &mut remarks);
    let answers = answers::answers(known, &monitoring, &indicators, &mut remarks);
    reviews::retirements(&indicators, &goals, &mut remarks);
    let reviews = reviews::reviews(known, &indicators, &mut remarks);
    let texts = texts::texts(known, &indicators, &mut remarks);
    language::language(&folder, &mut remarks);
    let corrections = corrections::corrections(known, &indicators, &mut remarks);
    let editions = editions::editions(known, &monitoring, &fields, &mut remarks);
    let boundaries = outlines::boundaries(files, &folder, &levels, &areas, &mut remarks);
    order::in_order(&folder.broken, &mut remarks);

    if has_errors(&remarks) {
        return (None, remarks);
    }
    let indicators = indicators.into_iter().map(|read| read.indicator).collect();
    let catalogue = monitoring.map(|monitoring| Catalogue {
        monitoring,
        levels,
        areas,
        boundaries,
        concepts,
        variables,
        sources,
        fields,
        indicators,
        goals,
        answers,
        corrections,
        reviews,
        texts,
        editions,
    });
    (catalogue, remarks)
}
