//! Jumps against the series: robust z-scores of the changes from point to point (median and median absolute
//! deviation), so that one odd value does not hide itself by widening the scale.

use std::collections::BTreeMap;

use catalogue::{Remark, model::MeasureKind};

use super::Checked;
use crate::delivery::{batch::Batch, findings::Findings, rows::Entry};

/// Shorter series tell nothing about what is usual.
pub(crate) const POINTS: usize = 6;
/// Beyond so many robust standard deviations a change is a jump.
const LIMIT: f64 = 6.0;
/// The median absolute deviation of a normal distribution is smaller than its standard deviation by this factor.
const NORMAL: f64 = 1.4826;
/// Changes of a hundredth are never jumps, however steady the series.
const LEAST: f64 = 0.01;

/// A series: its area and its categories.
type Key<'a> = (u32, &'a [u16]);

pub(super) fn check(checked: &Checked<'_>, findings: &mut Findings<'_>) {
    for batch in checked.batches {
        let mut series: BTreeMap<Key<'_>, Vec<(&Entry, i64)>> = BTreeMap::new();
        for entry in &batch.entries {
            let residue = checked.catalogue.areas[entry.area as usize].residue;
            if let (Some(value), false) = (entry.value(), residue) {
                series.entry((entry.area, &entry.categories)).or_default().push((entry, value));
            }
        }
        for points in series.values() {
            let values: Vec<i64> = points.iter().map(|(_, value)| *value).collect();
            for at in jumps(&values, batch) {
                let remark = Remark::warning("jump", points[at].0.place(checked.columns, findings));
                findings.add(remark.with("period", points[at].0.period.to_string()).hinted());
            }
        }
    }
}

/// The points at which the series jumps.
fn jumps(values: &[i64], batch: &Batch<'_>) -> Vec<usize> {
    jumps_of(values, batch.measure.kind, batch.measure.decimals)
}

/// The points at which a series of a measure of this kind jumps.
pub(crate) fn jumps_of(values: &[i64], kind: MeasureKind, decimals: u8) -> Vec<usize> {
    if values.len() < POINTS {
        return Vec::new();
    }
    let unit = 10_f64.powi(i32::from(decimals));
    let changes: Vec<(f64, f64)> = values
        .windows(2)
        .map(|pair| {
            let (before, after) = (pair[0] as f64 / unit, pair[1] as f64 / unit);
            match kind {
                MeasureKind::Figure => (after - before, 1.0 / unit),
                // Half a person more keeps zero from being infinitely far away; small counts vary by chance, as
                // Poisson numbers around the mean of both do.
                MeasureKind::Count => {
                    let chance = 2.0 / (before + after + 1.0).sqrt();
                    (((after + 0.5) / (before + 0.5)).ln(), chance.max(LEAST))
                }
                MeasureKind::Sum => (((after.max(0.0) + 0.5) / (before.max(0.0) + 0.5)).ln(), LEAST),
            }
        })
        .collect();
    let middle = median(changes.iter().map(|(change, _)| *change).collect());
    let spread = NORMAL * median(changes.iter().map(|(change, _)| (change - middle).abs()).collect());
    let scores = changes.iter().map(|(change, least)| (change - middle) / spread.max(*least));
    let mut jumps = Vec::new();
    let mut before = 0.0;
    for (at, score) in scores.enumerate() {
        // The way back from an odd value is no second finding.
        let returns = before * score < 0.0 && f64::abs(before) > LIMIT;
        if score.abs() > LIMIT && !returns {
            jumps.push(at + 1);
        }
        before = if returns { 0.0 } else { score };
    }
    jumps
}

fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    let middle = values.len() / 2;
    match values.len() % 2 {
        0 => (values[middle - 1] + values[middle]) / 2.0,
        _ => values[middle],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn jumps_stand_out_from_the_series() {
        let series = [34_462, 35_010, 35_300, 35_900, 36_200, 36_900, 37_100];
        assert_eq!(jumps_of(&series, MeasureKind::Count, 0), [0; 0]);
        let mut odd = series;
        odd[3] = 53_900;
        assert_eq!(jumps_of(&odd, MeasureKind::Count, 0), [3]);
        // A lasting break is found, too.
        let broken = [34_462, 35_010, 35_300, 53_850, 54_100, 54_800, 55_100];
        assert_eq!(jumps_of(&broken, MeasureKind::Count, 0), [3]);
        // Small counts vary by chance.
        assert_eq!(jumps_of(&[3, 5, 2, 6, 4, 9, 3], MeasureKind::Count, 0), [0; 0]);
        assert_eq!(jumps_of(&[0, 0, 0, 0, 0, 400, 0], MeasureKind::Count, 0), [5]);
        // Too short to know.
        assert_eq!(jumps_of(&[1, 1_000, 1, 1_000, 1], MeasureKind::Count, 0), [0; 0]);
        assert_eq!(jumps_of(&[801, 802, 801, 803, 802, 902, 803], MeasureKind::Figure, 1), [5]);
        assert_eq!(jumps_of(&[5, 5, 5, 5, 5, 5], MeasureKind::Figure, 1), [0; 0]);
    }
}
