//! The policy of disclosure control, `shielded/policy.toml`: which rules hold for which source and which audience.
//!
//! It is read as strictly as the definitions, from the same description of its keys, but it is no definition: the file
//! lies behind the wall, and what it says is handed to nobody in front of it. It holds no number about people. Its own
//! numbers are in no remark, and the types that carry them have no `Debug`.

mod check;
mod read;

use std::collections::{BTreeMap, BTreeSet};

use crate::{
    model::Audience,
    names::{LevelName, MeasureKey, SourceName, VariableName},
};

pub use read::{FILE, read};

/// The rules of an office. [`Policy::default`] is what holds without a file.
#[derive(Clone, PartialEq)]
pub struct Policy {
    /// The audiences, from the widest to the narrowest; each sees what all wider ones see. Never empty.
    pub audiences: Vec<Audience>,
    /// Coarsenings that the office has decided on, in the order of the file.
    pub coarsenings: Vec<Coarsening>,
    /// What counts extracts of a register.
    pub engine: Engine,
    default: Settings,
    exceptions: Vec<Exception>,
}

impl Default for Policy {
    fn default() -> Policy {
        Policy {
            audiences: vec![Audience::Public],
            coarsenings: Vec::new(),
            engine: Engine::Embedded,
            default: Settings::default(),
            exceptions: Vec::new(),
        }
    }
}

impl Policy {
    /// The rules for the figures of a source that an audience sees: the defaults of the program, over them the section
    /// `[default]`, over that each `[[rule]]` that fits, in the order of the file, key by key. `noise`, `dominance`,
    /// `loss` and `group-disclosure` count as one key each.
    ///
    /// The policy does not ask whether the source is public already: what its holder has published, cell by cell, needs
    /// no rule.
    pub fn rules(&self, source: &SourceName, audience: Audience) -> Rules {
        let fitting = self.exceptions.iter().filter(|exception| exception.fits(source, audience));
        fitting.fold(self.default.clone(), |below, exception| exception.settings.over(below)).rules()
    }
}

/// All that holds for a source and an audience.
#[derive(Clone, PartialEq)]
pub struct Rules {
    /// How figures are protected.
    pub method: Method,
    /// Counts from 1 to one less than this are sensitive; at least 1, which makes none sensitive.
    pub minimum_frequency: u32,
    /// Whether zeros are always shown.
    pub zeros: Zeros,
    /// Against whom withheld cells must hold. Never [`Attacker::Positive`] where zeros may be withheld.
    pub attacker: Attacker,
    /// Whether "all but one or two" of a group is sensitive, too: a count that lacks less than the minimum frequency to
    /// its whole.
    pub complement: bool,
    /// Variables for which it is sensitive that a group lies wholly in one category. Empty where zeros are shown.
    pub group_disclosure: BTreeSet<VariableName>,
    /// Areas with fewer people are shown only as a total; 0 sets no bound.
    pub minimum_population: u32,
    /// For sums: the rule of dominance.
    pub dominance: Option<Dominance>,
    /// For sums: nobody may be able to estimate a contribution to within this many per cent.
    pub p_percent: Option<u32>,
    /// Whether years are withheld apart or together.
    pub years: Years,
    /// Per cent of the persons of an area level that may be withheld before coarsenings are proposed; a level that is
    /// not named tolerates everything ([`Rules::tolerated_loss`]).
    pub loss: BTreeMap<LevelName, u32>,
}

impl Default for Rules {
    fn default() -> Rules {
        Settings::default().rules()
    }
}

impl Rules {
    /// Per cent of the persons of a level that may be withheld before coarsenings are proposed.
    pub fn tolerated_loss(&self, level: &LevelName) -> u32 {
        self.loss.get(level).copied().unwrap_or(100)
    }
}

/// What counts extracts of a register. The counts are the same.
#[derive(Clone, PartialEq, Eq)]
pub enum Engine {
    /// This program.
    Embedded,
    /// DataFusion, on this machine.
    DataFusion,
    /// Ballista: DataFusion on several machines.
    Ballista {
        /// Host and port of its scheduler.
        scheduler: String,
    },
}

impl Engine {
    /// As the program beside takes it; none for this program itself.
    pub fn address(&self) -> Option<String> {
        match self {
            Engine::Embedded => None,
            Engine::DataFusion => Some("datafusion".to_owned()),
            Engine::Ballista { scheduler } => Some(format!("ballista://{scheduler}")),
        }
    }
}

/// How figures are protected.
#[derive(Clone, Copy, PartialEq)]
pub enum Method {
    /// Sensitive cells are withheld, and others to cover them.
    Suppression,
    /// Each figure gets a noise that depends on its persons (cell key method). Noisy figures do not add up.
    CellKey(Noise),
    /// Small counts are rounded to multiples of a base.
    Rounding {
        /// 3 or 5.
        base: u32,
    },
    /// Tables with sensitive cells are not shown at all.
    Refusal,
}

impl Method {
    /// The word of the file.
    pub fn word(&self) -> &'static str {
        match self {
            Method::Suppression => "suppression",
            Method::CellKey(_) => "cell-key",
            Method::Rounding { .. } => "rounding",
            Method::Refusal => "refusal",
        }
    }
}

/// The noise of the cell key method; its mean is 0, and zeros stay.
#[derive(Clone, Copy, PartialEq)]
pub struct Noise {
    /// Its variance, above 0 and at most the square of the bound.
    pub variance: f64,
    /// No noise is larger than this.
    pub bound: u32,
    /// Counts from 1 to this one do not result; 0 allows all.
    pub no_results_up_to: u32,
}

/// What becomes of zeros.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Zeros {
    /// They are always shown; a withheld count is at least one.
    Shown,
    /// They may be withheld.
    Protected,
}

/// What the attacker knows beside the published cells and that they add up. The weaker come first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Attacker {
    /// Nothing more (attacker L).
    Linear,
    /// That no count is negative (attacker A).
    NonNegative,
    /// That a withheld count is at least one, because zeros are always shown (attacker B).
    Positive,
}

/// How the years of a cell belong together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Years {
    /// A cell is withheld in the years that need it.
    Apart,
    /// A cell that is withheld in one year is withheld in all.
    Together,
}

/// The (n, k) rule: a sum is sensitive if its `n` largest contributions make up more than `k_percent` of it.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Dominance {
    /// How many contributions.
    pub n: u32,
    /// Per cent of the sum.
    pub k_percent: u32,
}

/// A table that is shown more coarsely than an indicator asks for it, because the office has decided so.
#[derive(Clone, PartialEq, Eq)]
pub struct Coarsening {
    /// The measure of the table.
    pub measure: MeasureKey,
    /// The variables of the table.
    pub by: BTreeSet<VariableName>,
    /// The level of areas at which it is made coarser.
    pub level: LevelName,
    /// What is done.
    pub how: How,
}

/// What a coarsening does.
#[derive(Clone, PartialEq, Eq)]
pub enum How {
    /// The table is shown for the areas of the level above instead. There is one.
    UpALevel,
    /// The table is shown without this variable, which is one of its own.
    Drop(VariableName),
    /// Categories of this variable, which is one of the table's own, are merged into their parents. There are some.
    Merge(VariableName),
}

/// Rules as written; `None` is not written.
#[derive(Clone, PartialEq, Default)]
struct Settings {
    method: Option<MethodWord>,
    minimum_frequency: Option<u32>,
    zeros: Option<Zeros>,
    attacker: Option<Attacker>,
    complement: Option<bool>,
    group_disclosure: Option<BTreeSet<VariableName>>,
    minimum_population: Option<u32>,
    rounding_base: Option<u32>,
    dominance: Option<Dominance>,
    p_percent: Option<u32>,
    years: Option<Years>,
    loss: Option<BTreeMap<LevelName, u32>>,
    noise: Option<Noise>,
}

/// The word of a method. What it needs besides may stand elsewhere.
#[derive(Clone, Copy, PartialEq, Eq)]
enum MethodWord {
    Suppression,
    CellKey,
    Rounding,
    Refusal,
}

/// A `[[rule]]`.
#[derive(Clone, PartialEq)]
struct Exception {
    source: Option<SourceName>,
    audience: Option<Audience>,
    settings: Settings,
}

impl Exception {
    fn fits(&self, source: &SourceName, audience: Audience) -> bool {
        self.source.as_ref().is_none_or(|own| own == source) && self.audience.is_none_or(|own| own == audience)
    }
}

/// What is left out of `noise`.
const NOISE: Noise = Noise { variance: 2.0, bound: 5, no_results_up_to: 0 };

impl Settings {
    /// These settings; what they do not say comes from below.
    fn over(&self, below: Settings) -> Settings {
        let own = self.clone();
        Settings {
            method: own.method.or(below.method),
            minimum_frequency: own.minimum_frequency.or(below.minimum_frequency),
            zeros: own.zeros.or(below.zeros),
            attacker: own.attacker.or(below.attacker),
            complement: own.complement.or(below.complement),
            group_disclosure: own.group_disclosure.or(below.group_disclosure),
            minimum_population: own.minimum_population.or(below.minimum_population),
            rounding_base: own.rounding_base.or(below.rounding_base),
            dominance: own.dominance.or(below.dominance),
            p_percent: own.p_percent.or(below.p_percent),
            years: own.years.or(below.years),
            loss: own.loss.or(below.loss),
            noise: own.noise.or(below.noise),
        }
    }

    fn rules(self) -> Rules {
        let zeros = self.zeros.unwrap_or(Zeros::Shown);
        let strongest = if zeros == Zeros::Shown { Attacker::Positive } else { Attacker::NonNegative };
        Rules {
            method: match self.method {
                None | Some(MethodWord::Suppression) => Method::Suppression,
                Some(MethodWord::CellKey) => Method::CellKey(self.noise.unwrap_or(NOISE)),
                Some(MethodWord::Rounding) => Method::Rounding { base: self.rounding_base.unwrap_or(3) },
                Some(MethodWord::Refusal) => Method::Refusal,
            },
            minimum_frequency: self.minimum_frequency.unwrap_or(3),
            zeros,
            attacker: self.attacker.unwrap_or(strongest),
            complement: self.complement.unwrap_or(true),
            group_disclosure: self.group_disclosure.unwrap_or_default(),
            minimum_population: self.minimum_population.unwrap_or(0),
            dominance: self.dominance,
            p_percent: self.p_percent,
            years: self.years.unwrap_or(Years::Apart),
            loss: self.loss.unwrap_or_default(),
        }
    }
}
