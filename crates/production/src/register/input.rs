//! A file of a register as parts that can be read independently of one another, a few columns at a time.

use std::{panic::catch_unwind, sync::Arc};

use arrow_array::{ArrayRef, BooleanArray, StringArray};
use arrow_schema::{DataType, Field, Schema};
use arrow_select::filter::filter;
use bytes::Bytes;
use catalogue::{
    Remark,
    model::{Format, Item, Register},
};
use parquet::arrow::{
    ProjectionMask,
    arrow_reader::{ArrowReaderMetadata, ArrowReaderOptions, ParquetRecordBatchReaderBuilder},
};

use crate::delivery::{encoding, findings::Findings, words::plain};

/// Persons that are worked on at once: a multiple of the rows that rules answer at once.
const ROWS: usize = 16 * rules::BATCH;

/// A file, opened.
pub(super) struct Input {
    /// The items and the place of the column that holds each.
    columns: Vec<(Item, usize)>,
    kind: Kind,
}

enum Kind {
    Csv { text: String, delimiter: u8, parts: Vec<Chunk> },
    Parquet { bytes: Bytes, metadata: ArrowReaderMetadata },
}

/// Some lines of a text.
struct Chunk {
    start: usize,
    end: usize,
    first_row: u64,
}

/// Some rows of some columns. It is about persons, so there is no `Debug`.
pub(super) struct Rows {
    /// The number of the first row in the file, as remarks name it.
    pub(super) first: u64,
    pub(super) len: usize,
    columns: Vec<(Item, ArrayRef)>,
}

/// A column of a Parquet file.
pub(super) struct Head {
    pub(super) item: Item,
    /// Its name in the file.
    pub(super) head: String,
    pub(super) is_day: bool,
    pub(super) is_text: bool,
}

impl Rows {
    /// Rows of which one column is known.
    pub(super) fn of_column(item: Item, column: ArrayRef) -> Rows {
        Rows { first: 1, len: column.len(), columns: vec![(item, column)] }
    }

    pub(super) fn column(&self, item: Item) -> Option<&ArrayRef> {
        self.columns.iter().find(|(own, _)| *own == item).map(|(_, column)| column)
    }

    /// Only some of the rows; of a mask of another length, none. Their numbers in the file are lost.
    pub(super) fn only(&self, keep: &BooleanArray) -> Rows {
        let keep = if keep.len() == self.len { keep } else { &BooleanArray::from(vec![false; self.len]) };
        let filtered = |column: &ArrayRef| filter(column, keep).expect("the mask is as long as the column");
        let columns = self.columns.iter().map(|(item, column)| (*item, filtered(column))).collect();
        Rows { first: self.first, len: keep.true_count(), columns }
    }
}

/// A part could not be read.
pub(super) struct Unreadable;

impl Input {
    /// Opens a file; what is wrong with it as a whole is remarked.
    pub(super) fn open(bytes: Bytes, register: &Register, findings: &mut Findings<'_>) -> Option<Input> {
        let is_parquet = bytes.starts_with(b"PAR1");
        let (declared, near) = match (&register.format, is_parquet) {
            (Format::Parquet, false) => ("parquet", "csv"),
            (Format::Csv { .. }, true) => ("csv", "parquet"),
            _ => ("", ""),
        };
        if !declared.is_empty() {
            let remark = Remark::error("other-format", findings.whole());
            findings.add(remark.with("declared", declared).with("near", near).hinted());
            return None;
        }
        match &register.format {
            Format::Csv { encoding, delimiter } => {
                let text = match encoding::decode(&bytes, *encoding) {
                    Ok(text) => text.into_owned(),
                    Err(other) => {
                        let remark = Remark::error("other-encoding", findings.whole());
                        findings.add(remark.with("near", other.looks_like).hinted());
                        return None;
                    }
                };
                csv(text, *delimiter, register, findings)
            }
            _ => parquet(bytes, register, findings),
        }
    }

    /// The columns by their names in the file, if it is Parquet.
    pub(super) fn heads(&self) -> Option<Vec<Head>> {
        let Kind::Parquet { metadata, .. } = &self.kind else { return None };
        let head = |(item, place): &(Item, usize)| {
            let field = metadata.schema().field(*place);
            let is_text = matches!(field.data_type(), DataType::Utf8 | DataType::LargeUtf8 | DataType::Dictionary(..));
            Head { item: *item, head: field.name().clone(), is_day: *field.data_type() == DataType::Date32, is_text }
        };
        Some(self.columns.iter().map(head).collect())
    }

    /// How many parts there are.
    pub(super) fn parts(&self) -> usize {
        match &self.kind {
            Kind::Csv { parts, .. } => parts.len(),
            Kind::Parquet { metadata, .. } => metadata.metadata().num_row_groups(),
        }
    }

    /// Reads these items of a part, some rows at a time.
    pub(super) fn read(&self, part: usize, items: &[Item], mut take: impl FnMut(&Rows)) -> Result<(), Unreadable> {
        let wanted: Vec<(Item, usize)> =
            self.columns.iter().filter(|(item, _)| items.contains(item)).copied().collect();
        match &self.kind {
            Kind::Csv { text, delimiter, parts } => {
                let Some(chunk) = parts.get(part) else { return Ok(()) };
                read_csv(&text[chunk.start..chunk.end], *delimiter, chunk.first_row, &wanted, &mut take);
                Ok(())
            }
            Kind::Parquet { bytes, metadata } => {
                let groups = metadata.metadata().row_groups();
                let before: i64 = groups[..part].iter().map(|group| group.num_rows()).sum();
                let mut first = u64::try_from(before).unwrap_or_default() + 1;
                let mask = ProjectionMask::roots(
                    metadata.metadata().file_metadata().schema_descr(),
                    wanted.iter().map(|(_, place)| *place),
                );
                let reader = ParquetRecordBatchReaderBuilder::new_with_metadata(bytes.clone(), metadata.clone())
                    .with_row_groups(vec![part])
                    .with_projection(mask)
                    .with_batch_size(ROWS)
                    .build()
                    .map_err(|_| Unreadable)?;
                // Projected columns come in the order of the file.
                let mut order = wanted;
                order.sort_by_key(|(_, place)| *place);
                for batch in reader {
                    let batch = batch.map_err(|_| Unreadable)?;
                    let columns = order.iter().map(|(item, _)| *item).zip(batch.columns().iter().cloned()).collect();
                    let rows = Rows { first, len: batch.num_rows(), columns };
                    first += batch.num_rows() as u64;
                    take(&rows);
                }
                Ok(())
            }
        }
    }
}

/// Finds the declared columns among the heads of a file.
fn columns(heads: &[String], register: &Register, findings: &mut Findings<'_>) -> Vec<(Item, usize)> {
    let heads: Vec<String> = heads.iter().map(|head| plain(head)).collect();
    let mut found = Vec::new();
    for column in &register.columns {
        match heads.iter().position(|head| *head == plain(&column.head)) {
            Some(place) => found.push((column.is, place)),
            None => {
                let near = catalogue::nearest(&plain(&column.head), heads.iter().map(String::as_str));
                let remark = Remark::error("register-column-missing", findings.whole());
                let remark = remark.with("column", column.head.as_str());
                findings.add(match near {
                    Some(near) => remark.with("near", near).hinted(),
                    None => remark,
                });
            }
        }
    }
    found
}

fn unreadable(format: &'static str, findings: &mut Findings<'_>) {
    findings.add(Remark::error("unreadable-file", findings.whole()).with("format", format).hinted());
}

fn parquet(bytes: Bytes, register: &Register, findings: &mut Findings<'_>) -> Option<Input> {
    // The library asserts what it expects of metadata, so a damaged file may panic in there; to us that is one more
    // way of being unreadable. Nothing outlives the call that could be left half done.
    let opened = catch_unwind(|| {
        let plainly = ArrowReaderMetadata::load(&bytes, ArrowReaderOptions::new()).ok()?;
        // Texts are worked with as dictionaries, which is how they lie in the file.
        let coded = |field: &Arc<Field>| match field.data_type() {
            DataType::Utf8 | DataType::LargeUtf8 => {
                let kind = DataType::Dictionary(Box::new(DataType::Int32), Box::new(DataType::Utf8));
                Arc::new(Field::new(field.name(), kind, field.is_nullable()))
            }
            _ => field.clone(),
        };
        let keys = [Item::Person, Item::Household, Item::Representative1, Item::Representative2];
        let is_key = |name: &str| {
            register.columns.iter().any(|column| keys.contains(&column.is) && plain(&column.head) == plain(name))
        };
        // Where nothing stands there is no dictionary, and the library would make one, row by row.
        let is_empty = |place: usize| {
            plainly.metadata().row_groups().iter().all(|group| {
                let nulls = group.columns().get(place).and_then(|chunk| chunk.statistics()?.null_count_opt());
                nulls.is_some() && nulls == u64::try_from(group.num_rows()).ok()
            })
        };
        let kind = |(place, field): (usize, &Arc<Field>)| match field.data_type() {
            DataType::Utf8 | DataType::LargeUtf8 | DataType::Dictionary(..) if is_empty(place) => {
                Arc::new(Field::new(field.name(), DataType::Utf8, field.is_nullable()))
            }
            _ if is_key(field.name()) => field.clone(),
            _ => coded(field),
        };
        let fields: Vec<Arc<Field>> = plainly.schema().fields().iter().enumerate().map(kind).collect();
        let options = ArrowReaderOptions::new().with_schema(Arc::new(Schema::new(fields)));
        ArrowReaderMetadata::load(&bytes, options).ok()
    });
    let Some(metadata) = opened.ok().flatten() else {
        unreadable("parquet", findings);
        return None;
    };
    let heads: Vec<String> = metadata.schema().fields().iter().map(|field| field.name().clone()).collect();
    let columns = columns(&heads, register, findings);
    Some(Input { columns, kind: Kind::Parquet { bytes, metadata } })
}

fn csv(text: String, delimiter: Option<char>, register: &Register, findings: &mut Findings<'_>) -> Option<Input> {
    let head_end = text.find('\n').map_or(text.len(), |end| end + 1);
    let head = &text[..head_end];
    let declared = delimiter.and_then(|delimiter| u8::try_from(delimiter).ok());
    // The sign under which the head says most.
    let heads = |delimiter: u8| -> Vec<String> {
        let mut reader = csv_reader(head, delimiter);
        let record = reader.records().next().and_then(Result::ok).unwrap_or_default();
        record.iter().map(str::to_owned).collect()
    };
    let best = b";,\t|".iter().copied().max_by_key(|delimiter| (heads(*delimiter).len(), *delimiter == b';'));
    let delimiter = declared.or(best).unwrap_or(b';');
    let columns = columns(&heads(delimiter), register, findings);
    let mut parts = Vec::new();
    let (mut start, mut row, mut end, mut lines) = (head_end, 2, head_end, 0);
    for line in text[head_end..].split_inclusive('\n') {
        // A cell with a line break inside keeps the part together: quotes come in pairs.
        end += line.len();
        lines += 1;
        let quotes = || text[start..end].bytes().filter(|byte| *byte == b'"').count();
        if lines >= ROWS as u64 && quotes() % 2 == 0 {
            parts.push(Chunk { start, end, first_row: row });
            (start, row, lines) = (end, row + lines, 0);
        }
    }
    if start < end {
        parts.push(Chunk { start, end, first_row: row });
    }
    Some(Input { columns, kind: Kind::Csv { text, delimiter, parts } })
}

fn csv_reader(text: &str, delimiter: u8) -> csv::Reader<&[u8]> {
    csv::ReaderBuilder::new().delimiter(delimiter).has_headers(false).flexible(true).from_reader(text.as_bytes())
}

fn read_csv(text: &str, delimiter: u8, first: u64, wanted: &[(Item, usize)], take: &mut impl FnMut(&Rows)) {
    let mut reader = csv_reader(text, delimiter);
    let mut record = csv::StringRecord::new();
    let mut cells: Vec<Vec<Option<String>>> = wanted.iter().map(|_| Vec::new()).collect();
    let mut len = 0;
    // The text is valid and rows may be of any length, so nothing can fail here but memory.
    while reader.read_record(&mut record).is_ok_and(|more| more) {
        for ((_, place), cells) in wanted.iter().zip(&mut cells) {
            cells.push(record.get(*place).map(str::to_owned));
        }
        len += 1;
    }
    let column = |cells: Vec<Option<String>>| Arc::new(StringArray::from(cells)) as ArrayRef;
    let columns = wanted.iter().map(|(item, _)| *item).zip(cells.into_iter().map(column)).collect();
    if len > 0 {
        take(&Rows { first, len, columns });
    }
}
