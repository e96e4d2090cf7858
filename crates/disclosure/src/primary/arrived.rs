//! Cells that the deliverer has withheld already.

use crate::{Mistake, Program};

/// Cells that arrive withheld have some alternative table with at least `minimum` persons.
///
/// Their true counts are not known here; [`crate::complete`] gives counts that agree with the delivery. Where such a
/// count happens to be at least the minimum, the target asks for nothing. So mark the cells in
/// [`crate::Year::withheld`] as well: then they are withheld whatever their made-up count is.
///
/// # Errors
/// A cell that does not exist.
pub fn suppressed(program: &Program, cells: &[usize], minimum: u32) -> Result<Vec<i64>, Mistake> {
    let mut targets = vec![0; program.len()];
    for cell in cells {
        *targets.get_mut(*cell).ok_or(Mistake::UnknownNode(*cell))? = i64::from(minimum);
    }
    Ok(targets)
}
