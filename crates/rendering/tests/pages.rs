//! What holds for every page, whatever stands on it.

mod samples;

use std::{collections::BTreeSet, io::Write};

use publication::page::{Block, Page, Span};
use rendering::{File, site};

fn files() -> Vec<File> {
    site(&samples::catalogue(), &samples::pages(), None)
}

fn html() -> Vec<(String, String)> {
    let html = files().into_iter().filter(|file| file.path.ends_with(".html"));
    html.map(|file| (file.path, String::from_utf8(file.bytes).unwrap())).collect()
}

/// The values of an attribute in the order of the page.
fn attribute<'a>(page: &'a str, name: &str) -> Vec<&'a str> {
    let mark = format!(" {name}=\"");
    page.split(mark.as_str()).skip(1).filter_map(|rest| rest.split_once('"').map(|(value, _)| value)).collect()
}

#[test]
fn the_same_pages_give_the_same_bytes() {
    assert_eq!(files(), files());
    assert!(html().len() >= 4, "both languages, and the page for what does not exist");
}

#[test]
fn ids_are_unique_and_lead_somewhere() {
    for (path, page) in html() {
        let ids = attribute(&page, "id");
        let unique: BTreeSet<_> = ids.iter().collect();
        assert_eq!(ids.len(), unique.len(), "{path}");
        for name in ["aria-labelledby", "aria-describedby", "aria-controls"] {
            for id in attribute(&page, name).into_iter().flat_map(str::split_whitespace) {
                assert!(unique.contains(&id), "{path}: {name} names {id}");
            }
        }
        for target in attribute(&page, "href").into_iter().filter_map(|target| target.strip_prefix('#')) {
            assert!(unique.contains(&target), "{path}: a link leads to #{target}");
        }
    }
}

#[test]
fn nothing_needs_a_script_a_style_attribute_or_another_host() {
    for (path, page) in html() {
        for forbidden in [" style=", " onclick=", " onload=", "<style", "javascript:", "@import", "<iframe"] {
            assert!(!page.contains(forbidden), "{path} holds {forbidden}");
        }
        for source in attribute(&page, "src") {
            assert!(!source.contains("//"), "{path} asks another host for {source}");
        }
        let inline = page.split("<script").skip(1).any(|rest| !rest.starts_with(" ") || rest.contains("<script>"));
        assert!(!inline, "{path} holds a script");
    }
    for file in files().iter().filter(|file| file.path.ends_with(".css")) {
        assert!(!String::from_utf8_lossy(&file.bytes).contains("url(http"), "{}", file.path);
    }
}

#[test]
fn every_drawing_is_said_aloud() {
    let mut drawings = 0;
    for (path, page) in html() {
        for svg in page.split("<svg").skip(1).filter_map(|rest| rest.split_once("</svg>").map(|(svg, _)| svg)) {
            let head = svg.split_once('>').unwrap().0;
            if head.contains("aria-hidden=\"true\"") {
                continue;
            }
            drawings += 1;
            assert!(head.contains("role=\"img\""), "{path}: {head}");
            assert!(svg.contains("<title") || head.contains("aria-label"), "{path}: {head}");
        }
        assert_eq!(
            page.matches("<table").count(),
            page.matches("<caption").count(),
            "{path}: each table has a caption"
        );
        assert_eq!(page.matches("<h1").count(), 1, "{path}");
    }
    assert!(drawings >= 10, "{drawings} drawings");
}

#[test]
fn what_people_write_cannot_become_markup() {
    let evil = "<script>alert(1)</script>\"&'";
    let mut page: Page = samples::indicator(words::Language::De);
    page.title = evil.to_owned();
    page.summary = evil.to_owned();
    page.blocks.push(Block::Paragraph(vec![Span::Strong(evil.to_owned())]));
    page.blocks.push(samples::chart(evil, samples::bars(2)));
    for file in site(&samples::catalogue(), &[page], None) {
        if file.path.ends_with(".html") {
            let text = String::from_utf8(file.bytes).unwrap();
            assert!(!text.contains("<script>alert"), "{}", file.path);
            assert!(!text.contains("alert(1)</script>"), "{}", file.path);
        }
    }
}

#[test]
fn pages_stay_light() {
    let files = files();
    let compressed = |bytes: &[u8]| {
        let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::default());
        encoder.write_all(bytes).unwrap();
        encoder.finish().unwrap().len()
    };
    let shared: usize =
        files.iter().filter(|file| !file.path.ends_with(".html")).map(|file| compressed(&file.bytes)).sum();
    for file in files.iter().filter(|file| file.path.ends_with(".html")) {
        let weight = shared + compressed(&file.bytes);
        println!("{}: {weight} bytes compressed with all it needs", file.path);
        assert!(weight < 60_000, "{} weighs {weight}", file.path);
    }
}
