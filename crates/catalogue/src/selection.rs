//! What an edition shows of a monitoring.

use std::collections::BTreeSet;

use crate::{
    Catalogue,
    model::{Edition, Indicator},
    names::{AreaCode, IndicatorName, LevelName},
};

impl Catalogue {
    /// The part of the catalogue that an edition shows, with the contact, the licence and the look of the edition.
    /// Everything that speaks of an indicator or an area goes with it.
    pub fn of_edition(&self, edition: &Edition) -> Catalogue {
        let mut own = self.clone();
        let selection = &edition.selection;
        if let Some(contact) = &edition.contact {
            own.monitoring.contact = contact.clone();
        }
        if let Some(licence) = &edition.licence {
            own.monitoring.licence = licence.clone();
        }
        let (design, look) = (&mut own.monitoring.design, &edition.design);
        design.accent = look.accent.or(design.accent);
        design.logo = look.logo.clone().or(design.logo.take());
        if let Some(finest) = &selection.finest_level {
            let levels = self.down_to(finest);
            own.levels.retain(|level| levels.contains(&level.name));
            own.areas.retain(|area| levels.contains(&area.level));
        }
        let shows = |indicator: &Indicator| {
            (!selection.core_only || indicator.core)
                && (selection.fields.is_empty() || selection.fields.contains(&indicator.field))
        };
        own.indicators.retain(shows);
        let left: BTreeSet<IndicatorName> = own.indicators.iter().map(|indicator| indicator.name.clone()).collect();
        for indicator in &mut own.indicators {
            indicator.levels.retain(|level| own.levels.iter().any(|own| own.name == *level));
            if let Some(retired) = &mut indicator.retired {
                retired.successor = retired.successor.take().filter(|name| left.contains(name));
            }
        }
        own.fields.retain(|field| own.indicators.iter().any(|indicator| indicator.field == field.name));
        own.fields.sort_by_key(|field| selection.fields.iter().position(|name| *name == field.name));
        let has_area = |code: &AreaCode| own.areas.iter().any(|area| area.code == *code);
        own.goals.targets.retain(|target| left.contains(&target.indicator) && has_area(&target.area));
        own.answers.retain(|answer| left.contains(&answer.about.indicator) && has_area(&answer.about.area));
        for review in own.reviews.values_mut() {
            review.records.retain(|record| left.contains(&record.indicator));
        }
        own.corrections.retain_mut(|correction| {
            let of_all = correction.indicators.is_empty();
            correction.indicators.retain(|name| left.contains(name));
            of_all || !correction.indicators.is_empty()
        });
        own.texts.interpretations.retain(|name, _| left.contains(name));
        own
    }

    /// The levels from the municipality down to this one: itself and those it is part of.
    fn down_to(&self, finest: &LevelName) -> BTreeSet<LevelName> {
        let mut levels = BTreeSet::new();
        let mut next = Some(finest);
        while let Some(name) = next.filter(|name| levels.insert((*name).clone())) {
            next = self.levels.iter().find(|level| level.name == *name).and_then(|level| level.parent.as_ref());
        }
        // The first level is the municipality itself.
        levels.extend(self.levels.first().map(|level| level.name.clone()));
        levels
    }
}
