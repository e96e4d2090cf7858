//! The tables of the review, a row for each current indicator.

use catalogue::model::{Indicator, Record, Understanding, UseKind};

use super::{amount, number, said, to_indicator};
use crate::{
    compose::{
        Desk,
        parts::{numbers, words},
        plain,
    },
    page::{Cell, Head, Row, Table, Text},
    review::{Criterion, Examined, Reviewed, say},
};

fn table(
    desk: &Desk<'_>,
    reviewed: &Reviewed,
    caption: &str,
    heads: Vec<Head>,
    cells: impl Fn(&Indicator, &Examined) -> Vec<Cell>,
) -> Table {
    let row = |examined: &Examined| {
        let indicator = desk.catalogue.indicator(&examined.indicator)?;
        Some(Row { head: to_indicator(desk, &examined.indicator), cells: cells(indicator, examined) })
    };
    let heads = std::iter::once(words(desk.say("head-indicator"))).chain(heads).collect();
    let rows = reviewed.indicators.iter().filter_map(row).collect();
    Table { caption: desk.say(caption), heads, rows, signs: Vec::new() }
}

fn record<'a>(desk: &Desk<'a>, reviewed: &Reviewed, examined: &Examined) -> Option<&'a Record> {
    desk.catalogue.reviews.get(&reviewed.year?)?.record(&examined.indicator)
}

/// What is proposed and why; beside it, what people decided and why.
pub(super) fn proposals(desk: &Desk<'_>, reviewed: &Reviewed) -> Table {
    let wording = &desk.wording;
    let heads = ["head-proposal", "head-reasons", "head-decision", "head-because"];
    let heads = heads.map(|key| words(desk.say(key))).to_vec();
    table(desk, reviewed, "review-proposals-table", heads, |indicator, examined| {
        let decision = record(desk, reviewed, examined).and_then(|record| record.decision.as_ref());
        let (decided, because) = match decision {
            Some(decision) => {
                let what = say::decided(wording, &decision.what);
                let on = wording.date(&decision.on.to_string());
                let args = [("what", (&what).into()), ("by", wording.text(&decision.by).into()), ("on", (&on).into())];
                (wording.say("review-decided", &args), wording.text(&decision.reason).to_owned())
            }
            None => (desk.say("review-undecided"), String::new()),
        };
        vec![
            said(say::proposal(wording, &examined.proposal)),
            said(say::reasons(wording, indicator, examined).join(" ")),
            said(decided),
            said(because),
        ]
    })
}

/// Which criteria are met.
pub(super) fn criteria(desk: &Desk<'_>, reviewed: &Reviewed) -> Table {
    let mut heads = Criterion::ALL.map(|one| words(desk.say(say::criterion(one)))).to_vec();
    heads.extend(["head-met", "head-unknown"].map(|key| numbers(desk.say(key))));
    table(desk, reviewed, "review-criteria-table", heads, |_, examined| {
        let mut cells: Vec<Cell> = examined.criteria.iter().map(|(_, met)| said(desk.say(say::met(*met)))).collect();
        cells.extend([examined.met(), examined.unknown()].map(|count| number(count.to_string(), count as f64)));
        cells
    })
}

/// What the series show.
pub(super) fn series(desk: &Desk<'_>, reviewed: &Reviewed) -> Table {
    let wording = &desk.wording;
    let heads = vec![
        words(desk.say("head-spread")),
        words(desk.say("head-variation")),
        words(desk.say("head-present")),
        words(desk.say("head-withheld")),
        words(desk.say("head-newest")),
        words(desk.say("head-alike")),
    ];
    table(desk, reviewed, "review-series-table", heads, |indicator, examined| {
        let presence = &examined.presence;
        let not_known = || desk.say("review-unknown");
        let spread = examined.spread.map(|spread| {
            let (low, high) = (wording.plain(indicator, spread.low), wording.value(indicator, spread.high));
            wording.say("range", &[("low", (&low).into()), ("high", (&high).into())])
        });
        let variation = examined.spread.and_then(|spread| spread.variation).map(|part| wording.per_cent(part));
        let newest = presence.newest.map(|newest| {
            let shown = wording.period_short(wording.period_kind(indicator), newest);
            wording.say("review-newest", &[("newest", (&shown).into()), ("behind", i64::from(presence.behind).into())])
        });
        let alike = examined.alike.iter().flatten().map(|alike| {
            let correlation = words::decimal(wording.language(), alike.correlation, 2);
            let args = [
                ("other", say::title(wording, &alike.other).into()),
                ("correlation", (&correlation).into()),
                ("changes", alike.changes.into()),
            ];
            wording.say("review-alike", &args)
        });
        let alike: Vec<String> = alike.collect();
        vec![
            said(spread.unwrap_or_else(not_known)),
            said(variation.unwrap_or_else(not_known)),
            said(wording.say(
                "review-present",
                &[("present", presence.present.into()), ("expected", presence.expected.into())],
            )),
            said(say::withheld(wording, presence.withheld, presence.figures)),
            said(newest.unwrap_or_else(not_known)),
            said(match (&examined.alike, alike.is_empty()) {
                (None, _) => not_known(),
                (Some(_), true) => desk.say("review-alike-none"),
                (Some(_), false) => alike.join("; "),
            }),
        ]
    })
}

/// What people recorded.
pub(super) fn records(desk: &Desk<'_>, reviewed: &Reviewed) -> Table {
    let wording = &desk.wording;
    let heads = vec![
        words(desk.say("head-effort")),
        numbers(desk.say("head-hours")),
        numbers(desk.say("head-cost")),
        words(desk.say("head-used")),
        words(desk.say("head-understood")),
        words(desk.say("head-note")),
    ];
    table(desk, reviewed, "review-records-table", heads, |indicator, examined| {
        let record = record(desk, reviewed, examined);
        let note = record.and_then(|record| record.note.as_ref()).map_or("", |note| wording.text(note));
        vec![
            said(desk.say(say::effort(indicator.effort))),
            amount(desk, examined.spent.hours),
            amount(desk, examined.spent.cost),
            Cell::Text(used(desk, record)),
            said(understood(desk, record)),
            said(note),
        ]
    })
}

fn used(desk: &Desk<'_>, record: Option<&Record>) -> Text {
    let Some(uses) = record.and_then(|record| record.uses.as_ref()) else {
        return plain(desk.say("review-unknown"));
    };
    if uses.is_empty() {
        return plain(desk.say("review-unused"));
    }
    let one = |one: &catalogue::model::Use| {
        let kind = match one.kind {
            UseKind::Interpretation => "review-use-interpretation",
            UseKind::Discussion => "review-use-discussion",
            UseKind::Decision => "review-use-decision",
        };
        let place = desk.wording.text(&one.place);
        match one.on {
            Some(on) => format!("{}: {place}, {}", desk.say(kind), desk.wording.date(&on.to_string())),
            None => format!("{}: {place}", desk.say(kind)),
        }
    };
    plain(uses.iter().map(one).collect::<Vec<_>>().join("; "))
}

fn understood(desk: &Desk<'_>, record: Option<&Record>) -> String {
    let Some(understood) = record.and_then(|record| record.understood.as_ref()) else {
        return desk.say("review-unknown");
    };
    let clarity = match crate::review::clarity(understood.found) {
        Some(catalogue::model::Clarity::Well) => "well",
        Some(catalogue::model::Clarity::Partly) => "partly",
        Some(catalogue::model::Clarity::Poorly) => "poorly",
        None => "unknown",
    };
    let (asked, right) = match understood.found {
        Understanding::Answered { asked, right } => (asked, right),
        Understanding::Judged(_) => (0, 0),
    };
    desk.wording.say(
        "review-understood",
        &[
            ("clarity", clarity.into()),
            ("asked", i64::from(asked).into()),
            ("right", i64::from(right).into()),
            ("source", desk.wording.text(&understood.source).into()),
        ],
    )
}
