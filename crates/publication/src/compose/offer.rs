//! Reports to take away, offered on the start page and on the page of the data.

use words::{Arg, Language, Words, decimal};

use crate::page::{Block, Link, Page};

/// A report that lies beside the pages.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Offered {
    /// Its language.
    pub language: Language,
    /// Its path below the site: `report.pdf`.
    pub path: String,
    /// Its size.
    pub bytes: usize,
}

/// Offers reports with language and size: that of the page's own language first.
pub fn offer(pages: &mut [Page], reports: &[Offered]) {
    if reports.is_empty() {
        return;
    }
    for page in pages.iter_mut().filter(|page| page.path.is_empty() || page.path == "data") {
        let words = Words::new(page.language);
        let (own, others): (Vec<_>, Vec<_>) = reports.iter().partition(|report| report.language == page.language);
        let links = own.into_iter().chain(others).map(|report| link(&words, report)).collect();
        page.blocks.push(Block::Section {
            id: "report".to_owned(),
            heading: words.say("section-report", &[]),
            blocks: vec![Block::Downloads(links)],
        });
    }
}

fn link(words: &Words, report: &Offered) -> Link {
    // A count of bytes is far below what a double holds exactly.
    let megabytes = decimal(words.language(), (report.bytes as f64 / 1e6).max(0.1), 1);
    let text = words.say(
        "report-download",
        &[("language", Arg::Text(report.language.code())), ("megabytes", Arg::Text(&megabytes))],
    );
    Link { text, target: report.path.clone() }
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
        let report = |language, path: &str, bytes| Offered { language, path: path.to_owned(), bytes };
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
    }
}
