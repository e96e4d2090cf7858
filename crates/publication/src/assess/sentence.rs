//! Assessments as sentences. No rank, no jargon: "clearly" is said where the verdict is, and why where there is none.

use ::words::Arg;
use catalogue::{
    Period,
    model::{Group, Indicator, IndicatorKind, Target, TargetState, Wanted, WarningAnswer},
    names::AreaCode,
};
use statistics::{Arrival, Cause, Gap, Interval, Outcome, Reason, Side, Status};

use super::{Answer, Because, Converging, EarlyWarning, Question, Rule, Standing, Trend, Verdict};
use crate::wording::Wording;

/// Whether a sentence stands alone or on the page of its indicator and area.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Told {
    /// It names indicator and area.
    Alone,
    /// The page has named them.
    OnPage,
}

/// A comparison, its size, and how clear it is.
pub fn sentence(words: &Wording<'_>, told: Told, verdict: &Verdict) -> String {
    let Some(indicator) = words.catalogue.indicator(&verdict.indicator) else { return String::new() };
    let kind = words.period_kind(indicator);
    let (key, group, other, from, to) = match &verdict.question {
        Question::GroupAndWhole { group, period } => ("assess-group-and-whole", group, None, *period, *period),
        Question::Groups { one, other, period } => ("assess-groups", one, Some(other), *period, *period),
        Question::AreaAndWhole { group, period } => ("assess-area-and-whole", group, None, *period, *period),
        Question::SincePrevious { group, from, to } | Question::SinceBase { group, from, to } => {
            ("assess-change", group, None, *from, *to)
        }
    };
    let direction = match verdict.difference {
        None => "none",
        Some(difference) if !words.differs(indicator, difference) => "same",
        Some(difference) if difference > 0.0 => "above",
        Some(_) => "below",
    };
    let comparison = words.say(
        key,
        &[
            ("one", (&name(words, group)).into()),
            ("other", (&name(words, other.unwrap_or(&Group::new()))).into()),
            ("whole", words.text(&words.catalogue.monitoring.name).into()),
            ("from", (&words.period_short(kind, from)).into()),
            ("to", (&words.period_short(kind, to)).into()),
            ("direction", direction.into()),
            ("difference", (&words.distance(indicator, verdict.difference.unwrap_or(0.0).abs())).into()),
        ],
    );
    let clear = clarity(words, indicator, verdict);
    let said = words.say("assess-sentence", &[("comparison", (&comparison).into()), ("clear", (&clear).into())]);
    let when = (from == to).then(|| words.period_short(kind, to));
    placed(words, told, indicator, &verdict.area, when, said)
}

/// How clear a comparison is, with its range, or why nothing can be said.
pub fn clarity(words: &Wording<'_>, indicator: &Indicator, verdict: &Verdict) -> String {
    let reason = match verdict.answer {
        Answer::CannotBeJudged(reason) => self::reason(reason),
        _ => "none",
    };
    let span = verdict.interval.map_or_else(String::new, |interval| span(words, indicator, interval));
    words.say(
        "assess-clear",
        &[("clear", answer(verdict.answer).into()), ("reason", reason.into()), ("span", (&span).into())],
    )
}

/// The word of an answer in the words: `answer-…`.
pub fn answer(answer: Answer) -> &'static str {
    match answer {
        Answer::Different => "different",
        Answer::NotClearlyDifferent => "not-clearly-different",
        Answer::CannotBeJudged(_) => "cannot-be-judged",
    }
}

/// What a series does.
pub fn trend_sentence(words: &Wording<'_>, told: Told, trend: &Trend) -> String {
    let Some(indicator) = words.catalogue.indicator(&trend.indicator) else { return String::new() };
    let kind = words.period_kind(indicator);
    let outcome = match &trend.found {
        Err(_) => "cannot-be-judged",
        Ok(found) => outcome(found.outcome),
    };
    let short = |period: Option<Period>| period.map_or_else(String::new, |period| words.period_short(kind, period));
    let per_year = trend.found.as_ref().ok().and_then(|found| found.per_year);
    let turn = trend.found.as_ref().ok().and_then(|found| found.turn);
    let said = words.say(
        "assess-trend",
        &[
            ("outcome", outcome.into()),
            ("from", (&short(trend.span.map(|(first, _)| first))).into()),
            ("to", (&short(trend.span.map(|(_, last)| last))).into()),
            ("per-year", (&per_year.map_or_else(String::new, |rate| finer(words, indicator, rate.value.abs()))).into()),
            ("turn", (&turn.map_or_else(String::new, year)).into()),
        ],
    );
    placed(words, told, indicator, &trend.area, group_named(words, &trend.group), said)
}

/// Whether groups come closer, why, and whether that is good news.
pub fn convergence_sentence(words: &Wording<'_>, told: Told, converging: &Converging) -> String {
    let Some(indicator) = words.catalogue.indicator(&converging.indicator) else { return String::new() };
    let (one, other) = (name(words, &converging.one), name(words, &converging.other));
    let (gap, cause, first_is_higher) = match &converging.found {
        Err(_) => ("cannot-be-judged", "unclear", true),
        Ok(found) => (self::gap(found.gap), self::cause(found.cause), found.first_is_higher),
    };
    let (higher, lower) = if first_is_higher { (&one, &other) } else { (&other, &one) };
    let good = match converging.good {
        Some(true) => "yes",
        Some(false) => "no",
        None => "open",
    };
    let gap = words.say("assess-gap", &[("one", (&one).into()), ("other", (&other).into()), ("gap", gap.into())]);
    let said = match converging.found.as_ref().map(|found| found.gap) {
        Ok(Gap::Closing | Gap::Widening | Gap::Crossed) => {
            let cause = words.say(
                "assess-cause",
                &[("cause", cause.into()), ("higher", higher.into()), ("lower", lower.into()), ("good", good.into())],
            );
            format!("{gap} {cause}")
        }
        _ => gap,
    };
    placed(words, told, indicator, &converging.area, None, said)
}

/// Where a figure stands that has a target in force.
pub fn standing_sentence(words: &Wording<'_>, told: Told, standing: &Standing) -> String {
    let target = words.catalogue.goals.target(&standing.target);
    let Some((target, indicator)) = target.and_then(|t| Some((t, words.catalogue.indicator(&t.indicator)?))) else {
        return String::new();
    };
    let kind = words.period_kind(indicator);
    let distance = |of: Option<f64>| of.map_or_else(String::new, |of| words.distance(indicator, of.abs()));
    let value = |value: f64| match target.wanted {
        Wanted::Gap { .. } => words.say("assess-gap-value", &[("value", (&words.distance(indicator, value)).into())]),
        _ => words.value(indicator, value),
    };
    let reason = match standing.status {
        Status::CannotBeJudged(reason) => self::reason(reason),
        _ => "none",
    };
    let said = words.say(
        "assess-standing",
        &[
            ("status", status(standing.status).into()),
            ("reason", reason.into()),
            ("sure", if standing.sure { "yes" } else { "no" }.into()),
            ("period", (&standing.period.map_or_else(String::new, |at| words.period_short(kind, at))).into()),
            ("by", (&words.period_short(kind, target.by)).into()),
            ("value", (&standing.value.map_or_else(String::new, value)).into()),
            ("to-goal", (&distance(standing.distance.map(|distance| distance.to_goal))).into()),
            ("to-path", (&distance(standing.distance.map(|distance| distance.to_path))).into()),
        ],
    );
    let said = match standing.arrival {
        None | Some(Arrival::Reached) => said,
        Some(arrival) => format!("{said} {}", self::arrival(words, arrival)),
    };
    let about = match &target.wanted {
        Wanted::Gap { versus, .. } => {
            let (one, other) = (name(words, &target.group), name(words, versus));
            Some(words.say("assess-versus", &[("one", (&one).into()), ("other", (&other).into())]))
        }
        _ => group_named(words, &target.group),
    };
    placed(words, told, indicator, &target.area, about, said)
}

fn arrival(words: &Wording<'_>, arrival: Arrival) -> String {
    let (key, years) = match arrival {
        Arrival::In(when) => ("in", [when.value, when.interval.lower, when.interval.upper]),
        Arrival::MovesAway => ("moves-away", [0.0; 3]),
        Arrival::TooFar => ("too-far", [0.0; 3]),
        Arrival::NotClear | Arrival::Reached => ("not-clear", [0.0; 3]),
    };
    let [year, earliest, latest] = years.map(|when| year(when.ceil()));
    words.say(
        "assess-arrival",
        &[
            ("arrival", key.into()),
            ("year", (&year).into()),
            ("earliest", (&earliest).into()),
            ("latest", (&latest).into()),
        ],
    )
}

/// Whether a target holds, and who agreed it. Without a target, that none is agreed.
pub fn target_sentence(words: &Wording<'_>, target: Option<&Target>) -> String {
    let Some(target) = target else { return words.say("assess-no-target", &[]) };
    let state = match target.state() {
        TargetState::Proposed => "proposed",
        TargetState::InForce => "in-force",
        TargetState::Superseded => "superseded",
    };
    let by = (words.text(&target.agreed_by), words.text(&target.decision));
    words.say("assess-target", &[("state", state.into()), ("agreed-by", by.0.into()), ("decision", by.1.into())])
}

/// An early warning.
pub fn warning_sentence(words: &Wording<'_>, told: Told, warning: &EarlyWarning) -> String {
    let Some(indicator) = words.catalogue.indicator(&warning.indicator) else { return String::new() };
    let kind = words.period_kind(indicator);
    let (a, b, changes, since) = match &warning.because {
        Because::Beyond { threshold, value, .. } => {
            (words.value(indicator, *value), words.value(indicator, *threshold), 0, None)
        }
        Because::Run { changes, since, difference } => {
            (words.distance(indicator, difference.abs()), String::new(), *changes, Some(*since))
        }
        Because::Jump { change, usual } => {
            (words.difference(indicator, *change), words.difference(indicator, *usual), 0, None)
        }
        Because::Overdue { newest } => (newest.to_string(), String::new(), 0, None),
    };
    let rule = match warning.rule {
        Rule::Alarm => "alarm",
        Rule::Threshold => "threshold",
        Rule::AdverseRun => "adverse-run",
        Rule::Widening => "widening",
        Rule::Jump => "jump",
        Rule::Overdue => "overdue",
    };
    let said = words.say(
        "assess-warning",
        &[
            ("rule", rule.into()),
            ("other", (&name(words, warning.versus.as_ref().unwrap_or(&Group::new()))).into()),
            ("period", (&words.period_short(kind, warning.period)).into()),
            ("since", (&since.map_or_else(String::new, |since| words.period_short(kind, since))).into()),
            ("changes", Arg::from(changes)),
            ("value", (&a).into()),
            ("limit", (&b).into()),
        ],
    );
    placed(words, told, indicator, &warning.area, group_named(words, &warning.group), said)
}

/// What an office has said about a warning, and when.
pub fn answer_sentence(words: &Wording<'_>, answer: &WarningAnswer) -> String {
    let on = words.date(&answer.on.to_string());
    let (by, reason) = (words.text(&answer.by), words.text(&answer.reason));
    words.say("warning-answer", &[("by", by.into()), ("on", (&on).into()), ("reason", reason.into())])
}

/// A sentence after what it is about: indicator and area if it stands alone, then the group or period.
fn placed(
    words: &Wording<'_>,
    told: Told,
    indicator: &Indicator,
    area: &AreaCode,
    about: Option<String>,
    sentence: String,
) -> String {
    let named = words.catalogue.area(area).map_or(area.as_str(), |area| &area.name);
    let parts = match told {
        Told::Alone => vec![words.text(&indicator.title).to_owned(), named.to_owned()],
        Told::OnPage => Vec::new(),
    };
    let parts: Vec<String> = parts.into_iter().chain(about).collect();
    if parts.is_empty() {
        return sentence;
    }
    words.say("assess-placed", &[("where", (&parts.join(", ")).into()), ("sentence", (&sentence).into())])
}

/// A group in quotation marks, unless it is everyone.
fn group_named(words: &Wording<'_>, group: &Group) -> Option<String> {
    (!group.is_empty()).then(|| name(words, group))
}

/// A group in quotation marks; everyone by name.
fn name(words: &Wording<'_>, group: &Group) -> String {
    if group.is_empty() {
        return words.say("assess-everyone", &[]);
    }
    words.say("quoted", &[("text", (&words.group(group, &[])).into())])
}

/// Both ends of an interval of a difference, with the unit once.
fn span(words: &Wording<'_>, indicator: &Indicator, interval: Interval) -> String {
    let low = ::words::signed(words.language(), interval.lower, indicator.decimals);
    let high = words.difference(indicator, interval.upper);
    words.say("range", &[("low", (&low).into()), ("high", (&high).into())])
}

/// A change per year, with one decimal more than the figures; whole people stay whole.
fn finer(words: &Wording<'_>, indicator: &Indicator, value: f64) -> String {
    let counted = matches!(indicator.kind, IndicatorKind::Count { .. });
    let decimals = if counted { indicator.decimals } else { indicator.decimals.saturating_add(1) };
    let finer = Indicator { decimals, ..indicator.clone() };
    words.distance(&finer, value)
}

/// A year, without signs for thousands.
fn year(time: f64) -> String {
    format!("{}", time.floor())
}

fn reason(reason: Reason) -> &'static str {
    match reason {
        Reason::Withheld => "withheld",
        Reason::Missing => "missing",
        Reason::TooFew => "too-few",
        Reason::Break => "break",
        Reason::NoModel => "no-model",
        Reason::Numbers(_) => "numbers",
    }
}

fn outcome(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Rising => "rising",
        Outcome::Falling => "falling",
        Outcome::RisingThenFalling => "rising-then-falling",
        Outcome::FallingThenRising => "falling-then-rising",
        Outcome::Steady => "steady",
        Outcome::Fluctuating => "fluctuating",
        Outcome::NoClearDirection => "no-clear-direction",
        Outcome::TooShort => "too-short",
        Outcome::Broken => "broken",
    }
}

fn gap(gap: Gap) -> &'static str {
    match gap {
        Gap::Closing => "closing",
        Gap::Widening => "widening",
        Gap::Crossed => "crossed",
        Gap::NoClearChange => "no-clear-change",
        Gap::TooShort => "too-short",
    }
}

fn cause(cause: Cause) -> &'static str {
    match cause {
        Cause::BothRise => "both-rise",
        Cause::BothFall => "both-fall",
        Cause::OneRises(Side::Higher) => "higher-rises",
        Cause::OneRises(Side::Lower) => "lower-rises",
        Cause::OneFalls(Side::Higher) => "higher-falls",
        Cause::OneFalls(Side::Lower) => "lower-falls",
        Cause::Towards => "towards",
        Cause::Apart => "apart",
        Cause::Unclear => "unclear",
    }
}

/// The word of a status in the words: `status-…`.
pub fn status(status: Status) -> &'static str {
    match status {
        Status::CannotBeJudged(_) => "cannot-be-judged",
        Status::Alarm => "alarm",
        Status::Warning => "warning",
        Status::Reached => "reached",
        Status::Missed => "missed",
        Status::OnPath => "on-path",
        Status::OffPath => "off-path",
    }
}
