//! Small programs from bytes.

use disclosure::{Dimension, Level, Policy, Program, Zeros};
use libfuzzer_sys::arbitrary::{Result, Unstructured};

/// More cells take so long that few inputs are tried.
const MOST_CELLS: usize = 300;

/// One to three dimensions with trees, sums across them and leaves of free sign; any of their cells may be hidden.
pub fn program(bytes: &mut Unstructured) -> Result<Option<Program>> {
    let mut dimensions = Vec::new();
    for _ in 0..bytes.int_in_range(1..=3)? {
        let mut parents = Vec::new();
        for node in 0..bytes.int_in_range(1usize..=8)? {
            // Mostly trees, and sometimes a cycle or a parent that does not exist.
            parents.push(if node == 0 || bytes.ratio(1, 10)? { None } else { Some(bytes.int_in_range(0..=node)?) });
        }
        let mut extras = Vec::new();
        for extra in 0..bytes.int_in_range(0..=2)? {
            let parts = (0..bytes.int_in_range(0..=3)?).map(|_| bytes.int_in_range(0..=parents.len() + extra));
            extras.push(parts.collect::<Result<Vec<usize>>>()?);
        }
        let Ok(mut dimension) = Dimension::new(&parents, &extras) else { return Ok(None) };
        if bytes.ratio(1, 6)? {
            let leaf = bytes.int_in_range(0..=dimension.len() - 1)?;
            let Ok(free) = dimension.clone().with_free(&[leaf]) else { return Ok(None) };
            dimension = free;
        }
        dimensions.push(dimension);
    }
    let Ok(program) = Program::new(dimensions) else { return Ok(None) };
    if program.len() > MOST_CELLS {
        return Ok(None);
    }
    if bytes.ratio(1, 2)? {
        return Ok(Some(program));
    }
    let places = program.clone();
    let hidden = (0..program.len()).map(|_| bytes.ratio(1, 4)).collect::<Result<Vec<bool>>>()?;
    let shown = |nodes: &[usize]| places.cell(nodes).is_some_and(|cell| !hidden[cell]);
    Ok(Some(program.showing(shown)))
}

/// Counts of all cells: mostly small, sometimes as large as they may be.
pub fn counts(bytes: &mut Unstructured, program: &Program) -> Result<Option<Vec<i64>>> {
    let mut inner = Vec::new();
    for cell in (0..program.len()).filter(|cell| program.is_inner(*cell)) {
        let count = match bytes.int_in_range(0..=9)? {
            0..3 => 0,
            3..6 => bytes.int_in_range(1i64..=3)?,
            6..9 => bytes.int_in_range(4i64..=40)?,
            _ => bytes.int_in_range(-5i64..=1 << 40)?,
        };
        inner.push((cell, count));
    }
    Ok(program.add_up(inner).ok())
}

pub fn policy(bytes: &mut Unstructured) -> Result<Policy> {
    let level = *bytes.choose(&[Level::Linear, Level::NonNegative, Level::Positive])?;
    let zeros = *bytes.choose(&[Zeros::Shown, Zeros::Protected])?;
    let minimum = if bytes.ratio(1, 20)? { bytes.arbitrary()? } else { bytes.int_in_range(0..=10)? };
    Ok(Policy { minimum, level, zeros })
}

/// A list of numbers, one a cell: mostly zeros.
pub fn numbers(bytes: &mut Unstructured, cells: usize) -> Result<Vec<i64>> {
    let number = |bytes: &mut Unstructured| match bytes.int_in_range(0..=19)? {
        0 => bytes.int_in_range(1i64..=50),
        1 => bytes.arbitrary(),
        _ => Ok(0),
    };
    (0..cells).map(|_| number(bytes)).collect()
}

pub fn flags(bytes: &mut Unstructured, cells: usize) -> Result<Vec<bool>> {
    (0..cells).map(|_| bytes.ratio(1, 12)).collect()
}

/// A program in words, for what was found.
pub fn describe(program: &Program) -> String {
    let mut text = String::new();
    for dimension in program.dimensions() {
        let free: Vec<usize> = (0..dimension.len()).filter(|node| dimension.is_free(*node)).collect();
        text += &format!("{} nodes, {:?}, free {free:?}; ", dimension.len(), dimension.relations());
    }
    let hidden: Vec<usize> = (0..program.len()).filter(|cell| !program.is_shown(*cell)).collect();
    format!("{text}hidden {hidden:?}")
}
