//! Character-separated text as a table.

use catalogue::{
    Remark,
    model::{Encoding, Layout, Role},
};

use super::{encoding, findings::Findings, table::Table, words::plain};

/// The signs that separate columns in offices' files, the most usual first.
const DELIMITERS: [char; 4] = [';', ',', '\t', '|'];

/// Reads a file; what is wrong with it as a whole is remarked.
pub(super) fn read(
    bytes: &[u8],
    encoding: Option<Encoding>,
    delimiter: Option<char>,
    layout: &Layout,
    findings: &mut Findings<'_>,
) -> Option<Table> {
    let text = match encoding::decode(bytes, encoding) {
        Ok(text) => text,
        Err(other) => {
            let remark = Remark::error("other-encoding", findings.whole());
            findings.add(remark.with("near", other.looks_like).hinted());
            return None;
        }
    };
    let (body, skipped) = skip_lines(&text, layout.skip_rows);
    let delimiter = delimiter_of(body, delimiter, layout, findings)?;
    let mut reader =
        csv::ReaderBuilder::new().delimiter(delimiter).has_headers(false).flexible(true).from_reader(body.as_bytes());
    let mut lines = Lines { text: body.as_bytes(), at: 0, line: skipped + 1 };
    let mut record = csv::StringRecord::new();
    let mut head: Vec<Vec<String>> = Vec::new();
    let mut head_row = skipped + 1;
    let mut table = None;
    loop {
        let start = reader.position().byte() as usize;
        // The text is valid and rows may be of any length, so nothing can fail here but memory.
        if !reader.read_record(&mut record).ok()? {
            break;
        }
        let number = lines.number_of(start);
        if head.len() < layout.head_rows as usize {
            head.push(record.iter().map(str::to_owned).collect());
            head_row = number;
            continue;
        }
        let table = table.get_or_insert_with(|| Table::new(&head, head_row));
        table.begin_row(number);
        record.iter().for_each(|cell| table.push(cell));
    }
    Some(table.unwrap_or_else(|| Table::new(&head, head_row)))
}

/// Leaves out lines at the begin, whatever ends them.
fn skip_lines(text: &str, n: u32) -> (&str, u64) {
    let mut rest = text;
    let mut skipped = 0;
    for _ in 0..n {
        let Some(end) = rest.find(['\r', '\n']) else { return ("", skipped) };
        let ending = if rest[end..].starts_with("\r\n") { 2 } else { 1 };
        rest = &rest[end + ending..];
        skipped += 1;
    }
    (rest, skipped)
}

/// Counts the lines up to a byte, as an editor does; bytes are asked for in rising order.
struct Lines<'a> {
    text: &'a [u8],
    at: usize,
    line: u64,
}

impl Lines<'_> {
    /// The line of the record that begins at this byte or after the empty lines there.
    fn number_of(&mut self, start: usize) -> u64 {
        let mut start = start;
        while matches!(self.text.get(start), Some(b'\r' | b'\n')) {
            start += 1;
        }
        while self.at < start.min(self.text.len()) {
            let ends = match self.text[self.at] {
                b'\n' => true,
                b'\r' => self.text.get(self.at + 1) != Some(&b'\n'),
                _ => false,
            };
            self.line += u64::from(ends);
            self.at += 1;
        }
        self.line
    }
}

/// The delimiter: the declared one, checked, or the one under which the head says most.
fn delimiter_of(body: &str, declared: Option<char>, layout: &Layout, findings: &mut Findings<'_>) -> Option<u8> {
    let score = |delimiter: char| score(body, delimiter, layout);
    let best = DELIMITERS.into_iter().rev().max_by_key(|delimiter| score(*delimiter)).unwrap_or(';');
    let chosen = declared.unwrap_or(best);
    if score(chosen).0 == 0 && score(best).0 > 1 {
        findings.add(Remark::error("other-delimiter", findings.whole()).with("near", name(best)).hinted());
        return None;
    }
    u8::try_from(chosen).ok()
}

/// A delimiter as it is declared.
fn name(delimiter: char) -> String {
    if delimiter == '\t' { "\\t".to_owned() } else { delimiter.to_string() }
}

/// How many cells of the head are declared, and how many cells it has.
fn score(body: &str, delimiter: char, layout: &Layout) -> (usize, usize) {
    let Ok(delimiter) = u8::try_from(delimiter) else { return (0, 0) };
    let mut reader =
        csv::ReaderBuilder::new().delimiter(delimiter).has_headers(false).flexible(true).from_reader(body.as_bytes());
    let declared: Vec<String> = layout
        .columns
        .iter()
        .filter(|column| column.role != Role::Ignored || !column.head.is_empty())
        .flat_map(|column| column.head.split(" / ").map(plain))
        .collect();
    let (mut known, mut cells) = (0, 0);
    let mut record = csv::StringRecord::new();
    for _ in 0..layout.head_rows {
        if !matches!(reader.read_record(&mut record), Ok(true)) {
            break;
        }
        known += record.iter().filter(|cell| declared.contains(&plain(cell))).count();
        cells += record.len();
    }
    (known, cells)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_counted_as_editors_do() {
        for text in ["a\nb\n\n\"c\nd\"\ne", "a\r\nb\r\n\r\n\"c\r\nd\"\r\ne", "a\rb\r\r\"c\rd\"\re"] {
            let mut reader = csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(text.as_bytes());
            let mut lines = Lines { text: text.as_bytes(), at: 0, line: 1 };
            let mut numbers = Vec::new();
            let mut record = csv::StringRecord::new();
            loop {
                let start = reader.position().byte() as usize;
                if !reader.read_record(&mut record).unwrap() {
                    break;
                }
                numbers.push(lines.number_of(start));
            }
            assert_eq!(numbers, [1, 2, 4, 6], "{text:?}");
        }
    }

    #[test]
    fn lines_above_the_head_are_left_out() {
        assert_eq!(skip_lines("a\r\nb\rc\nd", 3), ("d", 3));
        assert_eq!(skip_lines("a", 3), ("", 0));
        assert_eq!(skip_lines("a\n", 0), ("a\n", 0));
    }
}
