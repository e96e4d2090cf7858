//! Where pages lie, where links lead, and how each kind of block is written.

mod samples;

use std::collections::{BTreeMap, BTreeSet};

use catalogue::model::{Colour, Design, Logo};
use publication::page::*;
use rendering::{File, site};
use words::Language;

fn files() -> BTreeMap<String, String> {
    site(&samples::catalogue(), &samples::pages(), None)
        .into_iter()
        .map(|File { path, bytes }| (path, String::from_utf8(bytes).expect("UTF-8")))
        .collect()
}

fn pages() -> impl Iterator<Item = (String, String)> {
    files().into_iter().filter(|(path, _)| path.ends_with(".html"))
}

/// The values of an attribute in reading order.
fn values<'a>(html: &'a str, attribute: &str) -> Vec<&'a str> {
    let start = format!(" {attribute}=\"");
    html.split(start.as_str()).skip(1).filter_map(|rest| rest.split('"').next()).collect()
}

/// One page with these blocks.
fn page_of(blocks: Vec<Block>) -> String {
    let page = Page {
        path: "i/eins".to_owned(),
        language: Language::De,
        title: "Eins".to_owned(),
        summary: "Eins.".to_owned(),
        trail: Vec::new(),
        blocks,
    };
    let files = site(&samples::catalogue(), &[page], None);
    let file = files.into_iter().find(|file| file.path == "i/eins.html").expect("the page");
    String::from_utf8(file.bytes).expect("UTF-8")
}

fn main_of(html: &str) -> &str {
    let (_, rest) = html.split_once("</h1>").expect("a first heading");
    rest.split_once("</main>").expect("main").0
}

#[test]
fn every_page_has_its_file_in_its_language() {
    let files = files();
    let paths: BTreeSet<&str> = files.keys().map(String::as_str).collect();
    for path in ["index.html", "en/index.html", "i/anteil.html", "en/a/t1.html", "404.html", "style.css", "robots.txt"]
    {
        assert!(paths.contains(path), "{path} is not in {paths:?}");
    }
    assert!(files["index.html"].starts_with("<!DOCTYPE html><html lang=\"de\">"));
    assert!(files["en/index.html"].starts_with("<!DOCTYPE html><html lang=\"en\">"));
}

#[test]
fn headings_begin_with_one_and_skip_none() {
    for (path, html) in pages() {
        let levels: Vec<u32> = html.split("<h").skip(1).filter_map(|rest| rest.chars().next()?.to_digit(10)).collect();
        assert_eq!(levels.first(), Some(&1), "{path}");
        assert_eq!(levels.iter().filter(|level| **level == 1).count(), 1, "{path}");
        assert!(levels.windows(2).all(|pair| pair[1] <= pair[0] + 1), "{path}: {levels:?}");
    }
}

#[test]
fn links_lead_to_files_of_the_site() {
    let files = files();
    let data = ["i/anteil.csv", "i/anteil.json", "feed.xml", "en/feed.xml"];
    for (path, html) in files.iter().filter(|(path, _)| path.ends_with(".html") && *path != "404.html") {
        for address in values(html, "href").into_iter().chain(values(html, "src")) {
            if address.contains(':') {
                continue;
            }
            let (to, part) = address.split_once('#').map_or((address, None), |(to, part)| (to, Some(part)));
            let mut place: Vec<&str> = path.split('/').collect();
            if !to.is_empty() {
                place.pop();
                for step in to.split('/') {
                    if step == ".." { place.pop().map(drop).expect("within the site") } else { place.push(step) }
                }
            }
            let target = place.join("/");
            assert!(
                files.contains_key(&target) || data.contains(&target.as_str()),
                "{path}: {address} leads to {target}"
            );
            if let (Some(part), Some(html)) = (part, files.get(&target)) {
                assert!(html.contains(&format!(" id=\"{part}\"")), "{path}: {address}");
            }
        }
    }
}

#[test]
fn what_people_wrote_is_text() {
    let nasty = "<script>alert(\"1\")</script> & 'mehr'";
    let html = page_of(vec![
        Block::Paragraph(samples::plain(nasty)),
        samples::section("teil", nasty, vec![samples::chart(nasty, samples::bars(3))]),
        Block::Paragraph(vec![Span::Link(samples::link(nasty, "i/\"><b>"))]),
    ]);
    assert!(!html.contains("<script>alert") && !html.contains("\"><b>"), "{html}");
    assert!(html.contains("&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; 'mehr'"));
    assert!(
        files()["i/anteil.html"].contains("content=\"Der Anteil &lt;b&gt;&quot;aller&quot;&lt;/b&gt; &amp; mehr\"")
    );
}

#[test]
fn every_drawing_has_its_name_and_its_sentence() {
    for drawing in [
        samples::bars(2),
        samples::bars(20),
        samples::map("stadtteil", &["t0", "t4"]),
        samples::map("bezirk", &["b0"]),
        samples::points(20),
    ] {
        let html = page_of(vec![samples::chart("Titel", drawing)]);
        let (_, svg) = html.split_once("<div class=\"plot").expect("a plot");
        assert!(svg.contains("role=\"img\" aria-labelledby=\"c1-t c1-d\"><title id=\"c1-t\">Titel</title><desc id=\"c1-d\">Titel: Der Anteil stieg"), "{svg}");
        assert!(
            html.contains(
                "<figcaption><p class=\"chart-title\" id=\"c1-h\">Titel</p><p class=\"chart-says\">Titel: Der"
            )
        );
        assert!(html.contains("<details><summary>Werte als Tabelle<span class=\"unseen\">: Titel</span></summary>"));
    }
}

#[test]
fn dots_are_told_apart_by_their_labels() {
    let html = page_of(vec![samples::chart("Titel", samples::points(20))]);
    assert_eq!(html.matches("<circle class=\"spot\"").count(), 20);
    assert!(html.contains("<title>3. Kennzahl 2: 3 Stunden, 2 von 6 Kriterien erfüllt</title>"), "{html}");
    assert!(html.contains(">20</text>"), "each label is written");
    for axis in ["Stunden", "Erfüllte Kriterien"] {
        assert!(html.contains(&format!(">{axis}</text>")), "{axis}");
    }
    // A single one is drawn as well.
    assert_eq!(page_of(vec![samples::chart("Titel", samples::points(1))]).matches("class=\"spot\"").count(), 1);
}

#[test]
fn a_map_without_outlines_leaves_its_table_open() {
    let html = page_of(vec![samples::chart("Titel", samples::map("stadt", &["99999000"]))]);
    assert!(html.contains("<details open>") && !html.contains("class=\"plot\""), "{html}");
}

#[test]
fn zero_withheld_missing_and_unreliable_look_different() {
    let html =
        page_of(vec![samples::chart("Titel", samples::map("stadtteil", &["t0", "t1", "t2", "t3", "t4", "t5", "t6"]))]);
    let patterns: Vec<&str> =
        html.split("<pattern").skip(1).filter_map(|rest| rest.split_once('>')?.1.split("</pattern>").next()).collect();
    assert_eq!(patterns.len(), 4);
    assert_eq!(patterns.iter().collect::<BTreeSet<_>>().len(), 4, "{patterns:?}");
    for words in
        ["genau null", "nicht veröffentlicht oder unbekannt", "liegt nicht vor", "eingeschränkt aussagekräftig"]
    {
        assert!(html.contains(&format!("</svg>{words}</li>")), "{words}");
    }
}

/// A withheld figure has no length and no height in a chart: it is hatched all over, and said in words.
#[test]
fn withheld_figures_are_gaps_that_can_be_seen() {
    let html = page_of(vec![samples::chart("Titel", samples::bars(4))]);
    let bar = html.split("<title>Thalkirchen-Obersendling-Forstenried: . –").nth(1).expect("the third bar");
    let bar = bar.split("</g>").next().expect("its end");
    assert!(bar.contains("nicht veröffentlicht oder unbekannt") && bar.contains("<rect fill=\"url(#c1-withheld)\""));
    assert!(!bar.contains("class=\"bar"), "{bar}");
    let widths = |html: &str| values(html, "width").iter().filter_map(|one| one.parse().ok()).collect::<Vec<f64>>();
    assert!(widths(bar).iter().all(|width| *width > 200.0), "the whole track: {bar}");

    let html = page_of(vec![samples::chart("Titel", samples::lines(&["Frauen", "Männer"]))]);
    assert_eq!(html.matches("<g class=\"withheld\">").count(), 1, "one band, although both are withheld");
    assert!(html.contains("<title>Frauen, 2007: . – nicht veröffentlicht oder unbekannt; Männer, 2007: ."), "{html}");
    assert!(html.contains("Schraffiert (.): nicht veröffentlicht oder unbekannt; das heißt nicht null."));
    for path in values(&html, "d").into_iter().filter(|path| path.matches('L').count() > 5) {
        assert_eq!(path.matches('M').count(), 2, "the line has a gap: {path}");
    }
    let Drawing::Lines { unit, decimals, periods, mut series, breaks } = samples::lines(&["Frauen", "Männer"]) else {
        panic!()
    };
    series[1].points = periods.iter().map(|_| samples::point(None, ".", Look::Withheld)).collect();
    let html = page_of(vec![samples::chart("Titel", Drawing::Lines { unit, decimals, periods, series, breaks })]);
    assert_eq!(html.matches("<g class=\"withheld\">").count(), 1, "a series that is never told hatches nothing");
    assert!(html.contains("<p class=\"chart-note\">Nicht veröffentlicht: Männer</p>"), "{html}");
    let without = page_of(vec![samples::chart("Titel", samples::bars(2))]);
    assert!(!without.contains("-withheld"), "nothing is hatched without need");
}

#[test]
fn a_table_says_what_its_signs_mean() {
    let html = page_of(vec![Block::Table(samples::table("Anteil"))]);
    let expected = concat!(
        "<section class=\"table-frame\" tabindex=\"0\" aria-labelledby=\"t1\">",
        "<table class=\"sortable\"><caption id=\"t1\">Anteil</caption>",
        "<thead><tr><th scope=\"col\">Stadtteil</th><th scope=\"col\" class=\"number\">2014 in %</th>",
        "<th scope=\"col\" class=\"number\">2015 in %</th></tr></thead>",
        "<tbody><tr><th scope=\"row\"><a href=\"../a/t1\">Sendling &amp; Umland</a></th>",
        "<td class=\"number\" data-value=\"22.6\">22,6</td>",
        "<td class=\"number unreliable\" data-value=\"24.6\">(24,6)<span class=\"unseen\"> eingeschränkt aussagekräftig</span></td></tr>",
        "<tr><th scope=\"row\">Laim</th>",
        "<td class=\"number sign\" data-value=\"0\"><span aria-hidden=\"true\">–</span><span class=\"unseen\">genau null</span></td>",
        "<td class=\"number sign withheld\"><span aria-hidden=\"true\" title=\"nicht veröffentlicht oder unbekannt\">.</span><span class=\"unseen\">nicht veröffentlicht oder unbekannt</span></td></tr>",
        "<tr><th scope=\"row\">Aubing</th><td class=\"number\" data-value=\"31.2\">31,2</td>",
        "<td class=\"number sign\"><span aria-hidden=\"true\">…</span><span class=\"unseen\">folgt später</span></td></tr></tbody></table></section>",
        "<ul class=\"signs\"><li>. nicht veröffentlicht oder unbekannt</li><li>– genau null</li></ul>",
    );
    assert_eq!(main_of(&html), expected);
}

#[test]
fn sections_nest_as_headings() {
    let inner = samples::section("b", "B", vec![Block::Paragraph(samples::plain("Text"))]);
    let html = page_of(vec![samples::section("a", "A", vec![inner])]);
    assert_eq!(
        main_of(&html),
        "<section id=\"a\"><h2>A</h2><div class=\"part\"><section id=\"b\"><h3>B</h3><p>Text</p></section></div></section>"
    );
}

#[test]
fn the_footer_names_publisher_contact_and_licence() {
    let html = page_of(Vec::new());
    assert!(html.contains("<dd>Stadt Musterstadt, Fachstelle Integration</dd>"));
    assert!(html.contains(
        "Telefon 0123 456, <a href=\"mailto:integration@musterstadt.example\">integration@musterstadt.example</a>"
    ));
    assert!(html.contains("<a href=\"https://www.govdata.de/dl-de/by-2-0\" rel=\"license\">dl-de/by-2-0</a>"));
    assert!(html.contains("<p class=\"synthetic\"><span>Musterstadt ist erfunden;"));
}

#[test]
fn where_a_figure_stands_is_said_in_a_word_and_shown_by_a_shape() {
    let notes = samples::SIGNS.map(|sign| Block::Note { kind: NoteKind::Status(sign), text: Vec::new() });
    let html = page_of(notes.to_vec());
    let words = ["Erreicht", "Auf dem Weg", "Nicht auf dem Weg", "Verfehlt", "Warnung", "Alarm", "Nicht zu beurteilen"];
    for word in words {
        assert!(html.contains(&format!("</svg>{word}.</strong>")), "{word}");
    }
    let shapes: BTreeSet<&str> = html.split("<path d=\"").skip(1).collect();
    assert!(shapes.len() >= words.len(), "each has a shape of its own");
}

#[test]
fn no_line_is_drawn_into_what_was_measured_anew() {
    let Drawing::Lines { unit, decimals, periods, series, .. } = samples::lines(&["Frauen"]) else { panic!() };
    let drawn = |breaks| {
        let drawing =
            Drawing::Lines { unit: unit.clone(), decimals, periods: periods.clone(), series: series.clone(), breaks };
        page_of(vec![samples::chart("Titel", drawing)])
    };
    let moves = |html: &str| {
        let line = html.split("class=\"line\" d=\"").nth(1).unwrap().split('"').next().unwrap();
        line.matches('M').count()
    };
    let (whole, broken) = (drawn(Vec::new()), drawn(vec![3]));
    assert_eq!(moves(&broken), moves(&whole) + 1);
    assert!(broken.contains("class=\"break\"") && !whole.contains("class=\"break\""));
}

#[test]
fn a_site_has_the_logo_and_the_colour_of_its_publisher() {
    let mut catalogue = samples::catalogue();
    let plain = site(&catalogue, &samples::pages(), None);
    let says = samples::text("Wappen & Wellen", "Arms & waves");
    let logo = Logo { file: "open/logo.svg".to_owned(), svg: "<svg/>".to_owned(), says };
    catalogue.monitoring.design = Design { accent: Some(Colour::rgb(0xff, 0xcc, 0)), logo: Some(logo) };
    let own = site(&catalogue, &samples::pages(), None);
    let text = |files: &[File], path: &str| {
        let file = files.iter().find(|file| file.path == path)?;
        String::from_utf8(file.bytes.clone()).ok()
    };
    assert!(text(&plain, "logo.svg").is_none() && text(&own, "logo.svg").as_deref() == Some("<svg/>"));
    let start = text(&own, "en/index.html").expect("a start page");
    assert!(start.contains("<img class=\"logo\" src=\"../logo.svg\" alt=\"Arms &amp; waves\">"));
    assert!(!start.contains("class=\"mark\""));
    // A colour that nobody could read by light is darkened; on a dark ground it stays.
    let (before, after) = (text(&plain, "style.css").expect("a style"), text(&own, "style.css").expect("a style"));
    let added = after.strip_prefix(before.as_str()).expect("one style, and the colour");
    let colours: Vec<&str> = added.split("--link: ").skip(1).filter_map(|rest| rest.split(';').next()).collect();
    let [light, dark] = colours[..] else { panic!("by light and in the dark: {added}") };
    assert!(light.parse::<Colour>().expect("a colour").contrast(Colour::WHITE) >= Colour::READABLE);
    assert_eq!(dark, "#ffcc00");
}
