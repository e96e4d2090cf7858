//! A sheet of a spreadsheet as a table.

use std::io::Cursor;

use calamine::{DataRef, Reader, Xlsx};
use catalogue::{Remark, model::Layout};

use super::{findings::Findings, table::Table, values};

/// A cell that is not empty, with its column.
type Filled = (u32, String);

/// Reads a sheet; what is wrong with the file as a whole is remarked.
pub(super) fn read(bytes: &[u8], sheet: Option<&str>, layout: &Layout, findings: &mut Findings<'_>) -> Option<Table> {
    let unreadable = |findings: &mut Findings<'_>| {
        findings.add(Remark::error("unreadable-file", findings.whole()).with("format", "xlsx").hinted());
    };
    let Ok(mut book) = Xlsx::new(Cursor::new(bytes)) else {
        unreadable(findings);
        return None;
    };
    let names = book.sheet_names();
    let name = match sheet {
        Some(sheet) => names.iter().find(|name| name.trim() == sheet.trim()).cloned(),
        None => names.first().cloned(),
    };
    let Some(name) = name else {
        let remark = Remark::error("no-such-sheet", findings.whole());
        findings.add(remark.with("sheet", sheet.unwrap_or_default()).hinted());
        return None;
    };
    let Some(rows) = rows_of(&mut book, &name, layout.decimal) else {
        unreadable(findings);
        return None;
    };
    let merged = book.merge_cells_by_sheet_name(&name).unwrap_or_default();
    // Rows of the head, counted from 0 like those of the sheet.
    let head_rows = layout.skip_rows..layout.skip_rows.saturating_add(layout.head_rows);
    let mut head: Vec<Vec<String>> = vec![Vec::new(); head_rows.len()];
    for (row, cells) in &rows {
        if let Some(line) = row.checked_sub(head_rows.start).and_then(|line| head.get_mut(line as usize)) {
            cells.iter().for_each(|(column, text)| put(line, *column, text));
        }
    }
    // A merged head belongs to every column and row that it covers.
    for region in &merged {
        let ((top, left), (bottom, right)) = (region.start, region.end);
        let Some(first) = top.checked_sub(head_rows.start).filter(|line| *line < layout.head_rows) else { continue };
        let text = head[first as usize].get(left as usize).cloned().unwrap_or_default();
        for line in first..=(bottom.saturating_sub(head_rows.start)).min(layout.head_rows - 1) {
            (left..=right.min(left.saturating_add(1 << 14)))
                .for_each(|column| put(&mut head[line as usize], column, &text));
        }
    }
    let mut table = Table::new(&head, u64::from(head_rows.end));
    for (row, cells) in rows.iter().filter(|(row, _)| *row >= head_rows.end) {
        table.begin_row(u64::from(*row) + 1);
        let mut next = 0;
        for (column, text) in cells {
            (next..*column).for_each(|_| table.push(""));
            table.push(text);
            next = column + 1;
        }
        // Spreadsheets leave out empty cells at the end of a row.
        (next as usize..table.heads.len()).for_each(|_| table.push(""));
    }
    Some(table)
}

fn put(line: &mut Vec<String>, column: u32, text: &str) {
    let column = column as usize;
    if text.is_empty() || column >= 1 << 14 {
        return;
    }
    if line.len() <= column {
        line.resize(column + 1, String::new());
    }
    line[column] = text.to_owned();
}

/// The rows that hold anything, sorted, each with its cells from left to right.
fn rows_of(book: &mut Xlsx<Cursor<&[u8]>>, name: &str, decimal: char) -> Option<Vec<(u32, Vec<Filled>)>> {
    let mut cells = book.worksheet_cells_reader(name).ok()?;
    let mut rows: std::collections::BTreeMap<u32, std::collections::BTreeMap<u32, String>> = Default::default();
    while let Some(cell) = cells.next_cell().ok()? {
        let (row, column) = cell.get_position();
        let text = text_of(cell.get_value(), decimal);
        if !text.is_empty() && column < 1 << 14 {
            rows.entry(row).or_default().insert(column, text);
        }
    }
    Some(rows.into_iter().map(|(row, cells)| (row, cells.into_iter().collect())).collect())
}

/// A cell as text, as a German office would see it.
fn text_of(value: &DataRef<'_>, decimal: char) -> String {
    match value {
        DataRef::Int(number) => number.to_string(),
        DataRef::Float(number) => values::spreadsheet_number(*number, decimal),
        DataRef::String(text) => text.clone(),
        DataRef::SharedString(text) => (*text).to_owned(),
        DataRef::Bool(yes) => yes.to_string(),
        DataRef::DateTime(date) if date.is_datetime() => {
            let (year, month, day, ..) = date.to_ymd_hms_milli();
            format!("{year:04}-{month:02}-{day:02}")
        }
        DataRef::DateTime(duration) => values::spreadsheet_number(duration.as_f64(), decimal),
        DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => text.clone(),
        // A formula that failed is no number; the row that needs it says so.
        DataRef::Error(_) => "#".to_owned(),
        DataRef::Empty => String::new(),
    }
}
