//! Variances from replicate weights, as offices deliver them instead of strata and clusters.

use super::{Design, Surveyed};
use crate::{Mistake, count, finite};

/// How the replicates were made; it says by what their squares are multiplied.
#[derive(Debug, Clone, PartialEq)]
pub enum Replication {
    /// Each replicate leaves out one cluster, no strata: (R−1)/R.
    Jackknife,
    /// Each replicate leaves out one cluster of a stratum (JKn): (n_h−1)/n_h, one number per replicate.
    StratifiedJackknife(Vec<f64>),
    /// Balanced half samples (McCarthy 1966), with Fay's factor (Judkins 1990; 0 is the plain method): 1/(R(1−ρ)²).
    Balanced {
        /// Fay's ρ, from 0 to below 1.
        fay: f64,
    },
    /// Bootstrap replicates: 1/(R−1).
    Bootstrap,
    /// A published factor for all replicates together, such as successive differences, 4/R.
    Factor(f64),
}

/// Around what the replicates' squares are taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Centre {
    /// The estimate from the full sample; it holds the bias too and is on the safe side (`mse = TRUE` in R).
    Full,
    /// The mean of the replicates (`mse = FALSE` in R).
    Replicates,
}

/// The standard error from the estimates of the full sample and of each replicate: √(Σ c_r (θ_r − θ)²).
///
/// # Errors
/// [`Mistake::TooFew`] for fewer than two replicates, [`Mistake::Lengths`] where factors and replicates do not fit,
/// [`Mistake::Probability`] for a ρ outside [0, 1), [`Mistake::NotFinite`] for numbers.
pub fn replicate_error(
    full: f64,
    replicates: &[f64],
    replication: &Replication,
    centre: Centre,
) -> Result<f64, Mistake> {
    if replicates.len() < 2 {
        return Err(Mistake::TooFew);
    }
    let many = replicates.len() as f64;
    let common = match replication {
        Replication::Jackknife => (many - 1.0) / many,
        Replication::StratifiedJackknife(factors) if factors.len() != replicates.len() => {
            return Err(Mistake::Lengths);
        }
        Replication::StratifiedJackknife(_) => 1.0,
        Replication::Balanced { fay } if (0.0..1.0).contains(fay) => 1.0 / (many * (1.0 - fay) * (1.0 - fay)),
        Replication::Balanced { .. } => return Err(Mistake::Probability),
        Replication::Bootstrap => 1.0 / (many - 1.0),
        Replication::Factor(factor) => count(*factor)?,
    };
    let around = match centre {
        Centre::Full => full,
        Centre::Replicates => replicates.iter().sum::<f64>() / many,
    };
    let mut sum = 0.0;
    for (place, replicate) in replicates.iter().enumerate() {
        let own = match replication {
            Replication::StratifiedJackknife(factors) => count(factors.get(place).copied().unwrap_or(1.0))?,
            _ => 1.0,
        };
        sum += own * (replicate - around) * (replicate - around);
    }
    finite((common * sum).sqrt())
}

/// Any statistic with its standard error from replicate weights: computed once with the weights and once with each list of
/// replicate weights. `degrees` is what the source says, for example clusters minus strata.
///
/// # Errors
/// As [`replicate_error`], and what the statistic answers.
pub fn replicate(
    statistic: impl Fn(&[f64]) -> Result<f64, Mistake>,
    weights: &[f64],
    replicate_weights: &[Vec<f64>],
    (replication, centre): (&Replication, Centre),
    degrees: f64,
) -> Result<Surveyed, Mistake> {
    if replicate_weights.iter().any(|list| list.len() != weights.len()) {
        return Err(Mistake::Lengths);
    }
    let value = finite(statistic(weights)?)?;
    let replicates = replicate_weights.iter().map(|list| statistic(list)).collect::<Result<Vec<_>, _>>()?;
    let standard_error = replicate_error(value, &replicates, replication, centre)?;
    Ok(Surveyed { value, standard_error, degrees: crate::positive(degrees)? })
}

/// Replicate weights for the stratified jackknife (JKn): each leaves out one cluster, and the others of its stratum weigh
/// n_h/(n_h−1) as much. For statistics that have no simple linearisation, such as the at-risk-of-poverty rate.
///
/// # Errors
/// [`Mistake::SingleCluster`] where a stratum has one cluster only.
pub fn jackknife_weights(design: &Design) -> Result<(Vec<Vec<f64>>, Replication), Mistake> {
    let (cluster_of, stratum_of, sizes) = design.structure();
    if sizes.contains(&1) {
        return Err(Mistake::SingleCluster);
    }
    let (mut lists, mut factors) = (Vec::with_capacity(stratum_of.len()), Vec::with_capacity(stratum_of.len()));
    for (left_out, stratum) in stratum_of.iter().enumerate() {
        let size = sizes.get(*stratum).copied().unwrap_or(2) as f64;
        let weigh = |(weight, cluster): (&f64, &usize)| {
            if *cluster == left_out {
                0.0
            } else if stratum_of.get(*cluster) == Some(stratum) {
                weight * size / (size - 1.0)
            } else {
                *weight
            }
        };
        lists.push(design.weights().iter().zip(cluster_of).map(weigh).collect());
        factors.push((size - 1.0) / size);
    }
    Ok((lists, Replication::StratifiedJackknife(factors)))
}
