//! What a monitoring is made of, once its definitions have been read. Plain data with public fields.

mod answers;
mod areas;
mod concepts;
mod corrections;
mod design;
mod goals;
mod indicators;
mod register;
mod reviews;
mod sources;
mod variables;

use std::collections::BTreeMap;

use words::Language;

use crate::{
    names::{
        AreaCode, ConceptName, EditionName, FieldName, IndicatorName, LevelName, MeasureKey, SourceName, VariableName,
    },
    period::Period,
    prose::Prose,
};

pub use answers::{WarningAnswer, WarningKey};
pub use areas::{Area, AreaLevel, Boundaries, Outlines, Ring};
pub(crate) use concepts::attributes as attributes_of;
pub use concepts::{
    Comparable, Comparison, Concept, ConceptAttribute, ConceptCategory, Likeness, Missing, Version, VersionKey, Whose,
};
pub use corrections::Correction;
pub use design::{Colour, Design, Logo};
pub use goals::{Goals, Objective, Signature, Target, TargetPath, TargetState, Wanted};
pub use indicators::{Break, Effort, Field, Indicator, IndicatorKind, Perspective, Polarity, Quantity, Steering};
pub(crate) use register::fits;
pub use register::{
    Item, MOVES, OF_PARENT, OF_PERSON, OLDEST, Register, RegisterColumn, RegisterCount, TODAY, items_of,
    register_attributes, register_type,
};
pub use reviews::{
    Clarity, Decided, Decision, Record, Retired, Review, SourceEffort, Understanding, Understood, Use, UseKind,
};
pub use sources::{
    Column, Delivered, DeliveredNoise, Due, Encoding, Format, Layout, Measure, MeasureKind, PeriodKind, Protection,
    Role, Sign, Source, Uncertainty,
};
pub use variables::{Category, Group, Variable};

/// All definitions of a monitoring.
#[derive(Debug, Clone)]
pub struct Catalogue {
    /// Name, purpose, languages.
    pub monitoring: Monitoring,
    /// Levels of areas, parents before children; the first is the municipality or county itself.
    pub levels: Vec<AreaLevel>,
    /// All areas, in the order of their levels and then of their codes.
    pub areas: Vec<Area>,
    /// Outlines of areas, as far as known.
    pub boundaries: Boundaries,
    /// Concepts with their versions, as far as the monitoring holds them.
    pub concepts: BTreeMap<ConceptName, Concept>,
    /// What people are distinguished by.
    pub variables: BTreeMap<VariableName, Variable>,
    /// Who holds what.
    pub sources: BTreeMap<SourceName, Source>,
    /// Fields of action in the order of the pages.
    pub fields: Vec<Field>,
    /// Indicators in the order of the pages: by field, then by `order`, then by name.
    pub indicators: Vec<Indicator>,
    /// Objectives and agreed targets.
    pub goals: Goals,
    /// What offices have said about early warnings.
    pub answers: Vec<WarningAnswer>,
    /// Mistakes that were found and mended after publication, in the order of the file.
    pub corrections: Vec<Correction>,
    /// Reviews of the set of indicators, by their year.
    pub reviews: BTreeMap<i16, Review>,
    /// Texts in Markdown.
    pub texts: Texts,
    /// What is published for whom.
    pub editions: BTreeMap<EditionName, Edition>,
}

impl Catalogue {
    /// The area with this code.
    pub fn area(&self, code: &AreaCode) -> Option<&Area> {
        self.areas.iter().find(|area| area.code == *code)
    }

    /// The municipality or county itself. Reading holds that there is exactly one area at the first level.
    pub fn whole(&self) -> &Area {
        &self.areas[0]
    }

    /// The areas of a level.
    pub fn areas_of<'a>(&'a self, level: &'a LevelName) -> impl Iterator<Item = &'a Area> {
        self.areas.iter().filter(move |area| area.level == *level)
    }

    /// The areas of a level within an area over which its indices are computed: those that exist in the period, without
    /// residues, each with its place among all areas.
    pub fn parts_of(&self, area: &Area, level: &LevelName, period: Period) -> impl Iterator<Item = (usize, &Area)> {
        let lies_in = move |part: &Area| {
            let above = |part: &Area| part.parent.as_ref().and_then(|code| self.area(code));
            std::iter::successors(above(part), |part| above(part))
                .take(self.levels.len())
                .any(|other| other.code == area.code)
        };
        let all = self.areas.iter().enumerate();
        all.filter(move |(_, part)| part.level == *level && !part.residue && part.exists(period) && lies_in(part))
    }

    /// The indicator of this name.
    pub fn indicator(&self, name: &IndicatorName) -> Option<&Indicator> {
        self.indicators.iter().find(|indicator| indicator.name == *name)
    }

    /// The measure of this key.
    pub fn measure(&self, key: &MeasureKey) -> Option<&Measure> {
        self.sources.get(&key.source)?.measures.iter().find(|measure| measure.name == key.measure)
    }

    /// The measure in which the standard errors of another stand, if its source delivers them.
    pub fn standard_error(&self, key: &MeasureKey) -> Option<MeasureKey> {
        let measure = self.measure(key)?.standard_error.clone()?;
        Some(MeasureKey { source: key.source.clone(), measure })
    }

    /// The concept of a breakdown that crosses several versions of one concept: it tells no groups apart, but shows what
    /// each version makes of the same people.
    pub fn crossed(&self, breakdown: &[VariableName]) -> Option<&Concept> {
        let keys: Vec<&VersionKey> =
            breakdown.iter().map(|name| self.variables.get(name)?.concept.as_ref()).collect::<Option<_>>()?;
        let (first, others) = keys.split_first()?;
        let differ = |other: &&VersionKey| other.concept == first.concept && other.version != first.version;
        (!others.is_empty() && others.iter().all(differ)).then(|| self.concepts.get(&first.concept))?
    }

    /// The indicators that are continued, in the order of the pages.
    pub fn current(&self) -> impl Iterator<Item = &Indicator> {
        self.indicators.iter().filter(|indicator| indicator.retired.is_none())
    }

    /// The indicators of a field that are continued, in the order of the pages.
    pub fn current_of<'a>(&'a self, field: &'a FieldName) -> impl Iterator<Item = &'a Indicator> {
        self.current().filter(move |indicator| indicator.field == *field)
    }

    /// The indicators of a field, retired ones included, in the order of the pages.
    pub fn indicators_of<'a>(&'a self, field: &'a FieldName) -> impl Iterator<Item = &'a Indicator> {
        self.indicators.iter().filter(move |indicator| indicator.field == *field)
    }
}

/// Text in the languages of the monitoring; German always, English where written.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct LocalText {
    /// German.
    pub de: String,
    /// English.
    pub en: Option<String>,
}

impl LocalText {
    /// The text in this language, else in German.
    pub fn get(&self, language: Language) -> &str {
        match (language, &self.en) {
            (Language::En, Some(en)) => en,
            _ => &self.de,
        }
    }
}

/// The same, for things other than plain text.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Local<T> {
    /// German.
    pub de: T,
    /// English.
    pub en: Option<T>,
}

impl<T> Local<T> {
    /// Whether it is there in this language.
    pub fn has(&self, language: Language) -> bool {
        language == Language::De || self.en.is_some()
    }

    /// The thing in this language, else in German.
    pub fn get(&self, language: Language) -> &T {
        match (language, &self.en) {
            (Language::En, Some(en)) => en,
            _ => &self.de,
        }
    }
}

/// `open/monitoring.toml`
#[derive(Debug, Clone)]
pub struct Monitoring {
    /// Name of the municipality or county.
    pub name: LocalText,
    /// Title of the monitoring.
    pub title: LocalText,
    /// Official key; the code of the one area at the first level.
    pub code: AreaCode,
    /// City or county.
    pub kind: MunicipalityKind,
    /// Programme.
    pub programme: Programme,
    /// Languages of the pages, the default first.
    pub languages: Vec<Language>,
    /// Why the municipality observes integration (R041).
    pub why: LocalText,
    /// How it goes about it (R042).
    pub how: LocalText,
    /// What is observed (R043).
    pub what: LocalText,
    /// Who the results are for.
    pub audiences: Vec<LocalText>,
    /// Publishing office.
    pub publisher: LocalText,
    /// Contact for questions, as text; may hold an e-mail address.
    pub contact: LocalText,
    /// Licence of the published figures, such as `dl-de/by-2-0`.
    pub licence: String,
    /// Who delivers to data portals, as they know it: an address from the list of DCAT-AP.de.
    pub contributor_id: Option<String>,
    /// The sentence that says on every page that the data are synthetic.
    pub synthetic: Option<LocalText>,
    /// The base period of changes; without it, the first period of each series.
    pub base_period: Option<Period>,
    /// Whether a statistics office that is shielded by law works with it. Without one, no microdata are taken in.
    pub shielded_office: bool,
    /// Figures over fewer persons (or households …) than this are shown as unreliable.
    pub reliable_minimum: u32,
    /// The look of report and profiles.
    pub design: Design,
}

/// City or county.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MunicipalityKind {
    /// City (or single municipality).
    City,
    /// County with member municipalities.
    County,
}

/// What is monitored.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Programme {
    /// Integration monitoring.
    Integration,
    /// Diversity monitoring.
    Diversity,
}

/// Texts in Markdown, `open/texts/`.
#[derive(Debug, Clone, Default)]
pub struct Texts {
    /// `understanding.<language>.md`: the understanding of integration (R045).
    pub understanding: Option<Local<Prose>>,
    /// `plain.<language>.md`: the most important in plain language (Leichte Sprache), written by people.
    pub plain: Option<Local<Prose>>,
    /// `interpretation/<indicator>.<language>.md`
    pub interpretations: BTreeMap<IndicatorName, Local<Prose>>,
}

/// What is published for whom, `open/editions/<name>/edition.toml`.
#[derive(Debug, Clone)]
pub struct Edition {
    /// Its name.
    pub name: EditionName,
    /// Title.
    pub title: LocalText,
    /// Who it is for, and so from which release it is made.
    pub audience: Audience,
    /// What its readers are called, if they are not simply that audience: a board, a network, schools.
    pub readers: Option<LocalText>,
    /// Languages, the default first.
    pub languages: Vec<Language>,
    /// What it shows of the monitoring.
    pub selection: Selection,
    /// What of its look is not that of the monitoring.
    pub design: Design,
    /// Whom to ask about it, if that is not the monitoring's contact.
    pub contact: Option<LocalText>,
    /// Its licence, if that is not the monitoring's: SPDX or an address.
    pub licence: Option<String>,
    /// Where its site lies, with a slash at the end; nothing if nobody has said so.
    pub address: Option<String>,
    /// The edition whose place it takes.
    pub follows: Option<EditionName>,
    /// Whether it shows the review of the indicators.
    pub review: bool,
    /// How much of it stands in its report.
    pub report: Depth,
    /// What its publisher says first.
    pub foreword: Option<LocalText>,
    /// The paper by which it comes before a committee.
    pub paper: Option<Paper>,
    /// The first day on which it may be published, ISO 8601.
    pub embargo: Option<String>,
    /// That the statistics office lets its release out.
    pub signed_off: Option<SignedOff>,
    /// That someone has read the texts beside the figures that they are about.
    pub texts_read: Option<SignedOff>,
    /// Points of the gate that someone lets pass.
    pub overrides: Vec<Override>,
}

impl Edition {
    /// Where data portals and search engines find it. They are for everyone, so only an edition for everyone is found.
    pub fn portal_address(&self) -> Option<&str> {
        self.address.as_deref().filter(|_| self.audience == Audience::Public)
    }
}

/// What an edition shows of a monitoring; by default everything.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Selection {
    /// Core indicators only.
    pub core_only: bool,
    /// These fields of action only, in this order; empty: all, in theirs.
    pub fields: Vec<FieldName>,
    /// No finer areas than those of this level.
    pub finest_level: Option<LevelName>,
}

/// Who put their name to something, and when: the release that goes out, or texts that were read.
#[derive(Debug, Clone)]
pub struct SignedOff {
    /// The office.
    pub by: LocalText,
    /// The day, ISO 8601.
    pub on: String,
}

/// A point of the gate before publication that someone lets pass, on record.
#[derive(Debug, Clone)]
pub struct Override {
    /// Which point.
    pub check: GateCheck,
    /// Why.
    pub reason: LocalText,
    /// Who.
    pub by: LocalText,
    /// The day, ISO 8601.
    pub on: String,
}

/// What the gate looks at before publication.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum GateCheck {
    /// The day before which nothing is published.
    Embargo,
    /// The signature of the statistics office under the release.
    SignedOff,
    /// Numbers in texts that the release does not hold.
    References,
    /// Interpretations beside all charts, in all languages.
    Interpretations,
    /// Signatures under targets.
    Targets,
    /// Strengths beside deficits.
    Balance,
    /// A summary in plain language, for everyone.
    PlainLanguage,
    /// Interpretations that are as old as the figures before.
    Texts,
    /// Warnings of `check` that nobody has worked off.
    Remarks,
}

impl GateCheck {
    /// In the order in which they are worked off.
    pub const ALL: [GateCheck; 9] = [
        GateCheck::Embargo,
        GateCheck::SignedOff,
        GateCheck::References,
        GateCheck::Interpretations,
        GateCheck::Targets,
        GateCheck::Balance,
        GateCheck::PlainLanguage,
        GateCheck::Texts,
        GateCheck::Remarks,
    ];

    /// The word that stands for it in files.
    pub fn word(self) -> &'static str {
        match self {
            GateCheck::Embargo => "embargo",
            GateCheck::SignedOff => "signed-off",
            GateCheck::References => "references",
            GateCheck::Interpretations => "interpretations",
            GateCheck::Targets => "targets",
            GateCheck::Balance => "balance",
            GateCheck::PlainLanguage => "plain-language",
            GateCheck::Texts => "texts",
            GateCheck::Remarks => "remarks",
        }
    }
}

/// How much of an edition stands in its report (R076, R077).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Depth {
    /// Every page.
    Full,
    /// A few pages: what changed, targets, warnings, what is asked.
    Short,
    /// There is no report.
    None,
}

/// What a committee is asked: the fields of its template.
#[derive(Debug, Clone)]
pub struct Paper {
    /// Its number in the committee's system.
    pub number: Option<String>,
    /// The day of the sitting, ISO 8601.
    pub date: Option<String>,
    /// What it is about.
    pub subject: LocalText,
    /// What it would cost.
    pub financial_effects: Option<LocalText>,
    /// What is to be decided, point by point.
    pub decisions: Vec<LocalText>,
}

/// Audiences (R076).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Audience {
    /// Departments of the municipality.
    Administration,
    /// The council.
    Council,
    /// Everyone.
    Public,
}

impl Audience {
    /// From the widest to the narrowest; each sees what all wider ones see.
    pub const ALL: [Audience; 3] = [Audience::Public, Audience::Council, Audience::Administration];

    /// The word that stands for it in files.
    pub fn word(self) -> &'static str {
        match self {
            Audience::Public => "public",
            Audience::Council => "council",
            Audience::Administration => "administration",
        }
    }
}
