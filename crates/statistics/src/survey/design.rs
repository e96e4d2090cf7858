//! Taylor linearisation for stratified samples of clusters.

use std::collections::BTreeMap;

use super::Surveyed;
use crate::{Mistake, count, finite};

/// What a stratum with a single cluster adds to the variance, which cannot be estimated from it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lonely {
    /// It is refused: [`Mistake::SingleCluster`].
    Refuse,
    /// Nothing, as for a cluster that was certain to be in the sample ("certainty", "remove").
    Nothing,
    /// The square of its distance from the mean of all clusters ("adjust"): on the safe side.
    FromOverallMean,
    /// What the other strata add on average ("average").
    Average,
}

/// A sample: weight, stratum and cluster of each person or household in it.
#[derive(Debug, Clone)]
pub struct Design {
    weights: Vec<f64>,
    /// The cluster of each element.
    cluster: Vec<usize>,
    /// The stratum of each cluster.
    stratum: Vec<usize>,
    /// How many clusters each stratum has.
    clusters: Vec<usize>,
    /// The portion of all clusters of the stratum that was drawn.
    drawn: Vec<f64>,
    lonely: Lonely,
}

impl Design {
    /// A sample with weights. Without strata all is one stratum; without clusters each element is its own. Cluster numbers
    /// count within their stratum.
    ///
    /// # Errors
    /// [`Mistake::Lengths`] for lists of different lengths, [`Mistake::TooFew`] for no element, [`Mistake::Negative`] or
    /// [`Mistake::NotFinite`] for weights, [`Mistake::NothingBelow`] where all weights are zero,
    /// [`Mistake::SingleCluster`] where that is to be refused.
    pub fn new(
        weights: &[f64],
        strata: Option<&[u32]>,
        clusters: Option<&[u32]>,
        lonely: Lonely,
    ) -> Result<Design, Mistake> {
        let fits = |list: Option<&[u32]>| list.is_none_or(|list| list.len() == weights.len());
        if !fits(strata) || !fits(clusters) {
            return Err(Mistake::Lengths);
        }
        if weights.is_empty() {
            return Err(Mistake::TooFew);
        }
        let mut sum = 0.0;
        for weight in weights {
            sum += count(*weight)?;
        }
        crate::positive(sum)?;
        let number = |list: Option<&[u32]>, at: usize, otherwise: u64| {
            list.and_then(|list| list.get(at)).map_or(otherwise, |number| u64::from(*number))
        };
        let mut names: BTreeMap<u64, BTreeMap<u64, usize>> = BTreeMap::new();
        for at in 0..weights.len() {
            names.entry(number(strata, at, 0)).or_default().insert(number(clusters, at, at as u64), 0);
        }
        let (mut stratum, mut sizes) = (Vec::new(), Vec::new());
        for (index, inside) in names.values_mut().enumerate() {
            sizes.push(inside.len());
            for place in inside.values_mut() {
                *place = stratum.len();
                stratum.push(index);
            }
        }
        if lonely == Lonely::Refuse && sizes.contains(&1) {
            return Err(Mistake::SingleCluster);
        }
        let place = |at: usize| {
            let inside = names.get(&number(strata, at, 0));
            inside.and_then(|inside| inside.get(&number(clusters, at, at as u64))).copied().unwrap_or_default()
        };
        Ok(Design {
            weights: weights.to_vec(),
            cluster: (0..weights.len()).map(place).collect(),
            stratum,
            drawn: vec![0.0; sizes.len()],
            clusters: sizes,
            lonely,
        })
    }

    /// Says which portion of all clusters was drawn, one number per stratum in ascending order of stratum numbers (finite
    /// population correction). Without it, drawing is taken as with replacement, which is on the safe side.
    ///
    /// # Errors
    /// [`Mistake::Lengths`] for another number of strata, [`Mistake::Probability`] for portions outside [0, 1].
    pub fn with_portions(mut self, drawn: &[f64]) -> Result<Design, Mistake> {
        if drawn.len() != self.drawn.len() {
            return Err(Mistake::Lengths);
        }
        if drawn.iter().any(|portion| !(0.0..=1.0).contains(portion)) {
            return Err(Mistake::Probability);
        }
        self.drawn = drawn.to_vec();
        Ok(self)
    }

    /// The weights.
    pub fn weights(&self) -> &[f64] {
        &self.weights
    }

    /// Clusters minus strata.
    pub fn degrees(&self) -> f64 {
        self.stratum.len() as f64 - self.clusters.len() as f64
    }

    /// The cluster of each element, and for each cluster its stratum's number of clusters and the stratum.
    pub(super) fn structure(&self) -> (&[usize], &[usize], &[usize]) {
        (&self.cluster, &self.stratum, &self.clusters)
    }

    /// The weighted total Σwy.
    ///
    /// # Errors
    /// [`Mistake::Lengths`] where the values do not fit the design, [`Mistake::NotFinite`] for values.
    pub fn total(&self, values: &[f64]) -> Result<Surveyed, Mistake> {
        let value = self.sum(values)?;
        let linearised = self.weights.iter().zip(values).map(|(weight, value)| weight * value);
        self.surveyed(value, linearised)
    }

    /// The ratio of two totals Σwy / Σwx, with the residuals w (y − Rx) / Σwx in place of the values.
    ///
    /// # Errors
    /// As [`Design::total`]; [`Mistake::NothingBelow`] where the lower total is zero.
    pub fn ratio(&self, above: &[f64], below: &[f64]) -> Result<Surveyed, Mistake> {
        let (sum, of) = (self.sum(above)?, self.sum(below)?);
        if of == 0.0 {
            return Err(Mistake::NothingBelow);
        }
        let ratio = sum / of;
        let pairs = self.weights.iter().zip(above).zip(below);
        self.surveyed(ratio, pairs.map(|((weight, y), x)| weight * (y - ratio * x) / of))
    }

    /// The weighted mean Σwy / Σw (Hájek). Of zeros and ones it is a share.
    ///
    /// # Errors
    /// As [`Design::total`].
    pub fn mean(&self, values: &[f64]) -> Result<Surveyed, Mistake> {
        self.ratio(values, &vec![1.0; values.len()])
    }

    /// The mean of a group within the sample. The others stay in the design, because the group's size is random too.
    ///
    /// # Errors
    /// As [`Design::ratio`]; values outside the group are not looked at.
    pub fn mean_within(&self, values: &[f64], member: &[bool]) -> Result<Surveyed, Mistake> {
        if values.len() != member.len() {
            return Err(Mistake::Lengths);
        }
        let above: Vec<f64> = values.iter().zip(member).map(|(value, is)| if *is { *value } else { 0.0 }).collect();
        let below: Vec<f64> = member.iter().map(|is| f64::from(u8::from(*is))).collect();
        self.ratio(&above, &below)
    }

    fn sum(&self, values: &[f64]) -> Result<f64, Mistake> {
        if values.len() != self.weights.len() {
            return Err(Mistake::Lengths);
        }
        finite(self.weights.iter().zip(values).map(|(weight, value)| weight * value).sum())
    }

    /// Sums the linearised values by cluster, and the squares of the clusters' distances by stratum:
    /// V = Σ_h (1 − f_h) n_h/(n_h − 1) Σ_i (z_hi − z̄_h)².
    fn surveyed(&self, value: f64, linearised: impl Iterator<Item = f64>) -> Result<Surveyed, Mistake> {
        let mut of_cluster = vec![0.0; self.stratum.len()];
        for (cluster, z) in self.cluster.iter().zip(linearised) {
            if let Some(sum) = of_cluster.get_mut(*cluster) {
                *sum += z;
            }
        }
        let overall = of_cluster.iter().sum::<f64>() / of_cluster.len() as f64;
        let (mut variance, mut lonely, mut start) = (0.0, 0, 0);
        // Clusters stand in the order of their strata.
        for (size, drawn) in self.clusters.iter().zip(&self.drawn) {
            let inside = of_cluster.get(start..start + size).unwrap_or_default();
            start += size;
            let n = *size as f64;
            let (centre, factor) = match (size, self.lonely) {
                (1, Lonely::FromOverallMean) => (overall, 1.0),
                (1, _) => {
                    lonely += 1;
                    continue;
                }
                _ => (inside.iter().sum::<f64>() / n, n / (n - 1.0)),
            };
            variance += (1.0 - drawn) * factor * inside.iter().map(|z| (z - centre) * (z - centre)).sum::<f64>();
        }
        if lonely > 0 && self.lonely == Lonely::Average {
            let estimated = self.clusters.len() - lonely;
            if estimated == 0 {
                return Err(Mistake::SingleCluster);
            }
            variance *= self.clusters.len() as f64 / estimated as f64;
        }
        Ok(Surveyed { value: finite(value)?, standard_error: finite(variance.sqrt())?, degrees: self.degrees() })
    }
}
