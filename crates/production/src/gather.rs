//! From the deliveries of a source to the cubes of its measures.

use std::collections::{BTreeMap, BTreeSet};

use arrow_array::Array;
use catalogue::{
    Catalogue, Period, Place, Remark,
    model::Source,
    names::{MeasureKey, VariableName},
};
use release::{DeliveryNote, Mark};

use crate::{
    cube::{self, Axes, Cell, Cube, State},
    delivery::{CellState, Facts, MeasureFacts},
    protect::Confidential,
};

/// A delivery that has been read.
pub(crate) struct Received {
    /// The day, ISO 8601.
    pub(crate) on: String,
    pub(crate) facts: Facts,
}

/// For each period, the place of the delivery that its figures are taken from: the one received last that speaks of
/// it. It supersedes the earlier ones for this period as a whole, so that no table mixes two counts of one day.
fn winners(received: &[Received]) -> BTreeMap<Period, usize> {
    let mut order: Vec<usize> = (0..received.len()).collect();
    order.sort_by_key(|place| &received[*place].on);
    let mut winners = BTreeMap::new();
    for place in order {
        for period in received[place].facts.batches.iter().flat_map(periods) {
            winners.insert(period, place);
        }
    }
    winners
}

/// The periods of which a batch says something.
fn periods(batch: &MeasureFacts) -> BTreeSet<Period> {
    let says = |row: &usize| batch.state.value(*row) != CellState::Missing as u8;
    (0..batch.period.len()).filter(says).map(|row| batch.periods[batch.period.value(row) as usize]).collect()
}

/// Which delivery stands behind which periods, as ranges without gaps among the periods of the source.
pub(crate) fn notes(source: &Source, received: &[Received]) -> Vec<DeliveryNote> {
    let mut notes: Vec<(usize, DeliveryNote)> = Vec::new();
    for (period, place) in winners(received) {
        match notes.last_mut() {
            Some((last, note)) if *last == place => note.last = period,
            _ => {
                let on = received[place].on.clone();
                let note = DeliveryNote { source: source.name.clone(), received: on, first: period, last: period };
                notes.push((place, note));
            }
        }
    }
    notes.into_iter().map(|(_, note)| note).collect()
}

/// Counts the measures of a source into cubes; dense ones have at most `dense` cells.
pub(crate) fn cubes(
    catalogue: &Catalogue,
    source: &Source,
    received: &[Received],
    measures: &BTreeSet<MeasureKey>,
    dense: u128,
) -> Result<BTreeMap<MeasureKey, Cube>, Remark> {
    let winners = winners(received);
    let mut cubes = BTreeMap::new();
    for measure in &source.measures {
        let key = MeasureKey { source: source.name.clone(), measure: measure.name.clone() };
        if !measures.contains(&key) {
            continue;
        }
        let remark = |rule| Remark::error(rule, Place::File(format!("open/sources/{}.toml", source.name)));
        let batches: Vec<(usize, &MeasureFacts)> = received
            .iter()
            .enumerate()
            .flat_map(|(place, received)| received.facts.batches.iter().map(move |batch| (place, batch)))
            .filter(|(_, batch)| batch.measure == measure.name)
            .collect();
        if batches.is_empty() {
            continue;
        }
        let variables: BTreeSet<VariableName> = batches.iter().flat_map(|(_, batch)| batch.by.clone()).collect();
        let axes = Axes::new(catalogue, winners.keys().copied().collect(), variables.into_iter().collect());
        let mut cube = Cube::new(catalogue, axes, dense, source.layout.absent_is_zero)
            .ok_or_else(|| remark("cube-too-large").with("measure", key.to_string()).hinted())?;
        for (place, batch) in batches {
            put(&mut cube, batch, |period| winners.get(&period) == Some(&place));
        }
        cube.fill(catalogue, measure.kind)
            .map_err(|_| remark("sum-too-large").with("measure", key.to_string()).hinted())?;
        cubes.insert(key, cube);
    }
    Ok(cubes)
}

/// Scans a batch once.
fn put(cube: &mut Cube, batch: &MeasureFacts, wins: impl Fn(Period) -> bool) {
    let axes = &cube.axes;
    let columns: Vec<usize> =
        batch.by.iter().filter_map(|name| axes.variables.iter().position(|own| own == name)).collect();
    let periods: Vec<Option<usize>> = batch
        .periods
        .iter()
        .map(|period| axes.periods.iter().position(|own| own == period).filter(|_| wins(*period)))
        .collect();
    let mut place = cube::Place { area: 0, period: 0, slots: vec![0; axes.variables.len()] };
    for row in 0..batch.area.len() {
        let Some(period) = periods[batch.period.value(row) as usize] else { continue };
        (place.area, place.period) = (batch.area.value(row) as usize, period);
        for (column, categories) in columns.iter().zip(&batch.categories) {
            place.slots[*column] = usize::from(categories.value(row));
        }
        let number = if batch.number.is_null(row) { 0 } else { batch.number.value(row) };
        let cell = Cell { state: state(batch.state.value(row)), number: Confidential::seal(number) };
        cube.put(&place, cell);
    }
}

fn state(number: u8) -> State {
    match CellState::from_u8(number) {
        Some(CellState::Value) => State::Value(Mark::None),
        Some(CellState::Provisional) => State::Value(Mark::Provisional),
        Some(CellState::Revised) => State::Value(Mark::Revised),
        Some(CellState::Estimated) => State::Value(Mark::Estimated),
        Some(CellState::Uncertain) => State::Value(Mark::Uncertain),
        Some(CellState::Nothing) => State::Nothing,
        Some(CellState::Withheld) => State::Withheld,
        Some(CellState::Unreliable) => State::Unreliable,
        Some(CellState::Pending) => State::Pending,
        Some(CellState::Senseless) => State::Senseless,
        Some(CellState::Missing) | None => State::Unknown,
    }
}
