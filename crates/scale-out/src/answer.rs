//! Questions and answers, line by line.
//!
//! A question is `{"file": path, "sql": text}`: the text asks a table `extract`, which is that Parquet file, seen from the
//! working directory. The answer
//! is one JSON array a row, then the line `"end"`; or the line `"failed"`.

use std::io::{BufRead, Write};

use ballista::{
    datafusion::prelude::SessionContext,
    extension::{SessionConfigExt, SessionContextExt},
};
use datafusion::{
    arrow::{
        array::{Array, AsArray, RecordBatch},
        compute::cast,
        datatypes::{DataType, Int64Type},
    },
    error::DataFusionError,
    execution::{SessionState, SessionStateBuilder},
    prelude::{ParquetReadOptions, SessionConfig},
};
use futures::StreamExt;
use serde_json::Value;

/// The largest message between processes, in bytes: a question with every spelling of a place of birth fits.
pub(crate) const MESSAGE: u32 = 256 << 20;

/// Into how many parts a question is divided.
const PARTS: usize = 16;

/// Answers until no more is asked.
pub(crate) async fn answer(engine: &str) -> Result<(), &'static str> {
    for line in std::io::stdin().lock().lines() {
        let line = line.map_err(|_| "the question could not be read")?;
        let question: Value = serde_json::from_str(&line).map_err(|_| "the question is not JSON")?;
        let (Some(file), Some(sql)) = (question["file"].as_str(), question["sql"].as_str()) else {
            return Err("the question has no file or no SQL");
        };
        let mut out = std::io::BufWriter::new(std::io::stdout().lock());
        let end = match rows(engine, file, sql, &mut out).await {
            Ok(()) => "\"end\"\n",
            Err(_) => "\"failed\"\n",
        };
        out.write_all(end.as_bytes()).and_then(|()| out.flush()).map_err(|_| "nobody listens to the answer")?;
    }
    Ok(())
}

/// Asks, and writes the rows as they come.
async fn rows(engine: &str, file: &str, sql: &str, out: &mut impl Write) -> Result<(), DataFusionError> {
    let context = context(engine).await?;
    // Executors find it under the whole path only.
    let file = std::path::absolute(file)?;
    let file = file.to_str().ok_or(DataFusionError::Configuration("a path that is no text".to_owned()))?;
    context.register_parquet("extract", file, ParquetReadOptions::default()).await?;
    let mut batches = context.sql(sql).await?.execute_stream().await?;
    while let Some(batch) = batches.next().await {
        write(&batch?, out)?;
    }
    Ok(())
}

/// A new session for each question, so that nothing of one is left for the next.
async fn context(engine: &str) -> Result<SessionContext, DataFusionError> {
    let Some(address) = engine.strip_prefix("ballista://") else {
        return match engine {
            "datafusion" => Ok(SessionContext::new()),
            _ => Err(DataFusionError::Configuration("no such engine".to_owned())),
        };
    };
    let config = SessionConfig::new_with_ballista()
        .with_target_partitions(PARTS)
        .with_ballista_grpc_client_max_message_size(MESSAGE as usize)
        .with_ballista_job_name("base cells");
    let state: SessionState = SessionStateBuilder::new().with_config(config).with_default_features().build();
    SessionContext::remote_with_state(&format!("df://{address}"), state).await
}

/// A row as an array of whole numbers, texts and nulls.
fn write(batch: &RecordBatch, out: &mut impl Write) -> Result<(), DataFusionError> {
    let columns: Result<Vec<_>, _> = batch
        .columns()
        .iter()
        .map(|column| match column.data_type() {
            DataType::Utf8 | DataType::LargeUtf8 | DataType::Utf8View => cast(column, &DataType::LargeUtf8),
            DataType::Date32 => cast(&cast(column, &DataType::Int32)?, &DataType::Int64),
            _ => cast(column, &DataType::Int64),
        })
        .collect();
    let columns = columns?;
    let cell = |column: &dyn Array, row: usize| match column.as_string_opt::<i64>() {
        _ if column.is_null(row) => Value::Null,
        Some(texts) => Value::from(texts.value(row)),
        None => Value::from(column.as_primitive::<Int64Type>().value(row)),
    };
    for row in 0..batch.num_rows() {
        let cells: Vec<Value> = columns.iter().map(|column| cell(column, row)).collect();
        writeln!(out, "{}", Value::Array(cells))?;
    }
    Ok(())
}
