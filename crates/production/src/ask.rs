//! Which tables the indicators ask for.

use std::collections::BTreeSet;

use catalogue::{
    Catalogue,
    model::{Indicator, IndicatorKind, Quantity},
    names::{LevelName, MeasureKey, VariableName},
};
use release::TableKey;

/// A table that is asked for, and the levels of areas for which.
pub(crate) struct Ask {
    pub(crate) key: TableKey,
    pub(crate) levels: BTreeSet<LevelName>,
}

/// A part and the whole that contains it: what is left of the whole may be few people, too.
pub(crate) struct Share<'a> {
    pub(crate) part: &'a Quantity,
    pub(crate) whole: &'a Quantity,
}

/// The tables of all indicators, in the order in which they are first asked for.
pub(crate) fn tables(catalogue: &Catalogue) -> Vec<Ask> {
    let mut asked: Vec<Ask> = Vec::new();
    for indicator in &catalogue.indicators {
        let mut levels: BTreeSet<LevelName> = indicator.levels.iter().cloned().collect();
        let mut own = None;
        match &indicator.kind {
            IndicatorKind::Dissimilarity { across, .. } => drop(levels.insert(across.clone())),
            IndicatorKind::Diversity { by, .. } => own = Some(by),
            _ => {}
        }
        for quantity in indicator.quantities() {
            for breakdown in breakdowns(indicator) {
                let by = variables(quantity, breakdown.iter().chain(own));
                let key = TableKey { measure: quantity.measure.clone(), by };
                match asked.iter_mut().find(|ask| ask.key == key) {
                    Some(ask) => ask.levels.extend(levels.iter().cloned()),
                    None => asked.push(Ask { key, levels: levels.clone() }),
                }
            }
        }
    }
    asked
}

/// The breakdowns of an indicator, that of the whole population first.
fn breakdowns(indicator: &Indicator) -> impl Iterator<Item = &[VariableName]> {
    std::iter::once(&[][..]).chain(indicator.breakdowns.iter().map(Vec::as_slice))
}

/// The variables of a quantity and of a breakdown, sorted, each once.
fn variables<'a>(quantity: &'a Quantity, breakdown: impl Iterator<Item = &'a VariableName>) -> Vec<VariableName> {
    let all: BTreeSet<&VariableName> = quantity.of.keys().chain(breakdown).collect();
    all.into_iter().cloned().collect()
}

/// All shares, in the order of the indicators.
pub(crate) fn shares(catalogue: &Catalogue) -> Vec<Share<'_>> {
    let mut shares = Vec::new();
    for indicator in &catalogue.indicators {
        if let IndicatorKind::Share { numerator, denominator } = &indicator.kind {
            shares.push(Share { part: numerator, whole: denominator });
        }
    }
    shares
}

/// The measures that are counted for the asked tables, among them those that count the people behind a sum.
pub(crate) fn measures(catalogue: &Catalogue, asked: &[Ask]) -> BTreeSet<MeasureKey> {
    let mut measures = BTreeSet::new();
    for ask in asked {
        measures.insert(ask.key.measure.clone());
        if let Some(count) = counted_by(catalogue, &ask.key.measure) {
            measures.insert(count);
        }
    }
    measures
}

/// The measure that counts the people behind a sum or figure, if the source says which.
pub(crate) fn counted_by(catalogue: &Catalogue, key: &MeasureKey) -> Option<MeasureKey> {
    let measure = catalogue.measure(key)?.counted_by.clone()?;
    Some(MeasureKey { source: key.source.clone(), measure })
}
