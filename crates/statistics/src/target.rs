//! Agreed targets: the way there, and where a value stands on it.

use crate::{Estimate, Interval, Mistake, Point, Reason, finite, series::ascending};

/// What is wanted.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Aim {
    /// This value or more.
    AtLeast(f64),
    /// This value or less.
    AtMost(f64),
    /// A value between two, both included.
    Within(Interval),
}

impl Aim {
    fn checked(self) -> Result<Aim, Mistake> {
        match self {
            Aim::AtLeast(value) | Aim::AtMost(value) => finite(value).map(|_| self),
            Aim::Within(corridor) => {
                Estimate::new(corridor.lower, corridor.lower, corridor.upper)?;
                Ok(self)
            }
        }
    }

    /// How far a value is from what is wanted, in its unit: zero or above where it is reached, below zero where not.
    pub fn ahead(&self, value: f64) -> f64 {
        match self {
            Aim::AtLeast(goal) => value - goal,
            Aim::AtMost(goal) => goal - value,
            Aim::Within(corridor) => (value - corridor.lower).min(corridor.upper - value),
        }
    }

    /// Whether all of an interval is on one side: `Some(true)` reached, `Some(false)` not, `None` where it holds both.
    pub fn surely(&self, interval: Interval) -> Option<bool> {
        let (lower, upper) = (self.ahead(interval.lower) >= 0.0, self.ahead(interval.upper) >= 0.0);
        match self {
            // Both ends of an interval can miss a corridor that lies between them.
            Aim::Within(corridor) if !lower && !upper => {
                (interval.upper < corridor.lower || interval.lower > corridor.upper).then_some(false)
            }
            _ => (lower == upper).then_some(lower),
        }
    }
}

/// The way from start to goal.
#[derive(Debug, Clone, PartialEq)]
pub enum Path {
    /// In equal steps every year.
    Linear,
    /// As agreed for some times; each value holds until the next.
    Stepwise(Vec<Point>),
    /// As agreed for each year; between them in proportion.
    Yearly(Vec<Point>),
}

/// An agreed target.
#[derive(Debug, Clone, PartialEq)]
pub struct Goal {
    /// What is wanted at the end.
    pub aim: Aim,
    /// By when, in years.
    pub by: f64,
    /// From where it was agreed.
    pub start: Point,
    /// The way.
    pub path: Path,
    /// Values that this aim misses are a warning.
    pub warning: Option<Aim>,
    /// Values that this aim misses are an alarm.
    pub alarm: Option<Aim>,
}

/// A status, in the order in which they are looked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Status {
    /// There is no value, or it cannot be used.
    CannotBeJudged(Reason),
    /// The value is beyond the alarm threshold.
    Alarm,
    /// The value is beyond the warning threshold.
    Warning,
    /// What is wanted is there, in time or before.
    Reached,
    /// The time is over and what is wanted is not there.
    Missed,
    /// On the way, and as far as agreed for this time.
    OnPath,
    /// On the way, but not as far as agreed for this time.
    OffPath,
}

/// Distances, in the unit of the value; below zero is short of it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Distance {
    /// To what was agreed for this time.
    pub to_path: f64,
    /// To what is wanted at the end.
    pub to_goal: f64,
}

/// Where a value stands.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Standing {
    /// The status.
    pub status: Status,
    /// Whether the interval lies wholly on the side that the status says. Without an interval that has a width, it does.
    pub sure: bool,
    /// The distances, where there is a value.
    pub distance: Option<Distance>,
}

/// What is wanted when a distance, for example a gap, is to shrink to a portion of what it was: with 0.5 it halves.
/// Positive and negative gaps are both to come closer to zero.
///
/// # Errors
/// [`Mistake::Probability`] for a portion outside [0, 1], [`Mistake::NotFinite`] for a start that is no number.
pub fn relative_goal(start: f64, portion: f64) -> Result<Aim, Mistake> {
    if !(0.0..=1.0).contains(&portion) {
        return Err(Mistake::Probability);
    }
    let value = finite(start)? * portion;
    Ok(if start >= 0.0 { Aim::AtMost(value) } else { Aim::AtLeast(value) })
}

impl Goal {
    /// What is wanted at a time: the path's value as an aim in the direction of the goal. Before the start it is the
    /// start's value, from the end on the goal.
    ///
    /// On a corridor the start decides from which side the way leads; a start within it has the corridor as its way.
    ///
    /// # Errors
    /// [`Mistake::Order`] where the end is not after the start or agreed times do not ascend, [`Mistake::Interval`] for a
    /// corridor that is none, [`Mistake::NotFinite`] for numbers.
    pub fn at(&self, time: f64) -> Result<Aim, Mistake> {
        self.aim.checked()?;
        let (time, from) = (finite(time)?, finite(self.start.time)?);
        ascending([from, self.by].into_iter())?;
        finite(self.start.value)?;
        let (goal, rises) = match self.aim {
            Aim::AtLeast(goal) => (goal, true),
            Aim::AtMost(goal) => (goal, false),
            Aim::Within(corridor) if self.start.value < corridor.lower => (corridor.lower, true),
            Aim::Within(corridor) if self.start.value > corridor.upper => (corridor.upper, false),
            Aim::Within(_) => return Ok(self.aim),
        };
        let agreed = self.agreed(goal)?;
        if time >= self.by {
            return Ok(self.aim);
        }
        let before = agreed.iter().rfind(|point| point.time <= time).unwrap_or(&self.start);
        let value = match (&self.path, agreed.iter().find(|point| point.time > time)) {
            (Path::Linear | Path::Yearly(_), Some(after)) if after.time > before.time && time > before.time => {
                before.value + (after.value - before.value) * ((time - before.time) / (after.time - before.time))
            }
            _ => before.value,
        };
        Ok(if rises { Aim::AtLeast(value) } else { Aim::AtMost(value) })
    }

    /// Start, agreed values between, and goal, in ascending order of time.
    fn agreed(&self, goal: f64) -> Result<Vec<Point>, Mistake> {
        let between = match &self.path {
            Path::Linear => &[][..],
            Path::Stepwise(points) | Path::Yearly(points) => points,
        };
        for point in between {
            finite(point.value)?;
        }
        ascending(between.iter().map(|point| point.time))?;
        let inside = between.iter().filter(|point| point.time > self.start.time && point.time < self.by);
        let ends = [self.start, Point::new(self.by, goal)];
        Ok(ends.iter().take(1).chain(inside).chain(ends.iter().skip(1)).copied().collect())
    }
}

/// Where a value of a time stands. Thresholds come before the path: an alarm is an alarm whether the path is kept or not.
///
/// The status follows the value; [`Standing::sure`] says whether its interval agrees. A value that reaches the goal
/// before its time is "reached"; it can be lost again until then.
///
/// # Errors
/// As [`Goal::at`].
pub fn standing(goal: &Goal, time: f64, value: Result<Estimate, Reason>) -> Result<Standing, Mistake> {
    let wanted = goal.at(time)?;
    let estimate = match value {
        Ok(value) => Estimate::new(value.value, value.interval.lower, value.interval.upper)?,
        Err(reason) => {
            return Ok(Standing { status: Status::CannotBeJudged(reason), sure: true, distance: None });
        }
    };
    let meets = |aim: &Aim| aim.ahead(estimate.value) >= 0.0;
    let crossed = |aim: Option<Aim>| -> Result<Option<Aim>, Mistake> {
        Ok(aim.map(Aim::checked).transpose()?.filter(|aim| !meets(aim)))
    };
    let (status, decided_by) = if let Some(alarm) = crossed(goal.alarm)? {
        (Status::Alarm, alarm)
    } else if let Some(warning) = crossed(goal.warning)? {
        (Status::Warning, warning)
    } else if meets(&goal.aim) {
        (Status::Reached, goal.aim)
    } else if time >= goal.by {
        (Status::Missed, goal.aim)
    } else if meets(&wanted) {
        (Status::OnPath, wanted)
    } else {
        (Status::OffPath, wanted)
    };
    let distance =
        Distance { to_path: finite(wanted.ahead(estimate.value))?, to_goal: finite(goal.aim.ahead(estimate.value))? };
    let sure = decided_by.surely(estimate.interval) == Some(meets(&decided_by));
    Ok(Standing { status, sure, distance: Some(distance) })
}
