//! Editions that follow each other, charts that are taken along, and feeds, over what lies on disk.

mod common;

use std::{fs, path::Path};

const PUBLIC: &str = "open/published/oeffentlichkeit/site";
const LATER: &str = "open/published/spaeter/site";

fn town(address: bool) -> tempfile::TempDir {
    let dir = tempfile::tempdir().unwrap();
    common::small_town(dir.path(), "already-public");
    if address {
        edition(dir.path(), "oeffentlichkeit", "Ausgabe 2024", "address = \"https://stadt.example/2024/\"\n");
    }
    let delivery = dir.path().join("einwohner.csv");
    fs::write(&delivery, common::delivery(8_765)).unwrap();
    common::run(dir.path(), &["receive", delivery.to_str().unwrap(), "--received", "2026-01-15"], 0);
    common::run(dir.path(), &["produce", "--on", "2026-01-20"], 0);
    common::run(dir.path(), &["publish", "oeffentlichkeit"], 0);
    dir
}

fn edition(dir: &Path, name: &str, title: &str, more: &str) {
    let folder = dir.join("open/editions").join(name);
    fs::create_dir_all(&folder).unwrap();
    fs::write(folder.join("edition.toml"), format!("title.de = \"{title}\"\naudience = \"public\"\n{more}")).unwrap();
}

fn page(dir: &Path, site: &str, path: &str) -> String {
    fs::read_to_string(dir.join(site).join(path)).unwrap_or_else(|error| panic!("{site}/{path}: {error}"))
}

#[test]
fn editions_that_follow_each_other_lead_to_each_other() {
    let dir = town(true);
    let dir = dir.path();
    let before = page(dir, PUBLIC, "i/auslaenderanteil.html");
    let later = "address = \"https://stadt.example/2026/\"\nfollows = \"oeffentlichkeit\"\n";
    edition(dir, "spaeter", "Ausgabe 2026", later);
    common::run(dir, &["publish", "spaeter"], 0);

    let after = page(dir, PUBLIC, "i/auslaenderanteil.html");
    assert!(
        after.contains("<a href=\"https://stadt.example/2026/i/auslaenderanteil.html\">Ausgabe 2026</a>"),
        "{after}"
    );
    let word = after.split_once("<!--later-->").and_then(|(_, rest)| rest.split_once("<!--/later-->")).unwrap().0;
    assert_eq!(after.replace(word, ""), before, "nothing else of an earlier edition changes");
    let later = page(dir, LATER, "i/auslaenderanteil.html");
    assert!(
        later.contains("<a href=\"https://stadt.example/2024/i/auslaenderanteil.html\">Ausgabe 2024</a>"),
        "{later}"
    );

    // Published once more, the word still stands there once.
    common::run(dir, &["publish", "spaeter"], 0);
    assert_eq!(page(dir, PUBLIC, "i/auslaenderanteil.html"), after);
    // An edition that is followed stays as it was published.
    let refused = common::run(dir, &["publish", "oeffentlichkeit"], 1);
    let refused = String::from_utf8(refused.stderr).unwrap();
    assert!(refused.contains("spaeter"), "{refused}");
    assert_eq!(page(dir, PUBLIC, "i/auslaenderanteil.html"), after);
}

#[test]
fn charts_are_taken_along_as_pictures_and_in_frames() {
    let dir = town(true);
    let dir = dir.path();
    let site = dir.join(PUBLIC);
    let page = page(dir, PUBLIC, "i/auslaenderanteil.html");
    for file in ["series.svg", "series.png", "areas.svg"] {
        let there = site.join("i/auslaenderanteil").join(file).exists();
        let offered = page.contains(&format!("href=\"auslaenderanteil/{file}\""));
        assert_eq!((there, offered), (there, there), "{file}");
    }
    assert!(page.contains("href=\"auslaenderanteil/series.png\""), "{page}");
    let svg = fs::read_to_string(site.join("i/auslaenderanteil/series.svg")).unwrap();
    for said in
        ["Ausländeranteil", "Daten: Einwohner", "Stadt Kleinstadt", "dl-de/by-2-0", "Alle Zahlen sind erfunden."]
    {
        assert!(svg.contains(said), "{said}: {svg}");
    }
    let png = fs::read(site.join("i/auslaenderanteil/series.png")).unwrap();
    assert!(png.starts_with(b"\x89PNG\r\n"), "a picture");

    let framed = fs::read_to_string(site.join("embed/auslaenderanteil/series.html")).unwrap();
    assert!(framed.contains("Alle Zahlen sind erfunden.") && framed.contains("<base target=\"_top\">"), "{framed}");
    assert!(!framed.contains("<nav"), "a frame has no navigation: {framed}");
    assert!(
        page.contains("&lt;iframe src=&quot;https://stadt.example/2024/embed/auslaenderanteil/series.html&quot;"),
        "{page}"
    );
    assert!(page.contains("So zitieren"), "{page}");
    let listed = fs::read_to_string(site.join("sitemap.xml")).unwrap();
    assert!(!listed.contains("embed/") && listed.contains("i/auslaenderanteil.html"), "{listed}");
    let robots = fs::read_to_string(site.join("robots.txt")).unwrap();
    assert!(robots.contains("Sitemap: https://stadt.example/2024/sitemap.xml"), "{robots}");
}

#[test]
fn without_an_address_there_is_nothing_to_frame() {
    let dir = town(false);
    assert!(!dir.path().join(PUBLIC).join("embed").exists());
    let page = page(dir.path(), PUBLIC, "i/auslaenderanteil.html");
    assert!(!page.contains("iframe") && page.contains("auslaenderanteil/series.svg"), "{page}");
}

#[test]
fn the_feed_names_the_release_and_what_it_supersedes() {
    let dir = town(false);
    let dir = dir.path();
    let feed = page(dir, PUBLIC, "feed.xml");
    assert_eq!(feed.matches("<entry>").count(), 1, "{feed}");
    assert!(feed.contains("<updated>2026-01-20T00:00:00Z</updated>"), "{feed}");
    let delivery = dir.join("neu.csv");
    fs::write(&delivery, common::delivery(8_766)).unwrap();
    common::run(dir, &["receive", delivery.to_str().unwrap(), "--received", "2026-01-15"], 0);
    common::run(dir, &["produce", "--on", "2026-02-20", "--because", "Lieferung <berichtigt> & geprüft"], 0);
    common::run(dir, &["publish", "oeffentlichkeit"], 0);
    let feed = page(dir, PUBLIC, "feed.xml");
    assert!(feed.contains("Lieferung &lt;berichtigt&gt; &amp; geprüft"), "{feed}");
}
