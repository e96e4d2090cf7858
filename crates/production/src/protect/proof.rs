//! Proofs for auditors: whoever has a release and a proof can check that no withheld count can be shown to be small,
//! without the deliveries and without believing this program.
//!
//! A proof says of which counts, areas, variables and period it speaks, and which sums are not complete; everything
//! else follows from the definitions that the release holds. Then comes what [`disclosure::proof`] writes. Its tables
//! are partly true, so that it stays behind the wall, with those who may audit.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use catalogue::{
    Catalogue, Period,
    model::Audience,
    names::{LevelName, MeasureKey, VariableName},
};
use disclosure::{Level, Policy, Zeros, proof::Proof};
use release::{Observation, Release};

use super::{
    layout::{Meaning, Rests, layout},
    population::{self, Population, Unit},
    suppress::{Case, Decided, Ground, known},
};

/// The first line of a proof.
const HEAD: &str = "mehrklang proof 1";
/// The line before what the crate `disclosure` writes.
const TABLES: &str = "tables";

/// What was proven of a release.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verified {
    /// For whom.
    pub audience: Audience,
    /// Of which counts.
    pub measures: Vec<MeasureKey>,
    /// Of which period.
    pub period: Period,
    /// Cells whose number is published.
    pub published: usize,
    /// Cells that are withheld.
    pub withheld: usize,
}

/// Why a proof proves nothing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unverified {
    /// This line cannot be read.
    Line(usize),
    /// The definitions of the release do not have this name, or too many things of one kind.
    Unknown(String),
    /// The proof does not fit the release or is wrong.
    Wrong,
}

/// The proofs of all populations, by the name of their file.
pub(super) fn proofs(case: &Case<'_>, grounds: &[Ground]) -> BTreeMap<String, String> {
    let mut files = BTreeMap::new();
    for ground in grounds {
        for (audience, decided) in &ground.decided {
            let Decided::Withheld(shown) = decided else { continue };
            let withholds =
                shown.withheld.iter().enumerate().any(|(cell, own)| *own && ground.layout.program.is_shown(cell));
            let proof = Proof::new(&shown.program, &shown.year, &shown.protected, &shown.policy);
            let (true, Ok(proof)) = (withholds && shown.policy.level > Level::Linear, proof) else { continue };
            let first = &ground.population.measures[0];
            let name = format!("proofs/{}-{first}-{}.txt", audience.word(), ground.period);
            let decimals = known(case, &ground.population, ground.period).decimals;
            files.insert(name, head(ground, *audience, &shown.policy, decimals) + &proof.write());
        }
    }
    files
}

fn head(ground: &Ground, audience: Audience, policy: &Policy, decimals: u8) -> String {
    let population = &ground.population;
    let mut text = format!("{HEAD}\naudience {}\nperiod {}\n", audience.word(), ground.period);
    let _ = writeln!(
        text,
        "minimum {}\nlevel {}\nzeros {}",
        policy.minimum,
        level_word(policy.level),
        zeros_word(policy.zeros)
    );
    let _ = writeln!(text, "decimals {decimals}");
    let mut line = |key: &str, words: Vec<String>| {
        let _ = writeln!(text, "{}", [vec![key.to_owned()], words].concat().join(" "));
    };
    line("measures", population.measures.iter().map(ToString::to_string).collect());
    line("variables", population.variables.iter().map(ToString::to_string).collect());
    line("levels", population.levels.iter().map(ToString::to_string).collect());
    line("divisions", population.divisions.iter().map(ToString::to_string).collect());
    for tree in &ground.layout.trees {
        let rest =
            |(whole, rest): &(usize, usize)| format!("{whole}{}", if tree.free.contains(rest) { "~" } else { "" });
        line("rests", tree.rests.iter().map(rest).collect());
    }
    text.push_str(TABLES);
    text.push('\n');
    text
}

const LEVELS: [(Level, &str); 3] =
    [(Level::Linear, "linear"), (Level::NonNegative, "non-negative"), (Level::Positive, "positive")];
const ZEROS: [(Zeros, &str); 2] = [(Zeros::Shown, "shown"), (Zeros::Protected, "protected")];

fn level_word(level: Level) -> &'static str {
    LEVELS.iter().find(|own| own.0 == level).map_or("", |own| own.1)
}

fn zeros_word(zeros: Zeros) -> &'static str {
    ZEROS.iter().find(|own| own.0 == zeros).map_or("", |own| own.1)
}

/// What the head of a proof says.
struct Head {
    audience: Audience,
    period: Period,
    policy: Policy,
    decimals: u8,
    measures: Vec<MeasureKey>,
    variables: Vec<VariableName>,
    levels: Vec<LevelName>,
    divisions: Vec<LevelName>,
    rests: Rests,
}

/// Reads the head; gives also the text that follows it.
fn read(text: &str) -> Result<(Head, &str), Unverified> {
    let mut number = 0;
    let mut left = text;
    let mut next = || {
        number += 1;
        let (line, rest) = left.split_once('\n').ok_or(Unverified::Line(number))?;
        left = rest;
        Ok((line, number))
    };
    if next()?.0 != HEAD {
        return Err(Unverified::Line(1));
    }
    fn value<'a>((line, number): (&'a str, usize), key: &str) -> Result<(&'a str, usize), Unverified> {
        let value = line.strip_prefix(key).map(|value| value.strip_prefix(' ').unwrap_or(value));
        Ok((value.ok_or(Unverified::Line(number))?, number))
    }
    fn parsed<T: std::str::FromStr>((value, number): (&str, usize)) -> Result<T, Unverified> {
        value.parse().map_err(|_| Unverified::Line(number))
    }
    fn list<T: std::str::FromStr>((value, number): (&str, usize)) -> Result<Vec<T>, Unverified> {
        value.split_whitespace().map(|word| word.parse().map_err(|_| Unverified::Line(number))).collect()
    }
    fn word<T: Copy>((value, number): (&str, usize), known: &[(T, &str)]) -> Result<T, Unverified> {
        known.iter().find(|own| own.1 == value).map(|own| own.0).ok_or(Unverified::Line(number))
    }
    let audiences = Audience::ALL.map(|audience| (audience, audience.word()));
    let audience = word(value(next()?, "audience")?, &audiences)?;
    let period = parsed(value(next()?, "period")?)?;
    let minimum = parsed(value(next()?, "minimum")?)?;
    let level = word(value(next()?, "level")?, &LEVELS)?;
    let zeros = word(value(next()?, "zeros")?, &ZEROS)?;
    let decimals = parsed(value(next()?, "decimals")?)?;
    let measures = list(value(next()?, "measures")?)?;
    let variables: Vec<VariableName> = list(value(next()?, "variables")?)?;
    let levels = list(value(next()?, "levels")?)?;
    let divisions = list(value(next()?, "divisions")?)?;
    let mut rests = Vec::new();
    for _ in 0..=variables.len() {
        let (value, number) = value(next()?, "rests")?;
        let rest = |word: &str| {
            let whole = word.strip_suffix('~').unwrap_or(word);
            Some((whole.parse().ok()?, whole.len() < word.len()))
        };
        let axis: Option<Vec<(usize, bool)>> = value.split_whitespace().map(rest).collect();
        rests.push(axis.ok_or(Unverified::Line(number))?);
    }
    let (line, number) = next()?;
    if line != TABLES {
        return Err(Unverified::Line(number));
    }
    let policy = Policy { minimum, level, zeros };
    Ok((Head { audience, period, policy, decimals, measures, variables, levels, divisions, rests }, left))
}

/// Checks a proof against a release: takes time in proportion to both.
///
/// # Errors
/// A proof that cannot be read, names what the release does not define, or does not hold.
pub(crate) fn verify(catalogue: &Catalogue, release: &Release, text: &str) -> Result<Verified, Unverified> {
    let (head, tables) = read(text)?;
    let lines = text.len() - tables.len();
    let before = text[..lines].lines().count();
    let proof = Proof::read(tables).map_err(|line| Unverified::Line(before + line.number))?;
    let population = population(catalogue, release, &head)?;
    let seen = Seen::new(release, &head);
    let layout = layout(catalogue, &population, head.period, &head.rests, |meaning| {
        seen.at(catalogue, &population, meaning).is_some()
    });
    let layout = layout.map_err(|_| Unverified::Wrong)?;
    let (mut published, mut withheld) = (vec![None; layout.program.len()], 0);
    for (cell, published) in published.iter_mut().enumerate().filter(|(cell, _)| layout.program.is_shown(*cell)) {
        let nodes = layout.program.nodes(cell);
        let Some(meaning) = layout.meaning(&nodes) else { continue };
        match seen.at(catalogue, &population, &meaning) {
            Some(Some(count)) => *published = Some(count),
            Some(None) => withheld += 1,
            None => {}
        }
    }
    proof.check(&layout.program, &published, &head.policy).map_err(|_| Unverified::Wrong)?;
    let published = published.iter().flatten().count();
    Ok(Verified { audience: head.audience, measures: head.measures, period: head.period, published, withheld })
}

/// The population of a proof, with the tables that the release has of it.
fn population(catalogue: &Catalogue, release: &Release, head: &Head) -> Result<Population, Unverified> {
    for name in &head.variables {
        if !catalogue.variables.contains_key(name) {
            return Err(Unverified::Unknown(name.to_string()));
        }
    }
    for name in head.levels.iter().chain(&head.divisions) {
        if !catalogue.levels.iter().any(|level| level.name == *name) {
            return Err(Unverified::Unknown(name.to_string()));
        }
    }
    let mut units = BTreeMap::new();
    for table in release.tables.iter().filter(|table| head.measures.contains(&table.key.measure)) {
        for row in table.rows.iter().filter(|row| row.period == head.period) {
            let Some(area) = catalogue.area(&row.area) else { return Err(Unverified::Unknown(row.area.to_string())) };
            let unit = Unit { count: table.key.measure.clone(), by: table.key.by.clone(), level: area.level.clone() };
            units.insert(unit, false);
        }
    }
    Ok(population::named(
        catalogue,
        head.measures.clone(),
        (units, BTreeSet::new()),
        head.levels.clone(),
        head.divisions.iter().cloned().collect(),
        head.variables.clone(),
    ))
}

/// What a release shows of a population: for each row a count, or that it is withheld.
struct Seen {
    rows: BTreeMap<(MeasureKey, catalogue::names::AreaCode, String), Option<i64>>,
}

impl Seen {
    fn new(release: &Release, head: &Head) -> Seen {
        let mut rows = BTreeMap::new();
        for table in release.tables.iter().filter(|table| head.measures.contains(&table.key.measure)) {
            for row in table.rows.iter().filter(|row| row.period == head.period) {
                let shown = match row.observation {
                    Observation::Value { number, .. } => {
                        let scale = 10_i64.pow(u32::from(head.decimals.saturating_sub(number.decimals).min(9)));
                        number.scaled.checked_mul(scale)
                    }
                    Observation::Nothing => Some(0),
                    Observation::Withheld => None,
                    _ => continue,
                };
                let group = table.key.by.iter().zip(&row.categories);
                let group: Vec<String> =
                    group.filter_map(|(name, code)| Some(format!("{name}={}", code.as_ref()?))).collect();
                rows.insert((table.key.measure.clone(), row.area.clone(), group.join(";")), shown);
            }
        }
        Seen { rows }
    }

    fn at(&self, catalogue: &Catalogue, population: &Population, meaning: &Meaning<'_>) -> Option<Option<i64>> {
        let group = super::layout::named(catalogue, &population.variables, meaning.slots);
        let area = catalogue.areas[meaning.area].code.clone();
        self.rows.get(&(population.measures[meaning.measure].clone(), area, group)).copied()
    }
}
