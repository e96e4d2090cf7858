//! Laws of the reader: it never panics, whatever stands in the files, and the same files give the same remarks.

mod tiny;

use catalogue::{Files, Place, remark::has_errors};
use proptest::prelude::*;

fn holds(files: &Files) {
    let (catalogue, remarks) = catalogue::read(files);
    assert_eq!(catalogue.is_none(), has_errors(&remarks));
    assert_eq!(catalogue::read(files).1, remarks);
    for remark in &remarks {
        match &remark.place {
            Place::Span(path, span) => {
                let text = &files[path];
                assert!(span.start <= span.end && span.end <= text.len(), "{remark:?}");
                assert!(text.is_char_boundary(span.start) && text.is_char_boundary(span.end), "{remark:?}");
            }
            Place::File(path) => assert!(files.contains_key(path), "{remark:?}"),
            Place::Monitoring => {}
            Place::Row { .. } => panic!("definitions have no rows"),
        }
    }
}

/// Pieces that mean something to some reader.
const PIECES: &[&str] = &[
    "{",
    "}",
    "{{",
    "{value",
    "=",
    "\"",
    "'''",
    "[",
    "]",
    "[[area]]",
    "[[level]]",
    "\n",
    ".",
    "ä",
    "§ 1",
    "12,5",
    "**",
    "<b>",
    "parent = \"01\"",
    "code = \"01\"",
    "name = \"city\"",
    "\u{feff}",
    "\\",
    "# ",
    "- ",
    "> ",
    "0",
    "-1",
    "true",
];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(100))]

    #[test]
    fn a_file_of_any_text_is_read(file in any::<prop::sample::Index>(), text in "\\PC{0,200}") {
        let mut files = tiny::files();
        let path = file.get(&files.keys().cloned().collect::<Vec<_>>()).clone();
        files.insert(path, text);
        holds(&files);
    }

    #[test]
    fn a_damaged_file_is_read(
        file in any::<prop::sample::Index>(),
        damages in prop::collection::vec((any::<prop::sample::Index>(), 0..12_usize, prop::sample::select(PIECES)), 1..5),
    ) {
        let mut files = tiny::files();
        let path = file.get(&files.keys().cloned().collect::<Vec<_>>()).clone();
        for (place, length, piece) in damages {
            let text: Vec<char> = files[&path].chars().collect();
            let start = place.index(text.len() + 1);
            let end = (start + length).min(text.len());
            let damaged: String =
                text[..start].iter().collect::<String>() + piece + &text[end..].iter().collect::<String>();
            files.insert(path.clone(), damaged);
        }
        holds(&files);
    }

    #[test]
    fn files_of_any_name_are_read(paths in prop::collection::vec("open(/[a-zA-ZÄ. -]{0,8}){1,4}(\\.toml|\\.md|\\.geojson)?", 0..4)) {
        let mut files = tiny::files();
        for path in paths {
            files.entry(path).or_default();
        }
        holds(&files);
    }
}

#[test]
fn a_monitoring_with_any_file_missing_is_read() {
    for path in tiny::files().keys() {
        let mut files = tiny::files();
        files.remove(path);
        let (catalogue, remarks) = catalogue::read(&files);
        assert_eq!(catalogue.is_none(), has_errors(&remarks));
        for remark in &remarks {
            assert!(!matches!(&remark.place, Place::File(file) | Place::Span(file, _) if file == path), "{remark:?}");
        }
    }
}
