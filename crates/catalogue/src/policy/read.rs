//! Reads the file: its shape first, then its values, then whether they make sense together.

use std::collections::{BTreeMap, BTreeSet};

use super::{
    Attacker, Coarsening, Dominance, Engine, Exception, How, MethodWord, NOISE, Noise, Policy, Settings, Years, Zeros,
    check,
};
use crate::{
    Catalogue,
    document::{self, Node, Value},
    model::Audience,
    names::VariableName,
    read::{at::At, order::in_order},
    remark::{Place, Remark, has_errors},
    shape::{self, policy::RULES},
};

/// Where the policy lies in a monitoring.
pub const FILE: &str = "shielded/policy.toml";

/// Reads the policy of a monitoring. The answer has one only if no remark is an error.
///
/// All mistakes come at once, each at its place in [`FILE`], sorted. They name keys, words and what the catalogue
/// knows, and none of the numbers that the office has chosen.
pub fn read(catalogue: &Catalogue, text: &str) -> (Option<Policy>, Vec<Remark>) {
    let mut remarks = Vec::new();
    let (mut document, sound) = document::parse(FILE, text, &mut remarks);
    if !sound {
        return (None, remarks);
    }
    rules_outside_of_default(&mut document.root, &mut remarks);
    shape::check::check(&document, &shape::policy::POLICY, false, &mut remarks);

    let root = At::root(&document);
    let layers = layers(root);
    let audiences = audiences(root);
    check::references(catalogue, root, &layers, &audiences, &mut remarks);
    let coarsenings = root.list("coarsen").filter_map(|at| coarsening(at).map(|found| (at, found))).collect::<Vec<_>>();
    check::coarsenings(catalogue, root, &coarsenings, &mut remarks);

    let mut settings = layers.iter().map(|layer| layer.exception.clone());
    let policy = Policy {
        audiences,
        coarsenings: coarsenings.into_iter().map(|(_, coarsening)| coarsening).collect(),
        engine: engine(root),
        default: settings.next().map(|first| first.settings).unwrap_or_default(),
        exceptions: settings.collect(),
    };
    check::together(catalogue, root, &layers, &policy, &mut remarks);
    in_order(&BTreeSet::new(), &mut remarks);
    let policy = (!has_errors(&remarks)).then_some(policy);
    (policy, remarks)
}

/// A section with rules, and where it stands.
pub(super) struct Layer<'a> {
    /// The section; `None` where `[default]` is not written.
    pub(super) at: Option<At<'a>>,
    /// What it says. `[default]` is an exception for everything.
    pub(super) exception: Exception,
}

/// `[default]`, then each `[[rule]]` in the order of the file.
fn layers(root: At<'_>) -> Vec<Layer<'_>> {
    let default = root.table("default");
    let settings_of_default = default.map(settings).unwrap_or_default();
    let default =
        Layer { at: default, exception: Exception { source: None, audience: None, settings: settings_of_default } };
    let rules = root.list("rule").map(|at| Layer {
        at: Some(at),
        exception: Exception {
            source: at.name("source"),
            audience: at.word("audience").and_then(audience),
            settings: settings(at),
        },
    });
    std::iter::once(default).chain(rules).collect()
}

/// Rules belong under `[default]`. Outside of it they are remarked as such and taken away, so that nothing else is
/// remarked about them. The first format had `minimum-frequency` there.
fn rules_outside_of_default(root: &mut Node, remarks: &mut Vec<Remark>) {
    let Value::Table(entries) = &mut root.value else { return };
    entries.retain(|entry| {
        let is_rule = RULES.iter().any(|key| key.name == entry.key);
        if is_rule {
            let place = Place::Span(FILE.to_owned(), entry.key_span);
            remarks.push(Remark::error("policy-outside-of-default", place).with("key", &*entry.key).hinted());
        }
        !is_rule
    });
}

fn audiences(root: At<'_>) -> Vec<Audience> {
    if !root.has("audiences") {
        return vec![Audience::Public];
    }
    root.list("audiences").filter_map(|at| audience(at.node.as_text()?)).collect()
}

/// The audience of a word; the shape has the same list.
fn audience(word: &str) -> Option<Audience> {
    match word {
        "public" => Some(Audience::Public),
        "council" => Some(Audience::Council),
        "administration" => Some(Audience::Administration),
        _ => None,
    }
}

fn engine(root: At<'_>) -> Engine {
    match root.word("engine") {
        Some("datafusion") => Engine::DataFusion,
        Some("ballista") => Engine::Ballista { scheduler: root.line("scheduler").unwrap_or_default() },
        _ => Engine::Embedded,
    }
}

fn settings(at: At<'_>) -> Settings {
    Settings {
        method: at.word("method").and_then(|word| match word {
            "suppression" => Some(MethodWord::Suppression),
            "cell-key" => Some(MethodWord::CellKey),
            "rounding" => Some(MethodWord::Rounding),
            "refusal" => Some(MethodWord::Refusal),
            _ => None,
        }),
        minimum_frequency: at.whole("minimum-frequency"),
        zeros: at.word("zeros").and_then(|word| match word {
            "shown" => Some(Zeros::Shown),
            "protected" => Some(Zeros::Protected),
            _ => None,
        }),
        attacker: at.word("attacker").and_then(|word| match word {
            "linear" => Some(Attacker::Linear),
            "non-negative" => Some(Attacker::NonNegative),
            "positive" => Some(Attacker::Positive),
            _ => None,
        }),
        complement: at.has("complement").then(|| at.boolean("complement", true)),
        group_disclosure: at.has("group-disclosure").then(|| variables(at, "group-disclosure")),
        minimum_population: at.whole("minimum-population"),
        rounding_base: at.whole("rounding-base"),
        dominance: at.table("dominance").and_then(dominance),
        p_percent: at.whole("p-percent"),
        years: at.word("years").and_then(|word| match word {
            "apart" => Some(Years::Apart),
            "together" => Some(Years::Together),
            _ => None,
        }),
        loss: at.table("loss").map(|loss| {
            let levels = loss.node.entries().iter().map(|entry| entry.key.as_str());
            levels.filter_map(|key| Some((key.parse().ok()?, loss.whole(key)?))).collect::<BTreeMap<_, u32>>()
        }),
        noise: at.table("noise").map(noise),
    }
}

fn dominance(at: At<'_>) -> Option<Dominance> {
    Some(Dominance { n: at.whole("n")?, k_percent: at.whole("k")? })
}

fn noise(at: At<'_>) -> Noise {
    Noise {
        variance: at.decimal("variance").unwrap_or(NOISE.variance),
        bound: at.whole("bound").unwrap_or(NOISE.bound),
        no_results_up_to: at.whole("no-results-up-to").unwrap_or(NOISE.no_results_up_to),
    }
}

fn variables(at: At<'_>, key: &str) -> BTreeSet<VariableName> {
    at.lines(key).iter().filter_map(|name| name.parse().ok()).collect()
}

fn coarsening(at: At<'_>) -> Option<Coarsening> {
    Some(Coarsening {
        measure: at.name("measure")?,
        by: variables(at, "by"),
        level: at.name("level")?,
        how: match at.word("how")? {
            "up-a-level" => How::UpALevel,
            "drop" => How::Drop(at.name("variable")?),
            "merge" => How::Merge(at.name("variable")?),
            _ => return None,
        },
    })
}
