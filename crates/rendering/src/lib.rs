//! Pages as accessible HTML with figures in SVG. Files are values; nothing is written.

mod atom;
mod corrections;
mod html;
mod map;
mod neighbour;
mod news;
mod paper;
mod picture;
mod sitemap;
mod svg;
mod warnings;

use catalogue::Catalogue;
use publication::page::Page;

pub use corrections::corrections;
pub use html::said;
pub use neighbour::{Neighbour, follow};
pub use news::feeds;
pub use paper::{Explained, Paper, Picture};
pub use picture::{Taken, pictures};
pub use sitemap::sitemap;
pub use warnings::warnings;

/// A file of the site.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct File {
    /// Its path below the site: `i/auslaenderanteil.html`.
    pub path: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// The files of a site: a file for each page, German at its path, other languages below their code; the style, the
/// scripts that nothing depends on, and the page for addresses that do not exist.
///
/// `earlier` is the edition whose place this one takes; each page leads to the same one there.
pub fn site(catalogue: &Catalogue, pages: &[Page], earlier: Option<&Neighbour>) -> Vec<File> {
    html::site(catalogue, pages, earlier)
}
