//! A town as values: one city, districts of two quarters each, people by citizenship, sex and age.

use std::collections::BTreeMap;

use catalogue::{
    Catalogue,
    model::{
        Area, AreaLevel, Boundaries, Category, Effort, Format, Indicator, IndicatorKind, Layout, Local, LocalText,
        Measure, MeasureKind, Monitoring, MunicipalityKind, Outlines, PeriodKind, Perspective, Polarity, Programme,
        Protection, Quantity, Source, Steering, Texts, Variable,
    },
    names::{LevelName, VariableName},
};
use words::Language;

fn text(de: &str) -> LocalText {
    LocalText { de: de.to_owned(), en: None }
}

/// The name, whichever kind it is.
pub(crate) fn name<T: std::str::FromStr>(text: &str) -> T {
    text.parse().unwrap_or_else(|_| panic!("{text} is a name"))
}

/// Districts `1`, `2` … of the city `0`, each with quarters `11`, `12` … and a residue `99` beside the districts.
pub(crate) fn areas(districts: usize, quarters: usize, residue: bool) -> (Vec<AreaLevel>, Vec<Area>) {
    let levels = [("city", None), ("district", Some("city")), ("quarter", Some("district"))];
    let levels = levels
        .into_iter()
        .map(|(level, parent)| AreaLevel {
            name: name(level),
            title: text(level),
            plural: text(level),
            parent: parent.map(name),
            published: true,
            outlines: Outlines::None,
        })
        .collect();
    let area = |code: String, level: &str, parent: Option<String>| Area {
        name: code.clone(),
        code: name(&code),
        level: name(level),
        parent: parent.as_deref().map(name),
        also_in: Vec::new(),
        aliases: Vec::new(),
        residue: code == "99",
        valid_from: None,
        valid_to: None,
    };
    let mut areas = vec![area("0".to_owned(), "city", None)];
    areas.extend((1..=districts).map(|d| area(d.to_string(), "district", Some("0".to_owned()))));
    areas.extend(residue.then(|| area("99".to_owned(), "district", Some("0".to_owned()))));
    for d in 1..=districts {
        areas.extend((1..=quarters).map(|q| area(format!("{d}{q}"), "quarter", Some(d.to_string()))));
    }
    (levels, areas)
}

/// A variable; a category written `a/b` is a part of `a`.
pub(crate) fn variable(own: &str, categories: &[&str], complete: bool) -> (VariableName, Variable) {
    let category = |written: &&str| {
        let (parent, code) = written.rsplit_once('/').map_or((None, *written), |(p, code)| (Some(name(p)), code));
        Category { code: name(code), title: text(code), aliases: Vec::new(), parent }
    };
    let variable = Variable {
        name: name(own),
        title: text(own),
        reason: text(own),
        definition: text(own),
        whole: text("insgesamt"),
        whole_aliases: Vec::new(),
        complete,
        concept: None,
        undeterminable: None,
        categories: categories.iter().map(category).collect(),
    };
    (name(own), variable)
}

/// A source `s` with these measures.
pub(crate) fn source(protection: Protection, measures: Vec<Measure>) -> Source {
    Source {
        name: name("s"),
        title: text("s"),
        provider: text("s"),
        legal_basis: text("s"),
        method: text("s"),
        due: None,
        periodicity: text("s"),
        licence: None,
        attribution: None,
        address: None,
        protection,
        delivered: None,
        uncertainty: catalogue::model::Uncertainty::default(),
        periods: PeriodKind::Year,
        measures,
        layout: Layout {
            format: Format::Csv { encoding: None, delimiter: None },
            skip_rows: 0,
            head_rows: 1,
            ends_before: None,
            decimal: ',',
            thousands: None,
            signs: BTreeMap::new(),
            absent_is_zero: false,
            only: BTreeMap::new(),
            columns: Vec::new(),
            other_columns_ignored: false,
        },
        register: None,
    }
}

pub(crate) fn measure(own: &str, kind: MeasureKind, counted_by: Option<&str>) -> Measure {
    Measure {
        name: name(own),
        title: text(own),
        unit: text(own),
        kind,
        decimals: 0,
        counted_by: counted_by.map(name),
        standard_error: None,
    }
}

/// `s.m of a=b` as a quantity.
pub(crate) fn quantity(measure: &str, of: &[(&str, &str)]) -> Quantity {
    Quantity { measure: name(measure), of: of.iter().map(|(v, c)| (name(v), name(c))).collect() }
}

pub(crate) fn indicator(own: &str, kind: IndicatorKind, breakdowns: &[&[&str]], levels: &[&str]) -> Indicator {
    Indicator {
        name: name(own),
        field: name("f"),
        title: text(own),
        question: None,
        reason: None,
        reading: Local::default(),
        definition: text(own),
        limits: text(own),
        kind,
        unit: text("%"),
        decimals: 1,
        breakdowns: breakdowns.iter().map(|by| by.iter().map(|v| name(v)).collect()).collect(),
        levels: levels.iter().map(|level| name::<LevelName>(level)).collect(),
        polarity: Polarity::None,
        perspective: Perspective::Context,
        steering: Steering::None,
        effort: Effort::Low,
        core: false,
        order: 1,
        reliable_minimum: 100,
        retired: None,
        breaks: Vec::new(),
    }
}

pub(crate) fn catalogue(
    (levels, areas): (Vec<AreaLevel>, Vec<Area>),
    variables: Vec<(VariableName, Variable)>,
    source: Source,
    indicators: Vec<Indicator>,
) -> Catalogue {
    Catalogue {
        monitoring: Monitoring {
            name: text("Stadt"),
            title: text("Stadt"),
            code: name("0"),
            kind: MunicipalityKind::City,
            programme: Programme::Integration,
            languages: vec![Language::De],
            why: text(""),
            how: text(""),
            what: text(""),
            audiences: Vec::new(),
            publisher: text(""),
            contact: text(""),
            licence: String::new(),
            contributor_id: None,
            synthetic: None,
            base_period: None,
            shielded_office: false,
            reliable_minimum: 100,
            design: catalogue::model::Design::default(),
        },
        levels,
        areas,
        boundaries: Boundaries::default(),
        concepts: BTreeMap::new(),
        variables: variables.into_iter().collect(),
        sources: BTreeMap::from([(source.name.clone(), source)]),
        fields: Vec::new(),
        indicators,
        answers: Vec::new(),
        corrections: Vec::new(),
        goals: Default::default(),
        reviews: Default::default(),
        texts: Texts::default(),
        editions: BTreeMap::new(),
    }
}
