//! A Parquet file as a table.

use std::panic::catch_unwind;

use arrow_array::{Array, ArrayRef, RecordBatch, cast::AsArray, types};
use arrow_schema::{DataType, TimeUnit};
use bytes::Bytes;
use catalogue::{Remark, model::Layout};
use parquet::arrow::arrow_reader::ParquetRecordBatchReaderBuilder;

use super::{findings::Findings, table::Table, values};

/// Reads a file; what is wrong with it as a whole is remarked. Its rows are counted from 1.
pub(super) fn read(bytes: &[u8], layout: &Layout, findings: &mut Findings<'_>) -> Option<Table> {
    // The library asserts what it expects of metadata, so a damaged file may panic in there; to us that is one more
    // way of being unreadable. Nothing outlives the call that could be left half done.
    let read = catch_unwind(|| batches(bytes)).ok().flatten();
    let table = read.and_then(|(heads, batches)| {
        let mut table = Table::new(&[heads], 0);
        let mut number = 0;
        for batch in batches {
            let columns: Option<Vec<Vec<String>>> =
                batch.columns().iter().map(|column| texts(column, layout.decimal)).collect();
            let columns = columns?;
            for row in 0..batch.num_rows() {
                number += 1;
                table.begin_row(number);
                columns.iter().for_each(|column| table.push(&column[row]));
            }
        }
        Some(table)
    });
    if table.is_none() {
        findings.add(Remark::error("unreadable-file", findings.whole()).with("format", "parquet").hinted());
    }
    table
}

fn batches(bytes: &[u8]) -> Option<(Vec<String>, Vec<RecordBatch>)> {
    let builder = ParquetRecordBatchReaderBuilder::try_new(Bytes::copy_from_slice(bytes)).ok()?;
    let heads = builder.schema().fields().iter().map(|field| field.name().clone()).collect();
    let batches: Result<Vec<RecordBatch>, _> = builder.build().ok()?.collect();
    Some((heads, batches.ok()?))
}

/// A column as text; none for a type that is no text, number or date.
fn texts(column: &ArrayRef, sign: char) -> Option<Vec<String>> {
    macro_rules! numbers {
        ($type:ty) => {
            each(column, column.as_primitive_opt::<$type>()?, |array, row| values::number(array.value(row), sign))
        };
    }
    Some(match column.data_type() {
        DataType::Null => vec![String::new(); column.len()],
        DataType::Utf8 => each(column, column.as_string_opt::<i32>()?, |array, row| array.value(row).to_owned()),
        DataType::LargeUtf8 => each(column, column.as_string_opt::<i64>()?, |array, row| array.value(row).to_owned()),
        DataType::Utf8View => each(column, column.as_string_view_opt()?, |array, row| array.value(row).to_owned()),
        DataType::Boolean => each(column, column.as_boolean_opt()?, |array, row| array.value(row).to_string()),
        DataType::Int8 => numbers!(types::Int8Type),
        DataType::Int16 => numbers!(types::Int16Type),
        DataType::Int32 => numbers!(types::Int32Type),
        DataType::Int64 => numbers!(types::Int64Type),
        DataType::UInt8 => numbers!(types::UInt8Type),
        DataType::UInt16 => numbers!(types::UInt16Type),
        DataType::UInt32 => numbers!(types::UInt32Type),
        DataType::UInt64 => numbers!(types::UInt64Type),
        DataType::Float32 => numbers!(types::Float32Type),
        DataType::Float64 => numbers!(types::Float64Type),
        DataType::Decimal128(_, scale) => {
            each(column, column.as_primitive_opt::<types::Decimal128Type>()?, |array, row| {
                values::decimal(array.value(row), *scale, sign)
            })
        }
        DataType::Date32 => each(column, column.as_primitive_opt::<types::Date32Type>()?, |array, row| {
            values::day(i64::from(array.value(row)))
        }),
        DataType::Timestamp(TimeUnit::Second, _) => {
            days(column, column.as_primitive_opt::<types::TimestampSecondType>()?, 86_400)
        }
        DataType::Timestamp(TimeUnit::Millisecond, _) => {
            days(column, column.as_primitive_opt::<types::TimestampMillisecondType>()?, 86_400_000)
        }
        DataType::Timestamp(TimeUnit::Microsecond, _) => {
            days(column, column.as_primitive_opt::<types::TimestampMicrosecondType>()?, 86_400_000_000)
        }
        DataType::Timestamp(TimeUnit::Nanosecond, _) => {
            days(column, column.as_primitive_opt::<types::TimestampNanosecondType>()?, 86_400_000_000_000)
        }
        DataType::Dictionary(..) => {
            let dictionary = column.as_any_dictionary_opt()?;
            let values = texts(dictionary.values(), sign)?;
            if values.is_empty() {
                return Some(vec![String::new(); column.len()]);
            }
            let keys = dictionary.normalized_keys();
            each(column, &keys, |keys, row| values[keys[row]].clone())
        }
        _ => return None,
    })
}

/// The days of timestamps, in the zone in which they are stored.
fn days<T: arrow_array::ArrowPrimitiveType<Native = i64>>(
    column: &ArrayRef,
    array: &arrow_array::PrimitiveArray<T>,
    units: i64,
) -> Vec<String> {
    each(column, array, |array, row| values::day(array.value(row).div_euclid(units)))
}

/// Each value as text; null is empty.
fn each<T: ?Sized>(column: &ArrayRef, array: &T, text: impl Fn(&T, usize) -> String) -> Vec<String> {
    (0..column.len()).map(|row| if column.is_null(row) { String::new() } else { text(array, row) }).collect()
}
