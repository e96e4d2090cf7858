//! The set as a whole: its balance, its gaps, and how it changed.

use std::collections::BTreeSet;

use catalogue::{
    Catalogue, Period,
    model::{Audience, Decided, Indicator, LocalText, Perspective, Steering, TargetState},
    names::{FieldName, IndicatorName, MeasureKey, ObjectiveName, VariableName},
};

use crate::measure::Measures;

/// From which point of view indicators are counted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Aspect {
    /// Those that look from this side.
    Perspective(Perspective),
    /// Those that the municipality can steer so far.
    Steering(Steering),
    /// Those of a field of action.
    Field(FieldName),
    /// Those that are broken down by a variable.
    Breakdown(VariableName),
    /// Those that are not broken down.
    Whole,
}

/// How many current indicators there are of a kind.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Balance {
    /// Of which kind.
    pub aspect: Aspect,
    /// How many.
    pub all: usize,
    /// How many of them are core.
    pub core: usize,
}

/// How the current indicators are spread over perspectives, scopes for action, fields and breakdowns.
pub fn balance(catalogue: &Catalogue) -> Vec<Balance> {
    let count = |aspect: Aspect, is: &dyn Fn(&Indicator) -> bool| {
        let of = || catalogue.current().filter(|indicator| is(indicator));
        Balance { aspect, all: of().count(), core: of().filter(|indicator| indicator.core).count() }
    };
    let mut found = Vec::new();
    for perspective in [Perspective::Strength, Perspective::Deficit, Perspective::Context] {
        found.push(count(Aspect::Perspective(perspective), &|one| one.perspective == perspective));
    }
    for steering in [Steering::Own, Steering::Shared, Steering::None] {
        found.push(count(Aspect::Steering(steering), &|one| one.steering == steering));
    }
    for field in &catalogue.fields {
        found.push(count(Aspect::Field(field.name.clone()), &|one| one.field == field.name));
    }
    for variable in catalogue.variables.keys() {
        let by = |one: &Indicator| one.breakdowns.iter().any(|breakdown| breakdown.contains(variable));
        found.push(count(Aspect::Breakdown(variable.clone()), &by));
    }
    found.push(count(Aspect::Whole, &|one| one.breakdowns.is_empty()));
    found
}

/// How many editions there are for each audience. Which indicators an audience sees is not chosen: all see all.
pub fn editions(catalogue: &Catalogue) -> [(Audience, usize); 3] {
    let count = |audience| catalogue.editions.values().filter(|edition| edition.audience == audience).count();
    Audience::ALL.map(|audience| (audience, count(audience)))
}

/// What is missing on one side or the other.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Gaps {
    /// Indicators that ask a question for which there is no number.
    pub questions_without_data: Vec<IndicatorName>,
    /// Indicators with numbers that do not say which question they answer.
    pub figures_without_question: Vec<IndicatorName>,
    /// Measures that a source could deliver and that no current indicator uses.
    pub data_without_question: Vec<MeasureKey>,
    /// Fields of action without a current indicator.
    pub fields_without_indicator: Vec<FieldName>,
    /// Objectives that neither themselves nor by one below them have a target for a current indicator.
    pub objectives_without_indicator: Vec<ObjectiveName>,
}

/// The gaps of the set.
pub fn gaps(catalogue: &Catalogue, measures: &Measures) -> Gaps {
    let has_numbers = |indicator: &Indicator| {
        measures.all(&indicator.name).flat_map(|(.., series)| series).any(|(_, figure)| figure.value().is_some())
    };
    let names = |is: &dyn Fn(&Indicator) -> bool| {
        catalogue.current().filter(|one| is(one)).map(|one| one.name.clone()).collect::<Vec<_>>()
    };
    let fields = catalogue.fields.iter().filter(|field| catalogue.current().all(|one| one.field != field.name));
    Gaps {
        questions_without_data: names(&|one| one.question.is_some() && !has_numbers(one)),
        figures_without_question: names(&|one| one.question.is_none() && has_numbers(one)),
        data_without_question: unused(catalogue),
        fields_without_indicator: fields.map(|field| field.name.clone()).collect(),
        objectives_without_indicator: uncovered(catalogue),
    }
}

/// Measures that no current indicator uses, directly or as the count or the error of one that it uses.
fn unused(catalogue: &Catalogue) -> Vec<MeasureKey> {
    let mut used: BTreeSet<MeasureKey> = BTreeSet::new();
    for quantity in catalogue.current().flat_map(Indicator::quantities) {
        let beside = catalogue.measure(&quantity.measure).into_iter();
        let beside = beside.flat_map(|measure| [&measure.counted_by, &measure.standard_error]).flatten();
        let source = || quantity.measure.source.clone();
        used.extend(beside.map(|name| MeasureKey { source: source(), measure: name.clone() }));
        used.insert(quantity.measure.clone());
    }
    let all = catalogue.sources.values().flat_map(|source| {
        source.measures.iter().map(|one| MeasureKey { source: source.name.clone(), measure: one.name.clone() })
    });
    all.filter(|key| !used.contains(key)).collect()
}

fn uncovered(catalogue: &Catalogue) -> Vec<ObjectiveName> {
    let goals = &catalogue.goals;
    let holds = |indicator: &IndicatorName| catalogue.current().any(|one| one.name == *indicator);
    let targets = goals.targets.iter().filter(|one| one.state() != TargetState::Superseded && holds(&one.indicator));
    let mut covered: BTreeSet<&ObjectiveName> = targets.filter_map(|target| target.objective.as_ref()).collect();
    // What an objective serves is covered with it; as many rounds as there are objectives reach the top.
    for _ in &goals.objectives {
        let above = goals.objectives.iter().filter(|one| covered.contains(&one.name));
        covered.extend(above.filter_map(|one| one.parent.as_ref()).collect::<Vec<_>>());
    }
    goals.objectives.iter().map(|one| &one.name).filter(|name| !covered.contains(name)).cloned().collect()
}

/// A change of the set.
#[derive(Debug, Clone, PartialEq)]
pub struct Entry {
    /// The day.
    pub on: Period,
    /// The indicator.
    pub indicator: IndicatorName,
    /// What happened.
    pub what: Logged,
    /// Who decided, where a review says so.
    pub by: Option<LocalText>,
    /// Why.
    pub reason: LocalText,
}

/// What can happen to the set.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Logged {
    /// A decision of a review; never to keep.
    Decided(Decided),
    /// An indicator was retired without a decision in a review.
    Retired,
}

/// The change log of the set, the newest first: all decisions of reviews other than to keep, and what was retired
/// without one.
pub fn log(catalogue: &Catalogue) -> Vec<Entry> {
    let records = || catalogue.reviews.values().flat_map(|review| &review.records);
    let decided = records().filter_map(|record| {
        let decision = record.decision.as_ref().filter(|decision| decision.what != Decided::Keep)?;
        Some(Entry {
            on: decision.on,
            indicator: record.indicator.clone(),
            what: Logged::Decided(decision.what.clone()),
            by: Some(decision.by.clone()),
            reason: decision.reason.clone(),
        })
    });
    let mut log: Vec<Entry> = decided.collect();
    for indicator in &catalogue.indicators {
        let Some(retired) = &indicator.retired else { continue };
        let goes = |what: &Logged| matches!(what, Logged::Decided(Decided::Merge(_) | Decided::Retire));
        if !log.iter().any(|entry| entry.indicator == indicator.name && goes(&entry.what)) {
            let (on, reason) = (retired.on, retired.reason.clone());
            log.push(Entry { on, indicator: indicator.name.clone(), what: Logged::Retired, by: None, reason });
        }
    }
    let place = |entry: &Entry| catalogue.indicators.iter().position(|one| one.name == entry.indicator);
    log.sort_by(|a, b| b.on.cmp(&a.on).then_with(|| place(a).cmp(&place(b))));
    log
}
