//! The gate before publication (R082, R091): what must and what should be in place, from the definitions, the release
//! and the day.

use catalogue::{
    Catalogue,
    model::{Audience, Edition, GateCheck, Indicator, Override, Perspective, TargetState},
};
use words::Language;

use crate::{compose::Facts, fill::unresolved, measure::Measures};

/// Whether publication waits for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Weight {
    /// Nothing is published before it is done, or overridden with a reason.
    Blocking,
    /// It is said, and publication goes on.
    Warning,
}

/// One point of the list.
#[derive(Debug, Clone)]
pub struct Point<'a> {
    /// What was looked at.
    pub check: GateCheck,
    /// Whether publication waits for it.
    pub weight: Weight,
    /// What is still open: names of indicators, targets or files, or a day. Empty: done.
    pub open: Vec<String>,
    /// Who lets it pass all the same, and why; recorded in the edition.
    pub overridden: Option<&'a Override>,
}

impl Point<'_> {
    /// Whether publication has to wait for it.
    pub fn blocks(&self) -> bool {
        self.weight == Weight::Blocking && !self.open.is_empty() && self.overridden.is_none()
    }
}

/// All points, in the order in which they are worked off. `today` is an ISO 8601 date.
///
/// A statistics office that is kept apart has to sign what leaves it; where none is declared, its signature is only
/// missed. A number in a text that the release withholds is said to be withheld on the page, so it does not block. That
/// charts have sentences, tables and sources needs no point: no page can be made without.
///
/// `seen` is what the definitions and the release say beside that.
pub fn gate<'a>(
    catalogue: &Catalogue,
    measures: &Measures,
    facts: &Facts<'a>,
    today: &str,
    seen: Seen,
) -> Vec<Point<'a>> {
    use Weight::{Blocking, Warning};
    let edition = facts.edition;
    let of_office = if catalogue.monitoring.shielded_office { Blocking } else { Warning };
    let references = unresolved(catalogue, measures).into_iter().map(|one| format!("{}: {}", one.file, one.reference));
    [
        (GateCheck::Embargo, Blocking, embargo(edition, today)),
        (GateCheck::SignedOff, of_office, signed_off(facts)),
        (GateCheck::References, Warning, references.collect()),
        (GateCheck::Interpretations, Warning, interpretations(catalogue, edition)),
        (GateCheck::Targets, Warning, targets(catalogue)),
        (GateCheck::Balance, Warning, balance(catalogue)),
        (GateCheck::PlainLanguage, Warning, plain_language(catalogue, edition)),
        (GateCheck::Texts, Warning, texts(facts, seen.unchanged_texts)),
        (GateCheck::Remarks, Warning, seen.remarked),
    ]
    .into_iter()
    .map(|(check, weight, open)| {
        let overridden = edition.overrides.iter().find(|one| one.check == check).filter(|_| !open.is_empty());
        Point { check, weight, open, overridden }
    })
    .collect()
}

/// What was seen when the definitions were checked and the release was opened.
#[derive(Debug, Clone, Default)]
pub struct Seen {
    /// Files of interpretations that stand as they stood when the release was sealed.
    pub unchanged_texts: Vec<String>,
    /// What warnings are about that are still open.
    pub remarked: Vec<String>,
}

/// Texts that were there before the figures speak of other figures, unless someone has read them since.
fn texts(facts: &Facts<'_>, unchanged: Vec<String>) -> Vec<String> {
    let read = facts.edition.texts_read.as_ref().is_some_and(|read| read.on.as_str() >= facts.sealed_on);
    if read { Vec::new() } else { unchanged }
}

/// Not before the day that was agreed with those who get it first (R078).
fn embargo(edition: &Edition, today: &str) -> Vec<String> {
    // Days as ISO 8601 sort as they follow each other.
    edition.embargo.iter().filter(|day| today < day.as_str()).cloned().collect()
}

/// The statistics office signs a release after it was sealed, not before.
fn signed_off(facts: &Facts<'_>) -> Vec<String> {
    let signed = facts.edition.signed_off.as_ref().is_some_and(|signed| signed.on.as_str() >= facts.sealed_on);
    if signed { Vec::new() } else { vec![facts.release.as_str().to_owned()] }
}

/// An interpretation stands beside the charts of each indicator, in each language of the edition.
fn interpretations(catalogue: &Catalogue, edition: &Edition) -> Vec<String> {
    let lacks = |indicator: &&Indicator| {
        let written = catalogue.texts.interpretations.get(&indicator.name);
        edition.languages.iter().any(|language| match (written, language) {
            (None, _) => true,
            (Some(text), Language::En) => text.en.is_none(),
            (Some(_), Language::De) => false,
        })
    };
    catalogue.current().filter(lacks).map(|indicator| indicator.name.to_string()).collect()
}

/// Targets that lack a signature are no targets yet.
fn targets(catalogue: &Catalogue) -> Vec<String> {
    let proposed = catalogue.goals.targets.iter().filter(|target| target.state() == TargetState::Proposed);
    proposed.map(|target| target.name.to_string()).collect()
}

/// Strengths have room beside deficits (R047): neither side has more than three times as many indicators.
fn balance(catalogue: &Catalogue) -> Vec<String> {
    let of = |perspective| catalogue.current().filter(|one| one.perspective == perspective).count();
    let (strengths, deficits) = (of(Perspective::Strength), of(Perspective::Deficit));
    let (less, more) = (strengths.min(deficits), strengths.max(deficits));
    if more >= 3 && more > 3 * less { vec![format!("{strengths} : {deficits}")] } else { Vec::new() }
}

/// The most important in plain language, for everyone, in German at least: Leichte Sprache is a German one.
fn plain_language(catalogue: &Catalogue, edition: &Edition) -> Vec<String> {
    let needed = edition.audience == Audience::Public && edition.languages.contains(&Language::De);
    let missing = needed && catalogue.texts.plain.is_none();
    missing.then(|| "open/texts/plain.de.md".to_owned()).into_iter().collect()
}
