//! Group disclosure: all people of a cell are in one category, so each of them is known to be.

use super::Wrong;
use crate::Program;

/// Where all people of a known cell are in one category of a declared dimension, the empty categories beside it must be
/// possible otherwise: their target is one.
///
/// If everyone who lives in a block receives a benefit, the table tells it of each of them, however many they are.
/// That is told by the zeros beside the full category, so the rule works only with [`crate::Zeros::Protected`]; with
/// zeros that must be shown, [`crate::protect`] refuses with [`crate::Mistake::ZeroShown`].
///
/// A count is known if it is shown or if all of its categories are. Categories are the parts of a sum: in a hierarchy
/// each of its sums is looked at. Sums with a part of free sign are passed over, because no part of them tells that the
/// others are empty.
///
/// # Errors
/// Counts that do not add up, or a dimension that does not exist.
pub fn group_disclosure(program: &Program, counts: &[i64], axes: &[usize]) -> Result<Vec<i64>, Wrong> {
    crate::adds_up(program, counts)?;
    let mut targets = vec![0; program.len()];
    for axis in axes {
        let dimension = program.dimensions().get(*axis).ok_or(Wrong::UnknownAxis(*axis))?;
        for relation in dimension.relations().iter().filter(|relation| relation.kids.len() > 1) {
            program.over_slices(*axis, |base, stride| {
                let whole = base + relation.parent * stride;
                let parts: Vec<usize> = relation.kids.iter().map(|kid| base + kid * stride).collect();
                if parts.iter().any(|part| program.is_free(*part)) {
                    return;
                }
                let all_shown = |mut parts: Vec<usize>, but: usize| {
                    parts.retain(|part| *part != but);
                    parts.into_iter().all(|part| program.is_shown(part))
                };
                let Some(full) = parts.iter().copied().find(|part| counts[*part] > 0 && counts[*part] == counts[whole])
                else {
                    return;
                };
                let known = |cell: usize, by_others: bool| program.is_shown(cell) || by_others;
                let whole_known = known(whole, all_shown(parts.clone(), whole));
                // The full category is shown, or the others are shown to be empty.
                if whole_known && known(full, all_shown(parts.clone(), full)) {
                    parts.iter().filter(|part| **part != full).for_each(|part| targets[*part] = 1);
                }
            });
        }
    }
    Ok(targets)
}
