//! How an indicator is computed: numbers of measures, and whether they suit its kind.

use super::{
    at::At,
    known::{self, Known, unknown},
    sources::delivered,
};
use crate::{
    model::{IndicatorKind, MeasureKind, Quantity},
    names::{MeasureKey, MeasureName, SourceName, VariableName},
    remark::{Place, Remark},
};

/// How the indicator is computed; `None` if too little of it could be read, which has been remarked.
pub(crate) fn kind(known: Known<'_>, at: At<'_>, remarks: &mut Vec<Remark>) -> Option<IndicatorKind> {
    let word = at.word("kind")?;
    let mut quantity = |key: &str| quantity(known, word, at.table(key)?, remarks);
    let kind = match word {
        "count" => IndicatorKind::Count { of: quantity("of")? },
        "given" => IndicatorKind::Given { of: quantity("of")? },
        "diversity" => IndicatorKind::Diversity { of: quantity("of")?, by: at.name("by")? },
        "dissimilarity" => {
            let (group, reference) = (quantity("group"), quantity("reference"));
            IndicatorKind::Dissimilarity { group: group?, reference: reference?, across: at.name("across")? }
        }
        "share" | "rate" | "ratio" | "mean" => {
            let (numerator, denominator) = (quantity("numerator"), quantity("denominator"));
            let (numerator, denominator) = (numerator?, denominator?);
            match word {
                "share" => IndicatorKind::Share { numerator, denominator },
                "rate" => IndicatorKind::Rate { numerator, denominator, per: at.whole("per").unwrap_or(100) },
                "ratio" => IndicatorKind::Ratio { numerator, denominator },
                _ => IndicatorKind::Mean { numerator, denominator },
            }
        }
        _ => return None,
    };
    against_itself(&kind, at, remarks);
    Some(kind)
}

fn quantity(known: Known<'_>, kind: &str, at: At<'_>, remarks: &mut Vec<Remark>) -> Option<Quantity> {
    let key: MeasureKey = at.name("measure")?;
    let place = || at.place_of("measure");
    match known.sources.get(&key.source) {
        None => {
            let names = known.sources.keys().map(SourceName::as_str);
            remarks.push(unknown("source", key.source.as_str(), "", names, place()));
        }
        Some(source) => match source.measures.iter().find(|measure| measure.name == key.measure) {
            None => {
                let names = source.measures.iter().map(|measure| measure.name.as_str());
                remarks.push(unknown("measure", key.measure.as_str(), key.source.as_str(), names, place()));
            }
            Some(measure) => {
                let suits = match kind {
                    "given" => measure.kind == MeasureKind::Figure,
                    "rate" | "ratio" => true,
                    _ => measure.kind != MeasureKind::Figure,
                };
                if !suits {
                    let remark = Remark::error("measure-kind", place()).with("measure", key.to_string());
                    remarks.push(remark.with("kind", kind));
                }
            }
        },
    }
    if let Some(of) = at.table("of") {
        known::group_node(known.variables, at.document.path, of.node, remarks);
    }
    let of = at.group("of");
    for variable in of.keys() {
        not_delivered(known, &key, variable, at.place_of("of"), remarks);
    }
    Some(Quantity { measure: key, of })
}

/// Remarks a variable that the files of a measure's source do not tell apart.
fn not_delivered(known: Known<'_>, key: &MeasureKey, variable: &VariableName, place: Place, remarks: &mut Vec<Remark>) {
    let Some(source) = known.sources.get(&key.source) else { return };
    let is_measure = |name: &MeasureName| source.measures.iter().any(|measure| measure.name == *name);
    if is_measure(&key.measure) && known.variables.contains_key(variable) && !delivered(source).contains(variable) {
        let remark = Remark::warning("not-delivered", place).with("variable", variable.as_str());
        remarks.push(remark.with("source", key.source.as_str()));
    }
}

/// A part that is its own whole is always 100 per cent.
fn against_itself(kind: &IndicatorKind, at: At<'_>, remarks: &mut Vec<Remark>) {
    let (a, b, keys) = match kind {
        IndicatorKind::Share { numerator, denominator }
        | IndicatorKind::Rate { numerator, denominator, .. }
        | IndicatorKind::Ratio { numerator, denominator }
        | IndicatorKind::Mean { numerator, denominator } => (numerator, denominator, ["numerator", "denominator"]),
        IndicatorKind::Dissimilarity { group, reference, .. } => (group, reference, ["group", "reference"]),
        IndicatorKind::Count { .. } | IndicatorKind::Given { .. } | IndicatorKind::Diversity { .. } => return,
    };
    if a == b {
        let remark = Remark::error("against-itself", at.place_of(keys[0]));
        remarks.push(remark.with("one", keys[0]).with("other", keys[1]));
    }
}

/// The variables that the indicator fixes itself, so that it cannot be broken down by them.
fn fixed(kind: &IndicatorKind) -> Vec<&VariableName> {
    match kind {
        IndicatorKind::Dissimilarity { group, reference, .. } => group.of.keys().chain(reference.of.keys()).collect(),
        IndicatorKind::Diversity { of, by } => of.of.keys().chain([by]).collect(),
        IndicatorKind::Count { of } | IndicatorKind::Given { of } => of.of.keys().collect(),
        IndicatorKind::Share { numerator, .. }
        | IndicatorKind::Rate { numerator, .. }
        | IndicatorKind::Ratio { numerator, .. }
        | IndicatorKind::Mean { numerator, .. } => numerator.of.keys().collect(),
    }
}

/// The breakdowns as written, checked.
pub(crate) fn breakdowns(
    known: Known<'_>,
    kind: Option<&IndicatorKind>,
    at: At<'_>,
    remarks: &mut Vec<Remark>,
) -> Vec<Vec<VariableName>> {
    let mut breakdowns: Vec<Vec<VariableName>> = Vec::new();
    for list in at.list("breakdowns") {
        let mut breakdown: Vec<VariableName> = Vec::new();
        for item in list.node.items() {
            let item = At { node: item, ..at };
            let Some(name) = item.node.as_text() else { continue };
            let Ok(variable) = name.parse::<VariableName>() else { continue };
            known::variable(known.variables, name, || item.place(), remarks);
            if kind.is_some_and(|kind| fixed(kind).contains(&&variable)) {
                remarks.push(Remark::error("breakdown-fixed", item.place()).with("variable", name));
            } else if breakdown.contains(&variable) {
                let remark = Remark::error("duplicate", item.place());
                remarks.push(remark.with("kind", "variable").with("name", name));
            } else if let Some(kind) = kind {
                for quantity in kind.quantities() {
                    not_delivered(known, &quantity.measure, &variable, item.place(), remarks);
                }
            }
            breakdown.push(variable);
        }
        breakdowns.push(breakdown);
    }
    breakdowns
}
