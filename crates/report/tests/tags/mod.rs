//! The tag tree of a PDF as text: what those hear who have the document read aloud.

use std::{collections::BTreeSet, fmt::Write};

use hayro_syntax::{
    Pdf,
    object::{Dict, Name, Object, String as Text},
};

/// What is read of a document.
pub(crate) struct Read {
    /// The language of the catalogue.
    pub language: String,
    /// One element a line, indented: `TH scope=Row`, `Figure alt="…"`. Runs of alike lines are counted.
    pub tree: String,
    /// The bookmarks, indented.
    pub bookmarks: String,
    /// Names of fonts that are not embedded.
    pub missing_fonts: BTreeSet<String>,
    /// Names of fonts that are embedded.
    pub fonts: BTreeSet<String>,
    /// The XMP metadata.
    pub metadata: String,
    /// How many pages there are.
    pub pages: usize,
}

pub(crate) fn read(bytes: &[u8]) -> Read {
    let pdf = Pdf::new(bytes.to_vec()).expect("it is a PDF");
    let root: Dict<'_> = pdf.xref().get(pdf.xref().root_id()).expect("a PDF has a catalogue");
    let mut tree = String::new();
    element(&root.get("StructTreeRoot").expect("the document is tagged"), 0, &mut tree);
    let mut bookmarks = String::new();
    if let Some(first) = root.get::<Dict<'_>>("Outlines").and_then(|outlines| outlines.get("First")) {
        siblings(first, 0, &mut bookmarks);
    }
    let metadata = root.get::<hayro_syntax::object::Stream<'_>>("Metadata").expect("a document has metadata");
    let (mut fonts, mut missing_fonts) = (BTreeSet::new(), BTreeSet::new());
    for object in pdf.objects() {
        let Object::Dict(font) = object else { continue };
        if name(&font, "Type").as_deref() != Some("FontDescriptor") {
            continue;
        }
        let embedded = ["FontFile", "FontFile2", "FontFile3"].iter().any(|key| font.contains_key(key));
        // A subset has a tag of six letters before its name.
        let called = name(&font, "FontName").unwrap_or_default();
        let called = called.split_once('+').map_or(called.clone(), |(_, name)| name.to_owned());
        if embedded {
            fonts.insert(called)
        } else {
            missing_fonts.insert(called)
        };
    }
    Read {
        language: text(&root, "Lang").unwrap_or_default(),
        tree: counted(&tree),
        bookmarks,
        missing_fonts,
        fonts,
        metadata: String::from_utf8_lossy(&metadata.decoded().expect("the metadata can be read")).into_owned(),
        pages: pdf.pages().len(),
    }
}

fn element(dict: &Dict<'_>, depth: usize, tree: &mut String) {
    let kind = name(dict, "S");
    if let Some(kind) = &kind {
        let _ = write!(tree, "{}{kind}", "  ".repeat(depth));
        for (key, shown) in [("T", "title"), ("Lang", "lang"), ("Alt", "alt"), ("ActualText", "actual")] {
            if let Some(text) = text(dict, key) {
                let _ = write!(tree, " {shown}={text:?}");
            }
        }
        for attributes in attributes(dict) {
            for key in ["Scope", "ListNumbering"] {
                if let Some(value) = name(&attributes, key) {
                    let _ = write!(tree, " {}={value}", key.to_lowercase());
                }
            }
        }
        tree.push('\n');
    }
    let depth = depth + usize::from(kind.is_some());
    match dict.get::<Object<'_>>("K") {
        Some(Object::Dict(child)) => element(&child, depth, tree),
        Some(Object::Array(children)) => {
            for child in children.iter::<Object<'_>>() {
                if let Object::Dict(child) = child {
                    element(&child, depth, tree);
                }
            }
        }
        _ => {}
    }
}

fn attributes<'a>(dict: &Dict<'a>) -> Vec<Dict<'a>> {
    match dict.get::<Object<'a>>("A") {
        Some(Object::Dict(one)) => vec![one],
        Some(Object::Array(many)) => many.iter::<Dict<'a>>().collect(),
        _ => Vec::new(),
    }
}

fn siblings(first: Dict<'_>, depth: usize, bookmarks: &mut String) {
    let mut next = Some(first);
    while let Some(bookmark) = next {
        let _ = writeln!(bookmarks, "{}{}", "  ".repeat(depth), text(&bookmark, "Title").unwrap_or_default());
        if let Some(child) = bookmark.get::<Dict<'_>>("First") {
            siblings(child, depth + 1, bookmarks);
        }
        next = bookmark.get("Next");
    }
}

fn name(dict: &Dict<'_>, key: &str) -> Option<String> {
    dict.get::<Name<'_>>(key).map(|name| name.as_str().to_owned())
}

/// A text string: UTF-16 with a mark, or Latin letters.
fn text(dict: &Dict<'_>, key: &str) -> Option<String> {
    let text = dict.get::<Text<'_>>(key)?;
    let bytes = text.as_bytes();
    Some(match bytes.strip_prefix(&[0xFE, 0xFF]) {
        Some(wide) => {
            let units: Vec<u16> = wide.chunks_exact(2).map(|pair| u16::from_be_bytes([pair[0], pair[1]])).collect();
            String::from_utf16_lossy(&units)
        }
        None => bytes.iter().map(|byte| char::from(*byte)).collect(),
    })
}

/// Alike lines that follow each other become one line with their number.
fn counted(tree: &str) -> String {
    let mut lines: Vec<(&str, usize)> = Vec::new();
    for line in tree.lines() {
        match lines.last_mut() {
            Some((last, count)) if *last == line => *count += 1,
            _ => lines.push((line, 1)),
        }
    }
    let line =
        |(line, count): (&str, usize)| if count > 1 { format!("{line} ×{count}\n") } else { format!("{line}\n") };
    lines.into_iter().map(line).collect()
}
