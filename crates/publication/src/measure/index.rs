//! Finding observations quickly: each table is read once.

use std::collections::HashMap;

use catalogue::{
    Period,
    model::{Group, Quantity},
    names::{AreaCode, CategoryCode, MeasureKey},
};
use release::{Observation, Release, Table};

/// The observations of one table, measure and group, of one area: in time order.
pub(super) type Observations = [(Period, Observation)];

/// All tables of a release.
pub(super) struct Index<'a> {
    /// Tables by measure, those with the fewest variables first.
    tables: HashMap<&'a MeasureKey, Vec<Indexed<'a>>>,
}

/// The rows of a table by group and area. Hash maps are only looked up here, never walked through.
struct Indexed<'a> {
    table: &'a Table,
    groups: HashMap<&'a [Option<CategoryCode>], usize>,
    areas: HashMap<&'a AreaCode, usize>,
    /// By group, then by area.
    cells: Vec<Vec<Vec<(Period, Observation)>>>,
}

/// The observations of a quantity for a group.
pub(super) struct Found<'i> {
    places: Vec<(&'i Indexed<'i>, usize)>,
}

impl<'a> Index<'a> {
    pub(super) fn new(release: &'a Release) -> Index<'a> {
        let mut tables: HashMap<&MeasureKey, Vec<Indexed<'a>>> = HashMap::new();
        for table in &release.tables {
            tables.entry(&table.key.measure).or_default().push(Indexed::new(table));
        }
        for tables in tables.values_mut() {
            tables.sort_by_key(|indexed| indexed.table.key.by.len());
        }
        Index { tables }
    }

    /// The observations of a quantity for a group. Each table that has all variables of the group can tell them; the
    /// one with the fewest variables is asked first.
    pub(super) fn find(&'a self, quantity: &Quantity, group: &Group) -> Found<'a> {
        let mut of = quantity.of.clone();
        of.extend(group.iter().map(|(variable, category)| (variable.clone(), category.clone())));
        let tables = self.tables.get(&quantity.measure).map_or(&[][..], Vec::as_slice);
        let places = tables
            .iter()
            .filter(|indexed| of.keys().all(|variable| indexed.table.key.by.contains(variable)))
            .filter_map(|indexed| {
                let categories: Vec<Option<CategoryCode>> =
                    indexed.table.key.by.iter().map(|variable| of.get(variable).cloned()).collect();
                indexed.groups.get(&categories[..]).map(|place| (indexed, *place))
            })
            .collect();
        Found { places }
    }
}

impl<'a> Indexed<'a> {
    fn new(table: &'a Table) -> Indexed<'a> {
        let mut indexed = Indexed { table, groups: HashMap::new(), areas: HashMap::new(), cells: Vec::new() };
        for row in &table.rows {
            let areas = indexed.areas.len();
            let area = *indexed.areas.entry(&row.area).or_insert(areas);
            let groups = indexed.groups.len();
            let group = *indexed.groups.entry(&row.categories[..]).or_insert(groups);
            if group == indexed.cells.len() {
                indexed.cells.push(Vec::new());
            }
            let of_areas = &mut indexed.cells[group];
            if of_areas.len() <= area {
                of_areas.resize_with(area + 1, Vec::new);
            }
            of_areas[area].push((row.period, row.observation));
        }
        indexed
    }
}

impl Found<'_> {
    /// The observations of an area, in time order.
    pub(super) fn of(&self, area: &AreaCode) -> &Observations {
        self.places
            .iter()
            .find_map(|(indexed, group)| {
                let area = *indexed.areas.get(area)?;
                indexed.cells[*group].get(area).filter(|cells| !cells.is_empty())
            })
            .map_or(&[], Vec::as_slice)
    }

    /// One observation.
    pub(super) fn at(&self, area: &AreaCode, period: Period) -> Option<Observation> {
        at(self.of(area), period)
    }
}

/// The observation of a period.
pub(super) fn at(observations: &Observations, period: Period) -> Option<Observation> {
    observations.binary_search_by(|(at, _)| at.cmp(&period)).ok().map(|place| observations[place].1)
}
