//! Row by row from text to codes and numbers.

use std::collections::{BTreeMap, HashMap};

use catalogue::{
    Catalogue, Period, Place, Remark,
    model::{MeasureKind, PeriodKind, Role, Source},
};

use super::{
    CellState,
    codes::{Codes, Found},
    columns::{Columns, Matched, Only, Variables},
    findings::Findings,
    number::{self, Cell, Misfit, Style},
    period::{self, Odd},
    table::Table,
    words::plain,
};

/// The facts of one measure as they were found, in the order of the file.
#[derive(Default)]
pub(super) struct Raw {
    /// The variables by which the measure is delivered, as places in [`Variables`].
    pub(super) by: Vec<usize>,
    pub(super) entries: Vec<Entry>,
}

/// One cell with a measure's number.
pub(super) struct Entry {
    pub(super) area: u32,
    pub(super) period: Period,
    /// A category for each variable of `by`.
    pub(super) categories: Vec<u16>,
    pub(super) number: Option<i64>,
    pub(super) state: CellState,
    pub(super) row: u64,
    /// Its column, as a place in [`Columns::matched`].
    pub(super) column: usize,
}

/// A column of numbers.
struct Numbers<'a> {
    place: usize,
    column: &'a Matched<'a>,
    measure: usize,
    fixed: Vec<(usize, u16)>,
    whole: Vec<usize>,
}

/// The declared texts of a column and the categories that each stands for.
type Groups = HashMap<String, Vec<(usize, u16)>>;

/// The columns that say what a row is about, by their role.
struct Keys<'a> {
    area: Vec<&'a Matched<'a>>,
    period: Vec<&'a Matched<'a>>,
    category: Vec<(&'a Matched<'a>, usize)>,
    groups: Vec<(&'a Matched<'a>, Groups)>,
}

/// Reads all rows into the facts of each measure of the source.
pub(super) fn read(
    catalogue: &Catalogue,
    source: &Source,
    table: &Table,
    columns: &Columns<'_>,
    variables: &Variables<'_>,
    findings: &mut Findings<'_>,
) -> Vec<Raw> {
    let keys = keys(columns, variables);
    let numbers = numbers(source, columns, variables);
    let mut raw: Vec<Raw> = (0..source.measures.len()).map(|measure| by(measure, &keys, &numbers)).collect();
    if keys.period.is_empty() && numbers.iter().any(|numbers| numbers.column.binding.period.is_none()) {
        findings.add(Remark::error("delivery-without-period", findings.whole()).hinted());
        return raw;
    }
    let style = Style::of(&source.layout);
    let mut reader = Reader::new(catalogue, source, table, variables);
    for row in 0..table.len() {
        if !Only::all(&columns.filter, table, row) {
            continue;
        }
        let counting = |numbers: &&Numbers<'_>| Only::all(&numbers.column.only, table, row);
        let counting: Vec<&Numbers<'_>> = numbers.iter().filter(counting).collect();
        if counting.is_empty() {
            continue;
        }
        let Some(key) = reader.key(row, &keys, findings) else { continue };
        for numbers in counting {
            let Some(period) = numbers.column.binding.period.or(key.period) else { continue };
            let Some(categories) = reader.combined(&key.categories, numbers, row, findings) else { continue };
            let measure = &source.measures[numbers.measure];
            let place = |findings: &Findings<'_>| findings.row(table.number(row), Some(&numbers.column.head));
            let cell = number::parse(table.cell(row, numbers.column.at), &style);
            let Some((number, state)) = value(cell, measure, &source.layout, findings, place) else { continue };
            let raw = &mut raw[numbers.measure];
            raw.entries.push(Entry {
                area: key.area,
                period,
                categories: raw.by.iter().map(|variable| categories[*variable].unwrap_or(0)).collect(),
                number,
                state,
                row: table.number(row),
                column: numbers.place,
            });
        }
    }
    reader.say_restored(findings);
    raw
}

fn keys<'a>(columns: &'a Columns<'_>, variables: &Variables<'_>) -> Keys<'a> {
    let mut keys = Keys { area: Vec::new(), period: Vec::new(), category: Vec::new(), groups: Vec::new() };
    for column in &columns.matched {
        match &column.declared.role {
            Role::Area => keys.area.push(column),
            Role::Period => keys.period.push(column),
            Role::Category(name) => keys.category.extend(variables.place(name).map(|variable| (column, variable))),
            Role::Groups(groups) => {
                let coded = groups.iter().map(|(text, group)| (plain(text), variables.coded(group)));
                keys.groups.push((column, coded.collect()));
            }
            Role::Measure { .. } | Role::Figure { .. } | Role::Ignored => {}
        }
    }
    keys
}

fn numbers<'a>(source: &Source, columns: &'a Columns<'_>, variables: &Variables<'_>) -> Vec<Numbers<'a>> {
    let found = columns.matched.iter().enumerate().filter_map(|(place, column)| {
        let Role::Measure { measure, of, whole } = &column.declared.role else { return None };
        let measure = source.measures.iter().position(|known| known.name == *measure)?;
        let mut fixed = variables.coded(of);
        fixed.extend(&column.binding.categories);
        let whole = whole.iter().filter_map(|name| variables.place(name)).collect();
        Some(Numbers { place, column, measure, fixed, whole })
    });
    found.collect()
}

/// The variables by which a measure is delivered: those of which some column can give a part.
fn by(measure: usize, keys: &Keys<'_>, numbers: &[Numbers<'_>]) -> Raw {
    let of_rows: Vec<usize> = keys
        .category
        .iter()
        .map(|(_, variable)| *variable)
        .chain(keys.groups.iter().flat_map(|(_, groups)| groups.values().flatten().map(|(variable, _)| *variable)))
        .collect();
    let mut by = Vec::new();
    for numbers in numbers.iter().filter(|numbers| numbers.measure == measure) {
        by.extend(of_rows.iter().filter(|variable| !numbers.whole.contains(variable)));
        by.extend(numbers.fixed.iter().map(|(variable, _)| *variable));
    }
    by.sort_unstable();
    by.dedup();
    Raw { by, entries: Vec::new() }
}

type Number = (Option<i64>, CellState);

fn value(
    cell: Result<Cell, number::Unreadable>,
    measure: &catalogue::model::Measure,
    layout: &catalogue::model::Layout,
    findings: &mut Findings<'_>,
    place: impl Fn(&Findings<'_>) -> Place,
) -> Option<Number> {
    let remark = match cell {
        Ok(Cell::Sign(state)) => return Some((None, state)),
        Ok(Cell::Number { digits, decimals, state }) => match number::scale(digits, decimals, measure.decimals) {
            Ok(scaled) if scaled >= 0 || measure.kind != MeasureKind::Count => return Some((Some(scaled), state)),
            Ok(_) => Remark::error("negative-count", place(findings)),
            Err(Misfit::TooPrecise) => Remark::error("too-precise", place(findings))
                .with("decimals", usize::from(measure.decimals))
                .with("measure", measure.name.as_str())
                .hinted(),
            Err(Misfit::TooLarge) => Remark::error("too-large", place(findings)),
        },
        Err(number::Unreadable) => Remark::error("unreadable-number", place(findings))
            .with("decimal", layout.decimal.to_string())
            .with("thousands", layout.thousands.map(String::from).unwrap_or_default())
            .with("has-thousands", if layout.thousands.is_some() { "yes" } else { "no" })
            .hinted(),
    };
    findings.add(remark);
    None
}

/// What a row is about.
struct Key {
    area: u32,
    period: Option<Period>,
    /// A category for each variable of [`Variables`], if the row says it.
    categories: Vec<Option<u16>>,
}

/// Reads the texts of keys; each text is looked up once.
struct Reader<'a> {
    table: &'a Table,
    kind: PeriodKind,
    variables: &'a Variables<'a>,
    areas: Codes,
    area_texts: HashMap<&'a str, Found>,
    category_texts: Vec<HashMap<&'a str, Found>>,
    periods: HashMap<&'a str, Result<Period, Odd>>,
    /// Columns with restored leading zeros: first row and count.
    restored: BTreeMap<String, (u64, usize)>,
}

impl<'a> Reader<'a> {
    fn new(catalogue: &Catalogue, source: &Source, table: &'a Table, variables: &'a Variables<'a>) -> Reader<'a> {
        Reader {
            table,
            kind: source.periods,
            variables,
            areas: Codes::of_areas(catalogue),
            area_texts: HashMap::new(),
            category_texts: variables.all.iter().map(|_| HashMap::new()).collect(),
            periods: HashMap::new(),
            restored: BTreeMap::new(),
        }
    }

    /// What a row is about; all that cannot be understood is remarked.
    fn key(&mut self, row: usize, keys: &Keys<'_>, findings: &mut Findings<'_>) -> Option<Key> {
        let table = self.table;
        let area = self.area(row, keys, findings);
        let period = self.period(row, keys, findings);
        let mut categories = vec![None; self.variables.all.len()];
        let mut understood = true;
        for (column, variable) in &keys.category {
            if !Only::all(&column.only, table, row) {
                continue;
            }
            let codes = &self.variables.all[*variable].1;
            let text = table.cell(row, column.at);
            let found = *self.category_texts[*variable].entry(text).or_insert_with(|| codes.find(text));
            let file = format!("open/variables/{}.toml", self.variables.all[*variable].0.name);
            match self.place_of(found, codes, text, &file, row, column, findings) {
                Some(category) => categories[*variable] = Some(category as u16),
                None => understood = false,
            }
        }
        for (column, groups) in &keys.groups {
            if !Only::all(&column.only, table, row) {
                continue;
            }
            let Some(group) = groups.get(&plain(table.cell(row, column.at))) else {
                let place = findings.row(table.number(row), Some(&column.head));
                findings.add(Remark::error("undeclared-group", place).hinted());
                understood = false;
                continue;
            };
            for (variable, category) in group {
                match categories[*variable] {
                    None | Some(0) => categories[*variable] = Some(*category),
                    Some(other) if other == *category => {}
                    Some(_) => {
                        self.conflict(*variable, row, column, findings);
                        understood = false;
                    }
                }
            }
        }
        Some(Key { area: area?, period: period?, categories }).filter(|_| understood)
    }

    fn area(&mut self, row: usize, keys: &Keys<'_>, findings: &mut Findings<'_>) -> Option<u32> {
        let table = self.table;
        let column = keys.area.iter().find(|column| Only::all(&column.only, table, row));
        // A file without a column of areas speaks of the municipality as a whole.
        let Some(column) = column else { return Some(0) };
        let text = table.cell(row, column.at);
        let areas = &self.areas;
        let found = *self.area_texts.entry(text).or_insert_with(|| areas.find(text));
        if let Found::Restored(_) = found {
            let (_, count) = self.restored.entry(column.head.clone()).or_insert((table.number(row), 0));
            *count += 1;
        }
        self.place_of(found, &self.areas, text, "open/areas", row, column, findings)
    }

    /// The period of the row; none if each column of numbers has its own.
    fn period(&mut self, row: usize, keys: &Keys<'_>, findings: &mut Findings<'_>) -> Option<Option<Period>> {
        let table = self.table;
        let Some(column) = keys.period.iter().find(|column| Only::all(&column.only, table, row)) else {
            return Some(None);
        };
        let text = table.cell(row, column.at);
        let rule = match *self.periods.entry(text).or_insert_with(|| period::parse(text, self.kind)) {
            Ok(period) => return Some(Some(period)),
            Err(Odd::Unreadable) => "unreadable-period",
            Err(Odd::OtherDay) => "other-day",
            Err(Odd::OtherKind) => "other-period",
        };
        let (kind, month, day) = match self.kind {
            PeriodKind::Year => ("year", 0, 0),
            PeriodKind::SchoolYear => ("school-year", 0, 0),
            PeriodKind::ReferenceDate(month, day) => ("reference-date", month, day),
        };
        let place = findings.row(table.number(row), Some(&column.head));
        let remark = Remark::error(rule, place).with("kind", kind);
        findings.add(remark.with("month", usize::from(month)).with("day", usize::from(day)).hinted());
        None
    }

    #[allow(clippy::too_many_arguments)]
    fn place_of(
        &self,
        found: Found,
        codes: &Codes,
        text: &str,
        file: &str,
        row: usize,
        column: &Matched<'_>,
        findings: &mut Findings<'_>,
    ) -> Option<u32> {
        let rule = match found {
            Found::One(place) | Found::Restored(place) => return Some(place),
            Found::Several => "ambiguous-code",
            Found::Unknown if plain(text).is_empty() => "empty-code",
            Found::Unknown => "unknown-code",
        };
        let near = if found == Found::Unknown { codes.near(text) } else { None };
        let place = findings.row(self.table.number(row), Some(&column.head));
        let remark = Remark::error(rule, place).with("list", file);
        let has_near = if near.is_some() { "yes" } else { "no" };
        findings.add(remark.with("near", near.unwrap_or_default()).with("has-near", has_near).hinted());
        None
    }

    /// The categories of a cell: what its row and its column say together.
    fn combined(
        &self,
        of_row: &[Option<u16>],
        numbers: &Numbers<'_>,
        row: usize,
        findings: &mut Findings<'_>,
    ) -> Option<Vec<Option<u16>>> {
        let mut categories = of_row.to_vec();
        numbers.whole.iter().for_each(|variable| categories[*variable] = Some(0));
        for (variable, category) in &numbers.fixed {
            match categories[*variable] {
                None | Some(0) => categories[*variable] = Some(*category),
                Some(other) if other == *category || *category == 0 => {}
                Some(_) => {
                    self.conflict(*variable, row, numbers.column, findings);
                    return None;
                }
            }
        }
        Some(categories)
    }

    fn conflict(&self, variable: usize, row: usize, column: &Matched<'_>, findings: &mut Findings<'_>) {
        let place = findings.row(self.table.number(row), Some(&column.head));
        let remark = Remark::error("conflicting-categories", place);
        findings.add(remark.with("variable", self.variables.all[variable].0.name.as_str()).hinted());
    }

    /// Says for each column that leading zeros were restored.
    fn say_restored(&self, findings: &mut Findings<'_>) {
        for (column, (row, count)) in &self.restored {
            let remark = Remark::note("leading-zeros", findings.row(*row, Some(column)));
            findings.add(remark.with("count", *count).hinted());
        }
    }
}
