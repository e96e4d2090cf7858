//! Protection: from cubes to what each audience may see.
//!
//! Figures of a source that is declared `already-public` pass. Of any other source, the policy says what is done:
//! single cells are withheld, with proof ([`suppress`]), or numbers get noise or are rounded ([`perturb`]).
//!
//! What is held: nobody who knows everything that an audience has ever been shown by this program, that it adds up, and
//! what the policy's attacker knows, can tell a sensitive count of a source. The crate `disclosure` says exactly what
//! that means and what it does not. Not held: relations between counts that no indicator declares as a share, and what
//! somebody knows from elsewhere.

mod acyclic;
mod advice;
mod base;
mod confidential;
mod index;
mod known;
mod layout;
mod open;
mod perturb;
mod population;
mod proof;
mod report;
mod rules;
mod suppress;
#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use catalogue::{
    Catalogue, Period, Place, Remark,
    model::{Audience, MeasureKind, Protection},
    names::{CategoryCode, LevelName, MeasureKey, VariableName},
    policy::{Method, Policy},
};
use release::{Number, Observation, Row, Table, TableKey};

pub(crate) use confidential::{Confidential, TooLarge};
pub(crate) use proof::verify;
pub use proof::{Unverified, Verified};

use self::{
    base::NoBase,
    open::Open,
    perturb::Perturbed,
    population::{Population, Unit, populations},
    suppress::{Case, Decided, Ground},
};
use crate::{
    ask::{self, Ask},
    cube::{self, Cube},
    ledger::Ledger,
};

/// The numbers of a cube, for the tests of counting.
#[cfg(test)]
pub(crate) fn opened_for_tests(catalogue: &Catalogue, cube: Cube) -> impl Fn(&cube::Place) -> Option<i128> {
    let open = Open::new(catalogue, cube, 0);
    move |place| open.known(place)
}

/// What binds protection.
pub(crate) struct Bounds<'a> {
    pub(crate) policy: &'a Policy,
    pub(crate) ledger: &'a Ledger,
    pub(crate) secret: Option<&'a [u8]>,
}

/// What passed, and what is kept behind the wall about it.
pub(crate) struct Passed {
    /// For each audience its tables, in the order of their keys.
    pub(crate) tables: Vec<(Audience, Vec<Table>)>,
    /// Files of the protocol.
    pub(crate) protocol: BTreeMap<String, String>,
    /// The new entry of the ledger.
    pub(crate) ledger: String,
    pub(crate) remarks: Vec<Remark>,
}

/// Decides what each audience may see of the asked tables.
pub(crate) fn protect(
    catalogue: &Catalogue,
    bounds: &Bounds<'_>,
    asked: &[Ask],
    cubes: BTreeMap<MeasureKey, Cube>,
) -> Passed {
    let decimals = |key: &MeasureKey| catalogue.measure(key).map_or(0, |measure| measure.decimals);
    let cubes: BTreeMap<MeasureKey, Open<'_>> = cubes
        .into_iter()
        .map(|(key, cube)| {
            let open = Open::new(catalogue, cube, decimals(&key));
            (key, open)
        })
        .collect();
    let case = Case { catalogue, cubes: &cubes, policy: bounds.policy, ledger: bounds.ledger };
    let mut remarks = Vec::new();

    let (suppressed, perturbed): (BTreeMap<Unit, bool>, BTreeMap<Unit, bool>) =
        units(&case, asked).into_iter().partition(|(unit, _)| {
            is_public(catalogue, &unit.count) || suppress::is_suppressed(bounds.policy, &unit.count)
        });
    // Noisy numbers of earlier releases give no equation; nothing is protected together with them.
    let former: BTreeSet<Unit> = bounds
        .ledger
        .tables(catalogue)
        .into_iter()
        .map(|(count, by, level)| Unit { count, by, level })
        .filter(|unit| !is_public(catalogue, &unit.count) && suppress::is_suppressed(bounds.policy, &unit.count))
        .collect();
    let (all, left_out) = populations(&case, &suppressed, &former);
    for (unit, unfit) in &left_out {
        let key = TableKey { measure: unit.count.clone(), by: unit.by.clone() };
        remarks.push(named(unfit.rule(), &key, Some(&unit.level)).hinted());
    }
    let all: Vec<Population> =
        all.into_iter().filter(|own| !own.measures.iter().all(|key| is_public(catalogue, key))).collect();
    let decided = decide(&case, &all);
    let mut grounds: Vec<Ground> = Vec::new();
    for (population, found) in all.iter().zip(decided) {
        let mut own = Vec::new();
        for ground in found {
            match ground {
                Ok(ground) => own.push(ground),
                Err((period, fault)) => remarks.push(no_base(population, period, fault)),
            }
        }
        suppress::join_years(&case, &mut own);
        grounds.extend(own);
    }
    let noisy = noisy(&case, &perturbed, bounds.secret, &mut remarks);

    let mut tables = Vec::new();
    for (place, audience) in bounds.policy.audiences.iter().enumerate() {
        let seen = Seen::new(&case, &all, &grounds, &noisy, place, *audience);
        let mut own: Vec<Table> = asked
            .iter()
            .filter_map(|ask| table(&case, &seen, ask, if place == 0 { Some(&mut remarks) } else { None }))
            .collect();
        own.extend(index::tables(&case, &grounds, place));
        own.sort_by(|a, b| a.key.cmp(&b.key));
        tables.push((*audience, own));
    }
    let losses = report::losses(&case, &grounds);
    remarks.extend(report::too_much(&case, &losses));
    remarks.extend(report::refused(&case, &grounds));
    let mut protocol = report::protocol(&case, &grounds, &losses);
    protocol.extend(proof::proofs(&case, &grounds));
    let advice = advice::advice(&case, &grounds, &losses);
    protocol.insert("advice.csv".to_owned(), advice);
    let ledger = report::entry(&case, &grounds, &noisy);
    Passed { tables, protocol, ledger, remarks }
}

fn is_public(catalogue: &Catalogue, key: &MeasureKey) -> bool {
    catalogue.sources.get(&key.source).is_some_and(|source| source.protection == Protection::AlreadyPublic)
}

/// The tables of counts that stand behind the asked ones, and whether a core indicator asks for them.
fn units(case: &Case<'_>, asked: &[Ask]) -> BTreeMap<Unit, bool> {
    let mut units = BTreeMap::new();
    for ask in asked {
        for unit in ask.levels.iter().filter_map(|level| unit(case.catalogue, &ask.key, level)) {
            if case.cubes.get(&unit.count).is_some_and(|open| open.columns(&unit.by).is_some()) {
                *units.entry(unit).or_default() |= ask.core;
            }
        }
    }
    units
}

/// All populations, in parallel; the result does not depend on the number of threads.
fn decide(case: &Case<'_>, all: &[Population]) -> Vec<Vec<Result<Ground, (Period, NoBase)>>> {
    let threads = std::thread::available_parallelism().map_or(1, std::num::NonZero::get).min(all.len()).max(1);
    let next = std::sync::atomic::AtomicUsize::new(0);
    let mut decided: Vec<(usize, _)> = std::thread::scope(|scope| {
        let work = || {
            let mut done = Vec::new();
            loop {
                let at = next.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
                let Some(population) = all.get(at) else { return done };
                done.push((at, suppress::protect(case, population)));
            }
        };
        let workers: Vec<_> = (0..threads).map(|_| scope.spawn(work)).collect();
        workers.into_iter().filter_map(|worker| worker.join().ok()).flatten().collect()
    });
    decided.sort_by_key(|(at, _)| *at);
    decided.into_iter().map(|(_, found)| found).collect()
}

/// Sources that are protected by noise or rounding; each of their counts stands for itself.
fn noisy<'a>(
    case: &Case<'a>,
    units: &BTreeMap<Unit, bool>,
    secret: Option<&[u8]>,
    remarks: &mut Vec<Remark>,
) -> Vec<(Population, Vec<Perturbed>)> {
    let mut all = Vec::new();
    for key in units.keys().map(|unit| &unit.count).collect::<BTreeSet<_>>() {
        let own: BTreeMap<Unit, bool> =
            units.iter().filter(|(unit, _)| unit.count == *key).map(|(unit, core)| (unit.clone(), *core)).collect();
        for population in populations(case, &own, &BTreeSet::new()).0 {
            let mut seen = Vec::new();
            for audience in &case.policy.audiences {
                match perturb::perturb(case, &population, *audience, secret) {
                    Ok(periods) => seen.extend(periods),
                    Err(fault) => {
                        let place = Place::File(catalogue::policy::FILE.to_owned());
                        remarks.push(Remark::error(fault.rule(), place).with("source", key.source.as_str()).hinted());
                    }
                }
            }
            all.push((population, seen));
        }
    }
    all
}

/// What one audience sees of the counts.
struct Seen<'a> {
    audience: Audience,
    /// Tables that can be shown at all.
    units: BTreeSet<&'a Unit>,
    /// For each count the places of its cube that are withheld, and those that are shown.
    cells: HashMap<&'a MeasureKey, Cells>,
}

#[derive(Default)]
struct Cells {
    withheld: HashSet<u128>,
    shown: HashSet<u128>,
    /// Other numbers in place of the counted ones.
    numbers: HashMap<u128, i64>,
}

impl<'a> Seen<'a> {
    fn new(
        case: &Case<'_>,
        all: &'a [Population],
        grounds: &'a [Ground],
        noisy: &'a [(Population, Vec<Perturbed>)],
        place: usize,
        audience: Audience,
    ) -> Seen<'a> {
        let mut seen = Seen { audience, units: BTreeSet::new(), cells: HashMap::new() };
        seen.units.extend(all.iter().flat_map(|population| population.units.keys()));
        seen.units.extend(noisy.iter().flat_map(|(population, _)| population.units.keys()));
        for ground in grounds {
            let Some((_, decided)) = ground.decided.get(place) else { continue };
            let known = suppress::known(case, &ground.population, ground.period);
            for cell in (0..ground.counts.len()).filter(|cell| ground.layout.program.is_shown(*cell)) {
                let nodes = ground.layout.program.nodes(cell);
                let Some(meaning) = ground.layout.meaning(&nodes) else { continue };
                let Some(open) = known.open(meaning.measure) else { continue };
                let Some(at) = known.place(meaning.measure, meaning.area, meaning.slots) else { continue };
                let cells = seen.cells.entry(&ground.population.measures[meaning.measure]).or_default();
                let list = match decided {
                    Decided::Withheld(shown) if shown.withheld[cell] => &mut cells.withheld,
                    Decided::Refused(given) if !given[cell] => continue,
                    Decided::Withheld(_) | Decided::Refused(_) => &mut cells.shown,
                };
                list.insert(open.axes().index(&at));
            }
        }
        for (population, periods) in noisy {
            for perturbed in periods.iter().filter(|perturbed| perturbed.audience == audience) {
                let known = suppress::known(case, population, perturbed.period);
                for (cell, number) in &perturbed.numbers {
                    let nodes = perturbed.layout.program.nodes(*cell);
                    let Some(meaning) = perturbed.layout.meaning(&nodes) else { continue };
                    let Some(open) = known.open(meaning.measure) else { continue };
                    let Some(at) = known.place(meaning.measure, meaning.area, meaning.slots) else { continue };
                    let cells = seen.cells.entry(&population.measures[meaning.measure]).or_default();
                    cells.shown.insert(open.axes().index(&at));
                    cells.numbers.insert(open.axes().index(&at), *number);
                }
            }
        }
        seen.drop_refused(case);
        seen
    }

    /// Where the policy refuses tables, one withheld cell is enough to leave a table out.
    fn drop_refused(&mut self, case: &Case<'_>) {
        let refuses = |unit: &&Unit| {
            let refuses = matches!(case.policy.rules(&unit.count.source, self.audience).method, Method::Refusal);
            refuses && !is_public(case.catalogue, &unit.count) && self.withholds(case, unit)
        };
        let dropped: Vec<&Unit> = self.units.iter().copied().filter(refuses).collect();
        dropped.into_iter().for_each(|unit| {
            self.units.remove(unit);
        });
    }

    fn withholds(&self, case: &Case<'_>, unit: &Unit) -> bool {
        let (Some(open), Some(cells)) = (case.cubes.get(&unit.count), self.cells.get(&unit.count)) else { return true };
        cells.withheld.iter().any(|index| {
            let place = open.axes().place(*index);
            let by = open.axes().variables.iter().zip(&place.slots).filter(|(_, slot)| **slot > 0);
            case.catalogue.areas[place.area].level == unit.level
                && by.into_iter().all(|(name, _)| unit.by.contains(name))
        })
    }
}

/// The count that a table must be judged by; `None` for sums and figures of which the source does not say what counts
/// the people behind them.
fn unit(catalogue: &Catalogue, key: &TableKey, level: &LevelName) -> Option<Unit> {
    let is_count = |key: &MeasureKey| catalogue.measure(key).is_some_and(|found| found.kind == MeasureKind::Count);
    let count =
        if is_count(&key.measure) { Some(key.measure.clone()) } else { ask::counted_by(catalogue, &key.measure) };
    let count = count.filter(is_count)?;
    Some(Unit { count, by: key.by.clone(), level: level.clone() })
}

/// A table as one audience sees it; remarks say which levels it is not shown for.
fn table(case: &Case<'_>, seen: &Seen<'_>, ask: &Ask, mut remarks: Option<&mut Vec<Remark>>) -> Option<Table> {
    let mut remark = |rule: &'static str, level: Option<&LevelName>| {
        if let Some(remarks) = &mut remarks {
            let remark = named(rule, &ask.key, level);
            remarks.push(if level.is_some() { remark.hinted() } else { remark });
        }
    };
    let open = case.cubes.get(&ask.key.measure)?;
    let Some(columns) = open.columns(&ask.key.by) else {
        remark("table-not-delivered", None);
        return None;
    };
    let public = is_public(case.catalogue, &ask.key.measure);
    let mut levels = BTreeSet::new();
    for level in &ask.levels {
        match unit(case.catalogue, &ask.key, level) {
            _ if public => drop(levels.insert(level)),
            None => remark("table-refused-uncounted", Some(level)),
            Some(_) if needs_contributions(case, seen.audience, &ask.key) => {
                remark("table-refused-contributions", Some(level))
            }
            Some(unit) if seen.units.contains(&unit) => drop(levels.insert(level)),
            Some(_) => {}
        }
    }
    // In the order of rows: by area, period and group.
    let mut groups: Vec<(Vec<Option<CategoryCode>>, Vec<usize>)> = open
        .groups(&columns)
        .into_iter()
        .map(|slots| {
            let of = |(column, by): (&usize, &VariableName)| category(case.catalogue, by, slots[*column]);
            (columns.iter().zip(&ask.key.by).map(of).collect(), slots)
        })
        .collect();
    groups.sort_by(|(a, _), (b, _)| a.cmp(b));
    let mut areas: Vec<usize> =
        (0..case.catalogue.areas.len()).filter(|area| levels.contains(&case.catalogue.areas[*area].level)).collect();
    areas.sort_by_key(|area| &case.catalogue.areas[*area].code);
    let mut periods: Vec<(usize, Period)> = open.axes().periods.iter().copied().enumerate().collect();
    periods.sort_by_key(|(_, period)| *period);
    let mut rows = Vec::new();
    let mut place = cube::Place { area: 0, period: 0, slots: Vec::new() };
    for area in areas {
        place.area = area;
        for (period, name) in &periods {
            place.period = *period;
            for (categories, slots) in &groups {
                place.slots.clone_from(slots);
                let observation = open.observation(open.axes().index(&place)).and_then(|own| {
                    if public { Some(own) } else { observation(case, seen, &ask.key, &place, *name, own) }
                });
                if let Some(observation) = observation {
                    let (area, categories) = (case.catalogue.areas[area].code.clone(), categories.clone());
                    rows.push(Row { area, period: *name, categories, observation });
                }
            }
        }
    }
    (!rows.is_empty()).then(|| Table { key: ask.key.clone(), rows })
}

/// Rules on contributions bind sums, and no delivery says who contributed what.
fn needs_contributions(case: &Case<'_>, audience: Audience, key: &TableKey) -> bool {
    let rules = case.policy.rules(&key.measure.source, audience);
    let is_sum = case.catalogue.measure(&key.measure).is_some_and(|measure| measure.kind == MeasureKind::Sum);
    is_sum && (rules.dominance.is_some() || rules.p_percent.is_some())
}

/// What an audience sees in place of what was observed.
fn observation(
    case: &Case<'_>,
    seen: &Seen<'_>,
    key: &TableKey,
    place: &cube::Place,
    period: Period,
    own: Observation,
) -> Option<Observation> {
    // Signs other than numbers say nothing about people.
    if !matches!(own, Observation::Value { .. } | Observation::Nothing) {
        return Some(own);
    }
    let open = case.cubes.get(&key.measure)?;
    let unit = unit(case.catalogue, key, &case.catalogue.areas[place.area].level)?;
    let counts = case.cubes.get(&unit.count)?;
    let mut slots = vec![0; counts.axes().variables.len()];
    for (name, slot) in open.axes().variables.iter().zip(&place.slots).filter(|(_, slot)| **slot > 0) {
        slots[counts.axes().variables.iter().position(|other| other == name)?] = *slot;
    }
    let behind = counts.axes().periods.iter().position(|other| *other == period);
    let behind = behind.map(|period| counts.axes().index(&cube::Place { area: place.area, period, slots }));
    let cells = seen.cells.get(&unit.count)?;
    let Some(index) = behind else { return Some(Observation::Withheld) };
    if cells.withheld.contains(&index) {
        return Some(Observation::Withheld);
    }
    if !cells.shown.contains(&index) {
        // The count behind a sum is not known, so that nobody knows how few it is about; or all was refused.
        return (unit.count != key.measure).then_some(Observation::Withheld);
    }
    match (cells.numbers.get(&index), own) {
        (None, own) => Some(own),
        (Some(_), _) if unit.count != key.measure => Some(Observation::Withheld),
        (Some(0), _) => Some(Observation::Nothing),
        (Some(number), Observation::Value { mark, .. }) => {
            Some(Observation::Value { number: Number { scaled: *number, decimals: open.decimals }, mark })
        }
        (Some(_), own) => Some(own),
    }
}

fn category(catalogue: &Catalogue, by: &VariableName, slot: usize) -> Option<CategoryCode> {
    let place = slot.checked_sub(1)?;
    Some(catalogue.variables.get(by)?.categories.get(place)?.code.clone())
}

fn no_base(population: &Population, period: Period, fault: NoBase) -> Remark {
    let rule = match fault {
        NoBase::Contradiction => "table-refused-contradiction",
        NoBase::Unsolved => "table-refused-unsolved",
    };
    let first = &population.measures[0];
    let place = Place::File(format!("open/sources/{}.toml", first.source));
    Remark::warning(rule, place).with("measure", first.to_string()).with("period", period.to_string()).hinted()
}

/// A remark on a table: names only, never a number.
fn named(rule: &'static str, key: &TableKey, level: Option<&LevelName>) -> Remark {
    let place = Place::File(format!("open/sources/{}.toml", key.measure.source));
    let by: Vec<&str> = key.by.iter().map(VariableName::as_str).collect();
    let remark = Remark::warning(rule, place).with("measure", key.measure.to_string());
    let by = if by.is_empty() { "–".to_owned() } else { by.join(" × ") };
    let remark = remark.with("by", by);
    match level {
        Some(level) => remark.with("level", level.as_str()),
        None => remark,
    }
}
