//! `open/sources/<source>.toml`: what a source counts and how its files are laid out.

use std::collections::{BTreeMap, BTreeSet};

use super::{
    at::{At, group},
    files::{FileKind, Folder},
    known::{self, unknown},
    register,
};
use crate::{
    document::Node,
    model::{
        Column, Concept, Delivered, DeliveredNoise, Due, Encoding, Format, Layout, Measure, MeasureKind, Monitoring,
        PeriodKind, Protection, Role, Sign, Source, Uncertainty, Variable,
    },
    names::{ConceptName, MeasureName, SourceName, VariableName},
    remark::{Remark, has_errors_at},
    shape::check::day,
};

type Variables = BTreeMap<VariableName, Variable>;

pub(crate) fn sources(
    folder: &Folder<'_>,
    monitoring: Option<&Monitoring>,
    concepts: &BTreeMap<ConceptName, Concept>,
    variables: &Variables,
    remarks: &mut Vec<Remark>,
) -> BTreeMap<SourceName, Source> {
    let mut sources = BTreeMap::new();
    for (kind, document) in &folder.documents {
        let FileKind::Source(name) = kind else { continue };
        let at = At::root(document);
        let measures = measures(at, remarks);
        let mut layout = layout(variables, name, &measures, at, remarks);
        let known = register::Known { monitoring, concepts, variables, measures: &measures };
        let register = at.table("register").map(|at| register::register(known, at, remarks));
        // Nobody of a group is as certain as somebody where everyone has been counted.
        layout.absent_is_zero |= register.is_some();
        let source = Source {
            name: name.clone(),
            title: at.local("title"),
            provider: at.local("provider"),
            legal_basis: at.local("legal-basis"),
            method: at.local("method"),
            periodicity: at.local("periodicity"),
            due: at.table("due").and_then(due),
            licence: at.line("licence"),
            attribution: at.line("attribution"),
            address: at.line("address"),
            protection: match at.word("protection") {
                Some("already-public") => Protection::AlreadyPublic,
                _ => Protection::Confidential,
            },
            delivered: at.table("delivered").map(|at| deliverer(at, remarks)),
            periods: match (at.word("periods"), at.word("day").and_then(day)) {
                (Some("school-year"), _) => PeriodKind::SchoolYear,
                (Some("reference-date"), Some((month, day))) => PeriodKind::ReferenceDate(month, day),
                _ => PeriodKind::Year,
            },
            uncertainty: match at.word("uncertainty") {
                Some("none") => Uncertainty::None,
                Some("survey") => Uncertainty::Survey { design_effect: at.decimal("design-effect").unwrap_or(1.0) },
                _ => Uncertainty::SmallNumbers,
            },
            measures,
            layout,
            register,
        };
        sources.insert(name.clone(), source);
    }
    sources
}

/// Until when a delivery is expected, `[due]`.
fn due(at: At<'_>) -> Option<Due> {
    let (month, day) = at.word("day").and_then(day)?;
    Some(Due { month, day, every: at.whole("every").unwrap_or(1) })
}

/// What the deliverer has done to the figures, `[delivered]`.
fn deliverer(at: At<'_>, remarks: &mut Vec<Remark>) -> Delivered {
    let suppressed = (at.word("signs") == Some("suppressed")).then(|| at.whole("minimum-frequency").unwrap_or(3));
    let noise = at.table("noise").and_then(|at| {
        let noise = DeliveredNoise { variance: at.decimal("variance")?, bound: at.whole("bound")? };
        let is_sound = !["variance", "bound"].iter().any(|key| has_errors_at(remarks, &at.place_of(key)));
        if is_sound && !noise_exists(noise.variance, noise.bound) {
            remarks.push(Remark::error("noise-impossible", at.place_of("variance")));
        }
        Some(noise)
    });
    Delivered { suppressed_below: suppressed, rounded_to: at.whole("rounded-to"), noise }
}

/// Whether there is a noise with mean 0 of this variance and bound: no value lies farther from the mean than the bound.
pub(crate) fn noise_exists(variance: f64, bound: u32) -> bool {
    variance > 0.0 && variance <= f64::from(bound) * f64::from(bound)
}

fn measures(at: At<'_>, remarks: &mut Vec<Remark>) -> Vec<Measure> {
    let mut measures: Vec<Measure> = Vec::new();
    for at in at.list("measure") {
        let Some(name) = at.name::<MeasureName>("name") else { continue };
        if measures.iter().any(|measure| measure.name == name) {
            let remark = Remark::error("duplicate", at.place_of("name"));
            remarks.push(remark.with("kind", "measure").with("name", name.as_str()));
            continue;
        }
        measures.push(Measure {
            name,
            title: at.local("title"),
            unit: at.local("unit"),
            kind: match at.word("kind") {
                Some("sum") => MeasureKind::Sum,
                Some("figure") => MeasureKind::Figure,
                _ => MeasureKind::Count,
            },
            decimals: at.whole("decimals").unwrap_or(0),
            counted_by: at.name("counted-by"),
            standard_error: at.name("standard-error"),
        });
    }
    for at in at.list("measure") {
        let Some(name) = at.name::<MeasureName>("counted-by") else { continue };
        match measures.iter().find(|measure| measure.name == name) {
            None => {
                let names = measures.iter().map(|measure| measure.name.as_str());
                remarks.push(unknown("measure-here", name.as_str(), "", names, at.place_of("counted-by")));
            }
            Some(measure) if measure.kind != MeasureKind::Count => {
                let remark = Remark::error("counted-by-no-count", at.place_of("counted-by"));
                remarks.push(remark.with("measure", name.as_str()));
            }
            Some(_) => {}
        }
    }
    for at in at.list("measure") {
        let Some(name) = at.name::<MeasureName>("standard-error") else { continue };
        if !measures.iter().any(|measure| measure.name == name) {
            let names = measures.iter().map(|measure| measure.name.as_str());
            remarks.push(unknown("measure-here", name.as_str(), "", names, at.place_of("standard-error")));
        }
    }
    measures
}

fn layout(
    variables: &Variables,
    source: &SourceName,
    measures: &[Measure],
    root: At<'_>,
    remarks: &mut Vec<Remark>,
) -> Layout {
    let empty = Node { value: crate::document::Value::Table(Vec::new()), span: (0..0).into() };
    let at = match root.table("layout") {
        Some(at) => at,
        None => At { document: root.document, node: &empty },
    };
    let mut columns: Vec<Column> = Vec::new();
    for item in at.list("column") {
        let Some(head) = item.line("head") else { continue };
        placeholders(variables, &head, item, remarks);
        let column = Column {
            role: role(variables, source, measures, item, remarks).unwrap_or(Role::Ignored),
            only: item.texts_by_key("only"),
            optional: item.boolean("optional", false),
            head,
        };
        // A column may mean different things in different rows, but not in the same.
        if columns.iter().any(|other| same_head(&other.head, &column.head) && other.only == column.only) {
            let remark = Remark::error("duplicate", item.place_of("head"));
            remarks.push(remark.with("kind", "column").with("name", column.head.trim()));
        }
        columns.push(column);
    }
    if root.has("layout") {
        completeness(at, &columns, remarks);
        figures(at, &columns, remarks);
    }
    if let (Some(decimal), Some(thousands)) = (at.sign("decimal").or(Some(',')), at.sign("thousands"))
        && decimal == thousands
    {
        remarks.push(Remark::error("same-signs", at.place_of("thousands")));
    }
    Layout {
        format: match at.word("format") {
            Some("xlsx") => Format::Xlsx { sheet: at.line("sheet") },
            Some("parquet") => Format::Parquet,
            _ => Format::Csv { encoding: at.word("encoding").and_then(encoding), delimiter: at.sign("delimiter") },
        },
        skip_rows: at.whole("skip-rows").unwrap_or(0),
        head_rows: at.whole("head-rows").unwrap_or(1),
        ends_before: at.line("ends-before"),
        decimal: at.sign("decimal").unwrap_or(','),
        thousands: at.sign("thousands"),
        signs: at
            .entries("signs")
            .iter()
            .filter_map(|entry| Some((entry.key.clone(), sign(entry.node.as_text()?)?)))
            .collect(),
        absent_is_zero: at.word("absent") == Some("zero"),
        only: at.texts_by_key("only"),
        columns,
        other_columns_ignored: at.word("other-columns") == Some("ignore"),
    }
}

pub(crate) fn encoding(word: &str) -> Option<Encoding> {
    match word {
        "utf-8" => Some(Encoding::Utf8),
        "windows-1252" => Some(Encoding::Windows1252),
        "iso-8859-15" => Some(Encoding::Iso885915),
        _ => None,
    }
}

/// The sign of a word; the shape has the same list.
fn sign(word: &str) -> Option<Sign> {
    Some(match word {
        "nothing" => Sign::Nothing,
        "withheld" => Sign::Withheld,
        "unreliable" => Sign::Unreliable,
        "pending" => Sign::Pending,
        "senseless" => Sign::Senseless,
        "provisional" => Sign::Provisional,
        "revised" => Sign::Revised,
        "estimated" => Sign::Estimated,
        "uncertain" => Sign::Uncertain,
        "missing" => Sign::Missing,
        _ => return None,
    })
}

/// Heads of columns are the same if they differ only in case and in spaces at their ends.
pub(crate) fn same_head(a: &str, b: &str) -> bool {
    a.trim().to_lowercase() == b.trim().to_lowercase()
}

/// The names in braces of a head.
fn names_in(head: &str) -> impl Iterator<Item = &str> {
    head.split('{').skip(1).filter_map(|rest| rest.split_once('}').map(|(name, _)| name))
}

/// `{period}` or the name of a variable.
fn placeholders(variables: &Variables, head: &str, at: At<'_>, remarks: &mut Vec<Remark>) {
    for name in names_in(head).filter(|name| *name != "period") {
        if name.parse::<VariableName>().is_err() {
            remarks.push(Remark::error("bad-name", at.place_of("head")).with("name", name));
        } else {
            known::variable(variables, name, || at.place_of("head"), remarks);
        }
    }
}

fn role(
    variables: &Variables,
    source: &SourceName,
    measures: &[Measure],
    at: At<'_>,
    remarks: &mut Vec<Remark>,
) -> Option<Role> {
    let path = at.document.path;
    Some(match at.word("is")? {
        "area" => Role::Area,
        "period" => Role::Period,
        "category" => {
            known::variable(variables, at.word("variable")?, || at.place_of("variable"), remarks);
            Role::Category(at.name("variable")?)
        }
        "groups" => {
            for entry in at.entries("groups") {
                known::group_node(variables, path, &entry.node, remarks);
            }
            Role::Groups(at.entries("groups").iter().map(|e| (e.key.clone(), group(&e.node))).collect())
        }
        "measure" => {
            let measure: MeasureName = at.name("measure")?;
            if !measures.iter().any(|known| known.name == measure) {
                let names = measures.iter().map(|measure| measure.name.as_str());
                remarks.push(unknown("measure", measure.as_str(), source.as_str(), names, at.place_of("measure")));
            }
            if let Some(of) = at.table("of") {
                known::group_node(variables, path, of.node, remarks);
            }
            for item in at.list("whole") {
                known::variable(variables, item.node.as_text()?, || item.place(), remarks);
            }
            let whole = at.lines("whole").iter().filter_map(|name| name.parse().ok()).collect();
            Role::Measure { measure, of: at.group("of"), whole }
        }
        "figure" => Role::Figure {
            numerator: at.line("numerator")?,
            denominator: at.line("denominator")?,
            per: at.whole("per").unwrap_or(100),
        },
        _ => Role::Ignored,
    })
}

/// Without a period or a measure nothing of a file can be read. Without an area all of it speaks of the whole.
fn completeness(at: At<'_>, columns: &[Column], remarks: &mut Vec<Remark>) {
    if columns.is_empty() {
        // That columns are missing at all has been remarked.
        return;
    }
    let period = |column: &Column| column.role == Role::Period || names_in(&column.head).any(|name| name == "period");
    if !columns.iter().any(period) {
        remarks.push(Remark::error("layout-without-period", at.place()).hinted());
    }
    if !columns.iter().any(|column| matches!(column.role, Role::Measure { .. })) {
        remarks.push(Remark::error("layout-without-measure", at.place()));
    }
}

/// Figures are compared with columns of the same layout.
fn figures(at: At<'_>, columns: &[Column], remarks: &mut Vec<Remark>) {
    for item in at.list("column").filter(|item| item.word("is") == Some("figure")) {
        for key in ["numerator", "denominator"] {
            let Some(head) = item.word(key) else { continue };
            if !columns.iter().any(|column| same_head(&column.head, head)) {
                let heads = columns.iter().map(|column| column.head.as_str());
                remarks.push(unknown("column", head, "", heads, item.place_of(key)));
            }
        }
    }
}

/// The variables that the files of a source tell apart.
pub(crate) fn delivered(source: &Source) -> BTreeSet<VariableName> {
    let counts = source.register.iter().flat_map(|register| &register.counts);
    let mut delivered: BTreeSet<VariableName> = counts.flat_map(|count| count.by.iter().cloned()).collect();
    for column in &source.layout.columns {
        delivered.extend(names_in(&column.head).filter_map(|name| name.parse().ok()));
        match &column.role {
            Role::Category(variable) => {
                delivered.insert(variable.clone());
            }
            Role::Groups(groups) => delivered.extend(groups.values().flat_map(|group| group.keys().cloned())),
            Role::Measure { of, .. } => delivered.extend(of.keys().cloned()),
            Role::Area | Role::Period | Role::Figure { .. } | Role::Ignored => {}
        }
    }
    delivered
}
