//! The server over a real connection: every answer against every file.

use std::{
    collections::BTreeMap,
    fs,
    io::{Read, Write},
    net::{SocketAddr, TcpStream},
    path::Path,
};

use flate2::read::GzDecoder;
use words::{Language, Words};

use super::{Given, ServeError, answer_all, listen, site::Site};

/// An answer as it came over the wire.
struct Answer {
    status: u16,
    headers: BTreeMap<String, String>,
    body: Vec<u8>,
}

impl Answer {
    fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", String::as_str)
    }

    fn unpacked(&self) -> Vec<u8> {
        let mut plain = Vec::new();
        GzDecoder::new(self.body.as_slice()).read_to_end(&mut plain).expect("gzip");
        plain
    }
}

/// A site of every kind of file and place.
fn site_files() -> BTreeMap<&'static str, Vec<u8>> {
    let page = |words: &str| format!("<!doctype html><title>{words}</title><p>{}", words.repeat(200)).into_bytes();
    BTreeMap::from([
        ("index.html", page("Start")),
        ("404.html", page("Nicht gefunden")),
        ("i/anteil.html", page("Anteil")),
        ("i/anteil.csv", "Jahr;Wert\n2015;27,3\n".repeat(50).into_bytes()),
        ("i/anteil.json", b"{}".to_vec()),
        ("i/anteil.json-stat.json", dataset().into_bytes()),
        ("a/25.2.html", page("Laim")),
        ("a/süd 1.html", page("Süd")),
        ("en/index.html", page("Home")),
        ("en/404.html", page("Not found")),
        ("en/i/anteil.html", page("Share")),
        ("embed/anteil.html", page("Bild")),
        ("en/embed/share.html", page("Picture")),
        ("style.css", b"p{margin:0}".repeat(100)),
        ("site.js", b"'use strict';".repeat(100)),
        ("data.parquet", vec![0; 4096]),
        ("empty.txt", Vec::new()),
    ])
}

/// The smallest table: one area, two periods, the second withheld.
fn dataset() -> String {
    let dimension = |code: &str, more: &str| {
        let codes = if more.is_empty() { vec![code] } else { vec![code, more] };
        let labels: serde_json::Map<_, _> = codes.iter().map(|code| ((*code).to_owned(), (*code).into())).collect();
        serde_json::json!({ "label": code, "category": { "index": codes, "label": labels } })
    };
    let whole = serde_json::json!({
        "label": "Anteil",
        "updated": "2026-03-16",
        "id": ["area", "period", "metric"],
        "value": { "0": 27.3 },
        "status": { "1": "." },
        "dimension": {
            "area": dimension("99", ""),
            "period": dimension("2022", "2024"),
            "metric": dimension("value", ""),
        },
        "extension": { "language": "de" },
    });
    whole.to_string()
}

fn write_site(folder: &Path) {
    for (path, bytes) in site_files() {
        let path = folder.join(path);
        fs::create_dir_all(path.parent().expect("a parent")).expect("folder");
        fs::write(path, bytes).expect("file");
    }
}

/// Starts a server over the site; it ends with the test program.
fn start() -> SocketAddr {
    let folder = tempfile::tempdir().expect("folder");
    write_site(folder.path());
    let site = Given::read(folder.path()).expect("a site");
    let (listener, address) = listen(SocketAddr::from(([127, 0, 0, 1], 0))).expect("a free port");
    std::thread::spawn(move || {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
        runtime.block_on(answer_all(site, listener, std::future::pending())).expect("answers");
    });
    address
}

fn ask(address: SocketAddr, method: &str, path: &str, headers: &[(&str, &str)]) -> Answer {
    ask_with(address, method, path, headers, "")
}

fn ask_with(address: SocketAddr, method: &str, path: &str, headers: &[(&str, &str)], body: &str) -> Answer {
    let mut stream = TcpStream::connect(address).expect("a connection");
    let more: String = headers.iter().map(|(name, value)| format!("{name}: {value}\r\n")).collect();
    let length = if body.is_empty() { String::new() } else { format!("Content-Length: {}\r\n", body.len()) };
    let head = format!("{method} {path} HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\n{more}{length}\r\n");
    stream.write_all(head.as_bytes()).expect("sent");
    // The server may answer before it has read everything.
    let _ = stream.write_all(body.as_bytes());
    let mut bytes = Vec::new();
    stream.read_to_end(&mut bytes).expect("an answer");
    let end = bytes.windows(4).position(|window| window == b"\r\n\r\n").expect("the end of the head");
    let head = String::from_utf8(bytes[..end].to_vec()).expect("a head in ASCII");
    let mut lines = head.split("\r\n");
    let status = lines.next().and_then(|line| line.split(' ').nth(1)).and_then(|code| code.parse().ok());
    let headers = lines
        .filter_map(|line| line.split_once(": "))
        .map(|(name, value)| (name.to_ascii_lowercase(), value.to_owned()))
        .collect();
    Answer { status: status.expect("a status"), headers, body: bytes[end + 4..].to_vec() }
}

/// Writes a path as an address.
fn address_of(path: &str) -> String {
    format!("/{}", path.replace('ü', "%C3%BC").replace(' ', "%20"))
}

#[test]
fn all_answers_are_all_files_byte_by_byte() {
    let address = start();
    for (path, bytes) in site_files() {
        let plain = ask(address, "GET", &address_of(path), &[]);
        assert_eq!((plain.status, plain.body == bytes), (200, true), "{path}");
        assert_eq!(plain.header("content-length"), bytes.len().to_string(), "{path}");
        assert_eq!(plain.header("content-encoding"), "", "{path}");

        let packed = ask(address, "GET", &address_of(path), &[("Accept-Encoding", "br, gzip;q=0.8")]);
        if packed.header("content-encoding") == "gzip" {
            assert!(packed.body.len() < bytes.len(), "{path}");
            assert_eq!(packed.unpacked(), bytes, "{path}");
            assert_ne!(packed.header("etag"), plain.header("etag"), "{path}");
        } else {
            assert_eq!(packed.body, bytes, "{path}");
        }
    }
}

#[test]
fn pages_answer_without_their_ending() {
    let address = start();
    let files = site_files();
    for (asked, path) in [
        ("/", "index.html"),
        ("/?from=mail", "index.html"),
        ("/i/anteil", "i/anteil.html"),
        ("/a/25.2", "a/25.2.html"),
        ("/a/s%C3%BCd%201", "a/süd 1.html"),
        ("/en/", "en/index.html"),
        ("/en/i/anteil", "en/i/anteil.html"),
    ] {
        let answer = ask(address, "GET", asked, &[]);
        assert_eq!((answer.status, &answer.body), (200, &files[path]), "{asked}");
        assert_eq!(answer.header("content-type"), "text/html; charset=utf-8", "{asked}");
    }
    let folder = ask(address, "GET", "/en", &[]);
    assert_eq!((folder.status, folder.header("location")), (308, "/en/"));
}

#[test]
fn what_is_not_there_is_said_in_the_readers_language() {
    let address = start();
    let files = site_files();
    for (asked, page) in [
        ("/nichts", "404.html"),
        ("/i/nichts", "404.html"),
        ("/i/", "404.html"),
        ("/en/nothing", "en/404.html"),
        ("/en/i/nothing.csv", "en/404.html"),
        ("/%ff", "404.html"),
    ] {
        let answer = ask(address, "GET", asked, &[]);
        assert_eq!((answer.status, &answer.body), (404, &files[page]), "{asked}");
    }
    // What an asker knows does not turn "not there" into "unchanged".
    assert_eq!(ask(address, "GET", "/nichts", &[("If-None-Match", "*")]).status, 404);
}

#[test]
fn no_address_leads_out_of_the_folder() {
    let address = start();
    for asked in [
        "/../Cargo.toml",
        "/i/../../Cargo.toml",
        "/%2e%2e/%2e%2e/etc/passwd",
        "/..%2f..%2fetc/passwd",
        "//etc/passwd",
        "/i/..%5c..%5cCargo.toml",
        "/./index.html",
        "/index.html%00",
    ] {
        assert_eq!(ask(address, "GET", asked, &[]).status, 404, "{asked}");
    }
}

#[test]
#[cfg(unix)]
fn a_link_to_elsewhere_is_not_part_of_the_site() {
    let folder = tempfile::tempdir().expect("folder");
    let elsewhere = tempfile::NamedTempFile::new().expect("file");
    write_site(folder.path());
    std::os::unix::fs::symlink(elsewhere.path(), folder.path().join("elsewhere.txt")).expect("link");
    let site = Site::read(folder.path()).expect("a site");
    assert_eq!(site.files.keys().map(String::as_str).collect::<Vec<_>>(), site_files().into_keys().collect::<Vec<_>>());
}

#[test]
fn unchanged_content_is_not_sent_again() {
    let address = start();
    for encoding in ["identity", "gzip"] {
        let first = ask(address, "GET", "/i/anteil", &[("Accept-Encoding", encoding)]);
        let tag = first.header("etag").to_owned();
        assert!(tag.starts_with('"') && tag.len() > 30, "{tag}");
        for known in [tag.clone(), format!("W/{tag}"), format!("\"other\", {tag}"), "*".to_owned()] {
            let asked = [("Accept-Encoding", encoding), ("If-None-Match", known.as_str())];
            let second = ask(address, "GET", "/i/anteil", &asked);
            assert_eq!((second.status, second.body.len()), (304, 0), "{known}");
            assert_eq!(second.header("etag"), tag);
            assert_eq!(second.header("vary"), "Accept-Encoding");
            assert_eq!(second.header("cache-control"), "no-cache");
        }
        let other = ask(address, "GET", "/i/anteil", &[("If-None-Match", "\"other\"")]);
        assert_eq!(other.status, 200);
    }
}

#[test]
fn compression_is_given_when_asked_for_and_only_then() {
    let address = start();
    for (asked, given) in [
        ("gzip", "gzip"),
        ("GZIP", "gzip"),
        ("*", "gzip"),
        ("br;q=1, gzip;q=0.5", "gzip"),
        ("gzip;q=0", ""),
        ("gzip; q=0.0, *", ""),
        ("br", ""),
        ("identity", ""),
        ("", ""),
    ] {
        let answer = ask(address, "GET", "/style.css", &[("Accept-Encoding", asked)]);
        assert_eq!(answer.header("content-encoding"), given, "{asked}");
        assert_eq!(answer.header("vary"), "Accept-Encoding");
    }
    let packed = ask(address, "GET", "/data.parquet", &[("Accept-Encoding", "gzip")]);
    assert_eq!((packed.header("content-encoding"), packed.header("vary")), ("", ""));
}

#[test]
fn head_answers_as_get_without_the_bytes() {
    let address = start();
    for path in ["/", "/i/anteil.csv", "/nichts", "/empty.txt"] {
        let get = ask(address, "GET", path, &[]);
        let head = ask(address, "HEAD", path, &[]);
        assert_eq!((head.status, head.body.len()), (get.status, 0), "{path}");
        for name in ["content-length", "content-type", "etag", "content-security-policy"] {
            assert_eq!(head.header(name), get.header(name), "{path}: {name}");
        }
    }
    for method in ["POST", "PUT", "DELETE", "OPTIONS", "TRACE"] {
        let refused = ask(address, method, "/", &[]);
        assert_eq!((refused.status, refused.header("allow")), (405, "GET, HEAD"), "{method}");
    }
}

#[test]
fn every_answer_is_careful() {
    let address = start();
    for path in ["/", "/i/anteil", "/i/anteil.csv", "/style.css", "/nichts", "/en", "/data.parquet"] {
        let answer = ask(address, "GET", path, &[]);
        let policy = answer.header("content-security-policy");
        assert!(policy.starts_with("default-src 'none';") && policy.ends_with("frame-ancestors 'none'"), "{policy}");
        assert!(!policy.contains("unsafe") && !policy.contains("http"), "{policy}");
        assert_eq!(answer.header("x-content-type-options"), "nosniff", "{path}");
        assert_eq!(answer.header("referrer-policy"), "no-referrer", "{path}");
        assert_eq!(answer.header("cross-origin-opener-policy"), "same-origin", "{path}");
        assert_eq!(answer.header("cache-control"), "no-cache", "{path}");
        assert!(answer.header("permissions-policy").contains("geolocation=()"), "{path}");
        assert_eq!(answer.header("set-cookie"), "", "{path}");
    }
    for (path, all) in [("/embed/anteil", "*"), ("/en/embed/share", "*"), ("/i/anteil", "'none'")] {
        let policy = ask(address, "GET", path, &[]).header("content-security-policy").to_owned();
        assert!(policy.ends_with(&format!("frame-ancestors {all}")), "{path}: {policy}");
    }
}

#[test]
fn media_types_are_said() {
    let address = start();
    for (path, media_type) in [
        ("/style.css", "text/css; charset=utf-8"),
        ("/site.js", "text/javascript; charset=utf-8"),
        ("/i/anteil.csv", "text/csv; charset=utf-8"),
        ("/i/anteil.json", "application/json; charset=utf-8"),
        ("/empty.txt", "text/plain; charset=utf-8"),
        ("/data.parquet", "application/vnd.apache.parquet"),
    ] {
        assert_eq!(ask(address, "GET", path, &[]).header("content-type"), media_type);
    }
}

#[test]
fn what_hinders_is_said_plainly() {
    let folder = tempfile::tempdir().expect("folder");
    let no_start = Site::read(folder.path()).err().expect("no site");
    assert!(matches!(no_start, ServeError::NoStart { .. }), "{no_start:?}");
    let absent = Site::read(&folder.path().join("absent")).err().expect("no folder");
    assert!(matches!(absent, ServeError::Read { .. }), "{absent:?}");
    let (_first, address) = listen(SocketAddr::from(([127, 0, 0, 1], 0))).expect("a free port");
    let taken = listen(address).expect_err("the port is taken");
    assert!(matches!(taken, ServeError::InUse { .. }), "{taken:?}");
    for language in Language::ALL {
        let words = Words::new(language);
        assert!(taken.say(&words).contains(&address.port().to_string()));
        assert!(no_start.say(&words).contains("index.html"));
        assert!(absent.say(&words).contains("absent"));
    }
}

#[test]
fn figures_are_answered_in_parts() {
    let address = start();
    let data = "/api/v2/tables/anteil/data";
    let answer = ask(address, "GET", data, &[]);
    assert_eq!((answer.status, answer.header("content-type")), (200, "application/json"));
    assert_eq!(answer.header("content-language"), "de");
    assert_eq!(answer.header("access-control-allow-origin"), "*");
    assert_eq!(answer.header("x-content-type-options"), "nosniff");
    let whole: serde_json::Value = serde_json::from_slice(&answer.body).expect("JSON");
    assert_eq!(
        (&whole["value"], &whole["status"]),
        (&serde_json::json!([27.3, null]), &serde_json::json!({ "1": "." }))
    );

    let tag = answer.header("etag").to_owned();
    assert_eq!(ask(address, "GET", data, &[("If-None-Match", &tag)]).status, 304);
    let packed = ask(address, "GET", data, &[("Accept-Encoding", "gzip")]);
    assert_eq!((packed.header("content-encoding"), packed.unpacked()), ("gzip", answer.body.clone()));
    let head = ask(address, "HEAD", data, &[]);
    assert_eq!((head.status, head.body.len(), head.header("etag")), (200, 0, tag.as_str()));

    let body = r#"{"selection": [{"variableCode": "period", "valueCodes": ["2024"]}]}"#;
    let posted = ask_with(address, "POST", data, &[("Content-Type", "application/json")], body);
    assert_eq!((posted.status, posted.body != answer.body), (200, true));
    assert_eq!(ask(address, "OPTIONS", data, &[]).header("access-control-allow-methods"), "GET, HEAD, POST, OPTIONS");
}

#[test]
fn what_the_interface_cannot_answer_is_said_as_a_problem() {
    let address = start();
    for (method, path, status) in [
        ("GET", "/api/v2", 404),
        ("GET", "/api/v2/", 404),
        ("GET", "/api/v2/tables/nichts", 404),
        ("GET", "/api/v2/tables/..%2f..%2findex.html", 404),
        ("GET", "/api/v2/tables/anteil/data?valueCodes%5Bperiod%5D=1999", 400),
        ("DELETE", "/api/v2/tables", 405),
    ] {
        let answer = ask(address, method, path, &[]);
        assert_eq!((answer.status, answer.header("content-type")), (status, "application/problem+json"), "{path}");
    }
    // Beside the interface there are pages.
    assert_eq!(ask(address, "GET", "/api/v2x", &[]).header("content-type"), "text/html; charset=utf-8");
    let long = "x".repeat(super::api::LONGEST + 1);
    assert_eq!(ask_with(address, "POST", "/api/v2/tables/anteil/data", &[], &long).status, 413);
}

#[test]
fn a_file_of_figures_that_is_broken_is_named() {
    let folder = tempfile::tempdir().expect("folder");
    write_site(folder.path());
    fs::write(folder.path().join("i/anteil.json-stat.json"), b"{").expect("file");
    let broken = Given::read(folder.path()).err().expect("no figures");
    assert!(broken.say(&Words::new(Language::De)).contains("anteil.json-stat.json"));
}
