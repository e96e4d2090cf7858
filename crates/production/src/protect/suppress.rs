//! Suppression, with proof: which cells of a population each audience may see.
//!
//! The audiences are a chain: each sees what all wider ones see. The narrowest is decided first, with all that it and the
//! wider ones have ever been told; what is withheld from it is withheld from all wider ones, too. So nothing that anyone
//! publishes tells a narrower audience more than was weighed for it, and none can subtract its way to more.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use catalogue::{
    Catalogue, Period,
    model::{Audience, Protection},
    names::MeasureKey,
    policy::{Attacker, Method, Policy, Rules, Years, Zeros},
};
use disclosure::{Level, Program, Protected, Refusal, Year};

use super::{
    base::{NoBase, base},
    known::{Known, lay_out as laid_out},
    layout::{Layout, named, shows_cell},
    open::Open,
    population::{Population, Unit},
    rules::{Asked, COMPLEMENT, RING, asked},
};
use crate::ledger::{self, Ledger};

/// What is needed to protect populations.
pub(super) struct Case<'a> {
    pub(super) catalogue: &'a Catalogue,
    pub(super) cubes: &'a BTreeMap<MeasureKey, Open<'a>>,
    pub(super) policy: &'a Policy,
    pub(super) ledger: &'a Ledger,
}

/// A population in one period, as far as it can be laid out.
pub(super) struct Ground {
    /// As far as it says something in the period.
    pub(super) population: Population,
    pub(super) period: Period,
    pub(super) layout: Layout,
    pub(super) counts: Vec<i64>,
    /// For each audience what was decided.
    pub(super) decided: Vec<(Audience, Decided)>,
}

/// What was decided for one audience.
pub(super) enum Decided {
    /// These cells are withheld, with proof; beside each its reason.
    Withheld(Box<Shown>),
    /// Nothing can be shown but these cells, which are known already.
    Refused(Vec<bool>),
}

/// What an audience sees.
pub(super) struct Shown {
    /// All that the audience knows: what is asked for now, and what earlier releases have told it.
    pub(super) program: Program,
    pub(super) withheld: Vec<bool>,
    pub(super) reasons: HashMap<usize, &'static str>,
    pub(super) protected: Protected,
    pub(super) year: Year,
    pub(super) policy: disclosure::Policy,
}

/// A cell that is withheld to cover others.
pub(super) const COVER: &str = "cover";
/// A cell that an earlier release has withheld.
pub(super) const EARLIER: &str = "earlier";

/// All periods of a population, in order: what is withheld in a period is dear the less in the next, so that series
/// stay unbroken where that is possible.
pub(super) fn protect(case: &Case<'_>, population: &Population) -> Vec<Result<Ground, (Period, NoBase)>> {
    let periods: BTreeSet<Period> = population
        .measures
        .iter()
        .filter_map(|measure| case.cubes.get(measure))
        .flat_map(|open| open.axes().periods.iter().copied())
        .collect();
    let mut before: Vec<HashSet<String>> = Vec::new();
    let mut grounds = Vec::new();
    for period in periods {
        let population = speaking(case, population, period);
        // Where nothing is told, nothing can be given away.
        if population.measures.is_empty() {
            continue;
        }
        let ground = lay_out(case, &population, period).map(|(layout, counts)| {
            let mut ground = Ground { population, period, layout, counts, decided: Vec::new() };
            decide(case, &mut ground, &mut before);
            ground
        });
        grounds.push(ground.map_err(|fault| (period, fault)));
    }
    grounds
}

/// A population with other tables in one period, as it would be protected.
pub(super) fn try_out(case: &Case<'_>, population: Population, period: Period) -> Option<Ground> {
    let (layout, counts) = lay_out(case, &population, period).ok()?;
    let mut ground = Ground { population, period, layout, counts, decided: Vec::new() };
    decide(case, &mut ground, &mut Vec::new());
    Some(ground)
}

/// The measures of a population that say something in a period, as a population of their own.
fn speaking(case: &Case<'_>, population: &Population, period: Period) -> Population {
    let speaks = |key: &&MeasureKey| case.cubes.get(key).is_some_and(|open| open.speaks(period));
    let measures: Vec<MeasureKey> = population.measures.iter().filter(speaks).cloned().collect();
    let place = |old: usize| measures.iter().position(|own| *own == population.measures[old]);
    let parts = population.parts.iter().filter_map(|(part, whole)| Some((place(*part)?, place(*whole)?))).collect();
    let units = population.units.iter().filter(|(unit, _)| measures.contains(&unit.count));
    Population {
        parts,
        units: units.map(|(unit, core)| (unit.clone(), *core)).collect(),
        former: population.former.iter().filter(|unit| measures.contains(&unit.count)).cloned().collect(),
        measures,
        variables: population.variables.clone(),
        levels: population.levels.clone(),
        divisions: population.divisions.clone(),
        shared: population.shared.clone(),
        merged: population.merged.clone(),
        ring: population.ring.clone(),
    }
}

/// The layout and the counts of a population in one period.
fn lay_out(case: &Case<'_>, population: &Population, period: Period) -> Result<(Layout, Vec<i64>), NoBase> {
    let known = known(case, population, period);
    let layout = laid_out(&known).map_err(|_| NoBase::Contradiction)?;
    let counts = base(&known, &layout)?;
    // Whatever is shown must be what was counted.
    let told = |cell: usize| {
        let nodes = layout.program.nodes(cell);
        layout.meaning(&nodes).and_then(|meaning| known.count(meaning.measure, meaning.area, meaning.slots))
    };
    let agrees = |cell: &usize| told(*cell).is_none_or(|count| count == counts[*cell]);
    if !(0..counts.len()).filter(|cell| layout.program.is_shown(*cell)).all(|cell| agrees(&cell)) {
        return Err(NoBase::Contradiction);
    }
    Ok((layout, counts))
}

/// A population as it was delivered for a period.
pub(super) fn known<'a>(case: &'a Case<'_>, population: &'a Population, period: Period) -> Known<'a> {
    let decimals = population.measures.iter().filter_map(|measure| case.cubes.get(measure)).map(|open| open.decimals);
    let decimals = decimals.max().unwrap_or(0);
    Known { catalogue: case.catalogue, population, cubes: case.cubes, period, decimals }
}

/// Decides for one audience after the other.
fn decide(case: &Case<'_>, ground: &mut Ground, before: &mut Vec<HashSet<String>>) {
    let known = known(case, &ground.population, ground.period);
    let names = names(&known, &ground.layout);
    let given = given(case, &known, &ground.layout, &names);
    let is_starred = |cell: usize| {
        let nodes = ground.layout.program.nodes(cell);
        let meaning = ground.layout.meaning(&nodes);
        meaning.is_some_and(|meaning| known.is_starred(meaning.measure, meaning.area, meaning.slots))
    };
    let starred: Vec<bool> =
        (0..ground.counts.len()).map(|cell| names.contains_key(&cell) && is_starred(cell)).collect();
    before.resize_with(case.policy.audiences.len(), HashSet::new);
    // What a narrower audience may not see, no wider one may. `None`: it can be shown nothing new at all.
    let mut hidden: Option<Vec<bool>> = Some(vec![false; ground.counts.len()]);
    for (place, audience) in case.policy.audiences.iter().enumerate().rev() {
        let rules = strictest(case, &ground.population, *audience);
        let (published, mut withheld) = earlier(case, &known, ground, &names, *audience);
        // The audience knows what it has been told before, too.
        let asked_for = ground.layout.program.clone();
        let knows = |cell: usize| asked_for.is_shown(cell) || published[cell] || withheld[cell];
        ground.layout.program = asked_for.clone().showing(|nodes| asked_for.cell(nodes).is_some_and(knows));
        let asked = asked(&known, &ground.layout, &ground.counts, &rules);
        let told_before = withheld.clone();
        let has_told = published.iter().chain(&withheld).any(|told| *told);
        let public = &given;
        let given: Vec<bool> = public.iter().zip(&published).map(|(given, published)| *given || *published).collect();
        let mut decided = match &hidden {
            None => Decided::Refused(given),
            Some(hidden) => {
                // What arrived withheld stays so, whatever it is.
                let more: Vec<bool> = starred.iter().zip(hidden).map(|(starred, hidden)| *starred || *hidden).collect();
                withheld.iter_mut().zip(&more).for_each(|(withheld, more)| *withheld |= more);
                let weights = weights(&known, &ground.layout, &names, &before[place]);
                let targets = asked.targets.clone();
                let year = Year { counts: ground.counts.clone(), given, withheld, targets, weights };
                let first = has_told.then(|| Year { given: public.clone(), withheld: more, ..year.clone() });
                withhold(&ground.layout, year, first.as_ref(), &rules, asked)
            }
        };
        if let Decided::Withheld(shown) = &mut decided {
            // What a narrower audience may not see covers what this one may not see.
            let covers = |(cell, reason): &(&usize, &mut &'static str)| **reason == EARLIER && !told_before[**cell];
            shown.reasons.iter_mut().filter(covers).for_each(|(_, reason)| *reason = COVER);
        }
        hidden = match &decided {
            Decided::Withheld(shown) => {
                let cells = || shown.withheld.iter().enumerate().filter(|(_, withheld)| **withheld);
                before[place] = cells().filter_map(|(cell, _)| Some(timeless(names.get(&cell)?))).collect();
                Some(shown.withheld.clone())
            }
            Decided::Refused(_) => None,
        };
        ground.layout.program = asked_for;
        ground.decided.push((*audience, decided));
    }
    ground.decided.reverse();
}

/// Suppression; where it finds no way, everything that may be withheld is; where that does not help, nothing is shown.
/// `first` is the year as if nothing had been released before, if something has.
fn withhold(layout: &Layout, mut year: Year, first: Option<&Year>, rules: &Strictest, asked: Asked) -> Decided {
    let policy = disclosure::Policy { minimum: rules.minimum, level: rules.level, zeros: rules.zeros };
    let again = first.and_then(|first| again(&layout.program, &year, first, &policy));
    let protected = again.map_or_else(|| disclosure::protect(&layout.program, &year, &policy), Ok);
    let protected = protected.or_else(|_: Refusal| {
        year.withheld = (0..year.counts.len()).map(|cell| layout.program.is_shown(cell) && !year.given[cell]).collect();
        disclosure::protect(&layout.program, &year, &policy)
    });
    match protected {
        Ok(protected) => Decided::Withheld(Box::new(shown(layout, year, policy, asked, protected))),
        Err(_) => Decided::Refused(year.given),
    }
}

/// What would be decided if nothing had been released before, if it keeps to what has been: where nothing has changed,
/// that is what was decided then. Its proofs are found where cells can still be chosen; among cells that are all fixed
/// most would need a linear program each. The audit attacks it with all that has been told.
fn again(program: &Program, year: &Year, first: &Year, policy: &disclosure::Policy) -> Option<Protected> {
    let found = disclosure::protect(program, first, policy).ok()?;
    let keeps = |cell: usize| match found.withheld()[cell] {
        true => !year.given[cell],
        false => !year.withheld[cell] || !program.is_shown(cell),
    };
    if !(0..program.len()).all(keeps) {
        return None;
    }
    disclosure::accept(program, year, policy, found.withheld(), found.certificates()).ok()
}

fn shown(layout: &Layout, year: Year, policy: disclosure::Policy, asked: Asked, protected: Protected) -> Shown {
    let withheld = protected.withheld().to_vec();
    let minimum = i64::from(policy.minimum);
    let covers = covers(layout, &year, minimum, &asked, &protected);
    let reason = |cell: usize| {
        let small = (1..minimum).contains(&year.counts[cell]).then_some("small");
        let earlier = year.withheld[cell].then_some(EARLIER);
        let cover = covers.get(&cell).copied().unwrap_or(COVER);
        (cell, asked.reasons.get(&cell).copied().or(small).or(earlier).unwrap_or(cover))
    };
    let reasons =
        (0..withheld.len()).filter(|cell| layout.program.is_shown(*cell) && withheld[*cell]).map(reason).collect();
    Shown { program: layout.program.clone(), withheld, reasons, protected, year, policy }
}

/// What each cell covers that a proof changes: something that is shown nowhere, if all its proofs are for that alone.
fn covers(
    layout: &Layout,
    year: &Year,
    minimum: i64,
    asked: &Asked,
    protected: &Protected,
) -> HashMap<usize, &'static str> {
    let mut covers: HashMap<usize, &'static str> = HashMap::new();
    for certificate in protected.certificates() {
        let changes = certificate.changes_everywhere(&layout.program);
        let proves = |(cell, change): &(usize, i64)| {
            let small = layout.program.is_shown(*cell) && (1..minimum).contains(&year.counts[*cell]);
            let target = year.targets[*cell].max(if small { minimum } else { 0 });
            let lacks = target.saturating_sub(year.counts[*cell]).saturating_mul(certificate.denominator);
            !year.given[*cell] && lacks > 0 && *change >= lacks
        };
        let proved = || changes.iter().filter(|change| proves(change)).map(|(cell, _)| *cell);
        let of = |reason: &str| proved().any(|cell| asked.reasons.get(&cell).is_some_and(|own| *own == reason));
        let purpose = match proved().any(|cell| layout.program.is_shown(cell)) {
            true => COVER,
            false if of(COMPLEMENT) => COMPLEMENT,
            false if of(RING) => RING,
            false => COVER,
        };
        for (cell, _) in &changes {
            let own = covers.entry(*cell).or_insert(purpose);
            // Whoever covers a shown cell as well does that; a complement goes before a ring.
            let rank = |reason: &str| [COVER, COMPLEMENT, RING].iter().position(|other| *other == reason);
            if rank(purpose) < rank(own) {
                *own = purpose;
            }
        }
    }
    covers
}

/// The rules of an audience for a population: of its sources the strictest of each.
pub(super) struct Strictest {
    pub(super) minimum: u32,
    pub(super) level: Level,
    pub(super) zeros: disclosure::Zeros,
    pub(super) all: Vec<Rules>,
}

pub(super) fn strictest(case: &Case<'_>, population: &Population, audience: Audience) -> Strictest {
    let all: Vec<Rules> = population.measures.iter().map(|key| case.policy.rules(&key.source, audience)).collect();
    let shown = all.iter().any(|rules| rules.zeros == Zeros::Shown);
    let attacker = all.iter().map(|rules| rules.attacker).max().unwrap_or(Attacker::Positive);
    Strictest {
        minimum: all.iter().map(|rules| rules.minimum_frequency).max().unwrap_or(3),
        level: match attacker {
            Attacker::Linear => Level::Linear,
            Attacker::Positive if shown => Level::Positive,
            Attacker::NonNegative | Attacker::Positive => Level::NonNegative,
        },
        zeros: if shown { disclosure::Zeros::Shown } else { disclosure::Zeros::Protected },
        all,
    }
}

/// The names of all shown cells.
fn names(known: &Known<'_>, layout: &Layout) -> HashMap<usize, String> {
    let mut names = HashMap::new();
    let former = |cell: usize| layout.former.get(cell).copied().unwrap_or(false);
    for cell in (0..layout.program.len()).filter(|cell| layout.program.is_shown(*cell) || former(*cell)) {
        let nodes = layout.program.nodes(cell);
        if let Some(meaning) = layout.meaning(&nodes) {
            let group = named(known.catalogue, &known.population.variables, meaning.slots);
            let measure = &known.population.measures[meaning.measure];
            names.insert(cell, ledger::name_of(known.catalogue, measure, known.period, meaning.area, &group));
        }
    }
    names
}

/// The name of a cell without its period.
fn timeless(name: &str) -> String {
    let parts: Vec<&str> = name.splitn(3, '|').collect();
    [parts.first(), parts.get(2)].into_iter().flatten().copied().collect::<Vec<_>>().join("|")
}

/// Cells that everyone knows, because the holder of the source has published them.
fn given(case: &Case<'_>, known: &Known<'_>, layout: &Layout, names: &HashMap<usize, String>) -> Vec<bool> {
    let public: Vec<bool> = known
        .population
        .measures
        .iter()
        .map(|key| {
            case.catalogue.sources.get(&key.source).is_some_and(|source| source.protection == Protection::AlreadyPublic)
        })
        .collect();
    let of_public =
        |cell: usize| layout.meaning(&layout.program.nodes(cell)).is_some_and(|meaning| public[meaning.measure]);
    (0..layout.program.len()).map(|cell| names.contains_key(&cell) && of_public(cell)).collect()
}

/// What earlier releases have published and withheld. Where a published number has changed since, the deliveries are
/// another count of the same people, and nothing of that measure in this period is taken as given.
fn earlier(
    case: &Case<'_>,
    known: &Known<'_>,
    ground: &Ground,
    names: &HashMap<usize, String>,
    audience: Audience,
) -> (Vec<bool>, Vec<bool>) {
    let len = ground.counts.len();
    let (mut published, mut withheld) = (vec![false; len], vec![false; len]);
    if case.ledger.is_empty() {
        return (published, withheld);
    }
    let wider: Vec<Audience> = case.policy.audiences.iter().copied().take_while(|other| *other != audience).collect();
    let mut changed = BTreeSet::new();
    for (cell, name) in names {
        let Some(meaning) = ground.layout.meaning(&ground.layout.program.nodes(*cell)).map(|meaning| meaning.measure)
        else {
            continue;
        };
        let scale = known.open(meaning).map_or(0, |open| known.decimals.saturating_sub(open.decimals));
        let now = ground.counts[*cell] / 10_i64.pow(u32::from(scale));
        for other in wider.iter().chain([&audience]) {
            match case.ledger.known(*other, name) {
                Some(ledger::Known::Published(before)) if before == now => published[*cell] = true,
                Some(ledger::Known::Published(_)) => drop(changed.insert(meaning)),
                Some(ledger::Known::Withheld) if *other == audience => withheld[*cell] = true,
                Some(ledger::Known::Withheld) | None => {}
            }
        }
    }
    if !changed.is_empty() {
        for (cell, published) in published.iter_mut().enumerate().filter(|(_, published)| **published) {
            let nodes = ground.layout.program.nodes(cell);
            *published = ground.layout.meaning(&nodes).is_some_and(|meaning| !changed.contains(&meaning.measure));
        }
    }
    (published, withheld)
}

/// How dear cells are: those of core indicators more, totals more than groups, large areas more than small ones, and the
/// whole municipality most; those that the period before has withheld less.
fn weights(known: &Known<'_>, layout: &Layout, names: &HashMap<usize, String>, before: &HashSet<String>) -> Vec<f32> {
    const CORE: f32 = 2.0;
    const TOTAL: f32 = 4.0;
    const LEVEL: f32 = 1.5;
    const WHOLE: f32 = 50.0;
    const BROKEN: f32 = 0.6;
    let core: Vec<&Unit> = known.population.units.iter().filter(|(_, core)| **core).map(|(unit, _)| unit).collect();
    let levels = &known.population.levels;
    let mut weights = vec![1.0; layout.program.len()];
    for (cell, name) in names {
        let nodes = layout.program.nodes(*cell);
        let Some(meaning) = layout.meaning(&nodes) else { continue };
        let area = &known.catalogue.areas[meaning.area];
        let below = levels.iter().position(|level| *level == area.level).map_or(0, |place| levels.len() - 1 - place);
        let mut weight = LEVEL.powi(below.min(9) as i32);
        for (holds, factor) in [
            (core.iter().any(|unit| shows_cell(known.catalogue, known.population, unit, &meaning)), CORE),
            (meaning.slots.iter().all(|slot| *slot == 0), TOTAL),
            (area.parent.is_none(), WHOLE),
            (before.contains(&timeless(name)), BROKEN),
        ] {
            weight *= if holds { factor } else { 1.0 };
        }
        weights[*cell] = weight;
    }
    weights
}

/// Where the policy says that years belong together: what is withheld in one year is withheld in all.
pub(super) fn join_years(case: &Case<'_>, grounds: &mut [Ground]) {
    let measures: BTreeSet<MeasureKey> = grounds.iter().flat_map(|ground| ground.population.measures.clone()).collect();
    for (place, audience) in case.policy.audiences.iter().enumerate() {
        let together = measures.iter().any(|key| case.policy.rules(&key.source, *audience).years == Years::Together);
        if !together {
            continue;
        }
        let mut withheld = BTreeSet::new();
        for ground in grounds.iter() {
            let names = names(&known(case, &ground.population, ground.period), &ground.layout);
            if let Some((_, Decided::Withheld(shown))) = ground.decided.get(place) {
                withheld
                    .extend(names.iter().filter(|(cell, _)| shown.withheld[**cell]).map(|(_, name)| timeless(name)));
            }
        }
        for ground in grounds.iter_mut() {
            let names = names(&known(case, &ground.population, ground.period), &ground.layout);
            if let Some((_, Decided::Withheld(shown))) = ground.decided.get_mut(place) {
                // Withholding more never breaks a proof. Zeros that must be shown and what is public stay.
                for (cell, name) in &names {
                    let may = !shown.year.given[*cell]
                        && (shown.year.counts[*cell] != 0 || shown.policy.zeros == disclosure::Zeros::Protected);
                    if may && !shown.withheld[*cell] && withheld.contains(&timeless(name)) {
                        shown.withheld[*cell] = true;
                        shown.reasons.insert(*cell, COVER);
                    }
                }
            }
        }
    }
}

/// Whether a source is protected by suppression, for one audience at least.
pub(super) fn is_suppressed(policy: &Policy, key: &MeasureKey) -> bool {
    let method = |audience: &Audience| policy.rules(&key.source, *audience).method;
    policy.audiences.iter().any(|audience| matches!(method(audience), Method::Suppression | Method::Refusal))
}
