//! Where the figures stand that have a target in force.

use catalogue::{
    Catalogue, Period,
    model::{Area, Group, Target, TargetPath, TargetState, Wanted},
};
use release::Release;
use statistics::{
    Aim, Arrival, Estimate, Goal, Interval, Outcome, Path, Point, Reason, Status, arrival_by_model, arrival_by_slope,
    last_segment, mann_kendall, rate_trend, relative_goal, share_trend, standing as stand, theil_sen,
};

use super::{
    Because, CONFIDENCE, EarlyWarning, Rule, Standing,
    model::{Chance, Model, Place, at, comparable, latest, missing, points, time},
};
use crate::measure::{Figure, Measures};

/// Years after which no year of arrival is told.
const HORIZON: f64 = 25.0;

/// What a target is about: figures in time order, each with what can be said of it.
struct Course<'a> {
    model: Model<'a>,
    area: &'a Area,
    target: &'a Target,
    series: &'a [(Period, Figure)],
    /// The other group, of gaps.
    versus: Option<(&'a Group, &'a [(Period, Figure)])>,
}

/// The standing of a target in force; none of any other.
pub(super) fn standing(
    catalogue: &Catalogue,
    release: &Release,
    measures: &Measures,
    target: &Target,
    warnings: &mut Vec<EarlyWarning>,
) -> Option<Standing> {
    if target.state() != TargetState::InForce {
        return None;
    }
    let indicator = catalogue.indicator(&target.indicator)?;
    let area = catalogue.area(&target.area)?;
    let series = |group| measures.series(&indicator.name, &area.code, group);
    let versus = match &target.wanted {
        Wanted::Gap { versus, .. } => Some((versus, series(versus))),
        _ => None,
    };
    let model = Model::new(catalogue, release, measures, indicator);
    let course = Course { model, area, target, series: series(&target.group), versus };
    let standing = course.standing();
    warnings.extend(course.warning(&standing));
    Some(standing)
}

impl Course<'_> {
    fn standing(&self) -> Standing {
        let mut answer = Standing {
            target: self.target.name.clone(),
            period: None,
            value: None,
            goal: None,
            status: Status::CannotBeJudged(Reason::Missing),
            sure: true,
            distance: None,
            arrival: None,
        };
        if let Err(reason) = self.fill(&mut answer) {
            answer.status = Status::CannotBeJudged(reason);
        }
        answer
    }

    fn fill(&self, answer: &mut Standing) -> Result<(), Reason> {
        let (period, _) = latest(self.series)
            .ok_or_else(|| self.series.last().map_or(Reason::Missing, |(_, figure)| missing(figure)))?;
        answer.period = Some(period);
        let estimate = self.value(period)?;
        answer.value = Some(estimate.value);
        let goal = self.goal()?;
        answer.goal = match goal.aim {
            Aim::AtLeast(value) | Aim::AtMost(value) => Some(value),
            Aim::Within(_) => None,
        };
        if self.model.indicator.break_between(self.target.start, period).is_some() {
            return Err(Reason::Break);
        }
        let found = stand(&goal, time(period), Ok(estimate))?;
        (answer.status, answer.sure, answer.distance) = (found.status, found.sure, found.distance);
        if !matches!(found.status, Status::Reached | Status::Missed | Status::CannotBeJudged(_)) {
            answer.arrival = self.arrival(goal.aim, time(period))?;
        }
        Ok(())
    }

    /// The value of a period, or the size of the gap, with its interval; without a model of chance the interval has no
    /// width.
    fn value(&self, period: Period) -> Result<Estimate, Reason> {
        let figure = comparable(at(self.series, period))?;
        let place = Place { area: &self.area.code, group: &self.target.group, period, figure };
        let (value, estimate) = match self.versus {
            None => {
                let value = figure.reliable().ok_or(Reason::Missing)?;
                (value, self.model.estimate(place.area, place.group, period, figure))
            }
            Some((group, series)) => {
                let other = Place { group, figure: comparable(at(series, period))?, ..place };
                let value = figure.reliable().zip(other.figure.reliable()).map(|(a, b)| a - b);
                let found = match (group.is_empty(), self.target.group.is_empty()) {
                    (true, _) => self.model.within(&place, &other).map(|found| found.estimate),
                    (_, true) => self.model.within(&other, &place).map(|found| found.estimate.times(-1.0)),
                    _ => self.model.apart(&place, &other).map(|found| found.estimate),
                };
                let value = value.ok_or(Reason::Missing)?;
                let sign = if value < 0.0 { -1.0 } else { 1.0 };
                (value.abs(), found.map(|found| found.times(sign)))
            }
        };
        match estimate {
            Ok(estimate) => Ok(estimate),
            Err(Reason::NoModel) => Ok(Estimate { value, interval: Interval { lower: value, upper: value } }),
            Err(reason) => Err(reason),
        }
    }

    fn goal(&self) -> Result<Goal, Reason> {
        let target = self.target;
        let start = match target.start_value {
            Some(value) if self.versus.is_some() => value.abs(),
            Some(value) => value,
            None => self.value(target.start)?.value,
        };
        let aim = match &target.wanted {
            Wanted::AtLeast(value) => Aim::AtLeast(*value),
            Wanted::AtMost(value) => Aim::AtMost(*value),
            Wanted::Within { from, to } => Aim::Within(Interval { lower: *from, upper: *to }),
            Wanted::Gap { portion, .. } => relative_goal(start, *portion)?,
        };
        let beyond = |threshold: Option<f64>| {
            threshold.map(|value| if matches!(aim, Aim::AtLeast(_)) { Aim::AtLeast(value) } else { Aim::AtMost(value) })
        };
        let steps = |steps: &[(Period, f64)]| {
            steps.iter().map(|(period, value)| Point::new(time(*period), *value)).collect::<Vec<_>>()
        };
        Ok(Goal {
            aim,
            by: time(target.by),
            start: Point::new(time(target.start), start),
            path: match &target.path {
                TargetPath::Linear => Path::Linear,
                TargetPath::Stepwise(agreed) => Path::Stepwise(steps(agreed)),
                TargetPath::Yearly(agreed) => Path::Yearly(steps(agreed)),
            },
            warning: beyond(target.warning),
            alarm: beyond(target.alarm),
        })
    }

    /// When the goal would be reached, by the method that judges the trend; only where the trend is clear.
    fn arrival(&self, aim: Aim, now: f64) -> Result<Option<Arrival>, Reason> {
        let model = &self.model;
        if self.versus.is_none() {
            let found = model.trend(self.series)?;
            if !matches!(found.outcome, Outcome::Rising | Outcome::Falling) {
                return Ok(Some(Arrival::NotClear));
            }
            let samples = model.samples(self.series);
            let used = last_segment(&samples, |sample| sample.time, &model.breaks);
            let fitted = match model.chance {
                Chance::Share => Some(share_trend(used)?),
                Chance::Rate | Chance::Count => Some(rate_trend(used)?),
                _ => None,
            };
            if let Some(fitted) = fitted {
                let aim = scaled(aim, 1.0 / model.scale);
                return Ok(arrival_by_model(&fitted, aim, (now, HORIZON), CONFIDENCE).ok());
            }
        }
        let all = match self.versus {
            None => points(self.series),
            Some((_, other)) => {
                let (a, b) = super::convergence::common(self.series, other);
                a.iter().zip(&b).map(|(a, b)| Point::new(a.time, (a.value - b.value).abs())).collect()
            }
        };
        let used = last_segment(&all, |point| point.time, &model.breaks);
        if used.len() < 5 {
            return Ok(Some(Arrival::NotClear));
        }
        let kendall = mann_kendall(used)?;
        let slope = theil_sen(used, &kendall, CONFIDENCE)?;
        Ok(arrival_by_slope(&slope, kendall.p, aim, (now, HORIZON), CONFIDENCE).ok())
    }

    /// The early warning of a threshold that is crossed.
    fn warning(&self, standing: &Standing) -> Option<EarlyWarning> {
        let (rule, threshold) = match standing.status {
            Status::Alarm => (Rule::Alarm, self.target.alarm?),
            Status::Warning => (Rule::Threshold, self.target.warning?),
            _ => return None,
        };
        Some(EarlyWarning {
            rule,
            indicator: self.target.indicator.clone(),
            area: self.target.area.clone(),
            group: self.target.group.clone(),
            versus: self.versus.map(|(group, _)| group.clone()),
            period: standing.period?,
            because: Because::Beyond { target: self.target.name.clone(), threshold, value: standing.value? },
            answer: None,
        })
    }
}

fn scaled(aim: Aim, factor: f64) -> Aim {
    match aim {
        Aim::AtLeast(value) => Aim::AtLeast(value * factor),
        Aim::AtMost(value) => Aim::AtMost(value * factor),
        Aim::Within(corridor) => Aim::Within(corridor.times(factor)),
    }
}
