//! The two files of observations: `observations.csv` for people, `observations.parquet` for programs.
//!
//! Both say the same; a release is opened from the CSV. The reader of the parquet crate panics on some malformed
//! files (a negative column start, say), and opening must not.

use std::sync::Arc;

use arrow_array::{ArrayRef, Int64Array, RecordBatch, StringArray, UInt8Array};
use arrow_schema::{DataType, Field, Schema};
use parquet::{
    arrow::{ArrowWriter, arrow_writer::ArrowWriterOptions},
    basic::Compression,
    file::properties::WriterProperties,
};

use crate::line::{Line, decimal, number, status};

const HEAD: [&str; 7] = ["source", "measure", "group", "area", "period", "value", "status"];

pub(crate) fn write_csv(lines: &[Line]) -> Vec<u8> {
    let mut writer = csv::WriterBuilder::new().terminator(csv::Terminator::Any(b'\n')).from_writer(Vec::new());
    let mut write = |fields: [&str; 7]| writer.write_record(fields).expect("writing to memory does not fail");
    write(HEAD);
    for line in lines {
        let value = line.value.map(decimal).unwrap_or_default();
        write([&line.source, &line.measure, &line.group, &line.area, &line.period, &value, line.status]);
    }
    writer.into_inner().expect("writing to memory does not fail")
}

/// The lines of the file, or the number of the first one that is not understood (0: the head).
pub(crate) fn read_csv(bytes: &[u8]) -> Result<Vec<Line>, usize> {
    let mut reader = csv::Reader::from_reader(bytes);
    if reader.headers().map_err(|_| 0_usize)? != HEAD[..] {
        return Err(0);
    }
    let mut lines = Vec::new();
    for (record, place) in reader.into_records().zip(1_usize..) {
        let record = record.map_err(|_| place)?;
        let [source, measure, group, area, period, value, sign] = std::array::from_fn(|i| record.get(i).unwrap_or(""));
        lines.push(Line {
            source: source.to_owned(),
            measure: measure.to_owned(),
            group: group.to_owned(),
            area: area.to_owned(),
            period: period.to_owned(),
            value: if value.is_empty() { None } else { Some(number(value).ok_or(place)?) },
            status: status(sign).ok_or(place)?,
        });
    }
    // There is one way to write a file of observations; quotes or line ends of another kind are not it.
    if write_csv(&lines) == bytes { Ok(lines) } else { Err(0) }
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

pub(crate) fn write_parquet(lines: &[Line]) -> Vec<u8> {
    let text = |part: fn(&Line) -> &str| Arc::new(StringArray::from_iter_values(lines.iter().map(part))) as ArrayRef;
    let columns: Vec<ArrayRef> = vec![
        text(|line| &line.source),
        text(|line| &line.measure),
        text(|line| &line.group),
        text(|line| &line.area),
        text(|line| &line.period),
        Arc::new(Int64Array::from_iter(lines.iter().map(|line| line.value.map(|number| number.scaled)))),
        Arc::new(UInt8Array::from_iter_values(lines.iter().map(|line| line.value.map_or(0, |n| n.decimals)))),
        text(|line| line.status),
    ];
    let batch = RecordBatch::try_new(schema(), columns).expect("the columns fit the schema");
    // Name and settings are fixed, so that the same observations give the same bytes.
    let properties = WriterProperties::builder()
        .set_created_by("Mehrklang, format 1".to_owned())
        .set_compression(Compression::SNAPPY)
        .build();
    let options = ArrowWriterOptions::new().with_properties(properties).with_skip_arrow_metadata(true);
    let mut writer =
        ArrowWriter::try_new_with_options(Vec::new(), schema(), options).expect("the schema can be written");
    writer.write(&batch).expect("writing to memory does not fail");
    writer.into_inner().expect("writing to memory does not fail")
}
