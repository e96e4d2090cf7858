//! Areas and years that lack within the delivered span, and areas that did not exist then.

use std::collections::{BTreeMap, BTreeSet};

use catalogue::{Period, Remark, model::Area};

use super::Checked;
use crate::delivery::{batch::Batch, findings::Findings};

/// Areas named before the rest is counted.
const NAMED: usize = 10;

pub(super) fn check(checked: &Checked<'_>, findings: &mut Findings<'_>) {
    for batch in checked.batches {
        validity(checked, batch, findings);
        years(batch, findings);
        // Where absent means zero, saying that an area is absent would say a number.
        if !checked.source.layout.absent_is_zero {
            areas(checked, batch, findings);
        }
    }
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
fn years(batch: &Batch<'_>, findings: &mut Findings<'_>) {
    let years: Vec<i16> = batch.periods().iter().map(|period| period.year()).collect();
    let Some(step) = years.windows(2).map(|pair| pair[1] - pair[0]).filter(|step| *step > 0).min() else { return };
    let mut lacking = Vec::new();
    for pair in years.windows(2) {
        let mut year = pair[0] + step;
        while year < pair[1] {
            lacking.push(year.to_string());
            year += step;
        }
    }
    if !lacking.is_empty() {
        let remark = Remark::warning("missing-years", findings.whole());
        findings.add(
            remark
                .with("measure", batch.measure.name.as_str())
                .with("count", lacking.len())
                .with("years", lacking.join(", ")),
        );
    }
}

/// Areas without any row in a period in which others of their level have one.
fn areas(checked: &Checked<'_>, batch: &Batch<'_>, findings: &mut Findings<'_>) {
    let catalogue = checked.catalogue;
    let mut delivered: BTreeMap<(&str, Period), BTreeSet<u32>> = BTreeMap::new();
    for entry in &batch.entries {
        let level = catalogue.areas[entry.area as usize].level.as_str();
        delivered.entry((level, entry.period)).or_default().insert(entry.area);
    }
    // The same areas often lack in several periods; one remark says it.
    let mut lacking: BTreeMap<(&str, Vec<&str>), Vec<Period>> = BTreeMap::new();
    for ((level, period), there) in &delivered {
        let expected = catalogue
            .areas
            .iter()
            .enumerate()
            .filter(|(_, area)| area.level.as_str() == *level && !area.residue && exists(area, *period));
        let absent: Vec<&str> = expected
            .filter(|(place, _)| !there.contains(&(*place as u32)))
            .map(|(_, area)| area.code.as_str())
            .collect();
        if !absent.is_empty() {
            lacking.entry((level, absent)).or_default().push(*period);
        }
    }
    for ((level, codes), periods) in lacking {
        let named = codes.iter().take(NAMED).copied().collect::<Vec<_>>().join(", ");
        let (first, last) = (periods[0], periods[periods.len() - 1]);
        let remark = Remark::warning("missing-areas", findings.whole());
        findings.add(
            remark
                .with("measure", batch.measure.name.as_str())
                .with("level", level)
                .with("areas", if codes.len() > NAMED { format!("{named} …") } else { named })
                .with("count", codes.len())
                .with("periods", periods.len())
                .with("first", first.to_string())
                .with("last", last.to_string()),
        );
    }
}
