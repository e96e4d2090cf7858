//! Which column of a file means what: heads against the record layout, placeholders included.

use std::collections::{BTreeMap, BTreeSet};

use catalogue::{
    Catalogue, Period, Remark,
    model::{Group, PeriodKind, Role, Source, Variable},
    names::VariableName,
};

use super::{
    codes::{Codes, Found},
    findings::Findings,
    period,
    table::Table,
    words::{letters, plain},
};

/// The variables of a record layout, sorted by name, with their code lists.
pub(super) struct Variables<'a> {
    pub(super) all: Vec<(&'a Variable, Codes)>,
}

impl<'a> Variables<'a> {
    /// The variables that a source's layout speaks of.
    pub(super) fn of(catalogue: &'a Catalogue, source: &Source) -> Variables<'a> {
        let mut names: BTreeSet<&VariableName> = BTreeSet::new();
        for column in &source.layout.columns {
            match &column.role {
                Role::Category(variable) => drop(names.insert(variable)),
                Role::Groups(groups) => names.extend(groups.values().flat_map(Group::keys)),
                Role::Measure { of, whole, .. } => names.extend(of.keys().chain(whole)),
                Role::Area | Role::Period | Role::Figure { .. } | Role::Ignored => {}
            }
            let named = placeholders(&column.head);
            names.extend(catalogue.variables.keys().filter(|name| named.contains(&name.as_str())));
        }
        let all = names.into_iter().filter_map(|name| catalogue.variables.get(name));
        Variables { all: all.map(|variable| (variable, Codes::of_variable(variable))).collect() }
    }

    pub(super) fn place(&self, name: &VariableName) -> Option<usize> {
        self.all.iter().position(|(variable, _)| variable.name == *name)
    }

    /// A group as places of variables and categories.
    pub(super) fn coded(&self, group: &Group) -> Vec<(usize, u16)> {
        let coded = group.iter().filter_map(|(name, code)| {
            let variable = self.place(name)?;
            let category = self.all[variable].0.categories.iter().position(|category| category.code == *code)?;
            Some((variable, category as u16 + 1))
        });
        coded.collect()
    }
}

fn placeholders(head: &str) -> Vec<&str> {
    head.split('{').skip(1).filter_map(|rest| rest.split_once('}').map(|(name, _)| name.trim())).collect()
}

/// A head that is not where it was declared is looked for in so many rows.
const HEAD_WITHIN: usize = 20;

/// What the placeholders of a head stand for in one column.
#[derive(Clone, PartialEq, Eq, Default)]
pub(super) struct Binding {
    pub(super) period: Option<Period>,
    pub(super) categories: Vec<(usize, u16)>,
}

/// A part of a declared head.
enum Token {
    Literal(String),
    Period,
    Variable(usize),
}

fn tokens(head: &str, variables: &Variables<'_>) -> Option<Vec<Token>> {
    let mut tokens = Vec::new();
    let mut rest = head;
    while let Some((literal, after)) = rest.split_once('{') {
        let (name, after) = after.split_once('}')?;
        if !plain(literal).is_empty() {
            tokens.push(Token::Literal(plain(literal)));
        }
        tokens.push(match name.trim() {
            "period" => Token::Period,
            name => Token::Variable(variables.all.iter().position(|(variable, _)| variable.name.as_str() == name)?),
        });
        rest = after;
    }
    if !plain(rest).is_empty() {
        tokens.push(Token::Literal(plain(rest)));
    }
    Some(tokens)
}

/// Reads a head of the file against a declared head.
fn bind(tokens: &[Token], text: &str, kind: PeriodKind, variables: &Variables<'_>) -> Option<Binding> {
    let text = text.trim();
    let Some((first, rest)) = tokens.split_first() else { return text.is_empty().then(Binding::default) };
    if let Token::Literal(literal) = first {
        return bind(rest, text.strip_prefix(literal.as_str())?, kind, variables);
    }
    // The placeholder ends where the next literal begins, wherever that is.
    let ends: Vec<usize> = match rest.first() {
        None => vec![text.len()],
        Some(Token::Literal(literal)) => text.match_indices(literal.as_str()).map(|(at, _)| at).collect(),
        Some(_) => text.match_indices(' ').map(|(at, _)| at).collect(),
    };
    ends.into_iter().find_map(|end| {
        let mut binding = bind(rest, &text[end..], kind, variables)?;
        match first {
            Token::Period => binding.period = Some(period::parse(&text[..end], kind).ok()?),
            Token::Variable(variable) => match variables.all[*variable].1.find(&text[..end]) {
                Found::One(category) => binding.categories.push((*variable, category as u16)),
                _ => return None,
            },
            Token::Literal(_) => {}
        }
        binding.categories.sort_unstable();
        Some(binding)
    })
}

/// A declared column that was found in the file.
pub(super) struct Matched<'a> {
    /// As declared.
    pub(super) declared: &'a catalogue::model::Column,
    /// Its place in the file.
    pub(super) at: usize,
    /// What its placeholders stand for.
    pub(super) binding: Binding,
    /// Its rows: for each column of the file, the texts one of which it must hold.
    pub(super) only: Vec<Only>,
    /// How remarks call it: the declared head; with placeholders, the letters of the column, too.
    pub(super) head: String,
}

/// A condition on rows.
pub(super) struct Only {
    column: usize,
    texts: Vec<String>,
}

impl Only {
    /// Whether all conditions hold for a row.
    pub(super) fn all(conditions: &[Only], table: &Table, row: usize) -> bool {
        conditions.iter().all(|only| only.texts.contains(&plain(table.cell(row, only.column))))
    }
}

/// What the columns of a file mean.
pub(super) struct Columns<'a> {
    pub(super) filter: Vec<Only>,
    pub(super) matched: Vec<Matched<'a>>,
}

/// Finds the declared columns in a file. Columns that lack, and such that nobody declared, are remarked.
pub(super) fn find<'a>(
    table: &Table,
    source: &'a Source,
    variables: &Variables<'_>,
    findings: &mut Findings<'_>,
) -> Columns<'a> {
    let layout = &source.layout;
    let mut used: BTreeSet<usize> = BTreeSet::new();
    let mut lacking: Vec<&str> = Vec::new();
    let filter = conditions(table, &layout.only, &mut used, &mut lacking);
    let mut matched = Vec::new();
    // A column that is declared by its whole head is not for placeholders.
    for literal in [true, false] {
        let taken = used.clone();
        for declared in layout.columns.iter().filter(|column| placeholders(&column.head).is_empty() == literal) {
            let places: Vec<(usize, Binding)> = if literal {
                literally(table, declared, findings).map(|at| (at, Binding::default())).into_iter().collect()
            } else {
                let Some(tokens) = tokens(&declared.head, variables) else { continue };
                let bound =
                    |heads: &[String]| heads.iter().find_map(|head| bind(&tokens, head, source.periods, variables));
                let columns = table.heads.iter().enumerate().filter(|(at, _)| !taken.contains(at));
                columns.filter_map(|(at, heads)| Some((at, bound(heads)?))).collect()
            };
            if places.is_empty() && !declared.optional {
                // A column that nobody reads may be absent.
                if declared.role != Role::Ignored {
                    lacking.push(&declared.head);
                }
            }
            for (at, binding) in places {
                used.insert(at);
                let only = conditions(table, &declared.only, &mut used, &mut lacking);
                let head = match literal {
                    true => declared.head.clone(),
                    false => format!("{} [{}]", declared.head, letters(at)),
                };
                matched.push(Matched { declared, at, binding, only, head });
            }
        }
    }
    // In the order of the declaration, each head once.
    let mut said: BTreeSet<&str> = BTreeSet::new();
    for head in lacking.into_iter().filter(|head| said.insert(head)) {
        findings.add(lacks(table, head, &used, findings));
    }
    if !layout.other_columns_ignored {
        for at in (0..table.heads.len()).filter(|at| !used.contains(at) && !table.heads[*at].is_empty()) {
            let place = findings.row(table.head_row.max(1), None);
            findings.add(Remark::warning("undeclared-column", place).with("letters", letters(at)).hinted());
        }
    }
    // Placeholders come after literal heads; the order of the declaration is the order that people know.
    matched.sort_by_key(|column| {
        (layout.columns.iter().position(|declared| std::ptr::eq(declared, column.declared)), column.at)
    });
    Columns { filter, matched }
}

/// The one column of this head. Heads are compared plainly; a head that stands twice is remarked.
fn literally(table: &Table, declared: &catalogue::model::Column, findings: &mut Findings<'_>) -> Option<usize> {
    let head = plain(&declared.head);
    let mut places = (0..table.heads.len()).filter(|at| table.heads[*at].first() == Some(&head));
    let first = places.next();
    if first.is_some() && places.next().is_some() && declared.role != Role::Ignored {
        let place = findings.row(table.head_row.max(1), Some(&declared.head));
        findings.add(Remark::error("head-stands-twice", place).hinted());
    }
    first.or_else(|| table.column(&declared.head))
}

fn conditions<'a>(
    table: &Table,
    only: &'a BTreeMap<String, Vec<String>>,
    used: &mut BTreeSet<usize>,
    lacking: &mut Vec<&'a str>,
) -> Vec<Only> {
    let mut conditions = Vec::new();
    for (head, texts) in only {
        match table.column(head) {
            Some(column) => {
                used.insert(column);
                conditions.push(Only { column, texts: texts.iter().map(|text| plain(text)).collect() });
            }
            None => lacking.push(head),
        }
    }
    conditions
}

/// A declared column is not there. What stands in its place may be a cell, if the head is not where it was declared,
/// so the hint names the column by its letters, or the row in which the declared text stands.
fn lacks(table: &Table, head: &str, used: &BTreeSet<usize>, findings: &Findings<'_>) -> Remark {
    let text = plain(head);
    let near = (0..table.heads.len()).filter(|at| !used.contains(at)).find(|at| {
        let heads = table.heads[*at].iter().map(String::as_str);
        catalogue::nearest(&text, heads).is_some()
    });
    let stands = |row: &usize| (0..table.width(*row)).any(|at| plain(table.cell(*row, at)) == text);
    let elsewhere = (0..table.len().min(HEAD_WITHIN)).find(stands).map(|row| table.number(row));
    let (hint, row) = match (elsewhere, near) {
        (Some(row), _) => ("row", row),
        (None, Some(_)) => ("column", table.head_row),
        (None, None) => ("no", table.head_row),
    };
    Remark::error("missing-column", findings.whole())
        .with("head", head)
        .with("near", near.map(letters).unwrap_or_default())
        .with("found", hint)
        .with("row", row as usize)
        .hinted()
}
