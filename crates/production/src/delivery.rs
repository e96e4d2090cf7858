//! Reading deliveries: from the bytes of an office file to codes and exact numbers, with a remark for everything
//! that is odd.
//!
//! A remark names file, row, column and rule and never repeats a cell: a message is a publication. None of the types
//! here that hold cells has `Debug`, for the same reason.
//!
//! The way: bytes → one plain table of text → declared corrections → columns by head → facts → checks.

mod batch;
mod checks;
mod codes;
mod columnar;
mod columns;
mod corrections;
pub(crate) mod counted;
pub(crate) mod encoding;
pub(crate) mod findings;
mod number;
mod period;
mod receipt;
mod rows;
mod series;
mod sheet;
mod table;
mod text;
mod values;
pub(crate) mod words;

use arrow_array::{Int64Array, UInt8Array, UInt16Array, UInt32Array, UInt64Array};
use catalogue::{
    Catalogue, Period, Remark,
    model::{Format, Layout, Source},
    names::{MeasureName, VariableName},
};

use self::{batch::Batch, checks::Checked, columns::Variables, findings::Findings, table::Table};

pub(crate) use receipt::receipt;
pub(crate) use series::{Part, against_series};

/// The rows of one delivery as Arrow arrays, codes instead of texts; statuses beside numbers.
pub(crate) struct Facts {
    /// One batch for each measure that the file holds, in the order of the source's measures.
    pub(crate) batches: Vec<MeasureFacts>,
    /// Rows of the table that were read.
    pub(crate) rows: u64,
    /// How well the persons of a register could be told apart.
    pub(crate) account: Option<Account>,
}

/// How well the persons of a register could be told apart: kept in the receipt, behind the wall.
pub(crate) struct Account {
    /// The reference date, ISO 8601.
    pub(crate) date: String,
    /// What is not sure.
    pub(crate) open: Vec<Open>,
}

/// Something that is not sure of some of the persons of a register. It is about persons, so there is no `Debug`.
pub(crate) struct Open {
    /// `birth-place-unresolved`, `undeterminable` or `on-one-weak`.
    pub(crate) what: &'static str,
    /// The variable, or the category of one as `variable=category`; empty if it is about neither.
    pub(crate) of: String,
    /// Of how many persons,
    pub(crate) persons: u64,
    /// among how many.
    pub(crate) among: u64,
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
}

/// Reads a delivery: its facts, unless something is wrong with it, and all remarks.
pub(crate) fn read(
    catalogue: &Catalogue,
    source: &Source,
    file: &str,
    bytes: &[u8],
    corrections: Option<(&str, &str)>,
) -> (Option<Facts>, Vec<Remark>) {
    let mut findings = Findings::about(file);
    let facts = understand(catalogue, source, bytes, corrections, &mut findings);
    let failed = findings.failed();
    (facts.filter(|_| !failed), findings.finish())
}

fn understand(
    catalogue: &Catalogue,
    source: &Source,
    bytes: &[u8],
    corrections: Option<(&str, &str)>,
    findings: &mut Findings<'_>,
) -> Option<Facts> {
    let layout = &source.layout;
    let mut table = table_of(bytes, layout, findings)?;
    end_table(&mut table, layout, findings);
    if let Some((path, text)) = corrections {
        corrections::apply(&mut table, path, text, findings);
    }
    let variables = Variables::of(catalogue, source);
    let columns = columns::find(&table, source, &variables, findings);
    if findings.failed() {
        // Without its columns no row can be understood; a remark for each row would say nothing new.
        return None;
    }
    check_widths(&table, findings);
    if table.len() == 0 {
        findings.add(Remark::error("no-rows", findings.whole()).hinted());
    }
    let raw = rows::read(catalogue, source, &table, &columns, &variables, findings);
    let measures = source.measures.iter().zip(raw).filter(|(_, raw)| !raw.entries.is_empty());
    let mut repeated = Vec::new();
    let batches: Vec<Batch<'_>> =
        measures.map(|(measure, raw)| Batch::new(measure, raw, &columns, &mut repeated)).collect();
    batch::say_repeated(&repeated, &columns, findings);
    if batches.is_empty() && !findings.failed() {
        findings.add(Remark::error("no-rows", findings.whole()).hinted());
    }
    // Rows that were not understood would make sums and series look wrong.
    if !findings.failed() {
        let (columns, variables, batches) = (&columns, &variables, &batches[..]);
        checks::all(&Checked { catalogue, source, table: &table, columns, variables, batches }, findings);
    }
    let rows = table.len() as u64;
    let batches = batches.into_iter().map(|batch| batch.into_arrays(&variables)).collect();
    Some(Facts { batches, rows, account: None })
}

/// The file as a table, if it is of the declared format.
fn table_of(bytes: &[u8], layout: &Layout, findings: &mut Findings<'_>) -> Option<Table> {
    let looks_like = match bytes {
        [b'P', b'K', 3, 4, ..] => "xlsx",
        [b'P', b'A', b'R', b'1', ..] => "parquet",
        [0xd0, 0xcf, 0x11, 0xe0, ..] => "xls",
        _ => "csv",
    };
    let declared = match layout.format {
        Format::Csv { .. } => "csv",
        Format::Xlsx { .. } => "xlsx",
        Format::Parquet => "parquet",
    };
    if looks_like != declared {
        let remark = Remark::error("other-format", findings.whole());
        findings.add(remark.with("declared", declared).with("near", looks_like).hinted());
        return None;
    }
    match &layout.format {
        Format::Csv { encoding, delimiter } => text::read(bytes, *encoding, *delimiter, layout, findings),
        Format::Xlsx { sheet } => sheet::read(bytes, sheet.as_deref(), layout, findings),
        Format::Parquet => columnar::read(bytes, layout, findings),
    }
}

/// Leaves out what is no data: everything from the declared end on, empty rows, and lines of text within the table.
fn end_table(table: &mut Table, layout: &Layout, findings: &mut Findings<'_>) {
    let end = layout.ends_before.as_deref().and_then(|end| {
        (0..table.len()).find(|row| table.cell(*row, 0).trim_start_matches(words::is_space).starts_with(end))
    });
    let end = end.map_or(u64::MAX, |row| table.number(row));
    let filled = |table: &Table, row: usize| {
        (0..table.width(row)).filter(|column| !words::plain(table.cell(row, *column)).is_empty()).count()
    };
    // A footnote or a heading between rows fills the first cell only; data never do in a table of three columns.
    let is_text = |table: &Table, row: usize| {
        table.heads.len() > 2 && filled(table, row) == 1 && !words::plain(table.cell(row, 0)).is_empty()
    };
    let texts: Vec<u64> = (0..table.len())
        .filter(|row| table.number(*row) < end && is_text(table, *row))
        .map(|row| table.number(row))
        .collect();
    if let Some(first) = texts.first() {
        let remark = Remark::note("text-rows", findings.row(*first, None));
        findings.add(remark.with("count", texts.len()).hinted());
    }
    table.retain(|table, row| table.number(row) < end && filled(table, row) > 0 && !is_text(table, row));
}

/// Rows that are longer or shorter than the head.
fn check_widths(table: &Table, findings: &mut Findings<'_>) {
    let width = table.heads.len();
    for row in 0..table.len() {
        let place = findings.row(table.number(row), None);
        if (width..table.width(row)).any(|column| !words::plain(table.cell(row, column)).is_empty()) {
            findings.add(Remark::error("too-many-cells", place).hinted());
        } else if table.width(row) < width {
            findings.add(Remark::warning("too-few-cells", place).hinted());
        }
    }
}

#[cfg(test)]
mod tests;
