//! Areas and years that lack within the delivered span, and areas that did not exist then.

use std::collections::{BTreeMap, BTreeSet};

use catalogue::{Period, Remark, model::Area};

use super::Checked;
use crate::delivery::{batch::Batch, findings::Findings};

/// Areas named before the rest is counted.
const NAMED: usize = 10;

pub(super) fn check(checked: &Checked<'_>, findings: &mut Findings<'_>) {
    // Measures of one file usually lack the same; one remark says it of all.
    let mut lacking_years: BTreeMap<Vec<String>, Vec<&str>> = BTreeMap::new();
    let mut lacking_areas: BTreeMap<Lacking<'_>, Vec<&str>> = BTreeMap::new();
    for batch in checked.batches {
        let measure = batch.measure.name.as_str();
        validity(checked, batch, findings);
        let years = years(batch);
        if !years.is_empty() {
            lacking_years.entry(years).or_default().push(measure);
        }
        // Where absent means zero, saying that an area is absent would say a number.
        if !checked.source.layout.absent_is_zero {
            for lacking in areas(checked, batch) {
                lacking_areas.entry(lacking).or_default().push(measure);
            }
        }
    }
    for (years, measures) in lacking_years {
        let remark = Remark::warning("missing-years", findings.whole()).with("measures", measures.join(", "));
        findings.add(remark.with("count", years.len()).with("years", years.join(", ")));
    }
    for (lacking, measures) in lacking_areas {
        let named = lacking.areas.iter().take(NAMED).copied().collect::<Vec<_>>().join(", ");
        let remark = Remark::warning("missing-areas", findings.whole()).with("measures", measures.join(", "));
        findings.add(
            remark
                .with("level", lacking.level)
                .with("areas", if lacking.areas.len() > NAMED { format!("{named} …") } else { named })
                .with("count", lacking.areas.len())
                .with("periods", lacking.periods.len())
                .with("first", lacking.periods[0].to_string())
                .with("last", lacking.periods[lacking.periods.len() - 1].to_string()),
        );
    }
}

/// Areas of a level that lack in some periods.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Lacking<'a> {
    level: &'a str,
    areas: Vec<&'a str>,
    periods: Vec<Period>,
}

fn exists(area: &Area, period: Period) -> bool {
    area.valid_from.is_none_or(|from| from.year() <= period.year())
        && area.valid_to.is_none_or(|to| period.year() <= to.year())
}

fn validity(checked: &Checked<'_>, batch: &Batch<'_>, findings: &mut Findings<'_>) {
    let mut said = BTreeSet::new();
    for entry in &batch.entries {
        let area = &checked.catalogue.areas[entry.area as usize];
        if entry.number.is_some() && !exists(area, entry.period) && said.insert((entry.area, entry.period)) {
            let remark = Remark::warning("area-not-valid", entry.place(checked.columns, findings));
            findings.add(remark.with("area", area.code.as_str()).with("period", entry.period.to_string()));
        }
    }
}

/// Years that lack in the usual step of the series; a survey every three years lacks nothing.
fn years(batch: &Batch<'_>) -> Vec<String> {
    let years: Vec<i16> = batch.periods().iter().map(|period| period.year()).collect();
    let mut lacking = Vec::new();
    if let Some(step) = years.windows(2).map(|pair| pair[1] - pair[0]).filter(|step| *step > 0).min() {
        for pair in years.windows(2) {
            lacking.extend((pair[0]..pair[1]).step_by(step as usize).skip(1).map(|year| year.to_string()));
        }
    }
    lacking
}

/// Areas without any row in a period in which others of their level have one.
fn areas<'a>(checked: &Checked<'a>, batch: &Batch<'_>) -> Vec<Lacking<'a>> {
    let catalogue = checked.catalogue;
    let mut delivered: BTreeMap<(&str, Period), BTreeSet<u32>> = BTreeMap::new();
    for entry in &batch.entries {
        let level = catalogue.areas[entry.area as usize].level.as_str();
        delivered.entry((level, entry.period)).or_default().insert(entry.area);
    }
    // The same areas often lack in several periods.
    let mut lacking: BTreeMap<(&str, Vec<&str>), Vec<Period>> = BTreeMap::new();
    for ((level, period), there) in delivered {
        let expected = catalogue
            .areas
            .iter()
            .enumerate()
            .filter(|(_, area)| area.level.as_str() == level && !area.residue && exists(area, period));
        let absent: Vec<&str> = expected
            .filter(|(place, _)| !there.contains(&(*place as u32)))
            .map(|(_, area)| area.code.as_str())
            .collect();
        if !absent.is_empty() {
            lacking.entry((level, absent)).or_default().push(period);
        }
    }
    lacking.into_iter().map(|((level, areas), periods)| Lacking { level, areas, periods }).collect()
}
