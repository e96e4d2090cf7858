//! Objectives and the targets that were agreed, `open/goals.toml`.

use super::{Group, LocalText};
use crate::{
    names::{AreaCode, IndicatorName, ObjectiveName, TargetName},
    period::Period,
};

/// What was agreed to be reached. Empty where nothing was.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Goals {
    /// Objectives in the order of the file.
    pub objectives: Vec<Objective>,
    /// Targets in the order of the file; superseded ones stay.
    pub targets: Vec<Target>,
}

impl Goals {
    /// The target of this name.
    pub fn target(&self, name: &TargetName) -> Option<&Target> {
        self.targets.iter().find(|target| target.name == *name)
    }

    /// All targets of an indicator, whatever their state, in the order of the file.
    pub fn of<'a>(&'a self, indicator: &'a IndicatorName) -> impl Iterator<Item = &'a Target> {
        self.targets.iter().filter(move |target| target.indicator == *indicator)
    }
}

/// An objective.
#[derive(Debug, Clone, PartialEq)]
pub struct Objective {
    /// Its name.
    pub name: ObjectiveName,
    /// Title.
    pub title: LocalText,
    /// What is meant.
    pub text: Option<LocalText>,
    /// The objective that it serves.
    pub parent: Option<ObjectiveName>,
    /// Who gave the mandate, in which decision.
    pub mandate: Option<LocalText>,
}

/// A target: what an indicator is to reach by when, for an area and a group. Numbers are in the unit of the indicator.
#[derive(Debug, Clone, PartialEq)]
pub struct Target {
    /// Its name.
    pub name: TargetName,
    /// The objective that it serves.
    pub objective: Option<ObjectiveName>,
    /// What people should know of it.
    pub text: Option<LocalText>,
    /// The indicator.
    pub indicator: IndicatorName,
    /// The area; the municipality if nothing is said.
    pub area: AreaCode,
    /// The group; everyone if nothing is said.
    pub group: Group,
    /// What is wanted.
    pub wanted: Wanted,
    /// From when on it holds.
    pub start: Period,
    /// From which value (or gap) the way begins; the released figure of the start if nothing is said.
    pub start_value: Option<f64>,
    /// By when.
    pub by: Period,
    /// The way.
    pub path: TargetPath,
    /// Beyond this value, or with a larger gap, there is a warning.
    pub warning: Option<f64>,
    /// Beyond this value, or with a larger gap, there is an alarm.
    pub alarm: Option<f64>,
    /// Who agreed.
    pub agreed_by: LocalText,
    /// In which decision.
    pub decision: LocalText,
    /// Under which file number.
    pub file_number: Option<String>,
    /// The integration office has signed.
    pub integration_office: Option<Signature>,
    /// The statistics office has signed.
    pub statistics_office: Option<Signature>,
    /// The target that stands in its place.
    pub superseded_by: Option<TargetName>,
}

impl Target {
    /// Whether it holds.
    pub fn state(&self) -> TargetState {
        match (&self.superseded_by, &self.integration_office, &self.statistics_office) {
            (Some(_), ..) => TargetState::Superseded,
            (None, Some(_), Some(_)) => TargetState::InForce,
            _ => TargetState::Proposed,
        }
    }
}

/// What is wanted.
#[derive(Debug, Clone, PartialEq)]
pub enum Wanted {
    /// This value or more.
    AtLeast(f64),
    /// This value or less.
    AtMost(f64),
    /// A value between two, both included.
    Within {
        /// The lower bound.
        from: f64,
        /// The upper bound.
        to: f64,
    },
    /// The gap to another group shrinks to a portion of what it was at the start; with 0.5 it halves.
    Gap {
        /// The other group; the empty one is everyone.
        versus: Group,
        /// The portion, 0 to 1.
        portion: f64,
    },
}

/// The way from the start to what is wanted.
#[derive(Debug, Clone, PartialEq)]
pub enum TargetPath {
    /// In equal steps.
    Linear,
    /// Each agreed value holds until the next.
    Stepwise(Vec<(Period, f64)>),
    /// Values agreed for single years; between them in proportion.
    Yearly(Vec<(Period, f64)>),
}

/// An office that has signed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Signature {
    /// The office.
    pub office: LocalText,
    /// The day, ISO 8601.
    pub on: Period,
}

/// Whether a target holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum TargetState {
    /// It lacks a signature of the integration office or of the statistics office.
    Proposed,
    /// Both offices have signed.
    InForce,
    /// Another stands in its place; it stays visible.
    Superseded,
}
