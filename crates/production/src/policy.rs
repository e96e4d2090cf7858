//! `shielded/policy.toml`, as far as it is obeyed: from which count on a table may be shown.

use catalogue::{
    Catalogue, Place, Remark,
    model::Protection,
    policy::{self, Rules},
};

/// What is protected and how. The numbers stay behind the wall.
pub(crate) struct Policy {
    /// Counts from 1 to one less than this are too small to be shown.
    pub(crate) minimum_frequency: i64,
}

/// Reads the policy; without a file, counts of 1 and 2 are too small. Beside the policy there may be warnings; without
/// one, the remarks have an error. Remarks name keys, never values.
pub(crate) fn read(catalogue: &Catalogue, text: Option<&str>) -> Result<(Policy, Vec<Remark>), Vec<Remark>> {
    let (policy, mut remarks) = match text {
        Some(text) => policy::read(catalogue, text),
        None => (Some(policy::Policy::default()), Vec::new()),
    };
    let Some(policy) = policy else { return Err(remarks) };
    let rules: Vec<Rules> = catalogue
        .sources
        .values()
        .filter(|source| source.protection == Protection::Confidential)
        .flat_map(|source| policy.audiences.iter().map(|audience| policy.rules(&source.name, *audience)))
        .collect();
    // Whole tables are refused by one minimum. What the policy wants besides is not done yet, and that is said.
    let is_all = |rules: &Rules| Rules { minimum_frequency: rules.minimum_frequency, ..Rules::default() } == *rules;
    if policy.audiences.len() > 1 || !policy.coarsenings.is_empty() || !rules.iter().all(is_all) {
        remarks.push(Remark::warning("policy-not-yet", Place::File(policy::FILE.to_owned())));
    }
    let minimum = rules.iter().map(|rules| rules.minimum_frequency).max();
    let minimum = minimum.unwrap_or_else(|| Rules::default().minimum_frequency);
    Ok((Policy { minimum_frequency: i64::from(minimum) }, remarks))
}

#[cfg(test)]
mod tests {
    use catalogue::model::MeasureKind;

    use super::*;
    use crate::tests::town;

    #[track_caller]
    fn check(text: Option<&str>, expected: Result<(i64, &[&str]), &[&str]>) {
        let source = town::source(Protection::Confidential, vec![town::measure("m", MeasureKind::Count, None)]);
        let catalogue = town::catalogue(town::areas(2, 2, false), Vec::new(), source, Vec::new());
        let rules = |remarks: Vec<Remark>| remarks.iter().map(|remark| remark.rule).collect::<Vec<_>>();
        match (read(&catalogue, text), expected) {
            (Ok((policy, remarks)), Ok((minimum, expected))) => {
                assert_eq!(policy.minimum_frequency, minimum);
                assert_eq!(rules(remarks), expected);
            }
            (Err(remarks), Err(expected)) => assert_eq!(rules(remarks), expected),
            _ => panic!("{text:?} was read otherwise"),
        }
    }

    #[test]
    fn the_strictest_minimum_holds_for_everything() {
        check(None, Ok((3, &[])));
        check(Some(""), Ok((3, &[])));
        check(Some("[default]\nminimum-frequency = 1\n"), Ok((1, &[])));
        check(Some("default.minimum-frequency = 5\n[[rule]]\nsource = 's'\nminimum-frequency = 10\n"), Ok((10, &[])));
        check(Some("minimum-frequency = 5"), Err(&["policy-outside-of-default"]));
        check(Some("default.minimum-frequency = 0"), Err(&["out-of-range"]));
        check(Some("minimum-frequency = "), Err(&["syntax"]));
    }

    #[test]
    fn what_is_not_obeyed_yet_is_said() {
        check(Some("default.complement = true"), Ok((3, &[])));
        check(Some("default.complement = false"), Ok((3, &["policy-not-yet"])));
        check(Some("default.method = 'rounding'"), Ok((3, &["policy-not-yet"])));
        check(Some("audiences = ['public', 'council']"), Ok((3, &["policy-not-yet"])));
    }
}
