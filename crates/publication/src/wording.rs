//! How numbers, periods and groups are said in a language.

use catalogue::{
    Catalogue, Period,
    model::{Group, Indicator, IndicatorKind, LocalText, PeriodKind, Quantity},
    names::VariableName,
    period::Part,
};
use release::{Mark, Number};
use words::{Arg, Language, Words, decimal, grouped, signed};

use crate::{
    measure::{Change, Figure, Gap, Shown},
    page::Look,
};

/// A number and its unit stay on one line.
const NO_BREAK: char = '\u{a0}';

/// The words of a language, for one catalogue.
pub struct Wording<'a> {
    /// What is spoken of.
    pub catalogue: &'a Catalogue,
    words: Words,
}

impl<'a> Wording<'a> {
    /// The words of a language.
    pub fn new(catalogue: &'a Catalogue, language: Language) -> Wording<'a> {
        Wording { catalogue, words: Words::new(language) }
    }

    /// The definitions whose names it says.
    pub(crate) fn catalogue(&self) -> &'a Catalogue {
        self.catalogue
    }

    /// The language.
    pub fn language(&self) -> Language {
        self.words.language()
    }

    /// A sentence of the pages.
    pub fn say(&self, key: &str, args: &[(&str, Arg<'_>)]) -> String {
        self.words.say(key, args)
    }

    /// A text of the definitions in this language.
    pub fn text<'t>(&self, text: &'t LocalText) -> &'t str {
        text.get(self.language())
    }

    /// A count of things, in groups of digits.
    pub fn count(&self, count: usize) -> String {
        grouped(self.language(), i64::try_from(count).unwrap_or(i64::MAX))
    }

    /// How far figures with a noise of this variance typically lie from the truth: its standard deviation.
    pub fn deviation(&self, variance: f64) -> String {
        decimal(self.language(), variance.max(0.0).sqrt(), 1)
    }

    /// A released number, with the places that it was delivered with; a whole number without.
    pub fn number(&self, number: Number) -> String {
        let whole = number.scaled % 10_i64.pow(u32::from(number.decimals.min(9))) == 0;
        decimal(self.language(), number.to_f64(), if whole { 0 } else { number.decimals })
    }

    /// A number in the decimals of an indicator, without its unit.
    pub fn plain(&self, indicator: &Indicator, value: f64) -> String {
        decimal(self.language(), value, indicator.decimals)
    }

    /// A number with the unit of its indicator.
    pub fn value(&self, indicator: &Indicator, value: f64) -> String {
        self.with_unit(&self.plain(indicator, value), self.unit(indicator))
    }

    /// The number of a figure with the decimals that it was released with, and the unit of its indicator.
    pub fn figure(&self, indicator: &Indicator, figure: &Figure, value: f64) -> String {
        self.with_unit(&self.digits(indicator, figure, value), self.unit(indicator))
    }

    fn digits(&self, indicator: &Indicator, figure: &Figure, value: f64) -> String {
        decimal(self.language(), value, figure.decimals(indicator))
    }

    /// The unit of an indicator.
    pub fn unit<'t>(&self, indicator: &'t Indicator) -> &'t str {
        self.text(&indicator.unit)
    }

    /// A per cent number that is not of an indicator, such as the share of a group in the whole.
    pub fn per_cent(&self, value: f64) -> String {
        self.with_unit(&decimal(self.language(), value, 1), "%")
    }

    /// English writes the sign of per cent without a space, German with one.
    fn with_unit(&self, number: &str, unit: &str) -> String {
        match unit {
            "" => number.to_owned(),
            "%" if self.language() == Language::En => format!("{number}%"),
            _ => format!("{number}{NO_BREAK}{unit}"),
        }
    }

    /// A difference with its sign; that of per cents is in percentage points.
    pub fn difference(&self, indicator: &Indicator, difference: f64) -> String {
        self.with_unit(&signed(self.language(), difference, indicator.decimals), &self.unit_of_differences(indicator))
    }

    /// A gap: as a difference, but without plus.
    pub fn distance(&self, indicator: &Indicator, difference: f64) -> String {
        self.with_unit(&decimal(self.language(), difference, indicator.decimals), &self.unit_of_differences(indicator))
    }

    /// The unit of differences.
    pub fn unit_of_differences(&self, indicator: &Indicator) -> String {
        match self.unit(indicator) {
            "%" => self.say("unit-percentage-points", &[]),
            unit => unit.to_owned(),
        }
    }

    /// Whether a difference is seen in the decimals that are shown.
    pub fn differs(&self, indicator: &Indicator, difference: f64) -> bool {
        self.plain(indicator, difference).bytes().any(|b| b.is_ascii_digit() && b != b'0')
    }

    /// A figure as tables and charts show it, without unit.
    pub fn shown(&self, indicator: &Indicator, figure: Option<&Figure>) -> String {
        let Some(figure) = figure else { return self.say("sign-missing", &[]) };
        match figure.shown {
            Shown::Value { value, mark } => match mark_letter(mark) {
                Some(letter) => format!("{}{NO_BREAK}{letter}", self.digits(indicator, figure, value)),
                None => self.digits(indicator, figure, value),
            },
            Shown::Unreliable { value: Some(value) } => format!("({})", self.digits(indicator, figure, value)),
            Shown::Unreliable { value: None } => "/".to_owned(),
            Shown::Nothing => "–".to_owned(),
            Shown::Withheld => ".".to_owned(),
            Shown::Pending => "…".to_owned(),
            Shown::Senseless => "x".to_owned(),
        }
    }

    /// A figure with its unit where it is a number, a sign in words where it is not.
    pub fn said(&self, indicator: &Indicator, figure: Option<&Figure>) -> String {
        let Some(figure) = figure else { return self.say("said-missing", &[]) };
        match figure.shown {
            Shown::Value { value, mark } => self.marked(self.figure(indicator, figure, value), mark),
            Shown::Unreliable { value: Some(value) } => {
                self.marked(self.figure(indicator, figure, value), Mark::Uncertain)
            }
            Shown::Nothing => self.value(indicator, 0.0),
            Shown::Unreliable { value: None } => self.say("said-unreliable", &[]),
            Shown::Withheld => self.say("said-withheld", &[]),
            Shown::Pending => self.say("said-pending", &[]),
            Shown::Senseless => self.say("said-senseless", &[]),
        }
    }

    /// A figure within a sentence; a sign stands in parentheses and is the `Err`. That a figure is provisional is
    /// said beside it once, not in every sentence; that it is uncertain is never left out.
    pub fn in_sentence(&self, indicator: &Indicator, figure: Option<&Figure>) -> Result<String, String> {
        match figure.and_then(|figure| Some((figure, figure.value()?))) {
            Some((figure, value)) if matches!(figure.shown, Shown::Unreliable { .. }) => {
                Ok(self.marked(self.figure(indicator, figure, value), Mark::Uncertain))
            }
            Some((figure, value)) => Ok(self.figure(indicator, figure, value)),
            None => Err(format!("({})", self.said(indicator, figure))),
        }
    }

    /// A range of numbers, the unit said once.
    pub fn range(&self, indicator: &Indicator, low: f64, high: f64) -> String {
        let (low, high) = (self.plain(indicator, low), self.value(indicator, high));
        self.say("range", &[("low", (&low).into()), ("high", (&high).into())])
    }

    /// A text with what its mark means.
    pub fn marked(&self, text: String, mark: Mark) -> String {
        let key = match mark {
            Mark::None => return text,
            Mark::Provisional => "mark-provisional",
            Mark::Revised => "mark-revised",
            Mark::Estimated => "mark-estimated",
            Mark::Uncertain => "mark-uncertain",
        };
        format!("{text} ({})", self.say(key, &[]))
    }

    /// What a period of an indicator is: that of the source of its first number.
    pub fn period_kind(&self, indicator: &Indicator) -> PeriodKind {
        let source = indicator.quantities().first().and_then(|of| self.catalogue.sources.get(&of.measure.source));
        source.map_or(PeriodKind::Year, |source| source.periods)
    }

    /// A period as a label: `2015`, `31. Dezember 2015`, `Schuljahr 2014/15`.
    pub fn period(&self, kind: PeriodKind, period: Period) -> String {
        match (kind, period.part()) {
            (PeriodKind::SchoolYear, Part::Year) => {
                self.say("period-school-year", &[("years", (&school_year(period.year())).into())])
            }
            _ => self.period_in_sentence(kind, period),
        }
    }

    /// A period within a sentence that says what it is: `Im Schuljahr {period}` becomes `Im Schuljahr 2014/15`.
    pub fn period_in_sentence(&self, kind: PeriodKind, period: Period) -> String {
        let year = period.year().to_string();
        match (kind, period.part()) {
            (PeriodKind::SchoolYear, Part::Year) => school_year(period.year()),
            (PeriodKind::ReferenceDate(month, day), Part::Year) => self.day(period.year(), month, day),
            (_, Part::Year) => year,
            (_, Part::Half(half)) => {
                self.say("period-half", &[("half", usize::from(half).into()), ("year", (&year).into())])
            }
            (_, Part::Quarter(quarter)) => {
                self.say("period-quarter", &[("quarter", usize::from(quarter).into()), ("year", (&year).into())])
            }
            (_, Part::Month(month)) => format!("{} {year}", self.month(month)),
            (_, Part::Day(month, day)) => self.day(period.year(), month, day),
        }
    }

    /// A period as short as tables and axes need it: `2015`, `2014/15`, `31.12.2015`.
    pub fn period_short(&self, kind: PeriodKind, period: Period) -> String {
        match (kind, period.part()) {
            (PeriodKind::SchoolYear, Part::Year) => school_year(period.year()),
            (_, Part::Day(month, day)) => match self.language() {
                Language::De => format!("{day:02}.{month:02}.{}", period.year()),
                Language::En => format!("{day:02}/{month:02}/{}", period.year()),
            },
            _ => period.to_string(),
        }
    }

    fn day(&self, year: i16, month: u8, day: u8) -> String {
        let (day, month, year) = (day.to_string(), self.month(month), year.to_string());
        self.say("period-day", &[("day", (&day).into()), ("month", (&month).into()), ("year", (&year).into())])
    }

    fn month(&self, month: u8) -> String {
        self.say(&format!("month-{month}"), &[])
    }

    /// A date, ISO 8601, in words.
    pub fn date(&self, iso: &str) -> String {
        match iso.parse::<Period>() {
            Ok(period) => self.period_in_sentence(PeriodKind::Year, period),
            Err(_) => iso.to_owned(),
        }
    }

    /// The name of a group: its categories; the empty group is named by the whole of the breakdown.
    pub fn group(&self, group: &Group, breakdown: &[VariableName]) -> String {
        if group.is_empty() {
            let variable = breakdown.first().and_then(|name| self.catalogue.variables.get(name));
            return variable
                .map_or_else(|| self.say("group-whole", &[]), |variable| self.text(&variable.whole).to_owned());
        }
        // In the order of the breakdown, else of the names.
        let mut names: Vec<&VariableName> = breakdown.iter().filter(|name| group.contains_key(*name)).collect();
        names.extend(group.keys().filter(|name| !breakdown.contains(name)));
        let titles = names.into_iter().filter_map(|name| {
            let category = group.get(name)?;
            let known = self.catalogue.variables.get(name).and_then(|variable| variable.category(category));
            Some(known.map_or(category.as_str(), |known| self.text(&known.title)))
        });
        titles.collect::<Vec<_>>().join(", ")
    }

    /// The title of a breakdown: `Staatsangehörigkeit und Geschlecht`.
    pub fn breakdown(&self, breakdown: &[VariableName]) -> String {
        let title = |name: &VariableName| match self.catalogue.variables.get(name) {
            Some(variable) => self.text(&variable.title).to_owned(),
            None => name.to_string(),
        };
        let titles: Vec<String> = breakdown.iter().map(title).collect();
        titles.join(&format!(" {} ", self.say("and", &[])))
    }

    /// What a quantity counts: the title of its measure and of whom.
    pub fn quantity(&self, quantity: &Quantity) -> String {
        let title = self.catalogue.measure(&quantity.measure).map(|measure| self.text(&measure.title));
        let title = title.unwrap_or_else(|| quantity.measure.measure.as_str());
        let title = self.say("quoted", &[("text", title.into())]);
        if quantity.of.is_empty() { title } else { format!("{title} ({})", self.group(&quantity.of, &[])) }
    }

    /// A change between two periods of an indicator, with both figures: "2012: 24,6 %; 2000: 22,6 %; …".
    pub fn change(&self, indicator: &Indicator, change: &Change, later: &Figure, earlier: &Figure) -> String {
        let kind = self.period_kind(indicator);
        self.say(
            "change-sentence",
            &[
                ("to", (&self.period_short(kind, change.to)).into()),
                ("later", (&self.said(indicator, Some(later))).into()),
                ("from", (&self.period_short(kind, change.from)).into()),
                ("earlier", (&self.said(indicator, Some(earlier))).into()),
                ("difference", (&self.difference(indicator, change.difference)).into()),
            ],
        )
    }

    /// A gap in words, the one group named first.
    pub fn gap(&self, indicator: &Indicator, gap: &Gap, one: &str, other: &str) -> String {
        let mut difference = self.difference(indicator, gap.difference);
        if !gap.reliable {
            difference = self.marked(difference, Mark::Uncertain);
        }
        let args = [("one", one.into()), ("other", other.into()), ("difference", Arg::Text(&difference))];
        // Twice the share can be said; twice the age says little.
        let part = matches!(
            indicator.kind,
            IndicatorKind::Share { .. } | IndicatorKind::Rate { .. } | IndicatorKind::Ratio { .. }
        );
        match gap.ratio.filter(|_| part) {
            Some(ratio) => {
                let ratio = decimal(self.language(), ratio, 2);
                let [one, other, difference] = args;
                self.say("gap-with-ratio", &[one, other, difference, ("ratio", Arg::Text(&ratio))])
            }
            None => self.say("gap-sentence", &args),
        }
    }
}

/// 2014 is the school year 2014/15.
fn school_year(year: i16) -> String {
    format!("{year}/{:02}", (year + 1).rem_euclid(100))
}

/// The letter of a mark beside a number.
fn mark_letter(mark: Mark) -> Option<char> {
    match mark {
        Mark::None | Mark::Uncertain => None,
        Mark::Provisional => Some('p'),
        Mark::Revised => Some('r'),
        Mark::Estimated => Some('s'),
    }
}

/// How a figure is to look.
pub fn look(figure: Option<&Figure>) -> Look {
    match figure.map(|figure| figure.shown) {
        None => Look::Missing,
        Some(Shown::Value { .. }) => Look::Value,
        Some(Shown::Unreliable { .. }) => Look::Unreliable,
        Some(Shown::Nothing) => Look::Nothing,
        Some(Shown::Withheld) => Look::Withheld,
        Some(Shown::Pending) => Look::Pending,
        Some(Shown::Senseless) => Look::Senseless,
    }
}

#[cfg(test)]
pub(crate) mod tests;
