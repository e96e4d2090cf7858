//! Puts remarks in order and leaves out those that only follow from another: whoever mends the cause mends them too.

use std::collections::BTreeSet;

use super::files::LEVELS;
use crate::remark::{Place, Remark, Severity, Word};

/// Sorts remarks by file and place and drops what only follows from another.
pub(crate) fn in_order(broken: &BTreeSet<String>, remarks: &mut Vec<Remark>) {
    let causes = Causes::of(remarks);
    remarks.retain(|remark| {
        let is_in_broken_file = path(remark).is_some_and(|path| broken.contains(path)) && remark.rule != "syntax";
        !is_in_broken_file && !causes.explain(remark)
    });
    remarks.sort_by(|a, b| order(a).cmp(&order(b)));
    remarks.dedup();
}

/// By file, place within it, weight and rule; what belongs to no file comes last.
fn order(remark: &Remark) -> impl Ord + use<'_> {
    let (start, end) = match &remark.place {
        Place::Span(_, span) => (span.start, span.end),
        Place::Monitoring | Place::File(_) | Place::Row { .. } => (0, 0),
    };
    (path(remark).is_none(), path(remark), start, end, remark.severity, remark.rule, &remark.words)
}

fn path(remark: &Remark) -> Option<&str> {
    match &remark.place {
        Place::Monitoring => None,
        Place::File(path) | Place::Span(path, _) | Place::Row { file: path, .. } => Some(path),
    }
}

fn word<'a>(remark: &'a Remark, name: &str) -> &'a str {
    match remark.words.iter().find(|(key, _)| *key == name) {
        Some((_, Word::Text(text))) => text,
        _ => "",
    }
}

/// Files in which something is wrong that shows elsewhere.
struct Causes {
    /// Files with any error.
    faulty: BTreeSet<String>,
    /// Files in which a name could not be read: what refers to it finds nothing.
    nameless: BTreeSet<String>,
    /// How the levels lie above each other is not certain.
    levels: bool,
}

impl Causes {
    fn of(remarks: &[Remark]) -> Causes {
        let errors = || remarks.iter().filter(|remark| remark.severity == Severity::Error);
        let paths = |is_cause: fn(&Remark) -> bool| {
            errors().filter(|remark| is_cause(remark)).filter_map(path).map(str::to_owned).collect::<BTreeSet<String>>()
        };
        let mut nameless = paths(|remark| match remark.rule {
            "syntax" | "bad-name" | "wrong-type" | "duplicate" | "file-name" | "unknown-file" => true,
            "missing-key" => matches!(word(remark, "key"), "code" | "name") || word(remark, "key").starts_with('['),
            _ => false,
        });
        nameless.extend(errors().filter(|r| r.rule == "missing-file").map(|r| word(r, "file").to_owned()));
        let is_missing_levels = |remark: &Remark| remark.rule == "missing-file" && word(remark, "file") == LEVELS;
        Causes {
            faulty: paths(|remark| !matches!(remark.rule, "reference-impossible" | "reference-malformed")),
            nameless,
            levels: errors().any(is_missing_levels)
                || errors().filter(|remark| path(remark) == Some(LEVELS)).any(|remark| {
                    let rules = ["syntax", "bad-name", "wrong-type", "missing-key", "cycle", "first-level", "either"];
                    rules.contains(&remark.rule) || remark.rule == "unknown-reference"
                }),
        }
    }

    fn explain(&self, remark: &Remark) -> bool {
        let within = |paths: &BTreeSet<String>, start: &str| paths.iter().any(|path| path.starts_with(start));
        let of = word(remark, "of");
        match remark.rule {
            "unknown-reference" => match word(remark, "kind") {
                // The levels themselves are looked at even if one of them is not certain.
                "level" => self.levels && (path(remark) != Some(LEVELS) || self.nameless.contains(LEVELS)),
                "area" => self.levels || within(&self.nameless, "open/areas/"),
                "variable" => within(&self.nameless, "open/variable"),
                "concept" => within(&self.nameless, "open/concepts/"),
                "version" => self.nameless.contains(&format!("open/concepts/{of}.toml")),
                "category" => self.nameless.contains(&format!("open/variables/{of}.toml")),
                "source" => within(&self.nameless, "open/sources/"),
                "measure" => self.nameless.contains(&format!("open/sources/{of}.toml")),
                "measure-here" | "column" | "objective" | "target" => {
                    path(remark).is_some_and(|path| self.nameless.contains(path))
                }
                _ => within(&self.nameless, "open/fields/"),
            },
            "parent-level" | "parent-of-first" | "area-without-parent" | "first-level-areas" | "code-of-whole" => {
                self.levels || path(remark).is_some_and(|path| self.nameless.contains(path))
            }
            "union-not-below" | "unused-file" => self.levels,
            "geojson-unknown-code" | "outlines-missing" => {
                self.levels || self.faulty.iter().any(|path| path.starts_with("open/areas/") && path.ends_with(".toml"))
            }
            "against-itself" | "layout-without-period" | "layout-without-measure" => {
                path(remark).is_some_and(|path| self.nameless.contains(path))
            }
            "target-without-figures" | "target-against-polarity" => {
                let file = format!("/{}.toml", word(remark, "indicator"));
                self.levels || self.faulty.iter().any(|path| path.ends_with(&file))
            }
            "not-delivered" => self.faulty.contains(&format!("open/sources/{}.toml", word(remark, "source"))),
            "reference-impossible" => {
                let file = format!("/{}.toml", word(remark, "indicator"));
                self.levels || self.faulty.iter().any(|path| path.ends_with(&file))
            }
            _ => false,
        }
    }
}
