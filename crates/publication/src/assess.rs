//! Assessments: what can honestly be said about the figures of a release.
//!
//! Everything is computed from released values only, so that no verdict can betray a withheld number. A verdict over a
//! withheld value is that nothing can be said. Nobody is ranked: groups and areas keep the order of their lists.
//!
//! Where chance plays a part, a verdict looks at an interval of 95 % and at all other comparisons of its page (one
//! indicator, one area): among all that are called different, at most [`SHARE_WRONG`] are expected to be wrong (Benjamini
//! and Hochberg 1995). Trends, convergence and standing are outside of this family.

mod compare;
mod convergence;
mod early;
mod indices;
mod model;
mod parallel;
mod sentence;
mod standing;
mod trend;

use std::collections::BTreeMap;

use catalogue::{
    Catalogue, Period,
    model::{Audience, Group, WarningAnswer, WarningKey},
    names::{AreaCode, IndicatorName, TargetName},
};
use release::Release;
use statistics::{Arrival, Assessed, Confidence, Convergence, Distance, Interval, Reason, Status};

use crate::measure::Measures;
pub use indices::BOOTSTRAP;
pub use sentence::{
    Told, answer, answer_sentence, clarity, convergence_sentence, sentence, standing_sentence, status, target_sentence,
    trend_sentence, warning_sentence,
};

/// How sure intervals, trends and standings are.
pub const CONFIDENCE: Confidence = Confidence::P95;
/// The expected share of wrong "different" among all "different" of a page.
pub const SHARE_WRONG: f64 = 0.05;
/// Pairs of groups are compared in breakdowns with at most so many groups; in larger ones each with the whole only.
pub const PAIRS_UP_TO: usize = 4;

/// What can be said about all figures.
#[derive(Debug, Clone, Default)]
pub struct Assessments {
    pages: BTreeMap<IndicatorName, BTreeMap<AreaCode, Assessment>>,
    /// Where the figures stand that have a target in force, in the order of the targets.
    pub standings: Vec<Standing>,
    /// Early warnings, sorted by their rule and then as indicators, areas and groups are.
    pub warnings: Vec<EarlyWarning>,
    /// Answers to warnings that are there no more, in the order of their file.
    pub answered_earlier: Vec<WarningAnswer>,
}

/// What can be said about an indicator for an area.
#[derive(Debug, Clone, Default)]
pub struct Assessment {
    /// The latest figure of everyone and of each group, with its interval in the unit of the indicator.
    pub latest: Vec<Latest>,
    /// All comparisons of the page: they were judged together.
    pub verdicts: Vec<Verdict>,
    /// What the series do.
    pub trends: Vec<Trend>,
    /// Whether groups come closer.
    pub convergences: Vec<Converging>,
}

/// The latest figure of a group.
#[derive(Debug, Clone, PartialEq)]
pub struct Latest {
    /// Of whom; the empty group is everyone.
    pub group: Group,
    /// When.
    pub period: Period,
    /// Its interval, or why there is none.
    pub interval: Result<Interval, Reason>,
}

/// What is compared.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Question {
    /// A group with everyone, of whom it is a part.
    GroupAndWhole {
        /// The group.
        group: Group,
        /// When.
        period: Period,
    },
    /// Two groups of a breakdown.
    Groups {
        /// The one.
        one: Group,
        /// The other.
        other: Group,
        /// When.
        period: Period,
    },
    /// The area with the municipality, of which it is a part.
    AreaAndWhole {
        /// Of whom; the empty group is everyone.
        group: Group,
        /// When.
        period: Period,
    },
    /// A figure with the one before it.
    SincePrevious {
        /// Of whom; the empty group is everyone.
        group: Group,
        /// From when.
        from: Period,
        /// To when.
        to: Period,
    },
    /// A figure with that of the base period.
    SinceBase {
        /// Of whom; the empty group is everyone.
        group: Group,
        /// From when.
        from: Period,
        /// To when.
        to: Period,
    },
}

/// What can be said.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Answer {
    /// Different.
    Different,
    /// Not clearly different, which does not mean equal.
    NotClearlyDifferent,
    /// Nothing can be said.
    CannotBeJudged(Reason),
}

/// A comparison and what can be said about it.
#[derive(Debug, Clone, PartialEq)]
pub struct Verdict {
    /// The indicator.
    pub indicator: IndicatorName,
    /// The area.
    pub area: AreaCode,
    /// What is compared.
    pub question: Question,
    /// What can be said.
    pub answer: Answer,
    /// First less second (later less earlier), both as shown, in the unit of the indicator; percentage points for shares.
    pub difference: Option<f64>,
    /// The interval of the difference, not rounded.
    pub interval: Option<Interval>,
    /// The p-value, adjusted for all comparisons of the page.
    pub p: Option<f64>,
}

/// What a series does.
#[derive(Debug, Clone, PartialEq)]
pub struct Trend {
    /// The indicator.
    pub indicator: IndicatorName,
    /// The area.
    pub area: AreaCode,
    /// Of whom; the empty group is everyone.
    pub group: Group,
    /// The first and the last period that were used.
    pub span: Option<(Period, Period)>,
    /// What it does, in the unit of the indicator.
    pub found: Result<Assessed, Reason>,
}

/// Whether two groups come closer.
#[derive(Debug, Clone, PartialEq)]
pub struct Converging {
    /// The indicator.
    pub indicator: IndicatorName,
    /// The area.
    pub area: AreaCode,
    /// The one group.
    pub one: Group,
    /// The other.
    pub other: Group,
    /// The gap and both levels, in the unit of the indicator.
    pub found: Result<Convergence, Reason>,
    /// Whether a closing gap is good news: those behind catch up (yes), or those ahead fall back (no).
    pub good: Option<bool>,
}

/// Where a figure stands that has a target in force.
#[derive(Debug, Clone, PartialEq)]
pub struct Standing {
    /// The target.
    pub target: TargetName,
    /// The period of the figure.
    pub period: Option<Period>,
    /// The figure, or the size of the gap, in the unit of the indicator.
    pub value: Option<f64>,
    /// What is wanted at the end: the value itself, and for gaps the size that follows from the start.
    pub goal: Option<f64>,
    /// The status.
    pub status: Status,
    /// Whether the whole interval lies on the side that the status says.
    pub sure: bool,
    /// Distances to path and goal, in the unit of the indicator; below zero is short of it.
    pub distance: Option<Distance>,
    /// When the goal would be reached if the present trend held.
    pub arrival: Option<Arrival>,
}

/// Why there is an early warning; they are sorted by this.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Rule {
    /// The alarm threshold of a target is crossed.
    Alarm,
    /// The warning threshold of a target is crossed.
    Threshold,
    /// The last [`RUN`] changes all went the adverse way.
    AdverseRun,
    /// The gap between two groups became wider [`RUN`] times in a row.
    Widening,
    /// The last change stands out from the series' own variation.
    Jump,
    /// Figures of this indicator are late, compared with its own rhythm and the newest figures of the release.
    Overdue,
}

/// So many changes in a row; without any trend they come about with probability 1/120.
pub const RUN: usize = 4;

/// An early warning.
#[derive(Debug, Clone, PartialEq)]
pub struct EarlyWarning {
    /// Why.
    pub rule: Rule,
    /// The indicator.
    pub indicator: IndicatorName,
    /// The area.
    pub area: AreaCode,
    /// Of whom; the empty group is everyone.
    pub group: Group,
    /// The group compared with, of gaps.
    pub versus: Option<Group>,
    /// When.
    pub period: Period,
    /// What stands behind it.
    pub because: Because,
    /// What an office has said about it.
    pub answer: Option<WarningAnswer>,
}

/// What stands behind an early warning. Numbers are in the unit of the indicator.
#[derive(Debug, Clone, PartialEq)]
pub enum Because {
    /// A threshold is crossed.
    Beyond {
        /// Of which target.
        target: TargetName,
        /// The threshold.
        threshold: f64,
        /// The value, or the size of the gap.
        value: f64,
    },
    /// Changes in a row.
    Run {
        /// How many.
        changes: usize,
        /// From when.
        since: Period,
        /// Last less first; of gaps, how much wider.
        difference: f64,
    },
    /// A change that stands out.
    Jump {
        /// The change per year.
        change: f64,
        /// The usual one.
        usual: f64,
    },
    /// Figures are late.
    Overdue {
        /// The newest year of the release.
        newest: i16,
    },
}

/// Assesses all figures.
///
/// `release` must be the one that `measures` were taken from; it holds the standard errors that were delivered.
pub fn assess(catalogue: &Catalogue, release: &Release, measures: &Measures) -> Assessments {
    let mut assessments = Assessments::default();
    let models: Vec<model::Model<'_>> =
        catalogue.indicators.iter().map(|one| model::Model::new(catalogue, release, measures, one)).collect();
    let pages: Vec<model::Page<'_>> = models.iter().flat_map(model::Model::pages).collect();
    for (page, (assessment, warnings)) in pages.iter().zip(parallel::map(&pages, model::Page::assess)) {
        let areas = assessments.pages.entry(page.model.indicator.name.clone()).or_default();
        areas.insert(page.area.code.clone(), assessment);
        assessments.warnings.extend(warnings);
    }
    models.iter().for_each(|model| model.overdue(&mut assessments.warnings));
    for target in &catalogue.goals.targets {
        assessments.standings.extend(standing::standing(
            catalogue,
            release,
            measures,
            target,
            &mut assessments.warnings,
        ));
    }
    // Nobody has to act on what is no longer continued.
    assessments.warnings.retain(|warning| catalogue.current().any(|current| current.name == warning.indicator));
    // Stable: within a rule, as indicators, areas and groups are.
    assessments.warnings.sort_by_key(|warning| warning.rule);
    put_answers(catalogue, &mut assessments);
    assessments
}

/// Puts each answer beside the warning that it is about; those whose warning is gone are kept apart.
fn put_answers(catalogue: &Catalogue, assessments: &mut Assessments) {
    for answer in &catalogue.answers {
        match assessments.warnings.iter_mut().find(|warning| warning.key() == answer.about) {
            Some(warning) => warning.answer = Some(answer.clone()),
            None => assessments.answered_earlier.push(answer.clone()),
        }
    }
}

impl Rule {
    /// The word that stands for it in files.
    pub fn word(self) -> &'static str {
        match self {
            Rule::Alarm => "alarm",
            Rule::Threshold => "threshold",
            Rule::AdverseRun => "adverse-run",
            Rule::Widening => "widening",
            Rule::Jump => "jump",
            Rule::Overdue => "overdue",
        }
    }
}

impl EarlyWarning {
    /// What tells it from all others, also from release to release.
    pub fn key(&self) -> WarningKey {
        WarningKey {
            rule: self.rule.word().to_owned(),
            indicator: self.indicator.clone(),
            area: self.area.clone(),
            group: self.group.clone(),
            versus: self.versus.clone(),
            period: self.period,
        }
    }
}

impl Assessments {
    /// The warnings that an audience is told: the public reads of the municipality as a whole, council and
    /// administration of its areas, too. Nobody is to be pointed at by a list of neighbourhoods.
    pub fn told<'a>(&'a self, catalogue: &'a Catalogue, audience: Audience) -> impl Iterator<Item = &'a EarlyWarning> {
        self.warnings.iter().filter(move |warning| is_told(catalogue, audience, &warning.area))
    }

    /// The answers to warnings that are there no more, as far as an audience was told of these.
    pub fn told_earlier<'a>(
        &'a self,
        catalogue: &'a Catalogue,
        audience: Audience,
    ) -> impl Iterator<Item = &'a WarningAnswer> {
        self.answered_earlier.iter().filter(move |answer| is_told(catalogue, audience, &answer.about.area))
    }

    /// What can be said about an indicator for an area; none if it has no figures there.
    pub fn page(&self, indicator: &IndicatorName, area: &AreaCode) -> Option<&Assessment> {
        self.pages.get(indicator)?.get(area)
    }

    /// All pages, by indicator and area.
    pub fn pages(&self) -> impl Iterator<Item = (&IndicatorName, &AreaCode, &Assessment)> {
        self.pages.iter().flat_map(|(indicator, areas)| areas.iter().map(move |(area, page)| (indicator, area, page)))
    }

    /// Where the figures of a target stand; none unless it is in force.
    pub fn standing(&self, target: &TargetName) -> Option<&Standing> {
        self.standings.iter().find(|standing| standing.target == *target)
    }
}

fn is_told(catalogue: &Catalogue, audience: Audience, area: &AreaCode) -> bool {
    audience != Audience::Public || *area == catalogue.whole().code
}
