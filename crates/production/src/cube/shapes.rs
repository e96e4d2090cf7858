//! Kinds of cells. Where what is absent is zero, it is so only in kinds of cells that are delivered at all.

use catalogue::Catalogue;

use super::{Axes, depth};

/// Some kinds of cells. The kind of a cell is its period, the level of its area, and for each variable how deep the
/// category stands in its code list (0: the whole); kinds are numbered in mixed radix, in this order.
pub(super) struct Shapes {
    /// Of each area, its level.
    levels: Vec<usize>,
    /// Of each slot of each variable, how deep it stands.
    depths: Vec<Vec<usize>>,
    /// By how much the number of a kind grows with the period, with the level, and with the depth of each variable.
    strides: (usize, usize, Vec<usize>),
    has: Vec<bool>,
}

impl Shapes {
    /// No kind yet.
    pub(super) fn none(catalogue: &Catalogue, axes: &Axes) -> Shapes {
        let level = |area: &catalogue::model::Area| catalogue.levels.iter().position(|known| known.name == area.level);
        let levels = catalogue.areas.iter().map(|area| level(area).unwrap_or(0)).collect();
        let of_slots = |(name, slots): (_, &usize)| {
            let variable = catalogue.variables.get(name);
            (0..*slots).map(|slot| variable.map_or(0, |own| usize::from(depth(own, slot)))).collect()
        };
        let depths: Vec<Vec<usize>> = axes.variables.iter().zip(&axes.slots).map(of_slots).collect();
        let mut stride = 1;
        let mut next = |size: usize| {
            let own = stride;
            stride *= size;
            own
        };
        let mut of_variables: Vec<usize> =
            depths.iter().rev().map(|depths| next(1 + depths.iter().max().copied().unwrap_or(0))).collect();
        of_variables.reverse();
        let of_level = next(catalogue.levels.len().max(1));
        let of_period = next(axes.periods.len());
        Shapes { levels, depths, strides: (of_period, of_level, of_variables), has: vec![false; stride] }
    }

    /// Area and period of a cell, and its kind.
    fn of(&self, axes: &Axes, index: u128) -> (usize, usize, usize) {
        let (of_period, of_level, of_variables) = &self.strides;
        let (mut rest, mut kind) = (index, 0);
        for ((size, depths), stride) in axes.slots.iter().zip(&self.depths).zip(of_variables).rev() {
            kind += depths[(rest % *size as u128) as usize] * stride;
            rest /= *size as u128;
        }
        let period = (rest % axes.periods.len() as u128) as usize;
        let area = (rest / axes.periods.len() as u128) as usize;
        (area, period, kind + self.levels[area] * of_level + period * of_period)
    }

    /// Takes in the kind of a cell.
    pub(super) fn insert(&mut self, axes: &Axes, index: u128) {
        let (_, _, kind) = self.of(axes, index);
        self.has[kind] = true;
    }

    /// Area and period of a cell, and whether its kind is among these.
    pub(super) fn look_up(&self, axes: &Axes, index: u128) -> (usize, usize, bool) {
        let (area, period, kind) = self.of(axes, index);
        (area, period, self.has[kind])
    }

    /// Takes in the kinds of all wholes all of whose parts are among these.
    pub(super) fn widen(&mut self, catalogue: &Catalogue, axes: &Axes) {
        let above: Vec<Option<usize>> = catalogue
            .levels
            .iter()
            .map(|level| catalogue.levels.iter().position(|other| Some(&other.name) == level.parent.as_ref()))
            .collect();
        let complete: Vec<bool> =
            axes.variables.iter().map(|name| catalogue.variables.get(name).is_some_and(|own| own.complete)).collect();
        let (of_period, of_level, of_variables) = self.strides.clone();
        let mut open: Vec<usize> = (0..self.has.len()).filter(|kind| self.has[*kind]).collect();
        while let Some(kind) = open.pop() {
            let level = kind % of_period / of_level;
            let mut wider: Vec<usize> = Vec::new();
            if let Some(above) = above.get(level).copied().flatten() {
                wider.push(kind - level * of_level + above * of_level);
            }
            // Each stride ends where the one before it begins.
            let mut end = of_level;
            for (stride, complete) in of_variables.iter().zip(&complete) {
                if *complete && kind % end / stride > 0 {
                    wider.push(kind - stride);
                }
                end = *stride;
            }
            for kind in wider {
                if !std::mem::replace(&mut self.has[kind], true) {
                    open.push(kind);
                }
            }
        }
    }
}
