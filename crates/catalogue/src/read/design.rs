//! The look of report and profiles: `[design]` of `open/monitoring.toml`, and `open/logo.svg`.

use super::{
    at::At,
    files::{FileKind, Folder},
};
use crate::{
    model::{Colour, Design, Logo},
    remark::{Place, Remark},
};

/// Reads what there is of it; a colour that cannot be read on white, and a logo that nothing is said of, are mistakes.
pub(crate) fn design(folder: &Folder<'_>, remarks: &mut Vec<Remark>) -> Design {
    let root = folder.documents.get(&FileKind::Monitoring).map(At::root);
    let at = root.and_then(|at| at.table("design"));
    let logo = folder.texts.get(&FileKind::Logo);
    let says = at.and_then(|at| at.maybe_local("logo-says"));
    match (logo, &says, at) {
        (Some((path, _)), None, _) => {
            remarks.push(Remark::error("logo-says-missing", Place::File((*path).to_owned())).hinted());
        }
        (None, Some(_), Some(at)) => remarks.push(Remark::error("logo-missing", at.place_of("logo-says")).hinted()),
        _ => {}
    }
    Design {
        accent: at.and_then(|at| accent(at, remarks)),
        logo: logo.zip(says).map(|((_, svg), says)| Logo { svg: (*svg).to_owned(), says }),
    }
}

fn accent(at: At<'_>, remarks: &mut Vec<Remark>) -> Option<Colour> {
    let text = at.word("accent")?;
    let Ok(colour) = text.parse::<Colour>() else {
        remarks.push(Remark::error("colour", at.place_of("accent")).with("colour", text).hinted());
        return None;
    };
    if colour.contrast_with_white() < Colour::READABLE {
        let remark = Remark::error("colour-contrast", at.place_of("accent")).with("colour", text);
        remarks.push(remark.with("readable", colour.readable().to_string()).hinted());
    }
    Some(colour)
}
