//! Pages as data: the same truth for site, report and workbench, in each language of an edition.

mod area;
mod areas;
mod changes;
mod corrections;
mod data;
mod definition;
mod definitions;
mod departments;
mod field;
mod goals;
mod groups;
mod history;
mod indicator;
mod map;
mod methods;
mod news;
mod offer;
mod paper;
mod parts;
mod plain;
mod profile;
mod protection;
mod review;
mod series;
mod start;
mod take;
mod warnings;

use catalogue::{
    Catalogue,
    model::{Area, Audience, Edition, Group, Indicator},
};
use release::ReleaseId;

pub use definitions::{Crossing, Difference, crossings, differences};
pub use news::{News, news};
pub use offer::{Document, Offered, offer};
pub use take::{Named, named, take};

use crate::{
    assess::Assessments,
    fill,
    measure::{Measures, evenly},
    page::{Block, Card, Link, Page, Span, Spark, Text},
    review::review,
    wording::Wording,
};

/// What is known of an edition beside its figures.
#[derive(Debug, Clone, Copy)]
pub struct Facts<'a> {
    /// What is published for whom.
    pub edition: &'a Edition,
    /// The release that it shows.
    pub release: &'a ReleaseId,
    /// The day the release was sealed, ISO 8601.
    pub sealed_on: &'a str,
    /// The release that it supersedes, and why.
    pub supersedes: Option<(&'a ReleaseId, &'a str)>,
}

/// All pages of an edition, language by language.
///
/// `assessments` are those of the same measures.
pub fn compose(catalogue: &Catalogue, measures: &Measures, assessments: &Assessments, facts: &Facts<'_>) -> Vec<Page> {
    let mut pages = Vec::new();
    let reviewed = facts.edition.review.then(|| review(catalogue, measures, assessments));
    for language in &facts.edition.languages {
        let desk = Desk { catalogue, measures, assessments, facts, wording: Wording::new(catalogue, *language) };
        let first = pages.len();
        pages.push(start::page(&desk));
        pages.extend(catalogue.fields.iter().map(|field| field::page(&desk, field)));
        pages.extend(catalogue.indicators.iter().map(|indicator| indicator::page(&desk, indicator)));
        pages.extend(facts.edition.paper.iter().map(|paper| paper::page(&desk, paper)));
        pages.extend(plain::page(&desk));
        pages.push(changes::page(&desk));
        pages.push(goals::page(&desk));
        pages.push(warnings::page(&desk));
        pages.push(areas::page(&desk));
        pages.extend(desk.areas().map(|area| area::page(&desk, area)));
        pages.extend(definitions::page(&desk));
        pages.push(methods::page(&desk));
        pages.push(data::page(&desk));
        if facts.edition.audience == Audience::Administration {
            pages.push(departments::page(&desk));
        }
        pages.extend(reviewed.iter().map(|reviewed| review::page(&desk, reviewed)));
        pages.iter_mut().skip(first).for_each(|page| protection::say_once(&desk, page));
    }
    pages
}

/// The profiles of all areas that have a page, language by language: longer than their pages on the site.
pub fn profiles(catalogue: &Catalogue, measures: &Measures, assessments: &Assessments, facts: &Facts<'_>) -> Vec<Page> {
    let mut pages = Vec::new();
    for language in &facts.edition.languages {
        let desk = Desk { catalogue, measures, assessments, facts, wording: Wording::new(catalogue, *language) };
        pages.extend(desk.areas().map(|area| profile::page(&desk, area)));
    }
    pages
}

/// What lies on the desk while the pages of a language are written.
pub(crate) struct Desk<'a> {
    pub(crate) catalogue: &'a Catalogue,
    pub(crate) measures: &'a Measures,
    pub(crate) assessments: &'a Assessments,
    pub(crate) facts: &'a Facts<'a>,
    pub(crate) wording: Wording<'a>,
}

impl<'a> Desk<'a> {
    fn say(&self, key: &str) -> String {
        self.wording.say(key, &[])
    }

    /// Areas that have a page: of published levels, without residues.
    fn areas(&self) -> impl Iterator<Item = &'a Area> {
        self.catalogue.areas.iter().filter(|area| self.has_page(area))
    }

    fn has_page(&self, area: &Area) -> bool {
        !area.residue && self.catalogue.levels.iter().any(|level| level.name == area.level && level.published)
    }

    fn start_link(&self) -> Link {
        Link { text: self.say("start-link"), target: String::new() }
    }

    fn indicator_link(&self, indicator: &Indicator) -> Link {
        link(self.wording.text(&indicator.title), format!("i/{}", indicator.name))
    }

    fn area_link(&self, area: &Area) -> Link {
        link(&area.name, format!("a/{}", area.code))
    }

    /// A small line of an indicator, if it has at least two points.
    fn spark(&self, indicator: &Indicator, area: &Area) -> Option<Spark> {
        let group = Group::new();
        let series = self.measures.series(&indicator.name, &area.code, &group);
        let periods = evenly(series.iter().map(|(period, _)| *period).collect());
        let figure = |period| self.measures.figure(&indicator.name, &area.code, period, &group);
        let values: Vec<Option<f64>> = periods.into_iter().map(|period| figure(period)?.value()).collect();
        if values.iter().flatten().count() < 2 {
            return None;
        }
        let (first, last) = (
            self.measures.first(&indicator.name, &area.code, &group)?,
            self.measures.latest(&indicator.name, &area.code, &group)?,
        );
        let kind = self.wording.period_kind(indicator);
        let says = self.wording.say(
            "spark-says",
            &[
                ("title", self.wording.text(&indicator.title).into()),
                ("area", (&area.name).into()),
                ("from", (&self.wording.period_short(kind, first.0)).into()),
                ("earlier", (&self.wording.said(indicator, Some(first.1))).into()),
                ("to", (&self.wording.period_short(kind, last.0)).into()),
                ("later", (&self.wording.said(indicator, Some(last.1))).into()),
            ],
        );
        Some(Spark { says, values })
    }

    /// The latest figure of the municipality with its period, or that there is none.
    fn latest_said(&self, indicator: &Indicator) -> (String, Option<String>) {
        let latest = self.measures.latest(&indicator.name, &self.catalogue.whole().code, &Group::new());
        let said = self.wording.said(indicator, latest.map(|(_, figure)| figure));
        (said, latest.map(|(period, _)| self.wording.period(self.wording.period_kind(indicator), period)))
    }

    /// A card that leads to an indicator.
    fn card(&self, indicator: &Indicator, over: Option<String>) -> Card {
        let (said, period) = self.latest_said(indicator);
        let mut text = indicator.question.as_ref().map(|question| self.wording.text(question).to_owned());
        if let (None, Some(period)) = (&text, &period) {
            text = Some(period.clone());
        }
        Card {
            link: self.indicator_link(indicator),
            over: match (over, period) {
                (Some(over), Some(period)) => Some(format!("{over} · {period}")),
                (over, period) => over.or(period),
            },
            shown: Some(said),
            text: text.map(plain).unwrap_or_default(),
            spark: self.spark(indicator, self.catalogue.whole()),
        }
    }

    /// A text of people with its numbers filled in.
    fn prose(
        &self,
        indicator: Option<&Indicator>,
        prose: &catalogue::model::Local<catalogue::prose::Prose>,
    ) -> Vec<Block> {
        fill::prose(&self.wording, self.measures, indicator, prose.get(self.wording.language()))
    }

    /// A section named by a key: `section-<id>`.
    fn section(&self, id: &str, blocks: Vec<Block>) -> Block {
        Block::Section { id: id.to_owned(), heading: self.say(&format!("section-{id}")), blocks }
    }

    /// A term named by a key, and what is said of it.
    fn term(&self, key: &str, said: impl Into<String>) -> (String, Text) {
        (self.say(key), plain(said))
    }
}

/// Plain text.
pub(crate) fn plain(text: impl Into<String>) -> Text {
    vec![Span::Plain(text.into())]
}

pub(crate) fn link(text: impl Into<String>, target: impl Into<String>) -> Link {
    Link { text: text.into(), target: target.into() }
}
