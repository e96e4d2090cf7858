//! Fields of action and their indicators.

use super::{Group, Local, LocalText, Retired};
use crate::{
    names::{FieldName, IndicatorName, LevelName, MeasureKey, VariableName},
    period::Period,
    prose::Template,
};

/// A field of action, `open/fields/<field>/field.toml`.
#[derive(Debug, Clone)]
pub struct Field {
    /// Its name.
    pub name: FieldName,
    /// Title.
    pub title: LocalText,
    /// What it is about and why it matters.
    pub about: LocalText,
    /// Place in the order of the pages.
    pub order: i64,
}

/// An indicator, `open/fields/<field>/<indicator>.toml`.
#[derive(Debug, Clone)]
pub struct Indicator {
    /// Its name, also its address.
    pub name: IndicatorName,
    /// The field of action it belongs to.
    pub field: FieldName,
    /// Title.
    pub title: LocalText,
    /// The question that it answers.
    pub question: Option<LocalText>,
    /// Why it is collected.
    pub reason: Option<LocalText>,
    /// One plain sentence with the numbers filled in: how to read the leading figure.
    pub reading: Local<Template>,
    /// What is counted, in words.
    pub definition: LocalText,
    /// What it cannot tell.
    pub limits: LocalText,
    /// How it is computed.
    pub kind: IndicatorKind,
    /// Unit as shown: "%", "je 1 000", "Jahre".
    pub unit: LocalText,
    /// Decimal places shown.
    pub decimals: u8,
    /// Breakdowns, each by one or several variables.
    pub breakdowns: Vec<Vec<VariableName>>,
    /// Levels for which it is computed.
    pub levels: Vec<LevelName>,
    /// Where its series break, in time order.
    pub breaks: Vec<Break>,
    /// Which direction is agreed to be better.
    pub polarity: Polarity,
    /// Strength, deficit or context.
    pub perspective: Perspective,
    /// Whether the municipality can steer it.
    pub steering: Steering,
    /// What it costs to collect.
    pub effort: Effort,
    /// Whether it belongs to the core set.
    pub core: bool,
    /// Place within the field.
    pub order: i64,
    /// Figures over fewer persons than this are shown as unreliable.
    pub reliable_minimum: u32,
    /// That it is no longer continued; it stays readable.
    pub retired: Option<Retired>,
}

impl Indicator {
    /// The numbers it is computed from, numerator (or the only one) first.
    pub fn quantities(&self) -> Vec<&Quantity> {
        self.kind.quantities()
    }

    /// The last break after a period, up to and with a later one: figures of both cannot be compared.
    pub fn break_between(&self, from: Period, to: Period) -> Option<&Break> {
        self.breaks.iter().rev().find(|cut| from < cut.period && cut.period <= to)
    }
}

/// A break in the series of an indicator.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Break {
    /// The first period that was measured anew.
    pub period: Period,
    /// What changed.
    pub reason: LocalText,
}

/// Numbers of a measure, for a part of its population.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Quantity {
    /// What is counted.
    pub measure: MeasureKey,
    /// Of whom.
    pub of: Group,
}

/// How an indicator is computed: a closed list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum IndicatorKind {
    /// A number of persons, households …
    Count {
        /// What is counted.
        of: Quantity,
    },
    /// Part of a whole, in per cent: 100 · numerator / denominator; the numerator is contained in the denominator.
    Share {
        /// The part.
        numerator: Quantity,
        /// The whole.
        denominator: Quantity,
    },
    /// `per` · numerator / denominator; the numerator need not be contained in the denominator.
    Rate {
        /// Cases.
        numerator: Quantity,
        /// Base.
        denominator: Quantity,
        /// 100, 1 000 …
        per: u32,
    },
    /// numerator / denominator.
    Ratio {
        /// What is compared.
        numerator: Quantity,
        /// With what.
        denominator: Quantity,
    },
    /// Sum / count.
    Mean {
        /// The sum.
        numerator: Quantity,
        /// The count.
        denominator: Quantity,
    },
    /// Segregation after Duncan and Duncan (1955): 50 · Σ |a/A − b/B| over the areas of a level.
    Dissimilarity {
        /// The one part of the population.
        group: Quantity,
        /// The other.
        reference: Quantity,
        /// The areas over which is summed.
        across: LevelName,
    },
    /// 1 − Σ share² over the categories of a variable (Simpson 1949).
    Diversity {
        /// What is counted.
        of: Quantity,
        /// The variable.
        by: VariableName,
    },
    /// Only the figure was delivered.
    Given {
        /// The figure.
        of: Quantity,
    },
}

impl IndicatorKind {
    /// The numbers it is computed from, numerator (or the only one) first.
    pub fn quantities(&self) -> Vec<&Quantity> {
        match self {
            IndicatorKind::Count { of } | IndicatorKind::Given { of } | IndicatorKind::Diversity { of, .. } => vec![of],
            IndicatorKind::Share { numerator, denominator }
            | IndicatorKind::Rate { numerator, denominator, .. }
            | IndicatorKind::Ratio { numerator, denominator }
            | IndicatorKind::Mean { numerator, denominator } => vec![numerator, denominator],
            IndicatorKind::Dissimilarity { group, reference, .. } => vec![group, reference],
        }
    }
}

/// Which direction is agreed to be better.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Polarity {
    /// More is better.
    HigherBetter,
    /// Less is better.
    LowerBetter,
    /// No judgement.
    None,
}

/// From which side an indicator looks (R020).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Perspective {
    /// A strength.
    Strength,
    /// A deficit.
    Deficit,
    /// Context, without judgement.
    Context,
}

/// Whether the municipality can steer what is shown (R070).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Steering {
    /// By itself.
    Own,
    /// Together with others.
    Shared,
    /// Not.
    None,
}

/// What it costs to collect an indicator (R067).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Effort {
    /// Hours.
    Low,
    /// Days.
    Medium,
    /// Weeks.
    High,
}
