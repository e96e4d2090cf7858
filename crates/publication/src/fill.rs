//! Filling the references of texts with released figures.

use catalogue::{
    Catalogue, Period,
    model::{Group, Indicator, Local},
    names::{AreaCode, IndicatorName},
    prose::{Against, Inline, Part, Prose, ProseBlock, Reference, Template, What, When},
};
use words::Language;

use crate::{
    measure::{Figure, Measures, change, gap},
    page::{Block, Link, Span, Text},
    wording::Wording,
};

/// A sentence with its references filled in; a figure that is not a number is said in words, in parentheses.
pub fn sentence(wording: &Wording<'_>, measures: &Measures, indicator: &Indicator, template: &Template) -> String {
    let part = |part: &Part| match part {
        Part::Text(text) => text.clone(),
        Part::Reference(reference) => either(reference_text(wording, measures, Some(indicator), reference)),
    };
    template.parts.iter().map(part).collect()
}

/// A text with its references filled in.
pub fn prose(wording: &Wording<'_>, measures: &Measures, indicator: Option<&Indicator>, prose: &Prose) -> Vec<Block> {
    let text =
        |inlines: &[Inline]| -> Text { inlines.iter().map(|one| inline(wording, measures, indicator, one)).collect() };
    let block = |block: &ProseBlock| match block {
        // A heading within a text is a strong line: the outline of the page belongs to the page.
        ProseBlock::Heading(_, inlines) => {
            let words: String = text(inlines).iter().map(span_text).collect();
            Block::Paragraph(vec![Span::Strong(words)])
        }
        ProseBlock::Paragraph(inlines) => Block::Paragraph(text(inlines)),
        ProseBlock::List { ordered, items } => {
            Block::List { ordered: *ordered, items: items.iter().map(|item| text(item)).collect() }
        }
        ProseBlock::Quote(inlines) => Block::Quote(text(inlines)),
    };
    prose.blocks.iter().map(block).collect()
}

fn span_text(span: &Span) -> &str {
    match span {
        Span::Plain(text) | Span::Strong(text) | Span::Emphasis(text) => text,
        Span::Link(link) => &link.text,
    }
}

fn inline(wording: &Wording<'_>, measures: &Measures, indicator: Option<&Indicator>, inline: &Inline) -> Span {
    match inline {
        Inline::Text(text) => Span::Plain(text.clone()),
        Inline::Strong(text) => Span::Strong(text.clone()),
        Inline::Emphasis(text) => Span::Emphasis(text.clone()),
        Inline::Link { text, address } => Span::Link(Link { text: text.clone(), target: address.clone() }),
        Inline::Reference(reference) => Span::Plain(either(reference_text(wording, measures, indicator, reference))),
    }
}

fn either(text: Result<String, String>) -> String {
    text.unwrap_or_else(|sign| sign)
}

/// What a reference is filled in with; if there is no number, the `Err` says so in words.
fn reference_text(
    wording: &Wording<'_>,
    measures: &Measures,
    context: Option<&Indicator>,
    reference: &Reference,
) -> Result<String, String> {
    let absent = || format!("({})", wording.say("said-missing", &[]));
    let catalogue = wording.catalogue;
    let indicator = match &reference.indicator {
        Some(name) => catalogue.indicator(name),
        None => context,
    };
    let indicator = indicator.ok_or_else(absent)?;
    let area = reference.area.as_ref().unwrap_or(&catalogue.whole().code);
    let (period, figure) = find(measures, indicator, area, &reference.group, reference.period).ok_or_else(absent)?;
    match reference.what {
        What::Value => wording.in_sentence(indicator, Some(figure)),
        What::Numerator => {
            figure.numerator.map(|number| wording.number(number)).ok_or_else(|| sign(wording, indicator, figure))
        }
        What::Denominator => {
            figure.denominator.map(|number| wording.number(number)).ok_or_else(|| sign(wording, indicator, figure))
        }
        What::Period => Ok(wording.period_in_sentence(wording.period_kind(indicator), period)),
        What::Change => {
            let from = find(measures, indicator, area, &reference.group, from(reference)).ok_or_else(absent)?;
            let change = change(indicator, from, (period, figure)).ok_or_else(absent)?;
            Ok(wording.difference(indicator, change.difference))
        }
        What::Gap => {
            let mut other = reference.group.clone();
            match &reference.against {
                Some(Against::Category(variable, category)) => drop(other.insert(variable.clone(), category.clone())),
                Some(Against::Whole) | None => other.clear(),
            }
            let other = measures.figure(&indicator.name, area, period, &other).ok_or_else(absent)?;
            let gap = gap(indicator, figure, other).ok_or_else(absent)?;
            Ok(wording.distance(indicator, gap.difference))
        }
    }
}

/// A change begins at the base period unless the text says otherwise; it cannot begin at its end.
fn from(reference: &Reference) -> When {
    if reference.from == When::Latest { When::Base } else { reference.from }
}

/// A number above or below the line that is not there: said by the sign of the figure, else as not there.
fn sign(wording: &Wording<'_>, indicator: &Indicator, figure: &Figure) -> String {
    match figure.value() {
        Some(_) => format!("({})", wording.say("said-missing", &[])),
        None => format!("({})", wording.said(indicator, Some(figure))),
    }
}

fn find<'m>(
    measures: &'m Measures,
    indicator: &Indicator,
    area: &AreaCode,
    group: &Group,
    when: When,
) -> Option<(Period, &'m Figure)> {
    match when {
        When::Latest => measures.latest(&indicator.name, area, group),
        When::First => measures.first(&indicator.name, area, group),
        When::Base => measures.base(&indicator.name, area, group),
        When::Exactly(period) => measures.figure(&indicator.name, area, period, group).map(|figure| (period, figure)),
    }
}

/// A reference that has no number in a release.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unresolved {
    /// The file of the text, below the monitoring.
    pub file: String,
    /// The indicator that the text is about.
    pub indicator: Option<IndicatorName>,
    /// The reference as it may be written: `{value period=2012}`.
    pub reference: String,
}

/// All references that have no number in a release, in the order of the indicators, each once.
pub fn unresolved(catalogue: &Catalogue, measures: &Measures) -> Vec<Unresolved> {
    let wording = Wording::new(catalogue, Language::De);
    let mut found: Vec<Unresolved> = Vec::new();
    let mut look = |file: String, context: Option<&Indicator>, references: &[&Reference]| {
        for reference in references.iter().filter(|one| reference_text(&wording, measures, context, one).is_err()) {
            let indicator = context.map(|indicator| indicator.name.clone());
            let one = Unresolved { file: file.clone(), indicator, reference: written(reference) };
            if !found.contains(&one) {
                found.push(one);
            }
        }
    };
    let mut texts: Vec<(String, Option<&Indicator>, &Local<Prose>)> = Vec::new();
    if let Some(text) = &catalogue.texts.understanding {
        texts.push(("understanding".to_owned(), None, text));
    }
    for indicator in &catalogue.indicators {
        let templates = [Some(&indicator.reading.de), indicator.reading.en.as_ref()];
        let parts = templates.into_iter().flatten().flat_map(|template| &template.parts);
        let references: Vec<&Reference> = parts
            .filter_map(|part| match part {
                Part::Reference(reference) => Some(reference),
                Part::Text(_) => None,
            })
            .collect();
        look(format!("open/fields/{}/{}.toml", indicator.field, indicator.name), Some(indicator), &references);
        if let Some(text) = catalogue.texts.interpretations.get(&indicator.name) {
            texts.push((format!("interpretation/{}", indicator.name), Some(indicator), text));
        }
    }
    for (name, context, text) in texts {
        for (language, prose) in [("de", Some(&text.de)), ("en", text.en.as_ref())] {
            let references = prose.map(references).unwrap_or_default();
            look(format!("open/texts/{name}.{language}.md"), context, &references);
        }
    }
    found
}

/// A reference as it may be written in a text.
fn written(reference: &Reference) -> String {
    let mut text = match reference.what {
        What::Value => "{value",
        What::Numerator => "{numerator",
        What::Denominator => "{denominator",
        What::Change => "{change",
        What::Gap => "{gap",
        What::Period => "{period",
    }
    .to_owned();
    let mut add = |name: &str, value: &str| {
        text.push(' ');
        text.push_str(name);
        text.push('=');
        text.push_str(value);
    };
    if let Some(indicator) = &reference.indicator {
        add("of", indicator.as_str());
    }
    if let Some(area) = &reference.area {
        add("area", area.as_str());
    }
    let when = |when| match when {
        When::Latest => "latest".to_owned(),
        When::First => "first".to_owned(),
        When::Base => "base".to_owned(),
        When::Exactly(period) => period.to_string(),
    };
    if reference.period != When::Latest {
        add("period", &when(reference.period));
    }
    if reference.what == What::Change && from(reference) != When::Base {
        add("from", &when(reference.from));
    }
    for (variable, category) in &reference.group {
        add(variable.as_str(), category.as_str());
    }
    match &reference.against {
        Some(Against::Whole) => add("against", "whole"),
        Some(Against::Category(_, category)) => add("against", category.as_str()),
        None => {}
    }
    text.push('}');
    text
}

/// All references of a text.
fn references(prose: &Prose) -> Vec<&Reference> {
    let runs = prose.blocks.iter().flat_map(|block| match block {
        ProseBlock::Heading(_, run) | ProseBlock::Paragraph(run) | ProseBlock::Quote(run) => vec![run],
        ProseBlock::List { items, .. } => items.iter().collect(),
    });
    runs.flatten().filter_map(reference).collect()
}

fn reference(inline: &Inline) -> Option<&Reference> {
    match inline {
        Inline::Reference(reference) => Some(reference),
        _ => None,
    }
}
