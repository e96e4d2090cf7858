//! `mehrklang show`: one published figure with numerator, denominator, status and provenance.

use catalogue::{
    Catalogue, Period, Place, Remark,
    model::{Audience, Group, Indicator},
    names::AreaCode,
};
use publication::{Figure, Measures, Shown};
use release::Mark;
use serde_json::{Value, json};
use words::{Arg, Words};

use super::{Context, Outcome, publish, unknown};
use crate::trouble::Trouble;

/// What is asked for, as written on the command line.
pub(crate) struct Asked<'a> {
    pub(crate) indicator: &'a str,
    pub(crate) area: Option<&'a str>,
    pub(crate) period: Option<&'a str>,
    pub(crate) groups: &'a [String],
    pub(crate) audience: Audience,
}

pub(crate) fn show(context: &mut Context<'_>, asked: &Asked<'_>) -> Result<Outcome, Trouble> {
    let mut definitions = context.definitions()?;
    let Some(catalogue) = definitions.catalogue.take() else { return Ok(definitions.stop()) };
    let mut basis = match publish::basis(context, catalogue, definitions, asked.audience)? {
        Ok(basis) => basis,
        Err(stopped) => return Ok(*stopped),
    };
    let catalogue = &basis.catalogue;
    let mut remarks = Vec::new();
    let indicator = find_indicator(catalogue, asked.indicator).map_err(|remark| remarks.push(remark)).ok();
    let area = find_area(catalogue, asked.area).map_err(|remark| remarks.push(remark)).ok();
    let group = find_group(catalogue, asked.groups).map_err(|remark| remarks.push(remark)).ok();
    let period = asked.period.map(str::parse::<Period>).transpose().ok();
    if period.is_none() {
        let given = asked.period.unwrap_or_default();
        remarks.push(Remark::error("unknown-period-asked", Place::Monitoring).with("name", given).hinted());
    }
    let (Some(indicator), Some(area), Some(group), Some(period)) = (indicator, area, group, period) else {
        basis.remarks.extend(remarks);
        return Ok(basis.stop());
    };
    context.stage("measure");
    let measures = publication::measure(catalogue, &basis.opened.release);
    let found = match period {
        Some(period) => measures.figure(&indicator.name, area, period, &group).map(|figure| (period, *figure)),
        None => measures.latest(&indicator.name, area, &group).map(|(period, figure)| (period, *figure)),
    };
    let period = found.map(|(period, _)| period).or(period);
    let figure = found.map(|(_, figure)| figure);
    let answer = Answer { catalogue, measures: &measures, indicator, area, group: &group, period, figure };
    let (text, json) = (answer.text(context.words, basis.opened.id.as_str()), answer.json(basis.opened.id.as_str()));
    Ok(Outcome { text, json, ..basis.stop() })
}

struct Answer<'a> {
    catalogue: &'a Catalogue,
    measures: &'a Measures,
    indicator: &'a Indicator,
    area: &'a AreaCode,
    group: &'a Group,
    period: Option<Period>,
    figure: Option<Figure>,
}

impl Answer<'_> {
    fn area_name(&self) -> &str {
        self.catalogue.area(self.area).map_or("", |area| &area.name)
    }

    fn value(&self) -> Option<f64> {
        self.figure.and_then(|figure| figure.value())
    }

    fn text(&self, words: &Words, release: &str) -> String {
        let language = words.language();
        let indicator = self.indicator;
        let mut group: Vec<String> = Vec::new();
        for (name, code) in self.group {
            let variable = self.catalogue.variables.get(name);
            let title = variable.and_then(|v| v.category(code)).map_or(code.as_str(), |c| c.title.get(language));
            group.push(title.to_owned());
        }
        if group.is_empty() {
            group.push(words.say("show-whole", &[]));
        }
        let period = self.period.map_or(String::new(), |period| period.to_string());
        let label = format!("{}, {}, {period}", self.area_name(), group.join(", "));
        let value = match self.value() {
            Some(value) => {
                let unit = indicator.unit.get(language);
                let decimals = self.figure.map_or(indicator.decimals, |figure| figure.decimals(indicator));
                format!("{} {unit}", words::decimal(language, value, decimals))
            }
            None => words.say(&format!("status-{}", status(self.figure)), &[]),
        };
        let number = |number: release::Number| words::decimal(language, number.to_f64(), number.decimals);
        let mut text = format!("{}\n", indicator.title.get(language));
        text += &words.say("show-value", &[("label", Arg::Text(&label)), ("value", Arg::Text(&value))]);
        text.push('\n');
        let mut line = |key: &str, value: &str| text += &format!("  {}: {value}\n", words.say(key, &[]));
        if let Some(figure) = self.figure {
            if let Some(numerator) = figure.numerator {
                line("show-numerator", &number(numerator));
            }
            if let Some(denominator) = figure.denominator {
                line("show-denominator", &number(denominator));
            }
        }
        line("show-status", &words.say(&format!("status-{}", status(self.figure)), &[]));
        for note in self.notes() {
            let source = self.catalogue.sources.get(&note.source).map_or("", |source| source.title.get(language));
            line("show-source", source);
            line("show-received", &note.received);
        }
        line("show-release", release);
        text
    }

    fn notes(&self) -> Vec<&release::DeliveryNote> {
        self.period.map_or(Vec::new(), |period| self.measures.provenance(self.indicator, period))
    }

    fn json(&self, release: &str) -> Value {
        let exact = |number: Option<release::Number>| number.map(|number| number.to_string());
        let mark = match self.figure.map(|figure| figure.shown) {
            Some(Shown::Value { mark, .. }) => mark,
            _ => Mark::None,
        };
        json!({
            "indicator": self.indicator.name.as_str(),
            "title": self.indicator.title.de,
            "area": self.area.as_str(),
            "area_name": self.area_name(),
            "period": self.period.map(|period| period.to_string()),
            "group": self.group.iter().map(|(name, code)| (name.to_string(), json!(code.as_str()))).collect::<Value>(),
            "value": self.value(),
            "unit": self.indicator.unit.de,
            "decimals": self.indicator.decimals,
            "numerator": exact(self.figure.and_then(|figure| figure.numerator)),
            "denominator": exact(self.figure.and_then(|figure| figure.denominator)),
            "status": status(self.figure),
            "mark": match mark {
                Mark::None => None,
                Mark::Provisional => Some("p"),
                Mark::Revised => Some("r"),
                Mark::Estimated => Some("s"),
                Mark::Uncertain => Some("()"),
            },
            "provenance": {
                "release": release,
                "sources": publication::measure::sources(self.indicator).iter().map(|name| name.as_str()).collect::<Vec<_>>(),
                "deliveries": self.notes().iter().map(|note| json!({
                    "source": note.source.as_str(),
                    "received": note.received,
                    "first": note.first.to_string(),
                    "last": note.last.to_string(),
                })).collect::<Vec<_>>(),
            },
        })
    }
}

fn status(figure: Option<Figure>) -> &'static str {
    match figure.map(|figure| figure.shown) {
        Some(Shown::Value { .. }) => "value",
        Some(Shown::Unreliable { .. }) => "unreliable",
        Some(Shown::Nothing) => "nothing",
        Some(Shown::Withheld) => "withheld",
        Some(Shown::Pending) => "pending",
        Some(Shown::Senseless) => "senseless",
        None => "missing",
    }
}

fn find_indicator<'a>(catalogue: &'a Catalogue, name: &str) -> Result<&'a Indicator, Remark> {
    let found = catalogue.indicators.iter().find(|indicator| indicator.name.as_str() == name);
    let known = catalogue.indicators.iter().map(|indicator| indicator.name.as_str());
    found.ok_or_else(|| unknown("unknown-indicator-asked", name, known))
}

/// By code, alias or name.
fn find_area<'a>(catalogue: &'a Catalogue, text: Option<&str>) -> Result<&'a AreaCode, Remark> {
    let Some(text) = text else { return Ok(&catalogue.whole().code) };
    let by_code = catalogue.areas.iter().find(|area| area.code.as_str() == text);
    let by_name = || catalogue.areas.iter().find(|area| area.name == text || area.aliases.iter().any(|a| a == text));
    let known = catalogue.areas.iter().map(|area| area.code.as_str());
    by_code.or_else(by_name).map(|area| &area.code).ok_or_else(|| unknown("unknown-area-asked", text, known))
}

/// `citizenship=foreign`, or `foreign` where only one variable has such a category; several make a combination.
fn find_group(catalogue: &Catalogue, texts: &[String]) -> Result<Group, Remark> {
    let mut group = Group::new();
    for text in texts.iter().flat_map(|text| text.split('+')) {
        let (wanted, code) = text.split_once('=').map_or((None, text), |(name, code)| (Some(name), code));
        let variables = catalogue.variables.values().filter(|v| wanted.is_none_or(|name| v.name.as_str() == name));
        let mut found = variables.filter_map(|variable| {
            let category = variable.categories.iter().find(|category| category.code.as_str() == code)?;
            Some((variable.name.clone(), category.code.clone()))
        });
        let (Some((name, code)), None) = (found.next(), found.next()) else {
            let example = catalogue.variables.values().next();
            let example = example.and_then(|v| Some(format!("{}={}", v.name, v.categories.first()?.code)));
            let remark = Remark::error("unknown-group-asked", Place::Monitoring).with("name", text);
            return Err(remark.with("near", example.unwrap_or_default()).hinted());
        };
        group.insert(name, code);
    }
    Ok(group)
}
