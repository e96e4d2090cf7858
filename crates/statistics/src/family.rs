//! Many comparisons on one page, and what may be said of each.

use crate::{Comparison, Mistake};

/// Why nothing can be said.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Reason {
    /// A value is withheld, or computed from one that is.
    Withheld,
    /// A value is missing or not reliable enough to be shown.
    Missing,
    /// Too few persons, events or years.
    TooFew,
    /// The series has a break between the values.
    Break,
    /// The source has no model of uncertainty.
    NoModel,
    /// The numbers are not such as the method needs.
    Numbers(Mistake),
}

impl From<Mistake> for Reason {
    fn from(mistake: Mistake) -> Reason {
        match mistake {
            Mistake::TooFew | Mistake::NothingBelow => Reason::TooFew,
            other => Reason::Numbers(other),
        }
    }
}

/// What may be said about a difference.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Verdict {
    /// Different. The p-value is the adjusted one.
    Different(Comparison),
    /// Not clearly different, which does not mean equal. The p-value is the adjusted one.
    NotClearlyDifferent(Comparison),
    /// Nothing can be said.
    CannotBeJudged(Reason),
}

/// Adjusted p-values after Benjamini and Hochberg (1995, JRSS B 57, 289–300), in the order given: the smallest expected
/// share of wrong "different" among all "different" at which each would be one.
///
/// In ascending order, p·m/rank, and none larger than the next. Equal p-values get equal answers, in whatever order they
/// stand. It holds for independent comparisons and for those that depend positively (Benjamini and Yekutieli 2001), as
/// comparisons of several parts with one whole do.
///
/// # Errors
/// [`Mistake::Probability`] where one is not between 0 and 1.
pub fn benjamini_hochberg(p_values: &[f64]) -> Result<Vec<f64>, Mistake> {
    if p_values.iter().any(|p| !(0.0..=1.0).contains(p)) {
        return Err(Mistake::Probability);
    }
    let mut order: Vec<usize> = (0..p_values.len()).collect();
    let p_of = |place: usize| p_values.get(place).copied().unwrap_or(1.0);
    order.sort_by(|a, b| p_of(*a).total_cmp(&p_of(*b)).then(a.cmp(b)));
    let many = p_values.len() as f64;
    let mut adjusted = vec![1.0; p_values.len()];
    let mut least = 1.0_f64;
    for (below, place) in order.iter().enumerate().rev() {
        least = least.min(p_of(*place) * (many / (below + 1) as f64));
        if let Some(entry) = adjusted.get_mut(*place) {
            *entry = least;
        }
    }
    Ok(adjusted)
}

/// A verdict for each comparison of a family, so that among all "different" the expected share of wrong ones is at most
/// `share_wrong` (usually 0.05). What cannot be judged does not count in the family.
///
/// The interval beside a verdict is that of the single comparison: it may exclude zero where the verdict, which looks at
/// all comparisons of the page, is "not clearly different". The reverse does not happen while `share_wrong` is at most
/// one minus the interval's confidence.
///
/// # Errors
/// [`Mistake::Probability`] for a share that is not between 0 and 1, or a p-value that is none.
pub fn judge(family: &[Result<Comparison, Reason>], share_wrong: f64) -> Result<Vec<Verdict>, Mistake> {
    if !(0.0..=1.0).contains(&share_wrong) {
        return Err(Mistake::Probability);
    }
    let p_values: Vec<f64> = family.iter().flatten().map(|comparison| comparison.p).collect();
    let mut adjusted = benjamini_hochberg(&p_values)?.into_iter();
    let verdict = |member: &Result<Comparison, Reason>| match member {
        Err(reason) => Verdict::CannotBeJudged(*reason),
        Ok(comparison) => {
            let comparison = Comparison { p: adjusted.next().unwrap_or(1.0), ..*comparison };
            if comparison.p <= share_wrong {
                Verdict::Different(comparison)
            } else {
                Verdict::NotClearlyDifferent(comparison)
            }
        }
    };
    Ok(family.iter().map(verdict).collect())
}
