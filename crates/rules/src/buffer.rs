//! Rows that come one by one, gathered into columns. For a few thousand invented persons, not for registers.

use std::collections::{BTreeMap, BTreeSet};

use crate::{
    attributes::{Attributes, Kind},
    table::{Bits, Column, Table, TableFault, Values},
};

/// One value of a row.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Cell {
    /// There is none.
    Missing,
    /// A truth value.
    Bool(bool),
    /// A whole number; a decimal, counted in its smallest unit.
    Number(i64),
    /// A day since 1970-01-01.
    Date(i32),
    /// A text or code.
    Text(String),
}

/// Gathers rows. It has no `Debug` on purpose: rows are persons.
#[derive(Clone)]
pub struct Buffer {
    rows: usize,
    columns: Vec<Gathered>,
}

#[derive(Clone)]
struct Gathered {
    kind: Kind,
    valid: Vec<u8>,
    bits: Vec<u8>,
    numbers: Vec<i64>,
    days: Vec<i32>,
    places: Vec<u32>,
    dictionary: Vec<String>,
    known: BTreeMap<String, u32>,
}

impl Buffer {
    /// An empty buffer with a column for each attribute.
    pub fn new(attributes: &Attributes) -> Buffer {
        let empty = |kind| Gathered {
            kind,
            valid: Vec::new(),
            bits: Vec::new(),
            numbers: Vec::new(),
            days: Vec::new(),
            places: Vec::new(),
            dictionary: Vec::new(),
            known: BTreeMap::new(),
        };
        Buffer { rows: 0, columns: attributes.list().iter().map(|attribute| empty(attribute.kind.kind())).collect() }
    }

    /// Takes a row, in the order of the attributes. Cells that are not given are missing.
    ///
    /// # Errors
    /// A cell is of another kind than its attribute; the row is not taken then.
    pub fn push(&mut self, row: &[Cell]) -> Result<(), TableFault> {
        if row.len() > self.columns.len() {
            return Err(TableFault::TooManyColumns);
        }
        if let Some(attribute) = self.columns.iter().zip(row).position(|(column, cell)| !column.takes(cell)) {
            return Err(TableFault::Kind { attribute });
        }
        let at = self.rows;
        let cells = row.iter().chain(std::iter::repeat(&Cell::Missing));
        for (column, cell) in self.columns.iter_mut().zip(cells) {
            column.push(at, cell);
        }
        self.rows += 1;
        Ok(())
    }

    /// The rows as a table.
    ///
    /// # Errors
    /// As [`Table::new`].
    pub fn table(&self, attributes: &Attributes) -> Result<Table<'_>, Vec<TableFault>> {
        let columns = self.columns.iter().map(|column| Some(column.column())).collect();
        Table::new(attributes, self.rows, columns)
    }

    /// Fills one column. Values of another kind become missing.
    pub(crate) fn fill<'c>(&mut self, attribute: usize, cells: impl Iterator<Item = &'c Cell>) {
        let Some(column) = self.columns.get_mut(attribute) else { return };
        for (row, cell) in cells.enumerate() {
            let fits = column.takes(cell);
            column.push(row, if fits { cell } else { &Cell::Missing });
        }
    }

    /// Columns that have been filled, as a table.
    pub(crate) fn part(
        &self,
        attributes: &Attributes,
        rows: usize,
        filled: &BTreeSet<usize>,
    ) -> Result<Table<'_>, Vec<TableFault>> {
        let columns = self.columns.iter().enumerate();
        let columns = columns.map(|(place, column)| filled.contains(&place).then(|| column.column())).collect();
        Table::new(attributes, rows, columns)
    }
}

fn set(bytes: &mut Vec<u8>, row: usize, bit: bool) {
    if row.is_multiple_of(8) {
        bytes.push(0);
    }
    if let Some(last) = bytes.last_mut() {
        *last |= u8::from(bit) << (row % 8);
    }
}

impl Gathered {
    fn takes(&self, cell: &Cell) -> bool {
        matches!(
            (self.kind, cell),
            (_, Cell::Missing)
                | (Kind::Bool, Cell::Bool(_))
                | (Kind::Int | Kind::Decimal, Cell::Number(_))
                | (Kind::Date, Cell::Date(_))
                | (Kind::Text, Cell::Text(_))
        )
    }

    fn push(&mut self, row: usize, cell: &Cell) {
        set(&mut self.valid, row, *cell != Cell::Missing);
        match self.kind {
            Kind::Bool => set(&mut self.bits, row, *cell == Cell::Bool(true)),
            Kind::Date => self.days.push(if let Cell::Date(day) = cell { *day } else { 0 }),
            Kind::Text => {
                let place = if let Cell::Text(text) = cell { self.look_up(text) } else { 0 };
                self.places.push(place);
            }
            Kind::Int | Kind::Decimal | Kind::Null => {
                self.numbers.push(if let Cell::Number(number) = cell { *number } else { 0 });
            }
        }
    }

    fn look_up(&mut self, text: &str) -> u32 {
        if let Some(place) = self.known.get(text) {
            return *place;
        }
        let place = u32::try_from(self.dictionary.len()).unwrap_or(u32::MAX);
        self.dictionary.push(text.to_owned());
        self.known.insert(text.to_owned(), place);
        place
    }

    fn column(&self) -> Column<'_> {
        let values = match self.kind {
            Kind::Bool => Values::Bool(Bits::new(&self.bits)),
            Kind::Decimal => Values::Decimal(&self.numbers),
            Kind::Date => Values::Date(&self.days),
            Kind::Text => Values::Text { places: &self.places, dictionary: &self.dictionary },
            Kind::Int | Kind::Null => Values::Int(&self.numbers),
        };
        Column { values, valid: Some(Bits::new(&self.valid)) }
    }
}
