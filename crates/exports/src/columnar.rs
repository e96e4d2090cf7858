//! Parquet: all figures of the release in one table, `download/release.parquet`.

use std::sync::Arc;

use arrow_array::{ArrayRef, Float64Array, RecordBatch, StringArray};
use arrow_schema::{DataType, Field, Schema};
use parquet::{
    arrow::{ArrowWriter, arrow_writer::ArrowWriterOptions},
    basic::Compression,
    file::properties::WriterProperties,
};

use crate::{Dataset, File, Format, dataset::group_code};

/// One row for each figure; codes as in the CSV files, numbers as floating point.
pub fn parquet(datasets: &[Dataset<'_>]) -> File {
    let rows: Vec<_> = datasets.iter().flat_map(|of| of.observations.iter().map(move |one| (of, one))).collect();
    let text = |cell: &dyn Fn(&(&Dataset<'_>, &crate::Observation<'_>)) -> String| -> ArrayRef {
        Arc::new(StringArray::from_iter_values(rows.iter().map(cell)))
    };
    let number = |cell: &dyn Fn(&crate::Observation<'_>) -> Option<f64>| -> ArrayRef {
        Arc::new(Float64Array::from_iter(rows.iter().map(|(_, one)| cell(one))))
    };
    let columns = [
        ("indicator", text(&|(of, _)| of.indicator.name.to_string())),
        ("title", text(&|(of, _)| of.indicator.title.de.clone())),
        ("area", text(&|(of, one)| of.areas[one.area].code.to_string())),
        ("area_name", text(&|(of, one)| of.areas[one.area].name.clone())),
        ("level", text(&|(of, one)| of.areas[one.area].level.to_string())),
        ("period", text(&|(of, one)| of.periods[one.period].to_string())),
        ("group", text(&|(of, one)| group_code(of.groups[one.group]))),
        ("value", number(&|one| one.number())),
        ("unit", text(&|(of, _)| of.indicator.unit.de.clone())),
        ("numerator", number(&|one| one.numerator.map(release::Number::to_f64))),
        ("denominator", number(&|one| one.denominator.map(release::Number::to_f64))),
        ("status", text(&|(_, one)| one.status.to_owned())),
        ("observation_status", text(&|(_, one)| one.observation_status().to_owned())),
        ("confidentiality", text(&|(_, one)| one.confidentiality().to_owned())),
    ];
    let field = |(name, column): &(&str, ArrayRef)| {
        Field::new(*name, column.data_type().clone(), *column.data_type() == DataType::Float64)
    };
    let schema = Arc::new(Schema::new(columns.iter().map(field).collect::<Vec<_>>()));
    let columns = columns.into_iter().map(|(_, column)| column).collect();
    let batch = RecordBatch::try_new(schema.clone(), columns).expect("the columns fit the schema");
    // Name and settings are fixed, so that the same figures give the same bytes.
    let properties =
        WriterProperties::builder().set_created_by("Mehrklang".to_owned()).set_compression(Compression::SNAPPY).build();
    let options = ArrowWriterOptions::new().with_properties(properties).with_skip_arrow_metadata(true);
    let mut writer = ArrowWriter::try_new_with_options(Vec::new(), schema, options).expect("the schema can be written");
    writer.write(&batch).expect("writing to memory does not fail");
    let bytes = writer.into_inner().expect("writing to memory does not fail");
    File { path: "download/release.parquet".to_owned(), format: Format::Parquet, indicator: None, bytes }
}
