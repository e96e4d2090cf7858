//! Reports and papers to take away, offered on the start page, on the page of the data and on that of the paper.

use words::{Arg, Language, Words, decimal};

use crate::page::{Block, Link, Page};

/// A document that lies beside the pages.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Offered {
    /// What it is.
    pub kind: Document,
    /// Its language.
    pub language: Language,
    /// Its path below the site: `report.pdf`.
    pub path: String,
    /// Its size.
    pub bytes: usize,
}

/// Kinds of documents.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Document {
    /// The report as PDF.
    Report,
    /// The paper for a committee, for word processors (DOCX).
    Paper,
}

/// Offers documents with kind, language and size: those of the page's own language first. On the page of the paper
/// stands the paper only.
pub fn offer(pages: &mut [Page], documents: &[Offered]) {
    for page in pages {
        let is_here = |document: &&Offered| match page.path.as_str() {
            "" | "data" => true,
            "paper" => document.kind == Document::Paper,
            _ => false,
        };
        let mut here: Vec<&Offered> = documents.iter().filter(is_here).collect();
        here.sort_by_key(|document| (document.kind, document.language != page.language));
        let is_there = |kind| here.iter().any(|document| document.kind == kind);
        let words = Words::new(page.language);
        let heading = match (is_there(Document::Report), is_there(Document::Paper)) {
            (false, false) => continue,
            (true, false) => words.say("section-report", &[]),
            (true, true) => words.say("section-report-and-paper", &[]),
            (false, true) => words.say("section-paper-file", &[]),
        };
        let links = here.into_iter().map(|document| link(&words, document)).collect();
        page.blocks.push(Block::Section { id: "report".to_owned(), heading, blocks: vec![Block::Downloads(links)] });
    }
}

fn link(words: &Words, document: &Offered) -> Link {
    // A count of bytes is far below what a double holds exactly.
    let megabytes = decimal(words.language(), (document.bytes as f64 / 1e6).max(0.1), 1);
    let said = [("language", Arg::Text(document.language.code())), ("megabytes", Arg::Text(&megabytes))];
    let text = match document.kind {
        Document::Report => words.say("report-download", &said),
        Document::Paper => words.say("paper-download", &said),
    };
    Link { text, target: document.path.clone() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_report_is_offered_with_language_and_size() {
        let page = |path: &str, language| Page {
            path: path.to_owned(),
            language,
            title: "t".to_owned(),
            summary: String::new(),
            trail: Vec::new(),
            blocks: Vec::new(),
        };
        let mut pages = [page("", Language::En), page("methods", Language::En), page("data", Language::De)];
        let offered = |kind, language, path: &str, bytes| Offered { kind, language, path: path.to_owned(), bytes };
        let report = |language, path, bytes| offered(Document::Report, language, path, bytes);
        let reports = [report(Language::De, "report.pdf", 1_230_000), report(Language::En, "en/report.pdf", 9)];
        offer(&mut pages, &reports);
        let texts = |page: &Page| match page.blocks.as_slice() {
            [Block::Section { blocks, .. }] => match blocks.as_slice() {
                [Block::Downloads(links)] => links.iter().map(|link| link.text.clone()).collect(),
                _ => Vec::new(),
            },
            _ => Vec::<String>::new(),
        };
        assert_eq!(texts(&pages[0]), ["Report as PDF (English, 0.1 MB)", "Report as PDF (German, 1.2 MB)"]);
        assert_eq!(texts(&pages[1]), [""; 0]);
        assert_eq!(texts(&pages[2]), ["Bericht als PDF (Deutsch, 1,2 MB)", "Bericht als PDF (Englisch, 0,1 MB)"]);
        let before = pages.clone();
        offer(&mut pages, &[]);
        assert_eq!(pages, before);
        let mut pages = [page("", Language::De), page("paper", Language::De), page("methods", Language::De)];
        let paper = offered(Document::Paper, Language::De, "paper.docx", 260_000);
        offer(&mut pages, &[paper, report(Language::De, "report.pdf", 1_230_000)]);
        let (own, pdf) = ("Vorlage für Textprogramme (DOCX, Deutsch, 0,3 MB)", "Bericht als PDF (Deutsch, 1,2 MB)");
        assert_eq!(texts(&pages[0]), [pdf, own]);
        assert_eq!(texts(&pages[1]), [own]);
        assert_eq!(texts(&pages[2]), [""; 0]);
    }
}
