//! A small monitoring and pages that hold every kind of block.

#![allow(missing_docs, unreachable_pub, reason = "shared by tests")]

use std::collections::BTreeMap;

use catalogue::{Catalogue, model::*, names::AreaCode};
use publication::page::{Sign, *};
use words::Language;

pub fn text(de: &str, en: &str) -> LocalText {
    LocalText { de: de.to_owned(), en: Some(en.to_owned()) }
}

pub fn catalogue() -> Catalogue {
    let monitoring = Monitoring {
        name: text("Musterstadt", "Musterstadt"),
        title: text("Integrationsmonitoring Musterstadt", "Integration monitoring Musterstadt"),
        code: "99999000".parse().unwrap(),
        kind: MunicipalityKind::City,
        programme: Programme::Integration,
        languages: vec![Language::De, Language::En],
        why: LocalText::default(),
        how: LocalText::default(),
        what: LocalText::default(),
        audiences: Vec::new(),
        publisher: text("Stadt Musterstadt, Fachstelle Integration", "City of Musterstadt, integration office"),
        contact: text("Telefon 0123 456, integration@musterstadt.example", "integration@musterstadt.example"),
        licence: "dl-de/by-2-0".to_owned(),
        contributor_id: None,
        synthetic: Some(text(
            "Musterstadt ist erfunden; alle Zahlen auf dieser Seite sind künstlich erzeugt.",
            "Musterstadt is fictitious; all figures on this page are synthetic.",
        )),
        base_period: None,
        shielded_office: false,
        reliable_minimum: 100,
        design: catalogue::model::Design::default(),
    };
    let level = |name: &str, title: &str, parent: Option<&str>, outlines| AreaLevel {
        name: name.parse().unwrap(),
        title: text(title, title),
        plural: text(title, title),
        parent: parent.map(|parent| parent.parse().unwrap()),
        published: true,
        outlines,
    };
    let area = |code: &str, name: &str, level: &str, parent: Option<&str>| Area {
        code: code.parse().unwrap(),
        name: name.to_owned(),
        level: level.parse().unwrap(),
        parent: parent.map(|parent| parent.parse().unwrap()),
        also_in: Vec::new(),
        aliases: Vec::new(),
        residue: false,
        valid_from: None,
        valid_to: None,
    };
    let mut areas = vec![area("99999000", "Musterstadt", "stadt", None)];
    let mut polygons: BTreeMap<AreaCode, Vec<Vec<Ring>>> = BTreeMap::new();
    for district in 0..3 {
        areas.push(area(&format!("b{district}"), &format!("Bezirk {district}"), "bezirk", Some("99999000")));
    }
    for n in 0..9_u8 {
        let code = format!("t{n}");
        areas.push(area(&code, &format!("Stadtteil {n}"), "stadtteil", Some(&format!("b{}", n % 3))));
        let corner = |x: u8, y: u8| {
            let lean = f64::from((x * 7 + y * 13) % 5) / 12.0;
            [9.0 + 0.02 * (f64::from(x) + lean), 50.0 + 0.013 * (f64::from(y) - lean)]
        };
        let (x, y) = (n % 3, n / 3);
        let ring = vec![corner(x, y), corner(x + 1, y), corner(x + 1, y + 1), corner(x, y + 1), corner(x, y)];
        polygons.insert(code.parse().unwrap(), vec![vec![ring]]);
    }
    Catalogue {
        monitoring,
        levels: vec![
            level("stadt", "Stadt", None, Outlines::None),
            level("bezirk", "Bezirk", Some("stadt"), Outlines::UnionOf("stadtteil".parse().unwrap())),
            level(
                "stadtteil",
                "Stadtteil",
                Some("bezirk"),
                Outlines::File { file: "stadtteile.geojson".to_owned(), property: "code".to_owned() },
            ),
        ],
        areas,
        boundaries: Boundaries { polygons },
        concepts: BTreeMap::new(),
        variables: BTreeMap::new(),
        sources: BTreeMap::new(),
        fields: Vec::new(),
        indicators: Vec::new(),
        answers: Vec::new(),
        corrections: Vec::new(),
        goals: Default::default(),
        reviews: Default::default(),
        texts: Texts::default(),
        editions: BTreeMap::new(),
    }
}

pub fn plain(text: &str) -> Text {
    vec![Span::Plain(text.to_owned())]
}

pub fn link(text: &str, target: &str) -> Link {
    Link { text: text.to_owned(), target: target.to_owned() }
}

pub fn point(value: Option<f64>, shown: &str, look: Look) -> Point {
    Point { value, shown: shown.to_owned(), look }
}

fn values(start: f64, step: f64) -> Vec<Point> {
    (0..13)
        .map(|n| {
            let value = start + step * f64::from(n) + f64::from(n * 37 % 11) / 9.0;
            let shown = format!("{value:.1} %").replace('.', ",");
            match n {
                4 => point(None, ".", Look::Withheld),
                8 => point(Some(value), &format!("({shown})"), Look::Unreliable),
                _ => point(Some(value), &shown, Look::Value),
            }
        })
        .collect()
}

pub fn table(caption: &str) -> Table {
    let number = |shown: &str, look, value| Cell::Number { shown: shown.to_owned(), look, value };
    let head = |text: &str, numeric| Head { text: text.to_owned(), numeric };
    Table {
        caption: caption.to_owned(),
        heads: vec![head("Stadtteil", false), head("2014 in %", true), head("2015 in %", true)],
        rows: vec![
            Row {
                head: vec![Span::Link(link("Sendling & Umland", "a/t1"))],
                cells: vec![number("22,6", Look::Value, Some(22.6)), number("(24,6)", Look::Unreliable, Some(24.6))],
            },
            Row {
                head: plain("Laim"),
                cells: vec![number("–", Look::Nothing, Some(0.0)), number(".", Look::Withheld, None)],
            },
            Row {
                head: plain("Aubing"),
                cells: vec![number("31,2", Look::Value, Some(31.2)), number("…", Look::Pending, None)],
            },
        ],
        signs: vec![". nicht veröffentlicht oder unbekannt".to_owned(), "– genau null".to_owned()],
    }
}

pub fn lines(names: &[&str]) -> Drawing {
    let series = names.iter().enumerate().map(|(n, name)| Series {
        name: (*name).to_owned(),
        points: values(10.0 + 7.0 * n as f64, 0.4 + 0.1 * n as f64),
    });
    Drawing::Lines {
        unit: "in %".to_owned(),
        decimals: 1,
        periods: (2003..2016).map(|year| year.to_string()).collect(),
        series: series.collect(),
        breaks: Vec::new(),
    }
}

/// The same series, measured anew from their ninth period on.
fn broken(drawing: Drawing) -> Drawing {
    let Drawing::Lines { unit, decimals, periods, series, .. } = drawing else { return drawing };
    Drawing::Lines { unit, decimals, periods, series, breaks: vec![8] }
}

pub const SIGNS: [Sign; 7] =
    [Sign::Reached, Sign::OnPath, Sign::OffPath, Sign::Missed, Sign::Warning, Sign::Alarm, Sign::Open];

fn standing(sign: Sign) -> Block {
    Block::Note { kind: NoteKind::Status(sign), text: plain("57,4 % im Zeitraum 2024.") }
}

pub fn bars(n: usize) -> Drawing {
    let names = [
        "deutsche Staatsangehörigkeit",
        "ausländische Staatsangehörigkeit",
        "Thalkirchen-Obersendling-Forstenried",
        "Laim",
    ];
    let bars = (0..n).map(|n| Bar {
        name: names[n % 4].to_owned(),
        point: match n {
            2 => point(None, ".", Look::Withheld),
            3 => point(Some(11.0), "(11,0 %)", Look::Unreliable),
            _ => point(Some(14.0 + n as f64), &format!("{},0 %", 14 + n), Look::Value),
        },
        range: (n == 0).then_some((12.5, 15.75)),
    });
    Drawing::Bars {
        unit: "in %".to_owned(),
        decimals: 1,
        bars: bars.collect(),
        reference: Some(("Musterstadt 16,2 %".to_owned(), 16.2)),
    }
}

pub fn map(level: &str, codes: &[&str]) -> Drawing {
    let looks = [
        Look::Value,
        Look::Value,
        Look::Value,
        Look::Unreliable,
        Look::Withheld,
        Look::Nothing,
        Look::Missing,
        Look::Pending,
        Look::Senseless,
    ];
    let areas = codes.iter().enumerate().map(|(n, code)| MapArea {
        code: code.parse().unwrap(),
        name: format!("Gebiet {code}"),
        class: matches!(looks[n % 9], Look::Value | Look::Unreliable).then_some(n % 4),
        shown: "12,3 %".to_owned(),
        look: looks[n % 9],
    });
    Drawing::Map {
        level: level.parse().unwrap(),
        classes: ["unter 10 %", "10 bis unter 15 %", "15 bis unter 20 %", "20 % und mehr"].map(str::to_owned).to_vec(),
        areas: areas.collect(),
    }
}

pub fn points(n: usize) -> Drawing {
    let spot = |place: usize| Spot {
        label: (place + 1).to_string(),
        name: format!("Kennzahl {place}"),
        x: (place * 7 % 11) as f64,
        y: (place % 7) as f64,
        shown: format!("{} Stunden, {} von 6 Kriterien erfüllt", place * 7 % 11, place % 7),
    };
    Drawing::Points {
        across: "Stunden".to_owned(),
        up: "Erfüllte Kriterien".to_owned(),
        highest: 6.0,
        points: (0..n).map(spot).collect(),
    }
}

pub fn chart(title: &str, drawing: Drawing) -> Block {
    Block::Chart(Chart::new(
        title.to_owned(),
        drawing,
        format!("{title}: Der Anteil stieg von 22,6 % auf 24,6 %."),
        table(&format!("{title} nach Stadtteilen")),
    ))
}

fn spark() -> Spark {
    Spark {
        says: "Von 2005 bis 2015 stieg der Wert von 20 auf 25.".to_owned(),
        values: vec![Some(20.0), Some(21.0), None, Some(21.5), Some(23.0), Some(25.0)],
    }
}

pub fn section(id: &str, heading: &str, blocks: Vec<Block>) -> Block {
    Block::Section { id: id.to_owned(), heading: heading.to_owned(), blocks }
}

fn start(language: Language) -> Page {
    let cards = (0..5)
        .map(|n| Card {
            link: link(
                ["Ausländeranteil", "Übergangsquote auf weiterführende Schulen", "Beschäftigungsquote"][n % 3],
                "i/anteil",
            ),
            over: Some("Arbeit und Wirtschaft".to_owned()),
            shown: Some(format!("2{n},6 %")),
            text: plain("Ende 2015 hatten 24 von 100 Menschen eine ausländische Staatsangehörigkeit."),
            spark: Some(spark()),
        })
        .collect();
    let fields = ["Bildung", "Arbeit und Wirtschaft", "Wohnen"].map(|name| Card {
        link: link(name, "f/bildung"),
        over: None,
        shown: None,
        text: plain("Wie Kinder und Jugendliche durch die Schulen gehen und was sie dort erreichen."),
        spark: None,
    });
    Page {
        path: String::new(),
        language,
        title: "Integrationsmonitoring Musterstadt".to_owned(),
        summary: "Wie Integration in Musterstadt gelingt.".to_owned(),
        trail: Vec::new(),
        blocks: vec![
            Block::Lead(plain(
                "Wie gelingt Teilhabe in Musterstadt? Zahlen aus zehn Jahren, verständlich erklärt, mit Quellen und offenen Daten.",
            )),
            section(
                "changed",
                "Was sich verändert hat",
                vec![Block::List {
                    ordered: false,
                    items: vec![
                        plain("Der Ausländeranteil stieg um 2,0 Prozentpunkte."),
                        plain("Die Beschäftigungsquote stieg um 4,1 Prozentpunkte."),
                    ],
                }],
            ),
            section("fields", "Handlungsfelder", vec![Block::Cards(fields.to_vec())]),
            section("core", "Kernindikatoren", vec![Block::Cards(cards)]),
            section(
                "understanding",
                "Unser Verständnis von Integration",
                vec![
                    Block::Paragraph(plain("Integration ist eine Aufgabe aller, die hier leben.")),
                    Block::Quote(plain("Dazugehören heißt, gefragt zu werden.")),
                ],
            ),
        ],
    }
}

pub fn indicator(language: Language) -> Page {
    Page {
        path: "i/anteil".to_owned(),
        language,
        title: "Anteil der Menschen mit ausländischer Staatsangehörigkeit".to_owned(),
        summary: "Der Anteil <b>\"aller\"</b> & mehr".to_owned(),
        trail: vec![link("Start", ""), link("Bildung", "f/bildung")],
        blocks: vec![
            Block::Lead(plain("Wie viele Menschen in Musterstadt haben keine deutsche Staatsangehörigkeit?")),
            Block::KeyFigure(KeyFigure {
                shown: "24,6 %".to_owned(),
                label: "Ausländeranteil, Musterstadt, 31.12.2015".to_owned(),
                reading: plain(
                    "Ende 2015 hatten 29 520 von 120 000 Einwohnerinnen und Einwohnern eine ausländische Staatsangehörigkeit.",
                ),
                facts: vec![
                    ("Veränderung seit 2005".to_owned(), plain("+2,0 Prozentpunkte")),
                    ("Abstand zur Gesamtstadt".to_owned(), plain("nicht sinnvoll")),
                ],
            }),
            Block::Note {
                kind: NoteKind::Caution,
                text: plain("Zahlen über weniger als 100 Personen stehen in Klammern."),
            },
            section("target", "Ziel und Stand", SIGNS.map(standing).to_vec()),
            section(
                "series",
                "Entwicklung",
                vec![
                    chart("Entwicklung insgesamt", broken(lines(&["insgesamt"]))),
                    chart("Entwicklung nach Geschlecht", lines(&["Frauen", "Männer", "insgesamt"])),
                    chart(
                        "Entwicklung nach Staatsangehörigkeit",
                        lines(&["ausländische Staatsangehörigkeit", "deutsche Staatsangehörigkeit"]),
                    ),
                    Block::Note { kind: NoteKind::Break, text: plain("2011: neue Fortschreibung nach dem Zensus.") },
                ],
            ),
            section("groups", "Gruppen im Vergleich", vec![chart("Gruppen 2015", bars(4))]),
            section(
                "areas",
                "Gebiete",
                vec![
                    chart(
                        "Karte der Stadtteile",
                        map("stadtteil", &["t0", "t1", "t2", "t3", "t4", "t5", "t6", "t7", "t8"]),
                    ),
                    chart("Karte der Bezirke", map("bezirk", &["b0", "b1", "b2"])),
                    chart("Stadtteile 2015", bars(20)),
                    Block::Table(table("Alle Stadtteile 2015")),
                ],
            ),
            section("effort", "Aufwand", vec![chart("Aufwand und Nutzen", points(20))]),
            section(
                "about",
                "Über den Indikator",
                vec![
                    Block::Terms(vec![
                        (
                            "Definition".to_owned(),
                            plain("Menschen ohne deutsche Staatsangehörigkeit je 100 Einwohnerinnen und Einwohner."),
                        ),
                        ("Quelle".to_owned(), vec![Span::Link(link("Melderegister", "methods#melderegister"))]),
                    ]),
                    section(
                        "limits",
                        "Grenzen",
                        vec![Block::Paragraph(vec![
                            Span::Plain("Wer ".to_owned()),
                            Span::Strong("eingebürgert".to_owned()),
                            Span::Plain(" ist, zählt ".to_owned()),
                            Span::Emphasis("nicht".to_owned()),
                            Span::Plain(" mit.".to_owned()),
                        ])],
                    ),
                    Block::Downloads(vec![
                        link("Zahlen als CSV", "i/anteil.csv"),
                        link("Zahlen als JSON", "i/anteil.json"),
                    ]),
                ],
            ),
        ],
    }
}

pub fn pages() -> Vec<Page> {
    let other = |path: &str, title: &str, language| Page {
        path: path.to_owned(),
        language,
        title: title.to_owned(),
        summary: title.to_owned(),
        trail: vec![link("Start", "")],
        blocks: vec![section(
            "melderegister",
            "Melderegister",
            vec![Block::Paragraph(plain("Wer hier gemeldet ist."))],
        )],
    };
    Language::ALL
        .into_iter()
        .flat_map(|language| {
            [
                start(language),
                indicator(language),
                other("f/bildung", "Bildung", language),
                other("a/t1", "Sendling", language),
                other("areas", "Gebiete", language),
                other("methods", "Methoden", language),
                other("data", "Daten", language),
            ]
        })
        .collect()
}
