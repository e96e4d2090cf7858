//! Perturbation tables as text, in the columns of the package `ptable`.

use std::{collections::BTreeMap, fmt::Write};

use super::{Mistake, Table};

/// The largest count and result in a file, so that a stray number does not fill the memory.
const LARGEST: u32 = 10_000;

/// How far probabilities may be off one: files carry eight digits.
const OFF_ONE: f64 = 1e-6;

/// How far the mean of the noise may be off zero, in persons: `ptable` drops probabilities below 10⁻⁷.
const OFF_ZERO: f64 = 1e-4;

/// A line: count and result, then its number and probability.
type Lines = BTreeMap<(u32, u32), (usize, f64)>;

impl Table {
    /// Reads a table with the columns `i` (count), `j` (result) and `p` (probability), as `pt_export` of the package
    /// `ptable` writes them (with `v`, `p_int_lb`, `p_int_ub`, which say the same once more; `v` is checked).
    /// Columns are separated by semicolons, commas, tabs or spaces, names and numbers may stand in quotes.
    ///
    /// Probabilities are divided by their sum where that is off one by no more than rounding. Keys are laid over the
    /// results in ascending order, also where the file's own bounds (`p_int_ub` of a modified table) do otherwise.
    ///
    /// # Errors
    /// Everything that is wrong with the file.
    pub fn read(text: &str) -> Result<Table, Vec<Mistake>> {
        let (lines, mut mistakes) = lines(text);
        if !mistakes.is_empty() {
            return Err(mistakes);
        }
        let rows = rows(&lines, &mut mistakes);
        if mistakes.is_empty() { Ok(Table::from_rows(&rows)) } else { Err(mistakes) }
    }

    /// Writes the table with the columns `i;j;p;v;p_int_lb;p_int_ub`; reading it gives the same table, threshold by
    /// threshold. An office that stores what it has written is independent of any later change of the solver.
    pub fn write(&self) -> String {
        let mut text = String::from("i;j;p;v;p_int_lb;p_int_ub\n");
        for count in 0..=self.last() {
            let mut below = 0.0;
            for (noise, p) in self.distribution(count) {
                let result = count.saturating_add_signed(noise);
                let above = below + p;
                // Writing to a string does not fail.
                let _ = writeln!(text, "{count};{result};{p};{noise};{below};{above}");
                below = above;
            }
        }
        text
    }
}

fn lines(text: &str) -> (Lines, Vec<Mistake>) {
    let (mut lines, mut mistakes) = (Lines::new(), Vec::new());
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut rest = text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty());
    let header = rest.next().map_or("", |(_, line)| line);
    let separator = [';', ',', '\t'].into_iter().find(|separator| header.contains(*separator));
    let names = fields(header, separator);
    let find = |name: &str| names.iter().position(|column| *column == name);
    let columns = [("i", find("i")), ("j", find("j")), ("p", find("p"))];
    mistakes.extend(columns.iter().filter(|(_, at)| at.is_none()).map(|(name, _)| Mistake::Column(name)));
    let [(_, Some(i)), (_, Some(j)), (_, Some(p))] = columns else { return (lines, mistakes) };
    let v = find("v");
    for (number, line) in rest {
        let line_number = number + 1;
        let fields = fields(line, separator);
        let field = |at: usize| fields.get(at).copied().unwrap_or("");
        let whole = |at| field(at).parse::<u32>().ok().filter(|number| *number <= LARGEST);
        let share = field(p).parse::<f64>().ok().filter(|share| (0.0..=1.0 + OFF_ONE).contains(share));
        let known = mistakes.len();
        for (column, fine) in [("i", whole(i).is_some()), ("j", whole(j).is_some()), ("p", share.is_some())] {
            if !fine {
                mistakes.push(Mistake::Number { line: line_number, column });
            }
        }
        let (Some(count), Some(result), Some(share)) = (whole(i), whole(j), share) else { continue };
        let noise = i64::from(result) - i64::from(count);
        if noise.unsigned_abs() > u64::from(Table::MOST_NOISE) {
            mistakes.push(Mistake::Number { line: line_number, column: "j" });
        }
        if v.is_some_and(|v| field(v).parse::<f64>().ok() != Some(noise as f64)) {
            mistakes.push(Mistake::Noise(line_number));
        }
        if known == mistakes.len() && lines.insert((count, result), (line_number, share)).is_some() {
            mistakes.push(Mistake::Twice(line_number));
        }
    }
    (lines, mistakes)
}

fn fields(line: &str, separator: Option<char>) -> Vec<&str> {
    match separator {
        Some(separator) => line.split(separator).map(bare).collect(),
        None => line.split_whitespace().map(bare).collect(),
    }
}

fn bare(field: &str) -> &str {
    field.trim().trim_matches('"').trim()
}

fn rows(lines: &Lines, mistakes: &mut Vec<Mistake>) -> Vec<Vec<(i32, f64)>> {
    let last = lines.keys().next_back().map_or(0, |(count, _)| *count);
    let mut rows = Vec::new();
    for count in 0..=last {
        let entries: Vec<(i32, f64)> = lines
            .range((count, 0)..=(count, u32::MAX))
            // Counts and results are at most ten thousand.
            .map(|((_, result), (_, share))| (*result as i32 - count as i32, *share))
            .collect();
        let sum: f64 = entries.iter().map(|(_, share)| share).sum();
        let mean: f64 = entries.iter().map(|(noise, share)| f64::from(*noise) * share).sum();
        let name = u64::from(count);
        if entries.is_empty() {
            mistakes.push(Mistake::Gap(name));
        } else if (sum - 1.0).abs() > OFF_ONE {
            mistakes.push(Mistake::Sum { count: name, sum });
        } else if count == 0 {
            if entries.iter().any(|(noise, share)| *noise != 0 && *share > 0.0) {
                mistakes.push(Mistake::Zero);
            }
        } else if mean.abs() > OFF_ZERO {
            mistakes.push(Mistake::Mean { count: name, mean });
        }
        rows.push(entries.into_iter().map(|(noise, share)| (noise, share / sum)).collect());
    }
    if mistakes.is_empty() && !last_row_can_be_repeated(&rows) {
        mistakes.push(Mistake::Last(u64::from(last)));
    }
    rows
}

/// Whether larger counts with the noise of the last row reach no result that the rows avoid.
fn last_row_can_be_repeated(rows: &[Vec<(i32, f64)>]) -> bool {
    let results = |count: usize, row: &Vec<(i32, f64)>| {
        let shares = row.iter().filter(|(_, share)| *share > 0.0);
        // Whatever is at most ten thousand fits.
        shares.map(|(noise, _)| count as i64 + i64::from(*noise)).collect::<Vec<i64>>()
    };
    let smallest =
        rows.iter().enumerate().flat_map(|(count, row)| results(count, row)).filter(|result| *result > 0).min();
    let (Some(smallest), Some(last)) = (smallest, rows.last()) else { return false };
    results(rows.len(), last).into_iter().all(|result| result >= smallest)
}
