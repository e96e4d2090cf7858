//! Intervals of figures that are no quotient of two counts: indices over areas, diversity, means with delivered errors.
//!
//! They are computed from released counts only: where one of them is withheld, nothing can be said.

use catalogue::{
    Period,
    model::{Group, IndicatorKind, Quantity},
    names::{AreaCode, MeasureKey},
};
use release::{Observation, Table};
use statistics::{Bootstrap, Estimate, Reason, dissimilarity_estimate, mean_from_error, simpson};

use super::{CONFIDENCE, model::Model};
use crate::measure::{Figure, finest};

/// How the interval of an index of dissimilarity is drawn: declared, so that the same release says the same.
pub const BOOTSTRAP: Bootstrap = Bootstrap { seed: 1, samples: 1000 };

/// Of whom, where and when.
pub(super) type Spot<'a> = (&'a AreaCode, &'a Group, Period);

impl Model<'_> {
    /// What was released of a quantity for a group: in the table with the fewest variables that tells it.
    fn released(&self, quantity: &Quantity, (area, group, period): Spot<'_>) -> Option<Observation> {
        let mut of = quantity.of.clone();
        of.extend(group.iter().map(|(variable, category)| (variable.clone(), category.clone())));
        let tells = |table: &&Table| {
            let key = &table.key;
            key.measure == quantity.measure && of.keys().all(|variable| key.by.contains(variable))
        };
        let mut tables: Vec<&Table> = self.release.tables.iter().filter(tells).collect();
        tables.sort_by_key(|table| table.key.by.len());
        tables.into_iter().find_map(|table| {
            let categories: Vec<_> = table.key.by.iter().map(|variable| of.get(variable).cloned()).collect();
            table.observation(area, period, &categories)
        })
    }

    /// A released count as persons asked, or why there is none.
    fn persons(&self, quantity: &Quantity, spot: Spot<'_>) -> Result<f64, Reason> {
        match self.released(quantity, spot) {
            Some(Observation::Value { number, .. }) => Ok(number.to_f64() / self.design_effect),
            Some(Observation::Nothing) => Ok(0.0),
            Some(Observation::Withheld) => Err(Reason::Withheld),
            _ => Err(Reason::Missing),
        }
    }

    /// The index of dissimilarity without its small-count bias, in hundredths: the released index itself has the bias,
    /// and may have fewer decimals.
    pub(super) fn dissimilarity(&self, (area, group, period): Spot<'_>) -> Result<Estimate, Reason> {
        let IndicatorKind::Dissimilarity { group: one, reference, across } = &self.indicator.kind else {
            return Err(Reason::NoModel);
        };
        let area = self.catalogue.area(area).ok_or(Reason::Missing)?;
        let parts = self.catalogue.parts_of(area, across, period);
        let pair = |(_, part): (usize, &catalogue::model::Area)| {
            let spot = (&part.code, group, period);
            Ok((self.persons(one, spot)?, self.persons(reference, spot)?))
        };
        let pairs = parts.map(pair).collect::<Result<Vec<_>, Reason>>()?;
        Ok(dissimilarity_estimate(&pairs, BOOTSTRAP, CONFIDENCE)?.times(100.0))
    }

    /// The index of diversity without its small-count bias.
    pub(super) fn diversity(&self, (area, group, period): Spot<'_>) -> Result<Estimate, Reason> {
        let IndicatorKind::Diversity { of, by } = &self.indicator.kind else { return Err(Reason::NoModel) };
        let variable = self.catalogue.variables.get(by).ok_or(Reason::Missing)?;
        let count = |code: &catalogue::names::CategoryCode| {
            let mut group = group.clone();
            group.insert(by.clone(), code.clone());
            self.persons(of, (area, &group, period))
        };
        let counts = finest(variable).map(count).collect::<Result<Vec<_>, Reason>>()?;
        Ok(simpson(&counts, CONFIDENCE)?)
    }

    /// A mean whose sum was delivered with its standard error; the number of people is taken as known.
    pub(super) fn mean(&self, key: &MeasureKey, spot: Spot<'_>, figure: &Figure) -> Result<Estimate, Reason> {
        let IndicatorKind::Mean { numerator, .. } = &self.indicator.kind else { return Err(Reason::NoModel) };
        let (sum, n) = figure.numerator.zip(figure.denominator).ok_or(Reason::NoModel)?;
        let error = self.standard_error(key, numerator, spot)?;
        if n.to_f64() <= 0.0 {
            return Err(Reason::Numbers(statistics::Mistake::NothingBelow));
        }
        Ok(mean_from_error(sum.to_f64(), error, None, CONFIDENCE)?.times(1.0 / n.to_f64()))
    }

    /// The standard error that was delivered with a quantity, as this measure.
    pub(super) fn standard_error(&self, key: &MeasureKey, of: &Quantity, spot: Spot<'_>) -> Result<f64, Reason> {
        let error = Quantity { measure: key.clone(), of: of.of.clone() };
        match self.released(&error, spot) {
            Some(Observation::Value { number, .. }) => Ok(number.to_f64()),
            Some(Observation::Nothing) => Ok(0.0),
            Some(Observation::Withheld) => Err(Reason::Withheld),
            _ => Err(Reason::NoModel),
        }
    }
}
