//! The comparisons of a page, judged together.

use catalogue::{Period, model::Group};
use statistics::{Comparison, Reason, judge};

use super::{
    Answer, Assessment, EarlyWarning, Latest, PAIRS_UP_TO, Question, SHARE_WRONG, Verdict,
    model::{Page, Place, at, comparable, latest},
};
use crate::measure::{Figure, adds_up, change, gap, groups_by};

/// A comparison before it is judged: what is asked, the size as shown, and the interval or why there is none.
struct Asked {
    question: Question,
    difference: Option<f64>,
    found: Result<Comparison, Reason>,
}

/// A group and its figures.
pub(super) type Of<'a> = (&'a Group, &'a [(Period, Figure)]);

impl<'a> Page<'a> {
    /// What can be said about the page, and its early warnings.
    pub(super) fn assess(&self) -> (Assessment, Vec<EarlyWarning>) {
        let mut warnings = Vec::new();
        self.early(&mut warnings);
        let (trends, convergences) = (self.trends(), self.convergences());
        (Assessment { latest: self.latest(), verdicts: self.verdicts(), trends, convergences }, warnings)
    }

    fn place(&self, (group, series): Of<'a>, period: Period) -> Result<Place<'a>, Reason> {
        Ok(Place { area: &self.area.code, group, period, figure: comparable(at(series, period))? })
    }

    fn latest(&self) -> Vec<Latest> {
        let one = |(group, series): &Of<'a>| {
            let (period, figure) = latest(series)?;
            let estimate = self.model.estimate(&self.area.code, group, period, figure);
            Some(Latest { group: (*group).clone(), period, interval: estimate.map(|estimate| estimate.interval) })
        };
        self.groups.iter().filter_map(one).collect()
    }

    fn verdicts(&self) -> Vec<Verdict> {
        let mut asked = Vec::new();
        if !adds_up(self.model.indicator) {
            self.groups_asked(&mut asked);
            self.areas_asked(&mut asked);
        }
        self.changes_asked(&mut asked);
        let family: Vec<Result<Comparison, Reason>> = asked.iter().map(|one| one.found).collect();
        // The share is a constant between 0 and 1, and p-values of comparisons are.
        let Ok(judged) = judge(&family, SHARE_WRONG) else { return Vec::new() };
        let verdict = |(asked, judged): (Asked, statistics::Verdict)| {
            let (answer, comparison) = match judged {
                statistics::Verdict::Different(comparison) => (Answer::Different, Some(comparison)),
                statistics::Verdict::NotClearlyDifferent(found) => (Answer::NotClearlyDifferent, Some(found)),
                statistics::Verdict::CannotBeJudged(reason) => (Answer::CannotBeJudged(reason), None),
            };
            Verdict {
                indicator: self.model.indicator.name.clone(),
                area: self.area.code.clone(),
                question: asked.question,
                answer,
                difference: asked.difference,
                interval: comparison.map(|comparison| comparison.estimate.interval),
                p: comparison.map(|comparison| comparison.p),
            }
        };
        asked.into_iter().zip(judged).map(verdict).collect()
    }

    /// Two figures of a period, the first within the second or sharing nobody with it.
    fn pair(&self, question: Question, one: Of<'a>, other: Of<'a>, period: Period) -> Asked {
        let found = self.place(one, period).and_then(|a| {
            let b = self.place(other, period)?;
            if other.0.is_empty() || self.model.contains(other.0, one.0) {
                self.model.within(&a, &b)
            } else if self.model.contains(one.0, other.0) {
                let turned = self.model.within(&b, &a)?;
                Ok(Comparison { estimate: turned.estimate.times(-1.0), p: turned.p })
            } else {
                self.model.apart(&a, &b)
            }
        });
        let figures = at(one.1, period).zip(at(other.1, period));
        let size = figures.and_then(|(a, b)| gap(self.model.indicator, a, b)).map(|gap| gap.difference);
        Asked { question, difference: size, found }
    }

    fn of(&self, group: &Group) -> Option<Of<'a>> {
        self.groups.iter().find(|(one, _)| *one == group).copied()
    }

    /// Each group with everyone, and pairs of groups where there are few, in the latest period of everyone.
    fn groups_asked(&self, asked: &mut Vec<Asked>) {
        let Some(whole) = self.groups.first().copied().filter(|(group, _)| group.is_empty()) else { return };
        let Some((period, _)) = latest(whole.1) else { return };
        for one in self.groups.iter().skip(1).copied() {
            asked.push(self.pair(Question::GroupAndWhole { group: one.0.clone(), period }, one, whole, period));
        }
        for (one, other) in self.pairs() {
            let question = Question::Groups { one: one.0.clone(), other: other.0.clone(), period };
            asked.push(self.pair(question, one, other, period));
        }
    }

    /// Pairs of groups of breakdowns with few groups, in the order of the code lists.
    pub(super) fn pairs(&self) -> Vec<(Of<'a>, Of<'a>)> {
        let mut pairs = Vec::new();
        for breakdown in &self.model.indicator.breakdowns {
            let groups = groups_by(self.model.catalogue, breakdown);
            if groups.len() > PAIRS_UP_TO {
                continue;
            }
            let found: Vec<Of<'a>> = groups.iter().filter_map(|group| self.of(group)).collect();
            for (place, one) in found.iter().enumerate() {
                pairs.extend(found.iter().skip(place + 1).map(|other| (*one, *other)));
            }
        }
        pairs
    }

    /// The area with the municipality.
    fn areas_asked(&self, asked: &mut Vec<Asked>) {
        let whole = self.model.catalogue.whole();
        if self.area.code == whole.code || self.area.residue {
            return;
        }
        for (group, series) in self.groups.iter().copied() {
            let of_whole = self.model.measures.series(&self.model.indicator.name, &whole.code, group);
            let Some((period, _)) = latest(series) else { continue };
            let found = self.place((group, series), period).and_then(|a| {
                let figure = comparable(at(of_whole, period))?;
                self.model.within(&a, &Place { area: &whole.code, group, period, figure })
            });
            let figures = at(series, period).zip(at(of_whole, period));
            let size = figures.and_then(|(a, b)| gap(self.model.indicator, a, b)).map(|gap| gap.difference);
            let question = Question::AreaAndWhole { group: group.clone(), period };
            asked.push(Asked { question, difference: size, found });
        }
    }

    /// The latest figure with the one before and with that of the base period, each once.
    ///
    /// Both years are taken as independent. Where the same people are counted in both they hang together, and the interval
    /// is too wide and never too narrow.
    fn changes_asked(&self, asked: &mut Vec<Asked>) {
        let (model, name) = (self.model, &self.model.indicator.name);
        for (group, series) in self.groups.iter().copied() {
            let Some((to, later)) = latest(series) else { continue };
            let before = series.iter().rev().find(|(period, figure)| *period < to && figure.value().is_some());
            let base = model.measures.base(name, &self.area.code, group).filter(|(period, _)| *period < to);
            let previous = before.map(|(period, figure)| (*period, figure));
            let base = base.filter(|(period, _)| previous.is_none_or(|(before, _)| before != *period));
            let mut ask = |from: Option<(Period, &Figure)>, question: fn(Group, Period, Period) -> Question| {
                let Some((from, earlier)) = from else { return };
                let found = self.place((group, series), to).and_then(|a| {
                    let b = self.place((group, series), from)?;
                    if model.indicator.break_between(from, to).is_some() {
                        Err(Reason::Break)
                    } else {
                        model.apart(&a, &b)
                    }
                });
                let change = change(model.indicator, (from, earlier), (to, later));
                let difference = change.map(|change| change.difference);
                asked.push(Asked { question: question(group.clone(), from, to), difference, found });
            };
            ask(previous, |group, from, to| Question::SincePrevious { group, from, to });
            ask(base, |group, from, to| Question::SinceBase { group, from, to });
        }
    }
}
