//! Early warnings from the series of a page. Thresholds are looked at with the targets.

use catalogue::{
    Period,
    model::{Group, Polarity},
};
use statistics::{
    Point, last_segment,
    warning::{Adverse, adverse_run, jump, widening_run},
};

use super::{
    Because, EarlyWarning, RUN, Rule,
    convergence::common,
    model::{Model, Page, points, time},
};
use crate::measure::{Figure, adds_up};

/// Changes that are farther from the usual one than so many robust standard deviations stand out (Iglewicz and Hoaglin
/// 1993).
const JUMP: f64 = 3.5;

impl Page<'_> {
    pub(super) fn early(&self, warnings: &mut Vec<EarlyWarning>) {
        if self.area.residue {
            return;
        }
        for (group, series) in &self.groups {
            let all = points(series);
            let used = last_segment(&all, |point| point.time, &self.model.breaks);
            let found = [self.run(used), self.jump(used)];
            warnings.extend(
                found
                    .into_iter()
                    .flatten()
                    .filter_map(|(rule, because)| self.warning(rule, group, None, series, used.last()?, because)),
            );
        }
        // A wider gap is a reason to look only where a direction is agreed to be better.
        if adds_up(self.model.indicator) || self.model.polarity().is_none() {
            return;
        }
        for ((one, first), (other, second)) in self.pairs() {
            let (a, b) = common(first, second);
            let [a, b] = [&a, &b].map(|points| last_segment(points, |point| point.time, &self.model.breaks));
            let Some(because) = widening(a, b) else { continue };
            let warning =
                a.last().and_then(|last| self.warning(Rule::Widening, one, Some(other), first, last, because));
            warnings.extend(warning);
        }
    }

    fn warning(
        &self,
        rule: Rule,
        group: &Group,
        versus: Option<&Group>,
        series: &[(Period, Figure)],
        last: &Point,
        because: Because,
    ) -> Option<EarlyWarning> {
        let period = series.iter().map(|(period, _)| *period).find(|period| time(*period) == last.time)?;
        Some(EarlyWarning {
            rule,
            indicator: self.model.indicator.name.clone(),
            area: self.area.code.clone(),
            group: group.clone(),
            versus: versus.cloned(),
            period,
            because,
            answer: None,
        })
    }

    fn run(&self, used: &[Point]) -> Option<(Rule, Because)> {
        let adverse = match self.model.indicator.polarity {
            Polarity::HigherBetter => Adverse::Down,
            Polarity::LowerBetter => Adverse::Up,
            Polarity::None => return None,
        };
        let changes = adverse_run(used, adverse).ok().filter(|changes| *changes >= RUN)?;
        let (first, last) = (used.iter().rev().nth(changes)?, used.last()?);
        Some((Rule::AdverseRun, Because::Run { changes, since: year(first), difference: last.value - first.value }))
    }

    fn jump(&self, used: &[Point]) -> Option<(Rule, Because)> {
        // What is not seen in the decimals shown does not matter.
        let matters = 10_f64.powi(-i32::from(self.model.indicator.decimals));
        let found = jump(used, JUMP, matters).ok()??;
        found.sudden.then_some((Rule::Jump, Because::Jump { change: found.change, usual: found.usual }))
    }
}

fn widening(a: &[Point], b: &[Point]) -> Option<Because> {
    let changes = widening_run(a, b).ok().filter(|changes| *changes >= RUN)?;
    let gap = |place: usize| Some((a.iter().rev().nth(place)?.value - b.iter().rev().nth(place)?.value).abs());
    let since = year(a.iter().rev().nth(changes)?);
    Some(Because::Run { changes, since, difference: gap(0)? - gap(changes)? })
}

/// The year of a point.
fn year(point: &Point) -> Period {
    Period::year_of(point.time.floor().clamp(f64::from(i16::MIN), f64::from(i16::MAX)) as i16)
}

impl Model<'_> {
    /// Whether figures of the municipality are late: the release has newer ones, by more than the usual distance between two
    /// years of this indicator and one year more.
    pub(super) fn overdue(&self, warnings: &mut Vec<EarlyWarning>) {
        let whole = self.catalogue.whole();
        let years: Vec<i16> = self.measures.periods(&self.indicator.name).iter().map(|period| period.year()).collect();
        let newest = self.measures.deliveries.iter().map(|note| note.last.year()).max();
        let (Some(last), Some(newest)) = (years.last(), newest) else { return };
        let steps = years.iter().zip(years.iter().skip(1)).map(|(before, after)| after - before);
        let usual = steps.filter(|step| *step > 0).min().unwrap_or(1);
        if newest.saturating_sub(*last) > usual.saturating_add(1) {
            warnings.push(EarlyWarning {
                rule: Rule::Overdue,
                indicator: self.indicator.name.clone(),
                area: whole.code.clone(),
                group: Group::new(),
                versus: None,
                period: Period::year_of(*last),
                because: Because::Overdue { newest },
                answer: None,
            });
        }
    }
}
