//! Columns as plain slices, in the order of the attributes.

use std::collections::BTreeSet;

use crate::{
    attributes::{Attributes, DECIMAL, Type},
    dates,
    truth::{BATCH, NONE, Words},
};

/// Bits as Arrow has them: the lowest bit of the first byte comes first, `offset` bits are skipped.
#[derive(Clone, Copy)]
pub struct Bits<'a> {
    /// The bytes.
    pub bytes: &'a [u8],
    /// How many bits stand before the first row.
    pub offset: usize,
}

impl<'a> Bits<'a> {
    /// Bits that begin with the first byte.
    pub fn new(bytes: &'a [u8]) -> Bits<'a> {
        Bits { bytes, offset: 0 }
    }

    /// Packs truth values into bytes.
    pub fn pack(values: impl IntoIterator<Item = bool>) -> Vec<u8> {
        let mut values = values.into_iter();
        let mut bytes = Vec::with_capacity(values.size_hint().0.div_ceil(8));
        loop {
            let mut byte = 0;
            for bit in 0..8 {
                let Some(value) = values.next() else {
                    bytes.extend((bit > 0).then_some(byte));
                    return bytes;
                };
                byte |= u8::from(value) << bit;
            }
            bytes.push(byte);
        }
    }

    /// The bit of a row; rows that are not there have none.
    pub fn get(&self, row: usize) -> bool {
        let bit = self.offset + row;
        self.bytes.get(bit / 8).is_some_and(|byte| byte >> (bit % 8) & 1 == 1)
    }

    fn holds(&self, rows: usize) -> bool {
        self.offset.checked_add(rows).is_some_and(|bits| bits.div_ceil(8) <= self.bytes.len())
    }

    /// The bits of the rows from `start` on.
    pub(crate) fn words(&self, start: usize) -> Words {
        let mut words = NONE;
        for (index, word) in words.iter_mut().enumerate() {
            *word = self.word(start + 64 * index);
        }
        words
    }

    /// The bits of 64 rows from `start` on.
    fn word(&self, start: usize) -> u64 {
        let first = self.offset + start;
        let mut nine = [0u8; 16];
        let rest = self.bytes.get(first / 8..).unwrap_or_default();
        for (to, from) in nine.iter_mut().zip(rest.iter().take(9)) {
            *to = *from;
        }
        // The shift is below eight, so what is cut off is empty.
        u64::try_from((u128::from_le_bytes(nine) >> (first % 8)) & u128::from(u64::MAX)).unwrap_or_default()
    }
}

/// The values of a column. What stands where the value is missing does not matter.
#[derive(Clone, Copy)]
pub enum Values<'a> {
    /// Truth values.
    Bool(Bits<'a>),
    /// Whole numbers.
    Int(&'a [i64]),
    /// Decimals, counted in their smallest unit: 1.50 with two places is 150.
    Decimal(&'a [i64]),
    /// Days since 1970-01-01.
    Date(&'a [i32]),
    /// Places in a dictionary of texts.
    Text {
        /// For each row, the place of its text.
        places: &'a [u32],
        /// The texts; none twice is better, but nothing depends on it.
        dictionary: &'a [String],
    },
}

impl Values<'_> {
    fn holds(&self, rows: usize) -> bool {
        match self {
            Values::Bool(bits) => bits.holds(rows),
            Values::Int(values) | Values::Decimal(values) => values.len() == rows,
            Values::Date(days) => days.len() == rows,
            Values::Text { places, .. } => places.len() == rows,
        }
    }
}

/// A column: values, and which of them are there; all if nothing is said.
#[derive(Clone, Copy)]
pub struct Column<'a> {
    /// The values.
    pub values: Values<'a>,
    /// A set bit where there is a value.
    pub valid: Option<Bits<'a>>,
}

impl<'a> Column<'a> {
    /// A column without missing values.
    pub fn full(values: Values<'a>) -> Column<'a> {
        Column { values, valid: None }
    }

    pub(crate) fn there(&self, start: usize) -> Words {
        self.valid.map_or([u64::MAX; BATCH / 64], |bits| bits.words(start))
    }
}

/// What is wrong with a table. It names attribute and row and never a value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TableFault {
    /// There are more columns than attributes.
    TooManyColumns,
    /// The column has another kind of values than the attribute.
    Kind {
        /// The place of the attribute.
        attribute: usize,
    },
    /// The column has another number of rows than the table.
    Length {
        /// The place of the attribute.
        attribute: usize,
    },
    /// A value is missing where none may be.
    Missing {
        /// The place of the attribute.
        attribute: usize,
        /// The first such row, counted from zero.
        row: usize,
    },
    /// A number outside the bounds of its attribute, a day outside the years 1 to 9999, or a place outside the
    /// dictionary.
    Outside {
        /// The place of the attribute.
        attribute: usize,
        /// The first such row, counted from zero.
        row: usize,
    },
    /// The dictionary has a text that is not in the code list.
    Code {
        /// The place of the attribute.
        attribute: usize,
    },
}

/// Rows, column by column. It has no `Debug` on purpose: rows are persons.
#[derive(Clone)]
pub struct Table<'a> {
    rows: usize,
    columns: Vec<Option<Column<'a>>>,
}

impl<'a> Table<'a> {
    /// Checks columns against the attributes whose places they take. A column that is not there (`None`, or the list
    /// is shorter) is missing in every row; this also holds for attributes that may not be missing, so that rules
    /// can be evaluated that do not ask for them.
    ///
    /// # Errors
    /// All faults, at most one for each column, in the order of the columns.
    pub fn new(
        attributes: &Attributes,
        rows: usize,
        columns: Vec<Option<Column<'a>>>,
    ) -> Result<Table<'a>, Vec<TableFault>> {
        let mut faults = Vec::new();
        for (place, column) in columns.iter().enumerate() {
            let Some(attribute) = attributes.get(place) else {
                faults.push(TableFault::TooManyColumns);
                break;
            };
            let Some(column) = column else { continue };
            if !column.values.holds(rows) || column.valid.is_some_and(|bits| !bits.holds(rows)) {
                faults.push(TableFault::Length { attribute: place });
                continue;
            }
            let missing = || (0..rows).find(|row| column.valid.is_some_and(|bits| !bits.get(*row)));
            if let Some(row) = if attribute.nullable { None } else { missing() } {
                faults.push(TableFault::Missing { attribute: place, row });
                continue;
            }
            faults.extend(outside(place, &attribute.kind, column));
        }
        if faults.is_empty() { Ok(Table { rows, columns }) } else { Err(faults) }
    }

    /// The number of rows.
    pub fn rows(&self) -> usize {
        self.rows
    }

    /// The number of batches of at most [`BATCH`] rows.
    pub fn batches(&self) -> usize {
        self.rows.div_ceil(BATCH)
    }

    /// First row and number of rows of a batch.
    pub(crate) fn batch(&self, batch: usize) -> (usize, usize) {
        let start = batch.saturating_mul(BATCH).min(self.rows);
        (start, (self.rows - start).min(BATCH))
    }

    pub(crate) fn column(&self, place: usize) -> Option<&Column<'a>> {
        self.columns.get(place).and_then(Option::as_ref)
    }
}

fn outside(attribute: usize, kind: &Type, column: &Column<'_>) -> Option<TableFault> {
    let row = match (kind, &column.values) {
        (Type::Bool, Values::Bool(_)) => None,
        (Type::Int { least, most }, Values::Int(values)) => {
            first_there(column, values, |value| !(*least..=*most).contains(&value))
        }
        (Type::Decimal { .. }, Values::Decimal(values)) => {
            first_there(column, values, |value| !(-DECIMAL..=DECIMAL).contains(&value))
        }
        (Type::Date, Values::Date(days)) => {
            first_there(column, days, |day| !(dates::FIRST..=dates::LAST).contains(&i64::from(day)))
        }
        (Type::Text | Type::Code(_), Values::Text { places, dictionary }) => {
            if let Type::Code(codes) = kind {
                let codes: BTreeSet<&String> = codes.iter().collect();
                if dictionary.iter().any(|text| !codes.contains(text)) {
                    return Some(TableFault::Code { attribute });
                }
            }
            let size = u32::try_from(dictionary.len()).unwrap_or(u32::MAX);
            first_there(column, places, |place| place >= size)
        }
        _ => return Some(TableFault::Kind { attribute }),
    };
    row.map(|row| TableFault::Outside { attribute, row })
}

/// The first row of which this is true and in which there is a value.
fn first_there<T: Copy>(column: &Column<'_>, values: &[T], is: impl Fn(T) -> bool) -> Option<usize> {
    values.chunks(64).enumerate().find_map(|(word, values)| {
        let rows = values.iter().enumerate().fold(0, |rows, (row, value)| rows | u64::from(is(*value)) << row);
        // Mostly there is none, or all are missing.
        let rows = if rows == 0 { 0 } else { rows & column.valid.map_or(u64::MAX, |bits| bits.word(64 * word)) };
        (rows != 0).then(|| 64 * word + rows.trailing_zeros() as usize)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::attributes::Attribute;

    #[test]
    fn bits_are_read_from_any_place() {
        let values: Vec<bool> = (0..9000).map(|n| n % 3 == 0 || n % 7 == 1).collect();
        let bytes = Bits::pack(values.iter().copied());
        for offset in [0, 1, 7, 8, 13] {
            let bits = Bits { bytes: &bytes, offset };
            for start in [0, 64, 4096] {
                let words = bits.words(start);
                for row in [0, 1, 63, 64, 65, 4095] {
                    let expected = values.get(offset + start + row).copied().unwrap_or(false);
                    assert_eq!(crate::truth::bit(&words, row), expected, "{offset} {start} {row}");
                    assert_eq!(bits.get(start + row), expected);
                }
            }
        }
    }

    #[test]
    fn what_is_missing_may_be_anything() {
        let attributes = Attributes::new(vec![Attribute::new("age", Type::Int { least: 0, most: 120 })]).unwrap();
        for rows in [1, 63, 64, 65, 200] {
            for wrong in [0, rows / 2, rows - 1] {
                let values: Vec<i64> = (0..rows).map(|row| if row == wrong { 121 } else { 120 }).collect();
                let new = |valid: &[u8]| {
                    let column = Column { values: Values::Int(&values), valid: Some(Bits::new(valid)) };
                    Table::new(&attributes, rows, vec![Some(column)]).err().unwrap_or_default()
                };
                assert_eq!(new(&Bits::pack((0..rows).map(|row| row != wrong))), []);
                let found = [TableFault::Outside { attribute: 0, row: wrong }];
                assert_eq!(new(&Bits::pack((0..rows).map(|row| row == wrong))), found);
            }
        }
    }

    #[test]
    fn faults_name_attribute_and_row() {
        let attributes = Attributes::new(vec![
            Attribute::always("age", Type::Int { least: 0, most: 120 }),
            Attribute::new("sex", Type::Code(vec!["f".to_owned(), "m".to_owned()])),
            Attribute::new("born", Type::Date),
        ])
        .unwrap();
        let dictionary = ["f".to_owned(), "x".to_owned()];
        let known = ["f".to_owned()];
        let two = Bits::pack([true, false]);
        let valid = Some(Bits::new(&two));
        let age = |values| Some(Column { values: Values::Int(values), valid: None });
        let sex = |places, dictionary, valid| Some(Column { values: Values::Text { places, dictionary }, valid });
        let new = |columns| Table::new(&attributes, 2, columns).err().unwrap_or_default();
        assert_eq!(new(vec![age(&[3, 121])]), [TableFault::Outside { attribute: 0, row: 1 }]);
        assert_eq!(new(vec![age(&[3])]), [TableFault::Length { attribute: 0 }]);
        assert_eq!(
            new(vec![Some(Column { values: Values::Int(&[1, 2]), valid }), None, age(&[1, 2]), None]),
            [
                TableFault::Missing { attribute: 0, row: 1 },
                TableFault::Kind { attribute: 2 },
                TableFault::TooManyColumns
            ]
        );
        assert_eq!(new(vec![None, sex(&[0, 0], &dictionary, None)]), [TableFault::Code { attribute: 1 }]);
        assert_eq!(new(vec![None, sex(&[0, 1], &known, None)]), [TableFault::Outside { attribute: 1, row: 1 }]);
        assert_eq!(new(vec![None, sex(&[0, 1], &known, valid)]), []);
        assert_eq!(new(vec![]), []);
    }
}
