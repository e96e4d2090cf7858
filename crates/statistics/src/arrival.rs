//! When a target would be reached if the present trend held.

use crate::{Aim, Confidence, Estimate, Interval, Mistake, Model, Slope, finite, ratio};

/// When a target would be reached if the present trend held.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Arrival {
    /// The trend's line is there already.
    Reached,
    /// In this year, with its interval. Bounds may lie before the last year observed.
    In(Estimate),
    /// The trend clearly leads away from it.
    MovesAway,
    /// Later than anybody should compute.
    TooFar,
    /// The trend is not clear, so no year may be told.
    NotClear,
}

/// When the Theil–Sen line reaches a goal.
///
/// time = centre + (goal − level) / slope, with the interval of that ratio by MOVER-R ([`ratio`]): level and slope are
/// nearly uncorrelated at the middle of the times. `p` is that of the test of Mann and Kendall, `now` the last time
/// observed, `horizon` the number of years after which no year is told.
///
/// # Errors
/// [`Mistake`] for numbers that are not finite.
pub fn arrival_by_slope(
    slope: &Slope,
    p: f64,
    aim: Aim,
    (now, horizon): (f64, f64),
    confidence: Confidence,
) -> Result<Arrival, Mistake> {
    let (now, horizon) = (finite(now)?, finite(horizon)?);
    let Some((goal, sign)) = side(aim, slope.at(now)) else { return Ok(Arrival::Reached) };
    let clear = p <= confidence.alpha() && !slope.per_year.interval.contains(0.0);
    if !clear {
        return Ok(Arrival::NotClear);
    }
    if slope.per_year.value * sign <= 0.0 {
        return Ok(Arrival::MovesAway);
    }
    let speed = slope.per_year.times(sign);
    let way = Estimate::settled(
        (goal - slope.level.value) * sign,
        // Goal minus level: the bounds change places. The way from the centre cannot be negative by chance.
        Interval { lower: goal - slope.level.interval.upper, upper: goal - slope.level.interval.lower }.times(sign),
    )?;
    let way = Estimate { interval: Interval { lower: way.interval.lower.max(0.0), ..way.interval }, ..way };
    if way.value < 0.0 {
        return Ok(Arrival::Reached);
    }
    let years = ratio(way, speed)?;
    arrived(
        Estimate::new(
            slope.centre + years.value,
            slope.centre + years.interval.lower,
            slope.centre + years.interval.upper,
        )?,
        now,
        horizon,
    )
}

/// When the fitted trend of a share or rate reaches a goal, with the interval of Fieller ([`Model::when`]).
///
/// # Errors
/// [`Mistake::NotFinite`] for goals that the trend never reaches, such as a share of 0 or 1.
pub fn arrival_by_model(
    model: &Model,
    aim: Aim,
    (now, horizon): (f64, f64),
    confidence: Confidence,
) -> Result<Arrival, Mistake> {
    let (now, horizon) = (finite(now)?, finite(horizon)?);
    let Some((goal, sign)) = side(aim, model.at(now, confidence)?.value) else { return Ok(Arrival::Reached) };
    match model.when(goal, confidence)? {
        None => Ok(Arrival::NotClear),
        Some(_) if model.slope * sign <= 0.0 => Ok(Arrival::MovesAway),
        Some(when) => arrived(when, now, horizon),
    }
}

/// The bound of the aim that is still ahead, and in which direction it lies.
fn side(aim: Aim, value: f64) -> Option<(f64, f64)> {
    match aim {
        Aim::AtLeast(goal) if value < goal => Some((goal, 1.0)),
        Aim::AtMost(goal) if value > goal => Some((goal, -1.0)),
        Aim::Within(corridor) if value < corridor.lower => Some((corridor.lower, 1.0)),
        Aim::Within(corridor) if value > corridor.upper => Some((corridor.upper, -1.0)),
        _ => None,
    }
}

fn arrived(when: Estimate, now: f64, horizon: f64) -> Result<Arrival, Mistake> {
    Ok(if when.value - now > horizon { Arrival::TooFar } else { Arrival::In(when) })
}
