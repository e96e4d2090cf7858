//! Parts that do not add up to their whole: areas to the area above, categories to all.

use std::collections::BTreeMap;

use catalogue::{Remark, model::MeasureKind};

use super::Checked;
use crate::delivery::{batch::Batch, findings::Findings, rows::Entry};

/// The parts of one whole.
#[derive(Default)]
struct Parts {
    sum: i128,
    known: usize,
    /// Parts that exist but whose number is not known.
    unknown: usize,
}

impl Parts {
    fn add(&mut self, part: Option<&Entry>, absent_is_zero: bool) {
        match part.map(Entry::value) {
            Some(Some(value)) => {
                self.sum += i128::from(value);
                self.known += 1;
            }
            None if absent_is_zero => {}
            Some(None) | None => self.unknown += 1,
        }
    }

    /// Whether they cannot be the parts of this whole, and whether only some of them were needed to see it.
    fn contradict(&self, whole: i64, batch: &Batch<'_>) -> Option<bool> {
        if self.known == 0 {
            return None;
        }
        // Rounded numbers are off by half of their last digit each, the whole too; counts are exact.
        let doubled_tolerance = if batch.measure.decimals > 0 { self.known as i128 + 1 } else { 0 };
        let excess = 2 * (self.sum - i128::from(whole));
        let partial = self.unknown > 0;
        let contradict = match partial {
            false => excess.abs() > doubled_tolerance,
            // Counts that are not known are at least zero.
            true => batch.measure.kind == MeasureKind::Count && excess > doubled_tolerance,
        };
        contradict.then_some(partial)
    }
}

pub(super) fn check(checked: &Checked<'_>, findings: &mut Findings<'_>) {
    let children = children(checked);
    for batch in checked.batches.iter().filter(|batch| batch.measure.kind != MeasureKind::Figure) {
        for whole in &batch.entries {
            let Some(value) = whole.value() else { continue };
            areas(checked, batch, &children, whole, value, findings);
            categories(checked, batch, whole, value, findings);
        }
    }
}

/// For each area its parts by level.
type Children<'a> = BTreeMap<u32, BTreeMap<&'a str, Vec<u32>>>;

fn children<'a>(checked: &Checked<'a>) -> Children<'a> {
    let areas = &checked.catalogue.areas;
    let places: BTreeMap<_, u32> = areas.iter().enumerate().map(|(place, area)| (&area.code, place as u32)).collect();
    let mut children: Children<'a> = BTreeMap::new();
    for (place, area) in areas.iter().enumerate() {
        if let Some(parent) = area.parent.as_ref().and_then(|parent| places.get(parent)) {
            children.entry(*parent).or_default().entry(area.level.as_str()).or_default().push(place as u32);
        }
    }
    children
}

fn areas(
    checked: &Checked<'_>,
    batch: &Batch<'_>,
    children: &Children<'_>,
    whole: &Entry,
    value: i64,
    findings: &mut Findings<'_>,
) {
    for (level, places) in children.get(&whole.area).into_iter().flatten() {
        let mut parts = Parts::default();
        for place in places {
            let area = &checked.catalogue.areas[*place as usize];
            let part = batch.find(*place, whole.period, &whole.categories);
            let valid = area.valid_from.is_none_or(|from| from.year() <= whole.period.year())
                && area.valid_to.is_none_or(|to| whole.period.year() <= to.year());
            if part.is_some() || valid {
                parts.add(part, checked.source.layout.absent_is_zero);
            }
        }
        if let Some(partial) = parts.contradict(value, batch) {
            let remark = Remark::warning("areas-do-not-add-up", whole.place(checked.columns, findings));
            findings.add(remark.with("level", *level).with("partial", if partial { "yes" } else { "no" }));
        }
    }
}

fn categories(checked: &Checked<'_>, batch: &Batch<'_>, whole: &Entry, value: i64, findings: &mut Findings<'_>) {
    for (at, variable) in batch.by.iter().enumerate() {
        let variable = checked.variables.all[*variable].0;
        if whole.categories[at] != 0 {
            continue;
        }
        let mut parts = Parts::default();
        let mut key = whole.categories.clone();
        for (place, category) in variable.categories.iter().enumerate() {
            if category.parent.is_none() {
                key[at] = place as u16 + 1;
                parts.add(batch.find(whole.area, whole.period, &key), checked.source.layout.absent_is_zero);
            }
        }
        // Categories that may leave people out, or count them twice, need not add up.
        if variable.complete
            && let Some(partial) = parts.contradict(value, batch)
        {
            let remark = Remark::warning("categories-do-not-add-up", whole.place(checked.columns, findings));
            let partial = if partial { "yes" } else { "no" };
            findings.add(remark.with("variable", variable.name.as_str()).with("partial", partial));
        }
    }
}
