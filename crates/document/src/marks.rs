//! What the library cannot say, said in the finished XML of the document: which rows are heads of their table, what
//! pictures show, how tables and the page look.

use quick_xml::{
    Reader, Writer,
    events::{BytesEnd, BytesStart, Event},
};

use crate::write::WIDTH;

/// What is to be marked, in the order of the document.
#[derive(Debug, Default)]
pub(crate) struct Marks {
    tables: Vec<Table>,
    pictures: Vec<String>,
}

#[derive(Debug)]
struct Table {
    head: bool,
    caption: String,
}

impl Marks {
    pub(crate) fn table(&mut self, head: bool, caption: &str) {
        self.tables.push(Table { head, caption: caption.to_owned() });
    }

    pub(crate) fn picture(&mut self, says: &str) {
        self.pictures.push(says.to_owned());
    }

    /// How many pictures there are so far.
    pub(crate) fn pictures(&self) -> usize {
        self.pictures.len()
    }

    /// Marks a part of the document.
    ///
    /// Some habits of the library go at the same time: all paragraphs have one and the same identifier, empty properties
    /// stand where the standard has other places for them, columns have a kind, and the properties of tables and of the
    /// page are in an order that the standard does not know. Readers that hold to the standard may refuse each of them.
    pub(crate) fn put(&self, part: &[u8]) -> Vec<u8> {
        let mut reader = Reader::from_reader(part);
        let mut out = Writer::new(Vec::with_capacity(part.len()));
        let (mut tables, mut pictures) = (self.tables.iter(), self.pictures.iter().enumerate());
        let mut heads = false;
        loop {
            let event = reader.read_event().expect("the library writes XML");
            let event = match event {
                Event::Eof => break,
                Event::Empty(empty) if empty.name().as_ref() == "w:rPr" => continue,
                Event::Start(start) if start.name().as_ref() == "w:p" => Event::Start(BytesStart::new("w:p")),
                Event::Start(start) if start.name().as_ref() == "w:tblPr" => {
                    reader.read_to_end(start.name()).expect("what begins ends");
                    let table = tables.next().expect("each table is marked");
                    assert!(!heads, "the table before has its head");
                    heads = table.head;
                    properties(table).into_iter().for_each(|event| put(&mut out, event));
                    continue;
                }
                Event::Start(start) if start.name().as_ref() == "w:sectPr" => {
                    reader.read_to_end(start.name()).expect("what begins ends");
                    page().into_iter().for_each(|event| put(&mut out, event));
                    continue;
                }
                Event::Empty(empty) if empty.name().as_ref() == "w:gridCol" => {
                    let width = empty.attributes().flatten().filter(|attribute| attribute.key.as_ref() == "w:w");
                    Event::Empty(BytesStart::new("w:gridCol").with_attributes(width))
                }
                // The first row after the properties is the head.
                Event::Start(start) if heads && start.name().as_ref() == "w:trPr" => {
                    put(&mut out, Event::Start(start));
                    heads = false;
                    Event::Empty(BytesStart::new("w:tblHeader"))
                }
                Event::Empty(empty) if empty.name().as_ref() == "wp:docPr" => {
                    let (number, says) = pictures.next().expect("each picture is said");
                    let number = (number + 1).to_string();
                    Event::Empty(element("wp:docPr", &[("id", &number), ("name", &number), ("descr", says)]))
                }
                other => other,
            };
            put(&mut out, event);
        }
        let all = tables.next().is_none() && pictures.next().is_none() && !heads;
        assert!(all, "what is marked is there");
        out.into_inner()
    }
}

fn put(out: &mut Writer<Vec<u8>>, event: Event<'_>) {
    out.write_event(event).expect("writing to memory does not fail");
}

fn element<'a>(name: &'a str, attributes: &[(&str, &str)]) -> BytesStart<'a> {
    BytesStart::new(name).with_attributes(attributes.iter().copied())
}

/// The properties of a table in the order of the standard.
fn properties(table: &Table) -> Vec<Event<'_>> {
    // The first cell of each row is its head in both.
    let (style, row, look) = if table.head { ("Figures", "1", "06A0") } else { ("Form", "0", "0680") };
    let width = WIDTH.to_string();
    let look = [
        ("w:val", look),
        ("w:firstRow", row),
        ("w:lastRow", "0"),
        ("w:firstColumn", "1"),
        ("w:lastColumn", "0"),
        ("w:noHBand", "1"),
        ("w:noVBand", "1"),
    ];
    vec![
        Event::Start(BytesStart::new("w:tblPr")),
        Event::Empty(element("w:tblStyle", &[("w:val", style)])),
        Event::Empty(element("w:tblW", &[("w:w", &width), ("w:type", "dxa")])),
        Event::Empty(element("w:tblLayout", &[("w:type", "fixed")])),
        Event::Empty(element("w:tblLook", &look)),
        Event::Empty(element("w:tblCaption", &[("w:val", &table.caption)])),
        Event::End(BytesEnd::new("w:tblPr")),
    ]
}

/// The properties of all pages: A4 with two centimetres at each side, and the foot.
fn page() -> Vec<Event<'static>> {
    let margin = ["w:top", "w:right", "w:bottom", "w:left"].map(|side| (side, "1134"));
    let margin = [&margin[..], &[("w:header", "567"), ("w:footer", "567"), ("w:gutter", "0")]].concat();
    vec![
        Event::Start(BytesStart::new("w:sectPr")),
        // The library names the first foot so.
        Event::Empty(element("w:footerReference", &[("w:type", "default"), ("r:id", "rIdFooter1")])),
        Event::Empty(element("w:pgSz", &[("w:w", "11906"), ("w:h", "16838")])),
        Event::Empty(element("w:pgMar", &margin)),
        Event::End(BytesEnd::new("w:sectPr")),
    ]
}
