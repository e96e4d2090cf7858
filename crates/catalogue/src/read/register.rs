//! `[register]` of `open/sources/<source>.toml`: how the extract of a population register is laid out, and what is
//! counted from it.

use std::collections::{BTreeMap, BTreeSet};

use rules::Rule;

use super::{
    at::At,
    concepts::compile::rule_fault,
    known,
    known::unknown,
    sources::{encoding, same_head},
};
use crate::{
    model::{
        Concept, Format, Item, Measure, MeasureKind, Monitoring, Register, RegisterColumn, RegisterCount, Variable,
        fits, items_of, register_attributes, register_type,
    },
    names::{ConceptName, MeasureName, VariableName},
    remark::{Place, Remark},
    shape::check::hinted,
};

/// What a register can refer to.
#[derive(Clone, Copy)]
pub(crate) struct Known<'a> {
    pub(crate) monitoring: Option<&'a Monitoring>,
    pub(crate) concepts: &'a BTreeMap<ConceptName, Concept>,
    pub(crate) variables: &'a BTreeMap<VariableName, Variable>,
    pub(crate) measures: &'a [Measure],
}

pub(crate) fn register(known: Known<'_>, at: At<'_>, remarks: &mut Vec<Remark>) -> Register {
    // Microdata only where an office is shielded from the rest of the administration.
    if known.monitoring.is_some_and(|monitoring| !monitoring.shielded_office) {
        remarks.push(Remark::error("microdata-refused", at.place()).hinted());
    }
    let columns = columns(at, remarks);
    let counts: Vec<RegisterCount> = at.list("count").filter_map(|at| count(known, &columns, at, remarks)).collect();
    Register {
        format: match at.word("format") {
            Some("parquet") => Format::Parquet,
            _ => Format::Csv { encoding: at.word("encoding").and_then(encoding), delimiter: at.sign("delimiter") },
        },
        keep_days: at.whole("keep-days").unwrap_or(1),
        columns,
        counts,
    }
}

fn columns(at: At<'_>, remarks: &mut Vec<Remark>) -> Vec<RegisterColumn> {
    let mut columns: Vec<RegisterColumn> = Vec::new();
    for at in at.list("column") {
        let (Some(head), Some(is)) = (at.line("head"), at.word("is").and_then(Item::of)) else { continue };
        for (kind, key, twice) in [
            ("column", "head", columns.iter().any(|other| same_head(&other.head, &head))),
            ("item", "is", columns.iter().any(|other| other.is == is)),
        ] {
            if twice {
                let name = at.word(key).unwrap_or_default();
                remarks.push(Remark::error("duplicate", at.place_of(key)).with("kind", kind).with("name", name));
            }
        }
        let codes = is.codes();
        for entry in at.entries("values") {
            let Some(code) = entry.node.as_text() else { continue };
            if !codes.is_empty() && !codes.contains(&code) {
                let place = crate::shape::check::place(at.document.path, &entry.node);
                let remark = Remark::error("unknown-word", place).with("word", code).with("known", codes.join(", "));
                remarks.push(hinted(remark, crate::nearest(code, codes.iter().copied())));
            }
        }
        let text = |entry: &crate::document::Entry| Some((entry.key.clone(), entry.node.as_text()?.to_owned()));
        columns.push(RegisterColumn { head, is, values: at.entries("values").iter().filter_map(text).collect() });
    }
    for item in Item::NEEDED.iter().filter(|item| !columns.iter().any(|column| column.is == **item)) {
        if at.has("column") {
            remarks.push(Remark::error("register-without", at.place()).with("item", item.word()).hinted());
        }
    }
    columns
}

fn count(known: Known<'_>, columns: &[RegisterColumn], at: At<'_>, remarks: &mut Vec<Remark>) -> Option<RegisterCount> {
    let measure: MeasureName = at.name("measure")?;
    match known.measures.iter().find(|own| own.name == measure) {
        None => {
            let names = known.measures.iter().map(|own| own.name.as_str());
            remarks.push(unknown("measure-here", measure.as_str(), "", names, at.place_of("measure")));
        }
        Some(own) if own.kind != MeasureKind::Count || own.decimals != 0 => {
            let remark = Remark::error("register-counts", at.place_of("measure"));
            remarks.push(remark.with("measure", measure.as_str()));
        }
        Some(_) => {}
    }
    let attributes = register_attributes();
    let who = at.word("where").and_then(|text| {
        Rule::compile(text, &attributes)
            .map_err(|faults| remarks.extend(faults.iter().map(|fault| rule_fault(fault, text, at, "where"))))
            .ok()
    });
    let mut by: BTreeSet<VariableName> = BTreeSet::new();
    for item in at.list("by") {
        let Some(name) = item.node.as_text() else { continue };
        let Some(variable) = known::variable(known.variables, name, || item.place(), remarks) else { continue };
        computable(known, columns, variable, item.place(), remarks);
        by.insert(variable.name.clone());
    }
    Some(RegisterCount { measure, who, by: by.into_iter().collect() })
}

/// Whether the version that a variable follows can be computed from a register: what it asks for is of the kind that
/// the register gives. What the register does not know at all leaves people undeterminable, and is warned about.
fn computable(
    known: Known<'_>,
    columns: &[RegisterColumn],
    variable: &Variable,
    place: Place,
    remarks: &mut Vec<Remark>,
) {
    let name = variable.name.as_str();
    let Some(key) = &variable.concept else {
        remarks.push(Remark::error("register-variable", place).with("variable", name).hinted());
        return;
    };
    // What is wrong with a concept has been remarked there.
    let Some(concept) = known.concepts.get(&key.concept) else { return };
    let Some(version) = concept.version(&key.version) else { return };
    let Ok(attributes) = concept.attributes() else { return };
    let asked = version.classifier.attributes().iter().filter_map(|at| attributes.get(*at));
    let mut missing = BTreeSet::new();
    for attribute in asked {
        let parent = ["parent1_", "parent2_"].iter().find_map(|prefix| attribute.name.strip_prefix(prefix));
        let own = parent.unwrap_or(&attribute.name);
        let given = if parent.is_some() { &crate::model::OF_PARENT[..] } else { &crate::model::OF_PERSON[..] };
        let kind = register_type(own).filter(|_| given.contains(&own));
        match kind {
            Some(kind) if !fits(&attribute.kind, &kind) => {
                let remark = Remark::error("register-attribute", place.clone()).with("variable", name);
                remarks.push(remark.with("attribute", own));
            }
            Some(_) if items_of(own, parent.is_some()).iter().any(|way| has(columns, way)) => {}
            _ => drop(missing.insert(attribute.name.as_str())),
        }
    }
    if !missing.is_empty() {
        let missing: Vec<&str> = missing.into_iter().collect();
        let remark = Remark::warning("register-unknown", place).with("variable", name);
        remarks.push(remark.with("attributes", missing.join(", ")).with("count", missing.len()));
    }
}

fn has(columns: &[RegisterColumn], items: &[Item]) -> bool {
    items.iter().all(|item| columns.iter().any(|column| column.is == *item))
}
