//! Whether tables can be joined like the branches of a tree.
//!
//! If they can, every set of tables that agree where they overlap is the margin of some table of all attributes. If they
//! cannot, as with sex × area, age × area and sex × age, then zeros and small numbers may let someone solve for single
//! cells of the joined table, which nobody shows (Dobra and Fienberg 2000): those need protection, too.

use std::collections::BTreeSet;

/// What is left of the sets of attributes after all branches have been taken off (Graham, Yu and Özsoyoğlu);
/// nothing if the sets are a tree.
pub(super) fn core<A: Ord + Clone>(sets: &[BTreeSet<A>]) -> Vec<BTreeSet<A>> {
    let mut sets: Vec<BTreeSet<A>> = sets.to_vec();
    loop {
        let before = sets.clone();
        // An attribute of a single set joins nothing.
        for place in 0..sets.len() {
            let others: BTreeSet<A> =
                sets.iter().enumerate().filter(|(other, _)| *other != place).flat_map(|(_, set)| set.clone()).collect();
            sets[place].retain(|attribute| others.contains(attribute));
        }
        // A set within another is a branch of it; of equal sets, the first stays.
        let contained = |place: usize| {
            sets.iter().enumerate().any(|(other, set)| {
                other != place && sets[place].is_subset(set) && (sets[place] != *set || other < place)
            })
        };
        let keep: Vec<bool> = (0..sets.len()).map(|place| !sets[place].is_empty() && !contained(place)).collect();
        let mut keep = keep.into_iter();
        sets.retain(|_| keep.next().unwrap_or(false));
        if sets == before {
            return sets;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(sets: &[&str], expected: &[&str]) {
        let set = |text: &&str| text.chars().collect::<BTreeSet<char>>();
        let sets: Vec<_> = sets.iter().map(set).collect();
        assert_eq!(core(&sets), expected.iter().map(set).collect::<Vec<_>>());
    }

    #[test]
    fn branches_are_taken_off() {
        check(&[], &[]);
        check(&["ab"], &[]);
        check(&["ab", "bc", "cd"], &[]);
        check(&["abc", "ab", "bcd", "ce"], &[]);
        check(&["ab", "bc", "ca"], &["ab", "bc", "ac"]);
        check(&["abx", "bc", "ca", "ad"], &["ab", "bc", "ac"]);
        check(&["ab", "bc", "ca", "abc"], &[]);
    }
}
