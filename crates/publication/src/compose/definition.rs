//! Definition, computation, limits and source of an indicator, in words.

use catalogue::model::{Indicator, IndicatorKind, PeriodKind, Perspective, Polarity, Source, Steering};

use super::{Desk, link, plain, protection};
use crate::page::{Block, Span, Text};

pub(super) fn definition(desk: &Desk<'_>, indicator: &Indicator) -> Vec<Block> {
    let text = |text| desk.wording.text(text);
    let mut terms = Vec::new();
    if let Some(reason) = &indicator.reason {
        terms.push(desk.term("term-reason", text(reason)));
    }
    terms.push(desk.term("term-definition", text(&indicator.definition)));
    terms.push(desk.term("term-formula", formula(desk, indicator)));
    terms.push(desk.term("term-limits", text(&indicator.limits)));
    let direction = desk.say(polarity(indicator.polarity));
    terms.push(desk.term("fact-polarity", direction));
    if has_base(indicator) {
        let minimum = desk.wording.count(indicator.reliable_minimum as usize);
        terms
            .push(desk.term("term-reliable", desk.wording.say("reliable-sentence", &[("minimum", (&minimum).into())])));
    }
    vec![Block::Terms(terms)]
}

/// Whether figures rest on a number of people below the line.
pub(super) fn has_base(indicator: &Indicator) -> bool {
    !matches!(indicator.kind, IndicatorKind::Count { .. } | IndicatorKind::Given { .. })
}

/// How an indicator is computed, in words.
pub(super) fn formula(desk: &Desk<'_>, indicator: &Indicator) -> String {
    let wording = &desk.wording;
    let of = |quantity| wording.quantity(quantity);
    let quotient = |key: &str, numerator, denominator| {
        wording.say(key, &[("numerator", (&of(numerator)).into()), ("denominator", (&of(denominator)).into())])
    };
    match &indicator.kind {
        IndicatorKind::Count { of: what } => wording.say("formula-count", &[("of", (&of(what)).into())]),
        IndicatorKind::Given { of: what } => wording.say("formula-given", &[("of", (&of(what)).into())]),
        IndicatorKind::Share { numerator, denominator } => quotient("formula-share", numerator, denominator),
        IndicatorKind::Ratio { numerator, denominator } => quotient("formula-ratio", numerator, denominator),
        IndicatorKind::Mean { numerator, denominator } => quotient("formula-mean", numerator, denominator),
        IndicatorKind::Rate { numerator, denominator, per } => wording.say(
            "formula-rate",
            &[
                ("numerator", (&of(numerator)).into()),
                ("denominator", (&of(denominator)).into()),
                ("per", (&wording.count(*per as usize)).into()),
            ],
        ),
        IndicatorKind::Dissimilarity { group, reference, across } => {
            let level = desk.catalogue.levels.iter().find(|level| level.name == *across);
            let areas = level.map_or(across.as_str(), |level| wording.text(&level.plural));
            wording.say(
                "formula-dissimilarity",
                &[("group", (&of(group)).into()), ("reference", (&of(reference)).into()), ("areas", areas.into())],
            )
        }
        IndicatorKind::Diversity { of: what, by } => {
            let variable = desk.wording.breakdown(std::slice::from_ref(by));
            wording.say("formula-diversity", &[("of", (&of(what)).into()), ("variable", (&variable).into())])
        }
    }
}

/// The name of a kind.
pub(super) fn kind(indicator: &Indicator) -> &'static str {
    match indicator.kind {
        IndicatorKind::Count { .. } => "kind-count",
        IndicatorKind::Share { .. } => "kind-share",
        IndicatorKind::Rate { .. } => "kind-rate",
        IndicatorKind::Ratio { .. } => "kind-ratio",
        IndicatorKind::Mean { .. } => "kind-mean",
        IndicatorKind::Dissimilarity { .. } => "kind-dissimilarity",
        IndicatorKind::Diversity { .. } => "kind-diversity",
        IndicatorKind::Given { .. } => "kind-given",
    }
}

pub(super) fn perspective(perspective: Perspective) -> &'static str {
    match perspective {
        Perspective::Strength => "perspective-strength",
        Perspective::Deficit => "perspective-deficit",
        Perspective::Context => "perspective-context",
    }
}

pub(super) fn polarity(polarity: Polarity) -> &'static str {
    match polarity {
        Polarity::HigherBetter => "polarity-higher",
        Polarity::LowerBetter => "polarity-lower",
        Polarity::None => "polarity-none",
    }
}

pub(super) fn steering(steering: Steering) -> &'static str {
    match steering {
        Steering::Own => "steering-own",
        Steering::Shared => "steering-shared",
        Steering::None => "steering-none",
    }
}

/// A source with provider, legal basis, method, licence, deliveries and protection.
pub(super) fn source(desk: &Desk<'_>, source: &Source) -> Block {
    let text = |text| desk.wording.text(text);
    let mut terms = vec![
        desk.term("source-provider", text(&source.provider)),
        desk.term("source-legal-basis", text(&source.legal_basis)),
        desk.term("source-method", text(&source.method)),
        desk.term("source-periodicity", text(&source.periodicity)),
    ];
    if let Some(licence) = &source.licence {
        terms.push(desk.term("source-licence", licence));
    }
    if let Some(named) = named(source) {
        terms.push((desk.say("source-attribution"), named));
    }
    terms.push((desk.say("source-protection"), protection::summary(desk, source)));
    let deliveries = deliveries(desk, source);
    if !deliveries.is_empty() {
        terms.push(desk.term("source-deliveries", deliveries.join("; ")));
    }
    Block::Section {
        id: format!("source-{}", source.name),
        heading: text(&source.title).to_owned(),
        blocks: vec![Block::Terms(terms)],
    }
}

/// How a source wants to be named, as a link where it has an address.
fn named(source: &Source) -> Option<Text> {
    match (&source.attribution, &source.address) {
        (Some(text), Some(address)) => Some(vec![Span::Link(link(text, address))]),
        (None, Some(address)) => Some(vec![Span::Link(link(address, address))]),
        (Some(text), None) => Some(plain(text)),
        (None, None) => None,
    }
}

/// The deliveries of a source: when received, for which periods.
fn deliveries(desk: &Desk<'_>, source: &Source) -> Vec<String> {
    let notes = desk.measures.deliveries.iter().filter(|note| note.source == source.name);
    notes.map(|note| format!("{}: {}", desk.wording.date(&note.received), span(desk, source.periods, note))).collect()
}

/// The periods of a delivery: "2000 bis 2012".
pub(super) fn span(desk: &Desk<'_>, kind: PeriodKind, note: &release::DeliveryNote) -> String {
    let (first, last) = (desk.wording.period_short(kind, note.first), desk.wording.period_short(kind, note.last));
    if first == last {
        first
    } else {
        desk.wording.say("period-span", &[("first", (&first).into()), ("last", (&last).into())])
    }
}
