//! The parts of the package: those of the library, and four of our own that it writes otherwise than is needed here.

use std::io::Cursor;

use catalogue::Catalogue;
use docx_rs::{
    AbstractNumbering, Docx, Footer, Level, LevelJc, LevelText, NumberFormat, Numbering, PageNum, Paragraph, Run,
    SpecialIndentType, Start,
};
use publication::{Facts, page::Page};
use quick_xml::escape::escape;
use words::Language;

use crate::marks::Marks;
use crate::write::{BULLETS, Piece, Written};

/// The colour of headings where the municipality declares none: that of the site.
const ACCENT: &str = "#0d4a66";

/// A document with its parts in a package. It names no time but the day on which the release was sealed.
pub(crate) fn pack(
    catalogue: &Catalogue,
    language: Language,
    facts: &Facts<'_>,
    paper: &Page,
    foot: &str,
    written: Written,
) -> Vec<u8> {
    let Written { pieces, marks, numbered } = written;
    let mut docx = Docx::new().footer(footer(foot));
    for number in BULLETS..=BULLETS + numbered {
        docx = docx.add_abstract_numbering(list(number)).add_numbering(Numbering::new(number, number));
    }
    for piece in pieces {
        docx = match piece {
            Piece::Paragraph(paragraph) => docx.add_paragraph(*paragraph),
            Piece::Table(table) => docx.add_table(*table),
        };
    }
    let mut parts = docx.build();
    parts.document = marks.put(&parts.document);
    parts.footers = parts.footers.iter().map(|footer| Marks::default().put(footer)).collect();
    parts.numberings = Marks::default().put(&parts.numberings);
    parts.font_table = include_bytes!("../assets/fonts.xml").to_vec();
    let tag = tag(language);
    let accent = catalogue.monitoring.design.accent.map_or_else(|| ACCENT.to_owned(), |accent| accent.to_string());
    parts.settings = filled(include_str!("../assets/settings.xml"), &[("language", tag)]);
    parts.styles =
        filled(include_str!("../assets/styles.xml"), &[("accent", accent.trim_start_matches('#')), ("language", tag)]);
    parts.doc_props.core = filled(
        include_str!("../assets/core.xml"),
        &[
            ("title", &paper.summary),
            ("subject", &paper.title),
            ("author", catalogue.monitoring.publisher.get(language)),
            ("language", tag),
            ("date", facts.sealed_on),
        ],
    );
    let mut package = Cursor::new(Vec::new());
    parts.pack(&mut package).expect("writing to memory does not fail");
    package.into_inner()
}

/// A part from its text, each place filled.
fn filled(text: &str, places: &[(&str, &str)]) -> Vec<u8> {
    let fill = |text: String, (name, value): &(&str, &str)| text.replace(&format!("{{{name}}}"), &escape(*value));
    places.iter().fold(text.to_owned(), fill).into_bytes()
}

/// The language as word processors name it.
fn tag(language: Language) -> &'static str {
    match language {
        Language::De => "de-DE",
        Language::En => "en-GB",
    }
}

fn footer(foot: &str) -> Footer {
    let text = Run::new().add_text(foot).add_tab();
    Footer::new().add_paragraph(Paragraph::new().style("Footer").add_run(text).add_page_num(PageNum::new()))
}

/// A list of one level: points for the first, numbers for all others.
fn list(number: usize) -> AbstractNumbering {
    let (format, sign) = if number == BULLETS { ("bullet", "•") } else { ("decimal", "%1.") };
    let level = Level::new(0, Start::new(1), NumberFormat::new(format), LevelText::new(sign), LevelJc::new("left"));
    let level = level.indent(Some(397), Some(SpecialIndentType::Hanging(397)), None, None);
    AbstractNumbering::new(number).add_level(level)
}
