//! Groups compared: with the whole population, and two groups with each other in both directions. Never ranked.

use std::collections::BTreeSet;

use catalogue::{
    Period,
    model::{Group, Indicator},
    names::VariableName,
};
use statistics::{Gap, Interval};

use super::{
    Desk,
    changes::answer_said,
    definitions, link,
    parts::{Signs, difference, numbers, point, words},
    plain,
    series::capital,
};
use crate::{
    assess::{Converging, Question, Told, Verdict, clarity, convergence_sentence},
    measure::{Figure, adds_up, groups_by},
    page::{Bar, Block, Cell, Chart, Drawing, Look, Row, Span, Table},
};

pub(super) fn section(desk: &Desk<'_>, indicator: &Indicator) -> Option<Block> {
    let (crossed, told): (Vec<&Vec<VariableName>>, Vec<_>) =
        indicator.breakdowns.iter().partition(|breakdown| desk.catalogue.crossed(breakdown).is_some());
    let mut blocks: Vec<Block> =
        told.into_iter().filter_map(|breakdown| compared(desk, indicator, breakdown)).collect();
    if !crossed.is_empty() && definitions::crossings(desk.catalogue).any(|own| own.indicator.name == indicator.name) {
        blocks.push(Block::Paragraph(vec![Span::Link(link(desk.say("definitions-page"), "definitions"))]));
    }
    let reasons = reasons(desk, indicator);
    if blocks.is_empty() {
        return reasons;
    }
    blocks.extend(reasons);
    Some(desk.section("groups", blocks))
}

/// One breakdown in the latest period in which any of its groups has a number.
fn compared(desk: &Desk<'_>, indicator: &Indicator, breakdown: &[VariableName]) -> Option<Block> {
    let groups = groups_by(desk.catalogue, breakdown);
    let period = latest(desk, indicator, &groups)?;
    let mut sentences = gaps(desk, indicator, breakdown, &groups, period);
    sentences.extend(converging(desk, indicator, &groups));
    let blocks = vec![
        Block::Chart(chart(desk, indicator, breakdown, &groups, period)),
        Block::List { ordered: false, items: sentences.into_iter().map(plain).collect() },
    ];
    let names: Vec<&str> = breakdown.iter().map(VariableName::as_str).collect();
    Some(Block::Section {
        id: format!("groups-{}", names.join("-")),
        heading: desk.wording.breakdown(breakdown),
        blocks: blocks
            .into_iter()
            .filter(|block| !matches!(block, Block::List { items, .. } if items.is_empty()))
            .collect(),
    })
}

fn latest(desk: &Desk<'_>, indicator: &Indicator, groups: &[Group]) -> Option<Period> {
    let whole = &desk.catalogue.whole().code;
    let found = |group| desk.measures.latest(&indicator.name, whole, group);
    let numbers = groups.iter().filter_map(found).filter(|(_, figure)| figure.value().is_some());
    numbers.map(|(period, _)| period).max().or_else(|| groups.iter().filter_map(found).map(|(period, _)| period).max())
}

fn chart(
    desk: &Desk<'_>,
    indicator: &Indicator,
    breakdown: &[VariableName],
    groups: &[Group],
    period: Period,
) -> Chart {
    let (wording, area) = (&desk.wording, desk.catalogue.whole());
    let figure = |group: &Group| desk.measures.figure(&indicator.name, &area.code, period, group);
    let everyone = Group::new();
    let whole = wording.group(&everyone, breakdown);
    let bars = groups.iter().map(|group| Bar {
        name: wording.group(group, breakdown),
        point: point(wording, indicator, figure(group)),
        range: interval(desk, indicator, group, period).map(|one| (one.lower, one.upper)),
    });
    let reference = figure(&everyone)
        .and_then(Figure::value)
        .filter(|_| !adds_up(indicator))
        .map(|value| (format!("{whole} {}", wording.value(indicator, value)), value));
    let drawing = Drawing::Bars {
        unit: wording.unit(indicator).to_owned(),
        decimals: indicator.decimals,
        bars: bars.collect(),
        reference,
    };
    let label = wording.period(wording.period_kind(indicator), period);
    let title = wording.say(
        "groups-title",
        &[
            ("title", wording.text(&indicator.title).into()),
            ("breakdown", (&wording.breakdown(breakdown)).into()),
            ("area", (&area.name).into()),
            ("period", (&label).into()),
        ],
    );
    let said = std::iter::once(&everyone).chain(groups).filter_map(|group| {
        let figure = figure(group)?;
        Some(format!("{} {}", wording.group(group, breakdown), wording.said(indicator, Some(figure))))
    });
    let says = format!("{}: {}.", capital(&label), said.collect::<Vec<_>>().join("; "));
    let table = table(desk, indicator, breakdown, groups, period, &title);
    Chart::new(title, drawing, says, table)
}

/// Each group with its numbers and its distance from the whole; counts with their share of the whole instead.
fn table(
    desk: &Desk<'_>,
    indicator: &Indicator,
    breakdown: &[VariableName],
    groups: &[Group],
    period: Period,
    title: &str,
) -> Table {
    let (wording, area) = (&desk.wording, &desk.catalogue.whole().code);
    let everyone = Group::new();
    let mut signs = Signs::default();
    let figure = |group: &Group| desk.measures.figure(&indicator.name, area, period, group);
    let behind =
        groups.iter().chain([&everyone]).any(|group| figure(group).is_some_and(|one| one.denominator.is_some()));
    let mut heads = vec![words(wording.breakdown(breakdown)), numbers(value_head(desk, indicator))];
    if behind {
        heads.push(numbers(desk.say("head-numerator")));
        heads.push(numbers(desk.say("head-denominator")));
    }
    heads.push(numbers(desk.say(if adds_up(indicator) { "head-share" } else { "head-gap" })));
    let judged = !adds_up(indicator);
    if judged {
        heads.push(words(desk.say("head-range")));
        heads.push(words(desk.say("head-verdict")));
    }
    let rows = std::iter::once(&everyone).chain(groups).map(|group| {
        let own = figure(group);
        let mut cells = vec![signs.figure(wording, indicator, own)];
        if behind {
            cells.push(signs.number(wording, own, own.and_then(|own| own.numerator)));
            cells.push(signs.number(wording, own, own.and_then(|own| own.denominator)));
        }
        cells.push(if group.is_empty() {
            Cell::Text(plain(""))
        } else if adds_up(indicator) {
            match desk.measures.share_of_whole(indicator, area, period, group) {
                Some(share) => Cell::Number { shown: wording.per_cent(share), look: Look::Value, value: Some(share) },
                None => difference(wording, indicator, None),
            }
        } else {
            let gap = desk.measures.gap(indicator, area, period, group, &everyone);
            difference(wording, indicator, gap.map(|gap| (gap.difference, gap.reliable)))
        });
        if judged {
            let verdict = with_whole(desk, indicator, group, period);
            cells.push(Cell::Text(plain(range(desk, indicator, group, period))));
            cells.push(Cell::Text(plain(verdict.map_or_else(String::new, |one| answer_said(desk, one.answer)))));
        }
        Row { head: plain(wording.group(group, breakdown)), cells }
    });
    let rows = rows.collect();
    Table { caption: title.to_owned(), heads, rows, signs: signs.explained(desk) }
}

/// The head of a column of figures: "Wert (%)".
pub(super) fn value_head(desk: &Desk<'_>, indicator: &Indicator) -> String {
    desk.wording.say("head-value", &[("unit", desk.wording.unit(indicator).into())])
}

/// Gaps in words: two groups in both directions, and each against the whole.
fn gaps(
    desk: &Desk<'_>,
    indicator: &Indicator,
    breakdown: &[VariableName],
    groups: &[Group],
    period: Period,
) -> Vec<String> {
    let (wording, area) = (&desk.wording, &desk.catalogue.whole().code);
    let everyone = Group::new();
    let whole = wording.group(&everyone, breakdown);
    if adds_up(indicator) {
        let share = |group: &Group| {
            let share = desk.measures.share_of_whole(indicator, area, period, group)?;
            let (name, share) = (capital(&wording.group(group, breakdown)), wording.per_cent(share));
            Some(wording.say("share-sentence", &[("group", (&name).into()), ("share", (&share).into())]))
        };
        return groups.iter().filter_map(share).collect();
    }
    let sentence = |one: &Group, other: &Group, second: &str| {
        let gap = desk.measures.gap(indicator, area, period, one, other)?;
        let said = wording.gap(indicator, &gap, &capital(&wording.group(one, breakdown)), second);
        Some(match between(desk, indicator, one, other, period) {
            Some(verdict) => format!("{said} {}", clarity(wording, indicator, verdict)),
            None => said,
        })
    };
    let mut sentences = Vec::new();
    if let ([first, second], [_]) = (groups, breakdown) {
        sentences.extend(sentence(first, second, &wording.group(second, breakdown)));
        sentences.extend(sentence(second, first, &wording.group(first, breakdown)));
    }
    // Four groups can be read in a list; more are in the table.
    if groups.len() <= 4 {
        sentences.extend(groups.iter().filter_map(|group| sentence(group, &everyone, &whole)));
    }
    sentences
}

/// The interval of a figure, where it is the latest.
fn interval<'a>(desk: &Desk<'a>, indicator: &Indicator, group: &Group, period: Period) -> Option<&'a Interval> {
    let page = desk.assessments.page(&indicator.name, &desk.catalogue.whole().code)?;
    let latest = page.latest.iter().find(|one| one.group == *group && one.period == period)?;
    latest.interval.as_ref().ok()
}

fn range(desk: &Desk<'_>, indicator: &Indicator, group: &Group, period: Period) -> String {
    let found = interval(desk, indicator, group, period);
    found.map_or_else(String::new, |one| desk.wording.range(indicator, one.lower, one.upper))
}

/// What can be said of a group and everyone.
fn with_whole<'a>(desk: &Desk<'a>, indicator: &Indicator, of: &Group, when: Period) -> Option<&'a Verdict> {
    verdicts(desk, indicator).iter().find(
        |verdict| matches!(&verdict.question, Question::GroupAndWhole { group, period } if group == of && *period == when),
    )
}

/// What can be said of two groups, in the direction in which they were compared, or of a group and everyone.
fn between<'a>(
    desk: &Desk<'a>,
    indicator: &Indicator,
    first: &Group,
    second: &Group,
    when: Period,
) -> Option<&'a Verdict> {
    if second.is_empty() {
        return with_whole(desk, indicator, first, when);
    }
    verdicts(desk, indicator).iter().find(|verdict| {
        matches!(&verdict.question, Question::Groups { one, other, period }
            if one == first && other == second && *period == when)
    })
}

fn verdicts<'a>(desk: &Desk<'a>, indicator: &Indicator) -> &'a [Verdict] {
    let page = desk.assessments.page(&indicator.name, &desk.catalogue.whole().code);
    page.map_or(&[], |page| page.verdicts.as_slice())
}

/// Whether two of these groups come closer.
fn converging(desk: &Desk<'_>, indicator: &Indicator, groups: &[Group]) -> Vec<String> {
    let page = desk.assessments.page(&indicator.name, &desk.catalogue.whole().code);
    let all = page.map_or(&[][..], |page| page.convergences.as_slice());
    // Of crossed groups there are too many pairs for a list; that a series is too short is said of its development.
    let judged =
        |one: &Converging| one.one.len() == 1 && one.found.as_ref().is_ok_and(|found| found.gap != Gap::TooShort);
    let here = all.iter().filter(|one| groups.contains(&one.one) && groups.contains(&one.other) && judged(one));
    here.map(|one| convergence_sentence(&desk.wording, Told::OnPage, one)).collect()
}

/// By what people are distinguished here, why, and what it means.
fn reasons(desk: &Desk<'_>, indicator: &Indicator) -> Option<Block> {
    let mut names: BTreeSet<&VariableName> = indicator.breakdowns.iter().flatten().collect();
    names.extend(indicator.quantities().into_iter().flat_map(|quantity| quantity.of.keys()));
    let terms: Vec<_> = names
        .into_iter()
        .filter_map(|name| desk.catalogue.variables.get(name))
        .map(|variable| {
            let said = format!("{} {}", desk.wording.text(&variable.reason), desk.wording.text(&variable.definition));
            (desk.wording.text(&variable.title).to_owned(), plain(said))
        })
        .collect();
    (!terms.is_empty()).then(|| desk.section("variables", vec![Block::Terms(terms)]))
}
