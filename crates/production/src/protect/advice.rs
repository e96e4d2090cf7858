//! Proposals where a table loses more than the policy tolerates: each coarsening that the policy file can declare is
//! tried, with everything else as it is, and the loss that it would leave is written down, if it is smaller. Nothing is
//! applied; the office decides.

use std::fmt::Write as _;

use catalogue::{
    model::Audience,
    names::{LevelName, VariableName},
    policy::How,
};

use super::{
    population::{self, Population, Unit, upwards},
    report::{Loss, losses},
    suppress::{self, Case, Ground},
};

/// Larger populations take too long to be protected once more for each proposal.
const MOST_CELLS: usize = 100_000;
/// So many tables get proposals, those that lose most first.
const MOST_TABLES: usize = 2;

/// The head of the file; the first line of each table is the table as it is.
const HEAD: &str = "audience,measure,by,level,period,how,variable,cells,cells-withheld,persons-withheld-per-cent\n";

/// The text of `advice.csv`.
pub(super) fn advice(case: &Case<'_>, grounds: &[Ground], found: &[Loss<'_>]) -> String {
    let mut text = HEAD.to_owned();
    for loss in worst(case, found) {
        let of_loss =
            |ground: &&Ground| ground.period == loss.period && ground.population.units.contains_key(loss.unit);
        let Some(ground) = grounds.iter().find(of_loss) else { continue };
        line(&mut text, loss, loss.unit, ("as-it-is", None));
        if ground.layout.program.len() > MOST_CELLS {
            continue;
        }
        for how in proposals(case, loss.unit) {
            let (population, unit) = coarsened(case, &ground.population, loss.unit, &how);
            let Some(tried) = suppress::try_out(case, population, ground.period) else { continue };
            let tried = [tried];
            let left = losses(case, &tried);
            let left = left.iter().find(|own| own.audience == loss.audience && *own.unit == unit);
            if let Some(left) = left.filter(|left| helps(left, loss)) {
                line(&mut text, left, loss.unit, words(&how));
            }
        }
    }
    text
}

/// Whether a coarser table loses less, by what can be read in the file. One that does not is no way out.
fn helps(left: &Loss<'_>, now: &Loss<'_>) -> bool {
    left.share() + 0.1 <= now.share()
}

/// For each table that loses too much towards an audience its worst period.
fn worst<'l, 'u>(case: &Case<'_>, losses: &'l [Loss<'u>]) -> Vec<&'l Loss<'u>> {
    let mut worst: Vec<&Loss<'_>> = Vec::new();
    for loss in losses.iter().filter(|loss| loss.exceeds(case)) {
        match worst.iter_mut().find(|own| own.audience == loss.audience && own.unit == loss.unit) {
            Some(own) if own.share() < loss.share() => *own = loss,
            Some(_) => {}
            None => worst.push(loss),
        }
    }
    worst.sort_by(|a, b| b.share().total_cmp(&a.share()).then_with(|| a.unit.cmp(b.unit)));
    worst.truncate(MOST_TABLES);
    worst
}

/// What could be done about a table.
fn proposals(case: &Case<'_>, unit: &Unit) -> Vec<How> {
    let up = upwards(case.catalogue, &unit.level).len() > 1;
    let has_parents = |name: &&VariableName| {
        let variable = case.catalogue.variables.get(*name);
        variable.is_some_and(|variable| variable.categories.iter().any(|category| category.parent.is_some()))
    };
    let merges = unit.by.iter().filter(has_parents).cloned().map(How::Merge);
    let drops = unit.by.iter().cloned().map(How::Drop);
    up.then_some(How::UpALevel).into_iter().chain(merges).chain(drops).collect()
}

/// A population with one table coarser, and the table that takes its place.
fn coarsened(case: &Case<'_>, population: &Population, unit: &Unit, how: &How) -> (Population, Unit) {
    let mut units = population.units.clone();
    let core = units.remove(unit).unwrap_or(false);
    let mut instead = unit.clone();
    match how {
        How::UpALevel => instead.level = above(case, &unit.level),
        How::Drop(variable) => instead.by.retain(|name| name != variable),
        How::Merge(_) => {}
    }
    *units.entry(instead.clone()).or_default() |= core;
    let all = || units.keys().chain(&population.former);
    let keep = |name: &&VariableName| all().any(|unit| unit.by.contains(name));
    let variables: Vec<VariableName> = population.variables.iter().filter(keep).cloned().collect();
    let linked = !population.divisions.is_empty();
    let needed = |level: &&LevelName| linked || all().any(|unit| unit.level == **level);
    let mut levels: Vec<LevelName> = population.levels.iter().filter(needed).cloned().collect();
    if !levels.contains(&instead.level) && !population.divisions.contains(&instead.level) {
        levels.push(instead.level.clone());
        levels.sort_by_key(|level| upwards(case.catalogue, level).len());
    }
    let mut merged = population.merged.clone();
    if let How::Merge(variable) = how {
        merged.insert(instead.clone(), variable.clone());
    }
    let tables = (units, population.former.clone());
    let divisions = population.divisions.clone();
    let own = population::named(case.catalogue, population.measures.clone(), tables, levels, divisions, variables);
    (Population { merged, ..own }, instead)
}

fn above(case: &Case<'_>, level: &LevelName) -> LevelName {
    upwards(case.catalogue, level).get(1).map_or(level, |above| &above.name).clone()
}

/// The words of `[[coarsen]]`.
fn words(how: &How) -> (&'static str, Option<&VariableName>) {
    match how {
        How::UpALevel => ("up-a-level", None),
        How::Drop(variable) => ("drop", Some(variable)),
        How::Merge(variable) => ("merge", Some(variable)),
    }
}

fn line(text: &mut String, loss: &Loss<'_>, of: &Unit, (how, variable): (&str, Option<&VariableName>)) {
    let by: Vec<&str> = of.by.iter().map(VariableName::as_str).collect();
    let audience: Audience = loss.audience;
    let _ = writeln!(
        text,
        "{},{},{},{},{},{how},{},{},{},{:.1}",
        audience.word(),
        of.count,
        by.join(" × "),
        of.level,
        loss.period,
        variable.map_or("", VariableName::as_str),
        loss.cells,
        loss.withheld,
        loss.share()
    );
}
