//! The development over time: the whole population and the groups of the first simple breakdown.

use catalogue::{
    Period,
    model::{Break, Group, Indicator},
};
use statistics::Outcome;

use super::{
    Desk,
    parts::{Signs, numbers, point, words},
    plain,
};
use crate::{
    assess::{PAIRS_UP_TO, Told, Trend, trend_sentence},
    measure::{change, evenly, groups_by},
    page::{Block, Chart, Drawing, NoteKind, Row, Series, Table},
};

/// More lines than this in one chart cannot be told apart.
const MOST_LINES: usize = 6;

pub(super) fn section(desk: &Desk<'_>, indicator: &Indicator) -> Option<Block> {
    let breakdown = indicator.breakdowns.iter().find(|breakdown| breakdown.len() == 1);
    let breakdown = breakdown.map_or(&[][..], Vec::as_slice);
    let mut groups = vec![Group::new()];
    if !breakdown.is_empty() {
        groups.extend(groups_by(desk.catalogue, breakdown));
    }
    let whole = &desk.catalogue.whole().code;
    groups.retain(|group| !desk.measures.series(&indicator.name, whole, group).is_empty());
    let periods: Vec<Period> = groups
        .iter()
        .flat_map(|group| desk.measures.series(&indicator.name, whole, group))
        .map(|(period, _)| *period)
        .collect();
    let periods = evenly(periods);
    if periods.len() < 2 || groups.is_empty() {
        return None;
    }
    let mut blocks = vec![Block::Chart(chart(desk, indicator, breakdown, &groups, &periods))];
    blocks.extend(breaks(desk, indicator, &periods));
    blocks.extend(trends(desk, indicator, &groups));
    Some(desk.section("series", blocks))
}

/// What changed in what is measured, while these periods passed.
fn breaks(desk: &Desk<'_>, indicator: &Indicator, periods: &[Period]) -> Vec<Block> {
    let kind = desk.wording.period_kind(indicator);
    let within = indicator.breaks.iter().filter(|cut| broken_at(periods, cut).is_some());
    let note = |cut: &Break| {
        let from = desk.wording.period_short(kind, cut.period);
        let reason = desk.wording.text(&cut.reason);
        let text = desk.wording.say("break-sentence", &[("from", (&from).into()), ("reason", reason.into())]);
        Block::Note { kind: NoteKind::Break, text: plain(text) }
    };
    within.map(note).collect()
}

/// The place of the first period that was measured anew, if there is one before it.
fn broken_at(periods: &[Period], cut: &Break) -> Option<usize> {
    periods.iter().position(|period| *period >= cut.period).filter(|place| *place > 0)
}

/// What the series do; of everyone alone where there are more groups than a list can tell.
fn trends(desk: &Desk<'_>, indicator: &Indicator, groups: &[Group]) -> Option<Block> {
    let page = desk.assessments.page(&indicator.name, &desk.catalogue.whole().code)?;
    // That a series is too short is said once.
    let short = [Outcome::TooShort, Outcome::Broken];
    let judged = |trend: &&Trend| trend.found.as_ref().is_ok_and(|found| !short.contains(&found.outcome));
    let told = |group: &Group| groups.len() <= PAIRS_UP_TO + 1 && groups.contains(group);
    let trends = page.trends.iter().filter(|trend| trend.group.is_empty() || told(&trend.group) && judged(trend));
    let items: Vec<_> = trends.map(|trend| plain(trend_sentence(&desk.wording, Told::OnPage, trend))).collect();
    (!items.is_empty()).then_some(Block::List { ordered: false, items })
}

fn chart(
    desk: &Desk<'_>,
    indicator: &Indicator,
    breakdown: &[catalogue::names::VariableName],
    groups: &[Group],
    periods: &[Period],
) -> Chart {
    let (wording, whole) = (&desk.wording, desk.catalogue.whole());
    let figure = |period: Period, group: &Group| desk.measures.figure(&indicator.name, &whole.code, period, group);
    let kind = wording.period_kind(indicator);
    let names: Vec<String> = groups.iter().map(|group| wording.group(group, breakdown)).collect();
    let labels: Vec<String> = periods.iter().map(|period| wording.period_short(kind, *period)).collect();
    let drawn = groups.iter().zip(&names).take(MOST_LINES).map(|(group, name)| Series {
        name: name.clone(),
        points: periods.iter().map(|period| point(wording, indicator, figure(*period, group))).collect(),
    });
    let drawing = Drawing::Lines {
        unit: wording.unit(indicator).to_owned(),
        decimals: indicator.decimals,
        periods: labels.clone(),
        series: drawn.collect(),
        breaks: indicator.breaks.iter().filter_map(|cut| broken_at(periods, cut)).collect(),
    };
    let mut signs = Signs::default();
    // The latest period first: it is what most people look for.
    let rows = periods.iter().zip(&labels).rev().map(|(period, label)| Row {
        head: plain(label),
        cells: groups.iter().map(|group| signs.figure(wording, indicator, figure(*period, group))).collect(),
    });
    let rows: Vec<Row> = rows.collect();
    let heads = std::iter::once(words(desk.say("head-period"))).chain(names.iter().map(numbers)).collect();
    let title = wording.say(
        "series-title",
        &[
            ("title", wording.text(&indicator.title).into()),
            ("area", (&whole.name).into()),
            ("unit", wording.unit(indicator).into()),
        ],
    );
    let table = Table { caption: title.clone(), heads, rows, signs: signs.explained(desk) };
    Chart::new(title, drawing, says(desk, indicator, groups, &names), table)
}

/// First and latest figure and the change of each line: "insgesamt: 2012: 24,6 %; 2000: 22,6 %; …".
fn says(desk: &Desk<'_>, indicator: &Indicator, groups: &[Group], names: &[String]) -> String {
    let whole = &desk.catalogue.whole().code;
    let sentence = |(group, name): (&Group, &String)| {
        let last = desk.measures.latest(&indicator.name, whole, group)?;
        let text = match desk
            .measures
            .comparable_base(indicator, whole, group)
            .and_then(|base| Some((base, change(indicator, base, last)?)))
        {
            Some((base, change)) => desk.wording.change(indicator, &change, last.1, base.1),
            None => desk.wording.said(indicator, Some(last.1)) + ".",
        };
        Some(if names.len() == 1 { text } else { format!("{}: {text}", capital(name)) })
    };
    groups.iter().zip(names).filter_map(sentence).collect::<Vec<_>>().join(" ")
}

/// A sentence begins with a capital letter.
pub(super) fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
