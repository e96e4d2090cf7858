//! Criteria, proposals, reasons and decisions in words, for the page and for the form.

use catalogue::{
    model::{Decided, Effort, Indicator},
    names::IndicatorName,
};
use words::decimal;

use super::{Criterion, Examined, Met, Proposal, Reason};
use crate::wording::Wording;

/// The name of a criterion.
pub(crate) fn criterion(criterion: Criterion) -> &'static str {
    match criterion {
        Criterion::Moves => "review-criterion-moves",
        Criterion::Punctual => "review-criterion-punctual",
        Criterion::Own => "review-criterion-own",
        Criterion::Steerable => "review-criterion-steerable",
        Criterion::Used => "review-criterion-used",
        Criterion::Understood => "review-criterion-understood",
    }
}

/// Yes, no, or not known.
pub(crate) fn met(met: Met) -> &'static str {
    match met {
        Met::Yes => "review-yes",
        Met::No => "review-no",
        Met::Unknown => "review-unknown",
    }
}

/// What it costs to collect.
pub(crate) fn effort(effort: Effort) -> &'static str {
    match effort {
        Effort::Low => "review-effort-low",
        Effort::Medium => "review-effort-medium",
        Effort::High => "review-effort-high",
    }
}

/// A proposal.
pub(crate) fn proposal(wording: &Wording<'_>, proposal: &Proposal) -> String {
    match proposal {
        Proposal::Keep => what(wording, "keep", None),
        Proposal::Change => what(wording, "change", None),
        Proposal::Merge(into) => what(wording, "merge", Some(into)),
        Proposal::Retire => what(wording, "retire", None),
    }
}

/// What was decided.
pub(crate) fn decided(wording: &Wording<'_>, decided: &Decided) -> String {
    match decided {
        Decided::Add => what(wording, "add", None),
        Decided::Keep => what(wording, "keep", None),
        Decided::Change => what(wording, "change", None),
        Decided::Merge(into) => what(wording, "merge", Some(into)),
        Decided::Retire => what(wording, "retire", None),
    }
}

fn what(wording: &Wording<'_>, what: &str, into: Option<&IndicatorName>) -> String {
    let into = into.map_or("", |into| title(wording, into));
    wording.say("review-what", &[("what", what.into()), ("into", into.into())])
}

/// The title of an indicator.
pub(crate) fn title<'w>(wording: &Wording<'w>, name: &'w IndicatorName) -> &'w str {
    let indicator = wording.catalogue.indicator(name);
    indicator.map_or(name.as_str(), |indicator| indicator.title.get(wording.language()))
}

/// Why something is proposed, one sentence a reason; of which nothing speaks against keeping, that.
pub(crate) fn reasons(wording: &Wording<'_>, indicator: &Indicator, examined: &Examined) -> Vec<String> {
    if examined.reasons.is_empty() {
        return vec![wording.say("review-reason-none", &[("unknown", examined.unknown().into())])];
    }
    let presence = &examined.presence;
    let kind = wording.period_kind(indicator);
    let newest = presence.newest.map_or_else(String::new, |newest| wording.period_short(kind, newest));
    examined
        .reasons
        .iter()
        .map(|reason| match reason {
            Reason::NotUsed => wording.say("review-reason-not-used", &[]),
            Reason::DoesNotMove => wording.say("review-reason-does-not-move", &[]),
            Reason::Alike(other) => wording.say("review-reason-alike", &[("other", title(wording, other).into())]),
            Reason::NoFigures => wording.say("review-reason-no-figures", &[]),
            Reason::Incomplete => wording.say(
                "review-reason-incomplete",
                &[("present", presence.present.into()), ("expected", presence.expected.into())],
            ),
            Reason::Withheld => wording.say(
                "review-reason-withheld",
                &[("share", (&withheld(wording, presence.withheld, presence.figures)).into())],
            ),
            Reason::Late => wording.say("review-reason-late", &[("newest", (&newest).into())]),
            Reason::NotUnderstood => wording.say("review-reason-not-understood", &[]),
            Reason::Costly => wording.say("review-reason-costly", &[("met", examined.met().into())]),
            Reason::NoQuestion => wording.say("review-reason-no-question", &[]),
        })
        .collect()
}

/// A part of all figures, in per cent.
pub(crate) fn withheld(wording: &Wording<'_>, part: usize, all: usize) -> String {
    wording.per_cent(if all == 0 { 0.0 } else { 100.0 * part as f64 / all as f64 })
}

/// Hours or euro, with a decimal place only where there is something behind the point.
pub(crate) fn amount(wording: &Wording<'_>, amount: f64) -> String {
    let tenths = (amount * 10.0).round();
    decimal(wording.language(), tenths / 10.0, if tenths % 10.0 == 0.0 { 0 } else { 1 })
}
