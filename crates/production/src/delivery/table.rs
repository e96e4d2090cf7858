//! One plain table of text: what every format becomes before it is understood.

use std::ops::Range;

use super::words::plain;

/// Heads and rows of a file. It has no `Debug`: its cells are not for messages.
pub(super) struct Table {
    /// For each column the texts by which it may be known, compared plainly; none for a column without a head.
    pub(super) heads: Vec<Vec<String>>,
    /// Row of the head in the file, for remarks; 0 where the format has no such row.
    pub(super) head_row: u64,
    /// The text of all cells, one after the other.
    text: String,
    /// Where each cell's text stands.
    cells: Vec<Range<usize>>,
    /// Row number in the file and the first cell of each row.
    rows: Vec<(u64, usize)>,
}

impl Table {
    /// A table without rows. `head` holds the rows of the head, top first.
    pub(super) fn new(head: &[Vec<String>], head_row: u64) -> Table {
        Table { heads: heads(head), head_row, text: String::new(), cells: Vec::new(), rows: Vec::new() }
    }

    /// Begins a row.
    pub(super) fn begin_row(&mut self, number: u64) {
        self.rows.push((number, self.cells.len()));
    }

    /// Adds a cell to the row that was begun last.
    pub(super) fn push(&mut self, cell: &str) {
        let start = self.text.len();
        self.text.push_str(cell);
        self.cells.push(start..self.text.len());
    }

    /// How many rows there are.
    pub(super) fn len(&self) -> usize {
        self.rows.len()
    }

    /// The number of a row in the file.
    pub(super) fn number(&self, row: usize) -> u64 {
        self.rows[row].0
    }

    fn range(&self, row: usize) -> Range<usize> {
        self.rows[row].1..self.rows.get(row + 1).map_or(self.cells.len(), |next| next.1)
    }

    /// How many cells a row has; formats may leave out empty ones at its end.
    pub(super) fn width(&self, row: usize) -> usize {
        self.range(row).len()
    }

    /// A cell; empty where the row is shorter.
    pub(super) fn cell(&self, row: usize, column: usize) -> &str {
        let range = self.range(row);
        match range.start + column {
            at if at < range.end => &self.text[self.cells[at].clone()],
            _ => "",
        }
    }

    /// Puts another text into a cell, for declared corrections; says whether the row reaches so far.
    pub(super) fn set(&mut self, row: usize, column: usize, text: &str) -> bool {
        let range = self.range(row);
        let at = range.start + column;
        if at >= range.end {
            return false;
        }
        let start = self.text.len();
        self.text.push_str(text);
        self.cells[at] = start..self.text.len();
        true
    }

    /// Keeps the rows for which `keep` holds.
    pub(super) fn retain(&mut self, keep: impl Fn(&Table, usize) -> bool) {
        let mut kept = Table {
            heads: Vec::new(),
            head_row: 0,
            text: String::with_capacity(self.text.len()),
            cells: Vec::with_capacity(self.cells.len()),
            rows: Vec::with_capacity(self.rows.len()),
        };
        for row in 0..self.len() {
            if keep(self, row) {
                kept.begin_row(self.number(row));
                (0..self.width(row)).for_each(|column| kept.push(self.cell(row, column)));
            }
        }
        (self.text, self.cells, self.rows) = (kept.text, kept.cells, kept.rows);
    }

    /// The column of this head.
    pub(super) fn column(&self, head: &str) -> Option<usize> {
        let head = plain(head);
        self.heads.iter().position(|heads| heads.contains(&head))
    }
}

/// Joins stacked heads with " / ". Where a cell of an upper row is empty, the head to its left may reach over it
/// (files lose merged cells in CSV), so such a column is known by both texts.
fn heads(rows: &[Vec<String>]) -> Vec<Vec<String>> {
    let width = rows.iter().map(Vec::len).max().unwrap_or(0);
    let cell = |row: usize, column: usize| rows[row].get(column).map_or("", String::as_str);
    let mut reaching: Vec<String> = vec![String::new(); rows.len()];
    let mut heads = Vec::with_capacity(width);
    for column in 0..width {
        let mut texts = Vec::new();
        let written = join((0..rows.len()).map(|row| plain(cell(row, column))));
        for (row, reaching) in reaching.iter_mut().enumerate() {
            let own = plain(cell(row, column));
            if !own.is_empty() || row + 1 == rows.len() {
                *reaching = own;
            }
        }
        let filled = join(reaching.iter().cloned());
        for text in [written, filled] {
            if !text.is_empty() && !texts.contains(&text) {
                texts.push(text);
            }
        }
        heads.push(texts);
    }
    // A column that has no text of its own in the last row and only reaches is no column.
    if let Some(last) = rows.len().checked_sub(1) {
        for (column, texts) in heads.iter_mut().enumerate() {
            if (0..=last).all(|row| plain(cell(row, column)).is_empty()) {
                texts.clear();
            }
        }
    }
    heads
}

/// Empty parts, and parts that repeat the one above, are left out.
fn join(parts: impl Iterator<Item = String>) -> String {
    let mut kept: Vec<String> = Vec::new();
    for part in parts {
        if !part.is_empty() && kept.last() != Some(&part) {
            kept.push(part);
        }
    }
    kept.join(" / ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn head(rows: &[&[&str]]) -> Vec<Vec<String>> {
        heads(&rows.iter().map(|row| row.iter().map(|cell| (*cell).to_owned()).collect()).collect::<Vec<_>>())
    }

    #[test]
    fn stacked_heads_are_joined() {
        assert_eq!(
            head(&[&["Bezirk", "2015", "", "2016"], &["", "deutsch", "ausländisch", "deutsch"]]),
            [vec!["bezirk"], vec!["2015 / deutsch"], vec!["ausländisch", "2015 / ausländisch"], vec!["2016 / deutsch"]]
        );
        // Merged over both rows.
        assert_eq!(head(&[&["Bezirk"], &["Bezirk"]]), [vec!["bezirk"]]);
        assert_eq!(head(&[&["A", ""], &["", ""]]), [vec!["a"], vec![]]);
        assert_eq!(head(&[]), Vec::<Vec<String>>::new());
    }

    #[test]
    fn cells_are_found_replaced_and_left_out() {
        let mut table = Table::new(&[vec!["a".to_owned(), "b".to_owned()]], 1);
        for (number, cells) in [(2, &["1", "2"][..]), (3, &["3"]), (5, &["4", "5", "6"])] {
            table.begin_row(number);
            cells.iter().for_each(|cell| table.push(cell));
        }
        assert_eq!((table.cell(0, 1), table.cell(1, 1), table.cell(2, 2), table.cell(2, 9)), ("2", "", "6", ""));
        assert!(table.set(2, 1, "fünf"));
        assert!(!table.set(1, 1, "x"));
        table.retain(|table, row| table.width(row) != 1);
        assert_eq!((table.len(), table.number(1), table.cell(1, 1)), (2, 5, "fünf"));
        assert_eq!(table.column(" B "), Some(1));
    }
}
