//! What is kept behind the wall about a release: what was withheld and why, with the proofs; what was lost; what each
//! audience knows from now on.

use std::{collections::BTreeMap, fmt::Write as _};

use catalogue::{Period, Place, Remark, model::Audience, names::VariableName};

use super::{
    layout::{Meaning, named, shows_cell},
    perturb::{self, Perturbed},
    population::{Population, Unit},
    rules::{COMPLEMENT, RING},
    suppress::{COVER, Case, Decided, EARLIER, Ground, known, strictest},
};
use crate::ledger::{Entry, Known, name_of};

/// What a table loses at its level in one period.
pub(super) struct Loss<'a> {
    pub(super) audience: Audience,
    pub(super) unit: &'a Unit,
    pub(super) period: Period,
    pub(super) cells: usize,
    pub(super) withheld: usize,
    /// People in the finest groups of the table.
    pub(super) persons: i64,
    pub(super) persons_withheld: i64,
}

impl Loss<'_> {
    /// Per cent of the people that are withheld.
    pub(super) fn share(&self) -> f64 {
        100.0 * self.persons_withheld as f64 / self.persons.max(1) as f64
    }

    /// Whether the policy tolerates less.
    pub(super) fn exceeds(&self, case: &Case<'_>) -> bool {
        let tolerated = case.policy.rules(&self.unit.count.source, self.audience).tolerated_loss(&self.unit.level);
        i128::from(self.persons_withheld) * 100 > i128::from(self.persons) * i128::from(tolerated)
    }
}

/// The loss of each table, level, period and audience.
pub(super) fn losses<'a>(case: &Case<'_>, grounds: &'a [Ground]) -> Vec<Loss<'a>> {
    let mut losses = Vec::new();
    for ground in grounds {
        for (audience, decided) in &ground.decided {
            let mut own: BTreeMap<&Unit, Loss<'a>> = BTreeMap::new();
            for cell in (0..ground.counts.len()).filter(|cell| ground.layout.program.is_shown(*cell)) {
                let nodes = ground.layout.program.nodes(cell);
                let Some(meaning) = ground.layout.meaning(&nodes) else { continue };
                let withheld = match decided {
                    Decided::Withheld(shown) => shown.withheld[cell],
                    Decided::Refused(given) => !given[cell],
                };
                for unit in ground
                    .population
                    .units
                    .keys()
                    .filter(|unit| shows_cell(case.catalogue, &ground.population, unit, &meaning))
                {
                    let loss = own.entry(unit).or_insert_with(|| Loss {
                        audience: *audience,
                        unit,
                        period: ground.period,
                        cells: 0,
                        withheld: 0,
                        persons: 0,
                        persons_withheld: 0,
                    });
                    loss.cells += 1;
                    loss.withheld += usize::from(withheld);
                    if is_finest(ground, unit, &meaning) {
                        loss.persons += ground.counts[cell];
                        loss.persons_withheld += if withheld { ground.counts[cell] } else { 0 };
                    }
                }
            }
            losses.extend(own.into_values());
        }
    }
    losses
}

/// Whether a cell is of the finest groups of its table.
fn is_finest(ground: &Ground, unit: &Unit, meaning: &Meaning<'_>) -> bool {
    ground.population.variables.iter().enumerate().all(|(axis, name)| {
        let tree = &ground.layout.trees[axis + 1];
        let has_parts = tree.parents.contains(&Some(meaning.slots[axis]));
        !unit.by.contains(name) || !has_parts
    })
}

/// Warnings where a level loses more than the policy tolerates.
pub(super) fn too_much(case: &Case<'_>, losses: &[Loss<'_>]) -> Vec<Remark> {
    let mut worst: BTreeMap<(usize, &Unit), bool> = BTreeMap::new();
    for loss in losses {
        let exceeds = loss.exceeds(case);
        let place = Audience::ALL.iter().position(|own| *own == loss.audience).unwrap_or(0);
        *worst.entry((place, loss.unit)).or_default() |= exceeds;
    }
    let warn = |((audience, unit), _): ((usize, &Unit), bool)| {
        let by: Vec<&str> = unit.by.iter().map(VariableName::as_str).collect();
        Remark::warning("table-loses-much", Place::File(catalogue::policy::FILE.to_owned()))
            .with("measure", unit.count.to_string())
            .with("by", if by.is_empty() { "–".to_owned() } else { by.join(" × ") })
            .with("level", unit.level.as_str())
            .with("audience", Audience::ALL[audience].word())
            .hinted()
    };
    worst.into_iter().filter(|(_, exceeds)| *exceeds).map(warn).collect()
}

/// Warnings where nothing could be shown.
pub(super) fn refused(case: &Case<'_>, grounds: &[Ground]) -> Vec<Remark> {
    let mut remarks = Vec::new();
    for ground in grounds {
        for (audience, _) in ground.decided.iter().filter(|(_, decided)| matches!(decided, Decided::Refused(_))) {
            let first = &ground.population.measures[0];
            let place = Place::File(format!("open/sources/{}.toml", first.source));
            let rules = strictest(case, &ground.population, *audience);
            // A source with protected zeros beside one that shows them: they are shown, and group disclosure asks in vain.
            let in_vain = rules.zeros == disclosure::Zeros::Shown
                && rules.all.iter().any(|own| {
                    !own.group_disclosure.is_disjoint(&ground.population.variables.iter().cloned().collect())
                });
            let rule = if in_vain { "table-refused-zeros" } else { "table-refused" };
            let remark = Remark::warning(rule, place).with("measure", first.to_string());
            remarks.push(remark.with("period", ground.period.to_string()).with("audience", audience.word()).hinted());
        }
    }
    remarks
}

/// The files of the protocol. They say which cells are withheld and why, and never a count; only the proofs hold
/// counts, as changes.
pub(super) fn protocol(case: &Case<'_>, grounds: &[Ground], losses: &[Loss<'_>]) -> BTreeMap<String, String> {
    let mut withheld = String::from("audience,measure,period,area,group,reason\n");
    let mut audit = String::from("audience,measure,period,cells,sensitive,withheld,proofs\n");
    for ground in grounds {
        for (audience, decided) in &ground.decided {
            let Decided::Withheld(shown) = decided else { continue };
            let mut reasons: Vec<(&usize, &&str)> = shown.reasons.iter().collect();
            reasons.sort_unstable();
            for (cell, reason) in reasons {
                let nodes = ground.layout.program.nodes(*cell);
                let Some(meaning) = ground.layout.meaning(&nodes) else { continue };
                let group = named(case.catalogue, &ground.population.variables, meaning.slots);
                let (measure, area) =
                    (&ground.population.measures[meaning.measure], &case.catalogue.areas[meaning.area].code);
                let _ = writeln!(withheld, "{},{measure},{},{area},{group},{reason}", audience.word(), ground.period);
            }
            let cells = (0..ground.counts.len()).filter(|cell| shown.program.is_shown(*cell)).count();
            let sensitive =
                shown.reasons.values().filter(|reason| ![COVER, EARLIER, COMPLEMENT, RING].contains(reason)).count();
            let first = &ground.population.measures[0];
            let _ = writeln!(
                audit,
                "{},{first},{},{cells},{sensitive},{},{}",
                audience.word(),
                ground.period,
                shown.reasons.len(),
                shown.protected.certificates().len()
            );
        }
    }
    let mut loss = String::from("audience,measure,by,level,period,cells,cells-withheld,persons-withheld-per-cent\n");
    for own in losses {
        let by: Vec<&str> = own.unit.by.iter().map(VariableName::as_str).collect();
        let share = own.share();
        let _ = writeln!(
            loss,
            "{},{},{},{},{},{},{},{share:.1}",
            own.audience.word(),
            own.unit.count,
            by.join(" × "),
            own.unit.level,
            own.period,
            own.cells,
            own.withheld
        );
    }
    BTreeMap::from([
        ("withheld.csv".to_owned(), withheld),
        ("audit.csv".to_owned(), audit),
        ("loss.csv".to_owned(), loss),
    ])
}

/// What each audience knows from this release on.
pub(super) fn entry(case: &Case<'_>, grounds: &[Ground], noisy: &[(Population, Vec<Perturbed>)]) -> String {
    let mut entry = Entry::new();
    for ground in grounds {
        let known = known(case, &ground.population, ground.period);
        for (audience, decided) in &ground.decided {
            let Decided::Withheld(shown) = decided else { continue };
            for cell in (0..shown.withheld.len()).filter(|cell| ground.layout.program.is_shown(*cell)) {
                let nodes = ground.layout.program.nodes(cell);
                let Some(meaning) = ground.layout.meaning(&nodes) else { continue };
                let measure = &ground.population.measures[meaning.measure];
                if super::is_public(case.catalogue, measure) {
                    continue;
                }
                let decimals = known.open(meaning.measure).map_or(0, |open| open.decimals);
                let scale = 10_i64.pow(u32::from(known.decimals.saturating_sub(decimals)));
                let group = named(case.catalogue, &ground.population.variables, meaning.slots);
                let name = name_of(case.catalogue, measure, ground.period, meaning.area, &group);
                let released =
                    if shown.withheld[cell] { Known::Withheld } else { Known::Published(ground.counts[cell] / scale) };
                entry.add(*audience, &name, released);
            }
        }
    }
    for (population, periods) in noisy {
        periods.iter().for_each(|perturbed| perturb::entries(case, population, perturbed, &mut entry));
    }
    entry.finish()
}
