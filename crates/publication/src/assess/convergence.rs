//! Whether groups come closer, and why.

use catalogue::{Period, model::Polarity};
use statistics::{Convergence, Point, Reason, convergence};

use super::{
    CONFIDENCE, Converging,
    compare::Of,
    model::{Model, Page, at, time},
};
use crate::measure::{Figure, adds_up};

impl Page<'_> {
    pub(super) fn convergences(&self) -> Vec<Converging> {
        if adds_up(self.model.indicator) {
            return Vec::new();
        }
        let one = |((one, first), (other, second)): (Of<'_>, Of<'_>)| {
            let found = self.model.converging(first, second);
            Converging {
                indicator: self.model.indicator.name.clone(),
                area: self.area.code.clone(),
                one: one.clone(),
                other: other.clone(),
                good: found.as_ref().ok().and_then(|found| found.closes_for_good(self.model.polarity()?)),
                found,
            }
        };
        self.pairs().into_iter().map(one).collect()
    }
}

impl Model<'_> {
    fn converging(&self, first: &[(Period, Figure)], second: &[(Period, Figure)]) -> Result<Convergence, Reason> {
        let (a, b) = common(first, second);
        let found = convergence(&a, &b, &self.breaks, CONFIDENCE)?;
        // The page tells the trend of each group; what it says of the gap must not contradict that.
        Ok(match (self.trend(first), self.trend(second)) {
            (Ok(a), Ok(b)) => found.with_levels(a, b, CONFIDENCE),
            _ => found,
        })
    }

    /// Which direction is agreed to be better.
    pub(super) fn polarity(&self) -> Option<statistics::Polarity> {
        match self.indicator.polarity {
            Polarity::HigherBetter => Some(statistics::Polarity::HigherBetter),
            Polarity::LowerBetter => Some(statistics::Polarity::LowerBetter),
            Polarity::None => None,
        }
    }
}

/// The figures of both groups in the periods in which both are certain enough to be compared.
pub(super) fn common(first: &[(Period, Figure)], second: &[(Period, Figure)]) -> (Vec<Point>, Vec<Point>) {
    let both = first.iter().filter_map(|(period, figure)| {
        let (a, b) = (figure.reliable()?, at(second, *period)?.reliable()?);
        Some((Point::new(time(*period), a), Point::new(time(*period), b)))
    });
    both.unzip()
}
