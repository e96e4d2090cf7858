//! What stands before and after the pages: whose paper it is, its subject and fields; what it rests on.

use catalogue::Catalogue;
use docx_rs::Paragraph;
use publication::{
    Facts,
    page::{Page, Span},
    wording::Wording,
};
use words::Words;

use crate::{picture::Room, table, write::Writer};

/// Logo, municipality and kind of paper; the subject as the title; that figures are invented, if they are.
pub(crate) fn open(writer: &mut Writer<'_>, catalogue: &Catalogue, paper: &Page) {
    let (monitoring, language) = (&catalogue.monitoring, paper.language);
    if let Some(logo) = &monitoring.design.logo {
        let run = writer.picture(&logo.svg, logo.says.get(language), Room::Head);
        run.into_iter().for_each(|run| writer.paragraph(Paragraph::new().style("Picture").add_run(run)));
    }
    writer.plain("Subtitle", &format!("{}: {}", monitoring.name.get(language), paper.title));
    writer.plain("Title", &paper.summary);
    if let Some(synthetic) = &monitoring.synthetic {
        writer.plain("Note", synthetic.get(language));
    }
}

/// Who is answerable, and which release the paper shows.
pub(crate) fn close(writer: &mut Writer<'_>, catalogue: &Catalogue, paper: &Page, facts: &Facts<'_>) {
    let words = writer.words;
    let (monitoring, language) = (&catalogue.monitoring, words.language());
    let title = words.say("document-about", &[]);
    let sealed = Wording::new(catalogue, language).date(facts.sealed_on);
    let terms = [
        ("site-publisher", monitoring.publisher.get(language)),
        ("site-contact", monitoring.contact.get(language)),
        ("site-licence", &monitoring.licence),
        ("release-edition", facts.edition.title.get(language)),
        ("release-id", facts.release.as_str()),
        ("release-sealed", &sealed),
    ];
    let terms: Vec<_> =
        terms.map(|(term, about)| (words.say(term, &[]), vec![Span::Plain(about.to_owned())])).into_iter().collect();
    writer.heading(1, &title, None);
    table::form(writer, paper, &terms, &title);
}

/// What stands at the foot of each page, before its number.
pub(crate) fn foot(catalogue: &Catalogue, words: &Words, facts: &Facts<'_>) -> String {
    let sealed = Wording::new(catalogue, words.language()).date(facts.sealed_on);
    words.say(
        "report-foot",
        &[("edition", facts.edition.title.get(words.language()).into()), ("date", (&sealed).into())],
    )
}
