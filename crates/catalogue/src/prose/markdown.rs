//! Reads Markdown into prose with references. What pages cannot show is named, never dropped in silence.

use std::ops::Range;

use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd};

use super::{
    Inline, Part, Prose, ProseBlock, Reference,
    numbers::typed_numbers,
    parse::{Fault, pieces},
    tokens::{Token, tokens},
};

/// What was read from a text, and what was found on the way, with places in the text.
#[derive(Debug, Default)]
pub(crate) struct Read {
    pub(crate) prose: Prose,
    pub(crate) references: Vec<(Reference, Range<usize>)>,
    pub(crate) faults: Vec<(Fault, Range<usize>)>,
    /// Numbers typed by hand.
    pub(crate) numbers: Vec<Range<usize>>,
    /// Words outside of code and references.
    pub(crate) words: Vec<Token>,
    /// Pictures, HTML and the like, which pages do not carry over.
    pub(crate) unsupported: Vec<Range<usize>>,
}

/// Reads a text.
pub(crate) fn read(text: &str) -> Read {
    let mut reader = Reader { length: text.len(), ..Reader::default() };
    for (event, range) in Parser::new_ext(text, Options::empty()).into_offset_iter() {
        reader.event(event, range);
    }
    reader.end_block(|inlines| Some(ProseBlock::Paragraph(inlines)));
    reader.read
}

#[derive(Default)]
struct Reader {
    read: Read,
    length: usize,
    /// Inlines of the block that is being read.
    inlines: Vec<Inline>,
    /// Text that has not been taken apart yet, and where its pieces stand in the file.
    run: String,
    places: Vec<(usize, usize)>,
    /// Strong, emphasis and links that are open.
    styles: Vec<Style>,
    lists: Vec<(bool, Vec<Vec<Inline>>)>,
    quotes: usize,
    /// How deep inside something that is not carried over.
    skipping: usize,
}

enum Style {
    Strong,
    Emphasis,
    Link(String),
}

impl Reader {
    fn event(&mut self, event: Event<'_>, range: Range<usize>) {
        if self.skipping > 0 {
            match event {
                Event::Start(_) => self.skipping += 1,
                Event::End(_) => self.skipping -= 1,
                _ => {}
            }
            return;
        }
        match event {
            Event::Text(text) => self.text(&text, range.start),
            Event::SoftBreak | Event::HardBreak => self.text(" ", range.start),
            Event::Code(text) => {
                self.flush();
                self.push(text.into_string());
            }
            Event::Start(tag) => self.start(tag, range),
            Event::End(tag) => self.end(tag),
            _ => self.read.unsupported.push(range),
        }
    }

    fn start(&mut self, tag: Tag<'_>, range: Range<usize>) {
        match tag {
            Tag::Strong | Tag::Emphasis | Tag::Link { .. } => {
                self.flush();
                self.styles.push(match tag {
                    Tag::Strong => Style::Strong,
                    Tag::Link { dest_url, .. } => Style::Link(dest_url.into_string()),
                    _ => Style::Emphasis,
                });
            }
            // A second paragraph of an item goes on in the same run.
            Tag::Paragraph if !self.inlines.is_empty() => self.text(" ", range.start),
            Tag::Paragraph | Tag::Heading { .. } => {}
            Tag::Item => {}
            Tag::List(start) if self.lists.is_empty() => {
                self.end_block(|inlines| Some(ProseBlock::Paragraph(inlines)));
                self.lists.push((start.is_some(), Vec::new()));
            }
            // Items of inner lists follow those of the outer one.
            Tag::List(start) => {
                self.end_item();
                self.lists.push((start.is_some(), Vec::new()));
            }
            Tag::BlockQuote(_) => self.quotes += 1,
            _ => {
                self.flush();
                self.read.unsupported.push(range);
                self.skipping = 1;
            }
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Strong | TagEnd::Emphasis | TagEnd::Link => {
                self.flush();
                self.styles.pop();
            }
            TagEnd::Heading(level) => {
                let level = match level {
                    HeadingLevel::H1 => 1,
                    HeadingLevel::H2 => 2,
                    _ => 3,
                };
                self.end_block(|inlines| Some(ProseBlock::Heading(level, inlines)));
            }
            TagEnd::Paragraph if !self.lists.is_empty() => {}
            TagEnd::Paragraph if self.quotes > 0 => self.end_block(|inlines| Some(ProseBlock::Quote(inlines))),
            TagEnd::Paragraph => self.end_block(|inlines| Some(ProseBlock::Paragraph(inlines))),
            TagEnd::Item => self.end_item(),
            TagEnd::List(_) => {
                let Some((ordered, items)) = self.lists.pop() else { return };
                match self.lists.last_mut() {
                    Some((_, outer)) => outer.extend(items),
                    None if items.is_empty() => {}
                    None => self.read.prose.blocks.push(ProseBlock::List { ordered, items }),
                }
            }
            TagEnd::BlockQuote(_) => self.quotes = self.quotes.saturating_sub(1),
            _ => {}
        }
    }

    fn end_item(&mut self) {
        self.flush();
        let item = std::mem::take(&mut self.inlines);
        if let Some((_, items)) = self.lists.last_mut()
            && !item.is_empty()
        {
            items.push(item);
        }
    }

    fn end_block(&mut self, block: impl FnOnce(Vec<Inline>) -> Option<ProseBlock>) {
        self.flush();
        let inlines = std::mem::take(&mut self.inlines);
        if !inlines.is_empty() {
            self.read.prose.blocks.extend(block(inlines));
        }
    }

    fn text(&mut self, text: &str, place: usize) {
        self.places.push((self.run.len(), place));
        self.run.push_str(text);
    }

    /// Takes the gathered text apart: a reference may have come in several events.
    fn flush(&mut self) {
        let run = std::mem::take(&mut self.run);
        let places = std::mem::take(&mut self.places);
        let place = |at: usize| {
            let piece = places.iter().rev().find(|(start, _)| *start <= at).unwrap_or(&(0, 0));
            (piece.1 + at - piece.0).min(self.length)
        };
        let in_file = |range: Range<usize>| place(range.start)..place(range.end.saturating_sub(1)) + 1;
        let mut inlines = Vec::new();
        for token in tokens(&run) {
            self.read.words.push(Token { range: in_file(token.range.clone()), ..token });
        }
        for piece in pieces(&run) {
            let range = in_file(piece.range.clone());
            match piece.what {
                Ok(Part::Text(text)) => {
                    let written = &run[piece.range.clone()];
                    let numbers = typed_numbers(written).into_iter();
                    let start = piece.range.start;
                    self.read.numbers.extend(numbers.map(|number| in_file(number.start + start..number.end + start)));
                    inlines.push(Ok(text));
                }
                Ok(Part::Reference(reference)) => {
                    self.read.references.push((reference.clone(), range));
                    inlines.push(Err(reference));
                }
                Err(fault) => self.read.faults.push((fault, range)),
            }
        }
        for inline in inlines {
            match inline {
                Ok(text) => self.push(text),
                Err(reference) => self.inlines.push(Inline::Reference(reference)),
            }
        }
    }

    /// Adds text in the innermost style.
    fn push(&mut self, text: String) {
        let link = self.styles.iter().find_map(|style| match style {
            Style::Link(address) => Some(address.clone()),
            Style::Strong | Style::Emphasis => None,
        });
        self.inlines.push(match (link, self.styles.last()) {
            (Some(address), _) => Inline::Link { text, address },
            (None, Some(Style::Strong)) => Inline::Strong(text),
            (None, Some(_)) => Inline::Emphasis(text),
            (None, None) => Inline::Text(text),
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(text: &str) -> Inline {
        Inline::Text(text.to_owned())
    }

    #[test]
    fn markdown_becomes_blocks() {
        let read = read(
            "# Titel\n\nEin **fetter** Text\nmit [Adresse](https://muster.example) und `12`.\n\n1. eins\n2. zwei\n   - innen\n\n> Zitat\n",
        );
        let blocks = read.prose.blocks;
        assert_eq!(blocks[0], ProseBlock::Heading(1, vec![text("Titel")]));
        let ProseBlock::Paragraph(inlines) = &blocks[1] else { panic!("{blocks:?}") };
        assert_eq!(inlines[0], text("Ein "));
        assert_eq!(inlines[1], Inline::Strong("fetter".to_owned()));
        assert_eq!(inlines[2], text(" Text mit "));
        assert!(
            matches!(&inlines[3], Inline::Link { text, address } if text == "Adresse" && address.ends_with("example"))
        );
        assert_eq!(inlines[5], text("12"));
        assert!(matches!(&blocks[2], ProseBlock::List { ordered: true, items } if items.len() == 3), "{blocks:?}");
        assert_eq!(blocks[3], ProseBlock::Quote(vec![text("Zitat")]));
        assert!(read.numbers.is_empty() && read.faults.is_empty() && read.unsupported.is_empty());
    }

    #[test]
    fn references_numbers_and_faults_are_found_at_their_places() {
        let source = "Der Anteil lag bei **{value period=2012}**, also bei 24,6 %.\n\nUnd {valeu} &amp; 7 {{ mehr.\n";
        let read = read(source);
        assert_eq!(&source[read.references[0].1.clone()], "{value period=2012}");
        let numbers: Vec<_> = read.numbers.iter().map(|range| &source[range.clone()]).collect();
        assert_eq!(numbers, ["24,6", "7"]);
        assert_eq!(&source[read.faults[0].1.clone()], "{valeu}");
    }

    #[test]
    fn what_pages_cannot_show_is_named() {
        let read = read("Ein ![Bild](bild.png) und <b>HTML</b>.\n\n<div>x</div>\n\n```\ncode\n```\n\n---\n");
        assert_eq!(read.unsupported.len(), 6, "{:?}", read.unsupported);
        assert!(matches!(&read.prose.blocks[..], [ProseBlock::Paragraph(_)]));
    }
}
