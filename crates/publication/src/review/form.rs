//! The form of a review: `open/reviews/<year>.toml` with all current indicators and what the program knows of them.

use std::fmt::Write;

use super::{Criterion, Examined, Reviewed, say};
use crate::wording::Wording;

/// The text of the form. It is a whole file of definitions as it stands; all that people may fill in stands in
/// comments, and so do proposals and what they rest on.
pub fn form(wording: &Wording<'_>, reviewed: &Reviewed, year: i16) -> String {
    let mut text = String::new();
    let year = year.to_string();
    for line in wording.say("review-form-head", &[("year", (&year).into())]).lines() {
        comment(&mut text, line);
    }
    text.push_str("\n# about.de = \"…\"\n# responsible.de = \"…\"\n# next = \"2000-12-31\"\n\n");
    comment(&mut text, &wording.say("review-form-sources", &[]));
    for source in wording.catalogue.sources.values() {
        comment(&mut text, wording.text(&source.title));
        let _ = writeln!(text, "[[source]]\nname = \"{}\"\n# hours = 0\n# cost = 0\n", source.name);
    }
    for examined in &reviewed.indicators {
        one(&mut text, wording, examined);
    }
    text
}

fn one(text: &mut String, wording: &Wording<'_>, examined: &Examined) {
    let Some(indicator) = wording.catalogue.indicator(&examined.indicator) else { return };
    comment(text, wording.text(&indicator.title));
    let proposal = say::proposal(wording, &examined.proposal);
    let reasons = say::reasons(wording, indicator, examined).join(" ");
    let sentence =
        wording.say("review-form-proposal", &[("proposal", (&proposal).into()), ("reasons", (&reasons).into())]);
    comment(text, &sentence);
    let criterion = |(one, met): &(Criterion, _)| {
        format!("{}: {}", wording.say(say::criterion(*one), &[]), wording.say(say::met(*met), &[]))
    };
    comment(text, &examined.criteria.iter().map(criterion).collect::<Vec<_>>().join("; "));
    let _ = writeln!(text, "[[indicator]]\nname = \"{}\"", examined.indicator);
    text.push_str(
        "# hours = 0
# cost = 0
# used = [{ kind = \"discussion\", where.de = \"…\", on = \"2000-12-31\" }]
# understood = { judgement = \"well\", source.de = \"…\" }
# note.de = \"…\"
# decision = { what = \"keep\", by.de = \"…\", on = \"2000-12-31\", reason.de = \"…\" }

",
    );
}

/// A line of comment; what people wrote as a title may have line ends.
fn comment(text: &mut String, line: &str) {
    let words = line.split_whitespace().collect::<Vec<_>>().join(" ");
    let _ = writeln!(text, "{}", format!("# {words}").trim_end());
}
