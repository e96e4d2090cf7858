//! The type setter's view of the world: the template, the data and the fonts of the program, and nothing else.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::{LazyLock, OnceLock},
};

use serde_json::Value;
use typst::{
    Feature, Library, LibraryExt, World,
    diag::{FileError, FileResult, SourceDiagnostic},
    foundations::{Bytes, Datetime, Duration, Smart},
    syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot},
    text::{Font, FontBook},
    utils::LazyHash,
};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};

use crate::Refused;

const TEMPLATE: [(&str, &str); 4] = [
    ("report.typ", include_str!("../template/report.typ")),
    ("look.typ", include_str!("../template/look.typ")),
    ("blocks.typ", include_str!("../template/blocks.typ")),
    ("table.typ", include_str!("../template/table.typ")),
];

/// Faces of the text font stand first.
const TEXT_FACES: usize = 3;
pub(crate) const FONTS: [&[u8]; 6] = [
    include_bytes!("../fonts/SourceSans3-Regular.ttf"),
    include_bytes!("../fonts/SourceSans3-Italic.ttf"),
    include_bytes!("../fonts/SourceSans3-SemiBold.ttf"),
    include_bytes!("../fonts/SourceSerif4-Regular.ttf"),
    include_bytes!("../fonts/SourceSerif4-Italic.ttf"),
    include_bytes!("../fonts/SourceSerif4-SemiBold.ttf"),
];

/// Sets a document from its data.
pub(crate) fn set(data: &Value) -> Result<Vec<u8>, Refused> {
    letters(data)?;
    let world = Shelf::new(data);
    let document = typst::compile::<PagedDocument>(&world).output.map_err(|faults| trouble(data, &faults))?;
    let standards = PdfStandards::new(&[PdfStandard::A_2a, PdfStandard::Ua_1]).expect("both can hold at once");
    let options = PdfOptions {
        ident: Smart::Custom(format!("{}{}", data["ident"], data["date"])),
        creator: Smart::Custom(Some("Mehrklang".to_owned())),
        standards,
        ..PdfOptions::default()
    };
    let pdf = typst_pdf::pdf(&document, &options).map_err(|faults| trouble(data, &faults))?;
    // What is remembered of this document helps the next one a little; what is older only fills the memory.
    typst::comemo::evict(1);
    Ok(pdf)
}

fn trouble(data: &Value, faults: &[SourceDiagnostic]) -> Refused {
    let said: Vec<&str> = faults.iter().map(|fault| fault.message.as_str()).collect();
    let said = said.join("; ");
    let logo = said.contains("SVG") && !data["logo"].is_null();
    if logo { Refused::Logo } else { Refused::Setting(said) }
}

/// Every letter must be there in all faces of the text font, to which headings fall back: a document with holes is no
/// report.
fn letters(data: &Value) -> Result<(), Refused> {
    let text = data.to_string();
    let faces = &fonts()[..TEXT_FACES];
    let is_lacking = |letter: &char| faces.iter().any(|face| !face.info().coverage.contains(*letter as u32));
    let lacking: BTreeSet<char> = text.chars().filter(|letter| !letter.is_ascii()).filter(is_lacking).collect();
    if lacking.is_empty() { Ok(()) } else { Err(Refused::Letters(lacking)) }
}

fn fonts() -> &'static [Font] {
    static LOADED: OnceLock<Vec<Font>> = OnceLock::new();
    LOADED.get_or_init(|| {
        let load = |bytes: &'static [u8]| Font::new(Bytes::new(bytes), 0).expect("the fonts of the program are fonts");
        FONTS.into_iter().map(load).collect()
    })
}

/// Template, data and fonts.
struct Shelf {
    main: FileId,
    sources: BTreeMap<&'static str, Source>,
    data: Bytes,
}

static LIBRARY: LazyLock<LazyHash<Library>> = LazyLock::new(|| {
    // Heads of rows are declared with a feature that is still to find its final name.
    LazyHash::new(Library::builder().with_features([Feature::A11yExtras].into_iter().collect()).build())
});

static BOOK: LazyLock<LazyHash<FontBook>> = LazyLock::new(|| LazyHash::new(FontBook::from_fonts(fonts())));

impl Shelf {
    fn new(data: &Value) -> Shelf {
        let sources = TEMPLATE.map(|(name, text)| (name, Source::new(id(name), text.to_owned())));
        Shelf { main: id(TEMPLATE[0].0), sources: sources.into(), data: Bytes::from_string(data.to_string()) }
    }
}

fn id(name: &str) -> FileId {
    let path = VirtualPath::new(name).expect("the names of the template are paths");
    RootedPath::new(VirtualRoot::Project, path).intern()
}

fn name(id: FileId) -> String {
    id.vpath().get_without_slash().to_owned()
}

impl World for Shelf {
    fn library(&self) -> &LazyHash<Library> {
        &LIBRARY
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &BOOK
    }

    fn main(&self) -> FileId {
        self.main
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        self.sources.get(name(id).as_str()).cloned().ok_or(FileError::AccessDenied)
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        if name(id) == "data.json" { Ok(self.data.clone()) } else { Err(FileError::AccessDenied) }
    }

    fn font(&self, index: usize) -> Option<Font> {
        fonts().get(index).cloned()
    }

    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}
