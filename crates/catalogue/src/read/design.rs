//! The look of site, report and profiles: `[design]` of `open/monitoring.toml` or of an edition, and the `logo.svg`
//! beside it.

use super::at::At;
use crate::{
    model::{Colour, Design, Logo},
    remark::{Place, Remark},
};

/// Reads what there is of it, with the path and the text of the logo; a colour that cannot be read on white, and a logo
/// that nothing is said of, are mistakes.
pub(crate) fn design(root: At<'_>, logo: Option<&(&str, &str)>, remarks: &mut Vec<Remark>) -> Design {
    let at = root.table("design");
    let says = at.and_then(|at| at.maybe_local("logo-says"));
    match (logo, &says, at) {
        (Some((path, _)), None, _) => {
            let remark = Remark::error("logo-says-missing", Place::File((*path).to_owned()));
            remarks.push(remark.with("file", root.document.path).hinted());
        }
        (None, Some(_), Some(at)) => remarks.push(Remark::error("logo-missing", at.place_of("logo-says")).hinted()),
        _ => {}
    }
    let with_words =
        |((file, svg), says): (&(&str, &str), _)| Logo { file: (*file).to_owned(), svg: (*svg).to_owned(), says };
    Design { accent: at.and_then(|at| accent(at, remarks)), logo: logo.zip(says).map(with_words) }
}

fn accent(at: At<'_>, remarks: &mut Vec<Remark>) -> Option<Colour> {
    let text = at.word("accent")?;
    let Ok(colour) = text.parse::<Colour>() else {
        remarks.push(Remark::error("colour", at.place_of("accent")).with("colour", text).hinted());
        return None;
    };
    if colour.contrast(Colour::WHITE) < Colour::READABLE {
        let remark = Remark::error("colour-contrast", at.place_of("accent")).with("colour", text);
        remarks.push(remark.with("readable", colour.readable_on(Colour::WHITE).to_string()).hinted());
    }
    Some(colour)
}
