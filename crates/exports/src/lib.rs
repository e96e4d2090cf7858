//! The released figures of an edition in the formats of spreadsheets, programs and portals.
//!
//! Everything here is written from figures that have passed disclosure control. No file is touched: a format is a
//! function from the figures to [`File`]s, and the same figures give the same bytes.

mod columnar;
mod csvw;
mod dataset;
mod dcat;
mod file;
mod german;
mod jsonstat;
mod plain;
mod px;
mod sdmx;
mod workbook;

use catalogue::Catalogue;
use publication::Measures;

pub use columnar::parquet;
pub use csvw::csvw;
pub use dataset::{Dataset, Observation, datasets};
pub use dcat::dcat;
pub use file::{File, Format};
pub use german::german;
pub use jsonstat::jsonstat;
pub use plain::plain;
pub use px::px;
pub use sdmx::sdmx;
pub use workbook::workbooks;

/// What the files say of themselves.
pub struct About<'a> {
    /// The definitions.
    pub catalogue: &'a Catalogue,
    /// The id of the release.
    pub release: &'a str,
    /// The day on which it was sealed, ISO 8601.
    pub sealed_on: &'a str,
    /// Where the site lies, with a slash at the end, if that is known.
    pub address: Option<&'a str>,
}

/// All files of figures of an edition, in all formats.
pub fn all(about: &About<'_>, measures: &Measures) -> Vec<File> {
    let datasets = datasets(about.catalogue, measures);
    let mut files = plain(about.catalogue, measures);
    files.extend(german(&datasets));
    files.extend(csvw(about, &datasets));
    files.extend(jsonstat(about, &datasets));
    files.extend(sdmx(about, &datasets));
    files.extend(px(about, &datasets));
    files.push(parquet(&datasets));
    files.extend(workbooks(about, &datasets));
    let catalog = dcat(about, &datasets, &files);
    files.extend(catalog);
    files
}
