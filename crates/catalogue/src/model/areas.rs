//! Areas, their levels and their outlines.

use std::collections::BTreeMap;

use super::LocalText;
use crate::{
    names::{AreaCode, LevelName},
    period::Period,
};

/// A level of areas, in `open/areas/levels.toml`.
#[derive(Debug, Clone)]
pub struct AreaLevel {
    /// Its name.
    pub name: LevelName,
    /// Singular: "Stadtbezirk".
    pub title: LocalText,
    /// Plural: "Stadtbezirke".
    pub plural: LocalText,
    /// The level above; none at the first.
    pub parent: Option<LevelName>,
    /// Whether pages and tables are made for it; levels that only lend their outlines are not.
    pub published: bool,
    /// Where the outlines come from.
    pub outlines: Outlines,
}

/// Where the outlines of a level come from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outlines {
    /// There are none.
    None,
    /// A GeoJSON file in `open/areas/`; the named property holds the area's code or alias.
    File {
        /// Name of the file.
        file: String,
        /// Name of the property.
        property: String,
    },
    /// Each area is the union of its children at this level.
    UnionOf(LevelName),
}

/// An area, in `open/areas/<level>.toml`.
#[derive(Debug, Clone)]
pub struct Area {
    /// Official or local key.
    pub code: AreaCode,
    /// Name.
    pub name: String,
    /// Level.
    pub level: LevelName,
    /// The area above.
    pub parent: Option<AreaCode>,
    /// Other areas that it lies in beside its parent and those above: a school district, a former quarter.
    pub also_in: Vec<AreaCode>,
    /// How deliveries write it, beside code and name.
    pub aliases: Vec<String>,
    /// A residue such as "nicht zuzuordnen": counted in the whole, never compared, mapped or given a page.
    pub residue: bool,
    /// First period of validity.
    pub valid_from: Option<Period>,
    /// Last period of validity.
    pub valid_to: Option<Period>,
}

impl Area {
    /// Whether it exists in a period.
    pub fn exists(&self, period: Period) -> bool {
        let begun = self.valid_from.is_none_or(|from| period >= from || period.year() == from.year());
        let ended = self.valid_to.is_some_and(|to| period > to && period.year() > to.year());
        begun && !ended
    }
}

/// Outlines as longitude and latitude (WGS 84), by area.
#[derive(Debug, Clone, Default)]
pub struct Boundaries {
    /// Polygons of each area: rings of points, the outer ring first.
    pub polygons: BTreeMap<AreaCode, Vec<Vec<Ring>>>,
}

/// A closed ring of longitude and latitude.
pub type Ring = Vec<[f64; 2]>;
