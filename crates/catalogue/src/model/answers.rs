//! What offices have said about early warnings, `open/answers.toml`.

use super::{Group, LocalText};
use crate::{
    names::{AreaCode, IndicatorName},
    period::Period,
};

/// Which early warning is meant.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct WarningKey {
    /// Why there is a warning: `alarm`, `threshold`, `adverse-run`, `widening`, `jump` or `overdue`.
    pub rule: String,
    /// The indicator.
    pub indicator: IndicatorName,
    /// The area; the municipality if nothing is said.
    pub area: AreaCode,
    /// The group; everyone if nothing is said.
    pub group: Group,
    /// The group compared with, of gaps.
    pub versus: Option<Group>,
    /// When.
    pub period: Period,
}

/// What an office has said about an early warning.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WarningAnswer {
    /// About which one.
    pub about: WarningKey,
    /// What stands behind it, or what is done.
    pub reason: LocalText,
    /// The office; no person is named.
    pub by: LocalText,
    /// The day.
    pub on: Period,
}
