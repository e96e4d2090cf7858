//! Values of one attribute that stand for all its values.

use std::collections::{BTreeMap, BTreeSet};

use crate::{
    attributes::{Attributes, DECIMAL, Type},
    buffer::{Buffer, Cell},
    dates,
    ir::{Logic, Number, Text, TextTest, Tree},
    rule::Rule,
    truth::Truth,
};

/// Whole numbers with at most so many values are all tried.
const FEW: i64 = 512;

/// The values, and whether they stand for all.
pub(super) fn samples(attribute: usize, trees: &[&Tree], attributes: &Attributes) -> (Vec<Cell>, bool) {
    let Some(known) = attributes.get(attribute) else { return (vec![Cell::Missing], false) };
    let mut atoms = Atoms { attribute, alone: Vec::new(), mixed: false };
    for tree in trees {
        atoms.gather(&tree.logic, tree);
    }
    let (mut values, mut exact) = match &known.kind {
        Type::Bool => (vec![Cell::Bool(true), Cell::Bool(false)], true),
        Type::Code(codes) => (codes.iter().cloned().map(Cell::Text).collect(), true),
        Type::Text => texts(&atoms),
        Type::Int { least, most } if most - least < FEW => ((*least..=*most).map(Cell::Number).collect(), true),
        Type::Int { least, most } => numbers(&atoms, *least, *most, Cell::Number),
        Type::Decimal { .. } => numbers(&atoms, -DECIMAL, DECIMAL, Cell::Number),
        Type::Date => {
            let day = |day| Cell::Date(i32::try_from(day).unwrap_or(0));
            numbers(&atoms, dates::FIRST, dates::LAST, day)
        }
    };
    let all_tried = matches!(&known.kind, Type::Bool | Type::Code(_))
        || matches!(&known.kind, Type::Int { least, most } if most - least < FEW);
    exact &= all_tried || !atoms.mixed;
    if known.nullable {
        values.push(Cell::Missing);
    }
    // Values that every question answers alike stand for one another, unless a question compares with others.
    if !atoms.mixed {
        values = one_of_each(values, &atoms, attributes);
    }
    (values, exact)
}

/// The questions about one attribute.
struct Atoms<'a> {
    attribute: usize,
    /// Questions about nothing else.
    alone: Vec<(&'a Logic, &'a Tree)>,
    /// Whether there are questions that bring it together with others.
    mixed: bool,
}

impl<'a> Atoms<'a> {
    fn gather(&mut self, logic: &'a Logic, tree: &'a Tree) {
        match logic {
            Logic::Known(_) => {}
            Logic::Not(inner) | Logic::IsTrue(inner) | Logic::Missing(inner) => self.gather(inner, tree),
            Logic::And(parts) | Logic::Or(parts) | Logic::Coalesce(parts) => {
                parts.iter().for_each(|part| self.gather(part, tree));
            }
            Logic::Case(parts, last) => {
                for (condition, value) in parts {
                    self.gather(condition, tree);
                    self.gather(value, tree);
                }
                self.gather(last, tree);
            }
            atom => {
                let mut asked = BTreeSet::new();
                asks(atom, tree, &mut asked);
                if asked.contains(&self.attribute) {
                    if asked.len() == 1 { self.alone.push((atom, tree)) } else { self.mixed = true }
                }
            }
        }
    }
}

/// The attributes that a condition asks for.
fn asks(logic: &Logic, tree: &Tree, asked: &mut BTreeSet<usize>) {
    match logic {
        Logic::Known(_) => {}
        Logic::Column(attribute) => drop(asked.insert(*attribute)),
        Logic::Not(inner) | Logic::IsTrue(inner) | Logic::Missing(inner) => asks(inner, tree, asked),
        Logic::And(parts) | Logic::Or(parts) | Logic::Coalesce(parts) => {
            parts.iter().for_each(|part| asks(part, tree, asked));
        }
        Logic::NumberMissing(number) | Logic::OneOf(number, _) => number_asks(number, tree, asked),
        Logic::Compare(_, left, right) => {
            number_asks(left, tree, asked);
            number_asks(right, tree, asked);
        }
        Logic::Text(place) => match tree.texts.get(*place) {
            Some(TextTest::Missing(text) | TextTest::OneOf(text, _)) => text_asks(text, tree, asked),
            Some(TextTest::Compare(_, left, right)) => {
                text_asks(left, tree, asked);
                text_asks(right, tree, asked);
            }
            None => {}
        },
        Logic::Case(parts, last) => {
            for (condition, value) in parts {
                asks(condition, tree, asked);
                asks(value, tree, asked);
            }
            asks(last, tree, asked);
        }
    }
}

fn number_asks(number: &Number, tree: &Tree, asked: &mut BTreeSet<usize>) {
    match number {
        Number::Null | Number::Known(_) => {}
        Number::Column(attribute) => drop(asked.insert(*attribute)),
        Number::Times(inner, _)
        | Number::Absolute(inner)
        | Number::Year(inner)
        | Number::Month(inner)
        | Number::Day(inner) => number_asks(inner, tree, asked),
        Number::Sum(left, right) | Number::Product(left, right) => {
            number_asks(left, tree, asked);
            number_asks(right, tree, asked);
        }
        Number::Case(parts, last) => {
            for (condition, value) in parts {
                asks(condition, tree, asked);
                number_asks(value, tree, asked);
            }
            number_asks(last, tree, asked);
        }
        Number::Coalesce(parts) => parts.iter().for_each(|part| number_asks(part, tree, asked)),
    }
}

fn text_asks(text: &Text, tree: &Tree, asked: &mut BTreeSet<usize>) {
    match text {
        Text::Null | Text::Known(_) => {}
        Text::Column(attribute) => drop(asked.insert(*attribute)),
        Text::Changed(_, inner) => text_asks(inner, tree, asked),
        Text::Case(parts, last) => {
            for (condition, value) in parts {
                asks(condition, tree, asked);
                text_asks(value, tree, asked);
            }
            text_asks(last, tree, asked);
        }
        Text::Coalesce(parts) => parts.iter().for_each(|part| text_asks(part, tree, asked)),
    }
}

/// Texts that are asked for, and one that is not.
fn texts(atoms: &Atoms<'_>) -> (Vec<Cell>, bool) {
    let mut values: BTreeSet<String> = BTreeSet::from([String::new()]);
    let mut exact = true;
    for (atom, tree) in &atoms.alone {
        let Logic::Text(place) = atom else {
            exact = false;
            continue;
        };
        match tree.texts.get(*place) {
            Some(TextTest::Missing(Text::Column(_))) => {}
            Some(TextTest::OneOf(text, set)) => {
                values.extend(set.iter().cloned());
                exact &= matches!(text, Text::Column(_));
            }
            _ => exact = false,
        }
    }
    let longest = values.iter().map(|text| text.chars().count()).max().unwrap_or(0);
    // Longer than all others, so equal to none.
    values.insert("x".repeat(longest + 1));
    (values.into_iter().map(Cell::Text).collect(), exact)
}

/// Both ends, and both sides of every place at which an answer changes.
fn numbers(atoms: &Atoms<'_>, least: i64, most: i64, cell: impl Fn(i64) -> Cell) -> (Vec<Cell>, bool) {
    let mut values = BTreeSet::from([least, most, 0.clamp(least, most)]);
    let mut exact = true;
    for (atom, _) in &atoms.alone {
        let (number, limits) = match atom {
            Logic::Compare(_, number, limit) | Logic::Compare(_, limit, number)
                if matches!(**limit, Number::Known(_)) =>
            {
                let Number::Known(limit) = **limit else { continue };
                (number, vec![limit])
            }
            Logic::OneOf(number, list) => (number, list.clone()),
            Logic::NumberMissing(number) => (number, Vec::new()),
            _ => {
                exact = false;
                continue;
            }
        };
        if at(number, least).is_none() {
            exact = false;
            // Values that are written out are a good guess.
            values.extend(limits.iter().map(|limit| (*limit).clamp(least, most)));
            continue;
        }
        for limit in limits {
            for bound in [limit, limit.saturating_add(1)] {
                let change = first_not_below(number, bound, least, most);
                values.extend([change.saturating_sub(1).max(least), change.min(most)]);
            }
        }
    }
    (values.into_iter().map(cell).collect(), exact)
}

/// A number that rises or falls with the value of its only attribute, at a value of it; nothing for all others.
fn at(number: &Number, value: i64) -> Option<i64> {
    match number {
        Number::Column(_) => Some(value),
        Number::Times(inner, factor) => Some(at(inner, value)?.saturating_mul(*factor)),
        Number::Sum(left, right) => match (&**left, &**right) {
            (Number::Known(count), other) | (other, Number::Known(count)) => {
                Some(at(other, value)?.saturating_add(*count))
            }
            _ => None,
        },
        Number::Year(inner) => at(inner, value).map(|day| dates::date(day.clamp(dates::FIRST, dates::LAST)).0),
        _ => None,
    }
}

/// Where a rising number reaches a bound, or a falling one gets below it: one behind the last value if nowhere.
fn first_not_below(number: &Number, bound: i64, least: i64, most: i64) -> i64 {
    let reaches = |value: i64| at(number, value).is_some_and(|count| count >= bound);
    let falling = at(number, least) > at(number, most);
    let (mut low, mut high) = (least, most.saturating_add(1));
    while low < high {
        let middle = low + (high - low) / 2;
        if reaches(middle) != falling { high = middle } else { low = middle + 1 }
    }
    low
}

/// One value for each way in which the questions are answered.
fn one_of_each(values: Vec<Cell>, atoms: &Atoms<'_>, attributes: &Attributes) -> Vec<Cell> {
    let mut buffer = Buffer::new(attributes);
    buffer.fill(atoms.attribute, values.iter());
    let Ok(table) = buffer.part(attributes, values.len(), &BTreeSet::from([atoms.attribute])) else { return values };
    let answers: Vec<Vec<Truth>> = atoms
        .alone
        .iter()
        .map(|(atom, tree)| {
            let alone = Tree { logic: (*atom).clone(), texts: tree.texts.clone(), used: BTreeSet::new() };
            Rule::of(alone).on(&table).all()
        })
        .collect();
    let mut kept = BTreeMap::new();
    for (row, value) in values.into_iter().enumerate() {
        let signature: Vec<Truth> = answers.iter().filter_map(|column| column.get(row).copied()).collect();
        kept.entry(signature).or_insert(value);
    }
    kept.into_values().collect()
}
