//! The two files of observations: `observations.csv` for people, `observations.parquet` for programs.
//!
//! Both say the same; a release is opened from the CSV. The reader of the parquet crate panics on some malformed
//! files (a negative column start, say), and opening must not.

use std::sync::Arc;

use arrow_array::{
    ArrayRef, RecordBatch,
    builder::{ArrayBuilder, Int64Builder, StringBuilder, UInt8Builder},
};
use arrow_schema::{DataType, Field, Schema};
use parquet::{
    arrow::{ArrowWriter, arrow_writer::ArrowWriterOptions},
    basic::Compression,
    file::properties::WriterProperties,
};

use crate::{
    Table,
    line::{self, Gatherer, Line, decimal, number, status},
};

const HEAD: [&str; 7] = ["source", "measure", "group", "area", "period", "value", "status"];

/// Observations that are laid out in columns at once, so that the columns of millions need no memory of their own.
const CHUNK: usize = 1 << 16;

pub(crate) fn write_csv(tables: &[Table]) -> Vec<u8> {
    let mut writer = csv::WriterBuilder::new().terminator(csv::Terminator::Any(b'\n')).from_writer(Vec::new());
    let mut write = |fields: [&str; 7]| writer.write_record(fields).expect("writing to memory does not fail");
    write(HEAD);
    line::each(tables, |line| {
        let value = line.value.map(decimal).unwrap_or_default();
        write([line.source, line.measure, line.group, line.area, line.period, &value, line.status]);
    });
    writer.into_inner().expect("writing to memory does not fail")
}

/// The tables of the file, or the number of the first line that is not understood (0: the head).
pub(crate) fn read_csv(bytes: &[u8]) -> Result<Vec<Table>, usize> {
    let mut reader = csv::Reader::from_reader(bytes);
    if reader.headers().map_err(|_| 0_usize)? != HEAD[..] {
        return Err(0);
    }
    let mut tables = Gatherer::default();
    let (mut record, mut place) = (csv::StringRecord::new(), 1_usize);
    while reader.read_record(&mut record).map_err(|_| place)? {
        let [source, measure, group, area, period, value, sign] = std::array::from_fn(|i| record.get(i).unwrap_or(""));
        let value = if value.is_empty() { None } else { Some(number(value).ok_or(place)?) };
        let line = Line { source, measure, group, area, period, value, status: status(sign).ok_or(place)? };
        tables.push(line).ok_or(place)?;
        place += 1;
    }
    let tables = tables.finish();
    // There is one way to write a file of observations; quotes or line ends of another kind are not it.
    if write_csv(&tables) == bytes { Ok(tables) } else { Err(0) }
}

fn schema() -> Arc<Schema> {
    let text = |name| Field::new(name, DataType::Utf8, false);
    Arc::new(Schema::new(vec![
        text("source"),
        text("measure"),
        text("group"),
        text("area"),
        text("period"),
        // The number without its point; `decimals` says where that stands, so that nothing is rounded.
        Field::new("value", DataType::Int64, true),
        Field::new("decimals", DataType::UInt8, false),
        text("status"),
    ]))
}

/// Columns of some observations.
#[derive(Default)]
struct Columns {
    /// Source, measure, group, area, period.
    texts: [StringBuilder; 5],
    values: Int64Builder,
    decimals: UInt8Builder,
    status: StringBuilder,
}

impl Columns {
    fn push(&mut self, line: Line<'_>) {
        let texts = [line.source, line.measure, line.group, line.area, line.period];
        self.texts.iter_mut().zip(texts).for_each(|(column, text)| column.append_value(text));
        self.values.append_option(line.value.map(|number| number.scaled));
        self.decimals.append_value(line.value.map_or(0, |number| number.decimals));
        self.status.append_value(line.status);
    }

    /// Takes what has been laid out.
    fn take(&mut self) -> RecordBatch {
        let mut columns: Vec<ArrayRef> =
            self.texts.iter_mut().map(|column| Arc::new(column.finish()) as ArrayRef).collect();
        columns.push(Arc::new(self.values.finish()));
        columns.push(Arc::new(self.decimals.finish()));
        columns.push(Arc::new(self.status.finish()));
        RecordBatch::try_new(schema(), columns).expect("the columns fit the schema")
    }
}

pub(crate) fn write_parquet(tables: &[Table]) -> Vec<u8> {
    // Name and settings are fixed, so that the same observations give the same bytes.
    let properties = WriterProperties::builder()
        .set_created_by("Mehrklang, format 1".to_owned())
        .set_compression(Compression::SNAPPY)
        .build();
    let options = ArrowWriterOptions::new().with_properties(properties).with_skip_arrow_metadata(true);
    let mut writer =
        ArrowWriter::try_new_with_options(Vec::new(), schema(), options).expect("the schema can be written");
    let mut columns = Columns::default();
    let mut write = |columns: &mut Columns| writer.write(&columns.take()).expect("writing to memory does not fail");
    line::each(tables, |line| {
        columns.push(line);
        if columns.values.len() == CHUNK {
            write(&mut columns);
        }
    });
    write(&mut columns);
    writer.into_inner().expect("writing to memory does not fail")
}
