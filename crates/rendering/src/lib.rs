//! Pages as accessible HTML with figures in SVG. Files are values; nothing is written.

mod corrections;
mod html;
mod map;
mod paper;
mod sitemap;
mod svg;
mod warnings;

use catalogue::Catalogue;
use publication::page::Page;

pub use corrections::corrections;
pub use html::said;
pub use paper::{Explained, Paper, Picture};
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
pub fn site(catalogue: &Catalogue, pages: &[Page]) -> Vec<File> {
    html::site(catalogue, pages)
}
