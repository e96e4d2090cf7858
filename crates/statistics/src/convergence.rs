//! Whether two groups come closer, and why: a gap that closes because all fall is not success.

use crate::{Assessed, Confidence, Estimate, Mistake, Outcome, Point, Rules, assess_values, sen::test_and_line};

/// What the gap does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Gap {
    /// Clearly closing.
    Closing,
    /// Clearly widening.
    Widening,
    /// Its sign has changed: the group that was lower is now higher, clearly on the way.
    Crossed,
    /// No clear change.
    NoClearChange,
    /// Fewer than five common years since the last break.
    TooShort,
}

/// Which of the two groups, by the level at the beginning.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Side {
    /// The group with the higher value.
    Higher,
    /// The group with the lower value.
    Lower,
}

/// What the levels do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Cause {
    /// Both clearly rise.
    BothRise,
    /// Both clearly fall.
    BothFall,
    /// One clearly rises; the other has no clear direction.
    OneRises(Side),
    /// One clearly falls; the other has no clear direction.
    OneFalls(Side),
    /// The lower rises, the higher falls.
    Towards,
    /// The lower falls, the higher rises.
    Apart,
    /// Neither has a clear direction.
    Unclear,
}

/// Which direction of the value is good.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Polarity {
    /// More is better.
    HigherBetter,
    /// Less is better.
    LowerBetter,
}

/// What gap and levels do.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Convergence {
    /// What the gap does.
    pub gap: Gap,
    /// What the levels do.
    pub cause: Cause,
    /// The change of the gap per year, as first higher minus first lower group, where it could be estimated.
    pub per_year: Option<Estimate>,
    /// The p-value of the gap's trend.
    pub p: Option<f64>,
    /// The trend of the group that was higher at the beginning.
    pub higher: Assessed,
    /// The trend of the group that was lower at the beginning.
    pub lower: Assessed,
    /// Whether the first group given is the one that was higher.
    pub first_is_higher: bool,
}

impl Convergence {
    /// The same gap with trends of both levels that were found by another method, such as regression of counts; the
    /// cause follows from them. Both in the order in which the groups were given.
    pub fn with_levels(self, first: Assessed, second: Assessed, confidence: Confidence) -> Convergence {
        let (higher, lower) = if self.first_is_higher { (first, second) } else { (second, first) };
        Convergence {
            cause: cause(direction(&higher, confidence), direction(&lower, confidence)),
            higher,
            lower,
            ..self
        }
    }

    /// Whether a closing gap is good news: `Some(true)` where those behind catch up and nobody falls back, `Some(false)`
    /// where it closes because those ahead fall back, `None` where the gap does not close or the reason is not clear.
    pub fn closes_for_good(&self, polarity: Polarity) -> Option<bool> {
        if self.gap != Gap::Closing {
            return None;
        }
        let better_rises = match self.cause {
            Cause::BothRise | Cause::OneRises(Side::Lower) => true,
            Cause::BothFall | Cause::OneFalls(Side::Higher) => false,
            _ => return None,
        };
        Some(better_rises == (polarity == Polarity::HigherBetter))
    }
}

/// The trend of the gap between two groups over their common years, with the trend of each group's level beside it: Theil–
/// Sen slope and Mann–Kendall test of the differences and of both levels.
///
/// Both lists must have the same times. The gap counts from the group whose median over the first three common years
/// is higher.
///
/// # Errors
/// [`Mistake::Lengths`] where the times differ, otherwise as [`assess_values`].
pub fn convergence(
    first: &[Point],
    second: &[Point],
    breaks: &[f64],
    confidence: Confidence,
) -> Result<Convergence, Mistake> {
    if first.len() != second.len() || first.iter().zip(second).any(|(a, b)| a.time != b.time) {
        return Err(Mistake::Lengths);
    }
    let rules = Rules { confidence, tolerance: None };
    let (of_first, of_second) = (assess_values(first, breaks, rules)?, assess_values(second, breaks, rules)?);
    let gaps: Vec<Point> = first.iter().zip(second).map(|(a, b)| Point::new(a.time, a.value - b.value)).collect();
    let gaps = crate::last_segment(&gaps, |gap| gap.time, breaks);
    let mut beginning: Vec<f64> = gaps.iter().take(3).map(|gap| gap.value).collect();
    let first_is_higher = beginning.is_empty() || crate::series::median(&mut beginning)? >= 0.0;
    let sign = if first_is_higher { 1.0 } else { -1.0 };
    let gaps: Vec<Point> = gaps.iter().map(|gap| Point::new(gap.time, sign * gap.value)).collect();
    let (higher, lower) = if first_is_higher { (of_first, of_second) } else { (of_second, of_first) };
    let cause = cause(direction(&higher, confidence), direction(&lower, confidence));
    let mut answer = Convergence { gap: Gap::TooShort, cause, per_year: None, p: None, higher, lower, first_is_higher };
    let (Some(start), Some(end), true) = (gaps.first(), gaps.last(), gaps.len() >= 5) else { return Ok(answer) };
    let (kendall, slope) = test_and_line(&gaps, confidence)?;
    let clear = kendall.p <= confidence.alpha() && slope.per_year.value != 0.0;
    answer.gap = match (clear, slope.per_year.value < 0.0) {
        (false, _) => Gap::NoClearChange,
        (true, false) => Gap::Widening,
        (true, true) if slope.at(end.time) < 0.0 && slope.at(start.time) > 0.0 => Gap::Crossed,
        (true, true) => Gap::Closing,
    };
    answer.per_year = Some(slope.per_year);
    answer.p = Some(kendall.p);
    Ok(answer)
}

/// 1 where a level clearly rises, −1 where it clearly falls, 0 otherwise; a turn has no direction.
fn direction(level: &Assessed, confidence: Confidence) -> i8 {
    match (level.outcome, level.p) {
        (Outcome::Rising, Some(p)) if p <= confidence.alpha() => 1,
        (Outcome::Falling, Some(p)) if p <= confidence.alpha() => -1,
        _ => 0,
    }
}

fn cause(higher: i8, lower: i8) -> Cause {
    match (higher, lower) {
        (1, 1) => Cause::BothRise,
        (-1, -1) => Cause::BothFall,
        (-1, 1) => Cause::Towards,
        (1, -1) => Cause::Apart,
        (1, _) => Cause::OneRises(Side::Higher),
        (_, 1) => Cause::OneRises(Side::Lower),
        (-1, _) => Cause::OneFalls(Side::Higher),
        (_, -1) => Cause::OneFalls(Side::Lower),
        _ => Cause::Unclear,
    }
}
