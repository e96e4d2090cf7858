//! Tables of pages as tables of a document: widths, heads, and forms with row heads.

use docx_rs::{Paragraph, Run, Table as Rows, TableCell, TableRow, WidthType};
use publication::page::{Cell, Page, Row, Span, Table, Text};

use crate::write::{WIDTH, Writer};

/// The width of a small letter in tables, in twentieths of a point.
const LETTER: usize = 108;
/// What the margins of a cell take.
const MARGINS: usize = 190;
/// The width of a small line.
const SPARK: usize = 1600;
/// Longer texts are broken; they do not ask for more room.
const LONG: usize = 60;

/// A table of figures below its caption; that of a chart is not captioned again if it would repeat the chart's title.
pub(crate) fn figures(writer: &mut Writer<'_>, page: &Page, table: &Table, of_chart: bool) {
    if !of_chart {
        writer.plain("Caption", &table.caption);
    }
    let widths = widths(table);
    let heads = table.heads.iter().zip(&widths).map(|(head, width)| {
        let style = if head.numeric { "TableNumber" } else { "TableText" };
        cell(*width, Paragraph::new().style(style).keep_next(true).add_run(Run::new().add_text(&head.text)))
    });
    let mut rows = vec![TableRow::new(heads.collect()).cant_split()];
    for row in &table.rows {
        rows.push(self::row(writer, page, row, &widths));
    }
    writer.table(Rows::new(rows).set_grid(widths), true, &table.caption);
    table.signs.iter().for_each(|sign| writer.plain("Legend", sign));
    // Two tables that follow each other would become one.
    if table.signs.is_empty() {
        writer.plain("Legend", "");
    }
}

fn row(writer: &mut Writer<'_>, page: &Page, row: &Row, widths: &[usize]) -> TableRow {
    let head = writer.spans(page, Paragraph::new().style("TableText"), &row.head);
    let mut cells = vec![cell(widths.first().copied().unwrap_or(WIDTH), head)];
    for (one, width) in row.cells.iter().zip(widths.iter().skip(1)) {
        let paragraph = match one {
            Cell::Text(text) => writer.spans(page, Paragraph::new().style("TableText"), text),
            Cell::Number { shown, .. } => Paragraph::new().style("TableNumber").add_run(Run::new().add_text(shown)),
            Cell::Spark(spark) => writer.spark(page, spark),
        };
        cells.push(cell(*width, paragraph));
    }
    TableRow::new(cells).cant_split()
}

/// What is to be said of a matter, each with its row head; a table without a head row.
pub(crate) fn form(writer: &mut Writer<'_>, page: &Page, terms: &[(String, Text)], caption: &str) {
    let widths = vec![WIDTH * 3 / 10, WIDTH - WIDTH * 3 / 10];
    let rows = terms.iter().map(|(term, about)| {
        let head = Paragraph::new().style("TableText").add_run(Run::new().add_text(term));
        let about = writer.spans(page, Paragraph::new().style("TableText"), about);
        TableRow::new(vec![cell(widths[0], head), cell(widths[1], about)]).cant_split()
    });
    let rows = Rows::new(rows.collect()).set_grid(widths.clone());
    writer.table(rows, false, caption);
    // The last paragraph of a document cannot be a table, and two tables that follow each other would become one.
    writer.plain("Legend", "");
}

fn cell(width: usize, paragraph: Paragraph) -> TableCell {
    TableCell::new().width(width, WidthType::Dxa).add_paragraph(paragraph)
}

/// How wide the columns are: no column is narrower than its longest word, and what is left goes to those with long texts.
fn widths(table: &Table) -> Vec<usize> {
    let columns: Vec<(usize, usize)> = (0..table.heads.len()).map(|place| column(table, place)).collect();
    let least: usize = columns.iter().map(|(least, _)| least).sum();
    let most: usize = columns.iter().map(|(_, most)| most).sum();
    let widths = columns.iter().map(|(own, best)| match most.checked_sub(least) {
        // What is left when all have what they want goes to all alike.
        _ if most <= WIDTH => best + (WIDTH - most) / columns.len(),
        Some(wanted) if wanted > 0 => own + WIDTH.saturating_sub(least) * (best - own) / wanted,
        _ => *own,
    });
    // Where not even the words have room, all columns become narrower alike.
    let sum = least.max(WIDTH);
    widths.map(|width| width * WIDTH / sum).collect()
}

/// The least and the best width of a column.
fn column(table: &Table, place: usize) -> (usize, usize) {
    let head = needs(&table.heads[place].text);
    // Heads may be broken into two lines.
    let least = (head.0 + MARGINS, head.0.max(head.1 / 2) + MARGINS);
    let cells = table.rows.iter().map(|row| match place.checked_sub(1).map(|place| row.cells.get(place)) {
        None => needs(&text(&row.head)),
        Some(Some(Cell::Text(said))) => needs(&text(said)),
        // A number is not broken.
        Some(Some(Cell::Number { shown, .. })) => (letters(shown), letters(shown)),
        Some(Some(Cell::Spark(_))) => (SPARK, SPARK),
        Some(None) => (0, 0),
    });
    cells.fold(least, |most, one| (most.0.max(one.0 + MARGINS), most.1.max(one.1 + MARGINS)))
}

/// The width of the longest word and that of the whole.
fn needs(text: &str) -> (usize, usize) {
    let word = text.split([' ', '-']).map(letters).max().unwrap_or(0);
    (word, letters(text).min(LONG * LETTER).max(word))
}

fn letters(text: &str) -> usize {
    text.chars().count() * LETTER
}

fn text(text: &[Span]) -> String {
    let words = |span: &Span| match span {
        Span::Plain(text) | Span::Strong(text) | Span::Emphasis(text) => text.clone(),
        Span::Link(link) => link.text.clone(),
    };
    text.iter().map(words).collect()
}

#[cfg(test)]
mod tests {
    use publication::page::{Head, Look};

    use super::*;

    fn table(heads: &[&str], cells: &[&str]) -> Table {
        let number = |shown: &&str| Cell::Number { shown: (*shown).to_owned(), look: Look::Value, value: None };
        let plain = |text: &str| vec![Span::Plain(text.to_owned())];
        Table {
            caption: String::new(),
            heads: heads.iter().map(|head| Head { text: (*head).to_owned(), numeric: true }).collect(),
            rows: vec![Row { head: plain(cells[0]), cells: cells[1..].iter().map(number).collect() }],
            signs: Vec::new(),
        }
    }

    #[test]
    fn columns_fill_the_line_and_no_word_is_broken() {
        let heads = ["Zeitraum", "insgesamt", "Deutsch und weitere Sprachen", "andere Sprachen"];
        let widths = widths(&table(&heads, &["2024", "77,0 p", "73,8 p", "54,3 p"]));
        assert!((WIDTH - 4..=WIDTH).contains(&widths.iter().sum()), "{widths:?}");
        assert!(widths.iter().zip(heads).all(|(width, head)| *width >= needs(head).0 + MARGINS), "{widths:?}");
        assert!(widths.iter().all(|width| *width > WIDTH / 6), "what is left goes to all: {widths:?}");
    }

    #[test]
    fn too_many_columns_become_narrower_alike() {
        let heads = vec!["Zuwanderungsgeschichte"; 12];
        let widths = widths(&table(&heads, &["1"; 12]));
        assert!(widths.iter().all(|width| *width == widths[0] && *width > 0), "{widths:?}");
        assert!(widths.iter().sum::<usize>() <= WIDTH);
    }
}
