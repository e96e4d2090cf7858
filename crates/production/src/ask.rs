//! Which tables the indicators ask for.

use std::collections::BTreeSet;

use catalogue::{
    Catalogue,
    model::{Indicator, IndicatorKind, Quantity},
    names::{LevelName, MeasureKey, VariableName},
    policy::{How, Policy},
};
use release::TableKey;

/// A table that is asked for, and the levels of areas for which.
pub(crate) struct Ask {
    pub(crate) key: TableKey,
    pub(crate) levels: BTreeSet<LevelName>,
    /// Whether an indicator of the core set asks for it.
    pub(crate) core: bool,
}

/// The tables of all indicators, in the order in which they are first asked for.
pub(crate) fn tables(catalogue: &Catalogue, policy: &Policy) -> Vec<Ask> {
    let mut asked: Vec<Ask> = Vec::new();
    for indicator in &catalogue.indicators {
        // Indices over small areas are computed behind the wall and ask for no table of these areas.
        let levels: BTreeSet<LevelName> = indicator.levels.iter().cloned().collect();
        let own = match &indicator.kind {
            IndicatorKind::Diversity { by, .. } => Some(by),
            _ => None,
        };
        for quantity in indicator.quantities() {
            for breakdown in breakdowns(indicator) {
                let by = variables(quantity, breakdown.iter().chain(own));
                let measures = [Some(quantity.measure.clone()), catalogue.standard_error(&quantity.measure)];
                // What is said about a figure needs the standard error that came with it.
                for key in measures.into_iter().flatten().map(|measure| TableKey { measure, by: by.clone() }) {
                    for level in &levels {
                        let coarser = coarser(catalogue, policy, &key, level);
                        let (key, level) = coarser.as_ref().map_or((&key, level), |(key, level)| (key, level));
                        add(&mut asked, key, level, indicator.core);
                    }
                }
            }
        }
    }
    asked
}

fn add(asked: &mut Vec<Ask>, key: &TableKey, level: &LevelName, core: bool) {
    let levels = BTreeSet::from([level.clone()]);
    match asked.iter_mut().find(|ask| ask.key == *key) {
        Some(ask) => {
            ask.levels.extend(levels);
            ask.core |= core;
        }
        None => asked.push(Ask { key: key.clone(), levels, core }),
    }
}

/// What is shown in place of a table at a level, if the office has decided to show less.
fn coarser(catalogue: &Catalogue, policy: &Policy, key: &TableKey, level: &LevelName) -> Option<(TableKey, LevelName)> {
    let decided = policy.coarsenings.iter().find(|own| {
        own.measure == key.measure
            && own.level == *level
            && own.by.iter().eq(&key.by)
            && !matches!(own.how, How::Merge(_))
    })?;
    match &decided.how {
        How::UpALevel => {
            let above = catalogue.levels.iter().find(|own| own.name == *level)?.parent.clone()?;
            Some((key.clone(), above))
        }
        How::Drop(variable) => {
            let by = key.by.iter().filter(|name| *name != variable).cloned().collect();
            Some((TableKey { measure: key.measure.clone(), by }, level.clone()))
        }
        How::Merge(_) => None,
    }
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
