//! The figure as delivered against numerator and denominator, with the tolerance of the last digits of all three.

use catalogue::{Remark, model::Role};

use super::Checked;
use crate::delivery::{
    columns::{Matched, Only},
    findings::Findings,
    number::{self, Cell, Style},
    words::plain,
};

/// A number and half of its last digit.
#[derive(Clone, Copy)]
struct Rounded {
    value: f64,
    half: f64,
}

impl Rounded {
    fn new(digits: i64, decimals: u8, precision: u8) -> Rounded {
        let value = digits as f64 / 10_f64.powi(i32::from(decimals));
        Rounded { value, half: 0.5 / 10_f64.powi(i32::from(precision)) }
    }
}

pub(super) fn check(checked: &Checked<'_>, findings: &mut Findings<'_>) {
    for column in &checked.columns.matched {
        if let Role::Figure { numerator, denominator, per } = &column.declared.role {
            figure(checked, column, [numerator, denominator], f64::from(*per), findings);
        }
    }
}

fn figure(checked: &Checked<'_>, column: &Matched<'_>, heads: [&str; 2], per: f64, findings: &mut Findings<'_>) {
    let table = checked.table;
    let style = Style::of(&checked.source.layout);
    let rows = (0..table.len())
        .filter(|row| Only::all(&checked.columns.filter, table, *row) && Only::all(&column.only, table, *row));
    let mut found = Vec::new();
    for row in rows {
        match number::parse(table.cell(row, column.at), &style) {
            Ok(Cell::Number { digits, decimals, .. }) => found.push((row, digits, decimals)),
            Ok(Cell::Sign(_)) => {}
            Err(number::Unreadable) => {
                let place = findings.row(table.number(row), Some(&column.head));
                findings.add(Remark::warning("unreadable-figure", place));
            }
        }
    }
    // Files drop zeros at the end, so the longest figure tells how many places the column has.
    let precision = found.iter().map(|(_, _, decimals)| *decimals).max().unwrap_or(0);
    for (row, digits, decimals) in found {
        let figure = Rounded::new(digits, decimals, precision);
        let [numerator, denominator] = heads.map(|head| operand(checked, column, head, row, &style));
        if let (Some(numerator), Some(denominator)) = (numerator, denominator)
            && contradicts(figure, numerator, denominator, per)
        {
            let remark = Remark::warning("figure-differs", findings.row(table.number(row), Some(&column.head)));
            findings.add(remark.with("numerator", heads[0]).with("denominator", heads[1]));
        }
    }
}

/// The number in the column of this head, in the same row and for the same placeholders.
fn operand(checked: &Checked<'_>, figure: &Matched<'_>, head: &str, row: usize, style: &Style<'_>) -> Option<Rounded> {
    let table = checked.table;
    let column = checked.columns.matched.iter().find(|column| {
        plain(&column.declared.head) == plain(head)
            && column.binding == figure.binding
            && Only::all(&column.only, table, row)
    });
    let at = column.map(|column| column.at).or_else(|| table.column(head))?;
    let Ok(Cell::Number { digits, decimals, .. }) = number::parse(table.cell(row, at), style) else { return None };
    let declared = column.and_then(|column| match &column.declared.role {
        Role::Measure { measure, .. } => checked.source.measures.iter().find(|known| known.name == *measure),
        _ => None,
    });
    let precision = declared.map_or(decimals, |measure| measure.decimals);
    let rounded = Rounded::new(digits, decimals, precision);
    // Whole numbers are counts, and counts are exact.
    Some(if precision == 0 { Rounded { half: 0.0, ..rounded } } else { rounded })
}

fn contradicts(figure: Rounded, numerator: Rounded, denominator: Rounded, per: f64) -> bool {
    let (small, large) = (denominator.value - denominator.half, denominator.value + denominator.half);
    if small <= 0.0 || numerator.value < 0.0 {
        return false;
    }
    let lowest = per * (numerator.value - numerator.half).max(0.0) / large;
    let highest = per * (numerator.value + numerator.half) / small;
    // Binary arithmetic itself is off by far less.
    let dust = 1e-9 * (1.0 + highest.abs());
    figure.value + figure.half + dust < lowest || figure.value - figure.half - dust > highest
}

#[cfg(test)]
mod tests {
    use super::*;

    fn exact(value: f64) -> Rounded {
        Rounded { value, half: 0.0 }
    }

    #[test]
    fn the_last_digits_decide() {
        let differs = |figure: f64| {
            contradicts(Rounded { value: figure, half: 0.05 }, exact(282_148.0), exact(1_247_934.0), 100.0)
        };
        assert!(!differs(22.6));
        assert!(differs(22.5));
        assert!(differs(22.7));
        // 12 510 per km² of 54 580 people on 4.4 km².
        let area = Rounded { value: 4.4, half: 0.05 };
        assert!(!contradicts(Rounded { value: 12_510.0, half: 0.5 }, exact(54_580.0), area, 1.0));
        assert!(contradicts(Rounded { value: 12_610.0, half: 0.5 }, exact(54_580.0), area, 1.0));
        // Nothing can be said about a division by nothing.
        assert!(!contradicts(exact(1.0), exact(1.0), exact(0.0), 100.0));
    }
}
