//! Areas: a map of the most detailed level with outlines, a table for each level, the municipality against its parts.

use catalogue::{
    Period,
    model::{Area, AreaLevel, Group, Indicator, Outlines},
};

use super::{
    Desk,
    groups::value_head,
    parts::{Signs, difference, numbers, words},
    plain,
};
use crate::{
    measure::{Figure, adds_up, change},
    page::{Block, Chart, Drawing, Look, MapArea, NoteKind, Row, Span, Table},
    wording::look,
};

pub(super) fn section(desk: &Desk<'_>, indicator: &Indicator) -> Option<Block> {
    // The first level is the municipality itself.
    let levels =
        desk.catalogue.levels.iter().skip(1).filter(|level| level.published && indicator.levels.contains(&level.name));
    let levels: Vec<(&AreaLevel, Period)> =
        levels.filter_map(|level| Some((level, latest(desk, indicator, level)?))).collect();
    let mapped = levels.iter().rposition(|(level, _)| has_outlines(desk, level));
    let mut blocks = Vec::new();
    for (place, (level, period)) in levels.iter().enumerate().rev() {
        if let Some(sentence) = parts(desk, indicator, level, *period) {
            blocks.push(Block::Paragraph(plain(sentence)));
        }
        let table = table(desk, indicator, level, *period);
        if Some(place) == mapped && !table.rows.is_empty() {
            blocks.push(Block::Chart(chart(desk, indicator, level, *period, table)));
            if adds_up(indicator) {
                blocks.push(Block::Note { kind: NoteKind::Information, text: plain(desk.say("map-counts")) });
            }
        } else if !table.rows.is_empty() {
            blocks.push(Block::Table(table));
        }
    }
    let residue = levels.iter().flat_map(|(level, _)| desk.catalogue.areas_of(&level.name)).find(|area| area.residue);
    if let Some(area) = residue.filter(|_| !blocks.is_empty()) {
        let text = desk.wording.say("residue-note", &[("area", (&area.name).into())]);
        blocks.push(Block::Note { kind: NoteKind::Information, text: plain(text) });
    }
    (!blocks.is_empty()).then(|| desk.section("areas", blocks))
}

/// Areas of a level that may be compared, as far as they exist in a period.
fn compared<'a>(desk: &Desk<'a>, level: &'a AreaLevel, period: Period) -> impl Iterator<Item = &'a Area> {
    desk.catalogue.areas_of(&level.name).filter(move |area| {
        !area.residue
            && area.valid_from.is_none_or(|from| from.year() <= period.year())
            && area.valid_to.is_none_or(|to| period.year() <= to.year())
    })
}

/// The latest period in which any area of a level has a number, else any sign.
fn latest(desk: &Desk<'_>, indicator: &Indicator, level: &AreaLevel) -> Option<Period> {
    let everyone = Group::new();
    let areas = desk.catalogue.areas_of(&level.name).filter(|area| !area.residue);
    let latest: Vec<(Period, bool)> = areas
        .filter_map(|area| desk.measures.latest(&indicator.name, &area.code, &everyone))
        .map(|(period, figure)| (period, figure.value().is_some()))
        .collect();
    let numbers = latest.iter().filter(|(_, number)| *number).map(|(period, _)| *period).max();
    numbers.or_else(|| latest.iter().map(|(period, _)| *period).max())
}

fn has_outlines(desk: &Desk<'_>, level: &AreaLevel) -> bool {
    let known =
        |name| desk.catalogue.areas_of(name).any(|area| desk.catalogue.boundaries.polygons.contains_key(&area.code));
    match &level.outlines {
        Outlines::None => false,
        Outlines::File { .. } => known(&level.name),
        Outlines::UnionOf(children) => known(children) || known(&level.name),
    }
}

/// "Von 25 Stadtbezirken liegen …", without saying which.
fn parts(desk: &Desk<'_>, indicator: &Indicator, level: &AreaLevel, period: Period) -> Option<String> {
    if adds_up(indicator) {
        return None;
    }
    let wording = &desk.wording;
    let parts = desk.measures.parts(desk.catalogue, indicator, &level.name, period)?;
    let whole = desk.measures.figure(&indicator.name, &desk.catalogue.whole().code, period, &Group::new());
    let whole = whole.and_then(Figure::value);
    let label = wording.period(wording.period_kind(indicator), period);
    let mut text = wording.say(
        "parts-sentence",
        &[
            ("plural", wording.text(&level.plural).into()),
            ("period", (&label).into()),
            ("whole", (&desk.catalogue.whole().name).into()),
            ("value", (&whole.map_or_else(String::new, |value| wording.value(indicator, value))).into()),
            ("above", parts.above.into()),
            ("same", parts.same.into()),
            ("below", parts.below.into()),
            ("range", (&wording.range(indicator, parts.low, parts.high)).into()),
        ],
    );
    if parts.left_out > 0 {
        text.push(' ');
        text.push_str(&wording.say("parts-left-out", &[("n", parts.left_out.into())]));
    }
    Some(text)
}

/// Areas in the order of their codes, with latest figure, base and change.
fn table(desk: &Desk<'_>, indicator: &Indicator, level: &AreaLevel, period: Period) -> Table {
    let (wording, everyone) = (&desk.wording, Group::new());
    let kind = wording.period_kind(indicator);
    let base = compared(desk, level, period)
        .filter_map(|area| desk.measures.comparable_base(indicator, &area.code, &everyone))
        .map(|(from, _)| from)
        .min()
        .filter(|from| *from < period);
    let mut heads = vec![words(wording.text(&level.title))];
    let value = value_head(desk, indicator);
    heads.push(numbers(format!("{}: {value}", wording.period_short(kind, period))));
    if let Some(base) = base {
        heads.push(numbers(format!("{}: {value}", wording.period_short(kind, base))));
        let unit = wording.unit_of_differences(indicator);
        heads.push(numbers(wording.say("head-change", &[("unit", (&unit).into())])));
    }
    let mut signs = Signs::default();
    let rows = std::iter::once(desk.catalogue.whole()).chain(compared(desk, level, period)).map(|area| {
        let figure = |period| desk.measures.figure(&indicator.name, &area.code, period, &everyone);
        let mut cells = vec![signs.figure(wording, indicator, figure(period))];
        if let Some(base) = base {
            cells.push(signs.figure(wording, indicator, figure(base)));
            let change =
                figure(base).zip(figure(period)).and_then(|(from, to)| change(indicator, (base, from), (period, to)));
            cells.push(difference(wording, indicator, change.map(|change| (change.difference, change.reliable))));
        }
        let head = if desk.has_page(area) { vec![Span::Link(desk.area_link(area))] } else { plain(&area.name) };
        Row { head, cells }
    });
    let rows: Vec<Row> = rows.collect();
    Table { caption: title(desk, indicator, level, period), heads, rows, signs: signs.explained(desk) }
}

fn title(desk: &Desk<'_>, indicator: &Indicator, level: &AreaLevel, period: Period) -> String {
    let wording = &desk.wording;
    let label = wording.period(wording.period_kind(indicator), period);
    wording.say(
        "areas-title",
        &[
            ("title", wording.text(&indicator.title).into()),
            ("plural", wording.text(&level.plural).into()),
            ("period", (&label).into()),
        ],
    )
}

fn chart(desk: &Desk<'_>, indicator: &Indicator, level: &AreaLevel, period: Period, table: Table) -> Chart {
    let (wording, everyone) = (&desk.wording, Group::new());
    let figure = |area: &Area| desk.measures.figure(&indicator.name, &area.code, period, &everyone);
    let reliable: Vec<f64> = compared(desk, level, period).filter_map(|area| figure(area)?.reliable()).collect();
    let limits = limits(&reliable, indicator.decimals);
    let areas: Vec<MapArea> = compared(desk, level, period)
        .map(|area| {
            let figure = figure(area);
            let number = figure.filter(|_| look(figure) != Look::Nothing).and_then(Figure::value);
            MapArea {
                code: area.code.clone(),
                name: area.name.clone(),
                class: number.and_then(|value| class(&limits, value)),
                shown: match figure.and_then(Figure::value) {
                    Some(_) if look(figure) == Look::Value => wording.said(indicator, figure),
                    _ => wording.shown(indicator, figure),
                },
                look: look(figure),
            }
        })
        .collect();
    let without = areas.iter().filter(|area| area.class.is_none()).count();
    let title = title(desk, indicator, level, period);
    let mut says = match (reliable.iter().copied().reduce(f64::min), reliable.iter().copied().reduce(f64::max)) {
        (Some(low), Some(high)) => wording.say(
            "map-says",
            &[
                ("plural", wording.text(&level.plural).into()),
                ("n", areas.len().into()),
                ("range", (&wording.range(indicator, low, high)).into()),
            ],
        ),
        _ => wording.say("map-says-nothing", &[("plural", wording.text(&level.plural).into())]),
    };
    if without > 0 && !reliable.is_empty() {
        says.push(' ');
        says.push_str(&wording.say("map-without", &[("n", without.into())]));
    }
    let classes = classes(desk, indicator, &limits);
    Chart::new(title, Drawing::Map { level: level.name.clone(), classes, areas }, says, table)
}

/// Limits of classes of equal width: round numbers, at most seven classes. A single limit is a single class.
pub(super) fn limits(values: &[f64], decimals: u8) -> Vec<f64> {
    let (Some(low), Some(high)) = (values.iter().copied().reduce(f64::min), values.iter().copied().reduce(f64::max))
    else {
        return Vec::new();
    };
    // No class may be narrower than the last digit that is shown.
    let finest = 10_f64.powi(-i32::from(decimals));
    let wanted = ((high - low) / 5.0).max(finest);
    let power = 10_f64.powf(wanted.log10().floor());
    let steps = [1.0, 2.0, 5.0, 10.0, 20.0].map(|round| round * power);
    for step in steps.into_iter().filter(|step| *step >= wanted * (1.0 - 1e-9)) {
        let first = (low / step + 1e-9).floor();
        let last = (high / step + 1e-9).floor() + 1.0;
        if last - first <= 7.0 {
            // Multiplying, not adding up, keeps the limits round.
            return (first as i64..=last as i64).map(|n| n as f64 * step).collect();
        }
    }
    vec![low, high]
}

/// The class of a value between two limits, the lower included.
pub(super) fn class(limits: &[f64], value: f64) -> Option<usize> {
    let inside = limits.first().is_some_and(|low| *low <= value + 1e-9);
    let place = limits.windows(2).position(|pair| value + 1e-9 < pair[1])?;
    inside.then_some(place)
}

fn classes(desk: &Desk<'_>, indicator: &Indicator, limits: &[f64]) -> Vec<String> {
    let wording = &desk.wording;
    // Round limits need no decimals.
    let round = limits.iter().all(|limit| limit.fract() == 0.0);
    let indicator = Indicator { decimals: if round { 0 } else { indicator.decimals }, ..indicator.clone() };
    let name = |pair: &[f64]| {
        let (low, high) = (wording.plain(&indicator, pair[0]), wording.value(&indicator, pair[1]));
        wording.say("map-class", &[("low", (&low).into()), ("high", (&high).into())])
    };
    limits.windows(2).map(name).collect()
}
