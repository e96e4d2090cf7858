//! Pages as an accessible PDF: the report of an edition and the profiles of areas.
//!
//! The report is set from the same pages as the site, so the two cannot say different things. It is PDF/A-2a and
//! PDF/UA-1 at once. The same pages on the same day give the same bytes.

mod data;
mod order;
mod picture;
mod world;

use std::collections::BTreeSet;

use catalogue::{
    Catalogue,
    model::{Area, Depth},
};
use publication::{Facts, page::Page};
use words::Language;

pub use picture::png;

/// Why there is no document.
#[derive(Debug, thiserror::Error)]
pub enum Refused {
    /// The fonts of the report lack these letters.
    #[error("the fonts lack {}", .0.iter().collect::<String>())]
    Letters(BTreeSet<char>),
    /// The logo is no drawing that can be set.
    #[error("the logo cannot be set")]
    Logo,
    /// The template refused the pages, which is a fault of the program.
    #[error("the report cannot be set: {0}")]
    Setting(String),
}

/// The report of an edition in one language, from all pages of the edition; a short one where not everything is asked
/// for.
///
/// # Errors
/// Letters that the fonts do not have, or a logo that cannot be drawn.
pub fn report(
    catalogue: &Catalogue,
    pages: &[Page],
    language: Language,
    facts: &Facts<'_>,
) -> Result<Vec<u8>, Refused> {
    let words = words::Words::new(language);
    let placed = match facts.edition.report {
        Depth::Full => order::report(pages, &words),
        Depth::Short | Depth::None => order::short(pages, &words),
    };
    let front = data::Front::of_report(catalogue, &words, facts);
    world::set(&data::data(catalogue, &words, facts, front, &placed))
}

/// The profile of one area, from its page.
///
/// # Errors
/// As [`report`].
pub fn profile(catalogue: &Catalogue, area: &Area, page: &Page, facts: &Facts<'_>) -> Result<Vec<u8>, Refused> {
    let words = words::Words::new(page.language);
    let placed = order::profile(page);
    let front = data::Front::of_profile(catalogue, &words, area);
    world::set(&data::data(catalogue, &words, facts, front, &placed))
}
