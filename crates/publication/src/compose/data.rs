//! Data and releases: which release is shown, what stands behind it, every file to take away, how to cite.

use catalogue::model::Audience;

use super::{Desk, definition, departments, link, parts::words, plain, take};
use crate::page::{Block, Cell, Page, Row, Span, Table};

pub(super) fn page(desk: &Desk<'_>) -> Page {
    let mut blocks =
        vec![Block::Lead(plain(desk.say("data-lead"))), desk.section("release", vec![Block::Terms(release(desk))])];
    let deliveries = deliveries(desk);
    if !deliveries.rows.is_empty() {
        let mut own = vec![Block::Table(deliveries)];
        if desk.facts.edition.audience == Audience::Administration {
            own.push(Block::Paragraph(vec![Span::Link(link(desk.say("departments-page"), departments::PATH))]));
        }
        blocks.push(desk.section("deliveries", own));
    }
    let files = files(desk);
    if !files.rows.is_empty() {
        let whole = |key: &str, name: &str| link(desk.say(key), format!("download/{name}"));
        let mut whole = vec![
            link(desk.say("download-xlsx"), format!("{}download/release.xlsx", own_folder(desk))),
            whole("download-parquet", "release.parquet"),
            whole("download-structure", "structure.xml"),
        ];
        // Where it lies is known, so portals can find it.
        if desk.facts.edition.portal_address().is_some() {
            whole.push(link(desk.say("download-catalog"), "catalog.ttl"));
            whole.push(link(desk.say("download-catalog-json"), "catalog.jsonld"));
        }
        let whole = Block::Downloads(whole);
        let intro = Block::Paragraph(plain(desk.say("files-intro")));
        blocks.push(desk.section("files", vec![intro, Block::Table(files), whole]));
    }
    let feed = take::file(desk.wording.language(), "feed.xml");
    blocks.push(desk.section(
        "news",
        vec![
            Block::Paragraph(plain(desk.say("news-intro"))),
            Block::Downloads(vec![link(desk.say("news-feed"), feed)]),
        ],
    ));
    blocks.push(desk.section("citation", vec![Block::Quote(plain(citation(desk)))]));
    Page {
        path: "data".to_owned(),
        language: desk.wording.language(),
        title: desk.say("data-page"),
        summary: desk.say("data-lead"),
        trail: vec![desk.start_link()],
        blocks,
    }
}

fn release(desk: &Desk<'_>) -> Vec<(String, crate::page::Text)> {
    let (facts, monitoring) = (desk.facts, &desk.catalogue.monitoring);
    let mut terms = vec![
        desk.term("release-edition", desk.wording.text(&facts.edition.title)),
        desk.term("release-audience", audience(desk)),
        desk.term("release-id", facts.release.as_str()),
        desk.term("release-sealed", desk.wording.date(facts.sealed_on)),
    ];
    if let Some((earlier, because)) = facts.supersedes {
        let text =
            desk.wording.say("supersedes-sentence", &[("id", earlier.as_str().into()), ("because", because.into())]);
        terms.push(desk.term("release-supersedes", text));
    }
    terms.push(desk.term("release-licence", &monitoring.licence));
    terms.push(desk.term("release-publisher", desk.wording.text(&monitoring.publisher)));
    terms.push(desk.term("release-contact", desk.wording.text(&monitoring.contact)));
    terms
}

/// Who an edition is for, as a name.
fn audience(desk: &Desk<'_>) -> String {
    let edition = desk.facts.edition;
    if let Some(readers) = &edition.readers {
        return desk.wording.text(readers).to_owned();
    }
    desk.say(match edition.audience {
        Audience::Public => "audience-public",
        Audience::Council => "audience-council",
        Audience::Administration => "audience-administration",
    })
}

fn deliveries(desk: &Desk<'_>) -> Table {
    let row = |note: &release::DeliveryNote| {
        let source = desk.catalogue.sources.get(&note.source)?;
        Some(Row {
            head: plain(desk.wording.text(&source.title)),
            cells: vec![
                Cell::Text(plain(desk.wording.text(&source.provider))),
                Cell::Text(plain(desk.wording.date(&note.received))),
                Cell::Text(plain(definition::span(desk, source.periods, note))),
            ],
        })
    };
    Table {
        caption: desk.say("deliveries-table"),
        heads: ["head-source", "head-provider", "head-received", "head-periods"]
            .map(|key| words(desk.say(key)))
            .to_vec(),
        rows: desk.measures.deliveries.iter().filter_map(row).collect(),
        signs: Vec::new(),
    }
}

fn files(desk: &Desk<'_>) -> Table {
    let row = |indicator: &catalogue::model::Indicator| {
        let title = desk.wording.text(&indicator.title);
        let cell = |name: &str, ending: &str| {
            // Links say where they lead, even out of context.
            Cell::Text(vec![Span::Link(link(format!("{name}: {title}"), format!("i/{}.{ending}", indicator.name)))])
        };
        Row {
            head: vec![Span::Link(desk.indicator_link(indicator))],
            cells: vec![cell("CSV", "csv"), cell("JSON", "json")],
        }
    };
    Table {
        caption: desk.say("files-table"),
        heads: vec![words(desk.say("head-indicator")), words("CSV"), words("JSON")],
        rows: desk.catalogue.indicators.iter().map(row).collect(),
        signs: Vec::new(),
    }
}

/// Where files with words in the language of the page lie: at the root in the first language of the monitoring.
pub(super) fn own_folder(desk: &Desk<'_>) -> String {
    let language = desk.wording.language();
    if desk.catalogue.monitoring.languages.first() == Some(&language) { String::new() } else { format!("{language}/") }
}

/// How to cite the release.
fn citation(desk: &Desk<'_>) -> String {
    let monitoring = &desk.catalogue.monitoring;
    desk.wording.say(
        "citation-sentence",
        &[
            ("publisher", desk.wording.text(&monitoring.publisher).into()),
            ("title", desk.wording.text(&monitoring.title).into()),
            ("release", desk.facts.release.as_str().into()),
            ("date", (&desk.wording.date(desk.facts.sealed_on)).into()),
            ("licence", (&monitoring.licence).into()),
        ],
    )
}
