//! Adding up, inside the cube: categories to broader ones and to the whole, areas to the areas above.
//!
//! A whole that was delivered stands. A whole that was not is added up only when every part is there; a part that is
//! withheld or unreliable leaves it unknown. The axes are gone through again until nothing changes, because a whole
//! found along one axis may be the missing part along another.

use catalogue::{
    Catalogue,
    model::{Area, AreaLevel, Variable},
};
use release::Mark;

use super::{Cell, Cube, State};
use crate::protect::{Confidential, TooLarge};

/// A slot of an axis and the slots that add up to it.
struct Sum {
    whole: usize,
    parts: Vec<usize>,
}

/// An axis along which is added up.
struct Axis {
    stride: u128,
    size: u128,
    /// Smaller wholes before larger ones.
    sums: Vec<Sum>,
    areas: bool,
}

pub(super) fn fill(cube: &mut Cube, catalogue: &Catalogue) -> Result<(), TooLarge> {
    let axes = axes(cube, catalogue);
    if let Some(zeros) = &mut cube.zeros {
        zeros.widen(catalogue, &cube.axes);
    }
    loop {
        let mut changed = false;
        for axis in &axes {
            changed |= fill_axis(cube, catalogue, axis)?;
        }
        if !changed {
            return Ok(());
        }
    }
}

fn axes(cube: &Cube, catalogue: &Catalogue) -> Vec<Axis> {
    let mut axes = Vec::new();
    let mut stride = 1;
    for (name, size) in cube.axes.variables.iter().zip(&cube.axes.slots).rev() {
        let size = *size as u128;
        if let Some(variable) = catalogue.variables.get(name).filter(|variable| variable.complete) {
            axes.push(Axis { stride, size, sums: of_categories(variable), areas: false });
        }
        stride *= size;
    }
    stride *= cube.axes.periods.len() as u128;
    axes.push(Axis { stride, size: cube.axes.areas as u128, sums: of_areas(catalogue), areas: true });
    axes
}

/// Categories to their parents, deepest first, and those without a parent to the whole.
fn of_categories(variable: &Variable) -> Vec<Sum> {
    let mut sums: Vec<Sum> = Vec::new();
    for (place, category) in variable.categories.iter().enumerate() {
        let children =
            variable.categories.iter().enumerate().filter(|(_, c)| c.parent.as_ref() == Some(&category.code));
        sums.push(Sum { whole: place + 1, parts: children.map(|(child, _)| child + 1).collect() });
    }
    sums.sort_by_key(|sum| std::cmp::Reverse(super::depth(variable, sum.whole)));
    let top = variable.categories.iter().enumerate().filter(|(_, category)| category.parent.is_none());
    sums.push(Sum { whole: 0, parts: top.map(|(place, _)| place + 1).collect() });
    sums.retain(|sum| !sum.parts.is_empty());
    sums
}

/// Areas to the area above, lowest level first. An area with children at two levels can be added up from either.
fn of_areas(catalogue: &Catalogue) -> Vec<Sum> {
    let mut sums = Vec::new();
    for level in catalogue.levels.iter().rev() {
        for (whole, area) in catalogue.areas.iter().enumerate() {
            let children = catalogue.areas.iter().enumerate();
            let parts: Vec<usize> = children
                .filter(|(_, child)| child.level == level.name && child.parent.as_ref() == Some(&area.code))
                .map(|(child, _)| child)
                .collect();
            // Areas of another division are made of the areas that say they lie in them.
            let parts = if parts.is_empty() { crossing(catalogue, area, level) } else { parts };
            if !parts.is_empty() {
                sums.push(Sum { whole, parts });
            }
        }
    }
    sums
}

fn crossing(catalogue: &Catalogue, area: &Area, level: &AreaLevel) -> Vec<usize> {
    let lies = |child: &Area| child.level == level.name && child.also_in.contains(&area.code);
    catalogue.areas.iter().enumerate().filter(|(_, child)| lies(child)).map(|(place, _)| place).collect()
}

fn fill_axis(cube: &mut Cube, catalogue: &Catalogue, axis: &Axis) -> Result<bool, TooLarge> {
    let residues = if axis.areas { residues(cube, catalogue) } else { Vec::new() };
    let mut changed = false;
    for start in cube.cells.starts(axis.stride, axis.size) {
        let period = cube.axes.period(start);
        for sum in &axis.sums {
            let index = start + sum.whole as u128 * axis.stride;
            let before = cube.cells.state(index);
            if !matches!(before, State::Absent | State::Unknown) {
                continue;
            }
            let counts = |part: &&usize| !axis.areas || is_part(cube, catalogue, &residues, **part, period);
            let parts: Vec<u128> =
                sum.parts.iter().filter(counts).map(|part| start + *part as u128 * axis.stride).collect();
            if let Some(cell) = add_up(cube, catalogue, &parts)?.filter(|cell| cell.state != before) {
                cube.cells.set(index, cell);
                changed = true;
            }
        }
    }
    Ok(changed)
}

/// Whether an area counts as a part of the one above in this period: it exists then, and a residue ("nicht
/// zuzuordnen") was delivered at all.
fn is_part(cube: &Cube, catalogue: &Catalogue, residues: &[Vec<bool>], area: usize, period: usize) -> bool {
    let valid = catalogue.areas[area].exists(cube.axes.periods[period]);
    valid && (!catalogue.areas[area].residue || residues[area][period])
}

/// For each residue area and period, whether anything stands there.
fn residues(cube: &Cube, catalogue: &Catalogue) -> Vec<Vec<bool>> {
    let cells: u128 = cube.axes.slots.iter().map(|size| *size as u128).product();
    let periods = cube.axes.periods.len();
    let stands = |area: usize, period: usize| {
        let first = (area * periods + period) as u128 * cells;
        cube.cells.any(first, first + cells)
    };
    let row = |(place, area): (usize, &Area)| match area.residue {
        true => (0..periods).map(|period| stands(place, period)).collect(),
        false => Vec::new(),
    };
    catalogue.areas.iter().enumerate().map(row).collect()
}

/// The whole of these parts, if it can be said: a sum, or that it is unknown where absent parts would count as zero.
fn add_up(cube: &Cube, catalogue: &Catalogue, parts: &[u128]) -> Result<Option<Cell>, TooLarge> {
    let mut total = Confidential::seal(0);
    let mut mark = None;
    let mut delivered = false;
    for part in parts {
        delivered |= cube.cells.state(*part) != State::Absent;
        match cube.state(catalogue, *part) {
            State::Value(own) => {
                let Some(number) = cube.cells.number(*part) else { return Ok(None) };
                total = total.add(number)?;
                mark = Some(mark.map_or(own, |mark| weaker(mark, own)));
            }
            State::Nothing => {}
            State::Absent => return Ok(None),
            _ => {
                let unknown = Cell { state: State::Unknown, number: Confidential::seal(0) };
                return Ok(cube.zeros.is_some().then_some(unknown));
            }
        }
    }
    // Where all parts are absent and count as nothing, the whole does so by its own shape.
    let state = mark.map_or(State::Nothing, State::Value);
    Ok(delivered.then_some(Cell { state, number: total }))
}

/// The mark of a sum: the one that promises least.
fn weaker(one: Mark, other: Mark) -> Mark {
    let rank = |mark| match mark {
        Mark::None => 0,
        Mark::Revised => 1,
        Mark::Provisional => 2,
        Mark::Estimated => 3,
        Mark::Uncertain => 4,
    };
    if rank(other) > rank(one) { other } else { one }
}
