//! The profile of an area for paper: its page, and for each indicator the development beside the municipality's.

use catalogue::{
    Period,
    model::{Area, Group, Indicator, IndicatorKind},
};

use super::{
    Desk, area,
    parts::{Signs, numbers, point, words},
    plain, protection,
    series::{broken_at, capital},
};
use crate::{
    measure::{Figure, change, evenly},
    page::{Block, Chart, Drawing, Page, Row, Series, Table},
};

pub(super) fn page(desk: &Desk<'_>, area: &Area) -> Page {
    let mut page = area::page(desk, area);
    for field in &desk.catalogue.fields {
        let own = format!("f-{}", field.name);
        let section = page.blocks.iter_mut().find_map(|block| match block {
            Block::Section { id, blocks, .. } if *id == own => Some(blocks),
            _ => None,
        });
        let Some(blocks) = section else { continue };
        blocks.extend(desk.catalogue.current_of(&field.name).filter_map(|one| development(desk, area, one)));
    }
    protection::say_once(desk, &mut page);
    page
}

/// The development of an indicator in the area and in the municipality, if there are two periods to compare.
fn development(desk: &Desk<'_>, area: &Area, indicator: &Indicator) -> Option<Block> {
    let (wording, everyone) = (&desk.wording, Group::new());
    let series = desk.measures.series(&indicator.name, &area.code, &everyone);
    let periods = evenly(series.iter().map(|(period, _)| *period).collect());
    if periods.len() < 2 {
        return None;
    }
    let whole = desk.catalogue.whole();
    // A count of a part and that of the whole are no comparison: the part would lie flat on the axis.
    let alone = area.code == whole.code || matches!(indicator.kind, IndicatorKind::Count { .. });
    let areas: Vec<&Area> = if alone { vec![area] } else { vec![area, whole] };
    let figure = |area: &Area, period: Period| desk.measures.figure(&indicator.name, &area.code, period, &everyone);
    let kind = wording.period_kind(indicator);
    let labels: Vec<String> = periods.iter().map(|period| wording.period_short(kind, *period)).collect();
    let drawing = Drawing::Lines {
        unit: wording.unit(indicator).to_owned(),
        decimals: indicator.decimals,
        periods: labels.clone(),
        breaks: indicator.breaks.iter().filter_map(|cut| broken_at(&periods, cut)).collect(),
        series: areas.iter().map(|area| line(desk, indicator, area, &periods, figure)).collect(),
    };
    let mut signs = Signs::default();
    let rows = periods.iter().zip(&labels).rev().map(|(period, label)| Row {
        head: plain(label),
        cells: areas.iter().map(|area| signs.figure(wording, indicator, figure(area, *period))).collect(),
    });
    let rows: Vec<Row> = rows.collect();
    let heads = std::iter::once(words(desk.say("head-period"))).chain(areas.iter().map(|area| numbers(&area.name)));
    let title = wording.say(
        "series-title",
        &[
            ("title", wording.text(&indicator.title).into()),
            ("area", (&area.name).into()),
            ("unit", wording.unit(indicator).into()),
        ],
    );
    let table = Table { caption: title.clone(), heads: heads.collect(), rows, signs: signs.explained(desk) };
    let says: Vec<String> = areas.iter().filter_map(|area| says(desk, indicator, area)).collect();
    let chart = Chart::new(title, drawing, says.join(" "), table);
    let question = indicator.question.as_ref().map(|question| Block::Paragraph(plain(wording.text(question))));
    Some(Block::Section {
        id: format!("i-{}", indicator.name),
        heading: wording.text(&indicator.title).to_owned(),
        blocks: question.into_iter().chain([Block::Chart(chart)]).collect(),
    })
}

fn line<'m>(
    desk: &Desk<'_>,
    indicator: &Indicator,
    area: &Area,
    periods: &[Period],
    figure: impl Fn(&Area, Period) -> Option<&'m Figure>,
) -> Series {
    let points = periods.iter().map(|period| point(&desk.wording, indicator, figure(area, *period)));
    Series { name: area.name.clone(), points: points.collect() }
}

/// First and latest figure of an area and the change between them.
fn says(desk: &Desk<'_>, indicator: &Indicator, area: &Area) -> Option<String> {
    let everyone = Group::new();
    let last = desk.measures.latest(&indicator.name, &area.code, &everyone)?;
    let base = desk.measures.comparable_base(indicator, &area.code, &everyone);
    let text = match base.and_then(|base| Some((base, change(indicator, base, last)?))) {
        Some((base, change)) => desk.wording.change(indicator, &change, last.1, base.1),
        None => desk.wording.said(indicator, Some(last.1)) + ".",
    };
    Some(format!("{}: {text}", capital(&area.name)))
}
