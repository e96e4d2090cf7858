//! Behind the wall: from deliveries to a release.
//!
//! All modules are private, and so is every number about people until it has passed protection
//! ([`protect::Confidential`]). What leaves is a [`Release`], texts that stay behind the wall (receipt, protocol, ledger,
//! counts of an extract that has to be deleted), and remarks, which name rows, columns and tables and never a number.

mod ask;
mod cube;
mod delivery;
mod gather;
mod ledger;
mod protect;
#[cfg(feature = "register")]
mod register;
#[cfg(test)]
mod tests;

use std::{
    borrow::Cow,
    collections::{BTreeMap, BTreeSet},
};

use catalogue::{
    Catalogue, Place, Remark,
    model::{self, Audience},
    names::SourceName,
    policy::{self, Method, Policy},
};
use release::{Protection, Release};

/// A delivery as it lies on disk.
#[derive(Clone)]
pub struct Delivery<'a> {
    /// Its source.
    pub source: SourceName,
    /// The day it was received, ISO 8601.
    pub received: String,
    /// Its path below the monitoring.
    pub file: String,
    /// Its bytes, as received.
    pub contents: Contents<'a>,
    /// Path and text of the declared corrections.
    pub corrections: Option<(String, String)>,
    /// Path and text of the municipality's table of birth places, for extracts of a register.
    pub birth_places: Option<(String, String)>,
    /// Whether the bytes are the counts that were kept of an extract whose persons had to be deleted ([`counts`]).
    pub counted: bool,
}

/// The bytes of a delivery.
#[derive(Clone, Copy)]
pub enum Contents<'a> {
    /// They are at hand.
    Given(&'a [u8]),
    /// They are read when their turn comes and let go of after it, so that only one delivery is in memory at a time;
    /// nothing if they cannot be read.
    Read(&'a dyn Fn() -> Option<Vec<u8>>),
}

impl<'a> Contents<'a> {
    fn bytes(self) -> Option<Cow<'a, [u8]>> {
        match self {
            Contents::Given(bytes) => Some(Cow::Borrowed(bytes)),
            Contents::Read(read) => read().map(Cow::Owned),
        }
    }
}

/// Who took a delivery in, and when.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReceiptFacts {
    /// Who.
    pub by: String,
    /// When, ISO 8601.
    pub at: String,
}

/// What is going on, for a progress bar.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Stage {
    /// The deliveries of a source are read and checked.
    Reading {
        /// The source.
        source: SourceName,
    },
    /// They are counted into cubes.
    Counting {
        /// The source.
        source: SourceName,
    },
    /// It is decided what each audience may be shown.
    Protecting,
}

/// Another program that counts extracts of a register: it is asked with a line of JSON and answers with some lines, or not
/// at all. Question and answer are about persons: whoever passes them on keeps neither, and shows them to nobody.
///
/// The question is `{"file": path, "sql": text}`: the path of a delivery below the monitoring, and a query about the table
/// `extract` that it holds. The answer is a JSON array a row, and `"end"`.
pub type Engine<'a> = dyn Fn(&str) -> Option<String> + 'a;

/// What a production is made from.
pub struct Inputs<'a> {
    /// The text of `shielded/policy.toml`, if there is one.
    pub policy: Option<&'a str>,
    /// All deliveries.
    pub deliveries: &'a [Delivery<'a>],
    /// The ledger's entries: name of the file and text, in the order in which they were written.
    pub ledger: &'a [(String, String)],
    /// The secret of the office, from which the keys of the cell key method follow: at least 32 bytes.
    pub secret: Option<&'a [u8]>,
    /// What counts extracts of a register, if it is not this program.
    pub engine: Option<&'a Engine<'a>>,
    /// The number of this production.
    pub production: &'a str,
}

/// What a production gives.
pub struct Produced {
    /// For each audience its release, the widest first.
    pub releases: Vec<(Audience, Release)>,
    /// Files of the shielded protocol.
    pub protocol: BTreeMap<String, String>,
    /// A new entry of the ledger. It must be written before a release can be seen.
    pub ledger: String,
}

/// Reads and checks a delivery; gives the text of its receipt, unless the delivery cannot be used.
pub fn receive(catalogue: &Catalogue, delivery: &Delivery<'_>, facts: &ReceiptFacts) -> (Option<String>, Vec<Remark>) {
    let Some(source) = catalogue.sources.get(&delivery.source) else {
        return (None, vec![unknown_source(delivery)]);
    };
    let (read, remarks) = read(catalogue, source, delivery, Purpose::Receipt);
    let keep_days = source.register.as_ref().map(|register| register.keep_days);
    let receipt = read.map(|read| delivery::receipt(delivery, facts, &read, keep_days, &remarks));
    (receipt, remarks)
}

/// The counts of an extract of a register, to be kept in its place when its persons have to be deleted: a text that
/// stays behind the wall. With them everything that was counted can be produced again, and nothing else.
pub fn counts(catalogue: &Catalogue, delivery: &Delivery<'_>) -> (Option<String>, Vec<Remark>) {
    let Some(source) = catalogue.sources.get(&delivery.source) else {
        return (None, vec![unknown_source(delivery)]);
    };
    let (facts, remarks) = read(catalogue, source, delivery, Purpose::Release(None));
    (facts.map(|facts| delivery::counted::write(catalogue, &facts)), remarks)
}

/// What the spellings of places of birth that nobody has confirmed could mean: how many there are in the extracts of
/// registers among these deliveries, and suggestions as a text that stays behind the wall.
#[cfg(feature = "register")]
pub fn suggest_birth_places(
    catalogue: &Catalogue,
    deliveries: &[Delivery<'_>],
    birth_places: Option<(&str, &str)>,
) -> (Option<(usize, String)>, Vec<Remark>) {
    let extracts = deliveries.iter().filter(|delivery| !delivery.counted).filter_map(|delivery| {
        let register = catalogue.sources.get(&delivery.source)?.register.as_ref()?;
        Some((register, delivery.file.as_str(), delivery.contents.bytes().map(register::shared)))
    });
    register::suggestions(extracts, birth_places)
}

/// From deliveries to releases: the tables that the indicators ask for, counted, protected. Of several deliveries of
/// a source that speak of the same period, the one received last counts; on the same day, the later in the list.
pub fn produce(
    catalogue: &Catalogue,
    inputs: &Inputs<'_>,
    report: &mut dyn FnMut(Stage),
) -> (Option<Produced>, Vec<Remark>) {
    let deliveries = inputs.deliveries;
    let mut remarks: Vec<Remark> = deliveries
        .iter()
        .filter(|delivery| !catalogue.sources.contains_key(&delivery.source))
        .map(unknown_source)
        .collect();
    let (policy, found) = match inputs.policy {
        Some(text) => policy::read(catalogue, text),
        None => (Some(Policy::default()), Vec::new()),
    };
    remarks.extend(found);
    let ledger = ledger::Ledger::read(inputs.ledger).map_err(|faults| remarks.extend(faults));
    let (Some(policy), Ok(ledger)) = (policy, ledger) else { return (None, remarks) };
    let asked = ask::tables(catalogue, &policy);
    let mut measures = ask::measures(catalogue, &asked);
    // What was released before binds what is released now, whether it is still asked for or not.
    let earlier = ledger.tables(catalogue).into_iter().map(|(measure, _, _)| measure);
    measures.extend(earlier.filter(|key| catalogue.measure(key).is_some()));
    let needed: BTreeSet<&SourceName> = measures.iter().map(|key| &key.source).collect();

    let (mut cubes, mut notes) = (BTreeMap::new(), Vec::new());
    for source in catalogue.sources.values().filter(|source| needed.contains(&source.name)) {
        report(Stage::Reading { source: source.name.clone() });
        let (mut received, mut files) = (Vec::new(), Vec::new());
        for delivery in deliveries.iter().filter(|delivery| delivery.source == source.name) {
            let (facts, found) = read(catalogue, source, delivery, Purpose::Release(inputs.engine));
            remarks.extend(found);
            if let Some(facts) = facts {
                received.push(gather::Received { on: delivery.received.clone(), facts });
                files.push(delivery.file.as_str());
            }
        }
        let parts: Vec<delivery::Part<'_>> =
            files.iter().zip(&received).map(|(file, part)| (*file, part.on.as_str(), &part.facts)).collect();
        remarks.extend(delivery::against_series(catalogue, source, &parts));
        if received.is_empty() {
            let place = Place::File(format!("open/sources/{}.toml", source.name));
            remarks
                .push(Remark::warning("source-without-delivery", place).with("source", source.name.as_str()).hinted());
        }
        report(Stage::Counting { source: source.name.clone() });
        notes.extend(gather::notes(source, &received));
        match gather::cubes(catalogue, source, &received, &measures, cube::DENSE_CELLS) {
            Ok(counted) => cubes.extend(counted),
            Err(fault) => remarks.push(fault),
        }
    }
    if catalogue::remark::has_errors(&remarks) {
        return (None, remarks);
    }

    report(Stage::Protecting);
    let bounds = protect::Bounds { policy: &policy, ledger: &ledger, secret: inputs.secret };
    let passed = protect::protect(catalogue, &bounds, &asked, cubes);
    remarks.extend(passed.remarks);
    if catalogue::remark::has_errors(&remarks) {
        return (None, remarks);
    }
    let releases = passed.tables.into_iter().map(|(audience, tables)| {
        let released: BTreeSet<SourceName> = tables.iter().map(|table| table.key.measure.source.clone()).collect();
        let deliveries = notes.iter().filter(|note| released.contains(&note.source)).cloned().collect();
        let method = |source: SourceName| {
            let method = protection(&catalogue.sources[&source], &policy, audience);
            (source, method)
        };
        (audience, Release { tables, deliveries, protection: released.into_iter().map(method).collect() })
    });
    let produced = Produced { releases: releases.collect(), protocol: passed.protocol, ledger: passed.ledger };
    (Some(produced), remarks)
}

pub use protect::{Unverified, Verified};

/// Checks a proof of the protocol against a release: that no withheld count of it can be shown to be below the minimum
/// by anyone who has the release. Nothing else is needed, neither deliveries nor trust in this program.
///
/// # Errors
/// A proof that cannot be read, names what the release does not define, or does not hold.
pub fn verify(catalogue: &Catalogue, release: &Release, proof: &str) -> Result<Verified, Unverified> {
    protect::verify(catalogue, release, proof)
}

/// How the figures of a source are protected towards an audience, as everyone may know it.
fn protection(source: &model::Source, policy: &Policy, audience: Audience) -> Protection {
    match (source.protection, policy.rules(&source.name, audience).method) {
        (model::Protection::AlreadyPublic, _) => Protection::AlreadyPublic,
        (model::Protection::Confidential, Method::Suppression) => Protection::Suppression,
        (model::Protection::Confidential, Method::Refusal) => Protection::Refusal,
        (model::Protection::Confidential, Method::Rounding { base }) => Protection::Rounding { base },
        (model::Protection::Confidential, Method::CellKey(noise)) => {
            Protection::CellKey { variance_thousandths: (noise.variance * 1000.0).round() as u32, bound: noise.bound }
        }
    }
}

/// What a delivery is read for.
#[derive(Clone, Copy)]
enum Purpose<'e> {
    /// For its receipt: here, with all that is to be known of how sure the answers are.
    Receipt,
    /// For a release: by another engine, where one is declared.
    Release(Option<&'e Engine<'e>>),
}

fn read(
    catalogue: &Catalogue,
    source: &model::Source,
    delivery: &Delivery<'_>,
    purpose: Purpose<'_>,
) -> (Option<delivery::Facts>, Vec<Remark>) {
    let Some(bytes) = delivery.contents.bytes() else {
        return (None, vec![Remark::error("delivery-gone", Place::File(delivery.file.clone())).hinted()]);
    };
    if let Some(register) = &source.register {
        if delivery.counted {
            return delivery::counted::read(catalogue, source, register, &delivery.file, &bytes);
        }
        return persons(catalogue, source, register, delivery, bytes, purpose);
    }
    let corrections = delivery.corrections.as_ref().map(|(path, text)| (path.as_str(), text.as_str()));
    delivery::read(catalogue, source, &delivery.file, &bytes, corrections)
}

/// Reads an extract of a register.
#[cfg(feature = "register")]
fn persons(
    catalogue: &Catalogue,
    source: &model::Source,
    register: &model::Register,
    delivery: &Delivery<'_>,
    bytes: Cow<'_, [u8]>,
    purpose: Purpose<'_>,
) -> (Option<delivery::Facts>, Vec<Remark>) {
    let places = delivery.birth_places.as_ref().map(|(path, text)| (path.as_str(), text.as_str()));
    register::read(catalogue, source, register, &delivery.file, register::shared(bytes), places, purpose)
}

/// This program takes in no microdata.
#[cfg(not(feature = "register"))]
fn persons(
    _: &Catalogue,
    _: &model::Source,
    _: &model::Register,
    delivery: &Delivery<'_>,
    _: Cow<'_, [u8]>,
    _: Purpose<'_>,
) -> (Option<delivery::Facts>, Vec<Remark>) {
    (None, vec![Remark::error("register-not-built", Place::File(delivery.file.clone())).hinted()])
}

fn unknown_source(delivery: &Delivery<'_>) -> Remark {
    Remark::error("delivery-unknown-source", Place::File(delivery.file.clone()))
        .with("source", delivery.source.as_str())
        .hinted()
}
