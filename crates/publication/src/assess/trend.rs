//! What the series of a page do.

use catalogue::{Period, model::Group};
use statistics::{Assessed, Reason, Rules, Sample, assess_rates, assess_shares, assess_values};

use super::{
    Trend,
    model::{Chance, Model, Page, points, time},
};
use crate::measure::Figure;

impl Page<'_> {
    pub(super) fn trends(&self) -> Vec<Trend> {
        let trend = |(group, series): &(&Group, &[(Period, Figure)])| {
            let found = self.model.trend(series);
            let period_of = |wanted: f64| series.iter().map(|(period, _)| *period).find(|one| time(*one) == wanted);
            let span = found.as_ref().ok().and_then(|found| found.span);
            Trend {
                indicator: self.model.indicator.name.clone(),
                area: self.area.code.clone(),
                group: (*group).clone(),
                span: span.and_then(|(first, last)| Some((period_of(first)?, period_of(last)?))),
                found,
            }
        };
        self.groups.iter().map(trend).collect()
    }
}

impl Model<'_> {
    /// Numerators and denominators over time, where both are released.
    pub(super) fn samples(&self, series: &[(Period, Figure)]) -> Vec<Sample> {
        let sample = |(period, figure): &(Period, Figure)| {
            figure.value()?;
            let (count, of) = self.counts(figure)?;
            // Published counts may contradict each other by their errors.
            let count = if self.chance == Chance::Share { count.min(of) } else { count };
            (of > 0.0).then(|| Sample::new(time(*period), count, of))
        };
        series.iter().filter_map(sample).collect()
    }

    /// Shares by logistic, rates and counts by Poisson regression, all else by Theil and Sen; in the unit of the indicator.
    pub(super) fn trend(&self, series: &[(Period, Figure)]) -> Result<Assessed, Reason> {
        let rules = Rules::default();
        let mut found = match self.chance {
            Chance::Share => assess_shares(&self.samples(series), &self.breaks, rules)?,
            Chance::Rate | Chance::Count => assess_rates(&self.samples(series), &self.breaks, rules)?,
            _ => return Ok(assess_values(&points(series), &self.breaks, rules)?),
        };
        found.per_year = found.per_year.map(|per_year| per_year.times(self.scale));
        Ok(found)
    }
}
