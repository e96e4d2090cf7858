//! Declared corrections: applied to the table of text before it is understood. A correction that no longer meets what
//! it expects fails loudly. Texts of cells stand in these files, so remarks name the correction by its number and line.

use catalogue::{Place, Remark};
use toml::{
    Spanned,
    de::{DeTable, DeValue},
};

use super::{findings::Findings, table::Table, words::plain};

struct Correction {
    row: Vec<(String, String)>,
    column: String,
    expect: String,
    set: String,
}

const KEYS: [&str; 5] = ["row", "column", "expect", "set", "reason"];

/// Applies the corrections of a file to a table.
pub(super) fn apply(table: &mut Table, path: &str, text: &str, findings: &mut Findings<'_>) {
    let Ok(root) = DeTable::parse(text) else {
        // What the parser says may repeat the text.
        findings.add(Remark::error("corrections-unreadable", Place::File(path.to_owned())).hinted());
        return;
    };
    let place = |byte: usize| Place::Row {
        file: path.to_owned(),
        row: catalogue::line_column(text, byte).0 as u64,
        column: None,
    };
    let mut corrections = Vec::new();
    for (key, value) in root.get_ref().iter() {
        let key_place = place(key.span().start);
        if key.get_ref() != "correction" {
            findings.add(Remark::error("correction-unknown-key", key_place).with("keys", "correction").hinted());
            continue;
        }
        let Some(list) = value.get_ref().as_array() else {
            findings.add(Remark::error("corrections-unreadable", Place::File(path.to_owned())).hinted());
            continue;
        };
        for item in list.iter() {
            corrections.push((place(item.span().start), read(item, &place, findings)));
        }
    }
    for (place, correction) in corrections {
        if let Some(correction) = correction {
            carry_out(table, &correction, place, findings);
        }
    }
}

/// Reads one correction, strictly.
fn read(
    item: &Spanned<DeValue<'_>>,
    place: &impl Fn(usize) -> Place,
    findings: &mut Findings<'_>,
) -> Option<Correction> {
    let start = item.span().start;
    let Some(entries) = item.get_ref().as_table() else {
        findings.add(Remark::error("correction-lacks", place(start)).with("key", "row").hinted());
        return None;
    };
    let mut complete = true;
    for key in entries.keys().filter(|key| !KEYS.contains(&key.get_ref().as_ref())) {
        let remark = Remark::error("correction-unknown-key", place(key.span().start));
        findings.add(remark.with("keys", KEYS.join(", ")).hinted());
        complete = false;
    }
    let mut text = |name: &'static str| {
        let found = entries.iter().find(|(key, _)| key.get_ref() == name);
        let text = found.and_then(|(_, value)| value.get_ref().as_str().map(str::to_owned));
        let empty_reason = name == "reason" && text.as_deref().is_some_and(|text| text.trim().is_empty());
        if text.is_none() || empty_reason {
            let at = found.map_or(start, |(_, value)| value.span().start);
            findings.add(Remark::error("correction-lacks", place(at)).with("key", name).hinted());
            complete = false;
        }
        text.unwrap_or_default()
    };
    let (column, expect, set, _) = (text("column"), text("expect"), text("set"), text("reason"));
    let row: Option<Vec<(String, String)>> = entries
        .iter()
        .find(|(key, _)| key.get_ref() == "row")
        .and_then(|(_, value)| value.get_ref().as_table())
        .and_then(|cells| {
            cells
                .iter()
                .map(|(head, cell)| Some((head.get_ref().to_string(), cell.get_ref().as_str()?.to_owned())))
                .collect()
        });
    let Some(row) = row.filter(|row| !row.is_empty()) else {
        findings.add(Remark::error("correction-lacks", place(start)).with("key", "row").hinted());
        return None;
    };
    complete.then_some(Correction { row, column, expect, set })
}

fn carry_out(table: &mut Table, correction: &Correction, place: Place, findings: &mut Findings<'_>) {
    let mut conditions = Vec::new();
    let heads = correction.row.iter().map(|(head, _)| head).chain([&correction.column]);
    for head in heads.collect::<Vec<_>>() {
        if table.column(head).is_none() {
            findings.add(Remark::error("correction-unknown-column", place).with("head", head.as_str()));
            return;
        }
    }
    for (head, text) in &correction.row {
        conditions.extend(table.column(head).map(|column| (column, plain(text))));
    }
    let fits = |row: &usize| conditions.iter().all(|(column, text)| plain(table.cell(*row, *column)) == *text);
    let rows: Vec<usize> = (0..table.len()).filter(fits).collect();
    let rule = match rows[..] {
        [] => "correction-finds-no-row",
        [row] => {
            let column = table.column(&correction.column).unwrap_or_default();
            let expected = plain(table.cell(row, column)) == plain(&correction.expect);
            if expected && table.set(row, column, &correction.set) {
                return;
            }
            "correction-expectation-fails"
        }
        _ => "correction-finds-many",
    };
    findings.add(Remark::error(rule, place).hinted());
}
