//! Areas in which too few people live to say anything about them but how many they are.

use super::Wrong;
use crate::{Policy, Program, Zeros};

/// In areas with fewer than `least` people, every shown cell but the number of people itself is sensitive.
///
/// `axis` is the dimension of areas. The people of an area are all that are counted in it; cells in which every other
/// dimension is at a node that contains everything tell just that, and are left alone. An area without people has
/// nobody to protect.
///
/// The rule is meant to keep a small area's composition unknown, not only its small counts. So the target is not the
/// minimum but the count plus the minimum: nobody can be sure of the count, whatever it is, and another one is possible
/// that is larger by at least that much. With [`Zeros::Shown`] zeros stay as they are; they must be shown.
///
/// # Errors
/// Counts that do not add up, or a dimension that does not exist.
pub fn minimum_population(
    program: &Program,
    counts: &[i64],
    axis: usize,
    least: u32,
    policy: &Policy,
) -> Result<Vec<i64>, Wrong> {
    crate::adds_up(program, counts)?;
    let areas = program.dimensions().get(axis).ok_or(Wrong::UnknownAxis(axis))?;
    // Every inner cell counts for each area above it.
    let mut people = vec![0i64; areas.len()];
    for cell in (0..program.len()).filter(|cell| program.is_inner(*cell)) {
        for area in &areas.above[program.node(cell, axis)] {
            people[*area as usize] = people[*area as usize].saturating_add(counts[cell]);
        }
    }
    let everything: Vec<Vec<bool>> = program
        .dimensions()
        .iter()
        .map(|dimension| {
            let leaves = (0..dimension.len()).filter(|node| dimension.is_leaf(*node)).count();
            dimension.leaves_of.iter().map(|below| below.len() == leaves).collect()
        })
        .collect();
    let is_total = |cell: usize| {
        everything.iter().enumerate().all(|(other, everything)| other == axis || everything[program.node(cell, other)])
    };
    let target = |cell: usize| {
        let here = people[program.node(cell, axis)];
        let small = (1..i64::from(least)).contains(&here);
        let may = counts[cell] != 0 || policy.zeros == Zeros::Protected;
        let asked = small && program.is_shown(cell) && may && !is_total(cell);
        if asked { counts[cell] + i64::from(policy.minimum) } else { 0 }
    };
    Ok((0..program.len()).map(target).collect())
}
