//! Whether what the policy names is there, and whether its rules make sense together.

use super::{
    Attacker, Coarsening, How, Method, Policy, Rules, Years, Zeros,
    read::{FILE, Layer},
};
use crate::{
    Catalogue,
    model::{Audience, Protection},
    names::SourceName,
    read::{
        at::At,
        known::{self, unknown},
        sources::{delivered, noise_exists},
    },
    remark::{Place, Remark, has_errors_at},
    shape::policy::{AUDIENCES, RULES},
};

/// Sources, audiences, variables and levels that the rules name.
pub(super) fn references(
    catalogue: &Catalogue,
    root: At<'_>,
    layers: &[Layer<'_>],
    audiences: &[Audience],
    remarks: &mut Vec<Remark>,
) {
    // A misspelt audience has been remarked; what it was meant to be is not missing as well.
    let certain = !root.has("audiences") || root.list("audiences").count() == audiences.len();
    order(root, remarks);
    if certain && !audiences.is_empty() {
        editions(catalogue, root, audiences, remarks);
    }
    for (at, layer) in layers.iter().filter_map(|layer| Some((layer.at?, layer))) {
        if let Some(name) = &layer.exception.source {
            match catalogue.sources.get(name) {
                None => {
                    let names = catalogue.sources.keys().map(SourceName::as_str);
                    remarks.push(unknown("source", name.as_str(), "", names, at.place_of("source")));
                }
                Some(source) if source.protection == Protection::AlreadyPublic => {
                    let remark = Remark::warning("policy-source-public", at.place_of("source"));
                    remarks.push(remark.with("source", name.as_str()));
                }
                Some(_) => {}
            }
        }
        if let Some(named) = layer.exception.audience.filter(|named| certain && !audiences.contains(named)) {
            remarks.push(unknown("audience", word(named), "", [], at.place_of("audience")));
        }
        for item in at.list("group-disclosure") {
            let Some(name) = item.node.as_text() else { continue };
            known::variable(&catalogue.variables, name, || item.place(), remarks);
        }
        for entry in at.entries("loss") {
            level(catalogue, &entry.key, Place::Span(FILE.to_owned(), entry.key_span), remarks);
        }
        if let (Some(noise), Some(table)) = (layer.exception.settings.noise, at.table("noise"))
            && !noise_exists(noise.variance, noise.bound)
            && !["variance", "bound"].iter().any(|key| has_errors_at(remarks, &table.place_of(key)))
        {
            remarks.push(Remark::error("noise-impossible", table.place_of("variance")));
        }
    }
}

/// The list of audiences is not empty and goes from the widest to the narrowest.
fn order(root: At<'_>, remarks: &mut Vec<Remark>) {
    if root.has("audiences") && root.list("audiences").next().is_none() {
        remarks.push(Remark::error("policy-no-audience", root.place_of("audiences")));
    }
    for (here, item) in root.list("audiences").enumerate() {
        let Some(own) = item.node.as_text().filter(|own| AUDIENCES.contains(own)) else { continue };
        let earlier = || root.list("audiences").take(here).filter_map(|item| item.node.as_text());
        let rank = |word: &str| AUDIENCES.iter().position(|known| *known == word);
        if earlier().any(|word| word == own) {
            let remark = Remark::error("duplicate", item.place());
            remarks.push(remark.with("kind", "audience").with("name", own));
        } else if let Some(narrower) = earlier().find(|word| rank(word) > rank(own)) {
            let remark = Remark::error("policy-audience-order", item.place());
            remarks.push(remark.with("wider", own).with("narrower", narrower));
        }
    }
}

/// Editions are made for audiences that the policy knows.
fn editions(catalogue: &Catalogue, root: At<'_>, audiences: &[Audience], remarks: &mut Vec<Remark>) {
    for edition in catalogue.editions.values().filter(|edition| !audiences.contains(&edition.audience)) {
        let remark = Remark::warning("policy-edition-audience", root.place_of("audiences"));
        remarks.push(remark.with("edition", edition.name.as_str()).with("audience", word(edition.audience)));
    }
}

fn level(catalogue: &Catalogue, name: &str, place: Place, remarks: &mut Vec<Remark>) {
    if !catalogue.levels.iter().any(|level| level.name.as_str() == name) {
        let names = catalogue.levels.iter().map(|level| level.name.as_str());
        remarks.push(unknown("level", name, "", names, place));
    }
}

/// Coarsenings: what they name is there, and there is something to be made coarser.
pub(super) fn coarsenings(
    catalogue: &Catalogue,
    root: At<'_>,
    read: &[(At<'_>, Coarsening)],
    remarks: &mut Vec<Remark>,
) {
    for item in root.list("coarsen").flat_map(|at| at.list("by")) {
        let Some(name) = item.node.as_text() else { continue };
        known::variable(&catalogue.variables, name, || item.place(), remarks);
    }
    for (here, (at, coarsening)) in read.iter().enumerate() {
        level(catalogue, coarsening.level.as_str(), at.place_of("level"), remarks);
        measure(catalogue, *at, coarsening, remarks);
        if read.iter().take(here).any(|(_, earlier)| earlier == coarsening) {
            let remark = Remark::error("duplicate", at.place());
            remarks.push(remark.with("kind", "coarsening").with("name", coarsening.measure.to_string()));
        }
        let known_level = catalogue.levels.iter().find(|level| level.name == coarsening.level);
        match &coarsening.how {
            How::UpALevel if known_level.is_some_and(|level| level.parent.is_none()) => {
                let remark = Remark::error("policy-no-level-above", at.place_of("how"));
                remarks.push(remark.with("level", coarsening.level.as_str()));
            }
            How::UpALevel => {}
            How::Drop(name) | How::Merge(name) if !coarsening.by.contains(name) => {
                let remark = Remark::error("policy-variable-not-by", at.place_of("variable"));
                remarks.push(remark.with("variable", name.as_str()));
            }
            How::Drop(_) => {}
            How::Merge(name) => {
                let variable = catalogue.variables.get(name);
                if variable.is_some_and(|variable| variable.categories.iter().all(|c| c.parent.is_none())) {
                    let remark = Remark::error("policy-nothing-to-merge", at.place_of("variable"));
                    remarks.push(remark.with("variable", name.as_str()).hinted());
                }
            }
        }
    }
}

fn measure(catalogue: &Catalogue, at: At<'_>, coarsening: &Coarsening, remarks: &mut Vec<Remark>) {
    let key = &coarsening.measure;
    let Some(source) = catalogue.sources.get(&key.source) else {
        let names = catalogue.sources.keys().map(SourceName::as_str);
        remarks.push(unknown("source", key.source.as_str(), "", names, at.place_of("measure")));
        return;
    };
    if catalogue.measure(key).is_none() {
        let names = source.measures.iter().map(|measure| measure.name.as_str());
        let place = at.place_of("measure");
        remarks.push(unknown("measure", key.measure.as_str(), key.source.as_str(), names, place));
    }
    let delivered = delivered(source);
    for item in at.list("by") {
        let name = item.node.as_text().and_then(|name| name.parse().ok());
        let Some(name) = name.filter(|name| catalogue.variables.contains_key(name) && !delivered.contains(name)) else {
            continue;
        };
        let remark = Remark::error("not-delivered", item.place());
        remarks.push(remark.with("variable", name.as_str()).with("source", key.source.as_str()));
    }
}

/// Whether the rules make sense together, for each source that needs protection and each audience.
pub(super) fn together(
    catalogue: &Catalogue,
    root: At<'_>,
    layers: &[Layer<'_>],
    policy: &Policy,
    remarks: &mut Vec<Remark>,
) {
    for at in layers.iter().skip(1).filter_map(|layer| layer.at) {
        if !at.has("source") && !at.has("audience") {
            remarks.push(Remark::warning("policy-rule-for-all", at.place()));
        }
        if !RULES.iter().any(|key| at.has(key.name)) {
            remarks.push(Remark::warning("policy-rule-empty", at.place()));
        }
    }
    if let Some(scheduler) = root.line("scheduler") {
        let port = scheduler.rsplit_once(':').filter(|(host, _)| !host.is_empty()).map(|(_, port)| port.parse::<u16>());
        if !matches!(port, Some(Ok(1..))) {
            remarks.push(Remark::error("policy-scheduler", root.place_of("scheduler")).hinted());
        }
    }
    let sources: Vec<&SourceName> = catalogue
        .sources
        .values()
        .filter(|source| source.protection == Protection::Confidential)
        .map(|source| &source.name)
        .collect();
    let table = Sections { root, layers };
    table.without_method(policy, &sources, remarks);
    for source in sources {
        let mut wider: Option<(Audience, Rules)> = None;
        for &audience in &policy.audiences {
            let rules = policy.rules(source, audience);
            table.zeros(source, audience, &rules, remarks);
            if let Some((wide, wide_rules)) = &wider {
                table.narrower(source, (*wide, wide_rules), (audience, &rules), remarks);
            }
            wider = Some((audience, rules));
        }
    }
}

/// The sections of the file, to find out where a rule comes from.
struct Sections<'a> {
    root: At<'a>,
    layers: &'a [Layer<'a>],
}

impl<'a> Sections<'a> {
    /// The last section that sets one of these keys for this source and audience: its number and the key's place.
    fn last(&self, source: &SourceName, audience: Audience, keys: &[&str]) -> Option<(usize, Place)> {
        let fitting = self.layers.iter().enumerate().filter(|(_, layer)| layer.exception.fits(source, audience));
        let written = fitting.filter_map(|(number, layer)| Some((number, layer.at?)));
        written.rev().find_map(|(number, at)| {
            let key = keys.iter().find(|key| at.has(key))?;
            Some((number, at.place_of(key)))
        })
    }

    fn place(&self, found: Option<(usize, Place)>) -> Place {
        found.map_or_else(|| self.root.place(), |(_, place)| place)
    }

    /// What a method needs besides has no effect where nothing is protected by that method.
    fn without_method(&self, policy: &Policy, sources: &[&SourceName], remarks: &mut Vec<Remark>) {
        for (key, method) in [("rounding-base", "rounding"), ("noise", "cell-key")] {
            for layer in self.layers.iter() {
                let Some(at) = layer.at.filter(|at| at.has(key) && !has_errors_at(remarks, &at.place_of(key))) else {
                    continue;
                };
                let mut fitting = sources
                    .iter()
                    .flat_map(|source| policy.audiences.iter().map(move |audience| (*source, *audience)))
                    .filter(|(source, audience)| layer.exception.fits(source, *audience))
                    .peekable();
                // That a rule fits nothing has other reasons, which are remarked.
                let is_needed = fitting.peek().is_none()
                    || fitting.any(|(source, audience)| policy.rules(source, audience).method.word() == method);
                if !is_needed {
                    let remark = Remark::error("policy-needs-method", at.place_of(key));
                    remarks.push(remark.with("key", key).with("method", method));
                }
            }
        }
    }

    /// An attacker who counts on shown zeros needs them; a group that lies wholly in one category shows by its zeros.
    fn zeros(&self, source: &SourceName, audience: Audience, rules: &Rules, remarks: &mut Vec<Remark>) {
        if rules.zeros == Zeros::Protected && rules.attacker == Attacker::Positive {
            let place = self.place(self.last(source, audience, &["attacker", "zeros"]));
            remarks.push(Remark::error("policy-attacker-needs-zeros", place).hinted());
        }
        if rules.zeros == Zeros::Shown && !rules.group_disclosure.is_empty() {
            let place = self.place(self.last(source, audience, &["group-disclosure", "zeros"]));
            remarks.push(Remark::error("policy-group-disclosure-needs-zeros", place).hinted());
        }
    }

    /// A narrower audience sees all that a wider one sees: stricter rules for it protect nothing, and figures that are
    /// protected in two ways give each other away.
    fn narrower(
        &self,
        source: &SourceName,
        (wide, wider): (Audience, &Rules),
        (narrow, narrower): (Audience, &Rules),
        remarks: &mut Vec<Remark>,
    ) {
        let methods = [narrower.method.word(), wider.method.word()];
        let [own, other] = methods;
        if own != other && !methods.contains(&"refusal") {
            let remark = Remark::error("policy-two-methods", self.later(source, wide, narrow, "method"));
            remarks.push(remark.with("wider", word(wide)).with("narrower", word(narrow)));
        }
        for (key, stricter) in STRICTER.iter().filter(|(key, _)| *key == "method" || own == other) {
            if stricter(narrower, wider) {
                let remark = Remark::warning("policy-stricter", self.later(source, wide, narrow, key));
                remarks.push(remark.with("key", *key).with("wider", word(wide)).with("narrower", word(narrow)));
            }
        }
    }

    /// Where two audiences part: the later of the two places that set the key for them.
    fn later(&self, source: &SourceName, wide: Audience, narrow: Audience, key: &str) -> Place {
        self.place([wide, narrow].into_iter().filter_map(|a| self.last(source, a, &[key])).max_by_key(|found| found.0))
    }
}

/// For each key, whether the first rules are stricter than the second.
type Stricter = fn(&Rules, &Rules) -> bool;
const STRICTER: &[(&str, Stricter)] = &[
    ("method", |a, b| matches!(a.method, Method::Refusal) && !matches!(b.method, Method::Refusal)),
    ("minimum-frequency", |a, b| a.minimum_frequency > b.minimum_frequency),
    ("minimum-population", |a, b| a.minimum_population > b.minimum_population),
    ("zeros", |a, b| a.zeros == Zeros::Protected && b.zeros == Zeros::Shown),
    // Whether zeros are shown decides which attackers there are.
    ("attacker", |a, b| a.zeros == b.zeros && a.attacker > b.attacker),
    ("complement", |a, b| a.complement && !b.complement),
    ("p-percent", |a, b| a.p_percent > b.p_percent),
    ("years", |a, b| a.years == Years::Together && b.years == Years::Apart),
];

/// The word of an audience in definition files.
fn word(of: Audience) -> &'static str {
    match of {
        Audience::Public => "public",
        Audience::Council => "council",
        Audience::Administration => "administration",
    }
}
