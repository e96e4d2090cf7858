//! Whether the cells of a table are all either empty or large, and so is all that subtraction finds in it.

use catalogue::{
    Catalogue,
    model::{AreaLevel, Group, Variable},
    names::{LevelName, VariableName},
};

use super::open::{Open, parts};
use crate::{
    ask::Share,
    cube::{Place, exists},
};

/// What an examination found.
#[derive(Clone, Copy)]
pub(super) struct Finding {
    /// Some count is too small to be shown.
    pub(super) small: bool,
    /// Every cell at the lowest level and of the finest groups is known.
    pub(super) complete: bool,
}

/// A level and those above it, from the level itself upwards.
pub(super) fn upwards<'a>(catalogue: &'a Catalogue, level: &LevelName) -> Vec<&'a AreaLevel> {
    let find = |name: &LevelName| catalogue.levels.iter().find(|level| level.name == *name);
    let mut found = Vec::new();
    let mut next = find(level);
    while let Some(level) = next {
        found.push(level);
        next = level.parent.as_ref().and_then(find).filter(|_| found.len() < catalogue.levels.len());
    }
    found
}

/// Counts from one to one less than the minimum are small, in units of the last decimal.
pub(super) fn is_small(count: i128, minimum: i64, decimals: u8) -> bool {
    let count = count.abs();
    count > 0 && count < i128::from(minimum) * 10_i128.pow(u32::from(decimals))
}

/// Examines the table of a count by these variables at a level and all above it: each cell, each whole less one or all
/// of its parts, each area less one or all of those within it.
pub(super) fn examine(
    catalogue: &Catalogue,
    open: &Open<'_>,
    by: &[VariableName],
    level: &LevelName,
    minimum: i64,
) -> Finding {
    let Some(columns) = open.columns(by) else { return Finding { small: false, complete: false } };
    let variables: Vec<&Variable> = by.iter().filter_map(|name| catalogue.variables.get(name)).collect();
    let levels: Vec<&LevelName> = upwards(catalogue, level).iter().map(|level| &level.name).collect();
    let small = |count| is_small(count, minimum, open.decimals);
    let children = children(catalogue, &levels);
    let within: Vec<Vec<usize>> = (0..catalogue.areas.len()).map(|area| descendants(catalogue, area, level)).collect();
    let mut finding = Finding { small: false, complete: true };
    for slots in open.groups(&columns) {
        let finest =
            columns.iter().zip(&variables).all(|(column, v)| slots[*column] > 0 && parts(v, slots[*column]).is_empty());
        for period in 0..open.axes().periods.len() {
            for (area, definition) in catalogue.areas.iter().enumerate() {
                if !levels.contains(&&definition.level) {
                    continue;
                }
                let place = Place { area, period, slots: slots.clone() };
                let Some(count) = open.known(&place) else {
                    let missing = definition.level == *level && !definition.residue;
                    finding.complete &= !(finest && missing && exists(definition, open.axes().periods[period]));
                    continue;
                };
                finding.small |= small(count);
                for (column, variable) in columns.iter().zip(&variables) {
                    let part = |slot: usize| {
                        let mut slots = slots.clone();
                        slots[*column] = slot;
                        open.known(&Place { area, period, slots })
                    };
                    let found = parts(variable, slots[*column]).into_iter().filter_map(part);
                    finding.small |= leaves_few(count, found, small);
                }
                let at = |area: usize| open.known(&Place { area, period, slots: slots.clone() });
                finding.small |= leaves_few(count, within[area].iter().filter_map(|area| at(*area)), small);
                if let Some(covered) = cover(&children, area, &at) {
                    finding.small |= small(count - covered);
                }
            }
        }
    }
    finding
}

/// Whether a count less one or less all of its parts is small.
fn leaves_few(count: i128, parts: impl Iterator<Item = i128>, small: impl Fn(i128) -> bool) -> bool {
    let parts: Vec<i128> = parts.collect();
    !parts.is_empty() && (small(count - parts.iter().sum::<i128>()) || parts.iter().any(|part| small(count - part)))
}

/// The areas of a level that lie within an area; not the area itself.
fn descendants(catalogue: &Catalogue, area: usize, level: &LevelName) -> Vec<usize> {
    let mut found = Vec::new();
    let mut open = vec![area];
    while let Some(place) = open.pop() {
        for (child, definition) in catalogue.areas.iter().enumerate() {
            if definition.parent.as_ref() == Some(&catalogue.areas[place].code) {
                if definition.level == *level {
                    found.push(child);
                }
                open.push(child);
            }
        }
    }
    found
}

/// For each area, those directly below it, as far as they are of these levels.
fn children(catalogue: &Catalogue, levels: &[&LevelName]) -> Vec<Vec<usize>> {
    let mut children = vec![Vec::new(); catalogue.areas.len()];
    for (child, definition) in catalogue.areas.iter().enumerate().filter(|(_, area)| levels.contains(&&area.level)) {
        let above = catalogue.areas.iter().position(|area| Some(&area.code) == definition.parent.as_ref());
        if let Some(above) = above {
            children[above].push(child);
        }
    }
    children
}

/// What is known of the areas directly below one; where one is not known, what is below that.
fn cover(children: &[Vec<usize>], area: usize, known: &impl Fn(usize) -> Option<i128>) -> Option<i128> {
    let counts = children[area].iter().filter_map(|child| known(*child).or_else(|| cover(children, *child, known)));
    counts.reduce(|one, other| one + other)
}

/// Whether the whole of a share less its part is small in some cell of the tables by these variables at a level.
pub(super) fn leaves_few_others(
    catalogue: &Catalogue,
    share: &Share<'_>,
    (part, whole): (&Open<'_>, &Open<'_>),
    by: &[VariableName],
    level: &LevelName,
    minimum: i64,
) -> bool {
    let fixed = |name: &&VariableName| share.part.of.contains_key(*name) || share.whole.of.contains_key(*name);
    let free: Vec<VariableName> = by.iter().filter(|name| !fixed(name)).cloned().collect();
    let (Some(columns), Some(whole_columns)) = (part.columns(&free), whole.columns(&free)) else { return false };
    let (Some(of_part), Some(of_whole)) =
        (slots_of(catalogue, part, &share.part.of), slots_of(catalogue, whole, &share.whole.of))
    else {
        return false;
    };
    let decimals = part.decimals.max(whole.decimals);
    let scale = |open: &Open<'_>| 10_i128.pow(u32::from(decimals - open.decimals));
    let shared = part.axes().periods.iter().enumerate().filter_map(|(place, period)| {
        whole.axes().periods.iter().position(|other| other == period).map(|other| (place, other))
    });
    let shared: Vec<(usize, usize)> = shared.collect();
    for group in part.groups(&columns) {
        let (mut part_slots, mut whole_slots) = (of_part.clone(), of_whole.clone());
        for (own, other) in columns.iter().zip(&whole_columns) {
            part_slots[*own] = group[*own];
            whole_slots[*other] = group[*own];
        }
        for (area, _) in catalogue.areas.iter().enumerate().filter(|(_, area)| area.level == *level) {
            for (period, other) in &shared {
                let few = part.known(&Place { area, period: *period, slots: part_slots.clone() });
                let all = whole.known(&Place { area, period: *other, slots: whole_slots.clone() });
                if let (Some(few), Some(all)) = (few, all)
                    && is_small(all * scale(whole) - few * scale(part), minimum, decimals)
                {
                    return true;
                }
            }
        }
    }
    false
}

/// A group as slots of a cube, if it has its variables.
fn slots_of(catalogue: &Catalogue, open: &Open<'_>, group: &Group) -> Option<Vec<usize>> {
    let mut slots = vec![0; open.axes().variables.len()];
    for (name, code) in group {
        let column = open.axes().variables.iter().position(|own| own == name)?;
        let categories = &catalogue.variables.get(name)?.categories;
        slots[column] = 1 + categories.iter().position(|category| category.code == *code)?;
    }
    Some(slots)
}
