//! The concepts that come with the program: rules in use, written in our own words. An office copies those that it
//! wants into `open/concepts/` and owns them from then on.

/// Name and text of each concept.
pub(crate) fn concepts() -> &'static [(&'static str, &'static str)] {
    CONCEPTS
}

/// The text of a concept.
pub(crate) fn concept(name: &str) -> Option<&'static str> {
    CONCEPTS.iter().find(|(known, _)| *known == name).map(|(_, text)| *text)
}

macro_rules! embedded {
    ($($name:literal,)*) => {
        &[$(($name, include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/concepts/", $name, ".toml"))),)*]
    };
}

/// Sorted by name; a test holds that no file of the folder is missing here.
const CONCEPTS: &[(&str, &str)] = embedded![
    "age-group",
    "citizenship",
    "duration-of-stay",
    "family-language",
    "generation",
    "household-type",
    "immigration-history",
    "migration-background",
    "qualification",
    "sex",
    "social-situation",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_file_is_part_of_the_program_and_without_remarks() {
        let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("concepts");
        let mut names: Vec<String> = std::fs::read_dir(folder)
            .unwrap()
            .map(|entry| entry.unwrap().path().file_stem().unwrap().to_str().unwrap().to_owned())
            .collect();
        names.sort();
        assert_eq!(names, concepts().iter().map(|(name, _)| *name).collect::<Vec<_>>());
        for (name, text) in concepts() {
            let (concept, remarks) = catalogue::read_concept(&name.parse().unwrap(), name, text, true);
            assert_eq!(remarks, [], "{name}");
            assert!(!concept.unwrap().versions.is_empty());
        }
    }
}
