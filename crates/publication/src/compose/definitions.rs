//! What the definition changes: the same people counted by several versions of a concept, and how many are counted by
//! one and not by another. All from released figures: a crossing is a breakdown as any other, protected as any other.

use catalogue::{
    Catalogue, Period,
    model::{Category, Comparable, Concept, Group, Indicator, Variable, Version},
    names::{VariableName, VersionName},
};

use super::{
    Desk,
    parts::{Signs, numbers, words},
    plain,
    series::capital,
};
use crate::{
    measure::{Figure, Measures, adds_up},
    page::{Bar, Block, Cell, Chart, Drawing, Page, Point, Row, Table},
    wording::{Wording, look},
};

/// A count whose breakdown crosses versions of a concept.
#[derive(Debug, Clone, Copy)]
pub struct Crossing<'a> {
    /// What is counted.
    pub indicator: &'a Indicator,
    /// The variables, each by a version of its own.
    pub breakdown: &'a [VariableName],
    /// The concept.
    pub concept: &'a Concept,
}

/// All crossings, in the order of the pages.
pub fn crossings(catalogue: &Catalogue) -> impl Iterator<Item = Crossing<'_>> {
    let counts = catalogue.current().filter(|indicator| adds_up(indicator));
    counts.flat_map(move |indicator| {
        indicator.breakdowns.iter().filter_map(move |breakdown| {
            Some(Crossing { indicator, breakdown, concept: catalogue.crossed(breakdown)? })
        })
    })
}

/// Two versions side by side, in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference<'a> {
    /// The versions.
    pub versions: [&'a VersionName; 2],
    /// Their titles.
    pub heading: String,
    /// Whether they may be compared, and how many people belong to different categories by each.
    pub said: Vec<String>,
}

/// Each two versions of a crossing, in the latest period for the whole municipality.
pub fn differences<'a>(wording: &Wording<'a>, measures: &Measures, crossing: &Crossing<'a>) -> Vec<Difference<'a>> {
    let counted = Counted::new(wording, measures, crossing);
    counted.pairs().into_iter().map(|(one, other)| counted.difference(one, other)).collect()
}

pub(super) fn page(desk: &Desk<'_>) -> Option<Page> {
    let sections: Vec<Block> = crossings(desk.catalogue).filter_map(|crossing| section(desk, &crossing)).collect();
    (!sections.is_empty()).then(|| Page {
        path: "definitions".to_owned(),
        language: desk.wording.language(),
        title: desk.say("definitions-page"),
        summary: desk.say("definitions-lead"),
        trail: vec![desk.start_link()],
        blocks: std::iter::once(Block::Lead(plain(desk.say("definitions-lead")))).chain(sections).collect(),
    })
}

/// A variable and the version that it follows.
#[derive(Clone, Copy)]
struct Told<'a> {
    variable: &'a Variable,
    version: &'a Version,
}

/// A crossing with its figures.
struct Counted<'a, 'm> {
    wording: &'m Wording<'a>,
    measures: &'m Measures,
    crossing: Crossing<'a>,
    told: Vec<Told<'a>>,
    /// The latest period with a figure.
    period: Option<Period>,
}

impl<'a, 'm> Counted<'a, 'm> {
    fn new(wording: &'m Wording<'a>, measures: &'m Measures, crossing: &Crossing<'a>) -> Counted<'a, 'm> {
        let told = crossing.breakdown.iter().filter_map(|name| {
            let variable = wording.catalogue().variables.get(name)?;
            Some(Told { variable, version: crossing.concept.version(&variable.concept.as_ref()?.version)? })
        });
        let told: Vec<Told<'a>> = told.collect();
        let whole = &wording.catalogue().whole().code;
        let groups = told.iter().flat_map(|told| told.variable.categories.iter().map(|one| group([(*told, one)])));
        let latest = groups.filter_map(|group| measures.latest(&crossing.indicator.name, whole, &group));
        let period = latest.map(|(period, _)| period).max();
        Counted { wording, measures, crossing: *crossing, told, period }
    }

    fn figure(&self, group: &Group) -> Option<&'m Figure> {
        let whole = &self.wording.catalogue().whole().code;
        self.measures.figure(&self.crossing.indicator.name, whole, self.period?, group)
    }

    fn share(&self, group: &Group) -> Option<f64> {
        let whole = &self.wording.catalogue().whole().code;
        self.measures.share_of_whole(self.crossing.indicator, whole, self.period?, group)
    }

    /// "31. Dezember 2024"
    fn day(&self) -> String {
        let kind = self.wording.period_kind(self.crossing.indicator);
        self.period.map_or_else(String::new, |period| self.wording.period(kind, period))
    }

    fn pairs(&self) -> Vec<(Told<'a>, Told<'a>)> {
        let from = |place: usize| self.told.iter().skip(place + 1).map(move |other| (self.told[place], *other));
        (0..self.told.len()).flat_map(from).collect()
    }

    fn difference(&self, one: Told<'a>, other: Told<'a>) -> Difference<'a> {
        let versions = [("one", self.title(one).into()), ("other", self.title(other).into())];
        let heading = self.wording.say("definitions-pair", &versions);
        let mut said = vec![self.comparable(one, other)];
        for here in &one.variable.categories {
            for there in other.variable.categories.iter().filter(|there| there.code != here.code) {
                let group = group([(one, here), (other, there)]);
                let figure = self.wording.said(self.crossing.indicator, self.figure(&group));
                let [here, there] = [here, there].map(|category| self.wording.text(&category.title));
                let args = [("category", here.into()), ("instead", there.into()), ("figure", (&figure).into())];
                let mut sentence = self.wording.say("definitions-differ", &[&versions[..], &args].concat());
                if let Some(share) = self.share(&group) {
                    let share = self.wording.per_cent(share);
                    sentence = self
                        .wording
                        .say("definitions-share", &[("sentence", (&sentence).into()), ("share", (&share).into())]);
                }
                said.push(sentence);
            }
        }
        Difference { versions: [&one.version.name, &other.version.name], heading, said }
    }

    fn comparable(&self, one: Told<'a>, other: Told<'a>) -> String {
        let (how, reason) = match self.crossing.concept.comparable(&one.version.name, &other.version.name) {
            Comparable::Same => ("same", None),
            Comparable::Similar { reason } => ("similar", Some(reason)),
            Comparable::Not { reason: Some(reason) } => ("not", Some(reason)),
            Comparable::Not { reason: None } => ("unsaid", None),
        };
        let reason = reason.map_or("", |reason| self.wording.text(reason));
        self.wording.say("definitions-comparable", &[("how", how.into()), ("reason", reason.into())])
    }

    fn title(&self, told: Told<'a>) -> &'a str {
        told.version.title.get(self.wording.language())
    }
}

fn group<const N: usize>(of: [(Told<'_>, &Category); N]) -> Group {
    Group::from(of.map(|(told, category)| (told.variable.name.clone(), category.code.clone())))
}

fn section(desk: &Desk<'_>, crossing: &Crossing<'_>) -> Option<Block> {
    let counted = Counted::new(&desk.wording, desk.measures, crossing);
    counted.period?;
    let mut blocks: Vec<Block> = charts(desk, &counted).into_iter().map(Block::Chart).collect();
    for (one, other) in counted.pairs() {
        let Difference { heading, said, .. } = counted.difference(one, other);
        let list = Block::List { ordered: false, items: said.into_iter().map(plain).collect() };
        blocks.push(Block::Section {
            id: format!("definitions-{}-{}", one.variable.name, other.variable.name),
            blocks: vec![list, Block::Table(crossed(desk, &counted, one, other, &heading))],
            heading,
        });
    }
    let rules = counted.told.iter().map(|told| (counted.title(*told).to_owned(), plain(rules(desk, *told)))).collect();
    let id = format!("definitions-{}-why", crossing.indicator.name);
    blocks.push(Block::Section { id, heading: desk.say("definitions-why"), blocks: vec![Block::Terms(rules)] });
    let heading = desk.wording.text(&crossing.indicator.title).to_owned();
    Some(Block::Section { id: format!("definitions-{}", crossing.indicator.name), heading, blocks })
}

/// What each version makes of everyone: for each category a chart with a bar for each version.
fn charts(desk: &Desk<'_>, counted: &Counted<'_, '_>) -> Vec<Chart> {
    let mut categories: Vec<&Category> = Vec::new();
    for category in counted.told.iter().flat_map(|told| &told.variable.categories) {
        if !categories.iter().any(|known| known.code == category.code) {
            categories.push(category);
        }
    }
    categories.into_iter().map(|category| chart(desk, counted, category)).collect()
}

fn chart(desk: &Desk<'_>, counted: &Counted<'_, '_>, category: &Category) -> Chart {
    let (wording, indicator) = (&desk.wording, counted.crossing.indicator);
    let mut signs = Signs::default();
    let (mut bars, mut said, mut rows) = (Vec::new(), Vec::new(), Vec::new());
    for told in &counted.told {
        let Some(own) = told.variable.category(&category.code) else { continue };
        let group = group([(*told, own)]);
        let (figure, share) = (counted.figure(&group), counted.share(&group));
        let name = counted.title(*told).to_owned();
        let shown = match share {
            Some(share) => wording.per_cent(share),
            None => wording.said(indicator, figure),
        };
        said.push(format!("{name}: {shown}"));
        let number = signs.figure(wording, indicator, figure);
        rows.push(Row { head: plain(&*name), cells: vec![number, Cell::Text(plain(&*shown))] });
        let point = Point { value: share, shown, look: look(figure) };
        bars.push(Bar { name, point, range: None });
    }
    let caption = wording.say(
        "definitions-caption",
        &[
            ("category", wording.text(&category.title).into()),
            ("area", (&desk.catalogue.whole().name).into()),
            ("period", (&counted.day()).into()),
        ],
    );
    let heads =
        vec![words(desk.say("head-version")), numbers(wording.unit(indicator)), numbers(desk.say("head-share"))];
    let table = Table { caption: caption.clone(), heads, rows, signs: signs.explained(desk) };
    let drawing = Drawing::Bars { unit: "%".to_owned(), decimals: 1, bars, reference: None };
    Chart::new(caption, drawing, format!("{}: {}.", capital(&counted.day()), said.join("; ")), table)
}

/// Who belongs where by two versions.
fn crossed(desk: &Desk<'_>, counted: &Counted<'_, '_>, one: Told<'_>, other: Told<'_>, title: &str) -> Table {
    let wording = &desk.wording;
    let mut signs = Signs::default();
    let heads = std::iter::once(words(counted.title(one)))
        .chain(other.variable.categories.iter().map(|there| {
            let args = [("category", wording.text(&there.title).into()), ("version", counted.title(other).into())];
            numbers(wording.say("definitions-by", &args))
        }))
        .collect();
    let rows = one.variable.categories.iter().map(|here| Row {
        head: plain(wording.text(&here.title)),
        cells: other
            .variable
            .categories
            .iter()
            .map(|there| {
                let figure = counted.figure(&group([(one, here), (other, there)]));
                signs.figure(wording, counted.crossing.indicator, figure)
            })
            .collect(),
    });
    let rows = rows.collect();
    Table { caption: format!("{title}, {}", counted.day()), heads, rows, signs: signs.explained(desk) }
}

/// How a version tells people apart: its rules as they stand in its file, and what it cannot tell.
fn rules(desk: &Desk<'_>, told: Told<'_>) -> String {
    let wording = &desk.wording;
    let rule = |category: &catalogue::model::ConceptCategory| {
        let rule = category.rule.as_ref()?.split_whitespace().collect::<Vec<_>>().join(" ");
        let args = [("category", wording.text(&category.title).into()), ("rule", (&rule).into())];
        Some(wording.say("definitions-rule", &args))
    };
    let mut said: Vec<String> = told.version.categories.iter().filter_map(rule).collect();
    said.push(wording.text(&told.version.limits).to_owned());
    said.join(" ")
}
