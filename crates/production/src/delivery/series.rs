//! Jumps across deliveries: a file of one year says nothing about its series; together they do.

use std::collections::BTreeMap;

use arrow_array::Array;
use catalogue::{Catalogue, Period, Place, Remark, model::Source, names::VariableName};

use super::{
    CellState, Facts,
    checks::{POINTS, jumps_of},
};

/// A delivery that has been read: its file, the day it was received, its facts.
pub(crate) type Part<'a> = (&'a str, &'a str, &'a Facts);

/// A figure of a series, and where it stands.
struct Point {
    value: i64,
    delivery: usize,
    row: u64,
}

/// An area and the categories other than the whole, as the deliveries of a source may differ in their variables.
type Key = (u32, Vec<(VariableName, u16)>);

/// Figures that jump against those of other deliveries of the source. What one file shows by itself is said when it
/// is read.
pub(crate) fn against_series(catalogue: &Catalogue, source: &Source, received: &[Part<'_>]) -> Vec<Remark> {
    // Persons have no series, and what is counted of them has no rows.
    if source.register.is_some() {
        return Vec::new();
    }
    let mut order: Vec<usize> = (0..received.len()).collect();
    order.sort_by_key(|delivery| received[*delivery].1);
    // The delivery received last speaks for its periods.
    let mut speaks: BTreeMap<Period, usize> = BTreeMap::new();
    for delivery in order {
        let batches = &received[delivery].2.batches;
        speaks.extend(batches.iter().flat_map(|batch| &batch.periods).map(|period| (*period, delivery)));
    }
    let mut remarks = Vec::new();
    for measure in &source.measures {
        let mut series: BTreeMap<Key, BTreeMap<Period, Point>> = BTreeMap::new();
        for (delivery, (_, _, facts)) in received.iter().enumerate() {
            for batch in facts.batches.iter().filter(|batch| batch.measure == measure.name) {
                for at in 0..batch.area.len() {
                    let period = batch.periods[batch.period.value(at) as usize];
                    let nothing = batch.state.value(at) == CellState::Nothing as u8;
                    if speaks.get(&period) != Some(&delivery)
                        || (batch.number.is_null(at) && !nothing)
                        || catalogue.areas[batch.area.value(at) as usize].residue
                    {
                        continue;
                    }
                    let categories =
                        batch.by.iter().zip(&batch.categories).map(|(name, codes)| (name, codes.value(at)));
                    let parts = categories.filter(|(_, code)| *code != 0).map(|(name, code)| (name.clone(), code));
                    let value = if nothing { 0 } else { batch.number.value(at) };
                    let point = Point { value, delivery, row: batch.row.value(at) };
                    series.entry((batch.area.value(at), parts.collect())).or_default().insert(period, point);
                }
            }
        }
        let mut found: BTreeMap<usize, Vec<(u64, Period)>> = BTreeMap::new();
        for points in series.values() {
            for (delivery, row, period) in jumps(points, measure) {
                found.entry(delivery).or_default().push((row, period));
            }
        }
        for (delivery, mut places) in found {
            places.sort_unstable();
            let mut findings = super::findings::Findings::about(received[delivery].0);
            for (row, period) in places {
                let place = Place::Row { file: received[delivery].0.to_owned(), row, column: None };
                findings.add(Remark::warning("jump", place).with("period", period.to_string()).hinted());
            }
            remarks.extend(findings.finish());
        }
    }
    remarks
}

/// The jumps of a series that no file shows by itself.
fn jumps(points: &BTreeMap<Period, Point>, measure: &catalogue::model::Measure) -> Vec<(usize, u64, Period)> {
    let values: Vec<i64> = points.values().map(|point| point.value).collect();
    let points: Vec<(&Period, &Point)> = points.iter().collect();
    let of_delivery = |delivery: usize| points.iter().filter(|(_, point)| point.delivery == delivery).count();
    jumps_of(&values, measure.kind, measure.decimals)
        .into_iter()
        .map(|at| (points[at - 1].1, points[at]))
        .filter(|(before, (_, point))| before.delivery != point.delivery || of_delivery(point.delivery) < POINTS)
        .map(|(_, (period, point))| (point.delivery, point.row, *period))
        .collect()
}
