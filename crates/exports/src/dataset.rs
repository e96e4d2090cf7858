//! The tidy model behind all formats: what one indicator says, one observation for each area, period and group.

use std::collections::BTreeSet;

use catalogue::{
    Catalogue, Period,
    model::{Area, Group, Indicator, LocalText, Variable},
};
use publication::{Figure, Measures, Shown};
use release::{Mark, Number};
use words::{Language, Words};

/// The figures of an indicator with their dimensions. Observations stand in the order of areas, groups and periods.
pub struct Dataset<'a> {
    /// What is measured.
    pub indicator: &'a Indicator,
    /// Areas for which there are figures, in the order of the catalogue.
    pub areas: Vec<&'a Area>,
    /// Periods for which there are figures, in time order.
    pub periods: Vec<Period>,
    /// What groups are told apart by, sorted by name.
    pub variables: Vec<&'a Variable>,
    /// Groups for which there are figures, the whole first.
    pub groups: Vec<&'a Group>,
    /// One for each figure of the release.
    pub observations: Vec<Observation<'a>>,
}

/// A figure at its place; area, group and period are places in the lists of the [`Dataset`].
pub struct Observation<'a> {
    /// Where.
    pub area: usize,
    /// Of whom.
    pub group: usize,
    /// When.
    pub period: usize,
    /// The number as decimal text with three places more than are shown, so that nobody computes with rounded figures;
    /// nothing is 0.
    pub value: Option<String>,
    /// The number above the line, where it is released.
    pub numerator: Option<Number>,
    /// The number below the line, where it is released.
    pub denominator: Option<Number>,
    /// What stands beside the number, or instead of it.
    pub status: &'static str,
    figure: &'a Figure,
}

/// Signs and marks with the keys of their explanations.
pub(crate) const SIGNS: [(&str, &str); 10] = [
    ("–", "sign-explained-nothing"),
    (".", "sign-explained-withheld"),
    ("()", "sign-explained-unreliable"),
    ("/", "sign-explained-uncertain"),
    ("…", "sign-explained-pending"),
    ("x", "sign-explained-senseless"),
    ("p", "sign-explained-provisional"),
    ("r", "sign-explained-revised"),
    ("s", "sign-explained-estimated"),
    ("", "export-none"),
];

/// The datasets of all indicators that have figures, in the order of the catalogue.
pub fn datasets<'a>(catalogue: &'a Catalogue, measures: &'a Measures) -> Vec<Dataset<'a>> {
    let all = catalogue.indicators.iter().map(|indicator| Dataset::new(catalogue, measures, indicator));
    all.filter(|dataset| !dataset.observations.is_empty()).collect()
}

impl<'a> Dataset<'a> {
    /// The figures of one indicator; without observations if nothing was delivered.
    pub fn new(catalogue: &'a Catalogue, measures: &'a Measures, indicator: &'a Indicator) -> Dataset<'a> {
        let all: Vec<_> = measures.all(&indicator.name).collect();
        let areas: Vec<&Area> =
            catalogue.areas.iter().filter(|area| all.iter().any(|(code, ..)| **code == area.code)).collect();
        let groups: Vec<&Group> = all.iter().map(|(_, group, _)| *group).collect::<BTreeSet<_>>().into_iter().collect();
        let periods = measures.periods(&indicator.name);
        let names: BTreeSet<_> = groups.iter().flat_map(|group| group.keys()).collect();
        let variables = names.into_iter().filter_map(|name| catalogue.variables.get(name)).collect();
        let mut observations = Vec::new();
        for (code, of, series) in all {
            let Some(area) = areas.iter().position(|area| area.code == *code) else { continue };
            let Ok(group) = groups.binary_search(&of) else { continue };
            for (at, figure) in series {
                let Ok(period) = periods.binary_search(at) else { continue };
                observations.push(Observation {
                    area,
                    group,
                    period,
                    value: value(indicator, figure),
                    numerator: figure.numerator,
                    denominator: figure.denominator,
                    status: status(figure),
                    figure,
                });
            }
        }
        observations.sort_by_key(|one| (one.area, one.group, one.period));
        Dataset { indicator, areas, periods, variables, groups, observations }
    }

    /// The category of an observation in each of the variables; `None` for the whole.
    pub fn categories(&self, observation: &Observation<'_>) -> Vec<Option<&'a str>> {
        let group: &'a Group = self.groups[observation.group];
        self.variables.iter().map(|variable| group.get(&variable.name).map(|code| code.as_str())).collect()
    }

    /// A group in words: the titles of its categories; the whole of the first variable for the whole.
    pub fn group_title(&self, words: &Words, group: &Group) -> String {
        if group.is_empty() {
            return words.say("group-whole", &[]);
        }
        let titles = group.iter().map(|(name, code)| {
            let variable = self.variables.iter().find(|variable| variable.name == *name);
            let category = variable.and_then(|variable| variable.category(code));
            category.map_or(code.as_str(), |category| category.title.get(words.language()))
        });
        titles.collect::<Vec<_>>().join(", ")
    }

    /// Names of the areas; those that several share have their code added.
    pub fn area_names(&self) -> Vec<String> {
        distinct(self.areas.iter().map(|area| (area.name.clone(), area.code.to_string())).collect())
    }

    /// Groups in words; those that read the same have their code added, with a colon, because readers of PX take an
    /// equals sign for the end of a name.
    pub fn group_titles(&self, words: &Words) -> Vec<String> {
        let code = |group: &Group| group_code(group).replace('=', ":");
        let titles = self.groups.iter().map(|group| (self.group_title(words, group), code(group)));
        distinct(titles.collect())
    }
}

fn distinct(named: Vec<(String, String)>) -> Vec<String> {
    let shared = |name: &str| named.iter().filter(|(other, _)| other == name).count() > 1;
    let unique = |(name, code): &(String, String)| match shared(name) {
        true => format!("{name} ({code})"),
        false => name.clone(),
    };
    named.iter().map(unique).collect()
}

impl Observation<'_> {
    /// The code of CL_OBS_STATUS. What is withheld has the code of suppressed values: the release cannot say more.
    pub fn observation_status(&self) -> &'static str {
        match self.figure.shown {
            Shown::Value { mark: Mark::None | Mark::Revised, .. } | Shown::Nothing => "A",
            Shown::Value { mark: Mark::Provisional, .. } => "P",
            Shown::Value { mark: Mark::Estimated, .. } => "E",
            Shown::Value { mark: Mark::Uncertain, .. } | Shown::Unreliable { .. } => "U",
            Shown::Withheld => "Q",
            Shown::Pending => "O",
            Shown::Senseless => "M",
        }
    }

    /// The code of CL_CONF_STATUS: confidential or free. Never primary or secondary, which would say why.
    pub fn confidentiality(&self) -> &'static str {
        if matches!(self.figure.shown, Shown::Withheld) { "C" } else { "F" }
    }

    /// The number as floating point, as others will read its text.
    pub fn number(&self) -> Option<f64> {
        self.value.as_ref()?.parse().ok()
    }
}

/// `citizenship=foreign+sex=female`; empty for the whole.
pub(crate) fn group_code(group: &Group) -> String {
    let parts: Vec<_> = group.iter().map(|(variable, category)| format!("{variable}={category}")).collect();
    parts.join("+")
}

/// The number with three places more than are shown.
pub(crate) fn value(indicator: &Indicator, figure: &Figure) -> Option<String> {
    let text = format!("{:.*}", usize::from(indicator.decimals) + 3, figure.value()?);
    let short = if text.contains('.') { text.trim_end_matches('0').trim_end_matches('.') } else { &text };
    Some(if short == "-0" { "0".to_owned() } else { short.to_owned() })
}

/// Empty for a plain value, else a mark or an official sign.
pub(crate) fn status(figure: &Figure) -> &'static str {
    match figure.shown {
        Shown::Value { mark, .. } => match mark {
            Mark::None => "",
            Mark::Provisional => "p",
            Mark::Revised => "r",
            Mark::Estimated => "s",
            Mark::Uncertain => "()",
        },
        Shown::Unreliable { value: Some(_) } => "()",
        Shown::Unreliable { value: None } => "/",
        Shown::Nothing => "–",
        Shown::Withheld => ".",
        Shown::Pending => "…",
        Shown::Senseless => "x",
    }
}

/// A text in the languages in which it is there, German first.
pub(crate) fn texts(text: &LocalText) -> impl Iterator<Item = (Language, &str)> {
    let there = Language::ALL.into_iter().filter(|language| *language == Language::De || text.en.is_some());
    there.map(|language| (language, text.get(language)))
}
