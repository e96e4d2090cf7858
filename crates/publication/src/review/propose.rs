//! Which criteria an indicator meets, and what follows as a proposal. The rules are plain, declared, and never decide.

use catalogue::{
    model::{Clarity, Effort, Indicator, Record, Steering},
    names::IndicatorName,
};

use super::{Alike, COMPLETE, Examined, FEW_CRITERIA, Moves, Presence, WITHHELD, clarity};

/// What makes an indicator useful.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Criterion {
    /// It moves beyond noise.
    Moves,
    /// Its figures are there and on time.
    Punctual,
    /// No other indicator of the field runs alike.
    Own,
    /// The municipality can do something about it, alone or with others.
    Steerable,
    /// It was used in an interpretation, a discussion or a decision.
    Used,
    /// It is understood well.
    Understood,
}

impl Criterion {
    /// All criteria in the order of the pages.
    pub const ALL: [Criterion; 6] = [
        Criterion::Moves,
        Criterion::Punctual,
        Criterion::Own,
        Criterion::Steerable,
        Criterion::Used,
        Criterion::Understood,
    ];
}

/// Whether a criterion is met.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Met {
    /// It is.
    Yes,
    /// It is not.
    No,
    /// Nobody knows.
    Unknown,
}

impl Met {
    fn of(yes: bool) -> Met {
        if yes { Met::Yes } else { Met::No }
    }
}

/// What is proposed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Proposal {
    /// Keep it as it is.
    Keep,
    /// Change something about it.
    Change,
    /// Make it a part of another one.
    Merge(IndicatorName),
    /// No longer continue it.
    Retire,
}

/// Why something is proposed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reason {
    /// People looked where it was used and found nothing.
    NotUsed,
    /// It does not move beyond noise.
    DoesNotMove,
    /// Another one of the field runs alike and meets at least as many criteria.
    Alike(IndicatorName),
    /// There is no number in the release.
    NoFigures,
    /// Periods are missing.
    Incomplete,
    /// Many figures are withheld or unknown.
    Withheld,
    /// Its figures are late.
    Late,
    /// Readers do not understand it well.
    NotUnderstood,
    /// The effort is high, and few criteria are met.
    Costly,
    /// It does not say which question it answers.
    NoQuestion,
}

/// Which criteria are met.
pub(super) fn criteria(
    indicator: &Indicator,
    moves: Moves,
    presence: &Presence,
    alike: Option<&[Alike]>,
    record: Option<&Record>,
) -> [(Criterion, Met); Criterion::ALL.len()] {
    let met = |criterion| match criterion {
        Criterion::Moves => match moves {
            Moves::Clearly => Met::Yes,
            Moves::NotClearly => Met::No,
            Moves::Unknown => Met::Unknown,
        },
        Criterion::Punctual => {
            Met::of(presence.present > 0 && !incomplete(presence) && !withheld(presence) && !presence.late)
        }
        Criterion::Own => alike.map_or(Met::Unknown, |alike| Met::of(alike.is_empty())),
        Criterion::Steerable => Met::of(indicator.steering != Steering::None),
        Criterion::Used => match record.and_then(|record| record.uses.as_ref()) {
            Some(uses) => Met::of(!uses.is_empty()),
            None => Met::Unknown,
        },
        Criterion::Understood => {
            let understood = record.and_then(|record| record.understood.as_ref());
            understood.and_then(|one| clarity(one.found)).map_or(Met::Unknown, |found| Met::of(found == Clarity::Well))
        }
    };
    Criterion::ALL.map(|criterion| (criterion, met(criterion)))
}

fn incomplete(presence: &Presence) -> bool {
    (presence.present as f64) < COMPLETE * presence.expected as f64
}

fn withheld(presence: &Presence) -> bool {
    presence.withheld as f64 > WITHHELD * presence.figures as f64
}

/// The first of these that applies: retire what was not used and does not move; merge what runs like another one that
/// meets at least as many criteria; change what has a defect; keep the rest.
pub(super) fn propose(indicator: &Indicator, place: usize, all: &[Examined]) -> (Proposal, Vec<Reason>) {
    let own = &all[place];
    let is = |wanted: Criterion, met: Met| own.criteria.contains(&(wanted, met));
    if is(Criterion::Used, Met::No) && is(Criterion::Moves, Met::No) {
        return (Proposal::Retire, vec![Reason::NotUsed, Reason::DoesNotMove]);
    }
    // Of two that meet as many, the first stays; so the two are never proposed to become part of each other.
    let better = |alike: &&Alike| {
        let other = all.iter().enumerate().find(|(_, other)| other.indicator == alike.other);
        other.is_some_and(|(at, other)| (other.met(), place) > (own.met(), at))
    };
    if let Some(alike) = own.alike.iter().flatten().find(better) {
        return (Proposal::Merge(alike.other.clone()), vec![Reason::Alike(alike.other.clone())]);
    }
    let presence = &own.presence;
    let nothing = presence.present == 0;
    let defects = [
        (nothing, Reason::NoFigures),
        (!nothing && incomplete(presence), Reason::Incomplete),
        (!nothing && withheld(presence), Reason::Withheld),
        (presence.late, Reason::Late),
        (is(Criterion::Understood, Met::No), Reason::NotUnderstood),
        (indicator.effort == Effort::High && own.met() <= FEW_CRITERIA, Reason::Costly),
        (indicator.question.is_none(), Reason::NoQuestion),
    ];
    let reasons: Vec<Reason> = defects.into_iter().filter(|(found, _)| *found).map(|(_, reason)| reason).collect();
    if reasons.is_empty() { (Proposal::Keep, reasons) } else { (Proposal::Change, reasons) }
}
