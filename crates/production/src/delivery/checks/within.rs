//! Shares whose numerator is above their denominator.

use catalogue::{
    Remark,
    model::{Indicator, IndicatorKind, Quantity},
};

use super::Checked;
use crate::delivery::{batch::Batch, findings::Findings};

pub(super) fn check(checked: &Checked<'_>, findings: &mut Findings<'_>) {
    for indicator in &checked.catalogue.indicators {
        if let IndicatorKind::Share { numerator, denominator } = &indicator.kind
            && let (Some(part), Some(whole)) = (batch_of(checked, numerator), batch_of(checked, denominator))
        {
            share(checked, indicator, (numerator, part), (denominator, whole), findings);
        }
    }
}

fn batch_of<'a>(checked: &Checked<'a>, quantity: &Quantity) -> Option<&'a Batch<'a>> {
    let of_source = quantity.measure.source == checked.source.name;
    checked.batches.iter().find(|batch| of_source && batch.measure.name == quantity.measure.measure)
}

fn share(
    checked: &Checked<'_>,
    indicator: &Indicator,
    (numerator, parts): (&Quantity, &Batch<'_>),
    (denominator, wholes): (&Quantity, &Batch<'_>),
    findings: &mut Findings<'_>,
) {
    let of_numerator = checked.variables.coded(&numerator.of);
    let of_denominator = checked.variables.coded(&denominator.of);
    // A variable by which the file does not tell apart cannot be looked at.
    if of_numerator.len() < numerator.of.len()
        || of_denominator.len() < denominator.of.len()
        || of_numerator.iter().any(|(variable, _)| !parts.by.contains(variable))
    {
        return;
    }
    let fixed = |of: &[(usize, u16)], variable: usize| of.iter().find(|(v, _)| *v == variable).map(|(_, c)| *c);
    'parts: for part in &parts.entries {
        let mut key = vec![0; wholes.by.len()];
        for (variable, category) in parts.by.iter().zip(&part.categories) {
            let of_part = fixed(&of_numerator, *variable);
            if of_part.is_some_and(|fixed| fixed != *category) {
                continue 'parts;
            }
            // Further variables break down both alike.
            if of_part.is_none() && *category != 0 {
                match wholes.by.iter().position(|by| by == variable) {
                    Some(at) => key[at] = *category,
                    None => continue 'parts,
                }
            }
        }
        for (variable, category) in &of_denominator {
            match wholes.by.iter().position(|by| by == variable) {
                Some(at) if key[at] == 0 || key[at] == *category => key[at] = *category,
                _ => continue 'parts,
            }
        }
        let whole = wholes.find(part.area, part.period, &key).and_then(|whole| whole.value());
        if let (Some(part_value), Some(whole)) = (part.value(), whole) {
            let scale = |value: i64, decimals: u8| value as f64 / 10_f64.powi(i32::from(decimals));
            if scale(part_value, parts.measure.decimals) > scale(whole, wholes.measure.decimals) {
                let remark = Remark::warning("numerator-above-denominator", part.place(checked.columns, findings));
                findings.add(remark.with("indicator", indicator.name.as_str()));
            }
        }
    }
}
