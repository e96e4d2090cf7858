//! Reading deliveries: from the bytes of an office file to codes and exact numbers, with a remark for everything
//! that is odd.
//!
//! A remark names file, row, column and rule and never repeats a cell: a message is a publication. None of the types
//! here that hold cells has `Debug`, for the same reason.
//!
//! The way: bytes → one plain table of text → declared corrections → columns by head → facts → checks.

use arrow_array::{Int64Array, UInt8Array, UInt16Array, UInt32Array, UInt64Array};
use catalogue::{
    Period,
    names::{MeasureName, VariableName},
};

/// The rows of one delivery as Arrow arrays, codes instead of texts; statuses beside numbers.
pub(crate) struct Facts {
    /// One batch for each measure that the file holds, in the order of the source's measures.
    pub(crate) batches: Vec<MeasureFacts>,
    /// Rows of the table that were read.
    pub(crate) rows: u64,
}

/// The facts of one measure, sorted by area, period and categories; a key stands once.
pub(crate) struct MeasureFacts {
    /// The measure.
    pub(crate) measure: MeasureName,
    /// Index into the catalogue's areas.
    pub(crate) area: UInt32Array,
    /// Index into `periods`.
    pub(crate) period: UInt32Array,
    /// The periods of the batch, sorted.
    pub(crate) periods: Vec<Period>,
    /// The variables by which this measure is delivered, sorted.
    pub(crate) by: Vec<VariableName>,
    /// For each variable: 0 for the whole, else 1 + index into the variable's categories.
    pub(crate) categories: Vec<UInt16Array>,
    /// The number times 10^decimals of the measure; null where a sign stands.
    pub(crate) number: Int64Array,
    /// What stands there, a [`CellState`] as `u8`.
    pub(crate) state: UInt8Array,
    /// Row in the file, for remarks.
    pub(crate) row: UInt64Array,
}

/// What stands in a cell: a number with its mark, or a sign instead of a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[repr(u8)]
pub(crate) enum CellState {
    /// A number.
    Value = 0,
    /// A number marked `p`.
    Provisional = 1,
    /// A number marked `r`.
    Revised = 2,
    /// A number marked `s`.
    Estimated = 3,
    /// A number in parentheses.
    Uncertain = 4,
    /// `–`: exactly nothing.
    Nothing = 5,
    /// `.`: unknown or withheld.
    Withheld = 6,
    /// `/`: not certain enough.
    Unreliable = 7,
    /// `…`: comes later.
    Pending = 8,
    /// `x`: makes no sense.
    Senseless = 9,
    /// An empty cell.
    Missing = 10,
}

impl CellState {
    /// All states, by their number.
    const ALL: [CellState; 11] = [
        CellState::Value,
        CellState::Provisional,
        CellState::Revised,
        CellState::Estimated,
        CellState::Uncertain,
        CellState::Nothing,
        CellState::Withheld,
        CellState::Unreliable,
        CellState::Pending,
        CellState::Senseless,
        CellState::Missing,
    ];

    /// The state with this number, as it stands in [`MeasureFacts::state`].
    pub(crate) fn from_u8(number: u8) -> Option<CellState> {
        CellState::ALL.get(usize::from(number)).copied()
    }

    /// Whether a number stands there.
    pub(crate) fn has_number(self) -> bool {
        self <= CellState::Uncertain
    }
}
