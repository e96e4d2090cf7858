//! What the paper is to those who open it in a word processor, and to those who compare bytes.

#[allow(dead_code)]
#[path = "../../rendering/tests/samples/mod.rs"]
mod samples;

use std::{
    collections::BTreeMap,
    io::{Cursor, Read},
};

use catalogue::{
    Catalogue,
    model::{Audience, Depth, Edition, Selection},
};
use publication::{
    Facts,
    page::{Block, NoteKind, Page, Span},
};
use quick_xml::{Reader, events::Event};
use words::Language;

const SUBJECT: &str = "Ziele & nächste „Schritte“ <2026>";

fn page(path: &str, title: &str, blocks: Vec<Block>) -> Page {
    Page {
        path: path.to_owned(),
        language: Language::De,
        title: title.to_owned(),
        summary: SUBJECT.to_owned(),
        trail: Vec::new(),
        blocks,
    }
}

/// An edition with a paper, and the indicator for which a target is agreed.
fn pages() -> Vec<Page> {
    let caution = || Block::Note { kind: NoteKind::Caution, text: samples::plain("Nicht öffentlich.") };
    let to = |text: &str, target: &str| Block::Paragraph(vec![Span::Link(samples::link(text, target))]);
    let items = || vec![samples::plain("Zur Kenntnis."), samples::plain("Ausbauen.")];
    let list = |ordered| Block::List { ordered, items: items() };
    let target = samples::section("target-1", "Anteil", vec![caution(), to("Zur Kennzahl", "i/anteil")]);
    let series = vec![samples::chart("Anteil im Lauf der Zeit", samples::lines(&["insgesamt"]))];
    vec![
        page("", "Start", vec![]),
        page(
            "paper",
            "Vorlage",
            vec![
                Block::Terms(vec![("Nummer".to_owned(), samples::plain("2026/077 & mehr"))]),
                caution(),
                samples::section("decisions", "Was beschlossen werden soll", vec![list(true)]),
                samples::section("steering", "Was beeinflusst werden kann", vec![list(false), list(true)]),
            ],
        ),
        page("targets", "Ziele", vec![caution(), samples::section("objective", "Teilhabe", vec![target])]),
        page(
            "changes",
            "Was sich verändert hat",
            vec![to("Methoden", "methods"), to("Rat", "https://rat.example/?a=1&b=2")],
        ),
        page("i/anteil", "Anteil", vec![samples::section("series", "Entwicklung", series)]),
    ]
}

/// A picture of one dot, as far as its size is asked for.
fn dot(_: &str) -> Option<Vec<u8>> {
    Some(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01".to_vec())
}

fn made(catalogue: &Catalogue, pages: &[Page], language: Language) -> Option<Vec<u8>> {
    let edition = Edition {
        name: "rat".parse().unwrap(),
        title: samples::text("Ausgabe für den Rat", "Edition for the council"),
        audience: Audience::Council,
        readers: None,
        languages: Language::ALL.to_vec(),
        selection: Selection::default(),
        design: Default::default(),
        contact: None,
        licence: None,
        address: None,
        review: false,
        report: Depth::Short,
        foreword: None,
        paper: None,
        embargo: None,
        signed_off: None,
        overrides: Vec::new(),
        follows: None,
        texts_read: Default::default(),
    };
    let release = "2026-03-15-012345".parse().unwrap();
    let facts = Facts { edition: &edition, release: &release, sealed_on: "2026-03-15", supersedes: None };
    document::paper(catalogue, pages, language, &facts, &dot)
}

fn sample() -> Vec<u8> {
    made(&samples::catalogue(), &pages(), Language::De).unwrap()
}

fn parts(document: Vec<u8>) -> BTreeMap<String, String> {
    let mut package = zip::ZipArchive::new(Cursor::new(document)).unwrap();
    let places = 0..package.len();
    let read = |place| {
        let mut file = package.by_index(place).unwrap();
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes).unwrap();
        (file.name().unwrap().into_owned(), String::from_utf8_lossy(&bytes).into_owned())
    };
    places.map(read).collect()
}

#[test]
fn the_same_pages_give_the_same_bytes() {
    let first = sample();
    // The library counts what it has made since the program began; none of these numbers may be seen.
    let others: Vec<_> = (0..3).map(|_| std::thread::spawn(sample)).collect();
    for other in others {
        assert!(other.join().unwrap() == first);
    }
}

#[test]
fn every_part_is_well_formed() {
    let parts = parts(sample());
    for (name, part) in parts.iter().filter(|(name, _)| name.ends_with(".xml") || name.ends_with(".rels")) {
        let mut reader = Reader::from_str(part);
        let mut depth = 0;
        loop {
            match reader.read_event().unwrap_or_else(|error| panic!("{name}: {error}")) {
                Event::Start(start) => {
                    depth += 1;
                    start.attributes().for_each(|attribute| assert!(attribute.is_ok(), "{name}: {attribute:?}"));
                }
                Event::End(_) => depth -= 1,
                Event::Eof => break,
                _ => {}
            }
        }
        assert_eq!(depth, 0, "{name}");
        assert!(!part.contains("{language}") && !part.contains("{accent}"), "{name} is filled in");
    }
    let document = &parts["word/document.xml"];
    assert!(!document.contains("paraId") && !document.contains("<w:rPr />"), "habits of the library are gone");
    assert!(document.contains("2026/077 &amp; mehr"), "letters with a meaning in XML are written once");
    let links = &parts["word/_rels/document.xml.rels"];
    assert!(links.contains("https://rat.example/?a=1&amp;b=2\""), "{links}");
}

#[test]
fn headings_follow_each_other_without_a_jump() {
    let document = &parts(sample())["word/document.xml"];
    let levels: Vec<u32> = document
        .split("w:val=\"Heading")
        .skip(1)
        .map(|rest| rest.chars().next().unwrap().to_digit(10).unwrap())
        .collect();
    // Decisions, steering; what changed; targets with objective and target; annex with its indicator; about.
    assert_eq!(levels, [1, 1, 1, 1, 2, 3, 1, 2, 1]);
}

#[test]
fn what_is_for_ears_is_there() {
    let parts = parts(sample());
    let document = &parts["word/document.xml"];
    assert_eq!(document.matches("<w:tblHeader/>").count(), 1, "the table of the chart has a head row, forms have none");
    assert_eq!(document.matches("w:firstColumn=\"1\"").count(), document.matches("<w:tbl>").count());
    assert_eq!(document.matches("<wp:docPr ").count(), document.matches(" descr=\"").count());
    assert!(!document.contains(" descr=\"\""));
    let title = "<dc:title>Ziele &amp; nächste „Schritte“ &lt;2026&gt;</dc:title>";
    assert!(parts["docProps/core.xml"].contains(title), "{}", parts["docProps/core.xml"]);
    assert!(parts["word/styles.xml"].contains("<w:lang w:val=\"de-DE\""));
    let english: Vec<Page> = pages().into_iter().map(|page| Page { language: Language::En, ..page }).collect();
    let english = self::parts(made(&samples::catalogue(), &english, Language::En).unwrap());
    assert!(english["word/styles.xml"].contains("<w:lang w:val=\"en-GB\""));
}

#[test]
fn what_holds_for_the_whole_is_said_once_and_links_lead_somewhere() {
    let document = &parts(sample())["word/document.xml"];
    assert_eq!(document.matches("Nicht öffentlich.").count(), 1);
    assert!(!document.contains("Methoden"), "a page of the site only");
    let leads = document.split("<w:hyperlink w:anchor=\"").skip(1).map(|rest| rest.split('"').next().unwrap());
    let leads: Vec<&str> = leads.collect();
    assert_eq!(leads.len(), 1, "the target leads to its indicator");
    assert!(document.contains(&format!("w:name=\"{}\"", leads[0])));
}

#[test]
fn lists_with_numbers_begin_anew() {
    let parts = parts(sample());
    let document = &parts["word/document.xml"];
    let mut lists: Vec<&str> =
        document.split("<w:numId w:val=\"").skip(1).map(|rest| rest.split('"').next().unwrap()).collect();
    lists.dedup();
    assert_eq!(lists, ["3", "2", "4"]);
    for list in lists {
        assert!(parts["word/numbering.xml"].contains(&format!("<w:num w:numId=\"{list}\"")));
    }
}

#[test]
fn an_edition_without_a_paper_has_no_document() {
    let without: Vec<Page> = pages().into_iter().filter(|page| page.path != "paper").collect();
    assert!(made(&samples::catalogue(), &without, Language::De).is_none());
    assert!(made(&samples::catalogue(), &pages(), Language::En).is_none(), "nor one in another language");
}
