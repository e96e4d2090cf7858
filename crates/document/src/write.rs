//! Blocks of pages as paragraphs, lists, tables and pictures of a document.

use std::collections::{BTreeMap, BTreeSet};

use catalogue::Catalogue;
use docx_rs::{Hyperlink, HyperlinkData, HyperlinkType, IndentLevel, NumberingId, Paragraph, Run, Table as Rows};
use publication::page::{Block, Card, Chart, KeyFigure, NoteKind, Page, Span};
use rendering::{Explained, Paper};
use words::Words;

use crate::{Draw, marks::Marks, picture, table};

/// The list of points without numbers; each list with numbers has a number of its own, from the next one on. The library
/// has a list of its own at one.
pub(crate) const BULLETS: usize = 2;

/// The width of the text in twentieths of a point: A4 with two centimetres at each side.
pub(crate) const WIDTH: usize = 9638;

/// Headings go no deeper: the styles of word processors end there for most.
const DEEPEST: u8 = 6;

/// A paragraph or a table.
pub(crate) enum Piece {
    Paragraph(Box<Paragraph>),
    Table(Box<Rows>),
}

/// What has been written, with what the library cannot say of it.
pub(crate) struct Written {
    pub(crate) pieces: Vec<Piece>,
    pub(crate) marks: Marks,
    /// Lists with numbers.
    pub(crate) numbered: usize,
}

/// Writes blocks one after the other.
pub(crate) struct Writer<'a> {
    pub(crate) words: &'a Words,
    paper: Paper<'a>,
    places: &'a BTreeMap<String, String>,
    draw: &'a Draw<'a>,
    written: Written,
    links: usize,
    to_indicator: String,
    /// Notes that hold for the whole document stand on each of its pages; they are said once.
    notes: BTreeSet<String>,
}

impl<'a> Writer<'a> {
    pub(crate) fn new(
        catalogue: &'a Catalogue,
        words: &'a Words,
        pages: &'a [Page],
        places: &'a BTreeMap<String, String>,
        draw: &'a Draw<'a>,
    ) -> Writer<'a> {
        let own = pages.iter().filter(|page| page.language == words.language());
        Writer {
            words,
            paper: Paper::new(catalogue, words, own),
            places,
            draw,
            written: Written { pieces: Vec::new(), marks: Marks::default(), numbered: 0 },
            links: 0,
            to_indicator: words.say("to-indicator", &[]),
            notes: BTreeSet::new(),
        }
    }

    pub(crate) fn done(self) -> Written {
        self.written
    }

    pub(crate) fn paragraph(&mut self, paragraph: Paragraph) {
        self.written.pieces.push(Piece::Paragraph(Box::new(paragraph)));
    }

    /// A paragraph of plain text in a style.
    pub(crate) fn plain(&mut self, style: &str, text: &str) {
        self.paragraph(Paragraph::new().style(style).add_run(Run::new().add_text(text)));
    }

    /// A table, with whether its first row is a head, and its caption.
    pub(crate) fn table(&mut self, rows: Rows, head: bool, caption: &str) {
        self.written.marks.table(head, caption);
        self.written.pieces.push(Piece::Table(Box::new(rows)));
    }

    /// A heading; `place` is where links lead.
    pub(crate) fn heading(&mut self, level: u8, text: &str, place: Option<&str>) {
        let mut heading = Paragraph::new().style(&format!("Heading{}", level.min(DEEPEST)));
        let run = Run::new().add_text(text);
        let bookmark = place.and_then(|place| self.places.get(place));
        heading = match bookmark {
            Some(bookmark) => {
                let number = self.written.pieces.len() + 1;
                heading.add_bookmark_start(number, bookmark).add_run(run).add_bookmark_end(number)
            }
            None => heading.add_run(run),
        };
        self.paragraph(heading);
    }

    /// Blocks of a page; `level` is that of their headings.
    pub(crate) fn blocks<'b>(&mut self, page: &Page, level: u8, blocks: impl IntoIterator<Item = &'b Block>) {
        blocks.into_iter().for_each(|block| self.block(page, level, block));
    }

    fn block(&mut self, page: &Page, level: u8, block: &Block) {
        match block {
            // Sections that offer files are of the site only.
            Block::Section { blocks, .. } if blocks.iter().all(is_taken_away) => {}
            Block::Section { id, heading, blocks } => {
                self.heading(level, heading, Some(&format!("{}#{id}", page.path)));
                self.blocks(page, level + 1, blocks);
            }
            // Nothing but a way to a page that is not in the document.
            Block::Paragraph(text) if matches!(text.as_slice(), [Span::Link(link)] if self.target(page, &link.target).is_none()) =>
                {}
            // What leads into the list below it.
            Block::Paragraph(text) if matches!(text.as_slice(), [Span::Strong(_)]) => self.text(page, "LeadIn", text),
            Block::Paragraph(text) => self.text(page, "Normal", text),
            Block::Lead(text) => self.text(page, "Lead", text),
            Block::Quote(text) => self.text(page, "Quote", text),
            Block::List { ordered, items } => self.list(page, *ordered, items),
            // The fields of the committee's template.
            Block::Terms(terms) if page.path == "paper" => table::form(self, page, terms, &page.title),
            Block::Terms(terms) => terms.iter().for_each(|(term, about)| self.term(page, term, about)),
            Block::Note { kind, text } => self.note(page, *kind, text),
            Block::KeyFigure(figure) => self.key_figure(page, figure),
            Block::Cards(cards) => cards.iter().for_each(|card| self.card(page, card)),
            Block::Table(rows) => table::figures(self, page, rows, false),
            Block::Chart(chart) => self.chart(page, chart),
            Block::Downloads(_) | Block::Take(_) => {}
        }
    }

    fn text(&mut self, page: &Page, style: &str, text: &[Span]) {
        let paragraph = self.spans(page, Paragraph::new().style(style), text);
        self.paragraph(paragraph);
    }

    fn list(&mut self, page: &Page, ordered: bool, items: &[Vec<Span>]) {
        let (style, number) = if ordered {
            self.written.numbered += 1;
            ("ListNumber", BULLETS + self.written.numbered)
        } else {
            ("ListBullet", BULLETS)
        };
        for item in items {
            let point = Paragraph::new().style(style).numbering(NumberingId::new(number), IndentLevel::new(0));
            let point = self.spans(page, point, item);
            self.paragraph(point);
        }
    }

    fn term(&mut self, page: &Page, term: &str, about: &[Span]) {
        let begin = Paragraph::new().style("Terms").add_run(strong(&format!("{term}: ")));
        let paragraph = self.spans(page, begin, about);
        self.paragraph(paragraph);
    }

    fn note(&mut self, page: &Page, kind: NoteKind, text: &[Span]) {
        let sign = match kind {
            NoteKind::Information => self.words.say("site-note-information", &[]),
            NoteKind::Caution => self.words.say("site-note-caution", &[]),
            NoteKind::Break => self.words.say("site-note-break", &[]),
            NoteKind::Status(sign) => format!("{}.", self.paper.sign(sign).says),
        };
        if matches!(kind, NoteKind::Information | NoteKind::Caution) && !self.notes.insert(format!("{sign} {text:?}")) {
            return;
        }
        let begin = Paragraph::new().style("Note").add_run(strong(&format!("{sign} ")));
        let paragraph = self.spans(page, begin, text);
        self.paragraph(paragraph);
    }

    fn key_figure(&mut self, page: &Page, figure: &KeyFigure) {
        let begin = Paragraph::new().style("Lead").add_run(strong(&figure.shown));
        self.paragraph(begin.add_run(Run::new().add_text(format!(" {}", figure.label))));
        self.text(page, "Normal", &figure.reading);
        figure.facts.iter().for_each(|(term, about)| self.term(page, term, about));
    }

    fn card(&mut self, page: &Page, card: &Card) {
        let mut begin = Paragraph::new().style("Terms").add_run(strong(&card.link.text));
        if let Some(shown) = &card.shown {
            begin = begin.add_run(Run::new().add_text(format!(", {shown}")));
        }
        let paragraph = self.spans(page, begin.add_run(Run::new().add_text(": ")), &card.text);
        self.paragraph(paragraph);
    }

    fn chart(&mut self, page: &Page, chart: &Chart) {
        self.plain("Caption", chart.title());
        if let Some(drawn) = self.paper.chart(page, chart) {
            if let Some(run) = self.picture(&drawn.svg, chart.says(), picture::Room::Line) {
                self.paragraph(Paragraph::new().style("Picture").add_run(run));
            }
            drawn.legend.iter().chain(&drawn.notes).for_each(|one| self.explained(one));
        }
        // As in the report, what the picture says is there for all to read.
        self.plain("Normal", chart.says());
        table::figures(self, page, chart.table(), chart.table().caption == chart.title());
    }

    fn explained(&mut self, explained: &Explained) {
        let mut paragraph = Paragraph::new().style("Legend");
        let says = self.words.say("document-key", &[]);
        if let Some(run) = explained.key.as_ref().and_then(|key| self.picture(key, &says, picture::Room::Letter)) {
            paragraph = paragraph.add_run(run).add_run(Run::new().add_text(" "));
        }
        self.paragraph(paragraph.add_run(Run::new().add_text(&explained.says)));
    }

    /// A drawing in a run, with what is said instead of it; none of what cannot be drawn.
    pub(crate) fn picture(&mut self, svg: &str, says: &str, room: picture::Room) -> Option<Run> {
        let number = self.written.marks.pictures() + 1;
        let picture = picture::of((self.draw)(svg)?, number, room)?;
        self.written.marks.picture(says);
        Some(Run::new().add_image(picture))
    }

    /// A small line, drawn.
    pub(crate) fn spark(&mut self, page: &Page, spark: &publication::page::Spark) -> Paragraph {
        let svg = self.paper.spark(page, spark);
        let paragraph = Paragraph::new().style("TableText");
        match self.picture(&svg, &spark.says, picture::Room::Cell) {
            Some(run) => paragraph.add_run(run),
            None => paragraph,
        }
    }

    /// Text with emphasis and links, at the end of a paragraph.
    pub(crate) fn spans(&mut self, page: &Page, paragraph: Paragraph, text: &[Span]) -> Paragraph {
        text.iter().fold(paragraph, |paragraph, span| match span {
            Span::Plain(text) => paragraph.add_run(Run::new().add_text(text)),
            Span::Strong(text) => paragraph.add_run(strong(text)),
            Span::Emphasis(text) => paragraph.add_run(Run::new().style("Emphasis").add_text(text)),
            Span::Link(link) => match self.target(page, &link.target) {
                Some(target) => {
                    let run = Run::new().style("Hyperlink").add_text(&link.text);
                    paragraph.add_hyperlink(self.link(target).add_run(run))
                }
                // Nothing but a way to somewhere else: without the way, nothing is said.
                None if link.text == self.to_indicator => paragraph,
                None => paragraph.add_run(Run::new().add_text(&link.text)),
            },
        })
    }

    /// The library numbers links in the order of the whole process; here they are numbered in that of the document.
    fn link(&mut self, target: Target) -> Hyperlink {
        match target {
            Target::Inner(bookmark) => Hyperlink::new(bookmark, HyperlinkType::Anchor),
            Target::Outer(address) => {
                self.links += 1;
                let mut link = Hyperlink::new(address, HyperlinkType::External);
                if let HyperlinkData::External { rid, .. } = &mut link.link {
                    *rid = format!("rIdLink{}", self.links);
                }
                link
            }
        }
    }

    /// Where a link leads: to a part of the document, or out of it. None if its target stands on the site only.
    fn target(&self, page: &Page, target: &str) -> Option<Target> {
        if target.contains("://") || target.starts_with("mailto:") {
            return Some(Target::Outer(target.to_owned()));
        }
        let place = match target.strip_prefix('#') {
            Some(part) => format!("{}#{part}", page.path),
            None if target.contains('#') => target.to_owned(),
            None => format!("/{target}"),
        };
        self.places.get(&place).cloned().map(Target::Inner)
    }
}

enum Target {
    Inner(String),
    Outer(String),
}

pub(crate) fn strong(text: &str) -> Run {
    Run::new().style("Strong").add_text(text)
}

fn is_taken_away(block: &Block) -> bool {
    matches!(block, Block::Downloads(_) | Block::Take(_))
}
